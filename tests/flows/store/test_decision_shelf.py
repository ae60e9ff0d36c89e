"""Decisions in the store, on both databases: nothing is changed or lost, and of two at once one is refused."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from flows.review.decision_shelf import DecisionShelf, Overtaken, decisions_of
from flows.store.open_store import Store
from reports.deciding.entries import Entry, Subject

SUBJECT = Subject.of("wells", "claim", ("60 wells", "About 60 wells “are” dry. ရေတွင်း"), "60", 1)
SUM = Subject.of("wells", "finding", ("90", "60"), "90 | 100", 1, "parts-whole")


def entry(revision: int = 1, subject: Subject = SUBJECT, **changes: object) -> Entry:
    made = Entry(subject=subject, revision=revision, decision="dismiss", by="Ada", at="2024-01-01T00:00:00+00:00",
                 note="seen\n“so”", payload={"reason": "fine", "read": {"measure": None}})  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_what_is_kept_comes_back_as_it_was(reopened: Callable[[], Store]) -> None:
    rows = [entry(), entry(1, SUM, decision="accept"), entry(2, decision="undo", by="Ben")]
    DecisionShelf(reopened()).add(*rows)
    again = DecisionShelf(reopened())
    assert list(again.entries()) == rows
    assert again.entries("other") == []
    assert again.version() == 3


@pytest.mark.parametrize("revision", [0, 1, 3])
def test_a_row_that_does_not_follow_on_the_last_is_refused(store: Store, revision: int) -> None:
    shelf = DecisionShelf(store)
    shelf.add(entry(1))
    with pytest.raises(Overtaken):
        shelf.add(entry(revision, by="Ben"))
    assert [one.by for one in shelf.entries()] == ["Ada"]


def test_of_several_rows_all_are_kept_or_none(store: Store) -> None:
    shelf = DecisionShelf(store)
    shelf.add(entry(1))
    with pytest.raises(Overtaken):
        shelf.add(entry(1, SUM), entry(1))
    assert len(shelf.entries()) == 1


def test_of_many_at_once_exactly_one_is_first(store: Store) -> None:
    shelf = DecisionShelf(store)

    def decide(number: int) -> bool:
        try:
            shelf.add(entry(1, by=f"editor {number}"))
        except Overtaken:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        first = list(pool.map(decide, range(8)))
    assert first.count(True) == 1
    assert [one.by for one in shelf.entries()] == [f"editor {first.index(True)}"]


def test_commands_read_what_a_review_has_kept(store: Store, out: Path) -> None:
    DecisionShelf(store).add(entry())
    out.mkdir(exist_ok=True)
    (out / "by-hand.jsonl").write_text('{"letter_id": "l", "claim_id": "c", "decision": "accepted"}\n')
    decisions = decisions_of(str(out))
    assert decisions.kept[SUBJECT.place].clears
    assert len(decisions.lines.latest) == 1


def test_a_fingerprint_tells_of_every_step(store: Store, out: Path) -> None:
    out.mkdir(exist_ok=True)
    shelf = DecisionShelf(store)
    shelf.add(entry())
    before = decisions_of(str(out)).fingerprint()
    assert decisions_of(str(out)).fingerprint() == before
    shelf.add(entry(2, decision="undo"))
    assert decisions_of(str(out)).fingerprint() != before
