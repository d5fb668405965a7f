"""Who stands as the source of a cue, and the words of the cue itself."""

from typing import TYPE_CHECKING

from onrecord.mentions.attributions.passages import Passage, Range
from onrecord.syntax import lemma, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far a participle or an infinitive may stand from the verb whose subject it shares ("went on to threaten to sue").
MOST_STEPS = 6
_SUBJECTS = {"nsubj", "nsubjpass"}
_SHARING = {"conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp"}
# Verbs that only help the cue after them: "went on to say", "appeared to suggest".
_HELPERS = {"appear", "seem", "go", "continue", "begin", "keep", "try", "rush", "fail", "hasten"}
_IMPERSONAL = {"it", "there"}
# What follows these after "by" tells the time of the act: "condemned by members after the raid".
_TEMPORAL = {"after", "before", "during", "since", "until", "amid", "following"}


def source_of(passage: Passage, verb: "Token") -> tuple[Range, ...]:
    """The whole noun phrase of the verb's subject, or of "by" in the passive; nothing where there is none.

    A participle or a second verb shares the subject of the verb it hangs on: "Ostmark left, saying that ..." gives
    "Ostmark". Words inside quotation marks are never the source of a verb outside of them.
    """
    if verb.i in passage.found_sources:
        return passage.found_sources[verb.i]
    if verb.i in passage.sharing:
        return source_of(passage, passage.doc[passage.sharing[verb.i]])
    if passive(verb) or reduced_passive(verb):
        return agent_of(passage, verb)
    at = verb
    for _ in range(MOST_STEPS):
        subject = _own_subject(passage, at, verb)
        if subject is not None:
            if lemma(subject) in _IMPERSONAL and subject.dep_ == "nsubjpass":
                return ()
            return phrase_of(passage, subject, verb)
        if at.dep_ == "acl" and at.tag_ in {"VBG", "VBN"} and passage.visible(at.head, verb):
            return phrase_of(passage, at.head, verb)
        if at.dep_ not in _SHARING or (at.dep_ in {"advcl", "ccomp"} and _finite(at)):
            return ()
        at = at.head
    return ()


def agent_of(passage: Passage, verb: "Token") -> tuple[Range, ...]:
    """What stands after "by" in a passive: "assured by Washington"."""
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj" and passage.visible(noun, verb):
                    return _before_time(noun, phrase_of(passage, noun, verb))
    return ()


def _before_time(noun: "Token", phrase: tuple[Range, ...]) -> tuple[Range, ...]:
    later = (
        (t.i for t in noun.doc[noun.i + 1 : phrase[-1][1]] if t.dep_ == "prep" and lemma(t) in _TEMPORAL)
        if phrase
        else ()
    )
    end = next(iter(later), None)
    return phrase if end is None else ((phrase[0][0], end),)


def reduced_passive(verb: "Token") -> bool:
    """Whether the verb is a participle of the passive without its auxiliary: "asked whether it would go, she ..."."""
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"advcl", "acl", "ROOT"}
        and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
    )


def phrase_of(passage: Passage, noun: "Token", verb: "Token") -> tuple[Range, ...]:
    """The full noun phrase with modifiers and appositions, on the noun's side of the verb, outside of quotations."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    if noun.i < verb.i:
        end = min(end, cue_of(passage, verb)[0])
    else:
        start = max(start, verb.i + 1)
    home = passage.quote_of[verb.i]
    while start < noun.i and passage.quote_of[start] != home:
        start += 1
    for at in range(noun.i, end):
        quote = passage.quote_of[at]
        if quote != home and passage.words(*passage.quotes[quote]) > 3:
            end = at
            break
    start, end = passage.unquoted(start, end)
    labelled = noun.i < verb.i and passage.doc[end : end + 1].text == ":"  # "MODERATOR:  Thank you."
    return ((start, end),) if passage.words(start, end) and not labelled else ()


def cue_of(passage: Passage, verb: "Token") -> Range:
    """The verb with auxiliaries, negation, close adverbs and particle: "has not yet said", "pointed out"."""
    doc, start, end = passage.doc, verb.i, verb.i + 1
    if helped(verb):
        start = verb.head.i
    parts = {c.i for c in (*verb.children, *doc[start].children) if c.dep_ in {"aux", "auxpass", "neg", "advmod"}}
    while start - 1 in parts and doc[start - 1].tag_ not in {"WRB"}:
        start -= 1
    while end < len(doc) and doc[end].head == verb and doc[end].dep_ == "prt":
        end += 1
    return start, end


def helped(verb: "Token") -> bool:
    """Whether a helper right before carries the verb: "went on to say"."""
    return verb.dep_ == "xcomp" and lemma(verb.head) in _HELPERS and 0 < verb.i - verb.head.i <= 3


def _own_subject(passage: Passage, at: "Token", verb: "Token") -> "Token | None":
    found = [c for c in at.children if c.dep_ in _SUBJECTS and passage.visible(c, verb)]
    return min(found, key=lambda c: abs(c.i - at.i)) if found else None


def _finite(verb: "Token") -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in verb.children
    )
