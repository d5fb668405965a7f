"""Positions that a modal or an imperative tells: "must open the gates", "will not accept", "would like to work"."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.records.positions.conditions import AHEAD, Stated, both_move, conditions
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.lexicon import announced
from onrecord.records.positions.undone import is_left_open
from onrecord.records.positions.usage import is_deed_or_force, lifts_harm
from onrecord.syntax import (
    conditional,
    hardly,
    infinitive,
    lemma,
    modal_of,
    negated,
    passive,
    subjects,
    subtree,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SCORE = 0.7
_YIELDING = {
    "accept", "allow", "tolerate", "discuss", "negotiate", "compromise", "recognize", "recognise", "concede", "permit",
    "let", "forgo", "agree", "retreat", "bow", "yield", "surrender", "cede", "budge", "relent", "lift", "extradite",
    "capitulate", "withdraw", "sign", "participate",
}  # fmt: skip
_ATTACKING = {"attack", "invade", "deploy", "place", "station", "use", "threaten", "escalate", "abandon", "interfere"}
# These only where another side is named in the clause: "will not break", "will not attend the fair" tell nothing.
_YIELDING_TO = {
    "trade", "barter", "bargain", "attend", "join", "submit", "kneel", "apologise", "apologize", "hand", "reopen",
    "restore", "relinquish", "cooperate",
}  # fmt: skip
_HARMING = {
    "breach", "violate", "hamper", "hinder", "impede", "obstruct", "disrupt", "harm", "endanger", "undermine",
    "jeopardize", "jeopardise", "sabotage", "derail", "encroach", "meddle", "intrude", "provoke", "betray", "desert",
    "forsake", "break",
}  # fmt: skip
OBLIGATIONS = {"must", "should"}


def obligation(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What somebody says another must do: "Varenia must open the gates, the premier said"."""
    for verb in sentence:
        binding = _binding(verb)
        if binding is None:
            continue
        speaker = parties.speaker_at(verb.idx)
        subject = next(iter(subjects(binding)), None)
        target = parties.of(subject) if subject is not None and lemma(subject) not in FIRST_PERSON else None
        if speaker is None or target is None or target.side == speaker.side or subject is None:
            continue
        if any((c.tag_ == "MD" and c.i < subject.i) or c.lower_ == "whether" for c in binding.children):
            continue  # "should Ostmark choose to wait": a condition
        if verb.dep_ == "ccomp" and any(c.tag_ in {"WRB", "WDT"} for c in verb.lefts):
            continue  # "asked why Ostmark should pay"
        blamed = _blames(verb)
        asked = not passive(verb) or is_deed_or_force(subject)  # "Ostmark must be stopped": others are
        yield told_draft(
            "position.idiom.obligation",
            "accusation" if blamed else "demand",
            cue=sentence.doc[subject.left_edge.i : verb.i + 1],
            content=subtree(verb),
            holder=speaker,
            addressee=target if blamed or asked else None,
        )


