"""Forces that stand somewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.model import Activity, Article, Mentions
from onrecord.records.activities.circumstances import force_class
from onrecord.records.activities.moves import is_cue, records
from onrecord.records.activities.owners import parties_of
from onrecord.records.parties import Parties
from onrecord.syntax import conditional, lemma, modal_of, negated, no_longer, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_GATHERED = {"mass", "amass", "gather", "deploy", "station", "base", "array", "position", "assemble"}
_READY = {"postured", "poised", "positioned", "arrayed", "massed", "deployed", "stationed", "based", "gathered"}
_LOCATIVE = {"in", "near", "at", "on", "along", "around", "off", "inside"}
_VAGUE = {"unit", "vehicle", "equipment", "system"}


def stationed(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """Forces that stand somewhere: "Ostmark has 400 soldiers at the dam", "its forces remain poised to strike"."""
    for token in sentence:
        if force_class(token) != "force" or lemma(token) in _VAGUE:
            continue
        verb = token.head
        owned = token.dep_ == "dobj" and lemma(verb) in {"have", "keep", "maintain", "hold"}
        there = token.dep_ == "attr" and lemma(verb) == "be"
        gathered = any(c.dep_ == "acl" and lemma(c) in _GATHERED for c in token.children)
        if lemma(verb) == "be" and _is_there(token, verb, mentions):
            yield from records("deployment", token, parties_of(token, parties), [], (article, mentions))
            continue
        if token.dep_ == "dobj" and lemma(verb) == "host":
            yield from records("deployment", token, parties_of(token, parties), [], (article, mentions))
            continue
        if _is_ready(token):
            yield from records("build-up", token, parties_of(token, parties), [], (article, mentions))
            continue
        counted = any(c.dep_ == "nummod" for c in token.children)
        placed = any(c.dep_ == "prep" and c.lower_ in _LOCATIVE for c in token.children)
        placed |= owned and _is_keeping(verb) and _names_place(verb, mentions)
        if not (owned or there) or not (counted or gathered) or not (placed or gathered):
            continue
        if not owned and any(is_cue(c) for c in token.children if c.dep_ == "acl"):
            continue
        holders = [p for s in subjects(verb) for p in parties_of(s, parties)] if owned else []
        yield from records("build-up", token, holders, [], (article, mentions))


def _is_ready(token: "Token") -> bool:
    """ "remain postured to attack", "are poised at the border"."""
    verb = token.head
    if token.dep_ != "nsubj" or lemma(verb) not in {"remain", "be", "stand"} or negated(verb):
        return False
    return any(c.dep_ in {"acomp", "oprd", "xcomp"} and c.lower_ in _READY for c in verb.children)


def _is_there(token: "Token", verb: "Token", mentions: Mentions) -> bool:
    """ "its forces are in the valley"."""
    if token.dep_ != "nsubj" or negated(verb) or modal_of(verb) is not None:
        return False
    return _names_place(verb, mentions)


def _is_keeping(verb: "Token") -> bool:
    """ "Keeps 400 soldiers in the valley", but no "will keep", "does not keep", "if it keeps"."""
    now = lemma(verb) in {"keep", "maintain"} and verb.tag_ in {"VBP", "VBZ"}
    return now and not (negated(verb) or conditional(verb) or no_longer(verb))


def _names_place(verb: "Token", mentions: Mentions) -> bool:
    where = [g for c in verb.children if c.dep_ == "prep" and c.lower_ in _LOCATIVE for g in c.children]
    return any(p.begins_at <= g.idx < p.ends_at for g in where for p in mentions.places)
