"""Accounts of one meeting in several sentences of an article: what one leaves open, another tells."""

import re
from calendar import day_name
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table
from onrecord.model import Article
from onrecord.records.meetings.clauses import agents, held, may_hold, objects, owner_of
from onrecord.records.meetings.cues import PORTFOLIOS, WITH, is_noun, wires
from onrecord.records.meetings.days import WEEK
from onrecord.records.meetings.drafts import Draft
from onrecord.records.meetings.order import is_way_to, stands_before
from onrecord.records.meetings.pairs import is_private
from onrecord.records.meetings.participants import Met
from onrecord.records.meetings.states import Told
from onrecord.records.parties import Party
from onrecord.syntax import lemma, lies_ahead, modal_of, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEY = {"they", "their", "both"}
_ONE = {"he", "she", "him", "her", "his", "hers"}
_PAIR = {"two", "pair", "duo"}
_WE = {"we", "our"}
_TWO = {"leader", "president", "man", "side", "minister", "premier", "statesman", "party"}
# Those who come along: "they continued the talks with a larger group of aides".
_BROUGHT = {"aide", "adviser", "advisor", "interpreter", "translator", "delegation", "team", "staff"}
_THE = {"the", "this", "that"}
_DESCRIBING = {"amod", "compound", "poss", "prep", "relcl", "acl"}
# What is said of leaders that tells nothing of which: "the two world leaders", "leaders of the two powers".
_OF_ANY = {"world", "global", "political", "top", "powerful"}
_POWERS = {"power", "country", "nation", "state", "side", "neighbour", "neighbor", "superpower"}
# Whom sides send, where they are told to be two.
_SENT = {"negotiator", "envoy", "delegation"}
# Who so called are of states, and not teams or parties of one.
_HOLDERS = {"leader", "president", "minister", "premier", *_SENT}
# What two do with each other, where the words tell no more than that they are two.
_MEETING_OF_TWO = {
    "meet", "talk", "confer", "sit", "negotiate", "consult", "reconvene", "convene", "gather",
    "converse", "chat", "meeting", "summit", "talks", "round", "session", "conference", "call", "conversation",
    "negotiation", "consultation", "discussion", "dialogue", "encounter", "contact", "videoconference", "sit-down",
}  # fmt: skip
_LEADERS = re.compile(r"unnamed:.*\b(?:leader|president|premier|minister|side|state|countr)")
# Who two are their pair tells.
_NUMBERS = {
    row["word"]: n for row in table("en/number_words") if row["kind"] == "small" and (n := int(row["value"])) > 2
}
_COUNTED = {"two": 2, "both": 2, **_NUMBERS}
# The plural of these does not stand for one meeting, as "talks" does.
_ONCE = {"summit", "meeting", "call", "visit", "session", "conference", "encounter"}
_GOING = {"planned", "held", "under way"}
# Meetings that others hold too: "the conference" is not that of the two who speak of it.
_OF_MANY = {"conference", "session"}


def settled(drafts: list[Draft], met: Met, article: Article) -> list[Draft]:
    """The drafts with at least two sides and their state; the others only inform them."""
    full = [d for d in drafts if len(d.sides) > 1 and any(p.known_side for p in d.people) and not _is_open(d)]
    counted = {d: c for d in drafts if _count(d) and (c := _counted(d, full))}
    full = [*(counted.get(d, d) for d in full), *(c for d, c in counted.items() if d not in full)]
    drafts = [counted.get(d, d) for d in drafts]
    full = [
        _with_owner(d, full, met) for d in full if not _is_way_to_others(d, full) and not _may_be_of_before(d, full)
    ]
    told = set(full)
    others = [d for d in drafts if d not in told]
    told_of = (_with_guests(o, full, met) or _completed(o, full, met) or _of_two(o, full, met) for o in others)
    known = [*full, *(d for d in told_of if d is not None)]
    published = article.published.date if article.published else None
    found = [_with_state(_with_week(d, known, published), [*known, *others], published) for d in known]
    # Whether a dated meeting is over cannot be said of an article without a date.
    found = [d for d in found if d.told.state is not None or d.time is None or published is not None]
    return [d if d.told.state is not None else _as_named(d, [*found, *others], published) for d in found]


