"""Rows that providers give are reached by plain sentences, and a wrong figure of them is refuted or left open."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable
from sources.table.load import load_table

ROWS = yaml.safe_load(Path(__file__).with_name("plain_sentences.yml").read_text(encoding="utf-8"))["sentences"]
HEAD = (
    "observation_id,measure_id,event,place,place_code,period_start,period_end,period_end_text,value,low,high,comparator,"
    "unit,producer_id,published_by,title,url,published_on,as_printed,grade,note"
)
LEAST = 0.85


@pytest.fixture(scope="module")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> ReferenceTable:
    """The packaged table with a folder of pulled rows laid over it."""
    folder = tmp_path_factory.mktemp("pulled")
    for name in ("measures.csv", "producers.csv"):
        folder.joinpath(name).write_bytes(files("sources.providers").joinpath("data", name).read_bytes())
    with folder.joinpath("observations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEAD.split(","), restval="")
        writer.writeheader()
        writer.writerows(_cells())
    return load_table(str(folder))


def _cells() -> Iterator[dict[str, Any]]:
    for measure, producer, place, code, start, end, value, unit, _ in ROWS:
        yield {
            "observation_id": f"{producer}-{measure}-{code}-{end}",
            "measure_id": measure,
            "place": place,
            "place_code": code,
            "period_start": start or "",
            "period_end": end,
            "value": value,
            "comparator": "=",
            "unit": unit,
            "producer_id": producer,
            "published_by": producer,
            "title": "Answer to a query",
            "published_on": end,
            "as_printed": str(value),
            "grade": "primary",
        }


def _axis(sentence: str, number: Decimal, table: ReferenceTable) -> str:
    text = f"Open letter\n\n20 June 2025\n\nDear Ministers,\n\n{sentence}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    claim = next((each for each in extraction.claims if each.quantity.value == number), None)
    return compare_letter(extraction, table)[claim.claim_id].against_source if claim is not None else "no claim"


def test_most_rows_are_reached_and_none_is_refuted(pulled: ReferenceTable) -> None:
    found = {row[-1]: _axis(row[-1], Decimal(row[6]), pulled) for row in ROWS}
    missed = {sentence: axis for sentence, axis in found.items() if axis != "consistent"}
    assert len(found) == 40
    assert len(missed) <= len(found) * (1 - LEAST), missed
    assert not {"overstated", "understated", "contradicted", "conflicting_sources"} & set(missed.values()), missed


def test_a_factor_of_ten_is_caught(pulled: ReferenceTable) -> None:
    found = {
        row[-1]: _axis(row[-1].replace(f"{row[6]:,}", f"{row[6] * 10:,}"), Decimal(row[6] * 10), pulled) for row in ROWS
    }
    caught = [sentence for sentence, axis in found.items() if axis in ("overstated", "contradicted")]
    assert not [sentence for sentence, axis in found.items() if axis == "consistent"]
    assert len(caught) >= LEAST * len(found), sorted(set(found) - set(caught))
