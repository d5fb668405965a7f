"""How the name of a state or a seat of government is meant: the government that acts, the land, or the people.

Actors and places both ask here, so that one name has one reading. Dependency rules after those measured on ReLocaR
(Gritta et al. 2017); words in `data/en/name_readings.tsv`. What is owned decides; where nothing does, a state's noun
that hangs on a verb or another noun stands for its government, an adjective for its people, a capital for the city.
A state's noun that stands alone, and one that is only talked about, are undecided.
"""

from functools import cache
from typing import TYPE_CHECKING, Literal

from onrecord.data import table
from onrecord.syntax import VOICED, lemma, passive, voiced

if TYPE_CHECKING:
    from spacy.tokens import Token

Reading = Literal["government", "place", "people", "undecided"]
# Whether the name is a noun of a state ("Ostmark"), its adjective, or a capital ("Telle").
Form = Literal["name", "adjective", "capital"]

_ARMS = {"arm", "arms", "weapon", "weaponry", "missile", "tank", "ammunition", "munition", "artillery", "jet", "drone"}
_LOCATIVE = {
    "in", "at", "near", "into", "across", "inside", "outside", "around", "within", "through", "along", "onto", "off",
    "beyond", "via", "throughout", "under", "above",
}  # fmt: skip
_MODIFYING = {"compound", "amod", "nmod"}
# What hangs on nothing that tells how it is meant: "a third country, Ostmark", "on the agenda: trade, Ostmark".
_ALONE = {"appos", "npadvmod", "conj", "nummod", "dep", "ROOT"}
_STATES = {"country", "nation", "state", "power", "neighbor", "neighbour", "ally", "member", "partner", "rival", "foe"}
_COPULAS = {"be", "become", "remain", "seem", "look"}
_PARTS = {
    "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
    "southwestern",
}  # fmt: skip
_GATHERINGS = {"meeting", "summit"}
# What is named after the city where it was signed or is held: "the Telle agreements", "the Telle process".
_SIGNED = {
    "agreement", "accord", "treaty", "protocol", "memorandum", "declaration", "convention", "charter", "pact",
    "process", "format", "framework", "principle", "communique", "communiqué",
}  # fmt: skip
# Offices of a city or of a part of a federation: "the Telle mayor", "Washington Secretary of State".
_LOCAL_OFFICES = {"mayor", "governor", "secretary"}
_ASSAULTS = {"attack", "assault", "offensive", "strike", "march", "advance", "raid", "siege"}
_EVENTS = {"protest", "attack", "bombing", "blast", "explosion", "shooting", "rally", "siege", "conference"}
_AREAS = {"GPE", "LOC", "FAC"}
_VISITS = {"visit", "trip", "tour", "stop", "stopover", "journey", "arrival"}
# "sanctions were imposed on Telle"
_LOADING = {"impose", "inflict", "slap", "press", "lean", "blame", "focus"}
_LOADS = {"pressure", "sanction", "tariff", "blame", "demand", "embargo"}
# What happens in the airspace: "a plane was shot down over Ostmark".
_IN_THE_AIR = {"shoot", "down", "crash", "explode", "circle", "hover", "flight", "plane"}
_DASHES = {"—", "–", "-", "--", "(", "/"}
# "the presidential campaign", "the banking system" are the voters' or the society's.
_SOCIAL = {
    "presidential", "electoral", "election", "congressional", "midterm", "democratic", "political", "banking", "health",
    "financial", "economic", "education", "energy", "tax",
}  # fmt: skip
_SOCIAL_NOUNS = {
    "campaign", "race", "system", "process", "primary", "contest", "trail", "candidate", "nominee", "hopeful", "debate",
    "ballot",
}  # fmt: skip


def reading_of_name(token: "Token", form: Form) -> Reading:
    """How the name is meant whose head is the token: "Moscow complained", "talks in Moscow", "the Russian winter"."""
    role = _first_joined(token, form)
    if form == "name" and (_stands_behind_city(token) or _is_part(token)):
        return "place"
    if form == "capital" and _is_among_cities(token):
        return "place"
    if form != "adjective" and _plays(role):
        return "people"
    if (deed := _in_compound(token)) is not None:
        return deed if deed != "place" or form != "adjective" else "people"
    if role.dep_ in _MODIFYING or role.dep_ == "poss":
        return _of_owned(role, form)
    if form == "adjective":
        after = lemma(token.nbor()) if token.i + 1 < len(token.doc) else ""
        return "government" if after in _words("body") else "people"  # the parser has it beside its noun
    if _opens_date_line(token):
        return "place"
    if token.is_sent_start and token.i + 1 < len(token.doc) and token.nbor().text == ":":
        return "government"  # a headline: "Moscow: no troops will leave"
    return _by_place_in_sentence(role, form) or ("place" if form == "capital" else "government")


