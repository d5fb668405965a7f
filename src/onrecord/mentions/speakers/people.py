"""What an article says of its people, wherever in it: where they are mentioned, in which office, of which state."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING

from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.actors.counterparts import counterparts_of, state_by_title
from onrecord.mentions.offices_held import head_of_office
from onrecord.mentions.publishers import home_of
from onrecord.mentions.source_nouns import Source
from onrecord.mentions.speakers.relatives import relatives_in
from onrecord.mentions.speakers.spellings import other_spellings
from onrecord.model import Actor, Article, Attribution, Layout, Span, Speaker, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of several people whom "the official" fits: the only one mentioned at most this many paragraphs before.
NEAR_PARAGRAPHS = 1
SPELLED_OUT = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "adm.": "admiral",
    "col.": "colonel", "prof.": "professor", "amb.": "ambassador", "congressman": "representative",
}  # fmt: skip
# Where an office is part of a name: "President Berg".
IN_TITLES = {"compound", "nmod", "appos", "attr"}
_LONGEST_NAME = 3  # words
# Places of one name that are looked at.
_MOST_LOOKED_AT = 60


class People:
    """What an article says of its people, wherever in it."""

    def __init__(
        self,
        doc: "Doc",
        article: Article,
        layout: Layout,
        attributions: Iterable[Attribution],
        actors: Sequence[Actor],
    ) -> None:
        self.doc, self.article, self.layout = doc, article, layout
        self.index = ActorIndex(actors)
        in_order = sorted(actors, key=lambda a: a.begins_at)
        self.mentions = _mentions_of(in_order)
        """Where each actor stands, in the order of the text."""
        self.persons: dict[str, Actor] = {}
        self.holders: dict[str, dict[str, int]] = {}
        """Persons by the last word of their office, with a mention that gives it."""
        self.plainly: set[str] = set()
        """To whom an office is given at first without saying whose."""
        for actor in actors:
            if actor.type == "person" and actor.actor is not None:
                self._note_person(actor, actor.actor)
        self.kin = relatives_in(doc, self.persons, self.mentions)
        """Who only shares the surname of somebody in office, with the office of their own, or nothing."""
        self.spelled: dict[str, str] = {}
        """Other spellings by the person they are of, once these are joined."""
        self.headline = _in_headline(self.mentions, article, layout)
        self.states = frozenset(a.actor for a in actors if a.type == "state" and a.actor) | {
            a.affiliation for a in actors if a.type == "unnamed" and a.state and a.affiliation
        }
        self.called = {a.spans[0].text: a for a in actors if a.type == "state" or a.reading == "government"}
        """States by what they are called anywhere in the article."""
        self.home = home_of(article.outlet)
        """The state whose institution publishes the article: "The White House"."""
        self.counterparts = counterparts_of(article)
        """With whom it met, by the article's title."""
        self.state_by_title = state_by_title(article)
        """The state that the title of an official text gives to a person."""
        self._bodies = _bodies_of(in_order)
        self._outlets = [a for a in in_order if a.type == "outlet" and a.actor]
        self._written = _proper_names(doc)
        self._sources = sorted((s.start, s.end) for a in attributions for s in a.source)
        self._starts = [p.start for p in layout.paragraphs]
        persons = {a.actor for a in actors if a.type == "person"}
        self._places = sorted((s.start, who) for who, found in self.mentions.items() if who in persons for s in found)

    def _note_person(self, actor: Actor, who: str) -> None:
        name = self.doc.char_span(actor.spans[0].start, actor.spans[0].end, alignment_mode="expand")
        if name is None:
            return
        known = self.persons.get(who)
        first = known is None or known.role is None
        if known is None or (first and actor.role is not None):
            self.persons[who] = actor
        if actor.role is None:
            return
        if first and not any(a.type in {"state", "institution"} for a in self.index.inside(actor.role)):
            self.plainly.add(who)
        office = self.doc.char_span(actor.role.start, actor.role.end, alignment_mode="expand")
        if office is not None:
            noun = head_of_office(office)
            office_word = SPELLED_OUT.get(noun.lower_, lemma(noun))
            self.holders.setdefault(office_word, {}).setdefault(who, name.root.i)

    def with_spellings_joined(self) -> "People":
        """The same people, where several spellings of a name are one person."""
        joined = copy(self)
        joined.spelled = other_spellings(self.persons, self.mentions)
        return joined

    def id_of(self, who: str) -> str:
        """The person whom another spelling stands for, else who is asked for."""
        return self.spelled.get(who, who)

    def of_actor(self, actor: Actor) -> Speaker:
        """An actor as speaker; persons with the office that the article gives them anywhere."""
        if actor.type == "person" and actor.actor is not None:
            return self.of_person(actor.actor)
        return Speaker(
            actor=actor.actor,
            type=actor.type,
            name=actor.spans[0].text,
            affiliation=actor.affiliation or actor.state,
            candidates=actor.candidates if actor.actor is None else (),
        )

    def of_person(self, who: str) -> Speaker:
        """A person or unnamed source by id."""
        who = self.id_of(who)
        person = self.persons.get(who)
        if person is None and who.startswith("unnamed:"):
            return Speaker(actor=who, type="unnamed")
        if person is None:
            return Speaker(actor=who, type="person", name=who)
        return Speaker(
            actor=who,
            type="person",
            name=who,
            role=person.role.text if person.role else None,
            affiliation=person.affiliation or person.state,
        )

    def of_name(self, name: str) -> Speaker:
        """A person named in the title, by the fullest name that the article has."""
        last, title = name.split()[-1], (self.article.title or "").casefold()
        fuller = [
            who
            for who in self.persons
            if who.split()[-1] == last
            and ((office := self.kin.get(who)) is None or (office and f"{office} {last}".casefold() in title))
        ]
        whose = [name] if name in self.persons else fuller
        if len(whose) == 1:
            return self.of_person(whose[0])
        return Speaker(actor=name, type="person", name=name, affiliation=self.state_by_title(name))

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds the offset."""
        return bisect_right(self._starts, offset) - 1

    def span_of(self, at: int) -> Span:
        """The mention at a head token: the actor's, else the word."""
        token = self.doc[at]
        actor = self.index.at(token) if token.pos_ != "PRON" else None
        return actor.spans[0] if actor is not None else cut(self.article.text, token.idx, token.idx + len(token.text))

    def speaks(self, token: "Token") -> bool:
        """Whether the token is the head of the source of an attribution, or stands in apposition to it."""
        at = bisect_right(self._sources, (token.idx, len(self.article.text))) - 1
        if at < 0 or token.idx >= self._sources[at][1] or token.dep_ == "poss":
            return False
        start = self._sources[at][0]
        while token.dep_ == "appos" and token.head.idx >= start:
            token = token.head
        return token.head.idx < start or token.head.idx >= self._sources[at][1] or token.dep_ in {"ROOT", "conj"}

    def is_mentioned_before(self, who: str, span: Span) -> bool:
        """Whether the actor of that id is mentioned before the span."""
        return self.mentions.get(who, [span])[0].start < span.start

    def is_met_again(self, source: Source) -> bool:
        """Whether people without a name are described by the same words elsewhere."""
        who = source.actor.actor if source.actor is not None else None
        return len(self.mentions.get(who or "", ())) > 1

    def introduced(self, actor: Actor | None) -> list[str]:
        """Of those who share a surname the ones whom the text named in full before."""
        if actor is None or actor.rule != "surname":
            return []
        return [c for c in actor.candidates if self.is_mentioned_before(c, actor.spans[0])]

    def near(self, candidates: Iterable[str], offset: int) -> str | None:
        """The only candidate with a mention in the last `NEAR_PARAGRAPHS` paragraphs before."""
        least = self.paragraph(offset) - NEAR_PARAGRAPHS
        found = [
            who
            for who in candidates
            if any(s.start < offset and self.paragraph(s.start) >= least for s in self.mentions.get(who, ()))
        ]
        return found[0] if len(found) == 1 else None

    def persons_before(self, offset: int) -> Iterator[tuple[int, str]]:
        """The last mentions of persons before the offset, the nearest first."""
        at = bisect_right(self._places, (offset, ""))
        return reversed(self._places[max(0, at - _MOST_LOOKED_AT) : at])

    def bodies_named(self, word: str, before: int) -> tuple[Actor, ...]:
        """The bodies mentioned before whose name begins or ends with the word: "the Church", "the council"."""
        found: dict[str, Actor] = {}
        for name, actor in self._bodies.get(word, ())[:_MOST_LOOKED_AT]:
            if actor.begins_at < before:
                found.setdefault(name, actor)
        return tuple(found.values())

    def outlet_before(self, offset: int) -> tuple[Actor, ...]:
        """The outlets that the article names before, the one of the last paragraphs alone where there is one only."""
        before = [a for a in self._outlets[:_MOST_LOOKED_AT] if a.begins_at < offset]
        least = self.paragraph(offset) - NEAR_PARAGRAPHS
        near = {a.actor: a for a in before if self.paragraph(a.begins_at) >= least}
        return tuple(near.values()) if len(near) == 1 else tuple({a.actor: a for a in before}.values())

    def fullest(self, head: "Token") -> tuple[str, ...]:
        """The longer proper names before whose last word is the token's: "Ana Berg" for "Berg"."""
        found: dict[str, None] = {}
        for first in self._written.get(head.text, ())[:_MOST_LOOKED_AT]:
            token = self.doc[first]
            if token.i > head.i:
                break
            words = [token]
            while words[0].i and self._is_given(self.doc[words[0].i - 1]) and len(words) < _LONGEST_NAME:
                words.insert(0, self.doc[words[0].i - 1])
            if len(words) > 1:
                found[" ".join(w.text for w in words)] = None
        return tuple(found)

    def bearer(self, head: "Token") -> str | None:
        """The person introduced by the name of a place: "Ana London, a clerk, ... London said"."""
        fuller = self.fullest(head)
        first = self.doc[self._written[head.text][0]] if fuller else head
        introduced = any(c.dep_ == "appos" for c in first.children) and self.speaks(first)
        return fuller[0] if len(fuller) == 1 and introduced else None

    def _is_given(self, token: "Token") -> bool:
        """Whether the token can be a first name before a surname that follows."""
        return token.pos_ == "PROPN" and token.text.isalpha() and token.text.istitle() and self.index.at(token) is None


