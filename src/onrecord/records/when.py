"""When a record happens: the time expression that belongs to its clause."""

import re
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.model import Article, Mentions, Time
from onrecord.syntax import clause_verb, dated_verb, lemma, subtree

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LONG_AGO = timedelta(days=365)
# Signs before a date that may hold "since".
_BEFORE = 8
# What links the first day and the last.
UP_TO = {"-", "–", "—", " - ", " – ", " to ", " and ", " through ", " until "}


def time_near(sentence: "Tokens", mentions: Mentions, *, near: "Token", of_others: bool = True) -> Time | None:
    """The date or time that the token's own phrase holds, else the nearest one in its clause.

    "will meet on Monday, officials said Saturday": Saturday belongs to "said". "arrived on Sunday for the summit on
    Monday": Sunday belongs to the arrival. Not `of_others`: without the times of other things, "the 2016 election".
    """
    start, end = sentence.start_char, sentence.end_char
    told = [t for t in mentions.times if start <= t.begins_at < end and t.type in {"DATE", "TIME"}]
    told = [t for t in told if not t.value.endswith("_REF") and not _VAGUE.fullmatch(t.value)]
    told = [t for t in told if of_others or not _is_of_another(sentence, t, near)]
    own = subtree(near)
    inside = [t for t in told if own.start_char <= t.begins_at < own.end_char and near.pos_ != "VERB"]
    inside = [t for t in inside if not _is_asked(sentence, t, near)]
    beside = [t for t in told if _in_same_clause(sentence, t, near)]
    return min(inside or beside, key=lambda t: (t.precision == "year", abs(t.begins_at - near.idx)), default=None)


def last_day(time: Time | None, article: Article, mentions: Mentions) -> str | None:
    """The value of the day up to which it lasts: "on January 10-11", "from 10 to 12 February"; none for one day."""
    if time is None or time.start_date is None:
        return None
    for other in mentions.times:
        between = article.text[time.ends_at : other.begins_at] if other.begins_at > time.ends_at else ""
        if between in UP_TO and other.start_date is not None and time.start_date < other.start_date == other.end_date:
            return other.value
    return None


def is_to_come(time: Time | None, published: str | None) -> bool:
    """Whether it begins after the publication."""
    return bool(time is not None and time.start_date and published and time.start_date > published)


def is_long_ago(time: Time, article: Article) -> bool:
    """Whether it ended more than a year before the publication; what has gone on "since 2014" has not ended."""
    if article.published is None or time.end_date is None:
        return False
    before = article.text[max(0, time.begins_at - _BEFORE) : time.begins_at].lower()
    published = date.fromisoformat(article.published.date)
    return date.fromisoformat(time.end_date) < published - LONG_AGO and "since" not in before


# "the 19th-century palace", "the nineties": older than any record's day; and some year.
_VAGUE = re.compile(r"\d{2,3}|XXXX")
_TRAVEL = {"arrive", "land", "leave", "depart"}


def _in_same_clause(sentence: "Tokens", time: Time, near: "Token") -> bool:
    word = _word(sentence, time)
    verb = dated_verb(word) if word is not None else None
    if verb is None or (lemma(verb) in _TRAVEL and verb != near and lemma(near) != "visit"):
        return False
    own = clause_verb(near)
    return own is not None and (
        verb == own or (own.dep_ in {"xcomp", "ccomp"} and own.head == verb and not _says(verb))
    )


def _is_of_another(sentence: "Tokens", time: Time, near: "Token") -> bool:
    """The year of "the 2016 election", "the war of 2014"; that of the last time: "the first talks since 2014"."""
    word = _word(sentence, time)
    if word is None:
        return False
    noun = word.head
    described = word.dep_ in {"compound", "amod"} and noun.pos_ == "PROPN" and noun.idx >= time.ends_at
    if described and noun not in {near, *near.ancestors}:
        return True  # "the Winter Games"
    if time.precision == "year" and word.dep_ in _DESCRIBING and noun.idx >= time.ends_at:
        during = noun.dep_ == "pobj" and noun.head.head in {near, clause_verb(near)}
        return noun not in {near, *near.ancestors} and not during
    if time.precision == "year" and word.dep_ == "pobj" and word.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = word.head.head
        if noun not in {near, *near.ancestors} and near not in noun.ancestors:
            return True
    if near not in word.ancestors and any(lemma(a) == lemma(near) for a in word.ancestors):
        return True  # "their meeting followed the one of May", "... the meeting of May"
    above = [a for a in word.ancestors if near.idx <= a.idx < word.idx] if near.pos_ != "VERB" else []
    return any(a.lower_ == "since" or (a.lower_ in _APART and a != word.head) for a in above)


def _is_asked(sentence: "Tokens", time: Time, near: "Token") -> bool:
    """The time in a question that the noun is about: "talks on what to do when the accord expires in 2021"."""
    word = _word(sentence, time)
    above = takewhile(lambda a: a != near, word.ancestors) if word is not None else ()
    return any(a.dep_ in {"pcomp", "advcl"} for a in above)


def _word(sentence: "Tokens", time: Time) -> "Token | None":
    """The first word of a time."""
    return next((t for t in sentence if t.idx + len(t) > time.begins_at), None)


_APART = {"after", "before", "following"}
_DESCRIBING = {"compound", "nummod", "amod", "nmod"}


def _says(verb: "Token") -> bool:
    return lemma(verb) in _REPORTING


_REPORTING = {"say", "tell", "announce", "report", "add", "write", "warn", "state", "declare", "argue", "believe"}
