"""Names that are places and tell nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claims.places.gazetteer import gazetteer
from sources.evidence.sentence.whose.names_told import Named
from sources.lookup.table_index import Index


def without_places(names: Sequence[Named], sentence: str, index: Index) -> list[Named]:
    """Without those that are places: "Borland counted its dead" names no source."""
    places = [each.span for each in gazetteer(index.places).mentions(sentence)]
    return [each for each in names if each.producers or each.span not in places]
