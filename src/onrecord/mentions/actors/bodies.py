"""Bodies and groups by pattern: ministries, governments, administrations, "the two sides", "allies"."""

from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.data import table, words
from onrecord.mentions.actors.names import Hit, is_state
from onrecord.mentions.actors.persons import Person, PersonMention
from onrecord.model import Actor, Article, Span, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_POSSESSIVE = {"'s", "’s", "'", "’"}
# Tokens between a body's noun and its owner ("the Ostmark deputy foreign affairs ministry" has three).
_LONGEST_BODY = 4
_MODIFYING = {"compound", "amod", "nmod", "poss"}


class Named(NamedTuple):
    """Who was named in the article, by token: what bodies and groups are resolved with."""

    hits: dict[int, Hit]
    mentions: dict[int, PersonMention]
    people: dict[str, Person]


class Body(NamedTuple):
    """A body at tokens `first` to `last` (inclusive) with the state it acts for, if known."""

    first: int
    last: int
    noun: str
    actor: Actor


def find_bodies(doc: "Doc", article: Article, named: Named) -> list[Body]:
    """Bodies with their owner ("Ostmark's foreign ministry", "the Teller administration"), and later ones without."""
    owned = [b for token in doc if (b := _owned(doc, article, token, named)) is not None]
    taken = {i for b in owned for i in range(b.first, b.last + 1)}
    alone = [b for token in doc if token.i not in taken and (b := _alone(article, token, owned, named)) is not None]
    return owned + alone


def find_organisations(doc: "Doc", article: Article, taken: Container[int]) -> Iterator[Actor]:
    """Organisations that no table has, where their name says what they are: "the Telle River Commission"."""
    for entity in doc.ents:
        own = [t for t in entity if t.lower_ not in {"the", "'s", "’s"} and not t.is_space]
        if entity.label_ != "ORG" or len(own) < 2 or own[0].text == "State" or any(t.i in taken for t in entity):
            continue
        if {own[0].text, own[-1].text} & words("en/organisation_words"):
            first = entity[1] if entity[0].lower_ == "the" else entity[0]
            last = next(t for t in reversed(entity) if not (t.is_punct or t.is_space))
            span = cut(article.text, first.idx, last.idx + len(last.text))
            yield Actor(
                spans=(span,),
                rule="organisation by its name",
                score=0.6,
                actor=" ".join(span.text.split()),
                type="organisation",
                reading="organisation",
            )


def find_alliances(article: Article, doc: "Doc", organisations: list[Actor]) -> Iterator[Actor]:
    """Organisations by a common noun: "the alliance" after NATO, where the article names no other alliance."""
    named = {a.actor: a for a in reversed(organisations) if a.type == "organisation"}
    for token in doc:
        row = _back_references().get(token.lower_)
        if row is None or token.dep_ in {"compound", "gap"} or not any(c.lower_ == "the" for c in token.children):
            continue
        known = [named[name] for name in row.split("|") if name in named]
        if len(known) == 1 and known[0].begins_at < token.idx and not _owned_by_another(token):
            span = cut(article.text, token.idx, token.idx + len(token.text))
            yield msgspec.structs.replace(known[0], spans=(span,), rule="organisation named before", score=0.75)


def _owned_by_another(token: "Token") -> bool:
    """Whether the noun is described as something else: "the opposition alliance", "the alliance of farmers"."""
    return any(c.dep_ in {"compound", "poss", "amod"} or c.lower_ in {"of", "between"} for c in token.children)


@cache
def _back_references() -> dict[str, str]:
    return {row["noun"]: row["candidates"] for row in table("en/back_references")}


def find_groups(doc: "Doc", article: Article, states: list[Actor]) -> Iterator[Actor]:
    """Groups that have no name: "the two sides" with the two states named just before, "allies"."""
    for token in doc:
        if token.dep_ == "gap" or token.pos_ not in {"NOUN", "PROPN"} or token.tag_ not in {"NNS", "NNPS"}:
            continue
        word = lemma(token)
        if word in words("en/pair_nouns") and (lead := _pair_lead(token)) is not None:
            yield _pair(article, token, lead, states)
        elif word == "ally" and token.dep_ != "compound":
            yield _allies(article, token, states)


