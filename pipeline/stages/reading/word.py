"""Word documents (.docx, ECMA-376): the paragraphs and the core properties."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from pipeline.errors import MalformedSource
from pipeline.stages.reading.decode import LONGEST_DOCUMENT
from pipeline.stages.reading.raw import RawArticle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_W}p"
_TEXT = f"{_W}t"
_SPACE = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
#: The second drawing of a text box, for programs that cannot draw the first: the same words again.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED = "{http://purl.org/dc/terms/}created"


def article_of_document(data: bytes) -> RawArticle:
    """The article of a document: its paragraphs with an empty line between. Raises MalformedSource."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            paragraphs = _paragraphs(_part(package, _BODY))
            properties = _properties(_part(package, _PROPERTIES)) if _PROPERTIES in package.namelist() else {}
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError) as error:
        raise MalformedSource(reason="no Word document") from error
    return RawArticle(
        text="\n\n".join(text for text in paragraphs if text.strip()),
        encoding="utf-8",
        title=properties.get(_TITLE, ""),
        published=properties.get(_CREATED, ""),
    )


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > LONGEST_DOCUMENT:
        raise MalformedSource(reason="its text is too large when unpacked")
    return package.read(name)


def _paragraphs(xml: bytes) -> list[str]:
    """The text of each paragraph; those of a text box come before the paragraph it hangs on."""
    paragraphs: list[str] = []
    open_paragraphs: list[list[str]] = []
    fallbacks = 0
    for event, element in ElementTree.iterparse(io.BytesIO(xml), events=("start", "end")):
        if element.tag == _FALLBACK:
            fallbacks += 1 if event == "start" else -1
        elif fallbacks:
            continue
        elif event == "start" and element.tag == _PARAGRAPH:
            open_paragraphs.append([])
        elif event == "end" and element.tag == _PARAGRAPH:
            paragraphs.append("".join(open_paragraphs.pop()))
        elif event == "end" and open_paragraphs:
            piece = (element.text or "") if element.tag == _TEXT else _SPACE.get(element.tag, "")
            open_paragraphs[-1].append(piece)
    return paragraphs


def _properties(xml: bytes) -> dict[str, str]:
    return {element.tag: element.text or "" for element in ElementTree.fromstring(xml)}
