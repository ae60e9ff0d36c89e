"""The candidates of a letter's shares, changes, rates and differences, with features by the project's own code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from claims.model import Span
from claims.relations.figures import Figure, Figures
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Fit, Triple
from claims.relations.fits.quotients.quotient_terms import term_of
from claims.relations.fits.quotients.quotient_told import Pairs, holds_already, told_pairs
from claims.relations.fits.quotients.quotient_triples import is_of_two
from claims.relations.fits.quotients.quotients import sizes_of, tried
from claims.relations.found import quotients_in_words

Key = tuple[str | int, ...]


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
