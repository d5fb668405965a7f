"""Circumstances of an activity: forces named, place, count, words."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Actor, Article, Count, Mentions, Place, Quantity, Span, cut
from onrecord.model.vocabulary import ActivityWhat, ActorType
from onrecord.syntax import lemma, subjects, subtree, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_LOCATIVE = {
    "in", "near", "at", "on", "along", "around", "off", "over", "to", "into", "toward", "towards", "across", "inside",
    "throughout", "within", "from", "through", "against", "outside", "close",
}  # fmt: skip
# What goes from somewhere to somewhere, and the words for it.
_MOVING = {"build-up", "deployment", "flight", "transfer", "withdrawal"}
_DIRECTIONS = {"from", "to", "into", "onto", "toward", "towards", "out"}
# Beside a place, not in it: a part of its words.
_BESIDE = {"near", "around", "along", "off", "outside", "close"}
_STRETCHES = {
    "border", "frontier", "coast", "territory", "region", "water", "soil", "airspace", "east", "west", "north", "south",
    "area", "side", "province", "zone", "peninsula", "island", "shore", "line", "flank", "city", "town", "village",
    "base", "gulf", "strait", "valley", "bay", "enclave", "district", "outskirts", "suburb", "settlement", "republic",
    "center", "centre", "neighborhood", "neighbourhood", "outpost", "vicinity", "proximity", "direction", "sky", "sea",
    "ocean", "capital", "river", "frontline",
}  # fmt: skip
_TOWNS = {"GPE", "LOC", "FAC"}
_SITES = {
    "port", "bridge", "airport", "airfield", "hospital", "depot", "ship", "convoy", "school", "home", "civilian",
    "infrastructure", "plant", "target", "position", "facility", "tanker", "building", "theater", "theatre", "station",
    "prison", "embassy", "church", "house", "block", "kindergarten",
}  # fmt: skip
_FIXED = {
    "port", "bridge", "airport", "airfield", "hospital", "depot", "school", "plant", "facility", "station", "prison",
    "embassy", "church", "theater", "theatre", "kindergarten", "refinery", "factory",
}  # fmt: skip
_COUNTRIES = {"neighbor", "neighbour", "country", "nation", "land", "state", "part"}
# Words that measure what follows them, in any phrase; `states` adds those of size and tempo.
MEASURES = {
    "series", "number", "hundred", "thousand", "dozen", "million", "billion", "$", "lot", "type", "amount", "kind",
    "package", "element",
}  # fmt: skip
_MEASURES = MEASURES | {
    "ten", "set", "variety", "range", "rest", "all", "some", "shipment", "worth", "part", "bulk", "most", "generation",
}  # fmt: skip
# "the military presence of Ostmark" is Ostmark's, "the invasion of Ostmark" is somebody else's.
OF_ITS_OWNER = {"presence", "exercise", "drill", "operation", "patrol", "maneuver", "manoeuvre", "aggression"}
# How far apart two joined verbs may stand that share an object.
_SHARED = 4
_CLAUSE_PARTS = {"dobj", "prep", "prt", "nsubj", "nsubjpass", "aux", "auxpass", "agent", "dative"}
_COMPRISING = {"of", "with", "including", "numbering", "totalling", "totaling", "comprising"}
_COUNTED = {"personnel", "unit", "platform", "weapon", "other"}
_STANDS_FOR_FORCE = {"aid", "assistance", "support", "presence", "hardware", "equipment", "infrastructure"}
# What is done to towns and land, and to no person.
_ON_TOWNS = {"shell", "bomb", "bombard", "invade", "annex", "occupy", "besiege", "blockade", "overrun", "liberate"}
# Of these the object is another's.
MET = {
    "escort", "shadow", "intercept", "buzz", "trail", "tail", "chase", "harass", "approach", "circle", "ram",
    "interception",
}  # fmt: skip
_THROWN = {"launch", "fire", "use", "drop", "throw"}


@cache
def _force_nouns() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in table("en/force_nouns")}


def force_class(token: "Token") -> str | None:
    """What sort of force the noun names: force, weapon or aircraft."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    word = lemma(token)  # of a name it is the word itself: "the Armed Forces"
    if word in {"boat", "craft"}:
        return "force" if _OF_BOATS.intersection(c.lower_ for c in token.lefts) else None
    if is_designation(token):
        return "aircraft"
    if word == "patriot" and token.text.islower():
        return None  # "the patriot movement"
    if word in _PLAIN_NAMES and not (token.text.islower() or token.is_sent_start):
        return None  # "a red Corvette"
    if word == "force" and any(c.lower_ == "task" for c in token.lefts) and _is_office(token):
        return None
    return _force_nouns().get(word) or (_force_nouns().get(word.removesuffix("s")) if token.tag_ == "NNPS" else None)


