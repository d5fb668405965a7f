"""Provenance inside a line: the dateline before a paragraph, credits in brackets, what is glued to a last sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.data import words
from onrecord.intake.provenance.lines import Line
from onrecord.intake.provenance.whole_lines import agency_names
from onrecord.intake.published import MONTHS
from onrecord.model import ZoneKind

_PLACE_IN_CAPITALS = r"(?:ST\. )?[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]+){0,3}"
_PLACE = r"[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}"
_REGION = r"(?:, (?:[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2}))"
_MONTHS = "|".join(name.title() for name in MONTHS)
_YEAR = r"(?:,? (?:19|20)\d\d)?"
_DAY = rf"(?:,? (?:{_MONTHS})\.? \d{{1,2}}{_YEAR}|, \d{{1,2}} (?:{_MONTHS})\b{_YEAR})"
# "VIENNA, 9 November 2021." above a text or before its first sentence; later on it may tell of another time.
_DAY_AND_STOP = re.compile(
    rf"{_PLACE}{_REGION}{{0,2}}, (?:(?:{_MONTHS})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTHS})),? (?:19|20)\d\d\."
    r"(?=\s+[A-Z“\"‘]|$)"
)
_DASH = r"[ \xa0]*(?:—|–|―|--)[ \xa0]*|[ \xa0]+-{1,2}[ \xa0]+"
_CREDIT = re.compile(
    r"\((?:Add\w+\s+|With\s+)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ww]ritten|[Ee]dited|[Tt]ranslated|[Pp]roduction|[Gg]raphics?)"
    r"(?:\s+and\s+\w+)?\s+(?:by|in|from)\s[^()]{2,600}\)"
)
_PHOTO = re.compile(
    r"\((?:(?:AP|AFP|Reuters|REUTERS|EPA|Pool|File)\s+)?(?:Photo|PHOTO|Photograph|Picture|Image)s?(?:/|:|\s+by\s|\s+credit\b|\s+courtesy\b)[^()]{0,160}\)"
    r"|\([^()]{0,90}(?:/\s?|,\s|\bvia\s)(?:AP|AFP|EPA|EPA-EFE|Reuters|REUTERS|Getty Images|TASS|Xinhua)(?:, [Ff]ile)?\)"
)
# The time of an entry in a live blog: "18:10 Ostmark rejects talks", "[10.45am] -", "14:05 GMT:".
_TIME_ZONE = r"(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T|MSK|local time)\b"
_CLOCK = re.compile(
    r"\[?(?:[01]?\d|2[0-3])(?::[0-5]\d|[.:][0-5]\d(?=\s?[ap]m))(?:\s?[ap]\.?m\b\.?)?(?!\s?[ap]\.?m\b)"
    rf"(?:\s{_TIME_ZONE})?\]?(?:\s*[:|—–-])?\s+(?!{_TIME_ZONE})(?=(?-i:[A-Z“\"‘]))",
    re.IGNORECASE,
)
# What an agency calls the piece: "UPDATE 1-Ostmark rejects talks", "RPT-EXCLUSIVE-", "BREAKING:".
_SLUG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|FACTBOX|EXPLAINER|TIMELINE|ANALYSIS|INTERVIEW|INSIGHT|BREAKING"
    r"|SNAPSHOT|LIVE)(?: \d{1,2})?(?:[-–—]|: ?| [-–—] ))+(?=[A-Z“\"‘])"
)
# "Go To Source" and its like, glued or not, at the very end of a line that is otherwise prose.
_WHERE = r"(?: (?:at|on|here)\b[^.]{0,60})?"
_GLUED = re.compile(
    r"(?:(?<=[.!?…”\"'’)\]])\s*|(?<=\s))"
    r"(?:Go To (?:The )?(?:Original )?Source|Go to (?:original )?source|GO TO SOURCE|View (?:[Oo]riginal|[Ss]ource)"
    rf"|Read (?:the )?(?:[Ff]ull|[Oo]riginal) (?:[Aa]rticle|[Ss]tory|[Pp]ost){_WHERE}|Continue [Rr]eading{_WHERE})"
    r"\W{0,3}$"
)
_RIGHTS = re.compile(
    r"(?<=[.!?”\"')\s])(?:©|\(c\)|\(C\)|Copyright(?:\s+(?:©|\([cC]\)))?)\s*(?:19|20)\d\d\b[^\n]{0,300}"
    r"|(?<=[.!?”\"')\s])[^.!?\n]{0,80}\bAll [Rr]ights [Rr]eserved\.?[^\n]{0,200}"
)
_CONTRIBUTED = re.compile(r"\bcontributed\s+(?:\w+\s+)?to\s+this\s+(?:report|story|article)\b\.?[”\"]?")
_SENTENCE_START = re.compile(r"(?:^|(?<![A-Z]\.)(?<!\b[A-Z])(?<!\b(?:Jr|Sr|Dr|Mr|Ms|St))[.!?][\"”’)]*\s+)(?=[A-Z(])")


def find_marks(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int, ZoneKind]]:
    """(start, end, kind) of each mark, in no order."""
    for pattern, kind in _ANYWHERE:
        yield from ((m.start(), m.end(), kind) for m in pattern.finditer(text))
    top = next((at for at, line in enumerate(lines) if line.is_prose), len(lines))
    for line in lines[: top + 1]:
        if stopped := _DAY_AND_STOP.match(line.text):
            yield line.start, line.start + stopped.end(), "dateline"
    for line in lines:
        if line.opens and (end := _dateline_end(line.text)):
            yield line.start, line.start + end, "dateline"
        if clock := _CLOCK.match(line.text):
            yield line.start, line.start + clock.end(), "dateline"
        if slug := _SLUG.match(line.text):
            yield line.start, line.start + slug.end(), "furniture"
        tail = max(0, len(line.text) - 700)
        if match := _GLUED.search(line.text, tail):
            yield line.start + match.start(), line.end, "republished_from_marker"
        if match := _RIGHTS.search(line.text, tail):
            yield line.start + match.start(), line.end, "copyright"
        if match := _CONTRIBUTED.search(line.text, tail):
            starts = [m.end() for m in _SENTENCE_START.finditer(line.text, tail, match.start())]
            yield line.start + (starts[-1] if starts else tail), line.start + match.end(), "agency_credit"


def _dateline_end(line: str) -> int:
    """Length of the dateline a paragraph opens with, its dash included; 0 for none."""
    match = _dateline().match(line[:200])
    if match is None:
        return 0
    first = re.match(r"[\w.'’-]+", line)
    if match["capitals"] and first and first[0].strip(".") in words("en/not_datelines"):
        return 0
    return match.end()


@cache
def _dateline() -> re.Pattern[str]:
    agency = rf"\((?:{agency_names()})(?: [A-Z]\w+)?\)"
    news_agency = r"\((?:Agencies|(?:[A-Z][\w.&'’-]* ){1,3}Agency)\)"
    unknown_agency = r"\([A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}\)"
    return re.compile(
        rf"(?:(?P<capitals>{_PLACE_IN_CAPITALS}){_REGION}{{0,2}}{_DAY}?"
        rf"(?:[ \xa0]+{agency}(?:{_DASH}|[ \xa0]*)|(?:[ \xa0]+{news_agency})?(?:{_DASH}))"
        rf"|{_PLACE}{_REGION}{{0,2}}{_DAY}?[ \xa0]+{agency}(?:{_DASH}|[ \xa0]*)"
        rf"|{_PLACE}{_REGION}{{0,2}}{_DAY}(?:[ \xa0]+{unknown_agency})?(?:{_DASH})"
        rf"|{agency}(?:{_DASH}|[ \xa0]*))(?=[A-Z0-9“\"‘'(«„$€£])"
    )


_ANYWHERE: tuple[tuple[re.Pattern[str], ZoneKind], ...] = ((_CREDIT, "agency_credit"), (_PHOTO, "furniture"))
