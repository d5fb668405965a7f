"""Fire and blows that are told in everyday words, and what of arms must stand beside these."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.model import Mentions
from onrecord.records.activities.circumstances import force_class, is_site, is_somewhere, is_target, objects
from onrecord.records.activities.craft import aims_of
from onrecord.records.activities.owners import ARMED_PEOPLE, acts_abroad, doers_of, is_armed
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRED = {"shell", "rocket", "missile", "mortar", "bomb", "munition", "round", "projectile", "artillery"}
_EXCHANGED = {"fire", "gunfire"}
_LINES = {"border", "frontier", "line"}
_WARRING = {"rebel", "insurgent", "separatist", "guerrilla", "occupier", "invader"}
_POLICE = {"police", "policeman", "officer", "bodyguard", "guard", "deputy"}
_PEOPLE = {
    "soldier", "troop", "civilian", "villager", "people", "person", "child", "man", "woman", "resident", "guard",
    "sailor", "airman", "officer", "serviceman", "marine", "peacekeeper", "fighter", "commander", "paratrooper",
    "trooper", "farmer", "fisherman", "worker", "journalist", "patient", "refugee",
}  # fmt: skip
_AFLOAT = {"ship", "boat", "vessel", "craft", "trawler", "tanker", "freighter", "barge", "ferry", "dhow", "launch"}
_BUILT = {
    "home", "house", "school", "hospital", "camp", "market", "shop", "church", "mosque", "temple", "village", "town",
    "building", "hamlet", "farm", "block", "depot", "barracks", "compound", "clinic", "granary", "hut", "neighborhood",
    "neighbourhood", "warehouse", "hotel", "apartment", "tower", "stop",
}  # fmt: skip
_PLAIN_BOMBS = {"petrol", "fire", "smoke", "stink", "gasoline", "car", "water", "paint"}
_BASED = {"barracks", "checkpoint", "bus", "truck", "patrol", "convoy", "base", "garrison", "post"}
_WET = {"water", "sea", "ocean", "lake", "river"}
_FALLING = _FIRED - {"round", "artillery"}
_NOT_STRUCK = _WET | {"desert", "orbit", "atmosphere", "space"}


def _by_force(token: "Token") -> bool:
    """Whether armed people or arms do it, and not only a state: "the state razed the slum"."""
    return any(force_class(d) or lemma(d) in ARMED_PEOPLE for d in doers_of(token))


def _opens_fire(token: "Token", mentions: Mentions) -> bool:
    """ "Opened fire", "returned fire"; not "opened fire on the budget"."""
    fire = [c for c in token.children if c.dep_ == "dobj" and lemma(c) == "fire"]
    preps = [c for t in (token, *fire) for c in t.children if c.dep_ == "prep" and c.lower_ in {"on", "at"}]
    on = [g for c in preps for g in c.children]
    if not fire or any(not _can_be_shot(g, mentions) for g in on):
        return False
    side = any(lemma(d) == "side" and any(is_armed(c, mentions) for c in d.lefts) for d in doers_of(token))
    if on:
        return side or _by_force(token)
    return side or any(force_class(d) or lemma(d) in _WARRING for d in doers_of(token))


def _can_be_shot(noun: "Token", mentions: Mentions) -> bool:
    return is_target(noun, mentions) or noun.pos_ == "PRON" or lemma(noun) in _PEOPLE | _BUILT | _AFLOAT | _BASED


def _exchanges_fire(token: "Token", mentions: Mentions) -> bool:
    """ "Traded artillery fire": only troops with troops; states trade fire over tariffs."""
    return any(c.dep_ == "dobj" and lemma(c) in _EXCHANGED for c in token.children) and _clash(token, mentions)


def _of_fire(noun: "Token", mentions: Mentions) -> bool:
    """ "Exchanges of artillery fire along the frontier"; elsewhere also gangs exchange it."""
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children]
    along = [h for t in (noun, *of) for c in t.children if c.lower_ in {"along", "across"} for h in c.children]
    return any(lemma(g) in _EXCHANGED for g in of) and any(lemma(h) in _LINES for h in along)


def _clash(token: "Token", mentions: Mentions) -> bool:
    """ "Soldiers clashed with troops", "Varenian and Lorvane soldiers clashed"."""
    troops = [d for d in doers_of(token) if force_class(d) == "force"]
    other = [g for c in token.children if c.lower_ == "with" for g in c.children]
    if any(force_class(g) == "force" or lemma(g) in ARMED_PEOPLE for g in other):
        return bool(troops)
    both = any(c.dep_ == "amod" and any(g.dep_ == "conj" for g in c.rights) for d in troops for c in d.lefts)
    return bool(troops) and (both or len(troops) > 1) and not any(lemma(g) in _PEOPLE | _POLICE for g in other)


def _thrown_at(token: "Token", mentions: Mentions) -> bool:
    """ "Rained rockets on the town"; not "hurled petrol bombs at the gate"."""
    thrown = [o for o in objects(token) if lemma(o) in _FIRED and _PLAIN_BOMBS.isdisjoint(c.lower_ for c in o.lefts)]
    if lemma(token) == "pour":
        thrown = [o for o in thrown if lemma(o) in {"shell", "round"}]
    aims = [g for t in (token, *thrown) for g in aims_of(t, {"at", "on", "into", "over", "across"})]
    return bool(thrown) and any(is_target(g, mentions) for g in aims if g not in thrown)


def _falls_on(token: "Token", mentions: Mentions) -> bool:
    """ "Rockets slammed into the hospital"; not "crashed into the sea", nor one rocket, or a drone of nobody's, that
    came down."""
    doers = [d for d in doers_of(token) if lemma(d) in _FALLING and (lemma(d) != "rocket" or d.tag_ == "NNS")]
    if not doers and not _is_drone_from_abroad(token, mentions):
        return False
    aims = [g for g in aims_of(token, {"into", "on", "in", "near", "at"}) if lemma(g) not in _NOT_STRUCK]
    water = {p.begins_at for p in mentions.places if p.feature == "water"}
    inner = [t for g in aims for t in g.subtree]
    return (
        bool(aims)
        and not any(t.idx in water or lemma(t) in _NOT_STRUCK for t in inner)
        and any(is_target(g, mentions) or lemma(g) in _BUILT for g in aims)
    )


def _is_drone_from_abroad(token: "Token", mentions: Mentions) -> bool:
    """ "An Ostmark drone crashed into a house in Varenia"."""
    return any(lemma(d) == "drone" for d in doers_of(token)) and acts_abroad(token, mentions)


def _sunk(token: "Token", mentions: Mentions) -> bool:
    """ "Sank a patrol craft", "sank a trawler": by arms, and not "the boat sank"."""
    afloat = any(lemma(o) in _AFLOAT for o in objects(token) if o.dep_ != "compound")
    return afloat and (_by_force(token) or _by_boats_of_rebels(token))


def _by_boats_of_rebels(token: "Token") -> bool:
    return any(lemma(d) in _AFLOAT and any(lemma(c) in ARMED_PEOPLE for c in d.lefts) for d in doers_of(token))


def _is_ravaged(noun: "Token", mentions: Mentions) -> bool:
    return is_somewhere(noun, mentions) or is_site(noun) or lemma(noun) in _BUILT


def _ravaged(token: "Token", mentions: Mentions) -> bool:
    """ "Ostmark's soldiers torched a village in Varenia"; not "the army sacked the general", "razed its barracks"."""
    whole = lemma(token) in {"raze", "demolish", "level"} and any(lemma(o) in _BUILT for o in objects(token))
    return (whole or _by_force(token)) and _ravages(objects(token), token, mentions)


def _ravages(places: "list[Token]", token: "Token", mentions: Mentions) -> bool:
    return acts_abroad(token, mentions) and any(_is_ravaged(o, mentions) for o in places)


def _laid_waste(token: "Token", mentions: Mentions) -> bool:
    """ "Ostmark's militias laid waste to a town of Varenia"."""
    waste = [c for c in token.children if c.dep_ == "dobj" and c.lower_ == "waste"]
    to = [g for t in (token, *waste) for g in aims_of(t, {"to"}) if g not in waste]
    return bool(waste) and _by_force(token) and _ravages(to, token, mentions)


def _set_ablaze(token: "Token", mentions: Mentions) -> bool:
    """ "Set fire to the village", "set the village ablaze"."""
    fire = [c for c in token.children if c.dep_ == "dobj" and c.lower_ == "fire"]
    to = [g for t in (token, *fire) for g in aims_of(t, {"to"}) if g not in fire] if fire else []
    if any(t.lower_ in {"ablaze", "alight", "afire"} for t in token.subtree):
        to += [t for t in token.subtree if t.dep_ in {"dobj", "nsubj"} and t.i > token.i]
    return _by_force(token) and _ravages(to, token, mentions)


NEEDS: Mapping[str, Callable[["Token", Mentions], bool]] = {
    "opens fire": _opens_fire,
    "fire": _exchanges_fire,
    "of fire": _of_fire,
    "troops clash": _clash,
    "thrown at": _thrown_at,
    "falling on": _falls_on,
    "sunk": _sunk,
    "ravaged": _ravaged,
    "laid waste": _laid_waste,
    "set ablaze": _set_ablaze,
}
