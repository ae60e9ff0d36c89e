"""Past runs read back from the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, select

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from flows.store.letter_states import ClaimState, FindingState, LetterState, SourceRow, VerdictState
from flows.store.run_tables import CLAIMS, FINDINGS, LETTERS, RUN_LETTERS, RUNS, VERDICTS

MANY = 400
"""Values in one question to a database; SQLite takes 999 at least."""
LAST = "latest"
_Row = RowMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """A run without its letters. `software` and `words` are digests of what read and judged, `settings` what was told
    to it; `items` what asked for an editor.
    """

    id: str
    started_at: str
    finished_at: str
    as_run: str | None
    version: str
    software: str
    words: str
    settings: Mapping[str, Any]
    table_where: str | None
    table_sha256: str | None
    letters: int
    claims: int
    findings: int
    items: int
    problems: Sequence[Mapping[str, str]]
    failed_gates: Sequence[str]
    changed: Mapping[str, int] | None = None


def settings_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """What was told to the run of a `run.json`, as far as its verdicts depend on it."""
    return {name: record.get(name) for name in ("rules", "as_known", "language", "pages")}


def facts_of(record: Mapping[str, Any], table: tuple[str, str] | None) -> RunFacts:
    """The facts of a run that is under way, by its record so far and its table's place and digest; nothing counted."""
    return RunFacts(
        id=record["run_id"],
        started_at=record["started_at"],
        finished_at="",
        as_run=None,
        version=record["version"],
        software=record["software"],
        words=record["words"],
        settings=settings_of(record),
        table_where=table[0] if table else None,
        table_sha256=table[1] if table else None,
        letters=0,
        claims=0,
        findings=0,
        items=0,
        problems=(),
        failed_gates=(),
    )


def runs(connection: Connection) -> list[RunFacts]:
    """Every run there is, the oldest first."""
    found = connection.execute(select(RUNS).order_by(RUNS.c.started_at, RUNS.c.id)).mappings()
    return [RunFacts(**row) for row in found]


def last_run(connection: Connection) -> RunFacts | None:
    """The newest run, `None` if there is none."""
    newest = select(RUNS).order_by(RUNS.c.started_at.desc(), RUNS.c.id.desc()).limit(1)
    row = connection.execute(newest).mappings().first()
    return RunFacts(**row) if row else None


def run_named(connection: Connection, name: str) -> RunFacts:
    """The run of an id, of the beginning of one, or `latest`. Raises CrossfootError with the ids there are."""
    known = runs(connection)
    found = known[-1:] if name == LAST else [one for one in known if one.id.startswith(name)]
    found = [one for one in found if one.id == name] or found
    if len(found) == 1:
        return found[0]
    what = "no run of that name is in the store" if not found else f"{len(found)} runs are called so"
    raise CrossfootError(name, f"{what}; those are {_told(found or known)}")


def _told(known: Sequence[RunFacts]) -> str:
    last = [one.id for one in known[-5:]]
    return (
        ", ".join([*last, *([f"and {len(known) - len(last)} older ones"] if len(known) > len(last) else [])]) or "none"
    )


def letters_of(connection: Connection, run_id: str) -> dict[str, tuple[int, str]]:
    """The letters of a run: id → (number of its state, digest of its state)."""
    columns = LETTERS.c.letter_id, LETTERS.c.id, LETTERS.c.digest
    found = (
        select(*columns).join(RUN_LETTERS, RUN_LETTERS.c.letter == LETTERS.c.id).where(RUN_LETTERS.c.run_id == run_id)
    )
    return {row.letter_id: (row.id, row.digest) for row in connection.execute(found)}


def states(connection: Connection, numbers: Iterable[int]) -> dict[int, LetterState]:
    """The states of these numbers, whole."""
    found: dict[int, LetterState] = {}
    for some in _in_parts(numbers):
        claims, findings = _claims(connection, some), _findings(connection, some)
        for row in _rows(connection, select(LETTERS).where(LETTERS.c.id.in_(some))):
            number = row["id"]
            known = {name: row[name] for name in row if name != "id"}
            found[number] = LetterState(
                **known, claims=tuple(claims.get(number, ())), findings=tuple(findings.get(number, ()))
            )
    return found


def _claims(connection: Connection, numbers: Sequence[int]) -> dict[int, list[ClaimState]]:
    verdicts = {(row["letter"], row["claim_id"]): _verdict(row) for row in _rows(connection, _all(VERDICTS, numbers))}
    found: dict[int, list[ClaimState]] = {}
    for row in _rows(connection, _all(CLAIMS, numbers).order_by(CLAIMS.c.letter, CLAIMS.c.position)):
        known = {name: row[name] for name in row if name != "letter"}
        claim = ClaimState(**known, verdict=verdicts.get((row["letter"], row["claim_id"])))
        found.setdefault(row["letter"], []).append(claim)
    return found


def _verdict(row: _Row) -> VerdictState:
    return VerdictState(
        against_source=row["against_source"],
        timeliness=row["timeliness"],
        cautions=tuple(row["cautions"]),
        arithmetic=row["arithmetic"],
        source=tuple(SourceRow(**one) for one in row["source"]),
    )


def _findings(connection: Connection, numbers: Sequence[int]) -> dict[int, list[FindingState]]:
    found: dict[int, list[FindingState]] = {}
    for row in _rows(connection, _all(FINDINGS, numbers).order_by(FINDINGS.c.letter, FINDINGS.c.position)):
        found.setdefault(row["letter"], []).append(
            FindingState(**{name: row[name] for name in row if name != "letter"})
        )
    return found


def _all(table: Table, numbers: Sequence[int]) -> Select[Any]:
    return select(table).where(table.c.letter.in_(numbers))


def _rows(connection: Connection, wanted: Select[Any]) -> Iterator[_Row]:
    yield from connection.execute(wanted).mappings()


def _in_parts(values: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(values)
    while part := list(islice(rest, MANY)):
        yield part


def letter_numbers(connection: Connection, letter_id: str) -> dict[str, int]:
    """The state of a letter in each run that had it: id of the run → number of the state."""
    found = select(RUN_LETTERS.c.run_id, LETTERS.c.id).join(LETTERS, RUN_LETTERS.c.letter == LETTERS.c.id)
    return {row.run_id: row.id for row in connection.execute(found.where(LETTERS.c.letter_id == letter_id))}


def letters_called(connection: Connection, name: str) -> list[str]:
    """The ids of the letters that a name is the id, the path, or the file's name of."""
    rows = connection.execute(select(LETTERS.c.letter_id, LETTERS.c.path).distinct()).all()
    exact = {row.letter_id for row in rows if name == row.letter_id}
    by_path = {row.letter_id for row in rows if name in (row.path, row.path.rpartition("/")[2])}
    tail = {row.letter_id for row in rows if row.path.endswith(f"/{name.lstrip('./')}")}
    return sorted(exact or by_path or tail)


def letters_with(connection: Connection, claim_id: str) -> list[str]:
    """The ids of the letters that have, or had, a claim of this id."""
    found = select(LETTERS.c.letter_id).join(CLAIMS, CLAIMS.c.letter == LETTERS.c.id).distinct()
    return sorted(connection.execute(found.where(CLAIMS.c.claim_id == claim_id)).scalars())
