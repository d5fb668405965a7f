"""Positions that the whole of what a speaker states tells: "it is up to Ostmark to leave", "there is no need of it"."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.records.positions.conditions import conditions
from onrecord.records.positions.drafts import Draft, other_side
from onrecord.records.positions.modality import denied_or_supposed, is_named, names_another, subject_party, told_draft
from onrecord.records.positions.undone import is_doubted
from onrecord.records.positions.usage import is_misdeed
from onrecord.syntax import (
    conditional,
    full_phrase,
    hardly,
    infinitive,
    lemma,
    modal_of,
    negated,
    passive,
    subjects,
    subtree,
    tense,
    trimmed,
    unsaid,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def statement_drafts(sentence: "Tokens", parties: Parties) -> list[Draft]:
    """Drafts of one sentence by all statements."""
    present = {lemma(t) for t in sentence} | {t.lower_ for t in sentence}
    found = (d for prefilter, rule in RULES if not prefilter or prefilter & present for d in rule(sentence, parties))
    return [d for d in found if not is_doubted(d.cue.root)]


def left_to(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a speaker says another is to do: "it is up to Ostmark to leave", "the onus is on Ostmark to leave"."""
    for verb in sentence:
        if lemma(verb) not in {"be", "rest", "lie", "fall"} or negated(verb) or modal_of(verb) or conditional(verb):
            continue
        speaker, subject = parties.speaker_at(verb.idx), next(iter(subjects(verb)), None)
        act = next((c for c in verb.rights if infinitive(c) and lemma(c) not in _CHOOSING), None)
        if speaker is None or subject is None or act is None:
            continue
        up = subject.lower_ == "it" and any(c.lower_ == "up" for c in verb.rights)
        asked = _behind(verb, {"to"} if up else {"on", "upon", "with"})
        if not up and lemma(subject) not in {"onus", "burden", "responsibility", "obligation"}:
            continue
        asked += [s for s in act.lefts if s.dep_ == "nsubj"]  # "on Ostmark to leave", as parsers take it
        other = other_side((p for t in asked for p in parties.all_of(t)), [speaker])
        if is_named(other):
            yield told_draft(
                "position.statement.left-to",
                "demand",
                cue=verb_group(verb),
                content=trimmed(sentence.doc, subject.left_edge.i, act.right_edge.i + 1),
                holder=speaker,
                addressee=other,
            )


# Who may do this is free to: "it is up to Ostmark to decide".
_CHOOSING = {"decide", "choose", "determine", "judge", "say", "pick", "elect", "vote", "interpret", "be"}