def _with_owner(draft: Draft, full: list[Draft], met: Met) -> Draft:
    """With whom the sentence names instead of who "he" was taken for, where names tell elsewhere that they meet.

    "Holt answered Berg's letter before his summit with Marin": Berg's, where "the Berg-Marin summit" is told. So of
    "Lorvane warned Berg ahead of talks with Marin".
    """
    meant = _meant_by_pronoun(draft) or _lent(draft)
    named = {d.sides for d in full if not d.learned and not _meant_by_pronoun(d) and not _lent(d)}
    if len(meant) != 1 or draft.sides in named:
        return draft
    rest = tuple(p for p in draft.people if p != meant[0])
    apart = {p.side: p for p in met.beside(draft.token) if p.side not in draft.sides and not _is_behind(p, draft)}
    fit = [p for side, p in apart.items() if {side, *(o.side for o in rest)} in named]
    return replace(draft, people=(fit[0], *rest)) if len(fit) == 1 else draft


def _may_be_of_before(draft: Draft, full: list[Draft]) -> bool:
    """ "Berg flew to Vare. Hours before her meeting with Holt, Premier Marin said ...": nobody can say whose it is."""
    sentence = draft.token.sent
    if not _is_of_one(draft.token) or len(draft.sides) != 2 or draft.token.i > sentence.root.i:
        return False
    told = [d for d in full if d is not draft and d.sides == draft.sides]
    owners = {p.side for p in _meant_by_pronoun(draft)}
    before = [d for d in full if d.token.sent.end == sentence.start and len(d.sides) == 2]
    return not told and any(d.sides & draft.sides == draft.sides - owners for d in before)


def _meant_by_pronoun(draft: Draft) -> list[Party]:
    """Who is taken for the "he" of "his summit with Holt" or "he met Holt"."""
    owned = _is_of_one(draft.token)
    return [
        p
        for p in draft.people
        if p.span is not None and (p.span.text.casefold() in _ONE or (owned and p.person and not _is_behind(p, draft)))
    ]


def _lent(draft: Draft) -> list[Party]:
    """Who acts in the clause of "ahead of talks with Holt", which does not say whose they are."""
    token = draft.token
    if not is_noun(token) or not stands_before(token) or len(draft.sides) != 2 or owner_of(token) is not None:
        return []
    apart = [p for p in draft.people if not _is_behind(p, draft)]
    return apart if len(apart) == 1 else []


def _is_of_one(token: "Token") -> bool:
    """ "his summit"."""
    return is_noun(token) and any(c.lower_ in _ONE for c in token.lefts if c.dep_ == "poss")


def _is_behind(party: Party, draft: Draft) -> bool:
    """Whether the phrase of the meeting names the party behind its noun."""
    end = draft.token.right_edge.idx
    return party.span is not None and draft.token.idx < party.span.start <= end


def _is_way_to_others(draft: Draft, full: list[Draft]) -> bool:
    """ "Berg arrived in Vare", where she meets Holt of Ostmark and nobody of the place: no visit to its state."""
    if not draft.learned or draft.cue.format != "visit" or draft.venue is None or draft.venue.geonameid is None:
        return False
    there = [d for d in full if d.venue is not None and d.venue.geonameid == draft.venue.geonameid]
    if any(draft.sides <= d.sides for d in full if not d.learned):
        return False
    return any(draft.sides & d.sides and not draft.sides <= d.sides for d in there)


def _as_named(draft: Draft, drafts: list[Draft], published: str | None) -> Draft:
    """A meeting that the sentence only names: as likely the one told of elsewhere, else held unless all lies ahead."""
    told = [d for d in _nearest(draft, drafts) if d.told.state in _GOING and not _is_history(d, published)]
    if _are_many(draft):
        told = [d for d in told if d.token.sent == draft.token.sent and d.sides & draft.sides]
    states = [d.told for d in told if d.sides == draft.sides]
    if not states and _is_main(draft, drafts):
        states = [d.told for d in told if d.sides < draft.sides]
    root = draft.token.sent.root
    ahead = draft.verb is not None and (lies_ahead(draft.verb) or lies_ahead(root) or _is_open_yet(draft))
    default = Told("planned", ("planned",), sure=False) if ahead else Told("held", sure=False)
    counted = Counter(t.state for t in states)
    return replace(draft, told=max(states, key=lambda t: counted[t.state], default=default))


def _is_open_yet(draft: Draft) -> bool:
    """ "Her summit with Holt should not move forward", "could yield a treaty"."""
    verb = draft.verb
    if verb is None or draft.token.head != verb or "subj" not in draft.token.dep_ or tense(verb) == "past":
        return False
    if lemma(verb) in {"call", "describe", "consider", "see", "regard", "deem"}:
        return False
    return modal_of(verb) in {"should", "must", "can", "could", "may", "might"}


