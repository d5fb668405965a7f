"""Participants: who meets, by the phrase of the cue, its clause and what stands above it."""

import re
from collections.abc import Container, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.model import Mentions, Trigger
from onrecord.records.meetings.clauses import (
    HOSTING,
    agents,
    held,
    is_beside,
    is_described,
    is_hung_low,
    is_invited,
    is_journey,
    is_mediated,
    is_other_meeting,
    leads_to,
    may_hold,
    objects,
    owner_of,
    title_phrase,
    undergoing,
)
from onrecord.records.meetings.cues import (
    ENVOYS,
    OFFICES,
    WITH,
    cue_of,
    hyphenated,
    is_hosted,
    is_noun,
    lasting,
    seen_by,
    wires,
)
from onrecord.records.meetings.pairs import (
    STATES,
    are_owned,
    are_states,
    is_of_another,
    is_of_both,
    is_of_game,
    is_of_pastime,
    means_two,
    office_of,
)
from onrecord.records.meetings.sides import JOINS, NAMED_SIDE, Sides, by_words, distinct, how_many, speaks_for_side
from onrecord.records.parties import Parties, Party
from onrecord.syntax import TENSED, antecedent, lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_THINKING = {"think", "believe", "hope", "know", "say", "tell"}
_BETWEEN = {"between", "among"}
_TRANSITIVE = {
    "meet", "call", "invite", "join", "host", "receive", "visit", "phone", "telephone", "ring", "welcome", "summon",
    "see",
}  # fmt: skip
# Without whom they take nobody meets: "they received the award".
_HOSTING_VERBS = {"host", "receive", "welcome", "phone", "telephone", "ring", "summon"}
# "a summit of the two premiers" is theirs, "a discussion of the war" is not the war's.
_OF_ITS_SIDES = {"meeting", "summit", "conference", "session", "encounter", "visit"}
_US, _ME, _YOU = {"we", "us", "our"}, {"i", "me", "my"}, {"you", "your"}
# "We exchanged views" tells what was said, and a dialogue of two states goes on for years.
_NOT_OF_BOTH = {"exchange", "negotiate", "receive", "dialogue"}
# "was in Vare", "left for Varenia".
_WHERE = {"to", "in", "for", "at"}
_TAKING_PART = {"participation", "involvement", "attendance", "presence"}
_GATHERINGS = {"summit", "conference", "session", "meeting"}
# In how many sentences, the headline counted, an article says whom it is about.
_OPENING = 3
# Years of which no news tells what has just happened.
_OLD = re.compile(r"1\d\d\d|200\d")


