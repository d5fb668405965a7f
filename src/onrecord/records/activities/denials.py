"""Denials: an activity that is said not to be so, or not to be planned."""

from typing import TYPE_CHECKING

from onrecord.syntax import clause_verb, infinitive, lemma, modal_of, negated, owned, passive, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

DENYING = {"deny", "dismiss", "refute"}
# What somebody says, and how he says it who has it that it is not so.
_CLAIMS = {
    "claim", "report", "allegation", "accusation", "assertion", "story", "narrative", "statement", "rumor", "rumour",
    "lie", "account",
}  # fmt: skip
_FALSE = {"false", "fake", "phony", "bogus", "untrue", "baseless", "unfounded", "groundless", "wrong"}
_FALSELY = {"falsely", "wrongly", "baselessly"}
_FABRICATING = {"fabricate", "fabricated", "invent", "invented", "concoct", "concocted"}
# Of which the negation denies what is planned: "does not plan to", "is not going to", "has no intention of".
_PLANS = {"plan", "intend", "intention", "go"}
COMMITTED = {
    "agree", "decide", "vow", "decision", "order", "plan", "promise", "pledge", "intend", "prepare", "approve",
    "authority", "authorization", "authorisation",
}  # fmt: skip
_FEW = {"no", "neither", "nobody", "few", "none"}
_BUT = {"but", "except", "save", "bar"}
# Of which the negation denies it all: "the shelling is not true", "a withdrawal is not an option".
_BEING_SO = {"true", "real", "fact", "option", "aim", "goal", "possible", "certain"}


def is_disputed(token: "Token", carrier: "Token | None") -> bool:
    """ "Denies that it plans to", "fabricated claims of", "falsely asserted that": it is said not to be so.

    Only of what is told there itself: who "denies that civilians died in its attack" denies no attack.
    """
    acts = carrier is not None and token.dep_ == "nsubj" and lemma(carrier) in {"hit", "kill"}
    below = token if carrier is None or acts or is_judged(token, carrier) else carrier
    for at in below.ancestors:
        by = below.lower_ if below.dep_ == "prep" else below.dep_
        if at.pos_ == "NOUN" and lemma(at) in _CLAIMS:
            # "False claims about its attack" grant the attack, "false claims about withdrawing" no withdrawal.
            topic = by == "about" and not any(c.dep_ == "pcomp" for c in below.children)
            words = _FABRICATING if topic else _FABRICATING | _FALSE | DENYING | {"reject"}
            return by in {"of", "acl", "about"} and _is_false(at, words)
        if by in {"ccomp", "xcomp"} and at.i < below.i:
            denied = lemma(at) == "deny" and (by == "ccomp" or below.tag_ == "VBG")
            if denied or any(c.lower_ in _FALSELY for c in at.children):
                return not negated(at)
        planned = by == "acl" and lemma(at) in _PLANS | COMMITTED
        had = by == "dobj" and lemma(at) == "have"
        if not (planned or had or by in {"ccomp", "xcomp", "conj", "pobj", "pcomp", "of", "about"}):
            return False
        below = at
    return False


def _is_false(claim: "Token", words: set[str]) -> bool:
    """ "False reports", "reports are fabricated", "rejected the report"; not "reports are not false"."""
    if claim.dep_ in {"dobj", "nsubj", "nsubjpass"} and negated(claim.head):
        return False
    told = {lemma(c) for c in claim.children if c.dep_ == "amod"} | predicates(claim)
    return bool(told & words) or (claim.dep_ == "dobj" and lemma(claim.head) in words)


def is_unplanned(verb: "Token") -> bool:
    """ "Does not plan to send", "is not going to", "has no intention of sending", "it is not our plan to"."""
    at = verb
    while at.dep_ in {"xcomp", "acl", "pcomp", "ccomp", "csubj", "advcl"} and not modal_of(at):
        to = at.tag_ == "VBG" or infinitive(at)
        at = at.head.head if at.dep_ == "pcomp" and at.head.pos_ == "ADP" else at.head
        plan = at if lemma(at) in _PLANS else next((c for c in at.children if _is_plan(c) and c.i < verb.i), None)
        if not to or plan is None or (lemma(plan) == "go" and plan.tag_ != "VBG"):
            if at.dep_ == "xcomp" and to and lemma(at) in {"begin", "start", "continue", "try"}:
                continue
            return False
        if any(t.lower_ in {"only", "just", "merely", "but"} for t in plan.doc[plan.left_edge.i : plan.i]):
            return False
        if plan.pos_ == "VERB":
            return is_nobodys(plan)
        has = plan.head if plan.dep_ in {"dobj", "attr"} else None
        return negated(plan) or (has is not None and lemma(has) in {"be", "have"} and negated(has))
    return False


def _is_plan(noun: "Token") -> bool:
    return noun.dep_ == "attr" and lemma(noun) in _PLANS


