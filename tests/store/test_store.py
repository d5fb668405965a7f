"""What a store keeps, and that keeping twice changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from factories import a_reading, an_actor, an_article, an_attribution
from onrecord.model import Article, Published, Reading, Zone, cut
from onrecord.model.errors import LineGone, NotInStore
from onrecord.store import Store, open_store

TALKS = "Ana Kovar said the talks over the Telle would go on. Varenia agreed."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "talks.db", create=True) as opened:
        yield opened


def dump(store: Store) -> list[object]:
    """Every row of every table."""
    with store.connected() as connection:
        names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        return [connection.execute(text(f"SELECT * FROM {name}")).all() for name in sorted(names)]


def talks(words: str = TALKS, *, published: str | None = "2024-03-08", **changes: object) -> Reading:
    article = msgspec.structs.replace(an_article(words, published=published), **changes)
    said = an_attribution(article, "Ana Kovar", "said", "the talks over the Telle would go on")
    return a_reading(article, said, an_actor(article, "Varenia"))


def ids(store: Store, **when: str | None) -> list[str]:
    return [info.name for info in store.articles(**when)]


def test_gives_back_what_was_added(store: Store) -> None:
    """A reading comes back equal, zones, quotations, bytes and all."""
    source = an_article(f"THE HARBOUR COURIER\n\n{TALKS} “We stay.”", published="2024-03-08T09:00:00+01:00")
    source = msgspec.structs.replace(
        source,
        raw=b"<p>\xe9</p>",
        media_type="text/html",
        byline="By Ana Writer",
        zones=(Zone("masthead", cut(source.text, 0, 19)),),
    )
    reading = a_reading(source, an_actor(source, "Varenia"))
    assert store.add(reading) == "added"
    assert store.reading(source.id) == reading
    assert store.article("article") == source
    assert store.layout(source.id[:5]) == reading.layout
    assert [e.find for e in store.entries()] == list(reading.finds)


def test_adding_twice_changes_nothing(store: Store) -> None:
    """Not a single value in any table is another one."""
    store.add(talks())
    before = dump(store)
    assert store.add(talks()) == "unchanged"
    assert store.add(talks(name="copy", path="elsewhere.txt")) == "unchanged"
    assert dump(store) == before


def test_other_finds_replace_the_old_ones(store: Store) -> None:
    """New rules, another date or another version write the article anew, under its first name."""
    reading = talks()
    store.add(reading)
    assert store.add(msgspec.structs.replace(reading, finds=reading.finds[:1])) == "replaced"
    assert len(list(store.entries())) == 1
    dated = msgspec.structs.replace(reading.article, published=Published("2024-03-09"), name="other")
    assert store.add(msgspec.structs.replace(reading, article=dated)) == "replaced"
    assert [(e.find.article, e.article.published) for e in store.entries()] == [("article", "2024-03-09")] * 2
    assert list(store.problems()) == []


def test_a_stated_date_stands(store: Store) -> None:
    """What an input says of itself does not count any more, until somebody states another date."""

    def dated(published: Published | None) -> Published | None:
        return store.known(msgspec.structs.replace(talks().article, published=published)).published

    own, stated, newer = (
        Published("2024-03-08T09:00:00Z", "meta"),
        Published("2024-03-09+03:00"),
        Published("2024-03-10"),
    )
    assert [dated(p) for p in (None, own, newer)] == [None, own, newer]
    store.add(talks(published=None))
    assert [dated(p) for p in (None, own, newer)] == [None, own, newer]
    store.date(msgspec.structs.replace(talks(), article=msgspec.structs.replace(talks().article, published=stated)))
    assert [dated(p) for p in (None, own, newer)] == [stated, stated, newer]
    assert store.add(talks(published=None)) == "unchanged", "read before the date was stated, kept after it"
    assert store.article("article").published == stated
    store.date(talks(published=None), because="nobody knows")
    assert [dated(p) for p in (None, own, newer)] == [None, None, newer]
    assert list(store.problems()) == []


def test_every_date_is_kept(store: Store) -> None:
    """One row for each new date, origin or reason, and none for what was known."""
    source = talks(published=None)

    def on(published: Published | None) -> Reading:
        return msgspec.structs.replace(source, article=msgspec.structs.replace(source.article, published=published))

    store.add(source)
    store.add(on(Published("2024-03-08", "meta")))
    store.add(on(Published("2024-03-08", "meta")))
    store.date(on(Published("2024-03-08")), because="a report")
    store.date(on(Published("2024-03-08")))
    store.add(on(Published("2024-03-08")))
    store.date(on(Published("2024-03-09", "copy")), copy="0123456789abcdef")
    assert store.from_copies() == {source.article.id: "0123456789abcdef"}
    store.date(on(None))
    store.add(on(None))
    assert [(d.published, d.origin, d.because, d.copy) for d in store.datings("article")] == [
        ("2024-03-08", "meta", None, None),
        ("2024-03-08", "given", "a report", None),
        ("2024-03-09", "copy", None, "0123456789abcdef"),
        (None, "given", None, None),
    ]
    assert store.from_copies() == {}
    assert list(store.problems()) == []
    store.forget("article")
    assert list(store.problems()) == []


def test_ids_lead_to_the_lines_in_their_place(store: Store) -> None:
    """Over several readings, and back; a line without an heir of its kind is said to be gone."""
    source = an_article(TALKS)
    wide = an_attribution(source, "Ana Kovar", "said", "the talks over the Telle would go on")
    short = an_attribution(source, "Ana Kovar", "said", "the talks over the Telle")
    shorter = an_attribution(source, "Ana Kovar", "said", "the talks")
    readings = [a_reading(source, find, an_actor(source, "Varenia")) for find in (wide, short, shorter)]
    ids = [next(f.id for f in r.finds if f.kind == "attribution") for r in readings]
    for at in (0, 1, 2, 0):
        store.add(readings[at])
        known = [id_ for n, id_ in enumerate(ids) if n <= at or at == 0]
        if at:
            assert {store.entry(id_).find.id for id_ in known} == {ids[at]}
            assert store.entry(ids[0][:8]).find.id == ids[at]
    assert {store.entry(id_).find.id for id_ in ids} == {ids[0]}
    store.add(a_reading(source, an_actor(source, "Varenia")))
    for id_ in ids:
        with pytest.raises(LineGone, match="was a line of article"):
            store.entry(id_)
    store.add(readings[1])
    assert store.entry(ids[1]).find.id == ids[1]
    assert list(store.problems()) == []
    store.forget("article")
    with pytest.raises(NotInStore, match="no line"):
        store.entry(ids[0])


def test_a_line_that_stood_beside_is_no_heir(store: Store) -> None:
    """Two lines on the same words stay two: when one goes, its id does not lead to the other."""
    source = an_article(TALKS)
    varenia = an_actor(source, "Varenia")
    people = msgspec.structs.replace(varenia, type="group")
    store.add(a_reading(source, varenia, people))
    store.add(a_reading(source, varenia))
    with pytest.raises(LineGone):
        store.entry(a_reading(source, people).finds[0].id)


def test_knows_what_it_has(store: Store) -> None:
    """An article is to be read again when its text, its description, the version, a model or a negotiation changed."""
    reading = talks()
    store.add(reading)

    def has(article: Article = reading.article, onrecord: str = "1", negotiations: tuple[str, ...] = ()) -> bool:
        return store.has(article, onrecord=onrecord, models=reading.models, negotiations=negotiations)

    assert has()
    assert not has(msgspec.structs.replace(reading.article, published=None))
    assert not has(msgspec.structs.replace(reading.article, id="another"))
    assert not has(onrecord="2")
    assert not has(negotiations=("telle@1",))


def test_orders_and_selects_by_date(store: Store) -> None:
    """Articles stand by date, undated ones last, and these are left out when a date is asked for."""
    for name, published in (("c", None), ("b", "2024-03-09T08:00:00Z"), ("a", "2024-03-08"), ("d", "2024-03-09")):
        store.add(talks(f"{TALKS} {name}", published=published, name=name))
    assert ids(store) == ["a", "b", "d", "c"]
    assert ids(store, as_of="2024-03-08") == ["a"]
    assert ids(store, since="2024-03-09") == ["b", "d"]
    assert ids(store, since="2024-03-10") == []
    with pytest.raises(ValueError, match="soon"):
        ids(store, as_of="soon")
    assert store.undated() == 1
    assert store.counts() == (4, 8)
    found = store.entries(kinds=["actor", "attribution"], since="2024-03-09")
    assert [(e.article.name, e.find.begins_at) for e in found] == [("b", 0), ("b", 53), ("d", 0), ("d", 53)]


def test_another_text_at_the_same_address_is_a_new_version(store: Store) -> None:
    """Only the newest version speaks, as far as it was out on the day that is asked for; the older one stays."""
    url = "https://courier.example/telle"
    store.add(talks(url=url, name="first"))
    store.add(talks(f"{TALKS} (Corrected.)", published="2024-03-10", url=url, name="second"))
    assert ids(store) == ["second"]
    assert ids(store, as_of="2024-03-09") == ["first"]
    assert ids(store, superseded=True) == ["first", "second"]
    assert {e.article.name for e in store.entries()} == {"second"}
    assert {e.article.name for e in store.entries(article="first")} == {"first"}
    assert [hit.article.name for hit in store.search("Telle")] == ["second"]
    assert next(store.articles()).supersedes == store.article("first").id
    store.forget("second")
    assert ids(store) == ["first"]


@pytest.mark.parametrize("url", [None, "https://courier.example/"])
def test_articles_without_an_address_of_their_own_are_no_versions(store: Store, url: str | None) -> None:
    """No URL, or the one of a front page, says nothing about which article it is."""
    store.add(talks(url=url, name="first"))
    store.add(talks(f"{TALKS} Again.", url=url, name="second"))
    assert ids(store) == ["first", "second"]


def test_finds_by_id_prefix_or_name(store: Store) -> None:
    """An id may be cut short while it is the only one; a name must be the only one, too."""
    store.add(talks())
    store.add(talks(f"{TALKS} Again."))
    one, other = (info.id for info in store.articles())
    assert store.article(one[:6]).id == one
    find = next(store.entries(article=other)).find
    assert store.entry(find.id[:8]).find == find
    for ref in ("article", "no such", one[:2]):
        with pytest.raises(NotInStore):
            store.article(ref)
    with pytest.raises(NotInStore, match="export"):
        store.entry("no such")


def test_an_id_cut_too_short_says_which_there_are(store: Store) -> None:
    """So that more of it can be given."""
    store.add(talks())
    ids = [e.find.id for e in store.entries()]
    with store.connected(writing=True) as connection:
        connection.exec_driver_sql("UPDATE find SET id = 'abcd' || substr(id, 5)")
    with pytest.raises(NotInStore, match=f"more than one.*abcd{ids[0][4:]}"):
        store.entry("abcd")


def test_forgets_everything(store: Store) -> None:
    """No find and no word of a forgotten article is left; the others stay."""
    store.add(talks(name="first"))
    store.add(talks(f"{TALKS} Again.", name="second"))
    assert store.forget("first").name == "first"
    assert ids(store) == ["second"]
    assert [hit.article.name for hit in store.search("Kovar")] == ["second"]
    assert {e.article.name for e in store.entries()} == {"second"}
    assert list(store.problems()) == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kovar", "Kovar"),
        ("talks telle", "talks over the Telle"),
        ('"talks over"', "talks over"),
        ("tel*", "Telle"),
        ("talks NOT dam", "talks"),
        ("the-talks", "the talks"),
        ("talks’over", "talks over"),
        ("Telle’s", None),
        ('talks "over', "talks over"),
        ("talks (", "talks"),
        ("NOT talks", None),
        ("dam", None),
        ("'", None),
        ("", None),
    ],
)
def test_searches_words(store: Store, query: str, words: str | None) -> None:
    """A hit says where the words stand; what is no query in FTS5's syntax is read as plain words."""
    store.add(talks())
    hits = list(store.search(query))
    assert [TALKS[hit.start : hit.end] for hit in hits] == ([words] if words else [])
    assert all(words in hit.snippet for hit in hits if words)


