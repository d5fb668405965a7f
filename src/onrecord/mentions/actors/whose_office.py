"""Whose an office is that is told without its state: by the words around it, where they leave one candidate."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import words
from onrecord.mentions.actors.names import Hit, is_state
from onrecord.mentions.actors.roles import VOICES, WITH_VOICES, acts_for_state, heads, honorifics, is_title_word
from onrecord.mentions.actors.scenes import Scenes
from onrecord.model import Actor, Article
from onrecord.syntax import POSSESSIVES, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# Bodies of states as a spokesman's noun names them: "an army spokesman", "a ministry spokeswoman".
_BODIES_WITH_VOICES = {
    "army", "military", "navy", "ministry", "government", "cabinet", "air force", "coastguard", "coast guard",
    "border service", "border guard", "presidency", "embassy", "armed forces", "general staff",
}  # fmt: skip
# In how many sentences before its own the body stands that "the army spokesman" speaks for.
_SENTENCES_BACK = 2
# "Foreign Minister Ana Berg", "Deputy Prime Minister Karl Holt", "Home Ministry spokesman Ana Berg": of a state.
_OF_A_STATE = re.compile(
    r"^(?:acting |caretaker |interim |outgoing )?(?:President|Vice[- ]President|King|Queen|Emir|Sultan|Chancellor"
    r"|Premier|Taoiseach|(?:Deputy |Vice )?(?:(?:[A-Z][\w-]+|and|of) ){0,5}(?:Minister|Premier)"
    r"|(?:Chief )?Cabinet Secretary|State Secretary|(?:Foreign|Home|Defen[cs]e) Secretary|National Security Advis[eo]r"
    r"|Chief of (?:the )?(?:General |Defen[cs]e |Army )?Staff"
    r"|(?:[A-Z][\w-]+ ){1,4}Ministry (?:spokes\w+|official))$"
)
_OF_MINISTRY = re.compile(r"\b[Mm]inistry (?:official|spokes(?:man|woman|person)|source|diplomat)s? in \w")
_MINISTRY_VOICE = re.compile(r"\bMinistry spokes(?:man|woman|person)$")
# Bodies in an office's words that no state has, or that have offices of their own.
_OTHERS_OFFICE = re.compile(
    r"\b(?:[Ss]hadow|[Oo]pposition|[Rr]egional|[Ss]tate Minister of|[Pp]arty|[Rr]ebel|[Cc]ity)\b"
)
# What a guest does where he is: his state is not told by the place.
_OF_GUESTS = {
    "arrive", "visit", "land", "fly", "travel", "come", "go", "depart", "leave", "tour", "join", "attend", "meet",
    "host", "receive", "welcome", "greet", "return", "stop", "see", "sign", "hold", "head", "lead",
}  # fmt: skip
_GUEST_WORDS = {"visit", "trip", "tour", "talk", "meeting", "sideline", "margin", "summit", "conference", "stopover"}
# States whose constitution knows no president, and those that know no prime minister.
_WITHOUT_PRESIDENT = {
    "AG", "AU", "BE", "BH", "BN", "BS", "BT", "BZ", "CA", "DK", "GB", "GD", "JM", "JO", "JP", "KH", "KN", "KW", "LC",
    "LI", "LS", "LU", "MA", "MC", "MY", "NL", "NO", "NZ", "OM", "PG", "QA", "SA", "SB", "SE", "SZ", "TH", "TO", "TV",
    "VC",
}  # fmt: skip
_WITHOUT_PREMIER = {
    "AR", "BO", "BR", "CL", "CO", "CR", "CY", "DO", "EC", "GH", "GM", "GT", "HN", "ID", "LR", "MW", "MX", "NG", "NI",
    "PA", "PH", "PY", "SL", "SV", "US", "UY", "VE", "ZM",
}  # fmt: skip
# By whom a guest is received where he is told to be: "was received in Telle by Deputy Prime Minister Ana Berg".
_OF_HOSTS = {"receive", "welcome", "greet"}
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
        rules = (
            self._of_behind,
            self._of_possessor,
            self._of_described,
            self._of_body,
            self._of_capital,
            self._of_here,
        )
        return next((owner for rule in rules if (owner := rule(actor, name)) is not None), None)

    def _office(self, actor: Actor) -> "Tokens | None":
        """The words of the office; beside a rank those of who speaks: "Col. Karl Holt, [an army spokesman]"."""
        role = actor.role
        name = self.doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand")
        if name is not None and (role is None or "address" in heads().get(role.text.casefold(), {}).get("kind", "")):
            beside = (*(c for c in name.root.rights if c.dep_ == "appos"), name.root.head)
            voice = next((t for t in beside if t.lower_ in VOICES and self.at.get(t.i) in {None, actor}), None)
            if voice is not None and (voice.dep_ == "appos" or name.root.dep_ == "appos"):
                return self.doc[voice.i : voice.i + 1]
        return self.doc.char_span(role.start, role.end, alignment_mode="expand") if role is not None else None

    def _of_behind(self, actor: Actor, name: "Tokens") -> str | None:
        """ "Karl Holt of the Ostmark Defence Ministry", "commander Ana Berg of the independence movement LDV"."""
        end = name.end
        if actor.type != "person" or end + 2 >= len(self.doc) or self.doc[end].lower_ != "of":
            return None
        at = end + 1 + (self.doc[end + 1].lower_ == "the")
        body = self.at.get(at)
        if body is not None and body.type == "institution" and body.state and body.reading != "person":
            whole = self.doc.char_span(body.begins_at, body.ends_at, alignment_mode="expand")
            if whole is None or any(t.text in POSSESSIVES for t in self.doc[whole.end : whole.end + 1]):
                return None
            return body.state if whole[-1].lower_ in _OF_GOVERNMENT else None
        while at < len(self.doc) and (self.doc[at].lower_ in _BEHIND_BODY or self.doc[at].lower_ in _GROUPS):
            at += 1
        body = self.at.get(at)
        named = body is not None and body.type in {"organisation", "group"} and self.doc[at - 1].lower_ in _GROUPS
        return body.actor if named and body is not None else None

    def _of_possessor(self, actor: Actor, name: "Tokens") -> str | None:
        """ "The government's delegate, Karl Holt", "the alliance's secretary general": of a body told before."""
        office = self._office(actor)
        if office is None:
            return None
        mark = next(
            (t for t in reversed(self.doc[max(office.start - 3, 0) : office.end]) if t.text in POSSESSIVES), None
        )
        if mark is None or mark.i < 2 or not _leads(self.doc, mark.i + 1, office.end):
            return None
        owner = self.doc[mark.i - 1]
        before = self.at.get(owner.i)
        if before is not None and before.rule.endswith(" named before") and before.actor is not None:
            return before.state or before.actor
        return None

    def _of_described(self, actor: Actor, name: "Tokens") -> str | None:
        """ "The envoy, Ana Berg" after "the Varenian envoy": the one who was so described, where nobody else was."""
        office = self._office(actor)
        if actor.type != "person" or office is None or len(office) > 2 or office.start == 0:
            return None
        if office.end >= name.start or self.doc[office.start - 1].lower_ != "the" or self.doc[office.end].text != ",":
            return None
        ranks = self.doc[office.end + 1 : name.start]
        if any(t.text not in honorifics() and not is_title_word(self.doc, t.i) for t in ranks):
            return None
        alike = (self.at.get(t.i) for t in self.doc[: office.start] if t.lower_ == office[-1].lower_)
        owners = {self.sides.get(a.actor or "") if a is not None else None for a in alike}
        return owners.pop() if len(owners) == 1 else None

    def _of_body(self, actor: Actor, name: "Tokens") -> str | None:
        """ "An army spokesman", "the ministry spokeswoman, Ana Berg": of the one state whose army was just named."""
        office = self._office(actor)
        if office is None or office[-1].lower_ not in VOICES or self._names_owner(office[-1]):
            return None
        before = [t.lower_ for t in self.doc[max(office[-1].i - 2, 0) : office[-1].i] if t.pos_ not in {"DET", "PUNCT"}]
        noun = next((b for b in (" ".join(before), *before[-1:]) if b in _BODIES_WITH_VOICES), None)
        if noun is None:
            return self._of_teller(actor, office)
        wanted = " ".join(before) if noun == "ministry" else noun
        first = self.sentences_before(office[0], _SENTENCES_BACK)
        bodies = (
            a for i, a in self.at.items() if first <= i < office.start and a.type == "institution" and a.institution
        )
        near = {a.state for a in bodies if f" {a.institution}".casefold().endswith(f" {wanted}")} - {None}
        return near.pop() if len(near) == 1 else None

    def _of_teller(self, actor: Actor, office: "Tokens") -> str | None:
        """ "Ostmark's government denied it. A spokesman said ...": of the body that has just said something."""
        before = self.doc[office.start - 1].lower_ if office.start else ""
        opens = office.start - office[0].sent.start <= 1
        if not opens or (before not in {"a", "the"} and actor.type != "person") or not office.text.islower():
            return None
        subject = next(iter(self.subjects(self.sentence_before(office[0]), main=True)), None)
        body = self.at.get(subject.i) if subject is not None else None
        if subject is None or body is None or body.type not in {"institution", "organisation"}:
            return None
        if lemma(subject.head) not in words("en/speech_verbs") or not self.side(subject) or list(subject.conjuncts):
            return None
        inside = (t for t in self.doc[subject.i + 1 : office.start - 1] if t.ent_type_ not in {"DATE", "TIME"})
        others = any(t.tag_ in {"NNP", "NNPS"} or self.side(t) or lemma(t) in WITH_VOICES for t in inside)
        return None if others else self.side(subject)

    def _of_capital(self, actor: Actor, name: "Tokens") -> str | None:
        """ "In Telle, Minister Ana Berg accused ...", "Foreign Ministry spokesman Karl Holt said in Telle", "was
        received in Telle by Deputy Prime Minister Ana Berg", "a Foreign Ministry official in Telle".

        Of a minister only where the sentence opens with it: others say something in a capital while they visit it.
        """
        office = self._office(actor)
        if office is None:
            return None
        spoken = self.in_capital(office[-1]) if _OF_MINISTRY.search(actor.spans[0].text) else None
        if spoken is None and _is_stately(actor):
            spoken = self._where_said(actor, name, office)
        state = spoken.name.actor if spoken is not None else None
        return state if is_state(state) and state is not None and self._may_be(actor, state) else None

    def _where_said(self, actor: Actor, name: "Tokens", office: "Tokens") -> Hit | None:
        """The capital in which the person says something or receives guests."""
        agent = name.root.head if name.root.dep_ == "pobj" and name.root.head.dep_ == "agent" else None
        if agent is not None and lemma(agent.head) in _OF_HOSTS:
            return self.in_capital(agent.head)
        verb, sentence = _verb_of(name), name.root.sent
        if verb is None or lemma(verb) not in words("en/speech_verbs"):
            return None
        voice = _MINISTRY_VOICE.search(actor.role.text if actor.role else "") is not None
        if not voice and any(lemma(t) in _GUEST_WORDS for t in sentence):
            return None
        inside = range(name.start, name.end)
        own = {s for t in self.subjects(sentence) if t.i not in inside and (s := self.nation(t))}
        fronted = self.hits.get(sentence.start + 1) if sentence[0].lower_ == "in" else None
        if fronted is not None and fronted.name.form == "capital":
            at = fronted.last + 1
            at += self.doc[at].text == ","
            at += self.doc[at].lower_ in {"a", "an", "the"}
            return fronted if at == office.start and (voice or own <= {fronted.name.actor}) else None
        found = [self.in_capital(t) for t in (verb, *(c for c in verb.rights if c.dep_ in {"dobj", "dative"}))]
        behind = next((hit for hit in found if hit is not None and hit.first > name.start), None)
        return behind if voice else None

    def _of_here(self, actor: Actor, name: "Tokens") -> str | None:
        """ "DELVO, March 3 - ... Foreign Minister Ana Berg said": of the state written from, where no other acts near.

        That state acts in the article itself; nobody else is known to have the office; what the minister does is not
        what guests do. Of one that cannot have him it is the only one that acts in his sentence and the one before.
        """
        verb, office = _verb_of(name), self._office(actor)
        if verb is None or office is None or not self.here or not _is_stately(actor) or lemma(verb) in _OF_GUESTS:
            return None
        if self._names_owner(office[-1]) or (name.end < len(self.doc) and self.doc[name.end].lower_ in {"of", "from"}):
            return None
        if self._is_told(verb, name):
            return None
        here, before = name.root.sent, self.scene_before(name.root)
        own = self.nations(t for t in self.subjects(here) if not name.start <= t.i < name.end)
        told = self.nations(self.subjects(before, main=True))
        acting = own | self.nations(self.subjects(before)) | self.opening(before) | self.opening(here)
        home = {s for s in self.here if _may_have(actor, s)}
        if len(home) == len(self.here) == 1 and (acting <= home or told == home == acting - own):
            [state] = home
        elif len(acting) == 1 and not self.named(before, here) - acting - self.here and (told if home else not home):
            [state] = acting
            if home and state not in home:
                return None
        else:
            return None
        return state if self._may_be(actor, state) and (state not in self.here or self.acts(state)) else None

    def _may_be(self, actor: Actor, state: str) -> bool:
        """Whether the state may have the person in the office: has such an office, and nobody else is known in it."""
        office = actor.role.text.casefold() if actor.role is not None else ""
        others = (
            o for who, held in self.offices.items() if who != actor.actor and self.sides.get(who) == state for o in held
        )
        return _may_have(actor, state) and all(_without_state(o) != office for o in others)

    def _is_told(self, verb: "Token", name: "Tokens") -> bool:
        """Whether somebody of the state written from is whom the person tells it: he is none of theirs."""
        told = (c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i >= name.end)
        return any(self.nation(c) in self.here for c in told)

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


def _leads(doc: "Doc", first: int, end: int) -> bool:
    """Whether only adjectives and words of offices stand there: "the government's [chief] delegate"."""
    return all(t.pos_ in {"ADJ", "NOUN", "PROPN"} for t in doc[first:end])


def _may_have(actor: Actor, state: str) -> bool:
    """Whether the state has such an office at all: Japan no president, the United States no minister."""
    office = actor.role.text.casefold() if actor.role is not None else ""
    if state == "US" and re.search(r"minist|premier|chancellor", office):
        return False  # the United States have departments and secretaries
    if office == "president":
        return state not in _WITHOUT_PRESIDENT
    return not (office.endswith("prime minister") and state in _WITHOUT_PREMIER)


def _without_state(office: str) -> str:
    """An office without the state before it: "kenyan prime minister" is "prime minister"."""
    return re.sub(
        r"^[\w.-]+(?:['’]s)? (?=(?:prime minister|president|foreign minister|defen[cs]e minister)$)", "", office
    )
