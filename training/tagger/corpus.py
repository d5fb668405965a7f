"""PolNeAR's articles as examples: words, what is seen on them, BIOES labels and links.

Univocal as annotated (a word has one role); the few words with two labels keep both, since each role has a head of its
own. Fragments are maximal runs of words of one role of one attribution; PolNeAR's pieces of a content that only a
quotation mark divides are one fragment.
"""

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer
from tqdm import tqdm

from onrecord.language import lay_out, parse
from onrecord.language.models import load
from onrecord.language.tagger.inputs import Words, words_of
from onrecord.model import Article

ROLES = ("source", "cue", "content")
O, B, I, E, S = range(5)  # noqa: E741


class Example(NamedTuple):
    """An article.

    Labels are words x roles, 0-4 for OBIES and -1 where the text was discarded. Links are, for each word of a cue, the
    first word of its source, and for each word of a content the first word of its cue; -1 none, -2 no such word.
    """

    name: str
    words: Words
    labels: np.ndarray
    source_of: np.ndarray
    cue_of: np.ndarray


def articles(split: Path) -> Iterator[tuple[Article, Path]]:
    """Text and first annotator's file of every article, in the order of names."""
    annotated: dict[str, Path] = {}
    for file in sorted((split / "attributions").glob("*.ann")):
        annotated.setdefault(file.stem.rsplit("_", 1)[0], file)
    for name, file in sorted(annotated.items()):
        text = split / "text" / f"{name}.txt"
        with text.open(encoding="utf-8", newline="") as lines:
            yield Article(id=name, name=name, text=lines.read(), raw=b""), file


def parse_labels() -> dict[str, list[str]]:
    """The classes of tag, dependency and entity that the parser knows."""
    nlp, _ = load()
    parts = {"tag": "tagger", "dep": "parser", "entity": "ner"}
    return {name: sorted(nlp.get_pipe(part).labels) for name, part in parts.items()}


def examples(split: Path, tokenizer: Tokenizer, labels: dict[str, list[str]], cache: Path) -> list[Example]:
    """All examples of a part, parsed once and kept in `cache`."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    found = []
    for article, file in tqdm(list(articles(split)), desc=f"parse {split.name}", mininterval=10):
        layout = lay_out(article)
        doc = parse(article, layout)
        found.append(_example(article.name, doc, words_of(doc, layout, tokenizer, labels), file))
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps(found))
    return found


def _example(name, doc, words: Words, file: Path) -> Example:
    attributions, discarded = read_annotation(file)
    starts = np.array([doc[i].idx for i in words.tokens])
    ends = np.array([doc[i].idx + len(doc[i]) for i in words.tokens])
    letters = np.array([any(c.isalnum() for c in doc[i].text) for i in words.tokens])

    def covered(spans):
        inside = np.zeros(len(starts), dtype=bool)
        for start, end in spans:
            inside |= (starts < end) & (ends > start)
        return inside

    labels = np.zeros((len(starts), 3), dtype=np.int64)
    source_of, cue_of = (np.full(len(starts), -2, dtype=np.int64) for _ in range(2))
    for attribution in attributions:
        inside = {role: covered(attribution[role]) for role in ROLES}
        first = {role: (int(np.argmax(inside[role])) if inside[role].any() else -1) for role in ROLES}
        for n, role in enumerate(ROLES):
            for low, high in _runs(inside[role], letters):
                labels[low:high, n] = I
                labels[low, n], labels[high - 1, n] = (B, E) if high - low > 1 else (S, S)
        source_of[inside["cue"]] = first["source"]
        cue_of[inside["content"] & (cue_of == -2)] = first["cue"]
    labels[covered(discarded)] = -1
    return Example(name, words, labels, source_of, cue_of)


def _runs(inside: np.ndarray, letters: np.ndarray) -> Iterator[tuple[int, int]]:
    """Runs of marked words; a gap of nothing but marks does not end a run."""
    at = np.flatnonzero(inside)
    if not len(at):
        return
    low = last = int(at[0])
    for n in at[1:]:
        if n > last + 1 and letters[last + 1 : n].any():
            yield low, last + 1
            low = int(n)
        last = int(n)
    yield low, last + 1


def read_annotation(path: Path):
    """Attributions as {role: [(start, end)]}, and the discarded stretches."""
    entities, events, discarded = {}, [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if parts[0].startswith("T") and len(parts) > 1:
            label, rest = parts[1].split(" ", 1)
            entities[parts[0]] = [tuple(map(int, x.split())) for x in rest.split(";")]
            if label == "Discard":
                discarded += entities[parts[0]]
        elif parts[0].startswith("E") and len(parts) > 1:
            events.append(parts[1].split()[1:])
    found = []
    for event in events:
        roles = {role: [] for role in ROLES}
        for argument in event:
            name, entity = argument.split(":")
            role = name.rstrip("0123456789").lower()
            if role in roles and entity in entities:
                roles[role] += entities[entity]
        if any(roles.values()):
            found.append(roles)
    return found, discarded
