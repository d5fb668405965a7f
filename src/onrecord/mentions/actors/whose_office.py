"""Whose an office is that is told without its state: by the words around it, where they leave one candidate."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import words
from onrecord.mentions.actors.counterparts import state_of_office
from onrecord.mentions.actors.names import Hit, is_state
from onrecord.mentions.actors.roles import VOICES, acts_for_state, heads, honorifics, is_title_word
from onrecord.mentions.actors.scenes import Scenes, goes_on_to_owner, sentence_before
from onrecord.model import Actor, Article
from onrecord.syntax import POSSESSIVES, SUBJECTS, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# Bodies of states as a spokesman's noun names them: "an army spokesman", "a ministry spokeswoman".
_BODIES_WITH_VOICES = {
    "army", "military", "navy", "ministry", "government", "cabinet", "air force", "coastguard", "coast guard",
    "border service", "border guard", "presidency", "embassy", "armed forces", "general staff",
}  # fmt: skip
# "Foreign Minister Ana Berg", "Deputy Prime Minister Karl Holt", "Home Ministry spokesman Ana Berg": of a state.
_OF_A_STATE = re.compile(
    r"^(?:acting |caretaker |interim |outgoing )?(?:(?:Deputy |Vice )?(?:(?:[A-Z][\w-]+|and|of) ){0,5}Minister"
    r"|(?:[A-Z][\w-]+ ){1,4}Ministry spokes(?:man|woman|person))$"
)
# Of these alone where nothing but the place of writing tells whose they are: provinces and clubs have the others too.
_HIGH = re.compile(r"^(?:Prime|Foreign|Defen[cs]e) Minister$")
_MINISTRY_VOICE = re.compile(r"\bMinistry spokes(?:man|woman|person)$")
# Bodies in an office's words that no state has, or that have offices of their own.
_OTHERS_OFFICE = re.compile(
    r"\b(?:[Ss]hadow|[Oo]pposition|[Rr]egional|[Ss]tate Minister of|[Pp]arty|[Rr]ebel|[Cc]ity|Chief|First)\b"
)
# Where one of these is told, somebody may be away from home.
_GUEST_WORDS = {
    "visit", "visitor", "trip", "tour", "travel", "talks", "meeting", "sideline", "margin", "summit", "conference",
    "stopover", "guest", "host", "forum", "exile", "mediate", "mediator", "mediation", "ceremony", "fair", "delegation",
    "congress", "dinner", "dialogue", "novel", "film", "thank", "fly", "return",
}  # fmt: skip
# Where one of these is named, a state may have two governments.
_SECOND_GOVERNMENT = {"breakaway", "unrecognised", "unrecognized", "separatist", "rival", "parallel", "exiled", "exile"}
# Who is told something by a minister at home.
_AT_HOME = {"parliament", "lawmaker", "cabinet"}
# States whose constitution knows no prime minister.
_WITHOUT_PREMIER = {
    "AR", "BO", "BR", "CL", "CO", "CR", "CY", "DO", "EC", "GH", "GM", "GT", "HN", "ID", "LR", "MW", "MX", "NG", "NI",
    "PA", "PH", "PY", "SL", "SV", "US", "UY", "VE", "ZM",
}  # fmt: skip
# By whom a guest is received where he is told to be: "was received in Telle by Deputy Prime Minister Ana Berg".
_OF_HOSTS = {"receive", "welcome", "greet"}
# Who serves in the body that stands behind his name.
_SERVING = VOICES | {"minister", "deputy minister", "commander", "ambassador"}
# Envoys and ministers that were described before with their state.
_DESCRIBED = {"minister", "ambassador", "envoy", "negotiator"}
# What ends somebody's service.
_ENDING = {"defect", "resign", "quit", "flee", "desert"}
# What a body says before its spokesman goes on: nothing done to others.
_SAYING = {"say", "deny", "confirm", "announce", "report", "state", "add"}
# Behind one of these somebody is spoken to or of: "accused Varenia", "demanded an apology from Varenia".
_AGAINST = {"from", "to", "on", "against", "at", "with", "for"}
_DUTIES = {"must", "should", "ought"}
# Who is "of" one of these acts for its state.
_OF_GOVERNMENT = {"ministry", "army", "navy", "government", "military", "department", "presidency", "staff"}
# What stands before the name of a movement: "of the independence movement LDV".
_BEHIND_BODY = {"political", "military", "armed", "independence", "opposition", "rebel", "ruling", "separatist", "new"}
_GROUPS = {"movement", "party", "group", "alliance", "organisation", "organization", "front", "militia", "bloc"}


def with_offices_told(
    doc: "Doc", article: Article, found: Sequence[Actor], hits: Mapping[int, Hit]
) -> Callable[[Actor], Actor]:
    """Gives persons and unnamed people without a state the one that the words around their office leave."""
    text = _Offices(doc, article, found, hits)
    told: dict[str, set[str]] = {}
    for actor in sorted(found, key=lambda a: a.begins_at):
        if actor.actor is None or actor.type not in {"person", "unnamed"} or actor.actor in text.sides:
            continue
        name = doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand")
        owner = text.owner_of(actor, name) if name is not None else None
        if owner is not None:
            told.setdefault(actor.actor, set()).add(owner)
            text.learn(actor.actor, told[actor.actor])
    whose = {who: owners.pop() for who, owners in told.items() if len(owners) == 1}
    for actor in found:
        if actor.actor is None or (owner := whose.get(actor.actor)) is None:
            continue
        name = doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand")
        if name is not None and text.is_spoken_to(owner, name):
            del whose[actor.actor]

    def with_owner(actor: Actor) -> Actor:
        owner = whose.get(actor.actor or "") if actor.type in {"person", "unnamed"} else None
        if owner is None or actor.state or actor.affiliation:
            return actor
        return msgspec.structs.replace(actor, affiliation=owner, state=owner if is_state(owner) else None)

    return with_owner


class _Offices(Scenes):
    """Asks of each mention of a person whose the office is."""

    def owner_of(self, actor: Actor, name: "Tokens") -> str | None:
        """The state or body that one mention tells."""
        office = self._office(actor, name)
        if (owner := self._of_behind(actor, name, office)) is not None or office is None:
            return owner
        rules = (self._of_possessor, self._of_described, self._of_body, self._of_capital, self._of_here)
        return next((owner for rule in rules if (owner := rule(actor, name, office)) is not None), None)

    def is_spoken_to(self, owner: str, name: "Tokens") -> bool:
        """Whether the sentence accuses or asks just that owner: he is not for whom the person speaks."""
        apart = range(name.root.left_edge.i, name.root.right_edge.i + 1)
        for token in name.root.sent:
            if token.i in apart or owner not in {self.named_by(t) for t in (token, *token.lefts)}:
                continue
            meant = token.dep_ in {"dobj", "dative"} or (token.dep_ == "pobj" and token.head.lower_ in _AGAINST)
            due = token.dep_ in SUBJECTS and any(t.lower_ in _DUTIES for t in token.head.lefts)
            if meant or due:
                return True
        return False

    def _office(self, actor: Actor, name: "Tokens") -> "Tokens | None":
        """The words of the office; beside a rank those of who speaks: "Col. Karl Holt, [an army spokesman]"."""
        role = actor.role
        if role is None or "address" in heads().get(role.text.casefold(), {}).get("kind", ""):
            beside = (*(c for c in name.root.rights if c.dep_ == "appos"), name.root.head)
            voice = next((t for t in beside if t.lower_ in VOICES and self.at.get(t.i) in {None, actor}), None)
            if voice is not None and (voice.dep_ == "appos" or name.root.dep_ == "appos"):
                return self.doc[voice.i : voice.i + 1]
        return self.doc.char_span(role.start, role.end, alignment_mode="expand") if role is not None else None

    def _of_behind(self, actor: Actor, name: "Tokens", office: "Tokens | None") -> str | None:
        """ "Spokesman Karl Holt of the Ostmark army", "commander Ana Berg of the independence movement LDV"."""
        end = name.end
        if actor.type != "person" or (office is not None and office.text.casefold() not in _SERVING):
            return None
        start = office.start if office is not None else name.start
        if start and self.doc[start - 1].pos_ in {"ADJ", "NOUN", "PROPN", "VERB", "ADV"}:
            return None  # "captured commander Karl Holt of the Ostmark army"
        if end + 2 >= len(self.doc) or self.doc[end].lower_ != "of":
            return None
        at = end + 1 + (self.doc[end + 1].lower_ == "the")
        body = self.at.get(at)
        if body is not None and body.type == "institution" and body.state and body.reading != "person":
            whole = self.doc.char_span(body.begins_at, body.ends_at, alignment_mode="expand")
            if whole is None or office is None or self._goes_on(whole.end):
                return None
            return body.state if whole[-1].lower_ in _OF_GOVERNMENT else None
        while at < len(self.doc) and (self.doc[at].lower_ in _BEHIND_BODY or self.doc[at].lower_ in _GROUPS):
            at += 1
        body = self.at.get(at)
        named = body is not None and body.type in {"organisation", "group"} and self.doc[at - 1].lower_ in _GROUPS
        if not named or body is None:
            return None
        whole = self.doc.char_span(body.begins_at, body.ends_at, alignment_mode="expand")
        return None if whole is None or self._goes_on(whole.end) else body.actor

    def _goes_on(self, at: int) -> bool:
        """Whether a noun goes on there: "the army['s union]", "the army [veterans]"."""
        return any(t.text in POSSESSIVES or t.pos_ in {"NOUN", "PROPN"} for t in self.doc[at : at + 1])

    def _of_possessor(self, actor: Actor, name: "Tokens", office: "Tokens") -> str | None:
        """ "The government's delegate, Karl Holt", "the alliance's secretary general": of a body told before."""
        mark = next(
            (t for t in reversed(self.doc[max(office.start - 3, 0) : office.end]) if t.text in POSSESSIVES), None
        )
        if mark is None or mark.i < 2 or not _leads(self.doc, mark.i + 1, office.end):
            return None
        owner = self.doc[mark.i - 1]
        before = self.at.get(owner.i)
        if before is not None and before.rule.endswith(" named before") and before.actor is not None:
            return before.state
        return None

    def _of_described(self, actor: Actor, name: "Tokens", office: "Tokens") -> str | None:
        """ "The envoy, Ana Berg" after "the Varenian envoy": the one who was so described, where nobody else was."""
        if actor.type != "person" or office.start == 0 or office.text not in _DESCRIBED:
            return None
        if office.end >= name.start or self.doc[office.start - 1].lower_ != "the" or self.doc[office.end].text != ",":
            return None
        ranks = self.doc[office.end + 1 : name.start]
        if any(t.text not in honorifics() and not is_title_word(self.doc, t.i) for t in ranks):
            return None
        before = sentence_before(office[0])
        subjects = list(self.subjects(before))
        if len(subjects) != 1 or subjects[0].lower_ != office.text or not self._is_plainly_described(subjects[0]):
            return None
        alike = (self.at.get(t.i) for t in self.doc[: office.start] if t.lower_ == office.text)
        owners = {self.sides.get(a.actor or "") if a is not None else None for a in alike}
        return owners.pop() if len(owners) == 1 else None

    def _is_plainly_described(self, head: "Token") -> bool:
        """Whether a state and an office are all that somebody is called: no "opposition envoy", no "envoy's aide"."""
        lefts = [t for t in self.doc[head.left_edge.i : head.i] if t.pos_ != "DET" and t.text not in POSSESSIVES]
        plain = len(lefts) == 1 and lefts[0].i in self.hits and not list(head.rights)
        return plain and lemma(head.head) not in _ENDING

    def _of_body(self, actor: Actor, name: "Tokens", office: "Tokens") -> str | None:
        """ "An army spokesman", "the ministry spokeswoman, Ana Berg": of the one state whose army was just named."""
        if office[-1].lower_ not in VOICES or self._names_owner(office[-1]):
            return None
        words_before = self.doc[max(office[-1].i - 2, 0) : office[-1].i]
        before = [t.lower_ for t in words_before if t.pos_ not in {"DET", "PUNCT"}]
        wanted = " ".join(before)
        if not before or (before[-1] not in _BODIES_WITH_VOICES and wanted not in _BODIES_WITH_VOICES):
            return self._of_teller(actor, office)
        opens = office[-1].i - len(before)
        plain = wanted in _BODIES_WITH_VOICES or before[-1] == "ministry"
        led = self.doc[opens].is_sent_start or self.doc[opens - 1].lower_ in {"a", "an", "the"}
        if not plain or not led or self._is_placed(office[0].sent):
            return None  # "a rebel army spokesman", "an army spokesman in Telle"
        teller = self._teller(office[0])
        body = self.at.get(teller.i) if teller is not None else None
        if teller is None or body is None or not f" {body.institution}".casefold().endswith(f" {wanted}"):
            return None
        inside = self.doc[teller.i + 1 : min(opens, name.root.left_edge.i)]
        others = any(t.tag_ in {"NNP", "NNPS"} or self.named_by(t) for t in inside)
        near = {a.state for i, a in self.at.items() if i < office.start and _is_called(a, wanted)} - {None}
        return body.state if not others and near == {body.state} else None

    def _is_placed(self, sentence: "Tokens") -> bool:
        """Whether the sentence tells where: "in Telle", "across the line in Delvo"."""
        return any(t.lower_ in {"in", "from", "at"} and t.i + 1 < len(self.doc) and t.nbor().is_title for t in sentence)

    def _teller(self, token: "Token") -> "Token | None":
        """The body that says something in the sentence before, alone and of itself."""
        subject = next(iter(self.subjects(sentence_before(token), main=True)), None)
        body = self.at.get(subject.i) if subject is not None else None
        if subject is None or body is None or body.type not in {"institution", "organisation"}:
            return None
        said = subject.dep_ == "nsubj" and lemma(subject.head) in _SAYING
        return subject if said and self.side(subject) and not list(subject.conjuncts) else None

    def _of_teller(self, actor: Actor, office: "Tokens") -> str | None:
        """ "Ostmark's government denied it. A spokesman said ...": of the body that spoke, and of nothing else."""
        before = self.doc[office.start - 1].lower_ if office.start else ""
        opens = office.start - office[0].sent.start <= 1
        if not opens or (before not in {"a", "the"} and actor.type != "person") or not office.text.islower():
            return None
        subject = self._teller(office[0])
        if subject is None:
            return None
        inside = (t for t in self.doc[subject.i + 1 : office.start - 1] if t.ent_type_ not in {"DATE", "TIME"})
        others = any(t.pos_ in {"NOUN", "PROPN"} or (t.pos_ == "PRON" and t.lower_ != "it") for t in inside)
        return None if others else self.side(subject)

    def _of_capital(self, actor: Actor, name: "Tokens", office: "Tokens") -> str | None:
        """ "In Telle, Minister Ana Berg accused ...", "Foreign Ministry spokesman Karl Holt said in Telle", "was
        received in Telle by Deputy Prime Minister Ana Berg".

        Of a minister only where the sentence opens with it: others say something in a capital while they visit it.
        """
        if actor.role is None or not _is_stately(actor) or self._is_among_guests(name.root.sent):
            return None
        spoken = self._where_said(actor, name, office)
        state = spoken.name.actor if spoken is not None else None
        if state is None or not is_state(state) or not self._may_be(actor, state) or self._names_owner(office[-1]):
            return None
        if goes_on_to_owner(name) or self._is_of_two_governments():
            return None
        voice = _MINISTRY_VOICE.search(actor.role.text) is not None
        return state if voice or state_of_office(actor.role.text, state) == state else None

    def _where_said(self, actor: Actor, name: "Tokens", office: "Tokens") -> Hit | None:
        """The capital in which the person receives guests, or says something of which no other state is the subject."""
        agent = name.root.head if name.root.dep_ == "pobj" and name.root.head.dep_ == "agent" else None
        if agent is not None and lemma(agent.head) in _OF_HOSTS:
            return None if self.doc[name.end : name.end + 1].text == "," else self.in_capital(agent.head)
        verb, sentence = _verb_of(name), name.root.sent
        if verb is None or lemma(verb) not in words("en/speech_verbs"):
            return None
        inside = range(name.start, name.end)
        own = {s for t in self.subjects(sentence) if t.i not in inside and (s := self.side(t) or self.nation(t))}
        hit = self.hits.get(sentence.start + 1) if sentence[0].lower_ == "in" else None
        if hit is not None and hit.name.form == "capital":
            at = hit.last + 1
            at += self.doc[at].text == ","
            at += self.doc[at].lower_ in {"a", "an", "the"}
            return hit if at == office.start and own <= {hit.name.actor} else None
        hit = self.in_capital(verb) if actor.role and _MINISTRY_VOICE.search(actor.role.text) else None
        return hit if hit is not None and hit.first > name.start and own <= {hit.name.actor} else None

    def _is_among_guests(self, *sentences: "Tokens | None") -> bool:
        """Whether visits, talks, hosts or exiles are spoken of."""
        return any({lemma(t), t.lower_} & _GUEST_WORDS for s in sentences if s is not None for t in s)

    def _is_of_two_governments(self) -> bool:
        """Whether the article tells of a rival or breakaway government: its ministers have the same offices."""
        return any(t.lower_ in _SECOND_GOVERNMENT for t in self.doc)

    def _of_here(self, actor: Actor, name: "Tokens", office: "Tokens") -> str | None:
        """ "DELVO, March 3 - ... Ostmark would pay, Foreign Minister Ana Berg said": of the state written from.

        He tells what that state will do, or tells its parliament; where not both, no other state is named in the
        sentence and the two before. No guests, no second government; nobody else is known to have the office.
        """
        verb, sentence = _verb_of(name), name.root.sent
        if verb is None or len(self.here) != 1 or _HIGH.match(office.text) is None:
            return None
        if self._names_owner(office[-1]) or goes_on_to_owner(name):
            return None
        [state] = self.here
        before = sentence_before(sentence[0])
        scene = (sentence, before, sentence_before(before[0]) if before is not None else None)
        hosts = any(lemma(t) in _OF_HOSTS for s in scene if s is not None for t in s)
        if hosts or self._is_among_guests(*scene) or self._is_of_two_governments():
            return None
        apart = self.doc[name.start : name.end]
        acting = [t for t in self.subjects(sentence) if t not in apart and self.nation(t) == state]
        will = any(c.lower_ in {"will", "would"} for t in acting for c in t.head.lefts)
        told = any(c.dep_ in {"dobj", "dative"} and lemma(c) in _AT_HOME for c in verb.rights)
        sides = self.named(*scene) | self.nations(self.subjects(before))
        sure = (will and told) or ((will or told) and sides <= {state})
        here = sure and lemma(verb) in words("en/speech_verbs")
        return state if here and self._may_be(actor, state) and self.acts(state) else None

    def _may_be(self, actor: Actor, state: str) -> bool:
        """Whether the state may have the person in the office: has such an office, and nobody else is known in it."""
        office = actor.role.text.casefold() if actor.role is not None else ""
        others = (
            o for who, held in self.offices.items() if who != actor.actor and self.sides.get(who) == state for o in held
        )
        return _may_have(actor, state) and all(_without_state(o) != office for o in others)

    def _names_owner(self, head: "Token") -> bool:
        """Whether the office goes on to whose it is: "a spokesman [for] the rebels"."""
        return any(c.dep_ == "prep" and c.lower_ in {"of", "for", "from", "with", "at"} for c in head.rights)


def _verb_of(name: "Tokens") -> "Token | None":
    """The verb whose subject the person is, also set off behind the office: "the minister, Ana Berg, said"."""
    token = name.root
    while token.dep_ in {"appos", "compound", "nmod"} and token.head != token:
        token = token.head
    alone = not list(token.conjuncts)
    return token.head if token.dep_ == "nsubj" and alone and token.head.pos_ in {"VERB", "AUX"} else None


def _is_stately(actor: Actor) -> bool:
    """Whether the office is one that only states have, and its holder acts for his."""
    office = " ".join(actor.role.text.split()) if actor.role is not None else ""
    return _OF_A_STATE.match(office) is not None and acts_for_state(office) and not _OTHERS_OFFICE.search(office)


def _is_called(actor: Actor, body: str) -> bool:
    """Whether it is a body so called: "army", "foreign ministry"."""
    named = f" {actor.institution}".casefold()
    return actor.type == "institution" and actor.institution is not None and named.endswith(f" {body}")


def _leads(doc: "Doc", first: int, end: int) -> bool:
    """Whether only adjectives and words of offices stand there: "the government's [chief] delegate"."""
    return all(t.pos_ in {"ADJ", "NOUN", "PROPN"} for t in doc[first:end])


def _may_have(actor: Actor, state: str) -> bool:
    """Whether the state has such an office at all: the United States no minister, Cyprus no premier."""
    office = actor.role.text.casefold() if actor.role is not None else ""
    if state == "US" and re.search(r"minist|premier|chancellor", office):
        return False  # the United States have departments and secretaries
    return not (office.endswith("prime minister") and state in _WITHOUT_PREMIER)


def _without_state(office: str) -> str:
    """An office without the state before it: "kenyan prime minister" is "prime minister"."""
    return re.sub(
        r"^[\w.-]+(?:['’]s)? (?=(?:prime minister|president|foreign minister|defen[cs]e minister)$)", "", office
    )
