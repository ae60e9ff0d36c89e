"""The records of number reading: what a form of number is, and why a number is no claim; each with its examples.

A reader names the record it speaks for (`Ignored.record`, `Quantity.form`); the words stand here, in `forms.yml` and
`refusals.yml`, and `docs/reading.md` is made from them (`claims.numbers.records.reading_page`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from claims.quick_records import dataclass
from claims.yaml_files import read_yaml

Kind = Literal["form", "refusal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A form or a refusal.

    `reason`: what the ledger says of the number; `why`: the thought behind it. A form reads its examples `must_read`,
    each a text with the quantity in braces, and leaves `must_not_read` to other forms or to nobody; a refusal reads
    none of `must_not_read`, the refused stretch between « and », and leaves the quantities of `must_read` alone.
    """

    name: str
    kind: Kind
    reason: str
    why: str
    must_read: tuple[str, ...]
    must_not_read: tuple[str, ...]


@cache
def records() -> dict[str, Record]:
    """Every record by its name, forms first, as the files have them. Raises ValueError for a name given twice."""
    found: dict[str, Record] = {}
    for record in (*_of_file("forms.yml", "form"), *_of_file("refusals.yml", "refusal")):
        if record.name in found:
            raise ValueError(f"two records are called {record.name!r}")
        found[record.name] = record
    return found


def reason_of(name: str) -> str:
    """The reason that a refusal gives; a reason that a caller put in its own words stays as it is."""
    record = records().get(name)
    return name if record is None else record.reason


def known_record(name: str) -> str | None:
    """`name` if a record has it, else `None`."""
    return name if name in records() else None


def _of_file(file: str, kind: Kind) -> Iterator[Record]:
    entries: dict[str, Any] = read_yaml(files("claims").joinpath("numbers", "records", file))
    for name, entry in entries.items():
        yield Record(
            name=name, kind=kind, reason=entry["reason"], why=entry["why"],
            must_read=tuple(entry["must_read"]), must_not_read=tuple(entry["must_not_read"]),
        )  # fmt: skip
