"""Troops and arms that are brought, placed, handed over or laid down, told in everyday words."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.model import Mentions
from onrecord.records.activities.circumstances import (
    force_class,
    is_of_type,
    is_somewhere,
    objects,
    place_of,
    stands_in,
)
from onrecord.records.activities.craft import is_craft
from onrecord.records.activities.owners import ARMED_PEOPLE, doers_of, is_armed
from onrecord.syntax import lemma, owned

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_TROOPS = {"vehicle", "equipment", "system", "ship", "vessel", "carrier", "unit", "division"}
_LAUNCHERS = {"launcher", "howitzer", "battery", "artillery", "interceptor"}
_GARRISONS = {"garrison", "battalion", "battlegroup", "regiment"}
_BASES = {"base", "airbase", "outpost", "barracks", "garrison", "airfield"}
_RIFLES = {"weapon", "arm", "rifle", "gun", "weaponry", "firearm", "arms"}
_KEEPERS = {"observer", "monitor", "army", "mission", "inspector", "authority", "peacekeeper", "commission", "force"}
_ARMY = {"military", "naval", "air", "army", "navy"}
_LANDS = {"island", "border", "peninsula"}
_NOT_WITHDRAWN = {"wounded", "injured", "captured", "captive", "dead", "fallen", "medal", "trophy", "exchange", "swap"}
_NAVAL = {"patrol", "naval", "navy", "guard", "landing", "missile", "torpedo"}
_NUCLEAR = {"nuclear", "atomic", "hydrogen", "thermonuclear"}
_SAID_IN = {"talk", "meeting", "summit", "session", "call", "speech", "debate", "briefing"}
_NEIGHBOURING = {"along", "around", "near", "on", "at"}


def _are_troops(noun: "Token") -> bool:
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    civil = any(g.pos_ == "NOUN" and force_class(g) is None for g in of)  # "troops of lawyers"
    return force_class(noun) == "force" and lemma(noun) not in _NO_TROOPS and not civil


def _troops(token: "Token", mentions: Mentions) -> bool:
    return any(_are_troops(o) for o in objects(token))


def _brought_up(token: "Token", mentions: Mentions) -> bool:
    """ "Brought up armour"; not "brought up tanks at the talks"."""
    told = {lemma(g) for c in token.children if c.dep_ == "prep" for g in c.children}
    by = any(is_armed(d, mentions) for d in doers_of(token))
    return by and told.isdisjoint(_SAID_IN) and _troops(token, mentions)


def _are_arms(noun: "Token") -> bool:
    if any(c.lower_ == "of" for c in noun.children):
        return False  # "missiles of criticism"
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


def _leaves_land(token: "Token", moved: "list[Token]", mentions: Mentions) -> bool:
    """Whether it goes "from Varenia", and nowhere else; a river, a parade or a museum is no land."""
    preps = [c for t in (token, *moved) for c in t.children if c.dep_ in {"prep", "prt", "advmod"}]
    lands = [g for c in preps if c.lower_ == "from" for g in c.children]
    named = any(lemma(g) in _LANDS or _is_land(g, mentions) for g in lands)
    return named and {c.lower_ for c in preps}.isdisjoint({"into", "to", "toward", "towards"})


def _is_land(noun: "Token", mentions: Mentions) -> bool:
    return stands_in(noun, (p for p in mentions.places if p.country or p.feature == "water"))


def _troops_off(token: "Token", mentions: Mentions) -> bool:
    """ "Pulled its troops from Varenia"; not "pulled a soldier from the river"."""
    moved = [o for o in objects(token) if force_class(o) == "force" and (o.tag_ == "NNS" or owned(o))]
    counted = any(c.dep_ == "nummod" for o in moved for c in o.lefts) and not any(owned(o) for o in moved)
    return bool(moved) and not counted and _by_state(token, mentions) and _leaves_land(token, moved, mentions)


def _by_state(token: "Token", mentions: Mentions) -> bool:
    """Whether a state, a force or who is told of before does it, or a passive names nobody: no rescuer, no museum."""
    doers = doers_of(token)
    return not doers or any(d.pos_ == "PRON" or is_armed(d, mentions) for d in doers)


def _troops_home(token: "Token", mentions: Mentions) -> bool:
    """ "Brought its soldiers home"; not "brought its wounded soldiers home", "home with three medals"."""
    moved = [o for o in objects(token) if _are_troops(o)]
    home = any(c.lower_ == "home" for t in (token, *moved) for c in t.children)
    told = {lemma(t) for t in token.subtree}
    own = any(owned(o) for o in moved) or _leaves_land(token, moved, mentions)
    return home and own and told.isdisjoint(_NOT_WITHDRAWN) and _by_state(token, mentions)


def _troops_quit(token: "Token", mentions: Mentions) -> bool:
    """ "Troops quit the valley"; not "soldiers quit the party"."""
    left = [c for c in token.children if c.dep_ == "dobj"]
    return any(_are_troops(d) for d in doers_of(token)) and any(_is_land(o, mentions) for o in left)


def _own_positions(token: "Token", mentions: Mentions) -> bool:
    """ "Reinforced its positions along the river"; not "its position on prices"."""
    held = [o for o in objects(token) if lemma(o) in {"position", "outpost"} and o.tag_ == "NNS"]
    near = any(c.dep_ == "prep" and c.lower_ in _NEIGHBOURING for t in (token, *held) for c in t.children)
    armed = any(is_armed(d, mentions) for d in doers_of(token))
    return bool(held) and near and armed and place_of(token, mentions) is not None


def _own_base(token: "Token", mentions: Mentions) -> bool:
    """ "Vacated its naval base"; not "vacated its base on the glacier"."""
    bases = [o for o in objects(token) if lemma(o) in _BASES and owned(o) and _is_of_army(o)]
    return bool(bases) and any(is_armed(d, mentions) for d in doers_of(token))


def _is_of_army(base: "Token") -> bool:
    return lemma(base) in {"airbase", "garrison"} or not _ARMY.isdisjoint(c.lower_ for c in base.lefts)


def _own_arms_to(token: "Token", mentions: Mentions) -> bool:
    """ "The rebels gave their rifles to observers"; not "owners handed in rifles"."""
    arms = any(owned(c) and lemma(c) in _RIFLES for c in token.children if c.dep_ == "dobj")
    fighters = any(lemma(d) in ARMED_PEOPLE | {"fighter"} for d in doers_of(token))
    return arms and fighters and any(lemma(g) in _KEEPERS for g in _to(token))


def _is_of_others(noun: "Token", mentions: Mentions) -> bool:
    """ "The militia": no soldiers of one's own."""
    groups = (a for a in mentions.actors if a.type == "group")
    named = lemma(noun) in ARMED_PEOPLE or stands_in(noun, groups)
    return named and not owned(noun)


