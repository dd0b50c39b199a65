"""The training recipe of models/: its sentences, its conversions, and the folder that it publishes."""

from __future__ import annotations

import hashlib
import json
import random
import sys
from pathlib import Path

import pytest

MODELS = Path(__file__).resolve().parents[1] / "models"
sys.path.insert(0, str(MODELS / "scripts"))

import augment  # noqa: E402
import cacapo  # noqa: E402
import card  # noqa: E402
import convert  # noqa: E402
import evaluate  # noqa: E402
import gazetteer  # noqa: E402
from sentences import Name, Sentence, blank, join, parse_markup, read_jsonl, read_markup, to_doc, write_jsonl  # noqa: E402

PUBLISHED = MODELS / "nl_voetbal"


@pytest.fixture(scope="module")
def known() -> gazetteer.Gazetteer:
    return gazetteer.load(MODELS.parent / "seeds")


@pytest.fixture(scope="module")
def own() -> list[Sentence]:
    return read_markup(MODELS / "assets" / "sentences.txt")


def forms(sentence: Sentence) -> list[tuple[str, str]]:
    return [(sentence.text[start:end], label) for start, end, label in sentence.names]


# --- sentences -----------------------------------------------------------------------------------------


def test_markup_gives_text_and_names() -> None:
    sentence = parse_markup("[Messi|PERSON]'s ploeg, [Inter Miami|CLUB], wint.")
    assert sentence.text == "Messi's ploeg, Inter Miami, wint."
    assert forms(sentence) == [("Messi", "PERSON"), ("Inter Miami", "CLUB")]


@pytest.mark.parametrize("line", ["[Messi|PLAYER] wint.", "[Messi|PERSON wint.", "Messi|PERSON] wint."])
def test_wrong_markup_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"markup|label"):
        parse_markup(line)


def test_own_sentences_are_many_and_distinct(own: list[Sentence]) -> None:
    assert len(own) >= 700
    assert len({sentence.text for sentence in own}) == len(own)


def test_names_of_own_sentences_fall_on_tokens(own: list[Sentence]) -> None:
    nlp = blank()
    assert [sentence.text for sentence in own if to_doc(nlp, sentence) is None] == []


def test_own_sentences_hold_every_label(own: list[Sentence]) -> None:
    labels = [label for sentence in own for _, _, label in sentence.names]
    assert {label for label in labels if labels.count(label) >= 15} == set(evaluate.COARSE)
    assert sum(not sentence.names for sentence in own) >= 40


def test_held_out_share_is_about_the_one_set(own: list[Sentence]) -> None:
    share = sum(map(convert.is_held_out, own)) / len(own)
    assert abs(share - convert.HELD_OUT) < 0.04


def test_jsonl_keeps_everything(tmp_path: Path) -> None:
    sentence = Sentence("Oranje wint in België.", (Name(0, 6, "NATIONAL_TEAM"),), ((15, 21),))
    assert write_jsonl(tmp_path / "x.jsonl", [sentence]) == 1
    assert list(read_jsonl(tmp_path / "x.jsonl")) == [sentence]


def test_joined_names_keep_their_words() -> None:
    first, second = parse_markup("[Ajax|CLUB] wint."), parse_markup("Maar [PSV|CLUB] ook.")
    assert forms(join([first, second], "\n\n")) == [("Ajax", "CLUB"), ("PSV", "CLUB")]


def test_unsure_words_are_missing_in_training() -> None:
    doc = to_doc(blank(), Sentence("Ajax won van België.", (Name(0, 4, "CLUB"),), ((13, 19),)))
    assert doc is not None
    assert [token.ent_iob_ for token in doc] == ["B", "O", "O", "", "O"]


# --- conversion ----------------------------------------------------------------------------------------


def test_tokens_become_running_text() -> None:
    text, spans = convert.untokenize(["Hij", "zei", ":", '"', "Ja", '"', "(", "1998", ")", "."])
    assert text == 'Hij zei: "Ja" (1998).'
    assert [text[start:end] for start, end in spans][:5] == ["Hij", "zei", ":", '"', "Ja"]


