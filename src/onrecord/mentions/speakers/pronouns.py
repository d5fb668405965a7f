"""Who "he" and "she" are: a score for each person named before, and a margin below which nobody is chosen."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.data import table
from onrecord.model import Layout, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Gender = Literal["f", "m"]

_FIRST_NAMES: dict[str, Gender] = {
    row["name"]: row["gender"]  # type: ignore[misc]
    for row in table("en/first_names")
}
_WORDS: dict[str, Gender] = {
    row["word"]: row["gender"]  # type: ignore[misc]
    for row in table("en/gendered_words")
}
_PRONOUNS: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)  # type: ignore[assignment]
_SUBJECTS = {"nsubj", "nsubjpass"}
_EMBEDDED = {"ccomp", "relcl", "advcl", "acl"}
_SAID = {"ccomp", "xcomp"}
_OPENINGS = {"prep", "advmod", "advcl"}
_IN_NAMES = {"compound", "amod", "nmod"}

# Weights set by hand, but for TOPIC and ASKED before the first measurement; 116 he/she of GUM Wikinews
# (bench/pronouns.py): 98 % answered, 89 % of those right, hardly changed by a third more or less of any weight.
SUBJECT = 1.2  # the last mention was a subject
EMBEDDED = -0.4  # ... of a clause inside another sentence
ASKED = 4.0  # "asked Berg why he ..."
OWNER = 0.2  # it was a possessive
TOPIC = 2.0  # "As for Berg, he ..."
PER_SENTENCE = -0.7  # each sentence between mention and pronoun
LATER_PARAGRAPH = -0.4
OTHER_SIDE_OF_QUOTATION = -1.5  # one stands inside a quotation, the other outside
KNOWN_GENDER = 0.9  # gender known and agreeing; a disagreeing one is out
FREQUENT = 0.15  # each mention so far, up to four
SPEAKER = 0.8  # subject of a verb with a clause or quotation, such as "said"
SOURCE = 1.2  # source of an attribution in an earlier sentence
PARALLEL = 0.4  # both are subjects
OWN_WORDS = 1.0  # who says, not in quotation marks, what the pronoun stands in: "Berg said that he ..."
# By how many the pronouns of one gender lead that were resolved to a person, for it to count as known.
ENOUGH = 2
# Sentences looked back, and mentions at most.
REACH, MENTIONS = 10, 60
# Below this lead over the next candidate nobody is chosen.
MARGIN = 0.5


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a person is mentioned by name or description."""

    who: str
    at: int
    """Index of the head token."""
    gender: Gender | None = None
    speaks: bool = False
    """Whether it is the source of an attribution."""
    known: bool = True
    """Whether `who` is an actor; "the president" of whom nothing is known can only keep others from being chosen."""
    several: tuple[str, ...] = ()
    """Who it can be, where two have the name, the one met most first."""


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's words, and the head token of whoever says them."""

    content: tuple[Span, ...]
    source_at: int | None

    def holds(self, offset: int) -> bool:
        """Whether the offset lies in the words."""
        return any(s.start <= offset < s.end for s in self.content)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Candidates, best first; `who` is none where the lead is too small."""

    who: str | None
    at: int | None
    """The mention chosen."""
    candidates: tuple[str, ...] = ()


def gender_of(words: "Iterable[Token]", *, before: "Token | None" = None) -> Gender | None:
    """From a form of address, a word such as "spokeswoman", or the first name; none where they tell nothing.

    `before` is the token before the name: only a form of address counts there ("Mrs." in "Mrs. Berg").
    """
    if before is not None and before.text[:1].isupper() and (found := _WORDS.get(before.text)):
        return found
    for token in words:
        if found := _WORDS.get(token.text) or _WORDS.get(token.text.casefold()) or _FIRST_NAMES.get(token.text):
            return found
    return None


def gender_of_name(name: str) -> Gender | None:
    """By the first name of a full one."""
    return _FIRST_NAMES.get(name.split()[0])


def contradicts(name: str, title: str) -> bool:
    """Whether a form of address is not for the bearer of a first name: "Mrs." and "Robert Teller"."""
    given, addressed = _FIRST_NAMES.get(name.split()[0]), _WORDS.get(title)
    return given is not None and addressed is not None and given != addressed


def resolve_pronouns(
    doc: "Doc", layout: Layout, mentions: Sequence[Mention], utterances: Sequence[Utterance] = ()
) -> dict[int, Choice]:
    """A choice for each he, she, him, her and his of the article by token index.

    Nobody names himself in his own words, the `utterances`, nor is he "he" in those that are quoted.

    Pronouns are read in order and a resolved one counts as a mention, so that "he" can follow "he"; a second reading
    knows the gender that the first one's pronouns gave to names that tell none. Rules of salience
    after Lappin and Leass 1994: recency, subjecthood, agreement, with weights of our own.
    """
    view = _View(doc, layout, utterances)
    genders = _genders(mentions)
    choices = _choices(view, doc, mentions, genders)
    learned = {who: gender for who, gender in _spoken_of(doc, choices).items() if genders.get(who) is None}
    return _choices(view, doc, mentions, {**genders, **learned}) if learned else choices


def _choices(
    view: "_View", doc: "Doc", mentions: Sequence[Mention], known: dict[str, Gender | None]
) -> dict[int, Choice]:
    genders = dict(known)
    waiting = sorted(mentions, key=lambda m: m.at)
    named = {m.at: m for m in waiting if m.known}
    seen: list[Mention] = []
    read = 0
    choices: dict[int, Choice] = {}
    for token in doc:
        wanted = _PRONOUNS.get(token.lower_)
        if wanted is None or token.dep_ == "gap":
            continue
        upto = bisect_left(waiting, token.i, key=lambda m: m.at)
        seen = sorted([*seen, *waiting[max(read, upto - MENTIONS) : upto]], key=lambda m: m.at)[-MENTIONS:]
        read = upto
        others = view.never(token, seen, waiting, choices)
        told = [_told_apart(m, genders, wanted) if m.several else m for m in seen]
        fit = [m for m in told if m.who not in others and genders.get(m.who) in {None, wanted}]
        ahead = named.get(_ahead(token))
        choice = _choose(view, token, fit, genders)
        if ahead is not None and ahead.who not in others and genders.get(ahead.who) in {None, wanted}:
            either = choice.who is not None and choice.who != ahead.who and _asking(token) is None
            near = either and any(m.who == choice.who and m.at >= _sentence_before(token) for m in fit)
            candidates = (ahead.who, choice.who) if near and choice.who is not None else (ahead.who,)
            choice = Choice(who=None if near else ahead.who, at=ahead.at, candidates=candidates)
        choices[token.i] = choice
        if choice.who is not None:
            seen.append(Mention(who=choice.who, at=token.i, gender=wanted))
            genders.setdefault(choice.who, None)
    return choices


def _told_apart(mention: Mention, genders: dict[str, Gender | None], wanted: Gender) -> Mention:
    """Of two with one surname the one met most, if the pronoun's gender is hers alone: "Berg ... she"."""
    fit = [who for who in mention.several if genders.get(who) in {None, wanted}]
    return msgspec.structs.replace(mention, who=fit[0], known=True) if fit == [mention.several[0]] else mention


