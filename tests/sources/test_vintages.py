"""The table as it stood on a day: what was out, and what was not yet corrected."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.lookup.vintages import as_known_on, known_by
from sources.model import Observation, ReferenceTable
from sources.table.load import load_table

TABLE = load_table()
FIRST = next(each for each in TABLE.observations if each.period_end_grain == "day" and not each.event_id)


def made(name: str, out: date | None, until: date = date(2024, 1, 1), **changes: object) -> Observation:
    cells = {"observation_id": name, "published_on": out, "period_end": until, "superseded_by": None, **changes}
    return dataclasses.replace(FIRST, **cells)  # type: ignore[arg-type]


def table(*observations: Observation) -> ReferenceTable:
    return dataclasses.replace(TABLE, observations=observations)


def ids(observations: ReferenceTable, day: date) -> list[str]:
    return [each.observation_id for each in as_known_on(observations, day).observations]


CHAIN = table(
    made("noon", date(2024, 1, 1), superseded_by="evening"),
    made("evening", date(2024, 1, 2), superseded_by="final"),
    made("final", date(2024, 2, 1)),
)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["noon"]),
        (date(2024, 1, 2), ["evening"]),
        (date(2024, 1, 31), ["evening"]),
        (date(2024, 2, 1), ["final"]),
        (date(2030, 1, 1), ["final"]),
    ],
)
def test_a_chain_of_corrections(day: date, known: list[str]) -> None:
    assert ids(CHAIN, day) == known


def test_a_correction_of_a_correction_counts_where_the_one_between_is_not_known() -> None:
    chain = table(
        made("a", date(2024, 1, 1), superseded_by="b"),
        made("b", None, published_by_rule=None, superseded_by="c"),
        made("c", date(2024, 2, 1)),
    )
    assert ids(chain, date(2024, 3, 1)) == ["c"]


def test_publication_by_the_usual_lag() -> None:
    late = table(made("late", None, published_by_rule=date(2024, 1, 11)))
    assert ids(late, date(2024, 1, 10)) == []
    assert ids(late, date(2024, 1, 11)) == ["late"]


def test_a_plan_for_a_day_to_come_is_not_known_yet() -> None:
    assert not known_by(made("plan", date(2024, 1, 1), until=date(2024, 6, 1)), date(2024, 3, 1))


def test_a_month_counts_from_its_first_day() -> None:
    month = made("month", date(2024, 1, 20), until=date(2024, 1, 31), period_end_grain="month")
    assert known_by(month, date(2024, 1, 20))


def test_what_stands_is_not_marked_as_corrected_and_the_rest_of_the_table_stays() -> None:
    known = as_known_on(CHAIN, date(2024, 1, 1))
    assert known.observations[0].superseded_by is None
    assert (known.measures, known.producers, known.places) == (TABLE.measures, TABLE.producers, TABLE.places)
    assert known.sha256 != CHAIN.sha256
    assert known.sha256 == as_known_on(CHAIN, date(2024, 1, 1)).sha256


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2000), st.integers(0, 400))
def test_more_time_forgets_only_what_was_corrected(start: int, more: int) -> None:
    day = date(2021, 1, 1) + timedelta(days=start)
    before = set(ids(TABLE, day))
    after = set(ids(TABLE, day + timedelta(days=more)))
    corrected = {each.observation_id for each in TABLE.observations if each.superseded_by}
    assert before - after <= corrected


def test_today_all_but_the_corrected_are_known() -> None:
    known = set(ids(TABLE, date(2100, 1, 1)))
    assert known == {each.observation_id for each in TABLE.observations if not each.superseded_by}
