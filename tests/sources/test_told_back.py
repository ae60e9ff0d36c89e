"""Figures of the packaged table told in letters made for it, read and compared: what is printed is never refuted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import Observation, ReferenceTable, Verdict
from sources.telling.say import day, number

TOLD = {
    "people_killed": "the military has killed {n} people",
    "people_arrested": "{n} people have been arrested",
    "people_detained": "{n} people remain in detention",
    "people_released": "{n} people have been released",
    "airstrikes": "the military carried out {n} airstrikes",
    "idps_total": "{n} people are internally displaced across the country",
    "idps_since_2021_coup": "{n} people have been displaced since the coup",
}
HEDGES = {"=": "", ">": "more than ", ">=": "at least ", "~": "about ", "<": "nearly ", "<=": "up to "}
COUP = date(2021, 2, 1)


def told(figure: Observation, factor: Decimal, who: str) -> str:
    count = HEDGES[figure.comparator] + number((figure.value * factor).to_integral_value())
    since = ""
    if figure.period_start == COUP:
        since = "since the coup of 1 February 2021, "
    elif figure.period_start is not None and figure.period_end is not None:
        since = f"between {day(figure.period_start)} and {day(figure.period_end)}, "
    said = TOLD[figure.measure_id].format(n=count)
    assert figure.period_end is not None
    return f"According to {who}, {since}{said} in Myanmar as of {day(figure.period_end)}."


def compared(figure: Observation, factor: Decimal, table: ReferenceTable) -> Verdict | None:
    who = next(each.aliases[0] for each in table.producers if each.producer_id == figure.producer_id)
    assert figure.period_end is not None
    written = figure.period_end + timedelta(days=10)
    sentence = told(figure, factor, who)
    text = f"{day(written)}\n\nDear Ministers,\n\nWe write about Myanmar. {sentence}\n\nYours sincerely,\n"
    extraction = extract(letter_from_bytes(text.encode(), path="made.txt", letter_id="made"), table.field)
    return next(iter(compare_letter(extraction, table).values()), None)


@pytest.fixture(scope="module")
def figures(first_table: ReferenceTable) -> list[Observation]:
    found = [
        each
        for each in first_table.observations
        if each.event_id is None and each.measure_id in TOLD and each.grade != "weak" and each.period_end_grain == "day"
    ]
    assert len(found) > 130
    return found[::2]


def test_a_figure_told_as_it_is_printed_is_borne_out(figures: list[Observation], first_table: ReferenceTable) -> None:
    refuted = []
    for figure in figures:
        verdict = compared(figure, Decimal(1), first_table)
        if verdict is None or verdict.against_source != "consistent":
            refuted.append((figure.observation_id, verdict))
    assert refuted == []


@pytest.mark.parametrize("factor", [Decimal("1.4"), Decimal("0.6")])
def test_a_figure_far_off_is_not(figures: list[Observation], first_table: ReferenceTable, factor: Decimal) -> None:
    verdicts = [compared(figure, factor, first_table) for figure in figures]
    borne_out = [each for each in verdicts if each is not None and each.against_source == "consistent"]
    wrong = ("overstated", "understated", "contradicted", "conflicting_sources")
    caught = [each for each in verdicts if each is not None and each.against_source in wrong]
    assert len(borne_out) <= 1
    assert len(caught) >= 0.8 * len(figures)
