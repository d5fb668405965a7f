"""References: whom he, she, they, it, we and "the two leaders" stand for, anywhere in the article."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from onrecord.mentions.sides import WE
from onrecord.mentions.speakers.heard import Heard
from onrecord.mentions.speakers.people import IN_TITLES, People
from onrecord.mentions.speakers.several import it, last_subject, pair
from onrecord.model import Actor, Reference, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE_SHE = {"he", "she", "him", "her", "his", "hers"}
_THEY = {"they", "them", "their", "theirs", "both"}
_IT = {"it", "its"}
_JOINT = re.compile(
    r"\b(?:joint|leaders['’]?)\b.*\b(?:statement|declaration|communiqu)|\bstatement\b.*\bleaders\b", re.I
)
# In how many sentences a joint statement says who "we" are.
_OPENING = 3
_PLURAL = {"NNS", "NNPS"}
# Several in one word: "the two leaders" are persons, "both sides" are states.
_LEADERS = {"leader", "president", "minister", "premier", "diplomat", "counterpart", "statesman", "interlocutor", "man"}
_HEADS = {"president", "premier", "chancellor", "king"}
_HEADED = ("state", "government", "delegation")
_SIDES = {"side", "country", "nation", "state", "party", "government", "power", "capital", "neighbor", "neighbour"}
# Words for those whom the title of a readout names.
_OF_TITLES = {"leader", "president", "interlocutor", "side", "party"}
_DESCRIBING = {"amod", "compound", "poss", "nmod", "prep"}
_MEETING_WORDS = {
    "meet", "meeting", "talk", "call", "speak", "conversation", "summit", "videoconference", "host", "welcome",
    "negotiation",
}  # fmt: skip
# Talks are of more than one state.
_TALKING = {"interlocutor", "side", "party"}
_TAKES_TWO = {"agree", "discuss", "exchange", "talk", "speak", "touch", "consult", "coordinate", "concur", "share"}
# What two states do with each other and two teams do not, and words before a third.
_DEALING = {"talk", "speak", "negotiate", "discuss", "sign", "trade", "exchange"}
_WITH = {"with", "to", "against", "between"}
_ACTING = {"nsubj", "nsubjpass", "dobj", "pobj"}
_NUMBERS = {"two", "both"}
_GROUPS = {"organisation", "institution", "group", "state", "unnamed"}
# Of an article's persons or states the two met most are "the two", where the third is met at most this share as often.
_MUCH_LESS = 0.6


def find_references(heard: Heard) -> Iterator[Reference]:
    """Each pronoun, and each "the president" and "the two leaders", that stands for actors of the article.

    He and she as `resolve_pronouns` chooses; "we" of a joint statement its authors; "they" the subject before that is
    several; "it" the state or body that is the subject above or before; "the two leaders", "the sides" the two of their
    kind named last or most.
    """
    people = heard.people
    principals = _Principals(people)
    before: dict[int, tuple[str, ...]] = {}
    authors = _authors(people)
    said = [c for a, speaker in heard.said() if speaker.actor is not None for c in a.content] if authors else []
    for token in people.doc:
        start = token.idx
        if token.lower_ in WE and not any(c.start <= start < c.end for c in said):
            found = authors
        else:
            found = _stands_for(heard, token, principals, before)
        if found:
            before[token.i] = found
            yield Reference(span=cut(people.article.text, start, start + len(token.text)), actors=found)


def _stands_for(
    heard: Heard, token: "Token", principals: "_Principals", before: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    people = heard.people
    word = token.lower_
    if word in _HE_SHE:
        choice = heard.choices.get(token.i)
        return (choice.who,) if choice is not None and choice.who is not None else ()
    if word in _THEY and token.pos_ in {"PRON", "DET"} and token.dep_ != "det":
        return _they(heard, token, before)
    if word in _IT and token.pos_ == "PRON" and (word == "its" or token.dep_ in {"nsubj", "nsubjpass"}):
        speaker = it(people, token.i)
        return (speaker.actor,) if speaker is not None and speaker.actor is not None else ()
    if lemma(token) in _SIDES - {"party"} and _is_one_by_one(token):
        return _each_of_two(heard, token, before)
    if token.tag_ in _PLURAL and not token.text.isupper():
        found = _two(people, token, principals)
        states = _states_behind(people, found)
        return () if lemma(token) in _TALKING and len(states) == 1 and None not in states else found
    if lemma(token) not in _HEADS or token.dep_ in IN_TITLES:
        return ()
    owns = token.dep_ == "poss" and token.i > 0  # the article of "the president's call" may hang on the call
    the = any(c.lower_ == "the" for c in token.lefts) or (owns and token.nbor(-1).lower_ == "the")
    return _head_of_state(heard, token) if the else ()


def _head_of_state(heard: Heard, token: "Token") -> tuple[str, ...]:
    """Who holds the office, else, for the office that publishes, its state: "the President" of the White House."""
    people = heard.people
    if any(c.lower_ == "of" for c in token.rights):
        return ()
    if (holder := heard.holder(token)) is not None:
        return (holder,)
    actor = people.index.at(token)
    unknown = actor is None or (actor.actor is None and not actor.candidates)
    if people.home is None or not unknown or not token.text[0].isupper():
        return ()
    noun, met = lemma(token), people.counterparts
    if noun == "president" or noun in (people.article.outlet or "").casefold():
        return (people.home,)
    # "the President and the King agreed", after a call with the King
    return met.others if met is not None and len(met.others) == 1 and met.has(noun) else ()


def _authors(people: People) -> tuple[str, ...]:
    """Who "we" of a joint statement are: those set beside the word, whom its title names, or who open it."""
    for sentence in islice(people.doc.sents, _OPENING):
        for token in sentence:
            if token.lower_ == "we" and any(c.dep_ == "appos" for c in token.children):
                listed = (people.index.at(t) for c in token.children if c.dep_ == "appos" for t in c.subtree)
                return _as_titled(people, _bodies_of(a for a in listed if a is not None))
    title = people.article.title or ""
    if not _JOINT.search(title):
        return ()
    shown = [(at, a) for a in people.index if (at := title.find(a.spans[0].text)) >= 0]
    named = _bodies_of(a for _, a in sorted(shown, key=lambda x: x[0]))
    if named:
        return _as_titled(people, named)
    opening = next(people.doc.sents)
    return _bodies_of(a for t in opening if t.i < opening.root.i and (a := people.index.at(t)) is not None)


def _bodies_of(actors: Iterable[Actor]) -> tuple[str, ...]:
    """States and organisations among actors."""
    return tuple(dict.fromkeys(a.actor for a in actors if a.actor is not None and a.type in {"state", "organisation"}))


def _they(heard: Heard, token: "Token", before: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The subject above in the sentence, else the last one of the paragraph, if it is several; then those who met."""
    people = heard.people
    above = (c for verb in token.ancestors for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i)
    for subject in (next((s for s in above if token not in s.subtree), None), last_subject(people, token.i)):
        if subject is None:
            continue
        if subject.i in before and len(before[subject.i]) > 1:
            return before[subject.i]
        actors = [a for t in (subject, *subject.conjuncts) if (a := people.index.at(t)) is not None and a.actor]
        ids = tuple(dict.fromkeys(heard.id_of(a.actor or "") for a in actors))
        if len(actors) == 1 and actors[0].type == "unnamed" and (states := _states_of(people, actors[0], before)):
            return states
        if len(ids) > 1 or (len(ids) == 1 and actors[0].type in _GROUPS and _is_several(actors[0], subject)):
            return ids
        if len(ids) == 1 and (other := _met(people, subject)):
            return tuple(dict.fromkeys((*ids, *other)))
    met = people.counterparts
    return met.states if met is not None and (_opens_paragraph(heard, token) or _both_talk(people, token)) else ()


