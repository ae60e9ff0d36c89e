"""Tables laid one over the other: the packaged packs beside each other, a team's own rows over them, by their ids."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from typing import Final

from sources.table.declaration import Fault
from sources.table.raw import Origin, RawTable

KEYS: Final = {
    "observations": "observation_id",
    "measures": "measure_id",
    "producers": "producer_id",
    "events": "event_id",
    "places": "place_id",
    "units": "unit_id",
    "topics": "topic_id",
}


def laid_over(name: str, packaged: Sequence[RawTable], own: RawTable | None) -> RawTable:
    """One table of the packs and, over them, the rows of the user's: a row of an id that stands replaces it whole.

    Two packs that tell of one id are a fault: one id is one thing, and stands in one pack. Ids that stand twice in one
    file are a fault of that file, found by its declaration.
    """
    if not packaged:
        return own or RawTable(name=name, file=f"{name}.csv", rows=(), lines=(), faults=())
    if own is None and len(packaged) == 1:
        return packaged[0]
    if own is not None and own.is_large:
        from sources.table.large.laid_columns import laid_over_columns

        return laid_over_columns(KEYS[name], packaged, own)
    laid = _Laid(KEYS[name])
    for part in packaged:
        laid.put(part, packaged=True)
    if own is not None:
        laid.put(own, packaged=False)
    return laid.table(name)


class _Laid:
    def __init__(self, key: str) -> None:
        self._key = key
        self._parts: list[RawTable] = []
        self._rows: list[dict[str, str]] = []
        self._lines: list[int] = []
        self._of = array("H")
        self._at: dict[str, int] = {}
        self._twice: list[Fault] = []

    def put(self, part: RawTable, *, packaged: bool) -> None:
        number = len(self._parts)
        self._parts.append(part)
        before = dict(self._at)
        for line, row in zip(part.lines, part.rows, strict=True):
            row_id = row.get(self._key, "")
            if row_id and row_id in before:
                if packaged:
                    what = "stands in another pack too; keep one, in the pack common if both need it"
                    self._twice.append(part.fault(line, self._key, row_id, what))
                at = before[row_id]
                self._rows[at], self._lines[at], self._of[at] = row, line, number
                continue
            self._at[row_id] = len(self._rows)
            self._rows.append(row)
            self._lines.append(line)
            self._of.append(number)

    def table(self, name: str) -> RawTable:
        last = self._parts[-1]
        found = [fault for part in self._parts for fault in part.faults]
        return RawTable(
            name=name,
            file=last.file,
            rows=tuple(self._rows),
            lines=tuple(self._lines),
            faults=(*found, *self._twice),
            digest=hashlib.sha256("\0".join(part.digest for part in self._parts).encode()).hexdigest(),
            counted=last.counted,
            origins=tuple(Origin(file=part.file, counted=part.counted) for part in self._parts),
            origin_of=self._of,
        )
