"""voetbaltabel: Dutch and Flemish football articles in, normalized CSV tables out.

Reading order for a newcomer: `records` (the values), `stages` (the way of the data, in order),
`components` (how Dutch is read), `run` (how the work is carried out), `results` (what people look at).
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("voetbaltabel")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0"
