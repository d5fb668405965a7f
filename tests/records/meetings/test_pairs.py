"""Pairs: the two whom words mean that name neither."""

import pytest

from meeting_factories import meetings

DAM = "Bolivia and Paraguay fell out over a dam."


@pytest.mark.parametrize(
    "text",
    [
        f"{DAM} Commanders of the two armies met on Friday.",
        f"{DAM} The commanders of both armies talked by phone on Sunday.",
        f"{DAM} Officials of the two ministries held a video conference.",
        f"{DAM} Officers of the two armies spoke on the hotline on Friday.",
        f"{DAM} Negotiators from both sides met for three hours in Lima.",
        f"{DAM} Talks between the two ministries broke down in June.",
        f"{DAM} A summit of the two presidents is planned for Friday.",
        f"{DAM} A session of the two Prime Ministers was cancelled.",
        f"{DAM} The two rivals will hold talks in Lima on Friday.",
        f"{DAM} The two capitals have agreed to hold talks.",
        f"{DAM} The joint commission of the two countries is to gather in Lima on Friday.",
        f"{DAM} Their presidents met for two hours.",
        f"{DAM} The two presidents will meet in Lima on Friday.",
        f"{DAM} Both hope to score a deal. The two countries' presidents will meet in Lima on Friday.",
        "Bolivia accused Paraguay of shelling a village. Their foreign ministers will meet in Lima next week.",
        "Bolivia warned Paraguay on Monday, days before the two countries' envoys were due to meet in Lima.",
        "Bolivia protested against Paraguay's dam. The two neighbours' ministers are to meet in Lima on Friday.",
    ],
)
def test_a_pair_is_the_only_one_that_can_be_meant(text: str) -> None:
    """That of the sentence, of the one before, or of the article."""
    (found,) = meetings(text)
    assert set(found.sides) == {"BO", "PY"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DAM} Brazil is worried. The two ministers met on Friday.",
        f"{DAM} Peru said the two countries' envoys had met.",
        f"{DAM} Two ministers met on Friday.",
        f"{DAM} The two ministers of Chile met on Friday.",
        f"{DAM} Officials of the two banks met on Friday.",
        f"{DAM} Their navies met at sea.",
        f"{DAM} Their experts met the deadline.",
        f"{DAM} Their ambassadors met Brazilian farmers.",
        f"{DAM} Their presidents have never met.",
        f"{DAM} The two governments have never met their targets.",
        f"{DAM} The two ministries spoke of a breakthrough.",
        f"{DAM} Officials of both countries spoke to reporters on Friday.",
        f"{DAM} In 1932 the two armies met near the fort.",
        f"{DAM} Will the two presidents meet?",
        f"{DAM} Talks between the ministers on the budget collapsed.",
        f"{DAM} Bolivian lawmakers held a session on Friday. Their leaders met on Sunday.",
        f"{DAM} The prosecutor and the lawyer spoke. The two had met in June.",
        "Bolivia beat Paraguay in the final. The two presidents met on Friday.",
        "Bolivia, Paraguay and Brazil share a river. Envoys of the two countries met on Friday.",
        "Bolivia's opposition accused the government of neglecting Paraguay. The leaders of the two camps met.",
        "Bolivian officials accused Paraguay of theft. Their commanders met on Friday.",
        f"{DAM} At the bank, both chiefs met on Friday.",
        f"{DAM} The two chess rivals met on Friday.",
        f"{DAM} In the film the two envoys meet at night.",
        f"{DAM} The two diplomats met and fell in love.",
        f"{DAM} The two generals met as boys in the academy.",
        f"{DAM} The two had met as students.",
        f"{DAM} The two met in Lima in 1975.",
        f"{DAM} The two had met before on the basketball court.",
        f"{DAM} The two leaders came home.",
        f"{DAM} The two ministers sat an exam.",
        f"{DAM} The two ministers consulted a map.",
        f"{DAM} The two ministers hold a grudge.",
        f"{DAM} In 2005, officers of the two armies spoke well of each other.",
        f"{DAM} In Chile, talks between the commanders collapsed.",
        "Lawyers for Bolivia and for Paraguay argued. Their chiefs met on Friday.",
        "Cousins of the Bolivian president and of the Paraguayan president argued. Their ministers met on Friday.",
        "Bolivia and Paraguay have film industries. Their heads met in Lima on Friday.",
        "The union and the company fell out. The two sides met on Friday.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    """Where others are near, or the words mean others, or none meet."""
    assert meetings(text) == []


def test_two_days_are_two_meetings() -> None:
    """Each verb with its own day."""
    text = f"{DAM} Officials of the two ministries held a call on January 3 and met in Lima on January 5."
    assert [(m.start, m.format) for m in meetings(text)] == [("2022-01-03", "call"), ("2022-01-05", "bilateral")]


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia's cabinet held talks with Paraguay in June and met again on Friday in Lima.",
        "Bolivia held talks with Paraguay on January 3 and met Chile in Lima on January 5.",
    ],
)
def test_who_meets_later_is_not_who_met_before(text: str) -> None:
    """ "Met again" may be a cabinet's own meeting, and whom one meets next is another."""
    assert [m.start for m in meetings(text) if set(m.sides) == {"BO", "PY"}] in (["2021-06"], ["2022-01-03"])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Bolivia fell out with Paraguay over a dam. Its negotiators held talks with Brazil.", {"BO", "BR"}),
        ("Spanish Interior Minister Ana Ruiz spoke by video link with her Moroccan colleague.", {"ES", "MA"}),
        ("Kenyan Foreign Minister Amos Oduya met his Ugandan opposite number in Kigali.", {"KE", "UG"}),
        ("Turkish Foreign Minister Cem Alkan was in Ankara, where he hosts his Kyrgyz colleague.", {"TR", "KG"}),
        (
            "Kenyan President Amos Oduya was in Moscow, where he was received by his Russian counterpart, Gleb Orlov.",
            {"KE", "RU"},
        ),
    ],
)
def test_envoys_and_colleagues_are_of_their_states(text: str, sides: set[str]) -> None:
    """By whose they are, and by the state that is said of a colleague."""
    assert any(set(m.sides) == sides for m in meetings(text))
