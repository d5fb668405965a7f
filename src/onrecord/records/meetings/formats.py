"""Formats of a meeting: a call, a visit, of two sides or more; and in what body it is held."""

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Article, Mentions
from onrecord.model.vocabulary import MeetingFormat
from onrecord.records.meetings.clauses import HOSTING, agents, is_mediated
from onrecord.records.meetings.cues import CALLS, WITH, Cue, cue_of, hyphenated, is_hosted, is_noun, wires
from onrecord.records.meetings.venues import carriers
from onrecord.records.parties import Party
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKEN = {"speak", "talk", "converse", "conversation", "discussion", "exchange", "confer", "call"}
_CALL_TITLES = {"call", "calls", "telephone", "phone", "videoconference", "video"}
# "talks with the president of Varenia via video link", and how far behind the meeting this may stand.
_BY_WIRE = re.compile(r"\b(?:via|by|over|through) (?:the |a )?(?:secure )?(?:video|phone|telephone)")
_FAR = 16
# Bodies and formats that are made for meeting; and what any body holds of its own.
_FORUMS = re.compile(
    r"\b(?:Council|Format|Contact Group|Minsk Group|Committee|Consultative Commission|Assembly|Quad|Quartet|Forum|BRICS"
    r"|G\d+|P5(?:\+1)?)(?!\w)"
)
_SESSIONS = {"summit", "session", "conference", "ministerial", "assembly", "council", "meeting"}
# In whose house or on whose call others meet.
_UNDER = {
    "under": {"auspex", "mediation", "aegis", "chairmanship", "patronage"},
    "at": {"invitation", "behest"},
    "through": {"mediation"},
}
_WITHIN = {"in", "within", "at", "under", "through"}


def format_of(
    token: "Token", verb: "Token | None", cue: Cue, people: list[Party], article: Article, mentions: Mentions
) -> MeetingFormat | None:
    """By the cue, words such as "by phone", a title that names a call, a body's own summit, else by how many sides."""
    near = {c.lower_ for c in token.subtree} if is_noun(token) else set()
    if verb is not None:
        near |= {g.lower_ for c in verb.children if c.dep_ in {"prep", "advmod", "dobj"} for g in (c, *c.children)}
    sides = {p.known_side for p in people if p.known_side}
    behind = token.doc[token.i : min(token.i + _FAR, token.sent.end)].text.casefold()
    if (
        near & CALLS
        or (verb == token and wires(token))
        or (is_noun(token) and _BY_WIRE.search(behind))
        or (_is_own_word(token, verb) and _is_of_call(article))
    ):
        return "call"
    held = [cue_of(c) for c in token.children if c.dep_ == "dobj" and is_hosted(token, c)]
    if any(of is not None and of.format == "call" for of in held):
        return "call"
    if lemma(token) == "host" and len(sides) > 1 and _hosts_others(token, people):
        return "hosted by a third party"
    third = is_noun(token) and _has_third(token, verb, people)
    if len(sides) > 1 and (third or _is_under_third(token, verb, people, mentions)):
        return "hosted by a third party"
    if cue.format is not None and not (held and len(sides) > 2):
        return cue.format
    if "bilateral" in near:
        return "bilateral"
    if (
        _is_of_body(token, people)
        or _has_group(people)
        or "allies" in sides
        or (lemma(token) == "summit" and not _is_of_two(token) and _names_body(token, people))
    ):
        return "multilateral"
    if "trilateral" in near:
        return "trilateral"
    meeting = len(sides) if len(sides) > 1 else len({p.side for p in people})
    return {2: "bilateral", 3: "trilateral"}.get(meeting, "multilateral" if meeting > 3 else None)  # type: ignore[return-value]


def forum_of(token: "Token", verb: "Token | None", mentions: Mentions) -> str | None:
    """The body or format in which it is held: "a NATO summit", "talks in the Normandy Format", "the Council met"."""
    sentence = token.sent
    for actor in mentions.actors:
        inside = sentence.start_char <= actor.begins_at < sentence.end_char
        words = token.doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand") if inside else None
        if words is None or actor.actor is None or actor.type != "organisation":
            continue
        name, above = words.root, words.root.head
        made_for_it = is_forum(actor.actor)
        own = name.dep_ in {"compound", "nmod", "amod", "poss"} and above == token
        of = name.dep_ == "pobj" and above.lower_ == "of" and above.head == token
        with_others = any(c.lower_ in {"with", "between"} for c in token.children)
        session = lemma(token) in _SESSIONS and not with_others and not _is_of_two(token)
        if is_noun(token) and (own or of) and (session or made_for_it):
            return actor.actor
        within = name.dep_ == "pobj" and above.lower_ in _WITHIN and above.head in {*carriers(token, verb)}
        meets = verb == token and name.dep_ == "nsubj" and above == token
        if made_for_it and (within or meets):
            return actor.actor
    return None


