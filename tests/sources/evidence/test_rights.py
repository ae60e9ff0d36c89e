"""No verdict without the right to it: rights.yml, one test a sentence, read from the letter on."""

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
from sources.model import Verdict
from sources.table.load import load_table

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


def test_what_a_sentence_tells_besides_is_no_rival_of_the_number_itself() -> None:
    """The stock stands in the table in three roundnesses; none of them makes the year's addition a misquotation."""
    table = load_table(packs=("climate-health",))
    text = (
        "Open letter\n\n2 May 2024\n\nIn 2023 the world put up 473 GW of new renewable capacity, which took the stock "
        "of renewable generation capacity to 3,870 GW, IRENA says.\n\nSigned,\nA Network\n"
    )
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    verdicts = compare_letter(extraction, table)
    assert [verdicts[claim.claim_id].against_source for claim in extraction.claims] == ["consistent", "consistent"]
