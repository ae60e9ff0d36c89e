"""Reading the library's result of one check back into plain values, with each row at fault named for a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from expectations.results import Check, CheckResult, GateFault, Line
from sources.cells import is_empty

if TYPE_CHECKING:
    from pandas import DataFrame

SHOWN_VALUE = 120


def check_result(check: Check, raw: Mapping[str, Any] | None, frame: DataFrame, key: Sequence[str]) -> CheckResult:
    """The result of one check; `raw` is the library's, or None if it gave none (then the check has failed)."""
    if raw is None:
        return _failed(check, frame, (_fault(check, what="was not checked: Great Expectations gave no result for it"),))
    missing = [column for column in check.columns if column not in frame.columns]
    if missing:
        return _failed(check, frame, tuple(_fault(check, column=one, what="is missing from the table") for one in missing))
    if message := _exception(raw["exception_info"]):
        return _failed(check, frame, (_fault(check, what=f"could not be checked: {message}"),))
    details = raw["result"].get("details") or {}
    lines = tuple(Line(**line) for line in details.get("lines", ()))
    if raw["success"]:
        return CheckResult(check=check, success=True, rows=len(frame), at_fault=0, lines=lines)
    faults = _FAULTS.get(check.kind, _row_faults)(check, raw["result"], frame, key)
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
        return _first_line(info["exception_message"]) if info["raised_exception"] else ""
    return next((_first_line(one["exception_message"]) for one in info.values()), "")


def _first_line(message: object) -> str:
    return (str(message).strip().splitlines() or ["no reason was given"])[0]


def _row_faults(check: Check, result: Mapping[str, Any], _: DataFrame, key: Sequence[str]) -> tuple[GateFault, ...]:
    places = result.get("partial_unexpected_index_list")
    values = result.get("partial_unexpected_list") or []
    if not places:
        return (_fault(check, what=check.fails, value=_shown(result.get("observed_value"))),)
    pairs = zip(places, values, strict=False) if values else ((place, None) for place in places)
    return tuple(
        _fault(check, row=_row(place, key), value=_shown(_cell(check, place, value)), what=check.fails)
        for place, value in pairs
    )


def _row(place: Any, key: Sequence[str]) -> str:
    if not isinstance(place, Mapping):
        return f"row {place + 1}"
    return ", ".join(f"{column}={place[column]}" for column in key if column in place)


def _cell(check: Check, place: Any, value: Any) -> Any:
    """The cell at fault; of an ordered pair both, in the order declared."""
    if isinstance(place, Mapping) and all(column in place for column in check.columns):
        cells = [_plain(place[column]) for column in check.columns]
        return cells[0] if len(cells) == 1 else " and ".join(str(cell) for cell in cells)
    return _plain(value)


def _plain(value: Any) -> Any:
    """A date as a date: a frame holds it as a timestamp at midnight, which JSON writes as "2023-08-15T00:00:00"."""
    return value.removesuffix("T00:00:00") if isinstance(value, str) else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    text = str(value)
    return text if len(text) <= SHOWN_VALUE else text[: SHOWN_VALUE - 1] + "…"


def _column_faults(check: Check, _: Mapping[str, Any], frame: DataFrame, __: Sequence[str]) -> tuple[GateFault, ...]:
    declared, found = check.params["names"], [str(column) for column in frame.columns]
    missing = [_fault(check, column=one, what="is missing from the table") for one in declared if one not in found]
    extra = [_fault(check, column=one, what="is not declared for the table") for one in found if one not in declared]
    return tuple([*missing, *extra]) or (_fault(check, what="has its columns in another order than declared"),)


def _type_faults(check: Check, result: Mapping[str, Any], _: DataFrame, __: Sequence[str]) -> tuple[GateFault, ...]:
    return tuple(
        _fault(check, column=name, value=types["found"], what=f"is the type found where {types['declared']} is declared")
        for name, types in result["details"].items()
    )


def _cell_faults(check: Check, result: Mapping[str, Any], frame: DataFrame, key: Sequence[str]) -> tuple[GateFault, ...]:
    return tuple(_cell_fault(check, frame, key, cell["column"], cell["position"]) for cell in result["details"]["cells"])


def _cell_fault(check: Check, frame: DataFrame, key: Sequence[str], column: str, position: int) -> GateFault:
    row = frame.iloc[position]
    named = ", ".join(f"{one}={row[one]}" for one in key if one in frame.columns and not is_empty(row[one]))
    value = "" if is_empty(row[column]) else _shown(row[column])
    what = check.fails.format(bounds=check.params["words"][column]) if check.kind == "bounds" else check.fails
    return _fault(check, row=named or f"row {position + 1}", column=column, value=value, what=what)


def _no_faults(*_: Any) -> tuple[GateFault, ...]:
    return ()


_FAULTS: dict[str, Callable[..., tuple[GateFault, ...]]] = {
    "columns": _column_faults,
    "types": _type_faults,
    "required": _cell_faults,
    "bounds": _cell_faults,
    "totals": _no_faults,
}
