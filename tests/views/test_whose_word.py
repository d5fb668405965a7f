"""On whose word a find stands."""

from onrecord.model import Speaker
from onrecord.views.whose_word import Words
from record_factories import a_position, an_attribution, an_entry


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


def test_attributions_that_hold_each_other_end() -> None:
    """A circle of parents is walked once."""
    entry = an_entry(an_attribution())
    circle = an_entry(an_attribution(parent=entry.find.id))
    assert len(Words([circle]).chain(circle.find)) == 1
