"""What the rows tell of measures and producers: where they have figures, and who counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claims.model import Place
from claims.places.gazetteer import WORLD
from sources.lookup.place_tree import Gazetteer
from sources.table import typed_cells
from sources.table.where import RawTable


def counts_in(
    row: Mapping[str, str], by_producer: Mapping[str, frozenset[str]], places: Sequence[Place]
) -> frozenset[str]:
    """Where a producer has figures of; one that counts worldwide also of the world, so that its name tells no place."""
    own = by_producer.get(row["producer_id"], frozenset())
    return own | {each.place_id for each in places if each.kind == WORLD} if row.get("kind") == WORLDWIDE else own


WORLDWIDE: Final = "worldwide"


_OF_WHOM: Final = ("measure_id", "producer_id", "place", "place_code")


def told_by_rows(
    table: RawTable, places: Sequence[Place]
) -> tuple[Mapping[str, typed_cells.Told], Mapping[str, frozenset[str]]]:
    """For each measure the places that it has figures of and who counted them; for each producer its places."""
    rows: Iterable[Mapping[str, str]] = table.rows
    if table.is_large:
        from sources.table.large.column_rows import columns_of

        rows = columns_of(table).distinct(_OF_WHOM)
    gazetteer = Gazetteer(places)
    where: dict[str, set[str]] = defaultdict(set)
    who: dict[str, set[str]] = defaultdict(set)
    counting: dict[str, set[str]] = defaultdict(set)
    for measure, producer, place in {
        (row["measure_id"], row["producer_id"], row.get("place_code") or row.get("place") or "") for row in rows
    }:
        who[measure].add(producer)
        found = gazetteer.resolve(place)
        if found:
            where[measure].add(found)
            counting[producer].add(found)
    measures = {each: typed_cells.Told(frozenset(where[each]), frozenset(producers)) for each, producers in who.items()}
    return measures, {each: frozenset(found) for each, found in counting.items()}
