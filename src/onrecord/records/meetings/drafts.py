"""Drafts of meetings: what the sentence of one cue tells, before the rest of the article is asked."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.model import Article, Meeting, Mentions, Participant, Time, Trigger, cut
from onrecord.records.meetings.clauses import leads_to, verb_of
from onrecord.records.meetings.cues import Cue, cue_of, is_for_public, is_noun, is_to_public, tells_otherwise
from onrecord.records.meetings.days import (
    as_dated,
    from_first_day,
    is_inside,
    is_over,
    stands_aside,
    start_of,
    time_told,
)
from onrecord.records.meetings.formats import format_of, forum_of, is_forum
from onrecord.records.meetings.order import stands_apart
from onrecord.records.meetings.participants import Met
from onrecord.records.meetings.sides import how_many, speaks_for_side
from onrecord.records.meetings.states import (
    GLAD,
    Told,
    by_tagger,
    is_announced,
    is_first_time,
    is_told_by,
    state_of,
)
from onrecord.records.meetings.venues import Venue, told_behind, venue_of
from onrecord.records.parties import Party
from onrecord.records.plover import OF_MEETINGS
from onrecord.records.when import is_to_come, last_day
from onrecord.syntax import (
    TENSED,
    clause_verb,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    not_only,
    noun_phrase,
    subjects,
    subtree,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# Share from which the tagger tells a meeting that no cue tells.
LEAST = 0.5
# Share from which its state of a meeting counts more than the rules'.
SURE = 0.8
# A title that tells what was said after a meeting, where others hold what was said at it or as it opens.
_AFTERWARDS = re.compile(r"\b(?:following|after|press|news|statements?|readout)\b", re.IGNORECASE)
# Who has not done these with talks has not met.
_HELD = {"have", "hold", "start", "begin", "open", "conduct", "resume", "enter", "attend", "join"}
_RUMOURS = {"rumour", "rumor", "story", "claim", "report", "allegation"}
_DENYING = {"deny", "dismiss", "refute", "reject"}
_UNTRUE = {"false", "untrue", "fake", "wrong"}
_CHANCES = {"chance", "opportunity", "occasion", "time"}
# All who come to such a meeting meet one another.
_TOGETHER = {"trilateral", "three-way", "joint", "group", "multilateral"}
_I = {"i", "me", "my", "myself"}
# What leads from the words of a party to its noun: "with the Peruvian president and his envoy, Berg".
_WITHIN = {"amod", "compound", "poss", "nmod", "appos", "conj"}
SCORES = {"VERB": 0.75, "AUX": 0.65, "ADJ": 0.65, "NOUN": 0.65}


@dataclass(frozen=True, eq=False)
class Draft:
    """A cue with who meets, where, when and in what state, as far as its sentence tells."""

    token: "Token"
    verb: "Token | None"
    cue: Cue
    people: tuple[Party, ...]
    told: Told
    time: Time | None
    venue: Venue | None
    alone: bool = False
    """Whether it is one of several meetings of the same words, so that only its own people tell where it ends."""

    @cached_property
    def sides(self) -> frozenset[str]:
        """Who meets, people as the states they stand for."""
        return frozenset(p.side for p in self.people)

    @property
    def learned(self) -> bool:
        """Whether the tagger alone tells it."""
        return self.cue.share is not None

    @property
    def is_told(self) -> bool:
        """Whether the clause is about the meeting, and does not mention it in passing."""
        return self.verb is not None and is_told_by(self.token, self.verb)

    @property
    def names_its_own(self) -> bool:
        """Whether the phrase of the cue itself tells whose it is: "their talks", "talks with Holt", "the talks"."""
        first, last = self.token.left_edge.idx, self.token.right_edge.idx
        named = any(p.span is not None and first <= p.span.start <= last for p in self.people)
        return named or any(c.lower_ == "the" for c in self.token.lefts)

    @property
    def start(self) -> int:
        """Offset of the first character of the words."""
        return self._extent[0]

    @property
    def end(self) -> int:
        """Offset after their last character."""
        return self._extent[1]

    def with_setting_of(self, other: "Draft") -> "Draft":
        """This one, with the place and time that another cue of the same meeting adds, and as the visit that it is."""
        cue = self.cue._replace(format="visit") if other.cue.format == "visit" else self.cue
        over = other.learned and other.told.state == "held" != self.told.state  # "last week, before he meets X"
        time = None if over else other.time
        return replace(self, cue=cue, venue=self.venue or other.venue, time=self.time or time)

    @cached_property
    def _extent(self) -> tuple[int, int]:
        """From the first participant in the sentence to the end of the cue's phrase."""
        token, verb, sentence = self.token, self.verb, self.token.sent
        phrase = noun_phrase(token) if is_noun(token) else token.doc[token.i : token.i + 1]
        named = [p.span for p in self.people if p.span and sentence.start_char <= p.span.start < sentence.end_char]
        if self.alone:
            own = [(token.idx, token.idx + len(token)), *((s.start, s.end) for s in named)]
            return min(first for first, _ in own), max(last for _, last in own)
        edges = [phrase.start_char, phrase.end_char, *(s.start for s in named), *(s.end for s in named)]
        if verb is not None and token.pos_ in {"VERB", "AUX", "ADJ"}:
            beside = (c for c in verb.children if c.dep_ in {"prep", "npadvmod"})
            beside = (c for c in beside if all(g.dep_ != "pcomp" for g in c.children))  # "before flying on to Vare"
            edges += [g.idx + len(g) for c in beside for g in subtree(c)]
        return min(edges), max(edges)


