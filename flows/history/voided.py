"""The decisions that a change of a letter voids: they hang on exact words and a value, and those words are gone.

A decision on a claim is about its quotations (its own words, then its sentence), its value and which occurrence of them
it is: it stands where the new state has them as often. One on a finding is about the words at its figures, the figures
and the occurrence, which are its key. Nothing is matched nearly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from flows.store.decision_table import DECISIONS
from flows.store.letter_states import LetterState

Key = tuple[str, ...]
_NO_DECISIONS = frozenset({"undo", "assign", "let_go", "return"})
"""What says nothing of the thing itself, or takes back what was said."""


def voided(
    connection: Connection, letter_ids: Iterable[str], old: LetterState, new: LetterState
) -> list[dict[str, Any]]:
    """The decisions in force on a letter of one of these ids that hold of its old state and not of its new one."""
    before, after = _things(old), _things(new)
    latest: dict[tuple[str, str, str], RowMapping] = {}
    wanted = select(DECISIONS).where(DECISIONS.c.letter_id.in_(sorted(set(letter_ids)))).order_by(DECISIONS.c.id)
    for row in connection.execute(wanted).mappings():
        latest[row["letter_id"], row["kind"], row["key"]] = row
    return [
        _plain(row)
        for row in latest.values()
        if row["decision"] not in _NO_DECISIONS and _stands(row, before) and not _stands(row, after)
    ]


def _stands(row: RowMapping, things: Counter[Key]) -> bool:
    if row["kind"] == "claim":
        return things[_key(row)] >= (row["occurrence"] or 1)
    figures = row["key"].rpartition(":")[0], row["value"] or ""
    return things[_key(row)] > 0 or things["keyless", *figures] >= (row["occurrence"] or 1)


def _key(row: RowMapping) -> Key:
    if row["kind"] == "claim":
        return ("claim", *row["quotations"][:2], row["value"] or "")
    return ("finding", row["key"])


def _things(letter: LetterState) -> Counter[Key]:
    """What of a letter a decision can be about, by its words, and how often it is there."""
    return Counter(_of(letter))


def _of(letter: LetterState) -> Iterator[Key]:
    for claim in letter.claims:
        yield "claim", claim.quotation, claim.sentence, claim.value
        yield "claim", claim.quotation, claim.value
    for finding in letter.findings:
        if finding.key:
            yield "finding", finding.key
        else:  # a state that was kept before findings had keys
            yield "keyless", finding.rule, f"{_line(finding.stated)} | {_line(finding.expected)}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _plain(row: RowMapping) -> dict[str, Any]:
    names = ("letter_id", "kind", "key", "quotations", "value", "decision", "by", "at", "note")
    return {name: row[name] for name in names}