def test_search_shows_where_most_of_the_words_stand(store: Store) -> None:
    """Near each other, the shortest such place; of words that stand far apart, the one that stands there less often."""
    far, dull = "The tolls fell again. " * 20, "Nothing of note was said. " * 20
    words = (
        f"2:42 P.M. Gate 1. {far}At Gate 2 of the lock nothing moved, said the 2 keepers of Gate 3. {dull}A barge sank."
    )
    store.add(a_reading(an_article(words)))
    for query, place in (("gate lock 2", "Gate 2 of the lock"), ("tolls barge", "barge"), ("p.m.", "P.M")):
        (hit,) = store.search(query)
        assert words[hit.start : hit.end] == place
        assert place in hit.snippet


def test_a_query_is_read_as_words_where_it_is_none(store: Store) -> None:
    """And it can be asked how."""
    read = {query: store.understood(query) for query in ("talks NOT dam", "NOT dam", "a-b c's", "(", "")}
    assert read == {
        "talks NOT dam": "talks NOT dam", "NOT dam": '"NOT" "dam"', "a-b c's": '"a-b" "c\'s"', "(": "", "": "",
    }  # fmt: skip


def test_search_gives_the_newest_first(store: Store) -> None:
    """Undated articles come last, and the limit cuts the oldest off."""
    for name, published in (("old", "2024-03-07"), ("none", None), ("new", "2024-03-09")):
        store.add(talks(f"{TALKS} {name}", published=published, name=name))
    assert [h.article.name for h in store.search("Telle")] == ["new", "old", "none"]
    assert [h.article.name for h in store.search("Telle", limit=1)] == ["new"]
    assert [h.article.name for h in store.search("Telle", as_of="2024-03-08")] == ["old"]


