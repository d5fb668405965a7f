"""Words before a time that belong to it: "early January", "the end of 2021", "about two years", "later this week"."""

import re
from datetime import date

from onrecord.mentions.times.context import Context, Draft
from onrecord.mentions.times.lexicon import pattern
from onrecord.mentions.times.values import interval, precision, week

# The words before a time that are looked at, in characters.
_REACH = 48
_PART = pattern(
    r"(?i)(?<![\w-])(?:the )?(?P<part>very end|end|close|beginning|start|outset|middle|first part|latter part|remainder"
    r"|rest|eve|first half|second half|last half) of(?: the)?\s+$"
)
_EARLY = re.compile(
    r"(?i)(?<![\w-])(?P<the>the\s+)?(?:very\s+)?(?P<part>early|mid|late)(?:[-\s]+|\s+(?:in|on)\s+(?:the\s+)?)$"
)
_EARLIER = re.compile(r"(?i)(?<![\w-])(?P<part>earlier|later)\s+(?:on\s+)?(?:in\s+)?$")
_WEEK_OF = re.compile(r"(?i)\bthe\s+week\s+(?:of|beginning|starting)\s+$")
_ABOUT = re.compile(
    r"(?i)(?<![\w-])(?P<part>about|around|circa|roughly|approximately|some|nearly|almost|just under|less than|under"
    r"|at least|no less than|more than|just over|well over|up to|at most|no more than|as (?:many|long|much) as"
    r"|fewer than)\s+$"
)
_WORDS_OF_MOD = {
    "START": "beginning|start|outset|early|first part|first half",
    "MID": "middle|mid",
    "END": "end|very end|close|late|latter part|second half|last half",
    "BEFORE": "eve",
    "APPROX": "about|around|circa|roughly|approximately|some",
    "LESS_THAN": "nearly|almost|just under|less than|under|fewer than",
    "EQUAL_OR_LESS": "up to|at most|no more than|as many as|as long as|as much as",
    "MORE_THAN": "more than|just over|well over",
    "EQUAL_OR_MORE": "at least|no less than",
}
_MODS = {word: mod for mod, words in _WORDS_OF_MOD.items() for word in words.split("|")}


def modified(draft: Draft, context: Context) -> Draft:
    """The draft with the words before it that narrow or blur it, its mod and the days that are left of it."""
    before = context.text[max(0, draft.start - _REACH) : draft.start]
    kind = precision(draft.value)
    if kind in {"week", "month", "season", "quarter", "half", "year", "decade", "century", "weekend"}:
        if m := _PART.search(before) or _EARLY.search(before):
            return _taken(draft, m, before)
        if m := _EARLIER.search(before):
            return _clipped(_taken(draft, m, before), m["part"].lower(), context.published)
    elif kind == "day" and "X" not in draft.value and (m := _WEEK_OF.search(before)):
        start = draft.start - (len(before) - m.start())
        return draft._replace(start=start, value=week(date.fromisoformat(draft.value)), alternatives=())
    elif kind in {"day", "part of day"}:
        if m := _EARLY.search(before):
            return _taken(draft, m, before)
        if m := _EARLIER.search(before):
            return _taken(draft, m, before)
    if kind != "time" and (m := _ABOUT.search(before)) and _blurs(draft, m["part"].lower(), kind is None):
        return _taken(draft, m, before)
    return draft


def _blurs(draft: Draft, word: str, length: bool) -> bool:
    if length:
        return not draft.value.endswith("_REF")
    return draft.rule not in {"time.day_word", "time.weekday", "time.told_day"} and word in {
        "about",
        "around",
        "circa",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "at least",
        "more than",
    }


def _taken(draft: Draft, m: re.Match[str], before: str) -> Draft:
    word = " ".join(m["part"].lower().split())
    start = draft.start - (len(before) - m.start())
    return draft._replace(start=start, mod=_MODS.get(word, draft.mod))


def _clipped(draft: Draft, word: str, published: date | None) -> Draft:
    """ "Earlier this month" ends with the publication day, "later this week" begins with it."""
    covers = interval(draft.value)
    if covers is None or published is None or not covers[0] <= published <= covers[1]:
        return draft
    days = (covers[0], published) if word == "earlier" else (published, covers[1])
    return draft._replace(days=days)
