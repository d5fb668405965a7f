"""What is kept of the tagger's finds and of the rules' where both read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.mentions.attributions.lexicon import adjective_frame, noun_frame, verb_frame
from onrecord.mentions.attributions.passages import Draft, Passage, Range
from onrecord.model import Attribution, Contents, Tagged, hull
from onrecord.syntax import full_phrase, passive, subjects

BY_TAGGER = "attribution.tagger"
# Rules that are read beside the tagger: PolNeAR has no transcripts, and a quotation that the tagger gives to nobody
# belongs to the cue beside its marks (84 articles of the development part: recall of direct quotations 89 -> 92).
_UNTAGGED = {"attribution.label", "attribution.post", "attribution.quoted", "attribution.signed"}
# Of these in the passive the subject is the hearer, or whom others speak or think of.
_SPOKEN_TO = {
    "asked", "told", "questioned", "pressed", "quizzed", "warned", "informed", "urged", "accused", "charged",
    "indicted", "seen", "viewed", "regarded", "considered", "perceived", "expected", "believed", "thought", "said",
    "reported", "alleged", "known", "portrayed", "described", "called", "dubbed", "deemed", "rumored", "feared",
}  # fmt: skip
# "in the hope that", "for fear of", "with the aim of": the subject's own.
_HELD = {"in", "for", "with", "out", "under", "by"}
_OTHER_CUES = {"according", "clear", "reportedly", "words"}


def outside_labels(passage: Passage, tagged: Iterable[Tagged], labels: Iterable[Draft]) -> Iterator[Tagged]:
    """What the tagger sees, without what it makes of the labels of a transcript, which it was not taught."""
    turns = [d for d in labels if d.spoken]
    starts = [d.source[0][0] for d in turns]
    for found in tagged:
        ranges = [*found.source, *found.cue, *found.content]
        first, last = min(start for start, _ in ranges), max(end for _, end in ranges)
        n = bisect_right(starts, first) - 1
        labelled = n >= 0 and first < turns[n].content[0][0]
        over = n + 1 < len(starts) and starts[n + 1] < last
        told = n < 0 or turns[n].content[-1][1] <= first or _tells(passage, found.cue)
        if told and not (labelled or over):
            yield found


def with_own_quotations(passage: Passage, tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """What the tagger sees, a quotation with the cue beside it: not with one of another paragraph, or a head's colon.

    'He said: "We wait." [New paragraph] Holt also said it was late. "We leave."'
    """
    found = list(tagged)
    given: dict[int, list[Range]] = {}
    for n, one in enumerate(found):
        for piece in one.content:
            cue = _cue_beside(passage, piece, one.cue)
            if cue is not None:
                given.setdefault(cue, []).append(piece)
                found[n] = found[n]._replace(content=tuple(p for p in found[n].content if p != piece))
    for one in found:
        more = [p for cue, pieces in given.items() for p in pieces if any(a <= cue < b for a, b in one.cue)]
        if one.content or more:
            yield one._replace(content=tuple(sorted({*one.content, *more})))


def _cue_beside(passage: Passage, piece: Range, cue: Sequence[Range]) -> int | None:
    """The verb that a quotation's marks give it to, in its own paragraph, where the tagger took a cue elsewhere."""
    own = passage.owner.get(passage.quote_of[piece[0]])
    if own is None or not cue or verb_frame(passage.doc[own]) is None or any(a <= own < b for a, b in cue):
        return None
    low, high = passage.paragraph_of(piece[0])
    elsewhere = not low <= cue[0][0] < high or not any(passage.words(*c) for c in cue)
    return own if low <= own < high and elsewhere else None


def tagged_draft(passage: Passage, found: Tagged) -> Draft:
    """What the tagger sees, without the empty subject of a passive: "It was stressed that the talks go on".

    A participle that it gives to nobody takes the subject that it goes with: "Noting the delay, the envoy left".
    """
    source = () if any(_is_no_source(passage, r, found.cue) for r in found.source) else found.source
    if not source and found.cue and not found.source:
        source = _of_participle(passage, found.cue[0])
    return Draft(found.content, found.cue, source)


