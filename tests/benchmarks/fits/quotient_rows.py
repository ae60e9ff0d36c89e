"""The candidates of a letter's shares, changes, rates and differences, with features by the project's own code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Span
from claims.relations.figures import Figure, Figures
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Fit, Triple
from claims.relations.fits.quotients.quotient_terms import term_of
from claims.relations.fits.quotients.quotient_told import Pairs, holds_already, told_pairs
from claims.relations.fits.quotients.quotient_triples import is_of_two
from claims.relations.fits.quotients.quotients import sizes_of, tried
from claims.relations.found import quotients_in_words
from claims.relations.told_figures import read_figures
from tests.benchmarks.fits.spent import Letter, Planted

_BARE = Field(measures=(), events=(), producers=(), places=(), topics=())
_NEAR = 3
"""A figure's number may begin so many code points further on where the slip stands right before it."""

Key = tuple[str | int | None, ...]


@dataclass(frozen=True)
class Size:
    """A figure that is tried as drawn from two others: every triple, how it fits, and how it stands (a row each)."""

    family: str
    place: int
    triples: list[tuple[Triple, Fit | None]]
    names: tuple[str, ...]
    table: np.ndarray
    told: Pairs
    held: bool


def figures_of(text: str) -> Figures:
    """The figures of a letter in plain text."""
    read = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), _BARE)
    return read_figures(read.document, read.readings, read.claims)


def sizes_in(figures: Figures, near: tuple[int, int] | None = None) -> Iterator[Size]:
    """The sizes of a letter; `near`: only those that a stretch of the text touches in any of their figures."""
    scene, told = Scene(figures), told_pairs(quotients_in_words(figures))
    for family, figure in sizes_of(scene):
        fitted = [] if is_of_two(figure) else tried(scene, family, figure)
        if near is not None and not any(fit and fit.slip and touches(one, near) for one, fit in fitted):
            continue
        if fitted:
            rows = [family.standing(scene, one) for one, _ in fitted]
            names = tuple(sorted(rows[0]))
            place = figure.claim.quantity.number_span.start
            own = told.get(place, {})
            table = np.array([[row[name] for name in names] for row in rows], dtype=np.float16)
            held = holds_already(own, term_of(figure).loose)
            yield Size(family.name, place, fitted, names, table, own, held)


def touches(triple: Triple, stretch: tuple[int, int]) -> bool:
    """Whether one of the three figures lies in a stretch of the text."""
    start, end = stretch
    return any(span.start <= end and start <= span.end for span in map(_span, printed(triple)))


def printed(triple: Triple) -> list[Figure]:
    """The figures of a triple; units that are none count as the rate's own."""
    return [term.figure for term in triple.terms]


def _span(figure: Figure) -> Span:
    return figure.claim.quantity.number_span


def key_of(triple: Triple) -> Key:
    """A triple by its operation and where its numbers stand."""
    return (triple.operation, *(_span(one).start for one in printed(triple)))


def key_before(triple: Triple, letter: Letter, copy: Planted) -> Key:
    """The same in the clean letter; None for a figure inside the slip."""
    return (triple.operation, *(letter.place_in_clean(copy, _span(one).start) for one in printed(triple)))


def same(one: Key, other: Key) -> bool:
    """Whether two keys are of the same figures."""
    places = zip(one[1:], other[1:], strict=True)
    return one[0] == other[0] and all(a is None or b is None or abs(int(a) - int(b)) <= _NEAR for a, b in places)
