"""Who the source is, inside the article."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table
from onrecord.data import words as words_of
from onrecord.mentions.actors.roles import FORMER, is_title_word
from onrecord.mentions.circumstances import carry_settings
from onrecord.mentions.source_nouns import Source, described, is_somebody, read_source
from onrecord.mentions.speakers.antecedents import choose_antecedents
from onrecord.mentions.speakers.heard import Heard
from onrecord.mentions.speakers.holders import (
    belongs,
    heads_of_state,
    holds,
    may_be_of,
    may_hold,
    of_title,
    to_be_named,
)
from onrecord.mentions.speakers.people import People
from onrecord.mentions.speakers.pronouns import Choice
from onrecord.mentions.speakers.relatives import addressed, is_mistaken
from onrecord.mentions.speakers.several import all_unnamed, apposed, coordinated, is_pair, it, joined, pair, they
from onrecord.mentions.speakers.transcript import Transcript
from onrecord.mentions.turns import QUESTIONER, asks, is_label, is_question
from onrecord.model import Actor, Article, Attribution, Layout, Span, Speaker
from onrecord.model.vocabulary import ActorType
from onrecord.syntax import lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HE_SHE = {"he", "she", "him", "her", "his"}
_ONE = {"i", "me", "my", "myself"}
_SEVERAL = {"we", "us", "our"}
_NAMED_TYPES: dict[str, ActorType] = {"PERSON": "person", "ORG": "organisation"}
_PAPERS = {"paper", "newspaper", "daily", "outlet", "magazine", "broadcaster", "network", "channel", "publication"}
# Endings of people by what they do: "policymakers", "investors", "columnists".
_DOERS = ("er", "or", "ist", "ant", "ee")
_SOME = {"some", "many", "others", "most", "several", "few"}
_SHARES = {"percent", "%", "quarter", "quarters", "third", "thirds", "half"}
_DETERMINERS = {"a", "an", "the", "these", "those"}
_ANYBODY = {"each", "every", "any", "no"}
# What news calls a politician or rich person once the name was given.
_EPITHETS = {
    "billionaire", "businessman", "candidate", "congressman", "congresswoman", "conservative", "democrat", "lawmaker",
    "legislator", "liberal", "mogul", "nominee", "politician", "republican", "socialist", "statesman", "tycoon",
    "veteran",
}  # fmt: skip
# Relative pronouns that stand for no person by name.
_OF_THINGS = {"which", "that"}
_KINDS_OF_BODY = {"group", "organisation", "organization", "charity", "watchdog", "coalition", "network", "nonprofit"}
_INSIDE_NAMES = {"of", "for", "and", "the", "in", "to", "on", "without"}
_MARKING = FORMER | {"old"}
_GOING_ON = {"added", "continued"}
_NATIONALS = frozenset(people for row in table("en/states") for people in row["people"].split("|") if people)


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


def _named(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The actor named: "Berg said", "the Kremlin said"."""
    people = heard.people
    if source is None or source.actor is None:
        return None
    if source.kind not in {"person", "body", "outlet"} and source.actor.type != "person":
        return None
    if source.actor.type == "person" and source.span.text.casefold() in _OF_THINGS:
        return Speaker(actor=None)  # "a group called Voters for Berg, which expects"
    if source.actor.type == "person" and is_mistaken(people.doc, source):
        relatives = addressed(people.doc, people.persons, source)
        if len(relatives) == 1:
            return people.of_person(relatives[0])
        return Speaker(actor=None, type="person", name=source.span.text, candidates=relatives)
    if source.actor.type == "person" and source.actor.actor is None:
        holder = heard.holder(people.doc[source.at], attribution)
        return heard.of_person(holder) if holder is not None else people.of_actor(source.actor)
    if source.actor.type == "outlet" and (whose := people.index.inside(source.span)) and whose[-1].type == "person":
        return people.of_actor(whose[-1])  # "the Courier's Ana Berg"
    if source.actor.type == "state" and (bearer := people.bearer(people.doc[source.at])) is not None:
        return Speaker(actor=bearer, type="person", name=source.span.text)
    if source.actor.type == "state" and is_somebody(people.doc[source.at]):
        return Speaker(actor=None)  # "London, who once was a clerk, said"
    if source.actor.type == "state" and people.doc[source.at].text in _NATIONALS:
        return Speaker(actor=f"unnamed:{people.doc[source.at].lower_}", type="unnamed")
    return people.of_actor(source.actor)


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


