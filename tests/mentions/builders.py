"""Attributions and actors built from the words of a text."""

from onrecord.model import Actor, Attribution, Span, cut
from onrecord.model.vocabulary import ActorType, Form


def span(text: str, words: str, nth: int = 0) -> Span:
    """The nth place where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return cut(text, start, start + len(words))


def said(
    text: str,
    source: str | tuple[str, int] | None,
    cue: str | tuple[str, int] | None,
    content: str,
    *,
    id_: str = "",
    parent: str | None = None,
    form: Form = "indirect",
) -> Attribution:
    """An attribution by its words; a pair gives the words and which of their places is meant."""

    def spans(words: str | tuple[str, int] | None) -> tuple[Span, ...]:
        if words is None:
            return ()
        return (span(text, *words),) if isinstance(words, tuple) else (span(text, words),)

    return Attribution(
        spans=(*spans(source), *spans(cue), *spans(content)),
        rule="test",
        score=1.0,
        source=spans(source),
        cue=spans(cue),
        content=spans(content),
        form=form,
        id=id_,
        parent=parent,
    )


def actor(text: str, words: str, id_: str, type_: ActorType = "state", nth: int = 0, role: str | None = None) -> Actor:
    """An actor by its words."""
    return Actor(
        spans=(span(text, words, nth),),
        rule="test",
        score=1.0,
        actor=id_,
        type=type_,
        reading="person" if type_ == "person" else "government",
        role=span(text, role) if role else None,
    )
