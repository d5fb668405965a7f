"""Which words name places: spaCy's entities and the gazetteer, each correcting the other."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.mentions.gazetteer import Gazetteer, normalised
from onrecord.mentions.places.toponym import Toponym
from onrecord.mentions.places.windows import (
    LONGEST_ACRONYM,
    Window,
    abbreviations,
    as_county,
    before_body,
    capitalised,
    chars,
    containers,
    find_windows,
    never_a_place,
    no_places,
    well_known,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PLACE_LABELS = {"GPE", "LOC", "FAC"}
LOCATIVE = {
    "in", "at", "near", "from", "to", "outside", "around", "across", "inside", "through", "throughout", "into",
    "toward", "towards", "via", "between",
}  # fmt: skip
# Behind these a place follows more surely than a person.
STRONG_LOCATIVE = {"in", "near", "outside", "throughout", "across"}
# "Walker County" is a place whatever stands around it.
KINDS_OF_AREA = {"county", "parish", "township", "oblast", "province", "governorate", "krai", "prefecture", "twp"}
LONGEST_BODY = 8  # words before the last


class _Text:
    """The parse with what is asked of it again and again."""

    def __init__(self, doc: "Doc", windows: list[Window]) -> None:
        self.doc = doc
        self.entities = {i: e for e in doc.ents for i in range(e.start, e.end)}
        self.within = containers(doc, windows)
        self.people = {
            t.lower_ for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for t in e if t.text[:1].isupper()
        }

    def touching(self, window: Window) -> "list[Span]":
        """The entities that share a word with the window."""
        found = {
            self.entities[i].start: self.entities[i] for i in range(window.start, window.end) if i in self.entities
        }
        return list(found.values())


def recognise(doc: "Doc", known: Gazetteer) -> list[Toponym]:
    """The toponyms of the text, in its order, none overlapping."""
    everything = list(find_windows(doc, known))
    bodies = [w for w in everything if _ends_body(doc, w)]
    ends = {w.start_char for w in bodies}
    windows = [w for w in everything if w.start_char not in ends]
    text = _Text(doc, windows)
    accepted: dict[int, tuple[Window, str]] = {}
    for window in windows:
        if rule := next((name for name, rule in RULES if rule(text, window)), None):
            accepted[window.start_char] = (window, rule)
    familiar = {w.name for w, rule in accepted.values() if not w.code}
    for window in windows:
        if window.start_char not in accepted and window.name in familiar and _stands_alone(text, window):
            accepted[window.start_char] = (window, "repeated")
    found = [_toponym(w, text.within, rule) for w, rule in accepted.values()]
    taken = [w for w, _ in accepted.values()] + bodies
    found += _unknown_entities(text, {i for w in taken for i in range(w.start, w.end)})
    return sorted(found)


def toponyms_at(doc: "Doc", spans: Iterable[tuple[int, int]], known: Gazetteer) -> list[Toponym]:
    """The toponyms at given character offsets, as if they had been recognised; for measuring resolution alone."""
    windows = []
    for start, end in sorted(spans):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        text = doc.text[start:end].removesuffix("'s").removesuffix("’s")
        code = abbreviations().get(text, ("", ""))[0]
        name = normalised(text)
        candidates = () if code else known.candidates(name)
        window = Window(span.start, span.end, name, candidates, start, end, code)
        windows.append(as_county(doc, window, known))
    within = containers(doc, windows)
    return [_toponym(w, within, "given") for w in windows]


def _toponym(window: Window, within: dict[int, str], rule: str) -> Toponym:
    return Toponym(
        window.start, window.end, window.start_char, window.end_char,
        window.name, within.get(window.start_char, ""), window.code, rule,
    )  # fmt: skip


@cache
def _peoples() -> frozenset[str]:
    """Adjectives and people of states: actors, not places."""
    return frozenset(
        normalised(word)
        for row in table("en/states")
        for column in ("adjectives", "people")
        for word in row[column].split("|")
    )


def _entity(text: _Text, window: Window) -> bool:
    """spaCy takes the words for a place, and the rest of its entity is no part of the name: "eastern Ukraine"."""
    entities = text.touching(window)
    if not entities or any(e.label_ not in PLACE_LABELS for e in entities):
        return False
    if _is_person(text, window) and not _locative(text, window, LOCATIVE):
        return False
    whole = entities[0].start >= window.start and entities[-1].end <= window.end
    return whole or not _has_neighbours(text.doc, window, max(e.end for e in entities), min(e.start for e in entities))


def _abbreviated(text: _Text, window: Window) -> bool:
    """An abbreviation of a state or province: "Boise, ID"."""
    return bool(window.code)


def _contained(text: _Text, window: Window) -> bool:
    """The area it lies in is named behind it: "Varen, Idaho"."""
    if window.start_char not in text.within:
        return False
    return not any(
        e.start < window.start and e.label_ in {"ORG", "PERSON", "WORK_OF_ART", "EVENT"} for e in text.touching(window)
    )


def _area(text: _Text, window: Window) -> bool:
    """The name says that it is an area: "Walker County"."""
    return " " in window.name and window.name.rpartition(" ")[2] in KINDS_OF_AREA and not _begun_before(text, window)


def _of_body(text: _Text, window: Window) -> bool:
    """The place that a local body or office belongs to: "the Springfield Police Department"."""
    return (
        before_body(text.doc, window)
        and not _begun_before(text, window)
        and any(c.official and c.feature != "country" for c in window.candidates)
        and not _is_person(text, window)
    )


def _known(text: _Text, window: Window) -> bool:
    """A state, capital, sea or large city that spaCy missed or took for something else."""
    if not well_known(window) or not _stands_alone(text, window):
        return False
    labels = {e.label_ for e in text.touching(window)}
    if "PERSON" in labels and not _locative(text, window, LOCATIVE) and not _only_a_place(window):
        return False
    return text.doc[window.end - 1].pos_ in {"PROPN", "NOUN", "ADJ", "ADV"}


def _behind_preposition(text: _Text, window: Window) -> bool:
    """A name that the gazetteer has, behind a preposition of place: "in Scottdale"."""
    return (
        _locative(text, window, STRONG_LOCATIVE)
        and _stands_alone(text, window)
        and any(c.official for c in window.candidates)
        and {e.label_ for e in text.touching(window)} <= {"ORG", "PERSON"}
    )


RULES: tuple[tuple[str, Callable[[_Text, Window], bool]], ...] = (
    ("entity", _entity),
    ("abbreviation", _abbreviated),
    ("contained", _contained),
    ("area", _area),
    ("of body", _of_body),
    ("known", _known),
    ("locative", _behind_preposition),
)


def _stands_alone(text: _Text, window: Window) -> bool:
    """Whether it is no part of a longer name: not "Paris Hilton", "Bank of America", "University of Idaho"."""
    if any(e.start < window.start or e.end > window.end for e in text.touching(window)):
        return False
    if _is_person(text, window) and not _locative(text, window, LOCATIVE):
        return False
    return not _has_neighbours(text.doc, window, len(text.doc), 0)


def _has_neighbours(doc: "Doc", window: Window, end: int, start: int) -> bool:
    """Whether capitalised words within the bounds continue the name to the left or right."""
    if window.end < end:
        after = doc[window.end]
        if capitalised(after) and after.pos_ == "PROPN" and not after.is_sent_start and after.ent_type_ != "PERSON":
            return True
    if window.start > start and not doc[window.start].is_sent_start:
        before = doc[window.start - 1]
        if capitalised(before) and before.pos_ == "PROPN" and before.lower_ not in no_places("generic"):
            return True
        if before.lower_ == "of" and window.start > start + 1:
            two = doc[window.start - 2]
            return capitalised(two) and two.pos_ == "PROPN" and not two.is_sent_start
    return False


@cache
def _bodies() -> dict[str, frozenset[str]]:
    """Names of organisations and outlets that end in a place's name, by their last word."""
    found: dict[str, set[str]] = {}
    for name in ("en/organisations", "en/institutions", "en/outlets"):
        for row in table(name):
            for body in row["names"].split("|"):
                if " of " in body or " in " in body:
                    found.setdefault(normalised(body).rpartition(" ")[2], set()).add(normalised(body))
    return {last: frozenset(names) for last, names in found.items()}


