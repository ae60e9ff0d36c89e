"""What a bad letter is, and letters of a kind by dice: the same seed gives the same bytes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

Outcome = Literal["read", "refused", "either"]


class Bad(NamedTuple):
    """A file and what must come of it."""

    name: str
    data: bytes
    outcome: Outcome


Kind = Callable[[random.Random], tuple[bytes, Outcome]]


def of_kind(name: str, kind: Kind, count: int, seed: int, ending: str = "txt") -> Iterator[Bad]:
    """`count` letters of a kind; the same seed gives the same bytes."""
    dice = random.Random(f"{seed}-{name}")
    for number in range(count):
        data, outcome = kind(dice)
        yield Bad(f"{name}-{number:03}.{ending}", data, outcome)
