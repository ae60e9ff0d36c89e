"""Which figure of a text a claim is of, by its own words and day; what its sentence does not tell refutes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sources.model import ReferenceTable
from tests.factories.lone_sentences import rows, verdict_on

TABLE = yaml.safe_load(Path(__file__).with_name("rows_of_a_text.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("on", "sentence", "number", "axes"), [*rows(TABLE, "must_not"), *rows(TABLE, "must")])
def test_the_row_of_the_text_that_is_meant(
    on: date, sentence: str, number: Any, axes: list[str], packaged_table: ReferenceTable
) -> None:
    verdict = verdict_on(on, sentence, Decimal(str(number)), packaged_table)
    assert verdict.against_source in axes, f"{verdict.arithmetic} | {verdict.explanation}"


def test_a_row_that_may_not_refute_is_shown_beside(packaged_table: ReferenceTable) -> None:
    sentence = "Amnesty recorded 1,518 executions in the world in 2024. In 2023 it was 1,953."
    verdict = verdict_on(date(2026, 2, 10), sentence, Decimal(1953), packaged_table)
    assert "earlier sentence" in verdict.explanation
    assert [each.observation.value for each in verdict.nearest] == [Decimal(1153)]
    assert verdict.measure == "executions"
