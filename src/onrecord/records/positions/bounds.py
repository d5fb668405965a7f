"""Where the content of a position begins and ends."""

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.records.positions.conditions import conditions
from onrecord.records.positions.drafts import Draft
from onrecord.syntax import SUBJECTS, TENSED, lemma, noun_phrase, passive, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_DASHES = {"-", "–", "—", "--"}
# Of these nouns a clause tells when, where or why: "the day we are ready to leave".
_CIRCUMSTANCES = {"day", "time", "moment", "year", "week", "reason", "way", "place", "point", "case", "extent", "fact"}
_BESIDE = {"cc", "conj", "punct", "parataxis"}
_OBJECTS = {"dobj", "ccomp", "prt", "acomp"}
_OF = {"of", "for", "about", "over", "at", "on"}
# The longest false start that is left out, in words.
_LONGEST_START = 8


def bounded(draft: Draft) -> Draft:
    """The draft with the whole of what it says, and nothing of its condition in front."""
    content = draft.content
    if content is None:
        return draft
    for mend in (_with_antecedent, _with_small_clause):
        content = mend(content, draft.cue.root)
    content = _without_next_clause(content, draft.cue)
    content = _without_condition(content)
    content = _without_false_start(content)
    content = _completed(content, draft.cue)
    return replace(draft, content=content or draft.content)


def _with_antecedent(content: "Tokens", cue: "Token") -> "Tokens":
    """With what a relative clause is about: "duties we are ready to impose"; of "a base, which we oppose" the base."""
    clause = cue
    while clause.dep_ in {"xcomp", "acomp", "ccomp"}:
        clause = clause.head
    opening = content.doc[clause.left_edge.i : clause.i]
    apart = any(t.lower_ == "what" or t.tag_ == "WRB" for t in opening)
    whole = content.root == clause and any(t.dep_ == "mark" for t in opening)  # "the fear that they will come"
    if clause.dep_ != "relcl" or apart or whole:
        return content
    noun = clause.head
    if content.root == noun:
        return trimmed(content.doc, noun_phrase(noun).start, clause.left_edge.i) or content
    last = content.root
    while deeper := next((c for c in last.children if c.dep_ == "xcomp"), None):
        last = deeper
    named = content.root.lower_ == "as" and content.root.head == cue  # "a step that they described as unfriendly"
    acted = named or (last.pos_ == "VERB" and not passive(last))
    inside = content.start > noun.i and acted and noun.pos_ == "NOUN"
    filled = any(c.dep_ in _OBJECTS and c.tag_ != "WDT" for c in last.children) or any(
        c.dep_ in SUBJECTS and c.lower_ in {"who", "which", "that"} for c in clause.children
    )
    if not inside or filled or lemma(noun) in _CIRCUMSTANCES:
        return content
    return trimmed(content.doc, noun_phrase(noun).start, content.end)


def _with_small_clause(content: "Tokens", cue: "Token") -> "Tokens":
    """What is wanted of a thing: "does not want the two fleets, you know, running into each other"."""
    if content.root.dep_ != "dobj" or content.root.head != cue or lemma(cue) not in {"want", "see", "need", "like"}:
        return content
    done = (c for c in cue.children if c.i >= content.end and c.tag_ == "VBG" and c.dep_ in {"advcl", "xcomp", "acl"})
    told = next((c for c in done if not any(g.dep_ in SUBJECTS for g in c.children)), None)
    return trimmed(content.doc, content.start, told.right_edge.i + 1) if told is not None else content


def _without_next_clause(content: "Tokens", cue: "Tokens") -> "Tokens":
    """Without what is said beside it: "to pull back | and made plain that ...", "will not sign | and it knows".

    Nor what whoever acts does meanwhile: "its demand for a ban | while offering talks".
    """
    root, doc, end = content.root, content.doc, content.end
    for clause in root.conjuncts if root.pos_ in {"VERB", "AUX"} else ():
        if not root.i < clause.i < end:
            continue
        itself = cue.start <= root.i < cue.end and any(c.dep_ in SUBJECTS for c in clause.lefts)
        if itself or (root.tag_ == "VB" and clause.tag_ in TENSED and any(c.tag_ == "TO" for c in root.lefts)):
            own = (c.right_edge.i for c in root.rights if c.dep_ not in _BESIDE and c.i < clause.i)
            end = max(root.i, *own, -1) + 1
            break
    meanwhile = (t for t in doc[root.i : end] if t.dep_ == "mark" and t.lower_ == "while" and t.head.tag_ == "VBG")
    end = next((t.i for t in meanwhile if not any(c.dep_ in SUBJECTS for c in t.head.children)), end)
    return trimmed(doc, content.start, end) or content


def _without_condition(content: "Tokens") -> "Tokens":
    """Without the condition in front of it, and without what the parser adds to one at its end."""
    start, end = content.start, content.end
    for stated in conditions(content.sent):
        words = stated.words
        if words.start <= start < words.end < end and stated.governed.i >= words.end:
            start = words.end
        if start < words.start and words.end < end == stated.parsed_end:
            end = words.end
    return trimmed(content.doc, start, end) or content


def _without_false_start(content: "Tokens") -> "Tokens":
    """ "The price of — the price of bread will rise": said once."""
    doc, start = content.doc, content.start
    dash = next((i for i in range(start + 1, content.end) if doc[i].text in _DASHES), content.end)
    said = [t.lower_ for t in doc[start:dash]]
    again = [t.lower_ for t in doc[dash + 1 : dash + 1 + len(said)]]
    if len(said) <= _LONGEST_START and said == again and dash + 1 + len(said) < content.end:
        return _without_false_start(doc[dash + 1 : content.end])
    return content


def _completed(content: "Tokens", cue: "Tokens") -> "Tokens":
    """From a whole word that is no "and", "that" or preposition, to the particle behind the verb at its end."""
    doc, start, end = content.doc, content.start, content.end
    last = doc[end - 1]
    if last.pos_ == "VERB" and end < len(doc) and doc[end].head == last and doc[end].dep_ in {"advmod", "prt", "acomp"}:
        end = doc[end].right_edge.i + 1
    if content.start < cue.root.i < end and doc[start].dep_ == "mark" and doc[start].lower_ == "that":
        start += 1
    while start < end - 1 and (doc[start].dep_ == "cc" or _leads(doc[start], end)):
        start += 1
    while start > content.sent.start and doc[start - 1].is_alpha and not doc[start - 1].whitespace_:
        start -= 1
    return trimmed(doc, start, end)


def _leads(token: "Token", end: int) -> bool:
    """Whether it is the preposition of all that follows: "of" in "complained of the drills"."""
    return token.dep_ == "prep" and token.right_edge.i + 1 >= end and token.lower_ in _OF
