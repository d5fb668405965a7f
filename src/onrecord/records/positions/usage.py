"""How a clause uses a word that may tell an act: "threatened" warns, "feels threatened" is afraid."""

from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.model.vocabulary import PositionAct
from onrecord.records.deeds import AIMED, BEFALLING
from onrecord.records.positions.undone import gives_up, has_ended, is_dropped, is_not_done, turns_away
from onrecord.syntax import FINITE, SUBJECTS, lemma, modal_of, negated, passive, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_WISHFUL = {"eager", "keen", "anxious", "determined"}
_RECEIVING = {"obtain", "get", "receive", "secure", "gain", "see"}
_SENT_FOR = {"guard", "army", "troop", "soldier", "police", "expert", "military", "reinforcement", "firefighter"}
_AFRAID = {"threaten", "alarm", "worry", "intimidate", "menace"}
_DEMANDS = {"demand", "requirement", "request"}
_DATING = {"when", "since"}
_JUDGED = {"acceptable", "possible", "normal", "appropriate", "permissible", "right", "natural"}
_THANKING = {"thank", "appreciate", "grateful", "gratitude", "appreciation", "thankful"}
_COURTESIES = {
    "hospitality", "reception", "lunch", "dinner", "visit", "meeting", "time", "attention", "question", "arrangement",
    "greeting", "congratulation", "wish", "host", "hosting", "invitation", "chance", "come", "attend", "word",
    "dialogue", "conversation", "discussion", "talk", "organise", "organize", "participation",
}  # fmt: skip
# Thanks to them are given at home, not to another side.
_OWN_PEOPLE = {
    "defender", "hero", "soldier", "serviceman", "servicemember", "military", "army", "guard", "rescuer", "doctor",
    "medic", "worker", "employee", "specialist", "officer", "personnel", "manager", "command", "veteran", "volunteer",
    "resident", "media", "press", "team", "staff", "deputy", "lawmaker", "teacher",
}  # fmt: skip
_TALKED_OF = {"issue", "subject", "question", "matter", "topic", "case", "it", "that", "this"}
# Praise that tells of no deed or stand by itself.
_VAGUE = {"thing", "partner", "partnership", "reason", "man", "motivation"}
# What one's own offices are told to do.
_ORDERING = {"order", "instruct", "direct"}
_BRINGING_TO = {"persuade", "convince", "get", "let", "allow", "enable", "force"}
_GUESTS = {"you", "president", "premier", "minister", "guest", "delegation", "colleague", "visitor", "leader"}
_STIRRING = {
    "raise", "spark", "amplify", "fuel", "stoke", "lead", "prompt", "trigger", "cause", "heighten", "deepen", "feed",
}  # fmt: skip
_STIRRED = {"concern", "fear", "worry", "alarm", "anxiety", "unease", "call", "criticism", "anger", "outcry"}
_CHARGED = {"indictment", "allegation", "accusation", "charge"}
_AMID = {"amid", "amidst", "after", "following", "despite", "over", "between", "before", "since", "by", "from"}
_DATES = {"DATE", "TIME", "CARDINAL", "ORDINAL"}
# What is denied by who rejects or dismisses it.
CHARGES = {"claim", "allegation", "accusation", "charge", "report", "rumor", "rumour"}
# Who dismisses these turns them down.
_PROPOSED = {
    "plan", "offer", "proposal", "timetable", "call", "demand", "deadline", "ultimatum", "draft", "bid", "appeal",
    "request", "plea", "invitation", "overture", "condition", "roadmap", "initiative", "deal", "compromise",
}  # fmt: skip
# These are denied where a clause tells them: "a suggestion that it lied", but not "a suggestion to meet".
_CHARGES_TOLD = {"suggestion", "notion", "idea"}
_MISDEEDS = {
    "meddle", "interfere", "hack", "collude", "conspire", "violate", "breach", "poison", "kill", "murder", "lie",
    "shell", "steal", "cheat", "provoke", "harm", "mislead", "annex", "occupy", "attack", "invade", "strike", "bomb",
    "destroy",
}  # fmt: skip
# Who reaffirms or acknowledges it binds nobody and gives nothing up.
IMPORTANCE = {"importance", "significance", "need", "necessity", "objective"}
# Who reaffirms what these are asks for it.
_SAYING_AGAIN = {"reaffirm", "restate", "reiterate"}
_AIMS = {"goal", "aim", "objective", "demand", "condition", "requirement"}
_TAKING = {"take", "make", "adopt", "launch", "carry", "undertake"}
_NEEDS = {"need", "necessity"}
_DEEDS = {"decision", "step", "measure", "move", "action", "operation"}
# What the head of a state signs alone.
_OWN_PAPERS = {"decree", "order", "contract", "bill", "autograph", "book", "letter", "no", "no.", "№"}
_OBJECTS = {"dobj", "nsubjpass"}
_NATIONS = {"GPE", "NORP"}
_POLITE = {"see", "be", "have", "welcome", "meet", "hear", "note", "greet"}
_NAMING = {"PROPN", "NOUN", "PRON", "DET", "ADJ"}
_LONGEST_NAMED = 6
_PROMISING = {"assure", "promise", "guarantee", "confirm", "pledge", "say"}
# What is about something, where a deed that concerns somebody worries him.
_MATTERS = {
    "proposal", "demand", "request", "requirement", "question", "issue", "point", "part", "clause", "article", "letter",
    "talk", "agreement", "provision", "rule", "initiative", "problem", "matter",
}  # fmt: skip

