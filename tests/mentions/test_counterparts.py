"""Counterparts: who met, as the title of an official text says."""

import pytest

from factories import an_article, parsed
from onrecord.mentions.actors import find_actors
from onrecord.mentions.actors.counterparts import counterparts_of

OFFICE = "The White House"


@pytest.mark.parametrize(
    ("title", "states"),
    [
        ("Readout of the President’s Call with Prime Minister Ana Berg of Norway", ("US", "NO")),
        ("Readout of the President’s Call with Prime Minister Ana Berg of Norway on Sudan", ("US", "NO")),
        ("Meeting with Danish Foreign Minister Ana Berg", ("US", "DK")),
        ("Call with President Ana Berg of Norway and Prime Minister Tom Holt of Chad", ("US", "NO", "TD")),
        ("Call with Ana Berg, Chief Adviser to the President of Chad", ("US", "TD")),
        ("Statements for the press following US–Norwegian talks", ("US", "NO")),
        ("Joint Statement by the President of the United States and the Prime Minister of Chad", ("US", "TD")),
        ("Joint Statement of the Lake States – Chad, Niger and the United States", ("US", "TD", "NE")),
        ("Talks between the Presidents of the United States and Chad", ("US", "TD")),
        ("Remarks by President Teller and Prime Minister Berg of Norway Before Bilateral Meeting", ("US", "NO")),
        ("Statements by leaders of Chad, the United States and Niger following talks", ("US", "TD", "NE")),
        (
            "Remarks by Vice President Teller, President Berg of Norway, and President Orlo of Chad in Joint Press "
            "Conference",
            ("US", "NO", "TD"),
        ),
    ],
)
def test_the_title_tells_who_met(title: str, states: tuple[str, ...]) -> None:
    """The state whose office publishes comes first; what they spoke of is no side."""
    found = counterparts_of(an_article("They met.", title=title, outlet=OFFICE))
    assert found is not None
    assert found.states == states


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Call with Prime Minister Ana Berg of Norway", "The Harbour Courier"),
        ("Statement by the President on Norway", OFFICE),
        ("Meeting with American farmers", OFFICE),
        ("Meeting with German Teller", OFFICE),
        ("Talks between the Presidents of Norway and Chad", OFFICE),
        ("Call with the Governor of Georgia", OFFICE),
        ("Call with President Ana Berg of Norway and Other Leaders", OFFICE),
        ("Meeting with Norwegian business leaders", OFFICE),
        ("Nothing to say in talks with Norway", OFFICE),
        ("Statement following Norwegian-Danish talks", OFFICE),
        ("Joint Statement on the War in Chad", OFFICE),
        ("Joint Statement by the Presidents of Chad and Niger after their Meeting", OFFICE),
        ("Remarks by President Teller and First Lady Berg Before Meeting", OFFICE),
        ("Remarks by President Teller and NATO Secretary General Berg Before Meeting", OFFICE),
        ("", OFFICE),
    ],
)
def test_other_titles_tell_of_no_counterpart(title: str, outlet: str) -> None:
    """No office of a state, no meeting, nobody else's state, a first name, others' talks."""
    assert counterparts_of(an_article("They met.", title=title, outlet=outlet)) is None


@pytest.mark.parametrize(
    ("title", "who", "state"),
    [
        ("Readout of the President’s Call with Prime Minister Orlo of Norway", "Ivan Orlo", "NO"),
        ("Ana Teller met with Ivan Orlo, Chief Adviser to the President of Chad", "Ivan Orlo", "TD"),
        ("Ana Teller met with Ivan Orlo, Chief Adviser to the President of Chad", "Ana Teller", "US"),
        ("The roads are open - Ana Teller", "Ana Teller", "US"),
        ("Press Briefing by Press Secretary Orlo and Energy Secretary Teller, May 2, 2022", "Ana Teller", "US"),
        ("REMARKS BY VICE PRESIDENT TELLER AT THE HARBOUR FORUM", "Ana Teller", "US"),
        ("Remarks by Vice President Berg and President Orlo of Chad Before Bilateral Meeting", "Ivan Orlo", "TD"),
        ("Remarks by President Berg on Ana Teller", "Ana Teller", None),
        ("Statement by the Press Secretary Regarding Ana Teller", "Ana Teller", None),
        ("Joint Statement by President Berg and President Teller", "Ana Teller", None),
        ("Remarks by President Berg and Secretary General Teller Before Meeting", "Ana Teller", None),
        ("Call with Prime Minister Ivan Orlo of Norway and President Ana Teller of Chad", "Ivan Orlo", "NO"),
        ("Call with President Orlo of Norway and Administrator Teller", "Ana Teller", None),
        ("Call with President Boris Orlo of Norway", "Ivan Orlo", None),
        ("Statement on Ivan Orlo", "Ivan Orlo", None),
    ],
)
def test_the_title_tells_whose_people_they_are(title: str, who: str, state: str | None) -> None:
    """Those met are the other state's, those who act or speak the office's; a namesake is not met."""
    article, layout, doc = parsed("Ivan Orlo and Ana Teller spoke on Monday.", title=title, outlet=OFFICE)
    assert {a.state for a in find_actors(doc, article, layout) if a.actor == who} == {state}
