"""What is known about the people of one article while its speakers are resolved."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.labels import is_label
from onrecord.mentions.pronouns import Mention, contradicts, gender_of, resolve_pronouns
from onrecord.mentions.sources import Source, named_actor
from onrecord.model import Actor, Article, Attribution, Layout, Sourcing, Span, Speaker, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of several people whom "the official" fits: the only one mentioned at most this many paragraphs before.
NEAR_PARAGRAPHS = 1
_SPELLED = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "adm.": "admiral",
    "col.": "colonel", "prof.": "professor", "amb.": "ambassador", "congressman": "representative",
}  # fmt: skip
_OFFICES = {"president", "premier", "chancellor", "minister", "secretary", "governor", "king", "pope", "mayor"}
_IN_TITLES = {"compound", "nmod", "appos", "attr"}
_RANKS = {"vice", "deputy", "assistant", "former", "ex", "acting"}


class People:
    """What is known about the people of one article while its speakers are resolved."""

    def __init__(
        self,
        doc: "Doc",
        article: Article,
        layout: Layout,
        attributions: tuple[Attribution, ...],
        actors: tuple[Actor, ...],
    ) -> None:
        self.doc, self.article, self.layout = doc, article, layout
        self.by_id = {a.id: a for a in attributions if a.id}
        self.index = ActorIndex(actors)
        self.persons: dict[str, Actor] = {}
        self.holders: dict[str, dict[str, int]] = {}
        """Persons by the last word of their office, with a mention that gives it."""
        self.mentions: dict[str, list[Span]] = {}
        """Where each actor stands, in the order of the text."""
        for actor in sorted(actors, key=lambda a: a.begins_at):
            if actor.actor is not None:
                self.mentions.setdefault(actor.actor, []).extend(actor.spans)
        self._sources = sorted((s.start, s.end) for a in attributions for s in a.source)
        self.choices = resolve_pronouns(
            doc, layout, [*(m for a in actors for m in self._mention(a)), *self._strangers()]
        )
        titles = [p for p in layout.paragraphs if p.role == "headline"]
        self.headline = frozenset(
            who
            for who, spans in self.mentions.items()
            if any(t.start <= s.start < t.end for t in titles for s in spans)
        )
        self.heard: dict[int, list[Speaker]] = {}
        self._starts = [p.start for p in layout.paragraphs]
        self._said: dict[str, tuple[Attribution, Speaker]] = {}
        self._wordings: dict[str, tuple[Span, ...]] = {}
        self.sourcing: dict[str, Sourcing] = {}
        """The first sourcing of each speaker."""

    def _mention(self, actor: Actor) -> list[Mention]:
        if actor.type not in {"person", "unnamed"} or actor.actor is None:
            return []
        tokens = self.doc.char_span(actor.spans[0].start, actor.spans[0].end, alignment_mode="expand")
        if tokens is None or tokens.root.tag_ in {"NNS", "NNPS"}:
            return []
        if actor.type == "person":
            self._note_person(actor, tokens.root.i)
        gender = gender_of(tokens, before=self.doc[tokens.start - 1] if tokens.start else None)
        return [Mention(who=actor.actor, at=tokens.root.i, gender=gender, speaks=self._speaks(tokens.root))]

    def _strangers(self) -> Iterator[Mention]:
        """Holders of an office whom no actor is known to be: "the president"."""
        for token in self.doc:
            if lemma(token) not in _OFFICES or token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in _IN_TITLES:
                continue
            actor = self.index.at(token)
            definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.lefts)
            if definite and (actor is None or actor.actor is None) and token.tag_ not in {"NNS", "NNPS"}:
                yield Mention(who=f"the {lemma(token)}", at=token.i, speaks=self._speaks(token), known=False)

    def _speaks(self, token: "Token") -> bool:
        """Whether the token stands in the source of an attribution."""
        at = bisect_right(self._sources, (token.idx, len(self.article.text))) - 1
        return at >= 0 and token.idx < self._sources[at][1]

    def _note_person(self, actor: Actor, at: int) -> None:
        who = actor.actor or ""
        known = self.persons.get(who)
        if known is None or (known.role is None and actor.role is not None):
            self.persons[who] = actor
        if actor.role is not None:
            office = self.doc.char_span(actor.role.start, actor.role.end, alignment_mode="expand")
            if office is not None:
                office_word = _SPELLED.get(office.root.lower_, lemma(office.root))
                self.holders.setdefault(office_word, {}).setdefault(who, at)

    def note(self, attribution: Attribution, speaker: Speaker) -> None:
        """Remember who spoke in the paragraph, for quotations without a source."""
        if attribution.id:
            self._said[attribution.id] = attribution, speaker
        if attribution.sourcing is not None and speaker.actor is not None and attribution.sourcing.level != "none":
            self.sourcing.setdefault(speaker.actor, attribution.sourcing)
        if attribution.parent is None and attribution.content and (attribution.source or speaker.actor):
            self.heard.setdefault(self.paragraph(attribution.content[0].start), []).append(speaker)

    def mention(self, speaker: Speaker, attribution: Attribution) -> None:
        """Count a source among the mentions of the unnamed person it was resolved to."""
        if speaker.type != "unnamed" or speaker.actor is None:
            return
        if speaker.rule != "speaker.first_person":
            self.mentions.setdefault(speaker.actor, []).extend(attribution.source)

    def others(self, who: str, source: tuple[Span, ...]) -> tuple[Span, ...]:
        """The other mentions of somebody, each wording once, at its first place."""
        if who not in self._wordings:
            first: dict[str, Span] = {}
            for span in sorted(self.mentions.get(who, ())):
                first.setdefault(span.text.casefold(), span)
            self._wordings[who] = tuple(first.values())
        return tuple(w for w in self._wordings[who] if not any(w.overlaps(s) for s in source))

    def of_actor(self, actor: Actor) -> Speaker:
        """An actor as speaker; persons with the office that the article gives them anywhere."""
        if actor.type == "person" and actor.actor is not None:
            return self.of_person(actor.actor)
        return Speaker(
            actor=actor.actor,
            type=actor.type,
            name=actor.spans[0].text,
            affiliation=actor.affiliation or actor.state,
            candidates=actor.candidates if actor.actor is None else (),
        )

    def of_person(self, who: str) -> Speaker:
        """A person or unnamed source by id."""
        person = self.persons.get(who)
        if person is None:
            return Speaker(actor=who, type="unnamed")
        return Speaker(
            actor=who,
            type="person",
            name=who,
            role=person.role.text if person.role else None,
            affiliation=person.affiliation or person.state,
        )

    def paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def span_of(self, at: int) -> Span:
        """The mention at a head token: the actor's, else the word."""
        token = self.doc[at]
        actor = self.index.at(token) if token.pos_ != "PRON" else None
        return actor.spans[0] if actor is not None else cut(self.article.text, token.idx, token.idx + len(token.text))

    def around(self, attribution: Attribution, span: Span) -> Speaker | None:
        """Speaker of the innermost quotation or transcript turn above the attribution that holds the span."""
        at, seen = attribution, {attribution.id}
        while at.parent is not None and at.parent not in seen and at.parent in self._said:
            seen.add(at.parent)
            at, speaker = self._said[at.parent]
            quotation = self.layout.quotation_at(span.start)
            quoted = quotation is not None and any(c.start <= quotation.start < c.end for c in at.content)
            if quoted or is_label(at):
                return speaker
        return None

    def mistaken(self, source: Source) -> bool:
        """Whether the form of address says that somebody else of that surname is meant: "Mrs. Teller"."""
        head = self.doc[source.at]
        who = source.actor.actor if source.actor is not None else None
        titles = [t for t in self.doc[max(0, head.left_edge.i - 1) : head.i] if t.text[:1].isupper()]
        return who is not None and any(contradicts(who, t.text) for t in titles[-2:])

    def coordinated(self, source: Source) -> tuple[str, ...]:
        """The actors joined in one source: "Berg and Teller said"."""
        head = self.doc[source.at]
        joined = [head, *(c for c in head.conjuncts if source.span.start <= c.idx < source.span.end)]
        actors = [named_actor(t, source.span, self.index) for t in joined]
        return tuple(dict.fromkeys(a.actor for a in actors if a is not None and a.actor is not None))

    def holds(self, who: str, office: set[str]) -> bool:
        """Whether the person's office has all the words asked for, and no rank that was not asked for."""
        role = self.persons[who].role
        words = {_SPELLED.get(w, w) for w in role.text.casefold().split()} if role is not None else set()
        return office <= words and not (words - office) & _RANKS

    def met_before(self, actor: Actor, span: Span) -> bool:
        """Whether the actor is mentioned before the span."""
        return actor.actor is not None and self.mentions.get(actor.actor, [span])[0].start < span.start

    def near(self, candidates: tuple[str, ...], offset: int) -> str | None:
        """The only candidate with a mention in the last `NEAR_PARAGRAPHS` paragraphs before."""
        least = self.paragraph(offset) - NEAR_PARAGRAPHS
        found = [
            who
            for who in candidates
            if any(s.start < offset and self.paragraph(s.start) >= least for s in self.mentions.get(who, ()))
        ]
        return found[0] if len(found) == 1 else None

    def last_subject(self, at: int) -> "Token | None":
        """The last subject of a main clause before the token in its paragraph, outside quotations."""
        paragraph = self.layout.paragraph_at(self.doc[at].idx)
        first = paragraph.start if paragraph is not None else 0
        for i in range(at - 1, -1, -1):
            token = self.doc[i]
            if token.idx < first:
                return None
            verb = token.head
            if token.dep_ not in {"nsubj", "nsubjpass"} or self.layout.quotation_at(token.idx) is not None:
                continue
            beside = verb.head.i == self.doc[at].head.i  # the parser hangs the sentence before on "they said"
            if verb.dep_ not in {"relcl", "acl", "ccomp"} or (verb.dep_ == "ccomp" and beside):
                return token
        return None