def is_denied_plan(noun: "Token") -> bool:
    """ "Denied plans to", but not "denied Berg's plans to"."""
    if lemma(noun) not in COMMITTED or noun.dep_ != "dobj" or owned(noun):
        return False
    return lemma(noun.head) == "deny" and not negated(noun.head) and not passive(noun.head)


def is_judged(token: "Token", carrier: "Token | None") -> bool:
    """ "The presence is not new", "did not happen overnight": that is denied, and not that there is one."""
    if carrier is None or token.dep_ != "nsubj":
        return False
    if lemma(carrier) == "be":
        return bool(called := predicates(token)) and called.isdisjoint(_BEING_SO)
    return lemma(carrier) in {"happen", "occur"} and any(c.dep_ in {"advmod", "prep"} for c in carrier.children)


def predicates(noun: "Token") -> set[str]:
    """What a copula says of the noun: "is possible", "which is still a possibility"."""
    verbs = [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} else []
    verbs += [c for c in noun.children if c.dep_ == "relcl"]
    said = [c for v in verbs if lemma(v) == "be" for c in v.children if c.dep_ in {"acomp", "attr"}]
    # "Which are likely to raise tensions" says nothing of the noun itself.
    said = [c for c in said if c.head == noun.head or all(g.dep_ != "xcomp" for g in c.children)]
    return {lemma(c) for c in said} | {lemma(v) for v in verbs if v.tag_ == "VBN" and noun.dep_ == "nsubjpass"}


def is_nobodys(wish: "Token") -> bool:
    """ "Is not ready to", "no country is willing to", "few want to"."""
    clause = clause_verb(wish)
    few = [s for s in subjects(clause) for t in (s, *s.lefts) if t.lower_ in _FEW] if clause is not None else []
    if any(c.lower_ in _BUT for s in few for c in s.children):
        return False  # "none but Ostmark is willing to"
    return negated(wish) or clause is None or negated(clause) or bool(few)


# Under these an activity is feared, denied, tried, argued about or played, whichever noun or verb tells it.
_DOUBTS = DENYING | {
    "fear", "worry", "warn", "threaten", "threat", "oppose", "reject", "debate", "discuss", "investigate", "probe",
    "simulate", "simulation", "allege", "allegation", "accusation", "doubt", "suspect", "rumor", "rumour", "imagine",
    "dream", "pretend", "try", "attempt", "fail", "refuse", "block", "bar", "prevent", "stop", "ban", "forbid",
    "consider", "propose", "avoid", "avert", "condition", "want", "urge", "demand", "seek",
}  # fmt: skip
_DOUBTFUL = {
    "alleged", "allegedly", "supposed", "supposedly", "purported", "purportedly", "falsely", "almost", "nearly",
    "hardly", "barely", "simulated", "mock", "possible", "potential", "feared", "threatened", "hypothetical",
}  # fmt: skip
_UNSURE = {"unconfirmed", "unverified", "unproven", "untrue", "false", "baseless", "unfounded"}
_HELD = {"believe", "think"}
# Games, shows, stories, feasts and disasters, of which everyday words tell the same.
_SHOWS = {
    "film", "movie", "show", "tour", "novel", "opera", "cinema", "theatre", "theater", "museum", "gallery",
    "exhibition", "festival", "parade", "rehearsal", "anniversary", "ceremony", "wedding", "gala", "salute", "firework",
    "tourist", "game", "games", "olympic", "olympics", "goal", "match", "cup", "league", "championship",
    "championships", "regatta", "tournament", "semi-final", "final", "race", "team", "scene", "simulator", "toy",
    "flood", "flooded", "quake", "earthquake", "wildfire", "migrant", "smuggler", "robber", "gang", "charity", "drug",
    "yacht",
}  # fmt: skip


def is_doubtful(token: "Token", carrier: "Token | None") -> bool:
    """ "Denied a low pass by its jet", "fears that it trails the ship", "nobody believes that", "an alleged intercept":
    not told as so, or of a game or show."""
    if not _SHOWS.isdisjoint(lemma(t) for t in token.sent):
        return True
    main = clause_verb(token.head) if token.dep_ == "relcl" else None
    if main is not None and (tense(main) == "future" or modal_of(main) is not None):
        return True  # "ships that enter its waters will be expelled"
    beside = {c.lower_ for t in (token, carrier) if t is not None for c in t.children}
    below = token
    for at in (token, *token.ancestors):
        if at != token and (lemma(at) in _DOUBTS | _UNSURE or (lemma(at) in _HELD and is_nobodys(at))):
            return True
        if any(c.dep_ == "attr" and lemma(c) in {"lie", "myth"} for c in (at, *at.children)):
            return True
        if predicates(at) & _UNSURE or (at.pos_ == "NOUN" and any(c.lower_ in _DOUBTFUL for c in at.children)):
            return True
        if at != token and below.dep_ in {"acl", "advcl", "relcl", "parataxis"}:
            break
        if at.dep_ == "conj" and at.pos_ == "VERB" and any(c.dep_ == "nsubj" for c in at.children):
            break
        below = at
    return not beside.isdisjoint(_DOUBTFUL)