def _binding(verb: "Token") -> "Token | None":
    """The verb that makes it a duty: itself with "must", that of "has to leave", "ought to", "has a month to leave"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    if modal_of(verb) in OBLIGATIONS or _had_better(verb):
        return verb
    above = verb.head
    leaving = infinitive(verb) and not passive(verb) and _is_leaving(verb)
    if above.pos_ == "NOUN" and above.dep_ == "dobj" and lemma(above.head) == "have":
        given = leaving and lemma(above) in _RESPITES and above.head.tag_ in _PRESENT
        return above.head if given and not (negated(above.head) or conditional(above.head)) else None
    if verb.dep_ not in {"xcomp", "advcl"} or not infinitive(verb) or verb.i < above.i or negated(above):
        return None
    if lemma(above) == "do" and modal_of(above) == "would":
        return above if any(c.lower_ == "well" for c in above.rights) else None
    bound = lemma(above) == "ought" or (lemma(above) in {"have", "need"} and above.tag_ in _PRESENT)
    free = conditional(above) or any(c.dep_ == "dobj" for c in above.children)
    return above if bound and leaving and not free and verb.i - above.i <= _NEAR else None


_PRESENT = {"VBZ", "VBP"}
# Who has so long to do it is to do it.
_RESPITES = {"hour", "day", "week", "month"}
# How far behind "has" what has to be done may stand.
_NEAR = 4


def _is_leaving(verb: "Token") -> bool:
    """ "Leave", "release the crew", "pull back": what one side asks of another, seldom what anybody has to do."""
    back = any(c.lower_ in {"back", "out"} for c in verb.rights)
    return lemma(verb) in _LEAVING or (lemma(verb) == "pull" and back)


_LEAVING = {"withdraw", "stop", "release", "comply", "return", "leave"}


def _had_better(verb: "Token") -> bool:
    """ "Had better leave"."""
    aside = {c.lower_ for c in verb.lefts}
    return verb.tag_ == "VB" and bool(aside & {"had", "'d"}) and "better" in aside


def _blames(verb: "Token") -> bool:
    """ "Should have waited", "should be ashamed", "must be held responsible"."""
    having = any(c.dep_ == "aux" and lemma(c) == "have" for c in verb.children)
    if verb.tag_ == "VBN" and having and not passive(verb) and modal_of(verb) in {"should", "ought"}:
        return True
    said = {c.lower_ for c in verb.children if c.dep_ in {"acomp", "oprd", "xcomp", "advmod"}}
    return "ashamed" in said or (lemma(verb) == "hold" and bool(said & {"responsible", "accountable"}))


def imperative(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What somebody tells another to do: "Talk to Varenia, but be tough", in words quoted of him."""
    for verb in sentence:
        if verb.tag_ != "VB" or verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in {"ROOT", "ccomp"}:
            continue
        if any(c.dep_ in _NOT_TOLD or c.tag_ in {"MD", "TO"} for c in verb.children) or lemma(verb) in _SPOKEN:
            continue
        speaker = parties.speaker_at(verb.idx)
        if speaker is None or not parties.is_direct(verb.idx):
            continue
        told = [p for t in verb.subtree if t.pos_ in {"NOUN", "PROPN"} for p in parties.all_of(t)]
        other = next((p for p in told if p.side != speaker.side), None)
        if other is None:
            continue
        yield told_draft(
            "position.idiom.imperative",
            "demand",
            cue=sentence.doc[verb.i : verb.i + 1],
            content=subtree(verb),
            holder=speaker,
        )


# An auxiliary or subject makes it a statement.
_NOT_TOLD = {"nsubj", "nsubjpass", "auxpass", "expl", "csubj"}
# What people say to those who listen.
_SPOKEN = {
    "look", "listen", "see", "let", "thank", "welcome", "imagine", "remember", "go", "say", "believe", "suppose",
    "note", "excuse", "forgive", "wait", "know", "mean", "call", "bless", "have",
}  # fmt: skip


