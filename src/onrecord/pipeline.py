"""The order of the stages: one article -> one reading; many -> a stream."""

import multiprocessing
import signal
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, TypeVar

import msgspec

from onrecord.language.detect import language_notice
from onrecord.language.event_model import INSTALL as INSTALL_EVENTS
from onrecord.language.event_model import load_event_model
from onrecord.language.layout import few_words_notice, lay_out
from onrecord.language.models import DEFAULT_MODEL, load
from onrecord.language.parse import parse
from onrecord.language.tagger import INSTALL, Tagger, load_tagger
from onrecord.mentions.actors import find_actors
from onrecord.mentions.actors.counterparts import counterparts_of
from onrecord.mentions.attributions import find_attributions
from onrecord.mentions.credits import find_credits
from onrecord.mentions.gazetteer import gazetteer
from onrecord.mentions.hedges import find_hedges, is_of_number
from onrecord.mentions.places import find_places
from onrecord.mentions.publishers import publisher_of
from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.sourcing import describe_sources
from onrecord.mentions.sourcing.resolved import resolve_sourcing
from onrecord.mentions.speakers import listen, resolve_speakers
from onrecord.mentions.speakers.references import find_references
from onrecord.mentions.times import find_times
from onrecord.model import (
    Actor,
    AnyFind,
    Article,
    Attribution,
    Contents,
    Find,
    Layout,
    Mentions,
    ModelUsed,
    Negotiation,
    Notice,
    Reading,
    Reference,
    Span,
    Tagged,
    seal,
)
from onrecord.model.errors import OnrecordError
from onrecord.records.activities import find_activities
from onrecord.records.assessments import find_assessments
from onrecord.records.events import Classifiers, find_events
from onrecord.records.issues import Issues, may_concern
from onrecord.records.meetings import find_meetings
from onrecord.records.positions import find_positions

if TYPE_CHECKING:
    from spacy.tokens import Doc

R = TypeVar("R")
F = TypeVar("F", bound=Find)
Other = TypeVar("Other")

# Articles handed to the workers ahead of the one that is waited for: enough to keep each busy, few enough to hold.
AHEAD = 4


def read_article(
    article: Article,
    *,
    negotiations: Sequence[Negotiation] = (),
    model: str = DEFAULT_MODEL,
    strict: bool = False,
) -> Reading:
    """Everything the rules find in the article.

    An article in another language than English is not read: its reading holds a notice and no finds. A stage that
    fails loses only its own finds and leaves a notice, unless `strict`.
    """
    layout = lay_out(article)
    article = titled(article, layout)
    tagger, event_model = load_tagger(), load_event_model()
    notices: list[Notice] = []
    found: list[AnyFind] = []
    if (notice := few_words_notice(article, layout)) is not None:
        notices.append(notice)
    if (notice := language_notice(article, layout)) is not None:
        notices.append(notice)
    else:
        if not gazetteer().complete:
            notices.append(Notice("no gazetteer", "cities have no coordinates: reinstall Onrecord, which builds it"))
        if tagger is None:
            notices.append(Notice("no tagger", f"attributions and records are read by rules alone: {INSTALL}"))
        if event_model is None:
            notices.append(Notice("no event model", f"events are read by cue words alone: {INSTALL_EVENTS}"))
        run = _Stages(article, notices, strict)
        doc = parse(article, layout, model)
        mentions = run.mentions(doc, layout, negotiations, tagger)
        groups: tuple[Iterable[AnyFind], ...] = (
            *(mentions.attributions, mentions.times, mentions.places, mentions.actors, mentions.quantities),
            run.sealed(lambda: find_credits(doc, article)),
            *run.records(doc, layout, mentions, negotiations, event_model),
        )
        contents = Contents(mentions.attributions)
        for group in groups:
            found += [_rested(f, contents, mentions.hedges) for f in group]
    return Reading(
        article=article,
        layout=layout,
        finds=tuple(sorted(_distinct(found), key=lambda f: (f.begins_at, f.ends_at, f.kind, f.id))),
        notices=tuple(notices),
        models=models_of(model),
        negotiations=tuple(n.digest for n in negotiations),
        onrecord=version("onrecord"),
    )


def models_of(model: str = DEFAULT_MODEL) -> tuple[ModelUsed, ...]:
    """The models that a reading with this spaCy pipeline uses: it, and the tagger and the event model, if installed."""
    return (load(model)[1], *(m.used for m in (load_tagger(), load_event_model()) if m is not None))


def attribute(doc: "Doc", article: Article, layout: Layout) -> tuple[Attribution, ...]:
    """The attributions of a `Doc` that is laid out as `parse` does it, the same as `read_article` finds.

    A rule that fails raises.
    """
    return attribute_and_refer(doc, article, layout)[0]


