"""Accounts of one meeting: what one sentence leaves open, another tells."""

import pytest

from meeting_factories import AHEAD, BEHIND, meetings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{AHEAD} They meet in a castle.", ["planned", "planned"]),
        (f"{BEHIND} Their meeting lasted two hours.", ["held", "held"]),
        (f"{AHEAD} The tolls overshadow Berg's summit with Holt.", ["planned", "planned"]),
        (f"{BEHIND} Much was expected of Berg's summit with Holt.", ["held", "held"]),
        (f"{BEHIND} Berg went into the meeting with a plan that Holt rejected.", ["held", "held"]),
        (f"{AHEAD} Ahead of his talks with Berg, Holt was silent.", ["planned", "planned"]),
        (f"{AHEAD} Lawmakers urged Berg to cancel the meeting with Holt.", ["planned", "planned"]),
        (f"{AHEAD} The meeting has been criticised at home.", ["planned"]),
        (f"{AHEAD} Berg's talks with Holt could yield a treaty.", ["planned", "planned"]),
        (f"{AHEAD} Many ask why Berg is meeting Holt.", ["planned", "planned"]),
        (f"{BEHIND} The pair met in a castle.", ["held", "held"]),
        (f"{AHEAD} By agreeing to meet, Berg has offered legitimacy to Holt.", ["planned", "planned"]),
        (f"{AHEAD} The heads of state will have a conversation.", ["planned", "planned"]),
        (f"{BEHIND} The energy ministers of the two countries held talks.", ["held", "held"]),
        (f"{AHEAD} Holt praised the importance of the meeting with Berg.", ["planned", "planned"]),
        (f"{BEHIND} The talks that they held were useful.", ["held", "held"]),
        (f"{AHEAD} Their talks will be about Chile.", ["planned", "planned"]),
        (f"{AHEAD} The first dialogue between the two leaders will take place in a castle.", ["planned", "planned"]),
        (f"{AHEAD} The guests will come although the two leaders have met before.", ["planned", "held"]),
        (
            f"{AHEAD} They have met twice before. All were asked about Berg's summit with Holt.",
            ["planned", "held", "planned"],
        ),
        (f"{AHEAD} The first two summits of Iceland and Peru were short.", ["planned", "held"]),
        (f"{AHEAD} Berg was going into the meeting with Holt on Tuesday with a plan.", ["planned", "planned"]),
    ],
)  # fmt: skip
def test_what_one_sentence_leaves_open_another_tells(text: str, told: list[str]) -> None:
    """Who "they" are and whether it has been held, by what the article tells of the same sides."""
    found = meetings(text)
    assert [m.state for m in found] == told
    assert all(set(m.sides) == {"IS", "PE"} for m in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Serbia warned Croatia. The two prime ministers will meet on Monday.", ["HR RS"]),
        ("Serbia beat Croatia. The two teams met in Vienna on Friday.", []),
        ("Serbia fought Croatia. Two ministers met on Friday.", []),
        ("Serbia attacked Croatia over Hungary. The three presidents met on Friday.", []),
        ("Serbia's ruling party and its rivals split over Croatia. Both delegations met on Friday.", []),
        ("Serbia warned Croatia. Austria received both sides' letters.", []),
        ("Serbia warned Croatia. Austria met both sides halfway.", []),
        ("Serbia warned Croatia. The two countries' defence ministers spoke on Friday.", ["HR RS"]),
        ("Serbia, Croatia and Austria signed it. Ministers of the three states met on Friday.", ["AT HR RS"]),
        (
            "Serbia met Croatia. Serbia, Croatia and Austria signed it. Ministers of the three states met on Friday.",
            ["HR RS", "AT HR RS"],
        ),
        ("Serbia warned Croatia. Austria said that the two prime ministers would meet.", []),
        ("Serbia warned Croatia. Their two fleets met at sea.", []),
        ("Serbia warned Croatia. Two senators met on Friday.", []),
        ("Serbia warned Croatia. The two countries met their targets.", []),
        ("Serbia warned Croatia. Ministers of the three states met on Friday.", []),
        (f"They will meet in spring. {BEHIND}", ["IS PE"]),
        ("Serbia warned Croatia. Austria has invited both sides to Vienna.", ["AT HR RS"]),
        ("Serbia met Croatia. The Austrian envoy rang the two foreign ministers.", ["HR RS", "AT HR RS"]),
        ("Serbia warned Croatia. The Austrian envoy is to visit both capitals.", ["AT HR RS"]),
        ("Serbia warned Croatia. Austria met both deadlines.", []),
        ("Serbia warned Croatia. Austria urged both sides to meet.", []),
        ("Serbia warned Croatia and Hungary. Austria has invited both sides to Vienna.", []),
        (f"{BEHIND} The parties agreed to reconvene on January 18.", ["IS PE", "IS PE"]),
    ],
)
def test_the_two_or_three_whom_the_article_has_named(text: str, told: list[str]) -> None:
    """Of so many as the words say, where just so many are named before; else of nobody."""
    assert [" ".join(sorted(m.sides)) for m in meetings(text)] == told