def beside_tagger(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """What the rules read that the tagger was not taught, and what is half quoted where it sees nothing."""
    contents = Contents((*tagged, *(a for a in ruled if a.rule in _UNTAGGED)))

    def inside(*at: int) -> list[bool]:
        return [contents.innermost(n) is not None for n in at]

    return [
        a
        for a in ruled
        if a.rule in _UNTAGGED
        or all(inside(*_ends(a)))
        or (a.form == "mixed" and not any(inside(*(n for s in a.content for n in (s.start, s.end - 1)))))
    ]


def _is_no_source(passage: Passage, source: Range, cue: Sequence[Range]) -> bool:
    """Whether grammar gives the words to somebody else: an empty "it", whoever is asked, whoever acts amid fears."""
    return _is_empty_subject(passage, source) or any(
        _is_spoken_to(passage, source, c) or _is_bystander(passage, source, c) for c in cue[:1]
    )


def _is_spoken_to(passage: Passage, source: Range, cue: Range) -> bool:
    """ "Asked whether it was late, Berg left": Berg is the one whom somebody asked."""
    verb = passage.doc[cue[0] : cue[1]].root
    if verb.tag_ != "VBN" or verb.lower_ not in _SPOKEN_TO or any(c.dep_ == "agent" for c in verb.children):
        return False
    if any(c.lower_ in {"have", "has", "had", "having"} for c in verb.children) and not passive(verb):
        return False
    head = passage.doc[source[0] : source[1]].root
    subject_of = head.head if head.dep_ in {"nsubj", "nsubjpass"} else None
    return subject_of is not None and (subject_of.i == verb.i or (verb.dep_ == "advcl" and verb.head.i == subject_of.i))


def _is_bystander(passage: Passage, source: Range, cue: Range) -> bool:
    """ "Berg left amid fears that it was late": the fears are not said to be Berg's."""
    noun = passage.doc[cue[0] : cue[1]].root
    if noun.pos_ != "NOUN":
        return False
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    above = noun.head
    if noun.dep_ != "pobj" or above.lower_ in _HELD:
        return False
    head = passage.doc[source[0] : source[1]].root
    return head.dep_ == "nsubj" and head.head.is_ancestor(above)


def _is_empty_subject(passage: Passage, source: Range) -> bool:
    token = passage.doc[source[0]]
    alone = source[1] - source[0] == 1 and token.lower_ == "it"
    return alone and passive(token.head) and any(c.dep_ == "ccomp" and c.i > token.head.i for c in token.head.children)


def _of_participle(passage: Passage, cue: Range) -> tuple[Range, ...]:
    """The subject of the clause that a participle stands beside: "having noted", "adding"."""
    first = passage.doc[cue[0]]
    verb = first.head if first.dep_ == "aux" else first
    participle = first.tag_ == "VBG" and verb.dep_ == "advcl"
    if not participle or any(c.dep_ in {"nsubj", "mark"} for c in verb.lefts):
        return ()
    subject = next((s for s in subjects(verb.head) if s.dep_ == "nsubj" and s.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if subject is None:
        return ()
    phrase = full_phrase(subject)
    return ((phrase.start, phrase.end),)


def _tells(passage: Passage, cue: Iterable[Range]) -> bool:
    """Whether a word of the cue attributes: the tagger, new to transcripts, takes a plain "was" for one."""
    return any(
        verb_frame(t) or noun_frame(t) or adjective_frame(t) or t.lower_ in _OTHER_CUES
        for start, end in cue
        for t in passage.doc[start:end]
    )


def _ends(attribution: Attribution) -> tuple[int, int]:
    start, end = hull(attribution.spans)
    return start, end - 1
