"""`signatory-list`: what must stay silent first, then what must be found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.rules.signatory_list import RULE

NAMES = ["Harbour Union", "Lake Network", "River Watch", "Coast Alliance", "Hill Farmers Forum", "Mill Workers"]


def made(draft, numbers, between=None):
    """A list with these numbers; `between` puts words before the entry of an index."""
    names = NAMES[: len(numbers)]
    lines = [f"{(between or {}).get(at, '')}{n}. {x}" for at, (n, x) in enumerate(zip(numbers, names, strict=True))]
    return draft("Signed by:\n" + "\n".join(lines)).list(*zip(numbers, names, strict=True))


def one(draft, field):
    (finding,) = RULE.run(draft.done(), field)
    return finding


@pytest.mark.parametrize(
    ("numbers", "between"),
    [
        ([1, 2, 3, 4, 5, 6], None),
        ([1, 2, 3, 1, 2, 3], {3: "Individuals:\n"}),
        ([1, 2, 4, 5], {2: "3) \n"}),
        ([1, 3, 5, 2, 4, 6], None),
        ([1, 2, 5, 6, 3, 4], None),
    ],
    ids=[
        "in order",
        "a new heading starts a new numbering",
        "a number we did not read as an entry",
        "columns by rows",
        "columns",
    ],
)
def test_silent(draft, empty_field, numbers, between):
    assert one(made(draft, numbers, between), empty_field).status == "consistent"


def test_no_list(draft, empty_field):
    assert one(draft("We, 12 groups, write."), empty_field).status == "not_checkable"


def test_bullets(draft, empty_field):
    finding = one(draft("- Harbour Union\n- Lake Network").list("Harbour Union", "Lake Network"), empty_field)
    assert (finding.status, finding.expected) == ("not_checkable", "2")


def test_a_list_that_begins_later_is_cut_not_wrong(draft, empty_field):
    assert {f.status for f in RULE.run(made(draft, [40, 41, 42]).done(), empty_field)} == {"not_checkable"}


def test_the_range_is_named(draft, empty_field):
    finding = one(made(draft, [1, 2, 3]), empty_field)
    assert finding.message == "The list is numbered 1–3 without a gap: 3 entries."


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([1, 2, 4, 5], "No. 3 is missing: the list is numbered up to 5 and holds 4 entries."),
        ([1, 2, 5], "Nos. 3 and 4 are missing"),
        ([1, 2, 2, 3], "No. 2 in the list stands twice: 4 entries are numbered up to 3."),
        ([1, 2, 3, 1, 2], "The numbering goes back from 3 to 1 without a new heading."),
    ],
)
def test_slips_of_the_numbering(draft, empty_field, numbers, words):
    findings = [f for f in RULE.run(made(draft, numbers).done(), empty_field) if words in f.message]
    assert [(f.status, f.severity) for f in findings] == [("inconsistent", "warning")]
    assert len(RULE.run(made(draft, numbers).done(), empty_field)) == 1


def test_an_empty_entry(draft, empty_field):
    letter = draft("1. Harbour Union\n2. —\n3. River Watch").list((1, "Harbour Union"), (2, "—"), (3, "River Watch"))
    assert one(letter, empty_field).message == "No. 2 of the list is empty."


def test_late_additions_are_said_and_no_more(draft, empty_field):
    letter = draft("1. Harbour Union\n2. Lake Network\nLate:\nRiver Watch")
    finding = one(letter.list((1, "Harbour Union"), (2, "Lake Network"), (None, "River Watch")), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "info")
    assert "2 numbered entries, then 1 without a number: 3 in all" in finding.message


@settings(deadline=None)
@given(length=st.integers(3, 60), drop=st.integers(1, 58))
def test_any_number_left_out_is_named(draft, empty_field, length, drop):
    numbers = [n for n in range(1, length + 1) if n != drop + 1]
    names = [f"Body {'x' * n}" for n in numbers]
    letter = draft("\n".join(f"{n}. {x}" for n, x in zip(numbers, names, strict=True)))
    finding = one(letter.list(*zip(numbers, names, strict=True)), empty_field)
    gap = 1 < drop + 1 < length
    assert (finding.status == "inconsistent") == gap
    assert not gap or f"No. {drop + 1} is missing" in finding.message
