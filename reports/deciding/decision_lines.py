"""Decisions written by hand or by another program: one JSON object a line, in `DIR/*.jsonl`.

    {"letter_id": "…", "claim_id": "…", "decision": "dismissed", "by": "…", "on": "2025-05-22", "note": "…"}
    {"letter_id": "…", "rule": "ordinal", "stated": "53nd", "quotes": ["53nd"], "decision": "dismissed", …}

A claim is named by its id, which no edit elsewhere in the letter changes; a finding by its rule, what it found stated
and the words it quotes, in their order. Without `quotes` a decision is about the only finding of that rule with those
figures, and about none where a letter has several. A later line about the same thing replaces an earlier one, so that
a decision can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from reports.deciding.entries import one_line

KINDS = {"accepted": "accept", "corrected": "correct", "dismissed": "dismiss", "open": ""}
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the latest line about one thing says; `decision` as in `entries`, empty where it was taken back."""

    decision: str
    by: str
    on: str
    note: str


@dataclass(frozen=True, slots=True)
class DecisionLines:
    """The latest line on each thing decided."""

    latest: Mapping[Key, Line] = field(default_factory=dict)

    def of_claim(self, letter_id: str, claim_id: str) -> tuple[Key, Line] | None:
        return self._at((letter_id, "claim", claim_id))

    def of_finding(
        self, letter_id: str, rule: str, stated: str, quotes: tuple[str, ...], *, alone: bool
    ) -> tuple[Key, Line] | None:
        """`quotes` are the words at the finding's figures; `alone`: no other one of its rule has the same figures."""
        key: Key = (letter_id, "finding", rule, stated)
        found = self._at((*key, *quotes)) if quotes else None
        return found or (self._at(key) if alone else None)

    def _at(self, key: Key) -> tuple[Key, Line] | None:
        line = self.latest.get(key)
        return (key, line) if line is not None else None


def read_lines(folder: Path) -> DecisionLines:
    """The lines of a folder's files. Raises CrossfootError naming the file and line at fault."""
    latest: dict[Key, Line] = {}
    for path in sorted(folder.glob("*.jsonl")):
        latest.update(_of_file(path))
    return DecisionLines(latest)


def _of_file(path: Path) -> Iterator[tuple[Key, Line]]:
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if line.strip():
            yield _line(line, f"{path}, line {number}")


def _line(line: str, where: str) -> tuple[Key, Line]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise CrossfootError(where, "is not JSON; write one decision a line") from None
    if not isinstance(row, dict) or row.get("decision") not in KINDS:
        raise CrossfootError(where, f"has no decision; it is one of {', '.join(KINDS)}")
    said = {name: one_line(str(row.get(name) or "")) for name in ("by", "on", "note")}
    return _key(row, where), Line(decision=KINDS[str(row["decision"])], **said)


def _key(row: dict[str, Any], where: str) -> Key:
    letter = row.get("letter_id")
    if isinstance(letter, str) and isinstance(row.get("claim_id"), str):
        return letter, "claim", row["claim_id"]
    if isinstance(letter, str) and isinstance(row.get("rule"), str) and isinstance(row.get("stated"), str):
        return letter, "finding", row["rule"], row["stated"], *_quotes(row, where)
    raise CrossfootError(where, "does not say what it decides; give letter_id with claim_id, or with rule and stated")


def _quotes(row: dict[str, Any], where: str) -> tuple[str, ...]:
    quotes = row.get("quotes", [])
    if not isinstance(quotes, list) or not all(isinstance(quote, str) for quote in quotes):
        raise CrossfootError(where, "has quotes that are no list of words; give the letter's words at each place")
    return tuple(map(one_line, quotes))
