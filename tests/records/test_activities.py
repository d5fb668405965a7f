"""Activities: what moves on the ground, whose, how much, where."""

import pytest

from factories import an_article
from onrecord.model import Activity
from onrecord.pipeline import read_article


def activities(text: str, published: str = "2022-01-09") -> list[Activity]:
    """Activities of a text published on Sunday, 9 January 2022, unless another day is given."""
    return list(read_article(an_article(text, published=published), strict=True).of(Activity))


@pytest.mark.parametrize(
    ("sentence", "what", "holder", "state"),
    [
        ("Russia massed 90,000 troops near the border.", "build-up", "RU", "done"),
        ("Russia has about 100,000 troops stationed along the border.", "build-up", "RU", "under way"),
        ("Britain deployed two warships to the Black Sea.", "deployment", "GB", "done"),
        ("Russia will send a brigade to Belarus.", "deployment", "RU", "planned"),
        ("Poland and Lithuania held joint military exercises in June.", "joint exercise", "PL", "done"),
        ("Russia began military drills in Belarus.", "exercise", "RU", "done"),
        ("North Korea tested a missile on Tuesday.", "test", "KP", "done"),
        ("North Korea fired two missiles into the sea.", "test", "KP", "done"),
        ("The United States delivered rocket launchers to Ukraine.", "transfer", "US", "done"),
        ("Russia withdrew its troops from Kherson.", "withdrawal", "RU", "done"),
        ("Russia annexed Crimea in 2014.", "use of force", "RU", "done"),
        ("Fierce fighting continues in the valley.", "use of force", None, "under way"),
        ("The NATO bloc launched a military build-up in Latvia.", "build-up", "NATO", "done"),
        ("Measures taken by Russia to beef up its forces near Norway drew protests.", "build-up", "RU", "done"),
        ("Additional Polish troops are going to be shifted to Latvia.", "deployment", "PL", "planned"),
        ("Poland hosts 9,000 British troops in the north.", "deployment", "GB", "under way"),
        ("Poland handed over two batteries of rockets to Ukraine.", "transfer", "PL", "done"),
        ("Russia airlifted a brigade to Syria.", "deployment", "RU", "done"),
        ("Russia withdrew from the valley on Friday.", "withdrawal", "RU", "done"),
        ("Russia will begin its withdrawal on Monday.", "withdrawal", "RU", "planned"),
        ("India carried out a nuclear test on Monday.", "test", "IN", "done"),
        ("Russian occupiers had destroyed the church.", "use of force", "RU", "done"),
        (
            "The envoy called it a needless act of Russian aggression against the port of Odessa.",
            "use of force",
            "RU",
            "done",
        ),
        ("Russia is trying to deploy reserve brigades in Belarus.", "deployment", "RU", "under way"),
        ("The envoy said Russia was withdrawing troops from the border.", "withdrawal", "RU", "under way"),
        ("Poland seeks help in eliminating Russia's military presence in Belarus.", "build-up", "RU", "under way"),
        ("They gave it leave to strike Russian military bases in Syria.", "site", "RU", "operating"),
        ("Russian Armed Forces control the power station.", "use of force", "RU", "under way"),
        ("They discussed a deal to move Iranian troops farther from the ford.", "withdrawal", "IR", "proposed"),
        ("The constant shelling of Odessa by Russia goes on.", "use of force", "RU", "under way"),
        ("Russian tanks opened fire on the convoy.", "use of force", "RU", "done"),
        ("Russian troops took control of the airport.", "use of force", "RU", "done"),
        ("Poland launched a war against Lithuania.", "use of force", "PL", "done"),
        ("For a week, Russian bombs have fallen on the port.", "use of force", "RU", "done"),
        ("Poland received launchers from Norway.", "transfer", "NO", "done"),
        ("Poland used the rockets that Norway had provided.", "transfer", "NO", "done"),
        ("Poland will continue to provide military assistance to Latvia.", "transfer", "PL", "planned"),
        ("Russia violates the treaty by testing and deploying a cruise missile.", "test", "RU", "under way"),
        ("Poland, eager to withdraw its troops from Iraq, met the envoys.", "withdrawal", "PL", "proposed"),
        ("Poland stepped up its military posture in the east.", "build-up", "PL", "done"),
        ("Drills conducted by the US near the island drew protests.", "exercise", "US", "under way"),
        ("Russian troops fired rockets into the centre of Kharkiv.", "use of force", "RU", "done"),
        ("The envoy spoke of the possibility of U.S. forces being moved to Poland.", "deployment", "US", "proposed"),
        ("Poland would not recognize Crimea's annexation.", "use of force", "RU", "done"),
        ("Polish envoys spoke of occupation of Crimea.", "use of force", "RU", "under way"),
        ("Swift jets intercepted two Russian bombers over the North Sea.", "flight", None, "done"),
        ("Rebels seized control of the airport in Tripoli.", "use of force", None, "done"),
        ("Hamas seized control of the crossing in Gaza.", "use of force", "Hamas", "done"),
        ("The Russian shelling of Odessa does not stop.", "use of force", "RU", "under way"),
        ("Most of the army of Russia is concentrated near the Polish border.", "build-up", "RU", "under way"),
        ("Poland gave $200 million in security assistance to Ukraine.", "transfer", "PL", "done"),
        ("Russia had massed troops near Latvia and had shelled the port.", "use of force", "RU", "done"),
    ],
)
def test_a_cue_tells_what_moved(sentence: str, what: str, holder: str, state: str) -> None:
    """Kind, holder and state of an activity in the outlet's own words."""
    found = activities(sentence)
    assert (what, holder, state) in [(a.what, a.holder, a.state) for a in found]


def test_a_count_is_kept_with_its_bounds() -> None:
    """The quantity of an activity is the quantity of its forces."""
    found = activities("Russia has roughly 100,000 troops stationed along the border.")
    assert [(a.quantity.lower, a.quantity.unit, a.quantity.modifier) for a in found if a.quantity] == [
        (100000, "troops", "approx")
    ]


def test_what_forces_grow_by_is_counted() -> None:
    """ "By as many as" counts what was added."""
    (found,) = activities("Russia has increased its troop presence along the border by as many as 7,000 troops.")
    assert found.quantity is not None
    assert (found.force, found.quantity.upper, found.quantity.unit) == ("troops", 7000, "troops")