# What does no harm where there is none of it.
_TROUBLES = {"problem", "trouble", "harm", "threat", "danger", "risk", "consequence", "damage", "difficulty"}
_APOLOGIES = {"apologise", "apologize", "apology"}


def act_as_used(token: "Token", act: PositionAct) -> PositionAct | None:
    """The act that the word tells in its clause; none where it tells none there."""
    if (
        _is_about(token)
        or _is_judged(token)
        or _is_left_to_another(token)
        or (act != "demand" and _is_demanded(token))
        or _is_foreseen(token)
        or _is_courtesy(token)
        or _is_talked_of(token)
        or _is_brought_about(token)
        or _seems(token)
        or (act == "endorsement" and token.pos_ == "NOUN" and lemma(token) in _VAGUE)
        or (act == "endorsement" and any(c.lower_ == "against" for c in token.rights))  # "spoke out against it"
        or (act == "demand" and _is_no_request(token))
        or (act == "assurance" and lemma(token) == "commit" and _commits_means(token))
        or (act in {"assurance", "concession"} and bool(_objects(token) & IMPORTANCE))
        or (act == "refusal" and lemma(token) == "expect")
        or (lemma(token) == "expect" and _foretells(token))
        or (lemma(token) == "sign" and _is_own_paper(token))
        or (act == "accusation" and is_misdeed(token) and negated(token))
        or (lemma(token) == "condemn" and any(lemma(t) in _SENTENCES for t in _behind(token, {"to"})))
        or (act == "warning" and lemma(token) in words("en/hostile_verbs") and negated(token))
        or (act == "denial" and any(c.dep_ == "dative" for c in token.children))  # "deny Ostmark a say in it"
        or is_not_done(token)
        or _is_unreal(token)
        or _is_listeners_view(token)
        or (lemma(token) == "allege" and modal_of(token) == "will")  # "they will allege": foreseen by somebody else
        or (act == "warning" and (_is_no_harm(token) or has_ended(token)))
        or (act == "offer" and _is_put_off(token))
        or (act == "assurance" and _stays_free(token))
    ):
        return None
    if act in {"demand", "refusal"} and (is_dropped(token) or gives_up(token)):
        return "concession"
    if act == "accusation" and lemma(token) in _APOLOGIES:
        return "concession"  # who apologises blames nobody
    if act in {"refusal", "denial"} and lemma(token) in {"reject", "dismiss"}:
        if _objects(token) & CHARGES or _rejects_what_is_said(token):
            return "denial"
        return "refusal" if lemma(token) == "dismiss" and _objects(token) & _PROPOSED else act
    if act in {"offer", "demand"} and turns_away(token):
        return "refusal"
    if act in {"warning", "accusation"} and is_felt(token):
        return "concern"
    if act == "warning" and token.pos_ == "VERB" and lemma(token) == "caution" and _behind(token, {"against"}):
        return "demand"  # "cautioned the allies against a base"
    if act == "offer" and _is_after_something(token):
        return "demand"
    if act == "assurance" and lemma(token) == "agree":
        on = {lemma(t) for t in _behind(token, {"on", "upon"})}
        return None if (on and on <= IMPORTANCE) or _agrees_that_it_is(token) else act
    if act == "assurance" and modal_of(token) in {"can", "could"} and lemma(token) not in _PROMISING:
        return "offer"
    if act == "assurance" and lemma(token) in _SAYING_AGAIN and _tells_an_aim(token):
        return "demand"
    return None if act in {"endorsement", "assurance", "offer"} and _only_dates(token) else act


