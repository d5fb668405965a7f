"""Attribution and what is read from it, against the gold of bench/gold: Onrecord on the development half.

    python bench/gold_attribution.py [--held-out] [--errors] [--json FILE]

Attributions are paired with the gold's where their contents share half of their words inside the passage; "all three"
asks that source and cue share a word too. All that follows is counted on these pairs by content: shares of the same
level, form and relays; F of addressee, setting, number, closeness and anonymity, a value counting as right where it is
the gold's (spans: shares a word); nesting, F of parent links among pairs, right where the parents are a pair too; and
the same end to end, over all nested attributions of the gold and of Onrecord. Speaker: how many that a careful reader
could tell are resolved, and how many of all resolved are right. Texts lie in $ONRECORD_DATA.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from gold_attribution_comparison import Claim, Pair, claims_of, paired, same_parent, same_speaker, share_all_three
from gold_attribution_readings import reading_file, reading_of
from gold_comparison import prf, word_starts
from gold_passages import Passage, article_of, passages
from gold_scores import Figures, run
from onrecord.model import Article, Attribution, Span
from onrecord.pipeline import read_article

_VALUES: dict[str, Callable[[Claim], object]] = {
    "addressee": lambda c: c.addressee,
    "setting": lambda c: c.setting,
    "number": lambda c: c.number,
    "closeness": lambda c: c.closeness,
    "anonymity": lambda c: c.anonymity,
}
_SHARES: dict[str, Callable[[Claim], object]] = {
    "level": lambda c: c.level,
    "form": lambda c: c.form,
    "relays": lambda c: c.relays,
}


class Compared(msgspec.Struct, frozen=True):
    """One passage: what the gold has, what was found, and which are the same."""

    passage: Passage
    gold: list[Claim]
    found: list[Claim]
    pairs: list[Pair]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the gold and its texts are there."""
    return run("", __doc__, measure, arguments)


def measure(half: str, errors: bool) -> Figures:
    """All figures of the half."""
    read = [p for p in passages() if p.half == half and reading_file("first", p.n).exists()]
    compared = [compare(p, article_of(p)) for p in read]
    if errors:
        print("\n".join(line for c in compared for line in errors_of(c)), end="\n\n")
    return {"passages": len(compared)} | figures_of(compared)


def compare(passage: Passage, article: Article) -> Compared:
    """The gold of a passage beside what Onrecord finds there, having read the whole article."""
    finds = [f for f in read_article(article).finds if isinstance(f, Attribution)]
    gold = claims_of(reading_of("first", passage.n), passage, article)
    found = [c for c in found_claims(finds, passage, article.text) if c.content]
    return Compared(passage, gold, found, paired(gold, found))


def figures_of(compared: Sequence[Compared]) -> Figures:
    """All figures in per cent, but for counts; none where there is nothing to count."""
    pairs = [p for c in compared for p in c.pairs]
    golds, founds = sum(len(c.gold) for c in compared), sum(len(c.found) for c in compared)
    figures: Figures = {"attributions in gold": golds, "attributions found": founds}
    figures |= _prf("content", len(pairs), golds, founds)
    figures |= _prf("all three", sum(map(share_all_three, pairs)), golds, founds)
    for name, value in _SHARES.items():
        figures[name] = _share(sum(value(a) == value(b) for a, b in pairs), len(pairs))
    for name, value in _VALUES.items():
        right = sum(_same(value(a), value(b)) for a, b in pairs)
        figures |= _prf(name, right, _having(value, [a for a, _ in pairs]), _having(value, [b for _, b in pairs]))
    linked = sum(a.parent is not None and same_parent((a, b), c.pairs) for c in compared for a, b in c.pairs)
    figures |= _prf("nesting", linked, _nested([a for a, _ in pairs]), _nested([b for _, b in pairs]))
    every = _nested([x for c in compared for x in c.gold]), _nested([x for c in compared for x in c.found])
    figures |= _prf("nesting end to end", linked, *every)
    known = [(a, b) for a, b in pairs if a.actor is not None]
    resolved = [(a, b) for a, b in pairs if b.actor is not None]
    figures["speaker resolved"] = _share(sum(b.actor is not None for _, b in known), len(known))
    figures["speaker right of those resolved"] = _share(sum(same_speaker(a, b) for a, b in resolved), len(resolved))
    return figures