def _both_talk(people: People, token: "Token") -> bool:
    """ "He conveyed support. They also exchanged views": what takes two, after one person."""
    subject = last_subject(people, token.i)
    if subject is None or token.dep_ != "nsubj" or lemma(token.head) not in _TAKES_TWO or list(subject.conjuncts):
        return False
    actor = people.index.at(subject)
    one = subject.lower_ in {"he", "she"} or (actor is not None and actor.type == "person")
    plurals = (t for t in _paragraph_before(people, token) if t.tag_ in _PLURAL and t.dep_ in _ACTING)
    others = any(people.index.at(t) is not None for t in plurals)
    met_another = any(c.dep_ in {"dobj", "agent"} for c in subject.head.children)
    return one and not met_another and people.layout.quotation_at(token.idx) is None and not others


def _opens_paragraph(heard: Heard, token: "Token") -> bool:
    """Whether the pronoun is the first subject of its paragraph, behind no plural and in nobody's words."""
    people = heard.people
    if token.dep_ not in {"nsubj", "nsubjpass"} or last_subject(people, token.i) is not None:
        return False
    said = (c for a, _ in heard.said() for c in a.content)
    if people.layout.quotation_at(token.idx) is not None or any(c.start <= token.idx < c.end for c in said):
        return False
    return not any(t.tag_ in _PLURAL for t in _paragraph_before(people, token))


