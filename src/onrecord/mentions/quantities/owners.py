"""Whose the counted are, where the sentence says: who has them, gives them, sends or loses them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.actors.roles import acts_for_state
from onrecord.mentions.quantities.casualties import DAMAGES, HARMS
from onrecord.mentions.quantities.units import after_of
from onrecord.mentions.sides import WE, Sides
from onrecord.model import Actor, Place, Reference
from onrecord.model.vocabulary import QuantityClass
from onrecord.syntax import lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWNERS = {"state", "institution", "organisation", "group", "outlet"}
_NOUNS = {"NOUN", "PROPN"}
_BESIDE = {"poss", "amod", "compound", "nmod", "det"}
_FORCES = {"personnel", "unit", "platform", "weapon"}
# Prepositions before a gerund that the subject does too: "answered by sending 40 tanks".
_MEANS = {"by", "after", "before", "without", "while", "when", "since", "in", "despite"}
_MOVES = {"move", "send", "bring", "fly"}
# What nobody does of one's own: "I have ordered 400 soldiers to the port".
_GIVES = {
    "send", "provide", "donate", "commit", "pledge", "deploy", "authorize", "authorise", "approve", "release",
    "announce", "allocate", "invest",
}  # fmt: skip
_BUYS = frozenset({"buy", "purchase", "acquire"})
_SHARES = {"percent", "cent", "%", "percentage"}
_CURRENCIES = {row["noun"] for row in table("en/counted_nouns") if row["class"] == "money"}
_LAND = {"country", "nation", "state", "republic", "kingdom"}


def _words_as(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/owning_words") if row["as"] == kind)


_HOLDS, _EQUIPS, _DEEDS, _DOES = _words_as("holder"), _words_as("equips"), _words_as("deed"), _words_as("does")
_THANKED, _SUMS, _GETS, _PAYS = _words_as("thanked"), _words_as("sum"), _words_as("gets"), _words_as("pays")
_CONTAINS, _CHANGES, _COMES, _KIN = _words_as("contains"), _words_as("changes"), _words_as("comes"), _words_as("kin")
_ASKS, _CHARGES, _RIVALS = _words_as("asks"), _words_as("charges"), _words_as("rival")
_MANOEUVRES = _words_as("manoeuvres")
# Of a state's body, which its own people name without the state: "the Ministry of Roads".
_BODIES = {
    "Ministry", "Department", "Directorate", "Agency", "Service", "Bureau", "Guard", "Army", "Navy", "Forces",
    "Commission", "Authority",
}  # fmt: skip
# Where "the state" may be one of several.
_OF_STATES = {"US", "AU", "AT", "BR", "DE", "IN", "MX", "MY", "NG", "SD", "VE"}
_LOCALS = {"resident", "inhabitant", "villager", "settlement"}
# "the Agency": no name by itself.
_COMMON = frozenset(word.casefold() for word in words("en/organisation_words"))


class Owners:
    """Looks up the actor that a quantity belongs to.

    `sides` says who "we" and "our" are, `references` who "it" and "their" are; `places` knows the states that are
    named as mere land ("24 regions of Varenia").
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        sides: Sides,
        references: Iterable[Reference] = (),
        places: Sequence[Place] = (),
    ) -> None:
        known = [a for a in actors if a.actor is not None]
        self._actors = ActorIndex(known)
        self._by_id = {a.actor: a for a in reversed(known)}
        roles = [(a.actor, acts_for_state(a.role.text)) for a in known if a.type == "person" and a.role is not None]
        self._private = {name for name, _ in roles} - {name for name, acts in roles if acts}
        self._referents = {r.span.start: r.actors[0] for r in references if len(r.actors) == 1}
        states = [p for p in places if p.feature == "country" and p.country is not None and "/" not in p.country]
        self._lands = {i: p.country for p in states for s in p.spans for i in range(s.start, s.end)}
        towns = [p for p in places if p.feature != "country"]
        self._towns = {i: s.text for p in towns for s in p.spans for i in range(s.start, s.end)}
        self._sides = sides

    def of(
        self, head: "Token", number: "Token", whole: "Token | None" = None, class_: QuantityClass = "other"
    ) -> str | None:
        """Actor id from a possessive, an adjective, "of"/"from", or the one who has, sends or masses them.

        `whole` is the token by which the quantity hangs in the sentence: "dozens" in "dozens of tanks". Of money it is
        the one who pays; forces of a person are the state's.
        """
        found = self._found(head, number, whole if whole is not None else head, class_)
        actor = self._by_id.get(found)
        if actor is not None and actor.type == "person" and class_ in _FORCES:
            return actor.state or found
        return found

    def _found(self, head: "Token", number: "Token", whole: "Token", class_: QuantityClass) -> str | None:
        said = self._inside(head, number.i) or self._inside(number, number.i)
        if said is None and lemma(head) in _SHARES and whole.dep_ in {"dobj", "pobj"}:
            said = self._paid(whole)
        said = said or self._people(head) or self._of_phrase(head) or self._of_phrase(whole)
        said = said or self._shared(whole)
        if said is not None or _is_nobodys(head):
            return said
        while whole.dep_ == "conj" and whole.head.pos_ in _NOUNS | {"NUM"}:
            whole = whole.head
        if class_ == "money" and whole.dep_ == "appos":  # "allocates funding for this, 40 million"
            told = (whole.head, whole.head.head.head) if whole.head.dep_ == "pobj" else (whole.head,)
            whole = next((n for n in told if n.dep_ == "dobj" and _is_whole(n)), whole)
        if whole.head.lower_ == "worth":  # "40 million worth of Varenian investment", and not "of Varenian guns"
            worth = (self._inside(noun) for noun in after_of(whole.head) if _is_whole(noun))
            if (owner := next(worth, None)) is not None:
                return owner
        if lemma(head) in _KIN and class_ != "casualties":
            return self._of_kin(whole)
        verbs = _HOLDS | (_PAYS if class_ == "money" else _GETS)
        if class_ == "other":
            verbs -= {"get", "take", "accept", "use"}  # "we got three answers"
        elif class_ == "money":
            verbs -= {"raise"}  # from others
        elif class_ == "personnel":
            verbs -= {"capture", "seize", "take", "accept"}  # they are the other side's
        if class_ in _FORCES:
            verbs |= _MANOEUVRES
        said = self._holder(whole, verbs) or self._clause(head, verbs) or self._clause(whole, verbs)
        said = said or self._of_larger(whole, verbs) or self._of_whole(whole)
        if said is None and class_ == "money":
            said = self._given(whole) or self._charged(whole) or self._price(whole)
        return said or self._maker(head, number)

    def _maker(self, head: "Token", number: "Token") -> str | None:
        """ "40 Teller tractors", where nobody is said to have them."""
        if head.tag_ != "NNS" or lemma(head) == "share":
            return None
        beside = (c for c in head.lefts if c.dep_ in {"compound", "nmod"} and c.i > number.i and not c.text.isupper())
        return next((found for c in beside if (found := self._company(c))), None)

    def _paid(self, share: "Token") -> str | None:
        """Who pays a share of something: "Varenia pays (for) 40 percent of the bill"."""
        verb = share.head.head if share.dep_ == "pobj" and share.head.lower_ == "for" else share.head
        return self._doer(verb) if lemma(verb) == "pay" and not passive(verb) else None

    def _people(self, head: "Token") -> str | None:
        """ "40 Varenians", "40 residents of Telle" """
        actor = self._actors.at(head)
        if actor is not None and actor.type == "state":
            return actor.actor if not _sided(head) else None
        if lemma(head) not in _LOCALS:
            return None
        beside = [*(c for c in head.lefts if c.dep_ == "compound"), *after_of(head)]
        return next((self._towns[t.idx] for t in beside if t.idx in self._towns), None)

    def _inside(self, head: "Token", number: int = -1) -> str | None:
        """ "Varenia's 40 tanks", "40 Varenian tanks", "our 40 tanks"; nobody for "Varenian and Ostmark tanks".

        A name before the number is no owner without its 's: "pays Varenia 40 million"; nor is that of a currency.
        """
        first = number if lemma(head) not in _CURRENCIES else head.i
        beside = [c for c in head.lefts if c.dep_ in _BESIDE and (c.dep_ == "poss" or c.i > first) and not _sided(c)]
        found = {self._possessor(t) for c in beside for t in (c, *c.conjuncts)} - {None}
        return found.pop() if len(found) == 1 else None

    def _possessor(self, token: "Token") -> str | None:
        owner = self._named(token)
        partitive = token.head.dep_ == "pobj" and token.head.head.lower_ == "of" and token.head.head.head.like_num
        if owner is None and partitive and token.lower_ in {"its", "their"} and token.idx not in self._referents:
            return self._reporter(token)
        counted = any(c.dep_ == "nummod" for c in token.head.lefts)
        if token.lower_ == "its" and counted and token.idx not in self._referents:
            verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
            doers = subjects(verb) if verb is not None else []
            return self._company(doers[0]) if len(doers) == 1 and doers[0].i < token.i else None
        if token.lower_ == "whose":
            clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
            return self._named(clause.head) if clause is not None else None
        if token.dep_ == "poss":
            named = token.head.tag_ in {"NNP", "NNPS"}  # "Jehovah's Witnesses"
            return owner or self._land(token) or self._company(token) or (None if named else _unknown(token))
        namesake = token.head.ent_type_ == "ORG" and token.ent_type_ == "ORG" and self._at(token) != owner
        return None if namesake else owner  # "the Ana Berg Foundation" is not hers

    def _reporter(self, possessive: "Token") -> str | None:
        """Who says it of its own: "Varenia said 60 of its soldiers had died"."""
        number = possessive.head.head.head
        verb = number.head.head if number.dep_ in {"nsubj", "nsubjpass"} and number.head.dep_ == "ccomp" else None
        reporters = subjects(verb) if verb is not None else []
        if len(reporters) != 1 or any(t.pos_ in _NOUNS for t in number.doc[reporters[0].i + 1 : possessive.i]):
            return None  # "said the militia had lost 60 of its fighters"
        return self._at(reporters[0])

    def _shared(self, head: "Token") -> str | None:
        """ "Varenia's 40 tanks and 20 guns", "his wife and two sons": the possessive stands before the first."""
        first = head.head
        if head.dep_ != "conj" or first.pos_ not in _NOUNS or first.i > head.i:
            return None
        if not (any(c.dep_ == "nummod" for c in first.lefts) or lemma(first) in _KIN):
            return None
        possessive = next((c for c in first.lefts if c.dep_ == "poss"), None)
        return self._possessor(possessive) if possessive is not None else None

    def _of_phrase(self, head: "Token") -> str | None:
        """ "40 tanks of the Varenian army", "troops from Ostmark", "soldiers in its army", "guns belonging to it" """
        for prep in head.rights:
            if prep.dep_ == "acl" and lemma(prep) == "belong":
                prep = next((c for c in prep.rights if c.dep_ == "prep" and c.lower_ == "to"), prep)
            if prep.dep_ not in {"prep", "agent"} or lemma(prep) not in {"of", "from", "in", "to", "by"}:
                continue
            noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if noun is None or (prep.lower_ == "to" and prep.head == head):
                continue
            if prep.lower_ == "from" and _is_taken(head):
                continue
            if prep.lower_ == "by":  # "40 strikes by Varenian aircraft", and not "40 tanks by the Varenian border"
                near = lemma(noun) in words("en/place_nouns")
                if not near and not _is_done_to(head) and (doer := self._at(noun) or self._inside(noun)) is not None:
                    return doer
                continue
            if prep.lower_ == "in" and not _is_whole(noun):
                continue
            if prep.lower_ == "of" and lemma(noun) in {"stock", "share", "goods", "good", "import", "export"}:
                continue  # "bought $40 million of Teller's stock"
            if found := self._of_noun(noun, prep):
                return found
        return None

    def _of_noun(self, noun: "Token", prep: "Token") -> str | None:
        """Whom the noun after a preposition names, describes or belongs to."""
        if prep.lower_ == "from":  # "tanks from Varenia, from its army", and not "scenes from Berg's trip"
            body = _is_whole(noun) or noun.pos_ == "PROPN" or lemma(noun) in words("en/body_nouns")
            return self._named(noun) or (self._inside(noun) if body else None)
        said = self._inside(noun) or self._apposed(noun)
        if prep.lower_ != "in":
            said = self._named(noun) or said or self._company(noun)
        if said is None and prep.lower_ == "of":
            return self._land(noun) or self._of_phrase(noun)
        return said

    def _holder(self, head: "Token", verbs: frozenset[str]) -> str | None:
        """ "Varenia has massed 40 tanks", "40 tanks were sent by Varenia", "supplied Ostmark with 40 tanks" """
        verb, dep = head.head, head.dep_
        if dep == "conj" and verb.pos_ == "VERB":
            dep = "dobj"  # "paid 40 dollars in May and 50 in June"
        if dep in {"nsubj", "nsubjpass"} and verb.dep_ == "ccomp":  # "has 40 tanks stationed"
            if found := self._agent(verb, verbs):
                return found
            if lemma(verb.head) not in {"have", "keep", "get"}:
                return None
            verb, dep = verb.head, "dobj"
        if dep == "pobj" and verb.lower_ == "with" and lemma(verb.head) in _EQUIPS:
            return None if passive(verb.head) else self._doer(verb.head)
        if dep == "pobj" and lemma(verb.head) in _MOVES and verb.i == verb.head.i + 1 and verb.lower_ == "in":
            place = lemma(head) in words("en/place_nouns")  # "moved in two columns", and not "in two districts"
            return None if place or passive(verb.head) else self._doer(verb.head)
        made = lemma(verb) == "make" and (
            _is_whole(head) or any(c.lower_ == "available" for t in (verb, head) for c in t.children)
        )
        if not _is_one(verb, verbs) and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and dep == "dobj":
            shared = verb.i == verb.head.i + 2 and all(c.dep_ != "dobj" for c in verb.head.rights)
            shared = shared and not any(verb.lefts) and lemma(verb) not in HARMS | DAMAGES
            verb = verb.head if shared else verb  # "stocked and moved 40 tanks"
        if not _is_one(verb, verbs) and not made:
            return None
        if dep == "dobj" and not passive(verb):
            return self._doer(verb)
        return self._agent(verb, verbs) if dep == "nsubjpass" else None

    def _clause(self, head: "Token", verbs: frozenset[str]) -> str | None:
        """ "40 tanks deployed by Varenia", "40 tanks that Varenia has sent" """
        for verb in head.rights:
            if verb.dep_ == "acl" and (found := self._agent(verb, verbs)):
                return found
            if verb.dep_ != "relcl" or not _is_one(verb, verbs):
                continue
            if passive(verb):
                return self._agent(verb, verbs)
            doers = [s for s in subjects(verb) if s.tag_ not in {"WDT", "WP"}]
            return next((found for s in doers if (found := self._subject(s))), None)
        return None

    def _of_larger(self, whole: "Token", verbs: frozenset[str]) -> str | None:
        """Whose the larger whole is: "9,000 troops, including 400 gunners", or the deed: "a release of 40 tons"."""
        if whole.dep_ in {"nmod", "compound", "nummod"} and whole.head.pos_ in _NOUNS and whole.head.i > whole.i:
            return self._before_noun(whole.head, verbs)
        if whole.dep_ == "appos" and whole.head.tag_ == "NNS":  # "troops of Varenia, 40,000 of them"
            return self._inside(whole.head) or self._of_phrase(whole.head)
        if whole.dep_ == "npadvmod" and whole.head.lower_ == "worth":
            return self._worth(whole.head.head, verbs)
        preposition = whole.head
        if whole.dep_ != "pobj" or preposition.dep_ != "prep":
            return None
        larger = preposition.head
        if preposition.lower_ == "for" and (found := self._thanked(larger)):
            return found  # "thanked Varenia for 40 tons"
        if preposition.lower_ == "with":
            return self._accompanied(larger)
        if preposition.lower_ == "including" and larger.pos_ == "VERB":  # "sent 400 tons to Ostmark, including 40 tons"
            larger = next((c for c in larger.rights if c.dep_ == "dobj" and c.i < preposition.i), larger)
        if larger.pos_ not in _NOUNS | {"NUM"}:
            return None
        if preposition.lower_ == "including":
            return self._inside(larger) or self._of_phrase(larger) or self._holder(larger, verbs)
        if preposition.lower_ not in {"of", "worth"}:
            return None
        if lemma(larger) in _LAND:  # "Varenia, a country of 40 million"
            return self._at(larger.head) if larger.dep_ == "appos" else self._is_said(larger)
        if lemma(larger) in _SUMS and larger.dep_ == "pobj" and larger.head.head.pos_ in _NOUNS | {"VERB"}:
            above = larger.head.head  # "aid in the amount of 40 million"
            if above.pos_ in _NOUNS:
                return self._done(above, verbs)
            return self._doer(above) if _is_one(above, verbs) and not passive(above) else None
        return self._done(larger, verbs) if _is_whole(larger) else None

    def _before_noun(self, larger: "Token", verbs: frozenset[str]) -> str | None:
        """ "a $40 million Varenian loan"; "a $40 million Ostmark package" is for Ostmark."""
        if not _is_whole(larger):
            return self._inside(larger)
        names = [c for c in larger.lefts if c.dep_ == "compound" and c.tag_ == "NNP" and not c.text.isupper()]
        received = names and not any(c.dep_ in {"poss", "amod"} and self._named(c) for c in larger.lefts)
        inside = None if received and larger.tag_ == "NN" else self._inside(larger)
        return inside or self._done(larger, verbs, inside=False) or self._of_phrase(larger)

    def _worth(self, thing: "Token", verbs: frozenset[str]) -> str | None:
        """Who gives or buys what is worth so much: "Varenia bought guns worth 40 million"; who sells gets it."""
        if thing.pos_ == "VERB":
            thing = next((c for c in thing.rights if c.dep_ == "dobj"), thing)
        found = self._done(thing, verbs) if _is_whole(thing) else None
        return found or self._holder(thing, verbs - {"sell", "export", "sign"})

    def _accompanied(self, larger: "Token") -> str | None:
        """ "Varenia, with 40 tanks, ..."; "its soldiers came with 40 tanks" """
        if larger.pos_ in _NOUNS:  # "Teller Industries, a company with 400 workers"
            named = larger.head if larger.dep_ == "appos" else larger
            return self._at(larger) or self._inside(larger) or self._company(named)
        if lemma(larger) not in _COMES or passive(larger):
            return None
        came = [s for subject in subjects(larger) for s in (subject, *after_of(subject))]  # "thousands of [troops]"
        return next((o for s in came if (o := self._subject(s) or self._clause(s, _HOLDS | _GETS))), None)

    def _of_whole(self, head: "Token") -> str | None:
        """Of a whole that consists of them: "Varenia's fleet includes 40 ships", "raised its force to 40,000"."""
        verb, dep = head.head, head.dep_
        if dep == "pobj" and verb.dep_ == "prep" and verb.lower_ in {"of", "to", "at", "by", "from"}:
            verb = verb.head
        elif dep not in {"dobj", "attr"}:
            return None
        name = lemma(verb)
        if verb.dep_ == "acl" and name == "estimate":  # "Varenian forces, estimated at 40,000 troops"
            force = lemma(verb.head) in words("en/body_nouns") | {"force", "troop"}
            return self._inside(verb.head) if force else None
        if name in _CHANGES and dep == "pobj":
            changed = next((c for c in verb.rights if c.dep_ == "dobj"), None)
            owned = changed is not None and any(c.dep_ == "poss" for c in changed.lefts)
            if changed is not None and (_is_whole(changed) or owned):
                return self._inside(changed) or self._of_phrase(changed) or self._doer(verb)
        if name in _CONTAINS | _CHANGES or verb.pos_ == "AUX":
            # "Our trade reached 40 million" is nobody's money.
            doing = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not subjects(verb) else verb
            wholes = [s for s in subjects(doing) if _is_whole(s) and (lemma(s) != "trade" or lemma(head) in _SHARES)]
            return next((o for s in wholes if (o := self._done(s, _HOLDS | _GETS))), None)
        return None

    def _given(self, head: "Token") -> str | None:
        """Whose money comes: "40 million in Varenian aid", "got (wants) 40 million from Varenia"."""
        for prep in head.rights:
            if prep.dep_ == "prep" and prep.lower_ == "in":
                for noun in prep.children:
                    if noun.dep_ == "pobj" and _is_whole(noun):
                        return self._inside(noun) or self._of_phrase(noun)
        verb = head.head
        if head.dep_ != "dobj":
            return None
        if lemma(verb) in _ASKS:  # a name, and not "from its mines", "from the sale of its stake"
            sources = (self._at(g) or self._land(g) for g in (*_sources(head), *_sources(verb)))
            return next((found for found in sources if found), None)
        return self._source(head) or self._source(verb) if lemma(verb) in _GETS | {"raise"} else None

    def _charged(self, head: "Token") -> str | None:
        """Whom it costs: "the war has cost Varenia 40 million", "the court fined Varenia 40 million"."""
        if head.dep_ != "dobj" or lemma(head.head) not in _CHARGES:
            return None
        charged = [c for c in head.head.rights if c.dep_ in {"dative", "dobj"} and c.i < head.i and not c.conjuncts]
        return next((found for c in charged if (found := self._subject(c) or self._land(c))), None)

    def _price(self, head: "Token") -> str | None:
        """Who buys for it: "Varenia bought 40 tanks for 40 million", "sold Varenia 40 tanks for 40 million"."""
        if head.dep_ != "pobj" or head.head.lower_ != "for":
            return None
        verb = head.head.head
        if lemma(verb) == "sell":
            to = [c for c in verb.rights if c.dep_ == "dative"]
            to += [g for c in verb.rights if c.lower_ == "to" for g in c.children]
            return next((found for buyer in to if (found := self._subject(buyer))), None)
        if lemma(verb) not in _BUYS:
            return None
        return self._agent(verb, _BUYS) if passive(verb) else self._doer(verb)

    def _done(self, deed: "Token", verbs: frozenset[str], *, inside: bool = True) -> str | None:
        """Whose deed it is: "Varenia's delivery", "a delivery by Varenia", "Varenia announced a delivery"."""
        said = self._inside(deed) if inside else None
        by = [g for c in deed.rights if c.dep_ in {"prep", "agent"} and c.lower_ == "by" for g in c.children]
        said = said or next((found for g in by if (found := self._subject(g))), None)
        said = said or self._of_force(deed) or self._of_larger(deed, verbs)
        return said or self._holder(deed, verbs | _DOES) or self._come_from(deed) or self._means(deed)

    def _of_force(self, deed: "Token") -> str | None:
        """ "the army of Varenia", "the number of troops of Varenia", "the loss for Varenia" """
        if (found := next((o for noun in after_of(deed) if (o := self._of_noun(noun, noun.head))), None)) is not None:
            return found
        borne = (g for c in deed.rights if c.lower_ == "for" and lemma(deed) == "loss" for g in c.children)
        return next((o for g in borne if (o := self._at(g) or self._land(g))), None)

    def _come_from(self, deed: "Token") -> str | None:
        """ "a shipment arrived from Varenia" """
        verb = deed.head
        return self._source(verb) if deed.dep_ == "nsubj" and lemma(verb) in {"arrive", "come"} else None

    def _means(self, deed: "Token") -> str | None:
        """ "Varenia has leverage through a presence of 400 soldiers" """
        preposition = deed.head
        if deed.dep_ != "pobj" or preposition.lower_ != "through":
            return None
        above = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
        return self._doer(above) if lemma(above) in {"have", "keep", "maintain"} else None

    def _source(self, above: "Token") -> str | None:
        """From whom: "from Varenia", "from the Varenian bank", also where the name stands for its land."""
        return next((found for g in _sources(above) if (found := self._subject(g) or self._land(g))), None)

    def _of_kin(self, whole: "Token") -> str | None:
        """ "Berg has two sons": the person's, and never a state's."""
        if whole.dep_ != "dobj" or lemma(whole.head) not in {"have", "raise", "leave", "lose"}:
            return None
        actors = (self._actor(s) for s in subjects(whole.head))
        return next((a.actor for a in actors if a is not None and a.type == "person"), None)

    def _doer(self, verb: "Token") -> str | None:
        """The one who does it: the subject, also of a participle, of "by sending", of "the decision to send"."""
        if verb.dep_ in {"acl", "relcl"} and not any(c.dep_ == "nsubj" for c in verb.children):
            noun = verb.head  # "a state possessing 40 warheads", "the decision to send"
            whose = self._inside(noun) or self._of_phrase(noun)
            found = self._at(noun) or whose or self._holder(noun, _HOLDS | _GETS | _DOES)
            return found or self._thanked(noun.head.head if noun.dep_ == "pobj" else noun)
        doing = verb.tag_ == "VBG" or any(c.lower_ == "having" for c in verb.lefts)
        if verb.dep_ == "advcl" and doing and not any(c.dep_ == "nsubj" for c in verb.children):
            return self._doer(verb.head)
        if verb.dep_ == "pcomp":
            return self._of_gerund(verb)
        return next((found for s in subjects(_joined(verb)) if (found := self._subject(s))), None)

    def _of_gerund(self, verb: "Token") -> str | None:
        """ "answered by sending 40 tanks", "thanked Varenia for sending 40 tanks" """
        preposition, above = verb.head, verb.head.head
        if preposition.lower_ in _MEANS and above.pos_ in {"VERB", "AUX"}:
            return self._doer(above)
        if preposition.lower_ == "of" and above.dep_ == "dobj" and lemma(above.head) in _DOES:
            return self._doer(above.head)  # "began the process of sending"
        blamed = self._thanked(above) if preposition.lower_ in {"for", "of"} else None
        if blamed is not None or preposition.lower_ != "for" or above.pos_ != "VERB":
            return blamed
        before = [c for c in above.rights if c.i < preposition.i]  # "slammed [Varenia] for", "tore into [Varenia] for"
        before += [g for c in before if c.dep_ == "prep" for g in c.children]
        told = (self._at(c) or self._land(c) for c in before if c.dep_ in {"dobj", "pobj"})
        return next((found for found in told if found), None)

    def _thanked(self, above: "Token") -> str | None:
        """Who is thanked: "thanked Varenia", "grateful to Varenia", "expressed gratitude to Varenia"."""
        words_ = [above, *(c for c in above.rights if c.dep_ == "dobj" and lemma(c) in _THANKED)]
        if lemma(above) not in _THANKED and len(words_) == 1:
            return None
        thanks = [c for c in above.children if c.dep_ == "dobj" and c not in words_] if above.pos_ == "VERB" else []
        to = (c for w in words_ for c in w.rights if c.dep_ in {"prep", "dative"} and c.lower_ == "to")
        thanks += [g for c in to for g in c.children]
        return next((found for t in thanks if (found := self._subject(t))), None)

    def _subject(self, subject: "Token") -> str | None:
        """Who acts: a name, "the army of Varenia", "we", a company; of "which" what it stands for; not one of two."""
        if subject.tag_ in {"WDT", "WP"} and subject.head.dep_ == "relcl":
            subject = subject.head.head
        found = {self._acting(t) for t in (subject, *subject.conjuncts)} - {None}
        return found.pop() if len(found) == 1 else None

    def _acting(self, subject: "Token") -> str | None:
        if lemma(subject) in _RIVALS:
            return self._at(subject) or self._apposed(subject)  # "Varenia's ally Ostmark", and not Varenia
        if self._is_private(subject):
            return self._named(subject.head) if subject.dep_ == "appos" else self._apposed(subject)
        if subject.lower_ == "it" and subject.idx not in self._referents and subject.head.dep_ == "ccomp":
            return self._own_report(subject.head.head)
        named = self._at(subject) or self._inside(subject) or self._of_phrase(subject) or self._apposed(subject)
        if named is None and lemma(subject) in words("en/body_nouns") and _is_bare(subject):
            return self._sides.at(subject.idx)  # "the army", in the mouth of one of its state
        if named is None and subject.lower_ == "state" and any(subject.lefts) and _is_bare(subject):
            side = self._sides.at(subject.idx)
            return side if side not in _OF_STATES else None
        if named is None and subject.dep_ == "appos":
            return self._at(subject.head) or self._company(subject.head)  # "Varenia, a nation that lost"
        return named or self._company(subject) or self._named(subject) or _unknown(subject)

    def _own_report(self, verb: "Token") -> str | None:
        """ "Teller Industries said [it] holds 40 shares" """
        reporters = subjects(verb)
        return self._subject(reporters[0]) if len(reporters) == 1 and reporters[0].ent_type_ == "ORG" else None

    def _is_private(self, subject: "Token") -> bool:
        """ "a Varenian developer", "Varenian companies": what they do, the state does not."""
        said = (self._actor(c) for c in subject.lefts if c.dep_ in {"amod", "compound", "nmod"})
        readings = {a.reading for a in said if a is not None and a.type == "state"}
        return readings == {"people"} and subject.pos_ == "NOUN" and lemma(subject) not in words("en/body_nouns")

    def _is_said(self, land: "Token") -> str | None:
        """Of whom it is said: "Varenia is a country of 40 million" """
        if land.dep_ != "attr":
            return None
        return next((found for s in subjects(land.head) if (found := self._at(s))), None)

    def _apposed(self, noun: "Token") -> str | None:
        """ "the country's largest paper, the Vare Post", "the commander, Captain Berg" """
        named = (self._named(c) or self._company(c) for c in noun.rights if c.dep_ == "appos")
        return next((found for found in named if found), None)

    def _agent(self, verb: "Token", verbs: frozenset[str]) -> str | None:
        """Who it is done by: "sent by Varenia"."""
        if not _is_one(verb, verbs):
            return None
        agents = [noun for c in verb.children if c.dep_ == "agent" for noun in c.children if noun.dep_ == "pobj"]
        return next((found for noun in agents if (found := self._subject(noun))), None)

    def _named(self, token: "Token") -> str | None:
        """The actor whose mention holds the token, a person too."""
        actor = self._actor(token)
        return actor.actor if actor is not None and actor.type == "person" else self._at(token)

    def _at(self, token: "Token") -> str | None:
        """The actor whose mention holds the token; a person stands for the state served, "we" for the speaker's."""
        if token.lower_ in WE and token.text != "US":
            return self._sides.at(token.idx)
        if token.text == "I" and lemma(token.head) in _GIVES:
            return self._sides.at(token.idx)  # who sends speaks for a state
        actor = self._actor(token)
        if actor is None or actor.rule == "pair":
            return None
        if actor.rule == "organisation by its name":
            return self._whose_body(actor.actor or "", token)
        if actor.type == "person" and actor.actor in self._private:
            return actor.actor  # a senator spends her own
        return actor.actor if actor.type in _OWNERS else actor.state

    def _company(self, token: "Token") -> str | None:
        """A company or other body that no table knows, by its name."""
        name = _organisation(token)
        return self._whose_body(name, token) if name is not None else None

    def _whose_body(self, name: str, token: "Token") -> str:
        """The state whose body it is where one of that state speaks of it ("the Ministry of Roads"), else the name."""
        own = self._sides.at(token.idx)
        return own if own is not None and _BODIES.intersection(_in_full(name, token.doc).split()) else name

    def _actor(self, token: "Token") -> Actor | None:
        """The actor of the mention or of the one that a pronoun stands for."""
        return self._actors.at(token) or self._by_id.get(self._referents.get(token.idx))

    def _land(self, token: "Token") -> str | None:
        """The state whose name stands there for its land."""
        return self._lands.get(token.idx)