def _is_open(draft: Draft) -> bool:
    """ "the two leaders" taken for people whose states nobody tells."""
    return _means_several(draft) and any(p.known_side is None for p in draft.people)


def _completed(draft: Draft, full: list[Draft], met: Met) -> Draft | None:
    """Who meets in "their summit" or "Berg went into the summit", where the article tells elsewhere who meets."""
    if draft.cue.format == "visit" or _is_with_others(draft) or _is_of_subject(draft):
        return None  # a visit is no meeting of "them"
    if _is_open(draft):
        draft = replace(draft, people=())
    token, verb, meeting = draft.token, draft.verb, _meeting(draft)
    definite = lemma(token) not in _OF_MANY and _is_known(token)
    if any(h.lower_ in {"they", "both"} for h in meeting):  # whom a pronoun stands for is named before it
        before = met.named_until(token.sent)
        full = [d for d in full if d.sides <= before]
    meant, head = _number_meant(meeting)
    pairs = [d for d in _told_most(draft, full) if draft.sides <= d.sides and meant in {0, len(d.sides)}]
    if not pairs and any(c.lower_ == "their" for c in token.lefts):
        pairs = _told_most(draft, full)  # "their talks will be about Lorvane", which takes no part
    if not pairs:
        if head is None or lemma(head) not in _HOLDERS or is_private(head):
            return None
        if draft.people or not _means_several(draft):
            return None
        people = tuple(met.named_before(head, meant))
        return replace(draft, people=people) if people else None
    if _means_several(draft) or (definite and _acts_together(draft)):
        return replace(draft, people=pairs[0].people)
    if is_noun(token) and definite and len(draft.sides) == 1 and _is_with(token, draft):
        return replace(draft, people=pairs[0].people)
    owner = owner_of(token) if is_noun(token) and token.tag_ != "NNS" and lemma(token) != "visit" else None
    if owner is not None and owner.ent_type_ not in {"DATE", "TIME", "GPE"} and len(draft.sides) == 1:
        return replace(draft, people=pairs[0].people)
    beside = {p.side: p for p in met.beside(token)}
    if _is_of_one(token) and len(draft.sides) == 1 and not draft.learned:
        named = [p for p in met.beside(token) if p.span and p.span.text.casefold() not in _ONE]
        there = {p.side: p for p in reversed(named)}
        one = next((d for d in pairs if len(d.sides) == 2 and d.sides <= set(there)), None)
        return replace(draft, people=tuple(there[p.side] for p in one.people)) if one else None
    if verb == token and lemma(token) == "meet" and verb.dep_ in {"xcomp", "acl", "pcomp"} and _is_alone(token):
        pairs = [d for d in pairs if len(d.sides) == 2 and d.sides <= set(beside)]
        return replace(draft, people=tuple(beside[p.side] for p in pairs[0].people)) if pairs else None
    if not definite or verb is None:
        return None
    acting = {p.side for p in met.subject(token, verb)}
    enough = 1 if may_hold(verb) and _is_entered(token, verb) else 2
    pairs = [d for d in pairs if len(d.sides) == 2 and d.sides <= set(beside) and len(acting & d.sides) >= enough]
    return replace(draft, people=tuple(beside[p.side] for p in pairs[0].people)) if pairs else None


def _of_two(draft: Draft, full: list[Draft], met: Met) -> Draft | None:
    """Who meets in "officials of the two ministries met", "a session of their commanders", by who is named before.

    Not with whom the words do not mean: "Lorvane's envoy said that both ministers had met him".
    """
    if not _may_be_of_two(draft):
        return None
    told = [d.sides for d in full if d.token.sent == draft.token.sent]
    for head in (*_between(draft.token), *_meeting(draft), *_of(draft)):
        pair = met.pair_meant(head, told)
        if pair and {p.known_side for p in draft.people if p.known_side} <= {p.side for p in pair}:
            return replace(draft, people=tuple(pair))
    return None


