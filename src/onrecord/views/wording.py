"""How words are put in print: those of a find, joined or cut to what a cell holds, and numbers with their nouns."""

from collections.abc import Iterable

from onrecord.model import AnyFind, Attribution, Position, Span

# Words of a statement that a table cell can hold.
CELL_WORDS = 12
# Words after which no text may be cut off: what is wanted comes behind them.
_OPEN_ENDS = {
    "to", "not", "of", "that", "which", "for", "the", "a", "an", "and", "or", "in", "on", "with", "from", "by", "at",
    "ready", "able", "willing", "prepared", "is", "are", "be", "will", "would", "must", "immediately",
}  # fmt: skip


def content_of(find: AnyFind) -> str:
    """What the find says, in the words of the article.

    All its words, verb included, where the content alone would mislead: where it is one word, such as "it", and where
    the verb is negated: "cannot promise water".
    """
    content = joined(find.content) if isinstance(find, Position | Attribution) else ""
    return content if " " in content and "negated" not in find.flags else joined(find.spans)


def counted(n: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{n} {noun}" + "s" * (n != 1)


def joined(spans: Iterable[Span]) -> str:
    """The words of the spans on one line, gaps marked."""
    return " … ".join(" ".join(s.text.split()) for s in spans)


def clipped(text: str, words: int = CELL_WORDS, *, around: str | None = None, behind: int = 0) -> str:
    """As many words of a text, with a mark where some are left out.

    Its first; or, where they do not hold `around` and so many words `behind` it, those that end there.
    """
    found = text.split()
    bare, wanted = ([w.strip(".,;:!?()[]\"'“”’") for w in t.split()] for t in (text, around or ""))
    at = next((n for n in range(len(bare)) if bare[n : n + len(wanted)] == wanted), 0) if wanted else 0
    first = max(0, min(at + len(wanted) + behind, len(found)) - words) if wanted else 0
    last = first + words
    while last < len(found) and found[last - 1].casefold() in _OPEN_ENDS:
        last += 1
    return "… " * (first > 0) + " ".join(found[first:last]) + " …" * (last < len(found))
