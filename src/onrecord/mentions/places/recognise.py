"""Which words name places: spaCy's entities and the gazetteer, each correcting the other."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.mentions.gazetteer import LONGEST_NAME, Candidate, Gazetteer, normalised
from onrecord.mentions.places.toponym import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PLACE_LABELS = {"GPE", "LOC", "FAC"}
LOCATIVE = {
    "in", "at", "near", "from", "to", "outside", "around", "across", "inside", "through", "throughout", "into",
    "toward", "towards", "of", "for", "via", "over", "off",
}  # fmt: skip
# Only these say surely that a place follows.
STRONG_LOCATIVE = {"in", "near", "outside", "throughout", "across"}
# A city this large is known by its name alone (LGL, development half: smaller ones were surnames as often as places).
KNOWN_CITY = 300_000
KNOWN_AREA = 1_000_000


class _Window(NamedTuple):
    start: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]
    code: str = ""


def recognise(doc: "Doc", known: Gazetteer) -> list[Toponym]:
    """The toponyms of the text, in its order, none overlapping."""
    windows = list(_windows(doc, known))
    entities = {i: e for e in doc.ents for i in range(e.start, e.end)}
    within = _containers(doc, windows)
    accepted: dict[int, tuple[_Window, str]] = {}
    for window in windows:
        if rule := _rule_for(doc, window, entities, window.start in within):
            accepted[window.start] = (window, rule)
    familiar = {w.name for w, _ in accepted.values() if not w.code}
    for window in windows:
        if window.start not in accepted and window.name in familiar and _stands_alone(doc, window, entities):
            accepted[window.start] = (window, "repeated")
    found = [
        Toponym(w.start, w.end, *_chars(doc, w.start, w.end), w.name, within.get(w.start, ""), w.code, rule)
        for w, rule in accepted.values()
    ]
    found += _unknown_entities(doc, {i for w, _ in accepted.values() for i in range(w.start, w.end)})
    return sorted(found)


def toponyms_at(doc: "Doc", spans: Iterable[tuple[int, int]], known: Gazetteer) -> list[Toponym]:
    """The toponyms at given character offsets, as if they had been recognised; for measuring resolution alone."""
    windows = []
    for start, end in sorted(spans):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        text = doc.text[start:end].removesuffix("'s").removesuffix("’s")
        code = _abbreviations().get(text, ("", ""))[0]
        name = normalised(text)
        windows.append((start, end, _Window(span.start, span.end, name, () if code else known.candidates(name), code)))
    within = _containers(doc, [w for _, _, w in windows])
    return [
        Toponym(w.start, w.end, start, end, w.name, within.get(w.start, ""), w.code, "given")
        for start, end, w in windows
    ]


def _windows(doc: "Doc", known: Gazetteer) -> Iterator[_Window]:
    """The longest run of words from each capitalised word that the gazetteer knows, none overlapping."""
    at = 0
    while at < len(doc):
        token = doc[at]
        found = None
        if token.dep_ != "gap" and _capitalised(token):
            found = _abbreviation(doc, at) or _longest(doc, at, known)
        if found:
            yield found
        at = found.end if found else at + 1


def _longest(doc: "Doc", start: int, known: Gazetteer) -> _Window | None:
    best = None
    end_of_sentence = min(len(doc), start + LONGEST_NAME)
    for end in range(start + 1, end_of_sentence + 1):
        last = doc[end - 1]
        if last.dep_ == "gap" or (end - 1 > start and last.is_sent_start and not last.is_punct):
            break
        if last.is_punct and last.text not in {"-", "–", "'", "’"} and not last.text.endswith("."):
            break
        if not _capitalised(last) and not last.text[-1:].isalpha():
            continue
        name = normalised(doc[start:end].text)
        candidates = known.candidates(name)
        if candidates and (end - start > 1 or len(name) > 2 or doc[start].is_upper):
            if not _capitalised(last) and not any(c.level == 0 for c in candidates):
                continue
            best = _Window(start, end, name, candidates)
    return best


@cache
def _abbreviations() -> dict[str, tuple[str, str]]:
    return {row["abbreviation"]: (row["admin"], row["use"]) for row in table("en/place_abbreviations")}


def _abbreviation(doc: "Doc", at: int) -> _Window | None:
    """A state's or province's abbreviation: "Boise, Idaho" may be "Boise, ID"."""
    for end in (at + 2, at + 1):
        text = doc[at:end].text if end <= len(doc) else ""
        if (found := _abbreviations().get(text)) is None:
            continue
        code, use = found
        behind_place = at > 1 and doc[at - 1].text == "," and _capitalised(doc[at - 2])
        if use == "alone" or behind_place:
            return _Window(at, end, normalised(text), (), code)
    return None


def _containers(doc: "Doc", windows: list[_Window]) -> dict[int, str]:
    """Start of a place's window -> code of the area named behind it: "Boise, Idaho", "Gomel, Belarus"."""
    found = {}
    by_start = {w.start: w for w in windows}
    for window in windows:
        after = window.end
        if after + 1 >= len(doc) or doc[after].text not in {",", "("}:
            continue
        behind = by_start.get(after + 1)
        if behind is None:
            continue
        inside = {code for c in window.candidates for code in (c.admin1, *c.country.split("/")) if c.level > 0}
        areas = [behind.code] if behind.code else [
            c.admin1 if c.level == 1 else c.country.split("/")[0]
            for c in sorted(behind.candidates, key=lambda c: c.level)
            if c.feature == "country" or c.level == 1
        ]  # fmt: skip
        if code := next((code for code in areas if code and code in inside), None):
            found[window.start] = code
    return found


