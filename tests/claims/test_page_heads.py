"""Heads of letters, totals around their lists and the page about them: what is counted, dated, and left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field

EMPTY = Field(measures=(), events=(), producers=(), places=())
BODY = (
    "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
    "We ask that they be opened before the next season begins, and that the reasons be published.\n\n"
)
CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "blocks" / "page_heads.yml").read_text(encoding="utf-8")
)


def letter_of(case: dict[str, Any]) -> str:
    title, above = case.get("title", "Open letter on the river ports"), case.get("above", "3 March 2021")
    lead = f"{case['lead']}\n\n" if "lead" in case else ""
    greeting = "" if lead or "title" in case else "Dear Minister,\n\n"
    return f"{title}\n\n{above}\n\n{greeting}{lead}{BODY}{case.get('end', '')}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_heads(case: dict[str, Any]) -> None:
    extraction = extract(letter_from_bytes(letter_of(case).encode(), path="a.txt", letter_id="a"), EMPTY)
    found = extraction.signatories
    read = {
        "stated": found.stated,
        "listed": found.listed,
        "undisclosed": found.undisclosed,
        "kinds": [kind.stated for kind in found.kinds],
        "date": extraction.letter.written_on,
        "notes": [note.mark for note in extraction.document.notes],
    }
    assert {key: read[key] for key in case if key in read} == {key: case[key] for key in case if key in read}
