"""Numbers with the noun they count, and numbers that count nothing."""

import re

import msgspec
import pytest

from factories import parsed
from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.quantities.numerals import find_numerals
from onrecord.mentions.times import find_times
from onrecord.model import Actor, Mentions, Place, Quantity, Reference, cut


def quantities(text: str) -> list[Quantity]:
    article, _, doc = parsed(text)
    return find_quantities(doc, article, Mentions())


def state(text: str, name: str, code: str) -> Actor:
    start = text.index(name)
    return Actor(
        spans=(cut(text, start, start + len(name)),),
        rule="test",
        score=1.0,
        actor=code,
        type="state",
        reading="government",
    )


@pytest.mark.parametrize(
    ("text", "span", "lower", "upper", "modifier", "unit", "class_"),
    [
        (
            "Varenia keeps roughly 60,000 troops along the river Telle.",
            "roughly 60,000 troops",
            60000,
            60000,
            "approx",
            "troops",
            "personnel",
        ),
        (
            "Ostmark has moved some 35 battalion tactical groups to the north.",
            "some 35 battalion tactical groups",
            35,
            35,
            "approx",
            "battalion tactical groups",
            "unit",
        ),
        (
            "Two long-range bombers flew over the bay.",
            "Two long-range bombers",
            2,
            2,
            "exact",
            "long-range bombers",
            "platform",
        ),
        (
            "Tens of thousands of soldiers took part in the drill.",
            "Tens of thousands of soldiers",
            10000,
            None,
            "vague",
            "soldiers",
            "personnel",
        ),
        (
            "Ostmark sent hundreds of tanks to the border.",
            "hundreds of tanks",
            100,
            None,
            "vague",
            "tanks",
            "platform",
        ),
        (
            "The army would need 40,000 to 60,000 soldiers.",
            "40,000 to 60,000 soldiers",
            40000,
            60000,
            "between",
            "soldiers",
            "personnel",
        ),
        (
            "It has between 5 and 10 submarines.",
            "between 5 and 10 submarines",
            5,
            10,
            "between",
            "submarines",
            "platform",
        ),
        ("Ostmark may send up to 900 soldiers.", "up to 900 soldiers", None, 900, "at most", "soldiers", "personnel"),
        ("At least 14 frigates left the port.", "At least 14 frigates", 14, None, "at least", "frigates", "platform"),
        (
            "More than 300 missiles were shown.",
            "More than 300 missiles",
            300,
            None,
            "more than",
            "missiles",
            "weapon",
        ),
        (
            "Fewer than 13 brigades took part.",
            "Fewer than 13 brigades",
            None,
            13,
            "less than",
            "brigades",
            "unit",
        ),
        ("Varenia bought a dozen F-16s.", "a dozen F-16s", 12, 12, "exact", "F-16s", "platform"),
        ("It lost half a dozen drones.", "half a dozen drones", 6, 6, "exact", "drones", "platform"),
        ("A pair of bombers took off at dawn.", "A pair of bombers", 2, 2, "exact", "bombers", "platform"),
        (
            "Varenia now has 100K troops under arms.",
            "100K troops",
            100000,
            100000,
            "exact",
            "troops",
            "personnel",
        ),
        ("The port cost $200 million.", "$200 million", 2e8, 2e8, "exact", "$", "money"),
        ("The loan is worth 1.5 million euros.", "1.5 million euros", 1.5e6, 1.5e6, "exact", "euros", "money"),
        ("The rockets fly 500 kilometers.", "500 kilometers", 500, 500, "exact", "kilometers", "distance"),
        ("It tested a 500-kilometer missile.", "500-kilometer", 500, 500, "exact", "kilometer", "distance"),
        ("The talks lasted six hours.", "six hours", 6, 6, "exact", "hours", "duration"),
        ("About 30 percent of the garrison left.", "About 30 percent", 30, 30, "approx", "percent", "other"),
        (
            "The blast killed 14 people in the port.",
            "14 people",
            14,
            14,
            "exact",
            "people",
            "casualties",
        ),
        ("Nineteen were wounded in the attack.", "Nineteen", 19, 19, "exact", None, "casualties"),
        ("A 5,000-strong force crossed the Telle.", "5,000-strong force", 5000, 5000, "exact", "force", "personnel"),
    ],
)
def test_quantity(
    text: str, span: str, lower: float | None, upper: float | None, modifier: str, unit: str | None, class_: str
) -> None:
    """Bounds, precision, unit and class stand with the exact words."""
    found = {q.spans[0].text: q for q in quantities(text)}
    assert span in found
    got = found[span]
    assert (got.lower, got.upper, got.modifier, got.unit, got.class_) == (lower, upper, modifier, unit, class_)


@pytest.mark.parametrize(
    "text",
    [
        "The two sides will meet again.",
        "One of the envoys left.",
        "The talks take place on December 7.",
        "Varenia joined in 2009.",
        "The 2015 agreement has lapsed.",
        "Ana Berg, 45, leads the team.",
        "It happened one day in spring.",
        "The 18-year-old recruit went home.",
        "They met two weeks ago.",
        "Resolution 1701 is still in force.",
        "The meeting starts at 9 a.m. in the capital.",
        "He lives at 10 Harbour Street.",
        "It was the 21st round of talks.",
        "Nobody wants a two-state solution.",
        "The match ended 3-1.",
        "The Group of Eight economic powers met.",
        "Talks went on until eight o’clock.",
        "Two thirds of the work is done.",
        "The drug treats type 2 diabetes.",
        "See Sec. 4. Uniformed services.",
        "Sec.  4.  Uniformed Services.  It reads:",
    ],
)
def test_no_quantity(text: str) -> None:
    """Dates, ages, ordinals, scores, house numbers and references back count nothing."""
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Varenia has massed 40,000 troops near the river.", "VA"),
        ("Varenia's 40,000 troops stayed near the river.", "VA"),
        ("Some 40,000 troops of Varenia stayed near the river.", "VA"),
        ("Some 40,000 troops were sent by Varenia.", "VA"),
        ("Envoys of Varenia said 40,000 troops stayed near the river.", None),
        ("Varenia saw 40,000 troops on the other side.", None),
    ],
)
def test_whose(text: str, whose: str | None) -> None:
    """The owner is read from a possessive, "of", an agent, or the subject of a verb of having; else it stays open."""
    article, _, doc = parsed(text)
    (found,) = find_quantities(doc, article, Mentions(actors=(state(text, "Varenia", "VA"),)))
    assert found.whose == whose


def test_preposition_is_no_modifier() -> None:
    """ "talks about three tanks" counts exactly three."""
    (found,) = quantities("They held talks about three tanks.")
    assert (found.modifier, found.spans[0].text) == ("exact", "three tanks")


def test_change_is_no_range() -> None:
    """ "grew from 10,000 to 20,000" are two numbers, not a range."""
    found = list(find_numerals("The force grew from 10,000 to 20,000 soldiers"))
    assert [(n.lower, n.upper) for n in found] == [(10000, 10000), (20000, 20000)]


@pytest.mark.parametrize("text", ["1,000 and " * 20_000, "one-" * 20_000, "1" * 200_000, "from 1 to 2 " * 10_000])
def test_odd_text_takes_linear_time(text: str) -> None:
    """Long runs of digits and number words are read in well under the test's time."""
    assert sum(1 for _ in find_numerals(text)) >= 0


