"""Dates as news and tables write them."""

import pytest

from onrecord.intake.published import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-01-09", "2022-01-09"),
        ("20220109", "2022-01-09"),
        ("2022-01-09T18:30", "2022-01-09T18:30:00"),
        ("2022-01-09 18:30:05-05:00", "2022-01-09T18:30:05-05:00"),
        ("2022-01-09T18:30:00.123+0200", "2022-01-09T18:30:00+02:00"),
        ("2022-01-09T18:30:00Z", "2022-01-09T18:30:00+00:00"),
        ("20220109T183000Z", "2022-01-09T18:30:00+00:00"),
        ("Sun, 09 Jan 2022 18:30:00 GMT", "2022-01-09T18:30:00+00:00"),
        ("9 January 2022", "2022-01-09"),
        ("January 9th, 2022", "2022-01-09"),
        ("Sept. 9, 2022", "2022-09-09"),
        ("Published 9 January 2022 18:30 GMT", "2022-01-09T18:30:00+00:00"),
        ("Jan. 9, 2022 at 6:30 p.m. ET", "2022-01-09T18:30:00"),
        ("12:44 am CDT, Sunday, July 10, 2022", "2022-07-10T00:44:00-05:00"),
        ("01/13/2022 02:44 PM EST", "2022-01-13T14:44:00-05:00"),
        ("13.1.2022", "2022-01-13"),
        ("9/9/2022", "2022-09-09"),
    ],
)
def test_dates(written: str, expected: str) -> None:
    """As precise as written; a zone only where the abbreviation stands for one."""
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written", ["", "soon", "2022", "2022-01", "09/01/2022", "30 February 2022", "2022-13-01", "1641753000", "Monday"]
)
def test_no_single_day(written: str) -> None:
    """Nothing is guessed: a day and month that could be swapped are no date."""
    assert iso_date(written) is None
