"""No verdict without the right to it: rights.yml, one test a sentence, read from the letter on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.model import Claim
from sources.model import Verdict

TABLE = yaml.safe_load(Path(__file__).with_name("rights.yml").read_text(encoding="utf-8"))
Told = Callable[[str, date, Decimal], tuple[Claim, Verdict]]


def rows() -> Iterator[Any]:
    for group in TABLE["cases"]:
        for row in group["claims"]:
            yield pytest.param(*row, id=f"{group['name']}: {row[2]} {row[1][:40]}")


@pytest.mark.parametrize(("on", "sentence", "number", "axis", "cautions"), list(rows()))
def test_a_sentence_gets_the_verdict_that_the_table_has_a_right_to(
    on: date, sentence: str, number: int, axis: str | list[str], cautions: list[str], told: Told
) -> None:
    _, verdict = told(sentence, on, Decimal(number))
    assert verdict.against_source in ([axis] if isinstance(axis, str) else axis), verdict.explanation
    assert set(cautions) <= set(verdict.cautions)
    assert verdict.explanation
    assert verdict.arithmetic


def test_what_is_not_decided_shows_its_nearest_figures(told: Told) -> None:
    _, verdict = told(
        "The Alder Memory Archive has 3,905 names of the killed of Erehwon.", date(2023, 7, 20), Decimal(3905)
    )
    assert verdict.against_source in ("not_comparable", "unverified")
    assert 0 < len(verdict.nearest) <= 3
    assert verdict.nearest[0].observation.value == 3905
    assert all(each.reason for each in verdict.nearest)
