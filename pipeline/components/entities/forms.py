"""A form once understood stays understood: one label a form, and all its occurrences found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from pipeline.components.entities.spans import Span
from pipeline.components.gazetteer import SURE, Gazetteer
from pipeline.dutch.names import PARTICLES, bare, name_tails
from pipeline.schema.values import KIND_OF_LABEL


def spread(doc: Doc, texts: list[str], spans: list[Span], gazetteer: Gazetteer) -> list[Span]:
    """A form once understood stays understood: one label a form, and all its occurrences found."""
    spans = [_agreed(span, doc, votes) for votes in [_votes(doc, spans)] for span in spans]
    forms: dict[tuple[str, ...], Span] = {}
    for span in spans:
        words = tuple(texts[span.start : span.end])
        if span.label in KIND_OF_LABEL and (span.label != "NATIONAL_TEAM" or span.sure):
            forms.setdefault(words, span)
        if span.label == "PERSON" and len(words) > 1:
            for tail in name_tails(" ".join(words)):
                parts = tail.split()
                forms.setdefault(tuple(parts), span)
                forms.setdefault((parts[0][:1].upper() + parts[0][1:], *parts[1:]), span)
    by_first: dict[str, list[tuple[tuple[str, ...], Span]]] = defaultdict(list)
    lower_words = {text for text in texts if text.islower()}
    for words, span in forms.items():
        if _may_spread(words, span, lower_words, gazetteer):
            by_first[words[0]].append((words, span))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))

    taken = {index for span in spans for index in range(span.start, span.end)}
    added = []
    for index, text in enumerate(texts):
        if index in taken or not (text in by_first or bare(text) in by_first):
            continue
        for words, span in by_first.get(text) or by_first[bare(text)]:
            end = index + len(words)
            here = (*texts[index : end - 1], bare(texts[end - 1])) if end <= len(texts) else ()
            if here == words and taken.isdisjoint(range(index, end)):
                added.append(Span(index, end, span.label, "rule", span.seeds, span.sure))
                taken.update(range(index, end))
                break
    return sorted(spans + added)


def _may_spread(words: tuple[str, ...], span: Span, lower_words: set[str], gazetteer: Gazetteer) -> bool:
    """Whether a form means the same wherever it stands: not a word of the language, not a town."""
    if not any(word[0].isupper() for word in words) or words[0] in PARTICLES:
        return False
    if len(words) > 1:
        return True
    word = words[0]
    if len(word) < 3 or word.lower() in lower_words:
        return False
    known = gazetteer.aliases["club"].get(word) or gazetteer.aliases["national_team"].get(word)
    return known is None or known[0] == SURE or span.label == "PERSON"


def _votes(doc: Doc, spans: Iterable[Span]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[doc[span.start : span.end].text][span.label] += 1
        if span.label == "PERSON" and span.end - span.start > 1:
            for tail in name_tails(doc[span.start : span.end].text):
                votes[tail]["PERSON"] += 2  # introduced in full: that is what its tail means
    return votes


def _agreed(span: Span, doc: Doc, votes: dict[str, Counter[str]]) -> Span:
    """A span with the label that most occurrences of its form have; places and teams may differ by context."""
    counts = votes[doc[span.start : span.end].text]
    label = max(counts, key=lambda name: (counts[name], name == span.label))
    if span.sure or label == span.label or {label, span.label} <= {"LOCATION", "CLUB", "NATIONAL_TEAM"}:
        return span
    return span._replace(label=label, found_by="rule", seeds=())
