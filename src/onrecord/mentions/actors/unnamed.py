"""People without a name: unnamed sources, and offices that the article fills with a name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.mentions.actors.bodies import Named
from onrecord.mentions.actors.names import Hit, is_state
from onrecord.mentions.actors.persons import Person
from onrecord.mentions.actors.roles import Role, heads, role_at
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.model import Actor, Article, Span, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DETERMINERS = {"a", "an", "the", "this", "that", "these", "those", "one", "some", "another", "same"}
_DEFINITE = {"the", "this", "that", "same"}
# "people familiar with the talks", "a person briefed on the call", "sources close to the ministry"
_CLOSENESS = {"familiar", "brief", "close", "know", "involve", "knowledge", "direct"}
_PEOPLE = {"people", "person", "source", "individual", "somebody", "someone"}
_MEMBER = {"country", "state", "nation", "member", "ally", "capital", "government"}
_DESCRIBING = {"from", "of", "for", "at", "with", "to"}


class Description(NamedTuple):
    """How an unnamed source was described, and the id it got."""

    head: str
    plural: bool
    words: frozenset[str]
    actor: str
    affiliation: str | None
    state: str | None


def find_unnamed(doc: "Doc", article: Article, named: Named, *, administration: str | None) -> Iterator[Actor]:
    """Unnamed sources ("two senior officials", "one diplomat from a member state") and offices ("the prime minister").

    `administration` is the state that "administration officials" work for, if it is known.
    """
    in_titles = {i for m in named.mentions.values() if m.role is not None for i in range(m.role.first, m.role.last + 1)}
    known: list[Description] = []
    for token in doc:
        if token.dep_ in {"gap", "compound", "attr"} or token.pos_ not in {"NOUN", "PROPN"} or token.i in in_titles:
            continue
        if token.i in named.hits or token.i in named.mentions or _names_somebody(token, named):
            continue
        role = role_at(doc, token.i, named.hits)
        if role is not None:
            kinds = heads()[role.head]["kind"].split("|")
            plural = token.tag_ in {"NNS", "NNPS"}
            if not plural and _is_office(token, role, kinds):
                office = _office(doc, article, token, role, named)
                if office is not None:
                    yield office
            elif ("unnamed" in kinds and token.dep_ != "pobj") or ("unnamed" in kinds and token.head.lower_ != "as"):
                yield _unnamed(doc, article, token, named, known, administration=administration)
        elif lemma(token) in _PEOPLE and _close(token):
            yield _unnamed(doc, article, token, named, known, administration=administration)


def _names_somebody(token: "Token", named: Named) -> bool:
    """Whether the noun is the title or apposition of a name beside it."""
    after = token.i + 1
    if after in named.mentions:
        return True
    near = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    return any(t.i in named.mentions for t in near)


def _close(token: "Token") -> bool:
    return any(lemma(c) in _CLOSENESS or any(lemma(g) in _CLOSENESS for g in c.children) for c in token.rights)


def _is_office(token: "Token", role: Role, kinds: list[str]) -> bool:
    """Whether one holder is meant: "the prime minister", "Ostmark's president", not "a minister"."""
    if not {"office", "post"} & set(kinds):
        return False
    lead = next((c.lower_ for c in token.lefts if c.dep_ == "det"), None)
    if lead in {"a", "an", "no", "any", "every", "each", "another", "some"}:
        return False
    if "post" in kinds and role.affiliation is None:
        return False
    return lead in _DEFINITE or role.affiliation is not None


def _office(doc: "Doc", article: Article, token: "Token", role: Role, named: Named) -> Actor | None:
    """The office as the one person the article names in it; else, with its state, as a body of that state."""
    owner = role.affiliation.name.actor if role.affiliation is not None else None
    state = owner or role.state
    holders = tuple(n for n, p in named.people.items() if _holds(p, role, state))
    span = _span(doc, article, role.first, role.last)
    if len(holders) == 1:
        person = named.people[holders[0]]
        return Actor(
            spans=(span,),
            rule="office of a named person",
            score=0.75,
            actor=person.name,
            type="person",
            reading="person",
            state=person.state,
            role=span,
            affiliation=person.affiliation,
        )
    if not holders and state is None:
        return None
    return Actor(
        spans=(span,),
        rule="office",
        score=0.6,
        actor=None if holders else state,
        type="person" if holders else "institution",
        reading="person" if holders else "institution",
        institution=None if holders else span.text,
        state=state if is_state(state) else None,
        role=span,
        affiliation=state,
        candidates=holders,
        flags=("unresolved",) if holders else (),
    )


def _holds(person: Person, role: Role, state: str | None) -> bool:
    """Whether the article or the table of leaders gives the person this office, of this state where one is named."""
    if state is not None and person.state != state:
        return False
    head = role.head.replace("defence", "defense")
    if any(r.head.replace("defence", "defense") == head and r.former == role.former for r in person.roles):
        return True
    led = (row for row in leaders_named(person.name) if row["office"] == head)
    return any(bool(row["until"]) == role.former for row in led)


def _unnamed(
    doc: "Doc",
    article: Article,
    token: "Token",
    named: Named,
    known: list[Description],
    *,
    administration: str | None,
) -> Actor:
    span, tokens = _description(doc, article, token)
    said = [t for t in tokens if t.lower_ not in _DETERMINERS and not t.is_punct]
    affiliation, state = _belongs(tokens, named)
    if affiliation is None and any(t.lower_ == "administration" for t in tokens):
        affiliation = state = administration
    name = " ".join(t.lower_ for t in said).replace(" 's", "'s").replace(" ’s", "’s")
    mine = Description(
        head=lemma(token),
        plural=token.tag_ in {"NNS", "NNPS"},
        words=frozenset(lemma(t) for t in said),
        actor=f"unnamed:{name}",
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
        role=_span(doc, article, token.i, token.i),
        affiliation=affiliation or (who.affiliation if who else None),
        candidates=() if who else tuple(e.actor for e in earlier),
        flags=() if actor else ("unresolved",),
    )


def _earlier(mine: Description, known: list[Description]) -> list[Description]:
    """Those described before to whom a definite phrase can go back: all its words were theirs."""
    same = {k.actor: k for k in known if k.head == mine.head and k.plural == mine.plural and mine.words <= k.words}
    exact = [k for k in same.values() if k.words == mine.words]
    return exact[:1] or list(same.values())


def _description(doc: "Doc", article: Article, token: "Token") -> "tuple[Span, list[Token]]":
    """The noun with what describes it: determiner, modifiers, "from a member state", "familiar with the talks"."""
    left = token.left_edge.i
    while left < token.i and (doc[left].is_punct or doc[left].dep_ in {"cc", "preconj", "predet"}):
        left += 1
    right = token.i
    for child in token.rights:
        describes = child.dep_ == "prep" and child.lower_ in _DESCRIBING and child.i == right + 1
        close = child.dep_ in {"amod", "acl", "relcl", "prep"} and lemma(child) in _CLOSENESS
        knowing = child.dep_ == "prep" and any(lemma(g) in _CLOSENESS for g in child.children)
        if not (describes or close or knowing):
            break
        right = _edge(child)
    return _span(doc, article, left, right), list(doc[left : right + 1])


def _edge(token: "Token") -> int:
    """Last token of the phrase before a clause or a mark of punctuation begins in it."""
    for t in token.doc[token.i : token.right_edge.i + 1]:
        if (t.is_punct and t.text not in {"-", "–"}) or t.dep_ in {"relcl", "advcl"}:
            return t.i - 1
    return token.right_edge.i


def _belongs(tokens: "list[Token]", named: Named) -> tuple[str | None, str | None]:
    """Affiliation and state of an unnamed source: of "a U.S. official" US; of one "from a NATO country" no state."""
    found: list[Hit] = []
    for token in tokens:
        hit = named.hits.get(token.i)
        if hit is not None and hit not in found:
            found.append(hit)
    for hit in found:
        actor = hit.name.actor
        if hit.name.form == "organisation" and hit.last + 1 < len(tokens[0].doc):
            after = tokens[0].doc[hit.last + 1]
            if lemma(after) in _MEMBER:
                return f"member of {actor}, state unknown", None
        if hit.name.form == "capital":
            continue
        if actor is not None:
            return actor, actor if is_state(actor) else None
    return None, None


def _span(doc: "Doc", article: Article, first: int, last: int) -> Span:
    return cut(article.text, doc[first].idx, doc[last].idx + len(doc[last].text))