def test_offsets_hold_with_nbsp() -> None:
    """A no-break space inside the unit moves no offset."""
    text = "Varenia sent 3,000\xa0troops\xa0north."
    (found,) = quantities(text)
    span = found.spans[0]
    assert text[span.start : span.end] == span.text == "3,000\xa0troops"


@pytest.mark.parametrize(
    ("text", "span", "lower", "upper", "unit", "class_"),
    [
        ("The range is between 40 kilometers and 90 kilometers.", "between 40 kilometers and 90 kilometers", 40, 90,
         "kilometers", "distance"),
        ("The pact would feed millions more Varenians.", "millions more Varenians", 1e6, None, "Varenians", "other"),
        ("Ostmark formed six strike forces.", "six strike forces", 6, 6, "strike forces", "unit"),
    ],
)  # fmt: skip
def test_units(text: str, span: str, lower: float, upper: float | None, unit: str, class_: str) -> None:
    """A unit said twice makes one range, and "more" is no part of one."""
    [found] = quantities(text)
    assert (found.spans[0].text, found.lower, found.upper) == (span, lower, upper)
    assert (found.unit, found.class_) == (unit, class_)


@pytest.mark.parametrize(
    "text",
    [
        "Photo: https://harbour.example/telle.jpg?resize=640,480 640w, https://harbour.example/telle.jpg 320w.",
        "The 21<sup>st</sup> Century river funds were spent.",
    ],
)
def test_figures_of_markup_count_nothing(text: str) -> None:
    """Addresses and raised ordinals hold no quantities."""
    assert quantities(text) == []


def test_words_of_precision_may_stand_in_two_lines() -> None:
    """Hard-wrapped texts break a line anywhere."""
    article, _, doc = parsed("The envoys of the river states counted at the dam twelve or\nmore launchers that day.\n")
    (found,) = find_quantities(doc, article, Mentions())
    assert (found.lower, found.upper, found.modifier) == (12, None, "at least")


@pytest.mark.parametrize(
    "text",
    [
        "They pulled out of 12 bases.",
        "The tanks stopped 12 miles before the border.",
        "They spent ten hours there.",
    ],
)
def test_still_quantities(text: str) -> None:
    """Not every "out of" makes a share, nor every "before" a day."""
    assert len(quantities(text)) == 1


@pytest.mark.parametrize(
    ("text", "where", "doing", "as_of"),
    [
        ("Varenia massed 75 tanks near the border on Monday.", "near the border", "massed", "on Monday"),
        ("Last week 14 soldiers were pulled back from Telle.", "from Telle", "pulled back", "Last week"),
        ("Varenia has 40 tanks stationed in Telle.", "in Telle", "stationed", None),
        ("Dozens of soldiers marched.", None, "marched", None),
        ("The port is 30 kilometres from Telle.", None, None, None),
        ("There were 40 tanks.", None, None, None),
        ("Varenia sent 40 tanks in the spirit of the deal.", None, "sent", None),
        ("A strike on a market in Telle on Monday killed 14 people.", "on a market in Telle", "killed", "on Monday"),
        ("Monday's blast in Telle left 14 people dead.", "in Telle", "left", "Monday"),
        ("The march in Telle drew 4,000 people on Sunday.", "in Telle", "drew", "on Sunday"),
        ("Two clerks were killed when their car hit a mine near Telle on Friday.", "near Telle", "killed", "on Friday"),
        ("Forty clerks died in a fire at a hotel in Telle last month.", "at a hotel in Telle", "died", "last month"),
        ("Seven guests and a cook were hurt in an explosion in Telle.", "in Telle", "hurt", None),
        ("A gunman from Telle killed 14 people.", None, "killed", None),
        ("Hundreds of residents are still under the rubble.", "under the rubble", None, None),
        ("Eight people were found in a church.", "in a church", "found", None),
        ("Some 4,000 people marched through Telle.", "through Telle", "marched", None),
        ("Thousands of people were at a rally in Telle.", "at a rally in Telle", None, None),
        ("More than 40 ships left for Telle.", "for Telle", "left", None),
        ("Between Telle and the sea, 40 ships sank.", "Between Telle and the sea", "sank", None),
        ("They have spent $40 million on roads.", None, "spent", None),
        ("Here are five photographs.", None, None, None),
        ("Guests from dozens of countries came to Telle.", None, None, None),
        ("The hall has a floor of 18,000 square metres.", None, None, None),
        ("Since then 40 envoys have been freed.", None, "freed", "Since then"),
        ("By now 40 envoys have been freed.", None, "freed", "By now"),
        ("As of now, 40 envoys have been freed.", None, "freed", "As of now"),
        ("The number of guests as of today is 16,000.", None, None, "as of today"),
        ("Three monks were killed by the shelling on Friday.", None, "killed", "on Friday"),
        ("On the eve of the vote, 40 envoys left.", None, "left", "On the eve of the vote"),
        ("Between May and July, 40 envoys left.", None, "left", "Between May and July"),
        ("They found 40 pups between one week and three months old.", None, "found", None),
        ("Forty drones were shot down overnight.", None, "shot down", "overnight"),
        ("Last year's budget was $40 billion.", None, None, "Last year"),
        ("The 2010 deal limits each side to 1,550 warheads.", None, None, None),
        ("The ministry estimates 40,000 soldiers there.", "there", None, None),
        ("Ostmark keeps some 2,000 troops on the ground in Telle.", "on the ground in Telle", "keeps", None),
        ("Back in 1987, a board listed 43 piers along the river.", "along the river", "listed", "Back in 1987"),
        ("Berg went back to Vare and counted 43 piers.", None, "counted", None),
    ],
)
def test_scene(text: str, where: str | None, doing: str | None, as_of: str | None) -> None:
    """Where, doing what and as of when, from the same sentence; a measure has no scene."""
    article, _, doc = parsed(text)
    at = text.find("Telle")
    town = (Place(spans=(cut(text, at, at + 5),), rule="test", score=1.0),) if at >= 0 else ()
    found, *_ = find_quantities(doc, article, Mentions(times=tuple(find_times(doc, article)), places=town))
    assert tuple(s.text if s else None for s in (found.where, found.doing, found.as_of)) == (where, doing, as_of)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("75 Varenians were held.", "VA"),
        ("The port has 9,000 Varenia troops, including 400 gunners.", "VA"),
        ("Varenia announced the release of 40 tons of grain.", "VA"),
        ("Varenia lost 40 tanks.", "VA"),
        ("Ostmark counted 40 tanks.", None),
    ],
)
def test_whose_they_are(text: str, whose: str | None) -> None:
    """A people's name, the larger whole, the deed and its doer tell whose the counted are."""
    article, _, doc = parsed(text)
    name = "Varenians" if "Varenians" in text else "Varenia"
    actors = (state(text, name, "VA"),) if name in text else ()
    assert find_quantities(doc, article, Mentions(actors=actors))[-1].whose == whose