class _Owner(NamedTuple):
    """Whom a body belongs to: the words that say so, the actor id, and the leader where it is one's people."""

    first: int
    last: int
    actor: str | None
    leader: str | None = None


def _owned(doc: "Doc", article: Article, token: "Token", named: Named) -> Body | None:
    """ "the Russian foreign ministry", "Ostmark's army", "Teller's team", "the government of Varenia"."""
    if token.dep_ == "gap" or token.pos_ not in {"NOUN", "PROPN"} or token.i in named.hits:
        return None
    row = _noun_ending_at(doc, token.i)
    if row is None or _modifies_next(doc, token):
        return None
    start = token.i - row["noun"].count(" ")
    owner = _owner_before(doc, start, token, named)
    if owner is None and row["as"] == "institution":
        owner = _owner_after(doc, token, named)
    if owner is None or (owner.actor is None and owner.leader is None):
        return None
    return _body(doc, article, row, (start, token.i), owner)


def _noun_ending_at(doc: "Doc", at: int) -> dict[str, str] | None:
    pair = f"{doc[at - 1].lower_} {lemma(doc[at])}" if at else ""
    return _body_nouns().get(pair) or _body_nouns().get(lemma(doc[at]))


def _modifies_next(doc: "Doc", token: "Token") -> bool:
    return token.dep_ == "compound" and token.i + 1 < len(doc) and doc[token.i + 1].pos_ in {"NOUN", "PROPN"}


def _owner_before(doc: "Doc", noun: int, head: "Token", named: Named) -> _Owner | None:
    """The nearest name before the noun with nothing but modifiers and possessive marks between."""
    for at in range(noun - 1, max(-1, noun - 1 - _LONGEST_BODY), -1):
        if hit := named.hits.get(at):
            return _Owner(hit.first, hit.last, hit.name.actor)
        if mention := named.mentions.get(at):
            person = named.people.get(mention.name or "")
            return _Owner(mention.first, mention.last, person.state if person else None, mention.name)
        modifier = doc[at].pos_ in {"ADJ", "NOUN", "PROPN"} and doc[at].dep_ in _MODIFYING and doc[at].head.i <= head.i
        if not modifier and doc[at].text not in _POSSESSIVE:
            return None
    return None


def _owner_after(doc: "Doc", token: "Token", named: Named) -> _Owner | None:
    """ "of Varenia", "of the Republic"."""
    after = token.i + 1
    if after + 1 >= len(doc) or doc[after].lower_ != "of":
        return None
    after += 2 if doc[after + 1].lower_ == "the" else 1
    hit = named.hits.get(after)
    return _Owner(hit.first, hit.last, hit.name.actor) if hit is not None and hit.name.form == "name" else None


def _body(doc: "Doc", article: Article, row: dict[str, str], noun: tuple[int, int], owner: _Owner) -> Body:
    first, last = min(noun[0], owner.first), max(noun[1], owner.last)
    own = [t.text for t in doc[min(owner.last + 1, noun[0]) : noun[1] + 1] if t.text not in _POSSESSIVE]
    actor = Actor(
        spans=(cut(article.text, doc[first].idx, doc[last].idx + len(doc[last].text)),),
        rule="body of a state" if owner.leader is None else "people of a leader",
        score=0.85,
        actor=owner.actor,
        type="group" if row["as"] == "group" else "institution",
        reading="group" if row["as"] == "group" else "government" if row["noun"] in _GOVERNING else "institution",
        institution=" ".join(" ".join(own).split()) if row["as"] == "institution" else None,
        state=owner.actor if is_state(owner.actor) else None,
        affiliation=owner.leader or owner.actor,
    )
    return Body(first, last, row["noun"], actor)


_GOVERNING = {"government", "regime", "cabinet", "leadership", "authority"}


