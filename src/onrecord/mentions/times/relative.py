"""Times told from the day of publication or from a day named before: "yesterday", "last week", "two days later"."""

import re
from datetime import date

from onrecord.data import table
from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.lexicon import NUMBER, PART, PARTS, UNIT, UNITS, VAGUE, alternatives, number, pattern
from onrecord.mentions.times.values import UNKNOWN_DAY, shifted

_REFERENCES = {row["word"]: row["value"] for row in table("en/time_references")}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_BACK = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_AMOUNT = rf"(?P<number>{NUMBER}|(?i:an?|{VAGUE}|half an?))"
_PLURAL_UNITS = frozenset(u + "s" for u in UNITS)
_UNIT_WORDS = frozenset(UNITS) | _PLURAL_UNITS


_DAY_WORD = pattern(
    r"\b(?:(?i:the )?(?i:day) (?P<beyond>(?i:before|after)) )?(?P<word>(?i:yesterday|today|tomorrow))\b"
    rf"(?: (?P<part>{PART})\b)?"
)


def day_word(m: re.Match[str], context: Context) -> list[Draft]:
    """Yesterday, today or tomorrow, with or without part of day: "yesterday morning"."""
    word = m["word"]
    before = context.text[max(0, m.start() - 20) : m.start()]
    if word[0].isupper() and re.search(r"[A-Z][\w.&]*\s+$", before):
        return []
    shift = _DAYS[word.lower()]
    if m["beyond"]:
        shift += -1 if m["beyond"].lower() == "before" else 1
    return [_day(m, context, shift, m["part"])]


_BROADCASTER = re.compile(r"(?:\b[A-Z]{2,5}(?:['’]s)?|[\"“‘'`*])\s*[\"“‘'`]*$")
_PART_OF_DAY = pattern(
    r"(?i)\b(?:(?P<tonight>tonight)|(?P<which>this|last) (?P<part>morning|afternoon|evening|night))\b"
)


def part_of_day(m: re.Match[str], context: Context) -> list[Draft]:
    """A part of this day or the last: "this morning", "tonight", "last night"."""
    if _is_programme(m, context):
        return []
    if m["tonight"]:
        return [_day(m, context, 0, "night")]
    return [_day(m, context, _BACK[m["which"].lower()], m["part"])]


def _is_programme(m: re.Match[str], context: Context) -> bool:
    """Whether the words are the name of a broadcast: CBS This Morning, ABC's "This Week"."""
    words = m.group().split()
    return (
        len(words) > 1
        and all(w[0].isupper() for w in words)
        and _BROADCASTER.search(context.text[max(0, m.start() - 8) : m.start()]) is not None
    )


def _day(m: re.Match[str], context: Context, shift: int, part: str | None) -> Draft:
    value = shifted(context.published, "D", shift)
    if part:
        return Draft(m.start(), m.end(), "TIME", f"{value}T{PARTS[part.lower()]}", anchor=context.anchor)
    return Draft(m.start(), m.end(), "DATE", value, anchor=context.anchor)


_TOLD_DAY = pattern(
    r"(?i)\b(?P<which>(?:the )?(?:next|following|previous|preceding)|(?:that|the) (?:same|very)|that)"
    rf" (?:day|(?P<part>{PART}))\b"
)


def told_day(m: re.Match[str], context: Context) -> list[Draft]:
    """A day told from the one named before: "the next day", "that day", "the following morning"."""
    which = m["which"].lower().split()[-1]
    told = context.event_day_before if which in {"that", "same", "very"} else context.day_before
    known = told(m.start())
    value = shifted(known, "D", _BACK.get(which, 0))
    anchor = known.isoformat() if known else None
    if m["part"]:
        return [Draft(m.start(), m.end(), "TIME", f"{value}T{PARTS[m['part'].lower()]}", anchor=anchor)]
    return [Draft(m.start(), m.end(), "DATE", value, anchor=anchor)]