@pytest.mark.parametrize(
    ("text", "span", "unit", "class_"),
    [
        ("Five of these soldiers left.", "Five", "soldiers", "personnel"),
        ("The port sold 60 barrels of oil.", "60 barrels of oil", "barrels of oil", "other"),
        ("The court brought 200 criminal charges and guilty pleas.", "200 criminal charges and guilty pleas",
         "criminal charges and guilty pleas", "other"),
        ("Over 60 people lost their lives.", "Over 60 people", "people", "casualties"),
        ("The first ten years of operation went well.", "ten years", "years", "duration"),
        ("Over the past two months delegations have come.", "two months", "months", "duration"),
        ("He came 30 mins late.", "30 mins", "mins", "duration"),
        ("The war brought hundreds of lost lives.", "hundreds of lost lives", "lost lives", "casualties"),
        ("It keeps a 40,000-strong army.", "40,000-strong army", "army", "personnel"),
        ("It is a 40,000-strong, hardy force.", "40,000-strong, hardy force", "hardy force", "personnel"),
        ("Some 14 defenders of the port left.", "Some 14 defenders", "defenders", "personnel"),
        ("Nearly a quarter of a million people fled.", "Nearly a quarter of a million people", "people", "other"),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, span: str, unit: str, class_: str) -> None:
    """The unit goes on to bare nouns and joined ones; what is counted may stand behind "of"."""
    (found,) = quantities(text)
    assert (found.spans[0].text, found.unit, found.class_) == (span, unit, class_)


@pytest.mark.parametrize(
    "text", ["It came three days after the vote.", "The bill passed by 300 votes.", "One of the soldiers left."]
)
def test_still_no_quantities(text: str) -> None:
    """A day told by days, votes, and one of several count nothing."""
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "span", "lower", "unit", "class_"),
    [
        ("They pledged two and a half billion dollars.", "two and a half billion dollars", 2.5e9, "dollars", "money"),
        ("They gave 1 million 600 thousand doses.", "1 million 600 thousand doses", 1.6e6, "doses", "other"),
        ("It will pay 8 thousand hryvnias.", "8 thousand hryvnias", 8000, "hryvnias", "money"),
        ("The march drew tens of thousands to the port.", "tens of thousands", 10000, None, "other"),
        (
            "They hold 7 billion cubic meters of gas.",
            "7 billion cubic meters of gas",
            7e9,
            "cubic meters of gas",
            "other",
        ),
    ],
)
def test_numbers_as_press_offices_write_them(text: str, span: str, lower: float, unit: str | None, class_: str) -> None:
    """Mixed scales, rare currencies, collectives without a noun, volumes."""
    (found,) = quantities(text)
    assert (found.spans[0].text, found.lower, found.unit, found.class_) == (span, lower, unit, class_)


def test_a_share_out_of_ten_is_no_count() -> None:
    """ "nine out of ten families" counts no ten families."""
    assert quantities("Nine out of ten families agreed.") == []
    assert [q.spans[0].text for q in quantities("The raids killed 12 in 40 villages.")] == ["12", "40 villages"]


def test_round_numbers_that_look_like_years_make_a_range() -> None:
    """ "2000-2500 troops" are no year."""
    (found,) = quantities("Russia sent 2000-2500 troops to Norway.")
    assert (found.lower, found.upper) == (2000, 2500)


def test_whoever_kills_and_wounds_is_no_victim() -> None:
    """Also where the object hangs on the second verb."""
    assert [q.class_ for q in quantities("Five gunmen killed and wounded dozens of villagers.")] == [
        "personnel",
        "casualties",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, 14 monks were killed in Telle and 40 wounded.",
        "At least 14 monks were killed and 40 wounded in Telle on Monday.",
    ],
)
def test_the_killed_and_the_wounded_share_their_scene(text: str) -> None:
    """The place and the time beside one of two verbs of harm are those of the other."""
    article, _, doc = parsed(text)
    town = Place(spans=(cut(text, text.index("Telle"), text.index("Telle") + 5),), rule="test", score=1.0)
    found = find_quantities(doc, article, Mentions(times=tuple(find_times(doc, article)), places=(town,)))
    scenes = [(q.where.text, q.as_of.text.lower()) for q in found if q.where is not None and q.as_of is not None]
    assert scenes == [("in Telle", "on monday")] * 2


def test_what_a_scene_quotes_is_in_the_text() -> None:
    """Where lines are wrapped the words keep their break, as the article has it."""
    text = (
        "The ministry said in the morning that it had counted them twice, and that the army\n"
        "of Varenia, which had promised to wait until May, had massed 75 tanks along the\n"
        "border of the port while the envoys were still speaking in the old town hall."
    )
    (found,) = (q for q in quantities(text) if q.class_ == "platform")
    assert found.where is not None
    assert found.where.text == text[found.where.start : found.where.end]
    assert found.where.text.startswith("along the\nborder")


