"""The reference article gives what a careful reader learns from it."""

import pytest

import reference


@pytest.mark.skipif(
    not (reference.DATA / "reference").is_dir(), reason="the development data are not there: set ONRECORD_DATA"
)
def test_at_least_four_fifths_of_what_a_careful_reader_learns(capsys: pytest.CaptureFixture[str]) -> None:
    """The table of all entries is printed; 80 % must be right, and every part of the table touched."""
    entries = list(reference.compare())
    code = reference.main()
    with capsys.disabled():
        print("\n" + capsys.readouterr().out)
    assert code == 0
    touched = {e.part for e in entries if e.right}
    assert touched == {e.part for e in entries}
