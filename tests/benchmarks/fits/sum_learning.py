"""The two regressions of sums: how figures stand to each other, and whether a near fit is the letter's own error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.relations.figures import Figures
from claims.relations.fits.sums.near_sums import Sum
from claims.relations.fits.sums.sum_fits import Rivals, Tied, size_of
from tests.benchmarks.fits.learning import Learned, regress

_FOUND, _NEXT_TO_IT = 6.0, 0.3
_MOST, _LOOSE = 8.0, -1.5
_LARGE = 3.0
"""A sum of such a size (log10) that holds is no accident, if the words tie it; a smaller one is trusted where a slip
was planted in it.
"""
_VARIANT, _HALF, _OFTEN = 0.3, 0.5, 6.0
_RIDGE_TIES, _RIDGE = 5.0, 3.0
_AT_MOST = 9000

Features = Mapping[str, float]


@dataclass(slots=True)
class Sums:
    """The candidates among figures of one kind of a letter, the features of their ties, and which are known to be
    meant (`trusted`, of a clean letter) or to be the planted error (`errors`) or to touch it (`touching`).
    """

    sums: list[Sum]
    ties: list[Features]
    trusted: set[int] = field(default_factory=set)
    errors: set[int] = field(default_factory=set)
    touching: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Read:
    """A letter or a planted copy with its candidates."""

    of: str
    name: str
    clean: bool
    figures: Figures
    counts: dict[object, int]
    kinds: list[Sums]


def learn_ties(letters: Sequence[Read]) -> Learned:
    """From the sums of clean letters that hold and are meant, against all that only nearly fit."""
    kinds = [kind for letter in letters if letter.clean for kind in letter.kinds]
    meant = [kind.ties[at] for kind in kinds for at in sorted(kind.trusted)]
    large = [
        kind.ties[at]
        for kind in kinds
        for at, one in enumerate(kind.sums)
        if one.slip is None and at not in kind.trusted and size_of(one) >= _LARGE
    ]
    near = [(kind.ties[at], weight) for kind in kinds for at, weight in _nearly(kind)]
    step = -(-len(near) // _AT_MOST)
    near = near[::step]
    first = _ties(meant, [], near)
    return _ties(meant, [row for row in large if first.weigh(row) > 0], near)


def _nearly(kind: Sums) -> list[tuple[int, float]]:
    """The sums that nearly fit; one that only differs a little from one that is meant counts less."""
    known = [(id(kind.sums[at].whole), {id(part) for part in kind.sums[at].parts}) for at in kind.trusted]
    found = []
    for at, one in enumerate(kind.sums):
        if one.slip is not None:
            parts = {id(part) for part in one.parts}
            like = any(whole == id(one.whole) and len(parts & own) * 2 >= len(own) for whole, own in known)
            found.append((at, _VARIANT if like else 1.0))
    return found


def _ties(meant: Sequence[Features], large: Sequence[Features], near: Sequence[tuple[Features, float]]) -> Learned:
    much = min(1.0, _OFTEN * (len(meant) + len(large)) / len(near))
    rows = [*meant, *large, *(row for row, _ in near)]
    weight = [1.0] * len(meant) + [_HALF] * len(large) + [much * one for _, one in near]
    return regress(rows, [True] * (len(meant) + len(large)) + [False] * len(near), weight, _RIDGE_TIES)


@dataclass(frozen=True, slots=True)
class Row:
    """A sum that nearly fits: its letter, its features, whether it is the planted error."""

    letter: Read
    features: Features
    error: bool


def rows_of(letters: Sequence[Read], ties: Learned) -> list[Row]:
    """What the second regression learns from, and what is tried: of a planted copy only what touches its slip."""
    found = []
    for letter in letters:
        for kind in letter.kinds:
            tied = [
                Tied(one, max(-_MOST, min(_MOST, ties.weigh(row))))
                for one, row in zip(kind.sums, kind.ties, strict=True)
            ]
            rivals = Rivals(tied, letter.counts)  # type: ignore[arg-type]
            for at, one in enumerate(tied):
                near = one.sum.slip is not None and one.tie >= _LOOSE and not rivals.explain(one)
                if near and (letter.clean or at in kind.touching):
                    found.append(Row(letter, rivals.features(one), at in kind.errors))
    return found


def learn_fits(rows: Sequence[Row]) -> Learned:
    """From the planted errors, against all that nearly fits in clean letters and beside the errors."""
    errors: dict[str, int] = {}
    for row in rows:
        errors[row.letter.name] = errors.get(row.letter.name, 0) + row.error
    weight = [
        _FOUND / errors[row.letter.name] if row.error else 1.0 if row.letter.clean else _NEXT_TO_IT for row in rows
    ]
    return regress([row.features for row in rows], [row.error for row in rows], weight, _RIDGE)


def held_out(letters: Sequence[Read], sets: set[str], thresholds: Sequence[float]) -> list[str]:
    """For each set, learned from the others: errors found and clean letters that would be alarmed, by threshold."""
    told = []
    for of in sorted(sets or {letter.of for letter in letters}):
        others = [letter for letter in letters if letter.of != of]
        ties = learn_ties(others)
        fits = learn_fits(rows_of(others, ties))
        best: dict[tuple[str, bool], float] = {}
        for row in rows_of([letter for letter in letters if letter.of == of], ties):
            if row.letter.clean or row.error:
                key = (row.letter.name, row.letter.clean)
                best[key] = max(best.get(key, -99.0), fits.weigh(row.features))
        planted = sum(letter.of == of and not letter.clean for letter in letters)
        for threshold in thresholds:
            found = sum(score >= threshold for (_, clean), score in best.items() if not clean)
            alarmed = sum(score >= threshold for (_, clean), score in best.items() if clean)
            told.append(f"{of} at {threshold}: {found} of {planted} found, {alarmed} clean letters alarmed")
    return told
