"""On what a position is conditional: the clause or phrase that says so, where it ends and what it governs."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from onrecord.model.vocabulary import PositionAct
from onrecord.syntax import SUBJECTS, clause_verb, lemma, modal_of, negated, subjects, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MARKS = {"if", "unless", "provided", "providing", "once", "until"}
_ONLY = {"when", "after"}
# Of what is not done meanwhile: "will not sign before Ostmark leaves", "must not talk while Ostmark shells Lorvane".
_MEANWHILE = {"before", "while"}
_TEMPORAL = {"once", "until", "soon", *_MEANWHILE}
AHEAD = {"will", "would", "'ll", "shall"}
_BACKSHIFTED = {"would", "could", "might"}
# Told before the mark, these make no condition of it: "even if they object", "as if they knew".
_NO_CONDITION = {"even", "as", "what"}
_PHRASES = (
    ("in", "return", "for"), ("in", "exchange", "for"), ("on", "condition"), ("on", "the", "condition"),
    ("as", "long", "as"), ("so", "long", "as"), ("provided", "that"), ("in", "the", "event"), ("in", "case"),
    ("in", "response", "to", "any"), ("in", "response", "to", "potential"), ("as", "soon", "as"),
    ("on", "the", "understanding"), ("with", "the", "understanding"), ("on", "the", "proviso"),
    ("subject", "to"),
)  # fmt: skip
_OPENINGS = {phrase[0] for phrase in _PHRASES}
_INVERTED = {"should", "were", "had"}
# In front of it these tell no condition: "under no circumstances should they wait".
_NEGATIVE = {"no", "never", "not", "nowhere", "rarely", "seldom", "hardly", "nor", "neither"}
_NOTHING = {"no", "nothing", "nobody", "never", "impossible"}
# "Never attacks without warning".
_MANNER = {"food", "fight", "warning", "hesitation", "delay", "doubt", "question", "support", "reason", "help"}
_NEAR = 5
_RECIPROCAL = {"reciprocal", "reciprocate", "reciprocity", "mutual", "mutually", "reciprocally"}
_ALIKE = {"likewise", "simultaneously"}
_SIDES = {"side", "party", "country", "capital", "government", "army", "state"}
AGGRESSION = {"invasion", "attack", "incursion", "aggression", "escalation", "offensive", "assault", "annexation"}
# With these in front it is no condition: "nor should they wait".
_FRONTED = {"nor", "neither", "so", "only"}
# "If you look at it", "if I recall": of speaking, not of what is spoken of.
_SPEAKING = {"wonder", "look", "remember", "recall", "ask", "like", "may", "notice"}
# "If necessary" is a manner of speaking.
_COURTESY = {"necessary", "needed", "need", "possible", "required", "any"}
_ASKING = {
    "ask", "know", "wonder", "see", "question", "tell", "say", "doubt", "check", "decide", "determine", "matter",
    "find", "learn", "assess", "clarify", "verify", "discover",
}  # fmt: skip
# "It is unclear if they will attack".
_OPEN = {"unclear", "unknown", "uncertain", "unsure"}
# What two sides do to each other: "mutual inspections", but no "mutual interest".
_EXCHANGED = {
    "inspection", "step", "withdrawal", "pullback", "pullout", "disengagement", "restraint", "reduction", "concession",
    "restriction", "limit", "limitation", "cut", "moratorium", "freeze", "guarantee", "measure", "verification",
    "ceasefire", "release", "recall", "obligation", "assurance", "commitment", "undertaking",
    "lifting", "disarmament", "contribution", "pledge", "promise",
}  # fmt: skip


class Stated(NamedTuple):
    """A condition as a sentence states it."""

    words: "Tokens"
    verb: "Token | None"
    """Its own verb, whose subject must move; none of a phrase ("in the event of an attack")."""
    governed: "Token"
    """The verb or word of which it is the condition."""
    parsed_end: int
    """Where the parser ends it, which may be later."""
    inverted: bool = False
    """ "Should they wait": nothing inside is said by itself."""

    def holds(self, token: "Token") -> bool:
        """Whether the token lies inside."""
        return self.words.start <= token.i < self.words.end


def conditions(sentence: "Tokens") -> "list[Stated]":
    """ "If they wait, ...", "should they wait, ...", "in the event of an attack", "in return for a pledge"."""
    found = [stated for token in sentence if (stated := _stated_at(token)) is not None and len(stated.words)]
    return [s for s, after in zip_longest(found, found[1:]) if after is None or not _begun_again(s, after)]


def _begun_again(stated: Stated, after: Stated) -> bool:
    """ "If he comes — if he comes in arms": the second counts."""
    between = stated.words.doc[stated.words.end : after.words.start]
    return len(between) == 1 and between[0].is_punct and between[0].text != "," and stated.governed == after.governed


def governing(start: int, end: int, cue: "Tokens") -> "Iterator[Stated]":
    """Conditions of what is said in tokens `start` to `end`: inside, right behind, or of a verb at or above the cue."""
    above = {cue.root.i, *(t.i for t in cue.root.ancestors)}
    for stated in conditions(cue.sent):
        within = start <= stated.words.start <= end and not _apart(stated.governed, above)
        if not stated.holds(cue[0]) and (within or stated.governed.i in above):
            yield stated


def carried_on(cue: "Tokens") -> Stated | None:
    """The condition of a sentence before, of whose series this one is: "They will pay if ... They will face a ban."

    The series is of one subject, a pronoun, and one modal.
    """
    opening = _consequence(cue.root)
    sentence = cue.sent
    while opening is not None and sentence.start > 0:
        sentence = cue.doc[sentence.start - 1].sent
        alike = {t.i for t in sentence if t.pos_ in {"VERB", "AUX"} and _consequence(t) == opening}
        if not alike:
            return None
        if stated := next((s for s in conditions(sentence) if s.governed.i in alike), None):
            return stated
    return None


def _consequence(word: "Token") -> tuple[str, str] | None:
    """Pronoun and modal of the clause: "they will face" -> they, will."""
    verb = clause_verb(word)
    modal = modal_of(verb) if verb is not None else None
    subject = next(iter(subjects(verb)), None) if verb is not None else None
    if modal not in {"will", "would"} or subject is None or subject.lower_ not in {"they", "it", "he", "she", "there"}:
        return None
    return subject.lower_, modal


def _apart(governed: "Token", above: set[int]) -> bool:
    """Whether it is said in passing: "keeps talking while being prepared to respond" if something happens."""
    path = [governed, *governed.ancestors]
    below = path[: next((n for n, t in enumerate(path) if t.i in above), 0)]
    return any(t.dep_ == "relcl" or (t.dep_ == "advcl" and t.tag_ == "VBG") for t in below)


def deed(verb: "Token") -> "Token | None":
    """The aggression that would bring about what the verb tells: "an invasion would be met with force"."""
    subject = next(iter(subjects(verb)), None)
    ahead = modal_of(verb) in AHEAD and subject is not None
    return subject if ahead and subject is not None and lemma(subject) in AGGRESSION else None


def is_reciprocal(token: "Token", act: PositionAct) -> bool:
    """ "Mutual" says that both are to move where an offer or demand speaks of what they do: "mutual inspections"."""
    if lemma(token) == "mutual":
        return act in {"offer", "demand"} and lemma(token.head) in _EXCHANGED
    return lemma(token) in _RECIPROCAL - {"reciprocity", "mutually"}


def both_move(stated: Stated) -> bool:
    """Whether the condition itself asks for the like: "if Ostmark takes reciprocal steps", "if it does the same"."""
    return any(lemma(t) in _RECIPROCAL | _ALIKE or _is_alike(t) for t in stated.words)


def _is_alike(word: "Token") -> bool:
    """ "Both sides", "do the same", "by the same distance"."""
    if word.lower_ == "same":
        over = word.head if word.dep_ == "amod" else word
        return lemma(over.head) in {"do", "by"}
    return word.lower_ == "both" and (word.dep_ == "nsubj" or lemma(word.head) in _SIDES)


def mover_of_noun(stated: Stated) -> "Iterator[Token]":
    """Who does what a phrase asks for: "in return for a pledge from Ostmark", "for Ostmark's withdrawal"."""
    noun = next((t for t in stated.words if t.dep_ == "pobj" and lemma(t) not in {"return", "exchange"}), None)
    for child in noun.children if noun is not None else ():
        if child.dep_ == "poss" or (child.dep_ in {"amod", "compound"} and lemma(child.head) in _EXCHANGED):
            yield child
        if child.lower_ in {"by", "from"}:
            yield from child.children


def _stated_at(token: "Token") -> Stated | None:
    """The condition that the token opens, if it opens one."""
    if (verb := _marked(token)) is not None:
        return _stated(token, verb, _full_verb(verb.head))
    if token.lower_ == "without" and (denied := _denied_without(token)) is not None:
        return _stated(token, next(iter(token.children), token), denied)
    if (verb := _inverted(token)) is not None and (governed := _main_verb(token, verb)) is not None:
        return _stated(token, verb, governed)._replace(inverted=True)
    if (governed := _returned(token)) is not None:
        return _stated(token, token.nbor(), governed)
    if token.lower_ not in _OPENINGS or any(c.dep_ == "auxpass" for c in token.children):
        return None  # "a system will be provided that works"
    doc = token.doc
    for phrase in _PHRASES:
        opening = doc[token.i : token.i + len(phrase)]
        behind = doc[opening.end : opening.end + 2]
        if tuple(t.lower_ for t in opening) != phrase or _is_no_phrase(opening, behind):
            continue
        tops = [*opening, *(t.head for t in behind[:1] if t.dep_ == "mark")]  # "on condition that they wait"
        return _stated(token, max(tops, key=lambda t: t.right_edge.i), _full_verb(opening.root.head))
    return None


def _is_no_phrase(opening: "Tokens", behind: "Tokens") -> bool:
    """ "As long as it takes", "on condition of anonymity", "just in case.", "goods subject to duties"."""
    doc, first = opening.doc, opening[0]
    if behind.text.lower() in {"it takes", "of anonymity"} or not behind or behind[0].is_punct:
        return True
    if first.lower_ in {"as", "so"}:
        verb, governed = _own_verb(opening.root), opening.root.head
        if first.i and doc[first.i - 1].lower_ == "for" and any(t.pos_ == "PRON" for t in subjects(verb or first)):
            return True  # "for as long as they exist"
        if verb is None or opening[1].lower_ != "soon":
            return verb is None
        return modal_of(governed) is None or _has_come_about("soon", verb, governed)
    if first.lower_ != "subject":
        return False
    verb, noun = first.head, next((t for t in doc[first.i : opening.root.right_edge.i + 1] if t.dep_ == "pobj"), first)
    return not (verb.pos_ == "VERB" and verb.i < first.i and doc[first.i - 1].is_punct and lemma(noun) in _EXCHANGED)


def _returned(preposition: "Token") -> "Token | None":
    """The verb of what is done for what was told before: "in return, Ostmark will open the gates"."""
    if preposition.lower_ != "in" or preposition.i + 1 >= preposition.sent.end or preposition.dep_ != "prep":
        return None
    noun, verb = preposition.nbor(), _full_verb(preposition.head)
    bare = noun.lower_ in {"return", "exchange"} and noun.head == preposition and not [*noun.children]
    if not bare or verb.pos_ not in {"VERB", "AUX"}:
        return None
    return None if verb.i < preposition.i or any(t.lower_ in _NOTHING for t in verb.subtree) else verb


def _stated(first: "Token", top: "Token", governed: "Token") -> Stated:
    """From the opening word to the right edge of the clause, in front of the main clause to the comma before it."""
    doc, start, parsed_end = first.doc, first.i, top.right_edge.i + 1
    governed = _what_is_said(governed, first)
    end = parsed_end
    main = min([governed.i, *(c.i for c in governed.children if c.dep_ in {"aux", "auxpass"} and c.i > top.i)])
    if top.i < main:  # "if they invade Lorvane, the pipeline will ...", where the parser may give "Lorvane" to "will"
        at = end if end <= main else top.i + 1
        if end > main or not (doc[at].is_punct or doc[at - 1].is_punct):
            end = next((i for i in range(at, main) if doc[i].text == ","), min(end, main))
    else:
        end = min([end, *(c.left_edge.i - 1 for c in top.subtree if c.left_edge.i > top.i and _stands_apart(c))])
    if start > first.sent.start and doc[start - 1].lower_ in {"only", "for"}:  # "for as long as"
        start -= 1
    return Stated(trimmed(doc, start, end), _own_verb(top), governed, parsed_end)


def _own_verb(top: "Token") -> "Token | None":
    """The verb with a subject of its own, of a clause at the top, of a phrase below: "on condition that they wait"."""
    if subjects(top):
        return top
    below = (t for c in top.rights for t in (c, *c.rights) if t.dep_ in _CLAUSES)
    return next((t for t in below if any(c.dep_ in SUBJECTS for c in t.lefts)), None)


_CLAUSES = {"advcl", "acl", "ccomp", "pcomp"}


def _what_is_said(governed: "Token", first: "Token") -> "Token":
    """What is conditional, where the parser hangs it on the speech verb: "said it will pay, provided that ..."."""
    said = [c for c in governed.rights if c.dep_ == "ccomp" and c.i < first.i and lemma(governed) in {"say", "add"}]
    return said[-1] if said else governed


def _stands_apart(noun: "Token") -> bool:
    """ "If they attack Lorvane and the aid the allies are giving": a noun with a clause of its own lies outside."""
    determined = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
    told = any(c.dep_ == "relcl" and any(g.dep_ in SUBJECTS for g in c.children) for c in noun.children)
    return noun.dep_ == "conj" and noun.pos_ == "NOUN" and determined and told


def _full_verb(head: "Token") -> "Token":
    """The verb of an auxiliary: "are" -> "prepared" of "if they come, we are prepared"."""
    while head.dep_ in {"aux", "auxpass"}:
        head = head.head
    return head


def _marked(token: "Token") -> "Token | None":
    """The verb of a clause with "if", "unless" and the like, where it states a condition.

    Not of what is asked ("asked if they come"), nor of what has come about ("once the bridge fell").
    """
    if token.lower_ not in _MARKS | _ONLY | _MEANWHILE:
        return None
    verb, before = token.head, token.doc[max(0, token.i - 1)].lower_
    if token.i + 1 < token.sent.end and token.nbor().lower_ == "not" and not subjects(verb):
        return None  # "admits it, if not in public"
    if verb.pos_ == "PRON" and verb.head.i > verb.i:  # "if he — he waits"
        verb = verb.head
    only = before == "only" and token.lower_ in _ONLY and verb.dep_ == "advcl"
    opens = token.i == verb.left_edge.i and before != "at"  # not "at once", "once again"
    marks = token.lower_ in _MARKS and (token.dep_ == "mark" or (token.lower_ == "once" and opens))
    contrasted = token.lower_ == "while" and (before == "," or lemma(verb) == "do" or modal_of(verb) is not None)
    left = verb.dep_ == "advcl" and _is_left(verb.head) and not contrasted
    meanwhile = token.lower_ in _MEANWHILE and token.dep_ == "mark" and left
    added = verb.dep_ == "conj" and before == "only"  # "ready to talk, but only if they wait"
    told = verb.dep_ in {"advcl", "ccomp", "pcomp"} or added
    if not (only or marks or (meanwhile and subjects(verb))) or not told or before in _NO_CONDITION:
        return None
    if verb.dep_ == "ccomp" and verb.head.i < token.i and lemma(verb.head) in _ASKING:
        return None
    if verb.head.i < token.i and any(c.dep_ == "acomp" and lemma(c) in _OPEN for c in verb.head.children):
        return None
    if verb.lower_ in _COURTESY and not subjects(verb):
        return None
    if lemma(verb) in _SPEAKING and any(t.lower_ in {"i", "you", "we"} for t in subjects(verb)):
        return None
    return None if _has_come_about(token.lower_, verb, verb.head) else verb


def _has_come_about(word: str, verb: "Token", governed: "Token") -> bool:
    """ "Once the bridge fell", but not "would sign once the gates were open", told of what was said."""
    past = word in _TEMPORAL and any(t.tag_ == "VBD" for t in (verb, *verb.children))
    return past and modal_of(_full_verb(governed)) not in _BACKSHIFTED


def _is_left(verb: "Token") -> bool:
    """Whether it is not to be done: "will not sign", "must not be signed", "refuses to sign"."""
    return (negated(verb) and modal_of(verb) is not None) or (verb.dep_ == "xcomp" and lemma(verb.head) == "refuse")


def _denied_without(preposition: "Token") -> "Token | None":
    """The verb that is denied where something is lacking: "will sign nothing without a pledge", "no deal without"."""
    head = preposition.head
    verb = clause_verb(head)
    if verb is None or not any(not {lemma(c), c.lower_} & _MANNER for c in preposition.children):
        return None
    if any(c.pos_ in {"PROPN", "PRON"} for c in preposition.children):
        return None  # "nothing about Ostmark without Ostmark"
    said = [head, verb, *head.children, *verb.children, *(g for c in verb.children for g in c.children)]
    denied = any(t.dep_ == "neg" or t.lower_ in _NOTHING for t in said if t != preposition)
    return verb if denied and modal_of(verb) is not None else None


def _inverted(token: "Token") -> "Token | None":
    """The verb of "should they invade", "were Ostmark to wait", "had they waited", where that is no question."""
    if token.lower_ not in _INVERTED:
        return None
    if any(t.lower_ in _NEGATIVE for t in token.doc[max(token.sent.start, token.i - _NEAR) : token.i]):
        return None
    if token.sent.text.rstrip(" \n\"”’'").endswith("?"):
        return None
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if not own or own[0].i < token.i or (verb != token and verb.i < own[0].i):
        return None
    before = token.nbor(-1) if token.i > token.sent.start else None
    opens = before is None or before.is_punct or before.lower_ in {"that", "and", "but"}
    if any(c.tag_ in {"WP", "WRB"} or c.lower_ in _FRONTED for c in verb.lefts if c.i < token.i):
        return None
    if token.lower_ == "were":
        told = any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in verb.children)
        return verb if told and (opens or own[0].pos_ == "PRON") else None
    if token.lower_ == "had":
        return verb if opens and verb != token else None
    return verb if verb != token and (opens or verb.dep_ != "relcl") else None


def _main_verb(first: "Token", verb: "Token") -> "Token | None":
    """The verb of the main clause of an inverted condition: of the subject after its comma, else the one before it."""
    doc = first.doc
    after = doc[verb.i + 1 : first.sent.end]
    comma = next((t.i for t in after if t.text == ","), None)
    if comma is not None:
        found = next((t.head for t in doc[comma + 1 : first.sent.end] if t.dep_ in SUBJECTS), None)
        if found is not None and found.i > comma and found != verb:
            return _full_verb(found)
    before = (t for t in reversed(doc[first.sent.start : first.i]) if t.pos_ in {"VERB", "AUX"})
    return next((t for t in before if any(c.dep_ in SUBJECTS for c in t.children)), None)
