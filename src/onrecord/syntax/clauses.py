"""Clauses: who does it, when, and whether it is denied."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Tense = Literal["past", "present", "future", "none"]

# Tags of finite verbs, and of those among them that have a tense.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TENSED = FINITE - {"MD"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
_SUBJECT_CONTROL = {
    "promise", "use", "need", "take", "have", "give", "make", "do", "spend", "phone", "telephone", "meet", "visit",
}  # fmt: skip
# What whoever summons somebody does himself.
_COMPLAINING = {"complain", "protest", "demand", "lodge", "express", "convey", "voice", "register"}
# What goes on with "said".
_TELLING = {"accuse", "urge", "warn"}
_PLANNING = {"plan", "intend", "expect", "set", "prepare", "go", "be", "due", "schedule"}
_NEGATIONS = {"not", "n't", "n’t", "never", "no", "nobody", "nothing", "neither", "nor", "none", "hardly", "without"}


def lemma(token: "Token") -> str:
    """The token's lemma in lower case, typographic apostrophes made straight."""
    return (token.lemma_ or token.text).lower().replace("’", "'")


def clause_verb(token: "Token") -> "Token | None":
    """The nearest verb or copula at or above the token."""
    for at in (token, *token.ancestors):
        if at.pos_ in {"VERB", "AUX"}:
            return at
    return None