def _in_full(name: str, doc: "Doc") -> str:
    """What stands before the abbreviation where it is introduced: "Department of Roads (DOR)"; else the name."""
    text = doc.text if name.isupper() else ""
    at = text.find(f"({name})")
    return " ".join(text[max(0, at - 90) : at].split()[-len(name) :]) if at > 0 else name


def _sided(token: "Token") -> bool:
    """ "pro-Varenian demonstrators", "ethnic Varenians" """
    if token.i and token.nbor(-1).lower_ == "ethnic":
        return True
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in {"pro", "anti"}


def _organisation(token: "Token") -> str | None:
    """The name of an organisation that the token belongs to."""
    if token.ent_type_ != "ORG" or token.pos_ != "PROPN":
        return None
    first, last = token.i, token.i
    if token.ent_iob_ == "B" and any(c.lower_ == "the" for c in token.lefts) and lemma(token) in _COMMON:
        return None  # "the Agency"
    while first and token.doc[first - 1].ent_type_ == "ORG" and token.doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(token.doc) and token.doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > first and (token.doc[last].tag_ == "POS" or token.doc[last].is_space):
        last -= 1
    name = " ".join(token.doc[first : last + 1].text.split())
    return name.removeprefix("the ").removeprefix("The ")


def _unknown(token: "Token") -> str | None:
    """A name that no table knows, of a person, a place or a body: "Teller has 40 shares"."""
    if token.tag_ != "NNP" or token.ent_type_ not in {"PERSON", "GPE", "ORG", "PRODUCT", "FAC", ""}:
        return None
    if any(c.dep_ == "det" for c in token.lefts):
        return None  # "the Agency"
    first = min((c.i for c in token.lefts if c.dep_ == "compound" and c.tag_ == "NNP"), default=token.i)
    return " ".join(token.doc[first : token.i + 1].text.split())


