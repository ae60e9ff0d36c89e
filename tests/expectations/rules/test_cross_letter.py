"""`cross-letter`: letters that agree first, then letters that do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claims.model import Field, Measure, Period
from expectations.rules.cross_letter import RULE

KILLED = Measure(
    measure_id="killed", label="Killed", kind="cumulative", unit="person", parent=None, definition="", surface_forms=(),
    confused_with=(),
)  # fmt: skip
FIELD = Field(measures=(KILLED, replace(KILLED, measure_id="held", kind="stock")), events=(), producers=(), places=())


def letter(
    draft, name, day, text, words, value, *, measure="killed", start=date(2021, 2, 1), comparator="=", event=None
):
    period = Period(text="since", span=None, start=start, end=day, grain="day")
    made = draft(text, written_on=day).claim(
        words, value, comparator=comparator, measure=measure, period=period, event=event
    )
    done = made.done()
    return replace(done, letter=replace(done.letter, letter_id=name))


def run(*letters):
    return [(finding.status, finding.severity) for finding in RULE.run_across(letters, FIELD)]


def two(draft, first, second, **more):
    a = letter(draft, "a", date(2023, 5, 3), f"They killed {first} people.", f"{first} people", first, **more)
    b = letter(draft, "b", date(2024, 5, 3), f"They killed {second} people.", f"{second} people", second, **more)
    return run(a, b)


def test_one_letter_is_held_against_nothing(draft):
    assert RULE.run(draft("We write.").done(), FIELD) == []


def test_a_figure_that_grows(draft):
    assert two(draft, "900", "940") == [("consistent", "info")]


def test_stocks_may_fall(draft):
    assert two(draft, "940", "900", measure="held") == []


def test_bounds_that_no_figure_could_contradict_are_no_check(draft):
    assert two(draft, "940", "900", comparator=">") == [("not_checkable", "info")]


def test_a_toll_that_grows_in_the_first_weeks_is_only_said(draft):
    a = letter(draft, "a", date(2023, 5, 3), "It killed 20 people.", "20 people", "20", event="raid")
    b = letter(draft, "b", date(2023, 5, 9), "It killed 22 people.", "22 people", "22", event="raid")
    assert run(a, b) == [("inconsistent", "info")]


def test_a_cumulative_figure_that_falls(draft):
    assert two(draft, "940", "900") == [("inconsistent", "warning")]


def test_one_event_with_two_values(draft):
    assert two(draft, "20", "30", event="raid") == [("inconsistent", "warning")]


def test_findings_name_the_letter_of_every_span(draft):
    a = letter(draft, "a", date(2023, 5, 3), "They killed 940 people.", "940 people", "940")
    b = letter(draft, "b", date(2024, 5, 3), "They killed 900 people.", "900 people", "900")
    (finding,) = RULE.run_across([a, b], FIELD)
    assert finding.letter_ids == ("a", "b")
    assert len(finding.spans) == 2
