"""Which place lies in which: by code where a row has one, by name or alias where it has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from claims.model import Place
from sources.model import Observation

_WIDE = frozenset({"country", "state", "region", "union territory", "area"})
_WORLD = frozenset({"world", "wld"})
Relation = Literal["same", "inside", "around", "apart", "open"]


class Gazetteer:
    """Places by id and by name. A name that two places bear names neither."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.place_id: place for place in places}
        self._by_name: dict[str, str | None] = {}
        self._chains: dict[str, list[str]] = {}
        for place in self._places.values():
            for name in dict.fromkeys(text.casefold() for text in (place.name, *place.aliases)):
                self._by_name[name] = place.place_id if name not in self._by_name else None

    def resolve(self, name: str | None) -> str | None:
        """The id of a place told by its id, name or alias; the name itself where no place bears it."""
        if name is None or name in self._places:
            return name
        return self._by_name.get(name.casefold()) or name

    def of(self, observation: Observation) -> str | None:
        """The id of the place an observation is about; `None` where it is about no place in particular."""
        return self.of_cells(observation.place, observation.place_code)

    def of_cells(self, place: str | None, code: str | None) -> str | None:
        """The id of the place told by a name and a code, either of which may be empty."""
        if code and code in self._places:
            return code
        return self.resolve(place or code or None)

    def name(self, place_id: str | None) -> str:
        place = self._places.get(place_id or "")
        return place.name if place else place_id or ""

    def chain(self, place_id: str) -> list[str]:
        """The place and, from the nearest outwards, all that contain it."""
        if place_id not in self._chains:
            self._chains[place_id] = self._chain(place_id)
        return self._chains[place_id]

    def _chain(self, place_id: str) -> list[str]:
        chain: list[str] = []
        step: str | None = place_id
        while step is not None and step not in chain:
            chain.append(step)
            place = self._places.get(step)
            step = place.parent if place else None
        return chain

    def is_wide(self, place_id: str | None) -> bool:
        """Whether a place is so large that two events of one day in it are likely two."""
        place = self._places.get(place_id or "")
        return place is not None and place.kind in _WIDE

    def is_world(self, place_id: str | None) -> bool:
        """Whether a place is the whole world, or none at all."""
        place = self._places.get(place_id or "")
        return (
            place_id is None or place_id.casefold() in _WORLD or (place is not None and place.name.casefold() in _WORLD)
        )

    def inside(self, place_id: str) -> list[str]:
        """All places that lie in a place, those nearest to it first."""
        found: dict[str, None] = {}
        ring = [place_id]
        while ring:
            ring = [
                part for outer in ring for part in self._parts.get(outer, ()) if part not in found and part != place_id
            ]
            found.update(dict.fromkeys(ring))
        return list(found)

    @cached_property
    def _parts(self) -> Mapping[str, list[str]]:
        parts: dict[str, list[str]] = defaultdict(list)
        for place in self._places.values():
            if place.parent is not None:
                parts[place.parent].append(place.place_id)
        return parts

    def relation(self, figure: str | None, asked: str | None) -> Relation:
        """How the place of a figure lies to the place asked about; "open" where one of them is not told."""
        if figure is None or asked is None:
            return "open"
        if figure == asked:
            return "same"
        if asked in self.chain(figure):
            return "inside"
        return "around" if figure in self.chain(asked) else "apart"
