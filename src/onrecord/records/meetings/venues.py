"""Venues of a meeting: where it is held, by the words on it, its verb or right behind who meets."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.model import Mentions, Place, Span, Time
from onrecord.records.meetings.clauses import TRAVEL, named_by
from onrecord.records.meetings.cues import WITH, cue_of, is_noun
from onrecord.records.parties import Party
from onrecord.syntax import lemma, noun_phrase, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where others meet, so that those who meet there do: "on the sidelines of the summit in Geneva".
_GATHERINGS = {"sideline", "margin", "summit", "conference", "forum", "meeting", "session", "gathering", "talk"}
# "in the area of the border": what it is part of is the place.
_PARTS = {"area", "vicinity", "outskirts", "centre", "center", "heart", "balcony", "steps", "lawn", "garden", "grounds"}
_PREPOSITIONS = {"in", "at", "outside", "near", "on", "to", "inside", "during"}
_TO_WHOM = {"speak", "talk", "call"}
# What links a meeting to its place and day behind it: ", which took place on", and what may stand after its place.
_LINK = re.compile(
    r"(?: at (?:the|an?) [\w -]{0,40}?(?:summit|conference|forum))?(?:, (?:the|a) [\w ]{3,40})? ?,? ?"
    r"(?P<told>(?:which )?(?:took|taking|takes|will take|is to take) place"
    r"|(?:to be |which (?:is |was |will be )?)?(?:held|scheduled))?(?:one-on-one|face-to-face|in person)?"
    r",? ?(?P<prep>(?:for|on|in|at) )?(?:the )?"
)


class Venue(NamedTuple):
    """The narrowest words for the place, and the gazetteer's, if they are a name it knows."""

    text: str
    geonameid: int | None = None


def venue_of(token: "Token", verb: "Token | None", mentions: Mentions) -> Venue | None:
    """ "in Geneva" or "at the river palace" on the noun, its verb, or on the person who is joined there."""
    if lemma(token) == "visit" and (host := _host(token, mentions)) is not None:
        return host
    for head in carriers(token, verb):
        for prep in head.children:
            if (
                prep.dep_ != "prep"
                or prep.lower_ not in _PREPOSITIONS
                or (head.lemma_ in _TO_WHOM and prep.lower_ == "to")
            ):
                continue
            for pobj in prep.children:
                if pobj.dep_ != "pobj" or (prep.lower_ == "on" and _is_topic(pobj, mentions)):
                    continue
                if prep.lower_ == "during" and lemma(pobj) not in _GATHERINGS:
                    continue
                if (venue := _venue(pobj, mentions)) is not None:
                    return venue
    if (
        verb is not None
        and verb.dep_ == "relcl"
        and any(c.lower_ == "where" for c in verb.children)
        and (venue := _venue(_whole(verb.head, mentions), mentions)) is not None
    ):
        return venue  # "the palace where they will meet"
    if (spot := named_by(verb, "where") or _before_when(verb)) is not None:
        if is_noun(spot) and cue_of(spot) is not None:
            return venue_of(spot, None, mentions)  # "the Geneva summit, when they met"
        if (whole := _whole(spot, mentions)) != spot:
            return _venue(whole, mentions)
        named = (
            p for t in reversed(spot.doc[max(spot.sent.start, spot.i - 2) : spot.i + 1]) if (p := _place(t, mentions))
        )
        if (place := next(named, None)) is not None:
            return Venue(place.spans[0].text, place.geonameid)  # "in Geneva on Monday, where they will meet"
    for child in token.lefts if is_noun(token) else ():  # "the Geneva session"
        if child.dep_ in {"compound", "nmod", "poss"}:
            found = [p for p in mentions.places if p.begins_at == child.idx]
            found = [p for p in found if _is_city(p) or (lemma(token) == "visit" and p.reading == "place")]
            if found:
                return Venue(found[0].spans[0].text, found[0].geonameid)
    return _hosting(token, verb, mentions)


