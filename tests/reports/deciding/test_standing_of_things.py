"""On what a decision hangs, what may follow on what, how a thing then stands, and what matches nothing any more."""

from __future__ import annotations

from typing import Any

import pytest

from reports.deciding.decisions import Decisions
from reports.deciding.entries import Entry, Subject
from reports.deciding.folding import Standing, standing, standings, undecided
from reports.deciding.next_steps import Refused, next_entry
from reports.deciding.orphaned import orphans
from reports.deciding.things_decided import claim_subjects, finding_subjects

TEXT = (
    "On Monday 60 wells were dry. On Monday 60 wells were dry. On Tuesday 61 wells were dry.\nAbout 60 wells remain.\n"
)
SUBJECT = Subject.of("l", "claim", ("60 wells", "60 wells were dry."), "60", 1)
OF_A_SUM = Subject.of("l", "finding", ("60", "61"), "60 | 61", 1, "parts-whole")


def told(*steps: dict[str, str], subject: Subject = SUBJECT) -> Standing:
    """How a thing stands after these steps."""
    rows: list[Entry] = []
    stood = undecided(subject)
    for number, step in enumerate(steps):
        rows.append(next_entry(stood, {"by": "Ada", **step}, f"2024-01-01T00:00:{number:02}Z", {}))
        stood = standing(rows)
    return stood


def letter_of(make: Any, text: str, *at: tuple[str, int]) -> Any:
    claims = tuple(make.claim(text, words, words.split()[0], nth=nth, letter_id="l") for words, nth in at)
    return make.checked(make.letter(text, "l"), claims, tuple(make.verdict(one) for one in claims))


def keys(make: Any, text: str, *at: tuple[str, int]) -> list[str]:
    return [one.key for one in claim_subjects(letter_of(make, text, *at)).values()]


def test_alike_words_are_told_apart_by_sentence_and_occurrence(make: Any) -> None:
    found = keys(make, TEXT, ("60 wells", 0), ("60 wells", 1), ("60 wells", 2))
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("About 60", "About 61"),
        TEXT.replace("About 60", "Some 60"),
        TEXT.replace("remain.", "remain, they say."),
    ],
)
def test_another_figure_or_sentence_is_another_thing(make: Any, other: str) -> None:
    before = keys(make, TEXT, ("60 wells", 2))
    at = ("61 wells", 0) if "About 61" in other else ("60 wells", 2)
    assert keys(make, other, at) != before


@pytest.mark.parametrize("other", ["A new line.\n\n" + TEXT, TEXT.replace("About 60", "About  60"), TEXT + "61 more."])
def test_an_edit_elsewhere_leaves_a_thing_what_it_was(make: Any, other: str) -> None:
    assert keys(make, other, ("60 wells", 2)) == keys(make, TEXT, ("60 wells", 2))


def test_findings_hang_on_rule_words_and_both_sides_of_the_sum(make: Any) -> None:
    def key(rule: str = "a", stated: str = "60", expected: str = "61", nth: int = 0) -> str:
        span = make.claim(TEXT, "60 wells", "60", nth=nth).span
        found = make.finding(rule, "inconsistent", stated=stated, expected=expected, spans=(span,))
        return finding_subjects(make.checked(make.letter(TEXT, "l"), findings=(found,)))[0].key

    assert len({key(), key(rule="b"), key(stated="59"), key(expected="62")}) == 4
    assert key() == key()


