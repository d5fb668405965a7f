"""Positions that the trained tagger tells beside the rules."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.records.positions.addressees import addressee_of
from onrecord.records.positions.cues import cues, thanked_for
from onrecord.records.positions.drafts import DENIED, LEARNED, Draft
from onrecord.records.positions.modality import OBLIGATIONS
from onrecord.records.positions.undone import has_ended
from onrecord.records.positions.usage import act_as_used
from onrecord.records.positions.whose import whose
from onrecord.syntax import (
    RELATIVES,
    SUBJECTS,
    lemma,
    modal_of,
    negated,
    noun_phrase,
    subjects,
    subtree,
    trimmed,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Share from which a word tells an act. From 0.35 on more is found, and more of it wrongly; F is about the same.
LEAST = 0.5
# The same of an accusation, for which there are most wordings; from 0.4 to 0.5 a little more than half are right.
LEAST_BY_ACT: dict[PositionAct, float] = {"accusation": 0.4}
_WARNING = {"warn", "caution", "threaten"}
_COMPLEMENTS = {
    "dobj", "xcomp", "ccomp", "prep", "attr", "acomp", "oprd", "advcl", "dative", "pcomp", "agent", "acl", "prt",
    "pobj",
}  # fmt: skip


def learned_drafts(sentence: "Tokens", parties: Parties, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts of words that the tagger says tell an act which no rule has told there, where somebody holds it.

    Of what a thing stirs ("the deal raised fears") or the text only names ("amid fears") nobody is the holder, where
    it does not tell among whom.
    """
    rules = list(drafts)
    for token in sentence:
        trigger = parties.trigger_at(token)
        if trigger is None or token.dep_ == "neg" or thanked_for(token):
            continue
        for told, share in trigger.acts.items():
            act = act_as_used(token, told)
            if act is None or share < LEAST_BY_ACT.get(act, LEAST) or any(_tells_already(d, token, act) for d in rules):
                continue
            found = whose(token, act, trigger, parties)
            if found is None:
                continue
            holders, subject, doer = found
            if act == "demand" and (_asks_itself(token, holders, parties) or _only_lacks(token, parties)):
                continue
            addressee = addressee_of(token, act, holders, parties, doer)
            if act == "accusation" and _tells_of_itself(token, holders, addressee):
                continue
            yield Draft(
                rule=LEARNED + lemma(token),
                score=round(share, 2),
                act=act,
                cue=verb_group(token) if token.pos_ in {"VERB", "AUX"} else sentence.doc[token.i : token.i + 1],
                content=_content(token, subject),
                holders=tuple(holders),
                addressee=addressee,
                negated=_negated(token) and any(_denied_alike(cue.act, act) for cue in cues().get(lemma(token), ())),
            )


def _negated(token: "Token") -> bool:
    """ "Did not offer", "no longer offers", "is not ready"."""
    return negated(token) or has_ended(token) or (token.pos_ == "ADJ" and token.dep_ == "acomp" and negated(token.head))


def _denied_alike(one: PositionAct, other: PositionAct) -> bool:
    """Whether "no" makes the same of both: who has not accepted refuses, whether he would concede or endorse it."""
    return one == other or (other in DENIED and DENIED.get(one) == DENIED[other])


def _tells_already(draft: Draft, token: "Token", act: PositionAct) -> bool:
    """Whether a rule reads the word, has told the act there, or tells an act about it: "demanded a pledge"."""
    carries = draft.cue.root.head == token and lemma(token) in words("en/light_verbs")  # "has no intention of ..."
    if carries or draft.cue.start <= token.i < draft.cue.end:
        return True
    if draft.content is not None and draft.content.root == token and token.pos_ == "NOUN":
        return True
    return draft.final_act == act and draft.start <= token.i < draft.end


