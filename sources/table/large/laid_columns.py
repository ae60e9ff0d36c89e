"""A large table of the user's laid over the packs: the packs' rows whose ids it does not have, and its own."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sources.table.large.column_rows import ColumnRows, columns_of, joined, of_rows
from sources.table.raw import Origin, RawTable


class ColumnIds(Collection[str]):
    """The ids of a large table; those that are asked for are looked up, none is kept apart."""

    def __init__(self, rows: ColumnRows, column: str) -> None:
        self._rows, self._column = rows, column
        self._ids: frozenset[str] | None = None

    def __contains__(self, row_id: object) -> bool:
        if self._ids is None:
            self._ids = frozenset(self._rows.words(self._column))
        return row_id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.words(self._column))

    def __len__(self) -> int:
        return len(self._rows)


def laid_over_columns(key: str, packaged: Sequence[RawTable], own: RawTable) -> RawTable:
    """The packs' rows beneath a large table; of an id that both have, the user's row."""
    own_rows = columns_of(own)
    kept = [(number, at) for number, part in enumerate(packaged) for at in range(len(part.rows))]
    ids = pa.array([packaged[number].rows[at].get(key, "") for number, at in kept], pa.string())
    owned = pc.is_in(ids, value_set=pa.array(own_rows.words(key), pa.string())).to_pylist() if kept else []
    kept = [each for each, replaced in zip(kept, owned, strict=True) if not replaced]
    beneath = [packaged[number].rows[at] for number, at in kept]
    origin_of = np.array([number for number, _ in kept] + [len(packaged)] * len(own_rows), dtype=np.uint16)
    lines = np.concatenate([np.array([packaged[number].lines[at] for number, at in kept], dtype=np.int64), own.lines])
    return RawTable(
        name=own.name,
        file=own.file,
        rows=joined([of_rows(beneath), own_rows]) if beneath else own_rows,
        lines=lines,  # type: ignore[arg-type]
        faults=(*(fault for part in packaged for fault in part.faults), *own.faults),
        digest=hashlib.sha256("\0".join(part.digest for part in (*packaged, own)).encode()).hexdigest(),
        counted=own.counted,
        origins=tuple(Origin(file=part.file, counted=part.counted) for part in (*packaged, own)),
        origin_of=origin_of,  # type: ignore[arg-type]
    )
