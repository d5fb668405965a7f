"""Talks that go on: a source that was said to speak somewhere, and speaks again."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.mentions.circumstances.cues import cue_heads, inside
from onrecord.mentions.circumstances.settings import setting_named, settings_at
from onrecord.model import Attribution, Contents, Layout
from onrecord.model.vocabulary import Setting
from onrecord.syntax import lemma, negated, noun_phrase, subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Paragraphs between two sayings of one talk.
_NEAR_PARAGRAPHS = 2
_MIND = {"think", "believe", "feel", "guess", "reckon", "worry", "remember", "conjecture", "surmise", "agree"}
_TALKING = {r["lemma"] for r in table("en/speech_verbs") if "quote" in r["frames"].split()} - _MIND | {
    "thank", "sum", "go", "call", "convince", "describe", "characterize", "characterise", "accuse", "praise",
    "express", "underscore",
}  # fmt: skip
# Settings of one text: only the next words in the same paragraph are still of it.
_SHORT: set[Setting] = {"post", "document"}
_ELSEWHEN = {"earlier", "previously", "ago", "later", "afterwards", "elsewhere", "yesterday", "last", "recently"}
_ON_OCCASION = {"during", "at", "after", "before"}
_NO_OCCASIONS = {"at time"}  # "at the same time, she stressed"
_SEVERAL = {"they", "it"}
_ALONE = {"he", "she", "they", "it"}
_EMPTY = {"the", "a", "an", "of", "'s", "’s", "s", "and", "his", "her", "their", ",", "-"}
_HEAD_OF_STATE = {"head", "state", "leader"}
_TOGETHER = {"leaders", "presidents", "sides", "parties", "interlocutors", "ministers", "two", "both", "they", "pair"}
_OCCASION_VERBS = {"speak", "talk", "testify", "appear", "address", "say", "state", "stress", "announce", "emphasize"}
_HOLDING = {"have", "hold", "make", "place"}


class _Talk(NamedTuple):
    """Somebody's talk: where, whose, and where it was last heard."""

    setting: Setting
    actor: str | None
    words: frozenset[str]
    paragraph: int
    dates: frozenset[str] = frozenset()
    person: bool = False
    shared: bool = False
    """A conversation: only what its participants tell each other was said in it."""


def going_on(doc: "Doc", layout: Layout, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Setting]]:
    """Settings of attributions by their place, where the same source speaks on near by.

    "At a news conference Berg said ... She added ..." The talk ends where somebody else speaks, or another day is
    named; it does not begin before the sentence that names it.
    """
    paragraphs = [p.start for p in layout.paragraphs]
    events: list[tuple[int, int, _Talk | None]] = [
        (_position(a), n, None) for n, a in enumerate(attributions) if a.parent is None
    ]
    events += [(at, -1, talk) for at, talk in _occasions(doc, layout, paragraphs, attributions)]
    talk: _Talk | None = None
    for at, n, occasion in sorted(events, key=lambda e: (e[0], e[1])):
        if occasion is not None:
            talk = occasion
            continue
        attribution = attributions[n]
        verb = next(cue_heads(doc, attribution), None)
        paragraph = bisect_right(paragraphs, at) - 1
        if attribution.setting is not None:
            if verb is not None and verb.tag_ == "VBG" and talk is not None and talk.paragraph == paragraph:
                continue  # "said in a speech ..., adding": still the same source
            talk = _talk_of(attribution, attribution.setting, paragraph, _dates(verb, attribution))
        elif talk is not None and paragraph - talk.paragraph <= _NEAR_PARAGRAPHS:
            if not _same(attribution, talk):
                talk = None if _talks(verb) else talk
            elif not _dates(verb, attribution) <= talk.dates:
                talk = None
            elif _goes_on(attribution, verb, talk, paragraph):
                yield n, talk.setting
                talk = talk._replace(
                    paragraph=paragraph, actor=talk.actor or (_actor(attribution) if _names(attribution) else None)
                )


