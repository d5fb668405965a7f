"""The trained tagger: what the network reads, how its answer is decoded and linked, and the model itself."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from factories import parsed
from onrecord.language.tagger import PACKAGE, Tagger, load_tagger
from onrecord.language.tagger.decoding import (
    BEGINS,
    ENDS,
    GOES_ON,
    OUTSIDE,
    SINGLE,
    Fragment,
    best_states,
    fragments_of,
)
from onrecord.language.tagger.inputs import COLUMNS, Window, Words, window_arrays, windows_of
from onrecord.language.tagger.linking import Pointers, link
from onrecord.language.tagger.triggers import triggers_of
from onrecord.model.errors import ModelMismatch

TEXT = """Envoys wait for a sign

The port of Telle will reopen in May, Varenia's harbour minister said on Friday.

"We have waited long enough," she told reporters. "It is time."
"""


def words(pieces_each: list[int], starts: list[int], quoted: list[int] | None = None) -> Words:
    """Words of so many pieces, the class of start of each, and whether it is quoted."""
    seen = np.zeros((len(pieces_each), len(COLUMNS)), dtype=np.int64)
    seen[:, COLUMNS.index("start")] = starts
    seen[:, COLUMNS.index("quotation")] = quoted or 0
    first = np.concatenate(([0], np.cumsum(pieces_each)))
    breaks = [n for n, s in enumerate(starts) if s]
    return Words(list(range(len(starts))), np.arange(first[-1]) + 5, first, seen, breaks)


@pytest.mark.parametrize(("longest", "context"), [(10, 4), (10, 0), (50, 10), (3, 2)])
def test_every_word_is_kept_in_one_window(longest: int, context: int) -> None:
    """Windows are as long as allowed, overlap, and share the words among them."""
    article = words([1, 2, 1, 3] * 10, [2, 0, 0, 1] * 10)
    windows = list(windows_of(article, longest, context))
    kept = [n for w in windows for n in range(w.kept_from, w.kept_to)]
    assert kept == list(range(40))
    for window in windows:
        assert window.start <= window.kept_from <= window.kept_to <= window.end
        assert window.end - window.start == 1 or article.first[window.end] - article.first[window.start] <= longest


def test_a_word_is_seen_on_each_of_its_pieces() -> None:
    """But only its first piece opens a sentence; the window's marks show nothing."""
    article = words([1, 3, 1], [2, 1, 0], [0, 1, 1])
    ids, seen, at = window_arrays(article, Window(0, 3, 0, 3), 101, 102)
    assert ids.tolist() == [101, 5, 6, 7, 8, 9, 102]
    assert at.tolist() == [1, 2, 5]
    assert seen[:, COLUMNS.index("quotation")].tolist() == [0, 0, 1, 1, 1, 1, 0]
    assert seen[:, COLUMNS.index("start")].tolist() == [0, 2, 1, 0, 0, 0, 0]


def test_the_likeliest_states_follow_each_other() -> None:
    """A step that cannot be is not taken, however high a single word scores."""
    steps = np.zeros((1, 5, 5))
    steps[0, OUTSIDE, GOES_ON] = -1000
    emissions = np.zeros((3, 1, 5))
    emissions[0, 0, OUTSIDE], emissions[0, 0, BEGINS] = 5, 4
    emissions[1, 0, GOES_ON] = 3
    emissions[2, 0, ENDS] = 3
    short = np.zeros((1, 1, 5))
    short[0, 0, SINGLE] = 1
    first, second = best_states([emissions, short], steps)
    assert first[:, 0].tolist() == [BEGINS, GOES_ON, ENDS]
    assert second[:, 0].tolist() == [SINGLE]


@pytest.mark.parametrize(
    ("states", "spans"),
    [
        ([OUTSIDE, SINGLE, SINGLE, OUTSIDE], [(1, 2), (2, 3)]),
        ([BEGINS, GOES_ON, ENDS, BEGINS, ENDS], [(0, 3), (3, 5)]),
        ([GOES_ON, ENDS, OUTSIDE, BEGINS], [(0, 2), (3, 4)]),
        ([BEGINS, OUTSIDE, GOES_ON, GOES_ON], [(0, 1), (2, 4)]),
        ([OUTSIDE], []),
    ],
)
def test_fragments(states: list[int], spans: list[tuple[int, int]]) -> None:
    """Runs of states become fragments, also where a seam of two windows cut one."""
    column = np.array(states)[:, None]
    found = fragments_of(np.hstack([column, column * 0, column * 0]), np.full((len(states), 3), 0.5))
    assert [(f.start, f.end) for f in found if f.role == "source"] == spans


