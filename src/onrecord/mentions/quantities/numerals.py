"""Numbers as news writes them: their bounds, before any noun is known.

"Hundreds" and "tens of thousands" have the lower bound that their words name once (100; 10 x 1,000 = 10,000), no upper
bound, and are vague: a plural says "at least one of these", and anything more exact would be a guess.
"""

import math
import re
from collections.abc import Iterator

import msgspec

from onrecord.data import table
from onrecord.model.vocabulary import QuantityModifier

_WORDS = {row["word"]: (float(row["value"]), row["kind"]) for row in table("en/number_words")}
_MODIFIERS: dict[str, QuantityModifier] = {
    row["phrase"]: row["modifier"]  # type: ignore[misc]
    for row in table("en/number_modifiers")
}


def _of_kind(*kinds: str) -> str:
    return "|".join(sorted((w for w, (_, kind) in _WORDS.items() if kind in kinds), key=len, reverse=True))


def _phrases(position: str) -> str:
    found = [row["phrase"] for row in table("en/number_modifiers") if row["position"] == position]
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(found, key=len, reverse=True))


_DIGITS = r"(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+|½)?|½)"
# "20m" is twenty million only after a currency sign; else it is metres.
_ATTACHED = r"(?:(?:k|bn|mn|tn|(?(currency)[mb]|(?!)))\b)"
# "$30/month" is a sum, "1/2" no number by itself.
_AFTER_DIGITS = r"(?:(?![\w:]|[.,]\d|<su[pb]\b)(?(currency)(?!/\d)|(?!/))|(?=(?:km|kms|m|mi|nm)\b))"
# A blank, or the break and indent of a wrapped line.
_GAP = r"(?:[^\S\n]{1,20}|[^\S\n]{0,20}\n[^\S\n]{0,20})"
_HALF = rf"(?:\sand\sa\shalf|(?:{_GAP}|-)(?:1/2|½))(?![\w/])"
# "20 thousand 155 mm shells"
_CALIBRE = r"[\s-](?:mm\b|milli)"
_SMALL = _of_kind("small")
_SCALE = _of_kind("scale")
_PLURAL = _of_kind("plural")
_SIMPLE = (
    rf"(?:{_DIGITS}{_ATTACHED}?{_AFTER_DIGITS}(?:\](?=\s(?:{_SCALE})\b))?|\b(?:{_SMALL}|{_SCALE})\b)"
    rf"(?:(?:{_GAP}(?![a-z]+-(?!(?:{_SMALL})\b))|-)(?:and\s)?(?:{_SMALL}|{_SCALE})\b|{_HALF}"
    rf"|(?<=thousand)\s\d{{3}}\b(?![.,]\d|{_CALIBRE})|(?<=million)\s\d{{1,3}}\sthousand\b"
    rf"|(?<=billion)\s\d{{1,3}}\smillion\b)*"
)
_CURRENCY = r"(?:(?:US|U\.S\.\s?|A|C)?[$€£¥]|(?:USD|[Dd]lrs|EUR|GBP|CHF|CNY|JPY|RUB|UAH|PLN)(?=\s?\d))\s?"
# The unit said twice: "between 10 km and 20 km".
_REPEATED = r"\s(?P<unit>[a-z]{1,15})\sand\s(?=[\w.,-]{1,15}(?:\s\w{1,10})?\s(?P=unit)\b)"
# "19, 20 drones"
_SPOKEN_RANGE = r",\s(?=[\w-]{1,15}\s(?!(?:and|or)\b)[a-z])"
# "dozens or hundreds", "tens, hundreds of thousands", and not "hundreds, dozens of them children"
_ALTERNATIVE = (
    rf",?\s(?:and|or|to|if\snot)\s(?:{_PLURAL})\b(?:,(?=\sof\b))?|,\s(?:{_PLURAL})\b(?=\sof\s(?:{_PLURAL})\b)"
)
_NUMERAL = re.compile(
    rf"(?<![\w:/#@=&?%-])(?<!=\x22)(?<![\d$€£¥][.,])(?:"
    rf"(?P<plural>\b(?:{_PLURAL})\b(?:{_ALTERNATIVE})?(?:\sof\s(?:{_PLURAL})\b)?)"
    rf"|(?P<several>\b(?:several|a\s(?:few|couple)(?:\sof)?)\s(?P<several_of>(?:{_SCALE})(?:\s(?:{_SCALE}))?)\b)"
    rf"|(?P<half>\bhalf[\s-](?:an?\s)?(?P<half_of>{_SCALE})\b)"
    rf"|(?P<quarter>\b(?:a|three)[\s-]quarters?\sof\sa\s(?P<quarter_of>{_SCALE})\b)"
    rf"|(?P<group>\b(?:an?|another|the(?:\s(?:next|last|past|first))?)\s(?:{_of_kind('group')})\b(?=\sof\b))"
    rf"|(?P<article>\ba\s(?:{_SCALE})\b(?:\s(?:{_SCALE})\b)?(?:\sand\sa\shalf)?)"
    rf"|(?P<currency>{_CURRENCY})?(?P<first>{_SIMPLE})"
    rf"(?:(?P<link>\s?[-–]\s?|-\s(?:to|or|and)\s|—|,?\s(?:to|or|and)\s|{_SPOKEN_RANGE}|{_REPEATED})"
    rf"(?P<currency2>{_CURRENCY})?(?P<second>{_SIMPLE}))?"
    rf")",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:^|(?<=\W))(?P<phrase>{_phrases('before')})\s+"
    r"(?:an?\s(?:additional|extra|further|(?:total|sum|aggregate|value|aggregate value) of)\s)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s$", re.IGNORECASE)
