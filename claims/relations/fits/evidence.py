"""How surely figures belong together, from the features of how they stand: weights learned from letters with answers.

The weights of each family stand in `weights.yml` with where they come from; `docs/decisions` says how they were learned
and on what they were tried. A score is the logarithm of the odds that a disagreement is the letter's own error.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from operator import mul

from claims.quick_records import dataclass
from claims.yaml_files import read_yaml

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The learned weights of one family of relations; from `threshold` on a candidate counts."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def score(self, features: Features) -> float:
        """The log odds of the features; a feature without a weight is a fault of ours and raises KeyError."""
        told: float = sum(map(mul, map(self.weights.__getitem__, features), features.values()))
        return self.bias + told


@cache
def evidence_for(family: str) -> Evidence:
    """The evidence of a family ("sums"). KeyError where `weights.yml` does not hold it."""
    record = read_yaml(resources.files(__package__).joinpath("weights.yml"))[family]
    return Evidence(
        weights={str(name): float(weight) for name, weight in record["weights"].items()},
        bias=float(record["bias"]),
        threshold=float(record["threshold"]),
    )