def _rule_for(doc: "Doc", window: _Window, entities: "dict[int, Span]", contained: bool) -> str | None:
    """The id of the rule that takes the window for a place, if any."""
    touching = {id(entities[i]): entities[i] for i in range(window.start, window.end) if i in entities}
    labels = {e.label_ for e in touching.values()}
    longer = any(e.start < window.start or e.end > window.end for e in touching.values())
    if labels and labels <= PLACE_LABELS:
        return "entity"
    if window.code:
        return "abbreviation"
    if contained and not (longer and labels & {"ORG", "PERSON", "WORK_OF_ART", "EVENT"}):
        return "contained"
    if longer or _part_of_name(doc, window):
        return None
    if _well_known(window) and not (labels & {"PERSON"} and not _locative(doc, window, LOCATIVE)):
        return "known" if doc[window.end - 1].pos_ in {"PROPN", "NOUN", "ADJ"} else None
    if (
        labels <= {"ORG", "PERSON", "NORP"}
        and _locative(doc, window, STRONG_LOCATIVE)
        and any(c.official for c in window.candidates)
    ):
        return "locative"
    return None


def _stands_alone(doc: "Doc", window: _Window, entities: "dict[int, Span]") -> bool:
    touching = {entities[i] for i in range(window.start, window.end) if i in entities}
    if any(e.start < window.start or e.end > window.end for e in touching):
        return False
    return not _part_of_name(doc, window)


def _part_of_name(doc: "Doc", window: _Window) -> bool:
    """Whether capitalised neighbours make it part of a longer name: "Paris Hilton", "Bank of America"."""
    if window.end < len(doc):
        after = doc[window.end]
        if (
            _capitalised(after)
            and after.pos_ == "PROPN"
            and not after.is_sent_start
            and after.ent_type_ not in {"PERSON"}
        ):
            return True
    if window.start > 0:
        before = doc[window.start - 1]
        if _capitalised(before) and before.pos_ == "PROPN" and not doc[window.start].is_sent_start:
            return True
        if before.lower_ in {"of", "the", "de", "al"} and window.start > 1:
            two = doc[window.start - 2]
            if before.lower_ == "of" and _capitalised(two) and two.pos_ == "PROPN" and not two.is_sent_start:
                return True
    return False


def _well_known(window: _Window) -> bool:
    return any(
        c.level == 0
        or c.capital
        or (c.official and c.level == 1 and c.population >= KNOWN_AREA)
        or (c.official and c.level == 9 and c.population >= KNOWN_CITY)
        for c in window.candidates
    )


def _locative(doc: "Doc", window: _Window, words: set[str]) -> bool:
    before = window.start - 1
    if before >= 0 and doc[before].lower_ == "the":
        before -= 1
    return before >= 0 and doc[before].lower_ in words


def _unknown_entities(doc: "Doc", taken: set[int]) -> Iterator[Toponym]:
    """Places by spaCy's word alone, which no candidate fits."""
    for entity in doc.ents:
        if entity.label_ not in {"GPE", "LOC"} or any(i in taken for i in range(entity.start, entity.end)):
            continue
        start = entity.start + (entity[0].lower_ == "the")
        if start < entity.end and _capitalised(doc[start]):
            yield Toponym(start, entity.end, *_chars(doc, start, entity.end), normalised(doc[start : entity.end].text))


def _capitalised(token: "Token") -> bool:
    return token.text[:1].isupper()


def _chars(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
