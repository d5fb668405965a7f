"""Meetings: talks, calls and visits, with who, where, when and in what state."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.model import Article, Meeting, Mentions, Participant, Place, cut
from onrecord.model.vocabulary import Flag, MeetingFormat, MeetingState, PloverType
from onrecord.records.parties import Parties, Party
from onrecord.records.when import time_near
from onrecord.syntax import (
    clause_verb,
    lemma,
    lies_ahead,
    modal_of,
    negated,
    noun_phrase,
    passive,
    subjects,
    subtree,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SCORES = {"VERB": 0.75, "NOUN": 0.65}

# PLOVER 2.0: a planned meeting is AGREE, never CONSULT; a cancelled or refused one REJECT.
PLOVER: dict[MeetingState, PloverType] = {
    "proposed": "REQUEST",
    "planned": "AGREE",
    "under way": "CONSULT",
    "held": "CONSULT",
    "postponed": "AGREE",
    "cancelled": "REJECT",
    "refused": "REJECT",
    "broken off": "SANCTION",
}
_WITH = {"with", "alongside"}
_OF_PARTIES = {"between", "among", "of"}
_HOLDING = {
    "hold", "have", "head", "open", "begin", "start", "resume", "continue", "conduct", "attend", "join", "lead", "end",
    "conclude", "schedule", "plan", "host", "enter", "go", "travel", "arrive", "arrange", "convene", "agree", "take",
    "fly", "come", "return", "exchange", "prepare", "expect", "set", "finish", "complete", "launch", "participate",
}  # fmt: skip
_TRANSITIVE = {"meet", "join", "host", "receive", "visit", "phone", "telephone"}
_UPCOMING = {"upcoming", "planned", "subsequent", "next", "forthcoming", "scheduled", "later", "future", "expected"}
_PAST_WORDS = {"last", "previous", "earlier", "past", "recent", "first"}
_STATE_VERBS: dict[str, MeetingState] = {
    "postpone": "postponed",
    "delay": "postponed",
    "cancel": "cancelled",
    "scrap": "cancelled",
    "call": "proposed",
    "propose": "proposed",
    "suggest": "proposed",
    "request": "proposed",
    "seek": "proposed",
    "offer": "proposed",
    "want": "proposed",
    "refuse": "refused",
    "decline": "refused",
    "reject": "refused",
    "suspend": "broken off",
    "break": "broken off",
    "collapse": "broken off",
    "schedule": "planned",
    "plan": "planned",
    "expect": "planned",
    "set": "planned",
    "agree": "planned",
}
_GOVERNED = {"dobj", "nsubj", "nsubjpass", "attr"}
_DECIDING = {"decide", "agree", "plan", "move", "force", "have", "choose"}
_PLACE_PREPOSITIONS = {"in", "at", "outside", "near", "on", "to"}


class Cue(NamedTuple):
    """A row of `en/meeting_cues`."""

    pos: str
    particle: str
    format: MeetingFormat | None


@cache
def cues() -> dict[str, list[Cue]]:
    """Cue words by lemma."""
    found: dict[str, list[Cue]] = {}
    for row in table("en/meeting_cues"):
        pos, _, particle = row["pos"].partition(":")
        format_: MeetingFormat | None = row["format"] or None  # type: ignore[assignment]  # a test checks the vocabulary
        found.setdefault(row["lemma"], []).append(Cue(pos, particle, format_))
    return found


def find_meetings(doc: "Doc", article: Article, mentions: Mentions) -> list[Meeting]:
    """One find for each sentence that tells of a meeting with at least two participants.

    Where one sentence holds several cues of one meeting ("will join X in Geneva for talks"), they make one find.
    """
    parties = Parties(mentions, article)
    found: list[Meeting] = []
    for sentence in doc.sents:
        if sentence.root.dep_ == "gap":
            continue
        drafts = [m for t in sentence if (m := _meeting(t, article, mentions, parties)) is not None]
        found += _merged(drafts)
    return found


def _meeting(token: "Token", article: Article, mentions: Mentions, parties: Parties) -> Meeting | None:
    cue = next((c for c in cues().get(lemma(token), ()) if _fits(token, c)), None)
    if cue is None:
        return None
    verb = token if token.pos_ == "VERB" else clause_verb(token)
    people = _participants(token, verb, parties)
    if len(people) < 2:
        return None
    sentence = token.sent
    time = time_near(sentence, mentions, near=token)
    place = _place(token, verb, mentions)
    told = _state(token, verb, time.start_date if time else None, article)
    if told is None:
        return None
    state, flags = told
    span_tokens = _extent(token, verb, people)
    return Meeting(
        spans=(cut(article.text, *span_tokens),),
        rule=f"meeting.{cue.pos.lower()}.{lemma(token)}",
        score=SCORES[cue.pos],
        flags=flags,
        participants=tuple(_participant(p, mentions) for p in people),
        sides=tuple(dict.fromkeys(p.known_side for p in people if p.known_side)),
        place=place.spans[0].text if place else None,
        geonameid=place.geonameid if place else None,
        start=time.value if time else None,
        format=cue.format or _format(token, people),
        state=state,
        plover=PLOVER[state],
    )


def _fits(token: "Token", cue: Cue) -> bool:
    if token.pos_ != cue.pos or (token.pos_ == "NOUN" and token.dep_ == "compound"):
        return False
    if {c.lower_ for c in token.lefts} & {"news", "press", "photo", "media", "training"}:
        return False
    if lemma(token) == "talk" and token.pos_ == "NOUN":
        return token.tag_ == "NNS"
    if cue.pos == "NOUN" and lemma(token) == "call":
        return any(c.lower_ in _WITH | {"between"} for c in token.children) or "phone" in {
            c.lower_ for c in token.lefts
        }
    if lemma(token) == "join":
        return any(g.lemma_ in {"talk", "meeting", "summit", "negotiation"} for c in token.children for g in c.subtree)
    if cue.particle:
        return any(c.lower_ == cue.particle for c in token.children)
    if lemma(token) in {"speak", "talk", "negotiate", "confer"}:
        with_whom = any(c.lower_ in _WITH or (c.lower_ == "to" and lemma(token) == "speak") for c in token.children)
        return with_whom or any(s.conjuncts for s in subjects(token))
    return True


def _participants(token: "Token", verb: "Token | None", parties: Parties) -> list[Party]:
    """Who meets: "between A and B", "with B" and the subject of the verb, "A-B talks", "A's call with B"."""
    found: list[Party] = []
    own_preps = [c for c in token.children if c.dep_ == "prep"]
    if token.pos_ == "NOUN":
        for child in token.lefts:
            if child.dep_ in {"poss", "compound", "amod", "nmod"}:
                found += [p for t in (*child.subtree,) if (p := _named(t, parties)) is not None]
    between = [g for c in own_preps if c.lower_ in _OF_PARTIES for g in c.children if g.dep_ == "pobj"]
    found += [p for g in between for p in _side_by_side(g, parties)]
    preps = own_preps + ([c for c in verb.children if c.dep_ == "prep"] if verb is not None else [])
    with_whom = [g for c in preps if c.lower_ in _WITH for g in c.children if g.dep_ == "pobj"]
    if lemma(token) == "speak":
        with_whom += [g for c in own_preps if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"]
    others = [p for g in with_whom for p in parties.all_of(g)]
    if verb is not None and not between:
        subject = [p for s in _agents(verb) if s != token for p in _side_by_side(s, parties)]
        if token.pos_ == "VERB" or lemma(verb) in _HOLDING | set(_STATE_VERBS) or _leads_to(token, verb):
            found = subject + found
        if token.pos_ == "VERB" and lemma(verb) in _TRANSITIVE:
            found += [p for c in verb.children if c.dep_ == "dobj" for p in parties.all_of(c)]
    if not found and lemma(token) == "meeting" and token.tag_ == "NNS":
        return []  # "meetings with the queen and the pope": not one meeting of these two
    unique: dict[str, Party] = {}
    for party in found + others:
        unique.setdefault(party.actor, party)
    people = list(unique.values())
    sides = {p.side for p in people if p.actor != p.side}
    return [p for p in people if p.actor != p.side or p.actor not in sides]


def _side_by_side(head: "Token", parties: Parties) -> list[Party]:
    """The parties of a phrase, also where one noun stands for several: "envoys from Ostmark and Varenia"."""
    several = parties.among(head) if head.pos_ == "NOUN" or head.ent_type_ == "ORG" else []
    return several if len(several) > 1 else parties.all_of(head)


def _leads_to(token: "Token", verb: "Token") -> bool:
    """ "said after talks with ...", "exchanged warnings in a call": who acts then is the one who met."""
    at = token
    while at.dep_ in {"pobj", "prep"} and at.head != verb:
        at = at.head
    return at.dep_ == "prep" and at.lower_ in {"after", "before", "during", "in", "at", "for", "following"}


def _named(token: "Token", parties: Parties) -> Party | None:
    return parties.of(token) if token.pos_ in {"PROPN", "ADJ"} else None


def _agents(verb: "Token") -> "list[Token]":
    if passive(verb) and not any(lemma(c) in cues() for c in verb.children if c.dep_ == "xcomp"):
        return [g for c in verb.children if c.dep_ == "agent" for g in c.children]
    return [s.head.head if s.lower_ in {"who", "which"} and s.head.dep_ == "relcl" else s for s in subjects(verb)]


def _participant(party: Party, mentions: Mentions) -> Participant:
    role = next((a.role.text for a in mentions.actors if a.actor == party.actor and a.role), None)
    return Participant(name=party.actor, side=party.known_side, role=role, span=party.span)


def _place(token: "Token", verb: "Token | None", mentions: Mentions) -> Place | None:
    """The place of the meeting: "in Geneva" on the noun, its verb, or on the person who is joined there."""
    heads = [token]
    others = [g for c in token.children if c.lower_ in _WITH | _OF_PARTIES for g in c.children if g.dep_ == "pobj"]
    heads += [t for g in others for t in (g, *g.conjuncts)]  # the parser hangs "in Vienna" on whom they meet
    if verb is not None:
        heads += [verb, *(c for c in verb.children if c.dep_ in {"dobj", "npadvmod"}), *_inner(verb)]
    for head in heads:
        for prep in head.children:
            if prep.dep_ != "prep" or prep.lower_ not in _PLACE_PREPOSITIONS:
                continue
            for pobj in prep.children:
                for place in mentions.places:
                    if pobj.dep_ == "pobj" and place.begins_at <= pobj.idx < place.ends_at:
                        return place
    for child in token.lefts:  # "the Geneva session"
        if child.dep_ in {"compound", "nmod", "poss"}:
            found = [p for p in mentions.places if p.begins_at == child.idx and p.feature == "city"]
            if found:
                return found[0]
    return None


def _inner(verb: "Token") -> "list[Token]":
    """Appositions of the verb's object: the parser hangs "in Geneva" on "minister" in "X, the minister, in Geneva"."""
    return [g for c in verb.children if c.dep_ == "dobj" for g in c.children if g.dep_ == "appos"]