def _is_listeners_view(token: "Token") -> bool:
    """ "You believe you need to wait": not what the speaker asks."""
    over = token.head
    believed = token.dep_ == "ccomp" and lemma(over) in {"believe", "think", "feel", "assume"}
    return believed and any(s.lower_ == "you" for s in subjects(over))


def _is_unreal(token: "Token") -> bool:
    """ "Ostmark would have freed the boat if Varenia had paid": it has not."""
    conditions = [c for c in token.children if c.dep_ == "advcl" and any(g.lower_ == "if" for g in c.children)]
    done = {c.lower_ for c in token.children if c.dep_ == "aux"} >= {"would", "have"}
    return done and any(c.tag_ == "VBN" and any(g.lower_ == "had" for g in c.children) for c in conditions)


# "Condemned two men to death".
_SENTENCES = {"death", "prison", "jail", "year", "life", "demolition"}


def _is_no_harm(token: "Token") -> bool:
    """ "Will have no problems": not "will have no trouble sinking the fleet"."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "attr"} and lemma(c) in _TROUBLES]
    none = any(g.lower_ == "no" for c in objects for g in c.lefts)
    return none and not any(t.pos_ == "VERB" for t in token.doc[objects[0].i : token.right_edge.i + 1])


def _is_put_off(verb: "Token") -> bool:
    """ "Has put off the talks"."""
    return any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.children)


def _stays_free(token: "Token") -> bool:
    """ "Will decide for itself": nobody is promised anything."""
    return lemma(token) in {"decide", "choose", "judge", "determine"} and any(
        t.tag_ == "PRP" and t.lower_.endswith(("self", "selves")) for t in _behind(token, {"for", "by"})
    )


def _is_talked_of(token: "Token") -> bool:
    """ "Will raise the matter", "asked about the raid": what is brought up is neither asked nor blamed yet."""
    objects = {lemma(c) for c in token.children if c.dep_ in _OBJECTS}
    if lemma(token) == "ask":
        told = {c.dep_ for c in token.children} & {"xcomp", "ccomp"}
        return not told and bool(_behind(token, {"about"})) and not _behind(token, {"for"})
    up = lemma(token) == "bring" and any(c.lower_ == "up" for c in token.children)
    return (lemma(token) == "raise" or up) and bool(objects & _TALKED_OF)


def _is_brought_about(token: "Token") -> bool:
    """ "Tried to persuade Ostmark to agree to it": what somebody is to be brought to do he has not done."""
    by = token.head
    if token.dep_ not in {"xcomp", "ccomp"} or token.tag_ != "VB" or lemma(by) not in _BRINGING_TO or passive(by):
        return False
    return by.tag_ not in {"VBD", "VBZ"} or lemma(by) in {"let", "allow", "enable"}  # "convinced Ostmark to agree"


def _is_no_request(token: "Token") -> bool:
    """ "Many calls from leaders thanking him", "a call with Berg", "at Ostmark's request", "ordered federal aid"."""
    if token.pos_ == "VERB":
        if any(lemma(c) in _NEEDS and _is_no_request(c) for c in token.children if c.dep_ in _OBJECTS):
            return True
        told = any(c.dep_ in {"xcomp", "ccomp"} for c in token.children)
        off = lemma(token) == "call" and any(_calls_away(c) for c in token.children)
        return off or (lemma(token) in _ORDERING and modal_of(token) is None and not told)
    if lemma(token) == "call":
        asked = any(c.lower_ in {"for", "on", "to"} or any(g.tag_ == "TO" for g in c.children) for c in token.children)
        return not asked and any(c.lower_ in {"from", "with"} for c in token.children)
    if lemma(token) in _NEEDS:
        return any(_is_taken_already(t) for t in token.rights)
    return lemma(token) == "request" and token.head.lower_ == "at"


def _calls_away(particle: "Token") -> bool:
    """ "Called off the drills", "called him in for talks", "called in the guard"; not "called in March for a ban"."""
    if particle.lower_ == "in" and particle.dep_ == "prep":  # as parsers take it
        return particle.i == particle.head.i + 1 and any(lemma(g) in _SENT_FOR for g in particle.children)
    return particle.lower_ == "off" or (particle.lower_ == "in" and particle.dep_ in {"prt", "advmod"})


def _is_taken_already(told: "Token") -> bool:
    """ "The need to take this decision": a deed that is defended; not "the need to stop this operation"."""
    deeds = (c for c in told.rights if c.dep_ == "dobj" and lemma(c) in _DEEDS)
    this = any(c.lower_ in {"this", "that"} for n in deeds for c in n.lefts)
    return told.dep_ == "acl" and lemma(told) in _TAKING and this


def _tells_an_aim(token: "Token") -> bool:
    """ "Reaffirmed that its goal was a withdrawal"."""
    clauses = [c for c in token.rights if c.dep_ == "ccomp" and lemma(c) in {"be", "remain"} and not negated(c)]
    what = (c for c in clauses if modal_of(c) is None and any(g.dep_ == "attr" for g in c.rights))
    return any(lemma(s) in _AIMS for c in what for s in subjects(c))


def _commits_means(token: "Token") -> bool:
    """ "Has committed 40 boats to the patrol": what was given, but not "committed itself to a truce"."""
    given = any(c.dep_ == "dobj" and c.pos_ != "PRON" and not c.ent_type_ for c in token.children)
    return given and any(c.dep_ == "aux" and lemma(c) == "have" for c in token.children)


def _rejects_what_is_said(token: "Token") -> bool:
    told = (g for c in token.children if c.dep_ in _OBJECTS and lemma(c) in _CHARGES_TOLD for g in c.rights)
    return any(g.dep_ in {"acl", "ccomp"} and tense(g) in {"past", "present"} for g in told)


def is_misdeed(token: "Token") -> bool:
    """A verb for what nobody should do: "interfered", "attacked"."""
    return lemma(token) in _MISDEEDS


def _objects(token: "Token") -> set[str]:
    return {lemma(c).lower().removesuffix("s") for c in token.children if c.dep_ in _OBJECTS}


def _is_own_paper(token: "Token") -> bool:
    """ "Signed a decree", "signed Decree 7", "signed the act into law"."""
    numbered = {lemma(g).lower() for c in token.children if c.dep_ in _OBJECTS for g in c.lefts if g.dep_ == "compound"}
    papers = (_objects(token) | numbered) & _OWN_PAPERS
    return bool(papers) or any(lemma(t) == "law" for t in _behind(token, {"into"}))


def _seems(token: "Token") -> bool:
    """ "Ostmark seems ready to strike": what somebody makes of it."""
    return token.pos_ == "ADJ" and lemma(token.head) in {"seem", "appear", "look"}


def lifts_harm(verb: "Token") -> bool:
    """ "Suspend the tariffs", "halt the strikes"."""
    return lemma(verb) in _STOPPING and bool(_objects(verb) & _HARMS)


_STOPPING = {"suspend", "halt", "stop", "end", "drop", "waive", "pause", "lift", "ease"}
_HARMS = {
    "sanction", "tariff", "toll", "embargo", "blockade", "boycott", "siege", "shelling", "bombardment", "bombing",
    "strike", "attack", "raid", "offensive", "veto",
}  # fmt: skip


def _is_after_something(token: "Token") -> bool:
    """ "Eager to obtain a pledge": what somebody wants to get he asks for."""
    wanted = [c for c in token.children if c.dep_ == "xcomp" and lemma(c) in _RECEIVING]
    return lemma(token) in _WISHFUL and bool(wanted)


def is_felt(token: "Token") -> bool:
    """ "Feels threatened", "is alarmed by the drills"; but not "was threatened with a blockade"."""
    if lemma(token) not in _AFRAID or any(c.lower_ == "with" for c in token.children):
        return False
    return passive(token) or (token.tag_ in {"VBN", "JJ"} and lemma(token.head) in {"feel", "be"})


def stirred_among(token: "Token") -> "list[Token] | None":
    """Among whom it is, where a thing stirs it: "the summit has raised fears in many capitals"; none of other uses.

    Who raises concerns holds them; whom a thing worries stands behind "in" or "among", if anywhere.
    """
    verb = token if token.pos_ == "VERB" else token.head
    thing = next(iter(subjects(verb)), None)
    if lemma(verb) not in _STIRRING or thing is None or thing.pos_ != "NOUN" or thing.ent_type_:
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj"] + _behind(verb, {"to"})
    noun = next((o for o in objects if lemma(o) in _STIRRED), None)
    if noun is None or token not in {verb, noun}:
        return None
    among = [t for t in verb.subtree if t.i > noun.i and t.lower_ == "among"]
    near = [g for head in (noun, verb) for g in _behind(head, {"in", "within"})]
    return near + [g for t in among for g in t.children if g.dep_ == "pobj"]


def heard_among(token: "Token") -> "list[Token] | None":
    """The same of what is only named: "amid fears in many capitals", "after Friday's indictment of two officers"."""
    at = token
    while at.dep_ == "conj":
        at = at.head
    named = at.dep_ == "pobj" and at.head.lower_ in _AMID
    there = at.dep_ == "attr" and any(c.dep_ == "expl" for c in at.head.children)
    if token.pos_ != "NOUN" or lemma(token) not in _STIRRED | _CHARGED or not (named or there):
        return None
    if any(c.ent_type_ not in _DATES and (c.dep_ == "poss" or c.ent_type_) for c in token.lefts):
        return None  # "Ostmark's fears", "U.S. allegations"
    told = [g for c in token.children if c.dep_ in {"acl", "relcl"} for g in _behind(c, {"by"})]
    return told + _behind(token, {"in", "within", "among", "from", "by"})


def _behind(head: "Token", words: set[str]) -> "list[Token]":
    return [g for c in head.children if c.lower_ in words for g in c.children if g.dep_ in {"pobj", "pcomp"}]


def _is_judged(token: "Token") -> bool:
    """ "Believes it acceptable to demand": what somebody finds right is not done yet."""
    verb = token if token.pos_ == "VERB" else token.head
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.pos_ == "ADJ" and lemma(verb.head) in _JUDGED


def _is_left_to_another(token: "Token") -> bool:
    """ "It would be best for Ostmark itself to refuse": what somebody should do he has not done."""
    to = next((c for c in token.children if c.tag_ == "TO"), None)
    named = False
    if to is None:
        return False
    for before in reversed(token.doc[max(token.sent.start, to.i - _LONGEST_NAMED) : to.i]):
        if before.lower_ == "for":
            return named
        if before.pos_ not in _NAMING:
            return False
        named = named or before.pos_ == "PROPN" or (before.dep_ == "nsubj" and before.head == token)
    return False


def _is_about(token: "Token") -> bool:
    """ "Proposals that concern the border" are about it; who says that "the raid concerns us" is worried."""
    if token.lower_ not in {"concern", "concerns", "concerned"} or passive(token):
        return False
    before = token.doc[max(token.sent.start, token.i - _LONGEST_NAMED) : token.i]
    if len(before) and before[-1].lower_ in {"which", "that"}:  # whatever the parser takes the word for
        return any(lemma(t) in _MATTERS for t in before)
    told = [*before[-1:], *(subjects(token) if token.pos_ == "VERB" else ())]
    return any(lemma(t) in _MATTERS for t in told)


def _is_demanded(token: "Token") -> bool:
    """ "Their demands on trade, a refusal to arm the islands and a ban": what is demanded is not done.

    By the words before it, since parsers often break such lists.
    """
    if token.pos_ != "NOUN" or any(c.dep_ == "poss" for c in token.children):
        return False
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.tag_ in FINITE:
            return False
        if lemma(before) in _DEMANDS and before.tag_ == "NNS":
            return True
    return False


def _is_foreseen(token: "Token") -> bool:
    """ "There would be calls for a ban"."""
    verb = token.head
    there = token.pos_ == "NOUN" and any(c.dep_ == "expl" for c in verb.children)
    return there and modal_of(verb) in {"would", "could", "might", "will"}


def _foretells(token: "Token") -> bool:
    """ "Expects Ostmark to have a thousand warheads": what will be so, and nobody is asked for it."""
    for verb in (c for c in token.rights if c.dep_ in {"xcomp", "ccomp"} and lemma(c) in {"have", "possess"}):
        counted = any(c.dep_ == "dobj" and any(n.dep_ == "nummod" for n in c.children) for c in verb.children)
        if counted and any(c.dep_ in SUBJECTS for c in verb.lefts):
            return True
    return False


def _is_courtesy(token: "Token") -> bool:
    """ "Thanked her host for the warm welcome", "welcomed the premier", "welcomes the chance to talk": good manners."""
    if lemma(token) == "welcome":
        met = any(c.ent_type_ == "PERSON" for c in token.children if c.dep_ in _OBJECTS)
        return met or bool(_objects(token) & (_COURTESIES | _GUESTS))
    objects = [c for c in token.children if c.dep_ in {"dobj", "dative"}]
    bare = any(c.lower_ == "you" for c in objects) and not any(c.lower_ == "for" for c in token.children)
    if lemma(token) == "thank" and bare:  # "thank you, Mr. President"
        return True
    to = _behind(token, {"to", "for"})
    if token.lower_ == "thanks" and token.dep_ not in _OBJECTS and _behind(token, {"to"}):  # "worse thanks to them"
        return True
    if lemma(token) in _THANKING and any(map(_is_own_people, (*objects, *to))):
        return True
    polite = any(c.dep_ == "xcomp" and lemma(c) in _POLITE for c in token.children)
    if lemma(token) in {"happy", "glad", "pleased", "grateful", "thankful"} and modal_of(token.head) is None and polite:
        return True  # "happy to see you"
    return lemma(token) in _THANKING and any(lemma(t) in _COURTESIES for t in (*_behind(token, {"for"}), *objects))


def _is_own_people(noun: "Token") -> bool:
    """ "Our heroes", "the workers of the yard": one's own, unless a nation or a name stands with them."""
    if lemma(noun) not in _OWN_PEOPLE or any(t.pos_ == "PROPN" for t in noun.conjuncts):
        return False
    return not any(t.ent_type_ in _NATIONS for t in (noun, *noun.children, *noun.conjuncts))


