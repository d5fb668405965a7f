"""Articles as they were read, and how their text is laid out."""

import hashlib
from bisect import bisect_right
from typing import Literal

import msgspec

from onrecord.model.spans import Span

ZoneKind = Literal[
    "masthead",  # name of the site or paper that carries the text
    "byline",  # "By Ana Writer"
    "dateline",  # "GENEVA (AP) -", and lines that hold nothing but a date
    "agency_credit",  # "(Reporting by ...; Editing by ...)", "The Associated Press contributed to this report."
    "copyright",
    "republished_from_marker",  # "Go To Source", "Originally published at ..."
    "furniture",  # share buttons, newsletter boxes, captions' photo credits
]

PublishedOrigin = Literal["given", "json-ld", "meta", "time tag", "page", "dateline", "column", "url", "copy"]
# What somebody said of an article. It stands until somebody says otherwise, whatever the input says of itself.
STATED: frozenset[PublishedOrigin] = frozenset({"given", "copy"})


class Zone(msgspec.Struct, frozen=True):
    """A stretch of the text that tells where it comes from; kept, but not read as prose."""

    kind: ZoneKind
    span: Span


class Published(msgspec.Struct, frozen=True):
    """When the article was published, as precisely as was known.

    `value` is ISO 8601: `2022-01-09` or `2022-01-09T18:30:00-05:00`; a value without an offset has none known. It is
    never moved to another zone.
    """

    value: str
    origin: PublishedOrigin = "given"

    @property
    def date(self) -> str:
        """The day at the place of the offset, as it is written: `YYYY-MM-DD`."""
        return self.value[:10]


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was read. `text` is never changed after intake: all offsets count its code points."""

    id: str
    name: str  # the given id, else the file's stem
    text: str
    raw: bytes
    media_type: str = "text/plain"
    path: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    title: str | None = None
    published: Published | None = None
    zones: tuple[Zone, ...] = ()
    extractor: str | None = None  # name and version of what took the text out of the page

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(outlet_or_url: str | None, content: bytes) -> str:
    """Sixteen hexadecimal digits of SHA-256 over outlet or URL and content: a text, a page, what is read of a row."""
    digest = hashlib.sha256((outlet_or_url or "").encode())
    digest.update(b"\0")
    digest.update(content)
    return digest.hexdigest()[:16]


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of prose; the headline stands apart from the body."""

    start: int
    end: int
    role: Literal["headline", "body"] = "body"


class Quotation(msgspec.Struct, frozen=True):
    """Text inside quotation marks, marks included; `start` is the opening mark.

    A quotation that runs over several paragraphs is one `Quotation` for each, all but the first with
    `continues`. `closed` is false where no closing mark was found. `depth` is 0 for an outermost one.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False
    depth: int = 0

    def holds(self, start: int, end: int) -> bool:
        """Whether the range lies wholly inside."""
        return self.start <= start and end <= self.end


class Layout(msgspec.Struct, frozen=True):
    """Paragraphs and quotations of an article, in the order of the text."""

    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation that covers the offset, if any."""
        for at in range(bisect_right(self.quotations, offset, key=_start) - 1, -1, -1):
            found = self.quotations[at]
            if found.depth == 0:
                return found if offset < found.end else None
        return None

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that covers the offset, if any."""
        at = bisect_right(self.paragraphs, offset, key=_start) - 1
        return self.paragraphs[at] if at >= 0 and offset < self.paragraphs[at].end else None


def _start(part: Paragraph | Quotation) -> int:
    return part.start


class Notice(msgspec.Struct, frozen=True):
    """A doubtful passage or a rule that failed: said, never silently dropped."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
