"""What the front page shows, as plain values: pieces of work, letters, gates, the reference table, the run."""

from __future__ import annotations

from datetime import date

from claims.quick_records import dataclass
from claims.readers.raw_document import Skipped
from reports.letter_page.between import AcrossGroup
from reports.letter_page.orphan_views import OrphanView
from reports.letter_page.page import Head
from reports.letter_page.rows import DeskRow, Tally
from reports.model import Problem
from reports.site.course_shown import CourseView
from reports.site.since_views import SinceView
from reports.words.files_shown import FileLink
from reports.words.wording import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRow:
    """A piece of work and the letter it is in."""

    row: DeskRow
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkGroup:
    """Work of one kind: how much there is, in how many letters, and the first pieces of it."""

    css: str
    sign: Word
    about: str
    count: int
    letters: int
    rows: tuple[FirstRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A letter in the list: how many claims and checks came out how, and how much of it asks for an editor."""

    head: Head
    href: str
    written_on: date | None
    verdicts: tuple[Tally, ...]
    statuses: tuple[Tally, ...]
    claims: int
    work: int
    unsourced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """A table and how it passed its suite."""

    table: str
    passed: bool
    rows: int
    checks: int
    faults: tuple[str, ...]
    more_faults: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """The reference table in short; `earliest` and `latest` are as-of dates."""

    where: str
    sha256: str
    observations: int
    producers: int
    measures: int
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """Which run, when, with what."""

    run_id: str
    date: str
    iso_date: str
    versions: tuple[tuple[str, str], ...]
    since: SinceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """How far a review is: things by how they stand, and the decisions whose words are gone."""

    states: tuple[Tally, ...]
    orphans: tuple[OrphanView, ...]
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """Everything on the front page."""

    letters: tuple[LetterRow, ...]
    groups: tuple[WorkGroup, ...]
    work: int
    unsourced: int
    claims: int
    checks: int
    verdicts: tuple[Tally, ...]
    across: tuple[AcrossGroup, ...]
    across_left: int
    held: tuple[AcrossGroup, ...]
    held_left: int
    problems: tuple[Problem, ...]
    problems_left: int
    skipped: tuple[Skipped, ...]
    skipped_left: int
    gates: tuple[GateView, ...]
    written: tuple[str, ...]
    files: tuple[FileLink, ...]
    table: TableView | None
    run: RunView | None
    review: ReviewView | None
    course: CourseView | None
    legend: tuple[tuple[str, tuple[Word, ...]], ...]
