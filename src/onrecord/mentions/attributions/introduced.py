"""Labels for which no line break is needed: with a page's note, and on the site of a state's office by office or name.

Such transcripts come as one line: "... Thank you. Defence Minister Ana Berg: We wait. Tom Holt (in French): So do we."
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.data import words
from onrecord.mentions.attributions.passages import Passage, Range
from onrecord.mentions.turns import is_question

_FIRST_NAMES = words("en/first_names")
_REMARK = r"(?:[ \xa0]*\([^()\n]{1,80}\))?"
_COLON = re.compile(rf"{_REMARK}[ \xa0]*:(?=\s)")
_SINCE_STOP = re.compile(r"[^.?!…>)\]*\"”»:;\s][^.?!…>)\]*\"”»:;\n]*$")
# Signs before a colon that are looked at.
_LONGEST = 300
# "Varenian Prime Minister Ana Berg Berg AnaPrime Minister of Varenia": the caption of a photograph.
_NOTED = re.compile(
    r"(?P<first>[A-Z][\w’'\-]+(?:[ \xa0][A-Z][\w’'\-]+)??)[ \xa0](?P<last>[A-Z][\w’'\-]+)"
    r"[ \xa0]+(?P=last)[ \xa0]+(?P=first)(?=[ \xa0]*(?:[A-Z]|$))"
)
# "Deputy Premier – Chief of Staff Ana Berg", "Ana Berg, Head of the Harbour Office".
_PART = r"(?:[A-Z][\w’'\-]*|of|and|the|for|to|in|on|bin|al|de|da|van|von|der|del)"
_NAME = re.compile(rf"[A-Z][\w’'\-]*(?:[ \xa0]*[–—,]?[ \xa0]+(?:newspaper |agency |channel |correspondent )*{_PART})*")
_OFFICE = re.compile(
    r"(?:\b(?:First|Deputy|Vice|Acting|Prime|Foreign|Defen[cs]e|Finance|Interior|Federal|Press)[ \xa0])*"
    r"\b(?:President|Minister|Premier|Chancellor|King|Queen|Emir|Sultan|Secretary|Chair(?:man|woman)?|Speaker|Governor"
    r"|Director|Head|Chief|Commander|Aide|Ambassador)\b"
)
# "Mr President: ...", "As for Secretary Berg: ...".
_NO_LABEL = re.compile(r"(?:Mr|Ms|Mrs|Madam|Dear|Your|As|For|And|But|To|On|In|By|From|With|About|Of)\b")
_NO_PERSONS = {"GPE", "LOC", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "EVENT", "LAW", "PRODUCT", "ORG", "FAC"}
# Of "talks" and the like in a heading the parser makes a verb in the present.
_TELLING = {"VBD", "VBP", "MD", "PRP"}
_BEFORE_TYPOS = {"NOUN", "PRON", "NUM", "INTJ"}


class Label(NamedTuple):
    """A speaker's label as it is written."""

    text: str
    source: Range
    """Its tokens."""
    after: int
    """Offset after the colon."""
    sure: bool
    """Whether it stands so that it can be nothing else."""


class _Found(NamedTuple):
    start: int
    end: int
    after: int
    alone: bool
    """Whether it is a label even where there is no other."""


def introduced(passage: Passage) -> dict[int, Label]:
    """The labels by their first offset; a bare name is one only where the text has another."""
    text = passage.article.text
    found, rest = [], []
    for start, end, after in _before_colons(passage):
        label = _noted(passage, start, end, after)
        if label is None and passage.official:
            label = _titled(passage, start, end, after)
        if label is not None:
            found.append(label)
        elif passage.official:
            rest.append((start, end, after))
    found = [f for f in found if f.alone or len(found) > 1]
    known = {text[f.start : f.end] for f in found}
    found += [f for r in rest if (f := _behind_a_missing_stop(passage, *r, known))]
    return {f.start: Label(text[f.start : f.end], passage.tokens(f.start, f.end), f.after, True) for f in found}


def _before_colons(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """What stands before each colon, a remark in brackets left out, since the last stop; with the offset behind it."""
    text = passage.article.text
    for paragraph in passage.layout.paragraphs:
        for colon in _COLON.finditer(text, paragraph.start, paragraph.end):
            since = _SINCE_STOP.search(text, max(paragraph.start, colon.start() - _LONGEST), colon.start())
            if since is not None and paragraph.role != "headline" and not since[0].isupper():
                yield since.start(), colon.start(), colon.end()


def _noted(passage: Passage, start: int, end: int, after: int) -> _Found | None:
    note = _NOTED.search(passage.article.text, start, end)
    if note is None:
        return None
    return _Found(_opening(passage, start, note.end("last")) or note.start(), note.end("last"), after, True)


def _titled(passage: Passage, start: int, end: int, after: int) -> _Found | None:
    """A name, with an office or alone; behind a heading, which has no stop, an office with a name."""
    text = passage.article.text
    if _NAME.fullmatch(text, start, end):
        if is_question(text[start:end]):
            return _Found(start, end, after, False)
        if _NO_LABEL.match(text, start, end):
            return None
        opens = _opens(text, start) or text[end:after].strip().startswith("(")
        office = _OFFICE.search(text, start, end) is not None
        if _OFFICE.match(text, start, end) or _is_person(passage, start, end):
            return _Found(start, end, after, office or opens)
        return None
    label = _opening(passage, start, end) if _opens(text, start) else None
    return _Found(label, end, after, True) if label is not None else None


def _opens(text: str, start: int) -> bool:
    """Whether the text begins there, or goes on behind stars."""
    return text[max(0, start - 9) : start].rstrip()[-1:] in {"", "*"}


def _opening(passage: Passage, start: int, end: int) -> int | None:
    """Where the label begins: at once, or behind a heading with the last office, of which no verb tells anything."""
    text = passage.article.text
    if _NAME.fullmatch(text, start, end):
        return start
    office = max(_OFFICE.finditer(text, start, end), key=re.Match.start, default=None)
    if office is None or not _NAME.fullmatch(text, office.start(), end):
        return None
    named = len(re.findall(r"[A-Z]", text[office.end() : end])) > 1
    heading = passage.doc[slice(*passage.tokens(start, office.start()))]
    return office.start() if named and not any(t.tag_ in _TELLING for t in heading) else None


def _is_person(passage: Passage, start: int, end: int) -> bool:
    """Whether the last words are somebody's full name."""
    words = passage.article.text[start:end].partition(",")[0].split()
    if len(words) < 2:
        return False
    if any(w in _FIRST_NAMES for w in words[-4:-1]):
        return True
    tokens = passage.doc[slice(*passage.tokens(start, end))]
    if tokens[-1].ent_type_ == "PERSON":
        return True
    return len(words) <= 4 and all(t.pos_ in {"PROPN", "PUNCT"} and t.ent_type_ not in _NO_PERSONS for t in tokens)


def _behind_a_missing_stop(passage: Passage, start: int, end: int, after: int, known: set[str]) -> _Found | None:
    """A label that the text has elsewhere, behind a turn whose stop was forgotten: "Thank you Ana Berg: Go on"."""
    text = passage.article.text
    label = next((k for k in known if " " in k and text.endswith(k, start, end)), None)
    if label is None or text[after : after + 3].lstrip()[:1] in {"“", '"', "‘", "'", "«", "„"}:
        return None
    begin = end - len(label)
    before = passage.tokens(start, begin)[1] - 1
    return _Found(begin, end, after, True) if passage.doc[before].pos_ in _BEFORE_TYPOS else None
