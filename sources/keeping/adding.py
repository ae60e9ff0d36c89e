"""One more observation in a reference table of the user's: what is filled in for it, what is checked, how it is put in.

The row is checked alone and then as part of the whole table; only a table without a fault is written, by one atomic
rename. The packaged table is never changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from typing import Final

from claims.errors import BadReferenceTable, CrossfootError
from sources.keeping.csv_lines import with_changes
from sources.keeping.folder import RefusedPullError, write
from sources.keeping.team_folder import Ledger
from sources.table.declaration import Declaration, Fault
from sources.table.declared_faults import faults
from sources.table.load import check_table, declaration_of

_OBSERVATIONS: Final = "observations"


_MONTH_LENGTH: Final = 7


class RefusedRow(BadReferenceTable):
    """A row that does not fit; `faults` has every reason. Nothing was written."""

    def __init__(self, path: str, faults: tuple[Fault, ...], done: str = "added") -> None:
        told = "\n  ".join(fault.message for fault in faults)
        super().__init__(path, f"the row is not {done}:\n  {told}")
        self.faults = faults
        self._done = done

    def __reduce__(self) -> tuple[type[RefusedRow], tuple[str, tuple[Fault, ...], str]]:  # type: ignore[override]
        return type(self), (self.path, self.faults, self._done)


def problem_of(column: str, text: str, ledger: Ledger) -> str | None:
    """What is wrong with one cell and what to do, `None` where it is good; unknown ids come with their likes."""
    if column == "place" and text and place_id(text, ledger) is None:
        return "is no place of places.csv nor of ISO 3166; correct it, or add it to places.csv"
    if column == "period_end" and len(text) == _MONTH_LENGTH:
        column = "period_end_text"
    declared = next(each for each in declaration_of(_OBSERVATIONS).columns if each.name == column)
    alone = Declaration(table=_OBSERVATIONS, columns=(declared,))
    found = faults([{column: text}], alone, known=ledger.known)
    if not found:
        return None
    meant = likes(text, ledger.known.get(declared.refers_to or "", ()))
    return f"{found[0].what}{f' (did you mean {meant}?)' if meant else ''}"


def place_id(name: str, ledger: Ledger) -> str | None:
    """The id of the place that a name, alias or code tells; `None` where no place bears it."""
    found = ledger.gazetteer.resolve(name)
    return found if found in ledger.known["places"] else None


def likes(text: str, ids: Collection[str]) -> str:
    """The ids most like a text, "a or b"; empty where none is."""
    return " or ".join(get_close_matches(text, sorted(ids), n=3, cutoff=0.6))


def suggested(column: str, row: Mapping[str, str], ledger: Ledger, today: str) -> str:
    """What a cell most likely holds, seen from those already filled; empty where nothing suggests itself."""
    if column == "comparator":
        return "="
    if column == "accessed_on":
        return today
    if column == "unit":
        return _cell_of(ledger, "measures", row.get("measure_id", ""), "unit")
    if column == "published_by":
        aliases = _cell_of(ledger, "producers", row.get("producer_id", ""), "aliases").split("|")
        return aliases[0] or _cell_of(ledger, "producers", row.get("producer_id", ""), "name")
    return ""


def _cell_of(ledger: Ledger, table: str, row_id: str, column: str) -> str:
    key = declaration_of(table).key[0]
    return next((row.get(column, "") for row in ledger.raw.tables[table].rows if row.get(key) == row_id), "")


def completed(cells: Mapping[str, str], ledger: Ledger, today: str) -> dict[str, str]:
    """The whole row: what was told, what follows from it, and an id of its own."""
    row = {column.name: cells.get(column.name, "").strip() for column in declaration_of(_OBSERVATIONS).columns}
    for column in ("comparator", "accessed_on", "unit", "published_by"):
        row[column] = row[column] or suggested(column, row, ledger, today)
    if len(row["period_end"]) == _MONTH_LENGTH:
        row["period_end"], row["period_end_text"] = "", row["period_end"]
    place = place_id(row["place"], ledger) if row["place"] else None
    if place is not None:
        row["place"], row["place_code"] = ledger.gazetteer.name(place), row["place_code"] or place
    row["observation_id"] = row["observation_id"] or _free_id(row, ledger.known[_OBSERVATIONS])
    return row


def _free_id(row: Mapping[str, str], taken: Collection[str]) -> str:
    """Producer, measure and as-of date, and "-b", "-c" … for more of one day."""
    parts = (row["producer_id"], row["measure_id"], row["period_end"] or row["period_end_text"])
    stem = "-".join(part for part in parts if part) or "row"
    endings = ["", *(f"-{letter}" for letter in ascii_lowercase[1:])]
    endings += [f"-{one}{two}" for one in ascii_lowercase for two in ascii_lowercase]
    return next((name for ending in endings if (name := stem + ending) not in taken), stem)


def with_row(ledger: Ledger, row: Mapping[str, str], corrects: str | None = None) -> bytes:
    """`observations.csv` with the row at its end, and named as the correction of row `corrects`; nothing is written.

    Raises `RefusedRow` with every fault of the row, or of the table as it would be.
    """
    found = [*_places(row, ledger), *row_faults(row, ledger), *_correction_faults(corrects, ledger)]
    if found:
        raise RefusedRow(ledger.where, tuple(found))
    content = with_changes(ledger.table.observations, _corrected(ledger, row, corrects), [row])
    if found := whole_faults(ledger, content):
        raise RefusedRow(ledger.where, tuple(found))
    return content


def append(ledger: Ledger, content: bytes) -> None:
    """Put the checked file in the place of the old one. Raises `CrossfootError` where somebody changed it meanwhile."""
    try:
        write(ledger.table, {_OBSERVATIONS: content})
    except RefusedPullError as error:
        raise CrossfootError(ledger.where, "was changed meanwhile; nothing was written, add the row again") from error


def row_faults(row: Mapping[str, str], ledger: Ledger) -> list[Fault]:
    """The row against the declaration; what its as-of date and its address must be stands between the columns."""
    known = {**ledger.known, _OBSERVATIONS: frozenset((*ledger.known[_OBSERVATIONS], row["observation_id"]))}
    found = faults([row], declaration_of(_OBSERVATIONS), known=known)
    if not row["period_end"] and not row["period_end_text"]:
        what = "is empty; give the as-of date, or its month (YYYY-MM)"
        found.append(Fault(file="", line=0, column="period_end", value="", what=what))
    return [replace(fault, line=0, what=_with_likes(fault, ledger)) for fault in found]


def _with_likes(fault: Fault, ledger: Ledger) -> str:
    declared = {column.name: column for column in declaration_of(_OBSERVATIONS).columns}
    table = declared[fault.column].refers_to if fault.column in declared else None
    meant = likes(fault.value, ledger.known.get(table or "", ()))
    return f"{fault.what} (did you mean {meant}?)" if table and meant and fault.value else fault.what


def _places(row: Mapping[str, str], ledger: Ledger) -> list[Fault]:
    what = problem_of("place", row["place"], ledger) if row["place"] else None
    return [Fault(file="", line=0, column="place", value=row["place"], what=what)] if what else []


def _correction_faults(corrects: str | None, ledger: Ledger) -> list[Fault]:
    if corrects is None or corrects in ledger.known[_OBSERVATIONS]:
        return []
    meant = likes(corrects, ledger.known[_OBSERVATIONS])
    what = f"is no row of this table{f' (did you mean {meant}?)' if meant else ''}; name the row that this one corrects"
    return [Fault(file="", line=0, column="corrects", value=corrects, what=what)]


def _corrected(ledger: Ledger, row: Mapping[str, str], corrects: str | None) -> dict[int, dict[str, str]]:
    rows = ledger.table.observations.rows
    at = [place for place, each in enumerate(rows) if corrects and each.get("observation_id") == corrects]
    return {place: {"superseded_by": row["observation_id"]} for place in at}


def whole_faults(ledger: Ledger, content: bytes) -> list[Fault]:
    """The whole table as it would be, in a folder of its own."""
    with TemporaryDirectory(prefix="crossfoot-add-") as scratch:
        for name, before in ledger.table.contents.items():
            old = content if name == _OBSERVATIONS else before
            if old is not None:
                (Path(scratch) / f"{name}.csv").write_bytes(old)
        return [replace(fault, file=fault.file.replace(scratch, ledger.where)) for fault in check_table(scratch)]
