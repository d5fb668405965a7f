"""Whether a verb with a source states somebody's word, belief or wish, or only does the work of the conversation."""

from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.mentions.attributions.lexicon import Frame
from onrecord.mentions.attributions.passages import Passage, Range
from onrecord.syntax import lemma, modal_of, negated, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.model.vocabulary import Flag

_FIRST_PERSON = {"i", "we"}
_WISHES = {"want", "wish", "like", "love", "hope", "hate", "mean"}
_OPEN_MODALS = {"can", "could", "would", "might", "may"}


def states(passage: Passage, verb: "Token", frame: Frame, source: tuple[Range, ...]) -> bool:
    """Whether the verb puts something on its source's word: not "I want to thank the crew" or "Does Ostmark agree?".

    Left out are what a speaker does by speaking (thanks, announced questions), closed questions, the hearer or
    everybody as "you" unless "you" has said something, and things as the subject of a relative clause.
    """
    if len(source) != 1:
        return True
    who = passage.doc[slice(*source[0])].text.casefold()
    if _asks(verb):
        return False
    if who in _FIRST_PERSON:
        return not _performs(verb)
    if who == "you":
        return tense(verb) == "past" and frame.takes("quote", "that", "obj")
    return not (who in {"that", "which"} and not frame.takes("quote"))


def stance_flags(verb: "Token") -> "tuple[Flag, ...]":
    """Whether the cue is denied ("did not say") or only possible ("could say", "if it says")."""
    flags: list[Flag] = ["negated"] if negated(verb) else []
    own = any(c.dep_ == "nsubj" and c.lower_ in _FIRST_PERSON for c in verb.children)
    polite = own and modal_of(verb) != "could"  # "I would note", "we can confirm" say it
    conditional = any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)
    if conditional or (modal_of(verb) in _OPEN_MODALS and not polite):
        flags.append("hypothetical")
    return tuple(flags)


def _asks(verb: "Token") -> bool:
    """Whether the verb is that of a closed question, its auxiliary before its subject: "Does Ostmark agree?"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    helpers = [c for c in verb.children if c.dep_ == "aux" and c.tag_ != "TO"]
    if subject is None or not helpers or helpers[0].i > subject.i:
        return False
    asked = verb.doc[verb.left_edge.i : helpers[0].i]
    return helpers[0].lower_ != "had" and not any(t.tag_ in {"WP", "WRB", "WDT"} or t.dep_ == "neg" for t in asked)


def _performs(verb: "Token") -> bool:
    """Whether a speaker in the first person thanks, asks or turns to something by saying so."""
    turns = words("en/turn_verbs")
    if lemma(verb) in turns:
        return True
    return lemma(verb) in _WISHES and any(lemma(c) in turns for c in verb.rights if c.dep_ in {"xcomp", "ccomp"})
