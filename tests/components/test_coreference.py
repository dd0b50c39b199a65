"""Who pronouns and descriptions stand for. Names are marked up, so no model is needed."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from pipeline.components.document import register
from pipeline.components.rules import read_markup
from pipeline.records import Entity


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("voetbal_sentences")
    nlp.add_pipe("voetbal_coreference")
    register()
    return nlp


#: What seeds would know of the people and clubs in the sentences.
FACTS = {
    "Alonso": {"gender": "man", "nationality": "ES", "role": "coach"},
    "Grimaldo": {"gender": "man", "nationality": "ES", "position": "defender", "role": "player"},
    "Wiegman": {"gender": "woman", "nationality": "NL", "role": "coach"},
    "Leverkusen": {"country": "DE"},
}
SEEDS = {"Feyenoord": "feyenoord", "Sparta": "sparta-rotterdam", "PSV": "psv", "Ajax": "ajax"}

CASES = {
    # sentence with names marked → (words, who is meant), in text order
    "hij is the subject before": ("[P Alonso] tekende. Daarna ging hij weg.", [("hij", "Alonso")]),
    "hij in a clause of its own": ("[P Alonso] zei dat hij blijft.", [("hij", "Alonso")]),
    "whom the text is about goes on": (
        "[P Alonso] won. [P Alonso] lachte. Toen zag [P Vossen] het niet en won [P Alonso] weer. Daarna ging hij weg.",
        [("hij", "Alonso")],
    ),
    "hem is not who acts": ("[P Alonso] kent [P Grimaldo]. Vossen gaf hem een kans.", [("hem", "Alonso")]),
    "zijn belongs to who acts": ("[P Alonso] roemde zijn ploeg.", [("zijn", "Alonso")]),
    "zijn the verb": ("De duels van [P Alonso] zijn gespeeld. Er zijn drie goals gevallen.", []),
    "zijn after te": ("[P Alonso] zegt tevreden te zijn met het punt.", []),
    "hij is no woman": ("[P Wiegman] tekende. Daarna ging hij weg.", []),
    "zij is no man": ("[P Alonso] tekende. Daarna ging zij weg.", []),
    "zij with a singular verb": ("[P Wiegman] tekende. Daarna ging zij weg.", [("zij", "Wiegman")]),
    "ze with a past verb": ("[P Wiegman] won. In mei tekende ze bij.", [("ze", "Wiegman")]),
    "zij with a plural verb": ("[P Wiegman] tekende. Daarna gingen zij weg.", []),
    "an origin": ("[P Alonso] won. [P Wiegman] keek toe. De Spanjaard straalde.", [("De Spanjaard", "Alonso")]),
    "an origin that nobody has": ("[P Alonso] won. De Italiaan straalde.", []),
    "a position": ("[P Alonso] neemt [P Grimaldo] mee. De linksback blijft.", [("De linksback", "Grimaldo")]),
    "a role": ("[P Alonso] neemt [P Grimaldo] mee. De oefenmeester blijft.", [("De oefenmeester", "Alonso")]),
    "an apposition stands for nobody else": ("[P Alonso] prees de linksback [P Grimaldo].", []),
    "a predicate says what somebody is": ("[P Grimaldo] won. [P Alonso] is de trainer.", []),
    "somebody else's coach": ("[P Alonso] won. De trainer van [C Ajax] baalde.", []),
    "an age told before": (
        "[P Vossen] (23) speelde naast [P Smit] (31). De 23-jarige blonk uit.",
        [("De 23-jarige", "Vossen")],
    ),
    "a position told before": (
        "Doelman [P Smit] zag [P Vossen] scoren. De keeper was kansloos.",
        [("De keeper", "Smit")],
    ),
    "new about who the text is about": (
        "[P Vossen] tekent tot 2027. De spits kwam van elders.",
        [("De spits", "Vossen")],
    ),
    "somebody of a town": (
        "[P Vossen] tekent tot 2027. De geboren Enschedeër is blij.",
        [("De geboren Enschedeër", "Vossen")],
    ),
    "a trainer is nobody of a town": ("[P Vossen] tekent tot 2027. De meelever is blij.", []),
    "not with two to choose from": ("[P Vossen] en [P Smit] tekenen. De spits kwam van elders.", []),
    "inhabitants": ("[C PSV] won. De Eindhovenaren juichten.", [("De Eindhovenaren", "PSV")]),
    "inhabitants of a town with two clubs named": ("[C Feyenoord] won van [C Sparta]. De Rotterdammers juichten.", []),
    "the club of a coach": (
        "[C Leverkusen]-trainer [P Alonso] won. De ploeg van [P Alonso] leidt.",
        [("De ploeg van Alonso", "Leverkusen")],
    ),
    "the champion that the text names": (
        "[C Leverkusen] werd kampioen van Duitsland. [C Ajax] won niets. De Duitse landskampioen bleef staan.",
        [("De Duitse landskampioen", "Leverkusen")],
    ),
    "a champion that nobody named": ("[C Leverkusen] won. De Duitse landskampioen bleef staan.", []),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_who_is_meant(nlp: Language, case: tuple[str, list[tuple[str, str]]]) -> None:
    marked, expected = case
    text, mentions = read_markup(marked)
    doc = nlp.make_doc(text)
    doc._.mentions = mentions
    doc._.entities = {}
    for mention in mentions:
        kind, _, name = mention.entity.partition("/")
        doc._.entities[mention.entity] = Entity(mention.entity, kind, name, SEEDS.get(name, ""), FACTS.get(name, {}))
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    found = [
        (text[mention.start : mention.end], mention.entity.partition("/")[2])
        for mention in doc._.mentions
        if mention.found_by == "coreference"
    ]
    assert found == expected


def test_in_an_interview_ik_is_who_its_opening_names(nlp: Language) -> None:
    answers = "„Ik bleef. Ik wilde dat, en ik ken ze. Nu moet ik scoren, anders ben ik weg, en dat weet ik.”"
    text, mentions = read_markup(f"[P Vossen] is weer thuis.\n\nJe kon weg.\n{answers}")
    doc = nlp.make_doc(text)
    doc._.mentions = mentions
    doc._.entities = {"person/Vossen": Entity("person/Vossen", "person", "Vossen", "", {})}
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert [mention.entity for mention in doc._.mentions] == ["person/Vossen"] * 7
