"""On whose word a find stands."""

import msgspec

from onrecord.model import Position, Span, Speaker
from onrecord.views.words import Words, actor_name, article_ref, clipped, content_of
from record_factories import a_position, an_attribution, an_entry, an_info


def test_without_an_attribution_it_is_the_outlets_voice() -> None:
    """A find that rests on nothing is the outlet's own."""
    assert str(Words([]).of(a_position())) == "own voice"


def test_a_relayed_word_names_whom_the_outlet_heard_first() -> None:
    """A diplomat says what Washington assured: the diplomat was heard, Washington is relayed."""
    diplomat = an_entry(an_attribution("one diplomat", level="specific unnamed"))
    capital = an_entry(an_attribution("Halvest", level="office", at=5, parent=diplomat.find.id))
    word = Words([diplomat, capital]).of(a_position(attribution=capital.find.id))
    assert str(word) == "“one diplomat” (specific unnamed, relaying “Halvest”)"


def test_a_pronoun_is_told_with_the_name_it_stands_for() -> None:
    """The name comes before the words of the text."""
    entry = an_entry(an_attribution("she", speaker=Speaker(actor="Ilse Marrak", name="Ilse Marrak")))
    assert str(Words([entry]).of_itself(entry.find)) == "Ilse Marrak, “she” (named)"


def test_a_state_is_told_by_its_name() -> None:
    """Once, where the words of the text are the same."""
    they, poland = (an_entry(an_attribution(source, speaker=Speaker(actor="PL"))) for source in ("they", "Poland"))
    words = Words([they, poland])
    assert str(words.of_itself(they.find)) == "Poland, “they” (named)"
    assert str(words.of_itself(poland.find)) == "“Poland” (named)"


def test_an_article_is_told_by_its_title() -> None:
    """Or by its name, which may be long."""
    info = an_info("2024/03/06/talks-on-the-telle")
    assert article_ref(info) == "The Harbour Courier, 2024-03-06, 2024/03/06/talks-on-the-telle"
    titled = msgspec.structs.replace(info, title="Talks on\nthe Telle", published=None)
    assert article_ref(titled) == "The Harbour Courier, Talks on the Telle"


def test_attributions_that_hold_each_other_end() -> None:
    """A circle of parents is walked once."""
    entry = an_entry(an_attribution())
    circle = an_entry(an_attribution(parent=entry.find.id))
    assert len(Words([circle]).chain(circle.find)) == 1


def test_names_and_clipping() -> None:
    """States have names, unnamed sources are said to be unnamed, and cut words are marked."""
    assert actor_name("PL") == "Poland" and actor_name("Varenia") == "Varenia"
    assert actor_name("unnamed:two officials") == "two officials (unnamed)"
    assert actor_name(None) == "holder unresolved"
    assert actor_name("PL") == "Poland"
    assert clipped("one two three", 2) == "one two …"
    assert clipped("one two", 2) == "one two"
    assert clipped("ready to wait for rain", 2) == "ready to wait …"
    assert clipped("one two three four", 2, around="three") == "… two three …"
    assert clipped("one two three, four five", 2, around="two three,", behind=1) == "… three, four …"
    assert clipped("one two three four", 2, around="three", behind=9) == "… three four"


def test_a_lone_pronoun_is_told_with_its_verb() -> None:
    """ "it" alone says nothing; "rejected it" says something."""
    it = Span(9, 11, "it")
    rejects = Position(
        spans=(Span(0, 11, "rejected it"),), content=(it,), holder=None, act="refusal", rule="p", score=0.7
    )
    assert content_of(rejects) == "rejected it"
    assert content_of(a_position(words="more water")) == "more water"


def test_a_negated_position_is_told_with_its_verb() -> None:
    """ "Promises water" and "cannot promise water" must not look the same."""
    promise, water = Span(0, 14, "cannot promise"), Span(15, 25, "more water")
    negated = Position(
        spans=(promise, water), content=(water,), holder=None, act="assurance", rule="p", score=0.7, flags=("negated",)
    )
    assert content_of(negated) == "cannot promise … more water"
