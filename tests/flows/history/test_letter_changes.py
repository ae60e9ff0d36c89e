"""Two states of a letter: which numbers are the same, changed, new, gone; and why a verdict is another one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flows.history.causes import Cause, causes_of, run_causes
from flows.history.letter_changes import ClaimChange, claim_changes, finding_changes
from flows.store.letter_states import ClaimState, LetterState
from flows.store.past_runs import RunFacts, facts_of
from tests.factories.past_states import alarm, claim_state, letter_of, record_of, source_row, verdict_state


def told(old: LetterState | None, new: LetterState | None) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.what, one.before.quotation if one.before else None, one.after.quotation if one.after else None)
        for one in claim_changes(old, new)
    ]


def in_sentence(sentence: str, *figures: tuple[str, str], **changes: Any) -> list[ClaimState]:
    return [
        claim_state(value, noun, position=at, sentence=sentence, **changes) for at, (value, noun) in enumerate(figures)
    ]


def test_another_subject_is_no_changed_figure() -> None:
    """What must not be paired: other things counted, other sentences, other kinds."""
    for old, new in [
        (claim_state(sentence="We saw 40 boats."), claim_state("70", "houses", sentence="The army burned 70 houses.")),
        (claim_state(sentence="We saw 40 boats."), claim_state("70", sentence="Since June they sank 70 boats at sea.")),
        (claim_state(kind="statistic"), claim_state("41", kind="percentage")),
        (claim_state(sentence=""), claim_state("41", sentence="")),  # words forgotten: nothing can be told
    ]:  # fmt: skip
        assert {what for what, _, _ in told(letter_of(old), letter_of(new))} == {"new", "gone"}, new


def test_each_of_a_sentence_with_its_like() -> None:
    old = letter_of(
        *in_sentence("Of 40 boats and 12 ferries, 9 boats sank.", ("40", "boats"), ("12", "ferries"), ("9", "boats"))
    )
    new = letter_of(
        *in_sentence("Of 45 boats and 12 ferries, 8 boats sank.", ("45", "boats"), ("12", "ferries"), ("8", "boats"))
    )
    assert told(old, new) == [
        ("changed", "40 boats", "45 boats"),
        ("same", "12 ferries", "12 ferries"),
        ("changed", "9 boats", "8 boats"),
    ]


@pytest.mark.parametrize(
    ("new", "what"),
    [
        (claim_state(), "same"),
        (claim_state(position=3), "same"),
        (claim_state(sentence="Another sentence with 40 boats."), "same"),
        (claim_state(comparator=">="), "changed"),
        (claim_state(place="Lakeland"), "changed"),
        (claim_state(verdict=verdict_state("overstated")), "flipped"),
        (claim_state(verdict=verdict_state(timeliness="superseded_since")), "flipped"),
        (claim_state(verdict=verdict_state(arithmetic="40 ≤ 41")), "same"),
        (claim_state("41", claim_id="x"), "changed"),
        (claim_state("40", "ships", claim_id="x"), "changed"),
    ],
)
def test_what_became_of_a_claim(new: ClaimState, what: str) -> None:
    (change,) = claim_changes(letter_of(claim_state()), letter_of(new))
    assert change.what == what


def test_letters_that_come_and_go() -> None:
    assert told(None, letter_of(claim_state())) == [("new", None, "40 boats")]
    assert told(letter_of(claim_state()), None) == [("gone", "40 boats", None)]
    assert told(None, None) == []


def test_alarms_that_come_and_go() -> None:
    held = alarm("7", status="consistent")
    old, new = letter_of(findings=(alarm("5"), held)), letter_of(findings=(alarm("6"), held))
    assert [(one.what, one.finding.stated) for one in finding_changes(old, new)] == [("new", "6"), ("gone", "5")]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (["a"], ["a"], []),
        (["a", "b"], ["b", "a"], []),
        (["a"], ["b"], []),  # the words at its figures were changed, its figures were not
        ([""], ["a"], []),  # kept before alarms had keys
        ([""], [""], []),
        (["a", "b"], ["b"], ["gone"]),  # the same figures twice in a letter, one of them settled
        (["", ""], ["b"], ["gone"]),
        (["a"], ["a", "b"], ["new"]),
    ],
)
def test_an_alarm_is_known_by_its_words_and_which_of_them_it_is(
    old: list[str], new: list[str], changes: list[str]
) -> None:
    before, after = (letter_of(findings=tuple(alarm(key=key) for key in keys)) for keys in (old, new))
    assert [one.what for one in finding_changes(before, after)] == changes


OLD = facts_of(record_of(1) | {"version": "0.1.0"}, ("our-table", "t" * 64))
LATER = {"table_sha256": "u" * 64}
SAME, OTHER_TEXT = letter_of(claim_state()), letter_of(claim_state(), text="second")
FLIPPED = claim_state(verdict=verdict_state("overstated"))
ROW = claim_state(verdict=verdict_state("overstated", source_row("31")))
ADDED = claim_state(verdict=verdict_state("overstated", source_row(), source_row("30", "other-boats")))
BESIDE = claim_state(verdict=verdict_state("overstated", source_row("31"), source_row("9", "beside", decides=False)))


@pytest.mark.parametrize(
    ("after", "letter", "run", "kinds"),
    [
        (FLIPPED, SAME, {}, ["unknown"]),
        (ROW, SAME, {}, ["unknown"]),  # the table is the same: its rows are not to blame
        (ROW, SAME, LATER, ["row_changed"]),
        (ADDED, SAME, LATER, ["row_new"]),
        (BESIDE, SAME, LATER, ["row_changed"]),  # a row that only stands beside is not told where one decides
        (FLIPPED, SAME, LATER, ["table_elsewhere"]),
        (FLIPPED, OTHER_TEXT, {}, ["letter_elsewhere"]),
        (FLIPPED, OTHER_TEXT, LATER, ["letter_elsewhere", "table_elsewhere"]),
        (replace(FLIPPED, sentence="Some 40 boats."), OTHER_TEXT, LATER, ["sentence"]),
        (FLIPPED, SAME, {"words": "v"}, ["words"]),
        (FLIPPED, SAME, {"software": "v", "version": "0.2.0"}, ["software"]),
        (FLIPPED, OTHER_TEXT, {"settings": {"as_known": "today"}}, ["settings"]),
        (ROW, OTHER_TEXT, LATER | {"software": "v"}, ["row_changed", "software"]),
        (ROW, SAME, {"table_sha256": None}, ["table_gone"]),
    ],
)
def test_why(after: ClaimState, letter: LetterState, run: dict[str, Any], kinds: list[str]) -> None:
    change = ClaimChange(what="flipped", before=claim_state(), after=after)
    new: RunFacts = replace(OLD, **run)
    assert [one.kind for one in causes_of(change, (SAME, letter), (OLD, new))] == kinds


def test_a_row_that_changed_is_told_with_its_figures() -> None:
    change = ClaimChange(what="flipped", before=claim_state(), after=ROW)
    (cause,) = causes_of(change, (SAME, SAME), (OLD, replace(OLD, **LATER)))
    assert cause.plain() == {
        "kind": "row_changed", "row": "counter-boats-2030", "before": "40", "before_on": "2030-01-01", "after": "31",
        "after_on": "2030-01-01",
    }  # fmt: skip


def test_what_changed_for_all() -> None:
    assert run_causes(OLD, OLD) == ()
    assert run_causes(OLD, replace(OLD, **LATER, words="v")) == (Cause(kind="table"), Cause(kind="words"))
    assert run_causes(replace(OLD, table_sha256=None), OLD) == (Cause(kind="table_new"),)
