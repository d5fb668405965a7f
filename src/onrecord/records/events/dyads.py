"""Dyads: which phrase does something to which other phrase, read from the parse alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records.events.cues import type_of
from onrecord.syntax import noun_phrase, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Entities that can stand for a party, and those that are never a phrase of a dyad.
PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
_MEASURES = {"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"}
_NOUNS = {"NOUN", "PROPN", "NUM"}
_SUBJECT_PRONOUNS = {"he", "she", "it", "they", "who", "which", "that"}
_VERBS = {"VERB", "AUX"}
_MODIFIERS = {"poss", "compound", "amod", "nmod"}
_OBJECTS = {"dobj", "dative", "oprd", "attr", "pobj"}
_LINKS = {"prep", "prt", "dative", "acomp", "agent"}
# How many phrases deep a recipient may lie in an object: "the release of two sailors of Varenia" is two.
_DEEPEST = 3


class Dyad(NamedTuple):
    """Heads of the two phrases, and the word that says what the one does to the other."""

    actor: "Token"
    recipient: "Token"
    cue: "Token"


def dyads_of(sentence: "Tokens") -> list[Dyad]:
    """Every pair of phrases that a verb or a noun of an act joins, each pair once.

    "Ostmark threatened to shell the port", "Ostmark's condemnation of Varenia", "talks between Ostmark and Varenia"
    """
    found: dict[tuple[int, int], Dyad] = {}
    for token in sentence:
        if token.pos_ == "VERB":
            pairs = _of_verb(token)
        elif token.pos_ in {"NOUN", "PROPN"} and type_of(token):
            pairs = _of_noun(token)
        else:
            continue
        for actor, recipient in pairs:
            if actor != recipient and _can_act(actor):
                found.setdefault((actor.i, recipient.i), Dyad(actor, recipient, token))
    return list(found.values())


def phrase_of(head: "Token") -> "Tokens":
    """The noun phrase of a head without relative clauses, coordinated phrases and a last "'s"."""
    phrase = noun_phrase(head)
    return phrase[:-1] if len(phrase) > 1 and phrase[-1].tag_ == "POS" else phrase


def _can_act(token: "Token") -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} and token.ent_type_ not in _MEASURES


def _of_verb(verb: "Token") -> "Iterator[tuple[Token, Token]]":
    """Who does it with whom it is done to; subjects joined by "and" also with each other."""
    actors = list(_actors(verb))
    recipients = list(_recipients(verb)) if actors else []
    for actor in actors:
        yield from ((actor, recipient) for recipient in recipients)
        yield from ((actor, other) for other in actor.conjuncts if other.i > actor.i and _can_act(other))


def _of_noun(noun: "Token") -> "Iterator[tuple[Token, Token]]":
    """Whose act it is, with whom it concerns: owners and "by" phrases, objects of the other prepositions."""
    owners = (c for c in noun.children if c.dep_ in _MODIFIERS)
    actors = [c for c in owners if c.dep_ == "poss" or c.ent_type_ in PARTIES]
    recipients: list[Token] = []
    for link in noun.children:
        objects = [c for c in link.children if c.dep_ == "pobj"] if link.dep_ in {"prep", "agent"} else []
        if link.lower_ in {"between", "among"} and objects and objects[0].conjuncts:
            yield objects[0], objects[0].conjuncts[0]
        elif link.lower_ == "by":
            actors += objects
        else:
            recipients += [t for o in objects for t in _with_inner(o)]
    if actors and noun.dep_ in {"nsubj", "nsubjpass"}:
        recipients += _recipients(noun.head)
    yield from ((actor, recipient) for actor in actors for recipient in recipients)


def _actors(verb: "Token") -> "Iterator[Token]":
    if passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        yield from (c for agent in verb.children if agent.dep_ == "agent" for c in agent.children if c.dep_ == "pobj")
    elif verb.dep_ == "acl":
        yield verb.head
    else:
        yield from (_named(s, verb) for s in _subjects(verb))


def _subjects(verb: "Token") -> "list[Token]":
    """Subjects of the verb, else those of the clause it depends on: "left the talks, accusing Ostmark"."""
    found = [s for s in subjects(verb) if s.dep_ != "expl"]
    if found or verb.head == verb:
        return found
    if verb.dep_ in {"advcl", "ccomp"} and verb.head.pos_ in _VERBS:
        return _subjects(verb.head)
    above = verb.head.head
    if verb.dep_ == "pcomp" and above.pos_ in _VERBS:
        objects = [c for c in above.children if c.dep_ == "dobj"]
        return objects if objects and verb.head.lower_ in {"of", "from"} else _subjects(above)
    return []


def _named(subject: "Token", verb: "Token") -> "Token":
    """The noun that a pronoun before the verb stands for, where the sentence's own structure tells."""
    if subject.lower_ not in _SUBJECT_PRONOUNS:
        return subject
    if verb.dep_ == "relcl":
        return verb.head
    for above in verb.ancestors:
        named = [s for s in _subjects(above) if s.lower_ not in _SUBJECT_PRONOUNS] if above.pos_ in _VERBS else []
        if named:
            return named[0]
    return subject


def _recipients(verb: "Token") -> "Iterator[Token]":
    if passive(verb):
        yield from (_named(s, verb) for s in subjects(verb) if s.dep_ == "nsubjpass")
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
    for child in verb.children:
        yield from _below(child)


def _below(child: "Token") -> "Iterator[Token]":
    """The phrases that a dependent brings: objects, objects of prepositions, subjects of what is asked or allowed."""
    if child.dep_ in _OBJECTS and child.pos_ != "ADP":
        yield from _with_inner(child)
    elif child.dep_ in _LINKS:
        for below in child.children:
            yield from _below(below)
    elif child.dep_ in {"ccomp", "xcomp"}:
        yield from (s for s in child.children if s.dep_ in {"nsubj", "nsubjpass"} and s.pos_ in {"NOUN", "PROPN"})


def _with_inner(head: "Token", depth: int = 0) -> "Iterator[Token]":
    """The phrase, then the phrases in it: "sanctions on two banks of Ostmark" holds three."""
    if head.pos_ in _NOUNS and head.ent_type_ not in _MEASURES:
        yield head
    if depth == _DEEPEST:
        return
    for child in head.children:
        if child.dep_ in _MODIFIERS and child.ent_type_ in PARTIES and child.ent_type_ != head.ent_type_:
            yield child
        elif child.dep_ == "conj":
            yield from _with_inner(child, depth + 1)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _with_inner(inner, depth + 1)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            for below in child.children:
                yield from _below(below)
