"""What the pages of measures and producers show, as plain values."""

from __future__ import annotations

from markupsafe import Markup

from claims.quick_records import dataclass
from reports.words.addresses_shown import Address
from reports.words.wording import Word

Tallies = tuple[tuple[Word, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A page and its words."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim of some letter: its words lead to its card."""

    title: str
    text: str
    href: str
    period: str
    source: Word
    arithmetic: str
    producers: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingView:
    """A course with the claims in it; `legend`: class and name of each producer."""

    title: str
    svg: Markup
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePage:
    """What is counted, every letter's claims of it, and their courses; `more` claims are not shown."""

    measure_id: str
    label: str
    definition: str
    kind: Word
    unit: str
    claims: int
    letters: int
    tallies: Tallies
    drawings: tuple[DrawingView, ...]
    rows: tuple[ClaimRow, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducerPage:
    """Who counts, what its figures decided, and who cites it; `more` claims are not shown."""

    producer_id: str
    name: str
    counts: str
    coverage: Word
    basis: str
    cadence: str
    caveat: str
    address: Address | None
    decided: int
    tallies: Tallies
    rows: tuple[ClaimRow, ...]
    more: int
    cited: int
    cited_rows: tuple[ClaimRow, ...]
    cited_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """A measure or producer in the list of all: claims, letters, verdicts."""

    link: Link
    claims: int
    letters: int
    tallies: Tallies


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectsPage:
    """All measures and producers of a run, the most claims first; `other`: claims of which no measure was read."""

    measures: tuple[SubjectRow, ...]
    producers: tuple[SubjectRow, ...]
    other: int
