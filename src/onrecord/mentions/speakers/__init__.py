"""Who the source is, inside the article."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.circumstances import carry_settings
from onrecord.mentions.source_nouns import Source, read_source
from onrecord.mentions.speakers.antecedents import choose_antecedents
from onrecord.mentions.speakers.described import by_epithet, by_office, head_of_state, people_at_large, without_name
from onrecord.mentions.speakers.heard import Heard
from onrecord.mentions.speakers.named import by_name, by_unknown_name, by_word_of_body
from onrecord.mentions.speakers.people import People
from onrecord.mentions.speakers.pronouns import Choice
from onrecord.mentions.speakers.several import all_unnamed, apposed, coordinated, is_pair, it, joined, pair, they
from onrecord.mentions.speakers.transcript import Transcript
from onrecord.mentions.turns import QUESTIONER, asks, is_label, is_question
from onrecord.model import Actor, Article, Attribution, Layout, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HE_SHE = {"he", "she", "him", "her", "his"}
_ONE = {"i", "me", "my", "myself"}
_SEVERAL = {"we", "us", "our"}
_DETERMINERS = {"a", "an", "the", "these", "those"}
_GOING_ON = {"added", "continued"}


def listen(
    doc: "Doc",
    article: Article,
    layout: Layout,
    attributions: tuple[Attribution, ...],
    actors: tuple[Actor, ...],
) -> Heard:
    """The people of an article, and whom its "he" and "she" stand for, before anybody is heard.

    Pronouns are resolved before the spellings of a name are joined.
    """
    people = People(doc, article, layout, attributions, actors)
    choices = choose_antecedents(people, attributions, actors)
    people = people.with_spellings_joined()
    return Heard(people, Transcript(people, attributions), choices)


def resolve_speakers(heard: Heard, attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """The attributions with `speaker`, in the order given, and the flag "question" where somebody asks.

    A name stands for itself; "he" and "she" go to the person with the best score, if it leads by enough; "the
    diplomat" and a singular "they" go back to the unnamed source they describe; an orphan quotation takes the one
    speaker of the paragraph before. What is not certain has no actor but candidates. Words inside quotation marks
    never give the speaker of that quotation.
    """
    order = sorted(range(len(attributions)), key=lambda n: (attributions[n].begins_at, -attributions[n].ends_at))
    speakers: dict[int, Speaker] = {}
    for n in order:
        speakers[n] = _speaker(heard, attributions[n])
        heard.note(attributions[n], speakers[n])
    people = heard.people
    told = [msgspec.structs.replace(a, speaker=speakers[n]) for n, a in enumerate(attributions)]
    wordings = _wordings(people.mentions, told)
    resolved = [_with_mentions(a, wordings) for a in told]
    return carry_settings(people.doc, people.article, people.layout, resolved)


def _speaker(heard: Heard, attribution: Attribution) -> Speaker:
    source = read_source(heard.people.doc, attribution, heard.people.index)
    for rule, resolve in RULES:
        if (found := resolve(heard, attribution, source)) is not None:
            return msgspec.structs.replace(found, rule=rule)
    return Speaker(actor=None)


def _wordings(mentions: Mapping[str, Sequence[Span]], told: Iterable[Attribution]) -> dict[str, tuple[Span, ...]]:
    """The mentions of each speaker without a name, sources among them, each wording once, at its first place."""
    places: dict[str, list[Span]] = {}
    for attribution in told:
        speaker = attribution.speaker
        if speaker is None or speaker.type != "unnamed" or speaker.actor is None:
            continue
        spans = places.setdefault(speaker.actor, list(mentions.get(speaker.actor, ())))
        if speaker.rule != "speaker.first_person":
            spans += attribution.source
    first: dict[str, dict[str, Span]] = {}
    for who, spans in places.items():
        for span in sorted(spans):
            first.setdefault(who, {}).setdefault(span.text.casefold(), span)
    return {who: tuple(found.values()) for who, found in first.items()}


def _with_mentions(told: Attribution, wordings: Mapping[str, Sequence[Span]]) -> Attribution:
    """The attribution of an unnamed speaker with the other mentions; the turn of who asks as a question."""
    speaker = told.speaker
    if speaker is not None and speaker.type == "unnamed" and speaker.actor is not None:
        others = (w for w in wordings.get(speaker.actor, ()) if not any(w.overlaps(s) for s in told.source))
        told = msgspec.structs.replace(told, speaker=msgspec.structs.replace(speaker, same_as=tuple(others)))
    return msgspec.structs.replace(told, flags=(*told.flags, "question")) if asks(told) else told


def _labelled(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The person behind a transcript's label: "MS. BERG:", "THE PRESIDENT:", "Q"."""
    people = heard.people
    if not is_label(attribution):
        return None
    if (questioner := heard.transcript.questioners.get(attribution.id)) is not None:
        return people.of_person(questioner)
    label = attribution.source[0].text
    if not label.isupper() and not is_question(label):
        return heard.transcript.titled(label)
    found = heard.transcript.by_label(label)
    if found.actor is None and not found.candidates and source is not None and source.kind == "outlet":
        return None  # "— CNN", under a post
    if found.type != "person" or found.actor is None:
        return found
    if attribution.id in heard.transcript.misnamed:
        return Speaker(actor=QUESTIONER, type="unnamed")
    if found.actor in people.persons:
        return people.of_person(found.actor)
    return msgspec.structs.replace(found, affiliation=people.state_by_title(found.actor))


