"""The gold for names, roles and quantities beside what Onrecord finds in the same stretches."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from gold_actors_readings import Reading, reading_file, reading_of
from gold_passages import Bounds, Passage, article_of
from gold_scores import Figures
from onrecord.language import lay_out, parse
from onrecord.mentions.actors import find_actors
from onrecord.mentions.places import find_places
from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.sides import WE
from onrecord.mentions.times import find_times
from onrecord.model import Actor, Article, Mentions, Place, Quantity
from onrecord.pipeline import attribute_and_refer

_PRONOUNS = re.compile(rf"\b(?:I|it|its|he|his|she|her|they|their|{'|'.join(sorted(WE))})\b", re.IGNORECASE)


class Stretch(msgspec.Struct, frozen=True):
    """One stretch: the gold, and what was found anywhere in its article."""

    passage: Passage
    article: Article
    gold: Reading
    actors: Sequence[Actor]
    places: Sequence[Place]
    quantities: Sequence[Quantity]

    def holds(self, start: int) -> bool:
        """Whether an offset lies in the stretch."""
        return self.passage.start <= start < self.passage.end

    def shown(self, bounds: Bounds) -> str:
        """The words and some of what stands around them."""
        text, (start, end) = self.article.text, bounds
        around = f"{text[max(0, start - 60) : start]}[]{text[end : end + 60]}"
        return f"{self.passage.n} [{text[start:end]}] ...{around}".replace("\n", " ")


class Clock:
    """CPU seconds by stage, over all articles."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, stage: str, work: Callable[[], Any]) -> Any:
        """What the work gives; its time goes to the stage."""
        begin = time.process_time()
        try:
            return work()
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - begin

    def report(self) -> dict[str, float]:
        """Seconds by stage."""
        return {stage: round(seconds, 2) for stage, seconds in self.seconds.items()}


def read_stretches(half: str, clock: Clock, of: Sequence[Passage]) -> Iterator[Stretch]:
    """Those of the half that were read; the articles are read whole."""
    for passage in of:
        if passage.half != half or not reading_file("first", passage.n).exists():
            continue
        article = article_of(passage)
        layout = lay_out(article)
        doc = clock.timed("parse", lambda article=article, layout=layout: parse(article, layout))
        places = clock.timed("places", lambda doc=doc, article=article: find_places(doc, article))
        actors = clock.timed(
            "actors", lambda doc=doc, article=article, layout=layout: find_actors(doc, article, layout, ())
        )
        times = clock.timed("times", lambda doc=doc, article=article: find_times(doc, article))
        # Attributions tell nothing but whom pronouns stand for, and take longer than all else.
        spoken = _PRONOUNS.search(article.text, passage.start, passage.end) is not None
        attributions, references = clock.timed(
            "attributions",
            lambda doc=doc, article=article, layout=layout, spoken=spoken: (
                attribute_and_refer(doc, article, layout) if spoken else ((), ())
            ),
        )
        known = Mentions(
            actors=tuple(actors),
            attributions=attributions,
            times=tuple(times),
            places=tuple(places),
            references=references,
        )
        quantities = clock.timed(
            "quantities", lambda doc=doc, article=article, known=known: find_quantities(doc, article, known)
        )
        yield Stretch(passage, article, reading_of("first", passage.n), actors, places, quantities)


def of_shares(name: str, right: int, gold: int, found: int) -> Figures:
    """Precision and recall under that name, in per cent; nothing where there is nothing to count."""
    return {
        **({f"{name} P": 100 * right / found} if found else {}),
        **({f"{name} R": 100 * right / gold} if gold else {}),
    }
