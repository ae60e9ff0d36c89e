"""What a card and a desk row say first: the letter's own sums, whose figure stands alone, figures told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reports.letter_page.page import letter_page
from reports.letter_page.rows import verdict_tally
from reports.model import RunInfo
from reports.site.front import index_page
from reports.site.letter_lists import list_pages
from reports.site.render import render_index, render_letter
from reports.standing.cautions_told import cautions_told
from reports.standing.said_of_claims import is_of_the_letter, sum_inside
from reports.words.look_alikes import look_alikes
from reports.words.table_names import Names
from sources.model import Evidence

SINCE = {"run": {"run_id": "a", "started_at": "2024-05-02T10:00:00+00:00", "version": "0"}, "causes": [], "totals": {},
         "letters": [], "more": 0, "new": [], "gone": []}  # fmt: skip
SIGNED = (
    "We, 285 groups, write for the 4th time of 40 boats. We are 285 groups.\n\n1. River Watch UK\n2. River Watch (UK)\n"
)


@pytest.fixture
def signed(make):
    """A letter that counts its signatories twice, once with a sum; an ordinal; a figure of no table."""
    first = make.claim(SIGNED, "285 groups", "285", kind="signatories")
    again = make.claim(SIGNED, "285 groups", "285", nth=1, kind="signatories")
    fourth, boats = make.claim(SIGNED, "4th", "4", kind="ordinal"), make.claim(SIGNED, "40 boats", "40")
    held = make.finding("signatory-total", "consistent", stated="285", expected="254 + 31 = 285",
                        claim_ids=(first.claim_id, again.claim_id))  # fmt: skip
    unsaid = make.finding("ordinal", "not_checkable", claim_ids=(fourth.claim_id,), message="nothing to go by")
    verdicts = (make.verdict(first), make.verdict(again), make.verdict(fourth, checked="inside"),
                make.verdict(boats, needs_editor=True))  # fmt: skip
    letter = make.letter(SIGNED, letter_id="flood")
    return make.checked(letter, (first, fourth, boats, again), verdicts, (held, unsaid))


def test_what_the_letter_tells_itself_is_counted_apart(signed):
    assert [(one.word.key, one.count) for one in verdict_tally(signed)] == [
        ("unverified", 1), ("inside", 2), ("left_inside", 1)
    ]  # fmt: skip


def test_the_sum_stands_on_the_card_and_the_reason_where_there_is_none(signed):
    cards = letter_page(signed, Names(), {}).cards
    assert (cards[0].source.label, cards[0].arithmetic) == (
        "Checked inside the letter",
        "Signatory total: 285 = 254 + 31",
    )
    assert (cards[1].source.label, cards[1].arithmetic, cards[1].explanation) == (
        "Left to the letter", "", "nothing to go by"
    )  # fmt: skip
    assert cards[2].source.label == "Not in the reference table"


def test_a_figure_told_again_leads_to_its_first_card(signed):
    cards = letter_page(signed, Names(), {}).cards
    assert [one.repeat_of.text if one.repeat_of else "" for one in cards] == ["", "", "", "1"]
    assert [one.text for one in cards[0].repeats] == ["4"]


@pytest.mark.parametrize(
    ("kind", "changes", "letters"),
    [
        ("statistic", {}, False), ("statistic", {"checked": "inside"}, True), ("duration", {"checked": "inside"}, True),
        ("signatories", {}, True), ("signatories", {"needs_editor": True}, False),
        ("signatories", {"against_source": "consistent"}, False), ("duration", {"against_source": "consistent"}, False),
    ],
)  # fmt: skip
def test_whom_a_claim_is_asked_of(make, kind, changes, letters):
    claim = make.claim(SIGNED, "285 groups", "285", kind=kind)
    assert is_of_the_letter(claim, make.verdict(claim, **changes)) is letters


@pytest.mark.parametrize(
    ("status", "stated", "expected", "shown"),
    [
        ("consistent", "285", "254 + 31 = 285", "285 = 254 + 31"), ("consistent", "1–9", "9", "9"),
        ("consistent", "1–9", "", "1–9"), ("inconsistent", "12", "3 listed", "12 ≠ 3 listed"),
        ("inconsistent", "", "53rd", "53rd"),
    ],
)  # fmt: skip
def test_a_sum_reads_as_one(make, status, stated, expected, shown):
    assert sum_inside(make.finding("signatory-total", status, stated=stated, expected=expected)) == shown


@pytest.mark.parametrize(
    ("kinds", "caution", "label"),
    [
        (("link",), "citation_unresolved", "The link has no target in this copy"),
        (("link", "link"), "citation_unresolved", "The link has no target in this copy"),
        (("footnote",), "citation_unresolved", "The note is not in this copy"),
        (("footnote", "link"), "citation_unresolved", "Citation cannot be followed"),
        ((), "single_producer", "One source only (Delta Survey)"),
        ((), "misquoted", "Misquoted"),
    ],
)
def test_cautions_say_which_way_is_closed_and_who_stands_alone(make, kinds, caution, label):
    cited = make.all_verdicts().extraction.claims[1].citations[0]
    claim = make.claim(SIGNED, "40 boats", "40", citations=tuple(replace(cited, kind=kind) for kind in kinds))
    evidence = (Evidence(observation=make.observation(1), role="", decides=True),)
    verdict = make.verdict(claim, "consistent", cautions=(caution,), evidence=evidence)
    (told,) = cautions_told(claim, verdict, Names.of(make.reference_table()))
    assert (told.label, told.key) == (label, caution)


def test_look_alikes_stand_beneath_each_other_with_what_differs(make):
    spans = tuple(make.all_verdicts().findings[0].spans)
    twice = make.finding("signatory-duplicate", "inconsistent", spans=spans)
    assert look_alikes(replace(twice, rule="ordinal"), make.text) == ()
    one = SIGNED.index("River Watch UK")
    two = SIGNED.index("River Watch (UK)")
    found = replace(twice, spans=(spans[0].__class__(one, one + 14), spans[0].__class__(two, two + 16)))
    assert look_alikes(found, SIGNED) == (
        'River Watch <b class="differs">UK</b>', 'River Watch <b class="differs">(UK)</b>'
    )  # fmt: skip


def test_a_card_goes_from_the_sentence_to_the_decision(make):
    html = render_letter(letter_page(make.all_verdicts(), Names.of(make.reference_table()), {}))
    card = html.split('<article class="card l-fine v-consistent')[1].split("</article>")[0]
    order = ["sentence", "How it was read", 'class="sum"', "Compared with", "as of", "Grade:", "How it stands",
             "What would change this:", "Wording these sources support:"]  # fmt: skip
    assert [card.index(one) for one in order] == sorted(card.index(one) for one in order)


def test_verdicts_over_the_runs_are_drawn_with_a_table_behind(make, signed):
    course = [{"run_id": "a", "started_at": f"2024-05-0{day}T10:00:00+00:00", "verdicts": {"unverified": day}}
              for day in (1, 2)]  # fmt: skip
    run = RunInfo(run_id="r", started_on=date(2024, 6, 1), since={**SINCE, "course": course})
    page = index_page([signed], (), (), None, run=run)
    assert page.course is not None
    assert [one.key for one in page.course.words] == ["unverified"]
    assert page.course.rows == (("1 June 2024", (4,)), ("2 May 2024", (2,)), ("1 May 2024", (1,)))
    html = render_index(page, list_pages(page.letters)[0])
    assert "Verdicts over the runs" in html
    assert "Claims by verdict, 1 May 2024 to 1 June 2024" in html
    assert index_page([signed], (), (), None, run=replace(run, since=None)).course is None
    assert index_page([signed], (), (), None).course is None
