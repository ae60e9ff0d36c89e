"""How far three figures stand from each other, and in which order."""

from __future__ import annotations

from claims.relations.figures import Figure
from claims.relations.fits.quotients.quotient_cues import Scene

_FAR = 4
_WORDS = 25
_ORDERS = ("slp", "lsp", "psl", "pls", "spl")


def distances(scene: Scene, size: Figure, small: Figure, large: Figure) -> dict[str, float]:
    """How far in sentences and words, in which order, and how many other figures lie between."""
    named = sorted((scene.cue(one).word, name) for one, name in ((size, "p"), (small, "s"), (large, "l")))
    order = "".join(name for _, name in named)
    found: dict[str, float] = {f"order_{name}": order == name for name in _ORDERS}
    for name, one, other in (("ps", size, small), ("pl", size, large), ("sl", small, large)):
        gap, between = abs(one.sentence - other.sentence), scene.amounts_between(one, other)
        found[f"same_{name}"] = gap == 0
        found[f"sentences_{name}"] = min(gap, _FAR)
        found[f"words_{name}"] = min(scene.words_between(one, other), _WORDS) / 10
        found[f"between_{name}"] = min(between, _FAR)
        found[f"adjacent_{name}"] = between <= 0
    found["paragraph"] = size.paragraph == small.paragraph == large.paragraph
    found["one_sentence"] = size.sentence == small.sentence == large.sentence
    found["ahead"] = max(small.sentence, large.sentence) > size.sentence
    found["last_told"] = size.sentence > max(small.sentence, large.sentence) and not (
        size.sentence - large.sentence - 1
    )
    return found
