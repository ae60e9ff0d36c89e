"""Letters put together in eight styles: clean ones raise no alarm, each planted error one, on its own rule."""

from __future__ import annotations

import os

import pytest

from claims.letters import letter_from_bytes
from claims.model import Field, Measure
from expectations.book.all_rules import own_rules
from expectations.check import check_across, check_letter

EMPTY = Field(measures=(), events=(), producers=(), places=())
DISPLACED = Measure(
    measure_id="families_displaced", label="Families displaced", kind="cumulative", unit="family", parent=None,
    definition="Families made to leave since a start.", surface_forms=("displaced", "families displaced"),
    confused_with=(),
)  # fmt: skip
STYLES = range(8)
# Every error is planted in one of the styles that can carry it; in all of them under `make soak`.
WHOLE = os.environ.get("CROSSFOOT_GRID") == "whole"


@pytest.fixture(scope="session")
def styles(composing):
    """Every kind of list once, with kinds of notes, orders of dates and of numbers in turn."""
    return [composing.styles()[4 * at + at % 4] for at in STYLES]


def raised(text: str) -> set[str]:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return {f.rule for f in check_letter(letter, EMPTY, None).findings if alarms(f)}


def turns(styles, composing) -> list[tuple[object, int]]:
    """Every error that some style can carry, with the one of those styles whose turn it is."""
    carried = [list(composing.errors(style)) for style in styles]
    every = [
        error for at, errors in enumerate(carried) for error in errors if not any(error in e for e in carried[:at])
    ]
    able = [[at for at, errors in enumerate(carried) if error in errors] for error in every]
    return [(error, ats[k % len(ats)]) for k, (error, ats) in enumerate(zip(every, able, strict=True))]


def alarms(finding) -> bool:
    return finding.status == "inconsistent" and finding.severity != "info"


def together(*texts: str, field: Field = EMPTY) -> list[str]:
    letters = [letter_from_bytes(text.encode(), path=f"{at}.txt", letter_id=f"l{at}") for at, text in enumerate(texts)]
    checked = [check_letter(letter, field, None) for letter in letters]
    assert not [finding for one in checked for finding in one.findings if alarms(finding)]
    return [finding.message for finding in check_across(checked, field) if alarms(finding)]


def test_the_styles_are_what_they_are_said_to_be(styles, composing):
    assert len(styles) == len(STYLES)
    assert {style.list for style in styles} == set(composing.LISTS)
    assert {style.notes for style in styles} == set(composing.NOTES)
    assert {style.month_first for style in styles} == {style.words for style in styles} == {True, False}


def test_an_error_of_every_rule_is_planted(styles, composing):
    planted = {error.rule for style in styles for error in composing.errors(style)}
    assert planted | {"cross-letter"} == {rule.rule_id for rule in own_rules()}


@pytest.mark.parametrize("at", STYLES)
def test_a_clean_letter_raises_no_alarm(styles, composing, at):
    assert raised(composing.write(styles[at])) == set()


@pytest.mark.parametrize("at", STYLES)
def test_every_finding_shows_its_figures_where_they_stand(styles, composing, at):
    text = composing.write(styles[at], children=89, demands=4, ordinal="23th")
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    for finding in check_letter(letter, EMPTY, None).findings:
        assert all(0 <= span.start < span.end <= len(letter.text) for span in finding.spans)
        assert all(span.of(letter.text).strip() == span.of(letter.text) for span in finding.spans), finding
        if finding.status != "not_checkable":
            assert finding.stated, finding
            assert finding.expected, finding
            assert finding.spans, finding


def test_every_error_has_its_turn(styles, composing):
    planted = [error for error, _ in turns(styles, composing)]
    assert all(error in planted for style in styles for error in composing.errors(style))
    assert {at for _, at in turns(styles, composing)} == set(STYLES)


@pytest.mark.parametrize("at", STYLES)
def test_every_planted_error_is_found_by_its_rule_and_by_no_other(styles, composing, at):
    style = styles[at]
    assert len(list(composing.errors(style))) > 30
    errors = [
        error for error, turn in turns(styles, composing) if at == turn or WHOLE and error in composing.errors(style)
    ]
    missed = [(str(error), sorted(found)) for error in errors
              if (found := raised(composing.write(style, **error.slots))) != {error.rule}]  # fmt: skip
    assert missed == []


@pytest.mark.parametrize("at", STYLES)
def test_copies_of_one_letter_with_different_totals(styles, composing, at):
    first, again, shorter = composing.copies(styles[at])
    assert together(first, again) == []
    (message,) = together(first, shorter)
    assert "copies of one letter" in message


SAID = "Open letter\n\n{day} May {year}\n\nDear Members,\n\nSince March 2019 the dam has displaced {count} families.\n"


@pytest.mark.parametrize(("earlier", "later", "alarm"), [("4,120", "4,560", False), ("4,560", "4,120", True),
                                                         ("at least 4,560", "at least 4,120", False)])  # fmt: skip
def test_a_figure_that_can_only_grow(earlier, later, alarm):
    field = Field(measures=(DISPLACED,), events=(), producers=(), places=())
    letters = [SAID.format(day=3, year=2023, count=earlier), SAID.format(day=3, year=2024, count=later)]
    assert bool(together(*letters, field=field)) is alarm
