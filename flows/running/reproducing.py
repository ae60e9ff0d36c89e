"""A run made again from what was kept with it: the letters' bytes, the reference table, what was told to it.

Nothing of the machine's present state takes part but the software.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import CrossfootError
from claims.model import Field
from claims.readers.finding import FoundLetter
from claims.readers.raw_document import Skipped
from expectations.check import check_across
from expectations.model import CheckedLetter, RuleSetting, RuleSettings
from flows import steps
from flows.review.decision_shelf import decisions_of
from flows.run_folders.kept_inputs import INPUTS
from flows.run_folders.linking import link_or_copy
from flows.running import publishing
from flows.state.kept_pages import has_pages, pages_of_run
from flows.state.kept_tables import IN_RUN, kept_table
from flows.state.letter_cache import software_digest, words_digest
from reports.deciding.decisions import Decisions
from reports.model import Problem
from reports.standing.rereading import reread
from sources.model import ReferenceTable

if TYPE_CHECKING:
    from sources.pages.kept import PageShelf

Record = Mapping[str, Any]


def made_again(run: Path, record: Record, into: Path) -> None:
    """Check the letters kept with `run` again and publish them into `into`. Raises CrossfootError."""
    if not (run / INPUTS).is_dir() or "decisions" not in record:
        raise CrossfootError(str(run), "was made by a crossfoot that did not keep what making it again takes")
    table = _table(run, record)
    field = table.field if table is not None else steps.load_references(None)[1]
    rules = _rules(record)
    shelf = _shelf(run, record)
    checked = [_checked(run, record, one, field, table, rules, shelf) for one in record["inputs"]]
    _link(run / INPUTS, into / INPUTS)
    if (run / IN_RUN).is_dir():
        _link(run / IN_RUN, into / IN_RUN)
    problems = [Problem(**one) for one in record["problems"][: record["problems_given"]]]
    skipped = [Skipped(**one) for one in record["not_taken"]]
    across = check_across(checked, field, rules)
    decisions = decided(run, record)
    as_decided = reread(checked, decisions, table, steps.comparison(record["as_known"]))
    publishing.publish(into, as_decided, across, problems, table, record, skipped, decisions)


def decided(run: Path, record: Record) -> Decisions:
    """What editors had decided when the run was made, as far as it can be found again."""
    return decisions_of(str(run.parent.parent), record["decisions"]["version"])


def stranger(run: Path, record: Record) -> Iterator[str]:
    """What differs between this crossfoot and the one that made the run, in lines."""
    if record.get("software") != software_digest():
        yield f"the run was made by another crossfoot ({record['versions']['crossfoot']}); it may come out otherwise"
    if record.get("words") != words_digest():
        yield "the words that letters are read by have changed since the run; it may come out otherwise"
    told, now = record["versions"], publishing.versions()
    if others := [name for name in now if name != "crossfoot" and told.get(name) != now[name]]:
        yield f"libraries have changed since the run: {', '.join(others)}"
    if "decisions" in record and decided(run, record).fingerprint() != record["decisions"]["fingerprint"]:
        yield "what editors had decided by then is no longer all there; it may come out otherwise"
    state = run.parent.parent / "state"
    if (record.get("pages") or (state / steps.PAGES).is_dir()) and not has_pages(state, record["run_id"]):
        yield "pages that the letters cite are taken as they are now"


def same_machine(run: Path, record: Record) -> bool:
    """Whether nothing that `stranger` tells differs."""
    return next(stranger(run, record), None) is None


def _table(run: Path, record: Record) -> ReferenceTable | None:
    told = record["reference_table"]
    if told is None:
        return None
    if not (run / IN_RUN).is_dir():
        raise CrossfootError(str(run), "its reference table was not kept with it")
    return kept_table(run, told["where"], told["sha256"])


def _rules(record: Record) -> RuleSettings:
    def setting(one: Record) -> RuleSetting:
        tolerance = one["tolerance"]
        return RuleSetting(
            on=one["on"],
            severity=one["severity"],
            tolerance=None if tolerance is None else Decimal(str(tolerance)),
        )

    return RuleSettings(by_rule=tuple((one["rule"], setting(one)) for one in record["rules"]))


def _shelf(run: Path, record: Record) -> PageShelf | None:
    """The pages that the run asked; of a run that did not keep them those that there are now."""
    state = run.parent.parent / "state"
    return pages_of_run(state, record["run_id"]) or steps.load_pages(record.get("pages"), state)


def _checked(
    run: Path,
    record: Record,
    told: Record,
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings,
    shelf: PageShelf | None,
) -> CheckedLetter:
    files = sorted((run / INPUTS).glob(f"{told['sha256']}*"))
    if not files:
        raise CrossfootError(str(run), f"the letter {told['letter_id']} was not kept with it")
    found = FoundLetter(
        path=told["path"], letter_id=told["letter_id"], data=files[0].read_bytes(), ocr=record.get("ocr", False)
    )
    comparing = steps.comparison(record["as_known"])
    checked = steps.check_one(found, field, table, rules, comparing, record["language"], shelf)
    if not isinstance(checked, CheckedLetter):
        raise CrossfootError(checked.path, checked.message)
    return checked


def _link(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for file in source.iterdir():
        link_or_copy(file, target / file.name)
