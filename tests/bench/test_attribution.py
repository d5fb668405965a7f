"""The benchmark of attribution, on a made-up part of two invented articles."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import attribution
import polnear
from attribution_systems import Parsed, System
from polnear import Spans

HARBOUR = (
    "The envoy of Varenia said that the talks would go on. Ostmark hopes for a truce.\n\n"
    "“Nobody will leave the table today,” said Anna Brel. Markets in Varenia were calm.\n"
)
RIVER = "The paper reported a “very slow” crossing of the Telle. Boats waited for hours.\n"
# Article -> its attributions: source, cue, content.
GOLD = {
    HARBOUR: [
        ("The envoy of Varenia", "said", "that the talks would go on"),
        ("Ostmark", "hopes for", "a truce"),
        ("Anna Brel", "said", "“Nobody will leave the table today,”"),
    ],
    RIVER: [("The paper", "reported", "a “very slow” crossing of the Telle")],
}
FIRST, SECOND = "harbour-courier_2031-04-01_talks", "harbour-courier_2031-04-02_boats"
Found = dict[str, list[tuple[str, str, str]]]


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with polnear/dev, and the scorer where the benchmark looks for it."""
    scorer = polnear.DATA.parent / "bench" / "score_polnear.py"
    if not scorer.exists():
        pytest.skip(f"no scorer at {scorer}: set ONRECORD_DATA to the folder beside it")
    data = tmp_path / "data"
    for folder in ("text", "attributions"):
        (data / "polnear" / "dev" / folder).mkdir(parents=True)
    for name, (text, gold) in zip((FIRST, SECOND), GOLD.items(), strict=True):
        (data / "polnear" / "dev" / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
        lines = []
        for n, spans in enumerate(spans_of(text, gold)):
            ids = {role: f"T{3 * n + k}" for k, role in enumerate(spans, 1)}
            lines += [f"{ids[r]}\t{r.title()} {a} {b}\t{text[a:b]}" for r, (a, b) in spans.items()]
            lines.append(f"E{n}\tAttribution:{ids['cue']} " + " ".join(f"{r.title()}:{i}" for r, i in ids.items()))
        file = data / "polnear" / "dev" / "attributions" / f"{name}_reader.ann"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "bench").mkdir()
    shutil.copy(scorer, tmp_path / "bench")
    monkeypatch.setattr(polnear, "DATA", data)
    return tmp_path


