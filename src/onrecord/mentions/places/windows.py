"""Runs of words that the gazetteer knows: what may be a place, before anything is decided."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.gazetteer import LONGEST_NAME, Candidate, Gazetteer, normalised

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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


def find_windows(doc: "Doc", known: Gazetteer) -> Iterator[Window]:
    """The longest run of words from each capitalised word that the gazetteer knows, none overlapping."""
    at = 0
    while at < len(doc):
        token = doc[at]
        found = None
        if token.dep_ != "gap" and capitalised(token) and token.lower_ != "the":
            found = _abbreviation(doc, at) or _longest(doc, at, known)
        if found:
            yield as_county(doc, found, known)
        elif "-" in token.text and token.dep_ != "gap":
            yield from _parts(token, known)
        at = found.end if found else at + 1


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


def _longest(doc: "Doc", start: int, known: Gazetteer) -> Window | None:
    fitting: list[Window] = []
    for end in range(start + 1, min(len(doc), start + LONGEST_NAME) + 1):
        last = doc[end - 1]
        if last.dep_ == "gap" or (end - 1 > start and last.is_sent_start and capitalised(last)):
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
        if candidates and (capitalised(last) or any(c.level == 0 for c in candidates)):
            fitting.append(Window(start, end, name, candidates, *chars(doc, start, end)))
    if len(fitting) > 1 and fitting[-1].name.endswith(" city") and before_body(doc, fitting[-1]):
        fitting.pop()
    return fitting[-1] if fitting and not never_a_place(fitting[-1]) else None


def _parts(token: "Token", known: Gazetteer) -> Iterator[Window]:
    """Well-known places inside one hyphenated word: "U.S.-Russia", "Moscow-based"."""
    start = token.idx
    for part in token.text.split("-"):
        name = normalised(part)
        candidates = known.candidates(name) if part[:1].isupper() and len(name) > 1 else ()
        window = Window(token.i, token.i + 1, name, candidates, start, start + len(part))
        if well_known(window) and (len(name) > 2 or part[1:2].isupper() or "." in part):
            yield window
        start += len(part) + 1


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    return {row["abbreviation"]: (row["admin"], row["use"]) for row in table("en/place_abbreviations")}


def _abbreviation(doc: "Doc", at: int) -> Window | None:
    """A state's or province's abbreviation: "Boise, Idaho" may be "Boise, ID"."""
    for end in (at + 2, at + 1):
        text = doc[at:end].text if end <= len(doc) else ""
        if (found := abbreviations().get(text)) is None:
            continue
        code, use = found
        behind_place = at > 1 and doc[at - 1].text == "," and capitalised(doc[at - 2])
        stopped_entity = text.endswith(".") and doc[at].ent_type_ == "GPE"
        if use == "alone" or behind_place or stopped_entity:
            return Window(at, end, normalised(text), (), *chars(doc, at, end), code)
    return None


def as_county(doc: "Doc", window: Window, known: Gazetteer) -> Window:
    """ "Barrow and Jackson counties" are Barrow County and Jackson County."""
    if window.code or window.name.endswith("county"):
        return window
    for token in doc[window.end : window.end + 12]:
        if token.lower_ == "counties":
            candidates = known.candidates(f"{window.name} county")
            return window._replace(name=f"{window.name} county", candidates=candidates) if candidates else window
        if not capitalised(token) and token.lower_ not in {",", "and", "or"}:
            break
    return window


def before_body(doc: "Doc", window: Window) -> bool:
    return window.end < len(doc) and doc[window.end].text in words("en/local_bodies")


@cache
def no_places(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/not_places") if row["kind"] == kind)


def never_a_place(window: Window) -> bool:
    return window.name in no_places("generic") | no_places("word")


def well_known(window: Window) -> bool:
    return any(_is_well_known(c) for c in window.candidates)


def _is_well_known(c: Candidate) -> bool:
    if c.level == 0:
        return True
    least = {1: KNOWN_AREA, 9: 0 if c.capital else KNOWN_CITY}.get(c.level)
    return bool(c.official) and least is not None and c.population >= least


def capitalised(token: "Token") -> bool:
    return token.text[:1].isupper()


def chars(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last.text.rstrip("•·*|"))