def attribute_and_refer(
    doc: "Doc", article: Article, layout: Layout
) -> tuple[tuple[Attribution, ...], tuple[Reference, ...]]:
    """The same with whom the pronouns of the article stand for."""
    run = _Stages(article, [], strict=True)
    hedges = tuple(sorted(find_hedges(doc, article)))
    actors = run.sealed(lambda: find_actors(doc, article, layout, ()))
    tagger = load_tagger()
    tagged = run.attempted(lambda: tagger.attributions(tagger.words(doc, layout))) if tagger else None
    attributions, references = run.attributions(doc, layout, actors, tagged)
    return tuple(_distinct(_rested(a, Contents(()), hedges) for a in attributions)), references


class ReadingOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How articles are read; `jobs` processes, each with its own model in memory (0.3 GB)."""

    negotiations: tuple[Negotiation, ...] = ()
    model: str = DEFAULT_MODEL
    strict: bool = False
    jobs: int = 1


class Failed(msgspec.Struct, frozen=True):
    """An article that could not be read because a stage outside the rules failed."""

    article: Article
    error: str


def read_many(articles: Iterable[Article | Other], *, options: ReadingOptions) -> Iterator[Reading | Failed | Other]:
    """Reads a stream of articles in its order, holding only a few at a time; what is no article passes through.

    Errors that concern all articles, such as a missing model, are raised, and with `strict` so is every other.
    """
    jobs = options.jobs
    read = partial(_read_or_fail, options)
    if jobs == 1:
        yield from (read(a) if isinstance(a, Article) else a for a in articles)
        return
    workers = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_parent)
    under_way: deque[Future[Reading | Failed] | Other] = deque()
    try:
        for article in articles:
            under_way.append(workers.submit(read, article) if isinstance(article, Article) else article)
            if len(under_way) > jobs * AHEAD:
                yield _result(under_way.popleft())
        while under_way:
            yield _result(under_way.popleft())
    except BrokenProcessPool as error:
        raise OnrecordError("a worker died, perhaps for want of memory: try again with --jobs 1") from error
    finally:
        workers.shutdown(cancel_futures=True)


def _read_or_fail(options: ReadingOptions, article: Article) -> Reading | Failed:
    try:
        return read_article(article, negotiations=options.negotiations, model=options.model, strict=options.strict)
    except OnrecordError:
        raise
    except Exception as error:
        if options.strict:
            raise
        return Failed(article, f"{type(error).__name__}: {error}")


def _result(item: "Future[Reading | Failed] | Other") -> Reading | Failed | Other:
    return item.result() if isinstance(item, Future) else item


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Stages:
    """Runs the stages of one article; what fails becomes a notice."""

    def __init__(self, article: Article, notices: list[Notice], strict: bool) -> None:
        self.article = article
        self.text_sha256 = article.text_sha256
        self.notices = notices
        self.strict = strict

    def attempted(self, stage: Callable[[], R]) -> R | None:
        """What the stage gives, or none and a notice."""
        try:
            return stage()
        except Exception as error:
            if self.strict:
                raise
            self._note(error)
            return None

    def guarded(self, stage: Callable[[], Iterable[R]]) -> list[R]:
        """What the stage gives, or nothing and a notice."""
        return self.attempted(lambda: list(stage())) or []

    def sealed(self, stage: Callable[[], Iterable[F]]) -> tuple[F, ...]:
        """The stage's finds with their ids, in the order of the text."""
        finds = (seal(f, self.article, self.text_sha256) for f in self.guarded(stage))
        return tuple(sorted(finds, key=lambda f: (f.begins_at, f.ends_at, f.id)))

    def or_same(
        self,
        finds: tuple[Attribution, ...],
        stage: Callable[[tuple[Attribution, ...]], Iterable[Attribution]],
    ) -> tuple[Attribution, ...]:
        """The finds as the stage completes them, or unchanged and a notice."""
        return tuple(self.guarded(lambda: stage(finds))) or finds

    def mentions(
        self, doc: "Doc", layout: Layout, negotiations: Sequence[Negotiation], tagger: "Tagger | None"
    ) -> Mentions:
        """What single phrases say."""
        article = self.article
        hedges = tuple(sorted(self.guarded(lambda: find_hedges(doc, article))))
        concerned = [n for n in negotiations if may_concern(article, n)]
        sides = [side for n in concerned for side in n.sides]
        listed = [actor for n in concerned for actor in n.actors]
        times = self.sealed(lambda: find_times(doc, article))
        places = self.sealed(lambda: find_places(doc, article, tuple(p for n in concerned for p in n.places)))
        actors = self.sealed(lambda: find_actors(doc, article, layout, sides, listed))
        words = self.attempted(lambda: tagger.words(doc, layout)) if tagger else None
        tagged = self.attempted(lambda: tagger.attributions(words)) if tagger and words else None
        triggers = self.attempted(lambda: tagger.triggers(words)) if tagger and words else None
        attributions, references = self.attributions(doc, layout, actors, tagged)
        mentions = Mentions(
            attributions=attributions,
            times=times,
            places=places,
            actors=actors,
            hedges=hedges,
            references=references,
            home=publisher_of(article.outlet, article.title),
            met=met.states if (met := counterparts_of(article)) is not None else (),
            triggers=triggers or (),
        )
        return msgspec.structs.replace(
            mentions, quantities=self.sealed(lambda: find_quantities(doc, article, mentions))
        )

    def records(
        self,
        doc: "Doc",
        layout: Layout,
        mentions: Mentions,
        negotiations: Sequence[Negotiation],
        event_model: "Classifiers | None",
    ) -> Iterator[tuple[AnyFind, ...]]:
        """What the mentions add up to, kind by kind."""
        article = self.article
        issues = Issues(doc, article, layout, mentions, negotiations)
        meetings = self.sealed(lambda: issues.on_agenda(find_meetings(doc, article, mentions)))
        positions = self.sealed(lambda: issues.of_positions(find_positions(doc, article, mentions)))
        activities = self.sealed(lambda: find_activities(doc, article, mentions))
        told = (*meetings, *positions, *activities)
        yield from (meetings, positions, activities)
        yield self.sealed(lambda: find_assessments(doc, article, mentions))
        yield self.sealed(lambda: find_events(doc, article, mentions, told, event_model))

    def attributions(
        self, doc: "Doc", layout: Layout, actors: tuple[Actor, ...], tagged: tuple[Tagged, ...] | None
    ) -> tuple[tuple[Attribution, ...], tuple[Reference, ...]]:
        """Who said what, how the sources are described, who they are, and whom pronouns stand for."""
        article = self.article
        found = self.sealed(lambda: find_attributions(doc, article, layout, tagged))
        found = self.or_same(found, lambda a: describe_sources(doc, article, a, actors))
        heard = self.attempted(lambda: listen(doc, article, layout, found, actors))
        if heard is None:
            return found, ()
        found = self.or_same(found, lambda a: resolve_speakers(heard, a))
        references = tuple(self.guarded(lambda: find_references(heard)))
        return self.or_same(found, lambda a: resolve_sourcing(doc, article, layout, a, actors)), references

    def _note(self, error: Exception) -> None:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
        self.notices.append(Notice("rule failed", f"{where}: {type(error).__name__}: {error}"))


