"""What on a page may be the figure of a claim although the page does not print it as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, groupby
from typing import Final

from claims.model import Claim, Span
from sources.pages.page_figures import PageFigure, PageFigures, digits_of
from sources.pages.reading.page_text import PageText
from sources.pages.same_figure import likeness
from sources.pages.same_value import dimensions_fit, within

_APART: Final = r"[\s.,'’\u00a0\u202f\u2009]{0,2}"
_LEAST_BARE: Final = 100  # smaller numbers stand on any page for other reasons
_LONGEST_RUN: Final = 60
_NEAR_LINES: Final = 3
_HALF: Final = Decimal("0.5")


def room_for(claim: Claim, figures: PageFigures) -> str | None:
    """What on the page may be the figure, an id of `figures` in the words."""
    found = {likeness(claim, each) for each in (*figures.main, *figures.loose)}
    for reason in ("other_thing", "rounded", "scaled", "other_unit"):
        if reason in found:
            return reason
    if "same" in found or claim.quantity.value in _hidden(figures.page):
        return "hidden"
    if any(_admits(claim, total) for total in _sums(claim, figures.main)) or _is_a_ratio(claim, figures.main):
        return "sum"
    return "unread" if _digits_stand(claim, figures) else None


def _hidden(page: PageText) -> frozenset[Decimal]:
    """Numbers in scripts and attributes, without their grouping; small ones stand there for other reasons."""
    values = (digits_of(each) for each in page.hidden)
    return frozenset(Decimal(each) for each in values if 3 <= len(each) <= 15)


def _admits(claim: Claim, value: Decimal) -> bool:
    own = claim.quantity
    bounded = own.interval.low is not None and own.interval.high is not None
    return value == own.value or (bounded and within(own.interval, value))


def _sums(claim: Claim, figures: Sequence[PageFigure]) -> Iterator[Decimal]:
    """Sums and differences of figures that stand together: in one sentence or row, or below each other."""
    alike = [each for each in figures if dimensions_fit(claim.quantity, each.quantity) is not False]
    for _, group in groupby(alike, key=lambda each: each.line):
        values = [each.quantity.value for each in group][:12]
        yield from (sum(values[:count], Decimal(0)) for count in range(2, len(values) + 1))
        for one, other in combinations(values, 2):
            yield from (one + other, abs(one - other))
    for run in _runs(alike):
        yield from list(accumulate(each.quantity.value for each in run))[1:]


def _is_a_ratio(claim: Claim, figures: Sequence[PageFigure]) -> bool:
    """Whether two counts that stand near each other give a claimed percentage."""
    if claim.quantity.dimension != "percentage":
        return False
    counts = [each for each in figures if each.quantity.dimension in ("count", "money") and each.quantity.value > 0]
    for at, one in enumerate(counts):
        for other in counts[at + 1 : at + 8]:
            small, large = sorted((one.quantity.value, other.quantity.value))
            if other.line - one.line <= _NEAR_LINES and abs(small / large * 100 - claim.quantity.value) <= _HALF:
                return True
    return False


def _runs(figures: Sequence[PageFigure]) -> Iterator[list[PageFigure]]:
    """Figures below each other: one column of a table, or a line each."""
    columns: dict[int | None, list[PageFigure]] = {}
    for each in figures:
        columns.setdefault(each.column, []).append(each)
    for column in columns.values():
        run: list[PageFigure] = []
        for each in column:
            if run and each.line == run[-1].line:
                continue
            if run and (each.line - run[-1].line > 2 or len(run) >= _LONGEST_RUN):
                yield run
                run = []
            run.append(each)
        yield run


def _digits_stand(claim: Claim, figures: PageFigures) -> bool:
    """Whether the claim's digits stand on the page, read as something else or not at all."""
    forms = forms_of(claim)
    return any(form in figures.unclaimed for form in forms) or any(
        place_of(form, figures.digits) for form in forms if int(form) >= _LEAST_BARE
    )


def forms_of(claim: Claim) -> tuple[str, ...]:
    """The digits of a claim's number, as it is written and in full: "16" and "1600000" for "1.6 million"."""
    value = claim.quantity.value
    full = f"{value:f}".split(".")[0] if value == value.to_integral_value() else digits_of(f"{value.normalize():f}")
    return tuple(dict.fromkeys(form for form in (digits_of(claim.quantity.as_written), full) if form.strip("0")))


def place_of(form: str, text: str) -> Span | None:
    """Where digits stand by themselves, grouped in any way."""
    found = re.search(rf"(?<!\d)(?<!\d[.,]){_APART.join(form)}(?![\d]|[.,]\d)", text)
    return Span(*found.span()) if found else None