class Met:
    """Answers who meets where a cue stands, from the mentions of one article."""

    def __init__(self, parties: Parties, mentions: Mentions) -> None:
        self._parties = parties
        self._mentions = mentions
        self._sides = Sides(parties, mentions)

    def trigger_at(self, token: "Token") -> Trigger | None:
        """What the tagger says that the word tells."""
        return self._parties.trigger_at(token)

    def with_pointed_to(self, token: "Token", trigger: Trigger | None, found: list[Party]) -> list[Party]:
        """Those found, with whom the tagger takes for those who meet."""
        if found and {p.actor for p in found} <= self._sides.bodies and is_noun(token) and self._only_tells(token):
            return found
        named = [token.doc[at] for at in trigger.sides] if trigger is not None else []
        pointed = [p for t in named if not _is_topic(t, token) for p in self._sides.several(t)]
        return self._of_several_states(distinct([*found, *pointed]))

    def with_misread_subject(self, verb: "Token", found: list[Party]) -> list[Party]:
        """Those found, with the noun before where the parser has no verb: "the envoy conferred with her colleague"."""
        before = self._sides.several(verb.head) if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" else []
        return self._of_several_states(distinct([*before, *found]))

    def visiting(self, token: "Token") -> list[Party]:
        """Guest and hosts of "her stop in Vare"."""
        guests = self._own(token)
        hosts = self.hosting(token, None, guests)
        return [*guests, *hosts] if guests and hosts else []

    def hosting(self, token: "Token", verb: "Token | None", found: list[Party]) -> list[Party]:
        """Whom somebody visits who "was in Vare", "flew to Varenia", "arrived in Vare for a visit"."""
        if token.pos_ == "VERB" and any(c.dep_ == "dobj" and c.pos_ != "NOUN" for c in token.children):
            return []  # "sent them to Vare"
        carriers = [token, *(c for c in token.children if c.dep_ == "dobj")]
        if verb is not None and token.dep_ == "pobj" and token.head.lower_ in {"for", "on"} and is_journey(verb):
            carriers.append(verb)
        phrases = (c for h in carriers for c in h.children)
        heads = (g for c in phrases if c.lower_ in _WHERE for g in objects(c))
        hosts = ([p for p in self._sides.hosts(g) if p.side not in {f.side for f in found}] for g in heads)
        return next((some for some in hosts if some), [])

    def receiving(self, token: "Token", found: list[Party]) -> list[Party]:
        """Whom "the visit of the premier of Varenia" is to in what an office publishes: its own state."""
        host = self._parties.publisher()
        elsewhere = any(c.lower_ in {"to", "in", "at"} for h in (token, token.head) for c in h.children)
        if host is None or not is_noun(token) or elsewhere or host.side in {p.side for p in found}:
            return []
        whose = [*self._own(token), *self._joined(token, {"of"})]
        return [host] if any(p.side == found[0].side and p.known_side for p in whose) else []

    def of_title(self, token: "Token", verb: "Token | None", found: list[Party]) -> list[Party]:
        """The two that the title names, where they speak: "our talks", "this meeting", "I met you", "your visit"."""
        pair, known = self._parties.met_by_title, {p.side for p in found}
        if len(pair) < 2 or not known <= set(pair) or not self._is_of_both(token, verb):
            return []
        if len(pair) > 2 and not (is_noun(token) and self._is_of_all(token)):
            return []
        if any(len(s) > 2 and s not in self._sides.bodies for s in pair):
            return []  # a ministry and its own president
        return [*found, *(Party(actor=s, side=s) for s in pair if s not in known)]

    def _is_of_all(self, token: "Token") -> bool:
        """ "Our talks", "today's meeting" of more than two, and not "our talks with you"."""
        here = {c.lower_ for c in token.lefts}
        return bool(here & {"our", "today", "this"}) and not any(c.lower_ in WITH for c in token.children)

    def _is_of_both(self, token: "Token", verb: "Token | None") -> bool:
        """Whether the words mean both who speaks and who is spoken to."""
        if lemma(token) in _NOT_OF_BOTH:
            return False
        beside = {c.lower_ for c in token.lefts}
        told = verb is not None and (verb == token or may_hold(verb))
        of = held(token) or (verb if told else None)
        acting = [t for s in subjects(of) for t in (s, *s.conjuncts)] if of is not None else []
        acting += [c for s in acting if s.tag_ == "NNS" for c in s.lefts]
        heads = [t for c in token.children for t in (c, *(objects(c) if c.lower_ in WITH else ()))]
        said = beside | {t.lower_ for t in (*acting, *heads)}
        if lemma(token) == "meet" and said & _YOU:
            return True
        if said & _US or (said & _ME and said & _YOU) or (lemma(token) == "visit" and said & (_YOU | {"his", "her"})):
            return True
        here = {t.lower_ for t in token.sent}
        return is_noun(token) and bool(beside & {"this", "today"}) and bool(here & {"we", "us", "you"})

    def at(self, token: "Token", verb: "Token | None") -> list[Party]:
        """ "between A and B", "A's call with B", "A-B talks", "A met B"; for "talks with B" who stands above them."""
        if is_beside(token) or (is_noun(token) and _is_place_of(token)):
            return []
        own = self._own(token) if is_noun(token) else []
        between = self._between(token)
        # "The Berg-Holt summit opens with Lorvane on the agenda" names both.
        partners = [] if hyphenated(token) and how_many(own) > 1 else self._partners(token, verb)
        others = [*self._joined(token, WITH), *partners]
        if is_noun(token) and others and not own:
            own = self._joined(token, {"of"})  # "the talks of Berg with Holt"
        if self.hosts_nobody(token) or (not others and not passive(token) and lemma(token) in _HOSTING_VERBS):
            return []
        found = [*own, *between]
        hosts = (
            {p.side for p in (self._visited(token) if is_noun(token) else others)} if lemma(token) == "visit" else set()
        )
        no_guest = bool(hosts) and {p.side for p in found} <= hosts
        if no_guest or (how_many(found) < 2 and not (own and others)):
            acting = self._acting(token, verb) or self._office_holders(token, verb, {p.side for p in [*found, *others]})
            found = [*acting, *found]
        found = distinct([*found, *others])
        if no_guest and len(hosts) > 1 and {p.side for p in found} <= hosts:
            return []  # "journalists visited Ostmark and Varenia"
        subjectless = is_noun(token) or (
            token.dep_ == "pcomp"
            and not (passive(token) or subjects(token) or any(is_hosted(token, c) for c in token.children))
        )
        subjectless = subjectless and any(p.known_side for p in others)
        if how_many(found) > 1 and subjectless and {p.side for p in others} == {p.side for p in found}:
            above = self._above(token, *(p.side for p in others))
            found = distinct([*(above or self._who_tells(token, *(p.side for p in others))), *found])
        if how_many(found) == 1 and (others or own or is_invited(token)):
            above = self._above(token, found[0].side)
            if found[0].actor in self._sides.bodies and not others:
                above = [p for p in above if p.person and not self._only_tells(token)]
            found = distinct([*(above or self._in_headline(token, found[0].side)), *found])
        if how_many(found) < 2 and is_noun(token):
            found = self._members(token, found) or found
        if how_many(found) == 1 and (is_noun(token) or token.tag_ == "VBG") and others and not own:
            found = distinct([*self._who_tells(token, found[0].side), *found])
        known = [p for p in found if not p.is_unnamed or p.known_side]
        found = known if how_many(known) > 1 else found
        return self._of_several_states(found)

    def hosts_nobody(self, token: "Token") -> bool:
        """ "Received the award", "host weekly screenings": such verbs tell of a meeting only with whom."""
        if token.pos_ != "VERB" or lemma(token) not in _HOSTING_VERBS or passive(token):
            return False
        return not any(c.dep_ == "dobj" and self._is_met(token, c) for c in token.children)

    def _of_several_states(self, found: list[Party]) -> list[Party]:
        """Those found, where not all are of one state: a minister and a senator of the same one do not meet."""
        states = {p.side if p.is_unnamed else self._sides.states.get(p.actor, p.side) for p in found}
        return found if len(states) > 1 else [p for p in found if p.side == found[0].side]

    def named_until(self, sentence: "Tokens") -> set[str]:
        """All sides that are named before the sentence ends."""
        return self._parties.sides_between(0, sentence.end_char)

    def named_before(
        self, head: "Token", number: int, besides: Container[str] = (), *, themselves: bool = False
    ) -> list[Party]:
        """The sides, `besides` those, that act on each other in the sentence, or the one before it, that names any
        before the word; none where it names others too, or not so many, or where they play.

        Where they are to act `themselves`, no others who are only of them: "the lawyers of Ostmark and Varenia".
        """
        if _is_no_news(head):
            return []
        for sentence in (head.sent, head.doc[max(head.sent.start - 1, 0)].sent):
            named = self._parties.sides_between(sentence.start_char, min(sentence.end_char, head.left_edge.idx))
            named = {s for s in named - self._sides.pairs if s not in besides}
            if named:
                dealing = [*subjects(sentence.root), *(c for c in sentence.root.children if c.dep_ == "dobj")]
                acting = {
                    p.side
                    for t in dealing
                    if not themselves or all(_acts_for_itself(one) for one in (t, *t.conjuncts))
                    for p in self._sides.several(t)
                }
                sides = [by_words(s, head) for s in sorted(named)]
                return sides if len(sides) == number and named <= acting else []
        return []

    def pair_meant(self, head: "Token", told: Container[frozenset[str]] = ()) -> list[Party]:
        """The two whom "the two armies' commanders", "their ministers" mean, where only one pair can be meant.

        Those two that the sentence names before the words, or it or the sentence before it where they act on each
        other, or, of words that tell that they are states, the two whom the article is about, where neither sentence
        names anybody else. `told` are those who meet in the sentence besides.
        """
        both = is_of_both(head)
        if both:
            their = next(c for c in head.lefts if c.dep_ == "poss")
            owners = {p.known_side for p in self._parties.all_of(their)}
            near = {p.side for p in self.named_before(head, 2, themselves=True)}
            return self._two(head, near) if len(owners) < 2 or owners == near else []
        if not means_two(head):
            return []
        here = self._meant_between(head.sent.start, head.left_edge.i, head)
        if len(here) == 2 and (are_owned(head) or frozenset(here) in told):
            return self._two(head, here)
        if near := {p.side for p in self.named_before(head, 2, themselves=not are_owned(head))}:
            return self._two(head, near)
        if len(here) > 1 or not (are_owned(head) and are_states(head)):
            return []
        before = head.doc[max(head.sent.start - 1, 0)].sent
        around = here | self._meant_between(before.start, before.end, head)
        main = self._main_pair(head)
        return self._two(head, main) if around <= main else []

    def _two(self, head: "Token", sides: set[str]) -> list[Party]:
        """The two sides as those whom the words mean; none where they are more or cannot be meant."""
        if len(sides) != 2 or (
            are_states(head) and not all(len(s) == 2 and s not in self._sides.bodies for s in sides)
        ):
            return []
        if _is_no_news(head):
            return []
        return [by_words(s, head) for s in sorted(sides)]

    def _meant_between(self, start: int, end: int, head: "Token") -> set[str]:
        """The sides named from one word to before the other, or meant there by a pronoun."""
        if start >= end:
            return set()
        words = head.doc[start:end]
        named = self._parties.sides_between(words.start_char, words.end_char) - self._sides.pairs
        pronouns = (p for t in words if t.pos_ == "PRON" for p in self._parties.all_of(t))
        return named | {p.known_side for p in pronouns if p.known_side}

    def _main_pair(self, head: "Token") -> set[str]:
        """The two sides that the headline or the sentence that opens the article names, where no third is beside."""
        first = islice(head.doc.sents, _OPENING)
        named = [n for s in first if (n := self._meant_between(s.start, s.end, head))]
        pair = next((n for n in named if len(n) > 1), set())
        return pair if len(pair) == 2 and all(n <= pair for n in named[:2]) else set()

    def beside(self, token: "Token") -> list[Party]:
        """All that the sentence of a meeting without parties names as acting or acted on."""
        heads = (t for t in token.sent if t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"} or t.pos_ == "PRON")
        return distinct(p for t in heads for p in self._sides.several(t) if not p.is_unnamed)

    def subject(self, token: "Token", verb: "Token | None") -> list[Party]:
        """Who acts in the clause of a meeting."""
        return [p for s in (agents(verb) if verb is not None else ()) if s != token for p in self._sides.several(s)]

    def _between(self, token: "Token") -> list[Party]:
        """ "between A and B", "of the two premiers": all that the phrase names, as parsers often join it wrongly."""
        found = self._joined(token, _BETWEEN)
        if len(found) == 1:
            heads = (g for c in token.children if c.lower_ in _BETWEEN for g in objects(c))
            names = (t for g in heads for t in g.subtree if t.pos_ == "PROPN")
            found += [p for t in names if (p := self._sides.one(t)) is not None]
        held = (t for c in token.children if c.dep_ == "acl" and lemma(c) in {"hold", "conduct"} for t in c.subtree)
        found += [p for t in held if t.lower_ == "by" for g in objects(t) for p in self._sides.several(g)]
        of = self._joined(token, {"of"}) if how_many(found) < 2 else []  # not the council of both
        if lemma(token) in _OF_ITS_SIDES or (lemma(token) in {"talk", "negotiation", "round"} and how_many(of) > 1):
            found += of
        return found

    def _of_phrase(self, token: "Token") -> list[Party]:
        """Who meets by the phrase of a meeting that somebody hosts, and not whom it is about."""
        return [*self._own(token), *self._between(token), *self._joined(token, WITH)]

    def _own(self, token: "Token") -> list[Party]:
        found: list[Party] = []
        if (owner := owner_of(token)) is not None:
            found += self._sides.several(owner)
        joined = self._sides.of_joined_names(token)
        found += joined
        for child in token.lefts:
            if child.dep_ == "poss":
                found += self._sides.several(child)
            if not found and any(mark in child.text for mark in JOINS) and not is_mediated(child):
                found += self._parties.within(child)  # one word: "the U.V.-Ostmark summit", "the Berg/Holt talks"
            found += [f for f in self._sides.of_format(child) if child.dep_ == "compound"]
            if council := self._sides.in_name(child):
                found += council  # "the NATO-Russia Council meeting"
            elif child.dep_ in {"poss", "compound", "amod", "nmod"} and how_many(joined) < 2 and not is_mediated(child):
                found += [p for t in child.subtree if t.pos_ in NAMED_SIDE and (p := self._sides.one(t)) is not None]
        if lemma(token) == "visit":
            found += self._visited(token)
            found += [p for c in token.lefts if c.dep_ == "compound" for p in self._sides.hosts(c)]  # "his U.V. visit"
        return found

    def _visited(self, token: "Token") -> list[Party]:
        """The hosts of "a visit to Ostmark and Varenia"."""
        return [p for c in token.children if c.lower_ in {"to", "by"} for g in c.children for p in self._sides.hosts(g)]

    def _joined(self, token: "Token", words: set[str]) -> list[Party]:
        """Whom a preposition of the cue itself joins to it."""
        preps = (c for c in token.children if c.dep_ == "prep" and c.lower_ in words)
        heads = [g for c in preps if not _is_denied(c) for g in objects(c)]
        if not heads and is_noun(token) and words != {"of"}:
            low = (c for c in token.subtree if c.dep_ == "prep" and c.lower_ in words and is_hung_low(c, token))
            heads = [g for c in low for g in objects(c)]
        taking_part = [h for g in heads if lemma(g) in _TAKING_PART for c in g.children for h in objects(c)]
        return [p for g in (*heads, *taking_part) for p in self._sides.several(g)]

    def _partners(self, token: "Token", verb: "Token | None") -> list[Party]:
        """With whom, also where the words hang on the verb: "hold talks in Vare with the envoy", "spoke to X"."""
        owned = any(c.dep_ == "poss" for c in token.children)
        if is_noun(token) and owned and self._joined(token, WITH):
            return []  # "met Holt before her summit with Berg": Holt is not whom the summit is with
        heads = [verb] if verb is not None and verb != token and lemma(token) != "visit" else []
        if heads and is_noun(token) and cue_of(heads[0]) is not None and self._joined(token, WITH):
            heads = []  # "in Vare for a summit with Berg, she spoke with Holt by telephone"
        heads += [c for h in (token, *heads) for c in h.children if c.dep_ in {"dobj", "advmod", "attr"} and c != token]
        heads = [h for h in heads if h == verb or not is_other_meeting(h)]
        heads += [*wires(token), *lasting(token)]  # "discussed it by telephone with Holt"
        heads += [behind] if (behind := held(token)) is not None else []
        # "Her talks with Berg as well as those with Holt": whose phrase holds the meeting is not whom it is with.
        heads = [
            h for h in heads if h == token or not any(c.lower_ in WITH and c.is_ancestor(token) for c in h.children)
        ]
        found = [p for h in heads for p in self._joined(h, WITH)]
        found += [p for v in {token, verb} if v is not None and v.pos_ == "VERB" for p in self._listed(v)]
        if not found and not owned and verb is not None and verb == token.head.head and cue_of(verb) is None:
            spoken = lemma(verb) in words("en/addressee_verbs") and not any(c.lower_ in WITH for c in token.children)
            told = verb.children if spoken and token.head.lower_ in {"in", "during"} and is_noun(token) else ()
            addressed = (c for c in told if c.dep_ in {"dobj", "dative"})
            found += [p for c in addressed for p in self._sides.several(c)]  # "told X in a call"
        if lemma(token) in {"speak", "call", "talk"}:
            found += self._joined(token, {"to", "from"})
        if lemma(token) in {"be", "get"}:
            found += [p for h in (token, *wires(token)) for p in self._joined(h, {"to"})]
        if lemma(token) == "call":
            found += self._joined(token, {"on", "upon"})
            called_in = [g for c in token.children if c.lower_ == "in" for g in objects(c) if lemma(g) in ENVOYS]
            found += [p for g in called_in for p in self._sides.several(g)]
        if lemma(token) in _TRANSITIVE and not is_noun(token):
            take = self._sides.hosts if lemma(token) == "visit" else self._sides.several
            dealt = {"dobj", "oprd"} if lemma(token) == "call" else {"dobj"}
            guests = (s for s in undergoing(token) if s.lower_ not in {"he", "she"} or self._sides.is_official(s))
            met = [*(c for c in token.children if c.dep_ in dealt), *guests]
            met = seen_by(token) if lemma(token) == "see" else met
            met = [c for c in met if self._is_met(token, c)]
            found += [p for c in met for p in (self._of_phrase(c) if is_hosted(token, c) else take(c))]
        return found

    def _listed(self, verb: "Token") -> list[Party]:
        """Those of "met with Berg; Premier Holt; and Marin" whom parsers join to the verb."""
        marked = (c for c in verb.rights if is_noun(c) and _follows_semicolon(c.left_edge))
        return [p for c in marked for t in title_phrase(c) for p in self._sides.several(t)]

    def _is_met(self, verb: "Token", head: "Token") -> bool:
        """Whether an object is somebody: troops are hosted, and an award or consent received, and nobody meets."""
        if lemma(verb) not in {"receive", "host", "welcome"} or head.pos_ == "PRON" or is_hosted(verb, head):
            return not _is_force(head)
        if lemma(head) in {"breakfast", "lunch", "dinner", "reception", "banquet"}:
            return True
        if any(is_of_another(t) for t in (head, *head.lefts)):  # also "his colleague Ana Berg"
            return all(self._sides.is_official(antecedent(s)) for s in subjects(verb))
        if head.tag_ != "NNS" and lemma(head) == "delegation" and self._is_of_state(head):
            return True
        meant = any(r.span.start == head.idx for r in self._mentions.references)
        return meant or any(a.begins_at <= head.idx < a.ends_at for a in self._mentions.actors)

    def _is_of_state(self, delegation: "Token") -> bool:
        """ "A Varenian delegation", "a delegation of Ostmark"; not "a delegation of Varenian miners"."""
        before = delegation.nbor(-1) if delegation.i > delegation.sent.start else delegation
        if before in delegation.lefts and before.pos_ in NAMED_SIDE and self._sides.one(before) is not None:
            return True
        of = [g for c in delegation.children if c.lower_ in {"of", "from"} for g in objects(c)]
        return bool(of) and all(g.pos_ == "PROPN" and len(g.conjuncts) == 0 for g in of) and self._are_states(of)

    def _are_states(self, names: "list[Token]") -> bool:
        """Whether each of the words is itself the name of a state or of a body of states."""
        found = [self._sides.one(t) for t in names]
        bodies = words("en/organisations", "id")
        return all(p is not None and p.actor == p.side and (len(p.side) == 2 or p.side in bodies) for p in found)

    def _members(self, token: "Token", found: list[Party]) -> list[Party]:
        """Who meets "in the Varenia format" of a few states: its members."""
        heads = [g for c in token.children if c.lower_ in {"in", "of"} for g in objects(c)]
        named = [*found, *(p for g in heads for p in self._sides.several(g))]
        of = next((self._sides.formats[p.side] for p in named if p.side in self._sides.formats), ())
        return [Party(actor=m, side=m, span=next(p.span for p in named if p.side in self._sides.formats)) for m in of]

    def _acting(self, token: "Token", verb: "Token | None") -> list[Party]:
        """The subject, where the clause tells that it meets: of "met", "held talks", "said after talks"."""
        if (behind := held(token)) is not None:
            return [p for s in agents(behind) for p in self._sides.several(s)]
        if verb is None:
            return []
        if is_noun(token) and not may_hold(verb) and not leads_to(token, verb):
            return []
        if is_noun(token) and lemma(verb) in {"hit", "shell", "bomb"}:
            return []  # "hit the city during the visit of the envoy"
        if is_noun(token) and lemma(verb) in HOSTING and (hyphenated(token) or self._joined(token, _BETWEEN)):
            return []
        acting = agents(verb)
        if not acting and token.pos_ == "VERB" and token.tag_ in TENSED and token.i > token.sent.start:
            before = token.doc[token.i - 1]  # a subject that the parser hung elsewhere
            acting = [before.head if before.dep_ == "conj" else before]
        found = [p for s in acting if s != token for p in self._sides.several(s)]
        between = [p for c in token.children if is_hosted(token, c) for p in (*self._own(c), *self._between(c))]
        # "Vienna hosted talks between A and B": who hosts takes part only as one of them.
        return [p for p in found if p.side in {b.side for b in between}] if how_many(between) > 1 else found

    def _office_holders(self, token: "Token", verb: "Token | None", others: set[str]) -> list[Party]:
        """ "the president met X": who holds the office by the nearest mention before, if of another side than X."""
        acting = agents(verb) if verb is not None else []
        heads = [s for s in acting if lemma(s) in OFFICES and not is_described(s) and self._parties.of(s) is None]
        if not heads or not others or (is_noun(token) and verb is not None and not may_hold(verb)):
            return []
        publisher = self._parties.publisher()
        if publisher is not None and self._is_head_of(heads[0], publisher) and publisher.side not in others:
            return [publisher]
        office = re.compile(rf"\b{lemma(heads[0])}\b", re.IGNORECASE)
        held = [a for a in self._mentions.actors if a.role and office.search(a.role.text) and a.begins_at < token.idx]
        spots = (t for a in sorted(held, key=lambda a: -a.begins_at) for t in self._tokens(token, a.ends_at))
        return next(([p] for t in spots if (p := self._parties.of(t)) is not None and p.side not in others), [])

    def _is_head_of(self, head: "Token", publisher: Party) -> bool:
        """ "The President will speak with X" in what the president's office publishes or its people say."""
        if lemma(head) != "president" or self._parties.met_by_title:
            return False
        said = self._parties.attribution_at(head.idx)
        if said is not None and "question" in said.flags:
            return True
        speaker = self._parties.speaker_at(head.idx)
        return speaker.side == publisher.side if speaker is not None else not self._parties.is_direct(head.idx)

    def _tokens(self, token: "Token", end: int) -> "Iterator[Token]":
        span = token.doc.char_span(max(0, end - 1), end, alignment_mode="expand")
        yield from span if span is not None else ()

    def _above(self, token: "Token", *sides: str) -> list[Party]:
        """The nearest owner or subject above of another side: "Trump's readiness for talks with Ostmark".

        Who says "I think that" of talks tells of the side, and is not therefore in them.
        """
        within = token
        for at in token.ancestors:
            heads = [c for c in at.children if c.dep_ == "poss"]
            if at.pos_ in {"VERB", "AUX"}:
                heads += [*subjects(at), *(agents(at) if passive(at) else ())]
            elif (owner := owner_of(at)) is not None:
                heads.append(owner)
            thought, within = within.dep_ == "ccomp" and lemma(at) in _THINKING, at
            for head in heads:
                if token not in head.subtree and (found := self._of_other_side(head, *sides)):
                    side = found[0].known_side if thought and head.lower_ == "i" else None
                    return (
                        [Party(actor=side, side=side)] if side and speaks_for_side(found[0], self._mentions) else found
                    )
            if at.pos_ == "VERB" and (found := self._office_holders(at, at, {*sides})):
                return found
        return []

    def _only_tells(self, token: "Token") -> bool:
        """Whether whose clause it is says something of a body's gathering: "stressed the importance of the summit"."""
        if any(c.dep_ == "relcl" for c in token.children):
            return False  # "praised the summit that she attended"
        at = token
        while at.dep_ == "dobj" or (at.dep_ == "pobj" and at.head.lower_ in {"of", "for", "about"}):
            at = at.head if at.dep_ == "dobj" else at.head.head
            if at.pos_ == "VERB":
                spoken = lemma(at) in words("en/speech_verbs") | words("en/addressee_verbs")
                return spoken and lemma(at) not in {"tell", "address", "demand"}
        for above in token.ancestors:
            if above.pos_ in {"VERB", "AUX"}:
                return above.dep_ == "ccomp" and not self.subject(token, above)
            if any(c.dep_ == "poss" for c in above.children):
                return False  # "Berg's speech at the summit"
        return False

    def _who_tells(self, token: "Token", *sides: str) -> list[Party]:
        """ "A call with X is planned" in the words of a side, or in what its office publishes, is a call of its own."""
        speaker = self._parties.speaker_at(token.idx) or self._parties.publisher()
        if speaker is None or speaker.side in sides or not speaker.known_side:
            return []
        return [Party(actor=speaker.side, side=speaker.side)]

    def _of_other_side(self, head: "Token", *sides: str) -> list[Party]:
        found = (p for p in self._sides.several(head) if p.side not in sides)
        return [p for p in found if p.known_side or not p.person or p.is_unnamed]

    def _in_headline(self, token: "Token", side: str) -> list[Party]:
        """Who stands first in a headline that has no verb for the parser: "Berg Begins Summit With Holt"."""
        if token.sent.root.pos_ not in {"NOUN", "PROPN"} or not is_noun(token):
            return []
        before = (t for t in token.doc[token.sent.start : token.i] if t.pos_ == "PROPN" or t.ent_type_)
        found = next((p for t in before if (p := self._parties.of(t)) is not None), None)
        return [found] if found is not None and found.side != side and self._sides.may_meet(found) else []


def _is_topic(token: "Token", meeting: "Token") -> bool:
    """ "The talks touched on Serbia and Croatia": what they are about."""
    over = next((a for a in token.ancestors if a.dep_ == "prep"), token)
    return over.lower_ in {"on", "upon", "about"} and meeting.head == over.head and meeting.dep_ == "nsubj"


def _is_no_news(head: "Token") -> bool:
    """Whether the sentence or the one before it tells of sport, or the sentence of a film, of youth or of old times."""
    before = head.doc[max(head.sent.start - 1, 0)].sent
    played = is_of_game(head.doc[before.start : head.sent.end])
    return played or is_of_pastime(head.sent) or any(_OLD.fullmatch(t.text) for t in head.sent)


def _acts_for_itself(word: "Token") -> bool:
    """ "Ostmark", "the president of Ostmark"; not "the lawyers of Ostmark", "its cousins"."""
    return word.pos_ == "PROPN" or office_of(word) in OFFICES | STATES | {"leader"}


def _is_denied(prep: "Token") -> bool:
    """ "Spoke with Holt, not with Marin"."""
    return prep.i > prep.sent.start and prep.nbor(-1).lower_ == "not"


def _is_place_of(token: "Token") -> bool:
    """ "met Holt at the summit", "their meeting at the summit": where others meet, and not whose meeting it is."""
    if lemma(token) not in _GATHERINGS:
        return False
    at, through = token, set()
    while at.dep_ == "pobj" and at.head.lower_ in {"at", "during", "of"} and at.head.head != at.head:
        through.add(at.head.lower_)
        at = at.head.head
        if cue_of(at) is not None:
            return through != {"of"}
    return False


def _follows_semicolon(token: "Token") -> bool:
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    return bool(before) and (before[-1].text == ";" or before.text == "; and")


def _is_force(token: "Token") -> bool:
    """Whether troops are hosted, and nobody meets."""
    return lemma(token) in words("en/force_nouns")