def states(text: str, **codes: str) -> list[Actor]:
    """An actor for each place where a name of a state stands."""
    return [
        Actor(
            spans=(cut(text, m.start(), m.end()),), rule="test", score=1.0, actor=code, type="state",
            reading="government",
        )
        for name, code in codes.items()
        for m in re.finditer(rf"\b{name}\b", text)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Varenian navy has received nine missile systems and ten aircraft.", "VA"),
        ("Varenia, which has massed 40 tanks, denied it.", "VA"),
        ("Some 40 tanks deployed by Varenia stayed near the river.", "VA"),
        ("The 40 tanks that Varenia has sent are old.", "VA"),
        ("Varenia answered by sending 40 tanks.", "VA"),
        ("Ostmark thanked Varenia for sending 300 soldiers.", "VA"),
        ("The decision of Varenia to allocate 40 million euros was welcomed.", "VA"),
        ("Varenia would give aid in the amount of 40 million euros.", "VA"),
        ("It is a $40 million Varenian loan.", "VA"),
        ("Varenia is paying Ostmark billions of dollars.", "VA"),
        ("Varenia supplied Ostmark with 40 tanks.", "VA"),
        ("Varenia announced the delivery of 40 tanks.", "VA"),
        ("Varenia welcomed the delivery of 40 tanks.", None),
        ("Ostmark was supplied with 40 tanks.", None),
        ("Varenia destroyed 40 tanks.", None),
        ("Varenia has had two questions.", None),
        ("Varenia held three rounds of talks.", None),
        ("Ostmark confirmed the capture of 40 soldiers by Varenian forces.", None),
        ("They fear dozens of strikes by Varenian aircraft.", "VA"),
        ("Some 40 tanks by the Varenian border burned.", None),
        ("Varenia held out and destroyed 40 tanks.", None),
        ("Varenia mobilised and destroyed 40 tanks.", None),
        ("Varenia bought 40 Teller jets.", "VA"),
        ("They bought $40 million worth of Varenian missiles.", None),
        ("Varenia, whose 400 soldiers stay there, objected.", "VA"),
        ("Varenia has set aside $40 million for the port.", "VA"),
        ("Varenia used 40 missiles against the port.", "VA"),
        ("The army expects $40 million of spending by Varenia.", "VA"),
        ("About 180 soldiers of Varenia were awarded medals, 28 of them posthumously.", "VA"),
    ],
)
def test_owner(text: str, whose: str | None) -> None:
    """Who has, gives, sends or loses them, in every kind of clause; nobody where they are only seen or hit."""
    article, _, doc = parsed(text)
    found = find_quantities(doc, article, Mentions(actors=states(text, Varenia="VA", Varenian="VA", Ostmark="OS")))
    assert [q.whose for q in found] == [whose] * len(found) != []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Varenia parked 40 tanks beside the river.", "VA"),
        ("Varenia shuttled 400 soldiers to the port.", "VA"),
        ("Varenia called up 400 soldiers.", "VA"),
        ("The 40 tanks parked by Varenia burned.", "VA"),
        ("Some 400 soldiers were called up by Varenia.", "VA"),
        ("Varenia forked out $40 million for gas.", "VA"),
        ("Varenia lavished $40 million on the port.", "VA"),
        ("Having committed 400 soldiers, Varenia hesitated.", "VA"),
        ("The court fined Varenia $40 million.", "VA"),
        ("Ostmark wants $40 million from Varenia.", "VA"),
        ("Varenia said 60 of its soldiers had died.", "VA"),
        ("Varenia's ally Ostmark sent 40 tanks.", "OS"),
        ("Varenian forces, estimated at 40,000 troops, stayed there.", "VA"),
        ("The losses for Varenia reached $40 million.", "VA"),
        ("Varenia's rival sent 40 tanks.", None),
        ("Varenia faces 400 soldiers.", None),
        ("Varenia expelled 40 officers.", None),
        ("Varenia intercepted 40 missiles.", None),
        ("Varenia is training 400 soldiers.", None),
        ("Varenia logged 40 jets and called 40 tanks a threat.", None),
        ("Varenia picked up 40 sailors.", None),
        ("Varenia parked 40 lorries.", None),
        ("Varenia fined two banks $40 million.", None),
        ("Varenia wants $40 million from its mines.", None),
        ("A ship seized by Varenia with 24 sailors aboard sank.", None),
        ("Varenia said the militia lost 60 of its soldiers.", None),
        ("Enemies of Varenia, estimated at 4,000 fighters, fled.", None),
        ("The loss for Varenia's opponents was 40 ships.", None),
        ("The 40 tanks spotted by Varenia burned.", None),
        ("Some 400 soldiers were arrested by Varenia.", None),
        ("Varenia levied $40 million in taxes.", None),
        ("Varenia froze $40 million.", None),
        ("Varenia wants $40 million.", None),
        ("Varenia parked and planned two visits.", None),
        ("They counted 150,000 ethnic Varenians there.", None),
    ],
)
def test_owner_by_its_verb(text: str, whose: str | None) -> None:
    """Forces and arms are theirs who do with them what one does with one's own, money theirs who hand it out."""
    article, _, doc = parsed(text)
    actors = states(text, Varenia="VA", Varenian="VA", Varenians="VA", Ostmark="OS")
    found = find_quantities(doc, article, Mentions(actors=actors))
    assert found[-1].whose == whose


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Varenia rotated two brigades through Telle.", "through Telle"),
        ("They held three rounds of talks in Telle.", "in Telle"),
        ("Ostmark received 40 tanks from Telle.", None),
        ("Some 40 tanks stood east of Telle.", "east of Telle"),
        ("Some 40 tanks stood on the eastern side of Telle.", "on the eastern side of Telle"),
        ("Fighting in Telle killed 14 soldiers.", "in Telle"),
        ("They sent 40 tanks east.", None),
        ("Some 4,000 soldiers fought on the side of Telle.", None),
        ("Varenia sent five proposals through Telle.", None),
        ("Some 40 opponents of the war in Telle marched.", None),
        ("Three rounds of sanctions on Telle followed.", None),
        ("They fought on the side of Telle's 40 guests.", None),
        ("They withdrew 40 tanks from Telle.", "from Telle"),
        ("Dozens of heads of states in Telle wrote.", None),
    ],
)
def test_place_of_what_is_counted(text: str, where: str | None) -> None:
    """Also a place passed through, and that of the talks that rounds are counted of; a giver is no place."""
    article, _, doc = parsed(text)
    at = text.find("Telle")
    town = Place(spans=(cut(text, at, at + 5),), rule="test", score=1.0)
    found = find_quantities(doc, article, Mentions(places=(town,)))[-1]
    assert (found.where.text if found.where is not None else None) == where