def _in_own_quotation(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """Nothing, where the supposed source stands inside the very quotation: "“Berg thinks so,” ..." """
    people = heard.people
    if source is None:
        return None
    quotation = people.layout.quotation_at(source.span.start)
    if quotation is None:
        return None
    own = any(c.start <= quotation.start and quotation.end <= c.end for c in attribution.content)
    return Speaker(actor=None) if own else None


def _first_person(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The quotation's own speaker: "“I expect a deal,” said Berg" (the expectation is Berg's)."""
    people = heard.people
    said = source.span.text.casefold() if source is not None else ""
    if source is None or said not in _ONE | _SEVERAL:
        return None
    around = heard.around(attribution, source.span)
    if around is None:
        around = heard.transcript.author if people.layout.quotation_at(source.span.start) is None else None
    if around is None or said in _ONE or around.type == "state":
        return around or Speaker(actor=None)
    state = around.affiliation if around.affiliation in people.states else None
    state = people.home if state is None and around.type == "unnamed" else state
    if state is not None and around.type in {"unnamed", "institution"}:
        return Speaker(actor=state, type="state", same_as=around.same_as)
    who = (around.actor,) if around.actor else around.candidates
    return Speaker(actor=None, type="group", candidates=tuple(dict.fromkeys((*who, *((state,) if state else ())))))


def _second_person(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """Whoever answers the questioner: "Q: You said the talks would go on" (said by the one who took the question)."""
    if source is None or source.span.text.casefold() != "you":
        return None
    turn = heard.transcript.turn(attribution)
    return heard.transcript.answers(turn) if turn is not None else None


def _several(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """Nobody alone, where several are the source: "Berg and Teller said", "the two leaders agreed".

    People without a name are a source together: "envoys and their aides said".
    """
    people = heard.people
    if source is None:
        return None
    together = coordinated(people, source)
    if joined(people, source) and all_unnamed(people, source):
        words = source.span.text.casefold().split()
        return Speaker(actor=f"unnamed:{' '.join(words[words[0] in _DETERMINERS :])}", type="unnamed")
    if len(together) > 1 or (together and joined(people, source)):
        return Speaker(actor=None, type="group", name=source.span.text, candidates=together)
    head = people.doc[source.at]
    two = apposed(people, head) or pair(people, head)
    if not two and is_pair(head) and not heard.is_described_before(source):
        return Speaker(actor=None)  # "both leaders", whoever they are
    return Speaker(actor=None, type="group", name=source.span.text, candidates=two) if two else None


def _he_she(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The person with the best score: "Berg met the envoys. She said ..." """
    people = heard.people
    if source is None or source.span.text.casefold() not in _HE_SHE:
        return None
    choice = heard.choices.get(source.at, Choice(who=None, at=None))
    if choice.who is None or choice.at is None:
        return Speaker(actor=None, candidates=choice.candidates)
    before = people.span_of(choice.at)
    return msgspec.structs.replace(heard.of_person(choice.who), same_as=(before,))


def _they(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The people or body that was the last subject: "officials met. They said ...", "the official ...; they said"."""
    if source is None or source.span.text.casefold() not in {"they", "their"}:
        return None
    return they(heard, source.at, attribution.content)


def _it(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The state or body that was the last subject: "the ministry said it hoped"."""
    people = heard.people
    return it(people, source.at) if source is not None and source.span.text.casefold() in {"it", "its"} else None


def _carried(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one speaker of the paragraph, or of the one before it, for a quotation without a source."""
    people = heard.people
    if source is not None or attribution.parent is not None or not attribution.content:
        return None
    if any(c.text.casefold() not in _GOING_ON for c in attribution.cue):
        return None  # "dubbed “a farce”": by whom is not said
    quotation = people.layout.quotation_at(attribution.content[0].start)
    if quotation is None or attribution.content[0].start > quotation.start:
        return None
    return heard.last(attribution.content[0].start)


RULES: tuple[tuple[str, Callable[[Heard, Attribution, Source | None], Speaker | None]], ...] = (
    ("speaker.label", _labelled),
    ("speaker.in_quotation", _in_own_quotation),
    ("speaker.first_person", _first_person),
    ("speaker.second_person", _second_person),
    ("speaker.several", _several),
    ("speaker.named", by_name),
    ("speaker.body", by_word_of_body),
    ("speaker.name", by_unknown_name),
    ("speaker.he_she", _he_she),
    ("speaker.head_of_state", head_of_state),
    ("speaker.office", by_office),
    ("speaker.epithet", by_epithet),
    ("speaker.unnamed", without_name),
    ("speaker.they", _they),
    ("speaker.it", _it),
    ("speaker.at_large", people_at_large),
    ("speaker.carried", _carried),
)
