"""View data of the front page: the desk over all letters, the letters, what could not be read, the gates, the table."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from claims.readers.raw_document import Skipped
from expectations.gates.checks import TABLES
from expectations.model import CheckedLetter, Finding
from expectations.results import GateResult
from reports.deciding.decisions import NONE, Decided, Decisions
from reports.letter_page.between import AcrossGroup, across_groups, across_views
from reports.letter_page.page import head
from reports.letter_page.rows import Tally, status_tally, tally_of_words, verdict_tally
from reports.model import Problem, RunInfo
from reports.site.course_shown import course_view
from reports.site.front_views import GateView, IndexPage, LetterRow, ReviewView, RunView, TableView
from reports.site.since_views import since_view
from reports.site.work_groups import Work
from reports.standing.desk import unsourced
from reports.standing.figures_between import Figures, by_id
from reports.standing.list_order import Order, order_with
from reports.standing.open_desk import still_open
from reports.words.addresses_shown import letter_href
from reports.words.files_shown import other_files
from reports.words.table_names import Names
from reports.words.wording import day, keys, word
from sources.model import ReferenceTable

ACROSS = 16  # things shown that letters tell otherwise, of those that ask and of the others
OF_ONE = 3  # findings of each; letters' pages show all of their own
PROBLEMS = 60  # files shown that could not be read, and that were not taken
FAULTS = 5  # faults of a table shown; the Data Docs show all


def index_page(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    *,
    decisions: Decisions = NONE,
    **told: Any,
) -> IndexPage:
    """The front page of letters at hand; `told` as `front_page` has it."""
    listed = Listed(Names.of(table), decisions)
    for one in checked:
        listed.take(one)
    return front_page(listed, across, Figures(across, by_id(checked)), problems, table, **told)


def front_page(
    listed: Listed,
    across: Sequence[Finding],
    figures: Figures,
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    *,
    gates: Sequence[GateResult] = (),
    run: RunInfo | None = None,
    skipped: Sequence[Skipped] = (),
    files: Sequence[str] = (),
    review: ReviewView | None = None,
) -> IndexPage:
    """The front page; letters with the most pressing work first, then by date and id."""
    rows, named = listed.rows(), listed.names
    between = across_views(across, figures, "letters/", listed.decisions)
    asking = across_groups([one for one in between if one.asks], named, OF_ONE)
    held = across_groups([one for one in between if not one.asks], named, OF_ONE)
    return IndexPage(
        letters=rows,
        groups=listed.work.groups(),
        work=listed.items + _count(asking),
        unsourced=sum(row.unsourced for row in rows),
        claims=listed.claims,
        checks=listed.findings + len(across),
        verdicts=_total(rows),
        across=asking[:ACROSS],
        across_left=_count(asking[ACROSS:]),
        held=held[:ACROSS],
        held_left=_count(held[ACROSS:]),
        problems=tuple(problems[:PROBLEMS]),
        problems_left=len(problems[PROBLEMS:]),
        skipped=tuple(skipped[:PROBLEMS]),
        skipped_left=len(skipped[PROBLEMS:]),
        gates=tuple(_gate(one) for one in gates),
        written=TABLES,
        files=other_files(files, "exports/"),
        table=_table(table) if table else None,
        run=_run(run) if run else None,
        review=review,
        course=course_view(run.since, _total(rows), run.started_on) if run else None,
        legend=tuple((group, tuple(word(group, key) for key in keys(group))) for group in LEGEND),
    )


def _count(groups: Sequence[AcrossGroup]) -> int:
    return sum(one.count for one in groups)


LEGEND = ("against_source", "inside", "timeliness", "cautions", "status")


class Listed:
    """What the front page needs of each letter, which come one after the other and are let go of."""

    def __init__(self, names: Names, decisions: Decisions) -> None:
        self.names, self.decisions = names, decisions
        self.work = Work(names)
        self.items = self.claims = self.findings = 0
        self._rows: list[tuple[Order, LetterRow]] = []

    def take(self, checked: CheckedLetter) -> None:
        """The next letter."""
        decided = self.decisions.of(checked)
        items = still_open(checked, decided)
        order = order_with(checked, items)
        self.work.take(order, items, checked, decided)
        self._rows.append((order, _letter_row(checked, len(items), decided)))
        self.items += len(items)
        self.claims += len(checked.extraction.claims)
        self.findings += len(checked.findings)

    def rows(self) -> tuple[LetterRow, ...]:
        """The letters as the list has them."""
        return tuple(row for _, row in sorted(self._rows, key=itemgetter(0)))


def _letter_row(checked: CheckedLetter, work: int, decided: Decided) -> LetterRow:
    letter = checked.extraction.letter
    return LetterRow(
        head=head(letter),
        href=letter_href(letter.letter_id),
        written_on=letter.written_on,
        verdicts=verdict_tally(checked),
        statuses=status_tally(checked.findings),
        claims=len(checked.extraction.claims),
        work=work,
        unsourced=sum(not decided.clears_claim(one.claim_id) for one in unsourced(checked)),
    )


def _total(rows: Sequence[LetterRow]) -> tuple[Tally, ...]:
    counts: dict[str, int] = {}
    for tally in (tally for row in rows for tally in row.verdicts):
        counts[tally.word.key] = counts.get(tally.word.key, 0) + tally.count
    return tally_of_words(counts)


def _gate(result: GateResult) -> GateView:
    faults = result.messages
    return GateView(
        table=result.table,
        passed=result.success,
        rows=result.rows,
        checks=len(result.checks),
        faults=faults[:FAULTS],
        more_faults=max(result.at_fault - FAULTS, 0),
        left_out=result.left_out,
    )


def _table(table: ReferenceTable) -> TableView:
    as_of = sorted(one.period_end for one in table.observations if one.period_end)
    return TableView(
        where=table.where,
        sha256=table.sha256,
        observations=len(table.observations),
        producers=len(table.producers),
        measures=len(table.measures),
        earliest=day(as_of[0]) if as_of else "",
        latest=day(as_of[-1]) if as_of else "",
    )


def _run(run: RunInfo) -> RunView:
    return RunView(
        run_id=run.run_id,
        date=day(run.started_on),
        iso_date=run.started_on.isoformat(),
        versions=tuple(sorted(run.versions.items())),
        since=since_view(run.since, beside=run.beside),
    )