def told_behind(token: "Token", people: Iterable[Party], mentions: Mentions) -> tuple[Venue | None, Time | None]:
    """Place and day right behind who meets, wherever the parser hung them.

    "Talks with Berg, which took place on May 4 in Vare", "the leaders of Varenia and Ostmark in Vare on Monday".
    Without a place or a word that tells that it took place, the day may be that of what is told besides: no day.
    """
    text, end = token.doc.text, token.sent.end_char
    named = [p.span for p in people if p.span is not None and token.idx < p.span.start < end]
    at = max([token.idx + len(token), *(s.end for s in named if _is_below(token, s))])
    venue, time, linked = None, None, False
    while (link := _LINK.match(text, at, end)) is not None:
        start = link.end()
        linked = linked or link["told"] is not None
        place = next((p for p in mentions.places if p.begins_at == start and _stands_alone(token, p.ends_at)), None)
        day = next((t for t in mentions.times if t.begins_at == start and _is_day(t)), None)
        apart = not linked and link[0].startswith(",") and day is not None and text[day.ends_at : end].startswith(" ")
        if day is not None and time is None and not apart and not text.startswith(("'", "’"), day.ends_at):
            time, at = day, day.ends_at
        elif place is not None and (link["prep"] in {"in ", "at "} or (venue is not None and text[at] == ",")):
            venue, at = venue or Venue(place.spans[0].text, place.geonameid), place.ends_at
        else:
            break
    return venue, time if linked or venue is not None else None


def _is_below(token: "Token", span: Span) -> bool:
    """Whether the words hang on the meeting, or on its verb as no subject."""
    words = token.doc.char_span(span.start, span.end, alignment_mode="expand")
    root = words.root if words is not None else token
    while root.dep_ in {"conj", "appos", "compound", "poss", "nmod", "amod"}:
        root = root.head
    return "subj" not in root.dep_ and (token in root.ancestors or root.head.head in {token.head, token.head.head})


def _stands_alone(token: "Token", end: int) -> bool:
    """Whether a place is no part of a longer name or owner: "in Vare on", but not "in Vare's palace"."""
    behind = next((t for t in token.doc[token.i : token.sent.end] if t.idx >= end), None)
    return behind is None or behind.ent_type_ in {"DATE", "TIME"} or behind.pos_ not in {"NOUN", "PROPN", "ADJ", "PART"}


def _is_day(time: Time) -> bool:
    return time.type in {"DATE", "TIME"} and not time.value.endswith("_REF")


def _before_when(verb: "Token | None") -> "Token | None":
    """ "In Geneva, when they met" and "the Geneva summit when they met", but not "leave Geneva when they meet"."""
    spot = named_by(verb, "when")
    if spot is None or (is_noun(spot) and cue_of(spot) is not None) or spot.nbor(1).text == ",":
        return spot
    return spot if spot.ent_type_ in {"DATE", "TIME"} else None


def _whole(spot: "Token", mentions: Mentions) -> "Token":
    """The narrower one of two places: the palace of "the palace in the capital, where they meet"."""
    inner = spot.dep_ == "pobj" and spot.ent_type_ != "DATE" and spot.head.lower_ in {"in", "of"}
    if not inner or spot.head.i == spot.sent.start:
        return spot
    before = spot.head.nbor(-1)
    return before if is_noun(before) and _venue(before, mentions) is not None else spot