_CALENDAR_UNIT = pattern(
    r"(?i)\b(?P<which>(?:the )?(?:last|next|previous|preceding|following|current|coming)"
    r"|this(?: (?:past|coming|current))?|(?:the|that) same) (?:calendar |fiscal |academic )?"
    r"(?P<unit>weekend|week|month|quarter|year|decade|century)\b(?![-\s](?:ago|old))(?: or (?:so|two)\b)?"
)


def calendar_unit(m: re.Match[str], context: Context) -> list[Draft]:
    """A week, month, year ... told from publication: "last week", "this year", "the coming month"."""
    if _is_programme(m, context):
        return []
    unit = UNITS[m["unit"].lower()]
    which = m["which"].lower().split()[-1]
    if which in {"previous", "preceding", "following", "same"}:
        base = context.day_before(m.start())
    else:
        base = context.published
    anchor = base.isoformat() if base else None
    value = shifted(base, unit, _BACK.get(which, 0))
    if unit == "Q" and base is not None and which == "this":
        value = shifted(base, "Q", 0)
    return [Draft(m.start(), m.end(), "DATE", value, anchor=anchor)]


_WEEKEND = pattern(r"(?i)\bthe weekend\b")


def weekend(m: re.Match[str], context: Context) -> list[Draft]:
    """The weekend nearest to publication as the clause looks: "over the weekend"."""
    if context.published is None:
        return [Draft(m.start(), m.end(), "DATE", "XXXX-WXX-WE")]
    ahead = context.direction(m.start(), m.end()) == "future"
    back = context.published.isoweekday() < 6 and not ahead
    return [Draft(m.start(), m.end(), "DATE", shifted(context.published, "WE", -int(back)), anchor=context.anchor)]


_THE_UNIT = pattern(
    r"\b[Tt]he (?P<unit>year|month|week)\b(?!-|[’']s?\b| (?:of|ago|ahead|earlier|before|after|two|was|when|that"
    r"|in which|the|an?|he|she|it|we|they|his|her|its|their)\b)"
)


def the_unit(m: re.Match[str], context: Context) -> list[Draft]:
    """The current year, week or month in "by the end of the year", "so far this year", "later in the week"."""
    unit = UNITS[m["unit"].lower()]
    return [Draft(m.start(), m.end(), "DATE", shifted(context.published, unit, 0), anchor=context.anchor)]


_DISTANCE = pattern(
    rf"\b(?:{_AMOUNT}(?: or (?:so|two|more))?(?: (?i:full|more|whole))? )?(?P<unit>{UNIT})(?i:s?)"
    r"(?P<half>(?i: and a half))?(?: or so)?"
    r" (?P<where>(?i:ago|earlier|later|afterwards|from now|hence|(?:before|after)(?=\s*[.,;:)])))(?!\w| than\b)"
)


# "from $1.2 million a year ago": the same quarter a year before.
_COMPARED = re.compile(r"(?:[\d$%]|\b(?:from|with|than)\b)[^.;]{0,24}$")


def distance(m: re.Match[str], context: Context) -> list[Draft]:
    """A point some time before or after another: "two days ago", "a year earlier", "three weeks later"."""
    word = " ".join(m["where"].lower().split())
    if not m["number"] and context.text[m.end("unit")] not in "sS":
        return []
    unit = UNITS[m["unit"].lower().removesuffix("s")]
    told = word in {"earlier", "later", "before", "after", "afterwards"}
    base = context.day_before(m.start()) if told else context.published
    sign = -1 if word in {"ago", "earlier", "before"} else 1
    if told and base is None and unit == "Y" and sign < 0:
        base = context.published
    count = number(m["number"]) if m["number"] else None
    if count is None:
        looks_back = sign < 0 or (told and context.direction(m.start(), m.end()) == "past")
        value = "PAST_REF" if looks_back else "FUTURE_REF"
        return [Draft(m.start(), m.end(), "DATE", value)]
    anchor = base.isoformat() if base else None
    compared = context.quarter_before(m.start())
    if (
        compared
        and unit == "Y"
        and count == 1
        and sign < 0
        and _COMPARED.search(context.text[m.start() - 40 : m.start()])
    ):
        return [Draft(m.start(), m.end(), "DATE", f"{int(compared[:4]) - 1}{compared[4:]}", anchor=compared)]
    if unit in {"S", "M", "H"} and m["unit"].lower().startswith(("second", "minute", "hour")):
        return [Draft(m.start(), m.end(), "TIME", f"{base or UNKNOWN_DAY}TXX:XX", anchor=anchor)]
    if m["half"] and unit == "Y":
        return [Draft(m.start(), m.end(), "DATE", shifted(base, "M", round(sign * (count + 0.5) * 12)), anchor=anchor)]
    return [Draft(m.start(), m.end(), "DATE", shifted(base, unit, round(sign * count)), anchor=anchor)]


