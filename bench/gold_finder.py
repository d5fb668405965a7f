"""What annotating by hand shares: a passage is shown, words are found in it, what is right is kept."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from gold_passages import Bounds, Passage
from onrecord.model import Article

# Words of context printed before and after a passage; the article's first words are printed always.
BEFORE, AFTER, OPENING = 500, 150, 120
# Marks that news writes in several ways, one character each, so that offsets stay.
FOLDED = str.maketrans("“”„«»‘’‚´`–—−‑\u00a0\u2009\u202f", "\"\"\"\"\"'''''----   ")
_NTH = re.compile(r"\s*@(\d+)$")
_T = TypeVar("_T")


class Mistake(Exception):
    """What an annotator has to mend."""


def numbered(passages: Sequence[Passage], n: int) -> Passage:
    """The one of that number."""
    every = {p.n: p for p in passages}
    if n not in every:
        raise click.UsageError(f"passages are 1 to {len(every)}")
    return every[n]


def shown(passage: Passage, article: Article, *, whole: bool) -> str:
    """A passage between two lines of arrows, and the article around it, all of it or what is near."""
    n, text = passage.n, article.text
    published = article.published.value if article.published else "unknown"
    before, after = text[: passage.start], text[passage.end :]
    opening = ""
    if not whole and len(before.split()) > BEFORE + OPENING:
        opening = f"{_laid_out(_words(before, OPENING))}\n\n[... left out: show {n} --whole]\n\n"
        before = _words(before, -BEFORE)
    return (
        f"passage {n}  {passage.article}  {passage.half}\n"
        f"outlet: {article.outlet}   title: {article.title}   published: {published}\n\n"
        f"{opening}{_laid_out(before)}\n"
        f"\n>>>>>>>>>> PASSAGE {n} BEGINS\n\n{_laid_out(text[passage.start : passage.end])}\n\n"
        f"<<<<<<<<<< PASSAGE {n} ENDS\n\n{_laid_out(after if whole else _words(after, AFTER))}"
    )


def written_in(file: Path, kind: type[_T]) -> _T:
    """What an annotator's file holds; ends the program where it is not of that kind."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind, strict=True)
    except msgspec.MsgspecError as error:
        print(f"{file}: {error}", file=sys.stderr)
        raise SystemExit(1) from error


def refuse(mistakes: Sequence[str]) -> None:
    """Ends the program where there are any."""
    if mistakes:
        print("\n".join([*mistakes, f"nothing was kept: mend {len(mistakes)} and enter again"]), file=sys.stderr)
        raise SystemExit(1)