def _mentions_of(actors: Iterable[Actor]) -> dict[str, list[Span]]:
    mentions: dict[str, list[Span]] = {}
    for actor in actors:
        if actor.actor is not None:
            mentions.setdefault(actor.actor, []).extend(actor.spans)
    return mentions


def _in_headline(mentions: Mapping[str, Sequence[Span]], article: Article, layout: Layout) -> frozenset[str]:
    """Whom headline and title name."""
    titles = [p for p in layout.paragraphs if p.role == "headline"]
    return frozenset(
        who
        for who, spans in mentions.items()
        if any(t.start <= s.start < t.end for t in titles for s in spans)
        or re.search(rf"\b{re.escape(who.split()[-1])}\b", article.title or "")
    )


def _bodies_of(actors: Iterable[Actor]) -> dict[str, list[tuple[str, Actor]]]:
    """Bodies by the first and the last word of a name of several words."""
    bodies: dict[str, list[tuple[str, Actor]]] = {}
    for actor in actors:
        names = {actor.actor or ""} if actor.type in {"organisation", "outlet", "institution"} else set()
        if actor.type in {"organisation", "outlet"}:
            names.add(actor.spans[0].text)
        if actor.type == "institution" and actor.institution is not None:
            names = {actor.institution}
        for name in (n.removesuffix("'s").removesuffix("’s").split() for n in names):
            for word in {name[0].casefold(), name[-1].casefold()} if len(name) > 1 else ():
                bodies.setdefault(word, []).append((" ".join(name), actor))
    return bodies


def _proper_names(doc: "Doc") -> dict[str, list[int]]:
    """Where each proper name stands."""
    written: dict[str, list[int]] = {}
    for token in doc:
        if token.pos_ == "PROPN":
            written.setdefault(token.text, []).append(token.i)
    return written
