"""Numbers that rows of one text print: for the thing told, for another thing, on the line told beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable, Verdict

CASES = yaml.safe_load(Path(__file__).with_name("printed_numbers.yml").read_text(encoding="utf-8"))
NEGATIVE = ("overstated", "understated", "contradicted", "conflicting_sources")


def cases(key: str) -> Iterator[Any]:
    for day, sentence, number in CASES[key]:
        yield pytest.param(day, sentence, number, id=f"{number} {sentence[:50]}")


def verdicts_of(day: str, sentence: str, number: float, table: ReferenceTable) -> list[Verdict]:
    text = f"Open letter\n\n{day}\n\n{sentence}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="l.txt", letter_id="l"), table.field)
    verdicts = compare_letter(extraction, table)
    found = [verdicts[each.claim_id] for each in extraction.claims if float(each.quantity.value) == number]
    assert found
    return found


@pytest.mark.parametrize(("day", "sentence", "number"), list(cases("never")))
def test_a_number_is_not_refuted_by_what_stands_beside_its_row(
    day: str, sentence: str, number: float, packaged_table: ReferenceTable
) -> None:
    assert not [each for each in verdicts_of(day, sentence, number, packaged_table) if each.against_source in NEGATIVE]


@pytest.mark.parametrize(("day", "sentence", "number"), list(cases("caught")))
def test_the_number_of_another_thing_or_place_is_refuted(
    day: str, sentence: str, number: float, packaged_table: ReferenceTable
) -> None:
    assert {each.against_source for each in verdicts_of(day, sentence, number, packaged_table)} <= set(NEGATIVE)


@pytest.mark.parametrize(("day", "sentence", "number"), list(cases("borne")))
def test_a_bare_number_goes_on_the_line_told_beside_it(
    day: str, sentence: str, number: float, packaged_table: ReferenceTable
) -> None:
    assert {each.against_source for each in verdicts_of(day, sentence, number, packaged_table)} == {"consistent"}


@pytest.mark.parametrize(("day", "sentence", "number"), list(cases("slipped")))
def test_a_plain_slip_on_the_line_told_is_refuted(
    day: str, sentence: str, number: float, packaged_table: ReferenceTable
) -> None:
    assert {each.against_source for each in verdicts_of(day, sentence, number, packaged_table)} <= set(NEGATIVE)


@pytest.mark.parametrize(("day", "sentence", "number"), list(cases("slipped_elsewhere")))
def test_a_slip_of_what_an_earlier_sentence_counts_is_shown_and_refutes_nothing(
    day: str, sentence: str, number: float, packaged_table: ReferenceTable
) -> None:
    for verdict in verdicts_of(day, sentence, number, packaged_table):
        assert verdict.against_source == "not_comparable"
        assert verdict.nearest
