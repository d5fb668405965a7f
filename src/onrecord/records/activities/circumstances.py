"""Circumstances of an activity: forces named, place, count, words."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Count, Mentions, Place, Quantity
from onrecord.syntax import lemma, subtree, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LOCATIVE = {"in", "near", "at", "on", "along", "around", "off", "over", "to", "into", "toward", "towards", "across"}
_STRETCHES = {
    "border", "frontier", "coast", "territory", "region", "water", "soil", "airspace", "east", "west", "north", "south",
    "area", "side", "province", "peninsula", "island", "shore", "line", "flank", "city", "town", "village", "base",
}  # fmt: skip
_CLAUSE_PARTS = {"dobj", "prep", "prt", "nsubj", "nsubjpass", "aux", "auxpass", "agent"}
_COUNTED = {"personnel", "unit", "platform", "weapon", "other"}


@cache
def _force_nouns() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in table("en/force_nouns")}


def force_class(token: "Token") -> str | None:
    """What sort of force the noun names: force, weapon or aircraft."""
    return _force_nouns().get(lemma(token)) if token.pos_ in {"NOUN", "PROPN"} else None


def objects(token: "Token") -> "list[Token]":
    """What the verb or noun acts on: objects, passive subjects, nouns after "of", and their conjuncts."""
    heads = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "compound"}]
    heads += [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    heads += [c for c in token.children if c.dep_ == "nsubj" and lemma(token) == "fly"]
    if token.dep_ in {"acl", "relcl"}:
        heads.append(token.head)
    return [h for head in heads for h in (head, *head.conjuncts)]


def is_target(token: "Token", mentions: Mentions) -> bool:
    """Whether the noun names what can be struck or taken: a place, a state, a force, a site."""
    if force_class(token) is not None or lemma(token) in _STRETCHES | _SITES:
        return True
    return any(p.begins_at <= token.idx < p.ends_at for p in (*mentions.places, *mentions.actors))


_SITES = {
    "port",
    "bridge",
    "airport",
    "airfield",
    "hospital",
    "depot",
    "ship",
    "convoy",
    "neighbor",
    "neighbour",
    "country",
}


def phrase_of(token: "Token") -> "Tokens":
    """The words that tell it: the verb with subject, object and place, or the noun phrase up to an "and"."""
    if token.pos_ != "VERB":
        joined = [c.left_edge.i for c in token.children if c.dep_ in {"conj", "cc"} and c.i > token.i]
        return trimmed(token.doc, token.left_edge.i, min([token.right_edge.i + 1, *joined]))
    parts = [c for c in token.children if c.dep_ in _CLAUSE_PARTS]
    start = min([token.i, *(c.left_edge.i for c in parts)])
    end = max([token.i, *(c.right_edge.i for c in parts)])
    return trimmed(token.doc, start, end + 1)


def place_of(token: "Token", mentions: Mentions, *, carrier: "Token | None" = None) -> str | None:
    """The place of a locative phrase on the token, its objects or the verb that carries it, as the text has it."""
    struck = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
    struck += [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    for target in struck:  # "the annexation of the island", "invaded the valley"
        named = next((p for p in mentions.places if p.begins_at <= target.idx < p.ends_at), None)
        if named is not None:
            return named.spans[0].text
    heads = [token, *([carrier] if carrier is not None else []), *struck]
    heads += [c for c in token.children if c.dep_ == "acl"]
    for head in heads:
        for prep in head.children:
            if prep.dep_ not in {"prep", "advmod"} or prep.lower_ not in _LOCATIVE:
                continue
            for pobj in prep.children:
                if pobj.dep_ == "pobj" and (name := _place_name(pobj, mentions.places)):
                    return name
    return None


def _place_name(pobj: "Token", places: tuple[Place, ...]) -> str | None:
    """The toponym, or the stretch of land a common noun names: "the borders of Varenia"."""
    named = next((p for p in places if p.begins_at <= pobj.idx < p.ends_at), None)
    if named is not None:
        return named.spans[0].text
    return subtree(pobj).text if lemma(pobj) in _STRETCHES else None


def count_of(token: "Token", mentions: Mentions) -> Count | None:
    """The quantity of forces in the phrase of the token or its objects."""
    ranges = [_range(phrase_of(token)), *(_range(subtree(o)) for o in objects(token))]
    for quantity in mentions.quantities:
        if quantity.class_ not in _COUNTED or (quantity.class_ == "other" and token.pos_ == "VERB"):
            continue
        if any(start <= quantity.begins_at and quantity.ends_at <= end for start, end in ranges):
            return _as_count(quantity)
    return None


def _range(tokens: "Tokens") -> tuple[int, int]:
    return tokens.start_char, tokens.end_char


def _as_count(quantity: Quantity) -> Count:
    return Count(
        lower=quantity.lower,
        upper=quantity.upper,
        unit=quantity.unit,
        modifier=quantity.modifier,
        find=quantity.id or None,
    )
