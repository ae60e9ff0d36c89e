"""Whose a figure is: attributions.yml, one test a letter; what is nobody's first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from sources.evidence.sentence.around import beside_of, claims_by_sentence
from sources.evidence.sentence.clues_read import clues_of
from sources.evidence.sentence.letter_told import LetterTold
from sources.lookup.table_index import index_of
from sources.model import ReferenceTable

TABLE = yaml.safe_load(Path(__file__).with_name("attributions.yml").read_text(encoding="utf-8"))


def cited(body: str, number: Decimal, table: ReferenceTable, to: str, language: str = "en") -> set[str]:
    """The producers that are cited for a number of a letter."""
    text = f"Open letter\n\n20 July 2023\n\nTo {to}\n\n{body}\n\nSigned,\nTest Network\n"
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter", language=language)
    extraction = extract(letter, table.field)
    index = index_of(table)
    claim = next(each for each in extraction.claims if each.quantity.value == number)
    beside = beside_of(claim, claims_by_sentence(extraction), extraction, LetterTold(extraction, index))
    with load_language(language).in_force():
        clues = clues_of(claim, extraction.letter, index, beside)
    return set() if clues.taken_over else set(clues.cited)


def rows(*keys: str) -> Iterator[Any]:
    for key in keys:
        for body, number, who in TABLE[key]:
            yield pytest.param(body, number, who, id=f"{key}: {number} {body[-50:]}")


@pytest.mark.parametrize(("body", "number", "who"), list(rows("must_not", "must")))
def test_a_figure_is_told_by_whom_the_letter_says(
    body: str, number: int, who: list[str], harbour_table: ReferenceTable
) -> None:
    assert cited(body, Decimal(number), harbour_table, "the heads of government") == set(who)


@pytest.mark.parametrize(("body", "number", "who"), list(rows("addressed")))
def test_your_figures_are_of_whom_the_letter_is_addressed_to(
    body: str, number: int, who: list[str], harbour_table: ReferenceTable
) -> None:
    assert cited(body, Decimal(number), harbour_table, "the Director of the Lantern Bureau") == set(who)


@pytest.mark.parametrize(("body", "number", "who"), list(rows("french")))
def test_sources_are_read_in_french(body: str, number: int, who: list[str], harbour_table: ReferenceTable) -> None:
    assert cited(body, Decimal(number), harbour_table, "Monsieur le Ministre", "fr") == set(who)
