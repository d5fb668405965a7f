"""Credits between outlets: who had it first, who is cited, whom somebody told, whose text it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.names import spelled
from onrecord.model import Article, Credit, Span, cut
from onrecord.model.vocabulary import CreditRelation

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_credits(doc: "Doc", article: Article) -> list[Credit]:
    """Every acknowledgement of an outlet in the article, its credit lines included.

    "The Harbour Courier first reported the offer" is `first_reported` and covers "the offer"; "told reporters" and
    "was first reported" without an agent credit nobody, and no outlet credits itself.
    """
    text = article.text.translate(_MARKS)
    sentences = _Sentences(doc, text)
    own = _own_name(article.outlet)
    found: list[Credit] = []
    for mention in _outlets(article, text):
        rule = next((r for r in RULES if r.holds(text, mention)), None)
        if rule is not None:
            found.append(_credit(article, text, mention, rule, sentences))
    found = [c for c in (*found, *_sites(article, text)) if own is None or _plain(c.outlet) != own]
    return found + list(_markers(article, text, found))


class Mention(NamedTuple):
    """An outlet's name at characters `start` to `end`."""

    outlet: str
    start: int
    end: int
    agency: bool


class Rule(NamedTuple):
    """A pattern that must end at the outlet's name (`before`) and one that must begin after it (`after`)."""

    id: str
    relation: CreditRelation
    score: float
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    agency: bool = False
    covers: Literal["after", "before"] | None = None
    """Which side of the cue is looked at first for what is credited."""

    def match(self, text: str, mention: Mention) -> tuple[int, int] | None:
        """First and last offset of the cue and the name, or none."""
        start, end = mention.start, mention.end
        if self.before is not None:
            low = max(0, start - WINDOW)
            found = self.before.search(text[low:start])
            if found is None:
                return None
            start = low + found.start()
        if self.after is not None:
            found = self.after.match(text[end : end + WINDOW])
            if found is None:
                return None
            end += found.end()
        return start, end

    def holds(self, text: str, mention: Mention) -> bool:
        """Whether the outlet is credited so."""
        return (mention.agency or not self.agency) and self.match(text, mention) is not None


# Characters on each side of a name in which its cue must stand; the longest seen had 70.
WINDOW = 120
_MARKS = str.maketrans({"’": "'", "‘": "'", "\xa0": " "})

# Words between a cue and the name: "told the Russian newspaper", "in an interview with Ostmark's state-run".
_LEAD = r"\s+(?:(?!(?:and|or|but|by|that|who|he|she|it|they|after|before|when)\b)[\w'’-]+\s+){0,5}[\"“'‘(]?$"
_DAY = (
    r"(?:\s+(?:(?:late|early|on|last|this)\s+)*(?:\w+day|week|month|year)(?:\s+(?:morning|afternoon|evening|night))?)?"
)
_ADVERB = r"(?:\s+(?:also|has|have|had|later|earlier|previously|originally|newspaper|magazine|news|agency|website))*"
_OWN = r"(?:'s?(?:\s+[A-Z][\w.-]+){1,4})?"