def pointing(article: Words, links: dict[tuple[int, int], int]) -> list[Pointers]:
    """Pointers of one window: (link, word) -> the word it points to."""
    count = len(article.tokens)
    asks, answers = np.zeros((count, 2, count + 1)), np.zeros((count + 1, 2, count + 1))
    for n in range(count + 1):
        answers[n, :, n] = 1
    asks[:, :, 0] = 0.5
    for (kind, word), target in links.items():
        asks[word, kind, target + 1] = 1
    return [Pointers(Window(0, count, 0, count), asks, answers)]


def test_contents_are_given_to_their_cue() -> None:
    """Two pieces of content and one source share a cue; a cue without content is nothing."""
    article = words([1] * 8, [2] + [0] * 7)
    fragments = [
        Fragment("source", 3, 4, 1.0), Fragment("cue", 4, 5, 1.0), Fragment("cue", 7, 8, 1.0),
        Fragment("content", 0, 2, 1.0), Fragment("content", 5, 7, 1.0),
    ]  # fmt: skip
    pointers = pointing(article, {(0, 4): 3, (1, 0): 4, (1, 1): 4, (1, 5): 4, (1, 6): 4})
    [found] = link(fragments, pointers, article)
    assert [f.start for f in (*found.source, *found.cue, *found.content)] == [3, 4, 0, 5]


@pytest.mark.parametrize(("start", "sources"), [(0, [0]), (1, [])])
def test_a_source_stands_in_the_sentence_of_its_cue(start: int, sources: list[int]) -> None:
    """However much a cue points to it, what another sentence names is not its source."""
    article = words([1] * 4, [2, 0, start, 0])
    fragments = [Fragment("source", 0, 1, 1.0), Fragment("cue", 2, 3, 1.0), Fragment("content", 3, 4, 1.0)]
    [found] = link(fragments, pointing(article, {(0, 2): 0, (1, 3): 2}), article)
    assert [f.start for f in found.source] == sources


@pytest.mark.parametrize(("quoted", "pieces"), [(0, [(2, 4)]), (1, [(2, 4), (4, 6)])])
def test_only_quotations_go_on_over_a_paragraph(quoted: int, pieces: list[tuple[int, int]]) -> None:
    """What stands in the next paragraph belongs to the cue only inside quotation marks."""
    article = words([1] * 6, [2, 0, 0, 0, 2, 0], [0, 0, 0, 0, quoted, quoted])
    fragments = [Fragment("cue", 1, 2, 1.0), Fragment("content", 2, 6, 1.0)]
    [found] = link(fragments, pointing(article, {(1, n): 1 for n in range(2, 6)}), article)
    assert [(f.start, f.end) for f in found.content] == pieces


CLASSES = {
    "act": ["none", "offer", "demand"],
    "meeting": ["none", "held"],
    "activity": ["none", "test"],
    "format": ["call", "visit"],
    "status": ["done"],
    "flags": ["negated", "planned"],
}
LINKS = ["source_of", "cue_of", "holder", "addressee", "sides"]


def test_words_that_tell_something_are_handed_on_with_their_shares() -> None:
    """And with the words they point to: the likeliest, those nearly as likely, none where nobody is."""
    article = words([1] * 5, [2, 0, 0, 0, 0])
    scores = np.zeros((5, 12))
    scores[:, [0, 3, 5]] = 9  # nothing
    scores[2, [0, 2]] = 1, 5
    asks, answers = np.zeros((5, len(LINKS), 6)), np.zeros((6, len(LINKS), 6))
    for n in range(6):
        answers[n, :, n] = 20
    asks[2, LINKS.index("holder"), [1, 2]] = 1
    asks[2, LINKS.index("addressee"), 0] = 1
    asks[2, LINKS.index("sides"), 5] = 1
    [found] = triggers_of(scores, Pointers(Window(0, 5, 0, 5), asks, answers), article, CLASSES, LINKS)
    assert (found.token, list(found.acts), found.meetings, found.activities) == (2, ["demand"], {}, {})
    assert found.acts["demand"] == pytest.approx(0.98, abs=0.01)
    assert (found.holders, found.addressees, found.sides) == ((0, 1), (), (4,))


