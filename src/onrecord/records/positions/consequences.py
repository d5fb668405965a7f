"""Warnings that tell what will follow: "if Ostmark invades, it will pay", "an invasion would be met with force"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.records.parties import Parties, Party
from onrecord.records.positions.conditions import AGGRESSION, AHEAD, Stated, conditions, deed
from onrecord.records.positions.drafts import CONSEQUENCE, Draft
from onrecord.records.positions.modality import undertaking
from onrecord.syntax import full_phrase, lemma, modal_of, negated, subjects, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SCORE = 0.7
_HARM = {
    "consequence", "cost", "price", "response", "retaliation", "sanction", "punishment", "catastrophe", "disaster",
    "war", "mistake", "escalation", "crisis", "blow", "damage", "reprisal", "countermeasure", "repercussion",
}  # fmt: skip
_HARMING = {"respond", "retaliate", "punish", "impose", "suffer", "pay", "answer", "regret", "isolate", "destroy"}


def consequence_drafts(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """Drafts of one sentence; whoever says it warns the one who would bring it about."""
    speaker = parties.speaker_at(sentence.start_char) or parties.publisher()
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"} or modal_of(verb) not in AHEAD or negated(verb) or not _harms(verb):
            continue
        if any(draft.cue.root == verb for draft in undertaking(sentence, parties)):
            continue  # "will lift the sanctions if"
        says = parties.speaker_at(verb.idx) or speaker
        subject = next(iter(subjects(verb)), None)
        doing = deed(verb)
        triggers = [c for c in conditions(sentence) if c.governed == verb or verb in c.governed.children]
        doers = [s for c in triggers if c.verb is not None for s in subjects(c.verb)]
        movers = [p for s in doers if (p := parties.of(s)) is not None]
        movers += [p for t in (full_phrase(doing) if doing is not None else ()) if (p := parties.of(t)) is not None]
        announced = not movers and (_announces(verb) or (_is_provoked(triggers) and _answers(verb, says, parties)))
        if announced:
            movers = [p for c in verb.rights for t in c.subtree if (p := parties.of(t)) is not None]
        mover = next((p for p in movers if says is not None and p.side != says.side), None)
        if says is None or (mover is None and not announced):
            continue
        told = subject is not None and (p := parties.of(subject)) is not None and p.side == says.side
        bare = subject is None or told or subject.tag_ in {"WDT", "WP"}
        start = verb_group(verb).start if bare or subject is None else subject.left_edge.i
        end = max([verb.i, *(c.right_edge.i for c in verb.rights if c.dep_ not in {"advcl", "conj", "punct", "cc"})])
        yield Draft(
            rule=CONSEQUENCE,
            score=SCORE,
            act="warning",
            cue=verb_group(verb),
            content=sentence.doc[start : end + 1],
            holders=(says,),
            addressee=mover,
        )


def _answers(verb: "Token", says: Party | None, parties: Parties) -> bool:
    """ "If such an act is repeated, our navy will respond": of who says it, whoever would bring it about."""
    subject = next(iter(subjects(verb)), None)
    doer = parties.of(subject) if subject is not None else None
    return lemma(verb) in _ANSWERING and doer is not None and says is not None and doer.side == says.side


def _is_provoked(triggers: "list[Stated]") -> bool:
    """ "If such a raid is repeated", "in the event of an attack"; not "if the letter comes"."""
    told = (t for stated in triggers for t in stated.words)
    return any(lemma(t) in _PROVOKING or lemma(t) in words("en/hostile_verbs") for t in told)


_PROVOKING = AGGRESSION | {"act", "raid", "incident", "provocation", "violation", "shelling", "intrusion"}
_ANSWERING = {"respond", "retaliate", "react", "strike"}


def _announces(verb: "Token") -> bool:
    """ "There will be a price", "this will lead to a tough response": the harm is the very thing that is told."""
    by_verb = lemma(verb) in _BRINGING or (lemma(verb) == "be" and any(c.dep_ == "expl" for c in verb.children))
    objects = [g for c in verb.rights for g in (c, *c.children) if g.dep_ in {"attr", "dobj", "pobj"}]
    return by_verb and any(lemma(t) in _PENALTIES for t in objects)


_BRINGING = {"entail", "lead", "bring", "result", "mean", "provoke", "trigger", "face", "carry", "have"}
_PENALTIES = {
    "consequence", "price", "cost", "response", "retaliation", "reprisal", "countermeasure", "repercussion",
    "punishment", "measure",
}  # fmt: skip


_WELCOME = {"positive", "good", "beneficial", "favorable", "favourable"}


def _harms(verb: "Token") -> bool:
    if lemma(verb) in _HARMING or lemma(verb) in words("en/hostile_verbs"):
        return True
    near = [g for c in verb.children for g in (c, *c.children, *(h for k in c.children for h in k.children))]
    if any(t.lower_ in _WELCOME for t in near):
        return False  # "will have a positive effect on prices"
    return any(t.pos_ == "NOUN" and lemma(t) in _HARM for t in near if t.i > verb.i)
