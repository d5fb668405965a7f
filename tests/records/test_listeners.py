"""Listeners: whom "we" takes in."""

import pytest

from reading_factories import told


@pytest.mark.parametrize(
    ("words", "holders"),
    [
        ("We agreed to keep the port open.", {"US", "NO"}),
        ("We welcome each other’s accession to the pact.", {"US", "NO"}),
        ("We praise each other’s efforts in every field of science.", {"US", "NO"}),
        ("We jointly reject the draft text.", {"US", "NO"}),
        ("We are jointly ready to keep the port open.", {"US", "NO"}),
        ("We share concerns about the new base.", {"US", "NO"}),
        ("We share concerns about the new base with the allies.", {"US"}),
        ("We do not share the concern about the new base.", {"US"}),
        ("We share concerns in Congress about the new base.", {"US"}),
        ("In Congress we accuse each other of lying.", {"US"}),
        ("We welcome the fact that the towns spoke to each other.", {"US"}),
        ("We reaffirmed our agreement on the port.", {"US", "NO"}),
        ("We agreed with the allies to keep the port open.", {"US"}),
        ("We reject the draft text.", {"US"}),
    ],
)
def test_we_agreed_takes_in_who_was_met(words: str, holders: set[str]) -> None:
    """Of one who speaks beside whom he met, as the title tells; other uses of "we" are of his own side."""
    title = "Remarks by Vice President Keller and Prime Minister Berg of Norway After Bilateral Meeting"
    text = (
        f"VICE PRESIDENT KELLER:  {words}\n\nPRIME MINISTER BERG:  Thank you.\n\nVICE PRESIDENT KELLER:  Thank you.\n"
    )
    assert {p.holder for p in told(text, title=title, outlet="The White House")} == holders