_AFTER = re.compile(rf"\s?(?P<phrase>{_phrases('after')})(?!\w)", re.IGNORECASE)
# Longest modifier phrase with the space after it, also where a line breaks in it.
_LOOK_BACK = 40
# "40 tons at least", and not "40 sites at least once"
_AFTER_UNIT = re.compile(
    r"\s+(?P<phrase>or\s+(?:so|more|fewer|less)|at\s+(?:the\s+)?(?:most|least)(?=\s*(?:[^\w\s$€£(]|$)))"
    r"\b(?!\s+\w+ing)",
    re.IGNORECASE,
)
_THOUSAND = 1e3
_MILLION = 1e6
# "19, 20 drones" of somebody who speaks are 19 to 20; larger numbers in a row are years or a list.
_SPOKEN = 100
_POWERS = {word for word, (value, kind) in _WORDS.items() if kind == "scale" and value >= 100}
_FIGURE = re.compile(r"[\d¼½¾⅓⅔]\s+$")
_YEARS = frozenset(str(year) for year in range(1900, 2100))
_IN = re.compile(r"\b(?:in|since)\s$", re.IGNORECASE)
_ZEROS = {"k": 1e3, "bn": 1e9, "b": 1e9, "mn": 1e6, "m": 1e6, "tn": 1e12}


