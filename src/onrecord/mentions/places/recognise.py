"""Which words name places: spaCy's entities and the gazetteer, each correcting the other."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.gazetteer import LONGEST_NAME, Candidate, Gazetteer, normalised
from onrecord.mentions.places.toponym import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PLACE_LABELS = {"GPE", "LOC", "FAC"}
LOCATIVE = {
    "in", "at", "near", "from", "to", "outside", "around", "across", "inside", "through", "throughout", "into",
    "toward", "towards", "via", "between",
}  # fmt: skip
# Behind these a place follows more surely than a person.
STRONG_LOCATIVE = {"in", "near", "outside", "throughout", "across"}
# "Walker County" is a place whatever stands around it.
KINDS_OF_AREA = {"county", "parish", "township", "oblast", "province", "governorate", "krai", "prefecture", "twp"}
# A city this large is known by its name alone (LGL, development half: smaller ones were surnames as often as places).
KNOWN_CITY = 300_000
KNOWN_AREA = 1_000_000
# "EU" and "NATO" are acronyms, not the towns of that name.
LONGEST_ACRONYM = 4
_INNER_MARKS = {"-", "–", "'", "’"}


class Window(NamedTuple):
    """A run of words that the gazetteer knows, or an abbreviation of an area."""

    start: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]
    start_char: int
    end_char: int
    code: str = ""


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
    windows = list(_windows(doc, known))
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
    found += _unknown_entities(text, {i for w, _ in accepted.values() for i in range(w.start, w.end)})
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
        candidates = () if code else known.candidates(name)
        window = Window(span.start, span.end, name, candidates, start, end, code)
        windows.append(_as_county(doc, window, known))
    within = containers(doc, windows)
    return [_toponym(w, within, "given") for w in windows]


def _toponym(window: Window, within: dict[int, str], rule: str) -> Toponym:
    return Toponym(
        window.start, window.end, window.start_char, window.end_char,
        window.name, within.get(window.start_char, ""), window.code, rule,
    )  # fmt: skip


def _windows(doc: "Doc", known: Gazetteer) -> Iterator[Window]:
    """The longest run of words from each capitalised word that the gazetteer knows, none overlapping."""
    at = 0
    while at < len(doc):
        token = doc[at]
        found = None
        if token.dep_ != "gap" and _capitalised(token) and token.lower_ != "the":
            found = _abbreviation(doc, at) or _longest(doc, at, known)
        if found:
            yield _as_county(doc, found, known)
        elif "-" in token.text and token.dep_ != "gap":
            yield from _parts(token, known)
        at = found.end if found else at + 1


def _parts(token: "Token", known: Gazetteer) -> Iterator[Window]:
    """Well-known places inside one hyphenated word: "U.S.-Russia", "Moscow-based"."""
    start = token.idx
    for part in token.text.split("-"):
        name = normalised(part)
        candidates = known.candidates(name) if part[:1].isupper() and len(name) > 1 else ()
        window = Window(token.i, token.i + 1, name, candidates, start, start + len(part))
        if _well_known(window) and (len(name) > 2 or part[1:2].isupper() or "." in part):
            yield window
        start += len(part) + 1


def _longest(doc: "Doc", start: int, known: Gazetteer) -> Window | None:
    fitting: list[Window] = []
    for end in range(start + 1, min(len(doc), start + LONGEST_NAME) + 1):
        last = doc[end - 1]
        if last.dep_ == "gap" or (end - 1 > start and last.is_sent_start and _capitalised(last)):
            break
        if last.is_punct and last.text not in _INNER_MARKS:
            break
        if last.is_punct:
            continue
        name = normalised(doc[start:end].text)
        if len(name) < 3 and not doc[start].is_upper:
            continue
        candidates = known.candidates(name)
        if len(name) <= LONGEST_ACRONYM and doc[start].is_upper:
            candidates = tuple(c for c in candidates if _is_well_known(c))
        # "Rafah crossing" and "Kola peninsula" end in small letters; such names stand in our own tables only.
        if candidates and (_capitalised(last) or any(c.level == 0 for c in candidates)):
            fitting.append(Window(start, end, name, candidates, *_chars(doc, start, end)))
    if len(fitting) > 1 and fitting[-1].name.endswith(" city") and _before_body(doc, fitting[-1]):
        fitting.pop()
    return fitting[-1] if fitting and not _never(fitting[-1]) else None


@cache
def _abbreviations() -> dict[str, tuple[str, str]]:
    return {row["abbreviation"]: (row["admin"], row["use"]) for row in table("en/place_abbreviations")}


@cache
def _no_places(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/not_places") if row["kind"] == kind)


@cache
def _peoples() -> frozenset[str]:
    """Adjectives and people of states: actors, not places."""
    return frozenset(
        normalised(word)
        for row in table("en/states")
        for column in ("adjectives", "people")
        for word in row[column].split("|")
    )


def _never(window: Window) -> bool:
    return window.name in _no_places("generic") | _no_places("word")


def _abbreviation(doc: "Doc", at: int) -> Window | None:
    """A state's or province's abbreviation: "Boise, Idaho" may be "Boise, ID"."""
    for end in (at + 2, at + 1):
        text = doc[at:end].text if end <= len(doc) else ""
        if (found := _abbreviations().get(text)) is None:
            continue
        code, use = found
        behind_place = at > 1 and doc[at - 1].text == "," and _capitalised(doc[at - 2])
        stopped_entity = text.endswith(".") and doc[at].ent_type_ == "GPE"
        if use == "alone" or behind_place or stopped_entity:
            return Window(at, end, normalised(text), (), *_chars(doc, at, end), code)
    return None


def _as_county(doc: "Doc", window: Window, known: Gazetteer) -> Window:
    """ "Barrow and Jackson counties" are Barrow County and Jackson County."""
    if window.code or window.name.endswith("county"):
        return window
    for token in doc[window.end : window.end + 12]:
        if token.lower_ == "counties":
            candidates = known.candidates(f"{window.name} county")
            return window._replace(name=f"{window.name} county", candidates=candidates) if candidates else window
        if not _capitalised(token) and token.lower_ not in {",", "and", "or"}:
            break
    return window


def containers(doc: "Doc", windows: list[Window]) -> dict[int, str]:
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
            for c in sorted(behind.candidates, key=lambda c: (-c.level if "US" in inside else c.level))
            if c.feature == "country" or c.level == 1
        ]  # fmt: skip
        if code := next((code for code in areas if code and code in inside), None):
            found[window.start_char] = code
    return found


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
        _before_body(text.doc, window)
        and not _begun_before(text, window)
        and any(c.official and c.feature != "country" for c in window.candidates)
        and not _is_person(text, window)
    )


def _known(text: _Text, window: Window) -> bool:
    """A state, capital, sea or large city that spaCy missed or took for something else."""
    if not _well_known(window) or not _stands_alone(text, window):
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
        if _capitalised(after) and after.pos_ == "PROPN" and not after.is_sent_start and after.ent_type_ != "PERSON":
            return True
    if window.start > start and not doc[window.start].is_sent_start:
        before = doc[window.start - 1]
        if _capitalised(before) and before.pos_ == "PROPN" and before.lower_ not in _no_places("generic"):
            return True
        if before.lower_ == "of" and window.start > start + 1:
            two = doc[window.start - 2]
            return _capitalised(two) and two.pos_ == "PROPN" and not two.is_sent_start
    return False


def _begun_before(text: _Text, window: Window) -> bool:
    """Whether the name begins before the window: "the Greater Paris Fire Department"."""
    if window.start == 0 or text.doc[window.start].is_sent_start:
        return False
    before = text.doc[window.start - 1]
    return (
        _capitalised(before) and before.pos_ == "PROPN" and before.ent_type_ == text.doc[window.start].ent_type_ != ""
    )


def _before_body(doc: "Doc", window: Window) -> bool:
    return window.end < len(doc) and doc[window.end].text in words("en/local_bodies")


def _is_person(text: _Text, window: Window) -> bool:
    """Whether the article uses the name for a person: a part of a full name, or a first name."""
    if any(c.level == 0 or c.capital for c in window.candidates) and window.name not in _no_places("person"):
        return False
    return window.name in _no_places("person") or window.name in text.people


def _well_known(window: Window) -> bool:
    return any(_is_well_known(c) for c in window.candidates)


def _is_well_known(c: Candidate) -> bool:
    if c.level == 0:
        return True
    least = {1: KNOWN_AREA, 9: 0 if c.capital else KNOWN_CITY}.get(c.level)
    return bool(c.official) and least is not None and c.population >= least


def _only_a_place(window: Window) -> bool:
    """Whether it is a state or capital whose name nobody is called by."""
    return window.name not in _no_places("given name") and any(c.level == 0 or c.capital for c in window.candidates)


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
        if start == entity.end or not _capitalised(doc[start]) or not doc[start].is_alpha:
            continue
        chars = _chars(doc, start, entity.end)
        window = Window(start, entity.end, normalised(doc[start : entity.end].text), (), *chars)
        acronym = window.name.isalpha() and doc[start].is_upper and len(window.name) <= LONGEST_ACRONYM + 1
        if acronym or _never(window) or window.name in _peoples() or window.name in text.people:
            continue
        if _locative(text, window, LOCATIVE):
            yield _toponym(window, {}, "entity alone")


def _capitalised(token: "Token") -> bool:
    return token.text[:1].isupper()


def _chars(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last.text.rstrip("•·*|"))
