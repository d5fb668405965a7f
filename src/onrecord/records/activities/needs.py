"""What a cue needs beside it to tell an activity: `needs` of the table `en/activity_cues`."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.model import Mentions
from onrecord.records.activities import craft, handling, strikes
from onrecord.records.activities.carriers import carrier_of
from onrecord.records.activities.circumstances import (
    force_class,
    is_place,
    is_site,
    is_target,
    is_under,
    objects,
    place_of,
)
from onrecord.records.activities.owners import ARMED_PEOPLE, by_arms, subjects_of
from onrecord.syntax import lemma, passive, subjects, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARMS = {"force", "weapon", "aircraft"}
_HELP = {"assistance", "aid", "support", "package", "hardware", "equipment", "help"}
_MILITARY_HELP = {"military", "security", "lethal", "defensive", "defense", "defence"}
_GIVING = {
    "expedite", "rush", "accelerate", "speed", "send", "approve", "authorize", "authorise", "announce", "increase",
}  # fmt: skip
_FLOWN = {
    "plane", "airliner", "aircraft", "flight", "jet", "drone", "helicopter", "fighter", "bomber", "missile", "jetliner",
}  # fmt: skip
_TRIALS = {"tank", "submarine", "destroyer", "frigate", "howitzer", "launcher", "warship", "warplane"}
_MILITARY = {"military", "armed", "air", "ground", "missile", "naval", "drone", "rocket", "artillery", "nuclear"}


def has_needed(token: "Token", needs: str, mentions: Mentions) -> bool:
    """Whether the phrase or clause of the cue holds what its row asks for.

    `force`, `weapon`, `aircraft`: such a noun as object. `arms`, `aid`: weapons or military aid as object. `target`: a
    place, state, force or site as object; `struck`: that, and for a state also a force or weapon in the clause;
    `mover`: a force as subject. `military`: a word of `en/military_words` around it.
    `armed`: a military modifier, or a place that it goes against. `place`: a place it happens in. `mover
    into`: a force as subject and a place as object. `flown`: an aircraft as object; `bomb`: bombs or missiles; `war`:
    "war" before it; `weapon against`: a weapon as object, and against whom. `nuclear`: a nuclear one; `pulled`: out of
    a place or state; `blow`: no crime; `placed`: a force as object, and where; `aimed`: at
    whom; `control`: "control of" a place; `waged`: said to be started; `strengthened`: stepped up; `falling`: what
    falls is fired; `begun`: one's own, that goes on; `trial`: of a weapon; `off`: a
    force as object, and from where, but not where to; `reserve`: who is called up as object. Those of everyday words
    are in `craft`, `handling` and `strikes`.
    """
    return _NEEDS[needs](token, mentions)


def _force(token: "Token", accepted: set[str]) -> bool:
    return bool({c for o in objects(token) for t in (o, *o.lefts) if (c := force_class(t))} & accepted)


def _military(token: "Token", mentions: Mentions) -> bool:
    around = {lemma(t) for t in subtree(token)} | {lemma(t) for t in token.head.lefts}
    clause = {lemma(t) for t in token.sent}
    armed = around & words("en/military_words")
    nearby = token.tag_ == "NNS" and clause & {"troop", "military", "nato", "army"} and lemma(token) != "presence"
    if lemma(token) in {"presence", "patrol"}:
        armed = {lemma(c) for c in token.lefts} & (words("en/military_words") | {"troop", "force"})
    held = any(c.dep_ == "acl" and lemma(c) in {"conduct", "hold", "stage"} for c in token.children)
    return token.dep_ != "compound" and bool(armed or nearby or (held and token.tag_ == "NNS"))


def _is_of_arms(system: "Token") -> bool:
    """ "Air defence systems", "two Patriot systems", "S-400 systems", but not "a system of supply"."""
    named = any(c.pos_ == "PROPN" or (c.text[:1].isalpha() and any(map(str.isdigit, c.text))) for c in system.lefts)
    return named or not {lemma(t) for t in subtree(system)}.isdisjoint(_OF_ARMS)


def _arms(token: "Token", mentions: Mentions) -> bool:
    given = [o for o in objects(token) if lemma(o) != "system" or _is_of_arms(o)]
    return any(force_class(t) in {"weapon", "aircraft"} for o in given for t in (o, *o.lefts)) or any(
        (force_class(o) == "force" and lemma(o) not in _PEOPLE) or _is_aid(o) for o in objects(token)
    )


_RESERVES = {"reserve", "reservist", "conscript", "recruit", "guard"}
# "A system of fuel supply" is no weapon.
_OF_ARMS = {
    "defense", "defence", "missile", "rocket", "artillery", "weapon", "aircraft", "air", "radar", "drone", "warfare",
}  # fmt: skip
_PEOPLE = {
    "force", "troop", "soldier", "personnel", "unit", "army", "navy", "paratrooper", "marine", "militia", "division",
    "brigade", "battalion", "regiment", "mercenary", "system", "equipment", "vehicle", "serviceman", "contingent",
    "ship", "vessel", "carrier", "sailor", "reservist", "garrison", "fleet", "infantry", "infantryman",
    "platoon", "peacekeeper", "legionnaire", "artilleryman", "boat", "craft", "gunboat", "corvette",
}  # fmt: skip


def _is_aid(noun: "Token") -> bool:
    return lemma(noun) in _HELP and bool({lemma(c) for c in noun.lefts} & _MILITARY_HELP)


def _aid(token: "Token", mentions: Mentions) -> bool:
    if token.pos_ == "NOUN":
        given = token.dep_ == "dobj" and lemma(token.head) in _GIVING
        to = any(c.dep_ == "prep" and c.lower_ in {"to", "for"} for c in token.children)
        return _is_aid(token) and (to or given)
    return any(_is_aid(o) for o in objects(token))


def _struck(token: "Token", mentions: Mentions) -> bool:
    acted_on = objects(token)
    if is_figurative(token) or not _is_struck_by_arms(token):
        return False
    if any(force_class(o) or is_site(o) for o in acted_on):
        return True
    armed = any(force_class(s) for s in subjects_of(token)) or any(
        force_class(g) for c in token.children if c.lower_ == "with" for g in c.children
    )
    return any(is_place(o, mentions) or (armed and is_target(o, mentions)) for o in acted_on)


def _mover(token: "Token", mentions: Mentions) -> bool:
    carried = [c for c in token.children if c.dep_ == "dobj"]
    if lemma(token) in _WITHOUT_OBJECT and any(force_class(c) is None for c in carried):
        return False
    if lemma(token) in {"land", "leave"}:
        return any(force_class(s) == "force" or lemma(s) in {"bomber", "fighter"} for s in subjects_of(token)) and (
            lemma(token) == "land" or any(c.dep_ in {"dobj", "prep"} for c in token.children)
        )
    return any(force_class(s) in {"force", "aircraft"} for s in (*subjects_of(token), *objects(token)))


# "The fleet gathered speed", "the soldiers assembled a bridge".
_WITHOUT_OBJECT = {"mass", "amass", "gather", "assemble", "arrive", "land", "sail", "return", "retreat"}


def _off(token: "Token", mentions: Mentions) -> bool:
    """ "Moved its troops back from the ford", and nowhere else."""
    beside = {c.lower_ for c in token.children if c.dep_ in {"prep", "advmod"}}
    beside |= {g.lower_ for c in token.children if c.dep_ == "advmod" for g in c.children}
    return _force(token, _ARMS) and "from" in beside and not beside & {"into", "to", "toward", "towards"}


_AT_THE_POLLS = {"vote", "delegate", "ballot", "caucus", "nomination", "electoral"}
_NO_FORCE = {"terrorist", "terror", "heart", "verbal", "personal", "digital", "economic", "hybrid", "media", "suicide"}
_AGREED = {"deal", "bargain", "agreement", "balance", "tone", "chord", "note", "compromise"}


def is_figurative(token: "Token") -> bool:
    """ "A cyber attack", "a heart attack", "an attack on the election": no force is used."""
    on_what = [c for c in token.children if c.lower_ in {"on", "against", "in", "into"}]
    if {lemma(t) for c in on_what for t in c.subtree} & {"election", "democracy", "vote", "affair", "politics"}:
        return True
    won = (c for c in token.children if c.dep_ == "dobj" or c.lower_ in {"by", "with"})
    if token.pos_ == "VERB" and {lemma(t) for c in won for t in c.subtree} & _AT_THE_POLLS:
        return not any(force_class(t) for t in token.sent)  # "captured the state by 70,000 votes"
    if lemma(token) == "strike" and any(lemma(c) in _AGREED or c.lower_ == "back" for c in token.children):
        return True
    wars = [c for c in token.children if c.dep_ == "dobj" and lemma(c) == "war"]  # "launched a trade war"
    return any(lemma(c) in _NO_FORCE | _NO_WARS for t in (token, *wars) for c in t.lefts)


def _armed(token: "Token", mentions: Mentions) -> bool:
    if is_figurative(token):
        return False
    if is_under(token):
        blamed = any(c.lower_ in {"from", "over"} for t in (token, token.head.head) for c in t.children)
        return not blamed and any(is_place(s, mentions) for s in subjects(token.head.head))
    modifiers = {lemma(c) for c in token.lefts}
    own = subtree(token)
    placed = place_of(token, mentions) is not None or any(
        own.start_char <= p.begins_at < own.end_char and p.reading == "place" for p in mentions.places
    )
    if modifiers >= {"special", "military"}:
        return True
    if modifiers & _MILITARY or any(force_class(c) for c in token.lefts):
        return lemma(token) != "operation" or placed or carrier_of(token) is not None
    against = [g for c in token.children if c.lower_ in {"against", "on"} for g in c.children if g.dep_ == "pobj"]
    if any(force_class(g) == "force" for c in token.children if c.lower_ == "by" for g in c.children):
        return True
    if any(lemma(g) in ARMED_PEOPLE for c in token.children if c.lower_ in {"by", "of"} for g in c.children):
        return True
    if lemma(token) in {"aggression", "assault"}:
        return any(is_target(g, mentions) for g in against if lemma(g) != "country")
    if lemma(token) in {"operation", "campaign"}:
        return placed and bool(against)
    return lemma(token) in {"attack", "strike", "offensive", "raid", "assault"} and any(
        is_place(g, mentions) or force_class(g) or is_site(g) for g in against
    )


def _against(token: "Token", mentions: Mentions) -> bool:
    heads = [token, *objects(token)]
    if token.dep_ == "acl":
        return False
    return _force(token, {"weapon"}) and any(c.lower_ in {"against", "on", "at"} for h in heads for c in h.children)


def _pulled(token: "Token", mentions: Mentions) -> bool:
    """Out of the valley, and not of a treaty."""
    if token.pos_ == "VERB" and subjects_of(token) and not by_arms(token, mentions):
        return False  # "firms that pull out of Ostmark"
    preps = [c for c in token.children if c.dep_ == "prep"]
    preps = [c for c in preps if c.lower_ == "from"] + [g for c in preps if c.lower_ == "out" for g in c.children]
    out_of = [g for c in preps for g in (c, *c.children) if g.dep_ == "pobj"]
    return any(is_target(g, mentions) and force_class(g) is None for g in out_of)


def _is_begun(token: "Token") -> bool:
    carrier = carrier_of(token)
    return carrier is not None and lemma(carrier) in {"begin", "start", "continue", "complete", "finish"}


def _aimed(token: "Token", mentions: Mentions) -> bool:
    """ "Fired at the port", "opened fire on the convoy"."""
    fire = [c for c in token.children if lemma(c) == "fire" and c.dep_ == "dobj"]
    if lemma(token) == "open" and not fire:
        return False
    if passive(token) and lemma(token) != "fire":
        return False
    if not passive(token) and not by_arms(token, mentions):
        return False
    preps = [c for t in (token, *fire) for c in t.children if c.dep_ == "prep" and c.lower_ in {"at", "on", "upon"}]
    return any(g.dep_ == "pobj" and (is_target(g, mentions) or lemma(g) in _AIMS) for c in preps for g in c.children)


def _is_struck_by_arms(token: "Token") -> bool:
    """ "The storm hit the port" tells of no arms."""
    by = [g for c in token.children if c.dep_ == "agent" for g in c.children]
    doers = by if passive(token) else subjects_of(token)
    doers = [d for d in doers if all(c.lower_ != "of" for c in d.rights)]  # "a flood of missiles"
    bare = [d for d in doers if lemma(d) == "fire" and all(c.dep_ == "det" for c in d.lefts)]
    return not bare and {lemma(d) for d in doers}.isdisjoint(_UNARMED)


_UNARMED = {
    "storm", "hurricane", "typhoon", "cyclone", "tornado", "earthquake", "quake", "tsunami", "flood", "flooding",
    "wildfire", "blaze", "pandemic", "virus", "sanction", "tariff", "inflation", "protester", "demonstrator", "hacker",
}  # fmt: skip
_BLOWS = {"strike", "attack", "assault", "raid", "offensive"}  # "launched missile strikes" tests nothing
_NO_WARS = {"trade", "price", "culture", "cyber", "propaganda", "information", "tariff"}
_HITTING = {"hit", "strike", "attack", "destroy", "storm", "pound", "pummel"}
_FALLING = {"bomb", "missile", "shell", "rocket", "munition"}
_AIMS = {"people", "person", "car", "crowd", "protester", "estate", "village", "us", "them"}


# Of these what no arms do is no war: "sacked the general", "the storm sank a boat", "a plane crashed".
_CIVIL_TOO = {
    "sack", "demolish", "level", "crash", "slam", "smash", "plough", "plow", "hurl", "sink", "quit",
    "march", "roll", "flatten", "devastate", "penetrate",
    "loot", "plunder", "ransack", "pillage",
}  # fmt: skip
_CROWDS = {"protester", "demonstrator", "rioter", "crowd", "fan", "supporter", "student", "police", "migrant"}


def is_plain_life(token: "Token", mentions: Mentions) -> bool:
    """A use that the table wants more for, and the tagger is no judge of: "a plane landed", "seized control of the
    race"."""
    if any(c.dep_ == "dobj" and lemma(c) in {"control", "fire"} for c in token.children):
        return lemma(token) in {"exchange", "trade"} or not by_arms(token, mentions)
    if lemma(token) in {"circle", "hover"}:  # "Ostmark's helicopters circled"; one alone may be anybody's
        return not any(lemma(d) == "helicopter" and d.tag_ == "NNS" for d in subjects_of(token))
    if lemma(token) in _CIVIL_TOO:
        return True
    if lemma(token) == "clash":
        return any(lemma(g) in _CROWDS for c in token.children if c.lower_ == "with" for g in c.children)
    if lemma(token) in {"explode", "fall", "rain"}:
        return not _falls(token, mentions)
    if lemma(token) == "land":
        return not _mover(token, mentions)
    if lemma(token) in _HITTING:
        return not _is_struck_by_arms(token)
    down = any(c.lower_ == "down" for c in token.children)
    return lemma(token) == "shoot" and not down and not _aimed(token, mentions)