def _alone(article: Article, token: "Token", owned: list[Body], named: Named) -> Body | None:
    """ "the administration", "the ministry": the one that the article names, else candidates."""
    row = _body_nouns().get(lemma(token))
    if row is None or row["alone"] != "yes" or token.dep_ in {"compound", "gap"} or token.tag_ in {"NNS", "NNPS"}:
        return None
    lead = next((c for c in token.children if c.dep_ == "det"), None)
    if lead is None or lead.lower_ != "the" or token.i - lead.i > 1:
        return None
    known = list(dict.fromkeys(b.actor.actor for b in owned if b.noun == row["noun"] and b.actor.actor))
    if not known and row["noun"] == "administration":
        known = administrations(named.people)
    if not known:
        return None
    one = known[0] if len(known) == 1 else None
    institution = next((b.actor.institution for b in owned if b.noun == row["noun"] and b.actor.actor == one), None)
    actor = Actor(
        spans=(cut(article.text, token.idx, token.idx + len(token.text)),),
        rule="body named before",
        score=0.7 if one else 0.4,
        actor=one,
        type="group" if row["as"] == "group" else "institution",
        reading="group" if row["as"] == "group" else "government" if row["noun"] in _GOVERNING else "institution",
        institution=institution if one else None,
        state=one if is_state(one) else None,
        candidates=() if one else tuple(known),
        flags=() if one else ("unresolved",),
    )
    return Body(token.i, token.i, row["noun"], actor)


def administrations(people: dict[str, Person]) -> list[str]:
    """States whose president the article names: what "the administration" can be; the one at home, if one is."""
    presidents = [p for p in people.values() if p.state and any(r.head == "president" for r in p.roles)]
    at_home = [p for p in presidents if named_at_home(p)]
    return list(dict.fromkeys(p.state for p in (at_home if len(at_home) == 1 else presidents) if p.state))


def named_at_home(person: Person) -> bool:
    """Whether the article gives the person's title, and never with a state: news names so the holder at home."""
    return bool(person.roles) and all(r.affiliation is None for r in person.roles)


# Pairs of people are looked for among the persons named, other pairs among states and organisations as well.
_PEOPLE = {"leader", "president"}


def _pair_lead(token: "Token") -> "Token | None":
    """First token of "the two sides", "both sides"."""
    lefts = [c for c in token.lefts if c.i >= token.i - 3]
    if any(c.lower_ == "both" for c in lefts) or any(c.lower_ == "two" for c in lefts):
        return lefts[0]
    return None


def _pair(article: Article, token: "Token", lead: "Token", states: list[Actor]) -> Actor:
    """The pair with the only two states named in this sentence and the two before it, else candidates."""
    span = cut(article.text, lead.idx, token.idx + len(token.text))
    if lemma(token) in _PEOPLE:
        states = [a for a in states if a.type == "person"]
    near = _named_before(span, token, states)
    resolved = len(near) == 2
    return Actor(
        spans=(span,),
        rule="pair",
        score=0.7 if resolved else 0.4,
        actor=f"the two {token.lower_}" if resolved else None,
        type="group",
        reading="group",
        members=near if resolved else (),
        candidates=() if resolved else near,
        flags=() if resolved else ("unresolved",),
    )


def _named_before(span: Span, token: "Token", states: list[Actor]) -> tuple[str, ...]:
    """States and organisations named as actors before the span, from the nearest sentence that makes them two."""
    sentence = token.sent
    found: tuple[str, ...] = ()
    for _ in range(3):
        inside = (a for a in states if sentence.start_char <= a.begins_at < span.start)
        found = tuple(sorted({who for a in inside if (who := a.state or a.actor) is not None}))
        if len(found) >= 2 or sentence.start == 0:
            return found
        sentence = token.doc[token.doc[sentence.start - 1].sent.start : sentence.end]
    return found


def _allies(article: Article, token: "Token", states: list[Actor]) -> Actor:
    """ "allies" have no fixed members; whose allies they are is kept where the phrase says so."""
    modifiers = [c for c in token.lefts if c.dep_ in {"compound", "amod", "poss", "nmod"}]
    start = min([token.idx, *(c.left_edge.idx for c in modifiers if c.dep_ != "poss")])
    span = cut(article.text, start, token.idx + len(token.text))
    first = min([token.idx, *(c.left_edge.idx for c in modifiers)])
    ours = not article.text[first : token.idx].lower().startswith("non-")
    owners = [a.actor for a in states if ours and first <= a.begins_at < token.idx and a.actor]
    return Actor(
        spans=(span,),
        rule="allies",
        score=0.8,
        actor="allies",
        type="group",
        reading="group",
        affiliation=owners[0] if len(owners) == 1 else None,
    )


@cache
def _body_nouns() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in table("en/body_nouns")}
