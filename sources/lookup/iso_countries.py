"""Countries from ISO 3166 (pycountry), with the names letters use for them from the table of places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claims.model import Place
from claims.places.countries import iso_entries


@cache
def countries() -> tuple[Place, ...]:
    """Every country of ISO 3166-1, by its alpha-3 code; the aliases are its common and its official name."""
    return tuple(_place(entry) for entry in iso_entries("3166-1"))


def _place(entry: Mapping[str, str]) -> Place:
    names = (entry.get(field) for field in ("common_name", "name", "official_name"))
    told = list(dict.fromkeys(name for name in names if name))
    return Place(place_id=entry["alpha_3"], name=told[0], aliases=tuple(told[1:]), kind="country", parent=None)


def with_countries(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """`places` and the countries that they lack; a row for a country gives its name, and keeps the names of ISO."""
    own = {place.place_id: place for place in places}
    merged = [_merged(own.pop(country.place_id, None), country) for country in countries()]
    return (*own.values(), *merged)


def _merged(row: Place | None, country: Place) -> Place:
    if row is None:
        return country
    names = dict.fromkeys((*row.aliases, country.name, *country.aliases))
    names.pop(row.name, None)
    return Place(place_id=row.place_id, name=row.name, aliases=tuple(names), kind=row.kind, parent=row.parent)
