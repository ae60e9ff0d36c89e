"""Clean letters raise no alarm; one planted error raises one, on its own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

STYLES = ["numbered_footnotes", "bulleted_links", "grouped_endnotes", "plain_lines", "table", "comma_words"]
NAMES = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
NOTED = {"numbered_footnotes", "grouped_endnotes"}

# rule, styles that can carry the error, the slots that make it
PLANTED = [
    ("signatory-total", {"numbered_footnotes"}, {"total": 32, "title_total": 32}),
    ("signatory-total", {"numbered_footnotes"}, {"hidden": 9}),
    ("signatory-total", {"bulleted_links"}, {"total": 26, "title_total": 26}),
    ("signatory-total", {"bulleted_links"}, {"title_total": 42}),
    ("signatory-total", {"grouped_endnotes"}, {"group_sum": 33}),
    ("signatory-total", {"table"}, {"floor": 30}),
    ("signatory-total", {"comma_words"}, {"total_words": "twenty-six"}),
    ("duration", None, {"years": "seven", "years_cap": "Seven"}),
    ("duration", None, {"years": "three", "years_cap": "Three"}),
    ("date-order", None, {"weekday": "Friday"}),
    ("date-order", None, {"date_day": "31 April 2024", "date_month": "April 31, 2024"}),
    ("date-order", NOTED, {"note_date": "3 September 2024"}),
    ("ordinal", None, {"ordinal": "23th"}),
    ("ordinal", None, {"ordinal": "21th"}),
    ("repeated-figure", None, {"figure_again": "4,210"}),
    ("repeated-figure", None, {"figure": "4,720"}),
    ("parts-whole", {"numbered_footnotes", "comma_words"}, {"part_children": "89"}),
    ("parts-whole", {"numbered_footnotes", "comma_words"}, {"whole": "1,240"}),
    ("percentage", {"numbered_footnotes", "plain_lines"}, {"share": "56"}),
    ("percentage", {"numbered_footnotes", "plain_lines"}, {"share": "68"}),
    ("change", {"bulleted_links", "table"}, {"change_by": "150"}),
    ("change", {"bulleted_links", "table"}, {"change_to": "90"}),
    ("rate", {"comma_words"}, {"rate": "seven"}),
    ("nested-window", {"bulleted_links", "table"}, {"in_year": "510"}),
    ("announced-list", {"numbered_footnotes", "bulleted_links", "plain_lines"}, {"demands": "four"}),
    ("announced-list", {"numbered_footnotes", "bulleted_links", "plain_lines"}, {"demands": "two"}),
    ("citation-marks", NOTED, {"note_three": ""}),
    ("citation-marks", NOTED, {"mark_three": ""}),
    ("citation-marks", {"bulleted_links"}, {"link": "#"}),
    ("citation-marks", {"bulleted_links"}, {"link_two": ""}),
]


@pytest.mark.parametrize("style", STYLES)
def test_a_clean_letter_raises_no_alarm(style, write, alarms):
    assert alarms(write(style)) == []


def test_every_rule_is_applied_somewhere(write, found):
    held = {finding.rule for style in STYLES for finding in found(write(style)) if finding.status == "consistent"}
    assert held >= {rule for rule, _, _ in PLANTED}


CASES = [(style, rule, change) for rule, styles, change in PLANTED for style in STYLES if style in (styles or STYLES)]


@pytest.mark.parametrize(("style", "rule", "change"), CASES, ids=lambda value: str(value)[:40])
def test_a_planted_error_is_found_by_its_rule(style, rule, change, write, alarms):
    assert {found for found, _ in alarms(write(style, **change))} == {rule}


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([*range(1, 12), *range(13, 26)], "No. 12 is missing"),
        ([*range(1, 13), *range(12, 24)], "No. 12 in the list stands twice"),
    ],
)
def test_a_slip_of_the_numbering(write, alarms, numbers, words):
    ((rule, message),) = alarms(write("numbered_footnotes", numbers=numbers))
    assert rule == "signatory-list"
    assert words in message


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Centre for Valley Law", "Center for Valley Law"),
        ("Association of Ferry Pilots (AFP)", "Association of Ferry Pilots"),
        ("Harbour Workers Union (HWU)", "Harbour Workers' Union (HWU)"),
        ("Institute for Tidal Studies (ITS)", "Institut for Tidal Studies (ITS)"),
        ("Salt Road Cooperative", "Salt Road Co-operative"),
        ("River Watch", "RIVER WATCH"),
    ],
)
@pytest.mark.parametrize("style", STYLES)
def test_a_body_under_two_spellings(style, write, alarms, name, again):
    drop = "Lantern House" if name != "River Watch" else "Open Ledger"
    changed = [again if entry == drop else entry for entry in NAMES]
    raised = alarms(write(style, names=changed))
    assert [rule for rule, _ in raised] == ["signatory-duplicate"]
    assert again in raised[0][1]
    assert name in raised[0][1]
