"""Speaker labels: colon introductions, transcripts, headlines of the form "Envoy: talks went well"."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.mentions.attributions.passages import Draft, Passage, Range

# "MR. PATEL:", "SENIOR ADMINISTRATION OFFICIAL:", "Q" alone, and "President of Varenia Ana Writer:" in mixed case.
_CAPITALS = r"(?:[A-Z][A-Z.’'\-]+(?:[ \xa0]+(?:[A-Z][A-Z.’'\-]*|of|and|the|#?\d+))*)"
_NAMES = r"(?:[A-Z][\w.’'\-]*(?:[ \xa0]+(?:[A-Z][\w.’'\-]*|of|and|the|for|de|van|von|al))*)"
_LABEL = re.compile(rf"(?P<capitals>{_CAPITALS})(?:[ \xa0]+\([^)\n]{{1,80}}\))?[ \xa0]*:|(?P<names>{_NAMES})[ \xa0]*:")
_QUESTION = re.compile(r"(?P<capitals>Q)(?:[ \xa0]*:)?[ \xa0]{2,}(?=\S)|(?P<names>Q)[ \xa0]*:")
# The longest label in words; longer matches are sentences with a colon.
LONGEST_LABEL = 10
# A mixed-case label counts as a transcript's only when it comes back this often in the article.
FEWEST_TURNS = 2
_NOT_SPEAKERS = {
    "correction", "editor", "note", "photo", "read more", "related", "source", "sources", "update", "updated", "video",
    "watch", "more", "see also", "image", "background", "subject", "re", "date", "from", "to", "cc", "ps", "breaking",
    "exclusive", "live", "opinion", "analysis", "example", "question", "answer", "subscribe", "contact", "tags",
}  # fmt: skip


def read_labels(passage: Passage) -> Iterator[Draft]:
    """Direct speech after a speaker's label, up to the next label: "MS. WRITER:  We are ready."."""
    labelled = [_label(passage, n) for n in range(len(passage.paragraphs))]
    often = Counter(label for label, _, _ in filter(None, labelled))
    turn: Draft | None = None
    for (start, end), found in zip(passage.paragraphs, labelled, strict=True):
        if found is not None and _counts(passage, found, often, start, end):
            if turn is not None:
                yield turn
            label, source, after = found
            colon = passage.tokens(*_colon(passage, source, after))
            content = passage.trimmed(max(source[1], colon[1]), end)
            quoted = passage.quote_of[content[0]] >= 0 if content[0] < content[1] else False
            turn = Draft((content,), (colon,) if colon[0] < colon[1] else (), (source,), spoken=not quoted)
            if quoted or often[label] < FEWEST_TURNS:
                yield turn
                turn = None
        elif turn is not None:
            if _stage_direction(passage, start, end):
                continue
            turn = Draft((*turn.content, passage.trimmed(start, end)), turn.cue, turn.source, spoken=True)
    if turn is not None:
        yield turn


def _label(passage: Passage, n: int) -> tuple[str, Range, int] | None:
    """Label, source tokens and the offset after the colon, where the paragraph begins with one."""
    text = passage.article.text
    paragraph = passage.layout.paragraphs[n]
    match = _QUESTION.match(text, paragraph.start, paragraph.end) or _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or match.end() >= paragraph.end:
        return None
    group = "capitals" if match.group("capitals") else "names"
    label = match.group(group)
    if len(label.split()) > LONGEST_LABEL or label.casefold() in _NOT_SPEAKERS:
        return None
    return label, passage.tokens(match.start(group), match.end(group)), match.end()


def _counts(passage: Passage, found: tuple[str, Range, int], often: Counter[str], start: int, end: int) -> bool:
    """Whether the label is a speaker's: it opens a quotation, comes back, or is a name in a headline."""
    label, source, after = found
    rest = passage.article.text[after : after + 4].lstrip(" \xa0")
    if rest[:1] in {"“", '"', "‘", "'", "«", "„"}:
        return True
    if often[label] >= FEWEST_TURNS:
        return True
    person = any(t.ent_type_ in {"PERSON", "GPE", "ORG", "NORP"} for t in passage.doc[source[0] : source[1]])
    return passage.headline(start) and person and passage.words(source[1], end) > 2


def _colon(passage: Passage, source: Range, after: int) -> tuple[int, int]:
    last = passage.article.text.rfind(":", passage.offsets(source)[1], after)
    return (last, last + 1) if last >= 0 else (after, after)


def _stage_direction(passage: Passage, start: int, end: int) -> bool:
    """ "(Laughter.)", "2:06 P.M. EST", "* * *" and "END" are nobody's words."""
    low, high = passage.offsets((start, end))
    text = passage.article.text[low:high].strip()
    return bool(re.fullmatch(r"\(.*\)|\[.*\]|[*\W\d]+|END\b.*|.{0,40}[AP]\.M\..{0,10}", text))