def _falls(token: "Token", mentions: Mentions) -> bool:
    around = {t.lower_ for t in token.sent}
    apart = around & {"space", "nasa", "spacex"} or {"world", "war"} <= around
    return not apart and any(lemma(s) in _FALLING for s in subjects_of(token))


def _control(token: "Token", mentions: Mentions) -> bool:
    """ "Took control of the town"."""
    controls = [c for c in token.children if lemma(c) == "control" and c.dep_ == "dobj"]
    return by_arms(token, mentions) and any(is_target(o, mentions) for c in controls for o in objects(c))


def _waged(token: "Token", mentions: Mentions) -> bool:
    """ "Launched a war against Varenia", "the war that Ostmark unleashed in the valley": its beginning tells it."""
    if any(lemma(c) in _NO_WARS for c in token.lefts):
        return False
    verbs = [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    verbs += [token.head] if token.dep_ in {"dobj", "nsubjpass"} else []
    verbs = [v for v in verbs if lemma(v) in {"wage", "launch", "start", "unleash"}]
    against = [c for t in (token, *verbs) for c in t.children if c.i > token.i and c.lower_ in {"against", "on", "in"}]
    aims = [g for c in against for g in c.children if g.dep_ == "pobj"]
    return bool(verbs) and any(is_target(g, mentions) for g in aims)


def _strengthened(token: "Token", mentions: Mentions) -> bool:
    """ "Stepped up its military posture"."""
    up = token.dep_ == "dobj" and lemma(token.head) in {"step", "strengthen", "boost", "bolster", "increase", "beef"}
    return up and any(lemma(c) in {"military", "defensive", "force", "forward"} for c in token.lefts)


def _blow(token: "Token", mentions: Mentions) -> bool:
    """A bombing of a war: "church bombing", "car bombing" name a crime."""
    return not is_figurative(token) and {lemma(c) for c in token.lefts}.isdisjoint(_CRIMES)


_CRIMES = {"church", "car", "marathon", "embassy", "bus"}


def _bomb(token: "Token", mentions: Mentions) -> bool:
    return any(lemma(o) in {"bomb", "missile", "shell", "munition"} for o in objects(token))


# Needs of everyday words, which by themselves give the tagger no hint.
EVERYDAY = frozenset({*craft.NEEDS, *handling.NEEDS, *strikes.NEEDS})
_NEEDS: Mapping[str, Callable[["Token", Mentions], bool]] = {
    **craft.NEEDS,
    **handling.NEEDS,
    **strikes.NEEDS,
    "": lambda t, m: True,
    "force": lambda t, m: _force(t, _ARMS),
    "weapon": lambda t, m: _force(t, {"weapon"}) and not any(lemma(o) in _BLOWS for o in objects(t)),
    "aircraft": lambda t, m: _force(t, {"aircraft"}),
    "arms": _arms,
    "aid": _aid,
    "armed": _armed,
    "military": _military,
    "mover": _mover,
    "struck": _struck,
    "target": lambda t, m: not is_figurative(t) and any(is_target(o, m) for o in objects(t)),
    "place": lambda t, m: place_of(t, m, carrier=carrier_of(t)) is not None,
    "flown": lambda t, m: any(lemma(o) in _FLOWN for o in objects(t)),
    "war": lambda t, m: any(lemma(c) == "war" for c in t.lefts),
    "weapon against": _against,
    "mover into": lambda t, m: _mover(t, m) and any(is_target(o, m) for o in objects(t)),
    "blow": _blow,
    "bomb": _bomb,
    "aimed": _aimed,
    "control": _control,
    "waged": _waged,
    "falling": _falls,
    "trial": lambda t, m: any(
        (force_class(g) == "weapon" or (lemma(g) in _TRIALS and g.pos_ == "NOUN")) and g.dep_ == "pobj"
        for c in t.children
        if c.lower_ == "of"
        for g in c.children
    ),
    "off": _off,
    "reserve": lambda t, m: any(lemma(w) in _RESERVES for o in objects(t) for w in (o, *o.lefts)),
    "strengthened": _strengthened,
    "nuclear": lambda t, m: any(lemma(c) in {"nuclear", "atomic"} for c in t.lefts),
    "pulled": _pulled,
    "begun": lambda t, m: (
        any(c.dep_ == "poss" for c in t.lefts)
        and not any(c.lower_ in {"from", "of"} for c in t.rights)
        and _is_begun(t)
    ),
    "placed": lambda t, m: _force(t, _ARMS) and place_of(t, m) is not None,
}
