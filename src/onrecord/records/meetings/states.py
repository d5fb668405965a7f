"""States of a meeting: what the words over the cue, its clause and its date tell."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.model import Trigger
from onrecord.model.vocabulary import Flag, MeetingState
from onrecord.records.meetings.clauses import PARTS, held, leads_to, may_hold, whole
from onrecord.records.meetings.cues import DUE, OFTEN, is_noun
from onrecord.records.meetings.order import BEFORE_IT, is_way_to, stands_after, stands_before
from onrecord.syntax import (
    clause_verb,
    conditional,
    infinitive,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    not_only,
    subjects,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_UPCOMING = {
    "upcoming", "planned", "subsequent", "next", "forthcoming", "scheduled", "later", "future", "expected", "coming",
    "anticipated", "awaited",
}  # fmt: skip
_MAYBE = {"proposed", "potential", "possible"}
_PAST_WORDS = {"last", "previous", "earlier", "past", "recent", "latest"}
_RECENT = {"recent", "previous"}
_NOW = {"underway", "ongoing", "current", "continuing"}
# What leads from a meeting up to the word it depends on.
GOVERNED = {"dobj", "nsubj", "nsubjpass", "attr", "pobj", "xcomp", "ccomp", "acl", "pcomp", "acomp", "conj"}
_THROUGH_VERB = {"for", "to"}
_THROUGH_NOUN = _THROUGH_VERB | {"of", "on", "about"}
_DECIDING = {"decide", "agree", "plan", "move", "force", "have", "choose"}
_URGING = {"should", "must"}
_URGED = {"urge", "ask", "tell", "call"}
_POSSIBLE = _URGING | {"could", "may", "might"}
_UNDOING = {"postponed", "cancelled", "broken off", "refused"}
_PROGRESS = {"progress", "course", "start", "beginning", "outset", "opening", "middle"}
_HAPPENING = {
    "begin", "start", "end", "open", "conclude", "resume", "continue", "finish", "hold", "close", "take", "last",
    "happen", "occur", "run", "produce", "come", "follow", "yield", "commence", "wrap", "kick",
}  # fmt: skip
_BEGINNING = {"begin", "start", "open", "resume", "commence", "kick"}
# "Their talks could yield a treaty": what may come of a meeting, which itself is sure.
_OUTCOMES = {"produce", "yield"}
# Who does these does not meet; who is not for ending them goes on.
_SHUNNING = {"avoid", "skip", "boycott", "shun", "snub", "miss"}
_ENDING = {"end", "conclude", "leave", "quit", "stop"}
_WISHED = {"keen", "eager", "anxious", "intention", "plan", "want", "try"}
# What talks are while they go on.
_FELT = {
    "difficult", "hard", "tough", "tense", "constructive", "productive", "serious", "intense", "complicated", "easy",
}  # fmt: skip
_GOING_TALKS = {"talk", "negotiation"}
GLAD = {
    "pleasure", "honor", "honour", "pleased", "glad", "happy", "delighted", "good", "nice", "great", "privilege",
    "proud", "grateful", "lucky",
}  # fmt: skip
_GOING_ON = {"continue", "proceed"}
_WARNING = {"warn", "caution", "advise"}


class Told(NamedTuple):
    """A state, and whether the sentence tells it; else it is what its tense makes likely."""

    state: MeetingState | None
    flags: tuple[Flag, ...] = ()
    sure: bool = True


def state_of(token: "Token", verb: "Token | None", start: str | None, published: str | None) -> Told:
    """By the words over the cue ("postponed", "ready for"), its adjectives, date, tense and what it stands before."""
    modifiers = {c.lower_ for c in token.lefts} | {g.lower_ for c in token.lefts for g in c.lefts}
    if verb is not None and lemma(verb) == "shake" and tense(verb) == "present":
        return Told("held")  # a picture's caption: "The two shake hands at the start of their talks"
    if lemma(token) in DUE:
        return _planned("planned")
    named = "proposed" if lemma(token) == "invite" else _named(token)
    if named == "proposed" and verb == token and negated(token):
        named = None
    if named in {"proposed", "planned"} and modifiers & _RECENT:
        named = None  # "its efforts at home and its recent talks with Ostmark"
    if named is not None:
        return _planned(named)
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if modifiers & _NOW or after == "underway" or _goes_on(token, verb):
        return Told("under way")
    if verb is not None and is_first_time(verb):
        return Told("planned", ("planned",))
    if (
        verb is not None
        and is_told_by(token, verb)
        and (told := _by_modality(token, verb, start, published)) is not None
    ):
        return told
    past = verb is not None and happens_in(verb) and tense(verb) == "past"
    if modifiers & _MAYBE and not past:  # but "the proposed summit took place"
        return _planned("proposed")
    if modifiers & _UPCOMING and not (past and verb is not None and is_told_by(token, verb)):
        return _planned("planned")
    if start is not None and published is not None and start != published:
        return _planned("planned") if start > published else Told("held")
    if modifiers & _PAST_WORDS:
        return Told("held")
    behind = held(token) if is_noun(token) else None
    going = behind is not None and (behind.tag_ == "VBG" or negated(behind))  # "the talks that they are having"
    if behind is not None and not going and behind.dep_ == "relcl" and tense(behind) in {"past", "future"}:
        return Told("held") if tense(behind) == "past" else _planned("planned")  # "the talks that they have had"
    if _falls_short(token):
        return Told("planned", ("planned",), sure=False)
    return _by_tense(token, verb, start == published and start is not None)


def _falls_short(verb: "Token") -> bool:
    """ "Does not dare to meet him", "never got around to meeting him"."""
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.dep_ in {"xcomp", "pcomp"} and lemma(over) in {"dare", "get", "manage", "find"} and negated(over)


def _by_modality(token: "Token", verb: "Token", start: str | None, published: str | None) -> Told | None:
    """What a denied or merely possible deed tells of the meeting: "did not meet", "would hold talks"."""
    of_meeting = _is_of_meeting(token, verb)
    over = start is not None and published is not None and start < published
    if of_meeting and (negated(verb) or negated(token)) and not _is_past_denial(verb):
        return _denied(token, verb, over=over)
    if modal_of(verb) == "would" and verb.dep_ in {"ccomp", "acl"}:
        return _planned("planned")  # what "will be" becomes in reported speech
    if not over and (verb == token or lemma(verb) in {"have", "hold"}) and _is_supposed(verb):
        return Told("proposed", ("hypothetical",))
    if (
        (of_meeting or token.dep_ == "attr")
        and not ("subj" in token.dep_ and lemma(verb) in _OUTCOMES)
        and modal_of(verb) in _POSSIBLE | {"would"}
        and tense(verb) != "past"
        and not (verb.dep_ == "advcl" and not conditional(verb) and tense(verb.head) == "past")
    ):
        return Told("proposed", ("hypothetical",))
    return None


def _is_supposed(verb: "Token") -> bool:
    """ "If they met, the tolls would fall", but not "even if they met", "if they meet as planned"."""
    return (
        conditional(verb)
        and tense(verb) == "past"
        and modal_of(verb.head) in {"would", "could", "might"}
        and not any(t.lower_ == "even" for t in verb.children)
    )


def _denied(token: "Token", verb: "Token", *, over: bool) -> Told:
    """The state of what is said not to be done, on a day that is `over` or not."""
    if undoes(verb):  # "did not cancel the talks"
        return Told("held", sure=False) if over else Told("planned", ("planned",), sure=False)
    if any(undoes(v) for v in verb.conjuncts):
        return Told("cancelled", ("negated",))  # "did not begin and were called off"
    if lemma(verb) in _BEGINNING and tense(verb) != "future" and modal_of(verb) != "would":
        return Told("planned", ("planned",), sure=False)  # "have not begun"
    urged = lemma(verb.head) in _URGED and infinitive(verb)
    if modal_of(verb) in _URGING or urged or _is_proviso(token, verb):
        return Told("planned", ("planned",), sure=False)  # "should not meet him", "urged her not to meet him"
    would = modal_of(verb) == "would" and tense(verb) != "past"
    refused = tense(verb) == "future" or (would and (verb == token or lemma(verb) in _BEGINNING))
    return Told("refused", ("planned",)) if refused else Told("cancelled", ("negated",))


def undoes(verb: "Token") -> bool:
    """ "Cancel", "call off"."""
    return any(state in _UNDOING for _, state in _states().get((lemma(verb), "VERB"), ()))


def _is_past_denial(verb: "Token") -> bool:
    """ "Not only met him", "did not end well": the meeting was."""
    return not_only(verb) or lemma(verb) in {"end", "conclude", "finish", "close", "produce", "yield", "last", "run"}


def is_announced(token: "Token") -> bool:
    """Whether the words around a meeting tell that it is to come: "our next talks", "I look forward to our talks"."""
    modifiers = {c.lower_ for c in token.lefts}
    opened = token.dep_ == "dobj" and lemma(token.head) in {"open", "begin", "start"}  # "I wanted to open our meeting"
    named = not opened and _named(token) is not None
    begins = token.dep_ == "nsubj" and lemma(token.head) in _BEGINNING and lies_ahead(token.head)
    return bool(modifiers & (_UPCOMING | _MAYBE)) or named or begins or stands_before(token)


def is_first_time(verb: "Token") -> bool:
    """ "It will be the first time that the two have met": what is told in the perfect is still to come."""
    main = clause_verb(verb.head) if verb.dep_ in {"relcl", "acl"} and lemma(verb.head) == "time" else None
    return main is not None and lies_ahead(main) and not negated(main)


def _is_proviso(token: "Token", verb: "Token") -> bool:
    """ "Will not leave without meeting Holt": the meeting is meant to be."""
    for at in (token, verb):
        if at.dep_ == "pcomp" and at.head.lower_ == "without":
            main = clause_verb(at.head.head)
            return main is not None and negated(main)
    return False


def by_tagger(trigger: Trigger) -> Told:
    """The state that the tagger sees."""
    return _planned(max(trigger.meetings.items(), key=lambda m: m[1])[0])


def _by_tense(token: "Token", verb: "Token | None", today: bool) -> Told:
    """By what the cue stands before or behind and the tense of its verb, where no word names the state."""
    if stands_before(token):
        return Told("planned", ("planned",))
    if token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "against" and lemma(token.head.head) in _WARNING:
        return Told("planned", ("planned",), sure=False)  # "warned her against meeting Holt"
    if is_noun(token) and is_way_to(token, verb):
        return Told("planned", ("planned",), sure=False)
    if token.dep_ in {"pobj", "conj"} and _is_means(token, verb):
        return Told("proposed", ("hypothetical",), sure=False)
    if stands_after(token):
        main = clause_verb(token.head.head)
        ahead = main is not None and lies_ahead(main)
        return Told("planned", ("planned",)) if ahead else Told("held", sure=main is not None and tense(main) == "past")
    if verb is not None and modal_of(verb) == "would" and verb.dep_ == "ccomp" and leads_to(token, verb):
        return _planned("planned")
    if verb is None:
        return Told(None, sure=False)
    if verb.lemma_ == "be" and is_told_by(token, verb) and any(_is_to_happen(c) for c in verb.children):
        return Told("planned", ("planned",))
    under = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and tense(verb) != "past")
    above = clause_verb(verb.head) if under and verb.head != verb else None
    if any(lies_ahead(v) for v in (verb, above) if v is not None):
        return Told("planned", ("planned",), sure=is_told_by(token, verb) or leads_to(token, verb) or today)
    return _by_itself(verb, above, today) if verb == token else _by_verb(token, verb, today)


def _by_itself(verb: "Token", above: "Token | None", today: bool) -> Told:
    """By the tense of "meet" and the like, and the verb that it is an infinitive of."""
    to = infinitive(verb)
    if above is not None and lemma(above) in BEFORE_IT and to:
        return _planned("planned")
    if to and (open_ := _is_open(verb)) is not None:
        return open_
    if verb.tag_ == "VBG" and tense(verb) == "present":
        return Told("under way", sure=today)
    if any(c.lower_ in OFTEN for c in verb.children):
        return Told("held")
    if tense(verb) == "present":
        ahead = today or verb.dep_ == "advcl"
        return Told("planned", ("planned",)) if ahead else Told("held", sure=False)
    return Told("held", sure=tense(verb) == "past")


def _by_verb(token: "Token", verb: "Token", today: bool) -> Told:
    """By the tense of the verb that tells of "talks" and the like, or to which they lead."""
    own, led = is_told_by(token, verb), leads_to(token, verb)
    if tense(verb) == "past" and (own or led):
        return Told("held", sure=(may_hold(verb) and "subj" not in token.dep_) or lemma(verb) in _HAPPENING or led)
    if tense(verb) == "present" and today and own:
        return _planned("planned")
    if verb.tag_ == "VBG" and tense(verb) == "present" and own and may_hold(verb):
        return Told("under way", sure=False)
    if lemma(token) == "visit" and tense(verb) == "present" and token.dep_ == "nsubj":
        return Told("under way", sure=False)  # "her visit takes place on a historic day"
    if led and modal_of(verb) in _POSSIBLE | {"can", "would"} and tense(verb) != "past":
        if lemma(verb) == "lead" and token.head.lower_ == "to":
            return Told("proposed", ("hypothetical",))  # "could lead to a summit"
        return Told("planned", ("planned",), sure=False)  # "could raise it at her summit with Holt"
    if led and any(_is_willing(t) for t in (verb.head, *verb.children)) and tense(verb) != "past":
        return Told("planned", ("planned",), sure=False)  # "is ready to raise it at her summit with Holt"
    felt = any(
        c.dep_ == "acomp" and lemma(c) in _FELT and all(g.dep_ != "xcomp" for g in c.children) for c in verb.children
    )  # but not "easy to follow"
    if token.dep_ == "nsubj" and lemma(token) in _GOING_TALKS and felt and tense(verb) == "present":
        return Told("under way", sure=False)  # "the talks are difficult"
    return Told("held" if tense(verb) == "past" else None, sure=False)


def _is_open(verb: "Token") -> Told | None:
    """The state of "to meet" where nothing says that they did: "has a chance to meet", "could be a way to meet"."""
    apart = verb.head == verb or verb.head.pos_ == "PROPN" or bool(subjects(verb))
    main = clause_verb(verb.head) if not apart else None
    if (
        main is None
        or main.dep_ == "pcomp"
        or tense(main) == "past"
        or any(lemma(t) in GLAD for t in (verb.head, *verb.head.children))
    ):
        return None
    if modal_of(main) in _POSSIBLE | {"can", "would"}:
        return Told("proposed", ("hypothetical",))
    first = {"first", "only", "latest"} & {c.lower_ for t in (verb.head, *verb.head.children) for c in (t, *t.lefts)}
    if tense(main) != "future" and (first or any(lemma(c) == "have" for c in verb.children if c.dep_ == "aux")):
        return None  # "is the first to meet him", "to have met him"
    return Told("planned", ("planned",), sure=False)


def _is_means(token: "Token", verb: "Token | None") -> bool:
    """ "The dispute must be settled through talks with Ostmark", which nobody says are held."""
    while token.dep_ == "conj":
        token = token.head
    bare = not any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in token.lefts)
    past = verb is None or tense(verb) in {"past", "present"}
    return token.dep_ == "pobj" and token.head.lower_ in {"through", "via"} and bare and not past


def _is_willing(token: "Token") -> bool:
    return token.dep_ == "acomp" and ("", "proposed") in _states().get((lemma(token), "ADJ"), ())


def _is_to_happen(token: "Token") -> bool:
    """ "The talks are to take place"."""
    return token.dep_ == "xcomp" and lemma(token) in _HAPPENING and infinitive(token)


def _planned(state: MeetingState) -> Told:
    return Told(state, ("planned",) if state in {"planned", "proposed"} else ())


def _named(token: "Token") -> MeetingState | None:
    """The state that the nearest word over the cue names."""
    for at in _over(token):
        state = next((s for particle, s in _states().get((lemma(at), _pos(at)), ()) if _has(at, particle)), None)
        if lemma(at) in _SHUNNING:
            wish = _infinitive(at)
            return "refused" if wish is None or lemma(wish.head) in _DECIDING | _WISHED else "planned"
        if lemma(at) in _ENDING and _infinitive(at) is not None:
            return None  # "reluctant to end the talks"
        if state is None or (token.dep_ == "nsubj" and token.head == at and any(c.dep_ == "dobj" for c in at.children)):
            continue  # "the talks demanded patience"
        if (
            at.pos_ == "NOUN"
            and lemma(at) == "hope"
            and any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in token.lefts)
        ):
            continue  # "high hopes for their talks on Monday", which are fixed
        if lemma(at) == "afraid" and (token.head != at or tense(at.head) == "past"):
            continue  # "afraid that the talks will fail", "was afraid to meet him but did"
        if lemma(at) == "hope" and token.dep_ == "nsubj" and token.head != at and lemma(token.head) not in _HAPPENING:
            return None  # "hopes that the talks will be useful"
        if at.dep_ == "ccomp" and lemma(at.head) in {"deny", "dismiss"}:
            return None  # "denied that it had abandoned the talks"
        denied = negated(at) or (at.pos_ == "ADJ" and negated(at.head))
        if denied and state in _UNDOING - {"refused"}:
            return None  # "has not shelved the talks"
        if state == "proposed" and lemma(at) in _URGED and not denied and _is_negated_between(token, at):
            return "planned"  # "urged the premier not to meet Holt"
        if state in {"planned", "proposed"} and (denied or _is_negated_between(token, at)):
            return "refused" if at.pos_ != "NOUN" or lemma(at) in _WISHED else None
        if lemma(at) == "importance" and any(c.dep_ == "poss" or c.lower_ in {"the", "this"} for c in token.lefts):
            return None  # "stressed the importance of this visit"
        if state in _UNDOING and (wish := _infinitive(at)) is not None and lemma(wish.head) not in _DECIDING:
            return "planned"  # "urged the premier to cancel the meeting" cancels nothing
        if state in _UNDOING and modal_of(at.head if at.dep_ == "conj" else at) in _POSSIBLE:
            return "planned"  # "must cancel the meeting"
        if state in _UNDOING and at.tag_ == "VBG" and ("", "proposed") in _states().get((lemma(at.head), "VERB"), ()):
            return "planned"  # nor does "consider cancelling" it
        if state == "refused" and (denied or any(c.lower_ in {"hardly", "scarcely"} for c in at.children)):
            return "proposed"  # "neither ruled out another meeting", "is not afraid to talk to him", "hardly refuses"
        return state
    return None


def _is_negated_between(token: "Token", at: "Token") -> bool:
    """ "Decided not to meet", "decided never to hold talks"."""
    between = [token, *token.ancestors]
    return any(negated(t) and t.pos_ == "VERB" for t in between[: between.index(at)])


def _infinitive(at: "Token") -> "Token | None":
    """The infinitive that the verb is or is joined to: "to cancel or delay"."""
    if infinitive(at):
        return at
    return _infinitive(at.head) if at.dep_ == "conj" else None


def _over(token: "Token") -> "Iterator[Token]":
    """The words that govern the cue, from the inside: objects of verbs, infinitives, "of" and "for" phrases."""
    at = token
    while at.dep_ in GOVERNED and at.head != at:
        above = at.head
        if above.dep_ == "prep":
            through = above.lower_
            above = above.head
            if through not in (_THROUGH_NOUN if is_noun(above) else _THROUGH_VERB) and not _takes(above, through):
                return
        if at.dep_ != "conj":
            yield above
            if is_noun(above) and (lemma(above), "NOUN") not in _states() and lemma(above) not in PARTS:
                return
        at = above


def _takes(verb: "Token", particle: str) -> bool:
    """ "insisted on talks"."""
    return any(p == particle for p, _ in _states().get((lemma(verb), _pos(verb)), ()))


def _has(at: "Token", particle: str) -> bool:
    return not particle or any(c.lower_ == particle for c in at.children)


def _pos(token: "Token") -> str:
    return "NOUN" if is_noun(token) else token.pos_


@cache
def _states() -> dict[tuple[str, str], list[tuple[str, MeetingState]]]:
    """Particle and state by lemma and part of speech."""
    found: dict[tuple[str, str], list[tuple[str, MeetingState]]] = {}
    for row in table("en/meeting_states"):
        pos, _, particle = row["pos"].partition(":")
        state: MeetingState = row["state"]  # type: ignore[assignment]  # a test checks the vocabulary
        found.setdefault((row["lemma"], pos), []).append((particle, state))
    return found


def _is_of_meeting(token: "Token", verb: "Token") -> bool:
    """Whether what the verb says happens to the meeting: "was not held", but not "was not discussed"."""
    return verb == token or may_hold(verb) or lemma(verb) in _HAPPENING


def happens_in(verb: "Token") -> bool:
    """Whether a clause of the verb tells when a meeting is: "will hold, was opened", or is its copula."""
    return may_hold(verb) or lemma(verb) in _HAPPENING or verb.pos_ == "AUX"


def is_told_by(token: "Token", verb: "Token") -> bool:
    """Whether the clause is about the meeting: its verb, or its verb's subject or object, also in "a round of"."""
    at = whole(token)
    return verb == token or (at.head == verb and at.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"})


def _goes_on(token: "Token", verb: "Token | None") -> bool:
    """ "progress in the talks", "at the start of his summit", "continues its talks", "talks are being held"."""
    of = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"in", "of", "to"} else None
    if of is not None and lemma(of) in _PROGRESS and not any(lemma(c) == "result" for c in of.conjuncts):
        return verb is None or tense(verb) == "present" or lemma(of) in {"progress", "course"}
    if token.dep_ in {"nsubj", "nsubjpass"} and any(_is_under_way(c) for c in token.head.children):
        return True
    behind = token.doc[token.right_edge.i + 1 : token.right_edge.i + 5].text.casefold()
    if re.match(r"(?:is|are|was|were) (?:now |still |already )?(?:under way|underway)\b", behind):
        return True
    if any(_is_being_held(c) for c in token.subtree if c.dep_ == "relcl"):
        return True
    if verb is None or verb == token or not is_told_by(token, verb):
        return False
    return _is_being_held(verb) or (
        lemma(verb) in _GOING_ON and tense(verb) in {"present", "none"} and modal_of(verb) != "will"
    )


def _is_being_held(verb: "Token") -> bool:
    return any(c.lower_ == "being" for c in verb.children) and tense(verb) == "present"


def _is_under_way(token: "Token") -> bool:
    return token.lower_ == "underway" or (token.lower_ == "under" and any(c.lower_ == "way" for c in token.children))
