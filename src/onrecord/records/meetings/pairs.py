"""Pairs: the two whom words mean that name neither, as "commanders of the two armies" and "their envoys" do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.records.parties import OF_ANOTHER
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLURAL = {"NNS", "NNPS"}
# Who may meet for a side, where more words tell that they are of two.
PEOPLE = {
    "leader", "president", "premier", "minister", "chancellor", "secretary", "king", "statesman", "chief", "commander",
    "general", "admiral", "officer", "envoy", "negotiator", "ambassador", "diplomat", "official", "delegation",
    "delegate", "representative", "emissary", "adviser", "advisor", "expert", "head", "counterpart",
}  # fmt: skip
# Of these each state has one, so that words need not tell of whom they are: "the two presidents", "their ministers".
_HEADS = {"leader", "president", "premier", "minister", "chancellor", "king"}
# What two states may have in common: "the joint commission of the two countries".
JOINT = {"committee", "commission", "council", "quartet", "quintet"}
# What is of one state each.
STATES = {
    "country", "nation", "state", "government", "capital", "ministry", "neighbour", "neighbor", "republic", "kingdom",
}  # fmt: skip
_SIDES = {"side", "power", "rival", "foe", "adversary", "enemy", "claimant"}
# What commanders and the like are of, and what does not itself meet in a room.
_FORCES = {"army", "military", "navy"}
_OWNERS = STATES | _SIDES | _FORCES
# Who is meant by these is of a state, and not of an alliance or a movement.
_OF_STATES = {"president", "premier", "king", "ambassador", *STATES, *_FORCES}
# Of whom these are said they are no states' own: "opposition leaders of the two countries".
_PRIVATE = {
    "opposition", "party", "church", "business", "union", "labour", "labor", "religious", "community", "student",
    "youth", "club", "industry", "company", "bank", "rebel", "protest", "civic", "former", "ex", "tribal", "faction",
    "gang", "clan", "medical", "academic", "university", "corporate", "executive", "legal", "independent",
}  # fmt: skip
# These mean sport only where two of them stand together: "score a deal", "the final text", "the negotiating team".
_MAYBE_GAMES = {
    "match", "game", "league", "final", "goal", "score", "team", "player", "group", "court", "ball", "beat",
}  # fmt: skip
# Where two of two countries meet who act for none: in a film, or as students.
_PASTIMES = {
    "film", "movie", "novel", "play", "opera", "academy", "school", "boy", "girl", "student", "love", "joke", "home",
}  # fmt: skip
# Where two countries play, they meet on a field.
_GAMES = {
    "cup", "semi-final", "semifinal", "quarter-final", "quarterfinal", "champion",
    "championship", "tournament", "qualifier", "coach", "goalkeeper", "striker", "medal", "olympics",
    "stadium", "referee", "playoff", "play-off", "football", "soccer", "rugby", "cricket", "hockey", "tennis", "fan",
    "squad", "innings", "wicket", "kick-off", "basketball", "handball", "volleyball", "golf", "boxing", "chess",
}  # fmt: skip


def office_of(head: "Token") -> str:
    """The noun, in small letters and singular also as a title: "minister" of "the two Prime Ministers"."""
    return lemma(head).removesuffix("s") if head.tag_ == "NNPS" else lemma(head)


def is_of_another(head: "Token") -> bool:
    """ "His colleague", "her counterpart", "his opposite number"."""
    opposite = head.lower_ == "number" and any(c.lower_ == "opposite" for c in head.lefts)
    return opposite or lemma(head) in OF_ANOTHER


def means_two(head: "Token") -> bool:
    """ "The two countries", "both ministries", "envoys of the two armies", "the two defence ministers".

    Not "two ministers", "the two ministers of Ostmark", "the two countries that signed", "the two teams".
    """
    if lemma(head) in JOINT and head.tag_ not in _PLURAL:
        return any(_is_counted(o) and not _is_described(o) for o in _owners(head))
    if head.tag_ not in _PLURAL:
        return False
    if office_of(head) in PEOPLE and (owners := [*_owners(head)]):
        return all(_is_counted(o) and not _is_described(o) for o in owners) and not _is_told_apart(head)
    return office_of(head) in _HEADS | STATES | _SIDES and _is_counted(head) and not _is_described(head)


def is_of_both(head: "Token") -> bool:
    """ "Their presidents", "their foreign ministers"; not "their two fleets", "their common envoys"."""
    own = [c for c in head.lefts if c.dep_ == "poss"]
    joint = any(lemma(c) in {"own", "common", "joint"} for c in head.lefts)
    alone = [c.lower_ for c in own] == ["their"] and not joint and not _is_told_apart(head)
    return head.tag_ in _PLURAL and office_of(head) in _HEADS | {"government", "ministry", "capital"} and alone


def are_states(head: "Token") -> bool:
    """Whether those meant are of states, and not of alliances or movements."""
    return any(office_of(t) in _OF_STATES for t in (head, *_owners(head)))


def are_owned(head: "Token") -> bool:
    """Whether the words say that the two are states or sides: "both capitals", "officials of the two countries"."""
    return any(lemma(t) in _OWNERS for t in (head, *_owners(head)))


def is_of_game(sentences: "Span") -> bool:
    """Whether the words around tell of sport."""
    nouns = [lemma(t) for t in sentences if t.pos_ in {"NOUN", "PROPN"} or lemma(t) == "beat"]
    return any(n in _GAMES for n in nouns) or len({n for n in nouns if n in _MAYBE_GAMES}) > 1


def is_of_pastime(sentence: "Span") -> bool:
    """Whether the words tell of a film or of youth: "both envoys had met as students"."""
    return any(lemma(t) in _PASTIMES for t in sentence if t.pos_ in {"NOUN", "PROPN"})


def is_private(head: "Token") -> bool:
    """ "Opposition leaders", "the two countries' church leaders", who act for no state."""
    return any(lemma(c) in _PRIVATE for c in head.lefts)


def _owners(head: "Token") -> "Iterator[Token]":
    """The two in "envoys of the two states", "officials from both ministries", "the two states' envoys"."""
    behind = (g for c in head.rights if c.lower_ in {"of", "from"} for g in c.children)
    yield from (g for g in (*behind, *head.lefts) if g.tag_ in _PLURAL and lemma(g) in _OWNERS)


def _is_counted(noun: "Token") -> bool:
    lefts = {c.lower_ for c in noun.lefts}
    return "both" in lefts or {"the", "two"} <= lefts


def _is_described(noun: "Token") -> bool:
    """Whether more words tell which they are: "the two states that signed", "both sides of the river"."""
    return _is_told_apart(noun) or any(c.dep_ == "prep" and c.lower_ in {"of", "from", "in"} for c in noun.rights)


def _is_told_apart(noun: "Token") -> bool:
    """Whether a name, a clause or an owner tells which they are: "the two Ostmark envoys", "both envoys that left"."""
    named = any(c.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"} for c in noun.lefts) or is_private(noun)
    return named or any(
        c.dep_ in {"appos", "conj"}
        # "The two envoys, who left at noon": what a comma sets apart tells more of them, and not which they are.
        or (c.dep_ in {"relcl", "acl"} and noun.doc[c.left_edge.i - 1].text != ",")
        for c in noun.rights
    )
