"""A position in the making, and how it is finished: condition, flags, PLOVER type, spans."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Article, Condition, Mentions, Position, Span, cut
from onrecord.model.vocabulary import Flag, PositionAct, PositionStrength, PositionVoice
from onrecord.records.backshift import back_shifted
from onrecord.records.parties import Parties, Party
from onrecord.records.plover import OF_POSITIONS
from onrecord.records.positions.conditions import (
    Stated,
    both_move,
    carried_on,
    deed,
    governing,
    is_reciprocal,
    mover_of_noun,
)
from onrecord.records.when import is_long_ago, time_near
from onrecord.syntax import clause_verb, conditional, lemma, lies_ahead, modal_of, subjects, subtree, tense, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

# What "no" makes of an act: "does not accept" refuses. Other acts keep their name and get the flag "negated".
DENIED: dict[PositionAct, PositionAct] = {
    "concession": "refusal",
    "endorsement": "refusal",
    "offer": "refusal",
    "warning": "denial",
}

# The rule of harm that is announced.
CONSEQUENCE = "position.consequence"
# How the rule of what the tagger tells begins.
LEARNED = "position.learned."

_CONDITIONAL_ACTS = {"offer", "assurance", "demand", "concession", "warning"}
# These only where they are still to come or lasting: "will not sign unless", but not "rejected it if".
_LASTING_ACTS = {"refusal", "endorsement"}


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Who holds what, as token spans of one sentence."""

    rule: str
    score: float
    act: PositionAct
    cue: "Tokens"
    content: "Tokens | None"
    holders: tuple[Party, ...]
    addressee: Party | None = None
    negated: bool = False

    @property
    def learned(self) -> bool:
        """Whether the tagger alone tells it."""
        return self.rule.startswith(LEARNED)

    @property
    def final_act(self) -> PositionAct:
        """The act, or what "no" makes of it."""
        return DENIED.get(self.act, self.act) if self.negated else self.act

    @property
    def is_told_behind(self) -> bool:
        """Whether the content stands in front of the words that tell it: "it will respond, the minister warned"."""
        return self.content is not None and self.content.end <= self.cue.start

    @property
    def start(self) -> int:
        """First token of cue or content."""
        return min(self.cue.start, self.content.start) if self.content is not None else self.cue.start

    @property
    def end(self) -> int:
        """Token after the last of cue or content."""
        return max(self.cue.end, self.content.end) if self.content is not None else self.cue.end


# What is feared or denied need not be told to anybody.
UNADDRESSED = {"concern", "denial"}
# Of these one's own side may be the object: "the premier blamed Varenia".
_OF_ONES_OWN = {"accusation", "demand"}


def other_side(parties: Iterable[Party], holders: Iterable[Party]) -> Party | None:
    """The first of another side than the holders."""
    sides = {h.side for h in holders}
    return next((p for p in parties if p.side not in sides), None)


def first_other(parties: Iterable[Party], act: PositionAct, holders: Iterable[Party]) -> Party | None:
    """The first who is not the holder, nor of his side but where one's own may be blamed or asked."""
    held = list(holders)
    apart = {h.actor if act in _OF_ONES_OWN else h.side for h in held}
    return next((p for p in parties if (p.actor if act in _OF_ONES_OWN else p.side) not in apart), None)


def finished(draft: Draft, article: Article, parties: Parties, mentions: Mentions) -> Iterator[Position]:
    """The positions the draft stands for: one a side that holds it, one without holder where nobody is known."""
    draft = _within_what_is_said(draft, parties)
    act = draft.final_act
    condition = _condition(draft, article, parties) if _may_be_conditional(draft) else None
    flags = _flags(draft, parties, condition, kept=act == draft.act)
    if _is_history(draft, article, mentions):
        flags = (*flags, "historical")
    sides = {holder.side: holder for holder in reversed(draft.holders)}
    addressee = draft.addressee.named if draft.addressee else None
    if addressee is None and act == "warning" and condition is not None and condition.mover not in sides:
        addressee = condition.mover  # whoever would bring it about
    each: list[Party | None] = [*reversed(sides.values())] or [None]
    for holder in each:
        yield Position(
            spans=_spans(draft, article),
            rule=draft.rule,
            score=draft.score,
            flags=flags,
            holder=holder.side if holder else None,
            holder_spans=(holder.span,) if holder and holder.span else (),
            act=act,
            content=(_cut(article, draft.content),) if draft.content is not None else (),
            addressee=addressee,
            voice=_voice(draft, holder, parties),
            strength=_strength(draft),
            condition=condition,
            plover=OF_POSITIONS.get(act),
        )


