"""Article -> time expressions: rules are tried paragraph by paragraph, the longest match wins."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from onrecord.mentions.times import clock, dates, durations, periods, relative, weekdays, years
from onrecord.mentions.times.clock import placed
from onrecord.mentions.times.context import Context, Draft, Rule
from onrecord.mentions.times.modifiers import modified
from onrecord.mentions.times.values import interval, precision
from onrecord.model import Article, Time, cut
from onrecord.model.vocabulary import Flag

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *years.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *periods.RULES,
    *clock.RULES,
    *durations.RULES,
)
_WORD = re.compile(r"[a-z]+|\d")


def find_times(doc: "Doc", article: Article) -> list[Time]:
    """Time expressions with TIMEX3 values, resolved against the publication day.

    Without a publication day a value keeps its pattern (`XXXX-WXX-6` for "Saturday") and the flags "unresolved" and
    "no publication date"; it is never resolved against today.
    """
    context = Context(doc, article.text, _published(article))
    for start, end in _paragraphs(doc):
        first = len(context.read)
        _read_paragraph(start, end, context)
        context.read[first:] = placed(context.read[first:], context)
    return [_time(modified(draft, context), context) for draft in context.read]


def _read_paragraph(start: int, end: int, context: Context) -> None:
    """Adds what the rules read in a paragraph, without overlaps: leftmost first, then the longest."""
    words = set(_WORD.findall(context.text[start:end].lower()))
    if any(w.isdigit() for w in words):
        words.add("0")
    matches = [
        (m.start(), -m.end(), order, m)
        for order, rule in enumerate(RULES)
        if not words.isdisjoint(rule.words)
        for m in rule.pattern.finditer(context.text, start, end)
    ]
    at = start
    for begin, _, order, match in sorted(matches, key=lambda x: x[:3]):
        if begin < at:
            continue
        rule = RULES[order]
        for draft in rule.read(match, context):
            context.read.append(draft._replace(rule=rule.id, score=rule.score))
            at = draft.end


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published.date) if article.published else None
    except ValueError:
        return None


def _paragraphs(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Stretches of prose between the gaps of the parse."""
    start: int | None = None
    end = 0
    for token in doc:
        if token.dep_ == "gap":
            if start is not None:
                yield start, end
            start = None
        else:
            start = token.idx if start is None else start
            end = token.idx + len(token)
    if start is not None:
        yield start, end


def _time(draft: Draft, context: Context) -> Time:
    covers = draft.days or interval(draft.value) or (None, None)
    open_value = draft.type != "SET" and draft.type != "DURATION" and "X" in draft.value.split("T")[0]
    flags: list[Flag] = ["unresolved"] if open_value else []
    if open_value and context.published is None:
        flags.append("no publication date")
    return Time(
        spans=(cut(context.text, draft.start, draft.end),),
        rule=draft.rule,
        score=draft.score,
        flags=tuple(flags),
        type=draft.type,
        value=draft.value,
        precision=precision(draft.value),
        start_date=covers[0].isoformat() if covers[0] else None,
        end_date=covers[1].isoformat() if covers[1] else None,
        anchor=draft.anchor,
        mod=draft.mod,
        alternatives=draft.alternatives,
    )
