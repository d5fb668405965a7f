"""Days of a meeting: which of the times that its sentence tells is its own."""

from calendar import day_name
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Article, Mentions, Time
from onrecord.records.meetings.clauses import held, is_arrival, leads_to, named_by
from onrecord.records.meetings.cues import OFFICES, cue_of, is_noun
from onrecord.records.meetings.order import stands_after, stands_apart, stands_before
from onrecord.records.meetings.states import happens_in
from onrecord.records.when import UP_TO, is_to_come, time_near
from onrecord.syntax import SUBJECTS, infinitive, lemma, negated, passive, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

WEEK = timedelta(days=7)
# What links the first day and the last but does not stand between two clauses, and what tells of the last alone.
_IN_ONE_PHRASE = UP_TO - {" - ", " – "}
_NOT_LAST = (", when", "'s", "’s", " percent", " per cent", "%")
# Who did these to meet somebody was there on that day; who left or set off may still have been on the way.
_COMING = {"fly", "travel", "go", "come", "arrive", "visit"}
# With these it was not, nearly, or more than once.
_UNSURE = {"rarely", "seldom", "hardly", "almost", "nearly", "often", "but"}
_NEXT = timedelta(days=1)


def time_told(token: "Token", verb: "Token | None", article: Article, mentions: Mentions) -> Time | None:
    """The time of the meeting by its phrase and clause; none that belongs to what is said or done about it."""
    time = time_near(token.sent, mentions, near=token, of_others=False)
    apart = stands_aside(token) or _is_of_decision(time, verb) or _is_in_passing(token, verb) or held(token) is not None
    if time is not None and apart and not is_inside(time, token):
        time = None
    if time is None and token == verb and verb.dep_ == "advcl" and _is_of_coming(verb):
        time = time_near(token.sent, mentions, near=verb.head, of_others=False)  # "flew there on Monday to meet Holt"
    if time is None and is_noun(token) and stands_after(token):
        time = _right_behind(token, article, mentions)
    if time is None and (day := named_by(verb, "when")) is not None:
        time = _named_there(day, mentions)
    published = article.published.date if article.published else None
    if time is not None and is_to_come(time, published) and not is_inside(time, token):
        deadline = is_noun(token) and article.text[: time.begins_at].endswith(" by ")
        return None if deadline or _is_at_past(token, verb) else time
    return time


def as_dated(time: Time, token: "Token", published: str | None) -> Time | None:
    """The time as the article's date makes it: Monday is the next one where the meeting is to come.

    None of what the date does not resolve: "on the same day".
    """
    if published is None:
        return time
    if time.start_date is None:
        return None
    if not _is_next_week(time, token, published):
        return time
    later = (date.fromisoformat(time.value) + WEEK).isoformat()
    return msgspec.structs.replace(time, value=later, start_date=later, end_date=later)


def from_first_day(time: Time, article: Article, mentions: Mentions) -> Time:
    """The time, or of "on 10-11 January" the first of the two days where it is the last.

    Not in "was away from Monday to Friday, when he met her", "the vote of Monday and Friday's talks".
    """
    last = _day(time)
    if last is None or article.text.startswith(_NOT_LAST, time.ends_at):
        return time
    for other in mentions.times:
        between = article.text[other.ends_at : time.begins_at] if other.ends_at <= time.begins_at else ""
        first = _day(other)
        if between not in _IN_ONE_PHRASE or first is None or first >= last:
            continue
        if between != " and " or last - first == _NEXT:
            return other
    return time


def _day(time: Time) -> date | None:
    """The day, where it is a single one."""
    single = time.start_date is not None and time.start_date == time.end_date
    return date.fromisoformat(time.start_date) if single and time.start_date else None


def stands_aside(token: "Token") -> bool:
    """Whether the clause around it tells of another time; an arrival "for the summit" tells of the same."""
    return stands_apart(token) and not is_arrival(token)


