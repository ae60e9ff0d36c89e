"""A logistic regression over named features, and the honest estimate: learned from all sets but one, tried on that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from scipy.optimize import minimize

WEIGHTS = Path("claims/relations/fits/weights.yml")

_FOUND, _NEXT_TO_IT = 6.0, 0.3
"""How much the candidates of one planted copy weigh together that are its error, and each that only touches it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: the letter it is of, its features, whether it is the planted error (never in a clean letter)."""

    of: str
    letter: str
    clean: bool
    features: Mapping[str, float]
    error: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by feature and the bias; a score is the log odds."""

    weights: Mapping[str, float]
    bias: float

    def score(self, row: Row) -> float:
        return self.weigh(row.features)

    def weigh(self, features: Mapping[str, float]) -> float:
        return self.bias + sum(self.weights[name] * value for name, value in features.items())


def learn(rows: Sequence[Row], ridge: float) -> Learned:
    """Fit the weights; `ridge` is the penalty on their squares, of features scaled to one."""
    errors: dict[str, int] = {}
    for row in rows:
        errors[row.letter] = errors.get(row.letter, 0) + row.error
    weights = [_weight(row, errors[row.letter]) for row in rows]
    return regress([row.features for row in rows], [row.error for row in rows], weights, ridge)


def regress(
    features: Sequence[Mapping[str, float]], truths: Sequence[bool], weights: Sequence[float], ridge: float
) -> Learned:
    """The logistic regression of truths on features, each row with its weight."""
    names = sorted(features[0])
    table = np.array([[each[name] for name in names] for each in features])
    truth, weight = np.array(truths, dtype=float), np.array(weights)
    middle, spread = table.mean(0), table.std(0) + 1e-6
    scaled = np.c_[(table - middle) / spread, np.ones(len(features))]

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        z = scaled @ vector
        slope = scaled.T @ (weight * (1 / (1 + np.exp(-np.clip(z, -30, 30))) - truth))
        slope[:-1] += ridge * vector[:-1]
        return float((weight * (np.logaddexp(0, z) - truth * z)).sum() + ridge * (vector[:-1] @ vector[:-1]) / 2), slope

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 800}).x
    found = best[:-1] / spread
    return Learned(dict(zip(names, map(float, found), strict=True)), float(best[-1] - (found * middle).sum()))


def _weight(row: Row, errors: int) -> float:
    if row.error:
        return _FOUND / errors
    return _NEXT_TO_IT if errors else 1.0


def held_out(rows: Sequence[Row], ridge: float, thresholds: Sequence[float]) -> list[str]:
    """For each set, learned from the others: errors found and clean letters that would be alarmed, by threshold."""
    told = []
    for of in sorted({row.of for row in rows}):
        learned = learn([row for row in rows if row.of != of], ridge)
        best: dict[tuple[str, bool], float] = {}
        planted = {row.letter for row in rows if row.of == of and not row.clean}
        clean = {row.letter for row in rows if row.of == of and row.clean}
        for row in rows:
            if row.of == of and (row.clean or row.error):
                key = (row.letter, row.clean)
                best[key] = max(best.get(key, -99.0), learned.score(row))
        for threshold in thresholds:
            found = sum(score >= threshold for (_, is_clean), score in best.items() if not is_clean)
            alarmed = sum(score >= threshold for (_, is_clean), score in best.items() if is_clean)
            told.append(f"{of} at {threshold}: {found} of {len(planted)} found, {alarmed} of {len(clean)} alarmed")
    return told


def write(family: str, learned: Learned, threshold: float) -> None:
    """Put the weights of a family into `weights.yml`, under the lines that head it."""
    weights = {name: round(weight, 3) for name, weight in sorted(learned.weights.items())}
    record = {"threshold": threshold, "bias": round(learned.bias, 3), "weights": weights}
    head = "".join(line for line in WEIGHTS.open(encoding="utf-8") if line.startswith("#"))
    all_of_them = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8")) | {family: record}
    WEIGHTS.write_text(head + yaml.safe_dump(all_of_them, sort_keys=False, width=120), encoding="utf-8")


def by_threshold(
    scored: Sequence[tuple[Row, float]], planted: Mapping[str, int], alarms: Sequence[int] = (0, 1, 2, 4, 6, 9)
) -> list[str]:
    """What is found, set by set, where so many clean letters of all sets together are alarmed."""
    clean: dict[str, float] = {}
    best: dict[tuple[str, str], float] = {}
    for row, score in scored:
        if row.clean:
            clean[row.letter] = max(clean.get(row.letter, -99.0), score)
        elif row.error:
            best[row.of, row.letter] = max(best.get((row.of, row.letter), -99.0), score)
    highest = sorted(clean.values(), reverse=True)
    told = []
    for few in alarms:
        threshold = highest[few] if few < len(highest) else -99.0
        found = [
            f"{of} {sum(key[0] == of and score > threshold for key, score in best.items())}/{planted[of]}"
            for of in planted
        ]
        told.append(f"{few} clean letters alarmed, above {threshold:.2f}: " + ", ".join(found))
    return told


def sets_named(arguments: Sequence[str]) -> set[str]:
    """The sets that are to be held out, of a command's arguments: "hijk"."""
    return {of for one in arguments if not one.startswith("-") for of in one}
