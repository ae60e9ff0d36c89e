"""Names of countries, to tell where somebody belongs from who signs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from claims.language.words import of_language
from claims.text.openings import phrase_set


@of_language
def region_names() -> frozenset[str]:
    """Names of countries and of their states, provinces and regions in small letters, from ISO 3166-1 and -2."""
    names = {part.strip(" ]") for entry in _entries("3166-2") for part in entry["name"].split("[")}
    return frozenset(n.casefold() for n in names if n) | country_names()


@of_language
def country_names() -> frozenset[str]:
    """Names of the world's countries in small letters, from ISO 3166."""
    names = {entry.get(key, "") for entry in _entries("3166-1") for key in ("name", "common_name")}
    short = {name.split(",")[0] for name in names}
    return frozenset(n.casefold() for n in names | short if n) | phrase_set("demands", "countries")


def _entries(standard: str) -> list[dict[str, Any]]:
    """The entries of a standard as pycountry brings them; its objects, one an entry, cost ten times the reading."""
    data: Any = json.loads(files("pycountry").joinpath("databases", f"iso{standard}.json").read_bytes())
    entries: list[dict[str, Any]] = data[standard]
    return entries