RULES = (
    Rule(
        "contributed line",
        "contributed",
        0.95,
        after=re.compile(rf"{_OWN}(?:,?\s+(?:and|writers?|reporters?|,)[^.;]{{0,80}})?\s+contributed\b"),
    ),
    Rule(
        "first to report",
        "first_reported",
        0.95,
        after=re.compile(
            rf"{_OWN}{_DAY},?(?:\s+which)?{_ADVERB}\s+(?:first\s+reported|reported\s+first|broke\s+the\s+(?:news|story)"
            r"|was\s+(?:the\s+)?first\s+to\s+(?:report|publish|disclose))(?:\s+on)?\b"
        ),
        covers="after",
    ),
    Rule(
        "first reported by",
        "first_reported",
        0.95,
        before=re.compile(rf"\bfirst\s+(?:reported|disclosed|revealed|published){_DAY}\s+(?:by|in)(?:\s+[Tt]he)?\s+$"),
        covers="before",
    ),
    Rule(
        "published before",
        "republished_from",
        0.9,
        before=re.compile(
            r"(?:\b(?:originally|first)\s+(?:published|appeared|ran|posted)|\b(?:republished|reprinted|reposted|syndicated))"
            r"(?:\s+(?:here|with\s+permission))*\s+(?:by|on|in|at|from)(?:\s+the)?\s+$"
        ),
    ),
    Rule(
        "source line",
        "republished_from",
        0.85,
        before=re.compile(r"(?:^|\n|\s)(?:Source|SOURCE|Via|Read more at):\s*$"),
    ),
    Rule(
        "agency in brackets",
        "agency",
        0.95,
        before=re.compile(r"\(\s*$"),
        after=re.compile(r"(?:\s+[\w ]{1,20})?\s*\)\s*[-–—]"),
        agency=True,
    ),
    Rule(
        "agency dash",
        "agency",
        0.8,
        before=re.compile(r"(?:^|\n)[A-Z][\w .,]{2,40}\s[-–—/]+\s*$"),
        after=re.compile(r"\s+[-–—]"),
        agency=True,
    ),
    Rule(
        "agency byline",
        "agency",
        0.9,
        before=re.compile(
            r"(?:(?:^|\n|[.!?\"”]\s+)(?:[Bb]y|BY)|(?:©|\([cC]\)|[Cc]opyright)(?:\s+\d{4})?(?:\s+by)?(?:\s+[Tt]he)?)\s+$"
        ),
        agency=True,
    ),
    Rule(
        "with reporting",
        "contributed",
        0.85,
        before=re.compile(r"\b[Ww]ith\s+(?:additional\s+)?(?:reporting|files|material)\s+(?:by|from)\s+(?:the\s+)?$"),
    ),
    Rule(
        "interview with",
        "interview",
        0.9,
        before=re.compile(
            rf"\binterview(?:ed)?(?:\s+\w+day)?\s+(?:with|by|on|for|to|published\s+in|in|aired\s+(?:on|by)|broadcast\s+(?:on|by)){_LEAD}"
        ),
    ),
    Rule(
        "told in an interview",
        "interview",
        0.9,
        before=re.compile(rf"\b(?:told|tells|telling){_LEAD}"),
        after=re.compile(r"[^.,;\"“”]{0,40}\s+in\s+an?\s+(?:[\w-]+\s+){0,2}interview"),
    ),
    Rule(
        "outlet's interview",
        "interview",
        0.8,
        before=re.compile(r"\b(?:[Ii]n|[Dd]uring)\s+(?:an?|his|her|the|their)\s+(?:[\w-]+\s+)?$"),
        after=re.compile(r"\s+(?:\w+\s+)?interview\b"),
    ),
    Rule("told", "told", 0.9, before=re.compile(rf"\b(?:told|tells|telling){_LEAD}")),
    Rule(
        "said to",
        "told",
        0.85,
        before=re.compile(
            r"\b(?:said|confirmed|clear|spoke|speaking|spoken|statement|e-?mail|comments?|remarks?|disclosed|explained)"
            rf"\s+(?:to|with){_LEAD}"
        ),
    ),
    Rule(
        "according to",
        "cites",
        0.9,
        before=re.compile(
            r"\b(?:[Aa]ccording\s+to|[Cc]iting|[Cc]ited\s+(?:by|in)|[Rr]eported\s+(?:by|in)|[Qq]uoted\s+(?:by|in)|obtained\s+by"
            rf"|reviewed\s+by|seen\s+by|[Rr]eports?\s+(?:in|by|from)|article\s+in|story\s+in|published\s+(?:in|by)){_LEAD}"
        ),
        covers="before",
    ),
    Rule(
        "outlet reported",
        "cites",
        0.85,
        after=re.compile(
            rf"{_OWN}{_DAY}{_ADVERB}\s+(?:reported|reports|wrote|writes|quoted|cited|cites|revealed|said|says|published)\b"
            rf"{_DAY}(?!\s+(?:in\s+an?\s+(?:statement|email)))"
        ),
        covers="after",
    ),
)


def _own_name(outlet: str | None) -> str | None:
    """The article's own outlet in plain form, also where it is given as a site: "edition.cnn.com/world" is CNN."""
    if outlet is None:
        return None
    host = outlet.partition("/")[0].casefold().split(".")
    for at in range(len(host) - 1):
        if (known := _outlet_of_site(".".join(host[at:]))) is not None:
            return _plain(known)
    named = (n.candidates[0] for n, start, end in spelled(outlet) if n.form == "outlet" and end - start == len(outlet))
    return _plain(next(named, outlet))


