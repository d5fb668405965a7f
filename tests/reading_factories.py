"""What the stages of records get of a text about the invented states of the tests."""

from typing import TYPE_CHECKING

import msgspec

from factories import parsed
from onrecord.mentions.actors import find_actors
from onrecord.mentions.actors.counterparts import counterparts_of
from onrecord.mentions.attributions import find_attributions
from onrecord.mentions.publishers import publisher_of
from onrecord.mentions.speakers import listen, resolve_speakers
from onrecord.mentions.speakers.references import find_references
from onrecord.model import Article, Mentions, Position, Side, Trigger, seal
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import Parties
from onrecord.records.positions import RULES, find_positions
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.learned import learned_drafts

if TYPE_CHECKING:
    from spacy.tokens import Doc

SIDES = tuple(Side(id=name, name=name) for name in ("Varenia", "Ostmark", "Lorvane"))


def mentioned(
    text: str, *, title: str | None = None, outlet: str | None = None, sides: tuple[Side, ...] = SIDES
) -> "tuple[Article, Doc, Mentions]":
    """Actors, attributions by rules alone with their speakers, and references."""
    article, layout, doc = parsed(text, title=title, outlet=outlet)
    actors = tuple(find_actors(doc, article, layout, sides))
    found = tuple(seal(a, article, article.text_sha256) for a in find_attributions(doc, article, layout, None))
    heard = listen(doc, article, layout, found, actors)
    attributions = tuple(resolve_speakers(heard, found))
    references = tuple(find_references(heard))
    return (
        article,
        doc,
        Mentions(
            actors=actors,
            attributions=attributions,
            references=references,
            home=publisher_of(article.outlet, article.title),
            met=met.states if (met := counterparts_of(article)) is not None else (),
        ),
    )


def told(text: str, *, title: str | None = None, outlet: str | None = None) -> list[Position]:
    """Positions of a text."""
    article, doc, mentions = mentioned(text, title=title, outlet=outlet)
    return find_positions(doc, article, mentions)


def learned(
    text: str,
    word: str,
    *,
    act: PositionAct,
    share: float = 0.9,
    holder: str = "",
    addressee: str = "",
    home: str | None = None,
) -> list[Draft]:
    """The drafts that are added where the tagger says that the word tells the act, of the holders it points to."""
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    holders, addressees = (tuple(at[w] for w in words.split()) for words in (holder, addressee))
    trigger = Trigger(at[word], {act: share}, {}, {}, {}, holders, addressees, ())
    parties = Parties(msgspec.structs.replace(mentions, triggers=(trigger,), home=home), article)
    drafts = []
    for sentence in doc.sents:
        by_rule = [d for rule in RULES for d in rule(sentence, parties)]
        drafts += learned_drafts(sentence, parties, by_rule)
    return drafts
