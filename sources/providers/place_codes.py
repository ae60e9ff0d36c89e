"""The countries of ISO 3166 by the numbers that providers use for them."""

from __future__ import annotations

from functools import cache
from typing import Any

from sources.providers.asking import PullUsageError
from sources.providers.vocabulary import rows_of


@cache
def _country(iso3: str) -> Any:
    import pycountry

    return pycountry.countries.get(alpha_3=iso3)


def number_of(iso3: str) -> int:
    """The number of ISO 3166-1 ("MMR" is 104). Raises `PullUsageError` for what is no country of it."""
    country = _country(iso3)
    if country is None:
        raise PullUsageError("--place", f"{iso3!r} is no country of ISO 3166-1")
    return int(country.numeric)


def gleditsch_ward(iso3: str) -> int:
    """The number of Gleditsch and Ward's list of states, which UCDP uses. Raises `PullUsageError` where it has none."""
    for row in rows_of("gleditsch_ward"):
        if row["iso3"] == iso3:
            return int(row["gleditsch_ward"])
    raise PullUsageError("--place", f"UCDP has no number for {iso3!r} in crossfoot's list of states")
