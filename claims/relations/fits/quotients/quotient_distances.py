"""How far three figures stand from each other, and in which order."""

from __future__ import annotations

from claims.relations.figures import Figure
from claims.relations.fits.quotients.quotient_cues import Scene

_FAR = 4
_WORDS = 25
_ORDERS = tuple((name, f"order_{name}") for name in ("slp", "lsp", "psl", "pls", "spl"))
_OF_PAIRS = tuple(
    tuple(f"{what}_{pair}" for what in ("same", "sentences", "words", "between", "adjacent"))
    for pair in ("ps", "pl", "sl")
)
"""The names of what is told of two of the three."""


def distances(scene: Scene, size: Figure, small: Figure, large: Figure) -> dict[str, float]:
    """How far in sentences and words, in which order, and how many other figures lie between."""
    named = sorted((scene.cue(one).word, name) for one, name in ((size, "p"), (small, "s"), (large, "l")))
    order = "".join(name for _, name in named)
    found: dict[str, float] = {named: order == name for name, named in _ORDERS}
    for names, one, other in zip(_OF_PAIRS, (size, size, small), (small, large, large), strict=True):
        same, sentences, words, amounts, adjacent = names
        gap, between = abs(one.sentence - other.sentence), scene.amounts_between(one, other)
        found[same] = gap == 0
        found[sentences] = min(gap, _FAR)
        found[words] = min(scene.words_between(one, other), _WORDS) / 10
        found[amounts] = min(between, _FAR)
        found[adjacent] = between <= 0
    found["paragraph"] = size.paragraph == small.paragraph == large.paragraph
    found["one_sentence"] = size.sentence == small.sentence == large.sentence
    found["ahead"] = max(small.sentence, large.sentence) > size.sentence
    found["last_told"] = size.sentence > max(small.sentence, large.sentence) and not (
        size.sentence - large.sentence - 1
    )
    return found
