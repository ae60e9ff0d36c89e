"""Everything that is handed on, as files in one folder: `crossfoot export` and the `exports/` of a run.

    letters/<letter_id>.docx|.pdf   the letter itself with comments     packets/<letter_id>.docx|.md   its corrections
    to-do.csv  claims.csv  crossfoot.xlsx                               crossfoot.json
    annotations.jsonld  crossfoot.sarif  junit.xml                      claim-reviews.jsonld (where it is asked for)

A letter that asks for nothing has no file in `letters/` and `packets/`. Same inputs, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from claims.model import Letter
from claims.readers.raw_document import Skipped
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, Decisions
from reports.exports.asks import Ask, asks_of
from reports.exports.contract import to_contract
from reports.exports.lists.list_rows import checks, claims, letters_sheet, to_do
from reports.exports.lists.spreadsheet_files import as_csv
from reports.exports.lists.sheet_book import as_xlsx
from reports.exports.marked.marked_letter import Marked, marked
from reports.exports.packets.packet_contents import packet
from reports.exports.packets.packet_markdown import as_markdown
from reports.exports.programs.claim_reviews import Reviewer, as_claim_reviews
from reports.exports.programs.junit_report import as_junit
from reports.exports.programs.sarif_log import as_sarif
from reports.exports.programs.web_annotations import as_annotations
from reports.exports.programs.where_it_stands import FileLines
from reports.model import Problem
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


@dataclass(frozen=True, slots=True)
class Copy:
    """A letter's file with comments, as it was written."""

    letter_id: str
    path: str
    comments: int
    placed: int
    instead: str


@dataclass(slots=True)
class Written:
    """What was written: files by their path in the folder, in order; letters with comments; what could not be."""

    files: list[str] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


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
        self._each(self._marked)

    def packets(self) -> None:
        self._each(self._packet)

    def _each(self, write: Callable[[Letter, Sequence[Ask]], None]) -> None:
        for letter, asks in self._letters:
            try:
                if asks:
                    write(letter, asks)
            except OSError:
                raise
            except Exception as error:  # one letter that meets a fault of ours must not cost an editor all the others
                what = (
                    f"could not be handed on: a fault in crossfoot ({type(error).__name__}: {error}); please report it"
                )
                self.written.problems.append(Problem(path=letter.path, message=what))

    def _marked(self, letter: Letter, asks: Sequence[Ask]) -> None:
        made = marked(letter, asks, self._handed.original(letter))
        name = f"letters/{letter.letter_id}{made.ending}"
        self.put(name, made.data)
        self.written.copies.append(_copy(letter, name, made))

    def _packet(self, letter: Letter, asks: Sequence[Ask]) -> None:
        from reports.exports.packets.packet_word import as_word

        told = packet(letter, asks)
        self.put(f"packets/{letter.letter_id}.docx", as_word(told))
        self.put(f"packets/{letter.letter_id}.md", as_markdown(told).encode("utf-8", "replace"))

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
        self.put("crossfoot.json", _json(document))

    def annotations(self) -> None:
        self.put("annotations.jsonld", _json(as_annotations(self._letters)))

    def sarif(self) -> None:
        lines = FileLines(self._handed.original)
        self.put("crossfoot.sarif", _json(as_sarif(self._letters, lines, self._handed.problems)))

    def junit(self) -> None:
        self.put("junit.xml", as_junit(self._asked, self._handed.problems))


def _copy(letter: Letter, name: str, made: Marked) -> Copy:
    return Copy(letter.letter_id, name, made.comments, made.placed, made.instead)


def _json(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
