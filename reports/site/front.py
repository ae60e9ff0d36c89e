"""View data of the front page: the desk over all letters, the letters, what could not be read, the gates, the table."""

from __future__ import annotations

from collections.abc import Sequence

from claims.readers.raw_document import Skipped
from expectations.gates.checks import TABLES
from expectations.model import CheckedLetter, Finding
from expectations.results import GateResult
from reports.deciding.decisions import NONE, Decided, Decisions
from reports.letter_page.between import first_views
from reports.letter_page.page import head
from reports.letter_page.rows import Tally, status_tally, tally_of_words, verdict_tally
from reports.model import Problem, RunInfo
from reports.site.course_shown import course_view
from reports.site.front_views import GateView, IndexPage, LetterRow, ReviewView, RunView, TableView
from reports.site.since_views import since_view
from reports.site.work_groups import work_groups
from reports.standing.desk import DeskItem, unsourced
from reports.standing.open_desk import still_open
from reports.words.addresses_shown import letter_href
from reports.words.files_shown import other_files
from reports.words.table_names import Names
from reports.words.wording import day, keys, word
from sources.model import ReferenceTable

ACROSS = 24  # findings between letters shown, of those that ask and of the others; letters' pages show their own
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
    decisions: Decisions = NONE,
    review: ReviewView | None = None,
    names: Names | None = None,
) -> IndexPage:
    """The front page; letters with the most pressing work first, then by date and id."""
    ranked = _ranked(checked, decisions)
    rows = tuple(_letter_row(one, len(items), decided) for items, one, decided in ranked)
    asking, held = first_views(across, checked, "letters/", decisions, ACROSS)
    return IndexPage(
        letters=rows,
        groups=work_groups(ranked, names or Names.of(table)),
        work=sum(row.work for row in rows) + len(asking.views) + asking.left,
        unsourced=sum(row.unsourced for row in rows),
        claims=sum(row.claims for row in rows),
        checks=sum(len(one.findings) for one in checked) + len(across),
        verdicts=_total(rows),
        across=asking.views,
        across_left=asking.left,
        held=held.views,
        held_left=held.left,
        problems=tuple(problems),
        skipped=tuple(skipped),
        gates=tuple(_gate(one) for one in gates),
        written=TABLES,
        files=other_files(files, "exports/"),
        table=_table(table) if table else None,
        run=_run(run) if run else None,
        review=review,
        course=course_view(run.since, _total(rows), run.started_on) if run else None,
        legend=tuple((group, tuple(word(group, key) for key in keys(group))) for group in LEGEND),
    )


LEGEND = ("against_source", "inside", "timeliness", "cautions", "status")

Ranked = tuple[tuple[DeskItem, ...], CheckedLetter, Decided]


def in_order(checked: Sequence[CheckedLetter], decisions: Decisions = NONE) -> list[CheckedLetter]:
    """Letters as the list has them: the most pressing work first, then by date and id."""
    return [one for _, one, _ in _ranked(checked, decisions)]


def _ranked(checked: Sequence[CheckedLetter], decisions: Decisions) -> list[Ranked]:
    decided = [(one, decisions.of(one)) for one in checked]
    return sorted(((still_open(one, stood), one, stood) for one, stood in decided), key=_letter_order)


def _letter_order(ranked: Ranked) -> tuple[int, int, str, str]:
    items, checked, _ = ranked
    letter = checked.extraction.letter
    worst = items[0].rank if items else 100
    return worst, -len(items), letter.written_on.isoformat() if letter.written_on else "", letter.letter_id


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
