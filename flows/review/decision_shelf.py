"""Decisions in the store: rows are added, none is changed, and of two on one state of a thing the second is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.exc import IntegrityError

from flows.store.decision_table import DECISIONS
from flows.store.open_store import Store, has_store, open_store
from reports.deciding.decisions import Decisions
from reports.deciding.entries import Entry, Kind, Place, Subject
from reports.deciding.loading import load_decisions


class Overtaken(Exception):
    """Somebody else has decided on the same thing meanwhile."""


def decisions_of(folder: str | None) -> Decisions:
    """Every decision of a folder, of its files and of the store of the `--out` that it is. Raises CrossfootError."""
    if folder is None or not Path(folder).is_dir() or not has_store(folder):
        return load_decisions(folder)
    store = open_store(folder)
    try:
        return load_decisions(folder, DecisionShelf(store).entries())
    finally:
        store.close()


class DecisionShelf:
    """The decisions of an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, letter_id: str | None = None) -> Sequence[Entry]:
        """All rows, or those about one letter, in the order in which they were added. Raises CrossfootError."""
        wanted = select(DECISIONS).order_by(DECISIONS.c.id)
        if letter_id is not None:
            wanted = wanted.where(DECISIONS.c.letter_id == letter_id)
        with self._store.reading() as connection:
            return [_entry(row) for row in connection.execute(wanted)]

    def add(self, *entries: Entry) -> None:
        """Add rows, all of them or none. Raises Overtaken where a row does not follow on the last of its subject."""
        try:
            with self._store.writing() as connection:
                for entry in entries:
                    last = connection.execute(_rows_of(entry.subject.place)).first()
                    if (last.revision if last else 0) != entry.revision - 1:
                        raise Overtaken
                    connection.execute(insert(DECISIONS).values(**_values(entry), supersedes=last.id if last else None))
        except IntegrityError:
            raise Overtaken from None

    def version(self) -> int:
        """A number that grows with every row."""
        with self._store.reading() as connection:
            return connection.execute(select(DECISIONS.c.id).order_by(DECISIONS.c.id.desc()).limit(1)).scalar() or 0


def _rows_of(place: Place) -> Any:
    letter_id, kind, key = place
    same = (DECISIONS.c.letter_id == letter_id) & (DECISIONS.c.kind == kind) & (DECISIONS.c.key == key)
    return select(DECISIONS).where(same).order_by(DECISIONS.c.revision.desc())


def _values(entry: Entry) -> dict[str, Any]:
    subject = entry.subject
    return {
        "at": entry.at,
        "by": entry.by,
        "letter_id": subject.letter_id,
        "kind": subject.kind,
        "key": subject.key,
        "quotations": list(subject.quotations),
        "value": subject.value,
        "occurrence": subject.occurrence,
        "decision": entry.decision,
        "note": entry.note,
        "payload": dict(entry.payload),
        "revision": entry.revision,
    }


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        subject=_subject(row._mapping), revision=row.revision, decision=row.decision, by=row.by, at=row.at,
        note=row.note, payload=row.payload,
    )  # fmt: skip


def _subject(row: Mapping[Any, Any]) -> Subject:
    kind: Kind = row["kind"]
    rule, _, digest = row["key"].rpartition(":")
    return Subject(
        letter_id=row["letter_id"], kind=kind, quotations=tuple(row["quotations"]), value=row["value"] or "",
        occurrence=row["occurrence"] or 1, digest=digest, rule=rule,
    )  # fmt: skip
