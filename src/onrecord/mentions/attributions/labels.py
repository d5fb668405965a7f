"""Speaker labels: colon introductions, transcripts, headlines of the form "Envoy: talks went well"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.mentions.attributions.introduced import Label, introduced
from onrecord.mentions.attributions.passages import OPENING_MARKS, Draft, Passage, Range
from onrecord.syntax import TENSED

# "MR. PATEL:", "SENIOR ADMINISTRATION OFFICIAL:", "Q" alone, and "President of Varenia Ana Writer:" in mixed case.
_CAPITALS = r"(?:[A-Z][A-Z.’'\-]+(?:[ \xa0]+(?:[A-Z][A-Z.’'\-]*|of|and|the|#?\d+)){0,9})"
_NAMES = r"(?:[A-Z][\w.’'\-]*(?:[ \xa0]+(?:[A-Z][\w.’'\-]*|of|and|the|for|de|van|von|al)){0,9})"
_REMARK = r"(?:[ \xa0]*\([^)\n]{1,80}\))?"
_LABEL = re.compile(rf"(?P<capitals>{_CAPITALS}){_REMARK}[ \xa0]*:(?=\s)|(?P<names>{_NAMES}){_REMARK}[ \xa0]*:(?=\s)")
# A transcript whose line breaks are lost has its labels behind the stop of the turn before.
_INSIDE = re.compile(rf"(?<=[.?!…)>\]*])[ \xa0]+(?P<label>{_CAPITALS}|{_NAMES}){_REMARK}[ \xa0]*:(?=\s)")
_QUESTION = re.compile(r"(?P<capitals>Q)(?:[ \xa0]*:)?[ \xa0]{2,}(?=\S)|(?P<names>Q)[ \xa0]*:")
# "**Ana Writer, Director, Harbour League:** “We welcome", in a collection of what many said.
_HEAD = re.compile(r"[*_]*(?P<names>[A-Z][^:“”\"*]{2,200}?)" + _REMARK + r"[*_ \xa0]*:[*_\s]*(?=[“\"]|$)")
# What a page sets between a speech and its own words; no "s***".
_MARKS = re.compile(r"(?<!\S)\*[ \xa0]?\*[ \xa0]?\*(?!\S)")
# The longest label in words; longer matches are sentences with a colon.
LONGEST_LABEL = 10
# A text is a transcript when this many speakers have labels, and one of them speaks this often.
FEWEST_SPEAKERS = 2
FEWEST_TURNS = 2
# Labels not in capitals are a conversation's where this share of the paragraphs has one: links and captions that are
# repeated come to 0.15 at most in news, interviews and minutes begin at 0.9.
LEAST_SHARE = 0.3
# A speech has one label, in one of the first paragraphs (counted from 0, headline and place included); on the site of a
# state's office anywhere.
LAST_OPENING = 2
_NOT_SPEAKERS = {
    "correction", "editor", "note", "photo", "read more", "related", "source", "sources", "update", "updated", "video",
    "watch", "more", "see also", "image", "background", "subject", "re", "date", "from", "to", "cc", "ps", "breaking",
    "exclusive", "live", "watch live", "the latest", "price", "hours", "opinion", "analysis", "example", "answer",
    "subscribe", "contact", "tags",
}  # fmt: skip


def read_labels(passage: Passage) -> Iterator[Draft]:
    """Direct speech after a speaker's label, up to the next label: "MS. WRITER:  We are ready."."""
    sure = introduced(passage)
    heads = _heads(passage, sure)
    if heads:
        yield from _under_heads(passage, heads)
        sure = {}
    blocks = [b for b in _blocks(passage, sure) if b[0] not in heads]
    labelled = [sure.get(block[0]) or _label(passage, *block) for block in blocks]
    places = {t.lower_ for t in passage.doc if t.ent_type_ == "GPE" and t.is_title and len(t) > 1}
    often = Counter(found.text for found in labelled if found is not None and found.text.casefold() not in places)
    transcript = _transcript(often, len(blocks))
    turn: Draft | None = None
    for n, (block, found) in enumerate(zip(blocks, labelled, strict=True)):
        start, end = passage.tokens(*block)
        if found is not None and _speaks(passage, found, often, places, transcript=transcript):
            if turn is not None:
                yield turn
            _, source, after, known = found
            colon = passage.tokens(*_colon(passage, source, after))
            content = (max(source[1], colon[1]), end)
            first = passage.trimmed(*content)[0]
            quoted = first < end and passage.quote_of[first] >= 0 and not transcript
            turn = Draft((content,), (colon,) if colon[0] < colon[1] else (), (source,), spoken=not quoted)
            speech = known or ((passage.official or n <= LAST_OPENING) and _presented(passage, source))
            if quoted or passage.headline(start) or not (transcript or speech):
                yield turn
                turn = None
        elif turn is not None and passage.article.text.startswith("*", block[0]) and blocks[n - 1][1] == block[0]:
            yield turn  # marks inside a paragraph, after which the page itself goes on
            turn = None
        elif turn is not None and not _stage_direction(passage, start, end):
            turn = Draft((*turn.content, (start, end)), turn.cue, turn.source, spoken=True)
    if turn is not None:
        yield turn


