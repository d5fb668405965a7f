"""Positions: what a side offers, asks, refuses, fears or claims, and on what condition."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import Article, Mentions, Position
from onrecord.records.parties import Parties
from onrecord.records.positions.addressees import with_addressee
from onrecord.records.positions.bounds import bounded
from onrecord.records.positions.charges import charges
from onrecord.records.positions.conditions import conditions
from onrecord.records.positions.consequences import consequence_drafts
from onrecord.records.positions.domestic import is_domestic, is_of_observers, is_of_play
from onrecord.records.positions.drafts import Draft, finished
from onrecord.records.positions.idioms import idiom_drafts
from onrecord.records.positions.learned import learned_drafts
from onrecord.records.positions.lexicon import is_plain, lexicon_drafts
from onrecord.records.positions.phrases import is_whole, phrase_drafts
from onrecord.records.positions.seen import SURE, confirmed, noticed
from onrecord.records.positions.statements import statement_drafts
from onrecord.records.positions.whose import with_holders
from onrecord.syntax import FINITE, SUBJECTS, is_question

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

PHRASES = (idiom_drafts, consequence_drafts, phrase_drafts, statement_drafts)
RULES = (lexicon_drafts, *PHRASES)

__all__ = ["find_positions"]


def find_positions(doc: "Doc", article: Article, mentions: Mentions) -> list[Position]:
    """Positions with holder, act, content, addressee and condition; the issue is assigned by `Issues.of_positions`.

    A cue word of the table `en/position_cues` with the complement it asks for makes a position as far as the trained
    tagger sees it too, and so do the turns of phrase of `idioms.py` and `modality.py`; beside them what the tagger
    alone sees. A position inside another one's content is kept only where somebody else holds it.
    """
    parties = Parties(mentions, article)
    drafts: list[Draft] = []
    for sentence in doc.sents:
        if sentence.root.dep_ == "gap" or is_question(sentence):
            continue  # who asks takes no position
        told = list(_told(sentence, parties))
        by_rule = [with_addressee(with_holders(draft, parties), parties) for draft in told]
        by_rule += list(charges(by_rule, parties))
        found = [*by_rule, *learned_drafts(sentence, parties, by_rule)]
        found = [draft for draft in found if not (is_domestic(draft, parties) or is_of_observers(draft))]
        inverted = [c for c in conditions(sentence) if c.inverted] if found else []
        drafts += [bounded(d) for d in found if not any(c.holds(d.cue.root) for c in inverted)]
    return [position for draft in _outermost(drafts) for position in finished(draft, article, parties, mentions)]


def _told(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What cue words and phrases tell as far as the tagger sees it, and what is plain whatever it sees."""
    drafts = lexicon_drafts(sentence, parties)
    played = is_of_play(sentence)
    seen = list(confirmed(drafts, parties))
    at = {draft.cue.start for draft in seen}
    plain = (draft for draft in drafts if not played and is_plain(draft) and draft.cue.start not in at)
    yield from (*seen, *(draft for draft in plain if not _is_surely_another(draft, parties)))
    for rule in PHRASES:
        if played and rule in {phrase_drafts, statement_drafts}:
            continue
        found = list(rule(sentence, parties))
        seen = list(noticed(found, parties))
        yield from (*seen, *(draft for draft in found if is_whole(draft) and draft not in seen))


def _is_surely_another(draft: Draft, parties: Parties) -> bool:
    """Whether the tagger is sure that the cue tells another act: "denounced the reports"."""
    near = parties.triggers_within(draft.cue.start, draft.cue.end)
    return any(share >= SURE and act != draft.act for trigger in near for act, share in trigger.acts.items())


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Drafts without those that say the same as one around or beside them; what a rule tells comes first."""
    kept: list[Draft] = []
    for draft in sorted(_joined(drafts), key=lambda d: (d.learned, d.start, -d.end, -d.score)):
        if not any(_says_already(other, draft) for other in kept):
            kept.append(draft)
    return kept


def _joined(drafts: list[Draft]) -> Iterable[Draft]:
    """Drafts of which each tells an act of the same holders once: "asked Ostmark to wait and to come back"."""
    found: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key: tuple[object, ...] = (draft.cue.start, draft.act, draft.negated, draft.learned, _sides(draft))
        other = found.get(key)
        if other is None or other.content is None or draft.content is None:
            found.setdefault(key if other is None else (*key, draft.start), draft)
        else:
            found[key] = _widened(other, draft.content.start, draft)
    by_word = {(d.cue.root.i, d.final_act, _sides(d)): key for key, d in found.items() if d.end == d.cue.end}
    for key, draft in [*found.items()]:
        root = draft.cue.root
        before = by_word.get((root.head.i, draft.final_act, _sides(draft)))
        apart = root.pos_ == "NOUN" or any(c.dep_ in SUBJECTS for c in root.lefts)
        if root.dep_ == "conj" and not apart and before in found:  # "we back and welcome the truce"
            found[key] = _widened(draft, found[before].start, found.pop(before))
    return found.values()


def _sides(draft: Draft) -> tuple[str, ...]:
    return tuple(holder.side for holder in draft.holders)


def _widened(draft: Draft, start: int, other: Draft) -> Draft:
    """The draft with the words from there to the end of both."""
    first = min(start, draft.content.start if draft.content is not None else draft.cue.start)
    words = draft.cue.doc[first : max(d.content.end if d.content is not None else d.cue.end for d in (draft, other))]
    return replace(draft, content=words, addressee=draft.addressee or other.addressee)


def _says_already(kept: Draft, draft: Draft) -> bool:
    around, within = kept, draft
    if draft.learned and not kept.learned and draft.final_act == kept.final_act:
        around, within = draft, kept  # "concerns the premier's fear that ..."
    if kept.final_act != draft.final_act and (kept.is_told_behind or draft.is_told_behind):
        return False  # "Varenia refuses to leave, the minister warned": both
    inside = around.start <= within.start and within.end <= around.end
    if inside and kept.final_act == "denial" and kept.cue.root in draft.cue.root.ancestors:
        return True  # "denied that Ostmark promised tanks", whoever promised
    if not inside or (kept.final_act != draft.final_act and _told_beside(kept, draft)):
        return False
    return {h.side for h in within.holders} <= {h.side for h in around.holders}


# What one refuses or admits is no act of one's own beside it.
_OF_WHAT_IS_TOLD = {"refusal", "concession"}


def _told_beside(kept: Draft, draft: Draft) -> bool:
    """Whether it has a clause of its own: "must see that there will be a price", "will talk while ready to strike"."""
    root = draft.cue.root
    if kept.final_act in _OF_WHAT_IS_TOLD and kept.cue.root in root.ancestors:
        return False
    clause = root.head if root.pos_ == "ADJ" else root
    if clause.pos_ not in {"VERB", "AUX"}:
        return False
    if clause.dep_ in {"conj", "advcl"} and kept.start <= clause.head.i < kept.end:
        return True
    return not draft.learned and any(
        t.tag_ in FINITE for t in (clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"}))
    )
