"""A small field of an invented country, and a way to read a letter from a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import letter_from_bytes
from claims.model import Event, Field, Measure, Place, Producer

Reader = Callable[..., Extraction]


def _place(place_id: str, name: str, kind: str, parent: str | None, *aliases: str) -> Place:
    return Place(place_id=place_id, name=name, aliases=aliases, kind=kind, parent=parent)


def _event(event_id: str, forms: str, place: str | None, start: date | None, *, verified: bool = True) -> Event:
    return Event(
        event_id=event_id,
        name=event_id,
        surface_forms=tuple(forms.split("|")),
        place=place,
        start=start,
        end=start,
        verified=verified,
    )


def _measure(measure_id: str, label: str, kind: str, unit: str, parent: str | None, forms: str) -> Measure:
    return Measure(
        measure_id=measure_id,
        label=label,
        kind=kind,  # type: ignore[arg-type]
        unit=unit,
        parent=parent,
        definition="",
        surface_forms=tuple(forms.split("|")),
        confused_with=(),
    )


@pytest.fixture(scope="session")
def field() -> Field:
    return Field(
        measures=(
            _measure("killed", "People killed by the military", "cumulative", "person", None,
                     "killed|people killed|deaths|death toll|civilians killed|lost their lives"),
            _measure("killed_in_raids", "Civilians killed by air raids", "cumulative", "person", "killed",
                     "civilians killed in air raids|killed by air raids"),
            _measure("children_killed", "Children killed", "event", "person", "killed", "children killed"),
            _measure("injured", "People injured", "event", "person", None, "injured|wounded"),
            _measure("flood_deaths", "Deaths in the flood", "event", "person", None, "killed by the flood|deaths"),
            _measure("held", "People in detention", "stock", "person", None, "in detention|still detained|jailed|held"),
            _measure("serving", "People serving sentences", "stock", "person", "held", "serving sentences|jailed"),
            _measure("arrested", "People arrested", "cumulative", "person", None, "arrested|arrests"),
            _measure("displaced", "Internally displaced people", "stock", "person", None, "internally displaced|IDPs"),
            _measure("displaced_since", "Displaced since the coup of 2020", "stock", "person", "displaced",
                     "displaced since the coup|forced to flee their homes"),
            _measure("attacks", "Military attacks", "cumulative", "attack", None, "attacks|military attacks"),
            _measure("air_raids", "Air raids", "cumulative", "raid", "attacks", "air raids|air strikes|airstrikes"),
            _measure("need", "People in need", "stock", "person", None, "people in need|in need of assistance"),
            _measure("signatories", "Signatories", "total", "organisation", None, "signed by|organisations"),
            _measure("signatories_listed", "Signatories listed", "total", "organisation", "signatories", "listed"),
        ),
        events=(
            _event("coup_2020", "coup|military coup|failed coup", "Atria", date(2020, 3, 5)),
            _event("flood_2022", "flood", "Atria", date(2022, 8, 1)),
            _event("mutiny_old", "mutiny", "Atria", date(2010, 1, 9)),
            _event("mutiny_new", "mutiny", "Atria", date(2016, 4, 2)),
            _event("raid_harbour", "raid on the Harbour market", "Harbour Township", date(2023, 6, 3)),
            _event("summit_rumoured", "secret summit", "Atria", date(2021, 1, 1), verified=False),
            _event("borland_coup", "putsch|coup of generals", "Borland", date(2019, 7, 7)),
        ),
        producers=(
            Producer(producer_id="monitor", name="Atria Monitor", aliases=("AM",), url=None,
                     counts="People killed and air raids", cadence="", caveat="", lag_days=3),
        ),
        places=(
            _place("ATR", "Atria", "country", None, "Republic of Atria"),
            _place("BOR", "Borland", "country", None),
            _place("CHD", "Chad", "country", None),
            _place("ATR-N", "North Province", "region", "ATR"),
            _place("ATR-N-H", "Harbour Township", "township", "ATR-N"),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def read(field: Field) -> Reader:
    """Read a letter to Atria's neighbours with the given body; `written` is the date it bears, "" for none."""

    def reader(
        body: str, written: str = "15 August 2023", title: str = "Open letter on the crisis in Atria"
    ) -> Extraction:
        text = (
            "\n\n".join(part for part in (title, written, "Your Excellency,", body, "Yours sincerely,") if part) + "\n"
        )
        return extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), field)

    return reader