def _within_what_is_said(draft: Draft, parties: Parties) -> Draft:
    """Without what the parser wrongly adds in front: "Q  Berg proposed a pause", "said on Monday | it will wait"."""
    told = parties.attribution_at(draft.cue.root.idx)
    if told is None or draft.content is None or not told.content:
        return draft
    before = [t.i for t in draft.content if t.idx < told.content[0].start]
    said = [t.i for t in draft.content if t.idx >= told.content[0].start]
    label = told.rule == "attribution.label"
    if not before or not (label or (said and before[-1] < draft.cue.root.i)):
        return draft
    cue = draft.cue.doc[max(draft.cue.start, said[0]) : draft.cue.end] if said else draft.cue
    return replace(draft, cue=cue, content=draft.content.doc[said[0] : draft.content.end] if said else None)


def _voice(draft: Draft, holder: Party | None, parties: Parties) -> PositionVoice | None:
    attribution = parties.attribution_at(draft.cue.start_char)
    speaker = parties.speaker_at(draft.cue.start_char) if attribution is not None else parties.publisher()
    if speaker is None:
        return None if attribution is not None else "outlet"
    return "own" if holder is not None and speaker.side == holder.side else "other"


def _strength(draft: Draft) -> PositionStrength | None:
    """By the cue, its auxiliaries and adverbs, and what qualifies the noun it does: "expressed deep concern"."""
    root = draft.cue.root
    near = [root, *(c for c in root.children if c.dep_ in {"aux", "advmod", "amod", "neg"})]
    near += [
        g for c in root.children if c.dep_ in {"dobj", "acomp"} for g in c.children if g.dep_ in {"amod", "advmod"}
    ]
    found = {s for t in near if (s := _strengths().get(lemma(t))) is not None}
    return "strong" if "strong" in found else "weak" if found else None


@cache
def _strengths() -> dict[str, PositionStrength]:
    return {row["lemma"]: row["strength"] for row in table("en/strength_words")}  # type: ignore[misc]  # as a test checks


def _cut(article: Article, tokens: "Tokens") -> Span:
    return cut(article.text, tokens.start_char, tokens.end_char)


def _spans(draft: Draft, article: Article) -> tuple[Span, ...]:
    """Cue and content; one span where they touch or one holds the other."""
    if draft.content is None:
        return (_cut(article, draft.cue),)
    first, second = sorted((draft.cue, draft.content), key=lambda t: (t.start, -t.end))
    between = draft.cue.doc[first.end : second.start] if second.start > first.end else None
    if between is None or all(t.is_punct or t.is_space or t.dep_ in _GLUE for t in between):
        return (cut(article.text, first.start_char, max(first.end_char, second.end_char)),)
    return (_cut(article, first), _cut(article, second))


_GLUE = {"aux", "mark", "prep", "prt", "advmod", "det", "neg", "auxpass", "dative", "amod"}


def _may_be_conditional(draft: Draft) -> bool:
    root = draft.cue.root
    lasting = root.pos_ != "NOUN" and (modal_of(root) is not None or tense(root) != "past")
    return draft.final_act in _CONDITIONAL_ACTS or (draft.final_act in _LASTING_ACTS and lasting)


def _flags(draft: Draft, parties: Parties, condition: Condition | None, *, kept: bool) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    root = draft.cue.root
    verb = clause_verb(root)
    if (draft.negated and kept) or _leaves_open(draft):
        flags.append("negated")
    past = verb is not None and any(c.dep_ == "aux" and lemma(c) == "have" for c in verb.children)
    if draft.rule == CONSEQUENCE and not past:  # "an invasion would have consequences" is said now
        return tuple(flags)
    sides = {h.side for h in draft.holders}
    own = condition is not None and condition.mover in sides  # "if he was asked, he would"
    by_saying = _is_done_by_saying(draft)
    said = by_saying and not own and draft.final_act != "endorsement"  # "said it would support it": a willingness
    if verb is not None and said and back_shifted(verb, sides, parties):
        return tuple(flags)
    if verb is not None and (conditional(verb) or modal_of(verb) in {"would", "could", "might", "may"}):
        flags.append("hypothetical")
    elif root.pos_ == "VERB" and lies_ahead(root) and not by_saying:
        flags.append("planned")
    return tuple(flags)


