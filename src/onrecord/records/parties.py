"""Parties: which state, organisation or person stands behind a phrase of the article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.model import Actor, Article, Attribution, Contents, Mentions, Span, Trigger, cut
from onrecord.records.deeds import AIMED, BEFALLING
from onrecord.records.listeners import takes_in_listener
from onrecord.records.offices import acts_for_state, stands_apart
from onrecord.syntax import full_phrase, lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours", "ourselves"})
_STAFF = re.compile(r"(?:MR|MS|MRS|Mr|Ms|Mrs)\.|(?:A )?SENIOR [A-Z]+ OFFICIAL")
_HEAD = re.compile(r"THE (?:VICE )?PRESIDENT\Z")
_LISTENER = frozenset({"you", "your", "yours"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})

# What whoever stands there is to the speaker's verb.
_TOLD = {"dobj", "dative", "pobj"}
_WHOLE = {"state", "organisation", "group"}
_SIDES = {"state", "organisation", "institution"}
# Of these an unnamed one holds for himself, whatever state stands with him.
_APART = {
    "lawmaker", "legislator", "senator", "congressman", "congresswoman", "parliamentarian", "politician", "governor",
    "mayor", "judge", "prosecutor", "jury", "court",
}  # fmt: skip
# What has members: "his movement" is the group that he speaks for, and no state.
_OF_MEMBERS = {"movement", "organisation", "organization", "faction"}
# What behind a noun for people is no part of who they are: "officials about Ostmark", "Varenia's envoy to Ostmark".
_BESIDE = {"about", "on", "regarding", "concerning", "to"}
# Theirs is another side than that of whom "his" stands for.
OF_ANOTHER = {"colleague", "counterpart"}
# How many actors before an offset may still cover it: actor spans are short and hardly nested.
_NEAR = 12


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Whose act it is: the id a record uses, the side it counts for, and the words."""

    actor: str
    """Actor id as in the actor find: a person, a state, an unnamed source."""
    side: str
    """State or organisation the actor speaks or acts for, as far as the article says; else the actor itself."""
    span: Span | None = None
    person: bool = False
    """Whether it is a person or an unnamed source; one whose side is unknown has itself as `side`."""

    @property
    def known_side(self) -> str | None:
        """The state or organisation; none for a person whose side the article does not tell."""
        return None if self.person and self.side == self.actor else self.side

    @property
    def is_unnamed(self) -> bool:
        """Whether no name is known: "lawmakers", "a senior official"."""
        return self.actor.startswith("unnamed:")

    @property
    def named(self) -> str:
        """The actor; of people without a name the state or organisation, where the article tells it."""
        return self.side if self.is_unnamed else self.actor


@cache
def _bodies() -> frozenset[str]:
    """Nouns for people, bodies and forces of a government: "the Russian side" is Russia, a Russian paper is not."""
    bodies = {row["word"] for row in table("en/name_readings") if row["use"] == "body"}
    return frozenset(bodies) | words("en/force_nouns")


