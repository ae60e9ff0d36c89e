"""Names of countries, to tell where somebody belongs from who signs."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claims.language.words import of_language
from claims.text.openings import phrase_set


@of_language
def region_names() -> frozenset[str]:
    """Names of countries and of their states, provinces and regions in small letters, from ISO 3166-1 and -2."""
    names = {part.strip(" ]") for entry in iso_entries("3166-2") for part in entry["name"].split("[")}
    return frozenset(n.casefold() for n in names if n) | country_names()


@of_language
def country_names() -> frozenset[str]:
    """Names of the world's countries in small letters, from ISO 3166."""
    names = {entry.get(key, "") for entry in iso_entries("3166-1") for key in ("name", "common_name")}
    short = {name.split(",")[0] for name in names}
    return frozenset(n.casefold() for n in names | short if n) | phrase_set("demands", "countries")


def iso_entries(standard: str) -> list[dict[str, Any]]:
    """The entries of ISO 3166-1 or -2 in the file that pycountry brings.

    The library itself takes in the mail library for its version, and makes an object an entry: five times the cost of
    all that is asked of it here.
    """
    spec = find_spec("pycountry")
    assert spec is not None, "pycountry is one of our dependencies"
    assert spec.origin is not None
    file = Path(spec.origin).with_name("databases") / f"iso{standard}.json"
    data: Any = json.loads(file.read_bytes())
    entries: list[dict[str, Any]] = data[standard]
    return entries