def _leaves_open(draft: Draft) -> bool:
    """ "Declined to rule out a base": what is refused is a refusal."""
    verb = draft.content.root if draft.act == "refusal" and draft.content is not None else None
    return verb is not None and (lemma(verb) == "exclude" or {"rule", "out"} <= {lemma(t) for t in verb_group(verb)})


def _is_history(draft: Draft, article: Article, mentions: Mentions) -> bool:
    """ "Back in 1997 the two pledged": by a past date of a past verb, not of what it says."""
    root, content = draft.cue.root, draft.content
    signed = root.dep_ == "acl" and root.tag_ == "VBN"  # "a treaty signed in 1987"
    if root.pos_ != "VERB" or not (signed or tense(root) == "past"):
        return False
    time = time_near(draft.cue.sent, mentions, near=root)
    if time is None or not is_long_ago(time, article):
        return False
    if content is None or not content.start_char <= time.begins_at < content.end_char:
        return True
    if draft.act == "accusation":  # "attacked us in 2016"
        return False
    word = root.doc.char_span(time.begins_at, time.ends_at, alignment_mode="expand")
    return word is not None and next((t for t in word.root.ancestors if t.pos_ in {"VERB", "AUX"}), None) == root


# "Will respond", "will support": to say so is the act.
_DONE_BY_SAYING = {"assurance", "warning", "endorsement", "refusal"}


def _is_done_by_saying(draft: Draft) -> bool:
    """And so it is of an offer that names what will be done: "will lift the ban if", but not "will propose a ban"."""
    within = draft.content is not None and draft.content.start <= draft.cue.root.i
    return draft.act in _DONE_BY_SAYING or (draft.act == "offer" and within)


# "Berg called on Holt to leave if he is not ready": Holt.
_OF_WHOM_IT_ASKS = {"he", "she", "they", "it"}
_SUFFERING = {"fall", "lose", "fail", "suffer", "collapse", "surrender"}


def _governs(stated: Stated, draft: Draft) -> bool:
    """Whether the very act is conditional: not "supports its right to respond if it is attacked"."""
    root = draft.cue.root
    return clause_verb(stated.governed) in {root, clause_verb(root), *(c for c in root.rights if c.dep_ == "xcomp")}


def _condition(draft: Draft, article: Article, parties: Parties) -> Condition | None:
    said = draft.cue.doc[draft.start : draft.end]
    both = next((t for t in said if not t.text[:1].isupper() and is_reciprocal(t, draft.act)), None)
    stated = next(governing(draft.start, draft.end, draft.cue), None)
    if stated is None and draft.content is not None and draft.is_told_behind:
        stated = next(governing(draft.content.start, draft.content.end, draft.content), None)  # "if ..., he warned"
    if stated is None and draft.final_act == "warning":
        before = carried_on(draft.cue)
        told = before and parties.attribution_at(before.words.start_char)
        stated = before if told == parties.attribution_at(draft.cue.start_char) else None
    if draft.final_act in _LASTING_ACTS and (stated is None or stated.verb is None or not _governs(stated, draft)):
        return None
    if stated is not None:
        subject = next(iter(subjects(stated.verb)), None) if stated.verb is not None else None
        if subject is not None and (subject.dep_ == "nsubjpass" or lemma(subject.head) in _SUFFERING):
            subject = None  # "if Varenia is attacked", "if it falls"
        mover = parties.of(subject) if subject is not None else None
        if stated.verb is None:
            mover = next((p for t in mover_of_noun(stated) if (p := parties.of(t)) is not None), None)
        own = mover is not None and mover.side in {h.side for h in draft.holders}
        if own and draft.act == "demand" and subject is not None and subject.lower_ in _OF_WHOM_IT_ASKS:
            asked = draft.addressee
            of_state = asked is not None and asked.actor == asked.side
            mover = None if of_state and subject.lower_ in {"he", "she"} else asked
        return Condition(
            spans=(_cut(article, stated.words),),
            mover=mover.side if mover else None,
            reciprocal=both is not None or (draft.final_act != "warning" and both_move(stated)),
        )
    if draft.final_act == "warning" and (doing := deed(draft.cue.root) or (draft.content and deed(draft.content.root))):
        doer = next((p for t in subtree(doing) if (p := parties.of(t)) is not None), None)
        return Condition(spans=(_cut(article, subtree(doing)),), mover=doer.side if doer else None)
    if both is None:
        return None
    phrase = subtree(both.head) if both.dep_ == "amod" else subtree(both)
    return Condition(spans=(_cut(article, phrase),), reciprocal=True)
