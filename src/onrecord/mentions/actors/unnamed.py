"""People without a name: unnamed sources, and offices that the article fills with a name."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.mentions.actors.bodies import Named
from onrecord.mentions.actors.names import Hit, is_state, span_of
from onrecord.mentions.actors.offices import find_office
from onrecord.mentions.actors.roles import Role, heads, role_at
from onrecord.model import Actor, Article, Span
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DETERMINERS = {"a", "an", "the", "this", "that", "these", "those", "one", "some", "another", "same"}
_DEFINITE = {"the", "this", "that", "same"}
# What introduces somebody: "an envoy" after "an envoy" is another one.
_INTRODUCING = {"a", "an", "another"}
# "people familiar with the talks", "a person briefed on the call", "sources close to the ministry"
_CLOSENESS = {"familiar", "brief", "close", "involve", "knowledge", "direct"}
_PEOPLE = {"people", "person", "source", "individual", "somebody", "someone"}
MEMBERS = {"country", "state", "nation", "member", "ally", "capital", "government"}
_LEADING = {"det", "amod", "compound", "poss", "nummod", "nmod", "predet"}


class Description(NamedTuple):
    """How an unnamed source was described, and the id it got."""

    head: str
    plural: bool
    words: frozenset[str]
    name: str
    actor: str
    affiliation: str | None
    state: str | None


def find_unnamed(
    doc: "Doc", article: Article, named: Named, taken: Container[int], *, administration: str | None
) -> Iterator[Actor]:
    """Unnamed sources ("two officials", "one diplomat from a member state") and offices ("the prime minister").

    Tokens in `taken` are left out; `administration` is the state that "administration officials" work for, if known.
    """
    known: list[Description] = []
    for token in doc:
        if token.dep_ in {"gap", "compound", "attr"} or token.pos_ not in {"NOUN", "PROPN"} or token.i in taken:
            continue
        if token.i in named.hits or token.i in named.mentions or _names_somebody(token, named):
            continue
        role = role_at(doc, token.i, named.hits)
        plural = token.tag_ in {"NNS", "NNPS"}
        if role is not None and not plural and (office := find_office(doc, article, token, role, named)) is not None:
            yield office
        elif _is_source(token, role, plural=plural):
            yield _unnamed(doc, article, token, named, known, administration=administration, role=role)


def _is_source(token: "Token", role: Role | None, *, plural: bool) -> bool:
    """Whether the noun stands for people who can be a source: "officials", "a diplomat", not "as envoy"."""
    if role is None:
        return lemma(token) in _PEOPLE and _close(token)
    if "unnamed" not in heads()[role.head]["kind"] or token.head.lower_ == "as":
        return False
    return plural or (role.head != "leader" and any(c.dep_ in _LEADING for c in token.lefts))


def _names_somebody(token: "Token", named: Named) -> bool:
    """Whether the noun is the title or apposition of a name beside it."""
    after = token.i + 1
    if after in named.mentions:
        return True
    near = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    return any(t.i in named.mentions for t in near)


def _close(token: "Token") -> bool:
    return any(lemma(c) in _CLOSENESS or any(lemma(g) in _CLOSENESS for g in c.children) for c in token.rights)


def _unnamed(
    doc: "Doc",
    article: Article,
    token: "Token",
    named: Named,
    known: list[Description],
    *,
    administration: str | None,
    role: Role | None,
) -> Actor:
    span, tokens = _description(doc, article, token, named)
    said = [t for t in tokens if t.lower_ not in _DETERMINERS and not (t.is_punct or t.is_space)]
    affiliation, state = _belongs(tokens, named)
    if affiliation is None and any(t.lower_ == "administration" for t in tokens):
        affiliation = state = administration
    owner = role.affiliation if role is not None else None
    if affiliation is None and owner is not None and owner.end <= span.start:
        affiliation = owner.name.actor  # "its ambassador", "the bloc's envoy"
        state = affiliation if is_state(affiliation) else None
    name = " ".join(t.lower_ for t in said).replace(" 's", "'s").replace(" ’s", "’s")
    introduced = tokens[0].lower_ in _INTRODUCING or any(c.dep_ == "nummod" for c in token.lefts)
    before = sum(k.name == name for k in known) if introduced and tokens[0].lower_ not in _DEFINITE else 0
    mine = Description(
        head=lemma(token),
        plural=token.tag_ in {"NNS", "NNPS"},
        words=frozenset(lemma(t) for t in said),
        name=name,
        actor=f"unnamed:{name} ({before + 1})" if before else f"unnamed:{name}",
        affiliation=affiliation,
        state=state,
    )
    earlier = _earlier(mine, known) if tokens[0].lower_ in _DEFINITE else []
    if not earlier:
        known.append(mine)
    who = (earlier or [mine])[0] if len(earlier) < 2 else None
    actor = who.actor if who else None
    return Actor(
        spans=(span,),
        rule="unnamed source" if not earlier else "unnamed source named before",
        score=0.85 if actor else 0.5,
        actor=actor,
        type="unnamed",
        reading="source",
        state=state or (who.state if who else None),
        role=span_of(doc, article, token.i, token.i),
        affiliation=affiliation or (who.affiliation if who else None),
        candidates=() if who else tuple(e.actor for e in earlier),
        flags=() if actor else ("unresolved",),
    )


def _earlier(mine: Description, known: list[Description]) -> list[Description]:
    """Those described before to whom a definite phrase can go back: all its words were theirs."""
    same = {k.actor: k for k in known if k.head == mine.head and k.plural == mine.plural and mine.words <= k.words}
    exact = [k for k in same.values() if k.words == mine.words]
    return exact or list(same.values())


def _description(doc: "Doc", article: Article, token: "Token", named: Named) -> "tuple[Span, list[Token]]":
    """The noun with what describes it: determiner, modifiers, "from a member state", "familiar with the talks"."""
    left = min([token.i, *(c.i if c.dep_ == "nummod" else c.left_edge.i for c in token.lefts if c.dep_ in _LEADING)])
    while doc[left].text == "Q" and left < token.i:  # a questioner's label in a transcript
        left += 1
    right = token.i
    for child in token.rights:
        describes = child.dep_ == "prep" and child.i == right + 1 and _describes(child, named)
        close = child.dep_ in {"amod", "acl", "relcl", "prep"} and lemma(child) in _CLOSENESS
        knowing = child.dep_ == "prep" and any(lemma(g) in _CLOSENESS for g in child.children)
        if not (describes or close or knowing):
            break
        right = _edge(child)
    return span_of(doc, article, left, right), list(doc[left : right + 1])


def _describes(preposition: "Token", named: Named) -> bool:
    """Whether what follows says who somebody is ("from a member state", "at the ministry"), not where or when."""
    if preposition.lower_ in {"from", "of", "for"}:
        return True
    objects = (c for c in preposition.children if c.dep_ == "pobj")
    return preposition.lower_ in {"at", "in", "with"} and any(c.i in named.hits for c in objects)


def _edge(token: "Token") -> int:
    """Last token of the phrase before a clause, a mark of punctuation or another preposition begins in it."""
    for t in token.doc[token.i + 1 : token.right_edge.i + 1]:
        closes = t.is_punct and t.text not in {"-", "–"}
        if closes or t.dep_ in {"relcl", "advcl"} or (t.dep_ == "prep" and t.lower_ != "of" and t.head != token):
            return t.i - 1
    return token.right_edge.i


def _belongs(tokens: "list[Token]", named: Named) -> tuple[str | None, str | None]:
    """Affiliation and state of an unnamed source: of "a U.S. official" US; of one "from a NATO country" no state."""
    found: list[Hit] = []
    for token in tokens:
        hit = named.hits.get(token.i)
        if hit is not None and hit not in found:
            found.append(hit)
    owners = [h for h in found if h.name.form != "capital" and h.name.actor is not None]
    if len({h.name.actor for h in owners}) != 1:
        return None, None
    actor, last = owners[0].name.actor, owners[0].last
    if owners[0].name.form == "organisation" and lemma(tokens[0].doc[min(last + 1, len(tokens[0].doc) - 1)]) in MEMBERS:
        return f"member of {actor}, state unknown", None
    return actor, actor if is_state(actor) else None
