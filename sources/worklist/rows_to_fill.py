"""For each gap the row that would fill it, as far as the letters tell it: what is left empty is what to look up."""

from __future__ import annotations

import csv
import io
import shlex
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sources.lookup.place_tree import Gazetteer
from sources.model import ReferenceTable
from sources.table.load import declaration_of
from sources.worklist.gaps import Gap

# columns that `sources add` has an option for, told by the letters
_OPTIONS: Final = (
    ("measure", "measure_id"),
    ("event", "event"),
    ("place", "place"),
    ("start", "period_start"),
    ("end", "period_end_text"),
    ("producer", "producer_id"),
)
_MOST_NAMED: Final = 3


def rows_to_fill(gaps: Sequence[Gap], table: ReferenceTable) -> list[dict[str, str]]:
    """A row of observations a gap, in the columns of the table; gaps of one row once."""
    gazetteer = Gazetteer(table.places)
    units = {measure.measure_id: measure.unit for measure in table.measures}
    names = {producer.producer_id: (*producer.aliases, producer.name)[0] for producer in table.producers}
    return [_row(gap, gazetteer, units, names) for gap in gaps]


def _row(gap: Gap, gazetteer: Gazetteer, units: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    producer = _cited(gap, names)
    told = {
        "measure_id": gap.measure or "",
        "event": gap.event or "",
        "place": gap.place or "",
        "place_code": (gazetteer.resolve(gap.place) or "") if gap.place else "",
        "period_start": gap.start.isoformat() if gap.start else "",
        "period_end_text": gap.until or "",
        "unit": units.get(gap.measure or "", ""),
        "producer_id": producer,
        "published_by": names.get(producer, ""),
        "note": _wanted_for(gap),
    }
    return {column.name: told.get(column.name, "") for column in declaration_of("observations").columns}


def _cited(gap: Gap, names: Mapping[str, str]) -> str:
    """The producer that most of the claims cite, if one of the table's."""
    counts = Counter(each for claim in gap.claims for each in claim.cited if each in names)
    return min(counts, key=lambda each: (-counts[each], each)) if counts else ""


def _wanted_for(gap: Gap) -> str:
    shown = "; ".join(f"{claim.letter_id} “{claim.text}”" for claim in gap.claims[:_MOST_NAMED])
    return f"wanted for {shown}{' …' if len(gap.claims) > _MOST_NAMED else ''}"


def csv_of(rows: Sequence[Mapping[str, str]]) -> str:
    """The rows under the header of observations.csv."""
    text = io.StringIO()
    columns = [column.name for column in declaration_of("observations").columns]
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def command_for(row: Mapping[str, str]) -> str:
    """The command that adds the row, with what the letters tell; the rest is asked for."""
    told: Iterable[tuple[str, str]] = ((option, row[column]) for option, column in _OPTIONS if row[column])
    given = " ".join(f"--{option} {shlex.quote(cell)}" for option, cell in told)
    return f"crossfoot sources add --references DIR {given}".rstrip()