class Parties:
    """Answers who is meant, from the mentions of one article."""

    def __init__(self, mentions: Mentions, article: Article) -> None:
        self._home = mentions.home
        self.article = article
        self.met_by_title = mentions.met
        """The states that met as the title of an official text tells, the office's own first; none where none did."""
        self._actors = sorted((a for a in mentions.actors), key=lambda a: (a.begins_at, -a.ends_at))
        self._starts = [a.begins_at for a in self._actors]
        self._contents = Contents(mentions.attributions)
        self._others_speak = bool(mentions.met) or any(a.form == "direct" for a in mentions.attributions)
        self._known: dict[str, Actor] = {}
        for actor in self._actors:
            if actor.actor is not None:
                self._known[actor.actor] = _joined(self._known.get(actor.actor), actor)
        for who, state in self._states_behind(article.text):
            if self._known[who].type == "person" and not self._known[who].state:
                self._known[who] = msgspec.structs.replace(self._known[who], state=state)
        self._references = {r.span.start: r for r in mentions.references}
        self._triggers = {t.token: t for t in mentions.triggers}
        self._places = mentions.places
        named = {a.actor for a in self._actors if a.type in _WHOLE} | {a.state for a in self._known.values()}
        named |= {*self.met_by_title, *(p.country for p in mentions.places)}
        self.at_home = self._home is not None and named - {None} <= {self._home}
        """Whether a state publishes it and no other side is so much as named."""

    def trigger_at(self, token: "Token") -> Trigger | None:
        """What the tagger says that the word tells; none where it tells nothing, or without a tagger."""
        return self._triggers.get(token.i)

    @property
    def tagged(self) -> bool:
        """Whether a tagger has read the text and seen anything in it."""
        return bool(self._triggers)

    def triggers_within(self, start: int, end: int) -> Iterator[Trigger]:
        """What the tagger says that the words from one to before the other tell."""
        return (trigger for at in range(start, end) if (trigger := self._triggers.get(at)) is not None)

    def pointed_to(self, token: "Token", words: Iterable[int]) -> "list[Party]":
        """The parties behind words that the tagger points to from the token, and those joined to them."""
        found: dict[str, Party] = {}
        for at in words:
            for party in self.all_of(token.doc[at]):
                found.setdefault(party.actor, party)
        return list(found.values())

    def holders_pointed_to(self, token: "Token", words: Iterable[int]) -> "list[Party]":
        """The same of whoever holds an act: none whom its speaker only meets or tells ("told Holt that ...")."""
        said = self.attribution_at(token.idx)
        apart = {
            at
            for at in words
            if said is not None
            and token.doc[at].dep_ in _TOLD
            and token.doc[at].sent == token.sent
            and said is not self.attribution_at(token.doc[at].idx)
            and not any(s.start <= token.doc[at].idx < s.end for s in said.source)
        }
        meant = [t for at in words if at not in apart for t in _joined_subjects(token.doc[at])]
        return self.pointed_to(token, meant)

    def lands_of(self, token: "Token") -> set[str]:
        """The states that the noun names, or in which the place lies that it names."""
        named = {a.actor for a in self._between(token.idx, token.idx + len(token)) if a.type == "state"}
        named |= {p.country for p in self._places if p.begins_at <= token.idx < p.ends_at}
        return {land for land in named if land}

    def _states_behind(self, text: str) -> Iterator[tuple[str, str]]:
        """Actors with the state that stands behind their name: "Prime Minister Ana Berg of Varenia"."""
        for mention in self._actors:
            if mention.actor and text.startswith(" of ", mention.ends_at):
                behind = self._between(mention.ends_at + 4, mention.ends_at + 5)
                if state := next((a.actor for a in behind if a.type == "state" and a.actor), None):
                    yield mention.actor, state

    def attribution_at(self, offset: int) -> Attribution | None:
        """The innermost attribution whose content covers the offset."""
        return self._contents.innermost(offset)

    def speaker_at(self, offset: int) -> Party | None:
        """Whose word the text at the offset is; none in the outlet's own voice, a reporter's, or while unresolved."""
        attribution = self.attribution_at(offset)
        return None if attribution is None or "question" in attribution.flags else self.speaker_of(attribution)

    def publisher(self) -> Party | None:
        """The state or organisation that publishes the article, whose own voice it is."""
        return Party(actor=self._home, side=self._home) if self._home else None

    def is_direct(self, offset: int) -> bool:
        """Whether the offset stands in somebody's own words."""
        attribution = self.attribution_at(offset)
        return attribution is not None and attribution.form != "indirect"

    def speaker_of(self, attribution: Attribution) -> Party | None:
        """The party behind an attribution's source."""
        speaker, sourcing = attribution.speaker, attribution.sourcing
        span = attribution.source[0] if attribution.source else None
        if speaker is not None and speaker.actor is not None:
            side = speaker.affiliation or (sourcing.affiliation if sourcing else None)
            if side is not None and side.startswith("member of"):
                side = None  # which member is unknown
            inside = self._between(span.start, span.end) if span else []
            # Not of whom a clause behind the name tells: "Berg, who led a delegation to Ostmark".
            state = next((a.state for a in inside if a.state and a.actor in {speaker.actor, None}), None)
            person = speaker.type in {"person", "unnamed"}
            known = self._known.get(speaker.actor)
            role = speaker.role or (known.role.text if known and known.role else "")
            side = state or side or (_party(known).known_side if known else None)
            if side is None and span and _STAFF.match(span.text):
                side = self._home
            if side is None or (person and not acts_for_state(role)):
                side = speaker.actor
            return Party(actor=speaker.actor, side=side, span=span, person=person)
        if span is not None and self._home and _HEAD.match(span.text):
            return Party(actor=self._home, side=self._home, span=span)  # "THE PRESIDENT:" in what his office publishes
        if span is not None:
            return self._in_phrase(span.start, span.end, span)
        return None

    def of(self, token: "Token") -> Party | None:
        """The party a noun phrase names: by its head, else, for a body or force, by what modifies it ("U.S. troops").

        First person inside somebody's words is that speaker; a third-person pronoun whom it stands for, if it is one.
        """
        reference = self._references.get(token.idx)
        if reference is not None and len(reference.actors) == 1:
            return self._named(reference.actors[0], reference.span)
        if token.text != "US" and (lemma(token) in FIRST_PERSON or token.lower_ in FIRST_PERSON):
            return self._first_person(token)
        if lemma(token) in _THIRD_PERSON or token.lower_ in _THIRD_PERSON:
            return self._self_reference(token)
        head = [a for a in self._between(token.idx, token.idx + len(token)) if a.actor and a.type != "outlet"]
        if head:
            chosen = max(head, key=lambda a: a.ends_at - a.begins_at)
            known = self._known.get(chosen.actor or "") if chosen.type == "person" else None
            return msgspec.structs.replace(_party(known or chosen), span=chosen.spans[0])
        if lemma(token) in _APART and token.pos_ == "NOUN":
            return None if _is_one_told_of(token) else self.as_written(token)
        alone = lemma(token) in _OF_MEMBERS and not any(c.dep_ in {"prep", "relcl", "acl"} for c in token.rights)
        if alone and (own := self._body_of_referent(token)) is not None:
            known = self._known.get(own.actor)
            return own if known is not None and known.type in {"group", "organisation"} else None
        if lemma(token) not in _bodies() and (token.tag_ != "NNPS" or token.lower_.removesuffix("s") not in _bodies()):
            return None
        if (own := self._own_body(token) or self._body_of_referent(token)) is not None:
            return own
        owners = (self._in_phrase(w.start_char, w.end_char, None) for w in _words_of_owners(token))
        return next((found for found in owners if found is not None), None)

    def all_of(self, token: "Token") -> list[Party]:
        """The parties of a coordinated phrase, or of a word for several: "the U.S. and Russia", "the two leaders"."""
        found: dict[str, Party] = {}
        for head in (*self._first_of_two(token), token, *(t for t in token.conjuncts if t.i > token.i)):
            for party in self._behind(head):
                found.setdefault(party.actor, party)
        return list(found.values())

    def _first_of_two(self, name: "Token") -> "list[Token]":
        """ "North" of "North and South Korea", where both are states."""
        first = (c for c in name.lefts if c.dep_ == "nmod" and any(g.dep_ == "conj" for g in c.rights))
        return [c for c in first if self._is_state(c) and self._is_state(name)]

    def _is_state(self, name: "Token") -> bool:
        return any(a.type == "state" for a in self._between(name.idx, name.idx + len(name)))

    def _behind(self, head: "Token") -> "list[Party]":
        """The parties of one word, which may stand for several."""
        if both := self._speaking_together(head):
            return both
        reference = self._references.get(head.idx)
        if reference is not None and len(reference.actors) > 1:
            return [self._named(who, reference.span) for who in reference.actors]
        aimed = lemma(head) in AIMED and any(c.lower_ in {"on", "against"} for c in head.rights)
        if head.tag_ == "NNS" and not aimed and len(leaders := self.among(head)) > 1:
            return leaders
        return [party] if (party := self.of(head)) is not None else []

    def _speaking_together(self, token: "Token") -> "list[Party]":
        """All who met, where one of them says "we agreed" or "we support each other"; nobody of other uses."""
        met = self.met_by_title
        if len(met) < 2 or token.lower_ not in {"we", "our"} or not takes_in_listener(token):
            return []
        speaker = self.speaker_at(token.idx)
        if speaker is None or speaker.side not in met:
            return []
        span = _span(token)
        others = (Party(actor=state, side=state, span=span) for state in met if state != speaker.side)
        return [msgspec.structs.replace(speaker, span=span), *others]

    def listener(self, token: "Token") -> Party | None:
        """ "You" and "your" in the words of one of two that met: the other."""
        met, speaker = self.met_by_title, self.speaker_at(token.idx)
        if token.lower_ not in _LISTENER or len(met) != 2 or speaker is None or speaker.side not in met:
            return None
        other = met[met[0] == speaker.side]
        return Party(actor=other, side=other, span=_span(token))

    def within(self, token: "Token") -> list[Party]:
        """All parties named anywhere in the full phrase of the token, in the order of the text."""
        phrase = full_phrase(token)
        found: list[Party] = []
        for actor in self._between(phrase.start_char, phrase.end_char):
            if actor.actor and all(actor.actor != p.actor for p in found):
                found.append(_party(actor))
        return found

    def by_title(self, person: Party, start: int) -> Party:
        """The person, of whose state nobody tells, as that of the title before the name that begins there."""
        if person.known_side is not None or person.span is None:
            return person
        inside = self._between(start, person.span.start)
        states = {state for a in inside if (state := a.actor if a.type == "state" else a.state)}
        if len(states) != 1 or not acts_for_state(self.article.text[start : person.span.start]):
            return person
        return msgspec.structs.replace(person, side=states.pop())

    def sides_between(self, start: int, end: int) -> set[str]:
        """The states, organisations and groups named from one offset to before the other, by themselves or by who
        belongs to them."""
        inside = self._actors[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return {side for a in inside if a.actor and (side := self._side(self._known[a.actor])) is not None}

    def names_a_side(self, start: int, end: int) -> bool:
        """Whether the words name a state, organisation or group itself."""
        return any(a.type in _WHOLE for a in self._between(start, end))

    def side_of(self, who: str | None) -> str | None:
        """The state, organisation or group that the id of one named in the article stands for or belongs to."""
        return self._side(self._known[who]) if who in self._known else None

    def _side(self, actor: Actor) -> str | None:
        return actor.actor if actor.type in _WHOLE else actor.state

    def before(self, token: "Token") -> list[Party]:
        """Those named in the phrase before its head: "joint Ostmark-Varenia drills"."""
        return [_party(a) for a in self._between(noun_phrase(token).start_char, token.idx) if a.actor]

    def among(self, token: "Token") -> list[Party]:
        """The parties in the plain phrase of the token: "envoys from Ostmark and Varenia", "of both states"."""
        phrase = noun_phrase(token)
        apart = (c.idx for c in token.children if c.dep_ == "prep" and c.lower_ in _BESIDE and c.i > token.i)
        end = min(apart, default=phrase.end_char)
        named = [a for a in self._between(phrase.start_char, end) if a.actor and a.type in _SIDES]
        behind = (g for c in token.children if c.dep_ == "prep" for g in c.children if g.tag_ == "NNS")
        # "Members of both parties", "leaders from both parties": not those who talk.
        own = lemma(token) in _APART | {"member"}
        behind = (g for g in behind if lemma(g) != "party" or not (own or g.head.lower_ == "from"))
        meant = [r for t in behind if (r := self._references.get(t.idx)) is not None]
        unique = {a.actor: _party(a) for a in reversed(named)}  # the Congress of a state beside its name is one
        unique = unique or {who: self._named(who, r.span) for r in reversed(meant) for who in reversed(r.actors)}
        return list(reversed(unique.values()))

    def _named(self, who: str, span: Span) -> Party:
        """The party of an actor id, as the words there stand for it."""
        known = self._known.get(who)
        return msgspec.structs.replace(_party(known), span=span) if known else Party(actor=who, side=who, span=span)

    def _first_person(self, token: "Token") -> Party | None:
        """Whoever says it; of a speech that is one office's own throughout, the office that publishes."""
        own = None if self._others_speak else self.publisher()
        found = self.speaker_at(token.idx) if self.attribution_at(token.idx) is not None else own
        return msgspec.structs.replace(found, span=_span(token)) if found is not None else None

    def _self_reference(self, token: "Token") -> Party | None:
        """ "said it would ...": a pronoun that is the subject of reported words means their source, when it agrees."""
        attribution = self.attribution_at(token.idx)
        if attribution is None or not attribution.source or attribution.form == "direct":
            return None
        subject_of_content = token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ccomp"
        speaker = self.speaker_of(attribution)
        if not subject_of_content or speaker is None:
            return None
        person = attribution.speaker is not None and attribution.speaker.type == "person"
        if (token.lower_ in {"he", "she"}) != person:
            return None
        return msgspec.structs.replace(speaker, span=_span(token))

    def _between(self, start: int, end: int) -> list[Actor]:
        at = bisect_left(self._starts, end)
        near = self._actors[max(0, at - _NEAR) : at]
        inside = [a for a in near if any(s.start < end and start < s.end for s in a.spans)]
        return [a for a in inside if not _backed().match(self.article.text, a.ends_at)]

    def _own_body(self, token: "Token") -> Party | None:
        """ "her delegation" in the words of a person is the side she speaks for."""
        attribution = self.attribution_at(token.idx)
        owner = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in {"his", "her", "our", "my"}), None)
        if attribution is None or owner is None or attribution.speaker is None or attribution.speaker.type != "person":
            return None
        speaker = self.speaker_of(attribution)
        return msgspec.structs.replace(speaker, span=_span(token)) if speaker else None

    def _body_of_referent(self, token: "Token") -> Party | None:
        """ "its defence ministry" is of whom "its" stands for, "his Varenian colleague" is not."""
        if lemma(token) in OF_ANOTHER:
            return None
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        reference = self._references.get(owner.idx) if owner is not None else None
        if reference is None or len(reference.actors) != 1:
            return None
        side = self._named(reference.actors[0], reference.span).known_side
        return Party(actor=side, side=side, span=_span(token)) if side is not None else None

    def as_written(self, token: "Token") -> Party:
        """People and bodies of no name who do not act for their state: "U.S. lawmakers", "a grand jury"."""
        start = next(t.i for t in noun_phrase(token) if t.pos_ not in {"DET", "PRON"} or t == token)
        words = token.doc[start : token.i + 1]
        who = f"unnamed:{' '.join(words.text.lower().split())}"
        return Party(actor=who, side=who, span=cut(self.article.text, words.start_char, words.end_char), person=True)

    def _in_phrase(self, start: int, end: int, span: Span | None) -> Party | None:
        inside = [a for a in self._between(start, end) if a.actor]
        wide = [a for a in inside if a.begins_at <= start and a.ends_at >= end]
        chosen = next(iter(wide or inside), None)
        if chosen is None:
            return None
        party = _party(chosen)
        return msgspec.structs.replace(party, span=span) if span else party


