"""States of activities: done, under way, planned, called off, proposed or denied, and what is told as no activity."""

from typing import TYPE_CHECKING

from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag
from onrecord.records.activities.circumstances import MEASURES, OF_ITS_OWNER, is_under
from onrecord.syntax import (
    clause_verb,
    conditional,
    is_question,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    passive,
    subjects,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Told = tuple[tuple[Flag, ...], ActivityState]

# Verbs that say that an activity named by a noun takes place.
_CARRYING = {
    "hold", "stage", "conduct", "begin", "start", "launch", "continue", "plan", "announce", "complete", "step", "run",
    "increase", "grow", "expand", "carry", "intensify", "resume", "order", "make", "fly", "schedule", "see", "be",
    "include", "involve", "take", "finish", "end", "wrap", "mount", "prepare", "report", "observe", "approve",
    "authorize", "authorise", "promise", "pledge", "strengthen", "boost", "bolster", "maintain", "have", "provide",
    "deliver", "accelerate", "hit", "kill", "send", "execute", "perform", "commit", "receive", "reinforce", "deepen",
    "extend", "build", "beef", "host", "expedite", "rush", "speed", "happen", "occur", "materialize", "materialise",
}  # fmt: skip
_CEASING = {"stop", "cease", "abate", "subside"}
_STOPPING = _CEASING | {
    "halt", "cancel", "suspend", "avoid", "prevent", "limit", "cut", "scrap", "pause", "freeze", "postpone", "delay",
    "defer",
}  # fmt: skip
_CALLED_OFF = {"cancel", "scrap", "call"}
_POSTPONING = {"postpone", "delay", "defer", "put"}
# What is only settled by these nouns, "dismissed the testing of missiles", and what is against it.
_ARRANGED = {"stationing", "arrival", "testing", "placement"}
_AGAINST = {"reject", "oppose", "ban", "rule"}
_DENYING = {"deny", "dismiss", "refute"}
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
_BY_CUSTOM = {"historically", "traditionally", "usually", "normally", "generally"}
SIZES = MEASURES | {
    "size", "tempo", "intensity", "scale", "frequency", "pace", "scope", "rate", "round", "wave", "level",
}  # fmt: skip
# What goes on by its nature where it is told in the perfect: "has massed troops", "has grown its drills".
_GOING_ON = {"increase", "grow", "expand", "intensify", "mass", "amass", "build", "boost", "step", "strengthen", "beef"}
_DECIDED = {
    "plan",
    "announce",
    "schedule",
    "prepare",
    "order",
    "approve",
    "authorize",
    "authorise",
    "promise",
    "pledge",
}
_COMMITTED = {
    "agree",
    "decide",
    "vow",
    "decision",
    "order",
    "plan",
    "promise",
    "pledge",
    "intend",
    "prepare",
    "approve",
    "authority",
    "authorization",
    "authorisation",
}
_STARTED = {
    "begin", "start", "continue", "proceed", "go", "keep", "force", "lead", "cause", "manage", "help", "move",
    "try", "attempt",
}  # fmt: skip
_UNDER_WAY: frozenset[ActivityWhat] = frozenset({"build-up", "exercise", "joint exercise"})
_REPEATED: frozenset[ActivityWhat] = frozenset({"transfer", "flight"})
_LASTING = {"occupation", "blockade", "assistance", "aid"}
_CONTINUED = {
    "continued", "continuing", "ongoing", "current", "persistent", "relentless", "constant", "continuous", "daily",
    "regular", "systematic", "increasing", "increasingly", "growing",
}  # fmt: skip
_PAST = {"recent", "previous", "past", "earlier", "completed"}
_POSSIBLE = {
    "potential", "possible", "imminent", "feared", "threatened", "likely", "possibility", "likelihood", "prospect",
}  # fmt: skip
_PLANNED = {"planned", "upcoming", "scheduled"}
_MAYBE = {"could", "would", "might", "may", "'d"}
_DUE = {"must", "should", "can", "ought"}
# What stands over an event that is only asked for, or forbidden.
_ASKED = {
    "demand", "call", "urge", "insist", "ask", "want", "seek", "request", "need", "require", "appeal", "press", "push",
    "rule", "exclude", "preclude", "prohibit", "renounce", "importance", "necessity", "urgency",
}  # fmt: skip
# Asked for with a clause: "demands that it pull back"; "insists that it has" does not.
_DEMANDED = {"demand", "request", "require", "urge", "ask"}
_SUGGESTED = {"propose", "suggest", "proposal", "suggestion"}
_FEW = {"no", "neither", "nobody", "few", "none"}
_DOUBTED = {"deny", "doubt", "false", "untrue"}
_WISHED = {"want", "seek", "hope", "wish", "aim", "eager", "keen", "ready", "willing"}
_FAVOURED = {"support", "oppose", "favor", "favour", "back", "advocate", "rule"}
_BARGAINED = {
    "event", "exchange", "offer", "condition", "propose", "accept", "tolerate", "consider", "agree", "deal", "go-ahead",
    "ahead", "permission",
}  # fmt: skip
# What stands over an event that has not happened, or an indefinite one: "respond to any attack", "a further attack".
_UNREAL = {
    "respond", "event", "go-ahead", "mediate", "persuade", "resist", "fear", "warn", "warning", "threat", "prevent",
    "deter", "prepare", "risk", "case", "possibility", "likelihood", "avert", "avoid", "refrain", "consequence",
    "threaten", "pretext", "worry", "danger", "scenario", "stop", "defend", "against", "allow", "withstand", "repel",
    "plan", "deterrence", "defense", "defence", "response", "capability", "ability", "capable", "able",
    "justification", "justify",
}  # fmt: skip
_PROSPECTS = {"threat", "possibility", "risk", "prospect", "likelihood", "danger", "chance", "fear"}
# What is told in a clause of these is imagined: "a scenario where Ostmark invades".
_IMAGINED = _PROSPECTS | {"scenario", "idea", "notion", "pretext"}
_SUPPOSING = {"suppose", "imagine", "assume"}
# What forestalls an event even where it is told of as known: "deter Russian aggression".
_FORESTALLED = {
    "deter", "prevent", "avert", "avoid", "possibility", "likelihood", "prospect", "pretext", "threaten", "case",
    "event", "deterrence", "prepare", "prepared",
}  # fmt: skip
# The same of a single one: "warned of a Russian attack".
_FEARED = _FORESTALLED | {
    "fear", "warn", "warning", "threat", "risk", "worry", "danger", "scenario", "chance", "refrain", "poised",
    "precursor", "prelude", "preparation", "justify", "justification",
}  # fmt: skip
# Of these an indefinite one has hardly happened: "justify an invasion".
_WHOLE_WARS = {"invasion", "incursion", "offensive", "annexation", "occupation", "aggression", "blockade"}
# Told of without an article where they are known.
_MASS = {"aggression", "shelling", "bombing", "bombardment", "fire"}
# What is only held up where it is delayed: "snow delayed the attack".
_ATTACKS = _WHOLE_WARS | _MASS | {"attack", "assault", "advance", "strike", "raid"}
_INDEFINITE = {"any", "no", "further", "another", "renewed", "future", "full-scale"}


def carrier_of(token: "Token") -> "Token | None":
    """The verb that says the activity takes place, or stops: the verb itself, or what governs the noun.

    "Ostmark increased the number of its flights": "increased".
    """
    if token.pos_ == "VERB":
        return token
    if is_under(token):
        return token.head.head if token.head.head.pos_ in {"VERB", "AUX"} else None
    at = token
    while at.dep_ == "pobj" and at.head.lower_ in {"of", "in", "with"} and lemma(at.head.head) in SIZES:
        at = at.head.head
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    if (
        at.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
        and not _is_late(at)
        and (lemma(at.head) in _CARRYING | _STOPPING or _is_called_off(at.head))
    ):
        return at.head
    up = at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.lower_ in {"up", "out", "on", "with"}
    if up and lemma(at.head.head) in {"step", "beef", "go", "carry"}:
        return at.head.head
    return None


def _is_late(noun: "Token") -> bool:
    """ "The test put off the talks", "snow delayed the attack", "was delayed but began": it takes place."""
    if lemma(noun.head) not in _POSTPONING:
        return False
    came = noun.dep_ == "nsubj" or any(c.lower_ == "but" for c in noun.head.children)
    return came or (lemma(noun.head) == "delay" and lemma(noun) in _ATTACKS)


def _is_in_unreal(token: "Token") -> bool:
    """Whether it is part of what is only feared or prevented: "prevent an invasion that involves the seizure of"."""
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    return clause is not None and bool((over(clause.head) | {lemma(clause.head)}) & _UNREAL)


def is_unreal(token: "Token") -> bool:
    """Whether the noun stands under words that only fear it, ask for it or deal about it."""
    return bool(over(token) & (_UNREAL | _BARGAINED | _ASKED))


def is_perfect(verb: "Token | None") -> bool:
    """ "has begun", "have massed"."""
    return verb is not None and any(c.dep_ == "aux" and lemma(c) in {"have", "'ve"} for c in verb.children)


def stopped(token: "Token", carrier: "Token | None") -> bool:
    """Whether the verb stops what the noun names: "cancelled the drills", "promised to end the occupation"."""
    if carrier is None or carrier == token:
        return False
    to_end = lemma(carrier) == "end" and carrier.tag_ in {"VB", "VBG"} and any(c.dep_ == "dobj" for c in carrier.rights)
    return lemma(carrier) in _STOPPING or to_end or _is_called_off(carrier)


def _is_called_off(verb: "Token") -> bool:
    """ "Called off the drills", "put off the test"; "the shelling let up"."""
    particle = {"call": "off", "let": "up", "put": "off"}.get(lemma(verb))
    return particle is not None and any(c.dep_ == "prt" and c.lower_ == particle for c in verb.children)


def over(token: "Token") -> set[str]:
    """Lemmas over the token, up to and with the first clause that governs it, whoever says that clause."""
    found = set()
    for at in token.ancestors:
        if lemma(at) != "call" or any(c.lower_ in {"for", "on", "upon"} or c.dep_ == "xcomp" for c in at.children):
            found.add(lemma(at))  # "called it an attack" calls for none
        if at.pos_ in {"VERB", "AUX"} and at.dep_ not in {"xcomp", "pcomp"}:
            break
    return found


def told_of(token: "Token", carrier: "Token | None", what: ActivityWhat) -> Told | None:
    """Flags and state; none where the words only fear, ask for or imagine it.

    Force that may be used is no activity; a deployment or withdrawal that may come is a proposed one.
    """
    told = _told(token, carrier, what)
    if told is not None and told[1] in {"planned", "under way", "done"}:
        verb = carrier or token
        if _is_supposed(verb) or (told[1] == "planned" and _depends(verb)):
            told = ("hypothetical",), "proposed"
    if told is not None and told[1] == "proposed" and what in {"use of force", "test", "flight"}:
        return None
    return told


def _told(token: "Token", carrier: "Token | None", what: ActivityWhat) -> Told | None:
    verb = carrier or token
    if token.pos_ == "VERB" and _is_called_off(token):
        return None
    if carrier is not None and stopped(token, carrier):
        # "The shelling does not stop", "is not letting up".
        if lemma(carrier) in {*_CEASING, "let"} and token.dep_ == "nsubj" and negated(carrier):
            if modal_of(carrier) is not None or token.sent.text.rstrip().endswith("?"):
                return None
            now = any(c.dep_ == "aux" and c.tag_ in {"VBP", "VBZ"} for c in carrier.children)
            return (), "under way" if now else "done"
        return _of_stopped(token, carrier)
    granted = verb.dep_ in {"acl", "relcl"} or (carrier is None and any(c.dep_ == "poss" for c in token.children))
    granted &= not any(modal_of(a) or conditional(a) for a in verb.ancestors)  # "will the attack ever come?"
    if (is_question(verb.sent) and not granted) or _is_asked(verb) or _under_condition(verb):
        return None
    above = over(token)
    if what in {"deployment", "test", "build-up"} and lemma(token) in _ARRANGED and above & _AGAINST:
        return None
    if _is_demanded(verb):
        return (("hypothetical",), "proposed") if lemma(verb.head) in _SUGGESTED else None
    denied = lemma(token) in _ARRANGED and bool(above & _DENYING) and not negated(verb.head)
    denied |= verb.dep_ == "acl" and _is_denied_plan(verb.head)
    if denied or _is_disputed(token, carrier) or (carrier is not None and _is_unplanned(carrier)):
        return ("negated",), "denied"
    judged = _is_judged(token, carrier)
    if judged and negated(carrier or token):
        carrier = None  # "the presence is not new"
    none_such = verb.dep_ in {"acl", "relcl"} and negated(verb.head)  # "there are no troops massing"
    if none_such or _is_negated(token) or (carrier is not None and negated(carrier)):
        lefts = {c.lower_ for c in token.lefts}
        first = "first" in lefts and (token.dep_ == "attr" or "not" in lefts)  # "not the first shelling"
        if first or any(c.lower_ in {"just", "only", "merely"} for t in (token, verb) for c in t.children):
            return (), "done"  # "this is not just an invasion"
        aux = {c.tag_ for c in verb.children if c.dep_ == "aux"}
        decided = lemma(verb.head) in {"decide", "opt", "choose"}  # "decided not to send"
        finite = none_such or decided or ((verb.tag_ != "VBG" or aux) and ("TO" not in aux or is_perfect(verb)))
        custom = any(c.lower_ in _BY_CUSTOM for c in verb.children)
        return (("negated",), "denied") if finite and not custom and modal_of(verb) is None else None
    modifiers = {t.lower_ for t in token.children}
    lasts = what == "use of force" or lemma(token) == "presence"
    past = lasts and any(c.dep_ == "poss" for c in token.children)  # "its invasion"
    past |= lemma(token) == "annexation" and any(c.lower_ == "the" for c in token.children)
    if token.pos_ != "VERB" and not past and (above & _ASKED or _is_in_unreal(token)):
        return None
    called = modifiers | _predicates(token)
    if called & _POSSIBLE or (token.pos_ != "VERB" and above & _BARGAINED and not past):
        return ("hypothetical",), "proposed"
    if modifiers & _PLANNED or due(token) is not None:
        return None if negated(token.head) and due(token) is not None else (("planned",), "planned")
    if carrier is None:
        return _of_noun(token, what)
    return _of_verb(token, carrier, what)


def _is_demanded(verb: "Token") -> bool:
    """ "Insists that all forces be withdrawn", "demands that it pull back", "a request that troops leave"."""
    if verb.pos_ != "VERB" or verb.dep_ not in {"ccomp", "acl"}:
        return False
    group = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    bare = next((t for t in group if t.tag_ in {"VBD", "VBZ", "VBP", "MD", "TO", "VBG"}), None) is None
    subjunctive = bare and any(t.tag_ == "VB" for t in group) and bool(subjects(verb))
    words = _DEMANDED
    if any(s.tag_ in {"NN", "NNP"} or s.lower_ in {"he", "she", "it"} for s in subjects(verb)):
        words = _DEMANDED | _SUGGESTED  # "suggests that it send"; but "reports suggest that they shell"
    asked = verb.head.i < verb.i and lemma(verb.head) in words
    return subjunctive or (asked and any(t.tag_ in {"VBP", "VB"} for t in group) and len(group) == 1)


def _is_disputed(token: "Token", carrier: "Token | None") -> bool:
    """ "Denies that it plans to", "fabricated claims of", "falsely asserted that": it is said not to be so.

    Only of what is told there itself: who "denies that civilians died in its attack" denies no attack.
    """
    acts = carrier is not None and token.dep_ == "nsubj" and lemma(carrier) in {"hit", "kill"}
    below = token if carrier is None or acts or _is_judged(token, carrier) else carrier
    for at in below.ancestors:
        by = below.lower_ if below.dep_ == "prep" else below.dep_
        if at.pos_ == "NOUN" and lemma(at) in _CLAIMS:
            # "False claims about its attack" grant the attack, "false claims about withdrawing" no withdrawal.
            topic = by == "about" and not any(c.dep_ == "pcomp" for c in below.children)
            words = _FABRICATING if topic else _FABRICATING | _FALSE | _DENYING | {"reject"}
            return by in {"of", "acl", "about"} and _is_false(at, words)
        if by in {"ccomp", "xcomp"} and at.i < below.i:
            denied = lemma(at) == "deny" and (by == "ccomp" or below.tag_ == "VBG")
            if denied or any(c.lower_ in _FALSELY for c in at.children):
                return not negated(at)
        planned = by == "acl" and lemma(at) in _PLANS | _COMMITTED
        had = by == "dobj" and lemma(at) == "have"
        if not (planned or had or by in {"ccomp", "xcomp", "conj", "pobj", "pcomp", "of", "about"}):
            return False
        below = at
    return False


def _is_false(claim: "Token", words: set[str]) -> bool:
    """ "False reports", "reports are fabricated", "rejected the report"; not "reports are not false"."""
    if claim.dep_ in {"dobj", "nsubj", "nsubjpass"} and negated(claim.head):
        return False
    told = {lemma(c) for c in claim.children if c.dep_ == "amod"} | _predicates(claim)
    return bool(told & words) or (claim.dep_ == "dobj" and lemma(claim.head) in words)


def _is_unplanned(verb: "Token") -> bool:
    """ "Does not plan to send", "is not going to", "has no intention of sending", "it is not our plan to"."""
    at = verb
    while at.dep_ in {"xcomp", "acl", "pcomp", "ccomp", "csubj", "advcl"} and not modal_of(at):
        to = at.tag_ == "VBG" or any(c.tag_ == "TO" for c in at.children)
        at = at.head.head if at.dep_ == "pcomp" and at.head.pos_ == "ADP" else at.head
        plan = at if lemma(at) in _PLANS else next((c for c in at.children if _is_plan(c) and c.i < verb.i), None)
        if not to or plan is None or (lemma(plan) == "go" and plan.tag_ != "VBG"):
            if at.dep_ == "xcomp" and to and lemma(at) in {"begin", "start", "continue", "try"}:
                continue
            return False
        if any(t.lower_ in {"only", "just", "merely", "but"} for t in plan.doc[plan.left_edge.i : plan.i]):
            return False
        if plan.pos_ == "VERB":
            return negated(plan) or any(t.lower_ in _FEW for s in subjects(plan) for t in (s, *s.lefts))
        has = plan.head if plan.dep_ in {"dobj", "attr"} else None
        return negated(plan) or (has is not None and lemma(has) in {"be", "have"} and negated(has))
    return False


def _is_plan(noun: "Token") -> bool:
    return noun.dep_ == "attr" and lemma(noun) in _PLANS


def _is_negated(token: "Token") -> bool:
    """ "No shelling", "not a drill"; of "a build-up, not a withdrawal" the second."""
    if token.pos_ == "VERB" or not negated(token):
        return negated(token)
    return any(lemma(c) in {"no", "not", "neither", "never", "n't"} and c.i < token.i for c in token.children)


def _predicates(noun: "Token") -> set[str]:
    """What a copula says of the noun: "is possible", "which is still a possibility"."""
    verbs = [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} else []
    verbs += [c for c in noun.children if c.dep_ == "relcl"]
    said = [c for v in verbs if lemma(v) == "be" for c in v.children if c.dep_ in {"acomp", "attr"}]
    # "Which are likely to raise tensions" says nothing of the noun itself.
    said = [c for c in said if c.head == noun.head or all(g.dep_ != "xcomp" for g in c.children)]
    return {lemma(c) for c in said} | {lemma(v) for v in verbs if v.tag_ == "VBN" and noun.dep_ == "nsubjpass"}


def _is_judged(token: "Token", carrier: "Token | None") -> bool:
    """ "The presence is not new", "did not happen overnight": that is denied, and not that there is one."""
    if carrier is None or token.dep_ != "nsubj":
        return False
    if lemma(carrier) == "be":
        return bool(called := _predicates(token)) and called.isdisjoint(_BEING_SO)
    return lemma(carrier) in {"happen", "occur"} and any(c.dep_ in {"advmod", "prep"} for c in carrier.children)


# Of which the negation denies it all: "the shelling is not true", "a withdrawal is not an option".
_BEING_SO = {"true", "real", "fact", "option", "aim", "goal", "possible", "certain"}


def due(token: "Token") -> "Token | None":
    """What it is about to do: "the drills are due to run from Monday", "are expected to begin"."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    awaited = [token.head, *(c for c in token.head.children if c.dep_ == "acomp")]
    to = (c for d in awaited if lemma(d) in _DUE_TO for c in d.children if c.dep_ == "xcomp")
    begun = (c for c in to if lemma(c) in _BEGUN or any(g.lower_ == "from" for g in c.children))
    return next((c for c in begun if all(lemma(g) == "place" for g in c.children if g.dep_ == "dobj")), None)


_DUE_TO = {"due", "set", "schedule", "slate", "expect"}
_BEGUN = {"begin", "start", "take", "hold", "happen"}


def _is_denied_plan(noun: "Token") -> bool:
    """ "Denied plans to", but not "denied Berg's plans to"."""
    if lemma(noun) not in _COMMITTED or noun.dep_ != "dobj" or any(c.dep_ == "poss" for c in noun.lefts):
        return False
    return lemma(noun.head) == "deny" and not negated(noun.head) and not passive(noun.head)


def _of_stopped(token: "Token", carrier: "Token") -> Told | None:
    """ "Cancelled the drills", "agreed to scrap the test", "postponed the drills": they do not take place."""
    if lemma(carrier) not in _CALLED_OFF | _POSTPONING or is_question(carrier.sent):
        return None  # what is halted or suspended has been going on
    chain = [carrier, carrier.head, *([clause] if (clause := clause_verb(carrier.head)) is not None else [])]
    bargained = (over(carrier) & (_ASKED | _UNREAL | _BARGAINED | _DOUBTED)) - {"agree", "plan"}
    if any(negated(v) for v in chain) or bargained or modal_of(carrier) is not None or _under_condition(carrier):
        return None
    if any(c.tag_ == "TO" for c in carrier.children) and lemma(carrier.head) not in _COMMITTED:
        return None
    return ("negated",), "postponed" if lemma(carrier) in _POSTPONING else "cancelled"


def _is_asked(verb: "Token") -> bool:
    """ "The question is: will Ostmark invade": also where no mark ends the sentence."""
    will = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in {"will", "would", "did", "does"}), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return will is not None and subject is not None and will.i < subject.i < verb.i


def _of_noun(token: "Token", what: ActivityWhat) -> Told | None:
    modifiers = {t.lower_ for t in token.children}
    if token.dep_ == "pobj" and token.head.lower_ == "of" and lemma(token.head.head) in _PROSPECTS:
        return ("hypothetical",), "proposed"
    owned = any(c.dep_ == "poss" or c.ent_type_ in {"GPE", "NORP", "ORG"} for c in token.lefts)
    whose = {"by", "of"} if lemma(token) in OF_ITS_OWNER else {"by"}
    owned |= any(c.lower_ in whose for c in token.children)
    pointed = _is_pointed_at(token)
    above = over(token)
    if what == "use of force" and not pointed and is_indefinite(token):
        unsure = _FORESTALLED if lemma(token) in _MASS else _FEARED
        does = token.head if token.dep_ == "nsubj" else None
        maybe = does is not None and modal_of(does) in {"could", "would"} and not is_perfect(does)
        forestalled = does is None and "fail" not in above and above & unsure
        if forestalled or (maybe and lemma(token.head) not in {"amount", "constitute"}):
            return ("hypothetical",), "proposed"
    owned |= pointed
    if (modifiers & _INDEFINITE and not owned and what == "use of force") or (not owned and above & _UNREAL):
        return ("hypothetical",), "proposed"
    begun = token.dep_ == "attr" or above & {"beginning", "start", "act", "announcement", "outbreak"}
    if modifiers & {"a", "an"} and not owned and not begun and lemma(token) in _WHOLE_WARS:
        return ("hypothetical",), "proposed"
    if modifiers & {"further", "future", "another"} and what == "use of force":
        return ("hypothetical",), "proposed"
    if modifiers & {"proposed", "suggested"}:
        return ("hypothetical",), "proposed"
    if modifiers & {"promised", "approved"}:
        return ("planned",), "planned"
    how = modifiers | {t.lower_ for c in token.lefts if c.dep_ == "amod" for t in c.lefts}
    if modifiers & _PAST and what not in {"build-up", "deployment"}:
        return (), "done"
    lasting = what in _UNDER_WAY or lemma(token) in _LASTING or how & _CONTINUED
    if lasting or (what in _REPEATED and token.tag_ == "NNS"):
        return (), "under way"
    return (), "done"


def is_settled(token: "Token", state: ActivityState) -> bool:
    """Whether it is told as known and done, so that the record may say when: "Russia's invasion", "invaded"."""
    if lemma(token) in {"annex", "annexation"}:
        return state in {"done", "under way"}
    if state != "done" or token.pos_ == "VERB" or lemma(token) == "aggression":
        return state == "done"
    if not is_indefinite(token) or _is_pointed_at(token):
        return True
    main = clause_verb(token)
    bare = token.dep_ in {"nsubj", "nsubjpass"} and not any(c.dep_ == "det" for c in token.lefts)
    known = bare or lemma(token) in _WHOLE_WARS  # "NATO bombing of the town was illegal", "ordered an invasion"
    return known and main is not None and tense(main) == "past"


def is_indefinite(noun: "Token") -> bool:
    """ "A Russian attack", "military action", of which there may be none; "the attack", "Russia's attack" are known."""
    if any(c.dep_ == "poss" for c in noun.lefts):
        return False
    articles = {c.lower_ for c in noun.lefts if c.dep_ in {"det", "nummod"}}
    return articles <= {"a", "an", "any", "no", "another"} and (bool(articles) or noun.tag_ == "NN")


def _is_pointed_at(token: "Token") -> bool:
    """ "This act of aggression", "after an offensive": it has happened."""
    act = token.head.head if token.head.lower_ == "of" and lemma(token.head.head) == "act" else token
    after = token.dep_ == "pobj" and token.head.lower_ in {"following", "after", "during", "since"}
    if after:
        main = clause_verb(token.head.head)
        now = main is not None and tense(main) != "future" and modal_of(main) is None
        after = now and not any(c.lower_ == "any" for c in token.lefts)
    return after or any(c.lower_ in {"this", "these"} for c in act.children)


def _of_verb(token: "Token", carrier: "Token", what: ActivityWhat) -> Told | None:
    carrier = _first(carrier)
    chain = [carrier]
    chain += [a for a in carrier.ancestors if a.pos_ in {"VERB", "AUX"} and carrier.dep_ in {"xcomp", "conj"}][:1]
    modals = {modal_of(v) for v in chain}
    wished = carrier.dep_ == "xcomp" and lemma(carrier.head) in _WISHED and not is_perfect(carrier.head)
    if wished and not any(s.dep_ in {"nsubj", "nsubjpass"} for s in carrier.children) and not _is_nobodys(carrier.head):
        return ("planned",), "proposed"  # its own: "eager to withdraw"
    demanded = carrier.dep_ == "xcomp" and lemma(carrier.head) in _ASKED
    if modals & _DUE or demanded:
        return None
    if modals & _MAYBE and carrier.dep_ == "ccomp" and lemma(carrier.head) in _SAYING and _is_nobodys(carrier.head):
        return None  # "never said that it would"
    if modals & _MAYBE:
        return ("hypothetical",), "proposed"
    if lies_ahead(carrier):
        return ("planned",), "planned"
    if any(c.tag_ == "TO" for c in carrier.children):
        return _of_infinitive(carrier)
    if carrier != token and lemma(carrier) in _DECIDED and not (what == "use of force" and lemma(carrier) == "order"):
        return ("planned",), "planned"
    auxiliaries = {lemma(c) for c in carrier.children if c.dep_ in {"aux", "auxpass"}}
    if any(c.lower_ == "being" for c in carrier.children):
        feared = carrier.dep_ in {"pcomp", "xcomp", "acl"} and over(carrier) & (_UNREAL | _ASKED)
        return (("hypothetical",), "proposed") if feared else ((), "under way")
    if carrier.tag_ == "VBN" and not auxiliaries:
        return (), "under way" if what in {"build-up", "deployment"} else "done"
    if carrier.tag_ == "VB" and not auxiliaries and carrier.dep_ not in {"conj"}:
        return None  # "let us attack", an imperative
    if carrier.tag_ == "VBP" and carrier.dep_ == "ROOT" and carrier.i == carrier.left_edge.i:
        return None
    if carrier.tag_ == "VBG":
        return _of_participle(carrier, auxiliaries, what)
    if is_perfect(carrier) and lemma(carrier) in _GOING_ON | ({"continue"} if carrier != token else set()):
        return (), "under way"
    ended = carrier == token and passive(carrier) and lemma(carrier) in _ENDED  # "the town is destroyed"
    ended &= {t.lower_ for t in carrier.subtree}.isdisjoint({"every", "each", "any", "daily"})
    return (), "under way" if tense(carrier) == "present" and not ended else "done"


_ENDED = {"destroy", "annex", "liberate", "down", "sink"}
_SAYING = {"say", "announce", "promise", "pledge", "vow", "confirm"}


def _is_nobodys(wish: "Token") -> bool:
    """ "Is not ready to", "no country is willing to", "few want to"."""
    clause = clause_verb(wish)
    if negated(wish) or clause is None or negated(clause):
        return True
    return any(t.lower_ in _FEW for s in subjects(clause) for t in (s, *s.lefts))


def _first(verb: "Token") -> "Token":
    """The first of joined infinitives or participles: "to stop the assault and withdraw"."""
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and verb.tag_ in {"VB", "VBG"} and not list(verb.lefts):
        verb = verb.head
    return verb


def _of_infinitive(verb: "Token") -> Told | None:
    """ "agreed to sell" is planned, "began to withdraw" under way; "urged it to withdraw" is a demand."""
    before = verb.left_edge.nbor(-1) if verb.dep_ == "advcl" and verb.left_edge.i else verb.head
    head = lemma(before if before.pos_ == "NOUN" else verb.head)  # "discussed a deal to move its troops"
    if head in {"deal", "proposal", "idea"}:
        return ("hypothetical",), "proposed"
    if head in _COMMITTED and not negated(verb.head):
        return ("planned",), "planned"
    if head in _STARTED and verb.dep_ == "xcomp" and lies_ahead(verb.head):
        return ("planned",), "planned"
    if head in _STARTED and verb.dep_ == "xcomp" and modal_of(verb.head) is None:
        return (), "done" if tense(verb.head) == "past" else "under way"
    if any(t.dep_ == "nsubjpass" and lemma(t) in _COMMITTED for t in verb.head.children):
        return ("planned",), "planned"  # "the decision was taken to launch"
    if head == "take" and verb.dep_ in {"advcl", "acl"}:  # "measures taken to beef up"
        return (), "under way" if tense(verb.head) == "present" else "done"
    return None


def _of_participle(verb: "Token", auxiliaries: set[str], what: ActivityWhat) -> Told | None:
    """ "is massing", "has been massing", "by shelling the port", "threatened with deploying"."""
    if auxiliaries:
        reported = verb.dep_ == "ccomp"  # "said it was withdrawing"
        return (), "done" if tense(verb) == "past" and not is_perfect(verb) and not reported else "under way"
    if verb.dep_ == "advcl" and verb.i and verb.nbor(-1).dep_ == "dobj":
        return (), "under way"  # "asked about the troops massing there"
    above = over(verb)
    if verb.dep_ in {"xcomp", "pcomp"} and lemma(verb.head) in _FAVOURED:
        return None  # "most voters support deploying troops"
    if above & {"plan", "consider", "discuss", "propose", "suggest", "threaten"}:
        return (("planned",), "planned") if "plan" in above else None
    if above & (_UNREAL | _BARGAINED | _ASKED | {"means", "mean", "dream"}):
        return None
    if lemma(verb.head) in _STARTED and verb.dep_ == "xcomp":
        return (), "done" if tense(verb.head) == "past" else "under way"
    main = clause_verb(verb.head)
    if main is not None and modal_of(main) in _MAYBE | _DUE:
        return None
    now = main is not None and tense(main) == "present" and not is_perfect(main)  # "violates the treaty by testing"
    return (), "under way" if what in _UNDER_WAY or verb.dep_ == "acl" or lemma(verb) == "host" or now else "done"


def _is_awaited(verb: "Token") -> bool:
    """ "We will know when Ostmark withdraws its troops"."""
    if verb.dep_ != "advcl" or not any(c.lower_ in {"when", "once", "until", "after"} for c in verb.lefts):
        return False
    main = clause_verb(verb.head)
    return main is not None and tense(verb) == "present" and (tense(main) == "future" or modal_of(main) is not None)


def _under_condition(verb: "Token") -> bool:
    clauses = [verb, *(a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"})]
    for clause in clauses:
        if conditional(clause) or _is_awaited(clause) or _is_inverted(clause):
            return True
        if clause.dep_ not in {"xcomp", "conj", "ccomp", "advcl"}:
            break
    return verb.dep_ == "pcomp" and verb.head.head.pos_ == "VERB" and conditional(verb.head.head)


def _is_inverted(verb: "Token") -> bool:
    """ "Had they not pulled out", "should it invade"; but not "they had massed troops and had shelled it"."""
    first = next((c for c in verb.lefts if c.dep_ != "punct"), None)
    joined = verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.lefts)
    return not joined and first is not None and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}


def _depends(verb: "Token") -> bool:
    """ "Will deploy missiles if Varenia joins", also under who says so: it is a threat or a promise."""
    at = verb
    while True:
        if any(c.dep_ == "advcl" and _is_open(c) for c in at.children):
            return True
        if at.dep_ not in {"xcomp", "ccomp", "conj"} or at.head == at or at.head.pos_ not in {"VERB", "AUX"}:
            return False
        at = at.head


def _is_open(clause: "Token") -> bool:
    """A condition, but no "even if", no "whether", and no "if you look at it", "if the weather permits"."""
    if _is_inverted(clause):
        return True
    mark = next((c for c in clause.lefts if c.dep_ == "mark"), None)
    if mark is None or mark.lower_ not in {"if", "unless"} or (mark.i and mark.nbor(-1).lower_ in {"even", "as"}):
        return False
    looking = {"i", "we", "you"} if lemma(clause) in _LOOKING else set()
    return not any(c.lower_ in looking | {"weather"} for c in clause.lefts)


_LOOKING = {"look", "see", "think", "ask", "remember", "recall", "like", "read", "understand"}


def _is_supposed(verb: "Token") -> bool:
    """ "Suppose that it joins and deploys missiles"; "a scenario where it invades", "the idea that it will"."""
    at = verb if verb.pos_ in {"VERB", "AUX"} else None
    while at is not None and at.dep_ in {"ccomp", "conj", "xcomp"} and at.head != at:
        at = at.head
        if any(t.text == ":" for t in verb.doc[at.i : verb.i]):
            return False  # "imagine that: it has invaded"
        if lemma(at) in _SUPPOSING and at.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in at.children):
            return True
    if at is None or at.dep_ not in {"acl", "relcl"} or lemma(at.head) not in _IMAGINED:
        return False
    return any(c.lower_ in {"that", "where"} and c.dep_ in {"mark", "advmod"} for c in at.lefts)
