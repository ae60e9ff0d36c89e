"""`crossfoot diff OLD NEW`: two drafts of a letter in any readable format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.readers.finding import find_letters
from expectations.model import CheckedLetter
from flows.cli import main
from flows.review.decision_shelf import DecisionShelf
from flows.steps import check_one
from flows.store.open_store import open_store
from reports.deciding.entries import Entry
from reports.deciding.things_decided import claim_subjects, finding_subjects
from sources.table.load import load_table

OLD = """Open letter on the harbour

12 June 2024

At least 4,100 people have been killed. Some 40 boats and 12 ferries lie idle in the harbour.

The delta has 23 villages: 12 in the north and 10 in the south.

Some 7 piers stand empty.
"""
NEW = OLD.replace("4,100", "4,900").replace(" and 12 ferries", "").replace("10 in", "11 in")
HTML = "".join(f"<p>{part}</p>" for part in NEW.strip().split("\n\n"))


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CROSSFOOT_STORE", raising=False)
    for name, text in (("draft-1.txt", OLD), ("draft-2.txt", NEW), ("draft-2.html", HTML)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_numbers_changed_and_gone(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "draft-1.txt", "draft-2.txt", "--format", "json"]) == 0
    diff = json.loads(capsys.readouterr().out)
    (letter,) = diff["letters"]
    found = {(one["what"], (one["before"] or {}).get("quotation"), (one["after"] or {}).get("quotation")) for one in
             letter["claims"]}  # fmt: skip
    assert found == {("changed", "4,100 people", "4,900 people"), ("gone", "12 ferries", None), ("changed", "10", "11")}
    assert [(one["what"], one["rule"]) for one in letter["findings"]] == [("gone", "parts-whole")]
    assert (diff["voided"], diff["old"]["path"]) == ([], "draft-1.txt")
    assert not (drafts / "out").exists()


def test_in_words(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "draft-1.txt", "draft-2.html"]) == 0
    text = capsys.readouterr().out
    assert "“4,100 people” → “4,900 people”" in text
    assert "why:" not in text


def test_the_same_words_in_another_format_change_nothing(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "draft-2.txt", "draft-2.html"]) == 0
    assert "Nothing changed." in capsys.readouterr().out


def test_decisions_that_the_new_draft_voids(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One on a figure that is gone, one on a sum that is right now; one on a figure that stands is kept."""
    (found,) = find_letters(["draft-1.txt"]).letters
    old = check_one(found, load_table(None).field, None)
    assert isinstance(old, CheckedLetter)
    claims = {
        one.text: subject for one, subject in zip(old.extraction.claims, claim_subjects(old).values(), strict=True)
    }
    (alarm,) = [subject for one, subject in zip(old.findings, finding_subjects(old), strict=True)
                if one.status == "inconsistent"]  # fmt: skip
    store = open_store("out")
    for subject, decision in ((claims["12 ferries"], "accept"), (alarm, "dismiss"), (claims["7 piers"], "accept")):
        entry = Entry(subject=subject, revision=1, decision=decision, by="ada", at="2030-01-01T00:00:00+00:00")
        DecisionShelf(store).add(entry)
    store.close()
    assert main(["diff", "draft-1.txt", "draft-2.txt", "--format", "json"]) == 0
    lost = json.loads(capsys.readouterr().out)["voided"]
    assert [(one["quotations"][0], one["decision"]) for one in lost] == [
        ("12 ferries", "accept"),
        ("23 villages", "dismiss"),
    ]
    assert main(["diff", "draft-1.txt", "draft-1.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["voided"] == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("draft-1.txt", "draft-9.txt", "there is no such file"),
        ("draft-1.txt", "empty.txt", "empty"),
        ("draft-1", "latest", "there is no store yet"),
    ],
)
def test_what_cannot_be_compared_is_told(
    old: str, new: str, what: str, drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (drafts / "empty.txt").write_bytes(b"")
    assert main(["diff", old, new]) == 2
    assert what in capsys.readouterr().err