def _by_place_in_sentence(role: "Token", form: Form) -> Reading | None:
    match role.dep_:
        case "pobj":
            found = _of_preposition(role, form)
            return "undecided" if found is None and form == "name" and _is_topic(role.head) else found
        case "nsubj":
            return _of_subject(role, form)
        case "dobj" | "dative" | "nsubjpass":
            return _of_object(role, form)
        case "agent":
            return "government"
        case "appos" | "npadvmod" if role.head.ent_type_ in _AREAS and not _is_state(role.head.text):
            return "place"
        case "appos" if form == "name" and (same := _spelled_out(role.head)) is not None:
            return _by_place_in_sentence(same, form)
        case alone if alone in _ALONE and form == "name":
            return "undecided"
    return None


def _spelled_out(before: "Token") -> "Token | None":
    """What a name behind it says who is: "a third country, Ostmark, refused"; "only two paid: Ostmark and Varenia"."""
    if before.pos_ == "VERB":
        return next((c for c in before.lefts if c.dep_ == "nsubj" and c.pos_ == "NUM"), None)
    acted_on = before.dep_ == "dobj" and lemma(before.head) not in _words("object")
    return before if lemma(before) in _STATES and before.dep_ not in _ALONE and not acted_on else None


def _is_topic(preposition: "Token") -> bool:
    """ "the row over Ostmark", "asked about Ostmark"."""
    return preposition.lower_ in {"about", "over", "regarding", "concerning"}


def _first_joined(token: "Token", form: Form) -> "Token":
    """The first of coordinated names, whose role all share: "Kyiv and Moscow said", "French and Italian"."""
    joined = {"PROPN", "NOUN", "ADJ"} if form == "adjective" else {"PROPN", "NOUN"}
    joints = {"conj"} if form == "adjective" else {"conj", "appos"}
    if token.dep_ == "conj" and token.head.dep_ in _MODIFYING:
        joined |= {"ADJ"}  # "Asian or Ostmark ports"
    while token.dep_ in joints and token.head != token and token.head.pos_ in joined:
        if token.dep_ == "appos" and not (_is_state(token.text) and _is_state(token.head.text)):
            break  # but "in Ostmark, Varenia, and Lorvane", where the parser takes the second for the first's own
        token = token.head
    return token


def _plays(role: "Token") -> bool:
    """Whether a team has the state's name: "the final between Ostmark and Varenia", "Ostmark won the match"."""
    above = role.head
    if role.dep_ == "pobj":
        above = above.head
        if role.head.lower_ in {"in", "at", "of", "from"}:
            return False
        if lemma(above) in _words("match"):
            return True
    return lemma(above) in _words("play") and any(lemma(t) in _words("match") for t in role.sent if t.pos_ == "NOUN")


def _in_compound(token: "Token") -> Reading | None:
    """What a compound tells: "the Ostmark-backed rebels", "an Ostmark-based firm", "pro-Ostmark forces"."""
    doc, last = token.doc, token.text.rpartition("-")[2]
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in {"pro", "anti"}:
        return "government"
    behind = token.i + 1
    if behind + 1 < len(doc) and doc[behind].text == "-" and not token.whitespace_:
        last = doc[behind + 1].lower_
    elif "-" in token.text[1:-1] and behind < len(doc) and lemma(doc[behind]) in _words("relation"):
        return "government"  # two names that the parser has as one
    return "government" if last in _words("deed") | _words("support") else "place" if last in _words("origin") else None


def _is_part(token: "Token") -> bool:
    """ "southern Ostmark" is a part of the land, except where it owns something; so is what others border."""
    first = _first_of_name(token)
    before = token.doc[first - 1] if first else None
    if before is not None and lemma(before) == "border" and before.pos_ == "VERB" and token.dep_ != "poss":
        return True
    return first > 0 and token.doc[first - 1].lower_ in _PARTS and token.dep_ not in _MODIFYING | {"poss"}


def _first_of_name(token: "Token") -> int:
    """Where the name begins whose last word is the token: "United" of "United States"."""
    doc, first = token.doc, token.i
    while first and doc[first - 1].dep_ == "compound" and doc[first - 1].head == token and doc[first - 1].is_title:
        if doc[first - 1].lower_ in _PARTS:
            break
        first -= 1
    return first