def draft_of(token: "Token", article: Article, mentions: Mentions, met: Met) -> Draft | None:
    """What the sentence tells where the word is a cue; who meets may be open."""
    trigger = met.trigger_at(token)
    cue = cue_of(token) or _learned(token, trigger)
    verb = verb_of(token)
    # What the tagger points to may govern another cue: "did not manage to meet him".
    governs = cue is not None and cue.share is not None and any(t.dep_ in {"xcomp", "pcomp"} for t in token.subtree)
    if cue is None or (not governs and _has_not_been(token, verb)):
        return None
    published = article.published.date if article.published else None
    people = _people(token, verb, cue, trigger, met)
    place, time_behind = told_behind(token, people, mentions)
    time = time_told(token, verb, article, mentions) or time_behind
    time = as_dated(from_first_day(time, article, mentions), token, published) if time is not None else None
    told = _told(token, verb, cue, trigger, time, published)
    if told.state == "planned" and is_over(time, published):
        if cue.share is not None:
            told = Told("held")
        elif time is not None and (not is_inside(time, token) or token.tag_ == "VBN"):
            time = None
    if both := met.of_title(token, verb, people) if how_many(people) < 2 else []:
        people = both
        if not is_to_come(time, published):
            told = _told_by_title(token, verb, told, article)
    return Draft(
        token=token,
        verb=verb,
        cue=cue,
        people=tuple(people),
        told=told,
        time=time,
        venue=venue_of(token, None if stands_aside(token) else verb, mentions) or place,
    )


def _told(
    token: "Token", verb: "Token | None", cue: Cue, trigger: Trigger | None, time: Time | None, published: str | None
) -> Told:
    """The state by the words and the date, or the tagger's where it alone tells the meeting or is sure."""
    if cue.share is not None and time is not None and published is None:
        return Told(None, sure=False)  # whether that day is over nobody can say
    told = state_of(token, verb, start_of(time, published), published)
    if told.state == "planned" and time is not None and _is_caption(token, verb, time, published):
        told = Told("held")
    looked_back = verb is not None and lemma(verb) == "expect" and tense(verb) == "past" and token.head.lower_ == "of"
    told_by_modal = {("proposed", "must"), ("proposed", "should"), ("planned", "would")}
    if cue.share is None and verb is not None and (told.state, modal_of(verb)) in told_by_modal:
        return told  # "must meet him", "doubts that the talks would bring a treaty"
    if cue.share is None and (looked_back or (verb is not None and is_first_time(verb))):
        return told  # "much was expected of it", "it will be the first time that they have met"
    if trigger is not None and (cue.share is not None or _is_surely_other(trigger, told, time, published)):
        return by_tagger(trigger)
    return told