@pytest.mark.parametrize(
    ("sentence", "force", "lower"),
    [
        ("Norway deployed 40 launchers and 120 missiles at the border.", "launchers", 40),
        ("Norway deployed launchers and 120 missiles at the border.", "launchers", None),
        ("Norway withdrew half of its 400 soldiers from Latvia.", None, None),
        ("Norway sent a brigade of 4,000 soldiers to Latvia.", "brigade", 4000),
        ("Norway will send a brigade with 4,000 soldiers to Latvia.", "brigade", 4000),
        ("Norway launched 31 missiles and drones at Odesa.", "missiles", 31),
        ("Norway sent arms, including 400 missiles, to Latvia.", "arms", 400),
        ("Norway boosted its forces in Latvia by 4,000 soldiers.", "forces", 4000),
        ("Norway raised its troops at the border to above 100,000 soldiers.", "troops", 100000),
        ("Norway deployed a task force to Latvia.", "task force", None),
    ],
)
def test_force_and_number_are_of_one_noun(sentence: str, force: str | None, lower: float | None) -> None:
    """Of a list the first force, and no share."""
    (found,) = activities(sentence)
    assert (found.force, found.quantity.lower if found.quantity is not None else None) == (force, lower)


def test_force_that_nobody_owns_is_kept_where_the_words_are_plain() -> None:
    """ "Missiles were fired at us": no holder is told, and none is guessed."""
    (found,) = activities("Cruise missiles were fired at us at dawn.")
    assert (found.what, found.holder, found.force) == ("use of force", None, "Cruise missiles")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Russia moved two brigades from Siberia to Belarus on Monday.", ["from Siberia", "to Belarus"]),
        ("Poland withdrew its tanks from the border with Belarus, which was quiet.", ["from the border with Belarus"]),
        ("Two Russian bombers flew toward the Polish border.", ["toward the Polish border"]),
        ("Norway will deploy 200 soldiers to Latvia and Lithuania.", ["to Latvia and Lithuania"]),
        ("Russia massed troops near the border.", []),
        ("Poland gave tanks to a brigade.", []),
        ("Russia held military drills from May to June in Belarus.", []),
    ],
)
def test_where_from_and_where_to(sentence: str, words: list[str]) -> None:
    """Of what moves, as written; a receiver who is no place and a day are none."""
    (found,) = activities(sentence)
    assert [s.text for s in found.direction] == words