def _may_be_of_two(draft: Draft) -> bool:
    """Whether it takes two, and the words do not tell with whom besides: "talked to reporters", "met their match"."""
    held_by = [c for c in draft.token.children if c.dep_ == "dobj"] if lemma(draft.token) == "hold" else [draft.token]
    by_wire = lemma(draft.token) == "speak" and bool(wires(draft.token))
    if not by_wire and not any(lemma(t) in _MEETING_OF_TWO for t in held_by):
        return False  # "hold a grudge", "spoke well of it"
    withs = {*WITH, "to"} if lemma(draft.token) in {"speak", "talk"} else WITH
    heads = [g for c in draft.token.children if c.dep_ == "prep" and c.lower_ in withs for g in objects(c)]
    heads += [c for c in draft.token.children if c.dep_ == "dobj" and c not in held_by]  # "sat an exam"
    return all(g.text == "other" or lemma(g) in _BROUGHT for g in heads)  # "with each other"


def _between(token: "Token") -> "list[Token]":
    return [g for c in token.children if c.lower_ == "between" for g in objects(c)]


def _of(draft: Draft) -> "list[Token]":
    """Whose a meeting is: "a session of the commanders"; or who acts: "the envoys are due to meet"."""
    token, verb = draft.token, draft.verb
    if is_noun(token):
        return [g for c in token.children if c.lower_ == "of" for g in objects(c)]
    return agents(verb) if verb == token else []


def _is_of_subject(draft: Draft) -> bool:
    """ "The Andean leaders ended their summit": theirs, and not that of others of whom the article tells."""
    if not any(c.lower_ == "their" for c in draft.token.lefts) or draft.verb is None or draft.token.head != draft.verb:
        return False
    acting = [s for s in subjects(draft.verb) if s.tag_ == "NNS"]
    beside = (c for s in acting for c in s.lefts if c.dep_ in {"amod", "compound"} and c.lower_ not in PORTFOLIOS)
    return any(_tells_which(c) for c in beside)


def _with_guests(draft: Draft, full: list[Draft], met: Met) -> Draft | None:
    """ "Lorvane invited both sides to Vare", "rang the two foreign ministers": with the pair of the article."""
    token = draft.token
    hosted = _HOLDERS | ({"side", "capital"} if lemma(token) in {"invite", "visit"} else set())
    number, head = _number_meant(c for c in token.children if c.dep_ == "dobj" and lemma(c) in hosted)
    hosts = tuple(p for p in draft.people or met.subject(token, token) if p.known_side is not None)
    sides = {p.side for p in hosts}
    if head is None or is_noun(token) or draft.learned or len(sides) != 1:
        return None
    pairs = [d.people for d in _told_most(draft, full) if len(d.sides) == number and sides.isdisjoint(d.sides)]
    guests = pairs[0] if pairs else tuple(met.named_before(head, number, besides=sides))
    return replace(draft, people=(*hosts, *guests)) if guests else None


def _count(draft: Draft) -> int:
    """How many leaders whom the draft does not know: 4 for "the four leaders", "leaders of the four states"."""
    open_ = (p.actor for p in draft.people if p.known_side is None and _LEADERS.match(p.actor))
    return next((n for a in open_ for w in a.split() if (n := _NUMBERS.get(w, 0))), 0)


def _counted(draft: Draft, full: list[Draft]) -> Draft | None:
    """With the parties of the meeting of so many sides, that of the speaker's side counted in or not."""
    known = frozenset(p.side for p in draft.people if p.known_side is not None)
    sizes = {_count(draft), _count(draft) + len(known)}
    found = (d for d in _nearest(draft, full) if known <= d.sides and len(d.sides) in sizes and not _count(d))
    return next((replace(draft, people=d.people) for d in found if all(p.known_side for p in d.people)), None)


def _is_alone(verb: "Token") -> bool:
    """ "By agreeing to meet": nobody beside it says who with."""
    return not any(c.dep_ in {"nsubj", "dobj"} or (c.dep_ == "prep" and c.lower_ in WITH) for c in verb.children)


def _is_with(token: "Token", draft: Draft) -> bool:
    """Whether whom the sentence names is with whom the meeting is."""
    withs = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {*WITH, "to"}]
    ends = [(c.idx, c.right_edge.idx + len(c.right_edge)) for c in withs]
    return any(p.span and start <= p.span.start and p.span.end <= end for start, end in ends for p in draft.people)