def test_offsets_survive_marks_and_other_scripts(store: Store) -> None:
    """Characters outside the basic plane, combining marks and no-break spaces move no offset."""
    words = "𝔗he e\u0301nvoi’s\xa0word \x00 ß: Telle Київ."
    store.add(a_reading(an_article(words)))
    for query in ("Telle", "Київ"):
        (hit,) = store.search(query)
        assert words[hit.start : hit.end] == query
    assert store.article("article").text == words


def test_two_queries_at_once(store: Store) -> None:
    """A query that is only half read does not stand in the way of another one, or of writing."""
    store.add(talks(name="first"))
    half_read = store.entries()
    next(half_read)
    store.add(talks(f"{TALKS} Again.", name="second"))
    assert ids(store) == ["first", "second"]
    assert len(list(half_read)) == 1


GIVEN, PAGE = "Meridian News", "https://meridian.example/talks"


@pytest.mark.parametrize(
    ("first", "then", "outlet"),
    [
        ({}, {"outlet": GIVEN}, GIVEN),
        ({"outlet": GIVEN}, {}, GIVEN),
        ({"outlet": GIVEN}, {"path": "copy/talks.txt"}, GIVEN),
        ({"outlet": GIVEN, "name": "wire-1"}, {}, GIVEN),
        ({"outlet": GIVEN}, {"outlet": "Meridian Daily"}, None),
        ({}, {"outlet": GIVEN, "url": PAGE}, GIVEN),
        ({"outlet": GIVEN, "path": "a/talks.txt"}, {"outlet": "Meridian Daily", "path": "b/talks.txt"}, None),
        ({"outlet": GIVEN, "path": "-"}, {"outlet": "Meridian Daily", "path": "-"}, None),
        ({"url": PAGE}, {"url": f"{PAGE}-2"}, None),
        ({}, {"outlet": GIVEN, "name": "wire-1"}, GIVEN),
        ({"name": "talks:2"}, {"outlet": GIVEN, "name": "wire-1"}, GIVEN),
        ({"name": "wire-1"}, {"outlet": GIVEN, "name": "wire-2"}, None),
        ({"published": Published("2024-03-07", "dateline")}, {"outlet": GIVEN}, GIVEN),
    ],
)
def test_an_outlet_that_becomes_known_makes_no_second_article(
    store: Store, first: dict[str, str], then: dict[str, str], outlet: str | None
) -> None:
    """It is the stored article under its id and stated date; none where another outlet or address is stated."""

    def as_read(about: dict[str, str]) -> Article:
        article = an_article(TALKS, outlet=about.get("outlet") or about.get("url"))
        return msgspec.structs.replace(article, **{"path": "talks.txt", "name": "talks", "outlet": None, **about})

    stored, again = as_read(first), as_read(then)
    store.add(a_reading(stored))
    store.date(a_reading(msgspec.structs.replace(stored, published=Published("2024-03-08"))))
    known = store.known(again)
    if outlet is None:
        assert known == again
        return
    assert (known.id, known.outlet, known.published) == (stored.id, outlet, Published("2024-03-08"))
    store.add(a_reading(known))
    assert [info.outlet for info in store.articles()] == [outlet]
    assert list(store.problems()) == []


