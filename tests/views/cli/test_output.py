"""Tables on a terminal of some width, and in a pipe."""

import sys

import click
import pytest

from onrecord.views.cli.output import print_table, stacked

ID = "0123456789abcdef"
COLUMNS = ["id", "office", "proposal"]
ROW = [
    ID,
    "Deputy Minister of Navigation",
    "one person in two articles? both of Varenia, and nothing speaks against it",
]


def printed(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of the table on a terminal as wide as that, without white space at their ends."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_table(COLUMNS, [ROW], as_json=False)
    return [line.rstrip() for line in click.unstyle(capsys.readouterr().out).splitlines()]


def test_on_a_terminal_no_word_is_broken(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Of an id the start is shown, which every command takes."""
    lines = printed(60, monkeypatch, capsys)
    assert lines[0].split() == COLUMNS
    assert max(map(len, lines)) <= 60
    words = {word for line in lines[2:] for word in line.split()}
    assert words == {ID[:8], *ROW[1].split(), *ROW[2].split()}


def test_on_a_narrow_terminal_fields_stand_under_each_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the name of each, and a line between rows."""
    lines = printed(40, monkeypatch, capsys)
    assert lines[:2] == [f"id        {ID[:8]}", "office    Deputy Minister of Navigation"]
    assert (lines[2], lines[-1]) == ("proposal  one person in two articles?", "")


def test_in_a_pipe_a_row_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Whole ids, tabs between, no line ends inside."""
    print_table(COLUMNS, [[ID, None, "one\n two"]], as_json=False)
    assert capsys.readouterr().out == f"id\toffice\tproposal\n{ID}\t\tone two\n"


def test_a_stacked_cell() -> None:
    """What is empty takes no line."""
    assert stacked("one\ntwo", None, "", "three") == "one two\nthree\n"