def _state(
    token: "Token", verb: "Token | None", start: str | None, article: Article
) -> tuple[MeetingState, tuple[Flag, ...]] | None:
    """State and flags, by verb, adjective and date: "planned" where it lies ahead of the article.

    None where nothing tells: a meeting mentioned in passing makes no record.
    """
    chain = [verb] if verb is not None else []
    if verb is not None:
        chain += [a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"} and verb.dep_ in {"xcomp", "ccomp", "advcl"}]
    for at in chain:
        if (named := _named_state(at, token)) is not None:
            return named, ("planned",) if named in {"planned", "proposed"} else ()
    modifiers = {c.lower_ for c in token.lefts}
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if modifiers & {"underway", "ongoing", "current"} or after == "underway":
        return "under way", ()
    if verb is not None and (verb == token or (token.head == verb and token.dep_ in _GOVERNED)):
        if negated(verb) or negated(token):
            return ("refused", ("planned",)) if tense(verb) == "future" else ("cancelled", ("negated",))
        if modal_of(verb) == "would" and verb.dep_ == "ccomp":
            return "planned", ("planned",)  # what "will be" becomes in reported speech
        if any(modal_of(v) in {"could", "would", "might", "may", "should"} for v in chain):
            return "proposed", ("hypothetical",)
    if token.dep_ == "pobj" and _stands_before(token.head):
        return "planned", ("planned",)
    published = article.published.date if article.published else None
    ahead = start is not None and published is not None and start > published
    if ahead or modifiers & _UPCOMING or any(lies_ahead(v) for v in chain[:2]):
        return "planned", ("planned",)
    if modifiers & _PAST_WORDS:
        return "held", ()
    if verb is not None and verb == token and verb.tag_ == "VBG" and tense(verb) == "present":
        return "under way", ()
    return ("held", ()) if verb is not None and _took_place(token, verb, start, published) else None


def _named_state(at: "Token", token: "Token") -> MeetingState | None:
    """The state that a verb over the cue names: "postponed", "called for", "called off"."""
    named = _STATE_VERBS.get(lemma(at))
    if named is None or at == token:
        return None
    if any(c.tag_ == "TO" for c in at.children) and lemma(at.head) not in _DECIDING:
        return None  # "urged the premier to cancel the meeting" cancels nothing
    if lemma(at) == "call":
        off = any(c.lower_ == "off" for c in at.children)
        return "cancelled" if off else named if any(c.lower_ == "for" for c in at.children) else None
    return named


def _took_place(token: "Token", verb: "Token", start: str | None, published: str | None) -> bool:
    """Whether the clause tells that it happened: a finite verb of meeting, "held talks", "said after talks"."""
    if verb == token:
        return tense(verb) in {"past", "present"}
    if start is not None and published is not None and start <= published:
        return True
    if tense(verb) != "past":
        return False
    own = token.dep_ in {"nsubj", "nsubjpass", "dobj"} and (lemma(verb) in _HOLDING or token.dep_ != "dobj")
    return own or lemma(verb) in _HOLDING or _leads_to(token, verb)


def _stands_before(prep: "Token") -> bool:
    """ "ahead of the summit", "before the talks"."""
    return prep.lower_ == "before" or (prep.lower_ == "of" and prep.doc[prep.i - 1].lower_ == "ahead")


def _format(token: "Token", people: list[Party]) -> MeetingFormat | None:
    words = {c.lower_ for c in token.subtree}
    if words & {"bilateral"}:
        return "bilateral"
    if words & {"phone", "telephone", "video", "videoconference", "virtual"}:
        return "call"
    if any(p.side in _BODIES for p in people):
        return "multilateral"
    sides = {p.known_side or p.actor for p in people}
    return {2: "bilateral", 3: "trilateral"}.get(len(sides), "multilateral" if len(sides) > 3 else None)  # type: ignore[return-value]


_BODIES = {"NATO", "OSCE", "EU", "UN", "G7", "G20"}


def _extent(token: "Token", verb: "Token | None", people: list[Party]) -> tuple[int, int]:
    """From the first participant in the sentence to the end of the cue's phrase."""
    phrase = noun_phrase(token) if token.pos_ == "NOUN" else token.doc[token.i : token.i + 1]
    sentence = token.sent
    named = [p.span for p in people if p.span and sentence.start_char <= p.span.start < sentence.end_char]
    edges = [phrase.start_char, phrase.end_char, *(s.start for s in named), *(s.end for s in named)]
    if verb is not None and token.pos_ == "VERB":
        edges += [g.idx + len(g) for c in verb.children if c.dep_ in {"prep", "npadvmod"} for g in subtree(c)]
    return min(edges), max(edges)


def _merged(drafts: list[Meeting]) -> list[Meeting]:
    """Meetings of one sentence without those that another one already tells with the same or more people."""
    kept: list[Meeting] = []
    for draft in sorted(drafts, key=lambda m: (-len(m.participants), -m.score, m.begins_at)):
        sides = set(draft.sides)
        if any(sides <= set(k.sides) and k.begins_at < draft.ends_at and draft.begins_at < k.ends_at for k in kept):
            continue
        kept.append(draft)
    return kept
