"""A number of a series and those before it told one by one: "the fourth since 2018: the first …"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.relations.spans.spans_model import SeriesRelation
from claims.relations.spans.spans_ordinals import Ordinal, ordinals_of
from claims.relations.spans.spans_scene import Scene, Told, listed, phrases

_LEAST = 2
_AHEAD = 3

Row = list[tuple[Told, Ordinal]]


def counted_off(scene: Scene) -> Iterator[SeriesRelation]:
    """Every number of a series that is followed by the first, the second and so on of it."""
    for told in scene.told:
        for head in ordinals_of(told):
            if _heads(head):
                row = _row(scene, told, head)
                yield from _judged(scene, told, head, row)


def _heads(head: Ordinal) -> bool:
    """ "the fourth since", "the third of its kind": a number that counts a row of its own."""
    words = " ".join(head.behind[:3]) + " "
    return any(words.startswith(f"{phrase} ") for phrase in phrases("counting_off"))


def _row(scene: Scene, told: Told, head: Ordinal) -> Row:
    """The bare ordinals that follow in the sentence, or else in the next ones of the paragraph."""
    own: Row = [(told, one) for one in ordinals_of(told) if one.span.start > head.span.end and is_bare(told, one)]
    if own:
        return own
    later: Row = []
    for by in range(1, _AHEAD + 1):
        other = scene.beside(told, by)
        later += [(other, one) for one in ordinals_of(other) if is_bare(other, one)] if other is not None else []
    return later


def is_bare(told: Told, one: Ordinal) -> bool:
    """ "the second in 2020", "our first was struck out": no noun of another kind behind the number."""
    before = told.between(0, one.span.start)[-1:]
    leads = bool(before) and before[0] in listed("owners") | listed("one")
    return leads and (not one.behind or one.behind[0] in listed("row_goes_on"))


def _judged(scene: Scene, told: Told, head: Ordinal, row: Row) -> Iterator[SeriesRelation]:
    numbers = [one.number for _, one in row]
    run = next((at for at, number in enumerate(numbers) if number != at + 1), len(numbers))
    if run < _LEAST:
        return
    if numbers[run:] == [run + _LEAST] and head.number == numbers[run]:
        yield _relation(scene, *row[run], expected=(run + 1,), row=row[:run])
    elif run == len(numbers):
        expected = (run + 1,) if row[0][0] is not told else (run + 1, run)
        yield _relation(scene, told, head, expected=expected, row=row)


def _relation(scene: Scene, told: Told, one: Ordinal, *, expected: tuple[int, ...], row: Row) -> SeriesRelation:
    return SeriesRelation(
        span=scene.source(told, one.span),
        text=one.span.of(told.reading.text),
        number=one.number,
        expected=expected,
        because="listed",
        spans=tuple(scene.source(where, each.span) for where, each in row),
    )
