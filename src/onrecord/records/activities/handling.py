"""Troops and arms that are brought, placed, handed over or laid down, told in everyday words."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.model import Mentions
from onrecord.records.activities.circumstances import force_class, is_somewhere, is_target, objects, place_of
from onrecord.records.activities.craft import is_craft
from onrecord.records.activities.owners import ARMED_PEOPLE, doers_of, is_armed
from onrecord.syntax import lemma, owned

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_TROOPS = {"vehicle", "equipment", "system", "ship", "vessel", "carrier", "unit", "division"}
_LAUNCHERS = {"launcher", "howitzer", "battery", "artillery", "interceptor"}
_GARRISONS = {"garrison", "contingent", "battalion", "brigade", "battlegroup", "flotilla", "fleet", "regiment"}
_BASES = {"base", "airbase", "outpost", "barracks", "garrison", "airfield"}
_RIFLES = {"weapon", "arm", "rifle", "gun", "weaponry", "firearm", "arms"}
_KEEPERS = {"observer", "monitor", "army", "mission", "inspector", "authority", "peacekeeper", "commission", "force"}
_NAVAL = {"patrol", "naval", "navy", "guard", "landing", "missile", "torpedo"}
_NUCLEAR = {"nuclear", "atomic", "hydrogen", "thermonuclear"}
_SAID_IN = {"talk", "meeting", "summit", "session", "call", "speech", "debate", "briefing"}
_NEIGHBOURING = {"along", "around", "near", "on", "at"}


def _are_troops(noun: "Token") -> bool:
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    civil = any(g.pos_ == "NOUN" and force_class(g) is None for g in of)  # "troops of lawyers"
    return force_class(noun) == "force" and lemma(noun) not in _NO_TROOPS and not civil


def _troops(token: "Token", mentions: Mentions) -> bool:
    """Troops as object; reinforcements, which clubs have too, by a state or force."""
    moved = [o for o in objects(token) if _are_troops(o)]
    if all(lemma(o) == "reinforcement" for o in moved) and (doers := doers_of(token)):
        return bool(moved) and any(is_armed(d, mentions) for d in doers)
    return bool(moved)


def _brought_up(token: "Token", mentions: Mentions) -> bool:
    """ "Brought up armour"; not "brought up tanks at the talks"."""
    told = {lemma(g) for c in token.children if c.dep_ == "prep" for g in c.children}
    by = any(is_armed(d, mentions) for d in doers_of(token))
    return by and told.isdisjoint(_SAID_IN) and _troops(token, mentions)


def _are_arms(noun: "Token") -> bool:
    if lemma(noun) == "system":
        return any(lemma(c) in {"missile", "rocket", "defence", "defense", "artillery"} for c in noun.subtree)
    return (force_class(noun) == "weapon" and lemma(noun) != "bomb") or lemma(noun) in _LAUNCHERS


def _to(token: "Token") -> "list[Token]":
    """To whom it is given: "gave Varenia boats", "gave boats to Varenia"."""
    given = [
        c for t in (token, *objects(token)) for c in t.children if c.lower_ == "to" and c.dep_ in {"dative", "prep"}
    ]
    named = [c for c in token.children if c.dep_ == "dative" and c.lower_ != "to"]
    return [*named, *(g for c in given for g in c.children if g.dep_ == "pobj")]


def _off(token: "Token", mentions: Mentions) -> bool:
    """ "Pulled its troops from the valley"; not "pulled a tank from the river"."""
    moved = [o for o in objects(token) if _are_troops(o) and (o.tag_ == "NNS" or owned(o))]
    beside = {c.lower_ for t in (token, *moved) for c in t.children if c.dep_ in {"prep", "prt", "advmod"}}
    return bool(moved) and "from" in beside and not beside & {"into", "to", "toward", "towards"}


def _home(token: "Token", mentions: Mentions) -> bool:
    """ "Brought its soldiers home"."""
    home = any(c.lower_ == "home" for t in (token, *objects(token)) for c in t.children)
    return home and any(_are_troops(o) for o in objects(token))


def _troops_move(token: "Token", mentions: Mentions) -> bool:
    return any(_are_troops(d) for d in doers_of(token)) and not any(c.dep_ == "dobj" for c in token.children)


def _quit(token: "Token", mentions: Mentions) -> bool:
    """ "Troops quit the valley"; not "soldiers quit the party"."""
    left = [c for c in token.children if c.dep_ == "dobj"]
    return any(_are_troops(d) for d in doers_of(token)) and any(
        is_target(o, mentions) and not force_class(o) for o in left
    )


def _positions(token: "Token", mentions: Mentions) -> bool:
    """ "Reinforced its positions along the river"; not "its position on prices"."""
    held = [o for o in objects(token) if lemma(o) in {"position", "outpost", "defence", "defense"} and o.tag_ == "NNS"]
    near = any(c.dep_ == "prep" and c.lower_ in _NEIGHBOURING for t in (token, *held) for c in t.children)
    armed = any(is_armed(d, mentions) for d in doers_of(token))
    return bool(held) and near and armed and place_of(token, mentions) is not None


def _own_base(token: "Token", mentions: Mentions) -> bool:
    """ "Vacated its base"; not "closed the road to the base"."""
    bases = [o for o in objects(token) if lemma(o) in _BASES and owned(o) and is_military_base(o)]
    return bool(bases) and any(is_armed(d, mentions) for d in doers_of(token))


def is_military_base(noun: "Token") -> bool:
    """ "A base", "an airbase", "a small naval base"; not "a customer base"."""
    before = [c for c in noun.lefts if c.dep_ in {"amod", "compound", "nmod"}]
    return all(c.lower_ in _OF_BASES or c.ent_type_ in {"GPE", "NORP", "LOC", "FAC"} for c in before)


_OF_BASES = {
    "military", "naval", "air", "army", "navy", "permanent", "small", "large", "big", "own", "new", "old", "foreign",
    "overseas", "forward", "second", "main", "only", "first", "last", "drone", "submarine", "logistics", "training",
    "major", "key", "sprawling", "strategic", "joint", "two", "three", "secret", "desert", "largest", "biggest",
}  # fmt: skip


def _own_arms(token: "Token", mentions: Mentions) -> bool:
    """ "The rebels laid down their arms"; not "owners handed in rifles"."""
    arms = [c for c in token.children if c.dep_ == "dobj" and lemma(c) in _RIFLES]
    return bool(arms) and any(_fights(d, mentions) for d in doers_of(token))


def _own_arms_to(token: "Token", mentions: Mentions) -> bool:
    """ "The rebels gave their rifles to observers"."""
    own = any(owned(c) for c in token.children if c.dep_ == "dobj")
    return own and _own_arms(token, mentions) and any(lemma(g) in _KEEPERS for g in _to(token))


def _fights(noun: "Token", mentions: Mentions) -> bool:
    groups = (a for a in mentions.actors if a.type == "group")
    named = lemma(noun) in ARMED_PEOPLE | {"fighter"} or _are_troops(noun)
    return named or any(a.begins_at <= noun.idx < a.ends_at for a in groups)


def _vessels_to(token: "Token", mentions: Mentions) -> bool:
    """ "Gave Varenia two patrol boats"; not "sold three ships to a line"."""
    ships = [o for o in objects(token) if o.dep_ != "compound" and force_class(o) == "force"]
    naval = any(is_craft(o, mentions) or not _NAVAL.isdisjoint(c.lower_ for c in o.lefts) for o in ships)
    return naval and any(_is_receiver(g, mentions) for g in _to(token))


def _arms_to(token: "Token", mentions: Mentions) -> bool:
    """ "Handed three warplanes to Varenia"."""
    given = [o for o in objects(token) if _are_arms(o) or is_craft(o, mentions)]
    return bool(given) and any(_is_receiver(g, mentions) for g in _to(token))


def _is_receiver(noun: "Token", mentions: Mentions) -> bool:
    places = (p for p in mentions.places if p.begins_at <= noun.idx < p.ends_at)
    return is_armed(noun, mentions) or any(places) or lemma(noun) in {"neighbor", "neighbour", "ally", "island"}


def _armed_by(token: "Token", mentions: Mentions) -> bool:
    """ "Ostmark armed the militia"; not "troops are armed with rifles"."""
    states = [a for a in mentions.actors if a.type in {"state", "organisation"} and a.reading != "person"]
    by = any(a.begins_at <= d.idx < a.ends_at for d in doers_of(token) for a in states)
    if lemma(token) == "equip":
        arms = [g for c in token.children if c.lower_ == "with" for g in c.children]
        by &= any(_are_arms(g) or is_craft(g, mentions) for g in arms)
    return by and any(_fights(o, mentions) for o in objects(token) if o.dep_ != "compound")


def _recruits(token: "Token", mentions: Mentions) -> bool:
    """ "Trained 400 Lorvane recruits": another's, and by a state."""
    states = [a for a in mentions.actors if a.type == "state"]
    mine = {a.actor for d in doers_of(token) for a in states if a.begins_at <= d.idx < a.ends_at}
    taught = [o for o in objects(token) if lemma(o) in {"recruit", "cadet", "fighter", "conscript", "pilot", "gunner"}]
    theirs = {a.actor for o in taught for c in o.lefts for a in states if a.begins_at <= c.idx < a.ends_at}
    return bool(mine) and bool(theirs) and not theirs & mine


