"""What a run hands on: the files of `exports/`, made from checked letters and the bytes that they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.readers.raw_document import Skipped
from expectations.model import CheckedLetter, Finding
from flows.run_folders.kept_inputs import kept_input
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.things_decided import Words
from reports.exports.handing_on import FORMATS, Handed, Written, hand_on
from reports.exports.letter_copies import LETTER_FORMATS
from reports.exports.spools import Spools
from reports.model import Problem
from reports.words.table_names import Names
from sources.model import ReferenceTable

EXPORTS = "exports"


def export_run(
    folder: Path,
    inputs: Path,
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    skipped: Sequence[Skipped],
    decisions: Decisions = NONE,
    *,
    of_letters: bool = True,
    lines: Spools | None = None,
    words: Words | None = None,
) -> Written:
    """Write what a run hands on into `folder`; `inputs` holds the letters' own files. `of_letters`: the files of single
    letters too; `lines`: what they give to the others, `words`: those at figures between letters, where that is
    made already.
    """
    handed = Handed(
        checked=checked,
        across=across,
        problems=problems,
        skipped=skipped,
        names=Names.of(table),
        decisions=decisions,
        original=lambda letter: kept_input(inputs, letter),
        lines=lines,
        said=words,
    )
    return hand_on(folder, handed, [name for name in FORMATS if of_letters or name not in LETTER_FORMATS])