def _heads(passage: Passage, sure: Iterable[int]) -> dict[int, Label]:
    """The heads before quotations by the offset of their paragraph: two at least, and more than there are labels."""
    text = passage.article.text
    paragraphs = passage.layout.paragraphs
    found: dict[int, Label] = {}
    for n, p in enumerate(paragraphs):
        head = _HEAD.match(text, p.start, p.end)
        if head is None or p.role == "headline" or head["names"].casefold() in _NOT_SPEAKERS:
            continue
        if head.end() >= p.end and not any(text[b.start] in OPENING_MARKS for b in paragraphs[n + 1 : n + 2]):
            continue
        source = passage.trimmed(*passage.tokens(*head.span("names")))
        tokens = passage.doc[slice(*source)]
        if not any(t.tag_ in TENSED for t in tokens) and any(t.pos_ == "PROPN" for t in tokens):
            found[p.start] = Label(head["names"], source, head.end(), True)
    places = {passage.starts[label.source[0]] for label in found.values()}
    others = {p.start for p in paragraphs if _LABEL.match(text, p.start, p.end)}.union(sure) - found.keys() - places
    return found if len(found) >= FEWEST_SPEAKERS and len(found) > len(others) else {}


def _under_heads(passage: Passage, heads: dict[int, Label]) -> Iterator[Draft]:
    """The quotations under each head, behind it and in the next paragraphs that begin with one; none with a cue."""
    turns: list[Draft] = []
    goes_on = False
    for (low, high), paragraph in zip(passage.paragraphs, passage.layout.paragraphs, strict=True):
        numbers = range(passage.next_quote(low), passage.next_quote(high))
        inside = tuple(passage.quotes[n] for n in numbers)
        if any(low <= passage.owner.get(n, low - 1) < high for n in numbers):
            inside = ()
        head = heads.get(paragraph.start)
        if head is not None:
            colon = passage.tokens(*_colon(passage, head.source, head.after))
            turns.append(Draft(inside, (colon,), (head.source,), spoken=True))
        elif goes_on and inside and passage.trimmed(low, high)[0] == inside[0][0]:
            turns[-1] = replace(turns[-1], content=(*turns[-1].content, *inside))
        else:
            goes_on = False
            continue
        goes_on = True
        passage.owner |= dict.fromkeys(numbers if inside else (), turns[-1].cue[0][0])
    return (turn for turn in turns if turn.content)


def _transcript(often: Counter[str], paragraphs: int) -> bool:
    """Whether the labels are those of a conversation: two speakers at least, one of whom comes back."""
    returning = [label for label, turns in often.items() if turns >= FEWEST_TURNS]
    if len(often) < FEWEST_SPEAKERS or not returning:
        return False
    return any(label.isupper() for label in returning) or often.total() >= LEAST_SHARE * paragraphs


