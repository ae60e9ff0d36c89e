"""True sentences are never refuted, in every kind of which we know; wrong ones beside them are caught."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Claim
from sources.compare import compare_letter
from sources.model import ReferenceTable, Verdict

CASES = yaml.safe_load(Path(__file__).with_name("wrongly_refuted.yml").read_text(encoding="utf-8"))
NEGATIVE = ("overstated", "understated", "contradicted", "conflicting_sources")
DAY = date(2023, 7, 20)
Told = Callable[[str, date, Decimal], tuple[Claim, Verdict]]


def sentences() -> Iterator[Any]:
    for group in CASES["never"]:
        for sentence in group["sentences"]:
            yield pytest.param(sentence, id=f"{group['name']}: {sentence[:60]}")


def claims(key: str) -> Iterator[Any]:
    for group in CASES[key]:
        for sentence, number in group["claims"]:
            yield pytest.param(sentence, number, id=f"{group['name']}: {number} {sentence[60:110]}")


@pytest.mark.parametrize("sentence", list(sentences()))
def test_no_true_sentence_is_refuted(sentence: str, harbour_table: ReferenceTable) -> None:
    text = f"Open letter\n\n20 July 2023\n\n{sentence}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="l.txt", letter_id="l"), harbour_table.field)
    verdicts = compare_letter(extraction, harbour_table)
    assert verdicts
    assert not [each.explanation for each in verdicts.values() if each.against_source in NEGATIVE]


@pytest.mark.parametrize(("sentence", "number"), list(claims("caught")))
def test_a_wrong_figure_of_the_same_source_is_caught(sentence: str, number: int, told: Told) -> None:
    _, verdict = told(sentence, DAY, Decimal(number))
    assert verdict.against_source in ("overstated", "contradicted"), verdict.explanation


@pytest.mark.parametrize(("sentence", "number"), list(claims("borne")))
def test_a_right_figure_of_the_same_source_is_borne_out(sentence: str, number: int, told: Told) -> None:
    _, verdict = told(sentence, DAY, Decimal(number))
    assert verdict.against_source == "consistent", verdict.explanation
