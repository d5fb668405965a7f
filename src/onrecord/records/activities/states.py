"""States of activities: done, under way, planned, called off, proposed or denied, and what is told as no activity."""

from typing import TYPE_CHECKING

from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag
from onrecord.records.activities.carriers import CALLED_OFF, CEASING, POSTPONING, is_off, stopped
from onrecord.records.activities.circumstances import OF_ITS_OWNER
from onrecord.records.activities.denials import (
    COMMITTED,
    DENYING,
    is_denied_plan,
    is_disputed,
    is_judged,
    is_nobodys,
    is_unplanned,
    predicates,
)
from onrecord.records.activities.suppositions import (
    PROSPECTS,
    SUGGESTED,
    depends,
    is_asked,
    is_demanded,
    is_supposed,
    is_unconfirmed,
    under_condition,
)
from onrecord.syntax import (
    clause_verb,
    conditional,
    infinitive,
    is_question,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    no_longer,
    owned,
    passive,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Told = tuple[tuple[Flag, ...], ActivityState]

# What is only settled by these nouns, "dismissed the testing of missiles", and what is against it.
_ARRANGED = {"stationing", "arrival", "testing", "placement"}
_AGAINST = {"reject", "oppose", "ban", "rule"}
_BY_CUSTOM = {"historically", "traditionally", "usually", "normally", "generally"}
# What goes on by its nature where it is told in the perfect: "has massed troops", "has grown its drills".
_GOING_ON = {"increase", "grow", "expand", "intensify", "mass", "amass", "build", "boost", "step", "strengthen", "beef"}
_DECIDED = {
    "plan", "announce", "schedule", "prepare", "order", "approve", "authorize", "authorise", "promise", "pledge",
}  # fmt: skip
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
# What fears or forestalls one of which there may be none: "warned of a Russian attack", "deter Russian aggression".
_FEARED = {
    "deter", "prevent", "avert", "avoid", "possibility", "likelihood", "prospect", "pretext", "threaten", "case",
    "event", "deterrence", "prepare", "prepared", "fear", "warn", "warning", "threat", "risk", "worry", "danger",
    "scenario", "chance", "refrain", "poised", "precursor", "prelude", "preparation", "justify", "justification",
}  # fmt: skip
# Of these an indefinite one has hardly happened: "justify an invasion".
_WHOLE_WARS = {"invasion", "incursion", "offensive", "annexation", "occupation", "aggression", "blockade"}
_INDEFINITE = {"any", "no", "further", "another", "renewed", "future", "full-scale"}


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
        if is_supposed(verb) or (told[1] == "planned" and depends(verb)):
            told = ("hypothetical",), "proposed"
    if told is not None and told[1] == "proposed" and what in {"use of force", "test", "flight"}:
        return None
    return told


def _told(token: "Token", carrier: "Token | None", what: ActivityWhat) -> Told | None:
    verb = carrier or token
    if no_longer(verb):
        return None
    if token.pos_ == "VERB" and is_off(token):
        return None  # "deferred deploying tanks" is told of "deploying"
    if carrier is not None and stopped(token, carrier):
        # "The shelling does not stop", "is not letting up".
        if lemma(carrier) in {*CEASING, "let"} and token.dep_ == "nsubj" and negated(carrier):
            if modal_of(carrier) is not None or token.sent.text.rstrip().endswith("?"):
                return None
            now = any(c.dep_ == "aux" and c.tag_ in {"VBP", "VBZ"} for c in carrier.children)
            return (), "under way" if now else "done"
        return _of_stopped(token, carrier)
    granted = verb.dep_ in {"acl", "relcl"} or (carrier is None and owned(token))
    granted &= not any(modal_of(a) or conditional(a) for a in verb.ancestors)  # "will the attack ever come?"
    if (is_question(verb.sent) and not granted) or is_asked(verb) or is_unconfirmed(verb) or under_condition(verb):
        return None
    above = over(token)
    if what in {"deployment", "test", "build-up"} and lemma(token) in _ARRANGED and above & _AGAINST:
        return None
    if is_demanded(verb):
        return (("hypothetical",), "proposed") if lemma(verb.head) in SUGGESTED else None
    denied = lemma(token) in _ARRANGED and bool(above & DENYING) and not negated(verb.head)
    denied |= verb.dep_ == "acl" and is_denied_plan(verb.head)
    if denied or is_disputed(token, carrier) or (carrier is not None and is_unplanned(carrier)):
        return ("negated",), "denied"
    judged = is_judged(token, carrier)
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
    past = lasts and owned(token)  # "its invasion"
    past |= lemma(token) == "annexation" and any(c.lower_ == "the" for c in token.children)
    if token.pos_ != "VERB" and not past and (above & _ASKED or _is_in_unreal(token)):
        return None
    called = modifiers | predicates(token)
    if called & _POSSIBLE or (token.pos_ != "VERB" and above & _BARGAINED and not past):
        return ("hypothetical",), "proposed"
    if modifiers & _PLANNED or due(token) is not None:
        return None if negated(token.head) and due(token) is not None else (("planned",), "planned")
    if carrier is None:
        return _of_noun(token, what)
    return _of_verb(token, carrier, what)


def _is_negated(token: "Token") -> bool:
    """ "No shelling", "not a drill"; of "a build-up, not a withdrawal" the second."""
    if token.pos_ in {"VERB", "AUX"} or not negated(token):
        return negated(token)
    return any(lemma(c) in {"no", "not", "neither", "never", "n't"} and c.i < token.i for c in token.children)


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


def _of_stopped(token: "Token", carrier: "Token") -> Told | None:
    """ "Cancelled the drills", "agreed to scrap the test", "postponed the drills": they do not take place."""
    if lemma(carrier) not in CALLED_OFF | POSTPONING or is_question(carrier.sent):
        return None  # what is halted or suspended has been going on
    chain = [carrier, carrier.head, *([clause] if (clause := clause_verb(carrier.head)) is not None else [])]
    bargained = (over(carrier) & (_ASKED | _UNREAL | _BARGAINED | _DOUBTED)) - {"agree", "plan"}
    if any(negated(v) for v in chain) or bargained or modal_of(carrier) is not None or under_condition(carrier):
        return None
    if infinitive(carrier) and lemma(carrier.head) not in COMMITTED:
        return None
    return ("negated",), "postponed" if lemma(carrier) in POSTPONING else "cancelled"


def _of_noun(token: "Token", what: ActivityWhat) -> Told | None:
    modifiers = {t.lower_ for t in token.children}
    if token.dep_ == "pobj" and token.head.lower_ == "of" and lemma(token.head.head) in PROSPECTS:
        return ("hypothetical",), "proposed"
    if token.dep_ == "dobj" and lemma(token.head) in {"threaten", "fear", "simulate"}:
        return ("hypothetical",), "proposed"  # "threatened attacks by its gunboats"
    theirs = any(c.dep_ == "poss" or c.ent_type_ in {"GPE", "NORP", "ORG"} for c in token.lefts)
    whose = {"by", "of"} if lemma(token) in OF_ITS_OWNER else {"by"}
    theirs |= any(c.lower_ in whose for c in token.children)
    pointed = _is_pointed_at(token)
    above = over(token)
    if what == "use of force" and not pointed and is_indefinite(token):
        does = token.head if token.dep_ == "nsubj" else None
        maybe = does is not None and modal_of(does) in {"could", "would"} and not is_perfect(does)
        forestalled = does is None and "fail" not in above and above & _FEARED
        if forestalled or (maybe and lemma(token.head) not in {"amount", "constitute"}):
            return ("hypothetical",), "proposed"
    theirs |= pointed
    if (modifiers & _INDEFINITE and not theirs and what == "use of force") or (not theirs and above & _UNREAL):
        return ("hypothetical",), "proposed"
    begun = token.dep_ == "attr" or above & {"beginning", "start", "act", "announcement", "outbreak"}
    if modifiers & {"a", "an"} and not theirs and not begun and lemma(token) in _WHOLE_WARS:
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
    if owned(noun):
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
    if wished and not any(s.dep_ in {"nsubj", "nsubjpass"} for s in carrier.children) and not is_nobodys(carrier.head):
        return ("planned",), "proposed"  # its own: "eager to withdraw"
    demanded = carrier.dep_ == "xcomp" and lemma(carrier.head) in _ASKED
    if modals & _DUE or demanded:
        return None
    said = carrier.dep_ == "ccomp" and lemma(carrier.head) in _SAYING
    agreed = carrier.dep_ == "xcomp" and lemma(carrier.head) in COMMITTED
    if modals & _MAYBE and (said or agreed) and is_nobodys(carrier.head):
        return None  # "never said that it would", "neither would agree to withdraw"
    if modals & _MAYBE:
        return ("hypothetical",), "proposed"
    if lies_ahead(carrier):
        return ("planned",), "planned"
    if infinitive(carrier):
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
    if head in COMMITTED and not negated(verb.head):
        return ("planned",), "planned"
    if head in _STARTED and verb.dep_ == "xcomp" and lies_ahead(verb.head):
        return ("planned",), "planned"
    if head in _STARTED and verb.dep_ == "xcomp" and modal_of(verb.head) is None:
        return (), "done" if tense(verb.head) == "past" else "under way"
    if any(t.dep_ == "nsubjpass" and lemma(t) in COMMITTED for t in verb.head.children):
        return ("planned",), "planned"  # "the decision was taken to launch"
    if head == "take" and verb.dep_ in {"advcl", "acl"}:  # "measures taken to beef up"
        return (), "under way" if tense(verb.head) == "present" else "done"
    return None


def _of_participle(verb: "Token", auxiliaries: set[str], what: ActivityWhat) -> Told | None:
    """ "is massing", "has been massing", "by shelling the port", "threatened with deploying"."""
    if auxiliaries:
        reported = verb.dep_ == "ccomp"  # "said it was withdrawing"
        return (), "done" if tense(verb) == "past" and not is_perfect(verb) and not reported else "under way"
    before = verb.nbor(-1) if verb.i else verb
    dropped = before.head if before.dep_ == "prt" else before
    if verb.head == dropped and dropped.pos_ == "VERB" and is_off(dropped) and not passive(dropped):
        return _of_stopped(verb, dropped)  # "put off sending", "postponed sending"
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
