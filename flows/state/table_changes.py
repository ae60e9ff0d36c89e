"""The rows by which two versions of a reference table differ, told by what was noted of each under `state/cache/`.

Of a large table nothing is noted, and a change of it has everything compared again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from claims.quick_records import dataclass
from flows.state.kept_values import load_value, store_value
from sources.lookup.looked_up import LookUp, Row
from sources.lookup.place_tree import Gazetteer
from sources.model import Observation, ReferenceTable

TABLES = "tables"
LARGE = 50_000
MANY = 1_000
"""Changed rows from which looking for those that a letter can turn on costs as much as comparing it."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A row, a digest of all its cells, and the row that corrects it."""

    row: Row
    digest: bytes
    corrected_by: str | None


def note_table(folder: Path, table: ReferenceTable) -> None:
    """Note the rows of a table under its digest, once."""
    path = _path(folder, table.sha256)
    if len(table.observations) <= LARGE and not path.is_file():
        gazetteer = Gazetteer(table.places)
        store_value(path, {one.observation_id: _noted(one, gazetteer) for one in table.observations})


def is_untouched(folder: str, before: str, after: str, asked: Iterable[LookUp]) -> bool:
    """Whether nothing of what was asked of the table `before` can have another answer in the table `after`."""
    if before == after:
        return True
    rows = _changed(folder, before, after)
    return rows is not None and not any(one.meets(row) for one in asked for row in rows)


@lru_cache(maxsize=8)
def _changed(folder: str, before: str, after: str) -> tuple[Row, ...] | None:
    """The rows of either table that are not in the other; `None` where that is not known or says nothing."""
    old, new = (load_value(_path(Path(folder), sha256)) for sha256 in (before, after))
    if not isinstance(old, dict) or not isinstance(new, dict) or _things(old) != _things(new):
        return None
    names = {name for name in old.keys() | new.keys() if _digest_of(old, name) != _digest_of(new, name)}
    if len(names) > MANY:
        return None
    names |= set(_beside(old, names)) | set(_beside(new, names))
    return tuple(noted[name].row for noted in (old, new) for name in sorted(names) if name in noted)


def _digest_of(noted: Mapping[str, Noted], name: str) -> bytes | None:
    return noted[name].digest if name in noted else None


def _things(noted: Mapping[str, Noted]) -> set[tuple[str, str]]:
    """Which measures of which events there are: how a letter's event is understood turns on it."""
    return {(one.row.measure, one.row.event) for one in noted.values() if one.row.event is not None}


def _beside(noted: Mapping[str, Noted], names: set[str]) -> Iterator[str]:
    """The rows that such rows correct, and those that correct them, however far: what counts in a row's place."""
    back: dict[str, list[str]] = {}
    for name, one in noted.items():
        if one.corrected_by:
            back.setdefault(one.corrected_by, []).append(name)
    seen, ring = set(names), list(names)
    while ring:
        step = ring.pop()
        near = [*back.get(step, ()), *([noted[step].corrected_by] if step in noted else [])]
        fresh = [one for one in near if one and one not in seen]
        seen.update(fresh)
        ring += fresh
        yield from fresh


def _noted(one: Observation, gazetteer: Gazetteer) -> Noted:
    place = gazetteer.of(one)
    row = Row(
        measure=one.measure_id,
        event=one.event_id,
        chain=tuple(gazetteer.chain(place)) if place is not None else (),
        value=one.value,
        producer=one.producer_id,
        day=one.period_end or date.min,
        published=one.published_on,
    )
    return Noted(row, hashlib.sha256(repr(one).encode()).digest()[:16], one.superseded_by)


def _path(folder: Path, sha256: str) -> Path:
    return folder / TABLES / sha256
