"""Activities: what moves or stands on the ground, whose it is, how much, where, in what state."""

from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Activity, Article, Mentions
from onrecord.records.activities.circumstances import force_class
from onrecord.records.activities.forces import stationed
from onrecord.records.activities.moves import by_cue
from onrecord.records.activities.owners import subjects_of
from onrecord.records.activities.sites import sites
from onrecord.records.backshift import back_shifted
from onrecord.records.parties import Parties
from onrecord.syntax import clause_verb, passive

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

__all__ = ["find_activities"]

# Score, of a rule or of the tagger where it agrees, from which an activity counts whose holder, place and force
# nobody tells.
SURE = 0.7

# Kinds that a text goes on about without saying again whose they are.
_CARRIED_ON = {"use of force", "deployment", "flight", "build-up"}

RULES = (by_cue, stationed, sites)


def find_activities(doc: "Doc", article: Article, mentions: Mentions) -> list[Activity]:
    """Build-ups, deployments, exercises, flights, sites, tests, transfers, withdrawals and uses of force."""
    parties = Parties(mentions, article)
    found: list[Activity] = []
    for sentence in doc.sents:
        if sentence.root.dep_ == "gap":
            continue
        drafts = [a for rule in RULES for a in rule(sentence, article, mentions, parties)]
        for draft in _outermost(drafts):
            draft = _announced(_in_context(draft, found, sentence, mentions), sentence, parties)
            if found and draft.partners and _same_again(draft, found[-1]):
                found[-1] = _joined(found[-1], draft)
            elif draft.holder or draft.place or draft.partners or _is_enough(draft):
                found.append(draft)
    return found


def _announced(draft: Activity, sentence: "Tokens", parties: Parties) -> Activity:
    """ "Ostmark said it would send a brigade": planned, on the word of whose it is."""
    if draft.flags != ("hypothetical",) or draft.state != "proposed":
        return draft
    words = sentence.doc.char_span(draft.begins_at, draft.ends_at, alignment_mode="expand")
    verb = clause_verb(words.root) if words is not None else None
    if verb is None or draft.holder is None or not back_shifted(verb, {draft.holder}, parties):
        return draft
    return msgspec.structs.replace(draft, flags=("planned",), state="planned")


def _in_context(draft: Activity, earlier: list[Activity], sentence: "Tokens", mentions: Mentions) -> Activity:
    """ "Ostmark's jets bombed the port. Tanks shelled the depot": bare forces that do the same as those of the one side
    told of right before, in a sentence that names nobody and no other land."""
    if draft.holder or draft.what not in _CARRIED_ON or draft.flags or not earlier or sentence.start == 0:
        return draft
    before = sentence[0].nbor(-1).sent
    near = [a for a in earlier if a.begins_at >= before.start_char and a.what in _CARRIED_ON]
    sides = {a.holder for a in near}
    if len(sides) != 1 or None in sides or any(a.flags or a.what != draft.what for a in near):
        return draft
    words = sentence.doc.char_span(draft.begins_at, draft.ends_at, alignment_mode="expand")
    if words is None or words.root.pos_ != "VERB" or passive(words.root):
        return draft
    doers = subjects_of(words.root)
    if not doers or not all(force_class(d) and d.sent == sentence for d in doers):
        return draft
    lands = {p.country for p in mentions.places if before.start_char <= p.begins_at < before.end_char} - sides
    there = {p.country for p in mentions.places if sentence.start_char <= p.begins_at < sentence.end_char}
    if any(sentence.start_char <= a.begins_at < sentence.end_char for a in mentions.actors) or there - lands:
        return draft
    states = {a.actor for a in mentions.actors if a.type in {"state", "group", "organisation"}}
    if not sides <= states or None in there or (draft.place and not draft.place.islower() and not there):
        return draft
    return msgspec.structs.replace(draft, holder=sides.pop(), rule=f"activity.in-context.{draft.rule.split('.')[-1]}")


def _is_enough(draft: Activity) -> bool:
    """Whether it is told although nobody says whose it is, or where; arms that somebody gets may be an army's own, what
    flies anybody's."""
    agreed = draft.score >= SURE and ".learned." not in draft.rule
    return draft.what not in {"transfer", "flight"} and bool(draft.quantity or draft.force or agreed)


def _same_again(later: Activity, earlier: Activity) -> bool:
    """ "These exercises include ..." goes on about the exercises told last."""
    first = later.spans[0].text.split(maxsplit=1)[0].lower()
    return first in {"these", "those", "such", "they"} and "exercise" in earlier.what and "exercise" in later.what


def _joined(earlier: Activity, later: Activity) -> Activity:
    partners = tuple(dict.fromkeys((*earlier.partners, *later.partners)))
    return msgspec.structs.replace(
        earlier, what="joint exercise", partners=partners, plover="COOPERATE", spans=(*earlier.spans, *later.spans)
    )


def _outermost(drafts: list[Activity]) -> list[Activity]:
    """Activities of one sentence without those that lie in another one of the same kind and holder.

    What a rule tells comes first: what the tagger tells of the same kind in the same words is no other.
    """
    kept: list[Activity] = []
    for draft in sorted(drafts, key=lambda a: (_is_learned(a), a.holder is None, a.begins_at - a.ends_at)):
        alike = [k for k in kept if k.what == draft.what]
        around = [k for k in alike if k.begins_at <= draft.begins_at and draft.ends_at <= k.ends_at]
        same = [k for k in alike if k.begins_at < draft.ends_at and draft.begins_at < k.ends_at]
        if not (same if _is_learned(draft) else [k for k in around if draft.holder in {None, k.holder}]):
            kept.append(draft)
    return sorted(kept, key=lambda a: a.begins_at)


def _is_learned(activity: Activity) -> bool:
    return ".learned." in activity.rule
