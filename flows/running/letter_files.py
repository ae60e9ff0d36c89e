"""The files of single letters in a run's folder, made side by side: their pages, and what is handed on of each.

Those of a letter of which nothing changed since the last run are linked from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path

from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from flows.laid.laid_letters import Laid
from flows.run_folders.kept_inputs import INPUTS, kept_input
from flows.run_folders.linking import link_or_copy
from flows.run_folders.run_exports import EXPORTS
from flows.state.kept_values import store_value
from reports.deciding.decisions import Decisions
from reports.exports.asks import asks_of
from reports.exports.letter_copies import write_copies
from reports.exports.letter_lines import Lines, lines_of
from reports.letter_page.between import AcrossView
from reports.letter_page.links import Reference
from reports.model import Problem
from reports.site.write import write_letter
from reports.words.files_shown import letter_files
from reports.words.table_names import Names
from sources.model import ReferenceTable

LETTERS = "letters"
Beside = tuple[Reference | None, Reference | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The files of one letter that are to be made. `kept`: where it stands, or itself; `key` names all that they depend
    on; `data`: the bytes that it was read from, for who does not see them.
    """

    letter_id: str
    kept: Laid | CheckedLetter
    between: tuple[AcrossView, ...]
    beside: Beside
    key: str
    data: bytes | None = None

    def letter(self) -> CheckedLetter:
        """The letter. Raises CrossfootError where it cannot be read any more."""
        return self.kept.load() if isinstance(self.kept, Laid) else self.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of an order: files under `exports/`, what could not be handed on, whether the page could not be
    made; `lines` what it gives to the files that letters share and `bytes_of` the files by their path in the run's
    folder, where whoever made them does not see that folder.
    """

    key: str
    files: tuple[str, ...]
    copies_lost: tuple[Problem, ...] = ()
    page_lost: tuple[Problem, ...] = ()
    lines: Lines | None = None
    bytes_of: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return not self.copies_lost and not self.page_lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What the files of every letter of a run are made with, and the folder they go into; `aside` is where what a
    letter gives to shared files is kept.
    """

    folder: str
    aside: str
    table: ReferenceTable | None
    decisions: Decisions


Make = Callable[[Sequence[Order], Making], list[Made]]


def make_all(orders: Sequence[Order], making: Making) -> list[Made]:
    """The files of some letters, one after the other. Raises OSError."""
    names, folder = _names(_SameTable(making.table)), Path(making.folder)
    made = (_make(one, folder, names, making.decisions) for one in orders)
    return [laid_aside(one, making) if making.aside else one for one in made]


def _make(order: Order, folder: Path, names: Names, decisions: Decisions) -> Made:
    checked = order.letter()
    letter, exports, pages = checked.extraction.letter, folder / EXPORTS, folder / LETTERS
    asks = asks_of(checked, names, decisions)
    data = order.data if order.data is not None or not asks else kept_input(folder / INPUTS, letter)
    copies = write_copies(exports, letter, asks, data)
    pages.mkdir(parents=True, exist_ok=True)
    links = letter_files(copies.files, f"../{EXPORTS}/").get(letter.letter_id, ())
    lost = write_letter(pages, checked, names, order.between, links, order.beside, decisions)
    return Made(
        key=order.key,
        files=tuple(copies.files),
        copies_lost=tuple(copies.problems),
        page_lost=() if lost is None else (lost,),
        lines=lines_of(checked, names, decisions, original=lambda _: data),
    )


def laid_aside(made: Made, making: Making) -> Made:
    """The same without its lines, which are kept in a file."""
    if made.lines is not None:
        store_value(lines_path(making.aside, made.key), dict(made.lines))
    return replace(made, lines=None)


def lines_path(aside: str, key: str) -> Path:
    """Where the lines of a letter are kept whose files have this key."""
    named = hashlib.sha256(f"lines {key}".encode()).hexdigest()
    return Path(aside) / named[:2] / named[2:]


def files_of(letter_id: str, made: Made) -> list[str]:
    """The files of a letter by their path in the run's folder."""
    return [f"{LETTERS}/{letter_id}.html", *(f"{EXPORTS}/{name}" for name in made.files)]


class _SameTable:
    """A table by its digest: a worker makes the names of one table once."""

    def __init__(self, table: ReferenceTable | None) -> None:
        self.table = table
        self._key = table.sha256 if table is not None else ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameTable) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


@lru_cache(maxsize=1)
def _names(table: _SameTable) -> Names:
    return Names.of(table.table)


def taken_from(last: Path, known: Mapping[str, Made], order: Order, making: Making) -> Made | None:
    """What the run in `last` made of the same order, linked into the run's folder; `None` where there is no such
    thing.
    """
    made, folder = known.get(order.letter_id), Path(making.folder)
    if made is None or made.key != order.key or not made.is_whole:
        return None
    if not lines_path(making.aside, made.key).is_file():
        return None
    try:
        for name in files_of(order.letter_id, made):
            link_or_copy(last / name, folder / name)
    except OSError:
        return None
    return made
