"""Pronouns and possessives: hij, hem, zijn, zij, haar; and "ik", who is quoted."""

from __future__ import annotations

import re

from pipeline.components.clauses import clause
from pipeline.components.coreference.story import Meant, Place, Story
from pipeline.components.reading import Sentence, pattern

#: How many sentences back a pronoun may point; set on the development split of corpus/: further back it is seldom the
#: subject that is meant.
REACH = 3
_PRONOUN = re.compile(r"\b(?:hij|hem|zij|haar|ze|zijn|ik|mijn)\b")
_SUBJECT = frozenset({"hij", "zij", "ze"})
_FEMALE = frozenset({"zij", "haar", "ze"})
_SPEAKER = frozenset({"ik", "mijn"})
#: Singular verbs beside "zij"/"ze" tell that it is she, not they: the present in -t, the weak past in -te or -de, and
#: the strong past by its vowel; plurals end in -en.
_SINGULAR = re.compile(
    r"is|was|heeft|had|kan|kon|zal|zou|wil|wilde|mag|werd|\w{2,}t|\w{2,}(?:st|k|p|f|ch|l|r|n|g)te|\w{2,}[lrngjiv]de|"
    r"\w*(?:ging|kwam|nam|liep|kreeg|bleef|schreef|koos|verloor|won|begon|stond|zag|gaf|zat|lag|trok|"
    r"sprak|brak|hield|viel|sloot)"
)
#: "zijn" is the verb after these, and before those; elsewhere before a noun it is the possessive.
_VERB_BEFORE = re.compile(
    r"(?:\b(?:er|ze|zij|we|wij|die|dat|dit|te|niet|allen|beiden?|allebei|jullie|u|ook|dan|daar|hier|nog|al|wel)"
    r"|[a-z]{3,}(?:en|ers|els))$"
)
_VERB_AFTER = re.compile(
    r"^(?:de|het|een|er|ook|nog|al|niet|geen|dan|daar|hier|we|ze|zij|wij|dat|die|dit|hun|onze|in|op|te|om|wel|erg|heel|"
    r"zeer|beide|alle|inmiddels|momenteel|vooral|ge\w+|ver\w+d|be\w+d|\w+erd|als|van|naar|met|voor|bij|aan)\b|^[^\w]"
)
#: After these "haar" is no possessive.
_OBJECT_AFTER = re.compile(r"^(?:(?:in|op|van|voor|met|te|niet|naar|aan|als|bij|en|of|dat|om)\b|[^a-z])")
_SPEAKS = r"\b(?:zegt|zei|aldus|vertelt|stelt|vindt|reageert|klinkt|verklaart|besluit|lacht|erkent|geeft)\b"
_SPOKEN = rf"{_SPEAKS}(?: \w+){{0,3}} ?(?P<behind><P>)|(?P<ahead><P>)(?: \w+){{0,2}} {_SPEAKS}"


def stretches(skeleton: str) -> list[tuple[int, int]]:
    """Where pronouns stand."""
    return [match.span() for match in _PRONOUN.finditer(skeleton)]


def meant(story: Story, sentence: Sentence, start: int, end: int) -> Meant | None:
    """Whom the pronoun at [start, end) stands for; None when that is open, or when it is no pronoun here."""
    word = sentence.skeleton[start:end]
    form = _form(word, sentence.skeleton[:start].rstrip(), sentence.skeleton[end : end + 60].lstrip())
    if not form:
        return None
    if word in _SPEAKER:
        key = _speaker(sentence) or story.interviewed
    else:
        key = _antecedent(story, sentence, start, word, form)
    return Meant(end, key, "PERSON", form) if key else None


def _form(word: str, before: str, after: str) -> str:
    """pronoun or possessive; empty when the word is a verb, or means several people."""
    if word == "mijn":
        return "possessive"
    if word == "zijn":
        return "" if not after or _VERB_AFTER.match(after) or _VERB_BEFORE.search(before[-40:]) else "possessive"
    if word == "haar":
        return "pronoun" if _OBJECT_AFTER.match(after) or not after else "possessive"
    if word in ("zij", "ze"):
        beside = (re.match(r"\w+", after), re.search(r"\w+$", before[-40:]))
        return "pronoun" if any(verb and _SINGULAR.fullmatch(verb[0]) for verb in beside) else ""
    return "pronoun"


def _antecedent(story: Story, sentence: Sentence, at: int, word: str, form: str) -> str:
    def fitting(index: int) -> list[Place]:
        return [place for place in story.people_in(index) if _gender_fits(story, place.key, word in _FEMALE)]

    same = fitting(sentence.index)
    begin, _ = clause(sentence, at)
    here = [place for place in same if begin <= place.at < at]
    acting: set[str] = set()
    if form == "possessive":
        own = next((place.key for place in here if place.subject), "")
        if own:
            return own
    else:
        # who acts in a clause is not "hij" or "hem" of the same clause, unless named before it, too
        before = {place.key for place in same if place.at < begin}
        same = [place for place in same if place.at < begin or place.key in before]
        if word not in _SUBJECT:
            acting = {place.key for place in here}
    subjects = [place.key for place in same if place.subject and place.key not in acting]
    if subjects:
        return subjects[0]
    for back in range(1, REACH + 1):
        earlier = [place for place in fitting(sentence.index - back) if place.key not in acting]
        subjects = [place.key for place in earlier if place.subject]
        if subjects:
            # of several, the one whom the article has been about most; of equals, the first
            return max(dict.fromkeys(subjects), key=story.mentioned)
        if earlier:
            return earlier[0].key if len({place.key for place in earlier}) == 1 else ""
    return ""


def _gender_fits(story: Story, key: str, female: bool) -> bool:
    gender = story.people[key].gender
    return (gender == "woman") == female if gender else story.womens or not female


def _speaker(sentence: Sentence) -> str:
    """Who says "ik": named with a verb of speaking in the sentence, the next, or the two before; else nobody."""
    sentences = sentence.reading.sentences
    for index in (sentence.index, sentence.index + 1, sentence.index - 1, sentence.index - 2):
        if not 0 <= index < len(sentences):
            continue
        for match in pattern(_SPOKEN).finditer(sentences[index].skeleton):
            item = sentences[index].item(match, "behind" if match["behind"] else "ahead")
            if item is not None:
                return item.entity
    return ""