def keep(file: Path, reading: msgspec.Struct) -> None:
    """Writes a reading in the place of an earlier one."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(reading), indent=1) + b"\n")


def stands_in(article: Article, name: str) -> bool:
    """Whether the article, its title or its outlet has the name."""
    shown = f"{article.title or ''} {article.outlet or ''} {article.text}"
    return _plain(name) in _plain(shown)


def words_at(bounds: Sequence[Bounds], text: str) -> str:
    """What stands there, long pieces shortened."""
    pieces = [" ".join(text[s:e].split()) for s, e in bounds]
    return " + ".join(p if len(p) < 90 else f"{p[:50]} [...] {p[-30:]}" for p in pieces) or "-"


def overlap(a: Bounds, b: Bounds) -> bool:
    """Whether they have a character in common."""
    return a[0] < b[1] and b[0] < a[1]


class Finder:
    """Finds an annotator's words in a passage, and what it lacks in the article."""

    def __init__(self, text: str, passage: Bounds, article: Bounds) -> None:
        self.text = text.translate(FOLDED)
        self.passage = passage
        self.article = article

    def only(self, role: str, words: str, within: Bounds) -> Bounds:
        """The one place; words found in several are a mistake unless "@2" says which."""
        nth, places = self.places(role, words, within)
        if nth is None and len(places) > 1:
            raise Mistake(f"{role} {words!r} stands in {len(places)} places: write more words, or add @1 ... @n")
        return self._chosen(role, words, nth, places, places)

    def first(self, role: str, words: str) -> Bounds:
        """The first place in the article."""
        nth, places = self.places(role, words, self.article)
        return self._chosen(role, words, nth, places, places)

    def nearest(self, role: str, words: str, to: Sequence[Bounds], outside: Sequence[Bounds]) -> Bounds:
        """The place nearest to others, in the passage, else in the article; not in `outside`."""
        nth, places = self.places(role, words, self.passage, else_within=self.article)
        free = [p for p in places if not any(overlap(p, o) for o in outside)]
        if places and not free:
            raise Mistake(f"{role} {words!r} stands only within its own content or cue: content must not hold it")
        free.sort(key=lambda p: min(max(start - p[1], p[0] - end) for start, end in to))
        return self._chosen(role, words, nth, places, free)

    def free(self, role: str, words: str, taken: Sequence[Bounds]) -> Bounds:
        """The first place in the passage that is not taken."""
        nth, places = self.places(role, words, self.passage)
        free = [p for p in places if not any(overlap(p, t) for t in taken)]
        if nth is None and not free:
            raise Mistake(f"{role} {words!r} stands in {len(places)} places only, and each is taken")
        return self._chosen(role, words, nth, places, free)

    def places(
        self, role: str, words: str, within: Bounds, else_within: Bounds | None = None
    ) -> tuple[int | None, list[Bounds]]:
        """All places, and which of them "@2" asks for."""
        nth = _NTH.search(words)
        plain = " ".join(words[: nth.start() if nth else None].translate(FOLDED).split())
        for bounds in (within, else_within):
            if bounds and plain and (places := self.written(plain, bounds) or self._shortened(plain, bounds)):
                return int(nth[1]) if nth else None, places
        raise Mistake(
            f"{role} {words!r} does not stand in the {'passage' if else_within in (None, within) else 'article'}"
        )

    def written(self, words: str, within: Bounds) -> list[Bounds]:
        """Whole words, white space of any kind, in all their places."""
        folded = words.translate(FOLDED).split()
        pattern = r"\s+".join(re.escape(w) for w in folded)
        edges = (r"\b" if words[0].isalnum() else "", r"\b" if words[-1].isalnum() else "")
        found = re.finditer(edges[0] + pattern + edges[1], self.text[: within[1]])
        return [m.span() for m in found if m.start() >= within[0]]

    def _chosen(
        self, role: str, words: str, nth: int | None, places: Sequence[Bounds], best: Sequence[Bounds]
    ) -> Bounds:
        if nth is None:
            return best[0]
        if not 1 <= nth <= len(places):
            raise Mistake(f"{role} {words!r}: the words stand in {len(places)} places only")
        return places[nth - 1]

    def _shortened(self, words: str, within: Bounds) -> list[Bounds]:
        """ "first words ... last words": from each place of the first to the next place of the last."""
        for cut in (m.start() for m in re.finditer(r"(?<=\S) (?:\.\.\.|…) (?=\S)", words)):
            begin, end = words[:cut], words[cut + 1 :].partition(" ")[2]
            ends = self.written(end, within)
            spans = [(b[0], next((e[1] for e in ends if e[0] >= b[1]), None)) for b in self.written(begin, within)]
            if places := [(start, until) for start, until in spans if until is not None]:
                return places
        return []


def _plain(text: str) -> str:
    return " ".join(text.translate(FOLDED).casefold().split())


def _laid_out(text: str) -> str:
    """The text for reading: paragraph marks of scrapers become empty lines."""
    return re.sub(r"\s###\s", "\n\n", text).strip()


def _words(text: str, count: int) -> str:
    """The first words of a text, or with a negative count the last."""
    bounds = [m.span() for m in re.finditer(r"\S+", text)]
    if len(bounds) <= abs(count):
        return text
    return text[: bounds[count - 1][1]] if count > 0 else text[bounds[count][0] :]