def test_a_masthead_is_no_stated_outlet(store: Store) -> None:
    """What the text says of itself stands behind what somebody stated, and a newer reading of it counts."""
    words = f"THE HARBOUR COURIER\n\n{TALKS}"
    own = an_article(words, zones=(Zone("masthead", cut(words, 0, 19)),))
    own = msgspec.structs.replace(own, outlet="THE HARBOUR COURIER")
    store.add(a_reading(own))
    assert store.known(msgspec.structs.replace(own, outlet=None, zones=())).outlet is None
    given = msgspec.structs.replace(own, id="0123456789abcdef", outlet=GIVEN)
    store.add(a_reading(store.known(given)))
    assert store.known(own).outlet == GIVEN


def test_two_articles_that_it_may_be(store: Store) -> None:
    """It is the one of which more is stated in both, else the first, and no third one."""
    for outlet, published in ((GIVEN, None), ("The Ostmark Gazette", "2024-03-07")):
        store.add(a_reading(an_article(TALKS, outlet=outlet, published=published)))
    assert store.known(an_article(TALKS)).outlet == GIVEN
    assert store.known(an_article(TALKS, published="2024-03-07")).outlet == "The Ostmark Gazette"
    other = an_article(TALKS, outlet="Lorvane Post")
    assert store.known(other) == other


