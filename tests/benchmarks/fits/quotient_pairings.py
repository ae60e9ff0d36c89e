"""Which three figures are meant of each other, learned from clean letters without being told: by what fits exactly.

Every size is of one of its triples or of none. What is meant fits; what is not fits by chance only as often as its
figures are rounded. From this the weights are found by turns (expectation and maximisation).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

from claims.relations.fits.evidence import Evidence
from claims.relations.fits.quotients.quotient_fitting import surprise
from tests.benchmarks.fits.learning import Learned
from tests.benchmarks.fits.quotient_rows import Size

RIDGE, TURNS, STEPS = 3.0, 2, 25
_WINDOW = 2.0
_AMONG_FITTING = 0.02
"""How often a product that no word calls one fits by chance: it is tried only where it does, or nearly does."""
_PRIOR = {"no_less": 1.5, "plain_less": -2.0, "plain_more": -2.5, "by_less": 1.0, "by_more": 1.5, "gone_less": 1.0}
"""What is known beforehand, for what clean letters seldom show."""


class _Pool:
    """All triples of all sizes in one table."""

    def __init__(self, sizes: Sequence[Size]) -> None:
        self.names = sizes[0].names
        table = np.vstack([size.table for size in sizes]).astype(np.float32)
        self.of = np.concatenate([np.full(len(size.table), at) for at, size in enumerate(sizes)])
        self.sizes = len(sizes)
        fits = [fit for size in sizes for _, fit in size.triples]
        self.exact = np.array([fit is not None and fit.slip is None for fit in fits])
        self.chance = np.array([min(1, _WINDOW * 10 ** -surprise(one)) for size in sizes for one, _ in size.triples])
        if "plain" in self.names:
            plain = table[:, self.names.index("plain")] > 0
            self.chance = np.where(plain, np.maximum(self.chance, _AMONG_FITTING), self.chance)
        self.middle, self.spread = table.mean(0), table.std(0) + 1e-6
        self.scaled = ((table - self.middle) / self.spread).astype(np.float32)

    def shares(self, vector: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """The log odds of each triple; its share of its size; the share of none; the logarithm of what is shared."""
        odds = self.scaled @ vector[:-1].astype(np.float32) + vector[-1]
        most = np.zeros(self.sizes)
        np.maximum.at(most, self.of, odds)
        each = np.exp(odds - most[self.of])
        total = np.bincount(self.of, each, self.sizes) + np.exp(-most)
        return odds, each / total[self.of], np.exp(-most) / total, most + np.log(total)


def learn_pairings(sizes: Sequence[Size], known: Evidence) -> Learned:
    """The weights of how three figures stand, from the sizes of clean letters, beginning with those `known` so far."""
    pool = _Pool(sizes)
    prior = np.array([_PRIOR.get(name, 0.0) for name in pool.names]) * pool.spread
    begun = np.array([known.weights.get(name, _PRIOR.get(name, 0.0)) for name in pool.names])
    vector = np.append(begun * pool.spread, known.bias + begun @ pool.middle)
    for _ in range(TURNS):
        _, share, none, _ = pool.shares(vector)
        fitting = np.where(pool.exact, share / pool.chance, 0)
        meant = fitting / (np.bincount(pool.of, fitting, pool.sizes) + none)[pool.of]
        vector = _maximised(pool, vector, prior, meant)
    weights = vector[:-1] / pool.spread
    found = dict(zip(pool.names, map(float, weights), strict=True))
    return Learned(found, float(vector[-1] - weights @ pool.middle))


def _maximised(pool: _Pool, vector: np.ndarray, prior: np.ndarray, meant: np.ndarray) -> np.ndarray:
    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        odds, share, _, log = pool.shares(vector)
        away = vector[:-1] - prior
        slope = np.append(pool.scaled.T @ (share - meant) + RIDGE * away, (share - meant).sum())
        return float(-(meant @ odds) + log.sum() + RIDGE * (away @ away) / 2), slope

    return minimize(loss, vector, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
