"""The weights of figures given twice: `python -m tests.benchmarks.fits.repeat_rows [--write]`, some minutes.

Prints what is found and falsely alarmed of each set by weights learned from the others, and with `--write` puts those
learned from all of them into `claims/relations/fits/weights.yml`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from multiprocessing import Pool

from claims.language.load import load_language
from claims.relations.figures import Figures
from claims.relations.fits.repeats.letter_ground import Ground
from claims.relations.fits.repeats.near_pairs import NearPair, near_pairs, plain_unit_of, repeatable
from claims.relations.fits.repeats.pair_features import pair_features
from tests.benchmarks.fits.learning import Row, held_out, learn, write
from tests.benchmarks.fits.readings import figures_of
from tests.benchmarks.fits.spent import Letter, Planted, letters

FAMILY, RULE = "repeats", "repeated-figure"
RIDGE, THRESHOLD = 3.0, 4.0
_NEAR = 3
_WORKERS = 3

Places = tuple[int, int]


def main() -> None:
    with Pool(_WORKERS) as pool:
        rows = [row for some in pool.imap_unordered(_in_english, letters()) for row in some]
    print(*held_out(rows, RIDGE, (2.0, 2.5, 3.0, 3.5, 4.0)), sep="\n")
    if "--write" in sys.argv:
        write(FAMILY, learn(rows, RIDGE), THRESHOLD)


def _in_english(letter: Letter) -> list[Row]:
    with load_language("en").in_force():
        return list(rows_of(letter))


def rows_of(letter: Letter) -> Iterator[Row]:
    """The near pairs of a clean letter, none an error, and those of its copies that touch the slip."""
    figures = figures_of(letter.text)
    for _, features in _pairs(figures):
        yield Row(letter.of, letter.name, True, features, error=False)
    alike = _alike(figures)
    for copy in letter.planted:
        if copy.rules[0] == RULE:
            yield from _of_copy(letter, copy, alike)


def _of_copy(letter: Letter, copy: Planted, alike: set[Places]) -> Iterator[Row]:
    """The pairs that touch the slip; an error is one whose figures were the same before."""
    for pair, features in _pairs(figures_of(copy.text)):
        spans = [one.claim.quantity.number_span for one in (pair.one, pair.again)]
        if any(span.start <= copy.end and copy.start <= span.end for span in spans):
            was = [letter.place_in_clean(copy, span.start) for span in spans]
            error = any(_same(was, places) for places in alike)
            yield Row(letter.of, copy.name, False, features, error=error)


def _same(was: list[int | None], places: Places) -> bool:
    return all(a is None or abs(a - b) <= _NEAR for a, b in zip(was, places, strict=True))


def _pairs(figures: Figures) -> Iterator[tuple[NearPair, dict[str, float]]]:
    row = repeatable(figures)
    pairs = list(near_pairs(figures, row))
    ground = Ground(figures, row, pairs)
    for pair in pairs:
        yield pair, pair_features(ground, pair)


def _alike(figures: Figures) -> set[Places]:
    """The places of any two figures of one unit and one value."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in repeatable(figures):
        quantity = one.claim.quantity
        groups[quantity.dimension, plain_unit_of(one), quantity.value].append(quantity.number_span.start)
    return {pair for places in groups.values() for pair in combinations(sorted(places), 2)}


if __name__ == "__main__":
    main()
