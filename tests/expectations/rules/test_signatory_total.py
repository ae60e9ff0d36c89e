"""`signatory-total`: what must stay silent first, then what must be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.rules.signatory_total import RULE

NAMES = ["Harbour Union", "Lake Network", "River Watch", "Coast Alliance", "Hill Farmers Forum"]


def verdicts(draft, field):
    return [(finding.status, finding.severity) for finding in RULE.run(draft.done(), field)]


def loud(draft, field):
    return [pair for pair in verdicts(draft, field) if pair[0] == "inconsistent" and pair[1] != "info"]


def lettered(draft, head, names=NAMES):
    return draft(head + "\n" + "\n".join(f"{at}. {name}" for at, name in enumerate(names, start=1)))


def entries(names=NAMES):
    return [(at, name) for at, name in enumerate(names, start=1)]


@pytest.mark.parametrize(("words", "value", "comparator"), [("up to 8 groups", 8, "<="), ("2+ groups", 2, ">=")])
def test_a_bound_whose_misprints_would_fit_too_is_not_held(draft, empty_field, words, value, comparator):
    made = lettered(draft, f"We, {words}, write.").total(words, value, comparator).list(*entries())
    assert verdicts(made, empty_field) == [("not_checkable", "info")]


def test_a_list_that_is_not_in_the_text_cannot_be_counted(draft, empty_field):
    made = draft("We, 212 groups, write. The list is online.").total("212 groups", 212)
    assert verdicts(made, empty_field) == [("not_checkable", "info")]


def test_a_stated_list_and_undisclosed_make_the_total_without_a_list(draft, empty_field):
    made = draft("551 groups, 298 listed and 253 undisclosed.").total("551 groups", 551)
    made.total("298", 298, role="listed").total("253", 253, role="undisclosed")
    (finding,) = RULE.run(made.done(), empty_field)
    assert (finding.status, finding.message) == ("consistent", "551 stated = 298 listed + 253 undisclosed")
    assert finding.expected == "298 + 253 = 551"
    assert [span.of(made.text) for span in finding.spans] == ["551 groups", "298", "253"]


@pytest.mark.parametrize(
    ("words", "value", "comparator"),
    [
        ("5 groups", 5, "="),
        ("more than 4 groups", 4, ">"),
        ("at least 5 groups", 5, ">="),
        ("about 5 groups", 5, "~"),
        ("up to 5 groups", 5, "<="),
    ],
)
def test_a_total_that_the_list_meets(draft, empty_field, words, value, comparator):
    made = lettered(draft, f"We, {words}, write.").total(words, value, comparator).list(*entries())
    assert verdicts(made, empty_field) == [("consistent", "info")]


def test_a_list_that_says_it_is_partial(draft, empty_field):
    made = lettered(draft, "We, 40 groups, among them:").total("40 groups", 40).list(*entries())
    made.partial = "among them"
    assert verdicts(made, empty_field) == [("not_checkable", "info")]


def test_undisclosed_beside_the_total(draft, empty_field):
    made = lettered(draft, "We, 5 groups, write. A further 3 groups keep their names.").total("5 groups", 5)
    made.total("3 groups", 3, role="undisclosed").list(*entries())
    (finding,) = RULE.run(made.done(), empty_field)
    assert finding.status == "consistent"
    assert "beside it" in finding.message


def test_a_body_listed_twice_and_counted_once(draft, empty_field):
    names = [*NAMES, "River Watch"]
    made = lettered(draft, "We, 5 groups, write.", names).total("5 groups", 5).list(*entries(names))
    assert verdicts(made, empty_field) == [("consistent", "info")]


def test_a_gap_in_the_numbering_is_not_a_wrong_total(draft, empty_field):
    numbers = [1, 2, 4, 5, 6]
    made = draft("We, 6 groups, write.\n" + "\n".join(f"{n}. {x}" for n, x in zip(numbers, NAMES, strict=True)))
    made.total("6 groups", 6).list(*zip(numbers, NAMES, strict=True))
    assert loud(made, empty_field) == []


def test_late_additions_may_stand_outside_the_total(draft, empty_field):
    made = lettered(draft, "We, 3 groups, write.", NAMES).total("3 groups", 3)
    made.list(*entries(NAMES[:3]), (None, NAMES[3]), (None, NAMES[4]))
    assert loud(made, empty_field) == []


def test_groups_that_make_the_whole(draft, empty_field):
    made = lettered(draft, "We, 5 signatories (3 organizations and 2 companies), write.").total("5 signatories", 5)
    made.total("3 organizations", 3, role="group", group="organizations").list(*entries())
    made.total("2 companies", 2, role="group", group="companies")
    assert {pair[0] for pair in verdicts(made, empty_field)} == {"consistent"}


def test_a_wrong_total_of_a_numbered_list_is_an_error(draft, empty_field):
    made = lettered(draft, "We, 7 groups, write.").total("7 groups", 7).list(*entries())
    (finding,) = RULE.run(made.done(), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "error")
    assert (finding.stated, finding.expected) == ("7", "5")
    assert finding.message == "7 stated, but 5 listed: 2 more stated than found."


def test_undisclosed_inside_the_total_must_be_added(draft, empty_field):
    made = lettered(draft, "We, 5 groups, including 3 that keep their names, write.").total("5 groups", 5)
    made.total("3", 3, role="undisclosed").list(*entries())
    assert loud(made, empty_field) == [("inconsistent", "error")]


def test_an_unnumbered_list_is_never_more_than_a_warning(draft, empty_field):
    made = draft("We, 7 groups, write.\n" + "\n".join(NAMES)).total("7 groups", 7).list(*NAMES)
    assert loud(made, empty_field) == [("inconsistent", "warning")]


def test_one_of_two_totals_is_wrong(draft, empty_field):
    made = lettered(draft, "Letter of 6 groups. We, 5 groups, write.").total("6 groups", 6).total("5 groups", 5)
    findings = RULE.run(made.list(*entries()).done(), empty_field)
    assert [(f.status, f.severity) for f in findings if f.stated == "5"] == [("consistent", "info")]
    assert [(f.status, f.severity) for f in findings if f.stated == "6"] == [("inconsistent", "warning")]


def test_a_plus_hardened_to_a_flat_number(draft, empty_field):
    made = (
        draft("100+ groups write. A coalition of 100 groups.").total("100+ groups", 100, ">=").total("100 groups", 100)
    )
    assert loud(made, empty_field) == [("inconsistent", "warning")]


def test_at_least_hardened_is_only_said(draft, empty_field):
    made = (
        draft("At least 90 groups write. A coalition of 90 groups.").total("90 groups", 90, ">=").total("90 groups", 90)
    )
    assert loud(made, empty_field) == []


def test_a_stated_list_that_is_longer_than_the_list(draft, empty_field):
    made = lettered(draft, "We, the 8 groups listed below, write.").total("8 groups listed", 8, role="listed")
    assert loud(made.list(*entries()), empty_field) == [("inconsistent", "error")]


def test_a_group_against_its_heading(draft, empty_field):
    made = draft("We, 3 organizations and 1 company, write.\nHarbour Union\nLake Network\nAcme Ltd")
    made.total("3 organizations", 3, role="group", group="organizations")
    made.list("Harbour Union", "Lake Network", group="ORGANISATIONS").list("Acme Ltd", group="COMPANIES")
    assert ("inconsistent", "warning") in verdicts(made, empty_field)


@given(listed=st.integers(6, 40), hidden=st.integers(0, 40), off=st.integers(-5, 5))
def test_any_total_is_held_to_its_sum(draft, empty_field, listed, hidden, off):
    stated = listed + hidden + off
    if stated < 1:
        return
    names = [f"Union of Hamlet {chr(65 + at % 26)}{chr(97 + at // 26)}x" for at in range(listed)]
    head = f"We, {stated} groups, including {hidden} undisclosed, write."
    made = lettered(draft, head, names).total(f"{stated} groups", stated).list(*entries(names))
    if hidden:
        made.total(f"{hidden} undisclosed", hidden, role="undisclosed")
    assert bool(loud(made, empty_field)) == bool(off)


def test_a_list_with_lines_between_its_entries_may_be_miscounted(draft, empty_field):
    made = draft("We, 4 people, write.\nAna Marek\nUniversity of Alden\nIvo Lind\nQuay College\nSol Tamm\n")
    made.total("4 people", 4).list("Ana Marek", "Ivo Lind", "Sol Tamm")
    assert loud(made, empty_field) == []


def test_names_in_a_sentence_may_hold_a_comma(draft, empty_field):
    made = draft("Signed by 3 groups: Lake Network, Law, Peace and Order, Coast Alliance.").total("3 groups", 3)
    assert loud(made.list("Lake Network", "Law", "Peace and Order", "Coast Alliance"), empty_field) == []


def test_names_in_a_sentence_that_are_too_few(draft, empty_field):
    made = draft("Signed by 5 groups: Lake Network, River Watch, Coast Alliance.").total("5 groups", 5)
    assert loud(made.list("Lake Network", "River Watch", "Coast Alliance"), empty_field) == [
        ("inconsistent", "warning")
    ]


def test_a_part_named_beside_the_whole_is_no_second_total(draft, empty_field):
    made = draft("We, 30 signatories (24 organizations and 6 individuals), write.").total("30 signatories", 30)
    assert loud(made.total("6 individuals", 6), empty_field) == []


def test_two_totals_far_apart(draft, empty_field):
    made = draft("Letter of 30 groups" + " and so on" * 30 + ". We, 32 organizations, write.").total("30 groups", 30)
    assert loud(made.total("32 organizations", 32), empty_field) == [("inconsistent", "warning")]


def test_a_list_of_a_few_of_many_seems_cut_short(draft, empty_field):
    made = lettered(draft, "We, 64 groups, write.").total("64 groups", 64).list(*entries())
    (finding,) = RULE.run(made.done(), empty_field)
    assert (finding.status, finding.message) == (
        "not_checkable",
        "64 stated, 5 listed: the list in this text seems to be a part of the whole.",
    )


def test_a_part_named_beside_the_whole_is_not_held_against_the_list(draft, empty_field):
    made = lettered(draft, "We are 5 signatories: 3 organizations and 2 individuals.").total("5 signatories", 5)
    assert loud(made.total("2 individuals", 2).list(*entries()), empty_field) == []