def _asks_itself(token: "Token", holders: list[Party], parties: Parties) -> bool:
    """ "Ostmark must show strength": the outlet's own view, where nobody but who must is known."""
    own = [s for s in subjects(token) if s.lower_ not in FIRST_PERSON] if modal_of(token) in OBLIGATIONS else []
    sides = {p.side for s in own for p in parties.all_of(s)}
    return bool(holders) and {h.side for h in holders} <= sides


def _tells_of_itself(token: "Token", holders: list[Party], addressee: Party | None) -> bool:
    """ "We kept our word": nobody else is blamed by it."""
    own = any(s.lower_ in FIRST_PERSON for s in subjects(token)) and token.pos_ in {"VERB", "AUX"}
    return own and addressee is not None and addressee.side in {h.side for h in holders}


def _only_lacks(token: "Token", parties: Parties) -> bool:
    """ "Ostmark needs the pipeline", in the outlet's own voice."""
    told = parties.attribution_at(token.idx) is not None or parties.publisher() is not None
    return lemma(token) == "need" and token.pos_ == "VERB" and not told


def _content(token: "Token", subject: "Token | None") -> "Tokens":
    """The complements; with the word itself where it is no cue word, and with the subject that the words are about."""
    after = [c for c in token.rights if c.dep_ in _COMPLEMENTS and not _is_relative(c)]
    named = lemma(token) in cues() or lemma(token) in words("en/speech_verbs")
    if token.pos_ == "NOUN" and not named:
        end = max([token.i, *(c.right_edge.i for c in token.rights if c.dep_ not in {"cc", "conj", "punct"})])
        return trimmed(token.doc, noun_phrase(token).start, end + 1)
    if token.pos_ == "ADJ" and not named and token.dep_ == "acomp":  # "it is mandatory that the gates open"
        return _content_of_copula(token)
    if token.pos_ == "NOUN" and after and after[0].lower_ in {"from", "by"}:
        # "a request from the islanders for more boats", also where the parser hangs "for" on another noun
        asked = (t for t in token.subtree if t.i > after[0].i and t.dep_ in {"prep", "acl"} and t.lower_ != "from")
        after = [t for t in asked if t.lower_ in {"for", "to"} or t.dep_ == "acl"][:1]
        return subtree(after[0]) if after else token.doc[token.i : token.i + 1]
    told = next((c for c in token.lefts if c.dep_ == "ccomp"), None)
    if lemma(token) in _WARNING and token.pos_ == "VERB" and not after and told is not None:
        return subtree(told)  # "it will respond, the minister warned"
    start = min([token.i, *(c.i for c in token.lefts if c.dep_ in {"aux", "neg", "auxpass"})])
    if not named and subject is None:
        subject = next((c for c in token.lefts if c.dep_ in SUBJECTS and c.lower_ not in RELATIVES), None)
    if subject is not None and subject.head == token and subject.i < token.i:
        start = subject.left_edge.i
    elif after and named:
        start = token.i + 1 + (after[0].dep_ == "prt" and after[0].i == token.i + 1 and len(after) > 1)
    end = max([token.i, *(c.right_edge.i for c in after)])
    return trimmed(token.doc, start, end + 1)


def _is_relative(clause: "Token") -> bool:
    """ "a demand that they called blackmail": what they called it, not what is demanded."""
    return clause.dep_ == "acl" and any(c.lower_ in RELATIVES and c.dep_ in {"dobj", "nsubj"} for c in clause.lefts)


def _content_of_copula(token: "Token") -> "Tokens":
    """What is said to be so, with the word that says it."""
    verb = token.head
    subject = next(
        (c for c in verb.lefts if c.dep_ in SUBJECTS and c.lower_ not in {*RELATIVES - {"that"}, "it"}), None
    )
    start = subject.left_edge.i if subject is not None and subject.head == verb else token.left_edge.i
    after = (c.right_edge.i for c in verb.rights if c.dep_ in {*_COMPLEMENTS, "npadvmod", "advmod"})
    return trimmed(token.doc, min(start, token.left_edge.i), max([token.right_edge.i, *after]) + 1)