def _asking(pronoun: "Token") -> "Token | None":
    """ "Asked" of "Asked whether he would come"."""
    verbs = (pronoun.head, pronoun.head.head)
    return next((v for v in verbs if v.tag_ == "VBN" and v.dep_ == "advcl" and v.lemma_ in {"ask", "press"}), None)


def _sentence_before(token: "Token") -> int:
    start = token.sent.start
    return token.doc[start - 1].sent.start if start else 0


def _ahead(pronoun: "Token") -> int:
    """The subject behind what opens its sentence: "Asked whether [he] would come, Berg said ..."; else -1.

    Of other openings only an owner is looked for so: Berg in "Ahead of [her] talks with Holt, Berg said ...".
    """
    if (asked := _asking(pronoun)) is not None:
        return next((c.i for c in asked.head.lefts if c.dep_ == "nsubj" and c.i > pronoun.i), -1)
    if pronoun.dep_ != "poss" or any(t.dep_ in _SUBJECTS for t in pronoun.sent if t.i < pronoun.i):
        return -1
    for opening in pronoun.ancestors:
        subject = next((c for c in opening.head.lefts if c.dep_ == "nsubj"), None)
        if subject is not None:
            return subject.i if opening.dep_ in _OPENINGS and subject.i > opening.right_edge.i else -1
    return -1


