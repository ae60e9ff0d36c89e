"""Countries and their provinces as ISO 3166 names them: the file that pycountry brings, against what it makes of it."""

from __future__ import annotations

import pycountry

from claims.places.countries import iso_entries
from sources.lookup.iso_countries import countries


def test_the_file_holds_what_the_library_says():
    assert {e["alpha_3"]: e["name"] for e in iso_entries("3166-1")} == {c.alpha_3: c.name for c in pycountry.countries}
    assert {e["code"]: e["name"] for e in iso_entries("3166-2")} == {s.code: s.name for s in pycountry.subdivisions}


def test_every_country_has_a_code_and_its_common_name_first():
    known = {place.place_id: place for place in countries()}
    assert len(known) == len(pycountry.countries)
    assert (known["BOL"].name, known["BOL"].aliases[0]) == ("Bolivia", "Bolivia, Plurinational State of")