def subjects(verb: "Token") -> "list[Token]":
    """Subjects of the verb; a coordinated or open clause takes those of the verb it hangs on.

    "Russia denied it and accused Kyiv": the subject of "accused" is "Russia". Where the verb above has an object
    before the open clause, the object is the subject (object control): "urged Kyiv to wait", "called on Kyiv to wait";
    but "summoned the envoy to complain".
    A verb joined to what somebody says may have his subject: "says the drills are a threat and demands their end".
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own or verb.dep_ not in {"conj", "xcomp"} or verb.head == verb:
        return own
    if (teller := _goes_on_telling(verb)) is not None:
        return subjects(teller)
    complains = lemma(verb.head) == "summon" and lemma(verb) in _COMPLAINING
    if verb.dep_ == "xcomp" and lemma(verb.head) not in _SUBJECT_CONTROL and not complains:
        objects = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
        called = [c for c in verb.head.children if c.dep_ == "prep" and c.lower_ in {"on", "upon"} and c.i < verb.i]
        # "Decided on Thursday to wait" calls on nobody.
        objects += [g for c in called for g in c.children if g.dep_ == "pobj" and g.ent_type_ not in {"DATE", "TIME"}]
        if objects:
            return objects
    return subjects(verb.head)


def _goes_on_telling(verb: "Token") -> "Token | None":
    """The verb of saying that a verb goes on with, where the parser joins it to what is said but its form does not fit.

    "Says the boats crossed the line and demands", "said it is armed and urged"; not "says it broke off and wants", nor
    "said it is armed and took the lock", where the form decides nothing.
    """
    said = verb.head
    while said.dep_ == "conj":
        said = said.head
    own, inner, outer = (_finite(v) for v in (verb, said, said.head))
    if said.dep_ != "ccomp" or said.i < said.head.i or own is None or inner is None or outer is None:
        return None
    if any(c.dep_ == "mark" for c in verb.lefts) or own.tag_ == "MD":
        return None
    several = inner.tag_ == "VBD" and any(_plural(c) for c in said.lefts if c.dep_ in SUBJECTS)
    if own.tag_ == outer.tag_ == "VBZ" and (inner.tag_ == "VBP" or several):
        return said.head
    if own.tag_ == outer.tag_ == "VBP" and inner.tag_ == "VBZ":
        return said.head
    told_past = own.tag_ == outer.tag_ == "VBD" and inner.tag_ in {"VBZ", "VBP", "MD"}
    return said.head if told_past and said.tag_ != "VBN" and lemma(verb) in _TELLING else None


def _finite(verb: "Token") -> "Token | None":
    """The word of a verb group that has tense and number."""
    group = [*(c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb]
    return next((t for t in group if t.tag_ in FINITE), None)


def is_finite(verb: "Token") -> bool:
    """Whether its verb group has tense or a modal: not "to wait", nor "suspected of waiting"."""
    mistaken = verb.tag_ == "VBN" and any(c.dep_ == "nsubj" for c in verb.lefts)  # a past tense, as taggers take it
    return mistaken or _finite(verb) is not None


def _plural(noun: "Token") -> bool:
    return noun.tag_ == "NNS" or any(c.dep_ == "conj" for c in noun.rights)


# Relative pronouns of those who do something.
RELATIVES = frozenset({"who", "which", "that"})


def antecedent(subject: "Token") -> "Token":
    """What a relative pronoun stands for: "the allies, who fear ...", "it is the allies that fear ..." -> "allies"."""
    verb = subject.head
    if subject.lower_ not in RELATIVES:
        return subject
    if verb.dep_ == "relcl":
        return verb.head
    cleft = verb.dep_ in {"ccomp", "advcl"} and subject.tag_ in {"WDT", "WP"} and lemma(verb.head) == "be"
    return next((c for c in verb.head.children if cleft and c.dep_ == "attr" and c.i < subject.i), subject)


def infinitive(verb: "Token") -> bool:
    """ "To wait"."""
    return any(c.tag_ == "TO" for c in verb.children)


def passive(verb: "Token") -> bool:
    """Whether the verb is in the passive."""
    return any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children)


def negated(token: "Token") -> bool:
    """Whether the verb, its auxiliaries, its subject or the noun's determiner deny it.

    "isn't on the table", "nobody is talking about", "has no intention", "left without agreeing to it"
    """
    if (token.dep_ == "pcomp" and token.head.lower_ == "without") or _denied_with_another(token):
        return True
    for child in token.children:
        if child.dep_ == "neg" or lemma(child) in {"not", "never", "n't"}:
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "det", "preconj", "dobj"} and lemma(child) in _NEGATIONS:
            return True
        if child.dep_ in _DENIABLE and any(lemma(g) in _DENYING for g in child.children if g.i < child.i):
            return True
    return False


def _denied_with_another(verb: "Token") -> bool:
    """ "Neither accepted nor recognised it", "did not sign or recognise it", "would not sign, nor will it pay"."""
    if verb.dep_ != "conj" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    joined = joint(verb)
    alike = verb.tag_ == verb.head.tag_ and not any(c.dep_ in {*SUBJECTS, "aux", "auxpass"} for c in verb.children)
    return joined == "nor" or (joined == "or" and alike and negated(verb.head))


def joint(verb: "Token") -> str | None:
    """What joins it to the one right before: "neither signed nor paid but left": "nor" of "paid", "but" of "left"."""
    others = [verb.head, *(t for t in verb.conjuncts if t != verb.head)]
    words = [c for t in others for c in t.rights if c.dep_ == "cc" and c.i < verb.i]
    last = max(words, key=lambda c: c.i, default=None)
    return None if last is None or any(last.i < t.i < verb.i for t in others) else last.lower_


def hardly(token: "Token") -> bool:
    """Whether an adverb beside it all but denies it: "is hardly open", "is no longer worrying", "of little concern"."""
    return any(c.lower_ in _HARDLY for c in token.children)


def no_longer(verb: "Token") -> bool:
    """Whether it has ended: "no longer supports it".

    Not where only a part of it has: "no longer bombs by day but by night", "no longer bombs bridges only".
    """
    longer = next((c for c in verb.children if c.lower_ == "longer" and any(g.lower_ == "no" for g in c.lefts)), None)
    if longer is None or any(c.dep_ in _PARTLY and c != longer for c in verb.rights):
        return False
    if any(t.lower_ == "than" for t in verb.doc[longer.i + 1 : longer.i + 2]):
        return False
    return not any(t.lower_ in _ONLY or _is_contrast(t) for t in verb.subtree if t.i > longer.i)


def _is_contrast(word: "Token") -> bool:
    return word.lower_ == "but" and not any(c.pos_ in {"VERB", "AUX"} for c in word.head.conjuncts)


def not_only(verb: "Token") -> bool:
    """Whether "not" says that there is more: "not only said that it would"."""
    return any(c.lower_ in _ONLY or (c.dep_ in {"neg", "preconj"} and c.nbor(1).lower_ in _ONLY) for c in verb.lefts)


def asks(clause: "Token") -> bool:
    """Whether the clause begins as a question: "why it refused", "how many it sank"; not "whether it did"."""
    return any(t.tag_[:1] == "W" for t in clause.doc[clause.left_edge.i : clause.i])


def left_undone(verb: "Token") -> bool:
    """ "Failed to condemn it", "has yet to sign", "stopped short of leaving", "rather than leave": nobody does it."""
    while verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG"} and verb.tag_ == verb.head.tag_:
        verb = verb.head
    by = verb.head
    if any(c.lower_ == "than" and c.nbor(-1).lower_ == "rather" for c in verb.lefts):
        return True
    if verb.dep_ == "xcomp":
        late = lemma(by) == "have" and any(c.lower_ == "yet" for c in (*by.children, *verb.lefts))
        return late or (lemma(by) in _UNDOING and not negated(by))
    if verb.dep_ != "pcomp":
        return False
    before = by.nbor(-1).lower_ if by.i else ""
    almost = before in _ALMOST or (before, by.lower_) in {("rather", "than"), ("instead", "of")}
    above = clause_verb(by.head)
    return (lemma(by.head) in _REFRAINING if by.lower_ == "from" else almost) and (above is None or not negated(above))


def unsaid(clause: "Token") -> bool:
    """ "Did not say that it would sign", "gave no sign that it would": neither yes nor no.

    Not "did not say why it refused", "not only said that it refused", "cannot say often enough that it refuses".
    """
    by = clause.head
    if not negated(by) or not_only(by) or modal_of(by) in {"can", "could", "ca"} or asks(clause):
        return False
    return lemma(by) in (_SAYING if clause.dep_ == "ccomp" else _SIGNS if clause.dep_ in {"acl", "relcl"} else ())


# What is not said, and of what there is no sign.
_SAYING = {"say", "declare", "indicate", "signal", "confirm"}
_SIGNS = {"sign", "indication", "hint", "signal"}
# What is not done: behind these verbs, behind these words and a preposition ("on the verge of"), and with "from".
_UNDOING = {"avoid", "fail", "neglect", "omit", "forget"}
_ALMOST = {"short", "point", "verge", "brink", "close"}
_REFRAINING = {"refrain", "abstain", "desist", "shy", "shrink", "back"}
# By these a denial is of a part only: "no longer bombs bridges only", "not only said".
_PARTLY = {"advmod", "npadvmod"}
_ONLY = {"only", "just", "merely", "solely", "simply", "alone"}
_HARDLY = {"hardly", "barely", "scarcely", "longer", "less", "little", "scant", "no"}
_DENIABLE = {"nsubj", "nsubjpass", "dobj", "attr"}
_DENYING = {"no", "neither", "not"}


def modal_of(verb: "Token") -> str | None:
    """The modal of the verb group, if any, "will" and "would" included."""
    for child in verb.children:
        if child.tag_ == "MD":
            return lemma(child)
    return None


def conditional(verb: "Token") -> bool:
    """Whether the clause is a condition or left open: "if it closes", "whether they meet".

    Not what begins otherwise and is begun anew: "that if it — if it closes, they will meet".
    """
    first = next((c for c in verb.children if c.dep_ == "mark"), None)
    return first is not None and first.lower_ in {"if", "unless", "whether"}


def is_question(sentence: "Span") -> bool:
    """Whether a question mark ends the sentence, closing quotation marks left out."""
    ends = (token.text.rstrip(" \"”’'") for token in reversed(sentence))
    return next(filter(None, ends), "").endswith("?")


def tense(verb: "Token") -> Tense:
    """Tense of the verb group; "will", "shall", "is going to", "is to" make it future."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(lemma(a) in {"will", "shall", "'ll"} for a in auxiliaries):
        return "future"
    if verb.tag_ == "VBG" and lemma(verb) == "go" and any(c.dep_ == "xcomp" for c in verb.children):
        return "future"
    finite = _finite(verb)
    if finite is None:
        return _tense_above(verb)
    if finite.tag_ == "MD":
        return "past" if any(a.lemma_ == "have" for a in auxiliaries) else "none"
    if finite.tag_ == "VBD":
        return "past"
    if lemma(finite) in {"have", "'ve"} and finite != verb:
        return "past"
    return "present"


