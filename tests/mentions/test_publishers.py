"""Who publishes an article."""

import pytest

from onrecord.mentions.publishers import home_of, publisher_of


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("The White House", "US"),
        ("President of Germany (president.example)", "DE"),
        ("German Foreign Ministry", "DE"),
        ("Ministry of Defence of Japan", "JP"),
        ("Germany Today", None),
        ("The Japan Courier", None),
        ("vare-courier.example", None),
        (None, None),
    ],
)
def test_home(outlet: str | None, state: str | None) -> None:
    """Offices of a state speak for it, papers with its name do not."""
    assert home_of(outlet) == publisher_of(outlet, "Talks fail") == state


@pytest.mark.parametrize(
    ("outlet", "title", "whose"),
    [
        ("NATO", "Allies meet in Vare", "NATO"),
        ("European Union (eu.example)", None, "EU"),
        (None, "Statement by the Foreign Ministry of Japan on the drills", "JP"),
        ("wire.example", "Press statement of the German Defence Minister following the talks", "DE"),
        (None, "Statement by the Spokesperson of the Ministry of Foreign Affairs of Japan", "JP"),
        (None, "Comment by the Japanese Embassy in Germany", "JP"),
        ("The White House", "Statement by the Foreign Ministry of Japan", "US"),
        (None, "Joint statement by the presidents of Germany and Japan", None),
        (None, "Statement by the leaders of the opposition in Japan", None),
        (None, "Germany answers the statement by the Foreign Ministry of Japan", None),
        ("The Vare Courier", "Statement by Foreign Minister Ana Berg", None),
        (None, None, None),
    ],
)
def test_publisher(outlet: str | None, title: str | None, whose: str | None) -> None:
    """The site counts first, then the office that the title names as author; nobody for several or none."""
    assert publisher_of(outlet, title) == whose
