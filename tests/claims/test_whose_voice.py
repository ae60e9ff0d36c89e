"""A total is a count of those who speak: "We, 18 hamlets", "— ten skippers of the quay"; not "nine of us were held"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories

EMPTY = Field(measures=(), events=(), producers=(), places=())
FIRST = (
    "The road to the coast has been shut since the storm, and nobody has told us when it will open again.",
    "The people who live beyond it carry what they need on their backs. Their children walk to school along the shore.",
    "We ask you to come and see for yourself. The road can be mended with little money, and the stone lies beside it.",
)
CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "blocks" / "whose_voice.yml").read_text(encoding="utf-8")
)


def read(text: str) -> Signatories:
    return extract(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY).signatories


def letter(at: str, sentence: str, below: str = "") -> str:
    opening, body, closing = FIRST
    opening = f"{sentence} {opening}" if at == "open" else opening
    body = f"{body} {sentence}" if at == "body" else body
    closing = f"{closing}\n\n{sentence}" if at == "close" else closing
    title = f"{sentence}\n\n" if at == "title" else ""
    head = f"{title}To the Minister of Works\n\n3 March 2023\n\nDear Minister,"
    return f"{head}\n\n{opening}\n\n{body}\n\n{closing}\n\nYours sincerely,\n{below}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_who_speaks_is_counted(case: dict[str, Any]) -> None:
    assert read(letter(case["at"], case["text"])).stated == case["stated"]


ERRORS = {
    "a row less": ("open", "We, six hamlets of the salt coast, ask for a wall.", 6),
    "kept back": ("close", "We are nine mills; the other three do not wish to be named.", 9),
}
NAMES = "\n1. Alder Mill\n2. Birch Mill\n3. Cedar Mill\n4. Dune Mill\n5. Elm Mill\n"


@pytest.mark.parametrize(("at", "sentence", "stated"), ERRORS.values(), ids=ERRORS.keys())
def test_such_a_total_stands_against_the_list(at: str, sentence: str, stated: int) -> None:
    found = read(letter(at, sentence, NAMES))
    assert (found.stated, found.listed) == (stated, 5)
    assert not any(total.by_list for total in found.totals)


def test_parts_before_a_sum_and_behind_it_are_groups() -> None:
    for sentence in (
        "As of today 16 trade unions and 8 civic groups, 25 in all, have put their names to this letter.",
        "This letter is signed by 25 signatories, namely 16 trade unions and 8 civic groups.",
    ):
        found = read(letter("open", sentence))
        assert found.stated == 25
        assert [total.value for total in found.totals if total.role == "group"] == [16, 8]


def test_those_who_sign_by_name_are_a_part_of_all() -> None:
    found = read(letter("open", "Forty-six of us have agreed to this text. Twenty-eight sign it with their names."))
    assert found.stated == 46
