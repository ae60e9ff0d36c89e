"""What one letter gives to each of the files that all letters share, as it stands in them.

It is made where the letter's own files are made, and kept as they are; whoever publishes puts the letters one after the
other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import Final

from claims.model import Letter
from claims.quick_records import dataclass
from expectations.gates.checks import TABLES
from expectations.gates.gated_rows import rows_of
from expectations.model import CheckedLetter
from reports.deciding.decisions import NONE, Decided, Decisions
from reports.exports.asks import Ask, asks_of
from reports.exports.contract import letter_to_contract
from reports.exports.lists.list_rows import Sheet, checks, claims, letters_sheet, to_do
from reports.exports.lists.sheet_book import rows_xml
from reports.exports.lists.spreadsheet_files import csv_rows
from reports.exports.plain_json import Json
from reports.exports.programs.junit_report import BETWEEN, counts_of, suite_of
from reports.exports.programs.spooled_json import ANNOTATIONS, SARIF, annotation_line, sarif_line
from reports.exports.programs.where_it_stands import FileLines
from reports.exports.tables.table_cells import csv_lines
from reports.words.table_names import Names

Lines = Mapping[str, str]
"""The lines by the name of the file that they stand in."""
TABLE: Final = "tables/{}.csv"
JSON, JUNIT, TO_DO, CLAIMS = "crossfoot.json", "junit.xml", "to-do.csv", "claims.csv"
COUNTS: Final = "junit.xml/counts"
BETWEEN_JSON: Final = ",\n"
SHEET: Final = "crossfoot.xlsx/{}"
LINE_FORMATS: Final = ("tables", "csv", "xlsx", "json", "annotations", "sarif", "junit")
Original = Callable[[Letter], bytes | None]
"""The bytes that a letter was read from, if they are at hand."""


@dataclass(frozen=True)
class _Told:
    checked: CheckedLetter
    asks: tuple[Ask, ...]
    decided: Decided
    names: Names
    original: Original

    @cached_property
    def to_do(self) -> Sheet:
        return to_do([(self.checked, self.asks)])

    @cached_property
    def claims(self) -> Sheet:
        return claims([self.checked], self.names)

    def sheets(self) -> tuple[Sheet, ...]:
        return self.to_do, self.claims, checks([self.checked]), letters_sheet([(self.checked, self.asks)])


def lines_of(
    checked: CheckedLetter,
    names: Names,
    decisions: Decisions = NONE,
    formats: Collection[str] = LINE_FORMATS,
    original: Original = lambda letter: None,
) -> dict[str, str]:
    """The lines of a letter in the files of some formats."""
    told = _Told(checked, asks_of(checked, names, decisions), decisions.of(checked), names, original)
    return {name: text for one in LINE_FORMATS if one in formats for name, text in _MAKERS[one](told).items()}


def _tables(told: _Told) -> dict[str, str]:
    rows = rows_of([told.checked])
    return {TABLE.format(table): csv_lines(table, rows[table]) for table in TABLES}


def _csv(told: _Told) -> dict[str, str]:
    return {TO_DO: csv_rows(told.to_do), CLAIMS: csv_rows(told.claims)}


def _xlsx(told: _Told) -> dict[str, str]:
    return {SHEET.format(each.name): rows_xml(each.rows) for each in told.sheets()}


def _json(told: _Told) -> dict[str, str]:
    return {JSON: BETWEEN_JSON + json_line(letter_to_contract(told.checked, told.decided))}


def json_line(value: Json) -> str:
    """An object of the contract on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _annotations(told: _Told) -> dict[str, str]:
    return {ANNOTATIONS: annotation_line(told.checked.extraction.letter, told.asks)}


def _sarif(told: _Told) -> dict[str, str]:
    return {SARIF: sarif_line(told.checked.extraction.letter, told.asks, FileLines(told.original))}


def _junit(told: _Told) -> dict[str, str]:
    suite = suite_of(told.checked, told.asks)
    return {JUNIT: BETWEEN + suite, COUNTS: f"{' '.join(map(str, counts_of(suite)))}\n"}


_MAKERS: Final[Mapping[str, Callable[[_Told], dict[str, str]]]] = {
    "tables": _tables,
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
    "annotations": _annotations,
    "sarif": _sarif,
    "junit": _junit,
}