@pytest.mark.parametrize(
    ("steps", "state", "clears"),
    [
        ([], "open", False),
        ([{"decision": "assign", "to": "Ben"}], "assigned", False),
        ([{"decision": "accept"}], "decided", False),
        ([{"decision": "correct", "wording": "61 wells"}], "decided", False),
        ([{"decision": "dismiss", "reason": "fine"}], "decided", True),
        ([{"decision": "not_a_claim"}], "decided", True),
        ([{"decision": "source_wrong"}], "decided", True),
        ([{"decision": "read_wrongly"}], "decided", True),
        ([{"decision": "read_wrongly", "right_value": "61"}], "decided", False),
        ([{"decision": "not_a_claim"}, {"decision": "confirm", "by": "Ben"}], "confirmed", True),
        ([{"decision": "not_a_claim"}, {"decision": "return", "by": "Ben"}], "returned", False),
        ([{"decision": "not_a_claim"}, {"decision": "undo"}], "open", False),
        ([{"decision": "not_a_claim"}, {"decision": "assign", "to": "Ben"}], "decided", True),
        ([{"decision": "not_a_claim"}, {"decision": "return", "by": "Ben"}, {"decision": "undo"}], "decided", True),
        ([{"decision": "not_a_claim"}, {"decision": "accept", "by": "Ben"}, {"decision": "undo"}], "decided", True),
        ([{"decision": "not_a_claim"}, {"decision": "let_go"}], "ended", False),
    ],
)
def test_how_a_thing_stands(steps: list[dict[str, str]], state: str, clears: bool) -> None:
    stood = told(*steps)
    assert (stood.state, stood.clears, stood.revision) == (state, clears, len(steps))


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ([{"decision": "accept", "by": " "}], "who you are"),
        ([{"decision": ""}], "Choose a decision"),
        ([{"decision": "perhaps"}], "Choose a decision"),
        ([{"decision": "correct", "wording": " \n"}], "how it should read"),
        ([{"decision": "dismiss"}], "Choose a reason"),
        ([{"decision": "assign"}], "whose it is"),
        ([{"decision": "undo"}], "nothing to take back"),
        ([{"decision": "confirm", "by": "Ben"}], "waits for a second"),
        ([{"decision": "accept"}, {"decision": "confirm", "by": " ADA"}], "somebody else"),
        ([{"decision": "accept"}, {"decision": "return", "by": "Ada"}], "somebody else"),
        ([{"decision": "read_wrongly", "right_value": "1.234,5"}], "no number"),
        ([{"decision": "read_wrongly", "right_value": "1,23"}], "no number"),
        ([{"decision": "read_wrongly", "right_value": "NaN"}], "no number"),
        ([{"decision": "read_wrongly", "right_value": "1e99999"}], "no number"),
        ([{"decision": "read_wrongly", "right_comparator": "≈"}], "no comparator"),
        ([{"decision": "read_wrongly", "right_start": "31 May"}], "no date"),
        ([{"decision": "read_wrongly", "right_start": "2024-02-01", "right_end": "2024-01-01"}], "before it begins"),
        ([{"decision": "accept", "note": "x" * 2001}], "too long"),
    ],
)
def test_what_may_not_be_said_is_refused_in_a_sentence(steps: list[dict[str, str]], says: str) -> None:
    with pytest.raises(Refused, match=says):
        told(*steps)


@pytest.mark.parametrize("decision", ["not_a_claim", "source_wrong"])
def test_a_sum_is_no_claim_and_has_no_source(decision: str) -> None:
    with pytest.raises(Refused):
        told({"decision": decision}, subject=OF_A_SUM)


def test_the_right_reading_is_kept_in_digits() -> None:
    stood = told({"decision": "read_wrongly", "right_value": "1,234.50", "right_comparator": ">=",
                  "right_start": "2024-01-01"})  # fmt: skip
    assert stood.decided is not None
    assert stood.decided.payload["right"] == {"value": "1234.50", "comparator": ">=", "start": "2024-01-01"}


def test_a_decision_that_matches_nothing_is_an_orphan_and_never_moves_by_itself(make: Any) -> None:
    before = letter_of(make, TEXT, ("60 wells", 2))
    [subject] = claim_subjects(before).values()
    row = Entry(subject=subject, revision=1, decision="dismiss", by="Ada", at="2024-01-01")
    decisions = Decisions(kept=standings([row]))
    assert decisions.of(before).clears_claim(before.extraction.claims[0].claim_id)
    assert orphans(decisions, [(before, decisions.of(before))]) == ()
    after = letter_of(make, TEXT.replace("About 60 wells", "About 60 wells today"), ("60 wells", 2))
    assert not decisions.of(after).clears_claim(after.extraction.claims[0].claim_id)
    [orphan] = orphans(decisions, [(after, decisions.of(after))])
    assert (orphan.by, orphan.read, orphan.carried_out) == ("Ada", True, False)


def test_a_correction_that_was_carried_out_says_so(make: Any) -> None:
    [subject] = claim_subjects(letter_of(make, TEXT, ("60 wells", 2))).values()
    row = Entry(subject=subject, revision=1, decision="correct", by="Ada", at="", payload={"wording": "Some 58 wells"})
    after = make.checked(make.letter(TEXT.replace("About 60", "Some 58"), "l"))
    decisions = Decisions(kept=standings([row]))
    [orphan] = orphans(decisions, [(after, decisions.of(after))])
    assert orphan.carried_out