def _plain(outlet: str) -> str:
    return outlet.casefold().removeprefix("the ")


def _outlets(article: Article, text: str) -> Iterator[Mention]:
    """Outlets of the table, names that end like a paper's ("The Harbour Courier"), and later "The Courier" alone.

    An agency that no table has is known where the article shows it: in its dateline or masthead, as "the X agency".
    """
    taken: list[tuple[int, int]] = []
    agencies = {row["id"] for row in table("en/outlets") if row["agency"] == "yes"}
    known: list[Mention] = []
    for name, start, end in spelled(text):
        taken.append((start, end))
        if name.form == "outlet" and name.candidates:
            known.append(Mention(name.candidates[0], start, end, name.candidates[0] in agencies))
    free = [m for m in _paper_name().finditer(text) if not _touches(taken, m.start(), m.end())]
    known += [
        Mention(m.group(), m.start(), m.end(), False) for m in free if m.group().count(" ") > m.group().count("The ")
    ]
    named = {m.outlet for m in known}
    for short in (m for m in free if m.group().count(" ") == m.group().count("The ")):
        full = [n for n in named if n.endswith(" " + short.group().removeprefix("The "))]
        if len(full) == 1:
            known.append(Mention(full[0], short.start(), short.end(), False))
    known = [m._replace(agency=m.agency or m.outlet.endswith(_AGENCY_ENDINGS)) for m in known]
    taken = sorted([*taken, *((m.start, m.end) for m in known)])
    for short_name in sorted(_shown(article, text)):
        full = [n for n in named if n.endswith(_AGENCY_ENDINGS) and n.removeprefix("The ").startswith(f"{short_name} ")]
        outlet = full[0] if len(full) == 1 else short_name
        for m in re.finditer(rf"\b{re.escape(short_name)}\b(?:\s(?:news\s)?agency\b)?", text):
            if not _touches(taken, m.start(), m.end()):
                known.append(Mention(outlet, m.start(), m.end(), True))
    yield from sorted(known, key=lambda m: m.start)


_AGENCY_ENDINGS = (" Agency", " News Service", " Wire")
_NAME = r"[A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2}"
_SHOWN = (
    re.compile(rf"(?m)^[A-Z][^\n()]{{2,60}}\(({_NAME})\)\s*[-–—]"),
    re.compile(rf"\b(?:by|to|citing)\sthe\s({_NAME})\s(?:news\s)?agency\b"),
    re.compile(r"(?m)(?:^|[.!?]\s)([A-Z][\w&-]+)\scontributed\sto\sthis\s(?:report|story|article)\b"),
)


def _shown(article: Article, text: str) -> set[str]:
    """Agencies by the article's own word: "(Northgate) —", "the Northgate agency", a masthead of one word."""
    heads = (z.span.text.strip() for z in article.zones if z.kind in {"masthead", "byline"})
    lines = {h for h in heads if re.fullmatch(r"[A-Z][\w&-]+", h)}
    return lines | {m.group(1) for pattern in _SHOWN for m in pattern.finditer(text)}