def _vessels_to(token: "Token", mentions: Mentions) -> bool:
    """ "Gave Varenia two patrol boats"; not "sold three ships to a line"."""
    ships = [o for o in objects(token) if o.dep_ != "compound" and force_class(o) == "force"]
    naval = any(is_craft(o, mentions) or not _NAVAL.isdisjoint(c.lower_ for c in o.lefts) for o in ships)
    return naval and _is_given(token, mentions)


def _arms_to(token: "Token", mentions: Mentions) -> bool:
    """ "Handed three warplanes to Varenia"."""
    given = [o for o in objects(token) if _are_arms(o) or is_craft(o, mentions)]
    return bool(given) and _is_given(token, mentions)


def _is_given(token: "Token", mentions: Mentions) -> bool:
    """Whether a state or force gives it to another: no toymaker, no smuggler, to no charity."""
    return _by_state(token, mentions) and any(_is_receiver(g, mentions) for g in _to(token))


def _is_receiver(noun: "Token", mentions: Mentions) -> bool:
    near = lemma(noun) in {"neighbor", "neighbour", "ally", "island"}
    return near or is_armed(noun, mentions) or stands_in(noun, mentions.places)


def _armed_by(token: "Token", mentions: Mentions) -> bool:
    """ "Ostmark armed the militia"; not "troops are armed with rifles"."""
    by = any(is_of_type(d, mentions, "state", "organisation") for d in doers_of(token))
    if lemma(token) == "equip":
        arms = [g for c in token.children if c.lower_ == "with" for g in c.children]
        by &= any(_are_arms(g) or is_craft(g, mentions) for g in arms)
    return by and any(_is_of_others(o, mentions) for o in objects(token) if o.dep_ != "compound")


def _device(token: "Token", mentions: Mentions) -> bool:
    """ "Set off a nuclear device"; not "over the town", and only by a state."""
    if not any(is_of_type(d, mentions, "state") for d in doers_of(token)):
        return False
    blown = [o for o in objects(token) if lemma(o) in {"device", "bomb", "warhead", "weapon"}]
    at = {c.lower_ for t in (token, *blown) for c in t.children if c.dep_ == "prep"}
    return not at & {"over", "above", "on", "against"} and any(
        not _NUCLEAR.isdisjoint(c.lower_ for c in o.lefts) for o in blown
    )


def _weapon_placed(token: "Token", mentions: Mentions) -> bool:
    """ "Installed missiles on the island"; not "put rockets on sale"."""
    by = any(d.pos_ == "PRON" or is_armed(d, mentions) for d in doers_of(token))
    on = [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"on", "in", "near"} for g in c.children]
    placed = place_of(token, mentions) is not None or any(is_somewhere(g, mentions) for g in on)
    shown = any(lemma(g) in {"sale", "show", "display", "market"} for g in on)
    return by and placed and not shown and any(_are_arms(o) for o in objects(token))


def _based(token: "Token", mentions: Mentions) -> bool:
    """ "Soldiers are garrisoned in Sarn"; not "quartered in the village to mend the dam"."""
    at = [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"at", "in", "near", "on"} for g in c.children]
    moved = any(force_class(o) in {"force", "aircraft", "weapon"} for o in objects(token))
    return moved and any(g.pos_ == "PROPN" and is_somewhere(g, mentions) for g in at)


def _arms_off(token: "Token", mentions: Mentions) -> bool:
    """ "Removed its missiles from the island"; not "removed the tank from the hall"."""
    moved = [o for o in objects(token) if o.dep_ != "compound" and (_are_arms(o) or _are_troops(o))]
    own = any(o.tag_ == "NNS" or owned(o) for o in moved)
    return own and _by_state(token, mentions) and _leaves_land(token, moved, mentions)


NEEDS: Mapping[str, Callable[["Token", Mentions], bool]] = {
    "troops": _troops,
    "brought up": _brought_up,
    "based": _based,
    "arms off": _arms_off,
    "troops off": _troops_off,
    "troops home": _troops_home,
    "troops quit": _troops_quit,
    "garrisons": lambda t, m: any(lemma(o) in _GARRISONS and _are_troops(o) for o in objects(t)),
    "own positions": _own_positions,
    "own base": _own_base,
    "own arms to": _own_arms_to,
    "vessels to": _vessels_to,
    "arms to": _arms_to,
    "armed by": _armed_by,
    "device": _device,
    "weapon placed": _weapon_placed,
}
