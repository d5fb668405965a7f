"""Through how many hands the words came: the outlet heard them, or somebody who told it, or another outlet."""

from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.circumstances.cues import cue_heads
from onrecord.mentions.circumstances.settings import programme_at
from onrecord.mentions.sourcing.own_outlet import is_own_outlet
from onrecord.model import Actor, Article, Attribution, Span
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# "told the Courier", "on the Courier", "in an interview with the Courier", "as quoted by the Courier".
_BY_WAY = {"to", "with", "on", "by", "for", "via", "through"}
# "wrote in the Courier"
_IN_PRINT = {"in"}
# "told the Courier's Ana Berg", "in a Courier interview", "told Courier TV host ...": with a name or one of these.
_OF_OUTLETS = {
    "interview", "anchor", "host", "reporter", "correspondent", "journalist", "presenter", "station", "show",
    "programme", "program", "podcast", "column", "op-ed", "article", "piece", "essay", "channel", "radio",
}  # fmt: skip
_CARRYING = {"pobj", "dobj", "iobj", "dative"}
_WRITING = {"write", "put", "publish", "argue", "note", "op-ed", "column", "article", "essay", "piece"}
_ARTICLED = frozenset(
    name for row in table("en/outlets") for name in (row["id"], *row["names"].split("|")) if name.startswith("The ")
)
_ADDING = {"added", "adding", "adds", "continued", "continues", "concluded", "explained", "elaborated"}
_WROTE = {"wrote", "writes", "argued", "noted"}
_IN_WRITING = {"wrote", "writes", "put", "puts"}
# How far from the cue, in tokens, the outlet may stand.
REACH = 100
_HOSTS = {"host", "anchor", "presenter", "co-host", "moderator"}
_LASTING = {"interview"}


def count_relays(
    doc: "Doc", article: Article, attributions: "Sequence[Attribution]", actors: ActorIndex
) -> list[Attribution]:
    """The attributions with `relays`: 1 where the outlet hears the source, one more for each layer between.

    Layers are each attribution above, and another outlet by way of which the words came ("told the Courier"), also
    where the talk with it goes on in later sentences.
    """
    by_id = {a.id: a for a in attributions}
    outlets = _Outlets(doc, article, actors)
    talk: Attribution | None = None
    told: Attribution | None = None
    own: dict[str, int] = {}
    for a in sorted(attributions, key=lambda a: a.begins_at):
        if by_way := outlets.between(a, by_id.get(a.parent or "")):
            talk = a if a.setting in _LASTING else talk
        elif a.parent is None and talk is not None and a.setting == talk.setting:
            by_way = _may_be_same(a, talk)
        if a.parent is None and a.source:
            by_way = by_way or (told is not None and _adds(a, told))
            told = a if by_way else None
        own[a.id] = 1 + int(by_way)
    return [
        a
        if a.sourcing is None
        else msgspec.structs.replace(
            a, sourcing=msgspec.structs.replace(a.sourcing, relays=sum(own[x.id] for x in _line(a, by_id)))
        )
        for a in attributions
    ]


def _line(attribution: Attribution, by_id: dict[str, Attribution]) -> "Iterator[Attribution]":
    """The attribution and all above it; a circle ends where it began."""
    seen: set[str] = set()
    at: Attribution | None = attribution
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = by_id.get(at.parent or "")


def _may_be_same(a: Attribution, b: Attribution) -> bool:
    """Whether one person may have said both: the same, or one of the two is not known by name."""
    actors = [x.speaker.actor for x in (a, b) if x.speaker is not None and x.speaker.type != "unnamed"]
    return len({who for who in actors if who is not None}) < 2


def _told_or_written_for(token: "Token") -> str | None:
    """The paper whose name alone may be another's: "told the Guardian", "wrote in the Atlantic"."""
    name = f"The {token.doc[token.left_edge.i : token.i + 1].text.removeprefix('the ')}"
    if token.doc[token.left_edge.i].lower_ != "the" or name not in _ARTICLED:
        return None
    told = token.dep_ in {"dobj", "dative"} and lemma(token.head) == "tell"
    written = token.dep_ == "pobj" and token.head.lower_ in {"in", "for"} and lemma(token.head.head) in _WRITING
    return name if told or written else None


def _has_outlet_name(token: "Token") -> bool:
    """ "Harbour News", "Telle TV": a name of several words that ends like one of an outlet."""
    named = token.i > token.left_edge.i and token.nbor(-1).text[:1].isupper()
    return named and token.ent_type_ == "ORG" and token.text in words("en/outlet_words")