_OF_BOATS = {"patrol", "missile", "torpedo", "assault", "attack", "navy", "naval", "landing"}
_AIRLINERS = ("Tu-104", "Tu-114", "Tu-124", "Tu-134", "Tu-144", "Tu-154", "Tu-204", "Tu-214")
_PLAIN_NAMES = {"corvette", "cruiser"}
_AIRCRAFT = re.compile(
    r"(?:F-(15|16|18|22|35)|B-(1|2|52)|P-([38])|J-(7|10|11|16|20)|(?:Su|MiG|Tu)-(\d{2,3}))[A-Z]{0,2}s?"
)


def is_designation(token: "Token") -> bool:
    """ "An F-16", "two P-8s", "the P-3 patrol plane"; not "an F-1 visa"."""
    named = _AIRCRAFT.fullmatch(token.text) if token.pos_ in {"NOUN", "PROPN", "ADJ"} else None
    if named is None or token.text.startswith(_AIRLINERS):
        return False
    by_itself = len(named[named.lastindex or 0]) > 1 or token.dep_ not in {"compound", "nmod"}
    return by_itself or _force_nouns().get(lemma(token.head)) == "aircraft"


def _is_office(task_force: "Token") -> bool:
    """ "A task force on graft", "a task force of prosecutors", the Justice Department's; but "of 40 ships"."""
    about = (g for c in task_force.children if c.lower_ in {"on", "against", "of"} for g in c.children)
    civil = any(force_class(g) is None and lemma(g) not in _STRETCHES and g.ent_type_ not in _TOWNS for g in about)
    return civil or any(t.lower_ == "justice" for t in task_force.sent)


