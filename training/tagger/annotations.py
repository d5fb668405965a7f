"""Annotations for training as they are kept: offsets into the articles, no text.

    python training/tagger/annotations.py adopt FOLDER...    adds to training/tagger/annotations.jsonl

FOLDER holds an annotator's lines as training/tagger/guideline.md says, `in` beside it what the annotator was shown, in
files of the same names. Offsets are half-open, in code points.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from draw import PASSAGES, article_of, passages, sentences_of
from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag, MeetingFormat, MeetingState, PositionAct

ANNOTATIONS = Path(__file__).parent / "annotations.jsonl"
_LINE = re.compile(r"(\d+)\.(\d+) ([PMA]) ([^|]+) \| (.*)")
_ELSEWHERE = re.compile(r"(\d{1,2}):(.*)")
_MARKS = str.maketrans("“”’‘`", "\"\"'''")
Bounds = tuple[int, int]


class Position(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The words that tell the act, those that stand for who holds it and to whom it is said.

    `apart`: somebody holds it whom no word of the passage names.
    """

    cue: Bounds
    act: PositionAct
    holder: list[Bounds] = []
    apart: bool = False
    addressee: list[Bounds] = []
    flags: list[Flag] = []
    condition: Bounds | None = None


class Meeting(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The words that tell the meeting, and those that stand for who meets."""

    cue: Bounds
    state: MeetingState
    format: MeetingFormat
    sides: list[Bounds] = []


class Activity(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The words that tell the activity, and those that stand for whose it is."""

    cue: Bounds
    what: ActivityWhat
    state: ActivityState
    holder: list[Bounds] = []


class Annotation(msgspec.Struct, kw_only=True):
    """All of one passage."""

    passage: int
    text_sha256: str
    positions: list[Position]
    meetings: list[Meeting]
    activities: list[Activity]


def annotations() -> list[Annotation]:
    """All that are kept."""
    return [msgspec.json.decode(line, type=Annotation) for line in ANNOTATIONS.read_bytes().splitlines()]


def adopted(files: Iterable[Path]) -> Iterator[Annotation]:
    """What the lines say; lines whose words cannot be found are told and left out."""
    by_number = {p.n: p for p in passages(PASSAGES)}
    seen: dict[int, Annotation] = {}
    for file in files:
        lines = [_LINE.match(line.strip()) for line in file.read_text(encoding="utf-8").splitlines()]
        source = file.parent.parent / "in" / file.name
        shown = re.findall(r"^## (\d+) ", source.read_text(encoding="utf-8"), re.MULTILINE)
        for number in map(int, shown):
            passage = by_number[number]
            seen[number] = Annotation(
                passage=number, text_sha256=passage.text_sha256, positions=[], meetings=[], activities=[]
            )
            text = article_of(passage).text
            bounds = sentences_of(passage, text)
            for match in lines:
                if match and int(match[1]) == number:
                    try:
                        _adopt(match, seen[number], text, bounds)
                    except (LookupError, ValueError, msgspec.ValidationError) as error:
                        print(f"{file.name}: {match[0]}: {error}", file=sys.stderr)
    yield from (seen[n] for n in sorted(seen))


def _adopt(match: re.Match[str], into: Annotation, text: str, bounds: list[Bounds]) -> None:
    here = int(match[2])
    first, *fields = [f.strip() for f in match[5].split("|")]
    cue = _found(first, text, bounds[here - 1])

    def named(field: str) -> list[Bounds]:
        found = []
        for part in (p.strip() for p in field.split(";")):
            elsewhere = _ELSEWHERE.match(part)
            if part and part != "-" and not part.startswith("="):
                n, words = (int(elsewhere[1]), elsewhere[2]) if elsewhere else (here, part)
                found.append(_found(words.strip(), text, bounds[n - 1]))
        return found

    if match[3] == "P":
        holder, addressee, flags, condition = fields
        into.positions.append(
            msgspec.convert(
                {
                    "cue": cue,
                    "act": match[4].strip(),
                    "holder": named(holder),
                    "apart": holder.startswith("="),
                    "addressee": named(addressee),
                    "flags": [f.strip() for f in flags.split(",") if f.strip() != "-"],
                    "condition": None if condition == "-" else _found(condition, text, bounds[here - 1]),
                },
                Position,
            )
        )
        return
    one, _, other = (part.strip() for part in match[4].partition(","))
    if match[3] == "M":
        meeting = {"cue": cue, "state": one, "format": other, "sides": named(fields[0])}
        into.meetings.append(msgspec.convert(meeting, Meeting))
    else:
        activity = {"cue": cue, "what": one, "state": other, "holder": named(fields[0])}
        into.activities.append(msgspec.convert(activity, Activity))


def _found(words: str, text: str, within: Bounds) -> Bounds:
    """Where the words stand, whatever the white space and the kind of quotation marks."""
    pattern = r"\s+".join(re.escape(w) for w in words.translate(_MARKS).split())
    where = text[slice(*within)].translate(_MARKS)
    for wanted in (rf"(?<!\w){pattern}(?!\w)", pattern):
        if found := re.search(wanted, where) or re.search(wanted, where, re.IGNORECASE):
            return within[0] + found.start(), within[0] + found.end()
    raise LookupError(f"no {words!r} in the sentence")


if __name__ == "__main__":
    if sys.argv[1:2] != ["adopt"] or len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        raise SystemExit(2)
    read = adopted(sorted(f for folder in sys.argv[2:] for f in Path(folder).glob("*.txt")))
    by_passage = {a.passage: a for a in (*annotations(), *read)}
    found = [by_passage[n] for n in sorted(by_passage)]
    ANNOTATIONS.write_bytes(b"".join(msgspec.json.encode(a) + b"\n" for a in found))
    items = {kind: sum(len(getattr(a, kind)) for a in found) for kind in ("positions", "meetings", "activities")}
    print(f"{len(found)} passages, {items}")
