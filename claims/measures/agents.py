"""Who does what a measure counts: those killed by the military count only where it, or what it does, is named."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import of_language, vocabulary
from claims.measures.figure import Figure
from claims.places.gazetteer import Gazetteer
from claims.text.phrases import Word, norms, split_words


def agent_named(agents: Sequence[str], figure: Figure, names: Gazetteer) -> bool:
    """One of the agents' words in the sentence, else in the paragraph before it or the title.

    A body of another name in the sentence ("the Northern Alliance Army killed 30") is none of them, and no earlier
    sentence makes it one.
    """
    own, other = _agents_in(tuple(agents), figure.around.sentence, names)
    if own or other:
        return own
    return any(_agents_in(tuple(agents), text, names)[0] for text in figure.around.before)


@of_language(maxsize=256)
def _agents_in(agents: tuple[str, ...], text: str, names: Gazetteer) -> tuple[bool, bool]:
    """Whether an agent's word stands in a text, and whether one stands there only in another body's name."""
    tokens = split_words(text)
    plain = [token.norm for token in tokens]
    other = False
    for agent in _phrases(agents):
        size = len(agent)
        for at in range(len(plain) - size + 1):
            if plain[at] == agent[0] and tuple(plain[at : at + size]) == agent:
                if not _of_another_body(tokens, at, names, text):
                    return True, other
                other = True
    return False, other


def _of_another_body(tokens: Sequence[Word], at: int, names: Gazetteer, text: str) -> bool:
    """ "the Northern Alliance Army": a name of its own, unless a country stands before it ("the Chile Army")."""
    if at == 0 or not tokens[at].text[:1].isupper() or not tokens[at - 1].text[:1].isupper():
        return False
    before = tokens[at - 1]
    countries = [m for m in names.mentions(text) if names.outermost(m.place) == m.place]
    return before.norm not in vocabulary("letter_words")["articles"] and not any(
        m.span.contains(before.span) for m in countries
    )


@of_language
def _phrases(agents: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(norms(agent) for agent in agents))
