"""The latest run of an `--out`, read again from the inputs that it kept: what a review shows and decides on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.model import Field
from claims.quick_records import dataclass
from claims.readers.finding import FoundLetter
from claims.readers.raw_document import Skipped
from expectations.check import check_across
from expectations.model import CheckedLetter, Finding, RuleSetting, RuleSettings
from flows import steps
from flows.run_folders.kept_inputs import INPUTS
from flows.run_folders.run_exports import EXPORTS
from flows.run_folders.runs import Layout
from flows.state.letter_cache import FOLDER, letter_cache, software_digest
from flows.state.unchanged import run_info
from reports.model import Problem, RunInfo
from reports.words.table_names import Names
from sources.model import ReferenceTable
from sources.settings import Settings

PACKAGED = "packaged"


@dataclass(frozen=True, eq=False, kw_only=True)
class RunShown:
    """A run as it is reviewed. `letters` by id; `changed`: the tables are others than when the run was made.

    `where`: the address of its table, `None` for the packaged one.
    """

    folder: Path
    run: RunInfo
    letters: Mapping[str, CheckedLetter]
    across: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]
    table: ReferenceTable | None
    comparing: Settings
    names: Names
    files: tuple[str, ...]
    changed: bool
    where: str | None
    failed_gates: tuple[str, ...]


def latest_name(layout: Layout) -> str:
    """The id of the run that `latest` leads to. Raises CrossfootError where there is none."""
    folder = layout.latest.resolve()
    if not (folder / "run.json").is_file():
        raise CrossfootError(str(layout.out), "holds no run to review; make one with `crossfoot report PATH --out DIR`")
    return folder.name


def load_run(layout: Layout, references: str | None = None) -> RunShown:
    """The latest run; `references` where the run had a table whose address the record does not hold whole.

    Raises CrossfootError for what is missing.
    """
    folder = layout.runs / latest_name(layout)
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    where = references or _references(record) or _own_rows(layout)
    table, field, at_fault = steps.load_references(where)
    if at_fault and record["reference_table"] is not None:
        what = f"the table of this run cannot be read ({at_fault[0].message}); name it with --references"
        raise CrossfootError(where or PACKAGED, what)
    rules, comparing = _rules(record), steps.comparison(record.get("as_known"))
    checked = list(_checked(folder, layout.state, record, field, table, rules, comparing))
    return RunShown(
        folder=folder,
        run=replace(run_info(record), beside=False),  # a review shows one run
        letters={one.extraction.letter.letter_id: one for one in checked},
        across=check_across(checked, field, rules),
        problems=tuple(Problem(path=one["path"], message=one["message"]) for one in record["problems"]),
        skipped=tuple(_skipped(folder)),
        table=table,
        comparing=comparing,
        names=Names.of(table),
        files=tuple(sorted(_handed_on(folder / EXPORTS))),
        changed=_changed(record, table),
        where=where,
        failed_gates=tuple(record.get("failed_gates") or ()),
    )


def _own_rows(layout: Layout) -> str | None:
    """The rows that editors added to the packaged table, if they did."""
    return str(layout.own_sources) if (layout.own_sources / "observations.csv").is_file() else None


def _changed(record: Mapping[str, Any], table: ReferenceTable | None) -> bool:
    """Whether the table or the program are others than when the run was made."""
    sha256 = (record["reference_table"] or {}).get("sha256")
    return sha256 != (table.sha256 if table else None) or record.get("software") != software_digest()


def _references(record: Mapping[str, Any]) -> str | None:
    return None if record["references"] == PACKAGED else str(record["references"])


def _rules(record: Mapping[str, Any]) -> RuleSettings:
    """The settings of the rules as the record has them."""
    return RuleSettings(by_rule=tuple((row["rule"], _rule(row)) for row in record["rules"]))


def _rule(row: Mapping[str, Any]) -> RuleSetting:
    tolerance = None if row["tolerance"] is None else Decimal(str(row["tolerance"]))
    return RuleSetting(on=row["on"], severity=row["severity"], tolerance=tolerance)


def _checked(
    folder: Path,
    state: Path,
    record: Mapping[str, Any],
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings,
    comparing: Settings,
) -> Iterator[CheckedLetter]:
    language = record["language"]
    kept = letter_cache(state / FOLDER, field, table, rules, comparing, language)
    shelf = steps.load_pages(record.get("pages"), state)
    for row in record["inputs"]:
        found = FoundLetter(path=row["path"], letter_id=row["letter_id"], data=_bytes(folder, row["sha256"]),
                            ocr=bool(record.get("ocr")))  # fmt: skip
        one = steps.check_one(found, field, table, rules, comparing, language, shelf, kept)
        if isinstance(one, CheckedLetter):
            yield one


def _bytes(folder: Path, sha256: str) -> bytes:
    path = next((folder / INPUTS).glob(f"{sha256}*"), None)
    if path is None:
        raise CrossfootError(str(folder), f"does not hold the letter {sha256[:12]}… any more; run `crossfoot report`")
    return path.read_bytes()


def _skipped(folder: Path) -> Iterator[Skipped]:
    try:
        document = json.loads((folder / EXPORTS / "crossfoot.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    for row in document["skipped"]:
        yield Skipped(path=row["path"], reason=row["reason"])


def _handed_on(folder: Path) -> Iterator[str]:
    return (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
