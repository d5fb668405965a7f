"""Annotating attributions by hand: show a passage, enter what was read, compare two readings.

    python bench/gold_attribution_annotate.py show 7                            the passage in its article
    python bench/gold_attribution_annotate.py enter 7 mine.json --reader first  checks it and keeps it as offsets
    python bench/gold_attribution_annotate.py agreement                         first against second reading

What a file holds is in bench/gold/README.md; what to annotate in bench/gold/attribution-guideline.md. A reading is kept
in bench/gold/attribution.first/ or attribution.second/, a file a passage, offsets into the article and no text.
"""

import re
from collections.abc import Iterator, Sequence

import click
import msgspec

from gold_attribution_agreement import agreement_of, differing
from gold_attribution_readings import Gold, Identity, Reading, reading_file
from gold_finder import Finder, Mistake, stands_in, words_at
from gold_passages import Bounds, Passage, passages
from gold_reading import commands
from onrecord.data import table
from onrecord.model import Article
from onrecord.model.vocabulary import Form, Setting, SourcingLevel

_STATES = frozenset(row["country"] for row in table("countries"))
_BODIES = frozenset(row["id"] for file in ("en/organisations", "en/outlets") for row in table(file))
_UNNAMED_LEVELS = {"specific unnamed", "vague unnamed"}


