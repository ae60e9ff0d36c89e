"""Tables laid down in parts are the files of the whole at once, byte for byte."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from expectations.gates.gated_rows import rows_of
from expectations.model import CheckedLetter
from reports.exports.tables.table_frames import frames, write_tables
from reports.exports.tables.table_spool import TableSpool
from tests.reports.conftest import Workshop


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".parquet"}


@pytest.mark.parametrize("cuts", [(0, 5), (0, 1, 5), (0, 2, 2, 3, 5)])
def test_the_parts_of_tables_are_the_tables(make: Workshop, tmp_path: Path, cuts: tuple[int, ...]) -> None:
    bare = make.checked(make.letter(letter_id="bare"))  # no claim: a part whose columns are empty
    letters: list[CheckedLetter] = [bare, make.all_verdicts(), bare, make.all_verdicts(), bare]
    with TableSpool(tmp_path / "aside") as spool:
        for first, last in pairwise(cuts):
            spool.take(frames(rows_of(letters[first:last])))
        spool.write(tmp_path / "parts", lambda name: [])
    assert list((tmp_path / "aside").iterdir()) == []
    write_tables(frames(rows_of(letters)), tmp_path / "whole")
    assert _files(tmp_path / "parts") == _files(tmp_path / "whole")
    assert len(_files(tmp_path / "whole")) == 5
