"""voetbaltabel: Dutch and Flemish football articles in, normalized CSV tables out.

Reading order for a newcomer: `records` (the values), `stages` (the way of the data, in order),
`components` (how Dutch is read), `run` (how the work is carried out), `results` (what people look at).
"""


def __getattr__(name: str) -> str:
    """`__version__`, looked up when asked for: importlib.metadata takes longer to load than the command's help."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("voetbaltabel")
    except PackageNotFoundError:  # a checkout that was never installed
        return "0"
