"""`crossfoot review stats` and `cases` tell what editors decided, and which rules they agree with too seldom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.review.decision_shelf import DecisionShelf
from flows.store.open_store import open_store
from reports.deciding.entries import Entry, Subject

ALARM = {"status": "inconsistent"}


def keep(out: Path, *decided: tuple[str, str, dict[str, Any]]) -> None:
    """Keep decisions, each on a thing of its own: (rule or "", decision, payload)."""
    out.mkdir(exist_ok=True)
    store = open_store(out)
    for at, (rule, decision, payload) in enumerate(decided):
        subject = Subject.of("l", "finding" if rule else "claim", (f"{at}", f"{at} wells."), str(at), 1, rule)
        row = Entry(subject=subject, revision=1, decision=decision, by="Ada", at="2024-01-01", payload=payload)
        DecisionShelf(store).add(row)
    store.close()


def test_stats_by_rule_verdict_and_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    against = {"read": {"verdict": "overstated", "measure": "wells_dry"}}
    keep(
        tmp_path,
        *[("ordinal", "dismiss", {"reason": "fine", "read": ALARM})] * 10,
        ("duration", "accept", {"read": ALARM}),
        ("", "correct", {"wording": "x", **against}),
    )
    assert main(["review", "stats", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "0 agreed, 10 did not  draft" in told
    assert "1 agreed, 0 did not\n" in told
    assert "overstated: 1 agreed" in told
    assert "wells dry: 1 agreed" in told


def test_nothing_decided_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "stats", "--out", str(tmp_path)]) == 0
    assert "No alarm has been decided on" in capsys.readouterr().out
    assert not (tmp_path / "state").exists()


def test_cases_are_one_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path, ("", "read_wrongly", {"right": {"value": "7"}, "read": {"comparator": "="}}), ("", "accept", {}))
    assert main(["review", "cases", "--out", str(tmp_path)]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["right"] == {"value": "7"}


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "stats", "--out", str(tmp_path / "none")]) == 2
    assert "no folder of runs" in capsys.readouterr().err
