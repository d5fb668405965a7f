"""Fire, blows and marches that are told in everyday words, and what of arms must stand beside these."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.model import Mentions
from onrecord.records.activities.circumstances import (
    force_class,
    is_place,
    is_site,
    is_somewhere,
    is_target,
    objects,
    place_of,
)
from onrecord.records.activities.craft import aims_of
from onrecord.records.activities.owners import ARMED_PEOPLE, doers_of, is_armed
from onrecord.syntax import lemma, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRED = {"shell", "rocket", "missile", "mortar", "bomb", "munition", "round", "projectile", "artillery"}
_GUNS = {
    "mortar", "artillery", "rocket", "sniper", "shell", "cannon", "howitzer", "machine-gun", "small-arms",
    "anti-aircraft", "arms", "missile",
}  # fmt: skip
_FIRING = {"border", "cross", "cross-border", "mortar", "artillery", "unprovoked", "indiscriminate"}
_EXCHANGED = {"fire", "gunfire", "shot"}
_CLAIMED = {"allegedly", "supposedly", "purportedly", "accidentally"}
_WARRING = {"rebel", "insurgent", "separatist", "guerrilla", "occupier", "invader"}
_POLICE = {"police", "policeman", "officer", "bodyguard", "guard", "deputy"}
_PEOPLE = {
    "soldier", "troop", "civilian", "villager", "people", "person", "child", "man", "woman", "resident", "guard",
    "sailor", "airman", "officer", "serviceman", "marine", "peacekeeper", "fighter", "commander", "paratrooper",
    "trooper", "farmer", "fisherman", "worker", "journalist", "patient", "refugee",
}  # fmt: skip
_VEHICLES = {"vehicle", "ship", "equipment", "plane", "jet", "helicopter", "system", "carrier", "vessel", "boat"}
_AFLOAT = {"ship", "boat", "vessel", "craft", "trawler", "tanker", "freighter", "barge", "ferry", "dhow", "launch"}
_BUILT = {
    "home", "house", "school", "hospital", "camp", "market", "shop", "church", "mosque", "temple", "village", "town",
    "building", "hamlet", "farm", "crop", "field", "quarter", "block", "depot", "barracks", "compound", "clinic",
    "granary", "hut", "neighborhood", "neighbourhood", "warehouse",
}  # fmt: skip
_PLAIN_BOMBS = {"petrol", "fire", "smoke", "stink", "gasoline", "car", "water", "paint"}
_BLASTS = {"blast", "explosion"}
_PLANTED = {"bomb", "mine", "shell", "missile", "rocket", "torpedo"}
_BASED = {"barracks", "checkpoint", "bus", "truck", "patrol", "convoy", "base", "garrison", "post"}
_WET = {"water", "sea", "ocean", "lake", "river"}
_NOT_STRUCK = _WET | {"desert", "orbit", "atmosphere", "space"}
_INTO = {"into", "on", "onto", "upon", "toward", "towards", "through"}


def _armed(token: "Token", mentions: Mentions) -> bool:
    return any(is_armed(d, mentions) for d in doers_of(token))


def _by_force(token: "Token") -> bool:
    """Whether armed people or arms do it, and not only a state: "the state razed the slum"."""
    return any(force_class(d) or lemma(d) in ARMED_PEOPLE for d in doers_of(token))


def _opens_fire(token: "Token", mentions: Mentions) -> bool:
    """ "Opened fire", "returned fire"; not "opened fire on the budget"."""
    fire = [c for c in token.children if c.dep_ == "dobj" and lemma(c) == "fire"]
    on = [
        g
        for t in (token, *fire)
        for c in t.children
        if c.dep_ == "prep" and c.lower_ in {"on", "at"}
        for g in c.children
    ]
    if not fire or any(not _can_be_shot(g, mentions) for g in on):
        return False
    side = any(lemma(d) == "side" and any(is_armed(c, mentions) for c in d.lefts) for d in doers_of(token))
    if on:
        return side or _armed(token, mentions)
    return side or any(force_class(d) or lemma(d) in _WARRING for d in doers_of(token))


def _can_be_shot(noun: "Token", mentions: Mentions) -> bool:
    return is_target(noun, mentions) or noun.pos_ == "PRON" or lemma(noun) in _PEOPLE | _BUILT | _AFLOAT | _BASED


def _exchanges_fire(token: "Token", mentions: Mentions) -> bool:
    """ "Traded artillery fire"; but with police it is no war."""
    if not any(c.dep_ == "dobj" and lemma(c) in _EXCHANGED for c in token.children):
        return False
    others = {lemma(g) for c in token.children if c.lower_ == "with" for g in subtree(c)}
    others |= {lemma(d) for d in doers_of(token)}
    return others.isdisjoint(_POLICE) and _armed(token, mentions)


def _of_fire(noun: "Token", mentions: Mentions) -> bool:
    """ "An exchange of fire", "exchanges of artillery fire"."""
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children]
    return any(lemma(g) in _EXCHANGED for g in of) and {lemma(t) for t in subtree(noun)}.isdisjoint(_POLICE)


def _gunfire(noun: "Token", mentions: Mentions) -> bool:
    """ "Mortar fire", "cross-border firing"; not "in the line of fire", "the firing of Berg"."""
    if noun.dep_ in {"compound", "nmod"}:
        return False
    before = {lemma(c) for c in noun.lefts} | {c.lower_ for c in noun.lefts}
    return bool(before & (_GUNS if lemma(noun) == "fire" else _FIRING))


def _between_troops(noun: "Token", mentions: Mentions) -> bool:
    """ "Clashes between soldiers of the two"; not "a clash between ministers"."""
    by = [g for c in noun.children if c.lower_ in {"between", "with"} for g in c.children]
    return any(force_class(h) == "force" for g in by for h in (g, *g.conjuncts))


def _clash(token: "Token", mentions: Mentions) -> bool:
    """ "Soldiers clashed with troops", "Varenian and Lorvane soldiers clashed"."""
    troops = [d for d in doers_of(token) if force_class(d) == "force"]
    other = [g for c in token.children if c.lower_ == "with" for g in c.children]
    if any(force_class(g) == "force" or lemma(g) in ARMED_PEOPLE for g in other):
        return bool(troops)
    both = any(c.dep_ == "amod" and any(g.dep_ == "conj" for g in c.rights) for d in troops for c in d.lefts)
    return bool(troops) and (both or len(troops) > 1) and not any(lemma(g) in _PEOPLE | _POLICE for g in other)


def _trained_on(token: "Token", mentions: Mentions) -> bool:
    """ "Trained mortars on the village"; not "trained soldiers on tanks"."""
    guns = [o for o in objects(token) if force_class(o) == "weapon" or lemma(o) in {"gun", "artillery", "howitzer"}]
    on = aims_of(token, {"on", "at"})
    return bool(guns) and any(is_place(g, mentions) or is_site(g) or lemma(g) in _BUILT for g in on if g not in guns)


def _thrown_at(token: "Token", mentions: Mentions) -> bool:
    """ "Rained rockets on the town"; not "hurled petrol bombs at the gate"."""
    thrown = [o for o in objects(token) if lemma(o) in FIRED and _PLAIN_BOMBS.isdisjoint(c.lower_ for c in o.lefts)]
    if lemma(token) == "pour":
        thrown = [o for o in thrown if lemma(o) in {"shell", "round"}]
    aims = [g for t in (token, *thrown) for g in aims_of(t, {"at", "on", "into", "over", "across"})]
    return bool(thrown) and any(is_target(g, mentions) for g in aims if g not in thrown)


def _falls_on(token: "Token", mentions: Mentions) -> bool:
    """ "Rockets slammed into the hospital"; not "crashed into the sea"."""
    if not any(lemma(d) in FIRED - {"round", "artillery"} for d in doers_of(token)):
        return False
    aims = [g for g in aims_of(token, {"into", "on", "in", "near", "at"}) if lemma(g) not in _NOT_STRUCK]
    water = {p.begins_at for p in mentions.places if p.feature == "water"}
    inner = [t for g in aims for t in g.subtree]
    return (
        bool(aims)
        and not any(t.idx in water or lemma(t) in _NOT_STRUCK for t in inner)
        and any(is_target(g, mentions) or lemma(g) in _BUILT for g in aims)
    )


def _blast_through(token: "Token", mentions: Mentions) -> bool:
    """ "A mine tore through the convoy", "a bomb blast ripped through the barracks"."""
    blown = [
        d for d in doers_of(token) for t in ((d, *d.lefts) if lemma(d) in _BLASTS else (d,)) if lemma(t) in _PLANTED
    ]
    through = aims_of(token, {"through"})
    return bool(blown) and any(force_class(g) or lemma(g) in _BASED for g in through)


def _sunk(token: "Token", mentions: Mentions) -> bool:
    """ "Sank a patrol craft", "sank a trawler": by arms, and not "the boat sank"."""
    afloat = any(lemma(o) in _AFLOAT for o in objects(token) if o.dep_ != "compound")
    return afloat and (_armed(token, mentions) or _by_boats_of_rebels(token))


def _by_boats_of_rebels(token: "Token") -> bool:
    return any(lemma(d) in _AFLOAT and any(lemma(c) in ARMED_PEOPLE for c in d.lefts) for d in doers_of(token))


def _slain(token: "Token", mentions: Mentions) -> bool:
    """ "Soldiers killed two villagers", "was shot dead by snipers"; not "the helicopter crash killed two"."""
    if any(c.lower_ in _CLAIMED for c in token.children):
        return False
    doers = doers_of(token)
    armed = any(force_class(d) and lemma(d) not in _VEHICLES for d in doers)
    armed |= any(lemma(d) in {"fire", "gunfire"} and (_gunfire(d, mentions) or _is_states(d, mentions)) for d in doers)
    whom = objects(token)
    counted = any(t.pos_ == "NUM" for o in whom for t in (o, *o.lefts))
    return armed and any(lemma(o) in _PEOPLE | ARMED_PEOPLE or force_class(o) or counted for o in whom)


def _is_states(noun: "Token", mentions: Mentions) -> bool:
    """ "Ostmark's fire"."""
    return any(is_armed(c, mentions) for c in noun.lefts)


def _shot_dead(token: "Token", mentions: Mentions) -> bool:
    """ "Shot dead two villagers", "were shot dead by soldiers"."""
    return any(c.lower_ == "dead" for c in token.children) and _slain(token, mentions)


def _is_ravaged(noun: "Token", mentions: Mentions) -> bool:
    return is_somewhere(noun, mentions) or is_site(noun) or lemma(noun) in _BUILT


def _ravaged(token: "Token", mentions: Mentions) -> bool:
    """ "Soldiers torched the village"; not "the army sacked the general"."""
    return _by_force(token) and any(_is_ravaged(o, mentions) for o in objects(token))


def _laid_waste(token: "Token", mentions: Mentions) -> bool:
    """ "Laid waste to the town"."""
    waste = [c for c in token.children if c.dep_ == "dobj" and c.lower_ == "waste"]
    to = [g for t in (token, *waste) for g in aims_of(t, {"to"}) if g not in waste]
    return bool(waste) and _by_force(token) and any(_is_ravaged(g, mentions) for g in to)


def _set_ablaze(token: "Token", mentions: Mentions) -> bool:
    """ "Set fire to the village", "set the village ablaze"."""
    fire = [c for c in token.children if c.dep_ == "dobj" and c.lower_ == "fire"]
    to = [g for t in (token, *fire) for g in aims_of(t, {"to"}) if g not in fire] if fire else []
    if any(t.lower_ in {"ablaze", "alight", "afire"} for t in token.subtree):
        to += [t for t in token.subtree if t.dep_ in {"dobj", "nsubj"} and t.i > token.i]
    return _by_force(token) and any(_is_ravaged(g, mentions) for g in to)


def _ravaging(noun: "Token", mentions: Mentions) -> bool:
    """ "The torching of the village by soldiers"."""
    by = [g for c in noun.children if c.lower_ == "by" for g in c.children]
    return any(_is_ravaged(o, mentions) for o in objects(noun)) and any(is_armed(g, mentions) for g in by)


def _advances(token: "Token", mentions: Mentions) -> bool:
    """ "Troops marched into the town"; not "soldiers marched in a parade", "the army pushed a plan"."""
    troops = any(
        (force_class(d) == "force" and lemma(d) not in _VEHICLES | {"peacekeeper"}) or lemma(d) in ARMED_PEOPLE
        for d in doers_of(token)
    )
    if not troops or any(c.dep_ == "dobj" for c in token.children):
        return False
    aims = [g for c in token.children if c.dep_ == "prep" and c.lower_ in _INTO for g in c.children]
    return any(is_somewhere(g, mentions) or (is_target(g, mentions) and not is_site(g)) for g in aims) and (
        place_of(token, mentions) is not None or any(g.pos_ == "PROPN" for g in aims)
    )


NEEDS: Mapping[str, Callable[["Token", Mentions], bool]] = {
    "opens fire": _opens_fire,
    "fire": _exchanges_fire,
    "of fire": _of_fire,
    "gunfire": _gunfire,
    "between troops": _between_troops,
    "troops clash": _clash,
    "trained on": _trained_on,
    "thrown at": _thrown_at,
    "falling on": _falls_on,
    "blast through": _blast_through,
    "sunk": _sunk,
    "slain": _slain,
    "shot dead": _shot_dead,
    "ravaged": _ravaged,
    "laid waste": _laid_waste,
    "set ablaze": _set_ablaze,
    "ravaging": _ravaging,
    "advance": _advances,
}
