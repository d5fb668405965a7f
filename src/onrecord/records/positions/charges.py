"""Charges: that somebody refuses to do its duty, told by another side, is that one's accusation besides."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.records.parties import Parties
from onrecord.records.positions.drafts import Draft
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_FULFILLING = {"implement", "fulfil", "fulfill", "honour", "honor", "observe", "respect", "comply", "abide", "meet"}
_DUTIES = {
    "agreement", "accord", "commitment", "obligation", "promise", "treaty", "resolution", "truce", "ceasefire",
    "pledge", "duty", "deal", "package", "provision", "pact",
}  # fmt: skip


def charges(drafts: Iterable[Draft], parties: Parties) -> Iterator[Draft]:
    """Berg's accusation in "Berg said that Ostmark refuses to honour the accord", beside the refusal of Ostmark."""
    for draft in drafts:
        if draft.final_act != "refusal" or draft.content is None or not _is_of_duty(draft.content):
            continue
        speaker = parties.speaker_at(draft.cue.start_char) or parties.publisher()
        held = [h for h in draft.holders if h.known_side is not None]
        if held and speaker is not None and speaker.known_side not in {None, *(h.side for h in held)}:
            whole = draft.cue.doc[draft.start : draft.end]
            yield replace(draft, act="accusation", content=whole, negated=False, holders=(speaker,), addressee=held[0])


def _is_of_duty(content: "Tokens") -> bool:
    """ "To honour the accord", "to comply with the truce"."""
    verb = next((t for t in content if t.pos_ == "VERB"), None)
    if verb is None or lemma(verb) not in _FULFILLING:
        return False
    owed = [c for c in verb.children if c.dep_ == "dobj"]
    owed += [g for c in verb.children if c.lower_ in {"with", "by"} for g in c.children if g.dep_ == "pobj"]
    # Also in a treaty's name: "the Vare Accords".
    return any(lemma(t).lower().removesuffix("s") in _DUTIES for o in owed for t in (o, *o.conjuncts))
