"""Lines that are provenance or furniture from end to end, wherever they stand."""

import re
from collections.abc import Callable
from functools import cache

from onrecord.data import table
from onrecord.intake.provenance.lines import Line
from onrecord.intake.published import DAY_NAMES, MONTHS, TIME, VAGUE_ZONES, ZONES
from onrecord.model import ZoneKind

# Words of the longest line of a kind (read by eye in 612 scraped pages on one summit).
LONGEST_DATE_LINE = 20
LONGEST_BYLINE = 20
LONGEST_FURNITURE = 40
LONGEST_TEASER = 25

_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?:(?:{_MONTH_NAMES})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:19|20)\d\d\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH_NAMES})\b\.?(?:,?\s+(?:19|20)\d\d\b)?"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)"
)
_DATE_IN_LINE = re.compile(rf"\b{_DATE}", re.I)
_CLOCK = re.compile(rf"(?:\b(?:at|on|as of)\s+)?\b{re.sub('[?]P<[a-z]+>', '?:', TIME)}(?!\w)", re.I)
# The time of an entry of a live blog; "7:13 P.M. GMT" in a transcript tells when it was spoken.
_ENTRY_CLOCK = re.compile(rf"\d\d?[:.]\d\d\s(?:{'|'.join([*ZONES, *VAGUE_ZONES])})", re.I)
_STAMP_WORDS = re.compile(
    rf"\b(?:last|first|originally|most recently|published|posted|updated|modified|created|filed|issued|released|date|"
    rf"time|on|at|by|and|{'|'.join(DAY_NAMES)}|{'|'.join(ZONES)}|et|ct|mt|pt|cst|eastern|local|hrs|h)\b",
    re.I,
)
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted):?\s+)?(?:an?|one|\d+)\s+(?:sec|min|minute|hr|hour|day|week)s?"
    r"(?:\s+\d+\s+min(?:ute)?s?)?\s+ago",
    re.I,
)
_NAME = r"[A-Z][\w.'’-]*(?:[ \xa0]+(?:(?:de|van|von|der|den|la|al|el|bin|the)[ \xa0]+)*[A-Z][\w.'’-]*){0,4}"
_BYLINE = re.compile(
    rf"(?:by|words by|written by|story by|report by|reported by|analysis by|opinion by|posted by|text by"
    rf"|(?-i:From(?= [A-Z]\w+['’]s [A-Z])))\s*:?\s+(?-i:{_NAME})"
    rf"(?:\s*(?:,|\band\b|&|\||/|\bof\b|\bin\b|\bfor\b|-|–|—)\s*(?:(?:special to|for)\s+)?(?-i:{_NAME}))*"
    rf"(?:\s*[,|-]?\s*(?:staff|staff writer|editor|correspondent|reporter|contributor|columnist)s?(?: writer)?)?\W*",
    re.I,
)
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:,|\band\b|&)\s*{_NAME})*")
_DATE_LABELS = "|".join([*DAY_NAMES, "updated", "posted", "published", "on", "at"])
_NOT_NAMES = frozenset({*MONTHS, *DAY_NAMES})
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s*(?=copyright|(?:19|20)\d\d)|&copy;|copyright\b(?=[^.]{0,60}(?:19|20)\d\d)|copyright\s*(?:©|\(c\)))"
    r"|all rights reserved\b|this material may not be published",
    re.I,
)
_PHOTO_CREDIT = re.compile(
    r"\(?\s*(?:(?:AP|AFP|Reuters|EPA|Pool|Courtesy|File|Handout)\s+)?"
    r"(?:photo|photos|photograph|photographer|picture|pictures|image|images|video|media"
    r"|credit|photo credit|image credit|image copyright"
    r"|image caption|illustration)"
    r"(?:\s*:|\s+by\b|\s+courtesy\b|\s*/|\s+\d+\s+of\s+\d+$)\s*\S.{0,120}|\(?\s*(?:(?:image|page)\s+)?\d+\s?of\s?/?\d+\)?",
    re.I,
)
_TEASER = re.compile(
    r"(?:more|watch|related|read|also read|see also|listen|live|gallery|video|read next|opinion):\s*\S", re.I
)
_FOLLOW = re.compile(r"(?:please\s+)?follow\s.{2,120}\b(?:twitter|facebook|instagram|telegram|youtube)\b.{0,80}", re.I)
_SOURCE_LINE = re.compile(
    r"(?:source|via|h/t|originally published|first published|originally posted|originally appeared)\b"
    r"\s*(?::|by|in|on|at)\s*:?\s*(?P<who>\S.{0,80})",
    re.I,
)
_ORIGIN_SENTENCE = re.compile(
    r"(?:this|the)\s+(?:article|story|post|piece|report|commentary|column|essay|interview|op-ed)\b[^.\n]{0,80}?"
    r"\b(?:first|originally)\s+(?:appeared|published|ran|posted)\b"
    r"|(?:republished|reprinted|syndicated|reposted)\s+(?:from|with|by|courtesy)\b",
    re.I,
)
_MORE_AT_SOURCE = re.compile(
    r"(?:go to (?:the )?(?:original )?source|view (?:the )?(?:source|original)(?: (?:article|post|story))?"
    r"|(?:to )?read (?:the )?(?:full|original|whole|entire|rest of (?:the|this)) (?:article|story|post|piece)"
    r"(?: (?:at|on|in|here)\b.{0,60})?|continue reading(?: (?:at|on|in|here)\b.{0,60})?"
    r"|original (?:article|source|link)"
    r"(?::.{0,80})?)\W*",
    re.I,
)
_REPORTED_FROM = re.compile(rf"{_NAME}(?:\s*(?:,|\band\b)\s*{_NAME})*\s+reported\s+from\s+{_NAME}[^.]{{0,80}}\.?")


