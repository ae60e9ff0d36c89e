"""A finished run in the store: whole or not at all, read back as it was, forgotten as the retention says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from claims.errors import CrossfootError
from flows.store import keep_run as keeping
from flows.store.keep_run import forget, keep_again, keep_run, knows
from flows.store.letter_states import LetterState, letter_state
from flows.store.open_store import Store, open_store
from flows.store.past_runs import last_run, letters_of, run_named, runs, states
from flows.store.run_tables import ACROSS, CLAIMS, FINDINGS, LETTERS, RUN_LETTERS, RUNS, TIMINGS, VERDICTS
from flows.store.verdict_course import verdict_course
from tests.factories import checked as make
from tests.factories.past_states import alarm, claim_state, letter_of, record_of

TABLES = (RUNS, LETTERS, RUN_LETTERS, CLAIMS, VERDICTS, FINDINGS, ACROSS, TIMINGS)


def rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {
            one.name: connection.execute(select(func.count()).select_from(one)).scalar_one()
            for one in TABLES
        }  # fmt: skip


def read(store: Store, run_id: str) -> dict[str, LetterState]:
    with store.reading() as connection:
        numbers = [number for number, _ in letters_of(connection, run_id).values()]
        return {one.letter_id: one for one in states(connection, numbers).values()}


def test_a_letter_comes_back_as_it_went_in(store: Store) -> None:
    state = letter_state(make.checked_letter())
    keep_run(store, record_of(), [state], [make.across_finding()])
    assert read(store, record_of()["run_id"]) == {"flood": state}
    with store.reading() as connection:
        run = last_run(connection)
    assert run is not None
    assert (run.version, run.table_sha256, run.settings["language"]) == ("0.1.0", "t" * 64, "auto")
    assert rows(store)["timings"] == 2


def test_runs_in_which_a_letter_came_out_alike_share_its_state(store: Store) -> None:
    letter = letter_of(claim_state(), findings=(alarm(),))
    for number in (1, 2, 3):
        keep_run(store, record_of(number), [letter], [])
    assert rows(store) | {"timings": 0} == {
        "runs": 3, "letters": 1, "run_letters": 3, "claims": 1, "verdicts": 1, "findings": 1, "findings_across": 0,
        "timings": 0,
    }  # fmt: skip


def test_verdicts_are_counted_run_by_run(store: Store) -> None:
    for number in (1, 2, 3):
        keep_run(store, record_of(number), [letter_of(claim_state(), findings=(alarm(),))], [])
    with store.reading() as connection:
        course, last = verdict_course(connection), verdict_course(connection, most=1)
    verdict = claim_state().verdict
    assert verdict is not None
    assert [one["run_id"] for one in course] == [record_of(number)["run_id"] for number in (1, 2, 3)]
    assert {tuple(one["verdicts"].items()) for one in course} == {((verdict.against_source, 1),)}
    assert last == course[-1:]


def test_the_digest_is_of_everything_that_came_out() -> None:
    same = letter_state(make.checked_letter()).digest
    assert same == letter_state(make.checked_letter()).digest
    others = [
        letter_state(make.checked_letter(findings=())).digest,
        letter_state(make.checked_letter(verdicts={})).digest,
        letter_state(make.checked_letter(verdicts={"flood-120": make.verdict(arithmetic="120 < 131")})).digest,
        letter_state(make.checked_letter("drought")).digest,
    ]
    assert len({same, *others}) == 5


def test_a_run_in_which_nothing_changed_has_the_letters_of_the_one_before(store: Store) -> None:
    keep_run(store, record_of(1), [letter_of(claim_state())], [make.across_finding()])
    keep_again(store, record_of(2, as_run=record_of(1)["run_id"]), record_of(1)["run_id"])
    keep_again(store, record_of(3, as_run=record_of(1)["run_id"]), record_of(2)["run_id"])
    assert read(store, record_of(3)["run_id"]) == read(store, record_of(1)["run_id"]) != {}
    assert (rows(store)["letters"], rows(store)["findings_across"]) == (1, 3)
    assert knows(store, record_of(3)["run_id"])
    assert not knows(store, "20300109T030000.000000Z-1")


def test_a_run_that_is_killed_on_the_way_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(keeping, "_across", killed)
    with pytest.raises(KeyboardInterrupt):
        keep_run(store, record_of(), [letter_of(claim_state())], [make.across_finding()])
    assert set(rows(store).values()) == {0}


def test_words_go_with_the_last_run_that_is_kept_whole(store: Store) -> None:
    first, second = letter_of(claim_state(), findings=(alarm(),)), letter_of(claim_state("41"), text="second")
    keep_run(store, record_of(1), [first], [])
    keep_run(store, record_of(2), [second], [])
    forget(store, [record_of(2)["run_id"]], 365)
    old, new = read(store, record_of(1)["run_id"])["harbour"], read(store, record_of(2)["run_id"])["harbour"]
    assert new == second
    assert (old.title, old.claims[0].sentence, old.findings[0].message) == (None, "", "")
    assert (old.claims[0].quotation, old.claims[0].verdict) == ("40 boats", first.claims[0].verdict)
    keep_run(store, record_of(3), [first], [])  # the letter is again what it was: with its words
    assert read(store, record_of(3)["run_id"])["harbour"] == first
    forget(store, [record_of(2)["run_id"]], 365)  # both states of the same digest have lost their words now
    assert read(store, record_of(3)["run_id"])["harbour"].title is None


def test_runs_beyond_what_is_remembered_go_with_all_that_was_theirs_alone(store: Store) -> None:
    for number, value in ((1, "40"), (2, "41"), (3, "41")):
        keep_run(store, record_of(number), [letter_of(claim_state(value))], [make.across_finding()])
    forget(store, [record_of(1)["run_id"]], 1)  # the first is kept whole under runs/
    with store.reading() as connection:
        assert [one.id[7] for one in runs(connection)] == ["1", "3"]
    forget(store, [], 1)
    assert rows(store) == {
        "runs": 1, "letters": 1, "run_letters": 1, "claims": 1, "verdicts": 1, "findings": 0, "findings_across": 1,
        "timings": 2,
    }  # fmt: skip


def test_no_name_of_a_signatory_outlives_the_retention(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it stand in the free pages of the file."""
    monkeypatch.delenv("CROSSFOOT_STORE", raising=False)
    name = "Ferry Workers of the Northern Quay"
    told = alarm(message=f"“{name}” is listed twice", stated=f"2 entries (“{name}”)")
    store = open_store(tmp_path)
    keep_run(store, record_of(1), [letter_of(claim_state(sentence=f"{name} counted 40 boats."), findings=(told,))], [])
    file = tmp_path / "state" / "crossfoot.db"
    forget(store, [record_of(1)["run_id"]], 365)
    store.close()
    assert name.encode() in file.read_bytes()
    store = open_store(tmp_path)
    forget(store, [], 365)
    store.close()
    left = [path for path in file.parent.iterdir() if name.encode() in path.read_bytes()]
    assert left == []