@pytest.mark.parametrize(
    ("text", "span", "lower", "upper", "unit", "class_"),
    [
        ("Hundreds and hundreds of tanks came.", "Hundreds and hundreds of tanks", 100, None, "tanks", "platform"),
        ("Tens or hundreds of thousands of troops came.", "Tens or hundreds of thousands of troops", 1e4, None,
         "troops", "personnel"),
        ("They cost 19, 20 bucks.", "19, 20 bucks", 19, 20, "bucks", "money"),
        ("They gave 1 billion 200 million dollars.", "1 billion 200 million dollars", 1.2e9, 1.2e9, "dollars", "money"),
        ("Trade grew to USD 10 billion.", "USD 10 billion", 1e10, 1e10, "USD", "money"),
        ("Nine of them left.", "Nine", 9, 9, None, "other"),
        ("They met 5 out of 29 states.", "5", 5, 5, "states", "other"),
        ("It wounded 134 others.", "134 others", 134, 134, "others", "casualties"),
        ("A 1,000-member squadron left.", "1,000-member squadron", 1000, 1000, "squadron", "personnel"),
        ("They fired 300 rounds of ammunition.", "300 rounds of ammunition", 300, 300, "rounds of ammunition",
         "weapon"),
        ("Eight state-of-the-art factories will open.", "Eight state-of-the-art factories", 8, 8,
         "state-of-the-art factories", "other"),
        ("They build 500 electric vehicle charging stations.", "500 electric vehicle charging stations", 500, 500,
         "electric vehicle charging stations", "other"),
        ("The treaty caps warheads at 1,550.", "1,550", 1550, 1550, None, "other"),
        ("It limits the sides' launchers to 1,550.", "1,550", 1550, 1550, None, "weapon"),
        ("A hundred thousand clerks left.", "A hundred thousand clerks", 100000, 100000, "clerks", "other"),
        ("We will call [63] million clerks.", "63] million clerks", 6.3e7, 6.3e7, "clerks", "other"),
        ("Some were shut and another six will be sold.", "six", 6, 6, None, "other"),
        ("They talk about six months.", "six months", 6, 6, "months", "duration"),
        ("They met 12 colonels.", "12 colonels", 12, 12, "colonels", "personnel"),
        ("It had 331 co-sponsors.", "331 co-sponsors", 331, 331, "co-sponsors", "other"),
        ("They wrote two sets of draft laws.", "two sets of draft laws", 2, 2, "sets of draft laws", "other"),
        ("They got $511 million dollars.", "$511 million dollars", 5.11e8, 5.11e8, "$", "money"),
        ("They laid 1,520 mm of track.", "1,520 mm of track", 1520, 1520, "mm of track", "distance"),
        ("They have 40 contracting officers.", "40 contracting officers", 40, 40, "contracting officers", "other"),
        ("They cleared up to an additional 40 clerks.", "up to an additional 40 clerks", None, 40, "clerks", "other"),
        ("Trade fell to dlrs 14 billion last year.", "dlrs 14 billion", 1.4e10, 1.4e10, "dlrs", "money"),
        ("They were in the crowd, including four from Telle.", "four", 4, 4, None, "other"),
        ("They forced him to wait for 50 minutes before a talk.", "50 minutes", 50, 50, "minutes", "duration"),
        ("It took a $24 million one-time charge.", "$24 million", 2.4e7, 2.4e7, "$", "money"),
        ("It earned $8.47 billion.", "$8.47 billion", 8470000000, 8470000000, "$", "money"),

        ("It caps the number of warheads at 1,550.", "1,550", 1550, 1550, None, "weapon"),
        ("That brought the total of those charged to 25.", "25", 25, 25, None, "other"),
        ("They came from a force of 500.", "500", 500, 500, None, "personnel"),
        ("Of those found, three were stabbed.", "three", 3, 3, None, "other"),
        ("They shared the square with thousands who hate them.", "thousands", 1000, None, None, "other"),
        ("Only a dozen of the paper's reporters work there.", "a dozen", 12, 12, "reporters", "other"),
        ("Two more of the nation's mills closed.", "Two", 2, 2, "mills", "other"),
        ("Hundreds, if not thousands, of clerks left.", "Hundreds, if not thousands, of clerks", 100, None, "clerks",
         "other"),
        ("Several hundred thousand doses will come.", "Several hundred thousand doses", 100000, None, "doses", "other"),
        ("The trip takes two and a half hours.", "two and a half hours", 2.5, 2.5, "hours", "duration"),
        ("The trip takes 5 1/2 hours.", "5 1/2 hours", 5.5, 5.5, "hours", "duration"),
        ("They held a three hour meeting.", "three hour", 3, 3, "hour", "duration"),
        ("It has a 15 meter high tower.", "15 meter", 15, 15, "meter", "distance"),
        ("They give up to $30/month.", "up to $30", None, 30, "$", "money"),
        ("They spent $3     billion.", "$3     billion", 3e9, 3e9, "$", "money"),
        ("Most shops have 50 employees or less.", "50 employees or less", None, 50, "employees", "other"),
        ("They gave up to about 40 tons.", "up to about 40 tons", None, 40, "tons", "other"),
        ("They gave maybe up to 40 tons.", "maybe up to 40 tons", None, 40, "tons", "other"),
        ("They gave 300,000 per day.", "300,000", 300000, 300000, None, "other"),
        ("The fare is 16 pence.", "16 pence", 16, 16, "pence", "money"),
        ("Thousands of guerrillas left.", "Thousands of guerrillas", 1000, None, "guerrillas", "personnel"),
        ("The 10 mayors met.", "10 mayors", 10, 10, "mayors", "other"),
        ("It came at the cost of 40 lives.", "40 lives", 40, 40, "lives", "casualties"),
        ("Hundreds of lives.", "Hundreds of lives", 100, None, "lives", "other"),
        ("They honour the 40 people who have lost their lives.", "40 people", 40, 40, "people", "casualties"),
        ("The navy got 49 new warships and combat craft.", "49 new warships and combat craft", 49, 49,
         "new warships and combat craft", "platform"),
        ("It has 3,000 words.", "3,000 words", 3000, 3000, "words", "other"),
    ],
)  # fmt: skip
def test_how_news_counts(
    text: str, span: str, lower: float, upper: float | None, unit: str | None, class_: str
) -> None:
    """Doubled plurals, spoken ranges, codes of currencies, numbers without a noun, what befalls people."""
    (found,) = quantities(text)
    assert (found.spans[0].text, found.lower, found.upper, found.unit, found.class_) == (
        span, lower, upper, unit, class_,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The two of us agreed.",
        "The vote is two weeks away.",
        "A 28-nation bloc met.",
        "He said it in two words.",
        "The famine of 1932-1933 was long.",
        "In 2014, 2015 and later it was closed.",
        "Nearly four in 10 voters agree.",
        "It was signed in the year of our Lord two thousand nine.",
        "It cost #5 million.",
        "They studied it over 2000 - 2050.",
        "The world's two largest arsenals shrink.",
        "He seems of two minds on it.",
        "Nearly two-thirds went home.",
        "It is for clerks between 19 and 24 years of age.",
        "You can see it on pages 52 and 53 of the plan.",
        "I met your two ministers.",
        "Every 4-year old may come.",
        "The number of vaccinated people over 60 stands still.",
        "She composed original scores for the film.",
        "Nearly two out of three seniors came.",
        "The Mk 41 launchers stay.",
        "It was published 56 mins ago.",
        "It was built at 12:00 local time.",
        "They visited 14 out of ② states.",
        "They sent 2¾ million tons.",
        f"They sent {'9' * 350} tons.",
        "The number of the hotline is 112.",
        "The number of dead did not exceed 40.",
        "In the session one bill died.",
        'The page shows <img width="500" height="281" /> here.',
    ],
)
def test_no_count_either(text: str) -> None:
    """What is known already, days, kinds of blocs and years."""
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "doing", "as_of"),
    [
        ("In May, they plan to build 40 tanks.", "build", "In May"),
        ("Over the past week, Varenia received 40 tanks.", "received", "Over the past week"),
        ("There are 40 soldiers who crossed the river.", "crossed", None),
        ("In 2020, trade rose quickly, reaching $40 million.", "reaching", "In 2020"),
        ("Last year, trade grew and reached $40 million.", "reached", "Last year"),
        ("Trade grew last year and reached $40 million.", "reached", None),
        ("To date, 40 ships have been built.", "built", "To date"),
        ("So far 40 ships have left.", "left", "So far"),
        ("Some 40 ships left during the day.", "left", "during the day"),
    ],
)
def test_scene_of_a_longer_clause(text: str, doing: str, as_of: str | None) -> None:
    """The time may stand before the verb above, the deed in a relative clause."""
    article, _, doc = parsed(text)
    (found,) = (
        q
        for q in find_quantities(doc, article, Mentions(times=tuple(find_times(doc, article))))
        if q.class_ != "duration"
    )
    assert tuple(s.text if s else None for s in (found.doing, found.as_of)) == (doing, as_of)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Some 40 tanks belonging to Varenia were seen.", "VA"),
        ("Varenia raised its force to 40,000 soldiers.", "VA"),
        ("The Varenian fleet includes 40 ships.", "VA"),
        ("Varenian losses reached 4,000 soldiers.", "VA"),
        ("Varenia's build-up of 40,000 troops went on.", "VA"),
        ("A Varenian column of 40 trucks stopped.", "VA"),
        ("The supply of 40 guns by Varenia was agreed.", "VA"),
        ("A shipment of 40 tons arrived from Varenia.", "VA"),
        ("Ostmark received $40 million from Varenia.", "VA"),
        ("Ostmark received $40 million.", None),
        ("Ostmark received 40 tanks.", "OS"),
        ("A $40 million Ostmark assistance package was passed.", None),
        ("Varenia is ready to hand over 40 tanks.", "VA"),
        ("Varenia pays for it, then loses billions on trade.", "VA"),
        ("Varenia, a country of 6 million people, waits.", "VA"),
        ("Varenia and Ostmark have lost 40 tanks.", None),
        ("He criticized Varenia for sending 40 tanks.", "VA"),
        ("Varenia sent 400 tons to Telle, including 40 tons of grain.", "VA"),
        ("Varenia has had four jobs.", None),
        ("Soldiers sent by Varenia came with 40 tanks.", "VA"),
        ("Varenia pays for 40 percent of Ostmark security.", "VA"),
        ("The plan reduced Varenia's harvest by 40 percent.", "VA"),
        ("The war has cost Varenia $40 million.", "VA"),
        ("Varenia has leverage through a presence of 400 soldiers.", "VA"),
        ("They saw 40 pro-Varenian demonstrators.", None),
        ("Varenia raised $40 million abroad.", None),
        ("Ostmark raised $40 million from Varenia.", "VA"),
        ("Ostmark borrowed $40 million from Varenia.", "VA"),
        ("He took $40 million for the club from Varenia.", "VA"),
        ("Varenia bought a farm for $40 million.", "VA"),
        ("Ostmark sold a farm to Varenia for $40 million.", "VA"),
        ("Varenia bought guns worth $40 million.", "VA"),
        ("Varenia sold guns worth $40 million.", None),
        ("Ostmark froze $40 million in Varenian assets.", "VA"),
        ("Varenia began the process of sending 40 tanks.", "VA"),
        ("Varenia lost 40 children.", "VA"),
        ("Varenia delivered 40 speeches.", None),
        ("A Varenian trader gave $40 million.", "VA"),
        ("They count on trade of 40 million Varenian dollars.", None),
        ("Varenia made two payments.", "VA"),
        ("Varenia is making available 40 million barrels.", "VA"),
        ("They enter Varenia's market of 40 million buyers.", "VA"),
        ("Varenia paid a $40 million settlement.", "VA"),
        ("He may buy $40 million of Varenia's stock.", None),
        ("Varenia paid $40 in May and $50 in June.", "VA"),
        ("He slammed Varenia for paying $40 million.", "VA"),
        ("Varenia distributed 40 tons of grain.", "VA"),
        ("Varenia's trade with Ostmark reached $40 million.", None),
        ("Varenia's trade fell 40 percent.", None),
        ("There were 40 air strikes by Varenian aircraft.", "VA"),
        ("Varenia has stockpiled and prepositioned 40 tanks.", "VA"),
        ("Varenia allocates new funding for this purpose – 40 million dollars.", "VA"),
        ("There is $40 million worth of Varenian investment.", "VA"),
        ("Varenia's exports have grown, reaching 40 million tons.", "VA"),
    ],
)
def test_owner_of_wholes_and_deeds(text: str, whose: str | None) -> None:
    """The whole they belong to, the deed they are given by, and of money the payer, also where he is blamed."""
    article, _, doc = parsed(text)
    found = find_quantities(doc, article, Mentions(actors=states(text, Varenia="VA", Varenian="VA", Ostmark="OS")))
    assert found[-1].whose == whose


