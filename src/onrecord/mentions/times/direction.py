"""Whether a clause looks forward or back: what "Monday" means depends on it."""

from typing import TYPE_CHECKING, Literal

from onrecord.data import table, words
from onrecord.syntax import clause_verb, conditional, dated_verb, lemma, modal_of, passive, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

Direction = Literal["past", "present", "future"]


def _plans(*kinds: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/time_plans") if row["class"] in kinds)


# What these govern is still to come: whatever their own tense ("planned a vote Monday"), in all but the simple past
# ("is expected Monday"), or in the present only ("hopes to go Monday").
_FIXED = _plans("fixed plan")
_FIRM = _plans("firm plan")
_PLANNING = _plans("plan", "firm plan", "fixed plan")
_PLAN_NOUNS = _plans("plan noun")
# In the subjunctive under these stands what is to come: "demanded that it leave by Monday".
_DEMANDS = _plans("demand")
# An infinitive under these has happened: "was forced to resign Monday".
_DONE = _plans("done")
# What is named by its day before it happens: "Monday's talks".
_EVENTS = _plans("event noun")
_AHEAD = _plans("ahead")
_BEHIND = _plans("behind")
_TOWARDS = _plans("towards")
_MODALS = frozenset({"will", "'ll", "shall", "would", "could", "can", "may", "might", "must", "should"})
_SPEECH = words("en/speech_verbs")


def direction(token: "Token") -> Direction | None:
    """Where the clause of the token looks, by preposition, tense, planned events and verbs of planning.

    "The envoys will meet Monday", "ahead of Monday's talks" -> future; "the council meets Monday" -> present; "he said
    Saturday" -> past; none where nothing tells.
    """
    if _ahead(token):
        return "future"
    preposition = lemma(token.head) if token.dep_ == "pobj" else ""
    if preposition == "since":
        return "past"
    verb = dated_verb(token)
    if verb is not None and _demanded(verb) and (preposition == "by" or _directly_behind(token, verb)):
        return "future"
    inside = _inside_object(token, verb)
    looks = _of_verb(verb, inside) if verb is not None else None
    event = _event(token)
    if looks == "future":
        return "past" if event is None and _names_the_past(token) else looks
    if event is not None:
        return _of_event(event, looks, possessive=token.dep_ == "poss")
    if looks == "present" and (token.dep_ == "poss" or (verb is not None and lemma(verb) in _SPEECH)):
        return None
    if looks == "past" and (inside or (preposition == "by" and verb is not None and _supposed(verb))):
        return None
    return looks


def _event(token: "Token") -> "Token | None":
    """The event below the clause's verb that the phrase dates: "Monday's talks", "a summit on Monday"."""
    for at in token.ancestors:
        if at.pos_ in {"VERB", "AUX"}:
            return None
        if at.pos_ in {"NOUN", "PROPN"}:
            return at if lemma(at) in _EVENTS else None
    return None


def _names_the_past(token: "Token") -> bool:
    """Whether the day names something that is no planned event: "will answer to Friday's attack"."""
    return token.dep_ == "poss" and token.head.dep_ == "pobj"


def _of_event(event: "Token", looks: Direction | None, *, possessive: bool) -> Direction | None:
    """An event named by its day is ahead, unless the clause tells what happened at it or after it."""
    before = event.head.lower_
    if before in _BEHIND:
        return "past"
    if looks == "past":
        return "future" if possessive and before in _TOWARDS else "past"
    return "future" if looks == "present" or possessive else looks


def _ahead(token: "Token") -> bool:
    """Whether a preposition above the phrase, inside its clause, points forward: "ahead of", "until", "as soon as"."""
    for at in token.ancestors:
        if at.pos_ in {"VERB", "AUX"}:
            return False
        if lemma(at) in _AHEAD or (lemma(at) in {"soon", "early"} and at.tag_ == "RB"):
            return True
    return False


def _inside_object(token: "Token", verb: "Token | None") -> bool:
    """Whether the phrase hangs on another word below the verb: "planned a visit on Monday", "payable Dec. 7"."""
    return any(
        at.pos_ in {"NOUN", "PROPN", "ADJ"} for at in token.ancestors if verb is not None and verb.is_ancestor(at)
    )


def _of_verb(verb: "Token", in_object: bool) -> Direction | None:
    if modal_of(verb) in _MODALS:
        return "past" if _perfect(verb) else "future"
    if any(c.tag_ == "TO" for c in verb.children):
        return _of_infinitive(verb)
    now = tense(verb)
    if lemma(verb) in _FIXED:
        return "future"
    if lemma(verb) in _FIRM and (now != "past" or in_object or passive(verb) or _perfect(verb)):
        return "future"
    if lemma(verb) in _PLANNING and now == "present":
        return "future"
    if now == "none":
        return "past" if verb.tag_ in {"VBN", "VBD"} else None
    return now


def _supposed(verb: "Token") -> bool:
    """Whether a condition in the past tense is of what may come: "would lift it if they left by July 1"."""
    above = verb.head
    return (
        verb.dep_ == "advcl"
        and conditional(verb)
        and modal_of(above) in {"would", "could"}
        and lemma(above) not in _SPEECH
        and not _perfect(verb)
        and not _perfect(above)
    )


def _demanded(verb: "Token") -> bool:
    """The subjunctive: "demanded that it leave on Monday"."""
    bare = verb.tag_ == "VB" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bare and verb.dep_ == "ccomp" and verb.head.i < verb.i and lemma(verb.head) in _DEMANDS


def _directly_behind(token: "Token", verb: "Token") -> bool:
    """ "Leave on Monday", not "explain Monday" nor "look into the raid on Monday"."""
    return token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.left_edge.i == verb.i + 1


def _perfect(verb: "Token") -> bool:
    return any(lemma(c) == "have" and c.dep_ == "aux" for c in verb.children)


def _of_infinitive(verb: "Token") -> Direction | None:
    """An infinitive of plan or in a headline looks forward; one of purpose or result as the clause above it."""
    above = verb.head
    if above == verb or lemma(above) in _PLANNING | _PLAN_NOUNS:
        return "future"
    clause = clause_verb(above)
    if clause is None:
        return "future"
    if tense(clause) != "past" or lemma(clause) in _PLANNING:
        return "future"
    if any(lemma(c) == "be" for c in (above, clause)) and verb.dep_ == "xcomp":
        return "future"
    return "past" if verb.dep_ in {"advcl", "relcl", "acl"} or lemma(above) in _DONE else "future"
