"""Where a figure is of: a place that the gazetteer knows, whose code and name agree, told wherever one must be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Final

from claims.model import Place
from sources.lookup.iso_countries import with_countries
from sources.lookup.place_tree import Gazetteer
from sources.table import typed_cells
from sources.table.declaration import Fault
from sources.table.raw import RawTable

_WHOLE: Final = "total"
# a name within a label: "States that the Arctic Council admits", "ASEAN members"
_NAMED: Final = re.compile(r"\b[A-Z]{2}|(?<=\w )[A-Z][a-z]")
_FURTHER: Final = "correct it, or add it to places.csv"


def placed(tables: Mapping[str, RawTable], files: Collection[str]) -> Iterator[Fault]:
    """Rows of some files whose place nobody knows or whose code is another's, or that tell none where one must be told.

    A measure of kind `total`, or with a name in its label, tells its own body (the members of a bloc, the signatories
    of a letter), and an event its own; any other row that leaves its place empty says in its note why.
    """
    table = tables["observations"]
    names = _Names(with_countries(tuple(typed_cells.place(row) for row in tables["places"].rows)))
    elsewhere = {
        row["measure_id"] for row in tables["measures"].rows if row["kind"] == _WHOLE or _NAMED.search(row["label"])
    }
    for at, row in enumerate(table.rows):
        if table.origin(at).file not in files:
            continue
        place, code = row.get("place", ""), row.get("place_code", "")
        if place or code:
            for column, what in names.faults(place, code):
                yield table.fault_at(at, column, row[column], what)
        elif "place" in row and not (row["measure_id"] in elsewhere or row.get("event") or row.get("note")):
            what = "is empty; name the place (World for all of it), or say in note why there is none"
            yield table.fault_at(at, "place", "", what)


class _Names:
    """The places of a table by every name; each pair of name and code is looked at once."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = {place.place_id: place for place in places}
        self._gazetteer = Gazetteer(places)
        self._told = [name for place in places for name in (place.name, *place.aliases)]
        self.faults = cache(self._faults)

    def _faults(self, place: str, code: str) -> tuple[tuple[str, str], ...]:
        """What is wrong with a name and a code, by column."""
        if code and code not in self._places:
            return (("place_code", f"is the code of no place; {_FURTHER}"), *self._unknown(place))
        if code and place and place != code and not self._bears(code, place):
            what = f"is no name of {code} ({self._places[code].name}); put the two right, or add it to its aliases"
            return (("place", what),)
        return () if code else self._unknown(place)

    def _unknown(self, place: str) -> tuple[tuple[str, str], ...]:
        if not place or self._gazetteer.resolve(place) in self._places or self._gazetteer.is_world(place):
            return ()
        if any(name.casefold() == place.casefold() for name in self._told):
            return (("place", "is the name of several places; say in place_code which is meant"),)
        likes = get_close_matches(place, self._told, n=2)
        meant = f" (did you mean {' or '.join(likes)}?)" if likes else ""
        return (("place", f"is no place of places.csv nor of ISO 3166; {_FURTHER}{meant}"),)

    def _bears(self, code: str, name: str) -> bool:
        place = self._places[code]
        return name.casefold() in (each.casefold() for each in (place.place_id, place.name, *place.aliases))
