"""Bodies and groups by pattern: ministries, governments, administrations, "the two sides", "allies"."""

from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.names import Hit, is_state
from onrecord.mentions.actors.persons import Person, PersonMention
from onrecord.model import Actor, Article, Span, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_POSSESSIVE = {"'s", "’s", "'", "’"}
_LONGEST_BODY = 4


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
            span = cut(article.text, first.idx, entity.end_char)
            yield Actor(
                spans=(span,),
                rule="organisation by its name",
                score=0.6,
                actor=" ".join(span.text.split()),
                type="organisation",
                reading="organisation",
            )


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


def _owned(doc: "Doc", article: Article, token: "Token", named: Named) -> Body | None:
    """ "the Russian foreign ministry", "Ostmark's army", "Teller's team", "the government of Varenia"."""
    if token.dep_ == "gap" or token.pos_ not in {"NOUN", "PROPN"} or token.i in named.hits:
        return None
    row = _noun_ending_at(doc, token.i)
    if row is None or (
        token.i + 1 < len(doc) and doc[token.i + 1].pos_ in {"NOUN", "PROPN"} and token.dep_ == "compound"
    ):
        return None
    start = token.i - row["noun"].count(" ")
    at = start - 1
    while at >= 0 and start - at <= _LONGEST_BODY and at not in named.hits and at not in named.mentions:
        if doc[at].text not in _POSSESSIVE and not (
            doc[at].pos_ in {"ADJ", "NOUN", "PROPN"} and _links(doc, at, token)
        ):
            break
        at -= 1
    if at in named.hits and start - at <= _LONGEST_BODY and _next_to(doc, at, start):
        hit = named.hits[at]
        return _body(doc, article, row, (hit.first, token.i), hit.name.actor, None)
    if at in named.mentions and start - at <= _LONGEST_BODY and _next_to(doc, at, start):
        mention = named.mentions[at]
        person = named.people.get(mention.name or "")
        return _body(doc, article, row, (mention.first, token.i), person.state if person else None, mention.name)
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of" and row["as"] == "institution":
        after = token.i + (3 if doc[token.i + 2].lower_ == "the" else 2)
        if after in named.hits and named.hits[after].name.form == "name":
            hit = named.hits[after]
            return _body(doc, article, row, (start, hit.last), hit.name.actor, None)
    return None


def _links(doc: "Doc", at: int, head: "Token") -> bool:
    return doc[at].dep_ in {"compound", "amod", "nmod", "poss"} and doc[at].head.i <= head.i


def _next_to(doc: "Doc", owner: int, noun: int) -> bool:
    """Whether nothing but possessive marks and modifiers stands between owner and noun."""
    return all(doc[i].text in _POSSESSIVE or doc[i].pos_ in {"ADJ", "NOUN", "PROPN"} for i in range(owner + 1, noun))


def _noun_ending_at(doc: "Doc", at: int) -> dict[str, str] | None:
    pair = f"{doc[at - 1].lower_} {lemma(doc[at])}" if at else ""
    return _body_nouns().get(pair) or _body_nouns().get(lemma(doc[at]))


def _body(
    doc: "Doc", article: Article, row: dict[str, str], tokens: tuple[int, int], state: str | None, person: str | None
) -> Body | None:
    if state is None and person is None:
        return None
    first, last = tokens
    span = cut(article.text, doc[first].idx, doc[last].idx + len(doc[last].text))
    actor = Actor(
        spans=(span,),
        rule="body of a state" if person is None else "people of a leader",
        score=0.85,
        actor=state,
        type="group" if row["as"] == "group" else "institution",
        reading="group" if row["as"] == "group" else "government" if row["noun"] in _GOVERNING else "institution",
        institution=_institution(doc, first, last) if row["as"] == "institution" else None,
        state=state if is_state(state) else None,
        affiliation=state if person is None else person,
    )
    return Body(first, last, row["noun"], actor)


_GOVERNING = {"government", "regime", "cabinet", "leadership", "authority"}


def _institution(doc: "Doc", first: int, last: int) -> str:
    """The body without its owner: "foreign ministry"."""
    own = [t for t in doc[first : last + 1] if t.pos_ in {"ADJ", "NOUN", "PROPN"}]
    return " ".join(t.text for t in own[1:]) if len(own) > 1 else doc[last].text


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
    """States whose president the article names: what "the administration" can be."""
    presidents = (p for p in people.values() if p.state and any(r.head == "president" for r in p.roles))
    return list(dict.fromkeys(p.state for p in presidents if p.state))


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