def test_owner_of_a_pronoun() -> None:
    """ "Its 40,000 troops": whose they are is what the reference stands for; nobody's without one."""
    text = "Varenia denied it. Its 40,000 troops stayed home."
    article, _, doc = parsed(text)
    at = text.index("Its")
    its = Reference(span=cut(text, at, at + 3), actors=("VA",))
    (known,) = find_quantities(doc, article, Mentions(actors=states(text, Varenia="VA"), references=(its,)))
    (unknown,) = find_quantities(doc, article, Mentions(actors=states(text, Varenia="VA")))
    assert (known.whose, unknown.whose) == ("VA", None)


def test_owner_named_as_land() -> None:
    """ "24 regions of Varenia" are Varenia's, though the name stands for its land."""
    text = "They went to 24 regions of Varenia."
    article, _, doc = parsed(text)
    at = text.index("Varenia")
    land = Place(spans=(cut(text, at, at + 7),), rule="test", score=1.0, feature="country", country="XV")
    (found,) = find_quantities(doc, article, Mentions(places=(land,)))
    assert found.whose == "XV"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Teller Industries Inc. delivered 40 aircraft.", "Teller Industries Inc."),
        ("Teller-Berg Inc. delivered 40 aircraft.", "Teller-Berg Inc."),
        ("Teller Industries Inc. said it has 40 aircraft.", "Teller Industries Inc."),
        ("Teller Industries Inc., with $40 million in cash, is for sale.", "Teller Industries Inc."),
        ("Tom Holt bought 40 aircraft.", "Tom Holt"),
        ("Teller Industries Inc. vaccinated its 40,000 clerks.", "Teller Industries Inc."),
        ("The Agency bought 40 aircraft.", None),
        ("They convicted two Teller Industries clerks.", "Teller Industries"),
        ("He chairs Teller Industries, a company with 4,100 clerks.", "Teller Industries"),
    ],
)
def test_company_as_owner(text: str, whose: str | None) -> None:
    """A company or person that no table knows owns by its name."""
    (found,) = quantities(text)
    assert found.whose == whose


def test_private_owner() -> None:
    """What "a Varenian trader" gives is not the state's; what a senator pays is her own."""
    text = "A Varenian trader gave $40 million. Senator Ana Berg paid $30 million."
    article, _, doc = parsed(text)
    (state_,) = states(text, Varenian="VA")
    people = msgspec.structs.replace(state_, reading="people")
    at, role = text.index("Ana Berg"), text.index("Senator")
    berg = Actor(
        spans=(cut(text, at, at + 8),), rule="test", score=1.0, actor="Ana Berg", type="person", reading="person",
        state="VA", role=cut(text, role, role + 7),
    )  # fmt: skip
    assert [q.whose for q in find_quantities(doc, article, Mentions(actors=(people, berg)))] == [None, "Ana Berg"]
    minister = msgspec.structs.replace(berg, role=None)
    assert find_quantities(doc, article, Mentions(actors=(people, minister)))[-1].whose == "VA"


def test_years_are_no_range() -> None:
    """ "from 1 million in 2020 to 1.4 million loans" are two numbers of loans."""
    found = list(find_numerals("from 1 million in 2020 to 1.4 million loans, until Sept. 30 to $7 million"))
    assert [n.lower for n in found] == [1e6, 2020, 1.4e6, 30, 7e6]
    assert [n.lower for n in find_numerals("shares fell $4 to $14.75, trade rose by $1 billion to $40 billion")] == [
        4, 14.75, 1e9, 4e10,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [("18 ½ feet", 18.5), ("3 1/2 tons", 3.5), ("a hundred and a half", 150), ("a quarter of a million", 2.5e5)],
)
def test_halves(text: str, value: float) -> None:
    """A half is part of its number."""
    assert [n.lower for n in find_numerals(text)] == [value]


def test_abbreviation_of_an_own_body() -> None:
    """On the site of a state's office "the DOR" is that state's, where it was introduced as its department."""
    text = "The Department of Roads (DOR) met. DOR gave $40 million."
    article, _, doc = parsed(text)
    found = find_quantities(doc, msgspec.structs.replace(article, outlet="President of Ukraine"), Mentions())
    assert [q.whose for q in found] == ["UA"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("They honoured 40 servicemen of the National Guard.", "UA"),
        ("The state gave 40 million euros.", "UA"),
        ("They met 40 US envoys.", None),
        ("The Holt-Berg Administration sent 40 tanks.", "Holt-Berg Administration"),
    ],
)
def test_own_bodies(text: str, whose: str | None) -> None:
    """On the site of a state's office an unnamed state's body is that state's; "US" is no "us"."""
    article, _, doc = parsed(text)
    found = find_quantities(doc, msgspec.structs.replace(article, outlet="President of Ukraine"), Mentions())
    assert [q.whose for q in found] == [whose]


def test_residents_of_a_town() -> None:
    """ "40 residents of Telle" are the town's."""
    text = "They saw 40 residents of Telle."
    article, _, doc = parsed(text)
    town = Place(spans=(cut(text, 25, 30),), rule="test", score=1.0, feature="city", country="XV")
    (found,) = find_quantities(doc, article, Mentions(places=(town,)))
    assert found.whose == "Telle"