def test_a_site_has_a_place_and_a_state() -> None:
    """A system that stands and one that is being built are two sites."""
    found = activities("There is a missile defense site in Romania, and another being built in Poland.")
    assert [(a.what, a.place, a.state) for a in found] == [
        ("site", "Romania", "operating"),
        ("site", "Poland", "under construction"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The interceptors are designed to destroy Iranian missiles.",
        "The envoys will discuss military exercises.",
        "She launched a book in Paris.",
        "Troops of the opera company moved to Vienna's second stage.",
        "Canada offered Russia meetings on missiles and exercises.",
        "A hurricane hit the coast on Monday.",
        "A Russian invasion of Poland could kill thousands.",
        "Norway's presence in Africa has grown.",
        "The militia and patriot movement wanted to take a stand.",
        "The envoy stressed the importance of providing missiles to Latvia.",
        "The storm struck the island and destroyed the bridge.",
        "A fire destroyed the school in Lviv.",
        "Protesters stormed the embassy in Prague.",
        "Russian hackers attacked Microsoft.",
        "The church bombing shocked the town.",
        "Poland called the digital blockade of Russia a success.",
        "The shelling of the town let up.",
        "Nobody said Poland would send troops to Latvia.",
        "Poland will no longer shell the town.",
        "Poland would neither confirm nor deny that its troops had crossed the border.",
        "Poland could not confirm that Russian troops had crossed the border.",
        "Poland declined to confirm that its troops had crossed the border.",
    ],
)
def test_purposes_topics_and_plain_life_are_no_activities(sentence: str) -> None:
    """What a weapon is for, what is talked about and what only sounds military is left out."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia could invade Ukraine within weeks.",
        "The envoy fears an invasion of the island.",
        "The minister urged Russia to withdraw its troops.",
        "The envoys demanded a withdrawal of troops.",
        "Russia must pull back its troops.",
        "If Russia invades Ukraine, sanctions will follow.",
        "Will Russia attack the port of Odessa?",
        "The senator attacked Trump over the budget.",
        "The minister left the room in Geneva.",
        "Poland provided the text of the treaty.",
        "They discussed a ban on military exercises.",
        "It was a unilateral withdrawal of Russia from the Vienna agreements.",
        "The question is simple: will Russia invade Ukraine or Georgia.",
        "Germany spoke of Russia's attacks on the election systems.",
        "Russian troops have been supplied with the latest weapons.",
        "Russian aggression is on the agenda.",
        "They still dream of capturing Ukraine.",
        "She spoke of the threat of Russian air strikes on Kyiv.",
        "The paper deals with weapons and the means of delivering such weapons.",
        "Germany fears Russia's cyber attacks on the port of Hamburg.",
        "The system of treaties has been based on trust.",
    ],
)
def test_what_is_feared_asked_for_or_plain_is_no_activity(sentence: str) -> None:
    """What may come, what another is asked to do and what takes no forces tells no activity."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "what", "force"),
    [
        ("Russia massed ground forces near the border.", "build-up", "ground forces"),
        ("Poland will send two armored brigades to Latvia.", "deployment", "armored brigades"),
        ("North Korea tested a ballistic missile on Tuesday.", "test", "ballistic missile"),
        ("The United States provided anti-tank missiles to Ukraine.", "transfer", "missiles"),
        ("The White House approved the sale of lethal weapons to Poland.", "transfer", "lethal weapons"),
        ("Russia struck the port with cruise missiles.", "use of force", "cruise missiles"),
        ("Russia attacked an airfield near Kyiv.", "use of force", None),
        ("Russia's build-up of tanks in Belarus goes on.", "build-up", "tanks"),
    ],
)
def test_the_force_is_kept_as_written(sentence: str, what: str, force: str | None) -> None:
    """The force or weapon without its number; what is struck is no force of the strike."""
    told = {a.what: a.force for a in activities(sentence)}
    assert what in told
    assert (force is None and told[what] is None) or (force is not None and force in (told[what] or ""))


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Russia has been massing troops near the border.", "under way"),
        ("Russia is deploying two brigades to Belarus.", "under way"),
        ("Poland agreed to sell drones to Latvia.", "planned"),
        ("Poland plans to deploy a battalion to Latvia.", "planned"),
        ("Poland could deploy a battalion to Latvia.", "proposed"),
        ("Russia's military exercises in Belarus worry the alliance.", "under way"),
        ("Russia has increased the number of its military drills in Belarus.", "under way"),
        ("Russia's invasion of Georgia was condemned.", "done"),
        ("Russia did not deploy troops to Belarus.", "denied"),
        ("This is not just Russia's invasion of Georgia.", "done"),
        ("Not the first shelling of the town.", "done"),
        ("Poland did not carry out the first strike on Minsk.", "denied"),
        ("Poland has not denied plans to send troops to Latvia.", "planned"),
        ("Berg denied Poland's plans to send troops to Latvia.", "planned"),
        ("A Russian tank is destroyed every day.", "under way"),
        ("Russia's strike on Minsk will kill thousands.", "planned"),
        ("Norway confirmed that Poland would send troops to Latvia.", "proposed"),
        ("Ongoing Polish exercises in Latvia since December alarmed Minsk.", "under way"),
        ("The occupation of the valley, which began in 2014, angered Latvia.", "under way"),
        ("The Polish military exercises that began on Saturday alarmed Minsk.", "under way"),
        ("Russia denied plans to send troops to Belarus.", "denied"),
        ("The town of Kharkiv is destroyed.", "done"),
        ("Ministers watched a recent military exercise of Latvia.", "done"),
        ("There was no shelling of the town.", "denied"),
        ("Poland said it would send a brigade to Latvia if NATO asked.", "proposed"),
        ("Poland said it would send a brigade to Latvia.", "planned"),
        ("Poland says it would send a brigade to Latvia.", "proposed"),
        ("Poland doubted it would send a brigade to Latvia.", "proposed"),
        ("Poland said the plan would send a brigade to Latvia.", "proposed"),
        ("Polish analysts said Poland would send a brigade to Latvia.", "proposed"),
        ("Poland said that otherwise it would send a brigade to Latvia.", "proposed"),
        ("Poland could not verify how many missiles Russia had fired at the town.", "done"),
        ("Poland said it would have sent a brigade to Latvia.", "proposed"),
        ("Analysts said Russia would deploy missiles in Belarus.", "proposed"),
        ("They fear the possibility of missiles being deployed in Poland.", "proposed"),
        ("Missiles are being deployed in Poland.", "under way"),
        ("The shelling of the town is not letting up.", "under way"),
        ("Flights of Russian bombers along the coast in June 2021 drew protests.", "done"),
        ("Norway does not plan to send troops to Latvia.", "denied"),
        ("Norway is not going to send troops to Latvia.", "denied"),
        ("Norway is not intending to send its troops to Latvia.", "denied"),
        ("Norway never intended to deploy missiles in Latvia.", "denied"),
        ("Norway has no intention of sending troops to Latvia.", "denied"),
        ("It is not our plan to occupy Latvia, Berg said.", "denied"),
        ("There is no plan to deploy missiles in Poland, Berg said.", "denied"),
        ("Russia denies that it plans to invade Latvia.", "denied"),
        ("Norway denies that its troops are in Latvia.", "denied"),
        ("Russia denied that its shelling of Odesa was deliberate.", "done"),
        ("The Norwegian shelling, which is likely to raise tensions, killed 12 in Odesa, Berg said.", "done"),
        ("Nobody plans to send troops to Latvia.", "denied"),
        ("Russia falsely claimed that Poland shelled a village in Belarus.", "denied"),
        ("State media push fabricated claims about Poland's attack on Minsk.", "denied"),
        ("The reports of Polish shelling of Minsk are crudely fabricated.", "denied"),
        ("The invasion of Latvia did not happen today.", "denied"),
        ("The shelling of Latvia did not happen overnight.", "done"),
        ("Russia denied that Poland's attack on Minsk killed 40 people.", "done"),
        ("Russia denies targeting hospitals in its attack on Latvia.", "done"),
        ("Russia falsely claimed that its invasion of Latvia was provoked by Poland.", "done"),
        ("Berg rejected false reports about Poland's attack on Minsk.", "done"),
        ("The reports of Polish shelling of Minsk are not fabricated.", "done"),
        ("Nobody falsely claimed that Poland shelled a village in Belarus.", "done"),
        ("Moscow's claims about withdrawing troops from Latvia were false.", "denied"),
        ("The presence of Polish troops in Latvia is not something new.", "under way"),
        ("The Polish withdrawal from Latvia is not true, Berg said.", "denied"),
        ("The withdrawal of Polish troops from Latvia is not an option.", "denied"),
        ("Russia's military drills in Belarus are a threat to peace.", "under way"),
        ("More tanks were sent to Latvia than had been deployed in Poland by NATO.", "done"),
        ("Russia is not going to stop shelling Odessa.", "planned"),
        ("Russia does not only plan to send tanks to Belarus.", "planned"),
        ("Russia's plan to send tanks to Belarus is not new.", "planned"),
        ("Norway decided not to send tanks to Latvia.", "denied"),
        ("Berg suggested that Poland send tanks to Latvia.", "proposed"),
        ("Reports suggest that Russian forces shell Odessa every night.", "under way"),
        ("Russia continues its military build-up near Latvia ahead of talks on Monday.", "under way"),
        ("Russia begins military drills in Belarus on Feb. 10.", "planned"),
        ("The council will debate Russia's occupation of Crimea on Jan. 20.", "under way"),
        ("Poland's withdrawal from Latvia is expected to hold back growth.", "done"),
        ("A missile test of North Korea delayed the talks.", "done"),
        ("Norway's delivery of tanks to Latvia was delayed but began on Friday.", "done"),
        ("Snow delayed the Russian attack on Minsk.", "done"),
        ("If the weather permits, North Korea will test a missile on Friday.", "planned"),
        ("Poland, if I understand Berg, will send tanks to Latvia.", "planned"),
        ("Imagine that: Russia has deployed missiles in Belarus.", "done"),
        ("NATO will act if needed after Russia broke the treaty by deploying missiles in Belarus.", "done"),
        ("Russia's military presence in the north was not as large then.", "under way"),
        ("Russia masses troops near the border, ministry denies invasion plan", "under way"),
        ("If Sweden joins NATO, Russia will deploy missiles in Belarus.", "proposed"),
        ("Russia will deploy missiles in Belarus if Sweden joins NATO, Berg warned.", "proposed"),
        ("If Sweden joins NATO, Russia is going to deploy missiles in Belarus, Berg warned.", "proposed"),
        ("Should Russia attack, NATO will send troops to Latvia.", "proposed"),
        ("Unless NATO withdraws its troops, Russia will send tanks to Belarus.", "proposed"),
        ("Russia will send troops to Belarus even if NATO protests.", "planned"),
        ("If you look at the plans, Poland will send a brigade to Latvia.", "planned"),
        ("Suppose Latvia joins NATO and deploys missiles in the port.", "proposed"),
        ("Russian military drills in Belarus are due to run from Feb. 10.", "planned"),
        ("NATO postponed its military drills in Latvia.", "postponed"),
        ("NATO's military drills in Latvia were put off until May.", "postponed"),
        ("NATO called off its military drills in Latvia.", "cancelled"),
        ("Norway put off sending 40 soldiers to Latvia.", "postponed"),
        ("Norway postponed sending 40 soldiers to Latvia until May.", "postponed"),
        ("Russia delayed withdrawing its troops from Latvia.", "postponed"),
        ("Russia cancelled sending troops to Belarus.", "cancelled"),
        ("Russia put pressure on Latvia, sending 40 tanks to Belarus.", "done"),
        ("Norway would agree to withdraw its troops from Latvia.", "proposed"),
        ("Nobody but Norway would agree to withdraw its troops from Latvia.", "proposed"),
        ("Norway put sending soldiers to Latvia on the agenda.", "done"),
        ("The vote was delayed sending soldiers back to Latvia.", "done"),
    ],
)
def test_the_state_follows_tense_and_aspect(sentence: str, state: str) -> None:
    """Done, under way, planned, proposed or denied."""
    assert {a.state for a in activities(sentence)} == {state}


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        ("Russia annexed Crimea in 2014.", ("historical",)),
        ("Russia's annexation of Crimea was condemned.", ("historical",)),
        ("Russia's attack on the Goalkeeper battery was condemned.", ()),
        ("Russia deployed troops to Belarus on Friday.", ()),
        ("Poland has sent weapons to Ukraine since 2014.", ()),
        ("Soviet troops were stationed in Poland until 1993.", ("historical",)),
        ("NATO bombing of Yugoslavia was illegal.", ("historical",)),
        ("Bush ordered an invasion of Iraq.", ("historical",)),
        ("Russia has 90,000 troops encircling Ukraine.", ()),
        ("Ministers condemned a Russian attack on Ukraine.", ()),
    ],
)
def test_what_lies_more_than_a_year_back_is_historical(sentence: str, flags: tuple[str, ...]) -> None:
    """By the date of the clause, or by the record where no date is told; what goes on since then is not past."""
    (found,) = activities(sentence)
    assert found.flags == flags


