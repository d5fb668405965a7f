"""Who the source is, inside the article."""

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.labels import is_label, label_speaker
from onrecord.mentions.pronouns import Choice, Mention, gender_of, resolve_pronouns
from onrecord.mentions.sources import Source, layers_above, read_source
from onrecord.model import Actor, Article, Attribution, Layout, Sourcing, Span, Speaker, cut
from onrecord.model.vocabulary import ActorType
from onrecord.syntax import lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HE_SHE = {"he", "she", "him", "her", "his"}
_ONE = {"i", "me", "my", "myself"}
_SEVERAL = {"we", "us", "our"}
_NAMED_TYPES: dict[str, ActorType] = {"PERSON": "person", "ORG": "organisation"}
_SPELLED = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "adm.": "admiral",
    "col.": "colonel", "prof.": "professor", "amb.": "ambassador", "congressman": "representative",
}  # fmt: skip
_RANKS = {"vice", "deputy", "assistant", "former", "ex", "acting"}
_ANYBODY = {"each", "every", "any", "no"}
# Of several people whom "the official" fits: the only one mentioned at most this many paragraphs before.
NEAR_PARAGRAPHS = 1


def resolve_speakers(
    doc: "Doc", article: Article, layout: Layout, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]
) -> list[Attribution]:
    """The attributions with `speaker`, in the order given.

    A name stands for itself; "he" and "she" go to the person with the best score, if it leads by enough; "the
    diplomat" and a singular "they" go back to the unnamed source they describe; an orphan quotation takes the one
    speaker of the paragraph before. What is not certain has no actor but candidates. Words inside quotation marks
    never give the speaker of that quotation. A pronoun's `sourcing` is that of whom it stands for.
    """
    reading = _Reading(doc, article, layout, attributions, actors)
    order = sorted(range(len(attributions)), key=lambda n: (attributions[n].begins_at, -attributions[n].ends_at))
    speakers: dict[int, Speaker] = {}
    for n in order:
        speaker = _speaker(reading, attributions[n])
        speakers[n] = speaker
        reading.note(attributions[n], speaker)
    for n, speaker in speakers.items():
        reading.mention(speaker, attributions[n])
    return [_completed(reading, a, speakers[n]) for n, a in enumerate(attributions)]


def _speaker(reading: "_Reading", attribution: Attribution) -> Speaker:
    source = read_source(reading.doc, attribution, reading.index)
    for rule, resolve in RULES:
        if (found := resolve(reading, attribution, source)) is not None:
            return msgspec.structs.replace(found, rule=rule)
    return Speaker(actor=None)