def _is_one(verb: "Token", verbs: frozenset[str]) -> bool:
    """Whether it is one of them, with its particle or without: "send", "call up"."""
    return lemma(verb) in verbs or any(f"{lemma(verb)} {c.lower_}" in verbs for c in verb.children)


def _sources(above: "Token") -> "list[Token]":
    """ "40 million from [Varenia]", "wants 40 million for roads from [Varenia]" """
    after = [*above.rights, *(p for c in above.rights if c.lower_ == "for" for g in c.rights for p in g.rights)]
    return [g for c in after if c.dep_ == "prep" and c.lower_ == "from" for g in c.children]


def _joined(verb: "Token") -> "Token":
    """The verb that has the subject: "pays for it, then [loses] billions", "is ready to [send] 40 tanks"."""
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return verb
    if verb.dep_ == "dep" and verb.head.pos_ == "VERB":
        return verb.head  # the parser saw only some dependence
    return verb.head.head if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" else verb


def _is_whole(noun: "Token") -> bool:
    """A deed or a whole of many: "delivery", "fleet", "build-up"."""
    if lemma(noun) in _DEEDS:
        return True
    return noun.lower_ == "up" and noun.i > 1 and noun.nbor(-2).lower_ == "build"


def _is_taken(head: "Token") -> bool:
    """Whether "from" says whence they are taken, not whose they are: "withdrew 40 tanks from Varenia"."""
    taken = {"withdraw", "pull", "remove", "evacuate", "return", "move", "recall", "redeploy", "flee", "come", "bring"}
    return head.dep_ in {"dobj", "nsubjpass", "nsubj"} and lemma(head.head) in taken


def _is_done_to(head: "Token") -> bool:
    """ "the capture of 40 soldiers": "by" names the captor."""
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return False
    above = head.head.head  # "dozens of strikes", "40 million of spending"
    return not (above.lower_ in words("en/number_words") or above.like_num or above.is_currency)


def _is_nobodys(head: "Token") -> bool:
    """ "two questions", "three rounds of talks" """
    unowned = words("en/unowned_nouns")
    if lemma(head) in unowned:
        return True
    return any(lemma(noun) in unowned for noun in after_of(head))


def _is_bare(noun: "Token") -> bool:
    """ "the army", "the federal government", and not "the enemy army" or "the army that fled" """
    return all(c.dep_ in {"det", "punct", "amod"} and c.lower_ in {"the", "federal", "national"} for c in noun.children)