def _occasions(
    doc: "Doc", layout: Layout, paragraphs: Sequence[int], attributions: Sequence[Attribution]
) -> Iterator[tuple[int, _Talk]]:
    """Sentences in the outlet's own voice that say where somebody spoke: "Berg addressed a rally in the port"."""
    contents = Contents(attributions)
    for verb in doc:
        conversation = lemma(verb) in _HOLDING
        if not (conversation or lemma(verb) in _OCCASION_VERBS) or verb.tag_ not in {"VBD", "VBZ", "VBN", "VBP"}:
            continue
        if negated(verb) or layout.quotation_at(verb.idx) is not None or contents.innermost(verb.idx) is not None:
            continue
        nouns = [c for c in verb.rights if c.dep_ == "dobj"] if conversation else settings_at(verb)
        setting = next((s for s in map(setting_named, nouns) if s is not None), None)
        if setting is None or (conversation and setting != "call"):
            continue
        agents = [g for c in verb.rights if c.dep_ == "agent" for g in c.rights if g.dep_ == "pobj"]
        speakers = agents or [s for s in subjects(verb) if s.dep_ == "nsubj"]
        words = frozenset(w for s in speakers for w in _plain(noun_phrase(s)))
        if setting == "call":
            words |= frozenset(t.lower_ for t in verb.sent if t.pos_ == "PROPN")
        if words:
            paragraph = bisect_right(paragraphs, verb.idx) - 1
            dates = frozenset(t.lower_ for t in verb.sent if t.ent_type_ in {"DATE", "TIME"})
            yield verb.idx, _Talk(setting, None, words, paragraph, dates, shared=setting == "call")


def _position(attribution: Attribution) -> int:
    return (attribution.cue or attribution.content)[0].start


def _talk_of(attribution: Attribution, setting: Setting, paragraph: int, dates: frozenset[str]) -> _Talk:
    return _Talk(
        setting,
        _actor(attribution),
        _words(attribution) | _names(attribution),
        paragraph,
        dates,
        bool(_names(attribution)),
    )


def _actor(attribution: Attribution) -> str | None:
    return attribution.speaker.actor if attribution.speaker else None


def _names(attribution: Attribution) -> frozenset[str]:
    """The words of the name of a person."""
    speaker = attribution.speaker
    if speaker is None or speaker.actor is None or speaker.type != "person":
        return frozenset()
    return frozenset(speaker.actor.casefold().split())


def _words(attribution: Attribution) -> frozenset[str]:
    texts = " ".join(s.text for s in attribution.source).casefold().replace("’s", " ").replace("'s", " ")
    return frozenset(w.strip('.,“”"()') for w in texts.split()) - _EMPTY


def _same(attribution: Attribution, talk: _Talk) -> bool:
    """Whether the source is the one whose talk it is: by who it is, else by its words."""
    actor, words, names = _actor(attribution), _words(attribution), _names(attribution)
    if talk.shared:
        listener = attribution.addressee
        told = set(listener.span.text.casefold().split()) if listener is not None else set()
        return bool(words & _TOGETHER or told & talk.words)
    if actor is not None and talk.actor is not None:
        return actor == talk.actor
    if not words:
        return attribution.form == "direct"
    if names:
        return names <= talk.words
    if words <= _SEVERAL and talk.person:
        return False
    known = talk.words | (_HEAD_OF_STATE if "president" in talk.words else frozenset())
    return words <= _ALONE or words <= known


def _talks(verb: "Token | None") -> bool:
    return verb is None or lemma(verb) in _TALKING


def _goes_on(attribution: Attribution, verb: "Token | None", talk: _Talk, paragraph: int) -> bool:
    """Whether the words plainly belong to the talk: speech in simple past or present, without a listener of its own."""
    if talk.setting in _SHORT and paragraph != talk.paragraph:
        return False
    if any(c.text.casefold() == "according to" for c in attribution.cue):
        return True
    if verb is None:
        return attribution.form == "direct"
    if not talk.shared and lemma(verb) == "tell":
        return False
    simple = not any(c.dep_ == "aux" and lemma(c) != "do" for c in verb.children)  # neither perfect nor infinitive
    finite = verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} or (
        verb.tag_ in {"VBG", "VB"} and verb.dep_ in {"advcl", "conj"}
    )
    return inside(verb, attribution.cue) and _talks(verb) and simple and finite and not negated(verb)


def _dates(verb: "Token | None", attribution: Attribution) -> frozenset[str]:
    """Words beside the cue that say when, or that it was on another occasion: "during breakfast"."""
    if verb is None:
        return frozenset()
    preps = (c for c in verb.children if c.lower_ in _ON_OCCASION and not inside(c, attribution.content))
    occasions = {f"{p.lower_} {lemma(c)}" for p in preps for c in p.rights if c.dep_ == "pobj"} - _NO_OCCASIONS
    near = (t for c in verb.children for t in (c, *c.subtree) if c.dep_ in {"npadvmod", "advmod", "prep"})
    return frozenset(occasions) | frozenset(
        t.lower_
        for t in near
        if (t.ent_type_ in {"DATE", "TIME"} or t.lower_ in _ELSEWHEN) and not inside(t, attribution.content)
    )


def _plain(phrase: "Span") -> Iterator[str]:
    return (t.lower_ for t in phrase if t.lower_ not in _EMPTY and not t.is_punct)
