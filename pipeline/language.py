"""Loads the language model and puts our pipes behind it; nothing above this room handles spaCy pipelines.

A `Reader` is a spaCy pipeline in three parts, one for each of the stages tokenize, recognize and extract.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.data import data_folder
from pipeline.errors import ModelDamaged, ModelMissing
from pipeline.records import Article, Entity, Mention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The name that stands for our own model.
EMBEDDED = "voetbal"
SENTENCES = "voetbal_sentences"
RECOGNIZE = ("voetbal_entities", "voetbal_coreference")
EXTRACT = (
    "voetbal_dates",
    "voetbal_numbers",
    "voetbal_roles",
    "voetbal_contracts",
    "voetbal_transfers",
    "voetbal_matches",
    "voetbal_stats",
)
#: Articles that go through the model together: 64 ran twice as fast as 1,000.
BATCH = 64


def model_folder(model: str) -> Path | None:
    """Where a model given by name or path lies on disk; None when it is an installed package."""
    if model == EMBEDDED:
        try:
            return data_folder("models") / "nl_voetbal"
        except FileNotFoundError:
            raise ModelMissing(
                model=model, hint="this installation is incomplete; install voetbaltabel again"
            ) from None
    if "/" in model or Path(model).is_dir():
        folder = Path(model)
        if not (folder / "config.cfg").is_file():
            raise ModelMissing(model=model, hint="that path is not a folder with a spaCy pipeline")
        return folder
    return None


def check_model(model: str) -> None:
    """Raises ModelMissing or ModelDamaged, without loading anything."""
    folder = model_folder(model)
    if folder is None:
        if find_spec(model) is None:
            raise ModelMissing(model=model, hint=f"install it with: python -m spacy download {model}")
    elif model == EMBEDDED:
        _verify(folder)


def _verify(folder: Path) -> None:
    """Loads only what is listed: every file must be in CHECKSUMS with its digest, and the other way round."""
    listed = {}
    for line in (folder / "CHECKSUMS").read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        listed[name] = expected
    found = {str(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file()} - {"CHECKSUMS"}
    if found != set(listed):
        raise ModelDamaged(path=folder, reason=f"files differ: {', '.join(sorted(found ^ set(listed)))}")
    for name, expected in listed.items():
        if sha256((folder / name).read_bytes()).hexdigest() != expected:
            raise ModelDamaged(path=folder, reason=name)


def model_digest(model: str) -> str:
    """What stands for the model in the digests of stages; changes whenever its files do."""
    folder = model_folder(model)
    if folder is None:
        from importlib.metadata import version

        return f"{model} {version(model)}"
    hasher = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hasher.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()


@cache
def load(model: str = EMBEDDED) -> Reader:
    """The reader for a model: EMBEDDED, the name of an installed spaCy package, or a path.

    Raises ModelMissing where there is none and ModelDamaged where its files are not those listed.
    """
    import spacy

    check_model(model)
    nlp = spacy.load(model_folder(model) or model)
    return Reader(nlp)


def assemble(nlp: Language) -> None:
    """Adds our pipes to a pipeline that finds names.

    Only what finds names and feeds it is kept: a tagger or parser would cost time for nothing.
    """
    from pipeline.components.tokenizer import split_compounds

    needed = {"ner", "tok2vec", "transformer", "entity_ruler"}
    for name in [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory not in needed]:
        nlp.remove_pipe(name)
    split_compounds(nlp)
    nlp.add_pipe(SENTENCES, first=True)
    for name in (*RECOGNIZE, *EXTRACT):
        nlp.add_pipe(name)


class Reader:
    """A spaCy pipeline in the parts that the stages run."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        assemble(nlp)
        self._sentences = nlp.get_pipe(SENTENCES)
        self._extract = [nlp.get_pipe(name) for name in EXTRACT]

    def memory_zone(self) -> AbstractContextManager[Any]:
        """Inside it new words may be stored; at its end they go, and no Doc may outlive it."""
        return self.nlp.memory_zone()

    def tokenize(self, article: Article) -> tuple[Doc, dict[str, Any]]:
        """An article's Doc with tokens and sentences, and what `rebuild` needs to make it again.

        tokens: for each, 2 × its characters, + 1 if a space follows; sentences: the first token of each.
        """
        doc = self._sentences(self.nlp.make_doc(article.text))
        doc._.published = article.published
        tokens = [2 * len(token.text) + bool(token.whitespace_) for token in doc]
        return doc, {"tokens": tokens, "sentences": [sentence.start for sentence in doc.sents]}

    def recognize(self, docs: Sequence[Doc]) -> list[Doc]:
        """Sets mentions and entities on each Doc."""
        return list(self.nlp.pipe(docs, batch_size=BATCH, disable=[SENTENCES, *EXTRACT]))

    def extract(self, doc: Doc) -> Doc:
        """Sets dates, numbers and claims on a Doc with mentions."""
        for pipe in self._extract:
            doc = pipe(doc)
        return doc

    def rebuild(self, article: Article, tokenized: Any, recognized: Any) -> Doc:
        """The Doc that earlier stages left, from what they wrote; `recognized` may be None."""
        from spacy.tokens import Doc

        from pipeline.components.sentences import set_starts

        words, spaces = _words(article.text, tokenized["tokens"])
        doc = Doc(self.nlp.vocab, words=words, spaces=spaces)
        set_starts(doc, tokenized["sentences"])
        doc._.published = article.published
        if recognized is not None:
            doc._.mentions = [Mention(*fields) for fields in recognized["mentions"]]
            doc._.entities = {fields[0]: Entity(*fields) for fields in recognized["entities"]}
        return doc


def _words(text: str, tokens: Iterable[int]) -> tuple[list[str], list[bool]]:
    words, spaces, position = [], [], 0
    for code in tokens:
        length, space = divmod(code, 2)
        words.append(text[position : position + length])
        spaces.append(bool(space))
        position += length + space
    return words, spaces
