"""What rules work with: the article around a phrase, drafts of finds, and the shape of a rule."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from onrecord.mentions.times.direction import Direction, direction
from onrecord.mentions.times.values import precision
from onrecord.model.vocabulary import TimexType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# "The following day" means a day named at most this many characters before (about a paragraph and a half).
_NEAR = 800
# A date governs the weekdays of its own sentence, at most so many characters on.
_BESIDE = 250
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[A-Z\"“]")
_ANNIVERSARY = re.compile(r"(?i)\b(?:an?|one)\s+year\s+ago\s+(?:today|this\s+day)\b")
_DATED = frozenset({"time.month_day", "time.day_month"})
# A report on a quarter speaks of it for some paragraphs.
_QUARTER_REACH = 1500
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Draft(NamedTuple):
    """A time expression before it becomes a find."""

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    anchor: str | None = None
    alternatives: tuple[str, ...] = ()
    days: tuple[date | None, date | None] | None = None
    """First and last day, where they are other than the value says."""
    rule: str = ""
    score: float = 0


@dataclass
class Context:
    """The article as far as it has been read."""

    doc: "Doc"
    text: str
    published: date | None
    read: list[Draft] = field(default_factory=list)

    @property
    def anchor(self) -> str | None:
        """The publication day as an anchor."""
        return self.published.isoformat() if self.published else None

    @cached_property
    def is_anniversary(self) -> bool:
        """Whether the article looks back a year to the day: "one year ago today"."""
        return _ANNIVERSARY.search(self.text) is not None

    def direction(self, start: int, end: int) -> Direction | None:
        """Whether the clause around the phrase looks forward or back."""
        tokens = self.doc.char_span(start, end, alignment_mode="expand")
        return direction(tokens.root) if tokens is not None else None

    def tokens(self, start: int, end: int) -> "Sequence[Token]":
        """The tokens of a stretch of text."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        return tuple(found) if found is not None else ()

    def date_before(self, offset: int) -> date | None:
        """The last day given by weekday and date in the sentence so far: "Thursday, Dec. 16 ... on Friday"."""
        for draft in reversed(self.read):
            if offset - draft.end > _BESIDE or _SENTENCE_END.search(self.text, draft.end, offset):
                return None
            if draft.rule in _DATED and "day" in self.text[draft.start : draft.end] and "X" not in draft.value:
                return date.fromisoformat(draft.value)
        return None

    def year_before(self, offset: int) -> str | None:
        """The year of the last date named shortly before the offset."""
        for draft in reversed(self.read):
            if offset - draft.end > _NEAR:
                return None
            if draft.type in {"DATE", "TIME"} and draft.value[:4].isdigit():
                return draft.value[:4]
        return None

    def quarter_before(self, offset: int) -> str | None:
        """The last quarter named before the offset, which "a year earlier" and "the latest period" compare with."""
        for draft in reversed(self.read):
            if offset - draft.end > _QUARTER_REACH:
                return None
            if draft.rule == "time.quarter" and "X" not in draft.value:
                return draft.value
        return None

    def event_day_before(self, offset: int) -> date | None:
        """The day that "that day" means: the last date told, where it is a day and not that of publication."""
        for draft in reversed(self.read):
            if offset - draft.end > _NEAR:
                return None
            if draft.type not in {"DATE", "TIME"} or not draft.value[:4].isdigit() or draft.rule == "time.day_word":
                continue
            return date.fromisoformat(draft.value[:10]) if _DAY.match(draft.value) else None
        return None

    def day_before(self, offset: int) -> date | None:
        """The last day named shortly before the offset, if it is known."""
        for draft in reversed(self.read):
            if offset - draft.end > _NEAR:
                return None
            if precision(draft.value) in {"day", "part of day", "time"} and "X" not in draft.value[:10]:
                return date.fromisoformat(draft.value[:10])
        return None


Read = Callable[[re.Match[str], Context], Sequence[Draft]]


class Rule(NamedTuple):
    """A pattern and the function that reads what it matches; tried only where one of its words stands."""

    id: str
    score: float
    words: frozenset[str]
    """Lower-case words of which the paragraph must hold one; "0" stands for any figure."""
    pattern: re.Pattern[str]
    read: Read
