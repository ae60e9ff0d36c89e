"""Everything that is handed on, as files in one folder: `crossfoot export` and the `exports/` of a run.

    letters/<letter_id>.docx|.pdf   the letter itself with comments     packets/<letter_id>.docx|.md   its corrections
    to-do.csv  claims.csv  crossfoot.xlsx                               crossfoot.json
    annotations.jsonld  crossfoot.sarif  junit.xml                      claim-reviews.jsonld (where it is asked for)

A letter that asks for nothing has no file in `letters/` and `packets/`. Same inputs, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from claims.model import Letter
from claims.quick_records import dataclass
from claims.readers.raw_document import Skipped
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, Decisions
from reports.exports.asks import Ask, asks_of
from reports.exports.contract import to_contract
from reports.exports.letter_copies import Copy, LetterCopies, write_copies
from reports.exports.lists.list_rows import checks, claims, letters_sheet, to_do
from reports.exports.lists.sheet_book import as_xlsx
from reports.exports.lists.spreadsheet_files import as_csv
from reports.exports.programs.claim_reviews import Reviewer, as_claim_reviews
from reports.exports.programs.junit_report import as_junit
from reports.exports.programs.sarif_log import as_sarif
from reports.exports.programs.web_annotations import as_annotations
from reports.exports.programs.where_it_stands import FileLines
from reports.model import Problem, fault_of_ours
from reports.words.table_names import Names

FORMATS: Final = ("letters", "packets", "csv", "xlsx", "json", "annotations", "sarif", "junit")
"""What is written by default, each under the name by which it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a run has to hand on. `original` gives the bytes that a letter was read from, where they are at hand."""

    checked: Sequence[CheckedLetter]
    across: Sequence[Finding] = ()
    problems: Sequence[Problem] = ()
    skipped: Sequence[Skipped] = ()
    names: Names = field(default_factory=Names)
    decisions: Decisions = NONE
    original: Callable[[Letter], bytes | None] = lambda letter: None


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
    writer = _Writer(folder, handed, Written())
    wanted = frozenset(formats)
    for name in FORMATS:
        if name in wanted:
            getattr(writer, name)()
    if reviewer is not None:
        writer.put("claim-reviews.jsonld", _json(as_claim_reviews(handed.checked, reviewer)))
    return writer.written


class _Writer:
    """One method a format, called by its name."""

    def __init__(self, folder: Path, handed: Handed, written: Written) -> None:
        self._folder, self._handed, self.written = folder, handed, written
        self._asked: list[tuple[CheckedLetter, Sequence[Ask]]] = [
            (one, asks_of(one, handed.names, handed.decisions)) for one in handed.checked
        ]
        self._letters = [(one.extraction.letter, asks) for one, asks in self._asked]

    def put(self, name: str, data: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        self.written.files.append(name)

    def letters(self) -> None:
        self._of_letters("letters")

    def packets(self) -> None:
        self._of_letters("packets")

    def _of_letters(self, name: str) -> None:
        for letter, asks in self._letters:
            try:
                original = self._handed.original(letter) if asks and name == "letters" else None
            except OSError:
                raise
            except Exception as error:  # one letter that meets a fault of ours must not cost an editor all the others
                self.written.problems.append(fault_of_ours(letter.path, "could not be handed on", error))
                continue
            self.written.take(write_copies(self._folder, letter, asks, original, (name,)))

    def csv(self) -> None:
        self.put("to-do.csv", as_csv(to_do(self._asked)))
        self.put("claims.csv", as_csv(claims(self._handed.checked, self._handed.names)))

    def xlsx(self) -> None:
        checked = self._handed.checked
        sheets = (to_do(self._asked), claims(checked, self._handed.names), checks(checked), letters_sheet(self._asked))
        self.put("crossfoot.xlsx", as_xlsx(sheets))

    def json(self) -> None:
        told = self._handed
        document = to_contract(told.checked, told.across, told.problems, told.skipped, told.decisions)
        self.put("crossfoot.json", _json_by_letter(document))

    def annotations(self) -> None:
        self.put("annotations.jsonld", _json(as_annotations(self._letters)))

    def sarif(self) -> None:
        lines = FileLines(self._handed.original)
        self.put("crossfoot.sarif", _json(as_sarif(self._letters, lines, self._handed.problems)))

    def junit(self) -> None:
        self.put("junit.xml", as_junit(self._asked, self._handed.problems))


def _json_by_letter(document: Mapping[str, Any]) -> bytes:
    """The same with each letter on a line of its own: of many letters it is written in a tenth of the time."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in document["letters"])
    others = json.dumps({**document, "letters": []}, ensure_ascii=False, indent=1)
    return (others.replace(' "letters": []', f' "letters": [\n{lines}\n ]', 1) + "\n").encode()


def _json(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
