"""Annotating attributions by hand: show a passage, enter what was read, compare two readings.

    python bench/gold_annotate.py show 7                            the passage in its article
    python bench/gold_annotate.py enter 7 mine.json --reader first  checks it and keeps it as offsets
    python bench/gold_annotate.py agreement                         first against second reading

What a file holds is in bench/gold/README.md; what to annotate in bench/gold/attribution-guideline.md. A reading is kept
in bench/gold/attribution.first/ or attribution.second/, a file a passage, offsets into the article and no text.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from gold_passages import Passage, article_of, passages
from gold_readings import Bounds, Gold, Identity, Reading, reading_file
from onrecord.data import table
from onrecord.model import Article
from onrecord.model.vocabulary import Form, Setting, SourcingLevel

# Words of context printed before and after a passage; the article's first words are printed always.
BEFORE, AFTER, OPENING = 500, 150, 120
# Marks that news writes in several ways, one character each, so that offsets stay.
_FOLDED = str.maketrans("“”„«»‘’‚´`–—−‑\u00a0\u2009\u202f", "\"\"\"\"\"'''''----   ")
_NTH = re.compile(r"\s*@(\d+)$")
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


class Mistake(Exception):
    """What an annotator has to mend."""


@click.group()
def main() -> None:
    """Reading attributions by hand."""


@main.command()
@click.argument("n", type=int)
@click.option("--whole", is_flag=True, help="All of the article, however long.")
def show(n: int, whole: bool) -> None:
    """Prints passage N between two lines of arrows, and the article around it."""
    passage = _passage(n)
    article = article_of(passage)
    published = article.published.value if article.published else "unknown"
    click.echo(f"passage {n}  {passage.article}  {passage.half}")
    click.echo(f"outlet: {article.outlet}   title: {article.title}   published: {published}\n")
    before, after = article.text[: passage.start], article.text[passage.end :]
    if not whole and len(before.split()) > BEFORE + OPENING:
        opening, before = _words(before, OPENING), _words(before, -BEFORE)
        click.echo(f"{_laid_out(opening)}\n\n[... left out: show {n} --whole]\n")
    click.echo(_laid_out(before))
    click.echo(f"\n>>>>>>>>>> PASSAGE {n} BEGINS\n\n{_laid_out(article.text[passage.start : passage.end])}\n")
    click.echo(f"<<<<<<<<<< PASSAGE {n} ENDS\n\n{_laid_out(after if whole else _words(after, AFTER))}")


@main.command()
@click.argument("n", type=int)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reader", type=click.Choice(["first", "second"]), required=True)
def enter(n: int, file: Path, reader: str) -> None:
    """Checks FILE as the reading of passage N, keeps it, and prints what each attribution was taken for."""
    passage = _passage(n)
    article = article_of(passage)
    try:
        written = msgspec.json.decode(file.read_bytes(), type=WrittenReading, strict=True).attributions
    except msgspec.MsgspecError as error:
        print(f"{file}: {error}", file=sys.stderr)
        raise SystemExit(1) from error
    found, mistakes = located(written, passage, article)
    if mistakes:
        print("\n".join([*mistakes, f"nothing was kept: mend {len(mistakes)} and enter again"]), file=sys.stderr)
        raise SystemExit(1)
    kept = reading_file(reader, n)
    kept.parent.mkdir(exist_ok=True)
    reading = Reading(passage=n, text_sha256=passage.text_sha256, attributions=found)
    kept.write_bytes(msgspec.json.format(msgspec.json.encode(reading), indent=1) + b"\n")
    for gold in found:
        _echo(gold, article.text)
    click.echo(f"kept {len(found)} attributions in {kept.parent.name}/{kept.name}: look whether each is what you meant")


@main.command()
@click.option("--differences", is_flag=True, help="Print where the two differ.")
def agreement(differences: bool) -> None:
    """First against second reading of the passages that were read twice, as JSON."""
    from gold_agreement import agreement_of, differing

    twice = [p for p in passages() if reading_file("first", p.n).exists() and reading_file("second", p.n).exists()]
    if differences:
        for p in twice:
            click.echo("\n".join(differing(p)))
    click.echo(json.dumps(agreement_of(twice), indent=1))


def located(written: Sequence[Written], passage: Passage, article: Article) -> tuple[list[Gold], list[str]]:
    """The attributions with offsets, and what has to be mended; offsets are right only where nothing has to."""
    mistakes: list[str] = []
    ids = [w.id for w in written]
    mistakes += [f"{i}: this id is used twice" for i in dict.fromkeys(ids) if ids.count(i) > 1]
    found: list[Gold] = []
    for one in written:
        mistakes += [f"{one.id}: {m}" for m in (*_misuses(one, set(ids)), *_strangers(one, article))]
        try:
            found.append(_located(one, _Finder(article.text, passage)))
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
    shown = " ".join(
        f"{article.title or ''} {article.outlet or ''} {article.text}".translate(_FOLDED).casefold().split()
    )
    for name in (one.speaker.actor, *one.speaker.candidates):
        if name is None or name in _BODIES or name.startswith("unnamed:") or re.fullmatch(r"[A-Z]{2}", name):
            continue
        if " ".join(name.translate(_FOLDED).casefold().split()) not in shown:
            yield f"the name {name!r} stands neither in the article nor in its title: take the fullest that does"


def _located(one: Written, finder: "_Finder") -> Gold:
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


class _Finder:
    """Finds an annotator's words in an article."""

    def __init__(self, text: str, passage: Passage) -> None:
        self.text = text.translate(_FOLDED)
        self.passage = (passage.start, passage.end)
        self.article = (0, len(text))

    def only(self, role: str, words: str, within: Bounds) -> Bounds:
        """The one place; words found in several are a mistake unless "@2" says which."""
        nth, places = self._places(role, words, within)
        if nth is None and len(places) > 1:
            raise Mistake(f"{role} {words!r} stands in {len(places)} places: write more words, or add @1 ... @n")
        return self._chosen(role, words, nth, places, places)

    def first(self, role: str, words: str) -> Bounds:
        """The first place in the article."""
        nth, places = self._places(role, words, self.article)
        return self._chosen(role, words, nth, places, places)

    def nearest(self, role: str, words: str, to: Sequence[Bounds], outside: Sequence[Bounds]) -> Bounds:
        """The place nearest to others, in the passage, else in the article; not in `outside`."""
        nth, places = self._places(role, words, self.passage, else_within=self.article)
        free = [p for p in places if not any(p[0] < end and start < p[1] for start, end in outside)]
        if places and not free:
            raise Mistake(f"{role} {words!r} stands only within its own content or cue: content must not hold it")
        free.sort(key=lambda p: min(max(start - p[1], p[0] - end) for start, end in to))
        return self._chosen(role, words, nth, places, free)

    def _chosen(
        self, role: str, words: str, nth: int | None, places: Sequence[Bounds], best: Sequence[Bounds]
    ) -> Bounds:
        if nth is None:
            return best[0]
        if not 1 <= nth <= len(places):
            raise Mistake(f"{role} {words!r}: the words stand in {len(places)} places only")
        return places[nth - 1]

    def _places(
        self, role: str, words: str, within: Bounds, else_within: Bounds | None = None
    ) -> tuple[int | None, list[Bounds]]:
        nth = _NTH.search(words)
        plain = " ".join(words[: nth.start() if nth else None].translate(_FOLDED).split())
        for bounds in (within, else_within):
            if bounds and plain and (places := list(self._written(plain, bounds)) or self._shortened(plain, bounds)):
                return int(nth[1]) if nth else None, places
        raise Mistake(f"{role} {words!r} does not stand in the {'passage' if else_within is None else 'article'}")

    def _written(self, words: str, within: Bounds) -> Iterator[Bounds]:
        """Whole words, white space of any kind."""
        pattern = r"\s+".join(re.escape(w) for w in words.split())
        edges = (r"\b" if words[0].isalnum() else "", r"\b" if words[-1].isalnum() else "")
        for match in re.finditer(edges[0] + pattern + edges[1], self.text[: within[1]]):
            if match.start() >= within[0]:
                yield match.span()

    def _shortened(self, words: str, within: Bounds) -> list[Bounds]:
        """ "first words ... last words": from each place of the first to the next place of the last."""
        for cut in (m.start() for m in re.finditer(r"(?<=\S) (?:\.\.\.|…) (?=\S)", words)):
            begin, end = words[:cut], words[cut + 1 :].partition(" ")[2]
            ends = list(self._written(end, within))
            spans = [(b[0], next((e[1] for e in ends if e[0] >= b[1]), None)) for b in self._written(begin, within)]
            if places := [(start, until) for start, until in spans if until is not None]:
                return places
        return []


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