def test_a_run_is_named_by_the_beginning_of_its_id(store: Store) -> None:
    for number in (1, 2):
        keep_run(store, record_of(number), [], [])
    with store.reading() as connection:
        assert run_named(connection, "20300102").id == record_of(2)["run_id"]
        assert run_named(connection, "latest").id == record_of(2)["run_id"]
        for wrong, said in (("2030", "2 runs are called so"), ("1999", "no run of that name"), ("", "2 runs")):
            with pytest.raises(CrossfootError, match=said):
                run_named(connection, wrong)


def test_odd_words_are_kept_as_far_as_a_database_can(store: Store, reopened: Callable[[], Store]) -> None:
    claim = claim_state(sentence="x", quotation="40 နိုင်ငံ 🚢")
    keep_run(store, record_of(problems=[{"path": "bad\udcff\0.txt", "message": "m"}]), [letter_of(claim)], [])
    with reopened().reading() as connection:
        run = last_run(connection)
    assert run is not None
    assert run.problems[0]["path"] == "bad\\udcff.txt"
    assert read(store, record_of()["run_id"])["harbour"].claims[0].quotation == "40 နိုင်ငံ 🚢"


def test_many_letters_at_once(store: Store) -> None:
    """More than a database takes in one question."""
    letters = [letter_of(claim_state(), name=f"letter-{number}", text=str(number)) for number in range(1500)]
    keep_run(store, record_of(1), letters, [])
    keep_run(store, record_of(2), letters, [])
    assert read(store, record_of(2)["run_id"]).keys() == {one.letter_id for one in letters}
    forget(store, [], 1)
    assert rows(store)["letters"] == 1500
