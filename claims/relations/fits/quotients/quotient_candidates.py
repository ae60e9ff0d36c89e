"""A triple that was tried for a size, with how it fits, how it stands and how likely it is meant."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from claims.quick_records import dataclass
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_fitting import Fit, Triple, Wrong, surprise

_RARE: dict[Wrong, float] = {
    "swap": 0.0,
    "one": -0.7,
    "teen": -0.7,
    "ten": -0.7,
    "digit": -1.6,
    "drop": -2.0,
    "double": -2.0,
    "turned": -1.0,
    "rest": -1.0,
    "base": -1.0,
}
"""How much rarer people make a slip than they exchange two digits, as the logarithm of the odds."""
_SLIPS = -4.0
"""How rare a slip is at all against a figure that is right."""
_WINDOW = 2.0
"""The loose band is about twice as wide as the tight one, from which the surprise is reckoned."""
_HOPELESS = -7.0
"""Where no slip comes nearer to what fits exactly, nothing more is weighed."""


@dataclass(frozen=True)
class Candidate:
    """A triple that was tried: how it fits, how it stands, and the log odds that it is meant from how it stands."""

    triple: Triple
    fit: Fit | None
    pairing: float
    standing: Features

    @property
    def is_exact(self) -> bool:
        return self.fit is not None and self.fit.slip is None

    @property
    def is_slipped(self) -> bool:
        return self.fit is not None and self.fit.slip is not None

    @property
    def telling(self) -> float:
        """How much more likely figures that are meant of each other fit than figures that are not."""
        return -math.log(min(1.0, _WINDOW * 10 ** -surprise(self.triple)))

    @property
    def strength(self) -> float:
        """The log odds of an exact pair, or of one that a slip would make exact."""
        slip = self.fit.slip if self.fit is not None else None
        return self.pairing + self.telling + (_RARE[slip] + _SLIPS if slip is not None else 0.0)


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The likeliest pair first."""
    return tuple(sorted(candidates, key=lambda one: -one.pairing))


def is_hopeless(fitting: Sequence[Candidate]) -> bool:
    """Whether what fits exactly is so much likelier than every slip that there is nothing to weigh."""
    exact = together([one.strength for one in fitting if one.is_exact])
    return all(one.strength - exact < _HOPELESS for one in fitting if one.is_slipped)


def together(strengths: Sequence[float]) -> float:
    """The log odds of any of several, nought (none of them) among them."""
    most = max([0.0, *strengths])
    return most + math.log(sum(math.exp(one - most) for one in [0.0, *strengths]))


def within(value: float, low: float, high: float) -> float:
    """A value kept between two ends."""
    return max(low, min(high, value))
