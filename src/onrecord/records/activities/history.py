"""History: whether an activity is told of a time long before the article."""

import re
from collections.abc import Collection
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.data import table
from onrecord.model import Article, Mentions, Time
from onrecord.records.activities.states import due
from onrecord.records.when import LONG_AGO, is_long_ago, is_to_come, last_day, time_near
from onrecord.syntax import lemma, lies_ahead, subtree

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# How far behind a noun a date may stand that the parse hangs elsewhere: "annexation of the island in 2014".
_NEAR = 8
_TAKEN = re.compile(r"\b(?:annexation|(?:invasion|occupation|seizure) of)\b", re.IGNORECASE)
_INVASION = re.compile(r"\b(?:invasion|aggression|offensive|war|special military operation)\b", re.IGNORECASE)


def time_of(token: "Token", mentions: Mentions, *, carried: bool) -> Time | None:
    """The date of an activity: of its clause, or where it is a noun in its phrase or right behind it.

    Not the day it lasts until, nor one that is only compared with, or counted from: "up from 8,000 in May".
    """
    no_start = _ALWAYS_NO_START if lies_ahead(token) else _NO_START
    found = _time_of(token, _without(token, mentions, no_start), carried=carried)
    return None if found is not None and _ROLLING.match(found.spans[0].text) else found


def end_of(token: "Token", start: Time | None, article: Article, mentions: Mentions) -> str | None:
    """The last day: "runs until 20 May", "from 10 to 20 May", "on 7-8 May"."""
    found = ending(token, mentions)
    return found.value if found is not None else last_day(start, article, mentions)


def ending(token: "Token", mentions: Mentions) -> Time | None:
    """ "Until 20 May"."""
    until = _without(token, mentions, _UNTIL, only=True)
    return _time_of(token, until, carried=True) if until.times else None


def is_still_to_come(noun: "Token", time: Time | None, article: Article) -> bool:
    """Whether it begins after the publication: "drills in May", "begins drills in May"; not "talks in May"."""
    on = [noun, noun.head] if lemma(noun.head) in {"begin", "start"} else [noun]
    dated = time is not None and any(is_dated(t, time, {"in", "on", "from", "of", "during"}) for t in on)
    return dated and article.published is not None and is_to_come(time, article.published.date)


def is_dated(token: "Token", time: Time, by: set[str]) -> bool:
    """Whether the time hangs on the token by one of the prepositions."""
    held = (g for c in token.children if c.lower_ in by for g in c.children)
    return any(g.left_edge.idx <= time.begins_at <= g.idx for g in held)


# "In the last year" is no year.
_ROLLING = re.compile(r"(?:the|these) (?:last|past)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|(?<!all )through)(?: at least)?(?: the end of)? $", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"(?:\bnot|n't|\bnever)\b[^,.;:]{0,40} until $", re.IGNORECASE)
_ALWAYS_NO_START = re.compile(
    rf"{_UNTIL.pattern}|\bago $|\b(?:(?:up|down) from|compared (?:with|to)) (?:[^.,;:]|,(?=\d)){{0,40}}$", re.IGNORECASE
)
_NO_START = re.compile(rf"{_ALWAYS_NO_START.pattern}|\bas of $", re.IGNORECASE)


def _without(token: "Token", mentions: Mentions, words: re.Pattern[str], *, only: bool = False) -> Mentions:
    """Without the times of the sentence that come behind the words; or only these."""
    sentence = token.sent
    text, start = sentence.text, sentence.start_char
    inside = [t for t in mentions.times if start <= t.begins_at < sentence.end_char]
    before = [text[: t.begins_at - start] for t in inside]
    met = [words.search(b) is not None and not _NOT_UNTIL.search(b) for b in before]
    kept = [t for t, m in zip(inside, met, strict=True) if m == only]
    return mentions if len(kept) == len(inside) and not only else msgspec.structs.replace(mentions, times=tuple(kept))