def _labelled(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The person behind a transcript's label: "MS. BERG:", "THE PRESIDENT:", "Q"."""
    if not is_label(attribution):
        return None
    found = label_speaker(attribution.source[0].text, reading.persons, reading.headline)
    if found.type == "person" and found.actor in reading.persons:
        return reading.of_person(found.actor)
    return found


def _in_own_quotation(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """Nothing, where the supposed source stands inside the very quotation: "“Berg thinks so,” ..." """
    if source is None:
        return None
    quotation = reading.layout.quotation_at(source.span.start)
    if quotation is not None and any(
        c.start <= quotation.start and c.end >= quotation.end for c in attribution.content
    ):
        return Speaker(actor=None)
    return None


def _first_person(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The quotation's own speaker: "“I expect a deal,” said Berg" (the expectation is Berg's)."""
    if source is None or source.span.text.casefold() not in _ONE | _SEVERAL:
        return None
    around = reading.around(attribution, source.span)
    if around is None or source.span.text.casefold() in _ONE:
        return around or Speaker(actor=None)
    return Speaker(actor=None, type="group", candidates=(around.actor,) if around.actor else around.candidates)


def _named(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The actor named: "Berg said", "the Kremlin said"."""
    if source is None or source.actor is None:
        return None
    if source.kind not in {"person", "body", "outlet"} and source.actor.type != "person":
        return None
    if len(together := reading.coordinated(source)) > 1:
        return Speaker(actor=None, type="group", name=source.span.text, candidates=together)
    return reading.of_actor(source.actor)


def _name_alone(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """A proper name that is no known actor: the person of that surname, else a body of that name."""
    if source is None or source.actor is not None or not reading.doc[source.at].text[:1].isupper():
        return None
    head = reading.doc[source.at]
    same = tuple(who for who in reading.persons if who.split()[-1] == head.text)
    if same:
        return reading.of_person(same[0]) if len(same) == 1 else Speaker(actor=None, candidates=same)
    if head.pos_ != "PROPN" or head.ent_type_ not in _NAMED_TYPES:
        return None
    words = [t for t in head.doc[head.left_edge.i : head.i + 1] if t.ent_type_ == head.ent_type_ and t.dep_ != "det"]
    return Speaker(actor=" ".join(t.text for t in words), type=_NAMED_TYPES[head.ent_type_], name=source.span.text)


def _he_she(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The person with the best score: "Berg met the envoys. She said ..." """
    if source is None or source.span.text.casefold() not in _HE_SHE:
        return None
    choice = reading.choices.get(source.at, Choice(who=None, at=None))
    if choice.who is None or choice.at is None:
        return Speaker(actor=None, candidates=choice.candidates)
    before = reading.span_of(choice.at)
    return msgspec.structs.replace(reading.of_person(choice.who), same_as=(before,))


def _by_office(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The only person of the article with that office: "Foreign Minister Ana Berg ... the minister said"."""
    if source is None or source.kind != "role":
        return None
    head = reading.doc[source.at]
    if head.tag_ in {"NNS", "NNPS"} or not any(c.dep_ == "det" and c.text.casefold() == "the" for c in head.lefts):
        return None
    if source.actor is not None and reading.met_before(source.actor, source.span):
        return None
    office = {t.lower_ for t in noun_phrase(head) if t.i <= head.i and t.dep_ != "det"}
    holders = reading.holders.get(lemma(head), {})
    before = [who for who, at in holders.items() if at < source.at and reading.holds(who, office)]
    if len(before) == 1:
        return msgspec.structs.replace(reading.of_person(before[0]), same_as=(reading.span_of(holders[before[0]]),))
    return Speaker(actor=None, candidates=tuple(before)) if before else None


def _unnamed(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """People without a name, new or come back to: "a senior envoy", later "the envoy"."""
    if source is None or source.kind not in {"vague", "role", "spokesperson"}:
        return None
    if source.actor is None or source.actor.type != "unnamed":
        if any(c.lower_ in _ANYBODY for c in reading.doc[source.at].lefts):
            return None
        return Speaker(actor=f"unnamed:{_description(reading.doc, source)}", type="unnamed")
    who = source.actor.actor or reading.near(source.actor.candidates, source.span.start)
    return Speaker(
        actor=who,
        type="unnamed",
        affiliation=source.actor.affiliation or source.actor.state,
        candidates=() if who else source.actor.candidates,
    )


def _singular_they(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one unnamed source who was the last subject of the paragraph: "the official tried ...; they said"."""
    if source is None or source.span.text.casefold() != "they":
        return None
    subject = reading.last_subject(source.at)
    actor = reading.index.at(subject) if subject is not None else None
    if subject is None or actor is None:
        return Speaker(actor=None)
    if actor.type != "unnamed" or actor.actor is None or subject.tag_ in {"NNS", "NNPS"}:
        return Speaker(actor=None, candidates=(actor.actor,) if actor.actor else actor.candidates)
    return Speaker(actor=actor.actor, type="unnamed", same_as=actor.spans)


def _carried(reading: "_Reading", attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one speaker of the paragraph, or of the one before, for a quotation without a source."""
    if source is not None or attribution.parent is not None or not attribution.content:
        return None
    quotation = reading.layout.quotation_at(attribution.content[0].start)
    if quotation is None or attribution.content[0].start > quotation.start:
        return None
    here = reading.paragraph(attribution.content[0].start)
    for paragraph in (here, here - 1):
        speakers = {s.actor: s for s in reading.heard.get(paragraph, ())}
        if speakers:
            only = next(iter(speakers.values()))
            return only if len(speakers) == 1 and only.actor is not None else None
    return None


RULES: tuple[tuple[str, Callable[["_Reading", Attribution, Source | None], Speaker | None]], ...] = (
    ("speaker.label", _labelled),
    ("speaker.in_quotation", _in_own_quotation),
    ("speaker.first_person", _first_person),
    ("speaker.named", _named),
    ("speaker.name", _name_alone),
    ("speaker.he_she", _he_she),
    ("speaker.office", _by_office),
    ("speaker.unnamed", _unnamed),
    ("speaker.they", _singular_they),
    ("speaker.carried", _carried),
)


class _Reading:
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
        self.choices = resolve_pronouns(doc, layout, [m for a in actors for m in self._mention(a)])
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

    def coordinated(self, source: Source) -> tuple[str, ...]:
        """The actors joined in one source: "Berg and Teller said"."""
        head = self.doc[source.at]
        joined = [head, *(c for c in head.conjuncts if source.span.start <= c.idx < source.span.end)]
        actors = [self.index.at(t) for t in joined]
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


def _description(doc: "Doc", source: Source) -> str:
    """The source's words without determiner and number, as in the ids of unnamed actors."""
    words = list(noun_phrase(doc[source.at]))
    while len(words) > 1 and words[0].i < source.at and words[0].dep_ not in {"amod", "compound", "nmod", "poss"}:
        words.pop(0)
    return " ".join(t.lower_ for t in words if t.dep_ != "det" and not t.is_space and not t.is_punct)


def _completed(reading: _Reading, attribution: Attribution, speaker: Speaker) -> Attribution:
    """The attribution with its speaker, the other mentions of it, and the sourcing of a pronoun or label."""
    if speaker.type == "unnamed" and speaker.actor is not None:
        speaker = msgspec.structs.replace(speaker, same_as=reading.others(speaker.actor, attribution.source))
    sourcing = attribution.sourcing
    if sourcing is None or speaker.rule in {"speaker.label", "speaker.carried", "speaker.name"}:
        understood = _sourcing(reading, speaker)
        text = attribution.source[0].text if attribution.source else None
        relays = 1 + layers_above(attribution, reading.by_id)
        sourcing = msgspec.structs.replace(understood, text=text, relays=relays) if understood else sourcing
    return msgspec.structs.replace(attribution, speaker=speaker, sourcing=sourcing)


def _sourcing(reading: _Reading, speaker: Speaker) -> Sourcing | None:
    """That of whom the words stand for; a person among several named ones is still a named person."""
    if speaker.type == "person" or (speaker.candidates and set(speaker.candidates) <= reading.persons.keys()):
        return Sourcing(level="named", named=True, number=1, affiliation=speaker.affiliation)
    if speaker.actor in reading.sourcing:
        return reading.sourcing[speaker.actor]
    if speaker.type == "organisation":
        return Sourcing(level="office")
    if speaker.type != "unnamed":
        return None
    return Sourcing(level="specific unnamed" if speaker.actor else "vague unnamed", number=1)
