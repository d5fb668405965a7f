"""References: pronouns and words for several, and whom they stand for."""

import pytest

from factories import parsed
from onrecord.mentions.actors import find_actors
from onrecord.mentions.speakers import listen
from onrecord.mentions.speakers.references import find_references
from onrecord.model import Side

# As the states of the tables have: two letters.
SIDES = (Side(id="XV", name="Varenia"), Side(id="XO", name="Ostmark"))
MET = "President Ana Berg of Varenia met President Tom Holt of Ostmark in Vare."
BOTH = {"Ana Berg", "Tom Holt"}


def references(text: str, **about: str) -> dict[str, set[str]]:
    """Whom each word stands for, the last place of a word."""
    article, layout, doc = parsed(text, **about)
    actors = tuple(find_actors(doc, article, layout, SIDES))
    return {r.span.text: set(r.actors) for r in find_references(listen(doc, article, layout, (), actors))}


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("President Ana Berg of Varenia praised the accord. She thanked the hosts.", "She", {"Ana Berg"}),
        ("President Tom Holt of Ostmark praised the accord. He thanked the hosts.", "He", {"Tom Holt"}),
        (f"{MET} She praised the talks.", "She", {"Ana Berg"}),
        (f"{MET} They discussed the dam.", "They", BOTH),
        ("Varenia and Ostmark signed the accord. They will publish it.", "They", {"XV", "XO"}),
        ("Varenia rejected the draft. It wants a new text.", "It", {"XV"}),
        ("Varenia withdrew its troops.", "its", {"XV"}),
        (f"{MET} The two leaders agreed to a pause.", "leaders", BOTH),
        (f"{MET} The leaders agreed to a pause.", "leaders", BOTH),
        ("Talks between Varenia and Ostmark began. Both sides want a pause.", "sides", {"XV", "XO"}),
        ("Talks between Varenia and Ostmark began. The sides want a pause.", "sides", {"XV", "XO"}),
        ("Varenia and Ostmark traded fire. Each side blames the other.", "side", {"XV", "XO"}),
        ("Varenia and Ostmark talked. Neither country would sign.", "country", {"XV", "XO"}),
        (
            f"Berg Leaves for Vare\n\n{MET} The president rejected the draft of the accord.",
            "president",
            {"Ana Berg"},
        ),
        (f"{MET} The president promised to press Holt.", "president", {"Ana Berg"}),
        ("Snow fell. Ahead of his talks with Tom Sanders, Ivan Teller sang.", "his", {"Ivan Teller"}),
    ],
)
def test_words_stand_for_actors(text: str, word: str, actors: set[str]) -> None:
    """The subject before, the two of the article, or who met in the sentence before."""
    assert references(text).get(word) == actors


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Snow fell. She was cold.", "She"),
        ("Snow fell on the harbour. They were wet.", "They"),
        ("Snow fell on Varenia. It rained on the hills.", "It"),
        ("Snow fell. The leaders ate.", "leaders"),
        (f"{MET} The two old leaders of the guild ate.", "leaders"),
        (f"{MET} The three leaders ate.", "leaders"),
        (f"{MET} Guild leaders ate.", "leaders"),
        ("Talks between Varenia and Ostmark began. The three sides want a pause.", "sides"),
        ("Varenia waits. Both sides of the road were closed.", "sides"),
        ("Varenia waits. Neither side would sign.", "side"),
        ("Varenia, Ostmark and Norway talked. Each side blames the others.", "side"),
        ("Lorvane, Ostmark and Norway talked. Each side blames the others.", "side"),
        ("Varenia and Ostmark talked. Each river country waits.", "country"),
        ("Varenia and Ostmark talked. Each country in the delta waits.", "country"),
        ("Varenia and Ostmark talked with the guilds. Neither side would sign.", "side"),
        ("Varenia and Ostmark drew in the final. Neither side scored.", "side"),
        ("Varenia and Ostmark talked. Neither party in the council spoke.", "party"),
        ("Envoys met in Vare. The president spoke.", "president"),
        ("President Ana Berg of Varenia met President Tom Holt of Varenia. The interlocutors agreed.", "interlocutors"),
        (f"{MET} Later the president rejected the draft.", "president"),
    ],
)
def test_nobody_certain_is_no_reference(text: str, word: str) -> None:
    """Nothing is guessed."""
    assert word not in references(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We, the leaders of Varenia and Ostmark, condemn the raid on Brussels.\n\nWe will wait.", None),
        ("Brussels has suffered enough. We condemn the raid.", "Joint Statement by the Leaders of Varenia and Ostmark"),
        ("Varenia and Ostmark affirm the accord. We will wait.", "Joint Statement on the Telle"),
    ],
)
def test_we_of_a_joint_statement_are_its_authors(text: str, title: str | None) -> None:
    """Who the opening says they are, or whom the title names; elsewhere nobody knows."""
    words = text if title is None or "Ostmark" in text else f"{text} Varenia and Ostmark signed."
    assert references(words, title=title or "")["We"] == {"XV", "XO"}
    assert "We" not in references(f"A crowd gathered. {words.replace('We, the', 'The')}", title="Reactions")


def test_the_president_on_his_own_site_is_its_state_where_nobody_else_can_be_meant() -> None:
    """The White House means its own."""
    told = "The President takes it seriously."
    assert references(told, outlet="The White House")["President"] == {"US"}
    owned = "All recall the President's very direct answer."
    assert references(owned, outlet="The White House")["President"] == {"US"}
    assert references(told, outlet="The Harbour Courier") == {}


CALL = "Call with King Tom Holt of Norway"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Trade grew in spring. The leaders agreed to meet.", "leaders"),
        ("Trade grew in spring. The parties agreed to meet.", "parties"),
        ("They agreed to meet in spring.", "They"),
        ("The heads of state agreed to meet.", "heads"),
        ("The President praised the port. He spoke at length. They also exchanged views on trade.", "They"),
    ],
)
def test_those_of_the_title_are_the_leaders_of_an_official_text(text: str, word: str) -> None:
    """Where the text names nobody, its title does; an outlet that is no office has no counterpart."""
    assert references(text, title=CALL, outlet="The White House").get(word) == {"US", "NO"}
    assert word not in references(text, title=CALL, outlet="The Harbour Courier")


def test_the_other_head_of_state_is_the_one_of_the_title() -> None:
    """ "The President and the King agreed": the king is not the host."""
    found = references("The President and the King agreed to meet.", title=CALL, outlet="The White House")
    assert (found["President"], found["King"]) == ({"US"}, {"NO"})
    assert "King" not in references("The King spoke.", title="Call with President Tom Holt", outlet="The White House")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Troops crossed the river. They agreed to rest.", "They"),
        ("A shell hit the port. They must pay.", "They"),
        ("The countries that border the lake agreed.", "countries"),
        ("The parties involved in the war agreed.", "parties"),
        ("The heads of the guilds agreed.", "heads"),
        ("The President praised the crews. They must rest.", "They"),
    ],
)
def test_others_are_not_those_of_the_title(text: str, word: str) -> None:
    """ "They" after another subject, words for several with a clause of their own."""
    assert word not in references(text, title=CALL, outlet="The White House")


def test_officials_of_two_states_stand_for_both() -> None:
    """ "They" after "officials from both governments"."""
    text = "Varenia and Ostmark held talks. Officials from both governments met in Vare. They welcomed the accord."
    assert references(text)["They"] == {"XV", "XO"}
