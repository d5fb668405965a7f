"""Sourcing once speakers are known: that of whom a pronoun or label stands for, and through whom the words came."""

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.offices_held import Offices
from onrecord.mentions.source_nouns import Source, read_source, source_at
from onrecord.mentions.sourcing import sourcing_of
from onrecord.mentions.sourcing.relays import count_relays
from onrecord.mentions.turns import is_label
from onrecord.model import Actor, Article, Attribution, Layout, Sourcing, Speaker, cut
from onrecord.syntax import lemma, noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

# How far back, in tokens, the subject may stand that a pronoun goes on with.
REACH = 150
_ONE = {"he", "she", "his", "her", "him", "himself", "herself"}
_MANY = {"they", "their", "them", "themselves"}
_THING = {"it", "its", "itself"}
_SPEAKER_SELF = {"i", "me", "my", "mine", "myself"}
_SPEAKER_SIDE = {"we", "us", "our", "ours", "ourselves"}
# With these "we" is whoever speaks; what else "we" did or want, the side of the speaker did.
_OF_THE_MIND = {"think", "believe", "feel", "guess", "suppose", "hope", "know", "remember"}
_BODIES = {"state", "institution", "organisation", "group", "party", "outlet"}
_PAIRS = {"leader", "president", "minister", "man", "woman", "counterpart", "secretary", "chancellor", "premier"}
_HEADS = {"president", "leader", "head"}
# Of speakers whose words tell nothing about them.
_LEVELS = {"organisation": Sourcing(level="office"), "unnamed": Sourcing(level="specific unnamed", number=1)}
_PLURAL_WORDS = {"two": 2, "both": 2, "three": 3}
# Persons that "the two leaders" may mean stand at most this many tokens before.
PAIR_REACH = 300


def resolve_sourcing(
    doc: "Doc", article: Article, layout: Layout, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]
) -> list[Attribution]:
    """The attributions with the level of whom a pronoun, label or back-reference stands for, and with their relays.

    "Berg met the envoys. She said ...": `named`. "... told the Harbour Courier" in another paper: two relays.
    A pronoun that could stand for nobody in the text keeps no sourcing.
    """
    in_order = sorted(attributions, key=lambda a: (a.begins_at, -a.ends_at))
    first: dict[str, Sourcing] = {}
    for a in in_order:
        if a.speaker is not None and a.speaker.actor is not None and a.sourcing is not None and a.source:
            first.setdefault(a.speaker.actor, a.sourcing)
    within = _Within(doc, article, layout, actors, first)
    known: dict[str, Attribution] = {}
    for a in in_order:
        known[a.id] = within.resolved(a, known.get(a.parent or ""))
    return count_relays(doc, article, _same_reasons([known[a.id] for a in attributions]), within.index)


def _same_reasons(attributions: list[Attribution]) -> list[Attribution]:
    """Closeness and reason for anonymity, given at one mention of an unnamed source, hold at its others."""
    given: dict[str, tuple[str | None, str | None]] = {}
    for a in attributions:
        if (who := _unnamed(a)) is not None and a.sourcing is not None:
            closeness, reason = given.get(who, (None, None))
            given[who] = closeness or a.sourcing.closeness, reason or a.sourcing.anonymity_reason
    completed: list[Attribution] = []
    for a in attributions:
        closeness, reason = given.get(_unnamed(a) or "", (None, None))
        if a.sourcing is not None and (closeness or reason):
            own = a.sourcing
            sourcing = msgspec.structs.replace(
                own, closeness=own.closeness or closeness, anonymity_reason=own.anonymity_reason or reason
            )
            a = msgspec.structs.replace(a, sourcing=sourcing)
        completed.append(a)
    return completed


def _unnamed(attribution: Attribution) -> str | None:
    speaker = attribution.speaker
    return speaker.actor if speaker is not None and speaker.type == "unnamed" else None