def test_a_date_of_a_column_is_not_undone(store: Store) -> None:
    """By reading the row without it; another one counts."""
    by_day = [replaced(published=Published(day, "column")) for day in ("2024-03-07", "2024-03-08")]
    own = replaced(published=Published("2024-03-06", "dateline"))
    for article, known in (
        (own, own), (by_day[0], by_day[0]), (replaced(), by_day[0]), (own, by_day[0]), (by_day[1], by_day[1]),
    ):  # fmt: skip
        assert store.known(article) == known
        store.add(a_reading(known))


def test_a_dateline_is_no_stated_date(store: Store) -> None:
    """So a date and an outlet that become known together are of the stored article."""
    store.add(a_reading(replaced(published=Published("2024-03-06", "dateline"))))
    given = Published("2024-03-07", "column")
    known = store.known(replaced(id="0123456789abcdef", outlet=GIVEN, published=given))
    assert (known.id, known.published) == (replaced().id, given)


def replaced(**changes: object) -> Article:
    return msgspec.structs.replace(an_article(TALKS), **changes)


def test_an_address_that_was_given_once_stays(store: Store) -> None:
    """Also one that became known later: then it is a newer version of what is there, and a later text one of it."""

    def at(url: str | None, words: str = TALKS) -> Article:
        return msgspec.structs.replace(an_article(words, outlet=GIVEN), url=url)

    for article in (at(PAGE, "The talks began."), at(None), at(PAGE), at(None), at(PAGE, f"{TALKS} Again.")):
        store.add(a_reading(store.known(article)))
    assert [info.url for info in store.articles(superseded=True)] == [PAGE] * 3
    assert [store.article(info.id).text for info in store.articles()] == [f"{TALKS} Again."]
    assert list(store.problems()) == []
    store.forget(store.known(at(PAGE)).id)
    assert len(list(store.articles())) == 1
    assert list(store.problems()) == []
