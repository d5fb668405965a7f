"""Groups and organisations without a name in the tables: "the two sides", "allies", "the alliance"."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.model import Actor, Article, Span, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_groups(doc: "Doc", article: Article, states: list[Actor]) -> Iterator[Actor]:
    """Groups that have no name: "the two sides" with the two states named just before, "allies"."""
    named = _InOrder(states)
    people = _InOrder(a for a in states if a.type == "person")
    for token in doc:
        if token.dep_ == "gap" or token.pos_ not in {"NOUN", "PROPN"} or token.tag_ not in {"NNS", "NNPS"}:
            continue
        word = "ally" if token.text == "Allies" and not _is_of_history(token) else lemma(token)
        if word in words("en/pair_nouns") and (lead := _pair_lead(token)) is not None:
            if word == "party" and _is_domestic(token):
                continue
            yield _pair(article, token, lead, people if word in _PEOPLE else named)
        elif token.dep_ != "compound" and (word == "ally" or (word in _MEMBERS and _is_of_alliance(token))):
            yield _allies(article, token, named)


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


def find_organisations(doc: "Doc", article: Article, taken: Container[int]) -> Iterator[Actor]:
    """Organisations that no table has, where their name says what they are: "the Telle River Commission"."""
    for entity in doc.ents:
        own = [t for t in entity if t.lower_ not in {"the", "'s", "’s"} and not t.is_space]
        # "The Telle People's Front" is often taken for a person.
        labelled = entity.label_ == "ORG" or (entity.label_ == "PERSON" and any(t.tag_ == "POS" for t in entity))
        if not labelled or len(own) < 2 or own[0].text == "State" or any(t.i in taken for t in entity):
            continue
        if entity.end < len(doc) and doc[entity.end].text in _VENUES:
            continue
        if {own[0].text, own[-1].text} & words("en/organisation_words"):
            first = entity[1] if entity[0].lower_ == "the" else entity[0]
            last = next(t for t in reversed(entity) if not (t.is_punct or t.is_space or t.tag_ == "POS"))
            span = cut(article.text, first.idx, last.idx + len(last.text))
            yield Actor(
                spans=(span,),
                rule="organisation by its name",
                score=0.6,
                actor=" ".join(span.text.split()),
                type="organisation",
                reading="organisation",
            )


def find_abbreviations(article: Article, actors: Sequence[Actor]) -> Iterator[Actor]:
    """Bodies and organisations by the abbreviation that follows their name: "the High Council of Justice (HCJ)"."""
    text = article.text
    ends = {a.ends_at: a for a in actors if a.type in {"institution", "organisation"} and not a.candidates}
    meant: dict[str, Actor] = {}
    for match in _BRACKETED.finditer(text):
        actor, short = ends.get(match.start()), match["short"]
        if actor is not None and _shortens(short, actor.spans[0].text):
            meant.setdefault(short, actor)
    if not meant:
        return
    taken = _InOrder(a for a in actors if a.type != "unnamed")
    for match in re.finditer(rf"(?<![\w.-])(?:{'|'.join(meant)})(?![\w-])", text):
        if not taken.between(match.start(), match.end()):
            span = cut(text, match.start(), match.end())
            yield msgspec.structs.replace(meant[match.group()], spans=(span,), rule="abbreviation", score=0.85)


_BRACKETED = re.compile(r"\s{1,2}[(\[](?P<short>[A-Z]{2,6})[)\]]")


def _shortens(short: str, name: str) -> bool:
    """Whether the letters are the first ones of the name's words, from some word on."""
    return "".join(w[0] for w in re.findall(r"\w+", name) if w[0].isupper()).endswith(short)


# "South Court Auditorium": what stands before these is part of a room's name.
_VENUES = {"Auditorium", "Room", "Building", "Hall", "Theater", "Theatre"}
# Pairs of people are looked for among the persons named, other pairs among states and organisations as well.
_PEOPLE = {"leader", "president"}


def _pair_lead(token: "Token") -> "Token | None":
    """First token of "the two sides", "both sides"."""
    lefts = [c for c in token.lefts if c.i >= token.i - 3]
    if any(c.lower_ == "both" for c in lefts) or any(c.lower_ == "two" for c in lefts):
        return lefts[0]
    return None


_DOMESTIC = {"lawmaker", "congress", "democrat", "republican", "senator", "parliament", "legislator", "voter"}


def _is_domestic(token: "Token") -> bool:
    """Whether the sentence speaks of the parties of a parliament: "lawmakers of both parties"."""
    return any(lemma(t).lower() in _DOMESTIC for t in token.sent)


def _pair(article: Article, token: "Token", lead: "Token", states: "_InOrder") -> Actor:
    """The pair with the only two states named in this sentence and the two before it, else candidates."""
    span = cut(article.text, lead.idx, token.idx + len(token.text))
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


def _named_before(span: Span, token: "Token", states: "_InOrder") -> tuple[str, ...]:
    """States and organisations named as actors before the span, from the nearest sentence that makes them two."""
    sentence = token.sent
    found: tuple[str, ...] = ()
    for _ in range(3):
        inside = states.between(sentence.start_char, span.start)
        found = tuple(sorted({who for a in inside if (who := a.state or a.actor) is not None}))
        if len(found) >= 2 or sentence.start == 0:
            return found
        sentence = token.doc[token.doc[sentence.start - 1].sent.start : sentence.end]
    return found


# Those of an alliance whom its members are too: "NATO countries".
_MEMBERS = {"member", "country", "state", "nation", "leader", "government"}
_ALLIANCES = {"nato", "alliance"}


def _is_of_history(token: "Token") -> bool:
    """ "The Allies" are those of a war; "our Allies", "NATO Allies", "Allies and partners" are not."""
    return [c.lower_ for c in token.lefts] == ["the"]


def _is_of_alliance(token: "Token") -> bool:
    """ "NATO countries", "the alliance's members", "leaders of NATO states"; but not "a non-NATO country"."""
    lefts = [c for c in token.lefts if c.lower_ in _ALLIANCES and c.dep_ in {"compound", "nmod", "amod", "poss"}]
    of = [g for c in token.children if c.lower_ == "of" for g in c.children]
    if any(g.lower_ in _ALLIANCES or (lemma(g) in _MEMBERS and _is_of_alliance(g)) for g in of):
        return True
    return any(c.i == 0 or c.nbor(-1).text not in {"-", "non"} for c in lefts)


def _allies(article: Article, token: "Token", states: "_InOrder") -> Actor:
    """ "allies" have no fixed members; whose allies they are is kept where the phrase says so."""
    modifiers = [c for c in token.lefts if c.dep_ in {"compound", "amod", "poss", "nmod"}]
    start = min([token.idx, *(c.left_edge.idx for c in modifiers if c.dep_ != "poss")])
    span = cut(article.text, start, token.idx + len(token.text))
    first = min([token.idx, *(c.left_edge.idx for c in modifiers)])
    ours = not article.text[first : token.idx].lower().startswith("non-")
    owners = [a.actor for a in states.between(first, token.idx) if ours and a.actor]
    return Actor(
        spans=(span,),
        rule="allies",
        score=0.8,
        actor="allies",
        type="group",
        reading="group",
        affiliation=owners[0] if len(owners) == 1 else None,
    )


class _InOrder:
    """Actors by where they begin."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = sorted(actors, key=lambda a: a.begins_at)
        self._starts = [a.begins_at for a in self._actors]

    def between(self, start: int, end: int) -> list[Actor]:
        """Those that begin at `start` or later and before `end`."""
        return self._actors[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
