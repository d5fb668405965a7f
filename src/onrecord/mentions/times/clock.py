"""Times of day: "8 p.m. Eastern", "1430 GMT", "noon"; the day they belong to stands beside them."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onrecord.data import table
from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.lexicon import alternatives, number, pattern
from onrecord.mentions.times.values import UNKNOWN_DAY, precision

_ZONES = {row["word"]: row["zone"] for row in table("en/time_zones")}
_ZONE = rf"(?:\s*(?P<zone>{alternatives(_ZONES)})\b)"
_HOURS = "(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MERIDIEM = r"(?P<half>[aApP])\.?\s?[mM]\b\.?"
_OCLOCK = r"(?i:o['’]clock)(?: in the (?P<oclock_part>morning|afternoon|evening)| at (?P<oclock_night>night))?"
# Words between a time of day and the day it belongs to.
_JOIN = re.compile(r"(?:\s+|,\s+|\s+on\s+|,\s+on\s+|\s+\()$")


_CLOCK = pattern(
    rf"(?<![\d:.,$/-])\b(?P<hour>1[0-2]|0?[1-9]|{_HOURS})(?::(?P<minute>[0-5]\d))?\s?(?:{_MERIDIEM}|{_OCLOCK}){_ZONE}?"
)
_CLOCK24 = pattern(
    r"(?<![\d:.,$/-])\b(?:(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)|(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d))"
    rf"(?:\s?(?i:hrs|hours))?{_ZONE}"
)
_NOON = pattern(rf"\b(?P<named>(?i:noon|midnight))\b{_ZONE}?")


def clock_time(m: re.Match[str], context: Context) -> list[Draft]:
    """A time of day with its zone: "8:30 p.m. Eastern", "1430 GMT", "at 20:00 local time"."""
    if context.text[max(0, m.start() - 5) : m.start()].lower() == "high ":
        return []
    groups = m.groupdict()
    hour, minute = _hour(groups)
    if hour is None or hour > 24 or minute > 59:
        return []
    end = m.end()
    return [Draft(m.start(), end, "TIME", f"T{hour:02}:{minute:02}{_offset(groups.get('zone'), context)}")]


def _hour(groups: "dict[str, str | None]") -> tuple[int | None, int]:
    if groups.get("named"):
        return (12 if (groups["named"] or "").lower() == "noon" else 24), 0
    if military := groups.get("military"):
        return int(military[:2]), int(military[2:])
    said = groups.get("hour") or ""
    known = number(said)
    if known is None:
        return None, 0
    hour = int(known)
    half = (groups.get("half") or {"morning": "a"}.get(groups.get("oclock_part") or "", "")).lower()
    if groups.get("oclock_part") in {"afternoon", "evening"} or groups.get("oclock_night"):
        half = "p"
    if half and hour > 12:
        return None, 0
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return hour, int(groups.get("minute") or 0)


def _offset(zone: str | None, context: Context) -> str:
    """UTC offset of a zone named beside a time, with summer time as on the publication day."""
    known = _ZONES.get(" ".join(zone.split())) if zone else None
    if known is None or known == "-":
        return ""
    if "/" not in known:
        return known.replace("+00:00", "Z")
    if context.published is None:
        return ""
    try:
        noon = datetime.combine(context.published, time(12), ZoneInfo(known))
    except ZoneInfoNotFoundError:
        return ""
    return noon.isoformat()[-6:]


def placed(drafts: list[Draft], context: Context) -> list[Draft]:
    """Times of day put on their day: the one beside them, joined into one find ("8 p.m. Monday"), else the last
    named in the sentence before or after, else the day of publication as anchor."""
    out: list[Draft] = []
    skip = False
    for k, draft in enumerate(drafts):
        if skip:
            skip = False
            continue
        if not draft.value.startswith("T"):
            out.append(draft)
            continue
        after = drafts[k + 1] if k + 1 < len(drafts) else None
        if after is not None and _is_day(after) and _JOIN.match(context.text[draft.end : after.start]):
            out.append(_on(draft, after, end=after.end))
            skip = True
            continue
        near = [d for d in (*out[-2:], *drafts[k + 1 : k + 3]) if _dates(d, context) and _together(d, draft, context)]
        if near:
            out.append(_on(draft, min(near, key=lambda d: max(d.start - draft.end, draft.start - d.end))))
        elif context.published is not None:
            out.append(draft._replace(value=f"{context.anchor}{draft.value}", anchor=context.anchor))
        else:
            out.append(draft._replace(value=f"{UNKNOWN_DAY}{draft.value}"))
    return out


def _on(draft: Draft, day: Draft, end: int | None = None) -> Draft:
    def with_time(value: str) -> str:
        return value.split("T")[0] + draft.value

    return draft._replace(
        end=end or draft.end,
        value=with_time(day.value),
        anchor=day.anchor,
        alternatives=tuple(with_time(a) for a in day.alternatives),
    )


def _dates(draft: Draft, context: Context) -> bool:
    """Whether a day can date what stands beside it: not that of "the pact of 31 March"."""
    return _is_day(draft) and not context.text[max(0, draft.start - 4) : draft.start].endswith("of ")


def _is_day(draft: Draft) -> bool:
    return precision(draft.value) in {"day", "part of day"}


def _together(one: Draft, other: Draft, context: Context) -> bool:
    first, second = sorted((one, other), key=lambda d: d.start)
    between = context.text[first.end : second.start]
    return len(between) < 120 and not re.search(r"[.!?]\s+[A-Z\"“]|\n\s*\n", between)


RULES = (
    Rule("time.clock", 0.95, frozenset({"0", "clock", "m"}), _CLOCK, clock_time),
    Rule("time.clock24", 0.93, frozenset({"0"}), _CLOCK24, clock_time),
    Rule("time.noon", 0.9, frozenset({"noon", "midnight"}), _NOON, clock_time),
)