def test_a_word_is_told_by_the_window_that_keeps_it() -> None:
    """What two windows share is not told twice."""
    article = words([1] * 4, [2, 0, 0, 0])
    scores = np.zeros((3, 12))
    scores[:, 1] = 9
    pointers = Pointers(Window(1, 4, 2, 4), np.zeros((3, 5, 2)), np.zeros((4, 5, 2)))
    assert [t.token for t in triggers_of(scores, pointers, article, CLASSES, LINKS)] == [2, 3]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The installed model."""
    return load_tagger() or pytest.skip(f"{PACKAGE} is not installed: pip install ./models/tagger-en")


def test_the_installed_model_reads_news(tagger: Tagger) -> None:
    """Indirect speech, and a quotation in two pieces around its cue; the headline is nobody's word."""
    _, layout, doc = parsed(TEXT)
    found = [
        tuple(" ".join(doc[a:b].text.split()) for a, b in role)
        for t in tagger.attributions(tagger.words(doc, layout))
        for role in t[:3]
    ]
    assert found == [
        ("Varenia's harbour minister",), ("said",), ("The port of Telle will reopen in May",),
        ("she",), ("told",), ('"We have waited long enough,"', '"It is time."'),
    ]  # fmt: skip


def test_the_installed_model_tells_words_of_records(tagger: Tagger) -> None:
    """A demand with who holds it, a meeting that is to come, a deed of forces; nothing in a plain sentence."""
    text = (
        "Moscow demanded that Ostmark withdraw. The ministers will meet on Friday. Troops shelled the port. It rained."
    )
    _, layout, doc = parsed(text)
    found = {doc[t.token].text: t for t in tagger.triggers(tagger.words(doc, layout))}
    told = {
        word: max(shares, key=lambda k: shares[k])
        for word, t in found.items()
        if (shares := {**t.acts, **t.meetings, **t.activities})
    }
    assert told.items() >= {"demanded": "demand", "meet": "planned", "shelled": "use of force"}.items()
    assert [doc[h].text for h in found["demanded"].holders] == ["Moscow"]
    assert "rained" not in found or not found["rained"].acts


def test_an_article_without_words_has_no_attributions(tagger: Tagger) -> None:
    """Nothing to read is no error."""
    _, layout, doc = parsed(" \n ")
    words = tagger.words(doc, layout)
    assert (tagger.attributions(words), tagger.triggers(words)) == ((), ())


def test_long_articles_are_read_in_windows(tagger: Tagger) -> None:
    """The same sentences far down in an article are found as at its top."""
    _, layout, doc = parsed("\n\n".join(["The talks will go on, two envoys said."] * 60))
    found = tagger.attributions(tagger.words(doc, layout))
    assert {doc[a:b].text for t in found for a, b in t.source} == {"two envoys"}
    assert found[-1].cue[0][0] > 0.9 * len(doc)


def test_tampered_weights_are_refused(tagger: Tagger, tmp_path: Path) -> None:
    """Bytes that are not the model's own, or settings of another format, name the command that mends it."""
    folder = Path(__import__(PACKAGE).__file__).parent
    settings = json.loads((folder / "model.json").read_text())
    for file in settings["networks"]:
        (tmp_path / file).write_bytes((folder / file).read_bytes() + b"x")
    (tmp_path / "model.json").write_text(json.dumps(settings))
    with pytest.raises(ModelMismatch, match="pip install"):
        Tagger(tmp_path)
    for file in settings["networks"]:
        (tmp_path / file).write_bytes((folder / file).read_bytes())
    (tmp_path / "model.json").write_text(json.dumps({**settings, "format": 0}))
    with pytest.raises(ModelMismatch, match="pip install"):
        Tagger(tmp_path)


def test_without_the_package_there_is_no_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is no error: Onrecord then reads by rules."""

    def missing(name: str) -> SimpleNamespace:
        raise ImportError(name)

    load_tagger.cache_clear()
    monkeypatch.setattr("onrecord.language.tagger.importlib.import_module", missing)
    assert load_tagger() is None
    load_tagger.cache_clear()
