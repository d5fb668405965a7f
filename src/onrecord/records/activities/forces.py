"""Forces that stand somewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Activity, Article, Mentions
from onrecord.records.activities.circumstances import (
    force_class,
    is_of_type,
    is_place,
    is_site,
    is_somewhere,
    is_target,
    stands_in,
)
from onrecord.records.activities.denials import is_doubtful
from onrecord.records.activities.moves import is_cue, is_plain, records
from onrecord.records.activities.owners import parties_of
from onrecord.records.activities.states import is_perfect
from onrecord.records.parties import Parties, Party
from onrecord.syntax import (
    antecedent,
    conditional,
    is_question,
    lemma,
    modal_of,
    negated,
    no_longer,
    subjects,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_GATHERED = {"mass", "amass", "gather", "deploy", "station", "base", "array", "position", "assemble"}
_READY = {"postured", "poised", "positioned", "arrayed", "massed", "deployed", "stationed", "based", "gathered"}
_LOCATIVE = {"in", "near", "at", "on", "along", "around", "off", "inside"}
_FAR = {"from", "out"}
_VAGUE = {"unit", "vehicle", "equipment", "system"}
_OWNING = {"have", "keep", "maintain", "hold"}
_STANDING = {"serve", "operate", "remain", "stay", "sit", "linger", "bivouac", "camp", "be"}
_GUARDING = {"guard", "hold", "man", "occupy"}
_HELD = {"position", "trench", "outpost", "checkpoint", "post", "ridge", "height", "line"}
_STANDBY = {"standby", "alert"}
_UNITS = {
    "brigade", "battalion", "contingent", "garrison", "squadron", "regiment", "battlegroup", "detachment",
    "frigate", "destroyer", "warship", "corvette", "platoon",
}  # fmt: skip
_PARTIES = {"contingent", "detachment", "garrison"}
_OF_SOLDIERS = {"peacekeeping", "military", "army", "naval", "infantry"}
_HARDLY = {"few", "hardly", "barely", "almost", "scarcely", "nearly", "no", "neither", "any"}
_MANY = {"hundred", "thousand", "dozen", "ten", "score", "number", "detachment", "company", "group", "couple"}


def stationed(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """Forces that stand somewhere: "Ostmark has 400 soldiers at the dam", "its forces remain poised to strike"."""
    where = (article, mentions)
    for token in sentence:
        if force_class(token) != "force" or lemma(token) in _VAGUE:
            yield from _more_of_them(token, parties, where)
            continue
        verb = token.head
        owned = token.dep_ == "dobj" and lemma(verb) in _OWNING
        there = token.dep_ == "attr" and lemma(verb) == "be"
        gathered = any(c.dep_ == "acl" and lemma(c) in _GATHERED for c in token.children)
        if (standing := _stands(token, mentions)) is not None:
            holders = parties_of(token, parties)
            for told in records("deployment", standing, holders, [], where):
                if _is_abroad(standing, holders, mentions) and is_plain(told, standing, None):
                    yield _of_now(told, standing, token)
            continue
        if token.dep_ == "dobj" and lemma(verb) == "host":
            yield from records("deployment", token, parties_of(token, parties), [], where)
            continue
        if _is_ready(token):
            yield from records("build-up", token, parties_of(token, parties), [], where)
            continue
        if _is_of_named(token, mentions):
            yield from _under_way(token, parties_of(token.head.head, parties), where)
            continue
        counted = any(c.dep_ == "nummod" for c in token.children)
        placed = any(c.dep_ == "prep" and c.lower_ in _LOCATIVE for c in token.children)
        plainly = counted and placed
        if owned and not placed:
            placed = _is_kept(verb) and (_names_place(verb, mentions) or _on_standby(verb, token))
            counted |= placed and _is_whole(token)
        elif owned and lemma(token) not in {"force", "army", "navy", "fleet"}:
            counted |= _is_whole(token) and _is_kept(verb) and _names_place(token, mentions)
        if not (owned or there) or not (counted or gathered) or not (placed or gathered):
            continue
        if owned and not (plainly or gathered) and is_doubtful(token, verb):
            continue
        if not owned and any(is_cue(c) for c in token.children if c.dep_ == "acl"):
            continue
        holders = [p for s in subjects(verb) for p in parties_of(antecedent(s), parties)] if owned else []
        yield from records("build-up", token, holders or ([] if owned else parties_of(token, parties)), [], where)


def _is_ready(token: "Token") -> bool:
    """ "remain postured to attack", "are poised at the border"."""
    verb = token.head
    if token.dep_ != "nsubj" or lemma(verb) not in {"remain", "be", "stand"} or negated(verb):
        return False
    return any(c.dep_ in {"acomp", "oprd", "xcomp"} and c.lower_ in _READY for c in verb.children)


def _stands(token: "Token", mentions: Mentions) -> "Token | None":
    """The verb by which a state's forces stand in another state: "Ostmark's soldiers are in Varenia", "serve in",
    "operate from", "guard the port"; none that only may, are not or hardly are there: "might remain", "few remain"."""
    noun = _counted_as(token)
    verb = noun.head
    if noun.dep_ != "nsubj" or modal_of(verb) is not None or is_question(verb.sent) or conditional(verb):
        return None
    few = any(c.lower_ in _HARDLY for t in (token, noun, verb) for c in t.lefts)
    if few or negated(verb) or negated(noun) or verb.dep_ == "advcl":  # "as long as its soldiers are in Varenia"
        return None
    if lemma(verb) in _STANDING:
        only_there = lemma(verb) != "be" or all(c.dep_ not in {"attr", "acomp"} for c in verb.children)
        there = only_there and not any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in verb.children)
        return verb if there and _is_in_a_land(verb, mentions) else None
    if lemma(verb) not in _GUARDING:
        return None
    held = [c for c in verb.children if c.dep_ == "dobj"]
    sites = [c for c in held if is_site(c) or (lemma(verb) != "guard" and lemma(c) in _HELD)]
    sites += [c for c in held if lemma(verb) == "guard" and is_target(c, mentions) and force_class(c) is None]
    if any(lemma(c) in {"platform", "rig", "pipeline", "oilfield"} for c in held):
        return verb
    placed = any(_is_named(t, mentions) for s in sites for t in s.subtree) or _names_place(verb, mentions)
    return verb if sites and placed else None


def _is_abroad(verb: "Token", holders: list[Party], mentions: Mentions) -> bool:
    """Whether a state's forces are there in another state, or in waters: "are in Varenia"."""
    sides = {h.side for h in holders}
    named = [p for t in verb.subtree for p in mentions.places if p.begins_at <= t.idx < p.ends_at and t.i > verb.i]
    far = lemma(verb) == "operate" and not named
    return bool(sides) and (far or any(p.country not in sides for p in named))


