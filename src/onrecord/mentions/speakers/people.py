"""What is known about the people of one article while its speakers are resolved."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import words as words_of
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.actors.counterparts import counterparts_of, state_by_title, state_of_office
from onrecord.mentions.actors.persons import KIN
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.offices_held import RANKS, head_of_office
from onrecord.mentions.page_titles import author_of, named_in_title, office_of_author
from onrecord.mentions.publishers import home_of
from onrecord.mentions.source_nouns import Source, described, read_source
from onrecord.mentions.speakers.pronouns import (
    Gender,
    Mention,
    Utterance,
    contradicts,
    gender_of,
    gender_of_name,
    resolve_pronouns,
)
from onrecord.mentions.speakers.questioners import misnamed_questions, named_questioners
from onrecord.mentions.turns import asks, is_label, label_speaker, titled_name
from onrecord.model import Actor, Article, Attribution, Layout, Span, Speaker, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of several people whom "the official" fits: the only one mentioned at most this many paragraphs before.
NEAR_PARAGRAPHS = 1
_SPELLED = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "adm.": "admiral",
    "col.": "colonel", "prof.": "professor", "amb.": "ambassador", "congressman": "representative",
}  # fmt: skip
_OFFICES = {"president", "premier", "chancellor", "minister", "secretary", "governor", "king", "pope", "mayor"}
# Where an office is part of a name: "President Berg".
IN_TITLES = {"compound", "nmod", "appos", "attr"}
_HEADS_OF_STATE = ("president", "king", "queen", "emperor", "emir", "sultan")
# A source may be described first and named in the paragraphs that follow, at most this many on.
SOON_PARAGRAPHS = 3
_LONGEST_NAME = 3  # words
_LONG_ENOUGH = 6  # letters of a first name in which one may be wrong
# Places of one name that are looked at.
_MOST_LOOKED_AT = 60
_OTHER_CLAUSES = {"ccomp", "advcl", "relcl", "acl", "conj", "parataxis"}
_OF_ANOTHER = re.compile(r" (?:of|for|to|from|in|at|with) ")
_REGIONAL = {"regional", "region", "republic"}


# "Teliy", "Teliyy", "Tely": transliterations of one name end differently.
_ENDING = re.compile(r"[iyj]{1,2}$")


class People:
    """What is known about the people of one article while its speakers are resolved."""

    def __init__(
        self,
        doc: "Doc",
        article: Article,
        layout: Layout,
        attributions: tuple[Attribution, ...],
        actors: tuple[Actor, ...],
    ) -> None:
        self.doc, self.article, self.layout = doc, article, layout
        self.index = ActorIndex(actors)
        self.persons: dict[str, Actor] = {}
        self.holders: dict[str, dict[str, int]] = {}
        """Persons by the last word of their office, with a mention that gives it."""
        self._plainly: set[str] = set()
        """To whom an office is given at first without saying whose."""
        self.mentions: dict[str, list[Span]] = {}
        """Where each actor stands, in the order of the text."""
        for actor in sorted(actors, key=lambda a: a.begins_at):
            if actor.actor is not None:
                self.mentions.setdefault(actor.actor, []).extend(actor.spans)
        self._sources = sorted((s.start, s.end) for a in attributions for s in a.source)
        self._said: dict[str, tuple[Attribution, Speaker]] = {}
        titles = [p for p in layout.paragraphs if p.role == "headline"]
        self.headline = frozenset(
            who
            for who, spans in self.mentions.items()
            if any(t.start <= s.start < t.end for t in titles for s in spans)
            or re.search(rf"\b{re.escape(who.split()[-1])}\b", article.title or "")
        )
        self.states = frozenset(a.actor for a in actors if a.type == "state" and a.actor) | {
            a.affiliation for a in actors if a.type == "unnamed" and a.state and a.affiliation
        }
        self._bodies: dict[str, list[tuple[str, Actor]]] = {}
        for actor in sorted(actors, key=lambda a: a.begins_at):
            names = {actor.actor or ""} if actor.type in {"organisation", "outlet", "institution"} else set()
            if actor.type in {"organisation", "outlet"}:
                names.add(actor.spans[0].text)
            if actor.type == "institution" and actor.institution is not None:
                names = {actor.institution}
            for name in (n.removesuffix("'s").removesuffix("’s").split() for n in names):
                for word in {name[0].casefold(), name[-1].casefold()} if len(name) > 1 else ():
                    self._bodies.setdefault(word, []).append((" ".join(name), actor))
        self._outlets = sorted((a for a in actors if a.type == "outlet" and a.actor), key=lambda a: a.begins_at)
        self.called = {a.spans[0].text: a for a in actors if a.type == "state" or a.reading == "government"}
        """States by what they are called anywhere in the article."""
        self._written: dict[str, list[int]] = {}
        for token in doc:
            if token.pos_ == "PROPN":
                self._written.setdefault(token.text, []).append(token.i)
        self.labels = sorted((a for a in attributions if is_label(a)), key=lambda a: a.begins_at)
        """The turns of a transcript."""
        self._answers = [t for t in self.labels if not asks(t)]
        self.home = home_of(article.outlet)
        """The state whose institution publishes the article: "The White House"."""
        self.counterparts = counterparts_of(article)
        """With whom it met, by the article's title."""
        self.state_by_title = state_by_title(article)
        """The state that the title of an official text gives to a person."""
        self.same: dict[str, str] = {}
        """Descriptions and other spellings by the person they turned out to be."""
        self.heard: dict[int, list[Speaker]] = {}
        self._starts = [p.start for p in layout.paragraphs]
        self.they: dict[int, Speaker] = {}
        """Whom each "they" stood for that was asked about."""
        persons = {a.actor for a in actors if a.type == "person"}
        self._places = sorted((s.start, who) for who, found in self.mentions.items() if who in persons for s in found)
        self._wordings: dict[str, tuple[Span, ...]] = {}
        self.choices = resolve_pronouns(
            doc,
            layout,
            [*(m for a in actors for m in self._mention(a)), *self._strangers(), *self._described(attributions)],
            list(self._utterances(attributions)),
        )
        self._join_spellings()
        self._kin = dict(self._relatives())
        """Who only shares the surname of somebody in office, with the office of their own, or nothing."""
        self.questioners = named_questioners(self.labels, [w for w, a in self.persons.items() if a.role is None])
        """Who puts the questions of a transcript, where the answers name them."""
        self.misnamed = misnamed_questions(self.labels, self.by_label)
        """Questions that stand under the label of who answers."""
        self.author = self._author()
        """Who says what stands outside quotations, by the title."""
        self._sides: dict[str, str] = {}
        """Persons with the state that the office in a label gives them."""

    def _mention(self, actor: Actor) -> list[Mention]:
        if actor.type not in {"person", "unnamed"} or (actor.actor is None and actor.reading != "person"):
            return []
        tokens = self.doc.char_span(actor.spans[0].start, actor.spans[0].end, alignment_mode="expand")
        if tokens is None or (actor.type == "unnamed" and tokens.root.tag_ in {"NNS", "NNPS"}):
            return []
        if actor.type == "person" and actor.actor is not None:
            self._note_person(actor, tokens.root.i)
        if actor.role == actor.spans[0] and self._is_of_staff(tokens.start):
            return []
        gender = gender_of(tokens, before=self.doc[tokens.start - 1] if tokens.start else None)
        gender = gender or _gender_of_leader(actor.actor or "")
        if actor.type == "unnamed" and tokens.root.dep_ == "appos":
            return list(self._apposed(tokens.root.head, gender))
        if actor.type == "unnamed" and (holder := self._named_holder(actor, tokens.root)) is not None:
            return [Mention(who=holder, at=tokens.root.i, speaks=self._speaks(tokens.root))]
        met = self._introduced(actor)
        who = actor.actor or (met[0] if len(met) == 1 else None)
        known = who is not None  # "Berg" where two have that name can only keep others from being chosen
        return [
            Mention(
                who=who or f"one of {', '.join(actor.candidates)}",
                at=tokens.root.i,
                gender=gender,
                speaks=self._speaks(tokens.root),
                known=known,
                several=() if known else tuple(sorted(actor.candidates, key=lambda c: -len(self.mentions.get(c, ())))),
            )
        ]

    def _apposed(self, head: "Token", gender: Gender | None) -> Iterator[Mention]:
        """The name that a description is set beside, where no actor is known by it: "Ana Berg, a spokeswoman"."""
        if head.pos_ == "PROPN" and self.index.at(head) is None:
            name = " ".join([*(c.text for c in head.lefts if c.dep_ == "compound"), head.text])
            yield Mention(who=name, at=head.i, gender=gender, speaks=self._speaks(head))

    def _is_of_staff(self, start: int) -> bool:
        """Whether an office is named for those who work for it: "the Office of the [President]"."""
        before = [t.lower_ for t in self.doc[max(0, start - 3) : start] if t.lower_ != "the"]
        return before[-2:] == ["office", "of"]

    def _described(self, attributions: Iterable[Attribution]) -> Iterator[Mention]:
        """Sources that no actor is known to be, such as "another man with a sign", to whom "he" may go back."""
        for attribution in attributions:
            source = read_source(self.doc, attribution, self.index)
            if source is None or source.actor is not None or "headline" in attribution.flags:
                continue
            if self.doc[source.at].tag_ != "NN":
                continue
            if (gender := gender_of([self.doc[source.at]])) is not None:
                who = self.to_be_named(source) or self._only_holder(self.doc[source.at])
                who = who or f"unnamed:{described(self.doc, source)}"
                yield Mention(who=who, at=source.at, gender=gender, speaks=True)

    def _utterances(self, attributions: Iterable[Attribution]) -> Iterator[Utterance]:
        """What is said, with the head of its source."""
        for attribution in attributions:
            source = read_source(self.doc, attribution, self.index)
            if source is not None and attribution.content:
                yield Utterance(content=attribution.content, source_at=source.at)

    def _join_spellings(self) -> None:
        """ "Teliy" and "Telyy" with one first name are one person, by the spelling met most, then the longest."""
        spelled: dict[str, list[str]] = {}
        for who in self.persons:
            if " " in who:
                spelled.setdefault(_ENDING.sub("y", who.casefold()), []).append(who)
        for forms in spelled.values():
            best = max(forms, key=lambda f: (len(self.mentions.get(f, ())), len(f)))
            self.same.update({form: best for form in forms if form != best})
        for one, other in combinations([who for who in self.persons if " " in who][:_MOST_LOOKED_AT], 2):
            if _is_misspelt(one, other):
                often, seldom = sorted((one, other), key=lambda f: len(self.mentions.get(f, ())), reverse=True)
                self.same.setdefault(seldom, often)

    def _strangers(self) -> Iterator[Mention]:
        """Holders of an office whom no actor is known to be, "the president", and other people, "a mother of two"."""
        for token in self.doc:
            if token.tag_ == "NN" and (gender := gender_of([token])) is not None and self._is_nobody_named(token):
                yield Mention(who=f"{token.lower_} {token.i}", at=token.i, gender=gender, known=False)
                continue
            if lemma(token) not in _OFFICES or token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in IN_TITLES:
                continue
            actor = self.index.at(token)
            definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.lefts)
            if not definite or token.tag_ in {"NNS", "NNPS"} or (actor is not None and actor.actor is not None):
                continue
            if (who := self.holder(token, None) or self._only_holder(token)) is not None:
                yield Mention(who=who, at=token.i, speaks=self._speaks(token))
            else:
                yield Mention(who=f"the {lemma(token)}", at=token.i, speaks=self._speaks(token), known=False)

    def _is_nobody_named(self, token: "Token") -> bool:
        """Whether the noun is no actor, nor said of one: "Ana Berg, a mother", "Berg's wife, Lena"."""
        beside = token.dep_ in IN_TITLES or any(c.dep_ == "appos" for c in token.rights)
        return not beside and self.index.at(token) is None

    def _named_holder(self, actor: Actor, head: "Token") -> str | None:
        """Whom "the ambassador" is where no "an ambassador" stood before and one named person has that office."""
        first = self.mentions.get(actor.actor or "", [actor.spans[0]])[0]
        the = any(c.lower_ == "the" for c in head.lefts)
        brought_in = first.text.casefold().startswith(("a ", "an ", "one ", "another ", "some ", "two "))
        return self._only_holder(head) if the and not brought_in else None

    def _only_holder(self, token: "Token") -> str | None:
        """The one person to whom the text before gives that very office: "Mayor Ana Berg ... the mayor"."""
        held = (who for who, at in self.holders.get(lemma(token), {}).items() if at < token.i)
        found = [who for who in held if self.holds(who, {lemma(token)}) and self.belongs(who, token)]
        return found[0] if len(found) == 1 else None

    def _speaks(self, token: "Token") -> bool:
        """Whether the token is the head of the source of an attribution, or stands in apposition to it."""
        at = bisect_right(self._sources, (token.idx, len(self.article.text))) - 1
        if at < 0 or token.idx >= self._sources[at][1] or token.dep_ == "poss":
            return False
        start = self._sources[at][0]
        while token.dep_ == "appos" and token.head.idx >= start:
            token = token.head
        return token.head.idx < start or token.head.idx >= self._sources[at][1] or token.dep_ in {"ROOT", "conj"}

    def _note_person(self, actor: Actor, at: int) -> None:
        who = actor.actor or ""
        known = self.persons.get(who)
        if known is None or (known.role is None and actor.role is not None):
            self.persons[who] = actor
        if actor.role is not None:
            first = known is None or known.role is None
            if first and not any(a.type in {"state", "institution"} for a in self.index.inside(actor.role)):
                self._plainly.add(who)
            office = self.doc.char_span(actor.role.start, actor.role.end, alignment_mode="expand")
            if office is not None:
                noun = head_of_office(office)
                office_word = _SPELLED.get(noun.lower_, lemma(noun))
                self.holders.setdefault(office_word, {}).setdefault(who, at)

    def note(self, attribution: Attribution, speaker: Speaker) -> None:
        """Remember who spoke in the paragraph, for quotations without a source."""
        if attribution.id:
            self._said[attribution.id] = attribution, speaker
        if attribution.parent is None and attribution.content and (attribution.source or speaker.actor):
            self.heard.setdefault(self.paragraph(attribution.content[0].start), []).append(speaker)

    def said(self) -> Iterable[tuple[Attribution, Speaker]]:
        """What was said and by whom, as far as it is known by now."""
        return self._said.values()

    def heard_last(self, offset: int) -> Speaker | None:
        """The one speaker of the paragraph so far, else of the one before; none where several spoke there."""
        here = self.paragraph(offset)
        for paragraph in (here, here - 1):
            speakers = {s.actor: s for s in self.heard.get(paragraph, ())}
            if speakers:
                only = next(iter(speakers.values()))
                return only if len(speakers) == 1 and only.actor is not None else None
        return None

    def mention(self, speaker: Speaker, attribution: Attribution) -> None:
        """Count a source among the mentions of the unnamed person it was resolved to."""
        if speaker.type != "unnamed" or speaker.actor is None:
            return
        if speaker.rule != "speaker.first_person":
            self.mentions.setdefault(speaker.actor, []).extend(attribution.source)

    def others(self, who: str, source: tuple[Span, ...]) -> tuple[Span, ...]:
        """The other mentions of somebody, each wording once, at its first place."""
        if who not in self._wordings:
            first: dict[str, Span] = {}
            for span in sorted(self.mentions.get(who, ())):
                first.setdefault(span.text.casefold(), span)
            self._wordings[who] = tuple(first.values())
        return tuple(w for w in self._wordings[who] if not any(w.overlaps(s) for s in source))

    def of_actor(self, actor: Actor) -> Speaker:
        """An actor as speaker; persons with the office that the article gives them anywhere."""
        if actor.type == "person" and actor.actor is not None:
            return self.of_person(actor.actor)
        return Speaker(
            actor=actor.actor,
            type=actor.type,
            name=actor.spans[0].text,
            affiliation=actor.affiliation or actor.state,
            candidates=actor.candidates if actor.actor is None else (),
        )

    def of_person(self, who: str) -> Speaker:
        """A person or unnamed source by id."""
        who = self.same.get(who, who)
        person = self.persons.get(who)
        if person is None and who.startswith("unnamed:"):
            return Speaker(actor=who, type="unnamed")
        if person is None:
            return Speaker(actor=who, type="person", name=who)
        return Speaker(
            actor=who,
            type="person",
            name=who,
            role=person.role.text if person.role else None,
            affiliation=person.affiliation or person.state,
        )

    def paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def span_of(self, at: int) -> Span:
        """The mention at a head token: the actor's, else the word."""
        token = self.doc[at]
        actor = self.index.at(token) if token.pos_ != "PRON" else None
        return actor.spans[0] if actor is not None else cut(self.article.text, token.idx, token.idx + len(token.text))

    def around(self, attribution: Attribution, span: Span) -> Speaker | None:
        """Speaker of the innermost quotation or transcript turn above the attribution that holds the span."""
        at, seen = attribution, {attribution.id}
        while at.parent is not None and at.parent not in seen and at.parent in self._said:
            seen.add(at.parent)
            at, speaker = self._said[at.parent]
            quotation = self.layout.quotation_at(span.start)
            quoted = quotation is not None and any(c.start <= quotation.start < c.end for c in at.content)
            if quoted or is_label(at):
                return speaker
        turn = self.turn(attribution)
        return self._said[turn.id][1] if turn is not None and turn.id in self._said else None

    def turn(self, attribution: Attribution) -> Attribution | None:
        """The transcript's turn whose words hold the attribution."""
        at = bisect_right(self.labels, attribution.begins_at - 1, key=lambda t: t.begins_at) - 1
        holds = at >= 0 and any(c.start <= attribution.begins_at < c.end for c in self.labels[at].content)
        return self.labels[at] if holds else None

    def answers(self, turn: Attribution) -> Speaker | None:
        """Who takes the question: the speaker of the next turn that is no question."""
        if not asks(turn):
            return None
        at = bisect_right(self._answers, turn.begins_at, key=lambda t: t.begins_at)
        if at == len(self._answers):
            return None
        label = self._answers[at].source[0].text
        return (None if label.isupper() else self.titled(label)) or self.by_label(label)

    def by_label(self, label: str) -> Speaker:
        """Whoever speaks under a label in capitals."""
        return label_speaker(label, self.persons, self.article.title or "", self.headline, self._kin)

    def titled(self, label: str) -> Speaker | None:
        """The person of a label in mixed case, with the office's state: "Minister Ana Berg", later "Ana Berg"."""
        found = titled_name(label, self.persons)
        if found is None:
            return None
        office, name = found
        fuller = [name] if name in self.persons else [who for who in self.persons if who.endswith(f" {name}")]
        speaker = self.of_person(fuller[0] if len(fuller) == 1 else name)
        state = speaker.affiliation or self.state_by_title(name) or state_of_office(office, self.home)
        if state is not None:
            self._sides.setdefault(name, state)
        return msgspec.structs.replace(
            speaker, role=speaker.role or office or None, affiliation=state or self._sides.get(name)
        )

    def of_name(self, name: str) -> Speaker:
        """A person named in the title, by the fullest name that the article has."""
        last, title = name.split()[-1], (self.article.title or "").casefold()
        fuller = [
            who
            for who in self.persons
            if who.split()[-1] == last
            and ((office := self._kin.get(who)) is None or (office and f"{office} {last}".casefold() in title))
        ]
        whose = [name] if name in self.persons else fuller
        if len(whose) == 1:
            return self.of_person(whose[0])
        return Speaker(actor=name, type="person", name=name, affiliation=self.state_by_title(name))

    def _relatives(self) -> Iterator[tuple[str, str]]:
        """Who has an office's name by family, with the office of their own: "my son, Major Ana Berg"; or nothing.

        So has who bears a leader's surname and no office.
        """
        for who, actor in self.persons.items():
            surname = who.split()[-1]
            if surname == who or leaders_named(who):
                continue
            lady = actor.role is not None and actor.role.text.casefold().endswith(" lady")
            kin = [office for s in self.mentions[who] if (office := self._office_of_kin(s)) is not None]
            if lady or (actor.role is None and leaders_named(surname)) or kin:
                yield who, next(filter(None, kin), "")

    def _office_of_kin(self, span: Span) -> str | None:
        """ "Major" of "my son, Major Ana Berg", nothing of "Ana Berg, his wife"; none of who is nobody's kin there."""
        name = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if name is None:
            return None
        before = self.doc[max(name.sent.start, name.start - _LONGEST_NAME - 1) : name.start]
        words = [t for t in before if t.text not in {",", "-", "–", "—"}]
        office = [t.text for t in name[:-1]]
        while words and words[-1].text[:1].isupper():
            office.insert(0, words.pop().text)
        said = words[-1:] + [t for t in name.root.rights if t.dep_ == "appos"]
        kin = any(lemma(t) in KIN and any(c.dep_ == "poss" for c in t.lefts) for t in said)
        return " ".join(w for w in office if w not in span.text.split()[-2:]) if kin else None

    def of_title(self, head: "Token") -> Speaker | None:
        """The one person whom an official text's title names, in that very office: "Meeting with Governor Ana Berg"."""
        title = self.article.title or ""
        words = [w.casefold() for w in re.findall(r"\w+", title)]
        told = [t for t in head.subtree if t.dep_ != "det" and t.pos_ in {"NOUN", "PROPN", "ADJ"}]
        if self.home is None or words.count(head.lower_) != 1:
            return None
        if any(t.lower_ not in words and t.lower_ not in _REGIONAL for t in told):
            return None
        named = [(at, who) for who in self.persons if " " in who and (at := title.find(who)) >= 0]
        if not named and (name := named_in_title([head.lower_], title)) is not None and " " in name:
            return self.of_name(name)
        office = rf"(?<!former )(?<!late )\b(?i:{re.escape(head.text)})(?: of(?: the)?(?: [A-Z]\w*){{1,4}}){{0,2}} "
        held = len(named) == 1 and re.search(office + re.escape(named[0][1]), title) is not None
        return self.of_person(named[0][1]) if held else None

    def _author(self) -> Speaker | None:
        """The person whom the title names as author, else the state whose president it names.

        None where the text has the turns of others.
        """
        title = self.article.title or ""
        name, office = author_of(title), office_of_author(title) or ""
        state = self.home if office == "President" else state_of_office(office, self.home)
        found = Speaker(actor=state, type="state") if state is not None else None
        found = self.of_name(name) if name is not None else found
        others = (self.by_label(t.source[0].text).actor for t in self.labels)
        return found if found is not None and all(who == found.actor for who in others) else None

    def is_another(self, who: str, head: "Token", *, goes_on: bool = False) -> bool:
        """Whether "the candidate" can be somebody else: who held the office before, or who was named since the words
        of `who` began; where another quotation goes on before "the candidate said", only outside the marks."""
        held = {w for w, at in self.holders.get(lemma(head), {}).items() if at < head.i}
        said = (a.begins_at for a, s in self.said() if s.actor == who and a.parent is None and a.ends_at <= head.idx)
        since = max(said, default=0)
        since_then = ((at, w) for at, w in self.persons_before(head.idx) if at >= since)
        named = {self.same.get(w, w) for at, w in since_then if not goes_on or self.layout.quotation_at(at) is None}
        return who not in held if held else bool(named - {who})

    def relatives(self, source: Source) -> tuple[str, ...]:
        """Persons of the surname whom the form of address does not contradict."""
        head, titles = self.doc[source.at], self._titles(source)
        same = (who for who in self.persons if who.split()[-1] == head.text and len(who.split()) > 1)
        return tuple(who for who in same if not any(contradicts(who, title) for title in titles))

    def _titles(self, source: Source) -> list[str]:
        """The capitalised words just before a source's surname, such as "Mrs."."""
        if source.actor is None:
            return []
        name = self.doc.char_span(source.actor.begins_at, source.actor.ends_at, alignment_mode="expand")
        before = self.doc[max(0, name.start - 2) : name.end - 1] if name is not None else ()
        return [t.text for t in before if t.text[:1].isupper()]

    def holder(self, head: "Token", attribution: Attribution | None) -> str | None:
        """Of several holders of an office the one meant.

        The one of the speaking side, in the title, at home, to whom the article gives the office without a state
        ("President Berg" beside "Ostmark's President Teller"), or who was heard last.
        """
        actor = self.index.at(head)
        candidates = actor.candidates if actor is not None else ()
        if len(one := {self.same.get(c, c) for c in candidates}) == 1:
            return one.pop()
        spoken = None
        if attribution is not None and attribution.parent in self._said:
            spoken = self._said[attribution.parent][1].affiliation
        last = self.heard_last(head.idx) if attribution is not None else None
        for mine in (
            [c for c in candidates if spoken is not None and self.of_person(c).affiliation == spoken],
            [c for c in candidates if c in self.headline],
            [c for c in candidates if self.home is not None and self.of_person(c).affiliation == self.home],
            [c for c in candidates if c in self._plainly],
            [c for c in candidates if last is not None and c == last.actor],
            self._introduced(actor),
            [c for c in candidates if c not in self._beside(head)],
        ):
            if len(mine) == 1:
                return mine[0]
        return None

    def _introduced(self, actor: Actor | None) -> list[str]:
        """Of those who share a surname the ones whom the text named in full before."""
        if actor is None or actor.rule != "surname":
            return []
        return [c for c in actor.candidates if self.mentions.get(c, [actor.spans[0]])[0].start < actor.begins_at]

    def _beside(self, subject: "Token") -> set[str]:
        """Whom the clause of the subject names besides: "the president promised to press Teller" means another."""
        if subject.dep_ not in {"nsubj", "nsubjpass"}:
            return set()
        heads, named = [subject.head], []
        while heads:
            inside = [c for c in heads.pop().rights if c.dep_ not in _OTHER_CLAUSES]
            heads += inside
            named += [a for c in inside if c.pos_ == "PROPN" and (a := self.index.at(c)) is not None]
        return {self.same.get(a.actor, a.actor) for a in named if a.actor is not None}

    def mistaken(self, source: Source) -> bool:
        """Whether the form of address says that somebody else of that surname is meant: "Mrs. Teller".

        Or that of several who bear it, some are not.
        """
        who = source.actor.actor if source.actor is not None else None
        named = source.actor.candidates if who is None and source.actor is not None else (who,) if who else ()
        return any(contradicts(name, title) for name in named for title in self._titles(source))

    def holds(self, who: str, office: set[str]) -> bool:
        """Whether the person's office has all the words asked for, and no rank that was not asked for."""
        role = self.persons[who].role
        written = role.text.casefold().replace("-", " ").split() if role is not None else ()
        words = {_SPELLED.get(w, w) for w in written}
        return office <= words and not (words - office) & RANKS

    def belongs(self, who: str, head: "Token") -> bool:
        """Whether what an office is said to be of is so of the person's: not "leader of the guild" for a state's."""
        of = [t for c in head.rights if c.lower_ == "of" for t in c.subtree if t.pos_ in {"NOUN", "PROPN"}]
        role = self.persons[who].role
        told = set(role.text.casefold().split()) if role is not None else set()
        state = self.of_person(who).affiliation
        return not of or any(t.lower_ in told or ((a := self.index.at(t)) and a.actor == state) for t in of)

    def may_be_of(self, who: str, words: Iterable["Token"]) -> bool:
        """Whether the person can be of the states that words tell: not "the Ostmark envoy" one of Varenia."""
        told = {a.actor for t in words if (a := self.index.at(t)) is not None and a.type in {"state", "institution"}}
        own = self.of_person(who).affiliation
        return not told or own in told or own is None

    def is_of_state(self, speaker: Speaker, head: "Token") -> bool:
        """Whether a state before the noun is the speaker's: "the Varenian official"."""
        told = (self.index.at(c) for c in head.lefts)
        return any(a is not None and a.type == "state" and a.actor == speaker.affiliation for a in told)

    def may_hold(self, who: str, head: "Token") -> bool:
        """Whether the person can have the office: has it, or none that is known."""
        known = self.persons.get(who)
        return known is None or known.role is None or who in self.holders.get(lemma(head), {})

    def is_described_before(self, source: Source) -> bool:
        """Whether people without a name were described so before: "an envoy said ... the envoy"."""
        actor = source.actor
        if actor is None or actor.type != "unnamed" or actor.actor in self.same:
            return False
        return self.met_before(actor, source.span)

    def described_by(self, source: Source) -> str | None:
        """The one unnamed source before whose description ends with the words: "the Telle clerk ... the clerk"."""
        words = described(self.doc, source)
        unnamed = {s.actor for speakers in self.heard.values() for s in speakers if s.type == "unnamed" and s.actor}
        whole = ((who, _OF_ANOTHER.split(who)[0]) for who in unnamed)  # not "the lawyer for the victim ... the victim"
        found = [who for who, own in whole if own.endswith((f" {words}", f":{words}"))]
        return found[0] if len(found) == 1 else None

    def is_met_again(self, source: Source) -> bool:
        """Whether people without a name are described by the same words elsewhere."""
        who = source.actor.actor if source.actor is not None else None
        return len(self.mentions.get(who or "", ())) > 1

    def is_nearest(self, who: str, head: "Token") -> bool:
        """Whether of those in the same office, or heard and in none that is known, the person was mentioned last."""
        held = self.holders.get(lemma(head), {})
        heard = {s.actor for speakers in self.heard.values() for s in speakers if s.role is None}
        before = (self.same.get(w, w) for _, w in self.persons_before(head.idx))
        return next((w for w in before if w in held or w in heard), None) == who

    def heads_of_state(self, state: str | None) -> tuple[str, ...]:
        """The presidents and monarchs of the article, of that state where one is given."""
        held = {who for office in _HEADS_OF_STATE for who in self.holders.get(office, {})}
        fit = {w for w in held if self.holds(w, set()) and (state is None or self.of_person(w).affiliation == state)}
        at_home = {who for who in fit if self.home is not None and self.of_person(who).affiliation == self.home}
        first = next((some for some in (at_home, fit & self.headline) if len(some) == 1), fit & self.headline or fit)
        return tuple(sorted(first if len(fit) > 1 else fit))

    def to_be_named(self, source: Source) -> str | None:
        """The one person who is named in that office soon after: "Varenia's spokesman ... Spokesman Teller"."""
        head = self.doc[source.at]
        affiliation = source.actor.affiliation if source.actor is not None else None
        here, word = self.paragraph(source.span.start), lemma(head)
        before = [at for at in self.holders.get(word, {}).values() if at < source.at]
        soon = {
            who
            for who, at in self.holders.get(word, {}).items()
            if at > source.at
            and self.paragraph(self.doc[at].idx) <= here + SOON_PARAGRAPHS
            and self.of_person(who).affiliation == affiliation
            and not self._mentioned_before(who, source.span)
        }
        if len(soon) == 1 and affiliation is not None and not before:
            return soon.pop()
        return None

    def _mentioned_before(self, who: str, span: Span) -> bool:
        return self.mentions.get(who, [span])[0].start < span.start

    def bodies_named(self, word: str, before: int) -> tuple[Actor, ...]:
        """The bodies mentioned before whose name begins or ends with the word: "the Church", "the council"."""
        found: dict[str, Actor] = {}
        for name, actor in self._bodies.get(word, ())[:_MOST_LOOKED_AT]:
            if actor.begins_at < before:
                found.setdefault(name, actor)
        return tuple(found.values())

    def outlet_before(self, offset: int) -> tuple[Actor, ...]:
        """The outlets that the article names before, the one of the last paragraphs alone where there is one only."""
        before = [a for a in self._outlets[:_MOST_LOOKED_AT] if a.begins_at < offset]
        least = self.paragraph(offset) - NEAR_PARAGRAPHS
        near = {a.actor: a for a in before if self.paragraph(a.begins_at) >= least}
        return tuple(near.values()) if len(near) == 1 else tuple({a.actor: a for a in before}.values())

    def persons_before(self, offset: int) -> Iterator[tuple[int, str]]:
        """The last mentions of persons before the offset, the nearest first."""
        at = bisect_right(self._places, (offset, ""))
        return reversed(self._places[max(0, at - _MOST_LOOKED_AT) : at])

    def fullest(self, head: "Token") -> tuple[str, ...]:
        """The longer proper names before whose last word is the token's: "Ana Berg" for "Berg"."""
        found: dict[str, None] = {}
        for first in self._written.get(head.text, ())[:_MOST_LOOKED_AT]:
            token = self.doc[first]
            if token.i > head.i:
                break
            words = [token]
            while words[0].i and self._is_given(self.doc[words[0].i - 1]) and len(words) < _LONGEST_NAME:
                words.insert(0, self.doc[words[0].i - 1])
            if len(words) > 1:
                found[" ".join(w.text for w in words)] = None
        return tuple(found)

    def bearer(self, head: "Token") -> str | None:
        """The person introduced by the name of a place: "Ana London, a clerk, ... London said"."""
        fuller = self.fullest(head)
        first = self.doc[self._written[head.text][0]] if fuller else head
        introduced = any(c.dep_ == "appos" for c in first.children) and self._speaks(first)
        return fuller[0] if len(fuller) == 1 and introduced else None

    def _is_given(self, token: "Token") -> bool:
        """Whether the token can be a first name before a surname that follows."""
        return token.pos_ == "PROPN" and token.text.isalpha() and token.text.istitle() and self.index.at(token) is None

    def met_before(self, actor: Actor, span: Span) -> bool:
        """Whether the actor is mentioned before the span."""
        return actor.actor is not None and self.mentions.get(actor.actor, [span])[0].start < span.start

    def near(self, candidates: tuple[str, ...], offset: int) -> str | None:
        """The only candidate with a mention in the last `NEAR_PARAGRAPHS` paragraphs before."""
        least = self.paragraph(offset) - NEAR_PARAGRAPHS
        found = [
            who
            for who in candidates
            if any(s.start < offset and self.paragraph(s.start) >= least for s in self.mentions.get(who, ()))
        ]
        return found[0] if len(found) == 1 else None


def _gender_of_leader(surname: str) -> Gender | None:
    """By the first names of the leaders whom a surname alone stands for; none for other names."""
    found = {gender_of_name(row["name"]) for row in leaders_named(surname)} if " " not in surname else set()
    return found.pop() if len(found) == 1 else None


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two full names differ by one letter inside the first name: "Kirsten Teller" and "Kirstin Teller"."""
    (first, _, rest), (second, _, tail) = one.partition(" "), other.partition(" ")
    if rest != tail or len(first) != len(second) or len(first) < _LONG_ENOUGH:
        return False
    if {first, second} <= words_of("en/first_names"):
        return False  # relatives, perhaps
    return (
        sum(a != b for a, b in zip(first, second, strict=True)) == 1 and first[0] + first[-1] == second[0] + second[-1]
    )