def test_children_are_a_persons() -> None:
    """ "President Berg has two sons": hers, not her state's."""
    text = "President Ana Berg has two sons."
    article, _, doc = parsed(text)
    berg = Actor(
        spans=(cut(text, 0, 18),), rule="test", score=1.0, actor="Ana Berg", type="person", reading="person", state="XV"
    )
    (found,) = find_quantities(doc, article, Mentions(actors=(berg,)))
    assert found.whose == "Ana Berg"


@pytest.mark.parametrize(
    ("text", "span", "unit", "class_"),
    [
        ("The week saw 14 people killed.", "14 people", "people", "casualties"),
        ("Bombs killed scores of people.", "scores of people", "people", "casualties"),
        ("They fear for thousands of lives that could be lost.", "thousands of lives", "lives", "casualties"),
        ("They built 40 km of roads.", "40 km of roads", "km of roads", "distance"),
        ("It told of billions of losses.", "billions of losses", "losses", "money"),
        ("They think in terms of one budget year.", "one budget year", "budget year", "duration"),
        ("They mourn the deaths of 40 envoys.", "40 envoys", "envoys", "casualties"),
        ("They lost 40 soldiers.", "40 soldiers", "soldiers", "casualties"),
        ("They lost 40 officers to a rival.", "40 officers", "officers", "personnel"),
        ("The bomb killed Holt and 40 others.", "40 others", "others", "casualties"),
        ("They said that 40 of their soldiers were killed.", "40", "soldiers", "casualties"),
        ("They nursed 20 wounded soldiers.", "20 wounded soldiers", "wounded soldiers", "casualties"),
        ("They met 300 members of the armed forces.", "300 members", "members", "personnel"),
        ("They cost 10 mln euros.", "10 mln euros", "euros", "money"),
        ("They will hand over 40 tanks.", "40 tanks", "tanks", "platform"),
        ("The storm left 68 people dead in the port.", "68 people", "people", "casualties"),
        ("It left nine dead last year.", "nine dead", "dead", "casualties"),
        ("He was among the 130 killed there.", "130", None, "casualties"),
        ("Some 12 were hurt and 5 were missing.", "5", None, "casualties"),
        ("They look for 30,000 missing letters.", "30,000 missing letters", "missing letters", "other"),
        ("Two shootings shook the town.", "Two shootings", "shootings", "other"),
        ("The death toll rose to 132.", "132", None, "casualties"),
        ("They put the number of dead at 1,200.", "1,200", None, "casualties"),
        ("The fire claimed the lives of 39 people.", "39 people", "people", "casualties"),
        ("The bomber killed himself and five others.", "five others", "others", "casualties"),
        ("Envoys, including two children, were shot dead.", "two children", "children", "casualties"),
        ("Some 1,400 pilgrims were trampled.", "Some 1,400 pilgrims", "pilgrims", "casualties"),
        ("They look into the slayings of 14 women.", "14 women", "women", "casualties"),
        ("We have lost 137 of our heroes today.", "137", "heroes", "casualties"),
        ("The army wiped out 40 fighters.", "40 fighters", "fighters", "casualties"),
        ("They planted trees in memory of the 40,000 victims.", "40,000 victims", "victims", "casualties"),
        ("The envoy was 35 minutes late.", "35 minutes", "minutes", "duration"),
        ("The car gets 592 horsepower.", "592 horsepower", "horsepower", "other"),
        ("The event gave hope to millions.", "millions", None, "other"),
        ("There are two ways to reach the port.", "two ways", "ways", "other"),
        ("All four parties agreed.", "four parties", "parties", "other"),
        ("They serve 1,400 local police departments.", "1,400 local police departments", "local police departments",
         "other"),
        ("The number of killed enemy soldiers approached 14,000.", "14,000", None, "casualties"),
        ("The number of troops is 300.", "300", None, "personnel"),
        ("They got a loan worth 10.5 billion.", "10.5 billion", None, "money"),
        ("They found thousands of victims.", "thousands of victims", "victims", "other"),
        ("They help 40 victims of the fraud.", "40 victims", "victims", "other"),
        ("They honour 400 people, including 70 clerks, who died there.", "70 clerks", "clerks", "casualties"),
        ("They honoured 98 servicemen. Nine of them are away.", "Nine", None, "personnel"),
        ("The operation - four days - failed.", "four days", "days", "duration"),
        ("In the port, one person died.", "one person", "person", "casualties"),
        ("Tens, hundreds of thousands of clerks left.", "Tens, hundreds of thousands of clerks", "clerks", "other"),
        ("They sent 40 military doctors.", "40 military doctors", "military doctors", "personnel"),
        ("There are three reasons for it.", "three reasons", "reasons", "other"),
        ("They seized 2,200 illegal firearms.", "2,200 illegal firearms", "illegal firearms", "weapon"),
        ("Around 1,100 continue to be killed there.", "Around 1,100", None, "casualties"),
        ("They honoured 126 servicemen, 34 of them women.", "34", None, "personnel"),
        ("They charged 12 military intelligence (MI) officers.", "12 military intelligence (MI) officers",
         "military intelligence (MI) officers", "personnel"),
        ("The harbour lies open for the next couple of weeks.", "the next couple of weeks", "weeks", "duration"),
        ("It was 9 degrees lower than in May.", "9 degrees", "degrees", "other"),
        ("Some 40 officers narrowly escaped being killed.", "Some 40 officers", "officers", "personnel"),
        ("The museum keeps the memory of two wars.", "two wars", "wars", "other"),
        ("They eliminated 40 people from the rolls.", "40 people", "people", "other"),
        ("Some 40 victims testified.", "Some 40 victims", "victims", "other"),
        ("Hundreds, dozens of them children, were killed.", "dozens", None, "other"),
        ("Within three weeks, four of them had left.", "four", None, "other"),
        ("Ostmark gave Berg 150 missiles.", "150 missiles", "missiles", "weapon"),
        ("Two F-16 fighters met the plane.", "Two F-16 fighters", "F-16 fighters", "platform"),
        ("Norway deployed 10,000 men to the border.", "10,000 men", "men", "personnel"),
        ("Two Rafale fighters met the plane.", "Two Rafale fighters", "Rafale fighters", "platform"),
        ("The firm deployed 40 men to mend the line.", "40 men", "men", "other"),
        ("The pilot of an F-16 and 40 fighters landed.", "40 fighters", "fighters", "personnel"),
        ("They sent 40 army medical personnel.", "40 army medical personnel", "army medical personnel", "personnel"),
        ("The loss of 400 people to emigration went on.", "400 people", "people", "other"),
        ("Some 40 men left the hall.", "Some 40 men", "men", "other"),
        ("They sent 40 military members.", "40 military members", "military members", "personnel"),
        ("Ostmark reported the loss of 2,783 soldiers.", "2,783 soldiers", "soldiers", "casualties"),
        ("They sent 500 medical personnel.", "500 medical personnel", "medical personnel", "other"),
    ],
)  # fmt: skip
def test_classes_by_what_befalls(text: str, span: str, unit: str, class_: str) -> None:
    """The harmed behind a number, lengths with their bare noun, sums of a loss, and "over" as a particle."""
    found = quantities(text)[-1]
    assert (found.spans[0].text, found.unit, found.class_) == (span, unit, class_)


