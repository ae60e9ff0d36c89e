"""The candidates of one size weighed against each other: what is the likeliest pair, does another fit exactly."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.relations.figures import Figure
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_fitting import WRONGS, Fit, Pair, Triple, Wrong, is_precise, surprise
from claims.relations.fits.quotients.quotient_told import Pairs, told_evidence
from claims.relations.kinds import LIKELY, SURE

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
_NOUGHT = -8.0
_HOPELESS = -7.0
"""Where no slip comes nearer to what fits exactly, nothing more is weighed."""

CLEARLY = 1.0
"""From here on an exact pair is so surely meant that no other size is of it."""


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


@dataclass(frozen=True)
class Contest:
    """All candidates of one size, the likeliest pair first; `is_held`: words bind it to a pair that makes it right."""

    ranked: tuple[Candidate, ...]
    told: Pairs
    is_held: bool = False
    is_open: bool = True
    """Whether any slip is worth weighing."""

    def taken(self) -> Iterator[Pair]:
        """The pairs of which the size is clearly right."""
        best = max((one.pairing for one in self.ranked), default=0.0)
        return (one.triple.pair for one in self._exact if one.strength > CLEARLY and one.pairing >= best - 1)

    @cached_property
    def _exact(self) -> tuple[Candidate, ...]:
        return tuple(one for one in self.ranked if one.is_exact)

    @cached_property
    def _strengths(self) -> tuple[float, float]:
        """The log odds that any pair is right, that any is meant."""
        return together([one.strength for one in self._exact]), together([one.pairing for one in self.ranked])

    @cached_property
    def _best_exact(self) -> Candidate | None:
        return max(self._exact, key=lambda one: one.strength, default=None)

    def features(self, one: Candidate) -> Features:
        """What tells a slip of the letter from chance, for a candidate that one slip would make exact."""
        slips = {f"slip_{kind}": one.fit is not None and one.fit.slip == kind for kind in WRONGS}
        found = {**slips, **self._place(one), **_make(one), **self._telling(one)}
        if "plain" in one.standing:
            found["plain"] = one.standing["plain"]
            found["plain and large"] = one.standing["plain"] * one.standing["large"]
            found["plain and drawn"] = one.standing["plain_drawn"]
            found["plain and money"] = one.standing["plain_money"]
        return {name: float(value) for name, value in found.items()}

    def may_be_slipped(self, one: Candidate) -> bool:
        """Whether a candidate can be a slip: its figures do not fit in another manner, and no loose word is its size.

        The size of a change from the wrong end, or that of the rest, fits the same figures in another manner; and the
        digits of a product are the same at any power of ten, so that nothing but words would tell it.
        """
        size, slip = one.triple.size.figure, one.fit.slip if one.fit is not None else None
        if is_vague(size) and told_evidence(self.told, one.triple)[0] < LIKELY:
            return False
        if slip == "ten" and one.standing.get("plain"):
            return False
        return slip is not None and (slip in ("turned", "rest") or one.triple.pair not in self._right)

    @cached_property
    def _right(self) -> frozenset[Pair]:
        return frozenset(one.triple.pair for one in self._exact)

    def _place(self, one: Candidate) -> dict[str, float]:
        others = [other.pairing for other in self.ranked[:2] if other is not one]
        exact, total = self._strengths
        best = self._best_exact
        rival = best.pairing if best is not None else _NOUGHT
        return {
            "post": within(one.strength - exact, -10, 8),
            "post_exact": within(exact, -4, 8),
            "pairing": within(one.pairing, -10, 6),
            "log_share": within(one.pairing - total, -10, 0),
            "margin": within(one.pairing - max(others, default=_NOUGHT), -6, 6),
            "top": one is self.ranked[0],
            "rival": within(rival - one.pairing, -8, 4),
            "rival_near": best is not None and rival > one.pairing - 1,
            "rival_part": best is not None and best.triple.operation == one.triple.operation,
            "no_rival": best is None,
        }

    def _telling(self, one: Candidate) -> dict[str, float]:
        """Whether words bind the pair already, or the one that fits."""
        evidence, first = told_evidence(self.told, one.triple)
        rival = told_evidence(self.told, self._best_exact.triple)[0] if self._best_exact is not None else 0
        return {
            "told_sure": evidence >= SURE,
            "told_likely": LIKELY <= evidence < SURE,
            "told_first": first,
            "told_other": bool(self.told) and not evidence,
            "rival_told": rival >= LIKELY,
            "held": self.is_held,
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
        "precise": one.fit is not None and is_precise(one.triple, one.fit),
    }


def together(strengths: Sequence[float]) -> float:
    """The log odds of any of several, nought (none of them) among them."""
    most = max([0.0, *strengths])
    return most + math.log(sum(math.exp(one - most) for one in [0.0, *strengths]))


def within(value: float, low: float, high: float) -> float:
    """A value kept between two ends."""
    return max(low, min(high, value))
