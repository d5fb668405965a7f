"""Positions that a learned rule tells: a linear model over what `features` sees, trained on our own annotations."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import Parties, Party
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.features import Features, candidates, cue_acts, features
from onrecord.syntax import lemma, passive, subjects, trimmed, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

NONE = "none"
BIAS = "bias"
# Score from which a word tells an act. By training/positions/train.py --check F is 55.8 there (P 66, R 48) and 56.8 at
# 0.3 (P 64, R 51): what is told wrongly costs a reader more than what is not told.
LEAST = 0.4
_COMPLEMENTS = {
    "dobj", "xcomp", "ccomp", "prep", "attr", "acomp", "oprd", "advcl", "dative", "pcomp", "agent", "acl", "prt",
    "pobj",
}  # fmt: skip
_NAMING = {"nsubj", "dobj", "pobj", "poss", "dative", "nsubjpass", "amod", "conj"}
# What is said of another side is the speaker's; what a side does by its own act is its own.
_OF_OTHERS = {"accusation", "demand", "warning", "denial", "endorsement", "refusal"}


def learned_drafts(sentence: "Tokens", parties: Parties, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts of words that no rule of that act has told, where the model is sure enough and somebody holds it."""
    by_rule: dict[int, set[PositionAct]] = defaultdict(set)
    for draft in drafts:
        by_rule[draft.cue.root.i].add(draft.act)
    for token in candidates(sentence):
        act, score = act_of(features(token, parties, sorted(by_rule[token.i])))
        if score < LEAST or act in by_rule[token.i]:
            continue
        holders, subject = _holders(token, act, parties)
        if holders:
            yield Draft(
                rule=f"position.learned.{lemma(token)}",
                score=round(score, 2),
                act=act,
                cue=verb_group(token) if token.pos_ in {"VERB", "AUX"} else sentence.doc[token.i : token.i + 1],
                content=_content(token, subject),
                holders=tuple(holders),
                addressee=_addressee(token, {h.side for h in holders}, parties),
            )


def act_of(found: Features) -> tuple[PositionAct, float]:
    """The act the features speak for most, and its score, 0 to 1: softmax of a linear model on their unit vector."""
    weights = _weights()
    length = math.sqrt(sum(v * v for v in found.values())) or 1.0
    totals = dict(weights[BIAS])
    for name, value in found.items():
        for act, weight in weights.get(name, {}).items():
            totals[act] += weight * value / length
    highest = max(totals.values())
    raised = {act: math.exp(total - highest) for act, total in totals.items()}
    best = max((act for act in raised if act != NONE), key=lambda act: raised[act])
    return best, raised[best] / sum(raised.values())  # type: ignore[return-value]  # a test checks the vocabulary


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Weights by feature and act; what is not in the table is nought."""
    rows = table("en/position_weights")
    acts = [c for c in rows[0] if c != "feature"]
    return {row["feature"]: {a: float(row[a]) for a in acts if row[a]} for row in rows}


def _holders(token: "Token", act: PositionAct, parties: Parties) -> "tuple[list[Party], Token | None]":
    """Whose act it is, and the subject where that is not the holder but whom the words are about."""
    subject = _subject(token)
    own = parties.all_of(subject) if subject is not None else []
    speaker = parties.speaker_at(token.idx) or parties.publisher()
    about_another = speaker is not None and own and all(p.side != speaker.side for p in own)
    if act in _OF_OTHERS and speaker is not None and (about_another or not own) and not _tells_itself(token, act):
        return [speaker], subject
    return own, None


def _subject(token: "Token") -> "Token | None":
    """Whoever does it: agent of a passive, possessor of a noun, subject of the verb or of the one it hangs on."""
    if token.pos_ == "NOUN":
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        return owner or (next(iter(subjects(token.head)), None) if token.head.pos_ in {"VERB", "AUX"} else None)
    if passive(token):
        return next((g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    for verb in (token, *token.ancestors):
        if verb.pos_ in {"VERB", "AUX"} and (own := subjects(verb)):
            relative = own[0].lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
            return verb.head if relative else own[0]
    return None


def _tells_itself(token: "Token", act: PositionAct) -> bool:
    """Whether the verb says that its subject does it: "expressed support", "called it a disgrace"."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "xcomp", "acomp", "attr"}]
    return lemma(token) in words("en/speech_verbs") or any(act in cue_acts(t) for t in (token, *objects))


def _content(token: "Token", subject: "Token | None") -> "Tokens":
    """The complements; with the subject where the words are about it."""
    after = [c for c in token.rights if c.dep_ in _COMPLEMENTS]
    start = min([token.i, *(c.i for c in token.lefts if c.dep_ in {"aux", "neg", "auxpass"})])
    if subject is not None and subject.head == token and subject.i < token.i:
        start = subject.left_edge.i
    elif after:
        start = token.i + 1
    end = max([token.i, *(c.right_edge.i for c in after)])
    return trimmed(token.doc, start, end + 1)


def _addressee(token: "Token", holders: set[str], parties: Parties) -> Party | None:
    """The first party that the words are about or for, other than the holders."""
    nouns = (t for t in token.subtree if t.dep_ in _NAMING)
    return next((p for t in nouns for p in parties.all_of(t) if p.side not in holders), None)
