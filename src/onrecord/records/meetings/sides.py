"""Sides of a meeting: whom a phrase means, and whether they may meet."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table
from onrecord.model import Mentions, Span
from onrecord.records.meetings.clauses import acts, mediates, objects, title_phrase
from onrecord.records.meetings.cues import OFFICES, cue_of, joined_names
from onrecord.records.meetings.pairs import PEOPLE, is_of_another, office_of
from onrecord.records.offices import acts_for_state, names_past
from onrecord.records.parties import FIRST_PERSON, OF_ANOTHER, Parties, Party
from onrecord.syntax import antecedent, clause_verb, lemma, noun_phrase, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

# Parts of speech of what names a side, and what joins two names.
NAMED_SIDE = {"PROPN", "ADJ"}
JOINS = "-–/"
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
_ACROSS = {"across", "throughout", "from", "of", "in"}
# Bodies that have their members in their name.
_COUNCILS = {"council", "commission", "committee"}
# Who acts for a state in what others call his colleagues and counterparts.
_OFFICIALS = OFFICES | {"ambassador", "diplomat", "negotiator", "leader"}
_OFFICE = re.compile(rf"\b(?:{'|'.join(_OFFICIALS)})\b", re.IGNORECASE)
_QUANTITIES = {"range", "number", "group", "team", "delegation", "variety", "series", "couple"}


class Sides:
    """Answers which sides of a meeting a phrase means, from the mentions of one article."""

    def __init__(self, parties: Parties, mentions: Mentions) -> None:
        self._parties = parties
        self._mentions = mentions
        people = sorted((a for a in mentions.actors if a.type == "person"), key=lambda a: (not a.state, not a.role))
        self._people = {a.actor: a for a in reversed(people) if a.actor}
        self.states = {a.actor: a.state for a in mentions.actors if a.actor and a.state}
        self.states |= {a.institution: a.actor for a in mentions.actors if a.institution and a.actor}
        """The state of each person and institution that has one."""
        self._with_role = {a.actor for a in mentions.actors if a.role and not _PRIVATE_ROLE.search(a.role.text)}
        self.formats = {a.actor: a.members for a in mentions.actors if 2 < len(a.members) <= _FEW}
        """The members of formats of a few states."""
        named = (a for a in mentions.actors if a.actor and a.type in {"state", "organisation"})
        self._named = {a.spans[0].text: Party(actor=a.actor or "", side=a.actor or "", span=a.spans[0]) for a in named}
        self.pairs = {a.actor for a in mentions.actors if a.type == "group" and a.rule == "pair"}
        """ "The two leaders", who are whoever meets elsewhere in the article."""
        # A school or a plant that somebody visits meets nobody.
        self._institutions = {a.actor for a in mentions.actors if a.type == "institution"}
        outlets = {a.actor for a in mentions.actors if a.type == "outlet"}
        self.bodies = {a.actor for a in mentions.actors if a.type == "organisation"}
        """The organisations."""
        self._apolitical = outlets | {
            a.actor
            for a in mentions.actors
            if (a.type == "institution" and not a.state and a.affiliation not in self.bodies)
            or (mentions.home is not None and a.type == "organisation" and _is_own_board(a.actor or ""))
        }

    def several(self, head: "Token") -> list[Party]:
        """The parties of a phrase, also where one noun stands for several: "envoys from Ostmark and Varenia"."""
        if lemma(head) in _OWN_TEAMS and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children):
            return []
        if any(c.lower_ == "own" for c in head.lefts) or mediates(head):
            return []  # "speak to their own forces"
        if council := self.in_name(head):
            return council
        named = next((c for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
        if named is not None and is_of_another(head) and (people := self.several(named)):
            return people  # "his Varenian counterpart, Marco Holt"
        among = self._parties.among(head) if head.pos_ == "NOUN" or head.ent_type_ == "ORG" else []
        topic = next((c.idx for c in head.subtree if c.dep_ == "prep" and c.lower_ == "about"), None)
        if topic is not None:  # "counterparts from Varenia and Ostmark about the war of Lorvane"
            among = [p for p in among if p.span is None or p.span.start < topic]
        found = among if len(among) > 1 else self._parties.all_of(head)
        if not found and lemma(head) in _QUANTITIES:
            found = among
        if not found and is_of_another(head):
            found = self._named_before(head)
        if not found and (side := self._side_of_owner(head)) is not None:
            found = [by_words(side, head)]
        if not found and head.ent_type_ == "PERSON" and (person := self._by_surname(head)) is not None:
            found = [person]
        if head.tag_ == "NNS" and len(found) == 1:  # "the Varenian and Ostmark delegations"
            found = self._joined_before(head) or self._joined_behind(head) or found
        if not found and (publisher := self._publisher(head)) is not None:
            found = [publisher]
        if head.pos_ == "PROPN":
            found = self._with_titled(head, found)
            if any(c.dep_ == "conj" for c in head.children):  # "Varenia, Ostmark, and Lorvane"
                listed = (c for c in head.children if c.dep_ == "appos" and head.doc[c.left_edge.i - 1].text == ",")
                found = distinct([*found, *(p for c in listed for p in self._parties.within(c) if len(p.side) == 2)])
        sided = (
            self._with_side(msgspec.structs.replace(p, side="allies") if _is_of_alliance(p) else p, head) for p in found
        )
        return [p for p in sided if self.may_meet(p)]

    def hosts(self, head: "Token") -> list[Party]:
        """Whom a visit is to: a state, or the state of a place there."""
        found = self._parties.all_of(head)
        found += [p for c in head.children if c.dep_ == "poss" and c.lower_ == "our" for p in self.several(c)]
        if found:
            return [p for p in found if p.side not in self._institutions and self.may_meet(p)]
        return [host for one in (head, *head.conjuncts) if one.i >= head.i for host in self._lies_in(one)]

    def one(self, token: "Token") -> Party | None:
        """The party that the word names, but for the state of a city."""
        place = self._place_at(token)
        return None if place == "city" else self._parties.of(token)

    def of_format(self, name: "Token") -> list[Party]:
        """ "the Danube talks" of the Danube Format."""
        found = next((f for f in self.formats if f and f.startswith(f"{name.text} ")), None)
        return [Party(actor=found, side=found, span=Span(name.idx, name.idx + len(name), name.text))] if found else []

    def of_joined_names(self, token: "Token") -> list[Party]:
        """ "the Berg-Holt summit", "the NATO-Russia Council"."""
        return [p for t in joined_names(token) or () if (p := self._by_name(t))]

    def in_name(self, head: "Token") -> list[Party]:
        """The members that a body has in its name: "the NATO-Russia Council"."""
        found = self.of_joined_names(head) if lemma(head) in _COUNCILS else []
        return found if how_many(found) > 1 else []

    def may_meet(self, party: Party) -> bool:
        """Outlets, institutions of no state, one's own people and private persons are no side of a meeting."""
        told = {party.actor} if party.side in _groups() else {party.actor, party.side}
        if told & (self._apolitical | self.pairs) or _OWN_PEOPLE.match(party.actor):
            return False
        if party.is_unnamed and party.known_side is None:
            return party.side == "allies" or bool(_FOREIGN.search(party.actor))
        private = party.actor in self._people and party.known_side is None and party.actor not in self._with_role
        return not private

    def is_official(self, head: "Token") -> bool:
        """Whether those meant hold an office of their state: "the minister", "Premier Berg"; not "the singer"."""
        if office_of(head) in _OFFICIALS:
            return True
        found = self._parties.all_of(head)
        roles = [[a.role.text for a in self._mentions.actors if a.actor == p.actor and a.role] for p in found]
        return bool(found) and all(any(_OFFICE.search(r) and acts_for_state(r) for r in own) for own in roles)

    def _named_before(self, head: "Token") -> list[Party]:
        """The state of "his Varenian colleague", whom an official meets: not that of a singer, or of his brother's."""
        verb = clause_verb(head)
        own = [c for c in head.lefts if c.dep_ == "poss" and c.lower_ in {"his", "her", "their"}]
        met = verb is not None and head.dep_ == "dobj" and cue_of(verb) is not None
        if verb is None or not own or not (met or _is_with_or_by(head)):
            return []
        acting = subjects(verb) or subjects(verb.head)
        if not acting or not all(self.is_official(antecedent(s)) for s in acting):
            return []
        states = [p for p in self._parties.before(head) if len(p.side) == 2 and p.actor == p.side]
        return [by_words(p.side, head) for p in states]

    def _joined_before(self, head: "Token") -> list[Party]:
        """Those of several adjectives before one noun."""
        named = [t for c in head.lefts if c.dep_ in {"amod", "compound"} and c.conjuncts for t in (c, *c.conjuncts)]
        return [p for t in named if t.pos_ in NAMED_SIDE and (p := self.one(t)) is not None]

    def _joined_behind(self, head: "Token") -> list[Party]:
        """Those of several states behind one noun: "leaders in Varenia, Ostmark and Lorvane"."""
        named = [g for c in head.children if c.lower_ in _ACROSS for g in objects(c) if g.conjuncts]
        found = [p for g in named for t in (g, *g.conjuncts) for p in self.hosts(t)]
        return distinct(p for p in found if len(p.side) == 2)

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
        return distinct([*unique.values(), *(p for p in rest if p.actor not in unique)])

    def _by_name(self, token: "Token") -> Party | None:
        """The party of a name; of a bare surname the one person of the article who has it."""
        found = self._parties.of(token)
        if (found is None or (found.span and any(j in found.span.text for j in JOINS))) and token.text in self._named:
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

    def _by_surname(self, token: "Token") -> Party | None:
        """ "Mr Holt": the one person of the article who has the name, where the text tells whose he is."""
        named = [a for who, a in self._people.items() if who.split()[-1] == token.text and a.state]
        if len(named) != 1 or len([who for who in self._people if token.text in who.split()]) > 1:
            return None
        return self._by_name(token)

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
        named += [side] if party.is_unnamed and (side := self._side_of_owner(head)) else []
        return msgspec.structs.replace(party, side=named[0]) if named and named[0] else party

    def _side_by_office(self, party: Party, head: "Token") -> str | None:
        """The state of "I", of the title behind a name, or of an office in what its own state publishes."""
        home, known = self._mentions.home, self._people.get(party.actor)
        if head.lower_ in FIRST_PERSON and party.person:
            return self.states.get(party.actor) or home
        if known is None:
            return None
        behind = next((p.side for p in self._behind(head) if len(p.side) == 2), None)
        return behind or (home if known.role is not None and acts(head) else None)

    def _side_of_owner(self, head: "Token") -> str | None:
        """The state whose the envoy is: "its negotiators", "his ministers", "Berg's envoy"; not "his counterpart"."""
        owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
        if owner is None or head.pos_ != "NOUN" or lemma(head) not in PEOPLE - OF_ANOTHER - {"leader", "head"}:
            return None
        sides = {p.known_side for p in self._parties.all_of(owner)}
        side = next(iter(sides)) if len(sides) == 1 else None
        return side if side is not None and len(side) == 2 else None

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
            p for t in head.doc[own.start : verb] if t.pos_ in NAMED_SIDE and (p := self._parties.of(t)) is not None
        ]

    def _place_at(self, token: "Token") -> str | None:
        return next(
            (p.feature for p in self._mentions.places if p.begins_at <= token.idx < p.ends_at and p.reading == "place"),
            None,
        )

    def _lies_in(self, head: "Token") -> list[Party]:
        """The state of a place."""
        found = [p for p in self._mentions.places if p.begins_at <= head.idx < p.ends_at and p.country]
        # A place that two claim is no party, but where it is a country itself.
        found = [p for p in found if "/" not in (p.country or "") or p.feature == "country"]
        span = Span(head.idx, head.idx + len(head), head.text)
        return [Party(actor=p.country, side=p.country, span=span) for p in found[:1] if p.country]


