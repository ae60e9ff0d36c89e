"""What a run tells the operator: a state by name, a message in a line, a table of letters in pages."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from flows.notices.notice_text import report_address
from flows.running import run_announced as announcing

PLAIN: dict[str, Any] = {
    "letters": 9, "items": 14, "claims": 40, "findings": 120, "problems": [], "failed_gates": [], "gate_faults": [],
    "skipped": 0, "unreadable": 0, "setup_faults": 0, "no_table": False, "notes": [],
}  # fmt: skip
BAD = {"path": "in/a.txt", "message": "is empty"}
RUNS = [
    ({}, "Completed", "COMPLETED", "9 letters, 14 items"),
    ({"letters": 1, "items": 1}, "Completed", "COMPLETED", "1 letter, 1 item"),
    ({"problems": [BAD], "unreadable": 1}, "UnreadableLetters", "COMPLETED", "9 letters, 14 items, 1 unreadable"),
    (
        {"problems": [BAD], "setup_faults": 1, "no_table": True},
        "NoReferenceTable",
        "FAILED",
        "9 letters, 14 items, no reference table",
    ),
    ({"failed_gates": ["claims"]}, "FailedGate", "FAILED", "9 letters, 14 items, failed: claims"),
    (
        {"failed_gates": ["claims"], "problems": [BAD], "unreadable": 1},
        "FailedGate",
        "FAILED",
        "9 letters, 14 items, 1 unreadable, failed: claims",
    ),
]


@pytest.mark.parametrize(("changes", "name", "kind", "message"), RUNS)
def test_the_state_says_what_happened(changes: dict[str, Any], name: str, kind: str, message: str) -> None:
    summary = {**PLAIN, **changes}
    state = announcing.state_of(summary)
    assert (state.name, state.type.value, state.message, state.data) == (name, kind, message, summary)


def test_a_line_a_problem(caplog: pytest.LogCaptureFixture) -> None:
    summary = {**PLAIN, "problems": [BAD], "gate_faults": ["table claims: x"], "notes": ["not in the store"]}
    with caplog.at_level(logging.INFO):
        announcing.log_lines(logging.getLogger("run"), summary)
    assert [(one.levelname, one.message) for one in caplog.records] == [
        ("WARNING", "in/a.txt: is empty"),
        ("ERROR", "table claims: x"),
        ("WARNING", "not in the store"),
        ("INFO", "9 letters, 14 items"),
    ]


def test_the_summary_leads_to_the_report(tmp_path: Path) -> None:
    address = report_address(tmp_path, None)
    text = announcing.summary_text({**PLAIN, "problems": [BAD]}, address)
    assert f"({(tmp_path / 'index.html').as_uri()})" in text
    assert report_address(Path("out/runs/r1"), "https://desk.example/") == "https://desk.example/runs/r1/index.html"
    assert "**in/a.txt**: is empty" in text


def test_ten_thousand_letters_are_few_pages() -> None:
    pages = list(announcing.letter_tables([{"letter": "a"}] * 450))
    assert [len(page) for page in pages] == [200, 200, 50]
    assert 10_000 / announcing.LETTERS_A_PAGE + 1 <= 250
