"""The steps of a run as plain functions; the tasks of `flows.fact_check` and the command `check` only wrap them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from claims.errors import CrossfootError
from claims.language.choosing import AUTO
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Field, Letter
from claims.readers.finding import FoundLetter
from claims.readers.on_disk.letter_ids import shown_path
from claims.readers.opening import read_bytes
from expectations.book.all_rules import all_rules
from expectations.book.plugins import installed
from expectations.book.settings_file import RuleSettingsError, load_settings
from expectations.check import check_letter, compared_again
from expectations.model import AS_DECLARED, CheckedLetter, RuleSettings
from reports.model import Problem, fault_of_ours
from sources.lookup.looked_up import noted
from sources.model import ReferenceTable
from sources.settings import DEFAULTS, AsKnown, Settings
from sources.table.formats.database_address import is_address
from sources.table.load import FaultyTable, load_table
from sources.table.where import told

if TYPE_CHECKING:
    from flows.state.letter_cache import LetterCache
    from sources.pages.kept import PageShelf

_T = TypeVar("_T")
PAGES = "pages"
"""Where fetched pages stand under `state/`."""


def load_references(where: str | None) -> tuple[ReferenceTable | None, Field, list[Problem]]:
    """The reference table of `where` (the packaged one for `None`), the tables that reading needs, what is at fault.

    With rows at fault there is no table, one Problem a fault, and the packaged field: letters are still read and
    checked against themselves.
    """
    try:
        table = load_table(where)
    except FaultyTable as bad:
        faults = [Problem(path=fault.file, message=fault.message) for fault in bad.faults]
        return None, _packaged_field(where), faults or [Problem(path=bad.path, message=bad.message)]
    return table, table.field, []


def _packaged_field(where: str | None) -> Field:
    if where is None:  # the packaged table itself is at fault: read with no field rather than not at all
        return Field(measures=(), events=(), producers=(), places=())
    return load_table(None).field


def is_far(where: str | None) -> bool:
    """Whether a reference table is a server's, which may answer the next time."""
    return where is not None and is_address(told(where)) and not told(where).startswith("sqlite")


def load_rules(where: str | None) -> tuple[RuleSettings, list[Problem]]:
    """The settings of the rules in the file `where`, and what is at fault with it and with the rules installed.

    A file at fault leaves every rule as it is declared: the letters are still checked.
    """
    problems = [Problem(path=one.where, message=one.message) for one in installed().unusable]
    try:
        return load_settings(where, all_rules()), problems
    except RuleSettingsError as bad:
        return AS_DECLARED, [*problems, Problem(path=bad.path, message=bad.message)]


def require_rules(where: str | None) -> None:
    """Raise `RuleSettingsError` before any work is done if the file `where` cannot be used."""
    load_settings(where, all_rules())


def require_language(code: str) -> str:
    """`code` again, if letters can be read in it. Raises FaultyLanguage if it is not installed or lacks a list."""
    return code if code == AUTO else load_language(code).code


def comparison(as_known: str | None) -> Settings:
    """The settings of the comparison: which figures there were, those of the letter's day or all of today's.

    Raises CrossfootError for anything but "letter", "today" and `None`.
    """
    if as_known is not None and as_known not in get_args(AsKnown):
        raise CrossfootError("as_known", f"{as_known!r} is none of {', '.join(get_args(AsKnown))}")
    return replace(DEFAULTS, as_known=cast(AsKnown | None, as_known))


def load_pages(given: str | None, state: Path) -> PageShelf | None:
    """The cited pages at hand: those under `given`, and those that `sources fetch` keeps in `state`.

    Raises CrossfootError where `given` is no folder. Without pages nothing of their room is loaded.
    """
    kept = state / PAGES
    if given is None and not kept.is_dir():
        return None
    from sources.pages.shelves import open_pages

    return open_pages(given, kept)


def check_one(
    found: FoundLetter,
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings = AS_DECLARED,
    comparing: Settings = DEFAULTS,
    language: str = AUTO,
    pages: PageShelf | None = None,
    kept: LetterCache | None = None,
) -> CheckedLetter | Problem:
    """Read, extract, check and compare one letter; whatever goes wrong with it is a Problem that names it.

    `kept`: what was made of letters with these tables and settings before; what cannot be published is not kept.
    """
    try:
        data = read_bytes(found.path) if found.data is None else found.data
        checked = kept.find(found, data) if kept is not None else None
        if checked is None:
            known = kept.read_before(found, data) if kept is not None else None
            with noted() as asked:
                if known is not None:
                    checked = compared_again(known, table, comparing)
                else:
                    checked = check_letter(_letter(found, data, language), field, table, rules, comparing)
            if kept is not None:
                from flows.fencing import fault_of

                if (fault := fault_of(checked)) is not None:
                    return fault
                checked = kept.keep(found, data, checked, asked)
        _keep_bytes(found, checked.extraction.letter, data)
        return _with_pages(checked, pages)
    except CrossfootError as error:
        return Problem(path=shown_path(error.path), message=error.message)
    except (MemoryError, RecursionError) as error:
        return Problem(
            path=shown_path(found.path),
            message=f"is too much for this machine ({type(error).__name__}); split the file",
        )
    except Exception as error:
        # The last fence: one letter that meets a fault of ours must not cost an editor all the others.
        return fault_of_ours(shown_path(found.path), "could not be checked", error)


def _with_pages(checked: CheckedLetter, pages: PageShelf | None) -> CheckedLetter:
    if pages is None:
        return checked
    from sources.pages.cited import cited_pages

    return replace(checked, cited=cited_pages(checked.extraction, pages))


def _letter(found: FoundLetter, data: bytes, language: str) -> Letter:
    return letter_from_bytes(data, path=found.path, letter_id=found.letter_id, language=language, ocr=found.ocr)


def _keep_bytes(found: FoundLetter, letter: Letter, data: bytes) -> None:
    """The bytes that were read are the bytes kept: no file is read twice."""
    if found.keep is not None:
        from flows.run_folders.kept_inputs import keep_input

        keep_input(Path(found.keep), letter, data)


def check_all(
    batch: Iterable[FoundLetter],
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings = AS_DECLARED,
    comparing: Settings = DEFAULTS,
    language: str = AUTO,
    pages: PageShelf | None = None,
    kept: LetterCache | None = None,
) -> list[CheckedLetter | Problem]:
    """`check_one` over a batch, in order."""
    return [check_one(found, field, table, rules, comparing, language, pages, kept) for found in batch]


def batches(found: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    """`found` in runs of at most `size`."""
    for start in range(0, len(found), size):
        yield found[start : start + size]


def parted(results: Sequence[CheckedLetter | Problem]) -> tuple[list[CheckedLetter], list[Problem]]:
    """Letters and problems apart, each in the order given."""
    letters = [result for result in results if isinstance(result, CheckedLetter)]
    problems = [result for result in results if isinstance(result, Problem)]
    return letters, problems
