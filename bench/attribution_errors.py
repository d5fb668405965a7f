"""Faults of a system, for reading by eye: each with its class, its sentence, what was annotated and what was found.

Attributions are paired as `score_polnear.py` pairs them, by the words that their contents share. A pair may have
several faults, one for each role; it has one only, "content mostly other words", where less than half is shared.

    missed direct|mixed|indirect      nothing found shares a word with the content (in the kind annotated)
    missed, merged into another       its words are in a content that belongs to another annotated attribution
    spurious direct|mixed|indirect, spurious, piece of another: the same the other way round
    source|cue|content boundaries     some words are shared, some are not
    source|cue of another             no word is shared; the words found are those of another annotated attribution
    source|cue other words            no word is shared with any of them
    source|cue not found, source|cue not annotated
"""

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import NamedTuple

from polnear import ROLES, Annotated, Attribution, Spans, as_tokens

# Longest passage shown, in characters: some quotations run over paragraphs.
LONGEST = 1200
HALF = 0.5
NOTHING: Attribution = dict.fromkeys(ROLES, frozenset())


class Fault(NamedTuple):
    """One fault; `gold` or `found` has no words where there is nothing to show."""

    kind: str
    number: int  # of the article
    gold: Attribution
    found: Attribution


def print_errors(
    scorer: ModuleType,
    articles: Sequence[Annotated],
    predicted: Sequence[Spans],
    sentences: Sequence[Sequence[int]],
    drawn: tuple[int, int],
) -> None:
    """Prints faults in the order of the text and the counts of their classes.

    `sentences` are the offsets at which the sentences of each article begin; `drawn` is how many to draw and the seed.
    """
    every = [
        fault
        for n, (one, spans) in enumerate(zip(articles, predicted, strict=True))
        for fault in faults(scorer, n, one, as_tokens(scorer, one, spans))
    ]
    size, seed = drawn
    chosen = sorted(random.Random(seed).sample(range(len(every)), min(size, len(every))))
    for at, index in enumerate(chosen, 1):
        fault = every[index]
        one = articles[fault.number]
        where = one.document.toks[min(_all_words(fault))][0]
        print(f"\n{at}. {fault.kind}   [{one.article.name}, {where}]")
        print(f"   {_passage(one, fault, sentences[fault.number])}")
        for name, attribution in (("annotated", fault.gold), ("found", fault.found)):
            print(f"   {name + ':':11}{_words(scorer, one, attribution)}")
    counts, shown = Counter(fault.kind for fault in every), Counter(every[index].kind for index in chosen)
    print(f"\n{'class':36}{'shown':>8}{'in all':>8}")
    for kind, count in counts.most_common():
        print(f"{kind:36}{shown[kind]:8}{count:8}")
    print(f"{'sum':36}{len(chosen):8}{len(every):8}")


def faults(scorer: ModuleType, number: int, one: Annotated, found: list[Attribution]) -> list[Fault]:
    """The faults of one article, in the order of the text."""
    gold, found = ([a for a in attributions if a["content"]] for attributions in (one.gold, found))
    pairs = scorer.greedy(gold, found, key=lambda a: a["content"])
    seen: list[Fault] = []
    for g, f, shared in pairs:
        if shared < HALF:
            seen.append(Fault("content mostly other words", number, gold[g], found[f]))
            continue
        for role in ROLES:
            others = [a[role] for a in gold if a is not gold[g]]
            if kind := _difference(gold[g][role], found[f][role], others):
                seen.append(Fault(f"{role} {kind}", number, gold[g], found[f]))
    paired_gold, paired_found = {g for g, _, _ in pairs}, {f for _, f, _ in pairs}
    for n, attribution in enumerate(gold):
        if n not in paired_gold:
            kind = "missed" + _alone(one, attribution, found, ", merged into another")
            seen.append(Fault(kind, number, attribution, NOTHING))
    for n, attribution in enumerate(found):
        if n not in paired_found:
            kind = "spurious" + _alone(one, attribution, gold, ", piece of another")
            seen.append(Fault(kind, number, NOTHING, attribution))
    return sorted(seen, key=lambda fault: min(_all_words(fault)))


def _difference(gold: frozenset[int], found: frozenset[int], others: Sequence[frozenset[int]]) -> str:
    if gold == found:
        return ""
    if not found:
        return "not found"
    if not gold:
        return "not annotated"
    if gold & found:
        return "boundaries"
    return "of another" if any(found & other for other in others) else "other words"


def _alone(one: Annotated, attribution: Attribution, opposite: Sequence[Attribution], within: str) -> str:
    if any(attribution["content"] & other["content"] for other in opposite):
        return within
    return " " + str(one.document.kind(attribution["content"]))


def _all_words(fault: Fault) -> frozenset[int]:
    return frozenset().union(*fault.gold.values(), *fault.found.values())


def _passage(one: Annotated, fault: Fault, sentences: Sequence[int]) -> str:
    """The sentences that the words stand in, on one line."""
    words = _all_words(fault)
    start, end = one.document.toks[min(words)][0], one.document.toks[max(words)][1]
    first, after = bisect_right(sentences, start) - 1, bisect_right(sentences, end - 1)
    begins = sentences[first] if first >= 0 else 0
    ends = sentences[after] if after < len(sentences) else len(one.article.text)
    text = " ".join(one.article.text[begins:ends].split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} [...] {text[-LONGEST // 2 :]}"


def _words(scorer: ModuleType, one: Annotated, attribution: Attribution) -> str:
    shown = []
    for role in ROLES:
        pieces = list(_pieces(scorer, one, attribution[role]))
        if pieces:
            shown.append(f"{role.upper()} " + " ... ".join(f"<{piece}>" for piece in pieces))
    return "  ".join(shown) or "-"


def _pieces(scorer: ModuleType, one: Annotated, words: frozenset[int]) -> Iterator[str]:
    for fragment in scorer.fragments(words):
        start, end = one.document.toks[min(fragment)][0], one.document.toks[max(fragment)][1]
        yield " ".join(one.article.text[start:end].split())