def _host(token: "Token", mentions: Mentions) -> Venue | None:
    """ "visit Varenia", "the visit to Vare"."""
    heads = [c for c in token.children if c.dep_ == "dobj"]
    heads += [g for c in token.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"]
    return next((v for h in heads if (v := _venue(h, mentions)) is not None), None)


def _hosting(token: "Token", verb: "Token | None", mentions: Mentions) -> Venue | None:
    """ "Vienna hosted the talks"."""
    host = next((v for v in (token, verb) if v is not None and lemma(v) == "host"), None)
    for subject in subjects(host) if host is not None else ():
        place = _place(subject, mentions)
        if lemma(subject) in words("en/venue_nouns") or (place is not None and place.feature == "city"):
            return _venue(subject, mentions)
    return None


def carriers(token: "Token", verb: "Token | None") -> "Iterator[Token]":
    """The words a place of the meeting may hang on."""
    yield token
    yield from (c for c in token.children if c.dep_ == "advmod")  # "their summit here in Vienna"
    yield from (c for c in token.children if c.dep_ in {"acl", "relcl"} and lemma(c) == "hold")
    for prep in (*token.children, *(verb.children if verb is not None and verb != token else ())):
        if prep.lower_ in WITH | {"between", "among", "by"}:  # the parser hangs "in Vienna" on whom they meet
            for pobj in prep.children:
                if pobj.dep_ == "pobj":
                    yield from (
                        t
                        for t in pobj.subtree
                        if t.pos_ in {"NOUN", "PROPN"} and (t == pobj or t.dep_ == "conj" or t.ent_type_ != "ORG")
                    )
    if verb is None:
        return
    yield verb
    for child in verb.children:
        if child.lower_ == "on":  # "on Monday in Vienna"
            days = [g for g in child.children if g.ent_type_ == "DATE"]
            yield from (*days, child) if days else ()
        of_others = child.dep_ == "dobj" and child.pos_ == "NOUN" and verb != token and token not in child.subtree
        if (
            child.dep_ in {"dobj", "npadvmod", "advmod"}
            and not of_others
            and not (child.dep_ == "dobj" and lemma(verb) == "discuss")
        ):
            yield child
            yield from (g for g in child.children if g.dep_ == "appos")  # "met X, the minister, in Geneva"
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head  # "arrived in Vienna for what she called a summit"
    if verb.dep_ in {"xcomp", "advcl", "pcomp"} and lemma(above) in TRAVEL:
        yield above


def _is_city(place: Place) -> bool:
    """A city, also one that is a state of its own: "the Singapore summit"."""
    return place.feature == "city" or (place.spans[0].text, place.country) in _capitals()


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((row["capital"], row["country"]) for row in table("capitals"))


def _is_topic(pobj: "Token", mentions: Mentions) -> bool:
    """ "talks on Varenia" are about it, those "on the island" are held there."""
    place = _place(pobj, mentions)
    return place is not None and place.feature in {"country", "admin", "city", "region"}


def _venue(pobj: "Token", mentions: Mentions) -> Venue | None:
    if lemma(pobj) in _GATHERINGS | _PARTS:
        heads = (pobj, *(t for t in pobj.subtree if t.ent_type_ == "DATE"))  # "the summit on July 7 in Vienna"
        of_others = (
            g
            for h in heads
            for c in h.children
            if c.lower_ in {"in", "at", "of"}
            for g in c.children
            if g.dep_ == "pobj" and g.ent_type_ != "DATE" and (c.lower_ != "of" or _holds_meetings(pobj, g))
        )
        return next((v for g in of_others if (v := _venue(g, mentions)) is not None), None)
    if lemma(pobj) == "office" and not any(pobj.lefts):
        return None  # "a president already in office"
    if lemma(pobj) in words("en/venue_nouns"):
        named = _place(pobj, mentions)
        inner = next((g for c in pobj.children if c.lower_ == "of" for g in c.children), None)
        if lemma(pobj) == "capital" and inner is not None and (place := _place(inner, mentions)) is not None:
            return Venue(place.spans[0].text, place.geonameid)
        phrase = noun_phrase(pobj)
        start = next((t for t in phrase if t.dep_ not in {"det", "poss", "case", "punct"} and t.i <= pobj.i), pobj)
        owner = next((c for c in pobj.children if c.dep_ == "poss"), None)
        first = max(start.i, owner.right_edge.i + 1) if owner is not None else start.i
        if first > pobj.i:
            first = pobj.i
        last = pobj.right_edge.i if inner is not None and pobj.pos_ == "PROPN" else pobj.i
        if last > pobj.i and any(t.ent_type_ == "PERSON" for t in pobj.doc[pobj.i : last + 1]):
            return None  # of a title: "head of the bureau at the Chancellery of the President Marco Holt"
        return Venue(pobj.doc[first : last + 1].text, named.geonameid if named else None)
    house = next((c for c in pobj.lefts if c.dep_ == "compound" and lemma(c) in words("en/venue_nouns")), None)
    if house is not None:
        return Venue(pobj.doc[house.i : pobj.i + 1].text)  # "the Hotel Harbour"
    place = _place(pobj, mentions)
    return Venue(place.spans[0].text, place.geonameid) if place is not None else None


def _holds_meetings(whole: "Token", part: "Token") -> bool:
    """Whether "of" leads to the place: in "the centre of Vienna", "the sidelines of the summit", not in "of Berg"."""
    return lemma(whole) in _PARTS or lemma(part) in _GATHERINGS | words("en/venue_nouns")


def _place(token: "Token", mentions: Mentions) -> Place | None:
    return next((p for p in mentions.places if p.begins_at <= token.idx < p.ends_at), None)