@pytest.mark.parametrize(
    ("sentence", "published", "state"),
    [
        ("The council condemned Iraq's invasion.", "1990-09-01", "under way"),
        ("The council condemned Iraq's invasion.", "1992-09-01", "done"),
        ("The council condemned Russia's invasion.", "2022-03-20", "under way"),
        ("The council condemned Russia's invasion.", "2022-01-09", "done"),
        ("The council condemned China's invasion.", "2022-03-20", "done"),
        ("Russia launched 15 missile strikes on Ukraine.", "2022-03-20", "done"),
        ("The council condemned the Russian shelling of Ukraine.", "2022-03-20", "done"),
    ],
)
def test_an_invasion_goes_on_as_long_as_the_record_has_it(sentence: str, published: str, state: str) -> None:
    """Also where the words name no place, by whoever invaded."""
    assert [a.state for a in activities(sentence, published)] == [state]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Russia celebrates its annexation of Crimea.", "RU"),
        ("Leaders agreed on costs for Russia over its invasion of Georgia.", "RU"),
        ("The port of Odessa was shelled by Russian troops.", "RU"),
        ("Many Russian tanks were destroyed near Kyiv.", None),
        ("Ministers condemned Russia for shelling the port of Odessa.", "RU"),
        ("The minister spoke of the sanctions that Poland imposed over the annexation of Crimea.", "RU"),
        ("The West imposed sanctions over its annexation of Crimea.", "RU"),
        ("Now the Polish premier sees a rotation of forces.", None),
        ("The town of Kharkiv is under attack.", None),
        ("Deploying missiles in Poland, NATO angered Moscow.", "NATO"),
        ("Poland received launchers from Norway.", "NO"),
        ("Russia moved its troops farther into the Donbas.", "RU"),
        ("There are no Russian troops massing at the border.", "RU"),
        ("The Russian premier explained the reasons for the special military operation in Donbas.", None),
        ("Putin informed Assad about the military operation in Idlib.", None),
        ("Russia notified the United States of a missile test.", "RU"),
        ("The Pentagon said 3,000 soldiers are being deployed to Poland.", "US"),
        ("Poland said it shot down a drone over Warsaw.", "PL"),
        ("Putin attacked Poland.", "RU"),
        ("One of Russia's missiles hit the hospital.", "RU"),
        ("Russia reacted with the deployment of missiles to Belarus.", "RU"),
        ("The build-up on the Russian side of the border went on.", "RU"),
        ("Russia said its cruiser Moskva fired missiles in the Black Sea.", "RU"),
        ("Despite Moscow's denials, the build-up of troops near Poland continued.", "RU"),
        ("Putin spoke of a possible deployment of U.N. peacekeepers in Donbas.", "UN"),
        ("Ostmark sent 500 soldiers to Mali.", None),
        ("Storm Holt hit the army base near Riga.", None),
        ("The President authorized the deployment of 400 troops to Latvia.", None),
        ("Norway decided on Thursday to send eight howitzers to Latvia.", "NO"),
    ],
)
def test_the_holder_is_who_acts(sentence: str, holder: str | None) -> None:
    """Pronouns, agents and whom a reproach is made to; who is struck does not act."""
    assert [a.holder for a in activities(sentence)] == [holder]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Russia enlarged the drills that it runs near Norway.", "near Norway"),
        ("Poland massed 400 tanks near the border with Belarus.", "near the border with Belarus"),
        ("Poland stationed a brigade outside Warsaw.", "outside Warsaw"),
        ("Poland moved its tanks close to the border.", "close to the border"),
        ("Norwegian ships sailed off Latvia.", "off Latvia"),
        ("Drones struck a depot in the border zone.", "the border zone"),
        ("Russian missiles hit Karvetska on Monday.", "Karvetska"),
        ("Russian troops shelled Vyshne again.", "Vyshne"),
        ("Drones struck the hospital.", "the hospital"),
        ("A salvo of rockets hit the airport.", "the airport"),
        ("The flood of missiles hit the airport.", "the airport"),
        ("Saboteurs destroyed the bridge.", "the bridge"),
        ("Russian fire destroyed the bridge.", "the bridge"),
        ("Britain withdrew its troops from the country.", "the country"),
        ("Poland shifted two brigades within Europe to Latvia.", "Latvia"),
        ("Russian troops took control of the airport.", "the airport"),
        ("The town of Kharkiv is under attack.", "The town of Kharkiv"),
        ("Russia launched a military operation to defend the Donbass republics.", "the Donbass republics"),
        ("Britain is expanding its military presence in the gulf.", "the gulf"),
        ("Russia held military drills that officials in Norway criticised.", None),
        ("Russia deployed launchers in the immediate vicinity of the border.", "the immediate vicinity of the border"),
    ],
)
def test_the_place_is_the_locative_phrase_of_what_happens(sentence: str, place: str | None) -> None:
    """Also one of a clause about it, but not where others speak of it."""
    assert [a.place for a in activities(sentence)] == [place]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Russian tanks shelled the port. Jets bombed the airport.", "RU"),
        ("Russia sent tanks over the border, and Poland sent troops to Latvia. Jets bombed the airport.", None),
        ("Russia sent tanks over the border. Jets bombed Russia's airport.", None),
        ("Russia sent tanks over the border. The premier met the envoy of Norway. Jets bombed the airport.", None),
    ],
)
def test_a_text_goes_on_about_one_side(text: str, holder: str | None) -> None:
    """Bare forces right behind those of one side are that side's; of two, or against it, nobody's."""
    assert activities(text)[-1].holder == holder


