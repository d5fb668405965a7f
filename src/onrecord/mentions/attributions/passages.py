"""A parsed article with its quotation marks: what every attribution rule looks at."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.mentions.attributions.lexicon import Frame, verb_frame
from onrecord.mentions.publishers import publisher_of
from onrecord.model import Article, Layout, Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Tokens from the first number up to, not including, the second."""

OPENING_MARKS = {"“", '"', "„", "«", "``", "''", "‘", "'"}
CLOSING_MARKS = {"”", '"', "“", "»", "''", "’", "'"}
QUOTATION_MARKS = OPENING_MARKS | CLOSING_MARKS
STOPS = {".", "?", "!", "…", "...", ";"}
_EDGE = {",", ";", ":", ".", "-", "–", "—", "―", "--", "…", "?", "!", ")", "("}


@dataclass(frozen=True)
class Draft:
    """An attribution in token ranges, before it is cut out of the text."""

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    spoken: bool = False
    """A transcript's label makes the content direct speech without quotation marks."""


@dataclass
class Passage:
    """The parse, the quotations as token ranges, and the sentence each token stands in."""

    doc: "Doc"
    article: Article
    layout: Layout
    assigned: dict[int, list[Range]] = field(default_factory=dict)
    """Index of a cue verb -> the content that the quotation marks beside it give."""
    found_sources: dict[int, tuple[Range, ...]] = field(default_factory=dict)
    """Index of a cue verb -> its source, where the words beside a quotation give it better than the parse."""
    owner: dict[int, int] = field(default_factory=dict)
    """Index of a quotation -> the cue verb it belongs to."""
    sharing: dict[int, int] = field(default_factory=dict)
    """Index of a participle ("..., adding that") -> the cue verb whose source it shares."""

    @cached_property
    def official(self) -> bool:
        """Whether a state's office or an organisation publishes the article."""
        return publisher_of(self.article.outlet, self.article.title) is not None

    @cached_property
    def starts(self) -> list[int]:
        """Offset of each token."""
        return [t.idx for t in self.doc]

    @cached_property
    def quotes(self) -> list[Range]:
        """The outermost quotations, marks included."""
        return [self.tokens(q.start, q.end) for q in self.layout.quotations if q.depth == 0]

    @cached_property
    def quote_of(self) -> list[int]:
        """For each token the index of the outermost quotation it stands in, or -1."""
        found = [-1] * len(self.doc)
        for n, (start, end) in enumerate(self.quotes):
            found[start:end] = [n] * (end - start)
        return found

    @cached_property
    def speech_verbs(self) -> "list[tuple[Token, Frame]]":
        """The verbs that attribute, with what they take, in the order of the text."""
        return [(t, frame) for t in self.doc if (frame := verb_frame(t)) is not None]

    @cached_property
    def inner_quoted(self) -> set[int]:
        """The tokens inside a quotation inside another."""
        return {i for q in self.layout.quotations if q.depth for i in range(*self.tokens(q.start, q.end))}

    @cached_property
    def sentence_of(self) -> list[Range]:
        """For each token the parser's sentence."""
        found: list[Range] = []
        for sent in self.doc.sents:
            found += [(sent.start, sent.end)] * (sent.end - sent.start)
        return found

    @cached_property
    def paragraphs(self) -> list[Range]:
        """The paragraphs, in the order of the layout."""
        return [self.tokens(p.start, p.end) for p in self.layout.paragraphs]

    def paragraph_of(self, token: int) -> Range:
        """The paragraph that holds the token; the token itself in a gap."""
        found = self.layout.paragraph_at(self.starts[token])
        return self.tokens(found.start, found.end) if found else (token, token + 1)

    def headline(self, token: int) -> bool:
        """Whether the token stands in the headline."""
        found: Paragraph | None = self.layout.paragraph_at(self.starts[token])
        return found is not None and found.role == "headline"

    def tokens(self, start: int, end: int) -> Range:
        """The tokens that touch the characters from `start` to `end`."""
        return max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)

    def offsets(self, found: Range) -> Range:
        """First and last offset of a token range."""
        last = self.doc[found[1] - 1]
        return self.starts[found[0]], last.idx + len(last.text)

    def trimmed(self, start: int, end: int) -> Range:
        """The range without white space and punctuation at its edges; quotation marks and brackets that pair stay."""
        doc = self.doc
        while start < end and (doc[start].is_space or doc[start].text in _EDGE - {"("}):
            start += 1
        while end > start and (doc[end - 1].is_space or self._loose_end(start, end)):
            end -= 1
        return start, end

    def unquoted(self, start: int, end: int) -> Range:
        """The range without punctuation and quotation marks at its edges."""
        while True:
            start, end = self.trimmed(start, end)
            if start < end and self.doc[start].text in QUOTATION_MARKS | {"[", "]"}:
                start += 1
            elif (
                start < end
                and self.doc[end - 1].text in QUOTATION_MARKS | {"[", "]"}
                and self.doc[end - 1].tag_ != "POS"
            ):
                end -= 1
            else:
                return start, end

    def words(self, start: int, end: int) -> int:
        """How many words stand in the range."""
        return sum(1 for t in self.doc[start:end] if t.text[0].isalnum() or t.text[-1].isalnum())

    def next_quote(self, token: int) -> int:
        """Index of the first quotation that starts at or after the token; may be one past the last."""
        return bisect_left(self.quotes, token, key=_first)

    def visible(self, token: "Token", other: "Token") -> bool:
        """Whether both stand in the same quotation, or both outside of any."""
        return self.quote_of[token.i] == self.quote_of[other.i]

    def last_sign(self, quote: int) -> str:
        """The last sign inside the marks of a quotation: often the comma or full stop."""
        start, end = self.quotes[quote]
        at = end - 1
        while at > start and self.doc[at].text in CLOSING_MARKS:
            at -= 1
        return self.doc[at].text

    def whole_quotes(self, found: Range, home: int) -> Range:
        """The range widened so that it cuts no quotation; `home` is the quotation (or -1) of its cue.

        Quotation marks outrank the parse: a content that ends inside a quotation, or right before one that has no cue
        of its own, goes on to the closing mark, and one whose cue is quoted stays inside that quotation.
        """
        start, end = found
        if home >= 0:
            low, high = self.quotes[home]
            return max(start, low), min(end, high)
        if start >= end:
            return found
        if (n := self.quote_of[start]) >= 0:
            start = self.quotes[n][0]
        if (n := self.quote_of[end - 1]) < 0 and end < len(self.doc):
            n = self.quote_of[end] if self.quote_of[end] not in self.owner else -1
        if n >= 0:
            end = self.quotes[n][1]
        return start, end

    def _loose_end(self, start: int, end: int) -> bool:
        text = self.doc[end - 1].text
        if text == ")":
            return not any(t.text == "(" for t in self.doc[start:end])
        if (quote := self.quote_of[end - 1]) >= 0 and self.quotes[quote][1] == end:
            return False  # a quotation left open ends with its own stop
        if text == "." and end - 1 > start and len(self.doc[end - 2].text) == 1:
            return False
        return text in _EDGE


def _first(found: Range) -> int:
    return found[0]
