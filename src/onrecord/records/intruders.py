"""Intruders: who is meant by "the occupiers" and "the enemy", by whom else the article calls so or tells to invade."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from onrecord.records.parties import Parties, Party
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INTRUDERS = {"occupier", "invader", "aggressor", "enemy"}
FIGHTERS = {
    "rebel", "militant", "gunman", "insurgent", "separatist", "guerrilla", "terrorist", "jihadist", "extremist",
    "mutineer",
}  # fmt: skip
INTRUSIONS = {"invasion", "aggression", "occupation", "attack", "offensive", "war"}
_AGAINST = {"of", "in", "on", "against", "into"}


def intruders(token: "Token", parties: Parties) -> list[Party]:
    """ "The occupiers", "the enemy" in the words of a state: the one that its side calls so elsewhere, or else that is
    told to invade it."""
    if lemma(token) not in INTRUDERS:
        return []
    own = parties.speaker_at(token.idx) or parties.publisher()
    if own is None or own.known_side is None:
        return []
    if parties not in _known:
        _known[parties] = list(_intrusions(token.doc, parties))
    told = [i for i in _known[parties] if i.told_by in {None, own.known_side} and i.by.side != own.known_side]
    for found in ([i for i in told if i.against is None], [i for i in told if own.known_side in (i.against or ())]):
        if sides := {i.by.side: i.by for i in found}:
            return list(sides.values()) if len(sides) == 1 else []
    return []


class _Intrusion(msgspec.Struct, frozen=True, kw_only=True):
    """Who is called an enemy, or whose invasion the text tells of."""

    by: Party
    against: set[str] | None
    """States that are invaded; none of who is only called so."""
    told_by: str | None
    """The side that says it; none in the article's own voice."""


# What each article tells, which is asked for word by word.
_known: WeakKeyDictionary[Parties, list[_Intrusion]] = WeakKeyDictionary()


def _intrusions(doc: "Doc", parties: Parties) -> Iterator[_Intrusion]:
    """Whom the text calls an enemy, and whose invasion of whom it tells of."""
    for token in doc:
        if lemma(token) in INTRUDERS:
            by, against = [p for p in (parties.of(token),) if p is not None], None
        elif lemma(token) in INTRUSIONS:
            by = [p for c in token.lefts if c.dep_ in {"poss", "amod", "compound"} for p in parties.all_of(c)]
            aims = [g for c in token.children if c.lower_ in _AGAINST for g in c.children if g.dep_ == "pobj"]
            against = {land for g in aims for land in parties.lands_of(g)}
        else:
            continue
        said = parties.attribution_at(token.idx)
        teller = parties.speaker_at(token.idx)
        if said is None or teller is not None:
            told_by = None if teller is None else teller.side
            yield from (_Intrusion(by=p, against=against, told_by=told_by) for p in by)