def _stands_behind_city(token: "Token") -> bool:
    """ "talks in Telle, Ostmark", "TELLE, Ostmark (AP)": the state that the city lies in."""
    doc, first = token.doc, _first_of_name(token)
    if first < 2 or doc[first - 1].text != "," or doc[first - 2].pos_ != "PROPN" or _is_state(doc[first - 2].text):
        return False
    city = doc[first - 2]
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if after in {"and", "or", "&", "'s", "’s"} or (after == "," and _lists(token)):
        return False
    begin = city
    while begin.i and begin.nbor(-1).text.isupper() and not begin.is_sent_start:
        begin = begin.nbor(-1)  # "PORT TELLE, Ostmark (AP)"
    opens = city.text.isupper() and len(city.text) > _LONGEST_ABBREVIATION and begin.is_sent_start
    return opens or (city.ent_type_ == "GPE" and city.dep_ in {"pobj", "appos", "npadvmod", "compound"})


def _is_among_cities(token: "Token") -> bool:
    """ "Vare, Telle and Holt" are cities where one of those named with it is no capital."""
    doc, near = token.doc, []
    if token.i > 1 and doc[token.i - 1].text == ",":
        near.append(doc[token.i - 2])
    if token.i + 2 < len(doc) and doc[token.i + 1].text == ",":
        near.append(doc[token.i + 2])
    near = [t for t in near if t in token.conjuncts or t.head == token or token.head == t]
    return any(
        t.ent_type_ == "GPE" and not _is_state(t.text) and t.text not in _capitals() for t in (*near, *token.conjuncts)
    )


def _lists(token: "Token") -> bool:
    """Whether names go on behind it: "Telle, Ostmark, Varenia and others"."""
    nexts = token.doc[token.i + 2 : token.i + 5]
    return any(t.lower_ in {"and", "or"} for t in nexts) and bool(nexts) and nexts[0].pos_ == "PROPN"


def _of_owned(role: "Token", form: Form) -> Reading:
    """By what is owned or described: "U.S.-Russian talks", "Ostmark's border", "an Ostmark winter"."""
    noun = role.head
    while noun.ent_type_ in {"GPE", "NORP"} and noun.dep_ in _MODIFYING and noun.head != noun:
        noun = noun.head  # the other side of "U.S.-Russian talks"
    between = [c for c in noun.children if c.dep_ in _MODIFYING and role.i < c.i < noun.i and c.text != "-"]
    beside = {role.doc[i].text for i in (role.i - 1, role.i + 1) if 0 <= i < len(role.doc)}
    paired = "-" in role.text or not beside.isdisjoint({"-", "–"})
    if form == "capital" and role.dep_ in _MODIFYING and not paired and _is_of_city(noun, between):
        return "place"
    if lemma(noun) in _SOCIAL_NOUNS and any(lemma(word) in _SOCIAL for word in between):
        return "people"
    if lemma(noun) == "channel" and any(lemma(word) in _words("people") for word in between):
        return "people"  # "a Varenian television channel"
    if lemma(noun) == "tank" and "think" in {t.lower_ for t in noun.doc[max(0, noun.i - 2) : noun.i]}:
        return "people" if form == "adjective" else "place"
    for word in (noun, *reversed(between)):
        name = lemma(word).removesuffix("s") if word.tag_ == "NNPS" else lemma(word)
        if name in _words("land") or (name in _words("scene") and _is_scene(role, word, form)):
            return "place"
        if name in _words("people"):
            return "people"
        if name in _words("body") | _words("position") or name in _offices() or _is_body(word):
            return "government"
        if name in _words("relation") and not paired and role.dep_ == "compound" and name in _GATHERINGS:
            return "place"  # "the Telle summit"
        if name in _words("relation") and (paired or form != "capital"):
            return "government"
    if form == "adjective" or (role.dep_ == "poss" and noun.pos_ == "PROPN" and noun.ent_type_ == "ORG"):
        return "people"
    if role.dep_ == "compound" and lemma(noun) in _VISITS:
        return "place"
    if form == "capital" and role.dep_ == "poss" and noun.pos_ == "NOUN":
        return "government"  # "Telle's subversion": what decides nothing leaves a noun its government
    return "place" if form == "capital" else "government"


