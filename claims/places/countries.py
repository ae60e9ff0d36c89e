"""Names of countries, to tell where somebody belongs from who signs."""

from __future__ import annotations

from claims.language.words import of_language
from claims.text.openings import phrase_set


@of_language
def region_names() -> frozenset[str]:
    """Names of countries and of their states, provinces and regions in small letters, from ISO 3166-1 and -2."""
    import pycountry

    names = {part.strip(" ]") for s in pycountry.subdivisions for part in s.name.split("[")}
    return frozenset(n.casefold() for n in names if n) | country_names()


@of_language
def country_names() -> frozenset[str]:
    """Names of the world's countries in small letters, from ISO 3166."""
    import pycountry

    names = {getattr(c, key, "") for c in pycountry.countries for key in ("name", "common_name")}
    short = {name.split(",")[0] for name in names}
    return frozenset(n.casefold() for n in names | short if n) | phrase_set("demands", "countries")
