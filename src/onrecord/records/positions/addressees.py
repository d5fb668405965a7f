"""Whom an act is for or against: whom the tagger points to, also where no name is known."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.intruders import FIGHTERS, INTRUDERS, intruders
from onrecord.records.parties import Parties, Party
from onrecord.records.positions.cues import cues
from onrecord.records.positions.drafts import UNADDRESSED, Draft, first_other, other_side
from onrecord.records.positions.usage import phrase_head, suffers
from onrecord.syntax import SUBJECTS, clause_verb, infinitive, lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = {"nsubj", "dobj", "pobj", "poss", "dative", "nsubjpass", "amod", "conj"}
# What blames or praises names whom, also where the tagger points to nobody.
_OF_SOMEBODY = {"accusation", "endorsement"}
_AGAINST_OTHERS = {"accusation", "demand", "refusal", "warning"}
# Of these the article need not have told which ones: "the media", "the public".
_ALL_OF_A_KIND = {"media", "medium", "press", "public"}
_LEAVING_OUT = {"without", "despite", "unlike", "besides", "except", "than"}
_BEFORE_ADDRESSEE = {"on", "to", "at", "into", "against"}


def addressee_of(
    token: "Token", act: PositionAct, holders: Iterable[Party], parties: Parties, doer: Party | None
) -> Party | None:
    """Whom the tagger points to, else who did it; else of what is blamed or praised the first party in the words.

    Where it points to somebody unknown, only what his phrase names.

    None of what is feared or denied, which need not be told to anybody.
    """
    trigger = parties.trigger_at(token)
    if act in UNADDRESSED or trigger is None:
        return None
    others = list(holders)
    if known := first_other(_addressed(token, act, trigger, parties), act, others):
        return known
    if doer is not None and (blamed := first_other([doer], act, others)):
        return blamed
    if act not in _OF_SOMEBODY:
        return _as_written(token, act, parties)
    sides = {h.side for h in others}
    doing = [c for c in token.children if c.lower_ == "by"]  # who does it
    doing += [c for c in token.lefts if c.dep_ == "nsubj" and sides & {p.side for p in parties.all_of(c)}]
    by = {t.i for c in doing for t in c.subtree}
    near = {t.i for at in trigger.addressees for t in noun_phrase(token.doc[at])}  # "his predecessor": no name near by
    nouns = (t for t in token.subtree if t.dep_ in _NAMING and t.i not in by and (not near or t.i in near))
    nouns = (t for t in nouns if not suffers(t, token, act))
    return first_other((p for t in nouns for p in parties.all_of(t)), act, others) or _as_written(token, act, parties)


def with_addressee(draft: Draft, parties: Parties) -> Draft:
    """The draft; where the rule found nobody whom it is for or against, with whom the tagger points to from its cue.

    A warning names others than those whom it warns.
    """
    if draft.addressee is not None or draft.final_act in UNADDRESSED:
        return draft
    if draft.final_act == "warning":
        return replace(draft, addressee=_as_written(draft.cue.root, draft.final_act, parties))
    for token in draft.cue:
        trigger = parties.trigger_at(token)
        if trigger is not None and draft.final_act in trigger.acts:
            pointed = _addressed(token, draft.final_act, trigger, parties)
            if draft.final_act == "accusation":  # "blamed his predecessor"
                found = first_other(pointed, draft.final_act, draft.holders)
            else:
                found = other_side(pointed, draft.holders)
            if found is not None:
                return replace(draft, addressee=found)
    return replace(draft, addressee=_as_written(draft.cue.root, draft.final_act, parties))


def _addressed(token: "Token", act: PositionAct, trigger: Trigger, parties: Parties) -> list[Party]:
    """Whom the tagger points to: also "you" of two who met, and "the occupiers" of whom the text tells."""
    pointed = [token.doc[at] for at in trigger.addressees]
    pointed = [t for t in pointed if not (suffers(t, token, act) or _is_left_out(t))]
    if act not in _OF_SOMEBODY:  # "Ostmark shut the lock, and Varenia condemned it"
        pointed = [t for t in pointed if not _is_of_another_clause(t, token)]
    pointed = [t for t in pointed if act != "demand" or not _is_asked_for(t, token)]
    if found := parties.pointed_to(token, [t.i for t in pointed]):
        return found
    if listeners := [p for t in pointed if (p := parties.listener(t)) is not None]:
        return listeners
    return [p for t in pointed for p in intruders(t, parties)] if act in _AGAINST_OTHERS else []


def _is_left_out(word: "Token") -> bool:
    """ "Ready to go on without Ostmark", "backs talks despite Ostmark": not who is asked or promised anything."""
    head = phrase_head(word)
    prep = head.head
    none_other = prep.doc[max(0, prep.i - 1)].lower_ == "other"  # "none other than Ostmark"
    return head.dep_ == "pobj" and prep.lower_ in _LEAVING_OUT and not none_other


def _is_asked_for(word: "Token", token: "Token") -> bool:
    """ "Asked to send five observers", "asked for observers": whom one wants there he does not ask."""
    while word.dep_ == "pobj" and word.head.lower_ == "of":
        word = word.head.head
    above = word.head
    if word.pos_ != "NOUN" or any(c.dep_ in {"dobj", "dative"} for c in token.children):
        return False
    if word.dep_ == "pobj" and above.lower_ == "for":
        return above.head == token and not any(infinitive(t) for t in (*token.rights, *word.subtree))
    sent = word.dep_ == "dobj" and above.dep_ == "xcomp" and above.head == token
    return sent and not any(c.dep_ in SUBJECTS for c in above.lefts)


def _is_of_another_clause(word: "Token", token: "Token") -> bool:
    """ "Ostmark urged restraint; Varenia offered to host talks": to whom it is offered is not told there."""
    verb = clause_verb(token)
    own = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}] if verb is not None else []
    if verb is None or not own:
        return False
    first = own[0].left_edge
    beside = verb.head if verb.dep_ in {"conj", "parataxis"} and verb.head.pos_ in {"VERB", "AUX"} else None
    if first.i and first.nbor(-1).text == ";":  # the parser takes what stands before it for said
        beside = next((c for c in verb.lefts if c.dep_ == "ccomp"), beside)
    return beside is not None and own[0].pos_ != "PRON" and word.i < first.i and beside in word.ancestors


def _as_written(token: "Token", act: PositionAct, parties: Parties) -> Party | None:
    """Whom the tagger sees asked or blamed, of whom no name is known: "the news media", "Ostmark-backed rebels".

    Only who stands where the word has its addressee, and is not one of whom the text has told before.
    """
    trigger = parties.trigger_at(token)
    if trigger is None or act not in trigger.acts:
        return None
    for at in sorted(set(trigger.addressees) - set(trigger.holders)):
        noun = token.doc[at]
        if _is_kind_of_people(noun) and _is_told(noun, token, act):
            return parties.as_written(noun)
    return None


def _is_kind_of_people(noun: "Token") -> bool:
    """ "Ostmark-backed rebels", "the news media"; not "the companies", "both sides", which were told of before."""
    if lemma(noun) in _ALL_OF_A_KIND:
        return True
    narrowed = any(c.dep_ in {"amod", "compound", "nmod"} for c in noun.lefts) or any(
        c.dep_ in {"relcl", "acl", "prep"} for c in noun.rights
    )
    told_of = any(c.dep_ in {"det", "predet", "nummod"} for c in noun.lefts)
    return noun.tag_ == "NNS" and lemma(noun) in _people() and (narrowed or not told_of)


@cache
def _people() -> frozenset[str]:
    """Nouns for people and bodies who may be asked or blamed."""
    nouns = {row["noun"] for row in table("en/source_nouns") if row["kind"] not in {"document", "crowd"}}
    return frozenset(nouns | FIGHTERS | {"partner", "business"}) - INTRUDERS


def _is_told(noun: "Token", token: "Token", act: PositionAct) -> bool:
    """Whether the noun stands where the word has its addressee: "slammed critics", "called on voters"."""
    above = noun.head
    if token.pos_ == "VERB" and lemma(token) not in cues() and lemma(token) not in words("en/speech_verbs"):
        # "Foreign banks are delaying it", "firms must leave": who does it or should do it
        return act in {"accusation", "demand"} and noun.dep_ == "nsubj" and above == token
    places = {place for cue in cues().get(lemma(token), ()) for place in cue.addressee}
    if above == token:
        return ("dobj" in places or act in _OF_SOMEBODY) and noun.dep_ in {"dobj", "dative", "nsubjpass"}
    if noun.dep_ == "nsubj" and above.head == token:  # "complained that the news media would not"
        return act in {"accusation", "demand"} and above.dep_ in {"ccomp", "xcomp"}
    return noun.dep_ == "pobj" and above.head == token and above.lower_ in _BEFORE_ADDRESSEE
