"""What an editor sees first, and in which order."""

from __future__ import annotations

import pytest

from reports.letter_page.page import letter_page
from reports.site.front import index_page
from reports.standing.desk import arithmetic, desk, ledger_order, unsourced
from reports.terminal.quick_look import as_text
from reports.words.table_names import Names


def words(make, text, **changes):
    claim = make.claim(text, "12 boats", "12")
    return make.checked(make.letter(text), (claim,), (make.verdict(claim, **changes),))


@pytest.mark.parametrize(
    "changes",
    [
        {"against_source": "consistent"},
        {"against_source": "unverified"},
        {"against_source": "not_comparable"},
        {"against_source": "consistent", "timeliness": "superseded_since"},
        {"against_source": "consistent", "cautions": ("single_producer",)},
        {"against_source": "unverified", "needs_editor": True},
    ],
)
def test_such_a_claim_does_not_ask_for_an_editor(make, changes):
    assert desk(words(make, "12 boats\n", **changes)) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"against_source": "contradicted"},
        {"against_source": "overstated"},
        {"against_source": "understated"},
        {"against_source": "conflicting_sources"},
        {"against_source": "consistent", "timeliness": "stale_at_writing"},
        {"against_source": "consistent", "needs_editor": True},
    ],
)
def test_such_a_claim_does(make, changes):
    assert len(desk(words(make, "12 boats\n", **changes))) == 1


def test_a_figure_that_wants_a_source_is_named_apart_from_the_desk(make):
    one = words(make, "12 boats\n", against_source="unverified", needs_editor=True, cautions=("citation_missing",))
    page = letter_page(one, Names(), {})
    assert [row.text for row in page.unsourced] == ["12 boats"]
    assert page.cards[0].brief
    assert index_page([one], [], [], None).letters[0].unsourced == 1
    assert "0 items for an editor · 1 figure without a source" in as_text([one], [], [])
    assert unsourced(words(make, "12 boats\n", against_source="unverified")) == ()


def test_notes_and_held_checks_do_not(make):
    findings = (make.finding("ordinal", "inconsistent", "info"), make.finding("duration", "consistent", "error"),
                make.finding("percentage", "not_checkable", "error"))  # fmt: skip
    assert desk(make.checked(make.letter("a\n"), findings=findings)) == ()


def test_the_letter_that_rules_itself_out_comes_before_a_newer_number(make):
    shown = [(one.finding.rule if one.finding else one.verdict.against_source) for one in desk(make.all_verdicts())]
    assert shown == ["signatory-total", "parts-whole", "contradicted", "signatory-duplicate", "overstated",
                     "conflicting_sources", "consistent", "understated"]  # fmt: skip


def test_the_ledger_shows_what_did_not_hold_first(make):
    ledger = ledger_order(make.all_verdicts().findings)
    assert [one.status for one in ledger] == ["inconsistent"] * 4 + ["not_checkable"] + ["consistent"] * 2
    assert [one.severity for one in ledger[:4]] == ["error", "error", "warning", "info"]


def test_the_letter_with_the_worst_stands_first_whatever_the_order_given(make):
    held = make.checked(make.letter("a\n", letter_id="a-held"))
    warned = make.checked(make.letter("a\n", letter_id="b-warned"),
                          findings=(make.finding("ordinal", "inconsistent", "warning"),) * 3)  # fmt: skip
    broken = make.checked(make.letter("a\n", letter_id="c-broken"),
                          findings=(make.finding("signatory-total", "inconsistent", "error"),))  # fmt: skip
    for given in ([held, warned, broken], [broken, held, warned]):
        page = index_page(given, [], [], None)
        assert [row.head.letter_id for row in page.letters] == ["c-broken", "b-warned", "a-held"]
        assert [row.work for row in page.letters] == [1, 3, 0]
        assert page.groups[0].rows[0].row.href == "letters/c-broken.html#check-1"


def test_the_verdict_is_the_head_and_the_caution_the_second_line(make):
    one = words(make, "12 boats\n", against_source="consistent", needs_editor=True,
                cautions=("citation_unresolved", "measure_slippage"))  # fmt: skip
    row = letter_page(one, Names(), {}).desk[0]
    assert (row.sign.label, row.css, row.about) == ("Consistent with the source", "v-consistent", "Measure shifts")
    assert row.remarks == ("Citation cannot be followed",)


def test_there_is_no_arithmetic_where_there_was_nothing_to_compare(make):
    claim = make.claim("12 boats\n", "12 boats", "12")
    assert arithmetic(make.verdict(claim, "unverified", arithmetic="12 ?")) == ""
    assert arithmetic(make.verdict(claim, "consistent", arithmetic="12 = 12")) == "12 = 12"


def test_the_front_page_shows_the_first_of_very_many(make):
    findings = tuple(make.finding("ordinal", "inconsistent", "warning") for _ in range(60))
    page = index_page([make.checked(make.letter("a\n"), findings=findings)], [], [], None)
    assert [(one.count, len(one.rows)) for one in page.groups] == [(60, 4)]
    assert page.work == 60
