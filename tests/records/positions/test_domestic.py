"""What is no position between sides."""

import pytest

from reading_factories import told


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("We are committed to better roads. I urge everyone to drive with care.", []),
        ("We are committed to better roads. I urge Germany to drive with care.", ["assurance", "demand"]),
        ("Germany sent a plan. I ask the Government to study it.", []),
        ("Germany sent a plan. I ask our partners to study it.", ["demand"]),
        ("Germany sent a plan. We will continue to mend the roads.", []),
        ("Germany sent a plan. We will continue to help Poland.", ["assurance"]),
        ("Germany sent a plan. We will continue to work together.", ["assurance"]),
    ],
)
def test_what_a_state_says_at_home_is_no_position(text: str, acts: list[str]) -> None:
    """On its own site, where no other side is named, or asked of its own offices."""
    assert [p.act for p in told(text, outlet="President of Ukraine (president.gov.ua)")] == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Foreign observers fear that Ostmark will close the gates.", []),
        ("Some German officials fear that Ostmark will close the gates.", ["concern"]),
    ],
)
def test_observers_are_no_side(text: str, acts: list[str]) -> None:
    """Nor are experts; officials are."""
    assert [p.act for p in told(text)] == acts
