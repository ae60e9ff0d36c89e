"""Which entries of a list are looked at together: a few small blocks an entry, so that time grows about linearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from claims.signers.bodies import Body, roots

WIDEST_BLOCK = 40
"""In a larger block each entry meets only its neighbours in alphabetical order, so that time stays linear."""


def candidates(bodies: Sequence[Body]) -> Iterator[tuple[Body, Body]]:
    blocks: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in bodies:
        for key in _keys(body):
            blocks[key].append(body)
    for block in blocks.values():
        if len(block) <= WIDEST_BLOCK:
            yield from combinations(block, 2)
        else:
            block.sort(key=lambda body: body.words)
            yield from pairwise(block)


def _keys(body: Body) -> Iterator[tuple[str, ...]]:
    """The blocks a body belongs to; each name gives some dozens, each of a few letters' work."""
    if not body.words:
        return
    yield ("name", "".join(body.words))
    yield ("words", *sorted(rooted(body.words)))
    for acronym in body.acronyms:
        yield ("acronym", acronym)
    for words in (*body.brackets, body.parts[-1]):
        if len(words) > 1:
            yield ("name", "".join(words))
    yield from _typo_keys(body.words)


def _typo_keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A key for every long word less one letter beside the other words: two names one slip apart share one."""
    if not 3 <= len(words) <= 10:
        return
    for place, word in enumerate(words):
        if len(word) >= 6 and word.isascii():
            others = "".join((*words[:place], " ", *words[place + 1 :]))
            yield ("slip", others, word)
            for cut in range(len(word)):
                yield ("slip", others, word[:cut] + word[cut + 1 :])


def rooted(words: Iterable[str]) -> list[str]:
    return [roots().get(word, word) for word in words]