@pytest.mark.parametrize(
    ("form", "kind", "label"),
    [
        ("Anderlecht", "ORG", "CLUB"),
        ("Floralux", "ORG", "ORGANIZATION"),
        ("Champions League", "MISC", "COMPETITION"),
        ("Vlaamse", "MISC", ""),
        ("Spanjaarden", "MISC", ""),
        ("Gouden Palm", "MISC", "MISC"),
        ("Gent", "LOC", "LOCATION"),
    ],
)
def test_conll_labels_become_ours(form: str, kind: str, label: str, known: gazetteer.Gazetteer) -> None:
    assert convert.football_label(form, kind, known) == label


def test_country_beside_a_score_is_left_open(known: gazetteer.Gazetteer) -> None:
    sentence = convert.conll_sentence(["België", "won", "in", "Gent", "."], ["B-LOC", "O", "O", "B-LOC", "O"], known)
    assert forms(sentence) == [("Gent", "LOCATION")]
    assert [sentence.text[start:end] for start, end in sentence.unsure] == ["België"]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Isaiah Brown", "Isaiah Brown"),
        ("PSV-trainer Phillip Cocu", "Phillip Cocu"),
        ("trainer Phillip Cocu", "Phillip Cocu"),
        ("Aanvoerder Luuk de Jong", "Luuk de Jong"),
        ("Quincy Owusu's", "Quincy Owusu"),
        ("Ajax-huurling", "Ajax"),
        ("AZ’er", "AZ"),
        ("oud-Utrecht", "Utrecht"),
        ("Nicolai Brock-Madsen", "Nicolai Brock-Madsen"),
        ("thuisploeg", ""),
    ],
)
def test_bare_name(value: str, name: str) -> None:
    assert cacapo.bare_name(value) == name


def test_town_after_a_place_word_is_no_club() -> None:
    names = cacapo.find("Utrecht won in Utrecht.", {"Utrecht": "CLUB"}, frozenset({"Utrecht"}))
    assert [name.label for name in names] == ["CLUB", "LOCATION"]


def test_given_and_family_name_found_apart_are_one_person() -> None:
    found = cacapo.find("Yuning Zhang scoorde.", {"Yuning": "PERSON", "Zhang": "PERSON"}, frozenset())
    assert found == (Name(0, 12, "PERSON"),)


def test_sentence_with_an_unexplained_name_is_left_out(known: gazetteer.Gazetteer) -> None:
    reports = [
        cacapo.Report("Haller schoot op Xyzzy.", (("goalName", "Haller"),)),
        cacapo.Report("Daarna scoorde Haller.", (("goalName", "Haller"),)),
        cacapo.Report("Hij kwam daarna in de ploeg, en hij bleef.", ()),
    ]
    assert [forms(sentence) for sentence in cacapo.complete(reports, known)] == [[("Haller", "PERSON")], []]


# --- augmentation --------------------------------------------------------------------------------------


def test_swapped_names_keep_label_and_place() -> None:
    sentence = parse_markup("[Ajax|CLUB] mist [Kenneth Taylor|PERSON]; [Ajax|CLUB] verliest.")
    swapped = augment.swap(sentence, lambda form, label, before: {"CLUB": "SC Cambuur", "PERSON": "Ødegaard"}[label])
    assert swapped.text == "SC Cambuur mist Ødegaard; SC Cambuur verliest."
    assert forms(swapped) == [("SC Cambuur", "CLUB"), ("Ødegaard", "PERSON"), ("SC Cambuur", "CLUB")]


def test_one_seed_gives_one_corpus(known: gazetteer.Gazetteer, own: list[Sentence]) -> None:
    def made(seed: int) -> list[Sentence]:
        return augment.variants(own[:40], 3, augment.Swapper(known, random.Random(seed), own))

    assert made(7) == made(7)
    assert made(7) != made(8)


