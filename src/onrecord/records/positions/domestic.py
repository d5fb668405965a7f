"""Home matters: what a state tells its own people on its own site is no position towards another side."""

from typing import TYPE_CHECKING

from onrecord.records.parties import Parties
from onrecord.records.positions.drafts import Draft
from onrecord.syntax import lemma, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFICES = {"government", "cabinet", "ministry", "minister", "agency", "commission", "department", "colleague", "bank"}


def is_domestic(draft: Draft, parties: Parties) -> bool:
    """What the publishing state says where no other side is named at all, or asks of its own offices."""
    home = parties.publisher()
    if home is None or draft.addressee is not None or not draft.holders:
        return False
    if any(h.side != home.side for h in draft.holders):
        return False
    return parties.at_home or (draft.final_act == "demand" and _asks_its_own(draft.cue.root, home.side, parties))


def _asks_its_own(verb: "Token", home: str, parties: Parties) -> bool:
    """ "I ask the Government to draft a plan"."""
    asked = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    asked += [s for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for s in subjects(c)]
    sides = {p.side for t in asked for p in parties.all_of(t)}
    return sides <= {home} and any(lemma(t).lower() in _OFFICES for t in asked)