def _echo(gold: Gold, text: str) -> None:
    """One attribution as it was understood."""

    def words(bounds: Sequence[Bounds]) -> str:
        pieces = [" ".join(text[s:e].split()) for s, e in bounds]
        return " + ".join(p if len(p) < 90 else f"{p[:50]} [...] {p[-30:]}" for p in pieces) or "-"

    who = gold.speaker
    click.echo(f"{gold.id}  {words(gold.source)} | {words(gold.cue)} | {words(gold.content)}")
    click.echo(
        f"    {gold.form}, {gold.level}, parent {gold.parent}, addressee {words(gold.addressee)}, "
        f"setting {gold.setting}, number {gold.number}, relays {gold.relays}, speaker {who.actor or who.candidates}"
        f" ({words([who.mention]) if who.mention else '-'})"
    )


def _passage(n: int) -> Passage:
    every = {p.n: p for p in passages()}
    if n not in every:
        raise click.UsageError(f"passages are 1 to {len(every)}")
    return every[n]


def _laid_out(text: str) -> str:
    """The text for reading: paragraph marks of scrapers become empty lines."""
    return re.sub(r"\s###\s", "\n\n", text).strip()


def _words(text: str, count: int) -> str:
    """The first words of a text, or with a negative count the last."""
    bounds = [m.span() for m in re.finditer(r"\S+", text)]
    if len(bounds) <= abs(count):
        return text
    return text[: bounds[count - 1][1]] if count > 0 else text[bounds[count][0] :]


if __name__ == "__main__":
    main()
