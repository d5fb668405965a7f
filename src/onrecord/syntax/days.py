"""Whose day it is where the parser gives the day of a saying to what is said."""

from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.syntax.clauses import SUBJECTS, clause_verb, lemma, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKERS = {r["noun"] for r in table("en/source_nouns") if r["kind"] in {"role", "body", "spokesperson", "vague"}}
_SAYING = {"say", "tell", "announce", "add", "write", "warn", "state", "declare"}
_DAY = {"on"} | {r["word"].lower() for r in table("en/time_names") if r["class"] in {"weekday", "part of day"}}


def dated_verb(token: "Token") -> "Token | None":
    """The verb the phrase dates: that of saying, where its day stands between it and the clause it introduces.

    The parser gives "on Monday" of "said on Monday it would wait" to "wait".
    """
    verb = clause_verb(token)
    if verb is None or verb.dep_ not in {"ccomp", "advcl"}:
        return verb
    said = verb.head
    phrase = next(t for t in (token, *token.ancestors) if t == verb or t.head == verb)
    subject = min((c.left_edge.i for c in verb.children if c.dep_ in SUBJECTS), default=0)
    between = token.doc[said.i + 1 : phrase.i]
    apart = any(t.is_punct or t.dep_ in {"mark", "advmod"} or t.ent_type_ in {"DATE", "TIME"} for t in between)
    is_day = phrase.dep_ in {"prep", "npadvmod"} and {t.lower_ for t in phrase.subtree} <= _DAY
    return said if _told(said) and is_day and said.i < phrase.i < subject and not apart else verb


def _told(verb: "Token") -> bool:
    """Whether somebody said something; "the notice said" tells no day of saying."""
    somebody = any(t.pos_ in {"PROPN", "PRON"} or lemma(t) in _SPEAKERS for t in subjects(verb))
    return somebody and lemma(verb) in _SAYING and tense(verb) == "past"
