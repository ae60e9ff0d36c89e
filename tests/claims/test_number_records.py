"""The records of number reading: each example reads as its record says, and docs/reading.md is made from them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.model import Numbers, Span
from claims.numbers.read import read_numbers
from claims.numbers.records.number_records import Record, known_record, reason_of, records
from claims.numbers.records.reading_page import main, page

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
MARK = re.compile(r"\{(?P<read>[^{}]*)\}|«(?P<refused>[^«»]*)»")
RECORDS = list(records().values())


def unmarked(text: str) -> tuple[str, list[Span], list[Span]]:
    """The text without marks, where its quantities stand, where its refusals."""
    read: list[Span] = []
    refused: list[Span] = []
    plain, last = "", 0
    for mark in MARK.finditer(text):
        plain += text[last : mark.start()]
        inside = unmarked(mark[mark.lastgroup or 0])[0]
        (read if mark.lastgroup == "read" else refused).append(Span(len(plain), len(plain) + len(inside)))
        plain, last = plain + inside, mark.end()
    return plain + text[last:], read, refused


def examples(kind: str, side: str) -> list[object]:
    return [
        pytest.param(record, text, id=f"{record.name}: {text}")
        for record in RECORDS if record.kind == kind
        for text in (record.must_read if side == "read" else record.must_not_read)
    ]  # fmt: skip


def spans_read(numbers: Numbers) -> list[Span]:
    return sorted(quantity.span for quantity in (*numbers.quantities, *numbers.ordinals))


@pytest.mark.parametrize(("record", "text"), examples("refusal", "not_read"))
def test_what_a_refusal_refuses_is_no_quantity_and_names_it(record: Record, text: str) -> None:
    plain, read, refused = unmarked(text)
    numbers = read_numbers(plain)
    said = {item.span: item for item in numbers.ignored}
    assert spans_read(numbers) == read
    assert refused
    for span in refused:
        inside = [item for at, item in said.items() if span.overlaps(at)]
        assert [(item.record, item.reason) for item in inside] == [(record.name, record.reason)], said


@pytest.mark.parametrize(("record", "text"), examples("refusal", "read"))
def test_the_neighbours_of_a_refusal_are_read(record: Record, text: str) -> None:
    plain, read, _ = unmarked(text)
    numbers = read_numbers(plain)
    assert spans_read(numbers) == read
    assert record.name not in {item.record for item in numbers.ignored}


@pytest.mark.parametrize(("record", "text"), examples("form", "read"))
def test_a_form_reads_its_examples(record: Record, text: str) -> None:
    plain, read, _ = unmarked(text)
    numbers = read_numbers(plain)
    assert spans_read(numbers) == read
    assert {quantity.form for quantity in (*numbers.quantities, *numbers.ordinals)} == {record.name}


@pytest.mark.parametrize(("record", "text"), examples("form", "not_read"))
def test_a_form_leaves_its_neighbours(record: Record, text: str) -> None:
    numbers = read_numbers(unmarked(text)[0])
    assert record.name not in {quantity.form for quantity in (*numbers.quantities, *numbers.ordinals)}


def test_every_record_has_examples_of_both_sides_and_a_reason() -> None:
    for record in RECORDS:
        assert record.must_read, record.name
        assert record.must_not_read, record.name
        assert record.reason, record.name
        assert record.why.endswith("."), record.name


def test_a_callers_own_reason_is_no_record() -> None:
    assert reason_of("in a note") == "in a note"
    assert known_record("in a note") is None


def test_the_page_is_made_from_the_records(tmp_path: Path) -> None:
    written = tmp_path / "reading.md"
    assert main([str(written)]) == 0
    assert written.read_text(encoding="utf-8") == page(RECORDS)
    assert PAGE.read_text(encoding="utf-8") == page(RECORDS), (
        "python -m claims.numbers.records.reading_page docs/reading.md"
    )
