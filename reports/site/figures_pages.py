"""The figures of the reference table in pages: each measure whole on one, no page too heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from claims.quick_records import dataclass
from reports.letter_page.evidence import SourceView
from reports.words.wording import Word

FOLDER: Final = "reference"
A_PAGE: Final = 150  # figures: some 150 KB


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """What one producer printed of one thing over time: `figures` by as-of date, `more` of them not shown."""

    producer: str
    producer_id: str
    about: str
    since: str
    course: str
    figures: tuple[SourceView, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """What is counted, and its series; `more` of them not shown."""

    measure_id: str
    label: str
    kind: Word
    unit: str
    definition: str
    part_of: str
    figures: int
    series: tuple[SeriesView, ...]
    more: int
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """A page of figures, of some measures; `corrections`: where each figure stands that corrects one of them, from
    here; `pages` are all there are, by number and file.
    """

    number: int
    measures: tuple[MeasureView, ...]
    corrections: Mapping[str, str]
    pages: tuple[tuple[int, str], ...]

    @property
    def name(self) -> str:
        return figures_file(self.number)


def figures_file(number: int) -> str:
    """The file of the `number`th page of figures, beside the others."""
    return f"figures-{number}.html"


def figures_pages(measures: Sequence[MeasureView]) -> tuple[FiguresPage, ...]:
    """The measures in their order, as many a page as have not too many figures."""
    parts: list[list[MeasureView]] = []
    room = 0
    for one in measures:
        shown = sum(len(series.figures) for series in one.series)
        if not parts or shown > room:
            parts.append([])
            room = A_PAGE
        parts[-1].append(one)
        room -= shown
    pages = tuple((number, figures_file(number)) for number in range(1, len(parts) + 1))
    stands = {one.observation_id: name for (_, name), part in zip(pages, parts, strict=True) for one in _shown(part)}
    return tuple(
        FiguresPage(number=number, measures=tuple(part), corrections=_corrections(part, name, stands), pages=pages)
        for (number, name), part in zip(pages, parts, strict=True)
    )


def _corrections(part: Iterable[MeasureView], name: str, stands: Mapping[str, str]) -> dict[str, str]:
    """The way from the page `name` to every figure that corrects one on it; what is not shown has none."""
    by = {one.superseded_by for one in _shown(part) if one.superseded_by in stands}
    return {one: f"{stands[one] if stands[one] != name else ''}#o-{one}" for one in by}


def _shown(measures: Iterable[MeasureView]) -> Iterator[SourceView]:
    return (one for measure in measures for series in measure.series for one in series.figures)
