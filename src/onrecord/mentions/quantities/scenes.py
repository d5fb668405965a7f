"""Where what is counted is, what it does or has done to it, and as of when: read from its sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.quantities.casualties import DAMAGES, HARMS
from onrecord.mentions.quantities.units import after_of
from onrecord.model import Article, Find, Span, Time, cut
from onrecord.syntax import clause_verb, lemma, noun_phrase, subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACES = {
    "in", "at", "near", "on", "along", "across", "inside", "outside", "around", "into", "onto", "to", "from", "within",
    "over", "off", "towards", "toward", "throughout", "beyond", "behind", "between", "via", "under", "beneath",
    "above",
}  # fmt: skip
# Prepositions of place behind these verbs alone: "40 trucks left for Telle", "40 people marched through Telle".
_BOUND = {
    "for": {"head", "leave", "depart"},
    "through": {
        "march", "pass", "move", "walk", "drive", "roll", "travel", "parade", "sail", "rotate", "ship", "fly", "escort",
    },
}  # fmt: skip
# And no place: "spent 40 million on roads", "received 40 tanks from Varenia".
_NO_PLACES = {
    "on": {"spend"},
    "from": {"receive", "get", "obtain", "acquire", "buy", "purchase", "borrow", "want", "seek", "demand", "need"},
}
_PARTICLES = {"back", "out", "in", "up", "down", "away", "off"}
_ADVERBS = {"there", "here", "abroad", "overseas", "nearby", "elsewhere", "nationwide", "worldwide", "globally"}
_FAR = {"far", "near", "other", "opposite"}
_DIRECTIONS = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
_TIMES = {
    "in", "on", "at", "as", "since", "by", "during", "until", "before", "after", "of", "over", "within", "for",
    "throughout", "to", "following",
}  # fmt: skip
# Characters of a preposition and the blanks around it.
_LONGEST_GAP = 12
_LATELY = re.compile(r"\b(?:past|last|recent|previous|next|coming|first|final)\b", re.IGNORECASE)
# Before what happened then: "during the unrest", "since the vote".
_EVENTS = {"during", "before", "after", "since", "until"}
# A stretch of time that is told from no now: "in six days".
_WITHIN = {"in", "within"}
# "at the time of the attack", "by the end of the season", "on the eve of the vote"
_MOMENTS = {
    "time", "start", "beginning", "end", "height", "peak", "moment", "outset", "outbreak", "close", "eve", "wake",
    "aftermath", "course",
}  # fmt: skip
_BOUND_MOMENTS = {"on": {"eve"}, "in": {"wake", "aftermath", "course"}}
# "since then", "as of now"
_THENS = {"then", "now", "today"}
# "agreed on 40 million": they are what is agreed on.
_ON_OBJECTS = {
    "on": {"agree", "decide", "focus", "concentrate", "work", "rely", "vote", "count"},
    "for": {"look", "call", "search", "ask", "apply", "hope", "wait", "vote"},
    "in": {"result"},
    "to": {"lead"},
}
_NOWS = {"today", "yesterday", "tonight", "overnight", "now", "currently"}
# "a group of 40 envoys wrote": the verb is the group's.
_GROUPS = {"group", "total", "team", "number", "crowd", "column", "convoy", "delegation", "series", "crew"}
_SUPPLIES = {"supply", "provide", "equip", "arm", "furnish"}
# Verbs whose subject or object is that of the verb after them.
_RAISING = {"need", "expect", "continue", "appear", "seem", "begin", "start", "tend"}
# Verbs that tell nothing of what is done.
_EMPTY = {"be", "'s", "have", "include", "comprise"}
# "estimates 40 tanks": what is only told is no object, but "said two things".
_TELLING = {"say", "estimate", "think", "believe", "mean"}
# Verbs that say how high the number is that their subject has.
_AMOUNTS_TO = {"reach", "exceed", "top", "surpass", "total", "hit", "number", "amount", "stand"}
# They are where the talks are: "three rounds of talks in Telle".
_STRETCHES = {"round", "hour", "day", "week"}
_TALKS = {"talk", "negotiation", "discussion", "consultation", "meeting", "fighting", "shelling", "unrest", "protest"}
# "ahead of the summit", and not "ahead of the convoy"
_EXPECTED = {"war", "tournament", "holiday"} | {
    row["word"] for row in table("en/time_plans") if row["class"] == "event noun"
}
# After them nothing is planned: "cancelled a plan to send 40 tanks".
_DROPS = {"cancel", "drop", "reject", "abandon", "scrap", "shelve"}
_SUBJECT_OR_OBJECT = {"nsubj", "nsubjpass", "dobj"}
# "a strike in Telle killed 40 people", "a march on Monday drew 40 people"
_BEFALLS = HARMS | DAMAGES | {"leave", "claim", "displace", "trap", "draw", "attract", "gather"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}


class Scene(NamedTuple):
    """The words for where, doing and as of; none where the sentence does not say."""

    where: Span | None = None
    doing: Span | None = None
    as_of: Span | None = None


class Scenes:
    """Reads the scenes of quantities; `times` and `places` are those of the article."""

    def __init__(self, doc: "Doc", article: Article, times: Iterable[Time], places: Iterable[Find]) -> None:
        self._text = article.text
        told = list(times)
        self._times = _at_tokens(doc, (t for t in told if t.type in {"DATE", "TIME"} or _is_lately(t)))
        self._lengths = _at_tokens(doc, (t for t in told if t.type == "DURATION"))
        self._places = _at_tokens(doc, places)

    def of(self, head: "Token", counted: "Token | None" = None) -> Scene:
        """The scene of what the head counts: "massed 75 groups near the border on Monday".

        `counted` is the noun, where the head is a number: "groups" in "dozens of groups".
        """
        if head.dep_ == "pobj" and head.head.lower_ == "per":
            return Scene()  # "40 per 100,000 people"
        beside = [head, counted if counted is not None else head]
        own = beside if head.dep_ == "conj" else []  # "40 in May and 50 in June"
        while _is_listed(head):
            head = head.head
        last = max((head, *head.conjuncts), key=lambda t: t.i)  # "40 schools and 20 halls across the country"
        verb = self._verb(head, beside[1])
        around = [head, *dict.fromkeys(t for t in (*beside, last) if t != head), *([verb] if verb is not None else [])]
        if verb is not None and verb.dep_ == "acl" and lemma(verb.head.head) not in _DROPS:
            around.append(verb.head.head)  # "has 40 tanks massed": has
        if head.dep_ == "pobj" and head.head.lower_ == "of":
            around.append(head.head.head)  # "a release of 40 tons from the port"
        if head.dep_ in {"nmod", "compound", "nummod", "quantmod"} and head.head.i > head.i:
            around.append(head.head)  # "a $40 million plant in Telle"
        included = head.dep_ == "pobj" and head.head.lower_ == "including"
        main = clause_verb(head.head.head if included else head)
        same = head.dep_ == "appos" and head.head.dep_ in _SUBJECT_OR_OBJECT  # "hit a high, 40 million"
        if main is not None and main not in around and (same or not _is_aside(head, main)):
            around.append(main)
        aims: list[Token] = []  # "In May they announced a plan to send 40 tanks": announced, which only tells when
        while main is not None and (main.dep_ == "xcomp" or _is_purpose(main) or _is_planned(main)):
            above = main.head.head if main.dep_ == "acl" else main.head  # "In May they plan to send 40 tanks": plan
            (around if main.dep_ == "xcomp" else aims).append(above)
            main = above
        beyond = [c for t in (head, beside[1]) for n in t.lefts if n.dep_ == "nummod" for c in n.children]
        if main in around:
            beyond += _shared(main)
        clauses = [c for c in beside[1].rights if c.dep_ == "relcl" and c.pos_ in {"VERB", "AUX"}]
        # "40 soldiers who had fought in Telle left": that they fought there says not where they are.
        clauses = [c for c in clauses if verb in {None, c} or _is_present(c)]
        beyond += [c for clause in clauses for c in clause.children]
        inside = head.dep_ == "pobj" and lemma(beside[1]) in words("en/place_nouns") | {"state"}
        # "guests from 40 countries came to Telle": the guests, not the countries
        where = self._where(beside if inside else around, head) or self._where(clauses, head)
        if where is None and lemma(beside[1]) in _STRETCHES:
            where = self._where([n for n in after_of(beside[1]) if lemma(n) in _TALKS], head)
        for verb_ in around:
            beyond += _when(verb_)
            # "this year's trade in May topped", "last year's budget was"
            amount = lemma(verb_) == "be" and verb_ in {head.head, head.head.head} and head.dep_ in {"attr", "pobj"}
            if lemma(verb_) in _AMOUNTS_TO or amount:
                about = [n for n in verb_.lefts if n.dep_ in {"nsubj", "nsubjpass"}]
                beyond += [c for n in about for c in n.children if c.dep_ in {"prep", "poss"}]
        if (outcome := _outcome(main)) is not None:
            deed = outcome.head  # "a bomb on Friday struck a market in Telle, killing four"
            told = [deed, *(c for c in deed.children if c.dep_ == "dobj")]
            where = where or self._where(told, head)
            beyond += [c for t in (*told, *(s for s in deed.lefts if s.dep_ == "nsubj")) for c in t.children]
        events = [] if inside else [t for v in around if lemma(v) in _BEFALLS for t in _events_of(v) if t not in around]
        there = (p for t in events for p in self._place_phrases(t, head) if p[0].lower_ != "from")
        where = where or next((words_ for _, words_ in there), None)
        beyond += [c for t in events for c in t.children]
        telling = [c for t in (*own, *reversed(aims), *reversed(around)) for c in t.children]
        return Scene(
            where=where,
            doing=self._words(verb, self._particle_of(verb)) if verb is not None and _tells(verb) else None,
            as_of=self._as_of([*telling, *beyond], beside[1]) or (self._behind(where) if where is not None else None),
        )

    def _behind(self, where: Span) -> Span | None:
        """The time right behind the place: "at a hotel in Telle [last month]"."""
        for time in self._times.values():
            between = self._text[where.end : time.start] if where.end < time.start <= where.end + _LONGEST_GAP else "-"
            if not (word := between.strip()) or word in _TIMES:
                return cut(self._text, time.start - len(between.lstrip()), time.end)
        return None

    def _verb(self, head: "Token", counted: "Token") -> "Token | None":
        """Whose subject, object or agent it is; a participle or relative clause first where the verb says nothing."""
        rights = (*head.rights, *counted.rights)
        participle = next((c for c in rights if c.dep_ == "acl" and c.tag_ in {"VBN", "VBG"}), None)
        if head.dep_ == "pobj" and head.head.lower_ == "of" and lemma(head.head.head) in _GROUPS:
            head = head.head.head
        verb = head.head if head.dep_ in _SUBJECT_OR_OBJECT and head.head.pos_ in {"VERB", "AUX"} else None
        if verb is None and head.dep_ == "pobj" and head.head.dep_ == "agent":
            verb = head.head.head
        if verb is None and head.dep_ == "pobj" and head.head.lower_ == "with" and lemma(head.head.head) in _SUPPLIES:
            verb = head.head.head
        if verb is None and head.dep_ == "pobj" and lemma(head.head.head) in _ON_OBJECTS.get(head.head.lower_, ()):
            verb = head.head.head
        if verb is not None and lemma(verb) in _RAISING:  # "40 houses need to be rebuilt"
            below = (c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and c.pos_ == "VERB")
            verb = next((c for c in below if all(s == head for s in subjects(c))), verb)
        told = verb is not None and lemma(verb) in _TELLING and head.dep_ == "dobj"
        told = told and lemma(counted) not in {"thing", "word"}
        if verb is None or told or not _tells(verb):
            verb = participle or self._relative(head) or self._relative(counted) or (None if told else verb)
        return verb

    def _relative(self, head: "Token") -> "Token | None":
        """ "40 soldiers who crossed": crossed"""
        clauses = (c for c in head.rights if c.dep_ == "relcl" and c.pos_ == "VERB")
        who = {"WDT", "WP"}
        return next((c for c in clauses if any(s.dep_ in _SUBJECT_OR_OBJECT and s.tag_ in who for s in c.lefts)), None)

    def _where(self, around: Sequence["Token"], head: "Token") -> Span | None:
        """The phrase nearest to what is counted: "near the border"."""
        phrases = [p for token in around for p in self._place_phrases(token, head)]
        phrases = phrases or [p for token in around for p in self._antecedent(token)]
        return min(phrases, key=lambda p: abs(p[0].i - head.i))[1] if phrases else None

    def _place_phrases(self, token: "Token", counted: "Token") -> "Iterator[tuple[Token, Span]]":
        particle = self._particle_of(token) if token.pos_ == "VERB" else None
        for child in (*token.children, *(particle.children if particle is not None else ())):
            if child.dep_ == "advmod" and child.lower_ in _ADVERBS and not _presents(child):
                yield child, self._words(child)
            of = next((c for c in child.rights if c.lower_ == "of"), None) if child.lower_ in _DIRECTIONS else None
            if of is not None and (near := _object(of)) is not None and self._is_place(near):
                yield child, cut(self._text, child.idx, self._end_of_place(near))  # "east of Telle"
                continue
            noun = _object(child)
            at_place = child.lower_ in _PLACES or lemma(token) in _BOUND.get(child.lower_, ())
            if noun is None or not at_place or noun == counted or noun.is_ancestor(counted):
                continue
            if lemma(token) in _NO_PLACES.get(child.lower_, ()):
                continue
            town = next((c for c in noun.lefts if c.dep_ == "compound" and c.i in self._places), None)
            if town is not None and (noun.i in self._times or noun.lower_ == "thanks"):  # "rallied in Telle Sunday"
                yield child, cut(self._text, child.idx, self._places[town.i].end)
            elif lemma(noun) == "line" and any(c.lower_ == "with" for c in noun.rights):
                continue
            elif self._is_place(noun):
                yield child, cut(self._text, child.idx, self._end_of_place(noun))

    def _end_of_place(self, noun: "Token") -> int:
        """The end of its phrase, without a time behind it: "at a hotel in Telle [last month]"."""
        ends = [noun, *noun.conjuncts] if noun.head.lower_ == "between" else [noun]
        phrase = noun_phrase(ends[-1])
        behind = phrase.doc[phrase.end] if phrase.end < len(phrase.doc) else None
        if lemma(noun) == "ground" and behind is not None and behind.lower_ in _PLACES:  # "on the ground in Varenia"
            inner = _object(behind)
            return self._end_of_place(inner) if inner is not None and self._is_place(inner) else phrase.end_char
        last = phrase[-1]
        while last.i > noun.i and (last.i in self._times or last.is_punct or last.dep_ in {"prep", "det"}):
            last = last.nbor(-1)
        return phrase.end_char if last == phrase[-1] or phrase[-1].i not in self._times else last.idx + len(last.text)

    def _is_place(self, noun: "Token") -> bool:
        """A name of a place, or a noun that stands for one: "near the border", "across six states"."""
        if noun.i in self._places:
            return True
        known = lemma(noun) in words("en/place_nouns") or (lemma(noun) in {"state", "community"} and noun.tag_ == "NNS")
        if noun.head.lower_ in {"at", "onto"}:  # "at a rally in Telle"
            inner = (_object(c) for c in noun.rights if c.lower_ in {"in", "near", "outside"})
            known = known or any(n is not None and self._is_place(n) for n in inner)
        # "the far side of Varenia" is a place, "the side of Varenia" is not
        piece = lemma(noun) in {"part", "edge", "bank"} or (lemma(noun) == "side" and _lies(noun))
        known = known or (piece and any(self._is_place(g) for c in noun.rights for g in c.rights))
        return noun.i not in self._times and known

    def _antecedent(self, verb: "Token") -> "Iterator[tuple[Token, Span]]":
        """The place before a clause: "the square where 40 people rallied"."""
        where = next((c for c in verb.lefts if c.lower_ == "where"), None)
        if verb.dep_ != "relcl" or where is None or where.i == 0:
            return
        place = where.nbor(-1)  # "a visit to the port where 40 people rallied"
        if place.is_punct and place.i:
            place = place.nbor(-1)
        if not verb.head.is_ancestor(place):
            place = verb.head
        if self._is_place(place):
            yield place, cut(self._text, place.left_edge.idx, place.idx + len(place.text))

    def _as_of(self, children: Iterable["Token"], counted: "Token") -> Span | None:
        """The phrase of time beside the verb, with its preposition: "as of May", "last week", "so far"."""
        for child in children:
            before = (g for c in child.rights if child.lower_ in {"ahead", "prior"} for g in [_object(c)])
            if (noun := next(before, None)) is not None and self._is_expected(noun):
                return cut(self._text, child.idx, noun_phrase(noun).end_char)  # "ahead of the summit"
            if (span := self._from_to(child)) is not None:
                return span
            noun = _object(child) if child.lower_ in _TIMES else child
            if child.lower_ == "back":  # "back in 1987"
                noun = next((n for c in child.rights if (n := _object(c)) is not None), child)
            if noun is None or noun.dep_ in {"nsubj", "dobj", "nummod"}:  # "the 2010 deal"
                continue
            if noun.i not in self._times:
                then = None if noun == counted or noun.is_ancestor(counted) else self._then(child, noun)
                if then is not None:
                    return then
                continue
            found = self._times[noun.i]
            town = any(c.dep_ == "compound" and c.i in self._places for c in noun.lefts)
            start = found.start if town else min(child.idx, found.start)
            if child.lower_ == "of" and child.head.lower_ == "as":
                start = child.head.idx
            return cut(self._text, start, found.end)
        return None

    def _from_to(self, child: "Token") -> Span | None:
        """ "from May to July", "between May and July" """
        if child.lower_ not in {"from", "between"} or child.dep_ != "prep":
            return None
        if child.lower_ == "between":
            ends = [t for c in child.rights if c.dep_ == "pobj" for t in (c, *c.conjuncts)]
        else:
            bounds = {"from", "to", "through", "until"}
            ends = [g for c in (child, *child.rights) if c.lower_ in bounds for g in c.rights]
        ends = [g for g in ends if g.dep_ in {"pobj", "conj"} and g.i not in self._lengths]
        days = [g for g in ends if g.i in self._times or g.ent_type_ == "DATE"]
        return cut(self._text, child.idx, noun_phrase(days[-1]).end_char) if len(days) == 2 else None

    def _then(self, child: "Token", noun: "Token") -> Span | None:
        """ "during the unrest", "before the 2016 elections", "in six days", "today", "so far" """
        if child == noun:
            far = child.lower_ == "far" and any(c.lower_ == "so" for c in child.lefts)
            this = lemma(child) == "day" and any(c.lower_ == "this" for c in child.lefts)
            now = (child.lower_ in _NOWS or this) and child.dep_ in {"advmod", "npadvmod"}
            return cut(self._text, child.left_edge.idx, child.idx + len(child.text)) if far or now else None
        best = any(c.tag_ in {"JJS", "RBS"} for n in (child.head, child.head.head) for c in n.lefts)
        length = child.lower_ in _WITHIN and noun.i in self._lengths and not best  # "the largest in 70 years"
        named = noun.ent_type_ and not (child.lower_ == "during" and noun.ent_type_ in {"DATE", "TIME"})
        event = child.lower_ in _EVENTS and noun.pos_ == "NOUN" and not named and noun.i not in self._places
        event = event or (child.lower_ == "during" and noun.pos_ in {"NOUN", "PROPN"})
        event = event or (child.lower_ == "to" and noun.lower_ == "date") or noun.lower_ in _THENS
        war = noun.ent_type_ == "EVENT" and "War" in noun_phrase(noun).text
        event = event or (child.lower_ == "in" and (war or noun.lower_ == "future"))
        point = noun.head != child and noun.lower_ in {"time", "moment", "point"}  # "as of this point"
        event = event or (child.lower_ == "as" and (point or noun.lower_ in {"writing", "press"}))
        bound = _BOUND_MOMENTS.get(child.lower_, _MOMENTS)
        moment = child.lower_ in {"at", "by", "since", "on", "in"} and lemma(noun) in bound and _has_of(noun)
        event = event or (moment and not any(self._is_place(g) for c in noun.rights for g in c.rights))
        if child.lower_ == "before" and lemma(noun) in words("en/body_nouns") | {"committee", "court", "panel"}:
            return None  # "testified before the committee"
        return cut(self._text, child.idx, noun_phrase(noun).end_char) if length or event else None

    def _is_expected(self, noun: "Token") -> bool:
        return noun.i in self._times or noun.ent_type_ == "EVENT" or lemma(noun) in _EXPECTED

    def _particle_of(self, verb: "Token") -> "Token | None":
        beside = (c for c in verb.rights if c.i == verb.i + 1)
        return next((c for c in beside if c.dep_ == "prt" or (c.dep_ == "advmod" and c.lower_ in _PARTICLES)), None)

    def _words(self, first: "Token", last: "Token | None" = None) -> Span:
        end = last if last is not None else first
        return cut(self._text, first.idx, end.idx + len(end.text))


def _shared(verb: "Token") -> "list[Token]":
    """What stands before the verb above and tells when of this one too: "In May it rose, reaching 40"."""
    own = any(c.dep_ in {"nsubj", "nsubjpass"} or c.lower_ == "having" for c in verb.lefts)
    return [] if own or verb.dep_ not in {"conj", "advcl"} or verb.head.pos_ != "VERB" else [*verb.head.lefts]


def _is_listed(noun: "Token") -> bool:
    """Whether it stands behind another in a list, which the parser may take for an apposition: "40 tanks, 20 guns"."""
    if noun.head.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return False
    counts = all(any(c.dep_ == "nummod" for c in t.lefts) for t in (noun, noun.head))
    counts = counts and all(c.dep_ != "relcl" for c in noun.rights)
    return noun.dep_ == "conj" or (noun.dep_ == "appos" and counts)


def _is_purpose(verb: "Token") -> bool:
    """ "go to the polls to [elect] 40 members" """
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    return verb.dep_ == "advcl" and to and all(c.dep_ != "nsubj" for c in verb.lefts) and verb.i > verb.head.i


def _is_planned(verb: "Token") -> bool:
    """ "announced a plan to [send] 40 tanks" """
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    announced = verb.head.dep_ == "dobj" and verb.head.head.pos_ == "VERB" and lemma(verb.head.head) not in _DROPS
    return verb.dep_ == "acl" and to and announced


def _when(verb: "Token") -> "list[Token]":
    """The time before a clause: "in 2020, when it [supplied] 40 tanks"."""
    told = verb.dep_ == "relcl" and any(c.lower_ == "when" for c in verb.lefts)
    return [verb.head.head if verb.head.dep_ == "pobj" else verb.head] if told else []


def _outcome(verb: "Token | None") -> "Token | None":
    """ "struck a market, [killing] four (and wounding six)" """
    while verb is not None and verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head
    if verb is None or lemma(verb) not in HARMS | DAMAGES:
        return None  # "met on Friday, promising 40 tanks"
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < verb.head.i or verb.nbor(-1).text != ",":
        return None
    return verb if all(c.dep_ not in {"nsubj", "mark"} for c in verb.lefts) else None


def _lies(side: "Token") -> bool:
    """ "The eastern side", "the far side", "the Varenian side" """
    beside = [c for c in side.lefts if c.dep_ in {"amod", "compound", "nmod"}]
    return any(c.lower_.endswith("ern") or c.lower_ in _FAR or c.ent_type_ in {"NORP", "GPE"} for c in beside)


def _events_of(verb: "Token") -> "Iterator[Token]":
    """What is told of an event that befalls people: "a [strike] in Telle killed 14", "died in a [fire] in Telle",
    "died when a bus [fell] into a river", "14 were killed and six [wounded] in Telle".
    """
    if verb.dep_ == "conj" and lemma(verb.head) in HARMS and _goes_on(verb):
        yield verb.head
    for child in verb.children:
        if child.dep_ == "nsubj":
            event = verb.head if child.tag_ in {"WDT", "WP"} else child
            told = event.pos_ == "NOUN" or event.tag_ == "VBG"  # "fighting in Telle killed 14"
            if told and verb.dep_ != "xcomp" and not _is_doer(event):
                yield event
        elif child.dep_ == "agent" or child.lower_ in {"in", "during"}:
            yield from (c for c in child.rights if c.dep_ == "pobj" and c.tag_ == "NN")
        elif child.dep_ == "conj" and lemma(child) in HARMS and _goes_on(child):
            yield child
        elif child.dep_ == "advcl" and any(c.lower_ == "when" for c in child.lefts) and not _leads_away(child):
            yield from (child, *(c for c in child.rights if c.dep_ == "dobj"))


def _goes_on(verb: "Token") -> bool:
    """ "14 were killed and six [wounded] in Telle": without a verb of its own."""
    return not any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts)


def _is_doer(noun: "Token") -> bool:
    """Whether people or arms do it, whose place is not that of whom they harm: "hackers in Telle damaged 40 sites"."""
    name = lemma(noun)
    made = name.endswith(("er", "or", "ist", "man")) and name not in {"disaster", "tremor", "winter"}
    return made or name in words("en/force_nouns")


def _leads_away(clause: "Token") -> bool:
    """ "When he fled to Varenia"."""
    return any(c.lower_ in {"to", "for", "from"} for c in clause.rights)


def _presents(adverb: "Token") -> bool:
    """ "Here are 40 photographs", "Here is a look at 40 sites": no place."""
    verb = adverb.head
    return lemma(verb) == "be" and adverb.i < verb.i and all(c.i > verb.i for c in verb.children if c.dep_ in _SUBJECTS)


def _is_present(verb: "Token") -> bool:
    """ "who live there", "who have fled so far" """
    return any(t.tag_ in {"VBZ", "VBP"} for t in (verb, *verb.lefts))


def _tells(verb: "Token") -> bool:
    """Whether the verb tells what is done; "a sum exceeding 40 million" does not."""
    return lemma(verb) not in _EMPTY and verb.lower_ != "exceeding"


def _has_of(noun: "Token") -> bool:
    return any(c.lower_ == "of" for c in noun.rights)


def _is_aside(head: "Token", main: "Token") -> bool:
    """Whether the noun only explains another of the clause: "agreed on projects: the supply of 40 tanks"."""
    between = (head, *head.ancestors)
    return any(t.dep_ == "appos" for t in between if t.i > main.i and main.is_ancestor(t))


def _is_lately(time: Time) -> bool:
    """ "the past four years", "the coming week": a stretch that is told from now."""
    return time.type == "DURATION" and _LATELY.search(time.spans[0].text) is not None


def _object(preposition: "Token") -> "Token | None":
    """The noun after a preposition, or after the second of two: "as of May", "from near the border"."""
    if preposition.dep_ not in {"prep", "agent", "dative"}:
        return None
    for child in preposition.rights:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.lower_ in _THENS):
            return child
        if child.dep_ == "prep" and (noun := _object(child)) is not None:
            return noun
    return None


def _at_tokens(doc: "Doc", finds: Iterable[Find]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for find in finds:
        for span in find.spans:
            tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
            found.update({t.i: span for t in tokens or ()})
    return found
