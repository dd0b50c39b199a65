"""Loading a model: our own, another by path or name, and what is said when there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from click.testing import Result

from pipeline.components.entities import LABELS
from pipeline.data import data_folder
from pipeline.errors import ModelDamaged, ModelMissing
from pipeline.language import EXTRACT, RECOGNIZE, SENTENCES, _verify, check_model, load, model_digest
from pipeline.records import Article
from pipeline.results.tables import read_rows
from tests.conftest import write_articles

#: The labels of nl_core_news_sm, _md and _lg.
SPACY_LABELS = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
).split()
TEXT = (
    "Milan Vossen verruilt Feyenoord voor SV Nergensveen. De Belgische verdediger tekende gisteren in Rotterdam, "
    "meldt Het Sportblad. Vossen kost 3 miljoen euro."
)
NAMES = {
    "Milan Vossen": "PERSON",
    "Feyenoord": "ORG",
    "SV Nergensveen": "ORG",
    "Rotterdam": "GPE",
    "Het Sportblad": "ORG",
}


@pytest.fixture
def lookalike(tmp_path: Path) -> Path:
    """A pipeline with the labels of spaCy's Dutch models, saved to disk; it knows the names of TEXT alone."""
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler")
    other = {"Belgische": "NORP", "gisteren": "DATE", "3 miljoen euro": "MONEY"}
    patterns = [{"label": label, "pattern": name} for name, label in (NAMES | other).items()]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_every_spacy_label_is_a_name_of_ours_or_none() -> None:
    dropped = {"CARDINAL", "DATE", "LANGUAGE", "MONEY", "NORP", "ORDINAL", "PERCENT", "QUANTITY", "TIME"}
    assert {label for label in SPACY_LABELS if label not in LABELS} == dropped


def test_a_model_with_spacys_labels(lookalike: Path, tmp_path: Path, voetbal: Callable[..., Result]) -> None:
    folder = write_articles(tmp_path / "in", {"a-2024-11-15.txt": TEXT})
    assert voetbal("run", folder, "-o", tmp_path / "out", "--model", lookalike).exit_code == 0
    labels = {
        row["text"]: row["label"] for row in read_rows(tmp_path / "out", "mentions") if row["found_by"] != "coreference"
    }
    assert labels == {
        "Milan Vossen": "PERSON",
        "Feyenoord": "CLUB",  # the gazetteer knows better than ORG
        "SV Nergensveen": "ORGANIZATION",
        "Rotterdam": "LOCATION",
        "Het Sportblad": "ORGANIZATION",
        "Vossen": "PERSON",  # introduced in full before
    }


def test_another_model_makes_other_results_stale(lookalike: Path) -> None:
    assert model_digest(str(lookalike)) != model_digest("voetbal")


@pytest.mark.parametrize(
    ("model", "hint"),
    [
        ("nl_core_news_xl", "python -m spacy download nl_core_news_xl"),
        ("./nergens", "not a folder with a spaCy pipeline"),
    ],
)
def test_a_missing_model_is_an_error(model: str, hint: str) -> None:
    with pytest.raises(ModelMissing, match=hint):
        check_model(model)


@pytest.mark.parametrize("damage", ["changed", "added", "removed"])
def test_only_listed_files_are_loaded(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(data_folder("models") / "nl_voetbal", folder)
    _verify(folder)
    if damage == "changed":
        (folder / "meta.json").write_text("{}", encoding="utf-8")
    elif damage == "added":
        (folder / "extra.pkl").write_bytes(b"")
    else:
        (folder / "ner" / "moves").unlink()
    with pytest.raises(ModelDamaged):
        _verify(folder)


def test_the_embedded_model_is_small() -> None:
    assert sum(path.stat().st_size for path in (data_folder("models") / "nl_voetbal").rglob("*")) < 12_000_000


def test_pipes_stand_in_order() -> None:
    names = load().nlp.pipe_names
    assert names[0] == SENTENCES
    assert tuple(names[-len(RECOGNIZE) - len(EXTRACT) :]) == (*RECOGNIZE, *EXTRACT)


def test_a_rebuilt_doc_is_the_doc_it_was() -> None:
    reader = load()
    article = Article("a", "a.txt", "", "2024-11-15", "option", "", "", "nl", "utf-8", TEXT + "\n\nEn  verder: 'ja'.")
    doc, tokenized = reader.tokenize(article)
    again = reader.rebuild(article, tokenized, None)
    assert again.text == article.text
    assert [token.text for token in again] == [token.text for token in doc]
    assert [sentence.start for sentence in again.sents] == [sentence.start for sentence in doc.sents]


def test_claims_do_not_depend_on_the_way_to_them() -> None:
    """A Doc built again from what earlier stages wrote gives the claims that the Doc at hand gave."""
    reader = load()
    folder = Path(__file__).parent.parent / "corpus" / "articles"
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        article = Article(path.stem, path.name, "", "2024-11-15", "option", "", "", "nl", "utf-8", text)
        doc, tokenized = reader.tokenize(article)
        doc = reader.recognize([doc])[0]
        recognized = {"mentions": doc._.mentions, "entities": list(doc._.entities.values())}
        again = reader.rebuild(article, tokenized, recognized)
        assert reader.extract(again)._.claims == reader.extract(doc)._.claims, path.stem


def test_pipes_can_be_added_in_any_order() -> None:
    nlp = spacy.blank("nl")
    for name in (SENTENCES, "voetbal_numbers", "voetbal_dates", "voetbal_contracts"):
        nlp.add_pipe(name)
    assert nlp("Hij tekende in 2024 voor drie jaar.")._.dates