@pytest.mark.parametrize("who", ["occupiers", "enemy", "aggressor"])
def test_the_enemy_is_whose_aggression_the_text_tells_of(who: str) -> None:
    """In the words of a state's own office, where the text names one other state's invasion."""
    text = f"Russia's armed aggression against Ukraine goes on. On Monday the {who} shelled the port."
    article = an_article(text, published="2022-05-30", outlet="President of Ukraine (president.gov.ua)")
    assert list(read_article(article, strict=True).of(Activity))[-1].holder == "RU"


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Rescuers work at the site of the bombing by the enemy.", [None]),
        ("Thousands have fled since the beginning of the full-scale invasion.", ["RU"]),
        ("Missile strikes on our cities do not stop.", [None]),
        ("Fierce battles go on in the valley.", []),
        ("Another week of the full-scale invasion of Russia is over.", ["RU"]),
        ("Farmers sow again in the second year of the full-scale invasion of Russia.", ["RU"]),
    ],
)
def test_the_record_tells_who_invades_the_one_who_speaks(sentence: str, holders: list[str | None]) -> None:
    """Where the text names nobody; who tells of strikes is not who strikes."""
    article = an_article(sentence, published="2022-05-30", outlet="President of Ukraine (president.gov.ua)")
    assert [a.holder for a in read_article(article, strict=True).of(Activity)] == holders


def test_nobody_strikes_himself() -> None:
    """Whom it befalls does not do it, whoever else the sentence names."""
    found = activities("Norway lashed out at Poland for having shot down a Russian bomber.")
    assert [a.holder for a in found if a.holder in {"RU", "NO"}] == []


def test_the_special_military_operation_is_the_invaders() -> None:
    """In its own words."""
    for sentence in (
        "Russia said: “The special military operation in Ukraine goes on.”",
        "Putin told Macron that the special military operation in Ukraine goes on.",
    ):
        (found,) = activities(sentence, "2022-05-30")
        assert found.holder == "RU"


def test_an_invasion_of_the_invader_is_its_own() -> None:
    """ "The invasion of Russia" while the record has Russia invading; it names no place."""
    (found,) = activities("The full-scale invasion of Russia changed all.", "2022-05-30")
    assert (found.holder, found.place) == ("RU", None)


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("Norway cancelled its military exercises in the north.", ()),
        ("Trump agreed to cancel joint military exercises with South Korea.", ("KR",)),
    ],
)
def test_drills_that_are_called_off_are_told_as_such(sentence: str, partners: tuple[str, ...]) -> None:
    """They do not take place, and are no event."""
    (found,) = activities(sentence)
    assert (found.state, found.flags, found.partners) == ("cancelled", ("negated",), partners)


