"""He and she on GUM Wikinews: how often the person chosen is right, and how often one is chosen.

    python bench/pronouns.py [--news] [--errors N]

Mentions of persons are the gold ones of the data (names and descriptions, no pronouns), joined by their last word; the
parse, genders and the choice are ours. A choice is right when the mention chosen is in the pronoun's chain.
"""

import argparse
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.language import lay_out, parse
from onrecord.mentions.speakers.pronouns import Mention, gender_of, resolve_pronouns
from onrecord.model import Article, article_id

DATA = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
_ENTITY = re.compile(r"\((?P<chain>\d+)-(?P<type>\w+)[^()]*(?P<whole>\))?|(?P<closing>\d+)\)")
_SUBJECTS = {"he", "she"}
_PRONOUNS = _SUBJECTS | {"him", "his", "her", "himself", "herself", "i", "you", "we", "they", "me", "my", "your", "who"}


class Gold(NamedTuple):
    """A gold mention of a person: offsets into the text, and the number of its chain."""

    start: int
    end: int
    chain: int


class Result(NamedTuple):
    """A pronoun: its words in context, what was chosen, and whether that is right (none where nobody was chosen)."""

    document: str
    context: str
    chosen: str | None
    right: bool | None


def main() -> int:
    """Prints the figures; 2 without the data."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--news", action="store_true", help="news only, without interviews")
    options.add_argument("--errors", type=int, default=0, help="print this many wrong choices")
    given = options.parse_args()
    folder = DATA / "wikinews" / "dep"
    if not folder.is_dir():
        print(f"no GUM Wikinews in {folder}: set ONRECORD_DATA to the folder that holds wikinews", file=sys.stderr)
        return 2
    files = sorted(folder.glob("GUM_news_*.conllu" if given.news else "GUM_*.conllu"))
    results = [r for file in files for r in score(file)]
    answered = [r for r in results if r.right is not None]
    share, right = len(answered) / len(results), sum(bool(r.right) for r in answered) / len(answered)
    print(f"he/she {len(results)}  answered {share:.1%}  right of answered {right:.1%}")
    for result in [r for r in answered if not r.right][: given.errors]:
        print(f"{result.document}: {result.context} -> {result.chosen}")
    return 0


def score(file: Path) -> Iterator[Result]:
    """Every he and she of a document that has a gold antecedent."""
    text, gold = read(file)
    article = Article(id=article_id(None, text.encode()), name=file.stem, text=text, raw=text.encode())
    layout = lay_out(article)
    doc = parse(article, layout)
    mentions, chains = [], {}
    pronouns: dict[int, int] = {}
    for mention in gold:
        tokens = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if tokens is None:
            continue
        word = tokens.text.casefold()
        if word in _SUBJECTS:
            pronouns[tokens[0].i] = mention.chain
        elif (
            word not in _PRONOUNS and tokens.root.pos_ in {"NOUN", "PROPN"} and tokens.root.tag_ not in {"NNS", "NNPS"}
        ):
            head = tokens.root
            who = f"{head.text.casefold()}" if head.pos_ == "PROPN" else f"{head.text.casefold()} {mention.chain}"
            mentions.append(Mention(who=who, at=head.i, gender=gender_of(tokens)))
            chains[head.i] = mention.chain
    choices = resolve_pronouns(doc, layout, mentions)
    introduced = {c: min(i for i, other in chains.items() if other == c) for c in set(chains.values())}
    for at, chain in sorted(pronouns.items()):
        if introduced.get(chain, at) >= at:
            continue
        choice = choices[at]
        right = None
        if choice.who is not None:
            right = any(m.who == choice.who and m.at < at and chains[m.at] == chain for m in mentions)
        yield Result(file.stem, " ".join(doc[max(0, at - 12) : at + 4].text.split()), choice.who, right)


def read(file: Path) -> tuple[str, list[Gold]]:
    """The text with its paragraphs, and its person mentions with their chains, from CoNLL-U with GUM's `Entity`."""
    text = ""
    gold: list[Gold] = []
    open_spans: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    glued_until = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "_block" not in line:
            text = text.rstrip() + ("\n\n" if text else "")
        cells = line.split("\t")
        if len(cells) != 10 or "." in cells[0]:
            continue
        if "-" in cells[0]:  # "wasn't", whose words follow on their own lines
            glued_until = int(cells[0].partition("-")[2]) + ("SpaceAfter=No" in cells[9])
            continue
        start = len(text)
        end = start + len(cells[1])
        entity = next((c for c in cells[9].split("|") if c.startswith("Entity=")), "")
        for found in _ENTITY.finditer(entity):
            if found["closing"]:
                begun, is_person = open_spans[found["closing"]].pop()
                if is_person:
                    gold.append(Gold(begun, end, int(found["closing"])))
            elif found["whole"]:
                if found["type"] == "person":
                    gold.append(Gold(start, end, int(found["chain"])))
            else:
                open_spans[found["chain"]].append((start, found["type"] == "person"))
        text += cells[1]
        if "SpaceAfter=No" not in cells[9] and int(cells[0]) >= glued_until:
            text += " "
            glued_until = 0
    return text, sorted(gold)


if __name__ == "__main__":
    sys.exit(main())