def test_swapper_stays_with_the_manner_of_naming(known: gazetteer.Gazetteer, own: list[Sentence]) -> None:
    swapper = augment.Swapper(known, random.Random(1), own)
    assert all(known.clubs[swapper.club("Tukkers")] == "nickname" for _ in range(20))
    assert all(known.national_teams[swapper.national_team("Spanje")] == "country" for _ in range(20))
    assert swapper.national_team("Oranje") == "Oranje"
    assert all(swapper.person("Van Dijk")[0].isupper() for _ in range(50))


@pytest.mark.parametrize("noise", [augment.without_diacritics, augment.as_headline, augment.with_upper_names])
def test_noise_moves_no_name(noise: augment.Noise) -> None:
    sentence = parse_markup("[Raúl Jiménez|PERSON] scoort voor [México|NATIONAL_TEAM].")
    noisy = noise(sentence)
    assert noisy.text != sentence.text
    assert noisy.names == sentence.names
    assert noisy.text[:4].lower() in ("raúl", "raul")


def test_paragraphs_hold_every_name(own: list[Sentence]) -> None:
    made = list(augment.paragraphs(own[:60], random.Random(3)))
    assert [form for text in made for form in forms(text)] == [form for text in own[:60] for form in forms(text)]


# --- measuring and publishing --------------------------------------------------------------------------


def test_score_counts_exact_names_only() -> None:
    gold = [Sentence("Ajax won van Xabi Alonso", (Name(0, 4, "CLUB"), Name(13, 24, "PERSON")), ((5, 8),))]
    told = [(Name(0, 4, "CLUB"), Name(5, 8, "MISC"), Name(18, 24, "PERSON"))]
    scores = evaluate.score(gold, told)
    assert scores["CLUB"] == {"p": 1.0, "r": 1.0, "f": 1.0, "names": 1}
    assert scores["PERSON"]["f"] == 0.0
    assert scores["all"] == {"p": 0.5, "r": 0.5, "f": 0.5, "names": 2}


def test_card_is_made_of_the_published_scores() -> None:
    scores = json.loads((PUBLISHED / "meta.json").read_text(encoding="utf-8"))["performance"]
    template = (MODELS / "assets" / "card.md").read_text(encoding="utf-8")
    text = card.render(template, scores)
    assert "{{" not in text
    assert (MODELS / "README.md").read_text(encoding="utf-8") == text


def test_published_folder_is_what_checksums_say() -> None:
    listed = dict(reversed(line.split("  ")) for line in (PUBLISHED / "CHECKSUMS").read_text().splitlines())
    files = {path.relative_to(PUBLISHED).as_posix(): path for path in PUBLISHED.rglob("*") if path.is_file()}
    del files["CHECKSUMS"]
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == listed


def test_published_folder_is_small_and_unpickled() -> None:
    files = [path for path in PUBLISHED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 12_000_000
    # msgpack, JSON and numpy arrays of numbers; "attrs" and "*.pkl" files would be pickles
    assert {path.relative_to(PUBLISHED).as_posix() for path in files} == {
        "CHECKSUMS", "config.cfg", "meta.json", "tokenizer",
        "tok2vec/cfg", "tok2vec/model", "ner/cfg", "ner/model", "ner/moves",
        "vocab/key2row", "vocab/lookups.bin", "vocab/strings.json", "vocab/vectors", "vocab/vectors.cfg",
    }  # fmt: skip


def test_published_model_reads_names() -> None:
    import spacy

    nlp = spacy.load(PUBLISHED)
    assert nlp.pipe_names == ["tok2vec", "ner"]
    assert set(nlp.pipe_labels["ner"]) == set(evaluate.COARSE)
    doc = nlp("De Ajax-trainer haalde Xabi Alonso naar Amsterdam.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ajax", "CLUB"),
        ("Xabi Alonso", "PERSON"),
        ("Amsterdam", "LOCATION"),
    ]