def _told_by_title(token: "Token", verb: "Token | None", told: Told, article: Article) -> Told:
    """What two who speak tell of their own talks: over, or going on, as the title has it, where they may be meant."""
    title = article.title or ""
    if "departure" in title.lower() or (verb is not None and negated(verb)) or _is_ahead(token, verb, told):
        return told
    if is_noun(token) and _AFTERWARDS.search(title):
        return told if told.state == "under way" else Told("held")
    if not _AFTERWARDS.search(title) and _may_go_on(token, verb):
        return Told("under way")
    return told


def one_by_one(draft: Draft) -> list[Draft]:
    """The meetings of "met separately with Berg and Holt", "meetings with Berg and Holt": one with each."""
    token, verb = draft.token, draft.verb
    beside = {c.lower_ for t in (token, verb) if t is not None for c in t.children}
    many = is_noun(token) and token.tag_ == "NNS" and lemma(token) in {"meeting", "summit"} and "with" in beside
    if beside & _TOGETHER or token.tag_ == "NN":
        return [draft]  # "a separate meeting with Berg and Holt"
    if not many and not beside & {"separate", "separately"}:
        return [draft]
    behind = [p for p in draft.people if p.span is not None and p.span.start > token.idx]
    acting = [p for p in draft.people if p not in behind]
    sides = list(dict.fromkeys(p.side for p in behind))
    if len(sides) < 2 or how_many(acting) != 1 or any(p.is_unnamed for p in behind):
        return [draft]
    return [replace(draft, people=(*acting, *(p for p in behind if p.side == side)), alone=True) for side in sides]


def _has_not_been(token: "Token", verb: "Token | None") -> bool:
    """ "They do not meet, did not meet, have not met", "has held no talks": no meeting, none that was called off."""
    if verb is None:
        return False
    if token.dep_ == "acl" and lemma(token.head) in _CHANCES and negated(token.head):
        return True  # "had no chance to meet him"
    within = token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.head == verb and lemma(verb) == "be"
    none = token.dep_ in {"nsubj", "nsubjpass"} and any(c.lower_ == "no" for c in token.lefts)  # "no talks were held"
    if not (verb == token or within or none or (token.dep_ == "dobj" and token.head == verb and lemma(verb) in _HELD)):
        return False
    if verb.dep_ in {"xcomp", "ccomp"} and lemma(verb.head) == "deny" and not negated(verb.head):
        return True  # "denied having met him"
    if _is_rumour(verb):
        return True
    at = verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" else verb  # "did not meet or speak"
    finite = {t.tag_ for t in (at, *at.children) if t == at or t.dep_ in {"aux", "auxpass"}}
    told = bool(finite & TENSED) or modal_of(at) in {"can", "could"}
    if any(t.lower_ in {"planned", "scheduled"} and t.dep_ != "amod" for t in verb.subtree):
        return False  # "did not meet, as had been planned" was called off
    return told and tense(verb) != "future" and not not_only(verb) and (negated(verb) or negated(token))


def _is_rumour(verb: "Token") -> bool:
    """ "The rumour that he met Holt was denied", "falsely claimed that he met Holt"."""
    said = verb.head
    if verb.dep_ == "ccomp" and any(c.lower_ == "falsely" for c in said.children):
        return True
    if verb.dep_ not in {"acl", "relcl", "ccomp"} or lemma(said) not in _RUMOURS:
        return False
    over = said.head
    return (lemma(over) in _DENYING and not negated(over)) or any(c.lower_ in _UNTRUE for c in over.children)


