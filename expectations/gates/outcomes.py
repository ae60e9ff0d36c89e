"""Reading the library's result of one check back into plain values, with each row at fault named for a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from expectations.results import Check, CheckResult, GateFault, Line
from sources.table.cell_values import is_empty

if TYPE_CHECKING:
    from pandas import DataFrame

SHOWN_VALUE = 120
_Faults = Callable[..., tuple[GateFault, ...]]


def check_result(check: Check, raw: Mapping[str, Any] | None, frame: DataFrame, key: Sequence[str]) -> CheckResult:
    """The result of one check; `raw` is the library's, or None if it gave none (then the check has failed)."""
    if raw is None:
        return _failed(check, frame, (_fault(check, what="was not checked: Great Expectations gave no result for it"),))
    missing = [column for column in check.columns if column not in frame.columns]
    if missing:
        return _failed(
            check, frame, tuple(_fault(check, column=one, what="is missing from the table") for one in missing)
        )
    if message := _exception(raw["exception_info"]):
        return _failed(check, frame, (_fault(check, what=f"could not be checked: {message}"),))
    details = raw["result"].get("details") or {}
    lines = tuple(Line(**line) for line in details.get("lines", ()))
    if raw["success"]:
        return CheckResult(check=check, success=True, rows=len(frame), at_fault=0, lines=lines)
    name_faults: _Faults = _FAULTS.get(check.kind, _row_faults)
    faults = name_faults(check, raw["result"], frame, key)
    at_fault = raw["result"].get("unexpected_count") or len(faults)
    return CheckResult(check=check, success=False, rows=len(frame), at_fault=at_fault, faults=faults, lines=lines)


def _failed(check: Check, frame: DataFrame, faults: tuple[GateFault, ...]) -> CheckResult:
    return CheckResult(check=check, success=False, rows=len(frame), at_fault=len(frame), faults=faults)


def _fault(check: Check, *, what: str, row: str = "", column: str | None = None, value: str = "") -> GateFault:
    named = ", ".join(check.columns) if column is None else column
    return GateFault(table=check.table, row=row, column=named, value=value, what=what)


def _exception(info: Mapping[str, Any]) -> str:
    """The message of an exception; the library keeps one, or one for each metric that raised, or none."""
    if "raised_exception" in info:
        return first_line(info["exception_message"]) if info["raised_exception"] else ""
    return next((first_line(one["exception_message"]) for one in info.values()), "")


def first_line(message: object) -> str:
    """The first line of an exception's message, which is for people; what follows is for its authors."""
    return (str(message).strip().splitlines() or ["no reason was given"])[0]


def _row_faults(check: Check, result: Mapping[str, Any], frame: DataFrame, key: Sequence[str]) -> tuple[GateFault, ...]:
    rows = result.get("partial_unexpected_index_list")
    if not rows:
        return (_fault(check, what=check.fails, value=_shown(result.get("observed_value"))),)
    return tuple(
        _fault(check, row=_name(frame, row, key), value=_cells(frame, row, check.columns), what=check.fails)
        for row in rows
    )


def _name(frame: DataFrame, row: int, key: Sequence[str]) -> str:
    """A row by its key, or where that is empty by its place, counted from 1."""
    cells = frame.loc[row]
    named = [f"{one}={cells[one]}" for one in key if one in frame.columns and not is_empty(cells[one])]
    return ", ".join(named) or f"row {row + 1}"


def _cells(frame: DataFrame, row: int, columns: Sequence[str]) -> str:
    """The cell at fault; of an ordered pair or a key of two columns both, in the order declared."""
    return " and ".join(_shown(_plain(frame.loc[row, column])) for column in columns)


def _plain(value: Any) -> Any:
    """A cell to show: nothing for none, and a date as a date, which a frame holds as a timestamp at midnight."""
    if is_empty(value):
        return ""
    return value.date() if hasattr(value, "date") else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    text = str(value)
    return text if len(text) <= SHOWN_VALUE else text[: SHOWN_VALUE - 1] + "…"


def _column_faults(check: Check, _: Mapping[str, Any], frame: DataFrame, __: Sequence[str]) -> tuple[GateFault, ...]:
    declared, found = check.params["names"], [str(column) for column in frame.columns]
    missing = [_fault(check, column=one, what="is missing from the table") for one in declared if one not in found]
    extra = [_fault(check, column=one, what="is not declared for the table") for one in found if one not in declared]
    return (*missing, *extra) or (_fault(check, what="has its columns in another order than declared"),)


def _type_faults(check: Check, result: Mapping[str, Any], _: DataFrame, __: Sequence[str]) -> tuple[GateFault, ...]:
    return tuple(
        _fault(
            check, column=name, value=types["found"], what=f"is the type found where {types['declared']} is declared"
        )
        for name, types in result["details"].items()
    )


def _cell_faults(
    check: Check, result: Mapping[str, Any], frame: DataFrame, key: Sequence[str]
) -> tuple[GateFault, ...]:
    return tuple(
        _cell_fault(check, frame, key, cell["column"], cell["position"]) for cell in result["details"]["cells"]
    )


def _cell_fault(check: Check, frame: DataFrame, key: Sequence[str], column: str, position: int) -> GateFault:
    what = check.fails.format(bounds=check.params["words"][column]) if check.kind == "bounds" else check.fails
    name, value = _name(frame, position, key), _cells(frame, position, (column,))
    return _fault(check, row=name, column=column, value=value, what=what)


def _no_faults(*_: Any) -> tuple[GateFault, ...]:
    return ()


_FAULTS: dict[str, _Faults] = {
    "columns": _column_faults,
    "types": _type_faults,
    "required": _cell_faults,
    "bounds": _cell_faults,
    "totals": _no_faults,
}
