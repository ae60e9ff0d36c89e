"""Sentences of the kinds that were once judged wrongly: neighbours.yml, one test each, against the packaged table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sources.model import ReferenceTable
from tests.factories.lone_sentences import rows, verdict_on

TABLE = yaml.safe_load(Path(__file__).with_name("neighbours.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("on", "sentence", "number", "axes"), [*rows(TABLE, "must_not"), *rows(TABLE, "must")])
def test_a_neighbour_gets_what_the_table_has_a_right_to(
    on: date, sentence: str, number: Any, axes: list[str], packaged_table: ReferenceTable
) -> None:
    verdict = verdict_on(on, sentence, Decimal(str(number)), packaged_table)
    assert verdict.against_source in axes, f"{verdict.arithmetic} | {verdict.explanation}"
    assert verdict.explanation
