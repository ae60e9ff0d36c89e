"""What a table's keeper should know of a table that is good: words in it that no letter can ever match."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.load import load_language
from claims.measures.dead_forms import dead_forms
from sources.model import ReferenceTable
from sources.table.declaration import Fault
from sources.table.laying import KEYS
from sources.table.raw import RawTables

_LANGUAGE = "en"


def remarks_on(raw: RawTables, table: ReferenceTable) -> Iterator[Fault]:
    """The forms that match nothing, each with the file and line of its row. The table is used all the same."""
    lines = {
        name: {row[KEYS[name]]: at for at, row in enumerate(raw.tables[name].rows)} for name in ("measures", "topics")
    }
    with load_language(_LANGUAGE).in_force():
        for dead in dead_forms(table.field):
            at = lines[dead.table][dead.row_id]
            yield raw.tables[dead.table].fault_at(at, dead.column, dead.form, f"can match nothing: it {dead.why}")