def _spoken_of(doc: "Doc", choices: dict[int, Choice]) -> dict[str, Gender]:
    """Gender by the pronouns that were resolved to a person, where those of one gender lead by enough."""
    told: dict[str, Counter[Gender]] = {}
    for at, choice in choices.items():
        if choice.who is not None:
            told.setdefault(choice.who, Counter())[_PRONOUNS[doc[at].text.casefold()]] += 1
    leads = {who: counts["m"] - counts["f"] for who, counts in told.items()}
    return {who: "m" if lead > 0 else "f" for who, lead in leads.items() if abs(lead) >= ENOUGH}


def _genders(mentions: Sequence[Mention]) -> dict[str, Gender | None]:
    """Gender by person; none where nothing tells or the article contradicts itself."""
    told: dict[str, set[Gender]] = {}
    for mention in mentions:
        told.setdefault(mention.who, set()).update({mention.gender} if mention.gender else set())
    return {who: next(iter(found)) if len(found) == 1 else None for who, found in told.items()}


def _choose(view: "_View", pronoun: "Token", mentions: list[Mention], genders: dict[str, Gender | None]) -> Choice:
    best: dict[str, tuple[float, int]] = {}
    counts: dict[str, int] = {}
    here = view.sentence(pronoun.i)
    for mention in mentions:
        counts[mention.who] = counts.get(mention.who, 0) + 1
        if here - view.sentence(mention.at) > REACH or view.barred(mention.at, pronoun):
            continue
        score = view.salience(mention, pronoun)
        if mention.who not in best or score >= best[mention.who][0]:
            best[mention.who] = (score, mention.at)
    ranked = sorted(
        (
            (score + FREQUENT * min(counts[who], 4) + (KNOWN_GENDER if genders.get(who) else 0.0), at, who)
            for who, (score, at) in best.items()
        ),
        reverse=True,
    )
    if not ranked:
        return Choice(who=None, at=None)
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else MARGIN
    strangers = {m.who for m in mentions if not m.known}
    candidates = tuple(who for _, _, who in ranked[:4] if who not in strangers)
    if lead < MARGIN or ranked[0][2] in strangers:
        return Choice(who=None, at=None, candidates=candidates)
    return Choice(who=ranked[0][2], at=ranked[0][1], candidates=candidates)


