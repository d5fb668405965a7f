"""Who said what: source, cue, content."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.mentions.attributions.beside_tagger import (
    BY_TAGGER,
    beside_tagger,
    outside_labels,
    tagged_draft,
    with_own_quotations,
)
from onrecord.mentions.attributions.idle import is_idle
from onrecord.mentions.attributions.labels import read_labels
from onrecord.mentions.attributions.nesting import form_of, nest
from onrecord.mentions.attributions.nouns import read_adjectives, read_made_clear, read_nouns
from onrecord.mentions.attributions.passages import Draft, Passage, Range
from onrecord.mentions.attributions.phrases import read_according_to, read_in_the_words_of, read_reportedly
from onrecord.mentions.attributions.posts import outside_posts, read_posts
from onrecord.mentions.attributions.quotations import assign_quotations, read_orphans, read_signed
from onrecord.mentions.attributions.stances import stance_flags
from onrecord.mentions.attributions.verbs import (
    read_clauses,
    read_infinitives,
    read_objects,
    read_passives,
    read_prepositions,
    read_quoted,
)
from onrecord.model import Article, Attribution, Layout, Span, Tagged, cut
from onrecord.model.vocabulary import Flag

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["RULES", "Rule", "find_attributions"]


class Rule(NamedTuple):
    """A rule with its id and its extraction score."""

    id: str
    score: float
    read: Callable[[Passage], Iterable[Draft]]


# In the order in which a cue is given away: the first rule that reads a cue keeps it. Scores are, rounded, the share of
# a rule's finds whose source, cue and content all match an annotated attribution in 240 articles of PolNeAR's training
# part; post, signed, words-of, made-clear and orphan were too few there to count (under ten finds) and are set by eye.
RULES = (
    Rule("attribution.post", 0.9, read_posts),
    Rule("attribution.quoted", 0.95, read_quoted),
    Rule("attribution.signed", 0.7, read_signed),
    Rule("attribution.label", 0.7, read_labels),
    Rule("attribution.clause", 0.8, read_clauses),
    Rule("attribution.according", 0.85, read_according_to),
    Rule("attribution.words-of", 0.5, read_in_the_words_of),
    Rule("attribution.noun", 0.35, read_nouns),
    Rule("attribution.infinitive", 0.55, read_infinitives),
    Rule("attribution.object", 0.6, read_objects),
    Rule("attribution.preposition", 0.5, read_prepositions),
    Rule("attribution.passive", 0.6, read_passives),
    Rule("attribution.made-clear", 0.5, read_made_clear),
    Rule("attribution.adjective", 0.45, read_adjectives),
    Rule("attribution.reportedly", 0.2, read_reportedly),
    Rule("attribution.orphan", 0.3, read_orphans),
)


def find_attributions(
    doc: "Doc", article: Article, layout: Layout, tagged: Sequence[Tagged] | None = None
) -> list[Attribution]:
    """Everything the article puts on somebody's word, belief, wish or plan, nested ones with their `parent`.

    Spans follow PolNeAR: the source is the whole noun phrase, the content takes its quotation marks along and may be
    in several pieces. "Troops left, the envoy said, and would not return" has two pieces of content, the source "the
    envoy" and the cue "said". Words in quotation marks without a cue ("scare quotes") are no attribution.

    `tagged` is what the trained tagger sees; none where it is not installed. The tagger decides who said what outside
    of other attributions; the rules then read the labels of transcripts and what stands inside another content, which
    the tagger was not taught.
    """
    passage = Passage(doc, article, layout)
    assign_quotations(passage)
    drafts = [(rule, draft) for rule in RULES for draft in rule.read(passage)]
    labels, posts = ([d for rule, d in drafts if rule.read is read] for read in (read_labels, read_posts))
    outer = list(outside_posts(passage, outside_labels(passage, tagged or (), labels), posts))
    outer = list(with_own_quotations(passage, outer))
    found = [a for t in outer if (a := _attribution(passage, tagged_draft(passage, t), BY_TAGGER, t.score))]
    taken = {i for t in outer for i in _cue_tokens(passage, t.cue)}
    ruled: list[Attribution] = []
    for rule, draft in drafts:
        cue = set(_cue_tokens(passage, draft.cue))
        if taken & cue:
            continue
        taken |= cue
        attribution = _attribution(passage, draft, rule.id, rule.score)
        if attribution is not None:
            ruled.append(attribution)
    found += ruled if tagged is None else beside_tagger(found, ruled)
    kept = [msgspec.structs.replace(a, parent=None) for a in nest(found, article) if not is_idle(a)]
    return nest(kept, article)


def _cue_tokens(passage: Passage, cue: Iterable[Range]) -> Iterator[int]:
    return (i for start, end in cue for i in range(start, end) if not passage.doc[i].is_punct)


def _attribution(passage: Passage, draft: Draft, rule: str, score: float) -> Attribution | None:
    home = passage.quote_of[draft.cue[0][0]] if draft.cue and not draft.spoken else -1
    ranges = _merged(passage, draft, home)
    if not any(passage.words(*r) for r in ranges):
        return None
    content, cue, source = (_spans(passage, x) for x in (ranges, draft.cue, draft.source))
    return Attribution(
        spans=tuple(sorted(dict.fromkeys((*source, *cue, *content)))),
        rule=rule,
        score=score,
        source=source,
        cue=cue,
        content=content,
        form="direct" if draft.spoken else form_of(passage, ranges, home),
        flags=(*(("headline",) if passage.headline(ranges[0][0]) else ()), *_stance(passage, draft)),
    )


def _stance(passage: Passage, draft: Draft) -> tuple[Flag, ...]:
    """The flags of the cue's verb; a label, a dash or a noun has none."""
    verbs = [t for start, end in draft.cue for t in passage.doc[start:end] if t.tag_.startswith("VB")]
    main = next((t for t in reversed(verbs) if t.dep_ not in {"aux", "auxpass"}), None)
    if main is None:
        return ()
    return stance_flags(main, next(c for c in draft.cue if c[0] <= main.i < c[1]), draft.source)


def _merged(passage: Passage, draft: Draft, home: int) -> tuple[Range, ...]:
    """The content's pieces whole to their quotation marks, in order, neighbours joined, without source and cue."""
    if draft.spoken:
        return draft.content
    pieces: list[Range] = []
    for start, end in sorted(draft.content):
        start, end = passage.whole_quotes(passage.trimmed(start, end), home)
        for low, high in sorted((*draft.source, *draft.cue)):
            if start < high and low < end:
                if low > start:
                    pieces.append(passage.trimmed(start, low))
                start = high
        pieces.append(passage.trimmed(start, end))
    joined: list[Range] = []
    for start, end in (_without_conjunction(passage, p) for p in pieces):
        if not passage.words(start, end):
            continue
        if (
            joined
            and not passage.words(joined[-1][1], start)
            and passage.paragraph_of(start) == passage.paragraph_of(joined[-1][0])
        ):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _without_conjunction(passage: Passage, piece: Range) -> Range:
    start, end = piece
    while start < end and passage.doc[end - 1].dep_ == "cc":
        start, end = passage.trimmed(start, end - 1)
    return start, end


def _spans(passage: Passage, ranges: Iterable[Range]) -> tuple[Span, ...]:
    return tuple(_cut_all(passage, ranges))


def _cut_all(passage: Passage, ranges: Iterable[Range]) -> Iterator[Span]:
    for found in ranges:
        if found[0] < found[1]:
            yield cut(passage.article.text, *passage.offsets(found))