def _is_of_city(noun: "Token", between: list["Token"]) -> bool:
    """Whether a capital before the noun is the city: "the Telle bombing", "a Telle airport guard"."""
    words = {lemma(noun), lemma(noun).removesuffix("s")}
    signed = noun.text[:1].isupper() or noun.tag_ in {"NNS", "NNPS"} or lemma(noun) in {"process", "format"}
    if not words.isdisjoint(_EVENTS | _LOCAL_OFFICES | {"state"}) or (signed and not words.isdisjoint(_SIGNED)):
        return True
    return any(lemma(word) in _words("land") - _words("position") or word.lower_ == "state" for word in between)


def _is_scene(role: "Token", noun: "Token", form: Form) -> bool:
    """ "the Ostmark war", "the Syrian civil war" are there; "the Russian war", "Russia's war" are Russia's."""
    if role.dep_ == "poss":
        return False
    return form != "adjective" or lemma(noun) in {"crisis", "conflict"} or noun.nbor(-1).lower_ == "civil"


def _is_body(noun: "Token") -> bool:
    """A body written with capitals: "the Varenian Foreign Ministry"; firms and papers have no word for one."""
    return (
        noun.pos_ == "PROPN"
        and noun.ent_type_ == "ORG"
        and not _public().isdisjoint({noun.lower_, lemma(noun), noun.lower_.removesuffix("s")})
    )


@cache
def _public() -> frozenset[str]:
    """Last words of the names of bodies of a state."""
    rows = [*table("en/body_nouns"), *table("en/institutions")]
    names = (name for row in rows for name in (row.get("noun") or row["names"]).split("|"))
    return frozenset(name.split()[-1].lower() for name in names) | _words("body")


def _of_preposition(role: "Token", form: Form) -> Reading | None:
    preposition = role.head
    word, above = preposition.lower_, preposition.head
    if preposition.dep_ == "conj" and above.pos_ == "ADP":
        above = above.head  # "went to Ostmark or to Varenia"
    over = lemma(above)
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    if word == "of" and before == "out":
        return "place"
    if word in _LOCATIVE or (role.i and role.nbor(-1).lower_ in _LOCATIVE) or before in {"outside", "inside"}:
        return "place"
    if (word == "to" and before in {"back", "home"}) or (word == "over" and before == "all"):
        return "place"
    if over == "part" and above.dep_ == "pobj" and above.head.lower_ == "on":
        return "government"  # "steps on the part of Ostmark"
    if word == "from" and before in {"apart", "aside"}:
        return None
    if word == "of":
        return _after_of(over, form)
    if word == "to":
        return "place" if _ends_way(preposition, over) else _after_to(over, above, form)
    if word == "from":
        acts = over in _words("sent") | _words("position") | VOICED
        moves = above.pos_ == "VERB" and over in _words("motion")
        sent = acts and not moves and over not in _words("journey")
        return "government" if sent or voiced(above) else "place"
    if word in {"for", "over"} and above.pos_ == "VERB" and over in _words("motion") | _words("entered"):
        return "place"
    if word == "over" and over in _IN_THE_AIR:
        return "place"
    objects = {lemma(c) for c in above.children if c.dep_ == "dobj"} if word == "over" else set()
    if word in {"with", "between", "on", "over"} and not _words("land").isdisjoint({over, *objects}):
        return "place"
    if word == "between":
        joined = any(c.dep_ == "conj" for c in role.children)
        return "government" if joined and over not in _words("travel") | _words("motion") else "place"
    if word in {"toward", "towards"} and above.pos_ == "VERB" and over in _words("motion"):
        return "place"
    if word in {"with", "against", "toward", "towards"}:
        return "government"
    if word == "by":
        return "government" if passive(above) or above.tag_ == "VBN" or over in _words("position") else None
    if word == "on" and form == "capital" and over in _ASSAULTS and not _is_in_words(above):
        return "place"
    if word == "on" and (over in _LOADING or any(c.dep_ == "dobj" and lemma(c) in _LOADS for c in above.children)):
        return "government"
    if word in {"on", "for", "over"} and form == "capital":
        return "government" if above.pos_ in {"NOUN", "PROPN"} and over in _words("position") else "place"
    return None


def _is_in_words(attack: "Token") -> bool:
    """ "A verbal attack on Telle", "an attack on Telle over its laws"."""
    spoken = any(c.lower_ in {"verbal", "rhetorical"} for c in attack.lefts)
    return spoken or any(c.lower_ == "over" for c in (*attack.rights, *attack.head.rights))