def _name_alone(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """A proper name that is no known actor: the person of that surname, else a body of that name."""
    people = heard.people
    if source is None or source.actor is not None or not people.doc[source.at].text[:1].isupper():
        return None
    head = people.doc[source.at]
    if source.span.text.casefold() in _OF_THINGS and (source.kind == "person" or head.ent_type_ == "PERSON"):
        return None
    if head.i and head.nbor(-1).lower_ in _KINDS_OF_BODY:  # "the aid group Doctors for Peace"
        last = head
        while last.i + 1 < len(people.doc) and (last.nbor().is_title or last.nbor().lower_ in _INSIDE_NAMES):
            last = last.nbor()
        name = people.doc[head.i : last.i + 1].text
        return Speaker(actor=name, type="organisation", name=name)
    if head.ent_type_ == "ORG" and any(c.lower_ in {"a", "an", "another"} for c in head.lefts):
        return Speaker(actor=None)  # "a super PAC"
    if head.text in people.called and len(source.span.text.split()) == 1:
        return people.of_actor(people.called[head.text])
    if source.span.text == people.article.outlet:
        return Speaker(actor=source.span.text, type="outlet", name=source.span.text)
    given = {c.text for c in head.lefts if c.dep_ == "compound" and c.text in words_of("en/first_names")}
    same = tuple(who for who in people.persons if who.split()[-1] == head.text and given <= set(who.split()))
    if same:
        return people.of_person(same[0]) if len(same) == 1 else Speaker(actor=None, candidates=same)
    if given and source.span.text.split() == [*given, head.text]:
        return Speaker(actor=source.span.text, type="person", name=source.span.text)
    if head.pos_ != "PROPN" or (source.kind == "document" and head.ent_type_ != "ORG"):
        return None
    if head.ent_type_ in {"", "PERSON"} and len(fuller := people.fullest(head)) == 1 and head.i == head.left_edge.i:
        return Speaker(actor=fuller[0], type="person", name=source.span.text)
    label = attribution.cue and all(c.text.strip() == ":" for c in attribution.cue)
    if label and source.span.text == head.text and head.text.istitle() and head.ent_type_ in {"", "PERSON"}:
        return Speaker(actor=head.text, type="person", name=head.text)
    says = any(c.text[:1].isalpha() for c in attribution.cue)
    if head.ent_type_ == "" and says and source.span.text == head.text and head.text.istitle():
        return Speaker(actor=head.text, name=head.text)
    if head.ent_type_ not in _NAMED_TYPES:
        return None
    if joined(people, source):
        return Speaker(actor=None, type="group", name=source.span.text)
    end = head.i + 1
    if head.ent_type_ == "ORG" and head.i + 1 < len(head.doc) and head.nbor().lower_ in {"of", "for"}:
        end = next((t.i for t in head.doc[end:] if t.ent_iob_ != "I" or t.is_punct), end)  # "Office of Roads"
    inside = [t for t in head.doc[head.left_edge.i : end] if t.ent_type_ == head.ent_type_ and t.dep_ != "det"]
    while len(inside) > 1 and any(b.i - a.i > 1 and b.i <= head.i for a, b in pairwise(inside)):
        inside.pop(0)  # "CNN's Ana Berg"
    name = "".join(t.text_with_ws for t in inside).strip()
    somebody = source.kind == "person" and not any(t.dep_ == "det" for t in head.lefts)
    kind: ActorType = "person" if somebody else _NAMED_TYPES[head.ent_type_]
    return Speaker(actor=name, type=kind, name=source.span.text)


def _body_before(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one body of the article with that word in its name: "the Church", "the council", "the department"."""
    people = heard.people
    if source is None or source.actor is not None or source.span.text.casefold() in _OF_THINGS | {"the house"}:
        return None
    head = people.doc[source.at]
    if head.tag_ not in {"NN", "NNP"} or [c.lower_ for c in head.lefts] != ["the"] or people.index.at(head) is not None:
        return None
    bodies = people.bodies_named(head.lower_, source.span.start)
    bodies = bodies or (people.outlet_before(source.span.start) if head.lower_ in _PAPERS else ())
    ids = tuple(dict.fromkeys(b.actor for b in bodies if b.actor is not None))
    if not ids:
        return None
    if len(ids) > 1 or len({b.institution for b in bodies}) > 1:
        return Speaker(actor=None, candidates=ids)
    return msgspec.structs.replace(people.of_actor(bodies[0]), same_as=bodies[0].spans)


def _head_of_state(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one president or monarch of the article: "President Ana Berg ... the head of state said"."""
    people = heard.people
    if source is None:
        return None
    head = people.doc[source.at]
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    if head.lower_ != "head" or of is None or not any(c.lower_ == "state" for c in of.children):
        return None
    if not any(c.lower_ == "the" for c in head.lefts):
        return None
    state = next((a.actor for a in people.index.inside(source.span) if a.type == "state"), None)
    found = heads_of_state(people, state)
    return people.of_person(found[0]) if len(found) == 1 else Speaker(actor=None, candidates=found)


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


def _by_office(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The only person of the article with that office: "Foreign Minister Ana Berg ... the minister said".

    Of several the one heard last; with a word that narrows the office down ("the Telle senator"), nobody who may be
    another stands nearer.
    """
    people = heard.people
    if source is None or source.kind != "role":
        return None
    head = people.doc[source.at]
    if head.tag_ in {"NNS", "NNPS"} or not any(c.dep_ == "det" and c.text.casefold() == "the" for c in head.lefts):
        return None
    if joined(people, source) or heard.is_described_before(source):
        return None
    words = [t for t in noun_phrase(head) if t.i <= head.i and t.dep_ != "det" and not t.is_punct]
    narrowing = [t for t in words if t.i < head.i and t.text[:1].isupper() and not is_title_word(people.doc, t.i)]
    office = {t.lower_ for t in words if t not in narrowing}
    holders = people.holders.get(lemma(head), {})
    before = [who for who, at in holders.items() if at < source.at and holds(people, who, office)]
    before = [who for who in before if belongs(people, who, head) and may_be_of(people, who, [*narrowing, head])]
    nearest = [who for who in before if heard.is_nearest(who, head)]
    before = nearest if narrowing or nearest else before
    if len(before) == 1:
        if source.actor is not None and source.actor.type == "unnamed":
            heard.note_same(source, before[0])
        return msgspec.structs.replace(people.of_person(before[0]), same_as=(people.span_of(holders[before[0]]),))
    if before:
        return Speaker(actor=None, candidates=tuple(before))
    return of_title(people, head)


def _epithet(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one person heard just before, called otherwise: "“No,” Ana Berg said. The Ostmark Democrat added ..."

    Also "the former envoy", "the 57-year-old scientist", "the Varenian official".
    """
    people = heard.people
    if source is None or people.doc[source.at].tag_ not in {"NN", "NNP"}:
        return None
    head = people.doc[source.at]
    if not any(c.lower_ == "the" for c in head.lefts) or heard.is_described_before(source):
        return None
    who = heard.last(source.span.start)
    if who is None or who.type != "person" or who.actor is None:
        return None
    goes_on = attribution.form == "direct" and attribution.content[0].start < source.span.start
    if heard.is_another(who.actor, head, goes_on=goes_on):
        return None
    marked = lemma(head) in _EPITHETS or any(c.lower_ in _MARKING for c in head.lefts)
    if marked or _is_of_state(people, who, head):
        return who
    # "the Telle senator"
    narrowing = [c for c in head.lefts if c.text[:1].isupper() and c.dep_ in {"amod", "compound", "nmod"}]
    may_be = may_be_of(people, who.actor, narrowing) and may_hold(people, who.actor, head)
    return who if narrowing and _is_named(attribution) and may_be else None


def _is_of_state(people: People, speaker: Speaker, head: "Token") -> bool:
    """Whether a state before the noun is the speaker's: "the Varenian official"."""
    told = (people.index.at(c) for c in head.lefts)
    return any(a is not None and a.type == "state" and a.actor == speaker.affiliation for a in told)


def _is_named(attribution: Attribution) -> bool:
    return attribution.sourcing is not None and attribution.sourcing.named


def _unnamed(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """People without a name, new or come back to: "a senior envoy", later "the envoy"."""
    people = heard.people
    if source is None or source.kind not in {"vague", "role", "spokesperson"}:
        return None
    if source.kind != "vague" and (named := to_be_named(people, source)) is not None:
        heard.note_same(source, named)
        return msgspec.structs.replace(people.of_person(named), same_as=people.persons[named].spans)
    head = people.doc[source.at]
    if "headline" in attribution.flags or people.paragraph(source.span.start) == 0:
        bare = head.tag_ in {"NN", "NNP"} and not any(c.dep_ in {"det", "nummod", "poss"} for c in head.lefts)
        if bare and source.number == 1 and not people.is_met_again(source):
            return Speaker(actor=None)  # "Ex-spy says", who is named below
    lefts = {c.lower_ for c in head.lefts}
    of_another = any(c.lower_ == "of" for c in head.rights)  # "the leader of the guild"
    told = head.lower_ in {"man", "woman"} and "the" in lefts and any(c.dep_ == "relcl" for c in head.rights)
    if told and not heard.is_described_before(source):
        return Speaker(actor=None)  # "the man who built the bridge", as the text has told
    if (_is_named(attribution) and not of_another) or ("the" in lefts and lefts & _MARKING and source.number == 1):
        return Speaker(actor=None)  # it goes back to somebody named, whoever that is
    partial = head.head.lower_ == "of"  # "some of the officials"
    if source.actor is None or source.actor.type != "unnamed" or (partial and source.actor.actor is None):
        if any(c.lower_ in _ANYBODY for c in people.doc[source.at].lefts):
            return None
        who = heard.described_by(source) if "the" in lefts else None
        return Speaker(actor=who or f"unnamed:{described(people.doc, source)}", type="unnamed")
    who = source.actor.actor or people.near(source.actor.candidates, source.span.start)
    return Speaker(
        actor=who,
        type="unnamed",
        affiliation=source.actor.affiliation or source.actor.state,
        candidates=() if who else source.actor.candidates,
    )


def _they(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The people or body that was the last subject: "officials met. They said ...", "the official ...; they said"."""
    if source is None or source.span.text.casefold() not in {"they", "their"}:
        return None
    return they(heard, source.at, attribution.content)


def _it(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The state or body that was the last subject: "the ministry said it hoped"."""
    people = heard.people
    return it(people, source.at) if source is not None and source.span.text.casefold() in {"it", "its"} else None


def _people_at_large(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """People of no role: "some", "Western policymakers", "52 percent of the voters"."""
    people = heard.people
    if source is None or source.actor is not None or source.kind not in {"crowd", "other"}:
        return None
    if source.span.text.casefold() in _OF_THINGS | {"who"}:
        return None
    head = people.doc[source.at]
    if head.tag_ == "NNS" and head.lower_[:-1].endswith(_DOERS) and not head.text.isupper():
        return Speaker(actor=f"unnamed:{described(people.doc, source)}", type="unnamed")
    counted = head.lower_ in _SHARES and any(c.dep_ == "nummod" for c in head.lefts)
    if head.lower_ in _SOME or counted:
        return Speaker(actor=f"unnamed:{' '.join(source.span.text.casefold().split())}", type="unnamed")
    return None


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
    ("speaker.named", _named),
    ("speaker.body", _body_before),
    ("speaker.name", _name_alone),
    ("speaker.he_she", _he_she),
    ("speaker.head_of_state", _head_of_state),
    ("speaker.office", _by_office),
    ("speaker.epithet", _epithet),
    ("speaker.unnamed", _unnamed),
    ("speaker.they", _they),
    ("speaker.it", _it),
    ("speaker.at_large", _people_at_large),
    ("speaker.carried", _carried),
)