def titled(article: Article, layout: Layout) -> Article:
    """The article under the headline of its text, where nothing else gave it a title."""
    headline = next((p for p in layout.paragraphs if p.role == "headline"), None)
    if article.title or headline is None:
        return article
    return msgspec.structs.replace(article, title=" ".join(article.text[headline.start : headline.end].split()))


def _rested(find: F, contents: Contents, hedges: tuple[Span, ...]) -> F:
    """The find with the attribution it rests on (the innermost whose content holds its start) and its hedges."""
    changes: dict[str, object] = {}
    if not isinstance(find, Attribution) and find.attribution is None:
        holder = contents.innermost(find.begins_at)
        changes |= {"attribution": holder.id} if holder else {}
    if not find.hedges and find.kind in {
        "attribution",
        "position",
        "meeting",
        "activity",
        "assessment",
        "event",
        "quantity",
    }:
        inside = find.content if isinstance(find, Attribution) else find.spans
        doubt = tuple(h for s in inside for h in _starting_in(s, hedges) if s.contains(h))
        if find.kind != "quantity":  # "met for about two hours", "sent some 40 tanks": it is sure that they did
            doubt = tuple(h for h in doubt if not is_of_number(h))
        changes |= {"hedges": doubt} if doubt else {}
    return msgspec.structs.replace(find, **changes) if changes else find


def _starting_in(span: Span, hedges: tuple[Span, ...]) -> tuple[Span, ...]:
    low, high = (bisect_left(hedges, at, key=lambda h: h.start) for at in (span.start, span.end))
    return hedges[low:high]


def _distinct(finds: Iterable[F]) -> Iterator[F]:
    """Each id once: two rules that find the same thing make one find, with the better score."""
    best: dict[str, F] = {}
    for find in finds:
        if find.id not in best or find.score > best[find.id].score:
            best[find.id] = find
    return iter(best.values())