def overdue(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a speaker says should have been done: "an end to the flights is long overdue"."""
    for word in sentence:
        verb, speaker = word.head, parties.speaker_at(word.idx)
        long = any(c.lower_ == "long" for c in word.lefts)
        if word.lower_ != "overdue" or not long or word.dep_ != "acomp" or speaker is None or denied_or_supposed(verb):
            continue
        subject = next(iter(subjects(verb)), None)
        if subject is None or subject.pos_ != "NOUN":
            continue
        about = [p for t in full_phrase(subject) for p in parties.all_of(t)]
        other = other_side(about, [speaker])
        if other is not None:  # not the rains, nor a payment
            yield told_draft(
                "position.statement.overdue",
                "demand",
                cue=sentence.doc[verb.i : word.i + 1],
                content=full_phrase(subject),
                holder=speaker,
                addressee=other,
            )


def nothing_to_do(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A refusal by what there is not: "there is nothing to sign", "no place for mediators", "no question of it"."""
    for noun in sentence:
        verb = noun.head
        there = noun.dep_ == "attr" and lemma(verb) == "be" and any(c.dep_ == "expl" for c in verb.lefts)
        if not there or modal_of(verb) not in {None, "can", "could", "will", "would"} or conditional(verb):
            continue
        speaker = parties.speaker_at(verb.idx)
        none = any(c.lower_ in {"no", "not"} for c in noun.lefts) or any(c.dep_ == "neg" for c in verb.children)
        done = next((c for c in noun.rights if infinitive(c)), None)
        to_do = noun.lower_ == "nothing" and done is not None and lemma(done) in _GIVING_IN
        wide = lemma(noun) not in _VAGUE or (speaker is not None and names_another(verb, speaker, parties))
        closed = none and wide and lemma(noun) in _OPENINGS and _is_about_a_matter(noun, done)
        if speaker is not None and (to_do or closed):
            yield told_draft(
                "position.statement.nothing-to",
                "refusal",
                cue=trimmed(sentence.doc, verb.left_edge.i, noun.i + 1),
                content=trimmed(sentence.doc, noun.left_edge.i, noun.right_edge.i + 1),
                holder=speaker,
            )


_GIVING_IN = {
    "sign", "discuss", "negotiate", "apologize", "apologise", "concede", "renegotiate", "accept", "ratify",
    "withdraw", "cede", "bargain", "settle", "compromise", "arbitrate", "mediate",
}  # fmt: skip
_OPENINGS = {"place", "question", "need", "room", "role", "point", "sense", "reason", "scope", "basis", "ground"}
# Of these there is none in many a matter at home, so another side must be named: "no need of Varenia's mediators".
_VAGUE = {"need", "reason", "sense", "basis", "point"}
# There is no place for these, or no need of them: who says so turns them down.
_TURNED_DOWN = {
    "mediator", "mediation", "mediate", "outsider", "party", "intermediary", "arbitration", "arbitrator", "inspector",
    "observer", "monitor", "peacekeeper", "talk", "negotiation", "dialogue", "compromise", "concession", "recognition",
    "intervention", "interference", "troop", "base", "force", "deal", "agreement", "apology", "referendum", "treaty",
    "withdrawal", "pullout", "involvement", "sanction", "precondition", "condition", "ultimatum",
}  # fmt: skip


def _is_about_a_matter(noun: "Token", done: "Token | None") -> bool:
    """ "No place for a third party", "no question of lifting the toll", "no reason to negotiate"; not "to worry"."""
    if done is not None:
        return lemma(done) in _GIVING_IN | {"talk", "meet", "change", "lift"}
    about = _behind(noun, {"for", "of", "in"})
    ending = lemma(noun) == "question" and any(t.tag_ == "VBG" for t in about)  # "no question of the pact ending"
    return ending or any(lemma(t) in _TURNED_DOWN for t in about)


def regrettable(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """Blame by a word for what is done: "it is regrettable that the gate was shut", "it was insulting to be asked"."""
    for word in sentence:
        verb, speaker = word.head, parties.speaker_at(word.idx)
        if word.lower_ not in _BLAMED_AS or word.dep_ != "acomp" or lemma(verb) != "be" or speaker is None:
            continue
        it = any(s.lower_ == "it" for s in subjects(verb))
        told = next((c for h in (verb, word) for c in h.rights if c.dep_ in {"ccomp", "xcomp"} and c.i > word.i), None)
        told = None if told is None or passive(told) or lemma(told) in _BEFALLING else told
        doers = [p for s in subjects(told) for p in parties.all_of(s)] if told is not None else []
        other = other_side(doers, [speaker])
        if it and told is not None and is_named(other) and not denied_or_supposed(verb) and modal_of(verb) is None:
            yield told_draft(
                "position.statement.regrettable",
                "accusation",
                cue=sentence.doc[verb.i : word.i + 1],
                content=trimmed(sentence.doc, word.i, told.right_edge.i + 1),
                holder=speaker,
                addressee=other,
            )


_BEFALLING = {"die", "drown", "perish", "suffer", "fall", "lose"}
_BLAMED_AS = {
    "regrettable", "deplorable", "insulting", "outrageous", "shameful", "disgraceful", "scandalous", "unjust",
    "hypocritical", "reprehensible", "appalling", "unforgivable", "inexcusable", "irresponsible",
}  # fmt: skip


def charged(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A misdeed that one side says another did: "Ostmark claims that Varenian boats fired on its port"."""
    for verb in sentence:
        if not _is_wrong(verb) or modal_of(verb) or conditional(verb) or infinitive(verb):
            continue
        if tense(verb) not in {"past", "present"} or negated(verb) or hardly(verb) or unsaid(verb):
            continue
        speaker, doer = parties.speaker_at(verb.idx), _doer(verb, parties)
        known = speaker is not None and speaker.known_side is not None
        if doer is None or speaker is None or not known or doer.side == speaker.side or not _is_alleged(verb):
            continue
        yield told_draft(
            "position.statement.charged",
            "accusation",
            cue=verb_group(verb),
            content=subtree(verb),
            holder=speaker,
            addressee=doer,
        )


def _doer(verb: "Token", parties: Parties) -> Party | None:
    """Who did it: the subject, of a passive the one behind "by"."""
    if not passive(verb):
        return subject_party(verb, parties)
    return next((p for t in _behind(verb, {"by"}) for p in parties.all_of(t)), None)


def _is_wrong(verb: "Token") -> bool:
    """ "Fired on the port", "opened fire", "broke the truce", "crossed the border", or another misdeed."""
    objects = {lemma(c) for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}}
    behind = {c.lower_ for c in verb.rights if c.dep_ in {"prep", "prt"}}
    done = any(lemma(verb) in verbs and (objects & what or behind & what) for verbs, what in _WRONGS)
    return done or is_misdeed(verb)


_WRONGS: tuple[tuple[set[str], set[str] | frozenset[str]], ...] = (
    ({"open"}, {"fire"}),
    ({"fire"}, {"on", "at", "into", "rifle", "gun", "grenade", "shell", "rocket", "missile", "mortar"}),
    ({"break", "violate", "breach"}, {
        "truce", "ceasefire", "promise", "commitment", "word", "treaty", "deal", "agreement", "pledge", "accord",
        "airspace", "border", "pact", "obligation", "sovereignty",
    }),
    ({"cross"}, {"border", "frontier"}),
    ({"enter"}, {"airspace", "water", "territory"}),
    ({"lock"}, {"radar", "onto"}),
    ({"go"}, {"back"}),
    ({"trespass", "encroach", "intrude"}, {"on", "upon", "into", "beyond", "onto"}),
    ({"plant", "lay"}, {"mine", "bomb", "explosive"}),
)  # fmt: skip


def _is_alleged(verb: "Token") -> bool:
    """Whether it is told with a verb of claiming: "claimed that", "..., the ministry alleged"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    claims = [verb.head] if verb.dep_ in {"ccomp", "acl"} else []
    claims += [c for c in verb.children if c.dep_ == "parataxis"]
    return any(lemma(c) in _CLAIMING and not negated(c) for c in claims)


_CLAIMING = {
    "claim", "allege", "maintain", "contend", "insist", "assert", "charge", "complain", "protest", "counter", "retort",
    "proof", "evidence",
}  # fmt: skip


def none_of_ours(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A denial by what none of one's own did: "no Varenian boat had opened fire"."""
    for verb in sentence:
        subject = next(iter(subjects(verb)), None)
        if subject is None or modal_of(verb) or conditional(verb) or tense(verb) != "past" or verb.pos_ != "VERB":
            continue
        if not any(c.lower_ in {"no", "none", "not"} for t in (subject, verb) for c in t.lefts if c.i <= subject.i):
            continue
        if not _is_wrong(verb) or passive(verb):
            continue
        speaker = parties.speaker_at(verb.idx)
        ours = [p for t in full_phrase(subject) for p in parties.all_of(t)]
        if speaker is not None and ours and {p.side for p in ours} == {speaker.side}:
            yield told_draft(
                "position.statement.none-of-ours",
                "denial",
                cue=verb_group(verb),
                content=subtree(verb),
                holder=speaker,
            )


def will_not_be(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a speaker will not let happen: "not a metre of our land will be ceded", "the tolls will not be lifted"."""
    for verb in sentence:
        if lemma(verb) not in _LET_GO or not passive(verb) or modal_of(verb) not in {"will", "wo", "shall"}:
            continue
        subject, speaker = next(iter(subjects(verb)), None), parties.speaker_at(verb.idx)
        if subject is None or speaker is None or conditional(verb) or any(c.dep_ == "agent" for c in verb.children):
            continue
        none = negated(verb) or (verb.sent[0].lower_ == "not" and verb.sent[0].i < subject.i)
        theirs = {p.side for t in full_phrase(subject) for p in parties.all_of(t)} - {speaker.side}
        own = any(t.lower_ in FIRST_PERSON for t in full_phrase(subject))
        others = any(is_named(other_side(parties.all_of(t), [speaker])) for t in verb.sent)
        if none and others and not theirs and (own or lemma(verb) in _BEARING):
            yield told_draft(
                "position.statement.will-not-be",
                "refusal",
                cue=verb_group(verb),
                content=subtree(verb),
                holder=speaker,
            )


_BEARING = {"tolerate", "accept", "condone"}
_LET_GO = {
    "cede", "surrender", "give", "hand", "trade", "barter", "negotiate", "abandon", "withdraw", "relinquish", "sell",
    "lift", "return", "discuss", *_BEARING,
}  # fmt: skip


def cut_off_unless(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a side will take away unless another acts: "Ostmark will close its ports unless Varenia pays"."""
    for stated in conditions(sentence):
        verb, first = stated.governed, stated.words[0].lower_
        if lemma(verb) not in _CUTTING or modal_of(verb) not in {"will", "would", "could", "might", "may"}:
            continue
        if first != "unless" or negated(verb) or conditional(verb) or stated.holds(verb):
            continue
        speaker, subject = parties.speaker_at(verb.idx), next(iter(subjects(verb)), None)
        doer = parties.of(subject) if subject is not None else None
        if speaker is None or doer is None or doer.side != speaker.side or passive(verb):
            continue
        movers = [p for s in (subjects(stated.verb) if stated.verb is not None else ()) for p in parties.all_of(s)]
        about = [p for t in subtree(verb) if t.pos_ in {"PROPN", "NOUN", "ADJ"} for p in parties.all_of(t)]
        other = other_side([*movers, *about], [speaker])
        if not is_named(other):
            continue  # "will close the school unless the snow stops"
        yield told_draft(
            "position.statement.cut-off-unless",
            "warning",
            cue=verb_group(verb),
            content=trimmed(sentence.doc, verb_group(verb).start, _end(verb)),
            holder=speaker,
            addressee=other,
        )


def _end(verb: "Token") -> int:
    """Where the words of the verb end, without its condition."""
    return max([verb.i, *(c.right_edge.i for c in verb.rights if c.dep_ not in {"advcl", "conj", "cc", "punct"})]) + 1


_CUTTING = {
    "close", "halt", "cut", "stop", "suspend", "block", "seize", "expel", "ban", "bar", "withdraw", "quit", "cancel",
    "freeze", "end", "recall", "shut", "sever", "break", "boycott", "impose", "reimpose", "raise", "detain", "arrest",
    "turn", "scrap", "veto", "resume", "restart", "attack", "strike", "invade", "bomb", "walk", "abandon",
}  # fmt: skip


def _behind(head: "Token", prepositions: set[str]) -> "list[Token]":
    """What stands behind one of these, also one preposition further: "up to Ostmark"."""
    preps = [c for c in head.rights if c.dep_ in {"prep", "agent", "advmod"}]
    preps += [g for c in preps for g in c.rights if g.dep_ == "prep"]
    return [g for p in preps if p.lower_ in prepositions for g in p.rights if g.dep_ in {"pobj", "pcomp"}]


RULES: tuple[tuple[frozenset[str], Callable[["Tokens", Parties], Iterator[Draft]]], ...] = (
    (frozenset({"up", "onus", "burden", "responsibility", "obligation"}), left_to),
    (frozenset({"overdue"}), overdue),
    (frozenset({"nothing", *_OPENINGS}), nothing_to_do),
    (frozenset(_BLAMED_AS), regrettable),
    (frozenset(_CLAIMING), charged),
    (frozenset({"no", "not", "none"}), none_of_ours),
    (frozenset(_LET_GO), will_not_be),
    (frozenset({"unless"}), cut_off_unless),
)