def _after_of(over: str, form: Form) -> Reading | None:
    if over in _words("people"):
        return "people"
    if over in _words("land") | _words("entered") or over in {"invasion", "occupation", "annexation", "penetration"}:
        return "place"
    if form == "capital":
        return "government" if over in {"ally", "enemy", "rival", "adversary", "partner"} else "place"
    return None


def _ends_way(to: "Token", over: str) -> bool:
    """Whether the name is where a way from another place ends: "the crossing from Ostmark to Varenia"."""
    before = to.nbor(-1) if to.i else to
    other = before.dep_ == "pobj" and before.head.lower_ in {"from", "to"}
    return other and over not in _words("sent") | _words("given")


def _after_to(over: str, above: "Token", form: Form) -> Reading | None:
    if over in _words("journey") and above.pos_ == "NOUN" and _of_arms(above):
        return "government"
    if over in _words("motion") | _words("journey") | {"delegation"} and over not in _words("sent"):
        return "place"
    if above.dep_ == "pobj" and above.head.lower_ == "of" and over not in _words("body"):
        outer = lemma(above.head.head)  # "the supply of grain to Ostmark", but not "of missiles"
        if outer in _words("journey") and outer not in _words("sent"):
            return "place"
    if over in {"send", "hand", "lead"} and above.pos_ == "VERB" and any(_goes(c) for c in above.children):
        return "place"
    if form == "capital":
        sent = over in (_words("given") if above.pos_ == "VERB" else _words("sent") | _words("position"))
        return "government" if sent else "place"
    return None


def _of_arms(supply: "Token") -> bool:
    """ "arms deliveries", "the supply of missiles": help for a government, as no oil is."""
    what = [c for c in supply.children if c.dep_ in _MODIFYING]
    what += [o for c in supply.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return any(lemma(w) in _ARMS for w in what)


def _goes(noun: "Token") -> bool:
    """Whether what is sent goes there itself: troops, ships, defendants."""
    people = _words("body") | _words("people") | _offices()
    return noun.dep_ in {"dobj", "nsubjpass"} and (lemma(noun) in people or noun.ent_type_ in {"PERSON", "NORP"})


def _of_subject(role: "Token", form: Form) -> Reading | None:
    verb = role.head
    name = lemma(verb)
    if form != "capital":
        return "place" if name in {"lie", "stretch", "freeze", "burn"} else "government"
    if name in _COPULAS:
        ready = any(c.dep_ == "acomp" and lemma(c) in _words("attitude") for c in verb.children)
        return "government" if ready else "place"
    if name == "have":
        return "government" if any(c.dep_ == "dobj" and _is_owned(c) for c in verb.rights) else "place"
    return "government" if verb.pos_ in {"VERB", "AUX"} and name not in _words("inert") else "place"


def _is_owned(noun: "Token") -> bool:
    return lemma(noun) in _words("position") | _words("body")


def _of_object(role: "Token", form: Form) -> Reading | None:
    name = lemma(role.head)
    if name in _words("entered"):
        return "place"
    return "government" if form != "capital" or name in _words("object") else "place"


def _opens_date_line(token: "Token") -> bool:
    """Whether it stands before a dash at the start: "LONDON — The envoy said"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.is_sent_start and token.is_upper and len(token.text) > _LONGEST_ABBREVIATION and after is not None:
        near = [t.text for t in token.doc[token.i + 1 : token.i + _LONGEST_DATE_LINE]]
        return after.text in _DASHES or (after.text == "," and any(d in near for d in _DASHES))  # "LONDON, May 8 —"
    return (
        bool(token.left_edge.is_sent_start) and after is not None and after.text in _DASHES and bool(token.whitespace_)
    )


_LONGEST_DATE_LINE = 9
# "US", "U.K." are no cities of a date line.
_LONGEST_ABBREVIATION = 3


@cache
def _state_names() -> frozenset[str]:
    """Last words of the names of states."""
    return frozenset(name.split()[-1] for row in table("en/states") for name in row["names"].split("|") if name)


@cache
def _capitals() -> frozenset[str]:
    """Last words of the names of capitals."""
    return frozenset(row["capital"].split()[-1] for row in table("capitals"))


def _is_state(word: str) -> bool:
    return word in _state_names()


@cache
def _offices() -> frozenset[str]:
    """Nouns of those who hold an office or speak for one: "president", "official", not "lawyer"."""
    rows = [row for row in table("en/role_words") if row["part"] == "head"]
    private = {row["phrase"] for row in rows if row["kind"] in {"person", "occupation"}}
    return frozenset(row["phrase"] for row in rows) - private


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/name_readings") if row["use"] == use)