class _Within:
    """The article in which sourcing is resolved."""

    def __init__(
        self, doc: "Doc", article: Article, layout: Layout, actors: tuple[Actor, ...], first: dict[str, Sourcing]
    ) -> None:
        self.doc, self.article, self.layout = doc, article, layout
        self.index = ActorIndex(actors)
        self.offices = Offices(doc, article, actors)
        self.persons = {a.actor for a in actors if a.type == "person" and a.actor}
        self.labels: list[Sourcing] = []
        """Those of the labelled turns so far, questions left out."""
        self.first = first
        """The first sourcing of each speaker."""
        self.named_at = sorted((a.begins_at, a.actor) for a in actors if a.type == "person" and a.actor)

    def resolved(self, attribution: Attribution, parent: Attribution | None) -> Attribution:
        """The attribution with its own sourcing, or that of whom its source stands for."""
        attribution = msgspec.structs.replace(attribution, sourcing=self._of_speaker(attribution))
        return msgspec.structs.replace(attribution, sourcing=self._sourcing(attribution, parent))

    def _sourcing(self, attribution: Attribution, parent: Attribution | None) -> Sourcing | None:
        own, speaker = attribution.sourcing, attribution.speaker
        if "question" in attribution.flags:
            if speaker is not None and speaker.type == "person":
                return Sourcing(level="named", named=True, text=attribution.source[0].text, number=1)
            return Sourcing(level="vague unnamed", text=attribution.source[0].text, number=1)
        if is_label(attribution) and own is not None and (before := _worded(own, attribution)) is not None:
            self.labels.append(before)
        if own is not None and own.level in {"document", "other outlet", "own voice"}:
            return own
        if speaker is not None and (named := self._named(own, speaker)) is not None:
            return _worded(named, attribution)
        source = read_source(self.doc, attribution, self.index)
        if source is None:
            return own
        if source.kind == "pronoun":
            return _worded(self._of_pronoun(attribution, source, parent) or own, attribution)
        if own is not None and self._is_named_pair(source):
            return msgspec.structs.replace(own, level="named", named=True)
        return own

    def _of_speaker(self, attribution: Attribution) -> Sourcing | None:
        """That of the speaker's first mention, where the source says less: a label, a pronoun."""
        own, speaker = attribution.sourcing, attribution.speaker
        if speaker is None or speaker.type == "person":
            return own
        first = self.first.get(speaker.actor or "")
        if own is not None and speaker.type == "unnamed" and is_label(attribution):
            return msgspec.structs.replace(own, number=1, level="specific unnamed")
        if own is None or speaker.rule in {"speaker.label", "speaker.carried", "speaker.name"}:
            return _worded(first or _LEVELS.get(speaker.type or ""), attribution) or own
        if first is None or speaker.type != "unnamed":
            return own
        level = first.level if own.level == "vague unnamed" else own.level
        return msgspec.structs.replace(own, level=level, affiliation=own.affiliation or first.affiliation)

    def _named(self, own: Sourcing | None, speaker: Speaker) -> Sourcing | None:
        """A person, or several people all of whom the article names."""
        together = speaker.type == "group"
        if speaker.type != "person" and not (speaker.candidates and set(speaker.candidates) <= self.persons):
            return None
        number = (own.number if own else None) or (None if together else 1)
        if together and number == 1:
            number = len(speaker.candidates) or None
        affiliation = (own.affiliation if own else None) or speaker.affiliation
        return Sourcing(level="named", named=True, number=number, affiliation=affiliation)

    def _of_pronoun(self, attribution: Attribution, source: Source, parent: Attribution | None) -> Sourcing | None:
        word = source.span.text.casefold()
        speaker = attribution.speaker
        above = parent.sourcing if parent is not None else None
        if word in _SPEAKER_SELF and (speaker is None or speaker.type != "state"):
            return msgspec.structs.replace(above or Sourcing(level="named", named=True), number=1)
        if word in _SPEAKER_SIDE:
            return self._of_side(attribution, parent)
        if word == "you" and parent is not None and is_label(parent):
            return next((s for s in reversed(self.labels) if s.text != parent.source[0].text), attribution.sourcing)
        if speaker is not None and speaker.type == "outlet":
            return Sourcing(level="other outlet", affiliation=speaker.actor)
        if speaker is not None and speaker.type in _BODIES and speaker.actor is not None:
            return Sourcing(level="office", affiliation=speaker.affiliation or speaker.actor)
        if word in _ONE | _MANY | _THING:
            before = self._before(attribution, source, word)
            if before is not None and before.number is None and word in _ONE:
                before = msgspec.structs.replace(before, number=1)
            return before or attribution.sourcing
        return attribution.sourcing

    def _of_side(self, attribution: Attribution, parent: Attribution | None) -> Sourcing | None:
        """ "We have offered help", said by an official: the government; "we think so": the speaker.

        In a text that nobody is quoted in, "we" are the authors of a statement.
        """
        if parent is None or parent.sourcing is None:
            return attribution.sourcing or Sourcing(level="office")
        spoken_for = parent.speaker is not None and (parent.speaker.affiliation or parent.speaker.type != "person")
        cue = {w for s in attribution.cue for w in s.text.casefold().split()}
        if spoken_for and not cue & _OF_THE_MIND:
            return Sourcing(level="office", affiliation=parent.speaker.affiliation if parent.speaker else None)
        return msgspec.structs.replace(parent.sourcing, number=None)

    def _before(self, attribution: Attribution, source: Source, word: str) -> Sourcing | None:
        """That of the last subject that fits the pronoun."""
        for token in self._subjects_before(source.at):
            found = source_at(token, cut(self.article.text, *_bounds(token)), self.index)
            if not _fits(word, token, found):
                continue
            sourcing = sourcing_of(self.doc, self.article, attribution, found, self.index, self.offices)
            if sourcing is None or sourcing.level in {"none", "own voice"}:
                continue
            if self._is_named_pair(found):
                return msgspec.structs.replace(sourcing, level="named", named=True)
            return sourcing
        return None

    def _subjects_before(self, at: int) -> "Iterator[Token]":
        """Subjects before the token, the nearest first, those of the token's own quotation or outside quotations."""
        within = self.layout.quotation_at(self.doc[at].idx)
        for i in range(at - 1, max(-1, at - REACH), -1):
            token = self.doc[i]
            if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"}:
                around = self.layout.quotation_at(token.idx)
                if around is None or around == within:
                    yield token

    def _is_named_pair(self, source: Source) -> bool:
        """ "the two leaders" where the text before has named two."""
        head = self.doc[source.at]
        left = {c.lower_ for c in head.lefts}
        alone = 2 if lemma(head) in _HEADS else None  # "the presidents"
        count = next((n for word, n in _PLURAL_WORDS.items() if word in left), alone)
        definite = left & {"the", "both"}
        if head.lower_ in {"two", "both"} and (definite or head.lower_ == "both"):
            return self._named_before(head) >= 2
        if count is None or not definite or lemma(head) not in _PAIRS | _HEADS or head.tag_ != "NNS":
            return False
        if any(c.dep_ in {"amod", "compound", "poss", "nmod"} for c in head.lefts):
            return False
        return self._named_before(head) >= count

    def _named_before(self, head: "Token") -> int:
        """How many persons the text near before has named."""
        start = self.doc[max(0, head.i - PAIR_REACH)].idx
        low, high = (bisect_left(self.named_at, at, key=itemgetter(0)) for at in (start, head.idx))
        return len({who for _, who in self.named_at[low:high]})


def _bounds(token: "Token") -> tuple[int, int]:
    phrase = noun_phrase(token)
    return (phrase.start_char, phrase.end_char) if len(phrase) else (token.idx, token.idx + len(token.text))


def _fits(word: str, token: "Token", found: Source) -> bool:
    """Whether the pronoun can stand for the subject: he for a person, they for several or a body, it for a thing."""
    plural = token.tag_ in {"NNS", "NNPS"} or any(t.i > token.i for t in token.conjuncts)
    if word in _ONE:
        return not plural and found.kind in {"person", "role", "vague", "spokesperson"}
    if word in _THING:
        return not plural and found.kind in {"body", "document", "outlet"}
    return found.kind == "body" or (plural and found.kind in {"person", "role", "vague", "crowd", "spokesperson"})


def _worded(sourcing: Sourcing | None, attribution: Attribution) -> Sourcing | None:
    if sourcing is None or not attribution.source:
        return sourcing
    return msgspec.structs.replace(sourcing, text=attribution.source[0].text)