def _tense_above(verb: "Token") -> Tense:
    """An infinitive is as future as what governs it; in a headline ("Envoys to meet") it is future."""
    if infinitive(verb):
        return "future"
    if verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
        return tense(verb.head)
    return "none"


def lies_ahead(verb: "Token") -> bool:
    """Whether the act is still to come: "will demand", "plans to demand".

    Other infinitives ("was reluctant to demand", "allowed it to annex") tell no time of their own.
    """
    if infinitive(verb):
        return verb.dep_ == "ROOT" or (verb.dep_ == "xcomp" and lemma(verb.head) in _PLANNING)
    return tense(verb) == "future"


# What of somebody is behind "from" as it is in his name: "praise from Ostmark".
VOICED = frozenset({"praise", "criticism", "condemnation", "rebuke", "denunciation", "objection"})
_DRAWING = {"draw", "win", "earn", "provoke", "prompt", "attract", "elicit", "trigger", "spark"}


def voiced(verb: "Token") -> "list[Token]":
    """What somebody named behind "from" voices: "drew a rebuke from Ostmark", "criticism came from Ostmark".

    Not "hopes to draw", "never drew", "would draw", "if it draws".
    """
    told = verb.tag_ != "VB" and verb.dep_ not in {"xcomp", "pcomp"} and modal_of(verb) is None
    if not told or negated(verb) or hardly(verb) or conditional(verb):
        return []
    roles = ("nsubj", "attr", "dobj") if lemma(verb) == "come" else ("dobj",) if lemma(verb) in _DRAWING else ()
    return [c for c in verb.children if c.dep_ in roles and lemma(c) in VOICED]


def verb_group(verb: "Token") -> "Span":
    """The verb with its auxiliaries, negation ("no longer" too) and particle, as one contiguous span."""
    parts = [verb.i] + [c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "prt"}]
    parts += [c.left_edge.i for c in verb.lefts if c.lower_ == "longer"]
    near = [i for i in parts if abs(i - verb.i) <= 6]
    return verb.doc[min(near) : max(near) + 1]
