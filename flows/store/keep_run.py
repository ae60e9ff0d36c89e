"""A finished run put into the store, in one transaction; and what the store forgets, by the retention that is set."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, String, cast, delete, insert, literal, select, update

from expectations.model import Finding
from flows.store.letter_states import LetterState, encodable
from flows.store.open_store import Store
from flows.store.past_runs import MANY, settings_of
from flows.store.run_tables import ACROSS, CLAIMS, FINDINGS, LETTERS, RUN_LETTERS, RUNS, TIMINGS, VERDICTS
from flows.store.states import States

Record = Mapping[str, Any]
_WORDLESS = "-"
_LETTER = ("letter_id", "digest", "sha256", "path", "title", "written_on", "items", "stated", "listed")


def keep_run(store: Store, record: Record, letters: Sequence[LetterState], across: Sequence[Finding]) -> None:
    """Put the run of this `run.json` into the store: all of it, or nothing. Raises CrossfootError."""
    with store.writing() as connection:
        _run(connection, record)
        states, run_id = States.of(letters), record["run_id"]
        numbers = _numbers(connection, states)
        _insert(connection, RUN_LETTERS, [{"run_id": run_id, "letter": numbers[one.digest]} for one in states.known])
        _insert(connection, ACROSS, [_across(run_id, at, one) for at, one in enumerate(across)])


def keep_again(store: Store, record: Record, before: str) -> None:
    """Put a run in which nothing had changed into the store: its letters are those of the run `before`."""
    with store.writing() as connection:
        _run(connection, record)
        for table in (RUN_LETTERS, ACROSS):
            names = [column.name for column in table.columns]
            same = [literal(record["run_id"]) if name == "run_id" else table.c[name] for name in names]
            connection.execute(insert(table).from_select(names, select(*same).where(table.c.run_id == before)))


def knows(store: Store, run_id: str) -> bool:
    """Whether a run is in the store."""
    with store.reading() as connection:
        return _is_there(connection, run_id)


def forget(store: Store, whole: Collection[str], remembered: int) -> None:
    """Keep to the retention: the words of letters (their sentences, messages, titles) go with the last run of them
    that is in `whole`; figures and verdicts go when the store holds more than `remembered` runs.
    """
    with store.writing() as connection:
        old = select(RUNS.c.id).order_by(RUNS.c.started_at.desc(), RUNS.c.id.desc()).offset(remembered)
        gone = [one for one in connection.execute(old).scalars() if one not in whole]
        for part in _in_parts(gone):
            connection.execute(delete(RUNS).where(RUNS.c.id.in_(part)))
        connection.execute(delete(LETTERS).where(LETTERS.c.id.not_in(select(RUN_LETTERS.c.letter))))
        _forget_words(connection, whole)


def _forget_words(connection: Connection, whole: Collection[str]) -> None:
    """A state that lost its words loses its digest too: the letter that comes back to it brings a new one."""
    held = select(RUN_LETTERS.c.letter).where(RUN_LETTERS.c.run_id.in_(sorted(whole)))
    old = select(LETTERS.c.id).where(LETTERS.c.digest.not_like(f"{_WORDLESS}%"), LETTERS.c.id.not_in(held))
    for part in _in_parts(list(connection.execute(old).scalars())):
        connection.execute(update(CLAIMS).where(CLAIMS.c.letter.in_(part)).values(sentence=""))
        silent = {"message": "", "stated": "", "expected": ""}
        connection.execute(update(FINDINGS).where(FINDINGS.c.letter.in_(part)).values(**silent))
        digest = literal(_WORDLESS) + cast(LETTERS.c.id, String)
        connection.execute(update(LETTERS).where(LETTERS.c.id.in_(part)).values(title=None, digest=digest))


def _run(connection: Connection, record: Record) -> None:
    table = record["reference_table"] or {}
    told = {
        "id": record["run_id"],
        "version": record["versions"]["crossfoot"],
        "table_where": table.get("where"),
        "table_sha256": table.get("sha256"),
        "settings": settings_of(record),
        "changed": (record.get("since") or {}).get("totals"),
        "problems": [{name: encodable(value) for name, value in one.items()} for one in record["problems"]],
    }
    same = ("started_at", "finished_at", "software", "words", "letters", "claims", "findings", "items", "failed_gates")
    told |= {name: record[name] for name in same}
    as_run = record.get("as_run")
    told["as_run"] = as_run if as_run and _is_there(connection, as_run) else None
    connection.execute(insert(RUNS), told)
    seconds = [{"run_id": record["run_id"], "step": step, "seconds": each} for step, each in record["seconds"].items()]
    _insert(connection, TIMINGS, seconds)


def _is_there(connection: Connection, run_id: str) -> bool:
    return connection.execute(select(RUNS.c.id).where(RUNS.c.id == run_id)).first() is not None


def _numbers(connection: Connection, letters: States) -> dict[str, int]:
    """The numbers of these states by their digests; those that are new are read, and put in, some at a time."""
    known: dict[str, int] = {}
    for part in _in_parts(letters.known):
        there = select(LETTERS.c.digest, LETTERS.c.id).where(LETTERS.c.digest.in_([one.digest for one in part]))
        known |= {row.digest: row.id for row in connection.execute(there)}
        known |= _put_in(connection, [one.load() for one in part if one.digest not in known])
    return known


def _put_in(connection: Connection, letters: Sequence[LetterState]) -> dict[str, int]:
    if not letters:
        return {}
    rows = [{name: getattr(one, name) for name in _LETTER} for one in letters]
    found = connection.execute(insert(LETTERS).returning(LETTERS.c.digest, LETTERS.c.id), rows)
    numbers = {row.digest: row.id for row in found}
    pairs = [(numbers[one.digest], one) for one in letters]
    _insert(connection, CLAIMS, [row for number, one in pairs for row in _claims(number, one)])
    _insert(connection, VERDICTS, [row for number, one in pairs for row in _verdicts(number, one)])
    _insert(connection, FINDINGS, [{"letter": number, **asdict(row)} for number, one in pairs for row in one.findings])
    return numbers


def _claims(number: int, letter: LetterState) -> Iterator[dict[str, Any]]:
    names = [column.name for column in CLAIMS.columns if column.name != "letter"]
    for claim in letter.claims:
        yield {"letter": number} | {name: getattr(claim, name) for name in names}


def _verdicts(number: int, letter: LetterState) -> Iterator[dict[str, Any]]:
    for claim in letter.claims:
        if claim.verdict is not None:
            yield {"letter": number, "claim_id": claim.claim_id, **asdict(claim.verdict)}


def _across(run_id: str, at: int, finding: Finding) -> dict[str, Any]:
    names = ("rule", "status", "severity", "stated", "expected")
    return {"run_id": run_id, "position": at, "letter_ids": list(finding.letter_ids)} | {
        name: encodable(getattr(finding, name)) for name in names
    }


def _insert(connection: Connection, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _in_parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
