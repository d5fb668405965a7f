"""Participants: who meets, by the phrase of the cue, its clause and what stands above it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.model import Mentions, Span, Trigger
from onrecord.records.meetings.clauses import (
    HOSTING,
    acts,
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
)
from onrecord.records.meetings.cues import WITH, cue_of, hyphenated, is_hosted, is_noun, joined_names
from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.syntax import lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = {"between", "among"}
_TRANSITIVE = {"meet", "call", "invite", "join", "host", "receive", "visit", "phone", "telephone", "welcome"}
# Without whom they take nobody meets: "they received the award".
_HOSTING_VERBS = {"host", "receive", "welcome", "phone", "telephone"}
_NAMED_SIDE = {"PROPN", "ADJ"}
# "a summit of the two premiers" is theirs, "a discussion of the war" is not the war's.
_OF_ITS_SIDES = {"meeting", "summit", "conference", "session", "encounter", "visit"}
# One's own people: with them nobody meets another side.
_OWN_PEOPLE = re.compile(
    r"unnamed:.*\b(?:aide|advise|adviso|staff|supporter|reporter|lawmaker|cabinet|team|translator|interpreter|media|"
    r"press|journalis|correspondent|source|viewer|voter|student|business|investor|entrepreneur|expert|analyst|state "
    r"official|local|religious|church|communit|stakeholder|congress|governor|mayor|donor|compan|rights|tribal|"
    r"trade union|faith|industry|policy centre)"
)
_PRIVATE_ROLE = re.compile(
    r"\b(?:first lady|CEO|chief executive|founder|owner|editor|journalist|actor|singer|lawyer|attorney|professor)\b",
    re.IGNORECASE,
)
_OWN_TEAMS = {"team", "cabinet", "staff", "aide", "adviser", "advisor"}
# What an office publishes calls the boards of its own state by such names.
_BOARD = re.compile(
    r"^(?!.*\b(?:International|World)\b).*\b(?:Board|Committee|Congress|Cent(?:er|re)|Agency|Directorate)\b"
)
# Who is meant by words that name no state must at least be a public figure elsewhere: "other leaders", but neither
# "officials" nor "representatives of the parliament", who may be one's own.
_FOREIGN = re.compile(
    r"\b(?:leader|counterpart|partner|ally|allies|diplomat|envoy|ambassador|ministers|president|premier|delegat|"
    r"negotiator|heads of (?:state|government)|countr|nation\b|nations|states|governments|"
    r"(?:foreign|visiting) (?:\w+ )*(?:official|representative))"
)
_ALLIED = re.compile(
    r"unnamed:(?=.*\b(?:leader|countr|member|allies|head|state|nation|minister)).*\b(?:nato|allied|alliance)\b"
)
# A format of so few states is a name for their meeting; the summit of an alliance is not that of each member.
_FEW = 4
_US, _ME, _YOU = {"we", "us", "our"}, {"i", "me", "my"}, {"you", "your"}
_JOINS = "-–/"
# "We exchanged views" tells what was said, and a dialogue of two states goes on for years.
_NOT_OF_BOTH = {"exchange", "negotiate", "receive", "dialogue"}
# "was in Vare", "left for Varenia".
_WHERE = {"to", "in", "for", "at"}
_ACROSS = {"across", "throughout", "from", "of", "in"}
_TAKING_PART = {"participation", "involvement", "attendance", "presence"}
_GATHERINGS = {"summit", "conference", "session", "meeting"}
_STATES = {"country", "nation", "state"}
# Bodies that have their members in their name.
_COUNCILS = {"council", "commission", "committee"}
_QUANTITIES = {"range", "number", "group", "team", "delegation", "variety", "series", "couple"}
_OFFICES = {"president", "premier", "minister", "chancellor", "secretary", "king", "queen", "envoy"}


class Met:
    """Answers who meets where a cue stands, from the mentions of one article."""

    def __init__(self, parties: Parties, mentions: Mentions) -> None:
        self._parties = parties
        self._mentions = mentions
        people = sorted((a for a in mentions.actors if a.type == "person"), key=lambda a: (not a.state, not a.role))
        self._people = {a.actor: a for a in reversed(people) if a.actor}
        self._states = {a.actor: a.state for a in mentions.actors if a.actor and a.state}
        self._states |= {a.institution: a.actor for a in mentions.actors if a.institution and a.actor}
        self._with_role = {a.actor for a in mentions.actors if a.role and not _PRIVATE_ROLE.search(a.role.text)}
        self._formats = {a.actor: a.members for a in mentions.actors if 2 < len(a.members) <= _FEW}
        named = (a for a in mentions.actors if a.actor and a.type in {"state", "organisation"})
        self._named = {a.spans[0].text: Party(actor=a.actor or "", side=a.actor or "", span=a.spans[0]) for a in named}
        # "the two leaders" are whoever meets elsewhere in the article.
        self._open = {a.actor for a in mentions.actors if a.type == "group" and a.rule == "pair"}
        # A school or a plant that somebody visits meets nobody.
        self._institutions = {a.actor for a in mentions.actors if a.type == "institution"}
        self._outlets = {a.actor for a in mentions.actors if a.type == "outlet"}
        self._bodies = {a.actor for a in mentions.actors if a.type == "organisation"}
        self._apolitical = self._outlets | {
            a.actor
            for a in mentions.actors
            if (a.type == "institution" and not a.state and a.affiliation not in self._bodies)
            or (mentions.home is not None and a.type == "organisation" and _is_own_board(a.actor or ""))
        }

    def trigger_at(self, token: "Token") -> Trigger | None:
        """What the tagger says that the word tells."""
        return self._parties.trigger_at(token)

    def with_pointed_to(self, token: "Token", trigger: Trigger | None, found: list[Party]) -> list[Party]:
        """Those found, with whom the tagger takes for those who meet."""
        if found and {p.actor for p in found} <= self._bodies and is_noun(token) and self._only_tells(token):
            return found
        pointed = [p for at in trigger.sides for p in self._several(token.doc[at])] if trigger is not None else []
        return self._of_several_states(_distinct([*found, *pointed]))

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
        hosts = ([p for p in self._hosts(g) if p.side not in {f.side for f in found}] for g in heads)
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
        if any(len(s) > 2 and s not in self._bodies for s in pair):
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
        partners = [] if hyphenated(token) and _sides(own) > 1 else self._partners(token, verb)
        others = [*self._joined(token, WITH), *partners]
        if self.hosts_nobody(token) or (not others and not passive(token) and lemma(token) in _HOSTING_VERBS):
            return []
        found = [*own, *between]
        hosts = (
            {p.side for p in (self._visited(token) if is_noun(token) else others)} if lemma(token) == "visit" else set()
        )
        no_guest = bool(hosts) and {p.side for p in found} <= hosts
        if no_guest or (_sides(found) < 2 and not (own and others)):
            acting = self._acting(token, verb) or self._office_holders(token, verb, {p.side for p in [*found, *others]})
            found = [*acting, *found]
        found = _distinct([*found, *others])
        if no_guest and len(hosts) > 1 and {p.side for p in found} <= hosts:
            return []  # "journalists visited Ostmark and Varenia"
        subjectless = is_noun(token) or (
            token.dep_ == "pcomp"
            and not (passive(token) or subjects(token) or any(is_hosted(token, c) for c in token.children))
        )
        subjectless = subjectless and any(p.known_side for p in others)
        if _sides(found) > 1 and subjectless and {p.side for p in others} == {p.side for p in found}:
            above = self._above(token, *(p.side for p in others))
            found = _distinct([*(above or self._who_tells(token, *(p.side for p in others))), *found])
        if _sides(found) == 1 and (others or own or is_invited(token)):
            above = self._above(token, found[0].side)
            if found[0].actor in self._bodies and not others:
                above = [p for p in above if p.person and not self._only_tells(token)]
            found = _distinct([*(above or self._in_headline(token, found[0].side)), *found])
        if _sides(found) < 2 and is_noun(token):
            found = self._members(token, found) or found
        if _sides(found) == 1 and (is_noun(token) or token.tag_ == "VBG") and others and not own:
            found = _distinct([*self._who_tells(token, found[0].side), *found])
        known = [p for p in found if not p.is_unnamed or p.known_side]
        found = known if _sides(known) > 1 else found
        return self._of_several_states(found)

    def hosts_nobody(self, token: "Token") -> bool:
        """ "Received the award", "host weekly screenings": such verbs tell of a meeting only with whom."""
        if token.pos_ != "VERB" or lemma(token) not in _HOSTING_VERBS or passive(token):
            return False
        return not any(c.dep_ == "dobj" and self._is_met(token, c) for c in token.children)

    def _of_several_states(self, found: list[Party]) -> list[Party]:
        """Those found, where not all are of one state: a minister and a senator of the same one do not meet."""
        states = {p.side if p.is_unnamed else self._states.get(p.actor, p.side) for p in found}
        return found if len(states) > 1 else [p for p in found if p.side == found[0].side]

    def beside(self, token: "Token") -> list[Party]:
        """All that the sentence of a meeting without parties names as acting or acted on."""
        heads = (t for t in token.sent if t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"} or t.pos_ == "PRON")
        return _distinct(p for t in heads for p in self._several(t) if not p.is_unnamed)

    def subject(self, token: "Token", verb: "Token | None") -> list[Party]:
        """Who acts in the clause of a meeting."""
        return [p for s in (agents(verb) if verb is not None else ()) if s != token for p in self._several(s)]

    def _between(self, token: "Token") -> list[Party]:
        """ "between A and B", "of the two premiers": all that the phrase names, as parsers often join it wrongly."""
        found = self._joined(token, _BETWEEN)
        if len(found) == 1:
            heads = (g for c in token.children if c.lower_ in _BETWEEN for g in objects(c))
            found += [p for g in heads for t in g.subtree if t.pos_ == "PROPN" and (p := self._one(t)) is not None]
        held = (t for c in token.children if c.dep_ == "acl" and lemma(c) in {"hold", "conduct"} for t in c.subtree)
        found += [p for t in held if t.lower_ == "by" for g in objects(t) for p in self._several(g)]
        of = self._joined(token, {"of"}) if _sides(found) < 2 else []  # not the council of both
        if lemma(token) in _OF_ITS_SIDES or (lemma(token) in {"talk", "negotiation", "round"} and _sides(of) > 1):
            found += of
        return found

    def _of_phrase(self, token: "Token") -> list[Party]:
        """Who meets by the phrase of a meeting that somebody hosts, and not whom it is about."""
        return [*self._own(token), *self._between(token), *self._joined(token, WITH)]

    def _own(self, token: "Token") -> list[Party]:
        found: list[Party] = []
        if (owner := owner_of(token)) is not None:
            found += self._several(owner)
        joined = self._of_joined_names(token)
        found += joined
        for child in token.lefts:
            if child.dep_ == "poss":
                found += self._several(child)
            if not found and any(mark in child.text for mark in _JOINS) and not is_mediated(child):
                found += self._parties.within(child)  # one word: "the U.V.-Ostmark summit", "the Berg/Holt talks"
            found += [f for f in self._format_of(child) if child.dep_ == "compound"]
            if lemma(child) in _COUNCILS and _sides(council := self._of_joined_names(child)) > 1:
                found += council  # "the NATO-Russia Council meeting"
            elif child.dep_ in {"poss", "compound", "amod", "nmod"} and _sides(joined) < 2 and not is_mediated(child):
                found += [p for t in child.subtree if t.pos_ in _NAMED_SIDE and (p := self._one(t)) is not None]
        if lemma(token) == "visit":
            found += self._visited(token)
            found += [p for c in token.lefts if c.dep_ == "compound" for p in self._hosts(c)]  # "his U.V. visit"
        return found

    def _visited(self, token: "Token") -> list[Party]:
        """The hosts of "a visit to Ostmark and Varenia"."""
        return [p for c in token.children if c.lower_ in {"to", "by"} for g in c.children for p in self._hosts(g)]

    def _joined(self, token: "Token", words: set[str]) -> list[Party]:
        """Whom a preposition of the cue itself joins to it."""
        heads = [g for c in token.children if c.dep_ == "prep" and c.lower_ in words for g in objects(c)]
        if not heads and is_noun(token) and words != {"of"}:
            low = (c for c in token.subtree if c.dep_ == "prep" and c.lower_ in words and is_hung_low(c, token))
            heads = [g for c in low for g in objects(c)]
        taking_part = [h for g in heads if lemma(g) in _TAKING_PART for c in g.children for h in objects(c)]
        return [p for g in (*heads, *taking_part) for p in self._several(g)]

    def _partners(self, token: "Token", verb: "Token | None") -> list[Party]:
        """With whom, also where the words hang on the verb: "hold talks in Vare with the envoy", "spoke to X"."""
        owned = any(c.dep_ == "poss" for c in token.children)
        if is_noun(token) and owned and self._joined(token, WITH):
            return []  # "met Holt before her summit with Berg": Holt is not whom the summit is with
        heads = [verb] if verb is not None and verb != token and lemma(token) != "visit" else []
        heads += [c for h in (token, *heads) for c in h.children if c.dep_ in {"dobj", "advmod", "attr"} and c != token]
        heads = [h for h in heads if h == verb or not is_other_meeting(h)]
        heads += [behind] if (behind := held(token)) is not None else []
        heads += [t for c in token.children if c.lower_ == "face" for t in c.subtree if t.lower_ == "face"]
        # "Her talks with Berg as well as those with Holt": whose phrase holds the meeting is not whom it is with.
        heads = [
            h for h in heads if h == token or not any(c.lower_ in WITH and c.is_ancestor(token) for c in h.children)
        ]
        found = [p for h in heads for p in self._joined(h, WITH)]
        found += [p for v in {token, verb} if v is not None and v.pos_ == "VERB" for p in self._listed(v)]
        if not found and not owned and verb is not None and verb == token.head.head and cue_of(verb) is None:
            spoken = lemma(verb) in words("en/addressee_verbs") and not any(c.lower_ in WITH for c in token.children)
            told = verb.children if spoken and token.head.lower_ in {"in", "during"} and is_noun(token) else ()
            found += [p for c in told if c.dep_ in {"dobj", "dative"} for p in self._several(c)]  # "told X in a call"
        if lemma(token) in {"speak", "call", "talk"}:
            found += self._joined(token, {"to", "from"})
        if lemma(token) in _TRANSITIVE and not is_noun(token):
            take = self._hosts if lemma(token) == "visit" else self._several
            dealt = {"dobj", "oprd"} if lemma(token) == "call" else {"dobj"}
            met = [c for c in token.children if c.dep_ in dealt and self._is_met(token, c)]
            found += [p for c in met for p in (self._of_phrase(c) if is_hosted(token, c) else take(c))]
        return found

    def _listed(self, verb: "Token") -> list[Party]:
        """Those of "met with Berg; Premier Holt; and Marin" whom parsers join to the verb."""
        marked = (c for c in verb.rights if is_noun(c) and _follows_semicolon(c.left_edge))
        return [p for c in marked for t in title_phrase(c) for p in self._several(t)]

    def _is_met(self, verb: "Token", head: "Token") -> bool:
        """Whether an object is somebody: troops are hosted, and an award or consent received, and nobody meets."""
        if lemma(verb) not in {"receive", "host", "welcome"} or head.pos_ == "PRON" or is_hosted(verb, head):
            return not _is_force(head)
        if lemma(head) in {"breakfast", "lunch", "dinner", "reception", "banquet"}:
            return True
        meant = any(r.span.start == head.idx for r in self._mentions.references)
        return meant or any(a.begins_at <= head.idx < a.ends_at for a in self._mentions.actors)

    def _members(self, token: "Token", found: list[Party]) -> list[Party]:
        """Who meets "in the Varenia format" of a few states: its members."""
        heads = [g for c in token.children if c.lower_ in {"in", "of"} for g in objects(c)]
        named = [*found, *(p for g in heads for p in self._several(g))]
        of = next((self._formats[p.side] for p in named if p.side in self._formats), ())
        return [Party(actor=m, side=m, span=next(p.span for p in named if p.side in self._formats)) for m in of]

    def _acting(self, token: "Token", verb: "Token | None") -> list[Party]:
        """The subject, where the clause tells that it meets: of "met", "held talks", "said after talks"."""
        if (behind := held(token)) is not None:
            return [p for s in agents(behind) for p in self._several(s)]
        if verb is None:
            return []
        if is_noun(token) and not may_hold(verb) and not leads_to(token, verb):
            return []
        if is_noun(token) and lemma(verb) in {"hit", "shell", "bomb"}:
            return []  # "hit the city during the visit of the envoy"
        if is_noun(token) and lemma(verb) in HOSTING and (hyphenated(token) or self._joined(token, _BETWEEN)):
            return []
        acting = agents(verb)
        if not acting and token.pos_ == "VERB" and token.tag_ in {"VBD", "VBZ", "VBP"} and token.i > token.sent.start:
            before = token.doc[token.i - 1]  # a subject that the parser hung elsewhere
            acting = [before.head if before.dep_ == "conj" else before]
        found = [p for s in acting if s != token for p in self._several(s)]
        between = [p for c in token.children if is_hosted(token, c) for p in (*self._own(c), *self._between(c))]
        # "Vienna hosted talks between A and B": who hosts takes part only as one of them.
        return [p for p in found if p.side in {b.side for b in between}] if _sides(between) > 1 else found

    def _office_holders(self, token: "Token", verb: "Token | None", others: set[str]) -> list[Party]:
        """ "the president met X": who holds the office by the nearest mention before, if of another side than X."""
        acting = agents(verb) if verb is not None else []
        heads = [s for s in acting if lemma(s) in _OFFICES and not is_described(s) and self._parties.of(s) is None]
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
        """The nearest owner or subject above of another side: "Trump's readiness for talks with Ostmark"."""
        for at in token.ancestors:
            heads = [c for c in at.children if c.dep_ == "poss"]
            if at.pos_ in {"VERB", "AUX"}:
                heads += [*subjects(at), *(agents(at) if passive(at) else ())]
            elif (owner := owner_of(at)) is not None:
                heads.append(owner)
            for head in heads:
                if token not in head.subtree and (found := self._of_other_side(head, *sides)):
                    return found
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
        found = (p for p in self._several(head) if p.side not in sides)
        return [p for p in found if p.known_side or not p.person or p.is_unnamed]

    def _in_headline(self, token: "Token", side: str) -> list[Party]:
        """Who stands first in a headline that has no verb for the parser: "Berg Begins Summit With Holt"."""
        if token.sent.root.pos_ not in {"NOUN", "PROPN"} or not is_noun(token):
            return []
        before = (t for t in token.doc[token.sent.start : token.i] if t.pos_ == "PROPN" or t.ent_type_)
        found = next((p for t in before if (p := self._parties.of(t)) is not None), None)
        return [found] if found is not None and found.side != side and self._may_meet(found) else []

    def _several(self, head: "Token") -> list[Party]:
        """The parties of a phrase, also where one noun stands for several: "envoys from Ostmark and Varenia"."""
        if lemma(head) in _OWN_TEAMS and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children):
            return []
        if any(c.lower_ == "own" for c in head.lefts):
            return []  # "speak to their own forces"
        if lemma(head) in _COUNCILS and _sides(council := self._of_joined_names(head)) > 1:
            return council
        among = self._parties.among(head) if head.pos_ == "NOUN" or head.ent_type_ == "ORG" else []
        topic = next((c.idx for c in head.subtree if c.dep_ == "prep" and c.lower_ == "about"), None)
        if topic is not None:  # "counterparts from Varenia and Ostmark about the war of Lorvane"
            among = [p for p in among if p.span is None or p.span.start < topic]
        found = among if len(among) > 1 else self._parties.all_of(head)
        if not found and lemma(head) in _QUANTITIES:
            found = among
        if head.tag_ == "NNS" and len(found) == 1:  # "the Varenian and Ostmark delegations"
            found = self._joined_before(head) or self._joined_behind(head) or found
        if not found and (publisher := self._publisher(head)) is not None:
            found = [publisher]
        if head.pos_ == "PROPN":
            found = self._with_titled(head, found)
            if any(c.dep_ == "conj" for c in head.children):  # "Varenia, Ostmark, and Lorvane"
                listed = (c for c in head.children if c.dep_ == "appos" and head.doc[c.left_edge.i - 1].text == ",")
                found = _distinct([*found, *(p for c in listed for p in self._parties.within(c) if len(p.side) == 2)])
        sided = (
            self._with_side(msgspec.structs.replace(p, side="allies") if _is_of_alliance(p) else p, head) for p in found
        )
        return [p for p in sided if self._may_meet(p)]

    def _format_of(self, name: "Token") -> list[Party]:
        """ "the Danube talks" of the Danube Format."""
        found = next((f for f in self._formats if f and f.startswith(f"{name.text} ")), None)
        return [Party(actor=found, side=found, span=Span(name.idx, name.idx + len(name), name.text))] if found else []

    def _of_joined_names(self, token: "Token") -> list[Party]:
        """ "the Berg-Holt summit", "the NATO-Russia Council"."""
        return [p for t in joined_names(token) or () if (p := self._by_name(t))]

    def _joined_before(self, head: "Token") -> list[Party]:
        """Those of several adjectives before one noun."""
        named = [t for c in head.lefts if c.dep_ in {"amod", "compound"} and c.conjuncts for t in (c, *c.conjuncts)]
        return [p for t in named if t.pos_ in _NAMED_SIDE and (p := self._one(t)) is not None]

    def _joined_behind(self, head: "Token") -> list[Party]:
        """Those of several states behind one noun: "leaders in Varenia, Ostmark and Lorvane"."""
        named = [g for c in head.children if c.lower_ in _ACROSS for g in objects(c) if g.conjuncts]
        found = [p for g in named for t in (g, *g.conjuncts) for p in self._hosts(t)]
        return _distinct(p for p in found if len(p.side) == 2)

    def _may_meet(self, party: Party) -> bool:
        """Outlets, institutions of no state, one's own people and private persons are no side of a meeting."""
        told = {party.actor} if party.side in _groups() else {party.actor, party.side}
        if told & (self._apolitical | self._open) or _OWN_PEOPLE.match(party.actor):
            return False
        if party.is_unnamed and party.known_side is None:
            return party.side == "allies" or bool(_FOREIGN.search(party.actor))
        private = party.actor in self._people and party.known_side is None and party.actor not in self._with_role
        return not private

    def _publisher(self, head: "Token") -> Party | None:
        """ "I spoke with X" in an address that its own office publishes."""
        if head.lower_ not in FIRST_PERSON or self._parties.attribution_at(head.idx) is not None:
            return None
        return self._parties.publisher()

    def _with_titled(self, head: "Token", found: list[Party]) -> list[Party]:
        """With the people whose title is the head, or that the parser hung on another's name.

        "Head of the Office Ana Berg", "President of Varenia Ana Berg", "Ana Berg and Premier Marco Holt met".
        """
        unique: dict[str, Party] = {}
        of_title: set[str] = set()
        title = None  # of "Party Member and Minister Ana Berg" the first word: one person with two titles
        heads = [head, *(c for c in head.conjuncts if c.i > head.i)]
        for one in heads:
            phrase = list(title_phrase(one))
            named = [p for t in phrase if t.pos_ == "PROPN" and (p := self._parties.of(t)) is not None]
            begin = (one if title is None else title).left_edge.idx
            people = [self._parties.by_title(p, begin) for p in named if p.actor in self._people]
            # "The president of Varenia, Berg, and the president of Ostmark, Holt", where the second hangs on the name.
            names = (t for t in phrase if any(p.span and p.span.start <= t.idx < p.span.end for p in people))
            heads += [c for t in names if t != one for c in t.conjuncts if c.i > t.i and c not in heads]
            own = [p for p in found if p.span and any(p.span.start <= t.idx < p.span.end for t in phrase)]
            if people:
                unique = {a: p for a, p in unique.items() if a not in of_title}
            unique |= {p.actor: p for p in people or own or named[:1]}
            before = [p.span for p in (*own, *named) if p.span is not None]
            title = one if not people and before and all(b.end <= one.idx for b in before) else None
            of_title = {p.actor for p in (*own, *named)} if title is not None else set()
        rest = [p for p in found if p.actor in self._people or not unique or p.span is None]
        return _distinct([*unique.values(), *(p for p in rest if p.actor not in unique)])

    def _by_name(self, token: "Token") -> Party | None:
        """The party of a name; of a bare surname the one person of the article who has it."""
        found = self._parties.of(token)
        if (found is None or (found.span and any(j in found.span.text for j in _JOINS))) and token.text in self._named:
            return self._named[token.text]  # of a name that holds two: "the NATO-Russia Council"
        if found is None and self._place_at(token) == "country":
            return next(iter(self._lies_in(token)), None)
        if found is None and token.pos_ == "PROPN":
            named = [a for who, a in self._people.items() if who.split()[-1] == token.text]
            if named:
                span = Span(token.idx, token.idx + len(token), token.text)
                return Party(
                    actor=named[0].actor or "", side=named[0].state or named[0].actor or "", span=span, person=True
                )
        return found

    def _with_side(self, party: Party, head: "Token") -> Party:
        """Unnamed people, or a person with an apposition, as the state that the phrase names: "Varenian envoys"."""
        if party.known_side is not None:
            return party
        own, at = party.span, head.idx
        told = (a for a in self._mentions.actors if a.type in {"state", "organisation"} or a.actor in _groups())
        named = [a.actor for a in told if own and a.actor != party.actor and _inside(a.spans[0], own)]
        if own is not None and own.start <= at < own.end:
            beside = [c for c in head.children if c.dep_ in {"appos", "compound", "poss", "amod", "nmod"}]
            named += [p.side for c in beside for p in self._parties.within(c) if len(p.side) == 2]
        named += [p.country for p in self._mentions.places if own and p.country and _inside(p.spans[0], own)]
        named += [
            t.text for t in head.doc[head.i + 2 : head.i + 3] if t.nbor(-1).lower_ in _ACROSS and t.text in _groups()
        ]
        named += [side] if (side := self._side_by_office(party, head)) is not None else []
        return msgspec.structs.replace(party, side=named[0]) if named and named[0] else party

    def _side_by_office(self, party: Party, head: "Token") -> str | None:
        """The state of "I", of the title behind a name, or of an office in what its own state publishes."""
        home, known = self._mentions.home, self._people.get(party.actor)
        if head.lower_ in FIRST_PERSON and party.person:
            return self._states.get(party.actor) or home
        if known is None:
            return None
        behind = next((p.side for p in self._behind(head) if len(p.side) == 2), None)
        return behind or (home if known.role is not None and acts(head) else None)

    def _behind(self, head: "Token") -> list[Party]:
        """What the words behind a name tell: "Ana Berg, spokesperson and adviser to the president of Varenia"."""
        title = next(
            (c for c in head.rights if c.dep_ in {"appos", "conj"} and head.doc[c.left_edge.i - 1].text == ","), None
        )
        if title is None or title.ent_type_ == "PERSON":
            return []
        own = head.doc[title.left_edge.i : head.right_edge.i + 1]
        verb = next((t.i for t in own if t.pos_ in {"VERB", "AUX"}), own.end)
        return [
            p for t in head.doc[own.start : verb] if t.pos_ in _NAMED_SIDE and (p := self._parties.of(t)) is not None
        ]

    def _one(self, token: "Token") -> Party | None:
        place = self._place_at(token)
        return None if place == "city" else self._parties.of(token)

    def _place_at(self, token: "Token") -> str | None:
        return next(
            (p.feature for p in self._mentions.places if p.begins_at <= token.idx < p.ends_at and p.reading == "place"),
            None,
        )

    def _hosts(self, head: "Token") -> list[Party]:
        """Whom a visit is to: a state, or the state of a place there."""
        found = self._parties.all_of(head)
        found += [p for c in head.children if c.dep_ == "poss" and c.lower_ == "our" for p in self._several(c)]
        if found:
            return [p for p in found if p.side not in self._institutions and self._may_meet(p)]
        return [host for one in (head, *head.conjuncts) if one.i >= head.i for host in self._lies_in(one)]

    def _lies_in(self, head: "Token") -> list[Party]:
        """The state of a place."""
        found = [p for p in self._mentions.places if p.begins_at <= head.idx < p.ends_at and p.country]
        # A place that two claim is no party, but where it is a country itself.
        found = [p for p in found if "/" not in (p.country or "") or p.feature == "country"]
        span = Span(head.idx, head.idx + len(head), head.text)
        return [Party(actor=p.country, side=p.country, span=span) for p in found[:1] if p.country]


@cache
def _groups() -> frozenset[str]:
    return frozenset(row["id"] for row in table("en/groups"))


def _is_own_board(name: str) -> bool:
    """Whether the name is no international body's, but such as the boards of one state have."""
    return bool(_BOARD.search(name)) and all(row["id"] != name for row in table("en/organisations"))


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


def _is_of_alliance(party: Party) -> bool:
    return party.known_side is None and bool(_ALLIED.match(party.actor))


def _is_force(token: "Token") -> bool:
    """Whether troops are hosted, and nobody meets."""
    return lemma(token) in words("en/force_nouns")


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _distinct(parties: Iterable[Party]) -> list[Party]:
    """Each once; a state that one of its people stands for only as that person."""
    unique: dict[str, Party] = {}
    for party in parties:
        unique.setdefault(party.actor, party)
    people = list(unique.values())
    sides = {p.side for p in people if p.actor != p.side}
    return [p for p in people if p.actor != p.side or p.actor not in sides]


def _sides(parties: Iterable[Party]) -> int:
    return len({p.side for p in parties})