_REFERENCE = pattern(rf"(?i)\b(?:{alternatives(_REFERENCES)})\b")
_NO_REFERENCE_AFTER = re.compile(r"\s+(?:of\b|\d|year|week|month|decade|century)")
_NOT_SOON_BEFORE = re.compile(r"(?i)\b(?:as|too|so|how)\s+$")
_NOT_SOON_AFTER = re.compile(r"\s+(?:after|as|enough)\b")
_NOT_NOW_AFTER = re.compile(r"\s+(?:that|then)\b|-")


def reference(m: re.Match[str], context: Context) -> list[Draft]:
    """Now, once or soon: PRESENT_REF, PAST_REF, FUTURE_REF: "is now", "recently"."""
    word = " ".join(m.group().lower().split())
    text = context.text
    if word == "now" and _NOT_NOW_AFTER.match(text, m.end()):
        return []
    before = text[max(0, m.start() - 5) : m.start()]
    if word == "soon" and (_NOT_SOON_AFTER.match(text, m.end()) or _NOT_SOON_BEFORE.search(before)):
        return []
    if word.startswith("the ") and _NO_REFERENCE_AFTER.match(text, m.end()):
        return []
    return [Draft(m.start(), m.end(), "DATE", _REFERENCES[word])]


_VAGUE_SPAN = pattern(
    r"(?i)\b(?:the )?(?P<which>recent|past|last|previous|preceding|coming|next|following)(?: (?:few|several|many))?"
    r" (?P<unit>minutes|hours|days|weeks|months|quarters|years|decades|centuries)\b"
    r"(?: (?:and|or) (?:days|weeks|months|years)\b)?"
)


def vague_span(m: re.Match[str], context: Context) -> list[Draft]:
    """A stretch of unknown length before or after now: "in recent weeks", "in the coming days"."""
    unit = UNITS[m["unit"].lower().removesuffix("s")]
    clock = "T" if m["unit"].lower().startswith(("hour", "minute", "second")) else ""
    back = m["which"].lower() in {"recent", "past", "last", "previous", "preceding"}
    days: tuple[date | None, date | None] = (None, context.published) if back else (context.published, None)
    return [Draft(m.start(), m.end(), "DURATION", f"P{clock}X{unit}", anchor=context.anchor, days=days)]


RULES = (
    Rule("time.day_word", 0.97, frozenset(_DAYS), _DAY_WORD, day_word),
    Rule("time.part_of_day", 0.95, frozenset({"tonight", *PARTS}), _PART_OF_DAY, part_of_day),
    Rule("time.told_day", 0.8, frozenset({"day", *PARTS}), _TOLD_DAY, told_day),
    Rule("time.calendar_unit", 0.93, frozenset(UNITS), _CALENDAR_UNIT, calendar_unit),
    Rule("time.weekend", 0.85, frozenset({"weekend"}), _WEEKEND, weekend),
    Rule("time.the_unit", 0.75, frozenset({"year", "month", "week"}), _THE_UNIT, the_unit),
    Rule("time.distance", 0.9, _UNIT_WORDS, _DISTANCE, distance),
    Rule("time.reference", 0.8, frozenset(w for r in _REFERENCES for w in r.split()), _REFERENCE, reference),
    Rule("time.vague_span", 0.85, _PLURAL_UNITS, _VAGUE_SPAN, vague_span),
)
