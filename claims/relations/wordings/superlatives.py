"""The highest or lowest of a series, beside the series: "60 in 2019, 80 in 2020 and 72 in 2021, the highest yet"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import Extreme
from claims.relations.pairing import kin
from claims.relations.phrasing import holds, only, starts

_LEAST = 2
_REACH = 6


def find_extremes(figures: Figures) -> Iterator[Extreme]:
    """Every figure that is called the highest or lowest right behind it, with the dated figures of its series."""
    for told in figures.sentences:
        for figure in told.figures:
            for key, high in (("highest_words", True), ("lowest_words", False)):
                if _is_called(told, figure, key) and len(others := _series(figures, told, figure)) >= _LEAST:
                    yield Extreme(claim=figure.claim, others=tuple(one.claim for one in others), high=high)


def _is_called(told: Told, figure: Figure, key: str) -> bool:
    """ "72, the highest number": nothing but signs and a verb between, and no ground for another series."""
    after = told.after(figure)[len((figure.noun or "").split()) :]
    for at in range(min(_REACH, len(after))):
        if starts(after[at:], key):
            between = [word for word in after[:at] if not word.isdigit()]  # "72 raids in 2021, the highest"
            return only(between, "comma", "asides", "being", "of") and not holds(after[at:], "new_scope")
    return False


def _series(figures: Figures, told: Told, figure: Figure) -> list[Figure]:
    """The figures of its kind in the sentence and the one before that have a time of their own."""
    near = [one for one in figures.paragraph(told.paragraph) if told.number - 1 <= one.number <= told.number]
    period = figure.claim.period
    if period is None or period.span is None:
        return []
    return [
        one
        for each in near
        for one in each.figures
        if one is not figure
        and one.is_amount
        and kin(one, figure)
        and (one.claim.period is not None and one.claim.period.span not in (None, period.span))
    ]