class Written(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One attribution as an annotator writes it: words instead of offsets."""

    id: str
    source: list[str] = []
    cue: list[str] = []
    content: list[str]
    parent: str | None = None
    addressee: list[str] = []
    setting: Setting | None = None
    form: Form
    level: SourcingLevel
    description: str | None = None
    number: int | None = None
    closeness: str | None = None
    anonymity: str | None = None
    relays: int = 1
    speaker: "WrittenSpeaker"
    note: str | None = None


class WrittenSpeaker(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who the source is."""

    actor: str | None
    mention: str | None = None
    institution: str | None = None
    candidates: list[str] = []


class WrittenReading(msgspec.Struct, forbid_unknown_fields=True):
    """A whole passage; the list may be empty."""

    attributions: list[Written]


def located(written: Sequence[Written], passage: Passage, article: Article) -> tuple[list[Gold], list[str]]:
    """The attributions with offsets, and what has to be mended; offsets are right only where nothing has to."""
    mistakes: list[str] = []
    ids = [w.id for w in written]
    mistakes += [f"{i}: this id is used twice" for i in dict.fromkeys(ids) if ids.count(i) > 1]
    found: list[Gold] = []
    for one in written:
        mistakes += [f"{one.id}: {m}" for m in (*_misuses(one, set(ids)), *_strangers(one, article))]
        try:
            found.append(_located(one, Finder(article.text, (passage.start, passage.end), (0, len(article.text)))))
        except Mistake as error:
            mistakes.append(f"{one.id}: {error}")
    by_id = {g.id: g for g in found}
    for gold in found:
        parent = by_id.get(gold.parent or "")
        if parent and not _within(gold.content, parent.content):
            mistakes.append(f"{gold.id}: its content does not lie in that of its parent {parent.id}")
        if _circular(gold, by_id):
            mistakes.append(f"{gold.id}: is its own parent, by way of {gold.parent}")
    return found, mistakes


def _misuses(one: Written, ids: set[str]) -> Iterator[str]:
    """What the guideline rules out, whatever the text."""
    actor = one.speaker.actor
    if one.parent is not None and one.parent not in ids:
        yield f"parent {one.parent!r} is the id of no attribution of this file"
    if not one.content:
        yield "content is empty"
    if not one.source and one.level not in {"none", "own voice"} and one.form == "indirect":
        yield f"without a source the level of an indirect one is none, not {one.level}"
    if one.level in _UNNAMED_LEVELS and not one.description:
        yield f"level {one.level} needs its description, the words of the text"
    if (one.closeness or one.anonymity) and one.level not in _UNNAMED_LEVELS:
        yield "closeness and anonymity are for unnamed sources"
    if one.relays < 1:
        yield "relays counts from 1"
    if actor is not None and re.fullmatch(r"[A-Z]{2}", actor) and actor not in _STATES and actor not in {"UN", "EU"}:
        yield f"speaker.actor {actor!r} is no ISO code of a state"
    if actor is not None and actor.startswith("unnamed:") and actor != actor.lower():
        yield "write unnamed:... in small letters"
    if one.speaker.institution and not (actor and len(actor) == 2):
        yield "speaker.institution goes with the code of its state as actor"


def _strangers(one: Written, article: Article) -> Iterator[str]:
    """Names that neither the article nor its title has."""
    for name in (one.speaker.actor, *one.speaker.candidates):
        if name is None or name in _BODIES or name.startswith("unnamed:") or re.fullmatch(r"[A-Z]{2}", name):
            continue
        if not stands_in(article, name):
            yield f"the name {name!r} stands neither in the article nor in its title: take the fullest that does"


def _located(one: Written, finder: Finder) -> Gold:
    content = [finder.only("content", words, finder.passage) for words in one.content]
    cue = [finder.nearest("cue", words, content, content) for words in one.cue]
    source = [finder.nearest("source", words, cue or content, [*content, *cue]) for words in one.source]
    near = [*source, *cue] or content
    speaker = one.speaker
    return Gold(
        id=one.id,
        source=sorted(source),
        cue=sorted(cue),
        content=sorted(content),
        parent=one.parent,
        addressee=sorted(finder.nearest("addressee", words, near, []) for words in one.addressee),
        setting=one.setting,
        form=one.form,
        level=one.level,
        description=finder.nearest("description", one.description, near, []) if one.description else None,
        number=one.number,
        closeness=finder.nearest("closeness", one.closeness, near, []) if one.closeness else None,
        anonymity=finder.nearest("anonymity", one.anonymity, near, []) if one.anonymity else None,
        relays=one.relays,
        speaker=Identity(
            actor=speaker.actor,
            mention=finder.first("speaker.mention", speaker.mention) if speaker.mention else None,
            institution=speaker.institution,
            candidates=speaker.candidates,
        ),
        note=one.note,
    )


def _within(inner: Sequence[Bounds], outer: Sequence[Bounds]) -> bool:
    """Whether the inner content begins in the outer one or in its hull."""
    return min(s for s, _ in outer) <= min(s for s, _ in inner) < max(e for _, e in outer)


def _circular(gold: Gold, by_id: dict[str, Gold]) -> bool:
    seen: list[str] = []
    at: Gold | None = gold
    while at is not None and at.id not in seen:
        seen.append(at.id)
        at = by_id.get(at.parent or "")
    return at is not None and at.id == gold.id


def _reading(written: WrittenReading, passage: Passage, article: Article) -> tuple[Reading, list[str]]:
    found, mistakes = located(written.attributions, passage, article)
    return Reading(passage=passage.n, text_sha256=passage.text_sha256, attributions=found), mistakes


def _echo(gold: Gold, text: str) -> None:
    """One attribution as it was understood."""

    def words(bounds: Sequence[Bounds]) -> str:
        return words_at(bounds, text)

    who = gold.speaker
    click.echo(f"{gold.id}  {words(gold.source)} | {words(gold.cue)} | {words(gold.content)}")
    click.echo(
        f"    {gold.form}, {gold.level}, parent {gold.parent}, addressee {words(gold.addressee)}, "
        f"setting {gold.setting}, number {gold.number}, relays {gold.relays}, speaker {who.actor or who.candidates}"
        f" ({words([who.mention]) if who.mention else '-'})"
    )


main = commands(
    passages,
    reading_file,
    WrittenReading,
    located=_reading,
    echo=lambda reading, _, text: [_echo(gold, text) for gold in reading.attributions],
    compared=(agreement_of, differing),
)


if __name__ == "__main__":
    main()
