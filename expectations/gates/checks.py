"""The tables of a run and what they must be: the declarations, and the checks that follow from each.

The same declarations drive `sources.table.declaration.faults`, which `crossfoot check` uses, and the suites in
`expectations/suites/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from expectations.book.all_rules import all_rules
from expectations.results import Check
from sources.table.declaration import Column, Declaration, Order, load_declaration

TABLES = ("letters", "claims", "findings", "verdicts", "signatories")
OBSERVATIONS = "observations"


@cache
def declaration_of(table: str) -> Declaration:
    """The declaration of a table of the run, or of "observations"; raises FileNotFoundError for any other name."""
    if table == OBSERVATIONS:
        return load_declaration(files("sources").joinpath("data", f"{table}.schema.yml"))
    declaration = load_declaration(files("expectations").joinpath("declarations", f"{table}.schema.yml"))
    return _with_the_rules(declaration) if table == "findings" else declaration


def _with_the_rules(declaration: Declaration) -> Declaration:
    """The declaration of the findings with the ids of the rules there are, our own and installed ones."""
    ids = tuple(rule.rule_id for rule in all_rules())
    columns = (replace(column, values=ids) if column.name == "rule" else column for column in declaration.columns)
    return replace(declaration, columns=tuple(columns))


def checks_of(declaration: Declaration, targets: Collection[str]) -> tuple[tuple[Check, ...], tuple[str, ...]]:
    """Every check a declaration asks for, and in words those that refer to a table outside `targets`.

    `targets` are the tables whose ids are known.
    """
    checks = [*_table_checks(declaration)]
    left_out = []
    for column in declaration.columns:
        checks += [check for make in _OF_A_COLUMN if (check := make(declaration.table, column))]
        if column.refers_to and column.refers_to not in targets:
            left_out.append(f"{column.name} was not looked up in {column.refers_to}, for that table is not at hand")
        elif column.refers_to:
            checks.append(_reference(declaration.table, column, column.refers_to))
    checks += [_order(declaration.table, order) for order in declaration.orders]
    return tuple(checks), tuple(left_out)


def _table_checks(declaration: Declaration) -> Iterator[Check]:
    table, names = declaration.table, tuple(column.name for column in declaration.columns)
    says = "The columns are those declared, in their order."
    yield _check(table, "columns", (), says, "has other columns than declared", names=list(names))
    types = {column.name: column.type for column in declaration.columns}
    yield _check(table, "types", (), "Every column has its declared type.", "is of another type", types=types)
    if declaration.min_rows:
        least = f"at least {declaration.min_rows} row{'s' if declaration.min_rows > 1 else ''}"
        yield _check(table, "rows", (), f"The table has {least}.", f"has fewer rows than it must: {least}",
                     minimum=declaration.min_rows)  # fmt: skip
    if required := [column.name for column in declaration.columns if column.required]:
        says = f"Filled in every row: {', '.join(required)}."
        yield _check(table, "required", (), says, "is empty and must be filled", names=required)
    if bounded := [
        column for column in declaration.columns if column.minimum is not None or column.maximum is not None
    ]:
        says = f"Within bounds: {_bounds_of_all(bounded)}."
        yield _check(table, "bounds", (), says, "is out of bounds: it must be {bounds}",
                     bounds={column.name: [column.minimum, column.maximum] for column in bounded},
                     words={column.name: _bounds(column) for column in bounded})  # fmt: skip
    if len(declaration.key) > 1:
        both = " and ".join(declaration.key)
        yield _check(
            table, "key", declaration.key, f"No two rows share {both}.", f"is there twice: {both} must name one row"
        )


def _bounds(column: Column) -> str:
    low = "" if column.minimum is None else f"at least {column.minimum:g}"
    high = "" if column.maximum is None else f"at most {column.maximum:g}"
    return " and ".join(part for part in (low, high) if part)


def _bounds_of_all(columns: list[Column]) -> str:
    """The bounds of many columns in words, those with the same bounds together: "at least 0: start, position"."""
    same: dict[str, list[str]] = {}
    for column in columns:
        same.setdefault(_bounds(column), []).append(column.name)
    return "; ".join(f"{bounds}: {', '.join(names)}" for bounds, names in same.items())


def _check(table: str, kind: str, columns: tuple[str, ...], says: str, fails: str, **params: object) -> Check:
    name = "-".join(columns) or "table"
    return Check(
        check_id=f"{table}.{name}.{kind}",
        table=table,
        kind=kind,  # type: ignore[arg-type]  # every caller in this module passes a member of Kind
        columns=columns,
        says=says,
        fails=fails,
        params=params,
    )


def _unique(table: str, column: Column) -> Check | None:
    if not column.unique:
        return None
    return _check(table, "unique", (column.name,), f"No {column.name} occurs twice.", "occurs more than once")


def _values(table: str, column: Column) -> Check | None:
    if not column.values:
        return None
    allowed = ", ".join(column.values)
    each = f"Each part of {column.name}" if column.separator else column.name
    return _check(
        table, "values", (column.name,), f"{each} is one of: {allowed}.", f"is none of: {allowed}",
        values=list(column.values), separator=column.separator, boolean=column.type == "boolean",
    )  # fmt: skip


def _pattern(table: str, column: Column) -> Check | None:
    if not column.pattern:
        return None
    # A search would pass "x00ff", and "$" would pass a value that ends in a newline.
    one = f"(?:{_without_groups(column.pattern)})"
    more = rf"(?:\s*{re.escape(column.separator)}\s*{one})*" if column.separator else ""
    says = f"{column.name} is written as {column.pattern}{f', parted by {column.separator}' if more else ''}."
    fails = f"is not written as {column.pattern}"
    return _check(table, "pattern", (column.name,), says, fails, regex=rf"\A{one}{more}\Z")


def _without_groups(pattern: str) -> str:
    """The pattern with its groups uncaptured: pandas warns of each that is searched for and not extracted."""
    return re.sub(r"(\\.|\[\]?[^\]]*\])|\((?!\?)", lambda found: found[1] or "(?:", pattern)


def _words(table: str, column: Column) -> Check | None:
    if not column.max_words:
        return None
    most = column.max_words
    regex = rf"\A\s*(?:\S+\s+){{0,{most - 1}}}\S*\s*\Z"
    says = f"{column.name} has at most {most} words."
    return _check(table, "words", (column.name,), says, f"is longer than {most} words", regex=regex)


def _reference(table: str, column: Column, target: str) -> Check:
    each = f"Each part of {column.name}" if column.separator else column.name
    return _check(
        table, "reference", (column.name,), f"{each} is in the table {target}.", f"is not in the table {target}",
        refers_to=target, separator=column.separator,
    )  # fmt: skip


def _order(table: str, order: Order) -> Check:
    says = f"{order.lower} does not exceed {order.upper}."
    return _check(
        table, "order", (order.lower, order.upper), says, f"are out of order: {order.lower} exceeds {order.upper}"
    )


_OF_A_COLUMN: tuple[Callable[[str, Column], Check | None], ...] = (
    _unique,
    _values,
    _pattern,
    _words,
)
