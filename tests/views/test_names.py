"""Names in print."""

import msgspec

from onrecord.views.names import actor_name, article_ref
from record_factories import an_info


def test_states_and_unnamed_sources() -> None:
    """States have names, and unnamed sources are said to be unnamed."""
    assert actor_name("PL") == "Poland" and actor_name("Varenia") == "Varenia"
    assert actor_name("unnamed:two officials") == "two officials (unnamed)"
    assert actor_name(None) == "holder unresolved"
    assert actor_name("PL") == "Poland"


def test_an_article_is_told_by_its_title() -> None:
    """Or by its name, which may be long."""
    info = an_info("2024/03/06/talks-on-the-telle")
    assert article_ref(info) == "The Harbour Courier, 2024-03-06, 2024/03/06/talks-on-the-telle"
    titled = msgspec.structs.replace(info, title="Talks on\nthe Telle", published=None)
    assert article_ref(titled) == "The Harbour Courier, Talks on the Telle"
