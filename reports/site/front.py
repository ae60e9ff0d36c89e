"""View data of the front page: the desk over all letters, the letters, what could not be read, the gates, the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.readers.raw_document import Skipped
from expectations.gates.checks import TABLES
from expectations.model import CheckedLetter, Finding
from expectations.results import GateResult
from reports.letter_page.between import across_views
from reports.letter_page.page import head
from reports.letter_page.rows import Tally, desk_row, status_tally, verdict_tally
from reports.model import Problem, RunInfo
from reports.site.front_views import FirstRow, GateView, IndexPage, LetterRow, RunView, TableView
from reports.standing.desk import DeskItem, desk, ledger_order, unsourced
from reports.words.addresses_shown import letter_href
from reports.words.files_shown import other_files
from reports.words.wording import day, keys, word
from sources.model import ReferenceTable

FIRST = 24  # pieces of work shown over all letters; every letter's own page shows all of its own
FAULTS = 5  # faults of a table shown; the Data Docs show all


def index_page(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    *,
    gates: Sequence[GateResult] = (),
    run: RunInfo | None = None,
    skipped: Sequence[Skipped] = (),
    files: Sequence[str] = (),
) -> IndexPage:
    """The front page; letters with the most pressing work first, then by date and id."""
    ranked = sorted(((desk(one), one) for one in checked), key=_letter_order)
    rows = tuple(_letter_row(one, len(items)) for items, one in ranked)
    between = across_views(across, checked, "letters/")
    return IndexPage(
        letters=rows,
        first=_first(ranked),
        work=sum(row.work for row in rows) + sum(one.asks for one in between),
        unsourced=sum(row.unsourced for row in rows),
        claims=sum(row.claims for row in rows),
        checks=sum(len(one.findings) for one in checked) + len(across),
        verdicts=_total(rows),
        across=between,
        problems=tuple(problems),
        skipped=tuple(skipped),
        gates=tuple(_gate(one) for one in gates),
        written=TABLES,
        files=other_files(files, "exports/"),
        table=_table(table) if table else None,
        run=_run(run) if run else None,
        legend=tuple((group, tuple(word(group, key) for key in keys(group))) for group in LEGEND),
    )


LEGEND = ("against_source", "timeliness", "cautions", "status")

Ranked = tuple[tuple[DeskItem, ...], CheckedLetter]


def _letter_order(ranked: Ranked) -> tuple[int, int, str, str]:
    items, checked = ranked
    letter = checked.extraction.letter
    worst = items[0].rank if items else 100
    return worst, -len(items), letter.written_on.isoformat() if letter.written_on else "", letter.letter_id


def _letter_row(checked: CheckedLetter, work: int) -> LetterRow:
    letter = checked.extraction.letter
    return LetterRow(
        head=head(letter),
        href=letter_href(letter.letter_id),
        written_on=letter.written_on,
        verdicts=verdict_tally(checked),
        statuses=status_tally(checked.findings),
        claims=len(checked.extraction.claims),
        work=work,
        unsourced=len(unsourced(checked)),
    )


def _first(ranked: Sequence[Ranked]) -> tuple[FirstRow, ...]:
    """The most pressing work over all letters, wherever it stands."""
    every = [(item, checked) for items, checked in ranked for item in items]
    every.sort(key=lambda pair: pair[0].rank)
    return tuple(_first_row(item, checked) for item, checked in every[:FIRST])


def _first_row(item: DeskItem, checked: CheckedLetter) -> FirstRow:
    letter = checked.extraction.letter
    row = desk_row(item, ledger_order(checked.findings), letter.text)
    href = letter_href(letter.letter_id) + row.href
    return FirstRow(row=replace(row, href=href), title=head(letter).title)


def _total(rows: Sequence[LetterRow]) -> tuple[Tally, ...]:
    counts: dict[str, int] = {}
    for tally in (tally for row in rows for tally in row.verdicts):
        counts[tally.word.key] = counts.get(tally.word.key, 0) + tally.count
    order = [key for key in keys("against_source") if key in counts]
    return tuple(Tally(word=word("against_source", key), count=counts[key]) for key in order)


def _gate(result: GateResult) -> GateView:
    faults = result.messages
    return GateView(
        table=result.table,
        passed=result.success,
        rows=result.rows,
        checks=len(result.checks),
        faults=faults[:FAULTS],
        more_faults=max(len(faults) - FAULTS, 0),
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
    )
