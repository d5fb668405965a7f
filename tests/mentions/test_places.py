"""Places: which words name one, which place is meant, and whether it is the place or its government that is named."""

from pathlib import Path

import pytest

from factories import parsed
from onrecord.mentions import gazetteer as reader
from onrecord.mentions import places as stage
from onrecord.mentions.gazetteer import gazetteer
from onrecord.mentions.places import find_places
from onrecord.model import Place

built = pytest.mark.skipif(not gazetteer().complete, reason="the gazetteer was not built: python hatch_build.py")


def places(text: str, *, outlet: str | None = None) -> list[Place]:
    """The places of a text."""
    article, _, doc = parsed(text, outlet=outlet)
    return find_places(doc, article)


def found(text: str) -> dict[str, Place]:
    """The places of a text by their words."""
    return {p.spans[0].text: p for p in places(text)}


@built
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys met in Geneva on Monday.", ["Geneva"]),
        ("The ships left the Black Sea through the Bosphorus.", ["Black Sea", "Bosphorus"]),
        ("The missile site at Redzikowo is being built.", ["Redzikowo"]),
        ("Units trained near the Suwalki Gap in eastern Poland.", ["Suwalki Gap", "Poland"]),
        ("The dispute over Crimea goes on.", ["Crimea"]),
        ("Talks on U.S.-Russia relations resumed.", ["U.S.", "Russia"]),
        ("Delegations flew to Minsk, Belarus, and to Vienna.", ["Minsk", "Belarus", "Vienna"]),
        ("Fighting spread to Walker County, officials said.", ["Walker County"]),
        ("Barrow and Jackson counties voted in Georgia.", ["Barrow", "Jackson", "Georgia"]),
        ("Paris Hilton arrived late.", []),
        ("The Washington Post reported it first.", []),
        ("Bank of America raised its forecast.", []),
        ("She studied at the University of Idaho.", []),
        ("NATO and the OSCE will meet.", []),
        ("The Organization for Security and Cooperation in Europe met in Vienna.", ["Vienna"]),
        ("Russian and Ukrainian officials met.", []),
        ("He worked for The Moscow Times.", []),
        ("It tells us nothing.", []),
        ("", []),
    ],
)
def test_recognises(text: str, expected: list[str]) -> None:
    """Names of places, and not of persons, papers, banks, alliances or peoples."""
    assert [p.spans[0].text for p in places(text)] == expected


@built
@pytest.mark.parametrize(
    ("text", "words", "geonameid"),
    [
        ("The summit in Moscow ended early, the Kremlin said.", "Moscow", 524901),
        ("Fire crews came from Moscow, Idaho, on Friday.", "Moscow", 5601538),
        ("The court in Paris, Texas, heard the case.", "Paris", 4717560),
        ("France held its breath as Paris and Lyon voted.", "Paris", 2988507),
        ("Georgia and Armenia sent envoys to Azerbaijan and Turkey.", "Georgia", 614540),
        ("Voters in Atlanta and Savannah decided the race in Georgia.", "Georgia", 4197000),
        ("Washington and Moscow traded accusations.", "Washington", 4140963),
        ("Seattle and Tacoma are the largest cities of Washington state.", "Washington", 5815135),
        ("Portland, Ore., and Salem were hit. Portland lost power.", "Portland", 5746545),
        ("The troops crossed Idlib on the way to Aleppo in Syria.", "Aleppo", 170063),
        ("Kiev rejected the plan.", "Kiev", 703448),
    ],
)
def test_resolves(text: str, words: str, geonameid: int) -> None:
    """What stands beside a name, and the places around it, decide which one is meant."""
    assert found(text)[words].geonameid == geonameid


@built
@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Russia and Ukraine met in Minsk. The envoys had stopped in Lavra on the way.", "Lavra", None),
        ("Portugal and Ukraine met in Lisbon. The envoys had stopped in Lavra on the way.", "Lavra", "PT"),
        ("Ukraine met the Portuguese envoy in Minsk. He had stopped in Lavra on the way.", "Lavra", "PT"),
        ("Britain blamed Russia for the attack in Salisbury, near London.", "Salisbury", "GB"),
        ("Zambia and Zimbabwe met in Salisbury, as the city was called.", "Salisbury", "ZW"),
        ("Russia and Ukraine met in Cannes.", "Cannes", "FR"),
    ],
)
def test_small_places_of_states_that_nothing_speaks_of(text: str, words: str, country: str | None) -> None:
    """A small place counts only where its state is spoken of; so does a former name that others bear."""
    assert found(text)[words].country == country


