"""The tables of a run in parts on the disk, until all of it is there: the same files as of the whole at once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from expectations.gates.checks import TABLES
from reports.exports.tables.table_frames import arrow_table, write_csv, write_parquet

if TYPE_CHECKING:
    from pandas import DataFrame


class TableSpool:
    """What is taken comes back in that order. The files, without names in `folder`, go with the block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._files: dict[str, tuple[BinaryIO, Any]] = {}

    def __enter__(self) -> TableSpool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def take(self, frames: Mapping[str, DataFrame]) -> None:
        """Put the rows of a part behind those that there are. Raises OSError."""
        for name in TABLES:
            rows = arrow_table(name, frames[name])
            self._writer(name, rows.schema).write_table(rows)

    def _writer(self, name: str, schema: Any) -> Any:
        import pyarrow as pa

        if name not in self._files:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed with the block
            self._files[name] = self._open.enter_context(file), pa.ipc.new_stream(file, schema)
        return self._files[name][1]

    def write(self, folder: Path, lines: Callable[[str], Iterable[bytes]]) -> None:
        """Write `<table>.parquet` and `<table>.csv` into `folder`, one table after the other; `lines` gives the rows of
        a table as they stand in its CSV file. Raises OSError.
        """
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            write_parquet(self._rows(name), folder / f"{name}.parquet")
            write_csv(name, lines(name), folder / f"{name}.csv")

    def _rows(self, name: str) -> Any:
        import pyarrow as pa

        file, writer = self._files[name]
        writer.close()
        file.seek(0)
        return pa.ipc.open_stream(file).read_all().combine_chunks()