def will_not(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a side says it will not do: yield (a refusal) or attack (an assurance)."""
    for verb in sentence:
        act = _will_not_act(verb)
        if (
            act is None
            or (act == "refusal" and passive(verb))
            or modal_of(verb) not in {"will", "would", "shall", "'ll", "wo", "ca", "can"}
        ):
            continue
        if (
            not (negated(verb) or _is_for_none(verb))
            or is_left_open(verb)
            or (modal_of(verb) in {"ca", "can"} and act == "assurance")
        ):
            continue
        holder = subject_party(verb, parties)
        speaker = parties.speaker_at(verb.idx)
        if holder is None or (speaker is not None and speaker.side != holder.side):
            continue
        if lemma(verb) in _YIELDING_TO | _HARMING and not names_another(verb, holder, parties):
            continue
        yield told_draft(
            "position.idiom.will-not",
            act,
            cue=sentence.doc[verb.i : verb.i + 1],
            content=subtree(verb),
            holder=holder,
        )


def is_named(party: Party | None) -> bool:
    """Whether another side is known by name: not "the parents", "a spokesman"."""
    return party is not None and party.known_side is not None and not party.is_unnamed


def names_another(verb: "Token", holder: Party, parties: Parties) -> bool:
    """Whether a named party of another side stands in the clause: "will not join Varenia's fleet"."""
    named = (p for t in subtree(verb) if t.pos_ in {"NOUN", "PROPN", "ADJ"} for p in parties.all_of(t))
    return any(p.side != holder.side and is_named(p) for p in named)


def _is_for_none(verb: "Token") -> bool:
    """ "Will take part in no talks", "under no circumstances", "will put its name to nothing"; not "at no cost"."""
    parts = [c for c in verb.rights if lemma(c) == "part" and lemma(verb) == "take"]
    preps = [c for h in (verb, *parts) for c in h.children if c.dep_ == "prep"]
    for prep, held in ((p, g) for p in preps for g in p.children if g.dep_ == "pobj"):
        none = any(c.lower_ == "no" for c in held.lefts)
        if (prep.lower_ == "to" and held.lower_ == "nothing") or (none and lemma(held) == "circumstance"):
            return True
        if none and parts and prep.lower_ == "in":
            return True
    return False


def will_do(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a speaker binds himself to: "we will continue to patrol the river"."""
    for verb in sentence:
        if lemma(verb) not in _KEPT_UP or modal_of(verb) not in {"will", "'ll", "shall"} or negated(verb):
            continue
        subject = next(iter(subjects(verb)), None)
        if subject is None or subject.lower_ not in {"we", "i"}:
            continue
        holder = parties.of(subject)
        if holder is None or not any(c.i > verb.i and c.dep_ in _TOLD_WHAT for c in verb.children):
            continue
        kept_up = next((c for c in verb.rights if c.dep_ == "xcomp" and lemma(verb) == "continue"), verb)
        act = (announced(kept_up) if kept_up != verb and not _is_of_both(kept_up) else None) or "assurance"
        at_home = parties.publisher() is not None and act == "assurance"
        if at_home and not _concerns_others(verb, holder, parties):
            continue  # "we will continue to mend the roads", on a state's own site
        yield told_draft(
            "position.idiom.will-do",
            act,
            cue=sentence.doc[verb.i : verb.i + 1],
            content=subtree(verb),
            holder=holder,
        )


def undertaking(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a side says it will give for what another gives: "it would free the crew if Ostmark lifts the ban".

    An offer of what hangs on the other, an assurance of what waits for it.
    """
    for stated in conditions(sentence):
        verb, first = stated.governed, stated.words[0].lower_
        if not gives(verb) or modal_of(verb) not in AHEAD or not _is_undertaken(verb) or first in {"unless", "until"}:
            continue
        holder, speaker = subject_party(verb, parties), parties.speaker_at(verb.idx)
        if passive(verb) and any(s.lower_ == "it" for s in subjects(verb)):
            holder = speaker  # "it will be lifted once Ostmark recognises us"
        if holder is None or speaker is None or speaker.side != holder.side or stated.holds(verb):
            continue
        if not _is_given_for(stated, holder, parties):
            continue
        if lemma(verb) in _GIVEN_TO and not names_another(verb, holder, parties):
            continue
        yield told_draft(
            "position.idiom.undertaking",
            "assurance" if first in {"once", "after"} or stated.words[1:2].text.lower() == "soon" else "offer",
            cue=verb_group(verb),
            content=subtree(verb),
            holder=holder,
        )


# What is let in or lifted may be so at home: "the bus will be let in once".
_GIVEN_TO = {"let", "allow", "admit", "readmit", "ease"}


def _is_undertaken(verb: "Token") -> bool:
    """ "Will free the crew", "said it would", not "warned that it would", "asked if", "would have", "can hardly"."""
    kept = not (denied_or_supposed(verb) or any(lemma(c) == "have" for c in verb.lefts))
    return kept and is_said(verb)


def is_said(verb: "Token") -> bool:
    """Whether it is told of itself or by who says so: "said it would", not "denied that", "did not say that"."""
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "ccomp":
        return lemma(verb.head) in _SAYING and not negated(verb.head) and modal_of(verb.head) is None
    return verb.dep_ == "ROOT"


def _is_given_for(stated: Stated, holder: Party, parties: Parties) -> bool:
    """ "Once Ostmark pays", "if the sanctions are lifted", "in return for aid"; not "if Ostmark attacks"."""
    verb = stated.verb
    if verb is None:
        return stated.words[1:2].text.lower() in {"return", "exchange"}
    if negated(verb) or any(lemma(c) == "have" and c.tag_ == "VBD" for c in verb.lefts):  # "if it had paid"
        return False
    other = subject_party(verb, parties)
    given = lemma(verb) in _MEETING or gives(verb) or both_move(stated)
    return given and (other is None or other.side != holder.side)


def gives(verb: "Token") -> bool:
    """ "Free the crew", "come back to the table", "suspend the tariffs", "resume the talks"."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    things += [g for c in verb.children if c.dep_ in {"prep", "advmod"} for g in c.subtree if g.dep_ == "pobj"]
    names = {lemma(t).lower().removesuffix("s") for t in things}
    ended = passive(verb) and lemma(verb) in {"lift", "ease"} and any(s.lower_ == "it" for s in subjects(verb))
    return ended or lifts_harm(verb) or any(lemma(verb) in verbs and names & what for verbs, what in _GIFTS)


_SAYING = {"say", "add", "announce", "declare", "tell", "promise", "pledge", "vow", "offer", "confirm"}
# What of one side another may wait for.
_MEETING = {
    "pay", "comply", "apologise", "apologize", "accept", "agree", "recognise", "recognize", "sign", "ratify", "pledge",
    "promise", "guarantee",
}  # fmt: skip
_PACTS = {"truce", "ceasefire", "treaty", "deal", "accord", "agreement", "pact"}
_GIFTS: tuple[tuple[set[str], frozenset[str] | set[str]], ...] = (
    ({"release", "free"}, {"hostage", "prisoner", "captive", "detainee", "crew", "sailor", "trawler", "tanker"}),
    ({"resume", "restart", "return", "come"}, {"talk", "negotiation", "dialogue", "table"}),
    ({"resume", "restart"}, {"inspection", "export", "delivery", "supply", "flight"}),
    ({"open", "reopen"}, {"border", "crossing", "gate"}),
    ({"ratify", "respect", "honour", "honor"}, _PACTS),
    ({"withdraw", "pull"}, words("en/force_nouns")),
    ({"lift", "ease"}, {"ban", "restriction", "measure", "curb", "duty", "levy"}),
    ({"let", "allow", "admit", "readmit"}, {"inspector", "camera", "observer", "monitor", "convoy", "grain", "ship"}),
)


def _concerns_others(verb: "Token", holder: Party, parties: Parties) -> bool:
    """Whether another side has a part in it: "will help Ostmark", "will work together"; not "will fix the roads"."""
    said = [t for t in verb.sent if t.i != verb.i]
    if any(t.lower_ in _OTHERS or lemma(t).lower().removesuffix("s") in BETWEEN | _SHARED for t in said):
        return True
    return any(p.side != holder.side for t in said if t.pos_ in {"NOUN", "PROPN"} for p in parties.all_of(t))


_OTHERS = {"together", "you", "your", "them", "each", "both"}
# Words of what is between sides, whose names may be missing.
BETWEEN = {
    "partner",
    "ally",
    "talk",
    "negotiation",
    "treaty",
    "truce",
    "ceasefire",
    "peace",
    "deal",
    "hostage",
    "prisoner",
}
# In a promise these, too.
_SHARED = {
    "friend", "neighbor", "neighbour", "country", "diplomacy", "dialogue", "accord", "agreement", "commitment",
    "obligation", "sanction", "pressure", "cooperation", "contact", "settlement", "stability", "security", "pact",
    "arrangement", "weapon", "freedom",
}  # fmt: skip


def _is_of_both(verb: "Token") -> bool:
    """ "Continue to seek a peaceful solution": asked of nobody."""
    return lemma(verb) == "seek" and any(lemma(c) in _SOUGHT for c in verb.children)


_SOUGHT = {"solution", "settlement", "peace", "dialogue", "deal", "agreement", "compromise", "way", "path", "outcome"}
_KEPT_UP = {
    "continue", "provide", "help", "defend", "protect", "deliver", "maintain", "keep", "ensure", "strengthen", "stand",
    "fulfil", "fulfill", "uphold", "intensify", "assist", "cooperate", "contribute", "respect", "observe",
}  # fmt: skip
_TOLD_WHAT = {"dobj", "xcomp", "ccomp", "prep"}


def would_like(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """Readiness said politely: "we would like to work with Varenia on tolls"."""
    for wish in sentence:
        if lemma(wish) not in {"like", "love"} or modal_of(wish) not in {"would", "'d"} or negated(wish):
            continue
        verb = next((c for c in wish.children if c.dep_ == "xcomp" and lemma(c) in TOGETHER), None)
        holder = subject_party(wish, parties)
        if verb is None or holder is None:
            continue
        yield told_draft(
            "position.idiom.would-like",
            "offer",
            cue=sentence.doc[wish.i : verb.i + 1],
            content=subtree(verb),
            holder=holder,
        )


TOGETHER = {
    "work", "cooperate", "meet", "discuss", "talk", "continue", "develop", "improve", "build", "expand", "deepen",
    "negotiate", "reach", "restore", "resolve", "settle", "sign", "agree",
}  # fmt: skip


def necessary(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A demand of all: "it is imperative that the gates be opened", said by somebody."""
    for word in sentence:
        verb = word.head
        told = lemma(word) in _NECESSARY and word.dep_ in {"acomp", "attr"} and lemma(verb) == "be"
        speaker = parties.speaker_at(word.idx)
        if not told or speaker is None or negated(verb) or not any(c.lower_ == "it" for c in verb.lefts):
            continue
        clause = next(
            (c for h in (verb, word) for c in h.children if c.i > word.i and c.dep_ in {"ccomp", "xcomp", "advcl"}),
            None,
        )
        if clause is None:
            continue
        yield told_draft(
            "position.idiom.necessary",
            "demand",
            cue=sentence.doc[word.i : word.i + 1],
            content=subtree(clause),
            holder=speaker,
        )


_NECESSARY = {
    "necessary",
    "imperative",
    "essential",
    "vital",
    "crucial",
    "time",
    "urgent",
    "incumbent",
    "indispensable",
}


def _will_not_act(verb: "Token") -> PositionAct | None:
    parts = lemma(verb) == "take" and any(lemma(c) == "part" for c in verb.rights)
    others = (c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VB")  # "will not have others decide"
    borne = lemma(verb) == "have" and any(c.dep_ == "nsubj" for o in others for c in o.lefts)
    if lemma(verb) in _YIELDING | _YIELDING_TO or parts or borne:
        return "refusal"
    if lemma(verb) == "walk" and any(c.lower_ == "away" for c in verb.rights):
        return "assurance"
    if lemma(verb) in _ATTACKING | _HARMING or lemma(verb) in words("en/hostile_verbs"):
        return "assurance"
    return None


def denied_or_supposed(verb: "Token") -> bool:
    """ "Is not open", "is hardly open", "if it is open", "asked whether it is"."""
    return negated(verb) or hardly(verb) or conditional(verb)


def told_draft(
    rule: str,
    act: PositionAct,
    *,
    cue: "Tokens",
    content: "Tokens",
    holder: Party | None,
    addressee: Party | None = None,
) -> Draft:
    return Draft(
        rule=rule,
        score=SCORE,
        act=act,
        cue=cue,
        content=content,
        holders=(holder,) if holder else (),
        addressee=addressee,
    )


def subject_party(verb: "Token", parties: Parties) -> Party | None:
    return next((p for s in subjects(verb) if (p := parties.of(s)) is not None), None)


# The rules with words one of which a sentence must hold, any where there are none.
MODALITY: tuple[tuple[frozenset[str], Callable[["Tokens", Parties], Iterator[Draft]]], ...] = (
    (frozenset({*OBLIGATIONS, "have", "need", "ought", "do", "well"}), obligation),
    (frozenset({"not", "never", "n't", "no", "neither", "nor"}), will_not),
    (frozenset(), imperative),  # any verb may be one
    (frozenset(_KEPT_UP), will_do),
    (frozenset(AHEAD), undertaking),
    (frozenset({"like", "love"}), would_like),
    (frozenset(_NECESSARY), necessary),
)