def _touches(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    low, high = bisect_right(taken, (start, 0)), bisect_right(taken, (end, 0))
    return any(s < end and start < e for s, e in taken[max(0, low - 1) : high])


@cache
def _paper_name() -> re.Pattern[str]:
    """ "The Harbour Courier", "Harbour Courier" and, after a full name only, "The Courier"."""
    ending = "|".join(sorted(words("en/outlet_words")))
    return re.compile(rf"\b(?:The\s(?:[A-Z][a-z]+\s){{0,2}}|(?:[A-Z][a-z]+\s){{1,2}})(?:{ending})\b(?!\s[A-Z])")


def _credit(article: Article, text: str, mention: Mention, rule: Rule, sentences: "_Sentences") -> Credit:
    bounds = rule.match(text, mention)
    assert bounds is not None
    return Credit(
        spans=(cut(article.text, *bounds),),
        rule=rule.id,
        score=rule.score,
        relation=rule.relation,
        outlet=mention.outlet,
        covers=_covered(article, bounds, sentences, rule) if rule.covers else None,
    )


def _covered(article: Article, bounds: tuple[int, int], sentences: "_Sentences", rule: Rule) -> Span | None:
    """What the credit is for: what stands on the rule's side of it in the sentence, else on the other."""
    start, end = sentences.around(bounds[0])
    breaks = [m.span() for m in _CLAUSE_BREAK.finditer(article.text, start, end)]
    start = max((e for _, e in breaks if e <= bounds[0]), default=start)
    end = min((s for s, _ in breaks if s >= bounds[1]), default=end)
    sides = {"before": _tidy(article, start, bounds[0]), "after": _tidy(article, bounds[1], end)}
    first, second = (sides["before"], sides["after"]) if rule.covers == "before" else (sides["after"], sides["before"])
    return first if first is not None and len(first.text.split()) > FEWEST_WORDS else second or first


# Where another clause begins that the credit does not reach.
_CLAUSE_BREAK = re.compile(
    r";|\s*—\s*|\s–\s|,\s+(?:but|while|although|though|whereas|and\s+(?:he|she|it|they|we|the))\b"
)
# A side with no more words than these holds no claim ("on Friday", "a Russian agency").
FEWEST_WORDS = 2
_EDGE = " \t\r\n,.;:-–—\"'“”‘’()"


def _tidy(article: Article, start: int, end: int) -> Span | None:
    piece = article.text[start:end]
    start += len(piece) - len(piece.lstrip(_EDGE))
    found = cut(article.text, start, max(start, start + len(article.text[start:end].rstrip(_EDGE))))
    if found.text.lower().startswith("that "):
        found = cut(article.text, found.start + 5, found.end)
    return found if found.text else None


class _Sentences:
    """Sentences of the prose; elsewhere, lines."""

    def __init__(self, doc: "Doc", text: str) -> None:
        self.text = text
        self.spans = [(s.start_char, s.end_char) for s in doc.sents if s.root.dep_ != "gap"]

    def around(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self.spans, (offset, len(self.text))) - 1
        if at >= 0 and offset < self.spans[at][1]:
            return self.spans[at]
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, len(self.text) if end < 0 else end


_SITE = re.compile(
    r"\b(?:originally\s+(?:published|appeared)|first\s+(?:published|appeared)|republished|[Ss]ource:|Read\s+more\s+at)"
    r"(?:\s+(?:on|at|by|from|in))?\s+(?:https?://)?(?:www\.)?([a-z][a-z0-9-]{2,})((?:\.[a-z]{2,})*)\b"
)


def _sites(article: Article, text: str) -> list[Credit]:
    """ "This story was originally published at harbourcourier.example": an outlet by its site."""
    found = []
    for match in _SITE.finditer(text):
        outlet = _outlet_of_site(match.group(1) + match.group(2)) or (match.group(1) + match.group(2))
        if match.group(2) or outlet != match.group(1):
            span = cut(article.text, match.start(), match.end())
            found.append(Credit(spans=(span,), rule="site", score=0.9, relation="republished_from", outlet=outlet))
    return found


def _outlet_of_site(site: str) -> str | None:
    for row in table("en/outlets"):
        if row["site"] and site in {row["site"], row["site"].split(".")[0]}:
            return row["id"]
    return None


_MARKER = re.compile(
    r"\b(?:Go To Source|Go to source|Read the full (?:story|article)|View (?:the )?original (?:article|story))\b"
)


def _markers(article: Article, text: str, found: list[Credit]) -> Iterator[Credit]:
    """ "Go To Source": a copy; whose text it is shows where sources told one other outlet only."""
    told = {c.outlet for c in found if c.relation in {"told", "interview"} and c.outlet != article.outlet}
    stated = {c.outlet for c in found if c.relation in {"agency", "republished_from"}}
    outlets = stated or told
    one = outlets.pop() if len(outlets) == 1 else None
    for match in _MARKER.finditer(text):
        yield Credit(
            spans=(cut(article.text, match.start(), match.end()),),
            rule="copy marker",
            score=0.6 if one else 0.3,
            relation="republished_from",
            outlet=one or "",
            flags=() if one else ("unresolved",),
        )
