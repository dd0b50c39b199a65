"""Reading: from a folder of files to cleaned articles.

The way of a file: `scan` lists it, `ids` names it, `containers` opens it (also .gz and .zip), `decode` and
`formats` take the raw articles out of it, `clean` and `header` make the kept text, title and publication
date, `language` turns away what is not Dutch, and `articles` does these in order. `duplicates` compares
the articles of a whole run. What cannot be read becomes a `Reject`; nothing here raises for a bad file.
"""

from pipeline.settings import ReadOptions
from pipeline.stages.reading.articles import articles_in, articles_of
from pipeline.stages.reading.duplicates import near_identical, signature
from pipeline.stages.reading.header import iso_date
from pipeline.stages.reading.ids import IdScheme, colliding_stems
from pipeline.stages.reading.scan import Source, scan

__all__ = [
    "IdScheme",
    "ReadOptions",
    "Source",
    "articles_in",
    "articles_of",
    "colliding_stems",
    "iso_date",
    "near_identical",
    "scan",
    "signature",
]
