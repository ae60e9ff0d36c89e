"""What counts as one kind of thing: people are people under any name, areas are no people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from claims.extracting import extract
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from sources.evidence.fits.kinds_of_things import same_kind
from sources.evidence.fits.row_likeness import row_weights
from sources.model import ReferenceTable

DAY = date(2023, 7, 20)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with load_language("en").in_force():
        yield


@pytest.mark.parametrize(
    ("counted", "unit", "same"),
    [
        ("people", "area", False),
        ("people", "household", False),
        ("families", "person", False),
        ("villages", "person", False),
        ("prisons", "person", None),
        ("airstrikes", "child", False),
        ("women", "person", True),
        ("teachers", "child", True),
        ("souls", "person", True),
        ("Sudanese", "person", True),
        ("raids", "airstrike", True),
        ("wumbles", "person", None),
        ("people", "percent", None),
    ],
)
def test_what_is_counted_is_of_the_kind_of_a_unit(
    counted: str, unit: str, same: bool | None, harbour_table: ReferenceTable
) -> None:
    text = f"Open letter\n\n20 July 2023\n\nIn Erehwon we know of 4,120 {counted} in this war.\n\nSigned,\nA Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="l.txt", letter_id="l"), harbour_table.field)
    claim = next(each for each in extraction.claims if each.quantity.value == Decimal(4120))
    assert same_kind(claim.quantity, unit) is same


def test_every_weight_is_of_a_feature_and_the_score_of_nothing_is_no_row() -> None:
    weights = row_weights()
    assert weights.weights
    assert weights.score({}) < weights.threshold
    with pytest.raises(KeyError):
        weights.score({"a feature nobody learned": 1.0})