def _agrees_that_it_is(token: "Token") -> bool:
    """ "Agreed that the pact is the key", but not "agreed that they would meet"."""
    return any(c.dep_ == "ccomp" and tense(c) in {"present", "past"} and modal_of(c) is None for c in token.children)


def _only_dates(token: "Token") -> bool:
    """ "Back to the lines of 1990, when the pact was signed", "when they signed it"."""
    opened = any(c.lower_ in _DATING for c in token.lefts)
    return opened and token.dep_ in {"advcl", "relcl"} and (passive(token) or lemma(token) == "sign")


def phrase_head(word: "Token") -> "Token":
    """What the preposition or verb above a word takes: "port" in "at Ostmark's port", whose word is "Ostmark"."""
    while word.dep_ in {"amod", "compound", "poss", "nmod", "conj"}:
        word = word.head
    return word


def suffers(word: "Token", cue: "Token", act: PositionAct) -> bool:
    """Whether the word names whom a deed in what the cue is about befalls: he is not asked, blamed or praised for it.

    "Condemned attacks on Ostmark", "demanded the release of Berg", "backed the sanctions against Ostmark"; but
    "threatened sanctions against Ostmark".
    """
    word = phrase_head(word)
    if word.dep_ != "pobj" or act in {"warning", "assurance", "offer"} or lemma(cue) == "blame":
        return False  # "blamed the raid on Ostmark"
    above = word.head.head
    if above.dep_ == "acl" and above.tag_ == "VBN" and word.head.lower_ in {"at", "on", "against", "into", "to"}:
        # "Condemned rockets fired at Ostmark", but "charges brought against Ostmark".
        return cue in above.head.ancestors
    # In "denounced attacks on Ostmark" the parser hangs "on" on the verb.
    deed = word.head.nbor(-1) if above.pos_ == "VERB" and word.head.i > 0 else above
    if deed == cue:  # "called it a betrayal of Ostmark"
        return act == "accusation" and word.head.lower_ == "of" and cue.pos_ == "NOUN" and lemma(cue) in BEFALLING
    if cue not in deed.ancestors:
        return False
    if word.head.lower_ == "of":
        return lemma(deed) in BEFALLING
    return word.head.lower_ in {"on", "against"} and lemma(deed) in AIMED


def is_deed_or_force(noun: "Token") -> bool:
    """Of whom these are he can end them: "asked that Ostmark's sanctions be lifted", not "that Ostmark be expelled"."""
    return lemma(noun) in AIMED or lemma(noun) in words("en/force_nouns")
