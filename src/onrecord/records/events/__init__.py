"""Events: who does what to whom, by the event types of PLOVER, where no other record tells it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from onrecord.model import Activity, Article, Event, Find, Meeting, Mentions, Position, cut, hull
from onrecord.model.vocabulary import Flag, PloverType
from onrecord.records.events.cues import own, speaks_for, type_of
from onrecord.records.events.dyads import Dyad, dyads_of, phrase_of
from onrecord.records.events.features import Features, Words, dyad_features, type_features
from onrecord.records.parties import Parties
from onrecord.syntax import (
    clause_verb,
    conditional,
    is_question,
    left_undone,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    no_longer,
    unsaid,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Classifiers", "cue_type", "find_events"]

# Score below which a pair is no event: how far it looks like one, times the share of its type. bench/plover.py, end to
# end: 0.15 gives F 62 at a precision of 65, 0.3 F 59 at 73, 0.4 F 57 at 78. Those sentences were chosen for
# holding an event; news at large holds many clauses that tell none. With what is asked of
# types below, 0.3 gives F 57 at 81.
LEAST = 0.3
# Types of which bench/plover.py has fewer than half right between the two.
LEAST_OF_TYPE = {"AGREE": 0.5, "COERCE": 0.5, "CONSULT": 0.5, "SUPPORT": 0.5}
# Types that a word of the cue tables has to speak for: without one, half or fewer are right, and in news at large
# ("played a role", "called Congress") most are not.
CUED = {"AID", "SUPPORT", "COERCE", "ACCUSE", "REJECT"}
# Types whose recipient has to be known: with it 89 of 100 are right, without it a quarter ("released a plan").
TO_THE_KNOWN = {"AGREE", "YIELD"}
# Extraction score of what cue words alone decide: their precision in bench/plover.py.
CUES_ALONE = 0.6


# What meetings, positions and activities to come have as their type.
_TO_COME: dict[PloverType, PloverType] = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE"}


class Classifiers(Protocol):
    """What the trained model answers; `onrecord.language.event_model` has one."""

    def pair(self, features: Features, /) -> float:
        """How far the pair looks like one that news is about, 0 to 1."""

    def type_of(self, features: Features, /) -> tuple[str, float]:
        """The event type, CONCEDE and RETREAT as one ("YIELD"), and its score, 0 to 1."""


class _Chosen(NamedTuple):
    dyad: Dyad
    type: str
    score: float
    rule: str


def find_events(
    doc: "Doc", article: Article, mentions: Mentions, told: Iterable[Find], model: Classifiers | None
) -> Iterator[Event]:
    """What a phrase that the mentions know does to another, or has done to it by another.

    One event for each verb or noun of an act. Not written where the words that decide it already carry a meeting,
    position or activity of the same type. Without a model, verbs of the table of events decide, where both phrases are
    known.
    """
    known = sorted((s.start, s.end) for m in (*mentions.actors, *mentions.places) for s in m.spans)
    parties = Parties(mentions, article)
    records = [(r.plover, *hull(r.spans)) for r in told if isinstance(r, Meeting | Position | Activity)]
    for sentence in doc.sents:
        inside = known[bisect_left(known, (sentence.start_char,)) : bisect_left(known, (sentence.end_char,))]
        if not inside or sentence.root.dep_ == "gap" or is_question(sentence):
            continue
        named = any if model is not None else all
        dyads = [d for d in dyads_of(sentence) if named(_mentions(h, inside) for h in (d.actor, d.recipient))]
        for chosen in _by_model(sentence, dyads, model) if model is not None else _by_cues(dyads):
            if chosen.type in TO_THE_KNOWN and not _mentions(chosen.dyad.recipient, inside):
                continue
            event = _event(chosen, article, parties)
            cues = [(c.start, c.end) for c in event.cue]
            types = (event.plover, _TO_COME.get(event.plover)) if "planned" in event.flags else (event.plover,)
            if not any(
                any(_alike(p, t) for t in types) and any(a < e and s < b for a, b in cues) for p, s, e in records
            ):
                yield event


def _mentions(head: "Token", mentioned: list[tuple[int, int]]) -> bool:
    phrase = phrase_of(head)
    return any(start < phrase.end_char and phrase.start_char < end for start, end in mentioned)


def _by_model(sentence: "Tokens", dyads: list[Dyad], model: Classifiers) -> Iterator[_Chosen]:
    """The pair of each act that scores best, if well enough, under the type that scores best."""
    words: Words | None = None
    rated = [(model.pair(dyad_features(d)), d) for d in dyads]
    for score, best in _best_of_acts(rated):
        if score >= LEAST:
            dyad = _within_act(best, rated)
            words = words or Words(sentence)
            actor, recipient = phrase_of(dyad.actor), phrase_of(dyad.recipient)
            found, share = model.type_of(
                type_features(words, (actor.start, actor.end), (recipient.start, recipient.end))
            )
            if score * share >= LEAST_OF_TYPE.get(found, LEAST) and (found not in CUED or _spoken_for(found, dyad)):
                yield _Chosen(dyad, found, round(score * share, 3), "event.model")


def _spoken_for(type_: str, dyad: Dyad) -> bool:
    """Whether a word of the cue speaks for the type, or its object: aid, of "will send aid"."""
    objects = (c for c in dyad.cue.children if c.dep_ == "dobj")
    return any(speaks_for(word, type_) for word in (*_deciding(dyad), *objects))


def _by_cues(dyads: list[Dyad]) -> Iterator[_Chosen]:
    """The pair of each act whose first word with a type is a verb of the table of events; the nearest recipient."""
    rated = [(-abs(d.recipient.i - d.cue.i), d) for d in dyads if _told_by_own_cue(d)]
    for _, best in _best_of_acts(rated):
        yield _Chosen(_within_act(best, rated), cue_type(best) or "", CUES_ALONE, "event.cues")


def _told_by_own_cue(dyad: Dyad) -> bool:
    first = next((w for w in _deciding(dyad) if type_of(w)), None)
    return first is not None and first.pos_ == "VERB" and (lemma(first), first.pos_) in own()


def _best_of_acts(rated: Sequence[tuple[float, Dyad]]) -> Iterator[tuple[float, Dyad]]:
    """The pair of each verb or noun of an act that is rated best; "agreed to help" is one act."""
    taken: set[int] = set()
    for rating, dyad in sorted(rated, key=lambda r: -r[0]):
        act = _chain(dyad.cue)[0].i
        if act not in taken:
            taken.add(act)
            yield rating, dyad


def _within_act(dyad: Dyad, rated: Sequence[tuple[float, Dyad]]) -> Dyad:
    """Whom it concerns, where the recipient itself names an act: the banks, of "imposed sanctions on two banks"."""
    if type_of(dyad.recipient):
        below = {t.i for t in dyad.recipient.subtree} - {dyad.recipient.i}
        inner = [r for r in rated if r[1].actor == dyad.actor and r[1].cue == dyad.cue and r[1].recipient.i in below]
        dyad = max(inner, key=lambda r: r[0])[1] if inner else dyad
    whole = _whole(dyad.recipient)
    return dyad if whole == dyad.actor else dyad._replace(recipient=whole)


def _whole(part: "Token") -> "Token":
    """The head of the phrase that a noun is part of: soldiers, of "nine soldiers of Ostmark"; never an act."""
    above = part.head
    if part.dep_ == "pobj" and above.lower_ == "of":
        above = above.head
    elif part.dep_ not in {"compound", "amod", "nmod"}:
        return part
    return _whole(above) if above.pos_ in {"NOUN", "PROPN"} and above != part and not type_of(above) else part


def _chain(cue: "Token") -> "list[Token]":
    """The verbs that lead to the cue, and the cue: agreed, send."""
    chain = [cue]
    while chain[0].dep_ == "xcomp" and chain[0].head.pos_ == "VERB":
        chain.insert(0, chain[0].head)
    return chain


def _deciding(dyad: Dyad) -> "list[Token]":
    """Verbs that lead to the cue, the cue, and nouns of acts between it and the recipient: held, talks."""
    between: list[Token] = []
    at = dyad.recipient.head
    while at != dyad.cue and at.head != at:
        if at.pos_ == "NOUN" and at != dyad.actor and type_of(at):
            between.insert(0, at)
        at = at.head
    return [*_chain(dyad.cue), *(between if at == dyad.cue else [])]


def cue_type(dyad: Dyad) -> PloverType | None:
    """The type of the first of the words that decide that is in a cue table."""
    return next((t for word in _deciding(dyad) if (t := type_of(word))), None)


def _event(chosen: _Chosen, article: Article, parties: Parties) -> Event:
    actor, recipient, cue = chosen.dyad
    deciding = _deciding(chosen.dyad)
    flags = _flags(cue)
    plover = chosen.type
    if plover == "YIELD":  # what is carried out, and what is only said
        done = not flags and any(type_of(w) == "RETREAT" for w in (*deciding, recipient))
        plover = "RETREAT" if done else "CONCEDE"
    groups = [verb_group(w) if w.pos_ == "VERB" else w.doc[w.i : w.i + 1] for w in deciding]
    cues = tuple(cut(article.text, g.start_char, g.end_char) for g in groups)
    whole = [phrase_of(actor), phrase_of(recipient)]
    actor_span, recipient_span = (cut(article.text, p.start_char, p.end_char) for p in whole)
    side, other = parties.of(actor), parties.of(recipient)
    return Event(
        spans=(cut(article.text, *hull((actor_span, recipient_span, *cues))),),
        rule=chosen.rule,
        score=chosen.score,
        flags=flags,
        actor=side.side if side else None,
        actor_spans=(actor_span,),
        recipient=other.side if other else None,
        recipient_spans=(recipient_span,),
        cue=cues,
        plover=cast(PloverType, plover),
    )


def _flags(cue: "Token") -> tuple[Flag, ...]:
    denied = negated(cue) or no_longer(cue) or left_undone(cue) or unsaid(cue)
    flags: list[Flag] = ["negated"] if denied else []
    verb = clause_verb(cue)
    if verb is not None:
        if conditional(verb) or modal_of(verb) in {"would", "could", "might", "may"}:
            flags.append("hypothetical")
        elif lies_ahead(verb):
            flags.append("planned")
    return tuple(flags)


def _alike(one: PloverType | None, other: PloverType | None) -> bool:
    """Whether the types are the same; a concession and its carrying out count as one."""
    yielding = {"CONCEDE", "RETREAT"}
    return (one is not None and one == other) or (one in yielding and other in yielding)