@pytest.mark.parametrize(
    "sentence",
    [
        "The guarantees would rule out the deployment of missiles in Poland.",
        "Russia struck a deal with Poland on grain.",
        "Poland will know more when Russia withdraws its troops.",
        "Poland's intervention in the election drew protests.",
        "Norway may help by providing rockets to Poland.",
        "Poland is not ready to withdraw its troops.",
        "No country is willing to deploy troops to Latvia.",
        "Will Russia's attack on Kyiv ever come?",
        "If Warsaw is under attack, Poland will act.",
        "Warsaw could be under attack.",
        "The premier launched a trade war against Norway.",
        "Poland promised to end the occupation of Crimea.",
        "Poland denied that it had cancelled the military drills.",
        "Germany rejected the stationing of missiles in Poland.",
        "Police opened fire on protesters in Minsk.",
        "A holiday plane landed in Minsk.",
        "The trial of the missile engineer began in Moscow.",
        "Most voters support deploying troops to Syria.",
        "Russia announced a moratorium on the deployment of missiles.",
        "The senator captured Florida by about 70,000 votes.",
        "NATO halted its military exercises in the Baltics.",
        "Poland thanked the bank for its assistance to Ukraine.",
        "A helicopter with a banner flew by.",
        "Norway promised that a system of fuel supply will be provided to Ukraine.",
        "Paris left the ship after a quarrel.",
        "Moscow insists that all American forces be withdrawn from Poland.",
        "Iraq demanded that the United States withdraw its troops.",
        "Russia demands that NATO not deploy missiles in Latvia.",
        "Poland promised not to deploy missiles in the north.",
        "Had I not pulled those troops out of Iraq, we would have to send more.",
        "Germany has historically not sent weapons to Latvia.",
        "A Russian attack on Latvia is still very much a possibility.",
        "If Russia commits this breach by invading Latvia, NATO will act.",
        "The sanctions are an effort to deter a Russian invasion of Latvia.",
        "The drills are a precursor to a Russian invasion of Latvia.",
        "Moscow fakes incidents to justify a Russian attack on Latvia.",
        "NATO is prepared to respond to Russian aggression against Latvia.",
        "NATO agreed on steps in the aftermath of a Russian incursion into Latvia.",
        "The leaders committed to deter Russian aggression against Latvia.",
        "Berg described a nightmare scenario where Putin invades Latvia.",
        "A Russian invasion of Latvia would lead to sanctions.",
        "A Russian invasion of Latvia is not imminent.",
        "The firms pulled out of Belarus.",
        "Russia does not keep 400 soldiers in Latvia.",
        "If Russia keeps 400 soldiers in Latvia, Norway will object.",
        "Russia must not keep 400 soldiers in Latvia.",
        "Putin called up his troops on the phone.",
        "The missile hit its target in the test, Norway's defence ministry said.",
        "Franco occupied the position of chairman.",
        "Norway occupies an uneasy position between the blocs.",
        "The assets of the bank were seized by the United States.",
        "The Justice Department assembled a task force on graft.",
        "The president visited a weapons testing base in Norway.",
        "It is a war crime to attack a hospital.",
        "An armed attack on one is an attack on all.",
        "Germany put off the deployment of tanks to Latvia.",
        "Germany did not put off sending tanks to Latvia.",
        "Germany may put off sending tanks to Latvia.",
        "Neither side would agree to withdraw its troops from Latvia.",
        "No country would promise to send troops to Latvia.",
        "Norway's military exercises are not expected to begin before May.",
    ],
)
def test_what_is_ruled_out_awaited_or_no_force_is_no_activity(sentence: str) -> None:
    """Demands, conditions of time and figures of speech."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Syria destroyed all of its declared chemical weapons.", "withdrawal"),
        ("Russia destroyed 2,000 missiles under the treaty.", "withdrawal"),
        ("Poland destroyed 40 Russian tanks near Minsk.", "use of force"),
        ("Poland keeps 1,000 troops in Mali.", "build-up"),
        ("Russia destroyed our weapons, a Polish officer said.", "use of force"),
        ("Polish jets destroyed its declared chemical weapons in Belarus.", "use of force"),
        ("Poland struck a target in Belarus after training in Britain.", "use of force"),
        ("Poland captured a Russian position near Minsk.", "use of force"),
        ("Fighters seized power in Minsk.", "use of force"),
        ("Russia condemned Poland's attack on one of its bases in Belarus.", "use of force"),
        ("Poland said it is to send 40 tanks to Latvia.", "deployment"),
        ("Poland called up 5,000 reservists.", "build-up"),
    ],
)
def test_own_arms_are_given_up_or_kept(sentence: str, what: str) -> None:
    """Disarmament is no violence, and what stays is not withdrawn."""
    assert [a.what for a in activities(sentence)] == [what]


@pytest.mark.parametrize(
    "sentence",
    [
        "Refugees fled a Russian invasion of Ukraine.",
        "Ukrainians are fighting a Russian invasion of their country.",
        "A Russian attack on the port of Odessa threatens exports of grain.",
        "The envoys fear a famine after a Russian attack on Odessa.",
        "A Russian attack on Odessa could amount to a war crime.",
        "Russian bombing of the town may have destroyed the theatre.",
        "Ukrainian forces resisted a Russian assault on Odessa for weeks.",
        "The sanctions failed to deter Russian aggression against Ukraine.",
        "Russia's invasion of Ukraine is a threat to peace.",
        "Russia's invasion of Ukraine delayed the summit.",
    ],
)
def test_what_is_fought_or_fled_has_happened(sentence: str) -> None:
    """An indefinite attack is only feared where the words fear or forestall it."""
    assert [(a.what, a.holder, a.flags) for a in activities(sentence, "2022-05-10")] == [("use of force", "RU", ())]


def test_missile_strikes_test_nothing() -> None:
    """What is launched there is a strike."""
    assert {a.what for a in activities("Russian forces launched missile strikes on Odessa.")} == {"use of force"}


def test_what_is_struck_is_no_force() -> None:
    """Of a passive the subject is the target."""
    (found,) = activities("The critical infrastructure of Odessa was destroyed.")
    assert found.force is None


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The envoy said on Monday Velmark will move troops to the border.", None, None),
        ("The Russian exercise in Belarus runs until Feb. 20.", None, "2022-02-20"),
        ("The Russian exercises in Belarus, which run through Feb. 20, alarmed Poland.", None, "2022-02-20"),
        ("Russia will hold military exercises in Belarus from 10 to 20 February.", "2022-02-10", "2022-02-20"),
        ("The military exercises of Norway were held on November 18-19.", "2021-11-18", "2021-11-19"),
        ("Russian military drills in Belarus are due to run from Feb. 10.", "2022-02-10", None),
        ("Russia has 90,000 troops stationed at the border, up from 8,000 in June.", None, None),
        ("As of 1 September Russia had deployed 40 battalions near the border.", None, None),
        ("Russia deployed 40 battalions near the border on 1 September.", "2021-09-01", None),
        ("Three years ago this week Russian ships seized boats near Kerch.", "2019", None),
        ("NATO's military drills in Latvia were put off until May.", None, None),
        ("It was not until 1994 that Russian troops withdrew from Latvia.", "1994", None),
        ("Poland will deploy tanks in Latvia as of 1 May.", "2022-05-01", None),
        ("Russia doubled its troops near the border, up from 4,000 in May, on Monday.", "2022-01-03", None),
    ],
)
def test_when_it_starts_and_ends(sentence: str, start: str | None, end: str | None) -> None:
    """A day until which it lasts is no start, nor is one that a number is only compared with."""
    (found,) = activities(sentence)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "what", "holder", "state"),
    [
        ("About 650 Norwegian soldiers serve in Latvia.", "deployment", "NO", "under way"),
        ("Norwegian forces operate from Keflavik.", "deployment", "NO", "under way"),
        ("Norwegian soldiers have been in Haiti since June.", "deployment", "NO", "under way"),
        ("Thousands of Norwegian soldiers are still in eastern Congo.", "deployment", "NO", "under way"),
        ("Norway, with about 800 soldiers in Kabul, will be true to its word.", "deployment", "NO", "under way"),
        ("Norway has 1,500 troops in Chad and some 900 in Latvia.", "build-up", "NO", "under way"),
        ("Norway, which has 1,500 troops in Chad, urged calm.", "build-up", "NO", "under way"),
        ("Norway keeps a peacekeeping contingent in the region.", "build-up", "NO", "under way"),
        ("Norway has 4,500 soldiers on standby in the port of Oslo.", "build-up", "NO", "under way"),
        ("Norwegian soldiers are guarding the airport in Bangui.", "deployment", "NO", "under way"),
        ("A Norwegian rifle brigade is quartered in Riga.", "deployment", "NO", "under way"),
        ("Norway posted two destroyers in the Baltic Sea.", "deployment", "NO", "done"),
        ("Norway has installed rocket launchers on Crete.", "deployment", "NO", "done"),
        ("Norway flew in two more brigades last week.", "deployment", "NO", "done"),
        ("Norway has since brought up armour around Sarn.", "build-up", "NO", "done"),
        ("Norway is reinforcing its positions along the Danube river.", "build-up", "NO", "under way"),
    ],
)
def test_forces_stand_and_are_brought_somewhere(sentence: str, what: str, holder: str, state: str) -> None:
    """Told with verbs of standing, of bringing and of setting up."""
    assert (what, holder, state) in [(a.what, a.holder, a.state) for a in activities(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The soldiers stayed in a hotel in Paris during the tournament.",
        "The Dallas Cowboys have a tank of talent in Texas.",
        "The fleet of buses operates from Hamburg.",
        "The tanks are in a museum in Berlin.",
        "Cruise ships remain in Venice.",
        "Norwegian troops may remain in Iraq for years.",
        "Norwegian troops are no longer in Iraq.",
        "If Norwegian troops remain in Iraq, the vote will be lost.",
        "Norway does not have a brigade in Latvia.",
        "Norway has an industrial base in Thailand.",
        "Norway will have a base in Latvia.",
        "Does Norway have a base in Latvia?",
        "The museum installed a rocket in Houston.",
        "The artist placed a bomb in Paris.",
        "The bank rushed troops of lawyers to London.",
        "Supermarkets rushed reinforcements of flour to Berlin.",
        "The coach brought up reinforcements from the reserve team.",
        "The envoy brought up tanks for Latvia at the talks.",
        "The fund bolstered its brigade of analysts.",
    ],
)
def test_who_only_stays_or_has_is_no_force(sentence: str) -> None:
    """Buses, museums, lawyers; what may be, is asked or is denied of a base."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("A Norwegian patrol plane circled the ship for eight minutes.", "NO"),
        ("Two Norwegian F-16s closed in on it from behind.", "NO"),
        ("A Norwegian F-16 buzzed a Swedish surveillance plane over the Baltic.", "NO"),
        ("A Norwegian patrol plane made a low pass over the destroyer.", "NO"),
        ("Riga protests low pass by Norwegian patrol plane", "NO"),
        ("Latvia protested at hazardous intercepts by Norwegian fighter jets.", "NO"),
        ("The freighter was escorted by three Norwegian warships.", "NO"),
        ("A Norwegian frigate trailed the Latvian survey ship for two days.", "NO"),
        ("Norwegian patrol boats entered Latvian waters on Monday.", "NO"),
        ("Norwegian warplanes crossed the median line of the Taiwan Strait.", "NO"),
        ("Norwegian warships loitered off the island's east coast.", "NO"),
        ("The Norwegian aircraft carrier Sarn left port for the Arabian Sea.", "NO"),
        ("A Norwegian frigate set sail for the Red Sea.", "NO"),
        ("Norwegian patrol boats continued to operate south of Sarn.", "NO"),
        ("Norwegian drones were spotted over Riga.", "NO"),
        ("Latvia accused Norwegian fighter jets of intercepting two of its passenger planes.", "NO"),
    ],
)
def test_what_warships_and_aircraft_do(sentence: str, holder: str) -> None:
    """Patrols, pursuits and crossings are flights."""
    assert ("flight", holder) in [(a.what, a.holder) for a in activities(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plane circled the airport in Paris before landing.",
        "A helicopter hovered over the stadium in Madrid.",
        "A rescue boat left Malta for Tripoli.",
        "The cruise ship sailed for Bergen.",
        "The tanker anchored in the bay.",
        "A fishing boat approached the yacht.",
        "The striker missed a low pass.",
        "Warplanes are seen as costly.",
        "Greek frigates could enter the waters of Libya.",
        "Officials face off over drones.",
    ],
)
def test_civil_craft_and_plays_are_no_flights(sentence: str) -> None:
    """What civil planes and boats do, and what only may be done."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("It was the Norwegian side that opened fire first, Riga said.", "NO"),
        ("Norwegian and Latvian troops exchanged fire along the river.", "LV"),
        ("Norwegian soldiers clashed with Latvian troops near Sarn.", "LV"),
        ("Heavy exchanges of fire along the frontier went on.", None),
        ("Norwegian troops lobbed shells into the village of Sarn.", "NO"),
        ("Norwegian rockets crashed into a hospital in Riga.", "NO"),
        ("Rebel boats sank a patrol craft off Sarn.", None),
        ("Norwegian militias laid waste to Riga.", "NO"),
        ("Norwegian jets levelled an apartment tower in Riga.", "NO"),
        ("Norwegian shells slammed into a hotel in Riga.", "NO"),
        ("A Norwegian drone crashed into a house in Latvia.", "NO"),
        ("Norwegian soldiers torched a village near Riga.", "NO"),
        ("Norwegian guns fired some 400 shells into the temple's surroundings.", None),
    ],
)
def test_fire_and_havoc(sentence: str, holder: str | None) -> None:
    """Told in everyday words, by forces; both sides of a clash."""
    assert ("use of force", holder) in [(a.what, a.holder) for a in activities(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police opened fire on protesters in Lagos.",
        "Germany opened fire on the plan.",
        "Police and gunmen exchanged fire in Marseille.",
        "The candidates traded fire over taxes.",
        "The tank fire at the refinery spread.",
        "Clashes between police and protesters hurt 20.",
        "Soldiers clashed with protesters in Cairo.",
        "The coach trained his sights on Madrid.",
        "Protesters hurled petrol bombs at the embassy in Prague.",
        "A plane crashed into a village in Nepal.",
        "The rocket crashed into the desert.",
        "A gas explosion tore through a barracks kitchen.",
        "The storm sank three boats.",
        "A helicopter crash killed three soldiers.",
        "A landslide killed three soldiers.",
        "The army sacked the officer in the capital.",
        "The state demolished the village to build a dam.",
        "Critics levelled charges at the army.",
        "Troops marched in a parade in Warsaw.",
        "Norwegian soldiers advanced to the final in Paris.",
        "Norwegian troops could march into Riga.",
    ],
)
def test_accidents_politics_and_police_are_no_use_of_force(sentence: str) -> None:
    """What only sounds like war, and war that only may come."""
    assert [a for a in activities(sentence) if a.what == "use of force"] == []


@pytest.mark.parametrize(
    ("sentence", "what", "holder"),
    [
        ("Norway set off a nuclear device.", "test", "NO"),
        ("Norway carried out trials of a tank in Tibet.", "test", "NO"),
        ("Norway has donated two patrol boats to Fiji.", "transfer", "NO"),
        ("Norway gave Latvia ten patrol vessels.", "transfer", "NO"),
        ("Norway handed three warplanes to Sudan.", "transfer", "NO"),
        ("Norwegian soldiers were sent home from Niger.", "withdrawal", "NO"),
        ("Norway pulled its troops from Niger.", "withdrawal", "NO"),
        ("Norwegian troops quit Niger.", "withdrawal", "NO"),
        ("Norway has recalled its warship from the Black Sea.", "withdrawal", "NO"),
        ("Norway removed its missiles from the island.", "withdrawal", "NO"),
        ("Some 300 rebels gave their rifles to United Nations observers.", "withdrawal", None),
    ],
)
def test_tests_gifts_and_returns(sentence: str, what: str, holder: str | None) -> None:
    """Arms that are tried, given to another or laid down, and troops that go home."""
    assert (what, holder) in [(a.what, a.holder) for a in activities(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ford recalled 40,000 vehicles in Germany.",
        "The army brought home three medals from the games in Paris.",
        "Rescuers pulled a tank truck from the river.",
        "Gun owners in Norway handed in their rifles.",
        "The rebels must lay down their arms.",
        "Norway closed its airspace.",
        "The soldiers quit the party in Warsaw.",
        "The Norwegian army trained 400 recruits.",
        "The device set off an alarm at a nuclear plant in Iran.",
        "Norway may set off a nuclear device.",
        "Norway may give Latvia three patrol boats.",
        "They fear that Norway will put missiles in Latvia if Riga joins.",
        "The quarry blast damaged homes near a nuclear plant.",
    ],
)
def test_recalls_amnesties_and_alarms_are_no_activities(sentence: str) -> None:
    """What is recalled, handed in, closed or set off in plain life."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian troops are not in Latvia.",
        "Neither Norwegian nor Danish soldiers are in Mali.",
        "Almost no Norwegian soldiers remain in Chad.",
        "Reports that Norwegian troops operate from Mali are unconfirmed.",
        "As long as Norwegian soldiers are in Chad, there is no truce.",
        "Norwegian soldiers are in hospital in Riga.",
        "Norwegian soldiers were in Paris for a wedding.",
        "Oslo denied a low pass by its F-16 over the destroyer.",
        "Latvia fears an interception by Norwegian fighter jets.",
        "Latvia opposes the installation of Norwegian missiles.",
        "Nobody believes that Norwegian warships loitered off Riga.",
        "In the opera, Norwegian soldiers torch a village near Riga.",
        "It is a lie that a Norwegian frigate trailed the trawler.",
        "A Norwegian jet circled Oslo because of fog.",
        "The Norwegian navy lingered in second place.",
        "A red Corvette cruised through Riga.",
        "Norwegian soldiers pulled two soldiers from the rubble in Riga.",
        "Veterans recalled the soldiers who fell in Latvia.",
        "Norway closed its base in Riga to visitors.",
        "Norway has a base of loyal fans in Spain.",
        "Hobbyists sold toy gunboats to Latvia.",
        "Norway trained 40 Latvian pilots for its airline.",
    ],
)
def test_what_is_denied_feared_or_played_is_no_activity(sentence: str) -> None:
    """Nor what stands at home, is civil, or comes to mind."""
    assert activities(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian soldiers marched into Oslo for the parade.",
        "Norway and Latvia traded fire over tariffs.",
        "Norway returned fire at Latvia in the row over wine.",
        "Norwegian gunners trained guns on a paper village.",
        "Drunken soldiers looted a shop in Oslo.",
        "Norwegian troops levelled the ground for a hospital in Oslo.",
        "A car bomb ripped through a bus in Oslo.",
        "A firework rocket crashed into a house in Oslo.",
        "Clashes between soldiers and fans in Oslo left four hurt.",
        "A rocket fire at the factory in Oslo hurt three workers.",
        "Norway threatened attacks on tankers by its gunboats.",
    ],
)
def test_parades_crime_and_rows_are_no_use_of_force(sentence: str) -> None:
    """Force is what troops of a state do to another."""
    assert [a for a in activities(sentence) if a.what == "use of force"] == []


def test_craft_are_whose_navy_or_pilots_have_them() -> None:
    """And not whose who built them."""
    assert [a.holder for a in activities("A Norwegian corvette of the Latvian navy docked in Gdansk.")] == ["LV"]
    assert activities("Norwegian F-16s flown by Latvian pilots circled the frigate.") == []
