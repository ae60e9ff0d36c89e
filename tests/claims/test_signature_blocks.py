"""Blocks of signatures in many dresses: what is counted, what is not, and where a doubt is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories

EMPTY = Field(measures=(), events=(), producers=(), places=())
BODY = (
    "Open letter on the closing of the river ports\n\n3 March 2021\n\nDear Minister,\n\n"
    "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
    "We ask that they be opened before the next season begins, and that the reasons be published.\n\n"
)
FOLDER = Path(__file__).parent / "blocks"
CASES: list[dict[str, Any]] = [
    case
    for name in ("signature_blocks.yml", "more_blocks.yml")
    for case in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
]


def read(text: str) -> Signatories:
    return extract(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY).signatories


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_blocks(case: dict[str, Any]) -> None:
    found = read(BODY + case["text"])
    assert found.listed == case["listed"], [name.name for name in found.names] or found.doubts
    assert len(found.names) == (found.listed or 0)
    if "stated" in case:
        assert found.stated == case["stated"]
    if "undisclosed" in case:
        assert found.undisclosed == case["undisclosed"]
    if case.get("doubt"):
        assert found.doubts


def test_ids_are_unique() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) > 60


@pytest.mark.parametrize("case", [c for c in CASES if c["listed"]], ids=lambda case: case["id"])
def test_line_ends_change_nothing(case: dict[str, Any]) -> None:
    assert read((BODY + case["text"]).replace("\n", "\r\n")).listed == case["listed"]
