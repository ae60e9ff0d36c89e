"""Several things of a letter decided on at once: which they are, the rows it makes, and what was decided together.

Each thing has a row of its own, as if it had been decided on alone; the rows share a mark, by which they are found
again to be taken back as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from claims.quick_records import dataclass
from reports.deciding.entries import Entry, Kind, one_line
from reports.deciding.folding import Standing
from reports.deciding.next_steps import Refused, next_entry

MOST: Final = 400
"""Things decided on at once."""
_KINDS: Final[Mapping[str, Kind]] = {"claim": "claim", "finding": "finding", "across": "across"}

Asked = tuple[Standing, Mapping[str, Any]]
"""How a thing stands, and what the report says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A thing that was chosen on a page, and the revision that the page showed."""

    kind: Kind
    key: str
    revision: int

    @classmethod
    def told(cls, given: str) -> Chosen:
        """As a form tells it, "claim:1f0c22aa@2". Raises Refused."""
        kind, _, rest = given.partition(":")
        key, _, revision = rest.rpartition("@")
        if kind not in _KINDS or not key or not (revision.isascii() and revision.isdigit() and len(revision) <= 9):
            raise Refused("The form does not say what it is about; open the page again.")
        return cls(kind=_KINDS[kind], key=key, revision=int(revision))


def chosen_of(given: Sequence[str]) -> tuple[Chosen, ...]:
    """What was chosen, each thing once. Raises Refused."""
    if not given:
        raise Refused("Nothing was chosen; tick what it is about.")
    if len(given) > MOST:
        raise Refused(f"At most {MOST} things are decided on at once.")
    return tuple({(one.kind, one.key): one for one in map(Chosen.told, given)}.values())


def entries_together(asked: Sequence[Asked], told: Mapping[str, str], at: str, mark: str) -> list[Entry]:
    """The rows by which `told` follows on each thing. Raises Refused, naming the thing that it may not be said of."""
    rows = [_row(stood, read, told, at) for stood, read in asked]
    if len(rows) == 1:
        return rows
    together = {"mark": mark, "of": len(rows)}
    return [replace(row, payload={**row.payload, "together": together}) for row in rows]


def mark_of(entry: Entry | None) -> str:
    """What a row shares with those that were decided with it; empty where it was decided alone."""
    together = entry.payload.get("together") if entry else None
    return str(together.get("mark", "")) if isinstance(together, dict) else ""


def still_together(stood: Iterable[Standing]) -> dict[str, int]:
    """By mark, the things whose last step is still the one that was taken together."""
    counts = Counter(mark_of(one.last) for one in stood)
    return {mark: count for mark, count in counts.items() if mark}


def _row(stood: Standing, read: Mapping[str, Any], told: Mapping[str, str], at: str) -> Entry:
    try:
        return next_entry(stood, told, at, read)
    except Refused as refused:
        about = one_line(stood.subject.quotations[0]) if stood.subject.quotations else stood.subject.rule
        raise Refused(f"“{about[:80]}”: {refused} Nothing was decided of any.") from None
