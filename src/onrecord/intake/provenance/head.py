"""The lines above the first paragraph: which are the paper's name, the writer's, the section's; which the headline."""

import re
from collections.abc import Sequence

from onrecord.data import words
from onrecord.intake.provenance.lines import Line
from onrecord.intake.provenance.whole_lines import (
    date_behind,
    is_byline,
    is_date_line,
    is_name_and_outlet,
    is_section_name,
    line_kind,
    outlet_names,
)
from onrecord.model import ZoneKind

# Lines above the first paragraph that are looked at; a page with more has a menu there.
LONGEST_HEAD = 40
MASTHEAD_WORDS = 5
_SMALL = frozenset({"the", "of", "and", "in", "for", "a", "an", "on", "to", "de", "la", "le", "&"})
_PERSON = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+\.(?:com|org|net|co\.uk|news|eu|info|tv|ru|ua)(?:/\w+)?", re.I)


def read_head(lines: Sequence[Line], title: str | None, outlet: str | None) -> dict[int, ZoneKind]:
    """Zone kinds of the lines above the first paragraph, by line number."""
    top = next((at for at, line in enumerate(lines[:LONGEST_HEAD]) if line.is_prose), min(len(lines), LONGEST_HEAD))
    headline = _headline(lines[:top], title)
    found: dict[int, ZoneKind] = {}
    for at, line in enumerate(lines[:top]):
        if at == headline or not line.opens:
            continue
        if (at < headline or headline < 0) and _is_masthead(line, lines[: max(headline, 0)], outlet):
            found[at] = "masthead"
        elif at > headline >= 0 and line.bare == lines[headline].bare and line.bare:
            found[at] = "furniture"
        elif _is_agency(line) and headline >= 0:
            found[at] = "byline"
        elif is_section_name(line) and headline >= 0:
            found[at] = "furniture"
        elif at > headline >= 0 and (is_name_and_outlet(line) or _is_lone_name(at, lines[: top + 1])):
            found[at] = "byline"
    return found


def _headline(head: Sequence[Line], title: str | None) -> int:
    """The line that is the known title, else the first with the most words of a headline; -1 for none."""
    known = " ".join(re.findall(r"\w+", (title or "").casefold()))
    if known:
        for at, line in enumerate(head):
            if " ".join(re.findall(r"\w+", line.text.casefold())) == known:
                return at
    for at, line in enumerate(head):
        if len(line.words) > MASTHEAD_WORDS and line_kind(line) is None:
            return at
    left = [
        at
        for at, line in enumerate(head)
        if line_kind(line) is None and not is_section_name(line) and line.text not in outlet_names()
    ]
    return max(left, key=lambda at: (len(head[at].words), at)) if left and not known else -1


def _is_masthead(line: Line, above: Sequence[Line], outlet: str | None) -> bool:
    """A short name: the outlet's, a known one, a domain, one with a paper's word, or one that is repeated."""
    if (
        len(line.words) > MASTHEAD_WORDS
        or "," in line.text
        or line_kind(line) is not None
        or line.text.endswith((".", "?", "!", ":"))
    ):
        return _DOMAIN.fullmatch(line.text) is not None
    if not all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in line.words) or not line.words:
        return _DOMAIN.fullmatch(line.text) is not None
    first, last = line.words[0].casefold(), line.words[-1].casefold()
    repeated = any(
        (other.words[:1], other.words[-1:]) == (line.words[:1], line.words[-1:]) and len(other.words) <= MASTHEAD_WORDS
        for other in above
        if other is not line
    )
    return (
        repeated
        or line.text in outlet_names()
        or (outlet is not None and line.bare == outlet.casefold())
        or bool({first, last} & words("en/masthead_words"))
    )


def _is_agency(line: Line) -> bool:
    """The name of an agency alone, in brackets or as feeds write it: "Fox News •"."""
    text = line.text.rstrip(" •·|\xa0")
    if not re.search(r"[^\W\d_]", text):
        return False
    name = text.strip("()")
    return name in outlet_names() or name.title() in outlet_names() or (text != line.text and len(line.words) <= 3)


def _is_lone_name(at: int, head: Sequence[Line]) -> bool:
    """A person's name beside a date or byline: "Ana Writer" above "9 January 2022", or with the date behind it."""
    line = head[at]
    if (dated := date_behind(line)) and not is_date_line(line):
        return _PERSON.fullmatch(dated) is not None
    if not _PERSON.fullmatch(line.text) or not line.opens or line_kind(line) is not None:
        return False
    if line.words[0].casefold() in _SMALL:
        return False
    near = [head[n] for n in (at - 1, at + 1, at + 2) if 0 <= n < len(head)]
    return any(is_date_line(line) or is_byline(line) or _is_agency(line) for line in near)