@built
def test_one_sense_an_article() -> None:
    """A name means the same place throughout, where the text says it once."""
    text = "The mayor of Athens, Ohio, spoke first. Later Athens approved the budget. Athens will vote in May."
    assert [p.geonameid for p in places(text) if p.spans[0].text == "Athens"] == [4505542] * 3


@built
def test_outlet_tells_where_it_writes_from() -> None:
    """The place in the outlet's name counts as one more place around."""
    text = "A fire closed the bridge in Springfield on Sunday."
    assert places(text, outlet="The Missouri Ledger")[0].country == "US"


@pytest.mark.parametrize(
    ("words", "country"),
    [("Crimea", "UA/RU"), ("Kosovo", "XK/RS"), ("Taiwan", "TW/CN"), ("Golan Heights", "SY/IL"), ("Ukraine", "UA")],
)
def test_disputed_territory_is_stated(words: str, country: str) -> None:
    """All claims are given, and none is settled."""
    assert found(f"Observers arrived in the {words} region in {words} today.")[words].country == country


@built
def test_alternatives_are_kept() -> None:
    """What else the name may mean stays with the find."""
    place = found("He was born in Paris in 1950.")["Paris"]
    assert any("Texas, US (4717560)" in other for other in place.alternatives)


@built
def test_unresolved_stays_unresolved() -> None:
    """A place that no gazetteer knows has no coordinates."""
    unknown = [p for p in places("Three people drowned in Ostmarkville, the coast guard said.") if p.name is None]
    assert unknown
    assert all(p.lat is None and p.geonameid is None and p.flags == ("unresolved",) for p in unknown)


@pytest.mark.parametrize(
    ("text", "words", "reading"),
    [
        ("Moscow complained of the missile sites.", "Moscow", "government"),
        ("Russia said it would answer in kind.", "Russia", "government"),
        ("They accused Moscow of bad faith.", "Moscow", "government"),
        ("Allies urged Washington to reply.", "Washington", "government"),
        ("Moscow's demands were rejected.", "Moscow", "government"),
        ("Tensions between Moscow and Kyiv rose.", "Kyiv", "government"),
        ("The sanctions against Moscow will stay.", "Moscow", "government"),
        ("Moscow officials denied it.", "Moscow", "government"),
        ("Kyiv and Moscow rejected the offer.", "Moscow", "government"),
        ("U.S.-Russia relations are at a low.", "Russia", "government"),
        ("Finland is ready to host the talks.", "Finland", "government"),
        ("The bill would change U.S. policy.", "U.S.", "government"),
        ("He feared China's alignment with Russia.", "Russia", "government"),
        ("I would refer you to Russia for that.", "Russia", "government"),
        ("Finland is no ally of Russia.", "Russia", "government"),
        ("He said that U.S. allies were late.", "U.S.", "government"),
        ("She was named United States Attorney for the district.", "United States", "government"),
        ("They met the European Union and Russia on Friday.", "Russia", "government"),
        ("The Helsinki summit was short.", "Helsinki", "place"),
        ("The Finland meeting was short.", "Finland", "place"),
        ("LONDON — The envoy said on Friday that he would resign.", "LONDON", "place"),
        ("Talks in Moscow ended early.", "Moscow", "place"),
        ("He flew from Moscow to Berlin.", "Moscow", "place"),
        ("Moscow is the largest city of the region.", "Moscow", "place"),
        ("Troops massed near Ukraine in spring.", "Ukraine", "place"),
        ("Moscow's streets were empty.", "Moscow", "place"),
        ("The trains between Moscow and Kyiv were full.", "Moscow", "place"),
        ("Protesters gathered across Europe.", "Europe", "place"),
    ],
)
def test_reads_place_or_government(text: str, words: str, reading: str) -> None:
    """What acts, is addressed or owns a position is a government; where things happen is a place."""
    if words in {"Moscow", "Kyiv", "Washington", "Helsinki", "LONDON"} and not gazetteer().complete:
        pytest.skip("the gazetteer was not built: python hatch_build.py")
    assert found(text)[words].reading == reading


def test_without_the_file_states_are_still_placed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An absent gazetteer costs coordinates, never an exception."""
    monkeypatch.setattr(reader, "data_file", lambda name: tmp_path / name)
    opened = reader.gazetteer.__wrapped__()
    monkeypatch.setattr(stage, "gazetteer", lambda: opened)
    by_words = found("Envoys from Finland met in Helsinki near the Baltic Sea.")
    assert by_words["Finland"].lat == 64
    assert by_words["Baltic Sea"].feature == "water"
    assert by_words["Helsinki"].lat is None
    assert "unresolved" in by_words["Helsinki"].flags


def test_long_line_takes_linear_time() -> None:
    """Thousands of names in one line are read."""
    text = "Moscow, Kyiv, Minsk, Paris, " * 400
    assert len(places(text)) > 1000
