"""Who was heard so far while the speakers of an article are resolved, and who turned out to be whom."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.mentions.source_nouns import Source, described
from onrecord.mentions.speakers.holders import holder
from onrecord.mentions.speakers.people import People
from onrecord.mentions.speakers.pronouns import Choice
from onrecord.mentions.speakers.transcript import Transcript
from onrecord.mentions.turns import is_label
from onrecord.model import Attribution, Span, Speaker
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_ANOTHER = re.compile(r" (?:of|for|to|from|in|at|with) ")


class Heard:
    """Who was heard so far while the speakers of an article are resolved, and who turned out to be whom."""

    def __init__(self, people: People, transcript: Transcript, choices: Mapping[int, Choice]) -> None:
        self.people, self.transcript = people, transcript
        self.choices = choices
        """Whom each "he" and "she" stands for, by token index."""
        self._said: dict[str, tuple[Attribution, Speaker]] = {}
        self._by_paragraph: dict[int, list[Speaker]] = {}
        self._same: dict[str, str] = {}
        """Descriptions by the person they turned out to be."""
        self._they: dict[int, Speaker] = {}

    def note(self, attribution: Attribution, speaker: Speaker) -> None:
        """Remember who spoke in the paragraph, for quotations without a source."""
        if attribution.id:
            self._said[attribution.id] = attribution, speaker
        if attribution.parent is None and attribution.content and (attribution.source or speaker.actor):
            self._by_paragraph.setdefault(self.people.paragraph(attribution.content[0].start), []).append(speaker)

    def note_same(self, source: Source, who: str) -> None:
        """Remember whom a description stands for: "the envoy" is Ana Berg from now on."""
        if source.actor is not None and source.actor.actor is not None:
            self._same[source.actor.actor] = who

    def note_they(self, pronouns: Iterable[int], speaker: Speaker) -> None:
        """Remember for whom each "they" stands."""
        self._they.update(dict.fromkeys(pronouns, speaker))

    def they(self, at: int) -> Speaker | None:
        """For whom that "they" stands, if it was asked before."""
        return self._they.get(at)

    def id_of(self, who: str) -> str:
        """The person whom a description or another spelling stands for, else who is asked for."""
        return self.people.id_of(self._same.get(who, who))

    def of_person(self, who: str) -> Speaker:
        """A person or unnamed source by id."""
        return self.people.of_person(self.id_of(who))

    def said(self) -> Collection[tuple[Attribution, Speaker]]:
        """What was said and by whom, as far as it is known by now."""
        return self._said.values()

    def last(self, offset: int) -> Speaker | None:
        """The one speaker of the paragraph so far, else of the one before; none where several spoke there."""
        here = self.people.paragraph(offset)
        for paragraph in (here, here - 1):
            speakers = {s.actor: s for s in self._by_paragraph.get(paragraph, ())}
            if speakers:
                only = next(iter(speakers.values()))
                return only if len(speakers) == 1 and only.actor is not None else None
        return None

    def around(self, attribution: Attribution, span: Span) -> Speaker | None:
        """Speaker of the innermost quotation or transcript turn above the attribution that holds the span."""
        at, seen = attribution, {attribution.id}
        while at.parent is not None and at.parent not in seen and at.parent in self._said:
            seen.add(at.parent)
            at, speaker = self._said[at.parent]
            quotation = self.people.layout.quotation_at(span.start)
            quoted = quotation is not None and any(c.start <= quotation.start < c.end for c in at.content)
            if quoted or is_label(at):
                return speaker
        turn = self.transcript.turn(attribution)
        return self._said[turn.id][1] if turn is not None and turn.id in self._said else None

    def holder(self, head: "Token", attribution: Attribution | None = None) -> str | None:
        """Of several holders of an office the one meant, for a source also by who spoke around or before it."""
        if attribution is None:
            return holder(self.people, head, self.id_of)
        _, around = self._said.get(attribution.parent or "", (None, None))
        last = self.last(head.idx)
        return holder(
            self.people,
            head,
            self.id_of,
            side=around.affiliation if around is not None else None,
            last=last.actor if last is not None else None,
        )

    def is_another(self, who: str, head: "Token", *, goes_on: bool = False) -> bool:
        """Whether "the candidate" can be somebody else: who held the office before, or who was named since the words
        of `who` began; where another quotation goes on before "the candidate said", only outside the marks."""
        held = {w for w, at in self.people.holders.get(lemma(head), {}).items() if at < head.i}
        said = (a.begins_at for a, s in self.said() if s.actor == who and a.parent is None and a.ends_at <= head.idx)
        since = max(said, default=0)
        since_then = ((at, w) for at, w in self.people.persons_before(head.idx) if at >= since)
        quotation_at = self.people.layout.quotation_at
        named = {self.id_of(w) for at, w in since_then if not goes_on or quotation_at(at) is None}
        return who not in held if held else bool(named - {who})

    def is_nearest(self, who: str, head: "Token") -> bool:
        """Whether of those in the same office, or heard and in none that is known, the person was mentioned last."""
        held = self.people.holders.get(lemma(head), {})
        heard = {s.actor for s in self._speakers() if s.role is None}
        before = (self.id_of(w) for _, w in self.people.persons_before(head.idx))
        return next((w for w in before if w in held or w in heard), None) == who

    def is_described_before(self, source: Source) -> bool:
        """Whether people without a name were described so before: "an envoy said ... the envoy"."""
        actor = source.actor
        if actor is None or actor.type != "unnamed" or actor.actor is None or actor.actor in self._same:
            return False
        return self.people.is_mentioned_before(actor.actor, source.span)

    def described_by(self, source: Source) -> str | None:
        """The one unnamed source before whose description ends with the words: "the Telle clerk ... the clerk"."""
        words = described(self.people.doc, source)
        unnamed = {s.actor for s in self._speakers() if s.type == "unnamed" and s.actor}
        whole = ((who, _OF_ANOTHER.split(who)[0]) for who in unnamed)  # not "the lawyer for the victim ... the victim"
        found = [who for who, own in whole if own.endswith((f" {words}", f":{words}"))]
        return found[0] if len(found) == 1 else None

    def _speakers(self) -> Iterator[Speaker]:
        return (speaker for speakers in self._by_paragraph.values() for speaker in speakers)