def _device(token: "Token", mentions: Mentions) -> bool:
    """ "Set off a nuclear device"; not "over the town"."""
    blown = [o for o in objects(token) if lemma(o) in {"device", "bomb", "warhead", "weapon"}]
    at = {c.lower_ for t in (token, *blown) for c in t.children if c.dep_ == "prep"}
    return not at & {"over", "above", "on", "against"} and any(
        not _NUCLEAR.isdisjoint(c.lower_ for c in o.lefts) for o in blown
    )


def _placed(token: "Token", mentions: Mentions) -> bool:
    """ "Installed missiles on the island"."""
    doers = doers_of(token)
    by = not doers or any(d.pos_ == "PRON" or is_armed(d, mentions) for d in doers)
    on = [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"on", "in", "near"} for g in c.children]
    placed = place_of(token, mentions) is not None or any(is_somewhere(g, mentions) for g in on)
    return by and placed and any(_are_arms(o) for o in objects(token))


def _based(token: "Token", mentions: Mentions) -> bool:
    """ "Soldiers are garrisoned in Sarn", "based two bombers at the airfield"."""
    at = [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"at", "in", "near", "on"} for g in c.children]
    moved = any(force_class(o) in {"force", "aircraft", "weapon"} for o in objects(token))
    return moved and (place_of(token, mentions) is not None or any(is_somewhere(g, mentions) for g in at))


