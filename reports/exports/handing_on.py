"""Everything that is handed on, as files in one folder: `crossfoot export` and the `exports/` of a run.

    letters/<letter_id>.docx|.pdf   the letter itself with comments     packets/<letter_id>.docx|.md   its corrections
    to-do.csv  claims.csv  crossfoot.xlsx                               crossfoot.json
    annotations.jsonld  crossfoot.sarif  junit.xml                      claim-reviews.jsonld (where it is asked for)

A letter that asks for nothing has no file in `letters/` and `packets/`. Same inputs, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from itertools import chain
from pathlib import Path
from typing import Any, Final

from claims.quick_records import dataclass
from claims.readers.raw_document import Skipped
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.things_decided import Words
from reports.exports.asks import asks_of
from reports.exports.contract import around_letters
from reports.exports.letter_copies import Copy, LetterCopies, write_copies
from reports.exports.letter_lines import (
    BETWEEN_JSON,
    CLAIMS,
    COUNTS,
    JSON,
    JUNIT,
    SHEET,
    TO_DO,
    Original,
    json_line,
    lines_of,
)
from reports.exports.lists.list_rows import checks, claims, letters_sheet, to_do
from reports.exports.lists.sheet_book import workbook
from reports.exports.lists.spreadsheet_files import csv_head
from reports.exports.programs.claim_reviews import Reviewer, as_claim_reviews
from reports.exports.programs.junit_report import junit_parts
from reports.exports.programs.spooled_json import ANNOTATIONS, SARIF, annotation_parts, sarif_parts, told
from reports.exports.spools import Spools
from reports.model import Problem, fault_of_ours
from reports.standing.figures_between import by_id, words_in
from reports.words.table_names import Names

FORMATS: Final = ("letters", "packets", "csv", "xlsx", "json", "annotations", "sarif", "junit")
"""What is written by default, each under the name by which it is asked for."""
_NO_LETTERS, _NO_FINDINGS = b' "letters": []', b' "findings": []'
"""Of many letters and findings a line each is written in a tenth of the time that the standard layout takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a run has to hand on. `original` gives the bytes that a letter was read from, where they are at hand;
    `lines` what the letters give to the files that they share, where that is made already.
    """

    checked: Sequence[CheckedLetter]
    across: Sequence[Finding] = ()
    problems: Sequence[Problem] = ()
    skipped: Sequence[Skipped] = ()
    names: Names = field(default_factory=Names)
    decisions: Decisions = NONE
    original: Original = lambda letter: None
    lines: Spools | None = None
    said: Words | None = None

    @property
    def words(self) -> Words:
        """The words at the figures of the findings between letters."""
        return self.said if self.said is not None else words_in(self.across, by_id(self.checked))


@dataclass(slots=True)
class Written:
    """What was written: files by their path in the folder, in order; letters with comments; what could not be."""

    files: list[str] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, copies: LetterCopies) -> None:
        """Add what was written of a letter."""
        self.files += copies.files
        self.copies += copies.copies
        self.problems += copies.problems


def hand_on(
    folder: Path, handed: Handed, formats: Iterable[str] = FORMATS, reviewer: Reviewer | None = None
) -> Written:
    """Write the `formats` into `folder`, made if need be; ClaimReview where a `reviewer` is named. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [name for name in FORMATS if name in frozenset(formats)]
    with _spooled(folder, handed, wanted) as spools:
        writer = _Writer(folder, handed, Written(), spools)
        for name in wanted:
            getattr(writer, name)()
    if reviewer is not None:
        writer.put("claim-reviews.jsonld", [_json(as_claim_reviews(handed.checked, reviewer))])
    return writer.written


@contextmanager
def _spooled(folder: Path, handed: Handed, formats: Sequence[str]) -> Iterator[Spools]:
    """The lines of the letters: those at hand, else made here."""
    if handed.lines is not None:
        yield handed.lines
        return
    with Spools(folder) as spools:
        for one in handed.checked:
            spools.add(lines_of(one, handed.names, handed.decisions, formats, handed.original))
        yield spools


class _Writer:
    """One method a format, called by its name."""

    def __init__(self, folder: Path, handed: Handed, written: Written, spools: Spools) -> None:
        self._folder, self._handed, self.written, self._spools = folder, handed, written, spools

    def put(self, name: str, parts: Iterable[bytes]) -> None:
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.writelines(parts)
        self.written.files.append(name)

    def letters(self) -> None:
        self._of_letters("letters")

    def packets(self) -> None:
        self._of_letters("packets")

    def _of_letters(self, name: str) -> None:
        for one in self._handed.checked:
            letter, asks = one.extraction.letter, asks_of(one, self._handed.names, self._handed.decisions)
            try:
                original = self._handed.original(letter) if asks and name == "letters" else None
            except OSError:
                raise
            except Exception as error:  # one letter that meets a fault of ours must not cost an editor all the others
                self.written.problems.append(fault_of_ours(letter.path, "could not be handed on", error))
                continue
            self.written.take(write_copies(self._folder, letter, asks, original, (name,)))

    def csv(self) -> None:
        for name, sheet in ((TO_DO, to_do(())), (CLAIMS, claims((), self._handed.names))):
            self.put(name, [csv_head(sheet).encode("utf-8"), *self._spools.parts(name)])

    def xlsx(self) -> None:
        sheets = (to_do(()), claims((), self._handed.names), checks(()), letters_sheet(()))
        rows = [self._spools.parts(SHEET.format(each.name)) for each in sheets]
        self.put("crossfoot.xlsx", [workbook([(each.name, each.headings) for each in sheets], rows)])

    def json(self) -> None:
        handed = self._handed
        around = around_letters(handed.words, handed.across, handed.problems, handed.skipped, handed.decisions)
        between = BETWEEN_JSON.join(json_line(one) for one in around["findings"]).encode()
        before, rest = _json({**around, "findings": []}).split(_NO_LETTERS, 1)
        middle, after = rest.split(_NO_FINDINGS, 1)
        lines = self._spools.parts(JSON, after=len(BETWEEN_JSON))
        found = [b' "findings": [\n', between, b"\n ]"] if between else [_NO_FINDINGS]
        self.put(JSON, chain([before, b' "letters": [\n'], lines, [b"\n ]", middle, *found, after]))

    def annotations(self) -> None:
        self.put(ANNOTATIONS, annotation_parts(lambda: told(self._spools.parts(ANNOTATIONS))))

    def sarif(self) -> None:
        self.put(SARIF, sarif_parts(lambda: told(self._spools.parts(SARIF)), self._handed.problems))

    def junit(self) -> None:
        lines = b"".join(self._spools.parts(COUNTS)).splitlines()
        counts = [tuple(map(int, one.split())) for one in lines]
        self.put(JUNIT, junit_parts(self._spools.parts(JUNIT), counts, self._handed.problems))


def _json(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