@pytest.fixture
def systems(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts other systems in the table."""

    def put(**others: System) -> None:
        monkeypatch.setattr(attribution, "SYSTEMS", others)

    return put


def spans_of(text: str, attributions: list[tuple[str, str, str]]) -> list[dict[str, tuple[int, int]]]:
    """Offsets of the quoted words: the content's first, then the other roles nearest to it."""
    found = []
    for source, cue, content in attributions:
        at = text.index(content)
        near = {"content": (at, at + len(content))}
        for role, words in (("source", source), ("cue", cue)):
            starts = [i for i in range(len(text)) if text.startswith(words, i)]
            start = min(starts, key=lambda i: abs(i - at) if i < at else abs(i - at - len(content)))
            near[role] = (start, start + len(words))
        found.append(near)
    return found


def finding(found: Found) -> System:
    """A system that finds these attributions, given by the text of their article."""

    def run(parsed: Parsed) -> Spans:
        return [
            {"role": role, "start": start, "end": end, "attribution_id": n}
            for n, spans in enumerate(spans_of(parsed.article.text, found.get(parsed.article.text, [])))
            for role, (start, end) in spans.items()
        ]

    return System(run, parse="spacy")


def test_a_perfect_system_has_100_everywhere(
    part: Path, systems: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Every row is there, beside a system that finds nothing; floors of the first carry no ending."""
    systems(perfect=finding(GOLD), silent=finding({}))
    assert attribution.main(["--json", str(part / "figures.json")]) == 0
    figures = json.loads((part / "figures.json").read_text())
    for row, name, _, _ in attribution.ROWS:
        assert (figures[f"polnear_dev_{name}"], figures[f"polnear_dev_{name}_silent"]) == (100, 0), row
    assert figures["polnear_dev_words_per_cpu_second"] > 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0].split() == ["PolNeAR", "dev,", "2", "articles", "perfect", "silent"]
    assert all(row in shown for row, *_ in (*attribution.ROWS, *attribution.SPEEDS))


def test_the_systems_run_and_write_predictions(part: Path) -> None:
    """One line an article; the direct quotation and its speaker are found by the rules and by the baseline."""
    file = part / "rules.jsonl"
    assert attribution.main(["--pred", f"onrecord rules={file}", "--json", str(part / "figures.json")]) == 0
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["doc"] for line in lines] == [FIRST, SECOND]
    figures = json.loads((part / "figures.json").read_text())
    assert figures["polnear_dev_direct_recall"] == figures["polnear_dev_direct_recall_quotation_marks"] == 100
    assert figures["polnear_dev_direct_speaker"] == figures["polnear_dev_direct_speaker_quotation_marks"] == 100


def test_textacy_runs_where_it_is_installed(part: Path) -> None:
    """It too finds the direct quotation and its speaker."""
    pytest.importorskip("textacy", reason="an optional peer: pip install --group peers")
    assert attribution.main(["--system", "textacy", "--json", str(part / "figures.json")]) == 0
    figures = json.loads((part / "figures.json").read_text())
    assert figures["polnear_dev_direct_recall_textacy"] == figures["polnear_dev_direct_speaker_textacy"] == 100


def test_an_absent_peer_is_left_out(
    part: Path, systems: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """With a message; the others run."""
    systems(perfect=finding(GOLD), absent=System(finding({}).run, peer="no_such_package"))
    assert attribution.main([]) == 0
    out, err = capsys.readouterr()
    assert "absent" not in out
    assert "absent: left out, no_such_package is not installed" in err


def test_each_nth_article_from_the_kth(
    part: Path, systems: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not read does not count as missed."""
    systems(perfect=finding({RIVER: GOLD[RIVER]}))
    assert attribution.main(["--every", "2", "--first", "1", "--json", str(part / "figures.json")]) == 0
    assert "1 articles" in capsys.readouterr().out
    assert json.loads((part / "figures.json").read_text())["polnear_dev_all_three_overlap_f"] == 100


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        (GOLD, []),
        ({HARBOUR: GOLD[HARBOUR]}, ["missed mixed"]),
        (
            {HARBOUR: [*GOLD[HARBOUR], ("Varenia", "were", "calm")], RIVER: GOLD[RIVER]},
            ["spurious indirect"],
        ),
        (
            {HARBOUR: GOLD[HARBOUR], RIVER: [("paper", "reported a", "“very slow” crossing of the Telle")]},
            ["source boundaries", "cue boundaries", "content boundaries"],
        ),
        (
            {HARBOUR: [("Ostmark", "said", "that the talks would go on"), *GOLD[HARBOUR][1:]], RIVER: GOLD[RIVER]},
            ["source of another"],
        ),
        (
            {HARBOUR: GOLD[HARBOUR], RIVER: [("Boats", "waited", "a “very slow” crossing of the Telle")]},
            ["source other words", "cue other words"],
        ),
        (
            {HARBOUR: GOLD[HARBOUR], RIVER: [*GOLD[RIVER], ("The paper", "reported", "the Telle")]},
            ["spurious, piece of another"],
        ),
    ],
)
def test_faults_have_classes(
    part: Path, systems: Callable[..., None], capsys: pytest.CaptureFixture[str], found: Found, kinds: list[str]
) -> None:
    """Each fault with its class, and the counts at the end."""
    systems(faulty=finding(found))
    assert attribution.main(["--errors", "10"]) == 0
    *blocks, counts = capsys.readouterr().out.split("\n\n")
    assert [b.splitlines()[0].split("   ")[0].split(". ")[1] for b in blocks[1:]] == kinds
    assert all(b.splitlines()[1].strip() in (HARBOUR + RIVER).replace("\n", "  ") for b in blocks[1:])
    assert counts.splitlines()[-1].split() == ["sum", str(len(kinds)), str(len(kinds))]


def test_no_data_no_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what is wanted."""
    monkeypatch.setattr(polnear, "DATA", tmp_path)
    assert attribution.main([]) == 1
    assert "ONRECORD_DATA" in capsys.readouterr().err