@cache
def _backed() -> re.Pattern[str]:
    """Behind the name of one whose they are not: "Ostmark-backed rebels", "an Ostmark-based firm"."""
    used = (row["word"] for row in table("en/name_readings") if row["use"] in {"support", "origin"})
    return re.compile(rf"-(?:{'|'.join(used)})\b")


def _words_of_owners(noun: "Token") -> "Iterator[Tokens]":
    """Where those may stand whose it is: "the government of Ostmark", but not "sanctions against Ostmark"."""
    yield noun.doc[noun_phrase(noun).start : noun.i + 1]
    for prep in noun.rights:
        if prep.lower_ in {"by", "from"} or (prep.lower_ == "of" and lemma(noun) not in BEFALLING):
            yield from (noun_phrase(g) for g in prep.rights if g.dep_ == "pobj")


def _joined(known: Actor | None, actor: Actor) -> Actor:
    """What the mentions of one actor say together: the first that gives a state, with the first office given."""
    if known is None:
        return actor
    chosen = actor if actor.state and not known.state else known
    role = known.role or actor.role
    return chosen if chosen.role == role else msgspec.structs.replace(chosen, role=role)


def _party(actor: Actor) -> Party:
    name = actor.actor or ""
    affiliation = None if (actor.affiliation or "").startswith("member of") else actor.affiliation
    # "American allies" are not America.
    side = name if actor.type in _WHOLE else actor.state or affiliation or name
    if actor.type == "institution" and actor.institution and stands_apart(actor.institution):
        side = name = actor.institution
    elif actor.role is not None and not acts_for_state(actor.role.text):
        side = name
    return Party(actor=name, side=side, span=actor.spans[0], person=actor.type in {"person", "unnamed"})


def _joined_subjects(token: "Token") -> list[int]:
    """The word, with the subjects that "and" joins to it ahead of it: Berg and Holt of "Berg and Holt asked"."""
    return [t.i for t in token.conjuncts if t.i < token.i and t.dep_ == "nsubj"] + [token.i]


def _is_one_told_of(token: "Token") -> bool:
    """ "The senator": one whom the text names elsewhere, where a court is none."""
    definite = any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in token.lefts)
    return definite and token.tag_ == "NN" and lemma(token) not in {"jury", "court"}


def _span(token: "Token") -> Span:
    return Span(token.idx, token.idx + len(token), token.text)