def is_forum(actor: str) -> bool:
    """Whether the body or format is made for its members to meet: "NATO-Russia Council", "G7"."""
    return _FORUMS.search(actor) is not None


def _has_third(token: "Token", verb: "Token | None", people: list[Party]) -> bool:
    """ "Vienna will host the talks of A and B", "talks mediated by Lorvane", "Lorvane-brokered talks"."""
    hosts = [h for c in token.rights if c.dep_ == "acl" and lemma(c) in HOSTING for h in agents(c)]
    if any(is_mediated(c) for c in token.lefts) and not hosts:
        return True
    if verb is not None and token.head == verb and lemma(verb) in HOSTING:
        hosts += agents(verb)
    spans = [p.span for p in people if p.span is not None]
    return bool(hosts) and not any(s.start <= h.idx < s.end for h in hosts for s in spans)


def _is_under_third(token: "Token", verb: "Token | None", people: list[Party], mentions: Mentions) -> bool:
    """ "Met under the auspices of Lorvane", "at the invitation of the Union", which do not meet themselves."""
    phrases = (c for h in {token, verb or token} for c in h.children if c.dep_ == "prep" and c.lower_ in _UNDER)
    heads = [g for c in phrases for g in c.children if lemma(g) in _UNDER[c.lower_]]
    whose = [w for h in heads for w in (*h.lefts, *(g for c in h.children if c.lower_ == "of" for g in c.children))]
    named = [a for a in mentions.actors if a.actor and any(a.begins_at <= w.idx < a.ends_at for w in whose)]
    known = all(a.type in {"state", "organisation"} and a.rule != "organisation by its name" for a in named)
    return bool(named) and known and {a.actor for a in named}.isdisjoint(p.side for p in people)


def _hosts_others(token: "Token", people: list[Party]) -> bool:
    """ "Vienna hosted talks between the two": all who meet stand behind."""
    held = any(c.dep_ == "dobj" and is_noun(c) and cue_of(c) is not None for c in token.children)
    return held and all(p.span is not None and p.span.start > token.idx for p in people)


def _is_own_word(token: "Token", verb: "Token | None") -> bool:
    """A word for speaking that the clause is about, and not somebody's other talks."""
    if lemma(token) == "conversation" and any(c.lower_ == "the" for c in token.lefts):
        return not any(c.lower_ in WITH for c in token.children)
    about = verb is not None and (verb == token or (token.head == verb and verb.dep_ in {"ROOT", "conj", "ccomp"}))
    return (
        about and token.dep_ != "pobj" and lemma(token) in _SPOKEN and not any(c.dep_ == "poss" for c in token.children)
    )


def _is_of_call(article: Article) -> bool:
    """Whether the article's title says that it reports a call."""
    title = set((article.title or "").casefold().split())
    return bool(_CALL_TITLES & title) and "press" not in title


def _is_of_body(token: "Token", people: list[Party]) -> bool:
    """ "the NATO summit", "a session of the council", "talks alongside NATO"."""
    if any(c.lower_ == "alongside" for c in token.children):
        return True
    if _is_of_two(token):
        return False
    own = [c for c in token.lefts if c.dep_ in {"compound", "nmod", "amod"}]
    bodies = [p.span for p in people if p.span and not p.person and _is_body(p.side)]
    return is_noun(token) and any(s.start <= c.idx < s.end for c in own for s in bodies)


def _names_body(token: "Token", people: list[Party]) -> bool:
    """Whether the phrase of the meeting names the body: "the summit of the EU", but not "the EU held a summit"."""
    first, last = token.left_edge.idx, token.right_edge.idx
    bodies = [p.span for p in people if p.span is not None and p.known_side and _is_body(p.known_side)]
    return any(first <= s.start <= last for s in bodies)


def _is_of_two(token: "Token") -> bool:
    """ "the EU-Varenia summit", "a summit between the EU and Varenia"."""
    return hyphenated(token) or any(c.lower_ == "between" for c in token.children)


def _has_group(people: list[Party]) -> bool:
    """Several whom nobody names: "other leaders", "her counterparts of the G7"."""
    groups = [p for p in people if p.is_unnamed]
    return any(
        "leaders" in p.actor if p.known_side is None else (_is_body(p.side) and "counterparts" in p.actor)
        for p in groups
    )


def _is_body(side: str) -> bool:
    """Whether the side is no state: an organisation, a group of states, a party."""
    return len(side) > 2 or side in _organisations()


@cache
def _organisations() -> frozenset[str]:
    return frozenset(row["id"] for row in table("en/organisations"))
