"""The tables as they stand in the newest version of the database; `migrations` is how a file gets there."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("migrated_at", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("n", Integer, primary_key=True),  # the row's number in this file; never shown
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("raw", LargeBinary),  # zlib; none where the bytes are the text in UTF-8
    Column("media_type", Text, nullable=False),
    Column("path", Text),
    Column("url", Text),
    Column("canonical_url", Text),
    Column("address", Text),  # what versions of an article share; none for a front page
    Column("outlet", Text),
    Column("byline", Text),
    Column("title", Text),
    Column("published", Text),
    Column("published_origin", Text),
    Column("day", Text),  # the date part of `published`
    Column("extractor", Text),
    Column("words", Integer, nullable=False),
    Column("zones", Text, nullable=False),  # JSON, as are the next four
    Column("layout", Text, nullable=False),
    Column("notices", Text, nullable=False),
    Column("models", Text, nullable=False),
    Column("negotiations", Text, nullable=False),
    Column("onrecord", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("digest", Text),  # over all that is kept of it; none where it was read before there were digests
    Column("supersedes", Integer, ForeignKey("article.n", ondelete="SET NULL")),
    Index("article_by_day", "day"),
    Index("article_by_name", "name"),
    Index("article_by_address", "address"),
    Index("article_by_supersedes", "supersedes"),
    Index("article_by_text", "text_sha256"),
)

find = Table(
    "find",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", Integer, ForeignKey("article.n", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Text, nullable=False),  # the find as its JSON line
    Index("find_by_kind", "article", "kind"),
)

dating = Table(
    "dating",
    metadata,
    Column("n", Integer, primary_key=True),  # in the order in which the dates became known
    Column("article", Integer, ForeignKey("article.n", ondelete="CASCADE"), nullable=False),
    Column("published", Text),
    Column("origin", Text),
    Column("because", Text),
    Column("copy", Text),  # id of the copy; it stays when the copy is forgotten
    Column("known_at", Text, nullable=False),
    Index("dating_by_article", "article"),
)

redirect = Table(
    "redirect",
    metadata,
    Column("id", Text, primary_key=True),  # of a line that an earlier reading found
    Column("article", Integer, ForeignKey("article.n", ondelete="CASCADE"), nullable=False),
    Column("find", Text, ForeignKey("find.id", ondelete="SET NULL")),  # the line in its place, if there is one
    Index("redirect_by_article", "article"),
    Index("redirect_by_find", "find"),
)
