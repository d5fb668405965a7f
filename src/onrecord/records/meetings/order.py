"""Order of a meeting and what its clause tells: which stands before it, which after."""

import re
from typing import TYPE_CHECKING

from onrecord.records.meetings.clauses import TRAVEL, objects, whole
from onrecord.syntax import lemma, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who does these is on the way to a meeting.
BEFORE_IT = {"head", "travel", "fly", "leave", "depart", "come", "go", "prepare", "gear", "brace", "arrive"}
_AFTER = {"after", "following"}
# "ahead of the summit", "in advance of", "on the verge of", "in the run-up to".
_PRIOR = re.compile(r"\b(?:prior|prelude|(?:run|lead|build)-?\s?up)$")
_EVE = {"ahead", "eve", "advance", "verge", "brink"}


def stands_before(token: "Token") -> bool:
    """ "ahead of the summit", "before the talks", "before meeting X", "heading into the talks"."""
    token = whole(token)
    if token.dep_ not in {"pobj", "pcomp"}:
        return False
    prep = token.head
    if prep.lower_ in {"before", "until"}:
        return True
    if prep.lower_ == "of":
        return prep.doc[prep.i - 1].lower_ in _EVE
    if prep.lower_ == "to" and _PRIOR.search(prep.doc[max(0, prep.i - 3) : prep.i].text.casefold()):
        return True
    present = prep.lower_ == "into" and prep.head.tag_ in {"VBZ", "VBP"}  # "as she heads into the talks"
    going = present or prep.head.tag_ == "VBG"
    return prep.lower_ in {"into", "for", "to"} and lemma(prep.head) in BEFORE_IT and going


def stands_after(token: "Token") -> bool:
    """ "after the talks", "following hours of talks", "as a result of the talks"."""
    token = whole(token)
    if token.dep_ not in {"pobj", "pcomp", "dobj"}:
        return False
    prep = token.head
    if prep.lower_ == "to" and prep.doc[max(0, prep.i - 3) : prep.i].text.casefold().endswith(
        ("follow-up", "follow up")
    ):
        return True
    if prep.lower_ == "on" and lemma(prep.head) == "follow":
        return True
    return prep.lower_ in _AFTER or (
        prep.lower_ == "of" and prep.doc[prep.i - 1].lower_ in {"result", "results", "outcome", "outcomes", "wake"}
    )


def stands_apart(token: "Token") -> bool:
    """Whether the clause around tells of another time: "ahead of his summit", "after the talks"."""
    return stands_before(token) or (token.dep_ in {"pobj", "pcomp"} and token.head.lower_ in _AFTER | {"since", "from"})


def is_way_to(token: "Token", verb: "Token | None") -> bool:
    """ "arrived for his summit", "is on her way to Vare for the talks": it tells of no beginning."""
    if token.dep_ != "pobj" or token.head.lower_ != "for" or verb is None:
        return False
    said = {t.lower_ for c in verb.children for t in (c, *objects(c))}
    if any(lemma(t) == "expectation" for t in verb.subtree if t.i < token.i):
        return True  # "keeps expectations low for her summit"
    return (
        lemma(verb) in TRAVEL | BEFORE_IT
        or "way" in said
        or (verb.pos_ == "AUX" and tense(verb) == "present" and "in" in said)
    )