def _time_of(token: "Token", mentions: Mentions, *, carried: bool) -> Time | None:
    if token.pos_ == "VERB":
        return time_near(token.sent, mentions, near=token)
    own = subtree(token)
    inside = time_near(own, mentions, near=token)
    if inside is not None:
        return inside
    to = due(token)
    if to is not None:
        return time_near(token.sent, mentions, near=to)
    behind = next((t for t in mentions.times if 0 < t.begins_at - own.end_char < _NEAR and t.type == "DATE"), None)
    if behind is not None and _by_preposition(token.doc[own.end : own.end + 2]):
        return behind
    return time_near(token.sent, mentions, near=token) if carried else None


def _by_preposition(words: "Tokens") -> bool:
    return any(w.lower_ in {"in", "on", "since", "of", "last"} for w in words)


def is_history(time: Time | None, words: str, holders: Collection[str | None], article: Article) -> bool:
    """Whether it ended more than a year before the publication, by its date, or by the record for what all know.

    What somebody else does there than the record has is not what all know.
    What has gone on "since 2014" has not ended.
    """
    if article.published is None:
        return False
    if time is not None and time.end_date is not None:
        return is_long_ago(time, article)
    published = date.fromisoformat(article.published.date)
    last = _last(words, published)
    others = last is not None and last.by and holders and last.by not in holders
    return last is not None and not others and (last.until or published) < published - LONG_AGO


def who_took(words: str, article: Article) -> list[str]:
    """Who annexed, invaded or occupied the place that the words name, by the record; none where several did."""
    if article.published is None or not _TAKEN.search(words):
        return []
    published = date.fromisoformat(article.published.date)
    takers = {past.by for names, past in _known() if names.search(words) and past.day <= published}
    return [taker for taker in takers if taker] if len(takers) == 1 else []


def invader(words: str, holders: Collection[str], article: Article) -> list[str]:
    """ "The invasion of Ostmark", where the record has Ostmark invading just then: whose invasion it is."""
    if article.published is None or not _TAKEN.search(words):
        return []
    day = date.fromisoformat(article.published.date)
    by = {past.by for _, past in _known() if past.day <= day and (past.until is None or day <= past.until)}
    return [holder for holder in holders if holder in by]


def invading(state: str, article: Article) -> str | None:
    """Who by the record invades the state, or which it invades itself, while the article is published: the invader."""
    if article.published is None:
        return None
    day = date.fromisoformat(article.published.date)
    going = ((names, past.by) for names, past in _known() if past.day <= day <= (past.until or day))
    by = {who for names, who in going if who and (who == state or any(map(names.search, _names_of(state))))}
    return by.pop() if len(by) == 1 else None


@cache
def _names_of(state: str) -> tuple[str, ...]:
    return tuple(name for row in table("en/states") if row["id"] == state for name in row["names"].split("|"))


def goes_on(words: str, holders: Collection[str | None], article: Article) -> bool:
    """Whether the record has the invasion of that place, or by that state, as going on when the article was published.

    By the state alone where the words name no place: "Ostmark's invasion".
    """
    if article.published is None:
        return False
    published = date.fromisoformat(article.published.date)
    last = _last(words, published)
    if last is None and _INVASION.search(words):
        last = max(
            (past for _, past in _known() if past.by in holders and past.day <= published),
            key=lambda past: past.day,
            default=None,
        )
    return last is not None and (last.until is None or published <= last.until)


class _Past(NamedTuple):
    day: date
    until: date | None
    by: str | None


def _last(words: str, published: date) -> _Past | None:
    """The last use of force before the publication against a place that the words name."""
    before = (past for names, past in _known() if names.search(words) and past.day <= published)
    return max(before, key=lambda past: past.day, default=None)


@cache
def _known() -> list[tuple[re.Pattern[str], _Past]]:
    """Places that were taken or invaded, and when; a place may have several dates."""
    found = []
    for row in table("en/past_uses_of_force"):
        until = date.fromisoformat(row["until"]) if row["until"] else None
        names = re.compile(rf"\b(?:{'|'.join(map(re.escape, row['names'].split('|')))})\b")
        found.append((names, _Past(date.fromisoformat(row["day"]), until, row["by"] or None)))
    return found