def is_over(time: Time | None, published: str | None) -> bool:
    """Whether it ended before the publication."""
    return bool(time is not None and time.end_date and published and time.end_date < published)


def _is_at_past(token: "Token", verb: "Token | None") -> bool:
    """ "At the summit she urged them to pay by 2024": what was said at it is over, and so is the summit."""
    return (
        verb is not None and verb != token and tense(verb) == "past" and leads_to(token, verb) and not happens_in(verb)
    )


def start_of(time: Time | None, published: str | None) -> str | None:
    """The first day, where it tells whether the meeting is over: "this week" does not."""
    if time is None or time.start_date is None or published is None:
        return None if time is None else time.start_date
    going_on = time.precision == "week" and time.end_date is not None and time.start_date <= published <= time.end_date
    return None if going_on else time.start_date


def _right_behind(token: "Token", article: Article, mentions: Mentions) -> Time | None:
    """The day behind the words of a meeting that is over: "following the talks in Vare on May 4, she wrote"."""
    end = token.right_edge.idx + len(token.right_edge)
    days = (t for t in mentions.times if t.type in {"DATE", "TIME"} and not t.value.endswith("_REF"))
    return next((t for t in days if article.text[end : t.begins_at] in {" on ", " in "}), None)


def is_inside(time: Time, token: "Token") -> bool:
    """Whether the word's own phrase tells it, or it stands right behind the noun."""
    right_behind = token.idx + len(token) + 1  # "her meeting last month with Holt"
    return bool(
        token.left_edge.idx <= time.begins_at < token.right_edge.idx + len(token.right_edge)
        or (is_noun(token) and time.begins_at == right_behind)
    )


def _named_there(day: "Token", mentions: Mentions) -> Time | None:
    """The time that "when" refers to: "on Friday, when they met", "at last month's summit, when they met"."""
    told = (t for t in mentions.times if t.begins_at <= day.idx < t.ends_at)
    time = next((t for t in told if t.type in {"DATE", "TIME"} and not t.value.endswith("_REF")), None)
    if time is None and is_noun(day) and cue_of(day) is not None:
        return time_near(day.sent, mentions, near=day, of_others=False)
    return time


def _is_next_week(time: Time, token: "Token", published: str) -> bool:
    """ "heading into the summit Monday" in the present, where Monday was taken for the last one."""
    root = token.sent.root
    if not stands_before(token) or tense(root) not in {"present", "future"} or time.value != time.start_date:
        return False
    return time.value < published and any(day in time.spans[0].text for day in day_name)


def _is_in_passing(token: "Token", verb: "Token | None") -> bool:
    """ "On Friday, the premier defended her meeting with X": Friday is the day of the defence."""
    if verb is None or verb == token or not is_noun(token):
        return False
    return token.head == verb and token.dep_ in {"dobj", "nsubj", "pobj"} and not happens_in(verb)


def _is_of_decision(time: Time | None, verb: "Token | None") -> bool:
    """ "agreed on Saturday to hold talks", but not "flew to Vare on Saturday to meet Holt"."""
    if time is None or verb is None or verb.dep_ != "xcomp" or is_inside(time, verb) or _is_of_coming(verb):
        return False
    return tense(verb.head) == "past" and not passive(verb.head)


def _is_of_coming(verb: "Token") -> bool:
    """ "The premier flew to Vare on Saturday to meet Holt", but not "did not fly", "calls came for him to meet her"."""
    came = verb.head
    beside = [c for c in came.children if c.dep_ != "aux" or lemma(c) != "have"]
    return (
        infinitive(verb)
        and all(c.dep_ not in SUBJECTS for c in verb.children)
        and came.dep_ == "ROOT"
        and lemma(came) in _COMING
        and not negated(came)
        and all(c.dep_ not in {"aux", "mark"} and c.lower_ not in _UNSURE for c in beside)
        and all(s.ent_type_ == "PERSON" or lemma(s) in OFFICES for s in subjects(came))
    )