def objects(token: "Token") -> "list[Token]":
    """What the verb or noun acts on: objects, passive subjects, nouns after "of", and their conjuncts.

    Also what is measured, and the noun that a participle describes: "hundreds of troops", "$400 million in aid".
    """
    heads = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "compound"}]
    if not heads and token.pos_ == "VERB":  # "testing and deploying a missile"
        heads = [
            g
            for c in token.children
            if c.dep_ == "conj" and c.i - token.i < _SHARED
            for g in c.children
            if g.dep_ == "dobj"
        ]
    heads += [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    heads += [c for c in token.children if c.dep_ == "nsubj" and lemma(token) == "fly"]
    if token.dep_ == "xcomp" and any(c.dep_ == "auxpass" for c in token.children):  # "are going to be moved"
        heads += subjects(token.head)
    if any(lemma(h) in {"$", "dollar", "euro", "pound", "million", "billion"} for h in heads):  # "dollars in aid"
        heads += [g for c in token.children if c.lower_ == "in" for g in c.children if g.dep_ == "pobj"]
    if token.dep_ in {"acl", "relcl"} and token.tag_ in {"VBN", "VBG"}:
        heads.append(token.head)
    if token.dep_ in {"advcl", "pcomp"} and token.tag_ == "VBG" and token.i and force_class(token.nbor(-1)) is not None:
        heads.append(token.nbor(-1))  # "discussed the troops massing there"
    every = [h for head in heads for h in (head, *head.conjuncts)]
    measured = [
        g
        for h in every
        if lemma(h) in _MEASURES
        for c in h.children
        if c.lower_ in {"of", "in"}
        for g in c.children
        if g.dep_ == "pobj"
    ]
    return [*every, *(m for h in measured for m in (h, *h.conjuncts))]


def is_target(token: "Token", mentions: Mentions) -> bool:
    """Whether the noun names what can be struck or taken: a place, a state, a force, a site."""
    if force_class(token) is not None or lemma(token) in _STRETCHES | _COUNTRIES or is_site(token):
        return True
    return stands_in(token, mentions.places) or is_of_type(token, mentions, "state", "group")


def stands_in(token: "Token", mentioned: Iterable[Actor | Place]) -> bool:
    """Whether the token is a word of one of these mentions."""
    return any(m.begins_at <= token.idx < m.ends_at for m in mentioned)


def is_of_type(token: "Token", mentions: Mentions, *types: ActorType) -> bool:
    """Whether the token names an actor of these types, and no person by it."""
    return stands_in(token, (a for a in mentions.actors if a.type in types and a.reading != "person"))


def is_somewhere(token: "Token", mentions: Mentions) -> bool:
    """A place, or a name that is nobody's, where the words leave it no other: "garrisoned in Sarn", "razed Sarn"."""
    if is_place(token, mentions) or stands_in(token, mentions.places):
        return True
    nobodys = not stands_in(token, mentions.actors)
    named = token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME", "EVENT"} and nobodys
    return named and not any(c.dep_ in {"det", "nummod"} for c in token.lefts)


def is_place(token: "Token", mentions: Mentions) -> bool:
    """Whether the noun names a place that is no state, or a stretch of land."""
    named = (p for p in mentions.places if p.begins_at <= token.idx < p.ends_at)
    return lemma(token) in _STRETCHES or any(p.reading == "place" and p.feature != "country" for p in named)


def is_under(token: "Token") -> bool:
    """ "The town is under attack"."""
    return token.dep_ == "pobj" and token.head.lower_ == "under"


def is_site(token: "Token") -> bool:
    """Whether the noun names something built or floating, or those who live there; one target may be any aim."""
    return lemma(token) in _SITES and token.lower_ != "target"


def phrase_of(token: "Token") -> "Tokens":
    """The words that tell it: the verb with subject, object and place, or the noun phrase up to an "and"."""
    if token.pos_ != "VERB":
        joined = [c.left_edge.i for c in token.children if c.dep_ in {"conj", "cc", "relcl"} and c.i > token.i]
        return trimmed(token.doc, token.left_edge.i, min([token.right_edge.i + 1, *joined]))
    parts = [c for c in token.children if c.dep_ in _CLAUSE_PARTS]
    start = min([token.i, *(c.left_edge.i for c in parts if c.dep_ != "prep")])
    end = max([token.i, *(c.right_edge.i for c in parts)])
    return trimmed(token.doc, start, end + 1)


def force_of(token: "Token", what: ActivityWhat, subjects: "list[Token]") -> "Token | None":
    """The noun for the force, system or weapon: "missiles" of "anti-tank missiles".

    Of a use of force it is what strikes, never what is struck: "a missile attack", "struck with rockets", "its troops
    seized the port".
    """
    named = [c for c in token.lefts if c.dep_ in {"compound", "nmod", "amod"}]
    if what == "use of force":
        if lemma(token) in _THROWN:
            named += objects(token)
        by = {"with", "by", "using", "from"}
        named += [
            g
            for c in token.children
            if lemma(c) == "use" and c.dep_ in {"acl", "advcl"}
            for g in c.children
            if g.dep_ == "dobj"
        ]
        named += [g for c in token.children if c.lower_ in by for g in c.children if g.dep_ in {"pobj", "dobj"}]
    elif lemma(token) in MET:
        named += [g for c in token.children if c.dep_ == "agent" for g in c.children]
    else:
        named += objects(token)
        clauses = [c for c in token.children if c.dep_ in {"relcl", "acl"}]
        named += [g for c in clauses for g in c.children if g.dep_ == "dobj"]
    if force_class(token) == "force" or (what == "site" and token.pos_ == "NOUN"):
        return token
    for noun in (*named, *(s for s in subjects if s != token)):
        if force_class(noun) is not None or lemma(noun) in _STANDS_FOR_FORCE:
            return noun
    return token if lemma(token) in _STANDS_FOR_FORCE and token.pos_ != "VERB" else None


def plain_words(noun: "Token") -> str:
    """The noun with what stands before it, but article, number and owner."""
    start = noun.i
    for left in reversed(list(noun.lefts)):
        if left.dep_ in {"det", "nummod", "poss", "punct", "predet", "quantmod", "cc"} or left.dep_ == "relcl":
            if left.dep_ == "punct" and left.text in {"-", "–"}:
                continue
            break
        start = left.left_edge.i
    return trimmed(noun.doc, start, noun.i + 1).text


def place_of(
    token: "Token", mentions: Mentions, *, carrier: "Token | None" = None, what: ActivityWhat | None = None
) -> str | None:
    """The place of a locative phrase on the token, its objects or the verb that carries it, as the text has it."""
    struck = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "dative"}]
    if is_under(token):
        struck += [s for s in subjects(token.head.head) if is_place(s, mentions)]
    if lemma(token) not in OF_ITS_OWNER:
        struck += [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if not struck and token.pos_ == "VERB":  # "invaded and annexed the island"
        struck += [g for c in token.children if c.dep_ == "conj" for g in c.children if g.dep_ == "dobj"]
    struck += [g for t in struck if lemma(t) == "control" for c in t.children for g in c.children if g.dep_ == "pobj"]
    struck += [j for t in struck for j in t.conjuncts if j.i > t.i]
    for target in struck:  # "the annexation of the island", "invaded the valley"
        named = next((p for p in mentions.places if p.begins_at <= target.idx < p.ends_at), None)
        if named is not None:
            return named.spans[0].text
        if what == "use of force" and token.pos_ == "VERB" and _is_unknown_place(token, target, mentions):
            return _place_words(target)
    heads = [token, *([carrier] if carrier is not None else []), *struck]
    heads += [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    heads += [o for o in objects(token) if o not in heads and o != token.head]
    nouns = _STRETCHES | (_FIXED if what == "use of force" else set())
    around = nouns | {"country", "region"}
    preps = _LOCATIVE - ({"from"} if what == "transfer" else set())
    joined = [token.head] if token.dep_ == "conj" else []
    told = (
        *(_by_preposition(head, mentions.places, preps, around) for head in heads),
        *(_place_words(target) for target in struck if lemma(target) in nouns),
        *(_by_preposition(head, mentions.places, preps, around) for head in joined),
    )
    if (name := next(filter(None, told), None)) is not None:
        return name
    behind = token.doc[token.right_edge.i + 1] if token.right_edge.i + 1 < len(token.doc) else None
    if (
        token.pos_ != "VERB"
        and not any(c.dep_ == "conj" for c in token.children)
        and behind is not None
        and behind.lower_ in _LOCATIVE - {"to", "from", "into"}
    ):
        for pobj in behind.children:  # right behind the noun, wherever the parse hangs it
            if pobj.dep_ == "pobj" and (name := _place_name(pobj, mentions.places)):
                return _beside(behind, pobj, name)
    if token.pos_ != "VERB" and behind is not None and behind.tag_ == "TO":
        for aim in (c for c in behind.head.children if c.dep_ == "dobj"):  # "the operation to defend the valley"
            if name := _place_name(aim, mentions.places):
                return name
    before = {"compound", "poss"} if lemma(token) == "annexation" else {"compound"}
    for left in token.lefts if token.pos_ != "VERB" else ():  # "the valley offensive", "the island's annexation"
        if left.dep_ in before:
            named = next((p for p in mentions.places if p.begins_at <= left.idx < p.ends_at), None)
            if named is not None and named.reading == "place":
                return named.spans[0].text
    if token.pos_ == "VERB":
        return None
    apart = {t.i for c in token.children if c.dep_ == "relcl" and _is_of_others(c) for t in c.subtree}
    after = (t for t in token.subtree if t.i > token.i and t.i not in apart)
    deep = (t for t in after if t.dep_ == "prep" and t.lower_ in _LOCATIVE)
    over = [token, *([carrier] if carrier is not None and carrier.i < token.i else [])]
    aims = [c for t in over for c in t.children if c.dep_ in {"acl", "relcl", "advcl", "xcomp"} and c.i > token.i]
    ends = [g for c in aims for g in c.children if g.dep_ == "dobj"]
    ends += [g for t in deep for g in t.children if g.dep_ == "pobj"]  # "the operation to defend the valley"
    found = (_place_name(g, mentions.places) for g in ends)
    return next(filter(None, found), None)


def _by_preposition(head: "Token", places: tuple[Place, ...], preps: set[str], nouns: set[str]) -> str | None:
    """The place of the first locative phrase on the word."""
    for prep in sorted(head.children, key=lambda c: c.lower_ == "within"):  # "within Ostmark to the coast"
        if prep.dep_ not in {"prep", "advmod", "dative"} or prep.lower_ not in preps:
            continue
        inner = [g for c in prep.children if c.dep_ in {"prep", "pcomp"} for g in c.children]
        if prep.lower_ == "against":  # "against the militia in the valley"
            within = [c for g in prep.children for c in g.children if c.dep_ == "prep" and c.lower_ in _LOCATIVE]
            inner += [g for c in within for g in c.children]
        for pobj in (*prep.children, *inner):
            if pobj.dep_ == "pobj" and (name := _place_name(pobj, places, nouns)):
                return _beside(prep, pobj, name)
    return None


def _beside(prep: "Token", pobj: "Token", name: str) -> str:
    """ "Near the border", "close to the border", but "the border" of what is on or at it."""
    first = next((p for p in (prep, pobj.head) if p.lower_ in _BESIDE), None)
    before, found, _ = pobj.doc[first.i : pobj.right_edge.i + 1].text.partition(name) if first else ("", "", "")
    return before + found or name


def _is_unknown_place(verb: "Token", token: "Token", mentions: Mentions) -> bool:
    """A name that is nobody's: what is struck or taken there is a place that no gazetteer has."""
    person = token.ent_type_ not in {"", *_TOWNS}  # so the parse takes many an unknown town
    if token.pos_ != "PROPN" or lemma(verb) in {"kill", "wound", "injure"} or (person and lemma(verb) not in _ON_TOWNS):
        return False
    if force_class(token) is not None or any(c.dep_ in {"det", "nummod"} for c in token.lefts):
        return False
    return not stands_in(token, mentions.actors)


def _is_of_others(clause: "Token") -> bool:
    """ "Drills that officials in the capital criticised"; but not "drills that it runs near the border"."""
    return any(s.pos_ in {"NOUN", "PROPN"} for s in subjects(clause))


def _place_name(pobj: "Token", places: tuple[Place, ...], nouns: Collection[str] = frozenset(_STRETCHES)) -> str | None:
    """The toponym, a town that no gazetteer has, or the stretch of land a noun names: "the borders of Varenia"."""
    named = next((p for p in places if p.begins_at <= pobj.idx < p.ends_at), None)
    if named is not None:
        return named.spans[0].text
    if pobj.pos_ == "PROPN" and pobj.ent_type_ in _TOWNS:
        return plain_words(pobj)
    plain = lemma(pobj) == "side" and not list(pobj.lefts)  # "side by side"
    if lemma(pobj) == "direction":  # "in the southern direction", but "in all directions", "their direction of attack"
        plain = pobj.tag_ == "NNS" or all(c.dep_ not in {"amod", "compound", "nmod"} for c in pobj.lefts)
    return _place_words(pobj) if lemma(pobj) in nouns and not plain else None


def _place_words(noun: "Token") -> str:
    """The noun phrase without a clause that tells more of it."""
    apart = (c for c in noun.children if c.dep_ in {"relcl", "acl"} or (c.dep_ == "cc" and c.lower_ == "as"))
    clauses = [c.left_edge.i for c in apart if c.i > noun.i]
    return trimmed(noun.doc, noun.left_edge.i, min([noun.right_edge.i + 1, *clauses])).text


def direction_of(
    token: "Token", carrier: "Token | None", what: ActivityWhat, article: Article, mentions: Mentions
) -> tuple[Span, ...]:
    """Where from and where to, of what moves: "from the islands", "to the border with Varenia"."""
    found = []
    moved = [o for o in objects(token) if o.i > token.i]
    for head in dict.fromkeys(h for h in (token, carrier, *moved) if h is not None and what in _MOVING):
        for prep in head.children:
            if prep.dep_ not in {"prep", "dative"} or prep.lower_ not in _DIRECTIONS:
                continue
            within = [g for c in prep.children if c.dep_ in {"prep", "pcomp"} for g in c.children]
            for noun in (*prep.children, *within):
                if noun.dep_ == "pobj" and _place_name(noun, mentions.places) is not None:
                    clauses = [t.left_edge.i for t in noun.subtree if t.dep_ in {"relcl", "acl"} and t.i > noun.i]
                    words = trimmed(noun.doc, prep.i, min([noun.right_edge.i + 1, *clauses]))
                    found.append(cut(article.text, words.start_char, words.end_char))
    return tuple(sorted(set(found)))


def counted_in(
    token: "Token", mentions: Mentions, what: ActivityWhat, carrier: "Token | None", force: "Token | None"
) -> "tuple[Token | None, Count | None]":
    """The noun of the force and the quantity of it, both of one noun: the first one counted in the phrase of the token
    or its objects, or by which they grow, where the force told has no number itself; of a transfer also the money for
    it, which counts no force.

    A share ("half of its 400 tanks") and a bound that is only set ("above 400 tanks") are no number of what moves.
    """
    by = {"by", "to"} if what == "build-up" else {"by"}
    grown = [c for c in carrier.children if c.lower_ in by and c.dep_ == "prep"] if carrier is not None else []
    ranges = [_range(phrase_of(token)), *(_range(subtree(o)) for o in (*objects(token), *grown))]
    counted = _COUNTED | {"money"} if what == "transfer" else _COUNTED
    told = []
    for quantity in mentions.quantities:
        if quantity.class_ not in counted or (quantity.class_ == "other" and token.pos_ == "VERB"):
            continue
        if any(start <= quantity.begins_at and quantity.ends_at <= end for start, end in ranges):
            told.append((quantity, _noun_counted(token.doc, quantity)))
    own = [(q, n) for q, n in told if n == force]
    for quantity, noun in own or told:
        if noun is not None and _is_only_part(noun):
            continue
        if own or quantity.class_ == "money" or noun is None or force is None or force_class(noun) is None:
            return force, _as_count(quantity)
        if what != "use of force" and (force_class(force) is None or lemma(force) == lemma(noun)):
            return noun, _as_count(quantity)  # "its presence ... by 400 troops"
        if _is_in_it(noun, force) or noun.head in grown:
            return force, _as_count(quantity)
    return force, None


def _noun_counted(doc: "Doc", quantity: Quantity) -> "Token | None":
    """The last word of the unit, or the first of those joined: "31 missiles and drones"."""
    words = doc.char_span(quantity.begins_at, quantity.ends_at, alignment_mode="expand")
    nouns = [t for t in words or () if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"]
    if not nouns or not quantity.unit:
        return None
    noun = nouns[-1]
    while noun.dep_ == "conj" and noun.head in nouns:
        noun = noun.head
    return noun


def _is_in_it(noun: "Token", force: "Token") -> bool:
    """ "A brigade of 4,000 soldiers", "arms, including 400 missiles", "forces numbering 4,000 soldiers"."""
    if noun.head.i == force.i + 1 and noun.head.lower_ in _COMPRISING:
        return True  # whatever the parse hangs "with" on
    between = [a for a in noun.ancestors if force.is_ancestor(a)]
    joined = any(t.dep_ == "conj" for t in (noun, *between))
    return force.is_ancestor(noun) and not joined and any(t.lower_ in _COMPRISING for t in between)


def _is_only_part(noun: "Token") -> bool:
    """ "Half of its 400 tanks", "above 400 tanks"."""
    if noun.dep_ != "pobj":
        return False
    part = noun.head.lower_ == "of" and lemma(noun.head.head) in {"half", "third", "quarter", "percent", "most", "part"}
    return part or noun.head.lower_ in {"above", "below", "exceeding"}


def _range(tokens: "Tokens") -> tuple[int, int]:
    return tokens.start_char, tokens.end_char


def _as_count(quantity: Quantity) -> Count:
    return Count(
        lower=quantity.lower,
        upper=quantity.upper,
        unit=quantity.unit,
        modifier=quantity.modifier,
        find=quantity.id or None,
    )