def _is_in_a_land(verb: "Token", mentions: Mentions) -> bool:
    """ "Are in Varenia", "operate from Sarn"; not "are in hospital in Sarn"."""
    by = _LOCATIVE | (_FAR if lemma(verb) == "operate" else set())
    first = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in by), None)
    where = [] if first is None else list(first.children)
    if lemma(verb) == "operate" and any(is_somewhere(g, mentions) for g in where):
        return True
    return any(stands_in(g, mentions.places) for g in where)


def _counted_as(token: "Token") -> "Token":
    """ "Thousands" of "thousands of soldiers", which is the subject."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and lemma(token.head.head) in _MANY:
        return token.head.head
    return token


def _of_now(told: Activity, verb: "Token", token: "Token") -> Activity:
    """ "Have been there since May": they still are."""
    force = told.force or token.text
    if told.state not in {"done", "under way"}:
        return msgspec.structs.replace(told, force=force)
    now = tense(verb) == "present" or is_perfect(verb)
    return msgspec.structs.replace(told, state="under way" if now else "done", force=force)


def _under_way(token: "Token", holders: list[Party], where: tuple[Article, Mentions]) -> Iterator[Activity]:
    """Those that a state is said to have: what would count as done goes on."""
    for told in records("deployment", token, holders, [], where):
        yield msgspec.structs.replace(told, state="under way" if told.state == "done" else told.state)


def _is_of_named(token: "Token", mentions: Mentions) -> bool:
    """ "Ostmark, with some 400 soldiers in the valley, ...": a state is said to have them."""
    if token.dep_ != "pobj" or token.head.lower_ != "with" or not any(c.dep_ == "nummod" for c in token.children):
        return False
    above = token.head.head
    return above.pos_ == "PROPN" and is_of_type(above, mentions, "state") and _names_place(token, mentions)


def _more_of_them(token: "Token", parties: Parties, where: tuple[Article, Mentions]) -> Iterator[Activity]:
    """ "Has 400 soldiers in Lorvane and some 600 in Varenia": the second number."""
    if token.pos_ != "NUM" or token.dep_ != "conj" or force_class(token.head) != "force":
        return
    verb = token.head.head
    if token.head.dep_ != "dobj" or lemma(verb) not in _OWNING or not _is_kept(verb):
        return
    if _names_place(token, where[1]):
        holders = [p for s in subjects(verb) for p in parties_of(antecedent(s), parties)]
        for told in records("build-up", token, holders, [], where):
            yield msgspec.structs.replace(told, state="under way", force=token.head.text)


def _is_kept(verb: "Token") -> bool:
    """ "Keeps 400 soldiers in the valley", but no "will keep", "does not keep", "if it keeps"."""
    now = verb.tag_ in {"VBP", "VBZ"}
    return now and not (negated(verb) or conditional(verb) or no_longer(verb) or is_question(verb.sent))


def _is_whole(noun: "Token") -> bool:
    """ "A brigade", "a peacekeeping contingent"; not "no brigade", "the army"."""
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    soldiers = all(force_class(g) or g.pos_ in {"NUM", "PROPN"} for g in of)
    if lemma(noun) in _PARTIES and _OF_SOLDIERS.isdisjoint(c.lower_ for c in noun.lefts):
        return False  # "a contingent of athletes"
    return lemma(noun) in _UNITS and soldiers and any(c.lower_ in {"a", "an"} for c in noun.lefts)


def _on_standby(verb: "Token", token: "Token") -> bool:
    """ "Has 400 soldiers on standby"."""
    on = (c for t in (verb, token) for c in t.children if c.lower_ == "on" and c.i + 1 < len(c.doc))
    return any(not _STANDBY.isdisjoint(t.lower_ for t in c.doc[c.i + 1 : c.i + 3]) for c in on)


def _is_named(token: "Token", mentions: Mentions) -> bool:
    return token.ent_type_ in {"GPE", "FAC"} or stands_in(token, mentions.places)


def _names_place(head: "Token", mentions: Mentions) -> bool:
    """Whether a phrase on the word names the place: "in the valley of Sarn"."""
    where = [c for c in head.children if c.dep_ == "prep" and c.lower_ in _LOCATIVE]
    where += [g for c in where for g in c.children if g.dep_ == "prep"]
    places = [g for c in where for g in c.children if g.dep_ == "pobj"]
    lands = [g for g in places if is_target(g, mentions) or lemma(g) in {"airfield", "base", "airbase", "airport"}]
    inner = [h for g in lands for c in g.children if c.lower_ in {"of", "in", "at"} for h in c.children]
    return any(_is_named(g, mentions) or is_place(g, mentions) for g in (*places, *inner))