def _arms_off(token: "Token", mentions: Mentions) -> bool:
    """ "Removed its missiles from the island"."""
    moved = [o for o in objects(token) if o.dep_ != "compound" and (_are_arms(o) or _are_troops(o))]
    off = any(c.lower_ == "from" for t in (token, *moved) for c in t.children)
    return off and any(o.tag_ == "NNS" or owned(o) for o in moved) and place_of(token, mentions) is not None


NEEDS: Mapping[str, Callable[["Token", Mentions], bool]] = {
    "troops": _troops,
    "brought up": _brought_up,
    "based": _based,
    "arms off": _arms_off,
    "troops off": _off,
    "troops home": _home,
    "troops move": _troops_move,
    "troops quit": _quit,
    "garrisons": lambda t, m: any(lemma(o) in _GARRISONS and _are_troops(o) for o in objects(t)),
    "own positions": _positions,
    "own base": _own_base,
    "own arms": _own_arms,
    "own arms to": _own_arms_to,
    "vessels to": _vessels_to,
    "arms to": _arms_to,
    "armed by": _armed_by,
    "recruits": _recruits,
    "device": _device,
    "weapon placed": _placed,
    "of weapon": lambda t, m: any(_are_arms(o) or force_class(o) == "aircraft" for o in objects(t) if o.dep_ == "pobj"),
}
