"""Which place lies in which, and which window in which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.model import Place
from sources.comparison.asking.window_ends import floor, same_start, uncovered
from sources.lookup.place_tree import Gazetteer
from sources.model import Observation, ReferenceTable
from sources.telling.say import stretch


@pytest.fixture(scope="module")
def gazetteer(packaged_table: ReferenceTable) -> Gazetteer:
    return Gazetteer(packaged_table.places)


NAMES = [
    ("Burma", "MMR"),
    ("burma", "MMR"),
    ("MMR", "MMR"),
    ("Viet Nam", "VNM"),
    ("South Korea", "KOR"),
    ("Sagaing", "MM-01"),
    ("Tabayin", "MM-01-depayin"),
    ("Atlantis", "Atlantis"),
    (None, None),
]


@pytest.mark.parametrize(("name", "place_id"), NAMES)
def test_a_place_by_any_of_its_names(gazetteer: Gazetteer, name: str | None, place_id: str | None) -> None:
    assert gazetteer.resolve(name) == place_id


RELATIONS = [
    ("MMR", "MMR", "same"),
    ("MM-01", "MMR", "inside"),
    ("MM-01-depayin-oe-htein-twin", "MMR", "inside"),
    ("MMR", "MM-01-depayin", "around"),
    ("MM-01", "MM-04", "apart"),
    ("THA", "MMR", "apart"),
    (None, "MMR", "open"),
    ("MMR", None, "open"),
]


@pytest.mark.parametrize(("figure", "asked", "relation"), RELATIONS)
def test_how_places_lie(gazetteer: Gazetteer, figure: str | None, asked: str | None, relation: str) -> None:
    assert gazetteer.relation(figure, asked) == relation


def test_what_lies_inside(gazetteer: Gazetteer) -> None:
    inside = gazetteer.inside("MMR")
    assert {"MM-01", "MM-01-depayin", "MM-01-depayin-oe-htein-twin"} <= set(inside)
    assert inside.index("MM-01") < inside.index("MM-01-depayin")
    assert gazetteer.inside("THA-bangkok") == []


def test_a_name_of_two_places_names_neither() -> None:
    places = [Place(place_id=each, name="Springfield", aliases=(), kind="city", parent=None) for each in ("A", "B")]
    assert Gazetteer(places).resolve("Springfield") == "Springfield"


def test_places_that_contain_each_other_do_not_hang() -> None:
    places = [
        Place(place_id="A", name="Aa", aliases=(), kind="city", parent="B"),
        Place(place_id="B", name="Bb", aliases=(), kind="city", parent="A"),
    ]
    gazetteer = Gazetteer(places)
    assert gazetteer.chain("A") == ["A", "B"]
    assert gazetteer.inside("A") == ["B"]


def test_the_code_of_an_observation_goes_before_its_name(
    gazetteer: Gazetteer, observation_of: Callable[..., Observation]
) -> None:
    assert gazetteer.of(observation_of("a", 1, place="a village near Depayin", place_code="MM-01")) == "MM-01"
    assert gazetteer.of(observation_of("a", 1, place="Burma", place_code="old code")) == "MMR"
    assert gazetteer.of(observation_of("a", 1, place=None)) is None


FLOORS = [
    (date(2024, 8, 15), "day", date(2024, 8, 15)),
    (date(2024, 8, 15), "week", date(2024, 8, 12)),
    (date(2024, 8, 15), "month", date(2024, 8, 1)),
    (date(2024, 8, 15), "quarter", date(2024, 7, 1)),
    (date(2024, 12, 31), "quarter", date(2024, 10, 1)),
    (date(2024, 8, 15), "year", date(2024, 1, 1)),
]


@pytest.mark.parametrize(("day", "grain", "first"), FLOORS)
def test_the_first_day_of_a_grain(day: date, grain: str, first: date) -> None:
    assert floor(day, grain) == first  # type: ignore[arg-type]


def test_starts_agree_at_the_coarser_grain() -> None:
    assert same_start(date(2021, 2, 1), date(2021, 2, 17), "month")
    assert not same_start(date(2021, 2, 1), date(2021, 2, 17), "day")
    assert not same_start(date(2021, 1, 31), date(2021, 2, 1), "month")


UNCOVERED = [
    ([], [(1, 30)]),
    ([(1, 30)], []),
    ([(5, 10)], [(1, 4), (11, 30)]),
    ([(20, 40), (1, 12)], [(13, 19)]),
    ([(1, 12), (5, 8), (13, 30)], []),
    ([(31, 40)], [(1, 30)]),
]


@pytest.mark.parametrize(("windows", "gaps"), UNCOVERED)
def test_the_days_that_nothing_covers(windows: list[tuple[int, int]], gaps: list[tuple[int, int]]) -> None:
    def day(number: int) -> date:
        return date.fromordinal(date(2024, 5, 1).toordinal() + number - 1)

    found = uncovered(day(1), day(30), [(day(low), day(high)) for low, high in windows])
    assert found == [(day(low), day(high)) for low, high in gaps]


STRETCHES = [
    (date(2025, 3, 28), date(2025, 4, 29), "28 March–29 April 2025"),
    (date(2025, 4, 2), date(2025, 4, 29), "2–29 April 2025"),
    (date(2024, 12, 28), date(2025, 1, 2), "28 December 2024–2 January 2025"),
    (date(2025, 4, 2), date(2025, 4, 2), "2 April 2025"),
]


@pytest.mark.parametrize(("start", "end", "written"), STRETCHES)
def test_how_a_stretch_is_written(start: date, end: date, written: str) -> None:
    assert stretch(start, end) == written