class Numeral(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text, with its words of precision; offsets into the searched text."""

    start: int
    """Where the modifier begins, or the number where it has none."""
    number_start: int
    end: int
    lower: float | None
    upper: float | None
    modifier: QuantityModifier
    currency: str | None = None

    @property
    def low(self) -> float:
        """The bound that is known."""
        return self.lower if self.lower is not None else self.upper or 0.0


def find_numerals(text: str) -> Iterator[Numeral]:
    """All numbers of the text in its order, ranges as one; dates and other numbers without a noun included."""
    at = 0
    while (match := _NUMERAL.search(text, at)) is not None:
        at = match.end()
        if (found := _ranged(match) or _plain(match)) is None:
            continue
        at = found.end
        yield _below_zero(text, found) or _modified(text, found)


def _below_zero(text: str, found: Numeral) -> Numeral | None:
    """ "minus 17 degrees" """
    start = found.start - len("minus ")
    if start < 0 or text[start : found.start].casefold() != "minus " or found.modifier != "exact":
        return None
    return _exact(start, found.end, -found.low)


def _plain(match: re.Match[str]) -> Numeral | None:
    """A single number, or the first of two that make no range."""
    start = match.start()
    if plural := match["plural"]:
        few, *scale = re.split(r"\sof\s", plural.casefold())
        lower = min(_WORDS[word][0] for word in re.findall(r"\w+", few) if word in _WORDS)
        return _numeral(start, match.end(), (lower * _WORDS[scale[0]][0] if scale else lower, None), "vague")
    if match["several"]:
        if match["several"].casefold().startswith("a couple"):
            return _exact(start, match.end(), 2 * (_value(match["several_of"]) or 0.0))
        return _numeral(start, match.end(), (_value(match["several_of"]) or 0.0, None), "vague")
    if match["half"]:
        return _exact(start, match.end(), _WORDS[match["half_of"].casefold()][0] / 2)
    if match["quarter"]:  # "a quarter of a million"
        quarters = 3 if match["quarter"][0] in "tT" else 1
        return _exact(start, match.end(), _WORDS[match["quarter_of"].casefold()][0] * quarters / 4)
    if match["group"]:
        return _exact(start, match.end(), _WORDS[match["group"].casefold().split()[-1]][0])
    if article := match["article"]:
        whole, half, _ = " ".join(article.casefold().split()).partition(" and a half")
        return _exact(start, match.end(), (_value(whole) or 0.0) * (1.5 if half else 1))
    value = _value(match["first"])
    bare = match["first"].casefold() in _POWERS
    if value is None or (bare and _FIGURE.search(match.string[max(0, start - 20) : start])):
        return None  # "#5 million": the figure was no number
    return _exact(start, match.end("first"), value, match["currency"])


def _ranged(match: re.Match[str]) -> Numeral | None:
    """ "90,000 to 120,000", "5-10", "$5-10 million", "two or three"; "5 and 10" only after "between"."""
    if not match["link"]:
        return None
    low, high = _value(match["first"]), _value(match["second"])
    if low is None or high is None:
        return None
    link = match["link"].split()[-1].casefold() if match["link"].strip() else ""
    between = _BETWEEN.search(match.string, max(0, match.start() - 10), match.start())
    if link == "and" and not (between and between["word"].casefold() == "between"):
        return None
    dated = match["first"] in _YEARS and _IN.search(match.string, max(0, match.start() - 7), match.start())
    if (match["currency2"] and not match["currency"]) or (dated and match["second"] not in _YEARS):
        return None  # "from 40 in 2020 to 50 in 2021"
    if match["link"].startswith(",") and (high != low + 1 or high >= _SPOKEN or link in {"and", "to"}):
        return None
    if link == "to" and between and between["word"].casefold() == "from" and _changes(match.string, match.start()):
        return None
    if (
        link == "to"
        and match["currency2"]
        and _CHANGED_BY.search(match.string, max(0, match.start() - 20), match.start())
    ):
        return None  # "rose $2 to $40"
    scale = re.search(rf"\b(?:{_SCALE})$|(?:bn|mn|tn|[kmb])$", match["second"], re.IGNORECASE)
    if scale and low < 1000 and re.fullmatch(_DIGITS, match["first"]):
        low *= _WORDS.get(scale[0].casefold(), (_ZEROS.get(scale[0].casefold(), 1.0), ""))[0]
    if match["link"].startswith("- ") and link and low < _THOUSAND <= high:  # "20- to 50,000"
        low *= _THOUSAND
    if low >= high:
        return None
    start = between.start() if between and between["word"].casefold() == "between" else match.start()
    return Numeral(
        start=start,
        number_start=match.start(),
        end=match.end(),
        lower=low,
        upper=high,
        modifier="between",
        currency=(match["currency"] or "").strip() or None,
    )


_CHANGING = (
    r"\b(?:rose|risen|rise|grew|grown|increas\w+|fell|fall\w*|drop\w*|cut|reduc\w+|doubl\w+|expand\w*|went|rais\w+|lower\w*"
    r"|plung\w+|jump\w+|climb\w*|gain\w*|slid|slip\w*|tumbl\w+|up|down)\b"
)
_CHANGE = re.compile(rf"{_CHANGING}[^.;]{{0,60}}$", re.IGNORECASE)
_CHANGED_BY = re.compile(rf"{_CHANGING}(?:\sby)?\s$", re.IGNORECASE)


def _changes(text: str, at: int) -> bool:
    """Whether "from A to B" tells a change and no range."""
    return _CHANGE.search(text, max(0, at - 80), at) is not None


def _modified(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the words of precision beside it; the one that leaves a side open counts: "up to about 40"."""
    start, modifier = numeral.start, numeral.modifier
    for _ in range(2):
        before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
        if before is None:
            break
        start -= len(before[0])
        outer = _MODIFIERS[" ".join(before["phrase"].casefold().split())]
        modifier = outer if outer != "approx" or modifier == "exact" else modifier
    end = numeral.end
    if modifier == "exact" and (after := _AFTER.match(text, end)):
        modifier = _MODIFIERS[" ".join(after["phrase"].casefold().split())]
        end = after.end()
    if numeral.modifier in {"between", "vague"} and modifier in {"exact", "approx"}:
        modifier = numeral.modifier
    return bounded(msgspec.structs.replace(numeral, start=start, end=end), modifier)


def with_modifier_after(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """The numeral with words of precision behind its unit, and where they end: "40 tons or less"."""
    after = _AFTER_UNIT.match(text, end)
    if numeral.modifier != "exact" or after is None:
        return numeral, end
    phrase = " ".join(after["phrase"].casefold().split()).replace("at the ", "at ")
    return bounded(numeral, _MODIFIERS[phrase]), after.end()


def bounded(numeral: Numeral, modifier: QuantityModifier) -> Numeral:
    """With the side open that the words of precision leave open."""
    low, high = numeral.lower, numeral.upper
    if modifier in {"at least", "more than"}:
        high = None
    elif modifier in {"at most", "less than"}:
        low, high = None, high if high is not None else low
    return msgspec.structs.replace(numeral, lower=low, upper=high, modifier=modifier)


def _value(words: str) -> float | None:
    """The value of "1.5 million", "100K", "two hundred and fifty"; none for what adds up to no number."""
    total, part = 0.0, None
    for word in re.split(r"[\s-]+", words.casefold()):
        if word in {"and", "a"}:
            continue
        if word in {"half", "1/2", "½"}:
            part = (part or 0.0) + 0.5
            continue
        if word not in _WORDS:
            digits = re.match(_DIGITS, word)
            if digits is None or part is not None or (total and total < 1000):
                return None
            whole, half = digits[0].replace(",", "").removesuffix("½"), 0.5 * digits[0].endswith("½")
            part = (float(whole) + half) * _ZEROS.get(word[digits.end() :], 1.0)
            continue
        worth, kind = _WORDS[word]
        if kind == "small":
            part = (part or 0.0) + worth
        elif worth in {12, 100}:
            part = (1.0 if part is None else part) * worth
        else:
            total += (1.0 if part is None else part) * worth
            part = None
    value = round(total + (part or 0.0), 4)
    return value if math.isfinite(value) else None


def _exact(start: int, end: int, value: float, currency: str | None = None) -> Numeral:
    return _numeral(start, end, (value, value), "exact", currency)


def _numeral(
    start: int,
    end: int,
    bounds: tuple[float, float | None],
    modifier: QuantityModifier,
    currency: str | None = None,
) -> Numeral:
    return Numeral(
        start=start,
        number_start=start,
        end=end,
        lower=bounds[0],
        upper=bounds[1],
        modifier=modifier,
        currency=(currency or "").strip() or None,
    )