def errors_of(compared: Compared) -> Iterator[str]:
    """What is missing, too much or different in a passage, a line each."""
    text, n = article_of(compared.passage).text, compared.passage.n
    paired_ids = {c.id for p in compared.pairs for c in p}
    for kind, claims in (("missing", compared.gold), ("too much", compared.found)):
        for claim in claims:
            if claim.id not in paired_ids:
                yield f"{n} {kind}: {_shown(claim, text)}"
    for gold, found in compared.pairs:
        told = {**_SHARES, **_VALUES}
        wrong = [
            f"{name} {_value(value(found), text)} for {_value(value(gold), text)}"
            for name, value in told.items()
            if not (_same(value(gold), value(found)) or (not value(gold) and not value(found)))
        ]
        if not share_all_three((gold, found)):
            wrong.append(f"source and cue {_value(found.source, text)} | {_value(found.cue, text)}")
        if not same_parent((gold, found), compared.pairs):
            wrong.append(f"parent {found.parent is not None} for {gold.parent}")
        if not same_speaker(gold, found):
            wrong.append(f"speaker {found.actor} for {gold.actor}")
        if wrong:
            yield f"{n} {'; '.join(wrong)}: {_shown(gold, text)}"


def found_claims(finds: Sequence[Attribution], passage: Passage, text: str) -> list[Claim]:
    """What Onrecord found, for comparing; content outside the passage is left out."""
    within = word_starts(text, [(passage.start, passage.end)])
    described: dict[str, list[Span]] = {}
    for find in finds:
        if find.speaker is not None and find.speaker.actor is not None:
            described.setdefault(find.speaker.actor, []).extend((*find.source, *find.speaker.same_as))
    return [_claim(find, within, described, text) for find in finds]


def _claim(find: Attribution, within: frozenset[int], described: dict[str, list[Span]], text: str) -> Claim:
    speaker, sourcing = find.speaker, find.sourcing
    actor = speaker.actor if speaker else None
    here = min((s.start for s in find.spans), default=0), max((s.end for s in find.spans), default=0)
    return Claim(
        id=find.id,
        source=_words(text, find.source),
        cue=_words(text, find.cue),
        content=_words(text, find.content) & within,
        parent=find.parent,
        addressee=_words(text, [find.addressee.span] if find.addressee else []),
        setting=find.setting,
        form=find.form,
        level=sourcing.level if sourcing else None,
        number=sourcing.number if sourcing else None,
        closeness=_phrase(text, sourcing.closeness if sourcing else None, here),
        anonymity=_phrase(text, sourcing.anonymity_reason if sourcing else None, here),
        relays=sourcing.relays if sourcing else None,
        actor=actor,
        institution=speaker.name if speaker and speaker.type == "institution" else None,
        mentions=_words(text, [*find.source, *described.get(actor or "", [])]),
    )


def _words(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return word_starts(text, [(s.start, s.end) for s in spans])


def _phrase(text: str, phrase: str | None, near: tuple[int, int]) -> frozenset[int]:
    """The words of a phrase that is kept without its place: of all places in the text the nearest."""
    places = [m.start() for m in re.finditer(re.escape(phrase), text)] if phrase else []
    if not places or phrase is None:
        return frozenset()
    start = min(places, key=lambda at: max(near[0] - at, at - near[1]))
    return word_starts(text, [(start, start + len(phrase))])


def _same(gold: object, found: object) -> bool:
    """Whether both have a value and it is one; of spans, whether they share a word."""
    if isinstance(gold, frozenset) and isinstance(found, frozenset):
        return bool(gold & found)
    return gold is not None and gold == found


def _having(value: Callable[[Claim], object], claims: Sequence[Claim]) -> int:
    return sum(value(c) not in (None, frozenset()) for c in claims)


def _nested(claims: Sequence[Claim]) -> int:
    return sum(c.parent is not None for c in claims)


def _prf(name: str, right: int, gold: int, found: int) -> Figures:
    if not gold:
        return {f"{name} F": None}
    p, r, f = prf(right, gold, found)
    return {f"{name} P": round(p, 1), f"{name} R": round(r, 1), f"{name} F": round(f, 1)}


def _share(part: int, of: int) -> float | None:
    return round(100 * part / of, 1) if of else None


def _value(value: object, text: str) -> str:
    if not isinstance(value, frozenset):
        return str(value)
    return repr(" ".join(text[min(value) : max(value) + 12].split())[:60]) if value else "none"


def _shown(claim: Claim, text: str) -> str:
    at = min(claim.source | claim.cue | claim.content)
    return " ".join(text[at : at + 130].split())


if __name__ == "__main__":
    raise SystemExit(main())
