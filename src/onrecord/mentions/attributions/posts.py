"""Posts pasted into a story: a paragraph, and under it "— Ana Berg (@anaberg) July 16, 2018"."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.mentions.attributions.passages import Draft, Passage
from onrecord.model import Tagged

_SIGNATURE = re.compile(r"(?:[—–]|--)\s?(?P<name>[^\n(@]{2,60}?)\s?\(@\w{1,30}\)(?=\s*(?:$|[A-Z][a-z]{2,8}\.?\s\d|\d))")


def read_posts(passage: Passage) -> Iterator[Draft]:
    """The words of a post, said by the account that its signature names."""
    text = passage.article.text
    for post, signature in pairwise(passage.layout.paragraphs):
        signed = _SIGNATURE.match(text, signature.start, signature.end)
        if signed is None or _SIGNATURE.match(text, post.start, post.end):
            continue
        content = passage.tokens(post.start, post.end)
        for n in range(passage.next_quote(content[0]), passage.next_quote(content[1])):
            passage.owner.setdefault(n, content[0])
        yield Draft((content,), (), (passage.tokens(signed.start("name"), signed.end("name")),), spoken=True)


def outside_posts(passage: Passage, tagged: Iterable[Tagged], posts: Iterable[Draft]) -> Iterator[Tagged]:
    """What the tagger sees, without what it links to a signature and what holds the words of a post."""
    taken = [(p.content[0], passage.paragraph_of(p.source[0][0])) for p in posts]
    for found in tagged:
        ranges = [*found.source, *found.cue, *found.content]
        signs = any(s <= r[0] < e for r in ranges for _, (s, e) in taken)
        inside = [(low, high) for (low, high), _ in taken if any(low <= r[0] < high for r in found.content)]
        told = all(low <= r[0] < high for low, high in inside for r in (*found.cue, *found.source))
        if not signs and (not inside or (told and found.source)):
            yield found
