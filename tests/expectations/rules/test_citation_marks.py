"""`citation-marks`: what must stay silent first, then what must be found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.numbering import order_of, roman, series_gaps, written
from expectations.rules.citation_marks import RULE


@given(st.integers(1, 3999))
def test_roman_there_and_back(value):
    assert roman(written(value, "iv")) == value


@pytest.mark.parametrize("text", ["", "iiii", "vx", "note", "ic", "*"])
def test_no_roman(text):
    assert roman(text) is None


def test_order_of():
    assert [order_of(mark) for mark in ("3", "[3]", "²", "xiv", "*")] == [3, 3, 2, 14, None]


@pytest.mark.parametrize(
    ("marks", "missing"),
    [
        ("i ii iii iv", []),
        ("1 2 3 1 2", []),
        ("* **", []),
        ("1", []),
        ("4 5 6", []),
        ("i ii iv", ["iii"]),
        ("1 2 5", ["3", "4"]),
        ("I III", ["II"]),
    ],
)
def test_series_gaps(marks, missing):
    assert series_gaps(marks.split()) == missing


def letter(draft, marks, notes, body=None):
    text = body or " ".join(f"Claim.[{mark}]" for mark in marks)
    made = draft(text + "\n\n" + "\n".join(f"[{note}] River Watch, Report, 3 March 2023" for note in notes))
    for mark in marks:
        made.mark(mark)
    for note in notes:
        made.note(note, producer="river_watch", published_on=date(2023, 3, 3))
    return made.done()


def statuses(extraction, field):
    return [(finding.status, finding.severity) for finding in RULE.run(extraction, field)]


@pytest.mark.parametrize(
    ("marks", "notes", "status"),
    [
        ("i ii iii iv", "i ii iii iv", "consistent"),
        ("1 2 3", "1 2 3", "consistent"),
        ("1 2 3", "", "not_checkable"),
        ("", "1 2 3", "not_checkable"),
        ("1", "1 2 3 4", "not_checkable"),
        ("", "", "not_checkable"),
    ],
    ids=["roman", "digits", "notes not in the text", "marks not found", "marks lost in the copy", "nothing"],
)
def test_silent(draft, empty_field, marks, notes, status):
    assert statuses(letter(draft, marks.split(), notes.split()), empty_field) == [(status, "info")]


def test_a_mark_used_again(draft, empty_field):
    made = draft("One.[1] Two.[2] Again.[1]\n\n[1] A Report, 2020\n[2] B Report, 2020").mark("1").mark("2")
    made.marks.append(made.marks[0])
    assert statuses(made.note("1").note("2").done(), empty_field) == [("consistent", "info")]


def test_marks_glued_to_words_are_there_though_unread(draft, empty_field):
    body = "Shut.[1] The mill.[2] around the world.3 and so on"
    assert statuses(letter(draft, ["1", "2"], ["1", "2", "3"], body), empty_field) == [("consistent", "info")]


def test_links_with_targets(draft, empty_field):
    made = draft("The dam [broke](https://example.org).").link("broke", "https://example.org", lost=False)
    assert statuses(made.done(), empty_field) == [("consistent", "info")]


@pytest.mark.parametrize(
    ("marks", "notes", "words"),
    [
        ("1 2 3 4", "1 2 3", "Mark [4] without a note."),
        ("1 2 3", "1 2 3 4", "Note [4] without a mark in the text."),
        ("1 2 4", "1 2 4", "The notes leave out [3]"),
        ("i ii iii v", "i ii iii v", "The notes leave out [iv]"),
        ("1 3 2 4 5", "1 2 3 4 5", "Mark [2] is first used after [3]."),
    ],
)
def test_found(draft, empty_field, marks, notes, words):
    (finding,) = RULE.run(letter(draft, marks.split(), notes.split()), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "warning")
    assert words in finding.message


def test_a_numbered_list_of_sources_is_only_said(draft, empty_field):
    assert statuses(letter(draft, ["4", "2", "3", "1"], ["1", "2", "3", "4"]), empty_field) == [
        ("inconsistent", "info")
    ]


def test_lost_links_are_one_finding(draft, empty_field):
    text = "The dam [broke](#). The mill [closed](#). The school [moved](https://example.org)."
    made = draft(text).link("broke", "#", lost=True).link("closed", "#", lost=True)
    (finding,) = RULE.run(made.link("moved", "https://example.org", lost=False).done(), empty_field)
    assert (finding.status, finding.severity) == ("inconsistent", "warning")
    assert finding.message == "2 links lead nowhere (target #): “broke” and “closed”."
    assert [span.of(text) for span in finding.spans] == ["[broke](#)", "[closed](#)"]


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Of the 40 dead, 12 were from the hills and 28 from the town.", "not_checkable"),
        ("Including two who died in June.", "not_checkable"),
        ("We count only those whose families agreed.", "not_checkable"),
        ("Rounded to the nearest ten.", "not_checkable"),
        ("Not counting the drivers.", "not_checkable"),
        ("A report was drawn up in 31 of them.", "not_checkable"),
        ("official sources", "inconsistent"),
        ("The figure is taken from a report.", "inconsistent"),
        ("the usual estimate", "inconsistent"),
    ],
)
def test_a_remark_need_not_name_a_source(note, status, read, empty_field):
    text = "The slide killed 40 people.[1] It cut the road to 12 hamlets.[2]\n\n"
    text += f"Notes\n\n[1] {note}\n[2] Hill Watch, 2 May 2023.\n"
    found = [one for one in RULE.run(read(text), empty_field) if note[:20] in (one.stated or "")]
    assert [one.status for one in found] == [status]