def _people(token: "Token", verb: "Token | None", cue: Cue, trigger: Trigger | None, met: Met) -> list[Party]:
    """Who meets by the words; where they tell of fewer than two sides, also by the tagger."""
    if met.hosts_nobody(token):
        return []
    found = met.at(token, verb) if cue.share is None else []
    if how_many(found) > 1:
        return found
    if cue.format == "visit" and is_noun(token) and (both := met.visiting(token)):
        return both
    if cue.share is None and _is_setting(token):
        return found
    found = met.with_pointed_to(token, trigger, found)
    if how_many(found) == 1 and cue.share is None and token.pos_ == "VERB":
        found = met.with_misread_subject(token, found)
    if how_many(found) < 2 and cue.share is not None and not is_noun(token):
        found = [*met.subject(token, verb), *found]
    if cue.format == "visit" and token.dep_ == "pcomp" and not subjects(token):
        found = met.subject(token, clause_verb(token.head.head)) or found  # "met Holt before flying on to Vare"
    came = token == verb and cue.share is not None and found and not _others(found, met.subject(token, verb))
    if cue.format == "visit" and (how_many(found) == 1 or came):
        found = [*found, *(met.hosting(token, verb, found) or met.receiving(token, found))]
    return found


def _is_setting(noun: "Token") -> bool:
    """ "Met Holt at the summit", "during the summit": where two others meet."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during"} and any(cue_of(a) for a in noun.ancestors)


def _others(people: list[Party], acting: list[Party]) -> set[str]:
    """Sides that do not act."""
    return {p.side for p in people} - {p.side for p in acting}


def _may_go_on(token: "Token", verb: "Token | None") -> bool:
    """Whether two who speak may mean where they are: "our meeting", "glad to meet you", but not "we meet often"."""
    past = verb is not None and tense(verb) == "past"
    you = any(t.lower_ == "you" for c in token.children for t in (c, *c.children))
    here = is_noun(token) or you or _is_gladly(token)
    return here and not past and (token.tag_ != "NNS" or lemma(token) in {"talk", "negotiation"})


def _is_gladly(token: "Token") -> bool:
    """ "Glad to meet you", "it is an honor to meet you"."""
    over, glad = token.head, GLAD | {"chance", "opportunity"}
    return lemma(over) in glad or (over.pos_ == "AUX" and any(lemma(c) in glad for c in over.children))


def _is_ahead(token: "Token", verb: "Token | None", told: Told) -> bool:
    """Whether two who speak mean a meeting to come: "our next meeting", "I hope you will visit us"."""
    if is_noun(token):
        during = verb is not None and leads_to(token, verb) and modal_of(verb) == "will"
        return during or is_announced(token)  # "we will discuss it at today's meeting"
    return not _is_gladly(token) and ((told.sure and told.state == "planned") or (verb == token and lies_ahead(token)))


def _is_surely_other(trigger: Trigger, told: Told, time: Time | None, published: str | None) -> bool:
    """Whether the tagger is sure of another state than the rules; nothing has been held on a day to come."""
    share, state = max(((s, state) for state, s in trigger.meetings.items()), default=(0.0, None))
    start = time.start_date if time is not None else None
    to_come = state == "held" and start is not None and published is not None and start > published
    return share >= SURE and state != told.state and not to_come


def _is_caption(token: "Token", verb: "Token | None", time: Time, published: str | None) -> bool:
    """ "The premier meets Holt, Monday, July 16, 2018": the present of a picture, whose day is told in full."""
    full = time.value == published and published[:4] in time.spans[0].text
    return full and verb is not None and is_told_by(token, verb) and tense(verb) == "present"


def _learned(token: "Token", trigger: Trigger | None) -> Cue | None:
    """What the tagger takes for a meeting, where the table has no such word."""
    share = sum(trigger.meetings.values()) if trigger is not None else 0.0
    if trigger is None or share < LEAST or is_to_public(token) or tells_otherwise(token):
        return None
    if lemma(token) == "meet" and any(c.dep_ == "dobj" for c in token.rights):
        return None  # "met their targets"
    if lemma(token) == "shake" or (lemma(token) == "see" and any(c.dep_ == "prt" for c in token.children)):
        return None  # "shook hands", "saw him off"
    if lemma(token) == "deny" and any(c.dep_ == "xcomp" for c in token.children):
        return None  # "denied meeting him" refuses no meeting
    if is_noun(token) and is_for_public(token):
        return None  # "their press conference"
    had = [lemma(c) for c in token.children if c.dep_ == "dobj"] if lemma(token) in {"have", "hold"} else []
    if {lemma(token), *had} & {"dialogue", "discuss", "discussion", "exchange", "consultation"}:
        return None  # those that `cue_of` does not take tell what was said
    return Cue(token.pos_, "", max(trigger.formats.items(), key=lambda f: f[1])[0], share=round(min(share, 1.0), 2))


def finished(draft: Draft, article: Article, mentions: Mentions) -> Meeting:
    """The find of a draft whose state is known."""
    forum = forum_of(draft.token, draft.verb, mentions)
    people = tuple({p.actor: p for p in draft.people}.values())
    if forum is not None and is_forum(forum) and len({p.side for p in people} - {forum}) > 1:
        people = tuple(p for p in people if p.side != forum)  # its members meet, and not the council besides
    state = draft.told.state or "held"
    return Meeting(
        spans=(cut(article.text, draft.start, draft.end),),
        rule=f"meeting.{'learned' if draft.learned else draft.cue.pos.lower()}.{lemma(draft.token)}",
        score=SCORES[draft.cue.pos] if draft.cue.share is None else draft.cue.share,
        flags=draft.told.flags,
        participants=tuple(_participant(p, draft, mentions) for p in people),
        sides=tuple(dict.fromkeys(p.side for p in people)),
        place=draft.venue.text if draft.venue else None,
        geonameid=draft.venue.geonameid if draft.venue else None,
        start=draft.time.value if draft.time else None,
        end=last_day(draft.time, article, mentions),
        format=format_of(
            draft.token, None if _is_told_apart(draft) else draft.verb, draft.cue, list(people), article, mentions
        ),
        forum=forum,
        state=state,
        plover=OF_MEETINGS[state],
    )


def _is_told_apart(draft: Draft) -> bool:
    """Whether its verb tells of another meeting: "in Vare for a summit, she spoke with Holt by telephone"."""
    other = is_noun(draft.token) and draft.verb is not None and cue_of(draft.verb) is not None
    return stands_apart(draft.token) or (other and draft.token.head.lower_ == "for")


def _participant(party: Party, draft: Draft, mentions: Mentions) -> Participant:
    """Who meets; who says "we met Holt" tells of the side, and may not have been there."""
    if party.known_side is not None and _tells_of_side(party, draft) and speaks_for_side(party, mentions):
        return Participant(name=party.known_side, side=party.known_side, span=party.span)
    role = next((a.role.text for a in mentions.actors if a.actor == party.actor and a.role), None)
    return Participant(name=party.actor, side=party.known_side, role=role, span=party.span)


def _tells_of_side(party: Party, draft: Draft) -> bool:
    """ "We met Holt", "our talks with Holt"; not "we met, Holt and I"."""
    we = _word(party, draft)
    if we is None or we.lower_ not in {"we", "our"} or any(t.lower_ in _I for t in we.sent):
        return False
    for other in draft.people:
        at = _word(other, draft)
        while at is not None and at.dep_ in _WITHIN:
            at = at.head
        behind = at is not None and (at.dep_ == "dobj" or (at.dep_ == "pobj" and at.head.lower_ == "with"))
        if at is not None and behind and we.i < at.i and we.head in at.ancestors:
            return True
    return False


def _word(party: Party, draft: Draft) -> "Token | None":
    words = party.span and draft.token.doc.char_span(party.span.start, party.span.end, alignment_mode="expand")
    return words.root if words else None