def _paragraph_before(people: People, token: "Token") -> "Iterator[Token]":
    """The words of the token's paragraph before it, the nearest first."""
    paragraph = people.layout.paragraph_at(token.idx)
    first = paragraph.start if paragraph is not None else 0
    return takewhile(lambda t: t.idx >= first, (people.doc[i] for i in range(token.i - 1, -1, -1)))


def _states_of(people: People, actor: Actor, before: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The states of people of several: "Varenian and Ostmark officials", "officials from both governments"."""
    span = people.doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand")
    named = [a.actor for a in people.index.inside(actor.spans[0]) if a.type == "state" and a.actor]
    meant = [who for t in span or () for who in before.get(t.i, ()) if who in people.states]
    found = tuple(dict.fromkeys([*named, *meant]))
    return found if len(found) > 1 else ()


def _is_several(actor: Actor, subject: "Token") -> bool:
    """People, a body of many or a state; "an official" is one."""
    return actor.type != "unnamed" or subject.tag_ in _PLURAL


def _met(people: People, subject: "Token") -> tuple[str, ...]:
    """With whom the subject meets or talks: "Berg met Holt. They ..." """
    verb = subject.head
    if lemma(verb) not in {"meet", "speak", "talk", "join", "greet", "hold", "have", "sit"}:
        return ()
    objects = [c for c in verb.children if c.dep_ == "dobj" and lemma(verb) in {"meet", "join", "greet"}]
    preps = [c for h in (verb, *(c for c in verb.children if c.dep_ == "dobj")) for c in h.children if c.dep_ == "prep"]
    objects += [g for p in preps if p.lower_ in {"with", "to"} for g in p.children if g.dep_ == "pobj"]
    found = [people.index.at(t) for o in objects for t in (o, *o.conjuncts)]
    return tuple(a.actor for a in found if a is not None and a.actor is not None and a.type in {"person", "state"})


def _two(people: People, head: "Token", principals: "_Principals") -> tuple[str, ...]:
    """ "the two leaders", "both sides", "the presidents": two persons or states."""
    noun = lemma(head)
    described = [c for c in head.children if c.dep_ in _DESCRIBING]
    office = [g for c in described for g in c.children]
    if noun == "head" and [g.lower_ for g in office] in ([w] for w in _HEADED) and not [*office[0].children]:
        noun, described = "leader", []  # "the heads of state"
    if noun not in _LEADERS | _SIDES or described:
        return ()
    lefts = {c.lower_ for c in head.lefts}
    told = bool(lefts & _NUMBERS)
    if not (told or "the" in lefts) or any(c.dep_ == "nummod" and c.lower_ != "two" for c in head.lefts):
        return ()
    if not told and (gathered := principals.gathered(head)):
        return gathered
    if noun in _LEADERS and (two := pair(people, head)):
        return two
    found = principals.persons if noun in _LEADERS else ()
    if noun in _SIDES and (told or noun in {"side", "party"}):
        found = principals.states
    titled = noun in _OF_TITLES and not any(c.dep_ in {"relcl", "acl"} for c in head.children)
    return _as_titled(people, found, told=told) if titled else found


def _is_one_by_one(noun: "Token") -> bool:
    """ "Each side blames the other", "neither country would sign": not "each country in Africa"."""
    lefts, rights = [c.lower_ for c in noun.lefts], [c for c in noun.rights if c.pos_ != "PUNCT"]
    return noun.tag_ == "NN" and lefts in (["each"], ["neither"]) and not rights


def _each_of_two(heard: Heard, noun: "Token", before: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The two states that dealt with each other before: none of three, nor with others, nor in a game."""
    subject, found = last_subject(heard.people, noun.i), _they(heard, noun, before)
    if subject is None or subject.sent == noun.sent or lemma(subject.head) not in _DEALING:
        return ()
    alone = len(subject.conjuncts) == 1 and not any(t.dep_ == "prep" and t.lower_ in _WITH for t in subject.sent)
    return found if alone and len(found) == 2 and heard.people.states.issuperset(found) else ()


def _states_behind(people: People, found: tuple[str, ...]) -> set[str | None]:
    return {people.of_person(who).affiliation if who in people.persons else who for who in found}


def _as_titled(people: People, found: tuple[str, ...], *, told: bool = False) -> tuple[str, ...]:
    """The states that the title says met, in place of nobody or of some of these with others; else those found.

    `told`: the words say that they are two.
    """
    met = people.counterparts
    if met is None or (told and len(met.others) != 1):
        return found
    states = _states_behind(people, found)
    titled = set(met.states)
    return found if states == titled or (found and not states & titled) else met.states


class _Principals:
    """Whom an article is about where it is about two, and who met in it."""

    def __init__(self, people: People) -> None:
        self._people = people
        persons = Counter({who: len(people.mentions.get(who, ())) for who in people.persons})
        first = next(iter(persons.most_common(1)), ("", 0))[0]
        titled = [who for who in people.headline if who in people.persons and who != first]
        self.persons = _two_most(persons) or ((first, titled[0]) if len(titled) == 1 else ())
        states = Counter({who: len(places) for who, places in people.mentions.items() if who in people.states})
        for who, count in persons.items():
            state = people.persons[who].state
            if state is not None and state in states:
                states[state] += count
        self.states = _two_most(states)

    def gathered(self, head: "Token") -> tuple[str, ...]:
        """Who met in the last sentence before that tells it: "the leaders" of a readout."""
        before = [present for end, present in self._met if end <= head.sent.start]
        return before[-1] if before else ()

    @cached_property
    def _met(self) -> list[tuple[int, tuple[str, ...]]]:
        """End of each sentence that tells of a meeting of persons, and these."""
        people = self._people
        met: list[tuple[int, tuple[str, ...]]] = []
        for sentence in people.doc.sents:
            if any(lemma(t) in _MEETING_WORDS for t in sentence):
                named = [a.actor for t in sentence if (a := people.index.at(t)) is not None and a.type == "person"]
                present = tuple(dict.fromkeys(people.id_of(who) for who in named if who))
                if len(present) > 1:
                    met.append((sentence.end, present))
        return met


def _two_most(counts: "Counter[str]") -> tuple[str, ...]:
    ranked = [*counts.most_common(3), ("", 0)]
    if len(counts) < 2 or ranked[2][1] > _MUCH_LESS * ranked[1][1]:
        return ()
    return (ranked[0][0], ranked[1][0])
