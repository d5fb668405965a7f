"""What rules tell as the tagger sees it: left as it is, told of another act, or left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.data import words
from onrecord.records.parties import Parties
from onrecord.records.positions.drafts import LEARNED, Draft
from onrecord.records.positions.learned import LEAST
from onrecord.records.positions.modality import TOGETHER
from onrecord.records.positions.usage import act_as_used
from onrecord.syntax import lemma

# Share from which it sees what a cue word tells; in fresh texts hardly a find with less was right.
SEEN = 0.1
# Share from which it sees that a cue word tells something, if not what.
DOUBTED = 0.3
# Share from which the tagger's act counts more than a rule's.
SURE = 0.8


def confirmed(drafts: Iterable[Draft], parties: Parties) -> Iterator[Draft]:
    """What cue words tell, as the tagger sees it: left out where it does not see that act, of another where it is sure.

    Where it sees in the word itself that some act is told, and not clearly which, the rule knows better. All as it is
    where no tagger has read the text, or it has seen nothing in the whole of it.
    """
    for draft in drafts:
        near = [(act, s) for t in parties.triggers_within(draft.cue.start, draft.cue.end) for act, s in t.acts.items()]
        told = max((s for _, s in near), default=0.0)
        acts = {draft.act, draft.final_act}
        root = draft.cue.root
        carried = root.dep_ == "dobj" and lemma(root.head) in words("en/light_verbs") | {"show"}
        start = min(draft.start, root.head.i) if carried or root.dep_ == "acomp" else draft.start  # "is open to"
        seen = [t.acts.get(a, 0.0) for t in parties.triggers_within(start, draft.end) for a in acts]
        seen += [s for act, s in near if act_as_used(draft.cue.root, act) in acts]  # of "dropped" it sees a refusal
        if (other := _seen_as(draft, parties)) is not None:
            if other.act != "accusation":  # whose it is depends on who is blamed
                yield other
        elif max(seen, default=0.0) >= SEEN or not parties.tagged or DOUBTED <= told < LEAST:
            yield draft


def noticed(drafts: Iterable[Draft], parties: Parties) -> Iterator[Draft]:
    """What turns of phrase tell, which the tagger knows less well: left out where it sees no act at all.

    Not what denies ("nobody is talking about ..."), which it has seen least of.
    """
    for draft in drafts:
        if (
            draft.act == "denial"
            or not parties.tagged
            or any(t.acts for t in parties.triggers_within(draft.start, draft.end))
        ):
            yield draft


def _seen_as(draft: Draft, parties: Parties) -> Draft | None:
    """What a cue word tells of which the tagger is sure that it is another act."""
    told = [(s, act) for t in parties.triggers_within(draft.cue.start, draft.cue.end) for act, s in t.acts.items()]
    share, seen = max(told, default=(0.0, draft.act))
    act = act_as_used(draft.cue.root, seen)
    together = draft.content is not None and lemma(draft.content.root) in TOGETHER  # "prepared to talk"
    least = LEAST if draft.act == "offer" and not together else SURE  # "prepared for anything"
    if draft.negated or share < least or act in {None, draft.act}:
        return None
    return replace(draft, rule=LEARNED + lemma(draft.cue.root), score=round(share, 2), act=act)