def _blocks(passage: Passage, sure: Iterable[int]) -> Iterator[Range]:
    """The paragraphs in offsets, cut before labels inside of them that are sure or come back, and before "* * *"."""
    text = passage.article.text
    paragraphs = passage.layout.paragraphs
    openings = [_LABEL.match(text, p.start, p.end) for p in paragraphs]
    inside = [
        m
        for p, opening in zip(paragraphs, openings, strict=True)
        for m in _INSIDE.finditer(text, p.start, p.end)
        if opening is None or opening.end() < m.end()  # "MS. WRITER:"
    ]
    often = Counter(m["label"] for m in inside)
    often.update(m[_group(m)] for m in openings if m is not None)
    for label in [label for label in often if label.casefold() in _NOT_SPEAKERS]:
        del often[label]
    opened = any(openings[: LAST_OPENING + 1])
    labels = {
        m.start("label")
        for m in inside
        if often[m["label"]] >= FEWEST_TURNS
        or ((opened or text[m.start() - 1] == "*") and _speaks_once(passage, m.span("label")))
    }
    marks = [m.start() for p in paragraphs for m in _MARKS.finditer(text, p.start + 1, p.end)]
    starts = iter(sorted({*labels, *sure, *marks}))
    cut = next(starts, None)
    for paragraph in paragraphs:
        start = paragraph.start
        while cut is not None and cut < paragraph.end:
            if cut > start:
                yield start, cut
            start, cut = cut, next(starts, None)
        yield start, paragraph.end


def _group(match: re.Match[str]) -> str:
    """Which kind of label the pattern found."""
    return next(kind for kind, text in match.groupdict().items() if text)


def _speaks_once(passage: Passage, span: Range) -> bool:
    """Whether a label that stands once inside a paragraph is one: who speaks is presented."""
    label = passage.article.text[slice(*span)]
    if label.isupper() or len(label.split()) > LONGEST_LABEL or re.search(r"\w{5,}\.", label):
        return False  # the last is the end of the sentence before
    return _presented(passage, passage.tokens(*span))


def _label(passage: Passage, start: int, end: int) -> Label | None:
    """The label with which the text from `start` to `end` begins."""
    text = passage.article.text
    start += text.startswith(("“", '"'), start)  # a transcript quoted turn by turn
    match = _QUESTION.match(text, start, end) or _LABEL.match(text, start, end)
    if match is None or match.end() >= end:
        return None
    group = _group(match)
    label = match[group]
    if len(label.split()) > LONGEST_LABEL or label.casefold() in _NOT_SPEAKERS:
        return None
    return Label(label, passage.tokens(match.start(group), match.end(group)), match.end(), False)


def _speaks(passage: Passage, found: Label, often: Counter[str], places: set[str], *, transcript: bool) -> bool:
    """Whether the label is a speaker's: before a quotation, in a transcript, a name in a headline, or it is sure."""
    label, source, after, sure = found
    if sure:
        return True
    tokens = passage.doc[source[0] : source[1]]
    placed = (
        all(t.ent_type_ in {"GPE", "LOC", "DATE", "TIME", "CARDINAL"} for t in tokens) or label.casefold() in places
    )
    if placed and not passage.headline(source[0]):
        return False
    rest = passage.article.text[after : after + 8].lstrip()
    if rest[:1] in {"“", '"', "‘", "'", "«", "„"}:
        return True
    if passage.headline(source[0]):
        paragraph = passage.paragraph_of(source[0])
        named = any(t.ent_type_ in {"PERSON", "GPE", "ORG", "NORP"} for t in tokens)
        return named and passage.words(source[1], paragraph[1]) > 2
    if not transcript:
        again = often[label] > 1 and not passage.official  # a link on a page of news
        return _presented(passage, source) and not again
    return label.isupper() or often[label] >= FEWEST_TURNS or _presented(passage, source)


def _presented(passage: Passage, source: Range) -> bool:
    """Whether the label is a person with an office: "President of Varenia Ana Writer"."""
    tokens = passage.doc[source[0] : source[1]]
    named = sum(t.ent_type_ == "PERSON" for t in tokens)
    return 0 < named < len(tokens) and len(tokens) - named >= 2


def _colon(passage: Passage, source: Range, after: int) -> tuple[int, int]:
    last = passage.article.text.rfind(":", passage.offsets(source)[1], after)
    return (last, last + 1) if last >= 0 else (after, after)


def _stage_direction(passage: Passage, start: int, end: int) -> bool:
    """ "(Laughter.)", "2:06 P.M. EST", "* * *" and "END" are nobody's words."""
    low, high = passage.offsets((start, end))
    text = passage.article.text[low:high].strip()
    return bool(re.fullmatch(r"\(.*\)|\[.*\]|[*\W\d]+|END\b.*|.{0,40}[AP]\.M\..{0,10}", text))
