"""Meetings: talks, calls and visits, with who, where, when and in what state."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Meeting, Mentions
from onrecord.records.meetings.accounts import settled
from onrecord.records.meetings.asked import is_only_asked
from onrecord.records.meetings.drafts import Draft, draft_of, finished, one_by_one
from onrecord.records.meetings.order import stands_after
from onrecord.records.meetings.participants import Met
from onrecord.records.parties import Parties

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_meetings"]


def find_meetings(doc: "Doc", article: Article, mentions: Mentions) -> list[Meeting]:
    """One find for each meeting of each sentence that names or means at least two sides of it.

    Who meets and in what state comes from the sentence. What it leaves open is taken from what the article tells
    elsewhere of the same sides: "his meeting with Holt" is planned where "Berg will meet Holt" is. Where one sentence
    holds several cues of one meeting ("will join X in Geneva for talks"), they make one find. What a question only asks
    for informs the others, and is none.
    """
    met = Met(Parties(mentions, article), mentions)
    drafts = [
        one
        for sentence in doc.sents
        if sentence.root.dep_ != "gap"
        for token in sentence
        if (draft := draft_of(token, article, mentions, met)) is not None
        for one in one_by_one(draft)
    ]
    told = [d for d in settled(drafts, met, article) if not is_only_asked(d.token)]
    return [finished(d, article, mentions) for d in _merged(told)]


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Meetings of one sentence without those that another one already tells with the same or more sides."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_order):
        at = next((n for n, k in enumerate(kept) if _tells_already(k, draft)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = kept[at].with_setting_of(draft)
    return kept


def _order(draft: Draft) -> tuple[int, bool, bool, bool, int]:
    """More sides first, then what rules tell, what the sentence is sure of and is about, and what stands first."""
    return (-len(draft.sides), draft.learned, not draft.told.sure, not draft.is_told, draft.token.i)


def _tells_already(kept: Draft, draft: Draft) -> bool:
    if kept.token.sent != draft.token.sent or not draft.sides <= kept.sides:
        return False
    after = kept.is_told and stands_after(draft.token) and any(a == kept.verb for a in draft.token.ancestors)
    if after and draft.names_its_own:
        return False  # "spoke by telephone after their talks"
    if _are_on_other_days(kept, draft):
        return False
    formats = {kept.cue.format, draft.cue.format}
    apart = len(formats) > 1 and "visit" in formats  # but "met Holt, who was in Vare on a visit" tells one visit
    if apart and (None not in formats or kept.told.state != draft.told.state):
        return False
    differ = kept.told.sure and draft.told.sure and kept.told.state != draft.told.state
    differ = differ or (kept.is_told and kept.time is None and draft.time is not None and not draft.is_told)
    beside_rule = draft.learned and not kept.learned
    overlap = kept.start < draft.end and draft.start < kept.end and (beside_rule or not differ)
    alike = kept.told.state == draft.told.state and (kept.time or draft.time) == (draft.time or kept.time)
    return overlap or (alike and not apart and draft.sides == kept.sides)


def _are_on_other_days(one: Draft, other: Draft) -> bool:
    """ "Held a conference by video on December 27 and met in Vare on January 14": two, each with its own day.

    Not where whom the second is with stands only beside the first: "met Holt in May and met his wife in June".
    """
    if one.time is None or other.time is None or one.time.value == other.time.value:
        return False
    joined = one.verb is not None and other.verb is not None and other.verb in one.verb.conjuncts
    if not (joined and one.is_told and other.is_told):
        return False
    first = min(one.token.idx, other.token.idx)
    alike = all(p.span is not None and p.span.end <= first for p in (*one.people, *other.people))
    return alike or all(d.names_its_own for d in (one, other))