def line_kind(line: Line) -> ZoneKind | None:
    """The kind of zone that the whole line is, or none where it may be prose.

    "By Ana Writer, The Harbour Courier" is a byline, "Published 9 January 2022 18:30 GMT" a dateline.
    """
    if not line.opens or len(line.text) > 600:
        return None
    for kind, says in _RULES:
        if says(line):
            return kind
    return None


def is_date_line(line: Line) -> bool:
    """Nothing but a date or a time, with a label or an outlet: "Updated: Jan. 9, 2022 at 6:30 p.m. ET", "18:42 GMT"."""
    if len(line.words) > LONGEST_DATE_LINE or line.text.startswith(("on ", "at ")):
        return False
    bare = line.text.strip(" .|•-[]")
    if _AGO.fullmatch(bare) or _ENTRY_CLOCK.fullmatch(bare):
        return True
    if not _DATE_IN_LINE.search(line.text):
        return False
    rest, dates = _DATE_IN_LINE.subn(" ", line.text)
    if dates > 2:
        return False
    rest = _STAMP_WORDS.sub(" ", _CLOCK.sub(" ", rest)).strip(" \t\xa0.,:;|•·()[]–—-/")
    return not re.search(r"\w", rest) or rest in outlet_names()


def is_byline(line: Line) -> bool:
    """Who wrote it: "By Ana Writer and Jon Penner, The Harbour Courier", also with a date behind."""
    if not 1 < len(line.words) <= LONGEST_BYLINE or line.words[1].casefold().strip(".") in _NOT_NAMES:
        return False
    return _BYLINE.fullmatch(date_behind(line) or line.text.strip(" •|\xa0")) is not None


def date_behind(line: Line) -> str:
    """What stands before the date that ends the line: "Ana Writer" in "Ana Writer, Monday, January 9, 2022"."""
    date = _DATE_IN_LINE.search(line.text)
    if date is None or len(line.words) > LONGEST_BYLINE:
        return ""
    return re.sub(rf"(?:\W|\b(?:{_DATE_LABELS}|\d+)\b)+$", "", line.text[: date.start()], flags=re.I)


