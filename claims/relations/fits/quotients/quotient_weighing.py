"""The candidates of one size weighed against each other: what is the likeliest pair, does another fit exactly."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.relations.figures import Figure
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_told import Pairs, told_evidence
from claims.relations.fits.quotients.quotient_triples import Fit, Pair, Triple, surprise
from claims.relations.fits.slips import KINDS, Slip
from claims.relations.kinds import LIKELY, SURE

_RARE: dict[Slip, float] = {
    "swap": 0.0,
    "one": -0.7,
    "teen": -0.7,
    "ten": -0.7,
    "digit": -1.6,
    "drop": -2.0,
    "double": -2.0,
}
"""How much rarer people make a slip than they exchange two digits, as the logarithm of the odds."""
_SLIPS = -4.0
"""How rare a slip is at all against a figure that is right."""
_WINDOW = 2.0
"""The loose band is about twice as wide as the tight one, from which the surprise is reckoned."""
_NOUGHT = -8.0
EXPLAINED, EXPLAINED_BOUND = -3.0, -6.0
"""From here on a pair that fits exactly explains a size; a bound, which more pairs fit, sooner."""

CLEARLY = 1.0
"""From here on an exact pair is so surely meant that no other size is of it."""


@dataclass(frozen=True)
class Candidate:
    """A triple that was tried: how it fits, how it stands, and the log odds that it is meant from how it stands."""

    triple: Triple
    fit: Fit | None
    pairing: float

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


def is_explained(exact: Sequence[Candidate]) -> bool:
    """Whether one of the pairs that fit a size exactly is likely enough meant."""
    return any(one.strength > (EXPLAINED_BOUND if _is_bound(one) else EXPLAINED) for one in exact)


def _is_bound(one: Candidate) -> bool:
    return one.triple.size.figure.claim.quantity.comparator != "="


@dataclass(frozen=True)
class Contest:
    """All candidates of one size, the likeliest pair first."""

    ranked: tuple[Candidate, ...]
    told: Pairs
    is_explained: bool = False

    def taken(self) -> Iterator[Pair]:
        """The pairs of which the size is clearly right."""
        return (one.triple.pair for one in self.ranked if one.is_exact and one.strength > CLEARLY)

    def explained(self) -> float:
        """The strength of the best pair that fits exactly."""
        return max((one.strength for one in self.ranked if one.is_exact), default=_NOUGHT)

    def features(self, one: Candidate) -> Features:
        """What tells a slip of the letter from chance, for a candidate that one slip would make exact."""
        slips = {f"slip_{kind}": one.fit is not None and one.fit.slip == kind for kind in KINDS}
        found = {**slips, **self._place(one), **_make(one), **self._telling(one)}
        return {name: float(value) for name, value in found.items()}

    def _place(self, one: Candidate) -> dict[str, float]:
        others = [other.pairing for other in self.ranked if other is not one]
        exact = _together([other.strength for other in self.ranked if other.is_exact])
        total = _together([other.pairing for other in self.ranked])
        return {
            "post": _within(one.strength - exact, -10, 8),
            "post_exact": _within(exact, -4, 8),
            "log_share": _within(one.pairing - total, -10, 0),
            "margin": _within(one.pairing - max(others, default=_NOUGHT), -6, 6),
            "top": one is self.ranked[0],
            "exact_pos": self.explained() > 0,
            "hinge": _within(self.explained() + 3, 0, 8),
        }

    def _telling(self, one: Candidate) -> dict[str, float]:
        """Whether words bind the pair already."""
        evidence, first = told_evidence(self.told, one.triple)
        return {
            "told_sure": evidence >= SURE,
            "told_likely": LIKELY <= evidence < SURE,
            "told_first": first,
            "told_other": bool(self.told) and not evidence,
        }


def is_vague(size: Figure) -> bool:
    """ "half", "twice", "doubled": words that are used for more than what figures give."""
    quantity = size.claim.quantity
    return quantity.as_written.isalpha() and quantity.dimension in ("share", "multiple")


def _make(one: Candidate) -> dict[str, float]:
    """Which of the three slipped, and of what make they are."""
    size, term = one.triple.size, one.fit.term if one.fit is not None else None
    quantity = size.figure.claim.quantity
    return {
        "surprise": surprise(one.triple),
        "on_size": term is size,
        "on_small": term is one.triple.small,
        "fraction": term is size and quantity.dimension == "share",
        "bounds": any(each.figure.claim.quantity.comparator != "=" for each in one.triple.terms),
        "vague": is_vague(size.figure),
        **{f"op_{name}": one.triple.operation == name for name in ("less", "more", "times")},
    }


def _together(strengths: Sequence[float]) -> float:
    """The log odds of any of several, nought (none of them) among them."""
    most = max([0.0, *strengths])
    return most + math.log(sum(math.exp(one - most) for one in [0.0, *strengths]))


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
