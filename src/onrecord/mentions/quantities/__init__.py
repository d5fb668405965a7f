"""Counts and measures: numbers with the noun they count."""

from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.quantities.numerals import Numeral, bounded, find_numerals, with_modifier_after
from onrecord.mentions.quantities.owners import Owners
from onrecord.mentions.quantities.scenes import Scene, Scenes
from onrecord.mentions.quantities.uncounted import is_name_or_date
from onrecord.mentions.quantities.units import MEASURES, RULES
from onrecord.mentions.sides import Sides
from onrecord.model import Article, Mentions, Quantity, cut
from onrecord.model.vocabulary import QuantityModifier
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PREPOSITIONS = {"about", "around", "over", "under", "above", "below"}
# "hand over 40 tanks"
_HANDING = {"hand", "turn", "take", "carry", "bring", "sign"}
# "argue over 40 million"
_ARGUING = {"argue", "argument", "dispute", "quarrel", "haggle", "wrangle", "negotiate", "talk", "clash", "row", "feud"}
# "do not pay more than 40": at most
_OPPOSITES: dict[QuantityModifier, QuantityModifier] = {"more than": "at most", "less than": "at least"}
# "have not yet sent more than 40": nothing is denied of what comes, nor of "not only".
_STILL_OPEN = {"have", "has", "had", "can", "could", "ca", "only", "just", "merely", "simply", "yet", "still"}
# Most tokens of a phrase before a number: "above the total value of 40".
_LONGEST_PHRASE = 6
# "talk about 40 tanks"
_TELLING = {"talk", "speak", "ask", "hear", "know", "think", "worry", "tell", "write", "read"}


def find_quantities(
    doc: "Doc",
    article: Article,
    mentions: Mentions,
) -> list[Quantity]:
    """Numbers with the noun they count, by the parse: forces, people, distances, durations, money, shares.

    "roughly 100,000 troops" gives 100,000 to 100,000, `approx`, unit "troops", class `personnel`. Dates, ages,
    ordinals, scores, house and list numbers are no quantities. The span runs from the words of precision to the unit.
    Of the `mentions` so far times and places say as of when and where, where they stand beside the quantity's verb;
    attributions say whose side "we" is, references whose "its 40 tanks" are.
    """
    sides = Sides(article, mentions.actors, mentions.attributions)
    owners = Owners(mentions.actors, sides, mentions.references, mentions.places)
    scenes = Scenes(doc, article, mentions.times, mentions.places)
    found: list[Quantity] = []
    for numeral in find_numerals(article.text):
        tokens = doc.char_span(numeral.number_start, numeral.end, alignment_mode="expand")
        if tokens is None or tokens.root.dep_ == "gap" or (numeral.currency is None and is_name_or_date(tokens)):
            continue
        numeral = _without_preposition(numeral, doc, tokens)
        for rule, score, count in RULES:
            counted = count(tokens, numeral, article.text)
            if counted is None:
                continue
            numeral, end = with_modifier_after(article.text, numeral, max(counted.end, numeral.end))
            if counted.exceeded and numeral.modifier == "exact":
                numeral = bounded(numeral, "more than")
            measure = counted.class_ in MEASURES
            if numeral.modifier in _OPPOSITES and not measure and _is_denied(doc[counted.head]):
                numeral = _opposite(numeral)
            whole = _whole(doc[counted.head], tokens)
            scene = Scene() if measure else scenes.of(whole, doc[counted.head])
            whose = None if measure else owners.of(doc[counted.head], tokens[0], whole, counted.class_)
            if whose is None and rule == "quantity.partitive" and counted.unit is None and found:
                among = found[-1]  # "40 soldiers of Varenia, two of them wounded"
                same = among.class_ == counted.class_ and among.spans[0].start >= whole.sent.start_char
                whose = among.whose if same else None
            found.append(
                Quantity(
                    spans=(cut(article.text, numeral.start, end),),
                    rule=rule,
                    score=score,
                    lower=numeral.lower,
                    upper=numeral.upper,
                    modifier=numeral.modifier,
                    unit=counted.unit,
                    class_=counted.class_,
                    whose=whose,
                    where=scene.where,
                    doing=scene.doing,
                    as_of=scene.as_of,
                )
            )
            break
    return found


def _whole(head: "Token", number: "Span") -> "Token":
    """The token by which the whole hangs in the sentence: "dozens" in "dozens of talks"."""
    while head.dep_ == "pobj" and head.head.lower_ == "of" and number.start <= head.head.head.i < number.end:
        head = head.head.head
    return head


def _without_preposition(numeral: Numeral, doc: "Doc", tokens: "Span") -> Numeral:
    """ "talks about two sites", "hand over 40 tanks": there "about" and "over" say nothing of precision."""
    if numeral.start == numeral.number_start or tokens.start == 0:
        return numeral
    phrase = doc[max(0, tokens.start - _LONGEST_PHRASE) : tokens.start]
    before = next((t for t in phrase if t.idx == numeral.start), None)
    if before is None or before.lower_ not in _PREPOSITIONS:
        return numeral
    verb = lemma(before.nbor(-1)) if before.i else ""
    other = (before.lower_ == "over" and verb in _HANDING | _ARGUING) or (before.lower_ == "about" and verb in _TELLING)
    first = before.i == 0 or before.is_sent_start or before.nbor(-1).is_punct
    # "below $40", and not "talks over $40"; "the largest force, over 4,000"
    bound = (numeral.currency is not None and before.lower_ != "over") or (first and tokens.root.head == before)
    bound = bound and before.lower_ not in {"about", "around"}
    if (before.dep_ != "prep" or bound) and not other:
        return numeral
    return msgspec.structs.replace(
        numeral, start=numeral.number_start, lower=numeral.low, upper=numeral.low, modifier="exact"
    )


def _is_denied(head: "Token") -> bool:
    """Whether the verb is said not to reach it: "never paid more than 40"."""
    verb = head.head
    if head.dep_ not in {"dobj", "attr"} or any(t.text == "?" for t in verb.sent):
        return False
    if any(c.lower_ == "never" for c in verb.lefts):
        return True
    return any(c.dep_ == "neg" for c in verb.lefts) and all(c.lower_ not in _STILL_OPEN for c in verb.lefts)


def _opposite(numeral: Numeral) -> Numeral:
    """With the other side open: what is not more than 40 is at most 40."""
    return msgspec.structs.replace(
        numeral, lower=numeral.upper, upper=numeral.lower, modifier=_OPPOSITES[numeral.modifier]
    )
