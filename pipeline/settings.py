"""What the user chooses for a run. The defaults stand here and nowhere else; the command's options come from them."""

from __future__ import annotations

from typing import NamedTuple


class ReadOptions(NamedTuple):
    """What the user may say about the files: names of columns (CSV) and keys (JSON lines); case is ignored."""

    text_column: str = "text"
    title_column: str = "title"
    date_column: str = "published"
    id_column: str = "id"
    outlet_column: str = "outlet"
    url_column: str = "url"
    published: str = ""  # the date of articles that tell none: YYYY, YYYY-MM or YYYY-MM-DD


class Settings(NamedTuple):
    """What the user chose for a run; each stage names the fields that it depends on."""

    model: str = "voetbal"  # name or path of the spaCy pipeline that finds names
    reading: ReadOptions = ReadOptions()