def _is_with_others(draft: Draft) -> bool:
    """ "their meeting with farmers": whom the words name is no side of it."""
    heads = [g for c in draft.token.children if c.dep_ == "prep" and c.lower_ in {*WITH, "to"} for g in c.children]
    if is_noun(draft.token) and lemma(draft.token) in {*_OF_MANY, "meeting"}:  # "we host a meeting of governors"
        of = [g for c in draft.token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        heads += [g for g in of if not _is_several(g) and g.ent_type_ not in {"DATE", "TIME", "CARDINAL"}]
    if not is_noun(draft.token) and draft.verb != draft.token:
        return False
    if lemma(draft.token) in {"meet", "consult"}:
        met = [c for c in draft.token.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
        spots = [(c.left_edge.idx, c.right_edge.idx) for c in met]
        if any(not any(p.span and a <= p.span.start <= b for p in draft.people) for a, b in spots):
            return True  # "they met two percent of their pledge"
    named = [g for g in heads if g.dep_ == "pobj" and g.pos_ not in {"PRON", "DET", "ADV"}]  # also a name in a link
    if any(lemma(t) in _BROUGHT for g in named for t in g.subtree):
        return False
    return bool(named) and not _is_with(draft.token, draft)


def _is_entered(token: "Token", verb: "Token") -> bool:
    """ "went into the summit", "cancelled the talks"."""
    return token.head == verb or (token.head.head == verb and token.head.lower_ in {"into", "for", "to"})


def _means_several(draft: Draft) -> bool:
    """ "they met", "the two leaders' talks": who they are stands elsewhere."""
    token, verb = draft.token, draft.verb
    ours = verb is not None and (lemma(token) == "meet" or (is_noun(token) and token.tag_ == "NN"))
    return any(_is_several(h) or ((ours or h.dep_ == "poss") and h.lower_ in _WE) for h in _meeting(draft))


def _meeting(draft: Draft) -> "list[Token]":
    """The words for who meets: owners, those "between" whom it is, subjects."""
    token, verb = draft.token, draft.verb
    heads = [c for c in token.children if c.dep_ == "poss"]
    heads += [g for c in token.children if c.lower_ == "between" for g in c.children if g.dep_ == "pobj"]
    heads += subjects(behind) if (behind := held(token)) is not None else []
    heads += subjects(verb) if verb is not None and (verb == token or (token.head == verb and may_hold(verb))) else []
    return heads


def _number_meant(heads: "Iterable[Token]") -> tuple[int, "Token | None"]:
    """How many sides the words mean, 2 in "both envoys", 3 in "ministers of the three states", and which word."""
    for head in (h for h in heads if h.tag_ == "NNS"):
        for word in (head, *_powers_of(head)):
            number = next((n for c in word.lefts if (n := _COUNTED.get(c.lower_, 0))), 0)
            if number and any(c.lower_ in {"the", "both"} for c in word.lefts):
                return number, head
    return 0, None


def _powers_of(head: "Token") -> "list[Token]":
    """The states of "ministers of the three states", "the two states' ministers"."""
    behind = [g for c in head.children if c.lower_ == "of" for g in c.children]
    return [g for g in (*behind, *head.lefts) if lemma(g) in _POWERS and (g in behind or g.dep_ == "poss")]


def _acts_together(draft: Draft) -> bool:
    return draft.verb is not None and any(_is_several(h) for h in subjects(draft.verb) if h.lower_ != "they")


def _is_several(head: "Token") -> bool:
    if head.lower_ in _THEY or any(c.lower_ == "neither" for c in head.children):
        return True
    if head.lower_ in _PAIR:
        beside = {c.lower_ for c in head.children}
        return "the" in beside and "of" not in beside
    if head.tag_ != "NNS":
        return False
    of = [g for c in head.children if c.lower_ == "of" for g in c.children]
    if any(g.lower_ in {"state", "government"} for g in of) and lemma(head) == "head":
        return True
    if any(not _is_named(g) and any(c.lower_ in _COUNTED for c in g.lefts) for g in _powers_of(head)):
        return True  # "the energy ministers of the two countries"
    told = any(_COUNTED.get(c.lower_) == 2 for c in head.lefts)
    which = (c for c in head.children if not (told and c.lower_ in PORTFOLIOS) and _tells_which(c))
    return lemma(head) in (_TWO | _SENT if told else _TWO) and not any(which)


def _tells_which(child: "Token") -> bool:
    """Whether the words beside "leaders" tell which they are."""
    if child.dep_ not in _DESCRIBING or child.lower_ in _OF_ANY:
        return False
    of = [g for g in child.children if g.dep_ == "pobj"] if child.lower_ == "of" else []
    if child.dep_ == "poss":
        of = [child]
    return not any(lemma(g) in _POWERS and g.tag_ == "NNS" and not _is_named(g) for g in of)


def _is_named(powers: "Token") -> bool:
    """Whether more than "the two nuclear powers" is said of them."""
    return any(c.dep_ in {"prep", "relcl", "acl", "poss", "appos"} for c in powers.children)


def _with_state(draft: Draft, drafts: list[Draft], published: str | None) -> Draft:
    """The state that most sure accounts of the same sides have, those of other days aside."""
    if draft.told.sure or _are_many(draft):
        return draft
    sure = [d for d in _nearest(draft, drafts) if d.told.sure and d.told.state in _GOING and _may_be_one(d, draft)]
    sure = [d for d in sure if draft.time or not _is_history(d, published)]
    if draft.told.state == "under way":  # "is meeting" tells what goes on or is to come, and nothing past
        sure = [d for d in sure if d.told.state != "held"]
    elif draft.told.state == "held":  # nor does one that goes on tell what was: "we often talk by phone"
        sure = [d for d in sure if d.told.state != "under way"]
    same = [d for d in sure if d.sides == draft.sides]
    if not same and _is_main(draft, drafts):
        same = [d for d in sure if not d.people and _is_known(d.token)]
    if not same:
        return draft
    if draft.told.state == "planned" and any(d.told.state == "planned" for d in same):
        return draft
    counted = Counter(d.told.state for d in same)
    return replace(draft, told=max(same, key=lambda d: counted[d.told.state]).told)


def _is_known(token: "Token") -> bool:
    """ "The summit", as what the article is about."""
    return is_noun(token) and any(c.lower_ in _THE for c in token.lefts)


def _are_many(draft: Draft) -> bool:
    """ "the history of Varenian-Ostmark summits", "meetings with him": none of them is the one told of elsewhere."""
    token = draft.token
    told = {c.dep_ for c in token.lefts}
    return token.tag_ == "NNS" and lemma(token) in _ONCE and ("det" not in told or "nummod" in told)


def _is_main(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether no other two sides meet more often in the article, so that "the summit" is theirs."""
    counted = Counter(d.sides for d in drafts if len(d.sides) > 1)
    return counted[draft.sides] == max(counted.values(), default=0)


def _is_history(draft: Draft, published: str | None) -> bool:
    """Dated to before the week of the article, or told of as one of before: "they have met twice"."""
    beside = {c.lower_ for c in draft.token.children} | {lemma(c) for c in draft.token.children if c.tag_ == "NNS"}
    if draft.token.tag_ == "VBN" and beside & {"before", "previously", "twice", "time"}:
        return True
    if draft.time is None or draft.time.end_date is None or published is None:
        return False
    return date.fromisoformat(draft.time.end_date) < date.fromisoformat(published) - WEEK


def _with_week(draft: Draft, drafts: list[Draft], published: str | None) -> Draft:
    """ "Monday's summit", taken for last Monday, where the same sides are told to meet next Monday."""
    time = draft.time
    if time is None or time.start_date is None or published is None or not time.start_date < published:
        return draft
    if time.precision != "day" or not any(day in time.spans[0].text for day in day_name):
        return draft
    later = (date.fromisoformat(time.start_date) + WEEK).isoformat()
    same = [d for d in drafts if d.sides == draft.sides and d is not draft]
    if (found := next((d for d in same if d.time and d.time.start_date == later), None)) is not None:
        return replace(draft, time=found.time, told=found.told)
    sure = {d.told.state for d in same if d.told.sure and not _is_history(d, published)}
    if (
        "planned" not in sure
        or "held" in sure
        or not (stands_before(draft.token) or is_way_to(draft.token, draft.verb))
    ):
        return draft
    time = msgspec.structs.replace(time, value=later, start_date=later, end_date=later)
    return replace(draft, time=time, told=Told("planned", ("planned",)))


def _may_be_one(one: Draft, other: Draft) -> bool:
    formats = {one.cue.format, other.cue.format}
    if len(formats) > 1 and not formats.isdisjoint({"visit", "call"}):
        return False
    return one.time is None or other.time is None or one.time.start_date == other.time.start_date


def _told_most(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """Those of the same sentence first, then of the sides that meet most often in the article, then the nearest."""
    counted = Counter(d.sides for d in drafts)
    return sorted(_nearest(draft, drafts), key=lambda d: (d.token.sent != draft.token.sent, -counted[d.sides]))


def _nearest(draft: Draft, drafts: Iterable[Draft]) -> list[Draft]:
    return sorted((d for d in drafts if d is not draft), key=lambda d: abs(d.token.i - draft.token.i))
