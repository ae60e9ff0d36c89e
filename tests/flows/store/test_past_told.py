"""`crossfoot history` and `diff` on a store, as a user meets them: on both databases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import insert

from flows.cli import main
from flows.history.voided import voided
from flows.store.decision_table import DECISIONS
from flows.store.keep_run import forget, keep_run
from flows.store.open_store import Store, open_store
from flows.store.store_address import VARIABLE
from tests.factories.past_states import alarm, claim_state, letter_of, record_of, source_row, verdict_state

FIRST = letter_of(claim_state(), claim_state("12", "ferries", 1), findings=(alarm(),))
SECOND = letter_of(claim_state("45", claim_id="harbour-45"), claim_state("12", "ferries", 1), text="second")
THIRD = letter_of(
    claim_state("45", claim_id="harbour-45", verdict=verdict_state("overstated", source_row("31"))),
    claim_state("12", "ferries", 1),
    text="second",
)
RUN = [record_of(number)["run_id"] for number in range(9)]


@pytest.fixture
def past(store: Store) -> Store:
    """Four runs: the letter, the same again, rewritten, and with another row in the table; a second letter comes."""
    table = {"where": "our-table", "sha256": "u" * 64, "rows": 3}
    keep_run(store, record_of(1), [FIRST], [])
    keep_run(store, record_of(2, since={"totals": {}}), [FIRST], [])
    keep_run(store, record_of(3, since={"totals": {"figure_changed": 1}}), [SECOND], [])
    other = letter_of(name="quay", text="other", title=None)
    keep_run(store, record_of(4, reference_table=table), [THIRD, other], [])
    return store


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_a_letter_over_the_runs(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(said(capsys, "history", "harbour", "--out", str(out)).split())
    assert "1 January 2030, 03:00 UTC to 2 January 2030, 03:00 UTC (2 runs)" in text
    assert "“40 boats” → “45 boats”; consistent" in text
    assert "consistent → overstated" in text
    assert "the figure counter-boats-2030 in the reference table changed: 40 (1 January 2030) → 31" in text
    assert "1 figure that came out alike in every run" in text
    assert "ferries" not in text
    assert "“12 ferries”" in said(capsys, "history", "letters/harbour.txt", "--all", "--out", str(out))


def test_a_claim_by_any_id_it_had(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_old = said(capsys, "history", "harbour-40-boats", "--out", str(out))
    assert by_old == said(capsys, "history", "harbour-45", "--out", str(out))
    assert by_old == said(capsys, "history", "harbour.txt", "--claim", "BOATS", "--out", str(out))
    history = json.loads(said(capsys, "history", "harbour-45", "--out", str(out), "--format", "json"))
    (steps,) = history["claims"]
    assert [(one["what"], one["runs"], [each["kind"] for each in one["causes"]]) for one in steps] == [
        ("new", 2, []), ("changed", 1, ["sentence"]), ("flipped", 1, ["row_changed"]),
    ]  # fmt: skip
    assert [one["items"] for one in history["states"]] == [0, 0, 0]


def test_what_is_not_remembered_is_said(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, what in (
        (("history", "pier"), "no letter and no claim of that name"),
        (("history", "harbour", "--claim", "geese"), "no claim of harbour has these words"),
        (("diff", "1999", "latest"), "no run of that name is in the store"),
        (("diff", "2030", "latest"), "4 runs are called so"),
    ):
        assert main([*words, "--out", str(out)]) == 2
        assert what in capsys.readouterr().err


def test_the_runs_are_listed(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out / "runs" / RUN[4]).mkdir(parents=True)
    text = said(capsys, "history", "--out", str(out))
    assert text.index(RUN[4]) < text.index(RUN[1])
    assert (text.count("(its pages are no longer kept)"), "1 figure changed" in text) == (3, True)
    runs = json.loads(said(capsys, "history", "--out", str(out), "--format", "json"))["runs"]
    assert [(one["run_id"], one["kept"]) for one in runs[:2]] == [(RUN[4], True), (RUN[3], False)]


def test_two_runs_side_by_side(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    diff = json.loads(said(capsys, "diff", RUN[2], "latest", "--out", str(out), "--format", "json"))
    assert diff["totals"] == {
        "letter_changed": 1, "letter_new": 1, "figure_changed": 1, "alarm_gone": 1,
    }  # fmt: skip
    assert [one["kind"] for one in diff["causes"]] == ["table"]
    text = said(capsys, "diff", RUN[2], "latest", "--out", str(out))
    assert "For all letters: the reference table changed." in text
    assert "settled  Parts and whole: 5; 2 + 2 = 4" in text
    assert "NEW (quay)" in text
    assert "Nothing changed." in said(capsys, "diff", RUN[1], RUN[2], "--out", str(out))


def decide(store: Store, **changes: object) -> None:
    row = {
        "at": "2030-01-02T04:00:00+00:00", "by": "ada", "letter_id": "harbour", "kind": "claim", "key": "k1",
        "quotations": ["40 boats", "The harbour counted 40 boats in May."], "value": "40", "occurrence": 1,
        "decision": "accept", "note": "asked them", "payload": {}, "supersedes": None, "revision": 1,
    } | changes  # fmt: skip
    with store.writing() as connection:
        connection.execute(insert(DECISIONS), row)


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        (["parts-whole:a", "parts-whole:b"], ["parts-whole:b"], ["parts-whole:a"]),
        (["parts-whole:a"], ["parts-whole:c"], ["parts-whole:a"]),  # the same figures, in other words
        (["parts-whole:b"], ["parts-whole:a"], []),
        (["", ""], ["parts-whole:a"], []),  # kept before findings had keys: it never was there for certain
        ([""], [], ["parts-whole:a"]),
    ],
)
def test_a_decision_on_a_finding_hangs_on_its_words_and_occurrence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: list[str], after: list[str], lost: list[str]
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    store = open_store(tmp_path)
    decide(store, key="parts-whole:a", kind="finding", quotations=["5"], value="5 | 2 + 2 = 4", decision="dismiss")
    old, new = (letter_of(findings=tuple(alarm(key=key) for key in keys)) for keys in (before, after))
    with store.reading() as connection:
        assert [one["key"] for one in voided(connection, ["harbour"], old, new)] == lost
    store.close()


def test_decisions_that_lose_their_words(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(past)
    decide(past, key="k2", quotations=["12 ferries", "The harbour counted 12 ferries in May."], value="12")
    decide(past, key="parts-whole:d", kind="finding", quotations=["5"], value="5 | 2 + 2 = 4", decision="dismiss")
    decide(past, key="k3", quotations=["99 geese", "x"], value="99")  # never held of this letter
    decide(past, key="k4", quotations=["40 boats", "The harbour counted 40 boats in May."], decision="undo")
    diff = json.loads(said(capsys, "diff", RUN[2], RUN[3], "--out", str(out), "--format", "json"))
    assert [(one["key"], one["decision"]) for one in diff["voided"]] == [("k1", "accept"), ("parts-whole:d", "dismiss")]
    assert "accept   “40 boats” (ada, 2030-01-02): asked them" in said(
        capsys, "diff", RUN[2], RUN[3], "--out", str(out)
    )
    kept = json.loads(said(capsys, "diff", RUN[3], RUN[4], "--out", str(out), "--format", "json"))
    assert kept["voided"] == []


def test_a_past_without_its_words_is_still_one(past: Store, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forget(past, [RUN[4]], 365)
    text = said(capsys, "history", "harbour-45", "--out", str(out))
    assert "consistent → overstated" in text
    assert "counted" not in text
