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
_NOT = {"not", "n't", "never"}
# "aren't wrong when they expect", "can't help but wonder"
_OF_ANOTHER_CLAUSE = {"CC", "IN", "PRP", "WRB"}
_ONLY = {"only", "just", "merely"}
_NOBODY = {"no", "nobody", "none", "neither", "not", "nothing"}
_IDLE_DENIALS = {"hesitate", "fail", "forget"}
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


def stance_flags(verb: "Token", cue: Range, source: tuple[Range, ...]) -> "tuple[Flag, ...]":
    """Whether the cue is denied ("did not say") or only possible ("could say", "if it says")."""
    flags: list[Flag] = ["negated"] if _denied(verb, cue, source) else []
    own = any(c.dep_ == "nsubj" and c.lower_ in _FIRST_PERSON for c in verb.children)
    polite = own and modal_of(verb) != "could"  # "I would note", "we can confirm" say it
    conditional = any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)
    if conditional or (modal_of(verb) in _OPEN_MODALS and not polite):
        flags.append("hypothetical")
    return tuple(flags)


def _denied(verb: "Token", cue: Range, source: tuple[Range, ...]) -> bool:
    """Whether nobody said it, as far as the sentence tells: by the verb, another word of the cue, or the source.

    "is not going to admit", "not one envoy said", "denied saying"; but "not only said" and "did not forget that".
    """
    doc = verb.doc
    nots = [c for c in verb.children if lemma(c) in _NOT]
    for token in reversed(doc[cue[0] : verb.i]):
        if token.tag_ in _OF_ANOTHER_CLAUSE:
            break
        nots += [token] if lemma(token) in _NOT else []
    if any(doc[t.i + 1].lower_ in _ONLY or lemma(t.head) in _IDLE_DENIALS for t in nots if t.i + 1 < len(doc)):
        return False
    nobody = any(doc[start].lower_ in _NOBODY for start, _ in source)
    unsaid = verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "ccomp"} and lemma(verb.head) == "deny"
    return bool(nots) or nobody or unsaid or negated(verb)


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