def _is_with_or_by(head: "Token") -> bool:
    """ "Spoke to his colleague", "was received by her colleague"."""
    return head.dep_ == "pobj" and head.head.lower_ in {"with", "to", "by"}


def by_words(side: str, head: "Token") -> Party:
    """A side as the words mean it: "his Varenian colleague", "the two presidents"."""
    words = noun_phrase(head)
    return Party(actor=side, side=side, span=Span(words.start_char, words.end_char, words.text))


def distinct(parties: Iterable[Party]) -> list[Party]:
    """Each once; a state that one of its people stands for only as that person."""
    unique: dict[str, Party] = {}
    for party in parties:
        unique.setdefault(party.actor, party)
    people = list(unique.values())
    sides = {p.side for p in people if p.actor != p.side}
    return [p for p in people if p.actor != p.side or p.actor not in sides]


def how_many(parties: Iterable[Party]) -> int:
    return len({p.side for p in parties})


@cache
def _groups() -> frozenset[str]:
    return frozenset(row["id"] for row in table("en/groups"))


def _is_own_board(name: str) -> bool:
    """Whether the name is no international body's, but such as the boards of one state have."""
    return bool(_BOARD.search(name)) and all(row["id"] != name for row in table("en/organisations"))


def _is_of_alliance(party: Party) -> bool:
    return party.known_side is None and bool(_ALLIED.match(party.actor))


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def speaks_for_side(person: Party, mentions: Mentions) -> bool:
    """Whether the person's "we" is the state: that of a minister, not that of a senator or a former minister."""
    roles = [a.role.text for a in mentions.actors if a.actor == person.actor and a.role]
    return all(acts_for_state(role) and not names_past(role) for role in roles)