def is_name_and_outlet(line: Line) -> bool:
    """Names with the outlet behind: "Ana Writer and Jon Penner, The Associated Press"."""
    names, comma, outlet = line.text.rpartition(",")
    outlet = outlet.strip().removesuffix(" writer")
    return bool(comma) and " " in outlet and outlet in outlet_names() and _NAMES.fullmatch(names.strip()) is not None


def is_furniture(line: Line) -> bool:
    """A button, a box, a teaser, a photo credit, or a line without a letter."""
    if not re.search(r"[^\W\d_]", line.text):
        return not line.text.endswith((".", ";", "]")) or not re.search(r"\d", line.text)
    count = len(line.words)
    start = None if line.text.startswith(("“", '"', "‘", "'")) else _starts().match(line.bare)
    if count > LONGEST_FURNITURE or (count > 12 and line.text.endswith(".")):
        # A sentence: only what begins with three words of a box, such as "Sign up for our", or with a label, such as
        # "Read more:", is none of the article's.
        opening = start.group() if start is not None else ""
        certain = (opening.count(" ") >= 2 or opening.endswith(":")) and count <= LONGEST_FURNITURE
        return certain or _FOLLOW.fullmatch(line.text) is not None
    if line.text.endswith(".") and count == 1:
        return False
    return (
        line.bare in _furniture("whole")
        or start is not None
        or (count <= LONGEST_TEASER and _TEASER.match(line.text) is not None and not line.text.endswith("."))
        or (count <= 14 and _PHOTO_CREDIT.fullmatch(line.text) is not None)
        or (count <= 10 and _agency_tail().fullmatch(line.text) is not None)
        or (count <= LONGEST_TEASER and _FOLLOW.fullmatch(line.text) is not None)
    )


def is_section_name(line: Line) -> bool:
    """The name of the section above a headline: "World"."""
    return line.bare in _furniture("head") and not line.text.endswith(".")


@cache
def outlet_names() -> frozenset[str]:
    """Names of agencies and outlets, as bylines and datelines write them."""
    return frozenset(name for row in table("en/outlets") for name in row["names"].split("|"))


@cache
def agency_names() -> str:
    """A pattern for the names that stand in datelines and credits, longest first."""
    return "|".join(re.escape(name) for name in sorted(outlet_names(), key=len, reverse=True))


def _is_copyright(line: Line) -> bool:
    return _COPYRIGHT.match(line.text) is not None


def _is_credit(line: Line) -> bool:
    return len(line.words) <= LONGEST_BYLINE and _REPORTED_FROM.fullmatch(line.text) is not None


def _is_marker(line: Line) -> bool:
    if len(line.words) > LONGEST_FURNITURE:
        return False
    if _MORE_AT_SOURCE.fullmatch(line.text) or _ORIGIN_SENTENCE.match(line.text):
        return True
    source = _SOURCE_LINE.fullmatch(line.text)
    return source is not None and len(line.words) <= 10


@cache
def _furniture(match: str) -> frozenset[str]:
    return frozenset(row["line"].strip("!") for row in table("en/furniture_lines") if row["match"] == match)


@cache
def _starts() -> re.Pattern[str]:
    starts = sorted(_furniture("start"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, starts))})(?!\w)")


@cache
def _agency_tail() -> re.Pattern[str]:
    """ "Jon Penner/AFP/Getty Images": a photographer's name with an agency behind."""
    agencies = (
        r"(?:AP|AFP|EPA|EPA-EFE|Reuters|REUTERS|Getty Images|Getty|TASS|Xinhua|Lehtikuva|AP Photo|The Associated Press)"
    )
    return re.compile(
        rf"\(?(?:{_NAME}\s*(?:,|/|\||\bvia\b|–|-)\s*)?{agencies}(?:\s*(?:/|\bvia\b)\s*{agencies})*\)?"
        rf"|\(?AP Photo/{_NAME}(?:, \w+)?\)?"
    )


_RULES: tuple[tuple[ZoneKind, Callable[[Line], bool]], ...] = (
    ("republished_from_marker", _is_marker),
    ("copyright", _is_copyright),
    ("agency_credit", _is_credit),
    ("dateline", is_date_line),
    ("byline", is_byline),
    ("furniture", is_furniture),
)
