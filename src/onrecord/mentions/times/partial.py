"""Dates that name only a part: which year a month or a day of a month means."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from onrecord.mentions.times.context import Context
from onrecord.mentions.times.direction import Direction

# How many times farther than the option on the other side the chosen one may lie, by where the clause looks. Without a
# sign of direction news tells of the past (TimeBank, AQUAINT: 22 of 400 weekdays lie ahead); even against a sign, a
# date ten months off would have been given its year.
_LEAN: dict[Direction | None, float] = {"past": 30, None: 3, "present": 1, "future": 1 / 8}


def day_of_month(
    context: Context, start: int, end: int, month: int, day: int, weekday: int | None = None
) -> tuple[str, tuple[str, ...]]:
    """TIMEX3 value of a day without year, and the other value it could have.

    Of last, this and next year the nearest before or after publication, as the clause looks; the nearest at all where
    it does not tell. A weekday beside the date decides where it fits one year only. `XXXX-01-10` without a publication
    date.
    """
    pattern = f"XXXX-{month:02}-{day:02}"
    if context.published is None:
        return pattern, ()
    days: list[date] = []
    for year in range(context.published.year - 1, context.published.year + 2):
        with suppress(ValueError):
            days.append(date(year, month, day))
    fitting = [d for d in days if d.isoweekday() == weekday]
    if len(fitting) == 1:
        return fitting[0].isoformat(), ()
    if not days:
        return pattern, ()
    looks = context.direction(start, end)
    best, other = nearest(days, context.published, looks)
    if best == context.published and looks != "future" and context.is_anniversary:
        best, other = days[0], [best]
    return best.isoformat(), tuple(d.isoformat() for d in other)


def nearest(options: Sequence[date], published: date, direction: Direction | None) -> tuple[date, list[date]]:
    """The option the direction chooses, and the nearest one on the other side."""
    before = max((d for d in options if d <= published), default=None)
    after = min((d for d in options if d >= published), default=None)
    if before is None or after is None:
        return (before or after or options[0]), []
    behind = published - before <= _LEAN[direction] * (after - published)
    best, other = (before, after) if behind else (after, before)
    return best, [other] if other != best else []


def year_of(context: Context, start: int, end: int, month: int) -> tuple[int | None, tuple[int, ...]]:
    """The year that a month without year belongs to, and the other it could be; the current month counts as both."""
    if context.published is None:
        return None, ()
    now = context.published.replace(day=1)
    options = [date(now.year + k, month, 1) for k in (-1, 0, 1)]
    best, other = nearest(options, now, context.direction(start, end))
    return best.year, tuple(d.year for d in other)
