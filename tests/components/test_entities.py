"""One decision a name: how model, gazetteer and article are reconciled.

The model's part is played by an entity ruler, so that each case says what the model said.
"""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from pipeline.components.tokenizer import split_compounds
from pipeline.records import Mention


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = split_compounds(spacy.blank("nl"))
    nlp.add_pipe("voetbal_sentences")
    nlp.add_pipe("voetbal_entities")
    return nlp


def read(nlp: Language, text: str, said: dict[str, str]) -> dict[str, Mention]:
    """The mentions found, by "form" or, from its second occurrence on, "form#2"; `said` is what the model said."""
    doc = nlp.make_doc(text)
    spans = []
    for form, label in said.items():
        at = text.index(form)
        span = doc.char_span(at, at + len(form), label=label)
        assert span is not None, form
        spans.append(span)
    doc.set_ents(spans)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    found: dict[str, Mention] = {}
    for mention in doc._.mentions:
        form = text[mention.start : mention.end]
        number = sum(key.partition("#")[0] == form for key in found) + 1
        found[form if number == 1 else f"{form}#{number}"] = mention
    return found


def labels(found: dict[str, Mention]) -> dict[str, str]:
    return {form: mention.label for form, mention in found.items()}


CASES = {
    "a sure alias needs no model": ("PSV speelt in de Eredivisie.", {}, {"PSV": "CLUB", "Eredivisie": "COMPETITION"}),
    "the name without genitive": (
        "De rug van Milan Vossen's trainer.",
        {"Milan Vossen": "PERSON"},
        {"Milan Vossen": "PERSON"},
    ),
    "the name in a compound": (
        "Ajax-trainer Milan Vossen lachte.",
        {"Milan Vossen": "PERSON"},
        {"Ajax": "CLUB", "Milan Vossen": "PERSON"},
    ),
    "a club glued to a role": ("De Antwerpdoelman hield zijn doel schoon.", {}, {"Antwerp": "CLUB"}),
    "but not to any word": ("De Antwerpenaar hield zijn doel schoon.", {}, {}),
    "two people side by side": (
        "Vossen is blij. Zo neemt Vossen Alejandro Grimaldo mee.",
        {"Vossen": "PERSON", "Vossen Alejandro Grimaldo": "PERSON"},
        {"Vossen": "PERSON", "Vossen#2": "PERSON", "Alejandro Grimaldo": "PERSON"},
    ),
    "a town stays a town": ("Hij woont in Utrecht.", {"Utrecht": "LOCATION"}, {"Utrecht": "LOCATION"}),
    "a town that the model reads as a club": ("Utrecht won met 3-1.", {"Utrecht": "CLUB"}, {"Utrecht": "CLUB"}),
    "a town at the end of a move": (
        "Vossen vertrok voor 3 miljoen naar Bologna.",
        {"Bologna": "LOCATION"},
        {"Bologna": "CLUB"},
    ),
    "a town at the end of a journey": (
        "De bus vertrok naar Bologna.",
        {"Bologna": "LOCATION"},
        {"Bologna": "LOCATION"},
    ),
    "inhabitants are no names": ("De Doetinchemmer tekende.", {"Doetinchemmer": "PERSON"}, {"Doetinchemmer": "MISC"}),
    "a capital that only opens a sentence": ("Complete onzin was het.", {"Complete": "PERSON"}, {}),
    "a heading that is a role": (
        "Aanvallers:\nMilan Vossen",
        {"Aanvallers": "PERSON", "Milan Vossen": "PERSON"},
        {"Milan Vossen": "PERSON"},
    ),
    "a stadium is a place": (
        "In de Milan Vossen ArenA won Ajax.",
        {"Milan Vossen ArenA": "PERSON"},
        {"Milan Vossen ArenA": "LOCATION", "Ajax": "CLUB"},
    ),
    "an edition is no part of a competition": (
        "Het WK 2026 nadert.",
        {"WK 2026": "COMPETITION"},
        {"WK": "COMPETITION"},
    ),
    "a word that only opens the sentence": (
        "Milan Vossen tekende. Mocht Vossen blijven, dan juicht Ajax.",
        {"Milan Vossen": "PERSON", "Mocht Vossen": "PERSON"},
        {"Milan Vossen": "PERSON", "Vossen": "PERSON", "Ajax": "CLUB"},
    ),
    "a lower-case word is no part of a name": ("Daar won koploper PSV.", {"koploper PSV": "PERSON"}, {"PSV": "CLUB"}),
    "nor one that opens the sentence": ("Koploper PSV won.", {"Koploper PSV": "PERSON"}, {"PSV": "CLUB"}),
    "but a particle or club form is": (
        "Daar won sc Nergensveen.",
        {"sc Nergensveen": "CLUB"},
        {"sc Nergensveen": "CLUB"},
    ),
    "a club by what its name begins with": (
        "Daar won RKSV Nergensveen.",
        {"RKSV Nergensveen": "PERSON"},
        {"RKSV Nergensveen": "CLUB"},
    ),
    "a country in a match": ("Nederland speelt tegen Panama.", {"Panama": "LOCATION"}, {"Panama": "NATIONAL_TEAM"}),
    "a country somebody comes from": (
        "Hij kwam over van een club in Panama.",
        {"Panama": "LOCATION"},
        {"Panama": "LOCATION"},
    ),
    "the genitive of a club": ("Feyenoords trainer baalde.", {"Feyenoords": "CLUB"}, {"Feyenoord": "CLUB"}),
    "media are organizations": ("Dat meldt Kicker.", {"Kicker": "PERSON"}, {"Kicker": "ORGANIZATION"}),
    "a dateline is a place": ("NIJMEGEN – Het was koud.", {"NIJMEGEN": "PERSON"}, {"NIJMEGEN": "LOCATION"}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_labels(nlp: Language, case: tuple[str, dict[str, str], dict[str, str]]) -> None:
    text, said, expected = case
    assert labels(read(nlp, text, said)) == expected


def test_a_surname_belongs_to_the_full_name_before_it(nlp: Language) -> None:
    found = read(nlp, "Milan van der Vossen tekende. Van der Vossen is blij.", {"Milan van der Vossen": "PERSON"})
    assert found["Van der Vossen"].entity == found["Milan van der Vossen"].entity


def test_the_genitive_of_a_surname(nlp: Language) -> None:
    found = read(nlp, "Milan Timber tekende. Timbers broer niet.", {"Milan Timber": "PERSON", "Timbers": "PERSON"})
    assert found["Timber"].entity == found["Milan Timber"].entity


def test_people_of_one_family_name_are_told_apart(nlp: Language) -> None:
    text = "Frenkie de Jong viel uit. De Jong baalde. Luuk de Jong scoorde. De Jong juichte."
    found = read(nlp, text, {"Frenkie de Jong": "PERSON", "Luuk de Jong": "PERSON"})
    assert found["De Jong"].entity == "person/frenkie-de-jong"
    assert found["De Jong#2"].entity == "person/luuk-de-jong"


def test_a_form_once_understood_stays_understood(nlp: Language) -> None:
    found = read(
        nlp,
        "Milan Vossen tekende. Daarmee is Vossen de eerste. Ook Vossen’s broer tekende.",
        {"Milan Vossen": "PERSON"},
    )
    assert {mention.entity for mention in found.values()} == {"person/milan-vossen"}
    assert set(found) == {"Milan Vossen", "Vossen", "Vossen#2"}


def test_in_womens_football_a_bare_club_means_its_women(nlp: Language) -> None:
    text = "De speelsters van Ajax wonnen. Voor de vrouwen was het de derde zege op Feyenoord."
    assert read(nlp, text, {})["Ajax"].entity == "club/ajax-vrouwen"
    assert read(nlp, "Ajax won de derde wedstrijd op rij.", {})["Ajax"].entity == "club/ajax"


def test_a_womens_team_by_what_stands_behind_its_club(nlp: Language) -> None:
    found = read(nlp, "KV Mechelen Ladies won van KAA Gent Dames.", {})
    assert found["KV Mechelen Ladies"].entity == "club/kv-mechelen-ladies"
    assert found["KAA Gent Dames"].entity == "club/aa-gent-ladies"


def test_a_short_name_means_the_club_named_in_full(nlp: Language) -> None:
    found = read(
        nlp, "Sparta Praag begon sterk. Daarna zakte Sparta weg.", {"Sparta Praag": "CLUB", "Sparta weg": "MISC"}
    )
    assert found["Sparta Praag"].entity == "club/sparta-praag"


def test_nothing_in_nothing_out(nlp: Language) -> None:
    assert read(nlp, "", {}) == {}
