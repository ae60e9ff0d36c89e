"""A planted copy without reading it again: the figures of the clean letter, that of the slip with its other number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.model import Quantity
from claims.numbers.read import read_numbers
from claims.relations.figures import Figure, Figures, Told
from tests.benchmarks.fits.spent import Letter, Planted


def with_slip(figures: Figures, letter: Letter, copy: Planted) -> Figures | None:
    """The figures with the slip of a copy, where they stand in the clean letter; None where it is in no number."""
    start, was = copy.start, copy.stop_in_clean(letter)
    for told in figures.sentences:
        for one in (*told.counts, *told.loose):
            span = one.claim.quantity.number_span
            if span.start < was and start < span.end:
                other = _with_other(told, one, start - span.start, was - start, copy.text[copy.start : copy.end])
                return None if other is None else _put(figures, told, one, other)
    return None


def _with_other(told: Told, one: Figure, offset: int, long: int, now: str) -> Figure | None:
    """The figure as its sentence gives it with the slip; None where that is read as something else."""
    at = told.words[one.first].span.start + offset
    text = f"{told.text[: max(at, 0)]}{now}{told.text[at + long :]}"
    quantity, was = _read_at(text, at, at + len(now)), one.claim.quantity
    if quantity is None or quantity.dimension != was.dimension:
        return None
    other = replace(
        was, value=quantity.value, interval=quantity.interval, as_written=quantity.as_written, text=quantity.text,
        comparator=quantity.comparator,
    )  # fmt: skip
    return replace(one, claim=replace(one.claim, quantity=other))


def _read_at(text: str, start: int, end: int) -> Quantity | None:
    found = (
        one for one in read_numbers(text).quantities if one.number_span.start < end and start < one.number_span.end
    )
    return next(found, None)


def _put(figures: Figures, told: Told, one: Figure, other: Figure) -> Figures:
    def changed(some: tuple[Figure, ...]) -> tuple[Figure, ...]:
        return tuple(other if _is(each, one) else each for each in some)

    more: Mapping[str, tuple[Figure, ...]] = {
        "figures": changed(told.figures), "counts": changed(told.counts), "loose": changed(told.loose),
    }  # fmt: skip
    sentence = replace(told, **more, worked_out={})  # type: ignore[arg-type]
    return replace(figures, sentences=tuple(sentence if each is told else each for each in figures.sentences))


def _is(one: Figure, other: Figure) -> bool:
    return (one.first, one.sentence) == (other.first, other.sentence)
