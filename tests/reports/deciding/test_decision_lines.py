"""What an editor has dismissed does not fail a check; what cannot be read is named with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.errors import CrossfootError
from claims.letters import letter_from_bytes
from claims.model import Field, Span
from expectations.check import check_letter
from reports.deciding.decisions import Decisions
from reports.deciding.loading import load_decisions
from reports.deciding.orphaned import orphans
from reports.standing.failing import fails

TEXT = "The 22th session and the 22th meeting."


def checked_letter(make: Any, *words: str, letter_id: str = "l") -> Any:
    """A letter with an alarm at each of `words`."""
    spans = [Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words]
    findings = tuple(
        make.finding("ordinal", "inconsistent", "warning", stated="22th", expected="22nd", spans=(span,))
        for span in spans
    )
    return make.checked(make.letter(TEXT, letter_id), findings=findings)


def cleared(make: Any, decisions: Decisions, *words: str, letter_id: str = "l") -> list[bool]:
    stood = decisions.of(checked_letter(make, *words, letter_id=letter_id))
    return [stood.clears_finding(at) for at in range(len(words))]


def write(folder: Path, *rows: dict[str, Any] | str, name: str = "a.jsonl") -> str:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(folder)


def decided(decision: str, **what: str) -> dict[str, str]:
    return {"letter_id": "l", "rule": "ordinal", "stated": "22th", "decision": decision, **what}


def test_only_the_finding_named_is_dismissed(make: Any, tmp_path: Path) -> None:
    decisions = load_decisions(write(tmp_path, decided("dismissed")))
    assert cleared(make, decisions, "22th session") == [True]
    assert cleared(make, decisions, "22th session", letter_id="other") == [False]
    others = load_decisions(write(tmp_path, decided("dismissed", stated="23th")))
    assert cleared(make, others, "22th session") == [False]


def test_of_two_alike_only_the_one_quoted_is_dismissed(make: Any, tmp_path: Path) -> None:
    decisions = load_decisions(write(tmp_path, {**decided("dismissed"), "quotes": ["22th  session"]}))
    assert cleared(make, decisions, "22th session", "22th meeting") == [True, False]
    assert cleared(make, decisions, "22th meeting") == [False]


def test_a_decision_without_words_does_not_choose_among_several(make: Any, tmp_path: Path) -> None:
    decisions = load_decisions(write(tmp_path, decided("dismissed")))
    assert cleared(make, decisions, "22th session", "22th meeting") == [False, False]


def test_one_of_two_doubles_dismissed_leaves_the_other(tmp_path: Path) -> None:
    names = ["Alder Watch", "Birch Union", "Cedar Network", "Alder Watch", "Birch Union", "Dune Forum"]
    listed = "\n".join(f"{n}. {name}" for n, name in enumerate(names, 1))
    letter = letter_from_bytes(
        f"3 May 2023\n\nDear Members,\n\nOpen the ports.\n\nSigned by:\n\n{listed}\n".encode(),
        path="l.txt",
        letter_id="l",
    )
    checked = check_letter(letter, Field(measures=(), events=(), producers=(), places=()), None)
    rows = [
        {"letter_id": "l", "rule": f.rule, "stated": f.stated, "decision": "dismissed",
         "quotes": [span.of(letter.text) for span in f.spans]}
        for f in checked.findings if f.rule == "signatory-duplicate"
    ]  # fmt: skip
    assert len(rows) == 2
    assert fails([checked], [], "any", load_decisions(write(tmp_path, rows[0])))
    assert not fails([checked], [], "any", load_decisions(write(tmp_path, *rows)))


@pytest.mark.parametrize("decision", ["accepted", "corrected", "open"])
def test_no_other_decision_dismisses(make: Any, tmp_path: Path, decision: str) -> None:
    assert cleared(make, load_decisions(write(tmp_path, decided(decision))), "22th session") == [False]


def test_a_later_line_takes_an_earlier_one_back(make: Any, tmp_path: Path) -> None:
    decisions = load_decisions(write(tmp_path, decided("dismissed"), "", decided("open")))
    assert cleared(make, decisions, "22th session") == [False]


def test_a_line_that_matches_nothing_is_named(make: Any, tmp_path: Path) -> None:
    decisions = load_decisions(write(tmp_path, {**decided("dismissed", by="Ada"), "quotes": ["21th session"]}))
    checked = checked_letter(make, "22th session")
    [orphan] = orphans(decisions, [(checked, decisions.of(checked))])
    assert (orphan.letter_id, orphan.quotations, orphan.by, orphan.read) == ("l", ("21th session",), "Ada", True)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "not JSON"),
        ("[]", "no decision"),
        (decided("perhaps"), "one of accepted"),
        ({"letter_id": "l", "decision": "dismissed"}, "what it decides"),
        ({"claim_id": "c", "decision": "dismissed"}, "what it decides"),
        ({**decided("dismissed"), "quotes": "22th"}, "no list of words"),
    ],
)
def test_a_line_at_fault_is_named(tmp_path: Path, row: dict[str, str] | str, says: str) -> None:
    with pytest.raises(CrossfootError, match=r"a\.jsonl, line 2.*") as caught:
        load_decisions(write(tmp_path, decided("open"), row))
    assert says in caught.value.message


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CrossfootError, match="no folder"):
        load_decisions(str(tmp_path / "none"))
