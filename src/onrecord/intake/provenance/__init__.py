"""Where the text comes from: masthead, byline, dateline, credits, copyright, "go to source", furniture of the page.

Such stretches are zones: kept in the text, and not read as prose. A line that might be prose is left alone, since a
sentence lost is worse than a button read.
"""

from onrecord.intake.provenance.head import read_head
from onrecord.intake.provenance.lines import split_lines
from onrecord.intake.provenance.marks import find_marks
from onrecord.intake.provenance.whole_lines import line_kind
from onrecord.model import Article, Zone, ZoneKind, cut


def find_zones(article: Article) -> tuple[Zone, ...]:
    """The provenance zones in the order of the text; none overlap."""
    text = article.text
    lines = split_lines(text)
    found: list[tuple[int, int, ZoneKind]] = []
    heads = read_head(lines, article.title, article.outlet)
    for at, line in enumerate(lines):
        if kind := heads.get(at) or line_kind(line):
            found.append((line.start, line.end, kind))
    zones: list[Zone] = []
    marks = find_marks(text, lines)
    for start, end, kind in sorted([*found, *marks], key=lambda z: (z[0], -z[1])):
        start = max(start, zones[-1].span.end) if zones else start
        span = cut(text, start, max(start, end))
        if span.start < span.end:
            zones.append(Zone(kind, span))
    return tuple(zones)
