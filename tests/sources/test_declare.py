"""Declarations, read from YAML and held against rows of text and of values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sources.table.declaration import Column, Declaration, Order, load_declaration
from sources.table.declared_faults import faults

PEOPLE = Declaration(
    table="people",
    columns=(
        Column(name="id", type="text", description="who", unique=True, pattern="[a-z]+"),
        Column(name="born", type="date", description="when", required=False),
        Column(name="died", type="date", description="when", required=False),
        Column(name="age", type="integer", description="years", required=False, minimum=0, maximum=130),
        Column(name="share", type="number", description="of all", required=False),
        Column(name="listed", type="boolean", description="whether", required=False),
        Column(name="kind", type="text", description="which", required=False, values=("a", "b")),
        Column(name="likes", type="text", description="whom", required=False, separator="|", refers_to="people"),
        Column(name="motto", type="text", description="said", required=False, max_words=3),
    ),
    orders=(Order(lower="born", upper="died"),),
    key=("id",),
    min_rows=1,
)

GOOD = [
    {"id": "ada", "born": "1815-12-10", "died": "1852-11-27", "age": "36", "share": "0.5", "listed": "true"},
    {"id": "ada", "kind": "b"},
    {"id": "ada", "likes": "ada|bob", "motto": "one two three"},
    {"id": "ada", "born": date(1815, 12, 10), "age": 36, "share": Decimal("0.5"), "listed": False, "likes": ["bob"]},
    {"id": "ada", "born": None, "age": "", "share": float("nan")},
]  # fmt: skip


@pytest.mark.parametrize("row", GOOD)
def test_good_rows(row: dict[str, object]) -> None:
    assert faults([row], PEOPLE, known={"people": {"ada", "bob"}}) == []


BAD = [
    ({"id": ""}, "id", "is empty"),
    ({"id": "Ada"}, "id", "does not match"),
    ({"id": "ada\n"}, "id", "does not match"),
    ({"id": 7}, "id", "is not text"),
    ({"id": "ada", "born": "10/12/1815"}, "born", "is not a date"),
    ({"id": "ada", "born": "1815-02-29"}, "born", "is not a date"),
    ({"id": "ada", "born": "1853-01-01", "died": "1852-11-27"}, "born", "is after or above died"),
    ({"id": "ada", "age": "36.5"}, "age", "is not a whole number"),
    ({"id": "ada", "age": 36.5}, "age", "is not a whole number"),
    ({"id": "ada", "age": "-1"}, "age", "is below 0"),
    ({"id": "ada", "age": "131"}, "age", "is above 130"),
    ({"id": "ada", "share": "half"}, "share", "is not a number"),
    ({"id": "ada", "share": "inf"}, "share", "is not a number"),
    ({"id": "ada", "share": float("inf")}, "share", "is not a number"),
    ({"id": "ada", "share": True}, "share", "is not a number"),
    ({"id": "ada", "listed": "yes"}, "listed", "is neither true nor false"),
    ({"id": "ada", "kind": "c"}, "kind", "is not one of: a, b"),
    ({"id": "ada", "likes": "ada|eve"}, "likes", "does not stand in people"),
    ({"id": "ada", "motto": "one two three four"}, "motto", "has 4 words"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "column", "what"), BAD)
def test_bad_rows(row: dict[str, object], column: str, what: str) -> None:
    found = faults([row], PEOPLE, file="people.csv", known={"people": {"ada", "bob"}})
    assert [(fault.file, fault.line, fault.column) for fault in found] == [("people.csv", 2, column)]
    assert what in found[0].what


def test_a_fault_reads_as_a_sentence() -> None:
    fault = faults([{"id": "ada", "age": "old"}], PEOPLE, file="people.csv")[0]
    assert str(fault).startswith("people.csv, line 2, column age: 'old' is not a whole number")


def test_a_repeated_id_names_the_first_line() -> None:
    found = faults([{"id": "ada"}, {"id": "bob"}, {"id": "ada"}], PEOPLE)
    assert [(fault.line, fault.what) for fault in found] == [(4, "stands already in line 2; give each row its own")]


def test_a_key_of_two_columns() -> None:
    declaration = Declaration(table="t", columns=PEOPLE.columns[3:5], key=("age", "share"))
    rows = [{"age": "1", "share": "1"}, {"age": "1", "share": "2"}, {"age": "1", "share": "1"}]
    assert [fault.line for fault in faults(rows, declaration)] == [4]


def test_too_few_rows() -> None:
    assert "has 0 rows" in faults([], PEOPLE)[0].what


def test_a_required_column_that_no_row_has() -> None:
    found = faults([{"age": "3"}, {"age": "4"}], PEOPLE)
    assert [(fault.line, fault.column) for fault in found] == [(1, "id")]


def test_unknown_tables_are_not_looked_up() -> None:
    assert faults([{"id": "ada", "likes": "anybody"}], PEOPLE) == []


def test_lines_may_be_given() -> None:
    assert faults([{"id": "1"}], PEOPLE, lines=[17])[0].line == 17


def test_a_declaration_is_read(tmp_path: Path) -> None:
    file = tmp_path / "people.schema.yml"
    file.write_text(
        "table: people\nkey: [id]\nmin_rows: 2\norders: [[born, died]]\ncolumns:\n"
        "  - {name: id, type: text, unique: true, description: who}\n"
        "  - {name: kind, type: text, required: false, values: ['=', '>'], description: which}\n",
        encoding="utf-8",
    )
    declaration = load_declaration(file)
    assert declaration == load_declaration(str(file))
    assert declaration.columns[0].unique
    assert declaration.columns[1].values == ("=", ">")
    assert declaration.orders == (Order(lower="born", upper="died"),)
    assert (declaration.min_rows, declaration.key) == (2, ("id",))


def test_what_is_no_declaration_is_said_so(tmp_path: Path) -> None:
    file = tmp_path / "broken.schema.yml"
    file.write_text("columns: [{name: id, typ: text}]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.schema\.yml: not a table declaration"):
        load_declaration(file)