def _ends_body(doc: "Doc", window: Window) -> bool:
    """Whether it is the end of a known body's name: "Organization for Security and Cooperation in Europe"."""
    names = _bodies().get(window.name.rpartition(" ")[2])
    if names is None:
        return False
    until_here = normalised(doc[max(0, window.start - LONGEST_BODY) : window.end].text)
    return any(until_here.endswith(name) and name != window.name for name in names)


def _begun_before(text: _Text, window: Window) -> bool:
    """Whether the name begins before the window: "the Greater Paris Fire Department"."""
    if window.start == 0 or text.doc[window.start].is_sent_start:
        return False
    before = text.doc[window.start - 1]
    return capitalised(before) and before.pos_ == "PROPN" and before.ent_type_ == text.doc[window.start].ent_type_ != ""


def _is_person(text: _Text, window: Window) -> bool:
    """Whether the article uses the name for a person: a part of a full name, or a first name."""
    if any(c.level == 0 or c.capital for c in window.candidates) and window.name not in no_places("person"):
        return False
    return window.name in no_places("person") or window.name in text.people


def _only_a_place(window: Window) -> bool:
    """Whether it is a state or capital whose name nobody is called by."""
    return window.name not in no_places("given name") and any(c.level == 0 or c.capital for c in window.candidates)


def _locative(text: _Text, window: Window, prepositions: set[str]) -> bool:
    before = window.start - 1
    if before >= 0 and text.doc[before].lower_ == "the":
        before -= 1
    return before >= 0 and text.doc[before].lower_ in prepositions


def _unknown_entities(text: _Text, taken: set[int]) -> Iterator[Toponym]:
    """Places behind a preposition by spaCy's word alone, which no candidate fits."""
    doc = text.doc
    for entity in doc.ents:
        if entity.label_ not in {"GPE", "LOC"} or any(i in taken for i in range(entity.start, entity.end)):
            continue
        start = entity.start + (entity[0].lower_ == "the")
        if start == entity.end or not capitalised(doc[start]) or not doc[start].is_alpha:
            continue
        window = Window(start, entity.end, normalised(doc[start : entity.end].text), (), *chars(doc, start, entity.end))
        acronym = window.name.isalpha() and doc[start].is_upper and len(window.name) <= LONGEST_ACRONYM + 1
        if acronym or never_a_place(window) or window.name in _peoples() or window.name in text.people:
            continue
        if _locative(text, window, LOCATIVE):
            yield _toponym(window, {}, "entity alone")
