"""Warships and military aircraft: what flies, patrols and sails, at whom and where."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.model import Mentions
from onrecord.records.activities.carriers import carrier_of
from onrecord.records.activities.circumstances import force_class, is_designation, objects, place_of, stands_in
from onrecord.records.activities.owners import doers_of
from onrecord.syntax import lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_WARSHIPS = {"warship", "frigate", "destroyer", "corvette", "cruiser", "submarine", "gunboat", "minesweeper"}
_WARPLANES = {"bomber", "warplane", "gunship"}
_NAMED = {"hms", "uss", "ins", "hmas", "hmcs", "hnlms", "bns", "pns", "kri", "brp", "rss"}  # "HMS Dorset"
_CIVIL = {
    "fishing", "cargo", "passenger", "merchant", "cruise", "container", "civilian", "research", "rescue", "private",
    "commercial", "shipping", "supply", "survey", "charter", "business", "presidential", "toy", "police", "cabin",
    "tourist", "old", "museum",
}  # fmt: skip
# Of these civil ones are as common: they count with a word for their use, drones also with their state.
_SHIPS = {"ship", "vessel", "boat", "craft", "carrier", "cutter"}
_PLANES = {"plane", "aircraft", "jet", "helicopter", "chopper", "drone", "fighter"}
_BY_STATE = {"drone"}
_OF_FORCES = words("en/military_words") - {"border", "tempo", "joint", "ground", "air"} | {
    "patrol", "surveillance", "reconnaissance", "spy", "attack", "assault", "fighter", "guard", "warfare", "jet",
    "landing",
}  # fmt: skip
_MET = _WARSHIPS | _WARPLANES | _SHIPS | _PLANES | {
    "freighter", "tanker", "trawler", "airliner", "convoy", "flight", "tug", "ferry", "liner", "yacht",
}  # fmt: skip
_ZONES = {"identification", "exclusion", "exclusive", "adiz"}
_MISSIONS = {"mission", "sortie", "patrol"}
_SCOUTING = {"reconnaissance", "surveillance", "combat", "spy", "intelligence", "patrol", "bombing"}
_COMPASS = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
_ABOVE = {"over", "off", "near", "above", "around"}


def is_craft(noun: "Token", mentions: Mentions) -> bool:
    """ "A frigate", "an F-16", "patrol boats", "Ostmark's drones"; not "a plane", "Ostmark's ships"."""
    before = {c.lower_ for c in noun.lefts}
    if before & _CIVIL:
        return False
    if force_class(noun) is None and lemma(noun) in _WARSHIPS:
        return False  # "a Corvette"
    if is_designation(noun) or lemma(noun) in _WARSHIPS | _WARPLANES or (noun.pos_ == "PROPN" and before & _NAMED):
        return True
    if noun.pos_ == "PROPN" and any(lemma(c) in _WARSHIPS | {"carrier"} for c in noun.lefts if c.dep_ == "compound"):
        return lemma(noun) not in words("en/organisation_words")  # "the frigate Sarn", "the aircraft carrier Sarn"
    if lemma(noun) == "squadron":
        return bool(before & {"naval", "fighter", "bomber"})
    if lemma(noun) not in _SHIPS | _PLANES:
        return False
    if (
        before & _OF_FORCES
        or (lemma(noun) == "carrier" and "aircraft" in before)
        or any(is_designation(c) for c in noun.lefts)
    ):
        return True
    return lemma(noun) in _BY_STATE and _is_of_state(noun, mentions)


def _is_of_state(noun: "Token", mentions: Mentions) -> bool:
    states = [a for a in mentions.actors if a.type == "state"]
    return any(stands_in(c, states) for c in noun.lefts)


def _is_plane(noun: "Token", mentions: Mentions) -> bool:
    """Whether it is a military aircraft."""
    return is_craft(noun, mentions) and (is_designation(noun) or lemma(noun) in _WARPLANES | _PLANES)


def _acts(token: "Token", mentions: Mentions) -> bool:
    """ "The frigate circled it", "it was circled by the frigate"."""
    return any(is_craft(d, mentions) for d in doers_of(token))


def _met(token: "Token") -> bool:
    """Whether it is done to a ship or plane: "approached the trawler", "closed in on the plane"."""
    preps = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"on", "within"}]
    whom = [*objects(token), *(g for c in preps for g in c.children)]
    whom += [g for o in whom if o.pos_ == "NUM" for c in o.children if c.lower_ == "of" for g in c.children]
    whom += subjects(token) if passive(token) else []
    return any(lemma(o) in _MET or is_designation(o) for o in whom)


def aims_of(token: "Token", preps: set[str]) -> "list[Token]":
    """Objects of the verb and of the prepositions on it: "crossed the line", "crossed into the valley"."""
    chained = [g for c in token.children if c.dep_ == "prep" for g in (c, *c.children) if g.dep_ == "prep"]
    return [*objects(token), *(g for c in chained if c.lower_ in preps for g in c.children if g.dep_ == "pobj")]


def _is_boundary_at_sea(noun: "Token") -> bool:
    """ "Varenia's waters", "its airspace", "the median line of the strait", "the air defence identification zone"."""
    before = {c.lower_ for c in noun.subtree}
    median = lemma(noun) == "line" and "median" in before
    return lemma(noun) in {"water", "airspace"} or median or (lemma(noun) == "zone" and bool(before & _ZONES))


def _into_waters(token: "Token", mentions: Mentions) -> bool:
    aims = aims_of(token, {"into", "in", "over"})
    return _acts(token, mentions) and any(map(_is_boundary_at_sea, aims))


def _placed(token: "Token", mentions: Mentions) -> bool:
    """ "Operated off the coast", "south of the cape"."""
    way = any(c.lower_ in _COMPASS and any(g.lower_ == "of" for g in c.children) for c in token.children)
    return _acts(token, mentions) and (way or place_of(token, mentions) is not None)


def _leaves_for(token: "Token", mentions: Mentions) -> bool:
    """ "The frigate left port for the bay"; not "left Sarn for good"."""
    off = [c for t in (token, *objects(token)) for c in t.children if c.lower_ == "for" and c.dep_ == "prep"]
    aims = [g for c in off for g in c.children]
    return any(stands_in(g, mentions.places) for g in aims) and _acts(token, mentions)


def _sails(token: "Token", mentions: Mentions) -> bool:
    """ "Set sail", "put to sea", "put out to sea"."""
    sail = any(c.dep_ == "dobj" and c.lower_ == "sail" for c in token.children)
    sea = any(c.lower_ == "sea" for c in aims_of(token, {"to"}))
    return (sail if lemma(token) == "set" else sea) and _acts(token, mentions)


def _is_seen(token: "Token", mentions: Mentions) -> bool:
    """ "Two warplanes were seen over the town"; who sees them does not fly."""
    where = any(c.dep_ == "prep" and c.lower_ in _ABOVE for c in token.children)
    return where and passive(token) and any(is_craft(s, mentions) for s in subjects(token))


def _on_missions(token: "Token", mentions: Mentions) -> bool:
    """ "Flew reconnaissance missions"."""
    flown = (c for c in token.children if c.dep_ == "dobj" and lemma(c) in _MISSIONS)
    return any(not _SCOUTING.isdisjoint(g.lower_ for g in o.lefts) for o in flown)


def _of_craft(noun: "Token", mentions: Mentions) -> bool:
    """ "The intercept of a plane by fighters", "a flyby of bombers"."""
    if noun.dep_ in {"compound", "nmod"}:
        return False
    behind = [c for a in noun.ancestors for c in a.children if c.lower_ == "by" and c.i == noun.right_edge.i + 1]
    by = [*(c for c in noun.children if c.lower_ in {"by", "of"}), *behind]
    of = [g for c in by for g in c.children if g.dep_ == "pobj"]
    return any(is_craft(g, mentions) or lemma(g) == "fighter" for g in (*of, *noun.lefts))


def _is_pass(noun: "Token", mentions: Mentions) -> bool:
    """ "A low pass by a patrol plane", "made a low pass over the frigate"."""
    low = any(c.lower_ in {"low", "low-level", "close", "low-altitude"} for c in noun.lefts)
    over = [g for c in noun.children if c.lower_ == "over" for g in c.children]
    by = carrier_of(noun)
    flown = by is not None and noun.dep_ == "dobj" and _acts(by, mentions)
    return low and (_of_craft(noun, mentions) or (flown and any(force_class(g) for g in over)))


NEEDS: Mapping[str, Callable[["Token", Mentions], bool]] = {
    "craft": _acts,
    "warplane": lambda t, m: any(_is_plane(d, m) for d in doers_of(t)),
    "craft placed": _placed,
    "craft at craft": lambda t, m: _acts(t, m) and _met(t),
    "craft to": _leaves_for,
    "into waters": _into_waters,
    "sail": _sails,
    "seen": _is_seen,
    "missions": _on_missions,
    "of craft": _of_craft,
    "pass": _is_pass,
}