def _adds(a: Attribution, told: Attribution) -> bool:
    """Whether who spoke by way of an outlet just before adds to that: "wrote in the Courier ... She added"."""
    who = [x.speaker.actor for x in (told, a) if x.speaker is not None]
    cue = {w for c in a.cue for w in c.text.casefold().split()}
    written = any(_IN_WRITING & set(c.text.casefold().split()) for c in told.cue)
    return (
        len(who) == 2
        and who[0] is not None
        and who[0] == who[1]
        and a.addressee is None
        and a.setting in {None, told.setting}
        and bool(cue & (_ADDING | (_WROTE if written else set())))
    )


def _around(cue: "Token") -> "Tokens":
    """The cue's sentence, as far as an outlet may stand from it."""
    sentence = cue.sent
    return cue.doc[max(sentence.start, cue.i - REACH) : min(sentence.end, cue.i + REACH)]


class _Outlets:
    """Where other outlets stand in the article."""

    def __init__(self, doc: "Doc", article: Article, actors: ActorIndex) -> None:
        self.doc, self.article, self.actors = doc, article, actors
        self.hosts: set[str] = set()

    def between(self, attribution: Attribution, parent: Attribution | None) -> bool:
        """Whether the words came by way of another outlet named in the cue's clause, or the source is its host."""
        if attribution.sourcing is not None and attribution.sourcing.level == "other outlet":
            return True
        if self._is_host(attribution) or any(self._carries(t) for t in self._beside(attribution, parent)):
            return True
        return parent is None and any(programme_at(v, attribution) for v in cue_heads(self.doc, attribution))

    def _beside(self, attribution: Attribution, parent: Attribution | None) -> "Iterator[Token]":
        """Tokens of the cue's sentence outside content and source, inside the content that holds the attribution."""
        inside = (*attribution.content, *attribution.source)
        within = parent.content if parent is not None else ()
        for cue in attribution.cue[:1]:
            tokens = self.doc.char_span(cue.start, cue.end, alignment_mode="expand")
            for token in _around(tokens[0]) if tokens is not None else ():
                held = parent is None or any(s.start <= token.idx < s.end for s in within)
                if held and not any(s.start <= token.idx < s.end for s in inside):
                    yield token

    def _carries(self, token: "Token") -> bool:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ not in _CARRYING:
            return False
        by_way = token.dep_ != "pobj" or token.head.lower_ in _BY_WAY
        in_print = token.dep_ == "pobj" and token.head.lower_ in _IN_PRINT
        if not (by_way or in_print):
            return False
        of_outlet = token.ent_type_ == "PERSON" or lemma(token) in _OF_OUTLETS
        if of_outlet and any(self._is_other(c) for c in token.lefts if c.dep_ in {"compound", "poss", "nmod"}):
            given = token.dep_ != "dobj" or lemma(token.head) in {"tell", "inform", "give"}
            return given and (by_way or token.ent_type_ != "PERSON")
        return self._is_other(token) or (by_way and any(self._is_other(c) for c in token.children if c.dep_ == "appos"))

    def _is_other(self, token: "Token") -> bool:
        actor = self.actors.at(token)
        if actor is None and (name := _told_or_written_for(token)) is not None:
            return not is_own_outlet(self.article, name, None)
        if actor is None or actor.type == "organisation":
            name = token.doc[token.left_edge.i : token.i + 1].text
            return _has_outlet_name(token) and not is_own_outlet(self.article, name, None)
        return actor.type == "outlet" and not self._is_own(actor)

    def _is_own(self, actor: Actor) -> bool:
        return is_own_outlet(self.article, actor.spans[0].text, actor)

    def _is_host(self, attribution: Attribution) -> bool:
        """ "Courier TV host Ana Berg", and Berg after that."""
        who = attribution.speaker.actor if attribution.speaker is not None else None
        if who in self.hosts:
            return True
        if not any(self._names_host(s) for s in attribution.source):
            return False
        if who is not None:
            self.hosts.add(who)
        return True

    def _names_host(self, source: Span) -> bool:
        tokens = self.doc.char_span(source.start, source.end, alignment_mode="expand")
        if tokens is None:
            return False
        other = any(self._is_other(t) and t.dep_ in {"compound", "poss", "nmod"} for t in tokens)
        possessed = any(t.dep_ == "poss" and self._is_other(t) and t.head.pos_ == "PROPN" for t in tokens)
        return other and (possessed or any(lemma(t) in _HOSTS for t in tokens))