def test_only_the_part_died() -> None:
    """What befalls a part that is included does not befall the whole."""
    found = quantities("The boat carried 200 migrants, including 12 children who died.")
    assert [q.class_ for q in found] == ["other", "casualties"]


def test_calibres_count_nothing() -> None:
    """ "155 mm shells" are a kind."""
    assert [q.spans[0].text for q in quantities("They sent 40 155 mm shells.")] == ["40 155 mm shells"]


def test_figure_in_a_name() -> None:
    """ "Telle Stream 2 partners" counts no partners."""
    assert quantities("He met the Telle Stream 2 partners.") == []


@pytest.mark.parametrize(
    ("text", "where", "doing", "as_of"),
    [
        ("A group of 40 envoys wrote to the board.", None, "wrote", None),
        ("They repaired 40 schools and 20 halls across the country.", "across the country", "repaired", None),
        ("Seven people were killed during the unrest.", None, "killed", "during the unrest"),
        ("Some 40 envoys testified before the committee.", None, "testified", None),
        ("He crossed the square where 40 people rallied.", "the square", "rallied", None),
        ("Some 40 people were there at the time of the attack.", "there", None, "at the time of the attack"),
        ("Some 40 sailors showed courage during the Great Telle War.", None, "showed", "during the Great Telle War"),
        ("Some 40 people are marching ahead of the summit.", None, "marching", "ahead of the summit"),
        ("They will go to the polls in July to elect 342 members.", None, "elect", "in July"),
        ("A bomb blew up near a school on Monday, killing 40 people.", "near a school", "killing", "on Monday"),
        ("A bombing on Monday hit a convoy near the border, killing 40.", "near the border", "killing", "on Monday"),
        ("They besiege 40 people who remain in the city.", "in the city", "besiege", None),
        ("They agreed on 40 schools.", None, "agreed", None),
        ("Some 40 schools need to be rebuilt.", None, "rebuilt", None),
        ("They plan a $40 million plant in the region.", "in the region", None, None),
        ("From 2014 to 2016, the navy built 40 ships.", None, "built", "From 2014 to 2016"),
        ("It is more than in 2020, when it supplied 40 tanks.", None, "supplied", "in 2020"),
        ("Last month, the ministry announced a plan to deploy 40 tanks.", None, "deploy", "Last month"),
        ("Trade in May exceeded $40 million.", None, "exceeded", "in May"),
        ("It is the largest purchase of 40 tanks in 70 years.", None, None, None),
        ("They distributed 40 masks in line with the rules.", None, "distributed", None),
        ("They run 500 projects across six states.", "across six states", "run", None),
        ("Last month, the ministry cancelled a plan to deploy 40 tanks.", None, "deploy", None),
        ("Some 40 soldiers who had fought in the region in 2015 fled.", None, "fled", None),
        ("The envoy spoke in the region on Monday, promising 40 tanks.", None, "promising", None),
        ("The winner in 2016 promised 40 tanks.", None, "promised", None),
        ("They help 40 envoys who have fled so far.", None, "help", "so far"),
        ("They parked 40 vans at the end of the street on Sunday.", None, "parked", "on Sunday"),
        ("Some 40 tanks drove ahead of the convoy.", None, "drove", None),
        ("They expect 40 recruits to arrive on Monday.", None, "expect", None),
        (
            "They went with 40 guns to the eastern part of the country.",
            "to the eastern part of the country",
            None,
            None,
        ),
        ("He spoke of the visit to the port, where 40 people rallied.", "the port", "rallied", None),
        ("The rate per 100,000 people was higher last week.", None, None, None),
        (
            "In May five schools, four hospitals and 14 halls were built in the republic.",
            "in the republic",
            "built",
            "In May",
        ),
    ],
)
def test_scene_of_lists_groups_and_events(text: str, where: str | None, doing: str | None, as_of: str | None) -> None:
    """What stands behind the last of a list is said of all; a group does what is told; an event tells when."""
    article, _, doc = parsed(text)
    found = find_quantities(doc, article, Mentions(times=tuple(find_times(doc, article))))[0]
    assert tuple(s.text if s else None for s in (found.where, found.doing, found.as_of)) == (where, doing, as_of)


def test_what_a_whole_includes() -> None:
    """Where and when the whole is, its part is too."""
    article, _, doc = parsed("As of today, they number 4,000, including 300 children.")
    part = find_quantities(doc, article, Mentions(times=tuple(find_times(doc, article))))[-1]
    assert part.as_of is not None
    assert part.as_of.text == "As of today"


@pytest.mark.parametrize(
    ("text", "span", "lower", "upper", "modifier"),
    [
        ("The largest number, over 16,000, came later.", "over 16,000", 16000, None, "more than"),
        ("Twelve states have averages below $3.15.", "below $3.15", None, 3.15, "less than"),
        ("They pay for it with a sum exceeding $40 million.", "exceeding $40 million", 4e7, None, "more than"),
        ("Clerks never pay more than $2,000 a year.", "more than $2,000", None, 2000, "at most"),
        ("The army did not send fewer than 40 tanks.", "fewer than 40 tanks", 40, None, "at least"),
        ("It gives up to a total of $40 million.", "up to a total of $40 million", None, 4e7, "at most"),
        ("They met a couple hundred envoys.", "a couple hundred envoys", 200, 200, "exact"),
        ("They lost one year at the most.", "one year at the most", None, 1, "at most"),
        ("It was minus 17 degrees there.", "minus 17 degrees", -17, -17, "exact"),
        ("They honoured 9 thousand 781 clerks.", "9 thousand 781 clerks", 9781, 9781, "exact"),
        ("They paid a sum not exceeding $40 million.", "not exceeding $40 million", None, 4e7, "at most"),
        ("They sent it without exceeding 40 tons.", "without exceeding 40 tons", None, 40, "at most"),
        ("The number of dead exceeded 40.", "40", 40, None, "more than"),
        ("The number of dead reached 40.", "40", 40, 40, "exact"),
        ("The army did not just send more than 40 tanks.", "more than 40 tanks", 40, None, "more than"),
        ("The army has not yet sent more than 40 tanks.", "more than 40 tanks", 40, None, "more than"),
        ('"Did the army not send more than 40 tanks?" he asked.', "more than 40 tanks", 40, None, "more than"),
        ("Talks did not resume in more than 40 towns.", "more than 40 towns", 40, None, "more than"),
        ("They argued over $40 million.", "$40 million", 4e7, 4e7, "exact"),
        ("Over three rounds of talks, they agreed on nothing.", "three rounds of talks", 3, 3, "exact"),
        ("They visited 40 sites at least once.", "40 sites", 40, 40, "exact"),
        ("Varenia sent 20 thousand 155 mm shells.", "20 thousand 155 mm shells", 20000, 20000, "exact"),
        ("It costs 2½ million euros.", "2½ million euros", 2.5e6, 2.5e6, "exact"),
        ("It costs ½ million euros.", "½ million euros", 5e5, 5e5, "exact"),
        ("Varenia has between 20- and 50,000 troops there.", "between 20- and 50,000 troops", 2e4, 5e4, "between"),
    ],
)
def test_bounds(text: str, span: str, lower: float | None, upper: float | None, modifier: str) -> None:
    """A bound may follow a comma or a noun; a denial turns it round."""
    found = quantities(text)[-1]
    assert (found.spans[0].text, found.lower, found.upper, found.modifier) == (span, lower, upper, modifier)
