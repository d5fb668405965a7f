"""Questions that rules ask of a parse: the whole noun phrase, the subject, tense, negation.

All take and return spaCy values (labels: ClearNLP/OntoNotes as in spaCy's English models) and know nothing of news.
"""

from onrecord.syntax.clauses import (
    FINITE,
    RELATIVES,
    SUBJECTS,
    TENSED,
    antecedent,
    back_shifted,
    clause_verb,
    conditional,
    hardly,
    infinitive,
    is_question,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    no_longer,
    passive,
    subjects,
    tense,
    verb_group,
)
from onrecord.syntax.days import dated_verb
from onrecord.syntax.phrases import POSSESSIVES, full_phrase, noun_phrase, owned, subtree, trimmed

__all__ = [
    "FINITE",
    "POSSESSIVES",
    "RELATIVES",
    "SUBJECTS",
    "TENSED",
    "antecedent",
    "back_shifted",
    "clause_verb",
    "conditional",
    "dated_verb",
    "full_phrase",
    "hardly",
    "infinitive",
    "is_question",
    "lemma",
    "lies_ahead",
    "modal_of",
    "negated",
    "no_longer",
    "noun_phrase",
    "owned",
    "passive",
    "subjects",
    "subtree",
    "tense",
    "trimmed",
    "verb_group",
]
