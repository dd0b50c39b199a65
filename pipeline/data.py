"""Finds the folders that are data, not code: seeds/ and models/.

In a checkout they lie beside the package; a wheel carries them inside it, below `_data/`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def data_folder(name: str) -> Path:
    """The folder `name` ("seeds" or "models") in whichever layout this is; FileNotFoundError in neither."""
    for folder in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(name)