class _View:
    """Where tokens stand: sentence, paragraph, quotation."""

    def __init__(self, doc: "Doc", layout: Layout, utterances: Sequence[Utterance]) -> None:
        self._doc = doc
        self._layout = layout
        self._said_by: dict[int, list[Utterance]] = {}
        for utterance in utterances:
            if utterance.source_at is not None:
                self._said_by.setdefault(utterance.source_at, []).append(utterance)
        self._utterances = sorted(utterances, key=lambda u: u.content[0].start)
        self._sentences = [s.start for s in doc.sents]

    def sentence(self, at: int) -> int:
        return bisect_left(self._sentences, at + 1)

    def never(
        self,
        pronoun: "Token",
        mentions: Sequence[Mention],
        named: Sequence[Mention],
        choices: dict[int, Choice],
    ) -> set[str]:
        """Whom the pronoun cannot mean: whoever says the words it stands in, or is `named` in the words it says."""
        barred: set[str] = set()
        for own in self._said_by.get(pronoun.i, ()):
            said = [m for m in named if own.holds(self._doc[m.at].idx)]
            barred |= {m.who for m in said if m.at < pronoun.i or self._is_others(self._doc[m.at], pronoun)}
        if (quotation := self._layout.quotation_at(pronoun.idx)) is None:
            return barred
        upto = bisect_left(self._utterances, pronoun.idx + 1, key=lambda u: u.content[0].start)
        for around in self._utterances[max(0, upto - MENTIONS) : upto]:
            at = around.source_at
            if at is None or at == pronoun.i or not around.holds(pronoun.idx):
                continue
            if self._layout.quotation_at(self._doc[at].idx) == quotation:
                continue  # "Berg said he wants it", all of it quoted
            if at in choices:
                barred |= {choices[at].who or ""}
            barred |= {m.who for m in mentions if m.at == at}
        return barred

    def salience(self, mention: Mention, pronoun: "Token") -> float:
        """How near to mind the mention is when the pronoun comes."""
        token = self._doc[mention.at]
        if token.dep_ == "appos" and token.head.dep_ in _SUBJECTS and not token.head.ent_type_:
            token = token.head  # "the envoy, Ana Berg, left"
        distance = self.sentence(pronoun.i) - self.sentence(mention.at)
        score = PER_SENTENCE * distance
        if token.dep_ in _SUBJECTS or mention.speaks:
            score += SUBJECT
            if token.head.dep_ in _EMBEDDED and not mention.speaks and distance:
                score += EMBEDDED
            if pronoun.dep_ in _SUBJECTS:
                score += PARALLEL
            if any(u.holds(pronoun.idx) for u in self._said_by.get(mention.at, ())) and not self._quoted(pronoun):
                score += OWN_WORDS
            if mention.speaks and distance:
                score += SOURCE
            elif mention.speaks or any(c.dep_ == "ccomp" for c in token.head.children):
                score += SPEAKER
        elif token.dep_ == "poss":
            score += OWNER
        elif token.dep_ in {"dobj", "dative"} and token.head.lemma_ == "ask" and pronoun in token.head.subtree:
            score += ASKED
        elif (
            token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.i and token.head.nbor(-1).lower_ == "as"
        ):
            score += TOPIC
        if self._layout.paragraph_at(token.idx) != self._layout.paragraph_at(pronoun.idx):
            score += LATER_PARAGRAPH
        inside, outside = self._layout.quotation_at(token.idx), self._layout.quotation_at(pronoun.idx)
        if (inside is None) != (outside is None):
            score += OTHER_SIDE_OF_QUOTATION
        return score

    def _is_others(self, name: "Token", pronoun: "Token") -> bool:
        """Whether a name in what the pronoun says is not the speaker's: in the clause said, not in one below it.

        "He expects nothing of Holt" is another's word, "he asked her to say that Berg would come" may be Berg's.
        """
        if name.dep_ in _IN_NAMES or self._quoted(name):
            return False  # "a Berg campaign", "thirty questions to the president"
        verb = pronoun.head
        above = list(takewhile(lambda t: t.i != verb.i, [name, *name.ancestors]))
        said = [t for t in above if t.dep_ in _SAID]
        return bool(above) and above[-1].head.i == verb.i and len(said) < 2 and all(t.head.i == verb.i for t in said)

    def _quoted(self, token: "Token") -> bool:
        return self._layout.quotation_at(token.idx) is not None

    def barred(self, at: int, pronoun: "Token") -> bool:
        """Whether grammar forbids it: subject and object of one verb are two people."""
        token = self._doc[at]
        if token.i > pronoun.i or pronoun.text.casefold().endswith("self"):
            return token.i > pronoun.i
        if token.dep_ in _IN_NAMES:
            return True
        return pronoun.dep_ in {"dobj", "dative"} and token.head.i == pronoun.head.i
