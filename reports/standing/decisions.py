"""Editors' decisions as `check --decisions DIR` reads them: one JSON object a line, in `DIR/*.jsonl`.

    {"letter_id": "…", "claim_id": "…", "decision": "dismissed", "by": "…", "on": "2025-05-22", "note": "…"}
    {"letter_id": "…", "rule": "ordinal", "stated": "53nd", "quotes": ["53nd"], "decision": "dismissed", …}

A claim is named by its id, which no edit elsewhere in the letter changes; a finding by its rule, what it found stated
and the words it quotes, in their order. Without `quotes` a decision is about the only finding of that rule with those
figures, and about none where a letter has several. A later line about the same thing replaces an earlier one, so that
a decision can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from expectations.model import Finding
from sources.model import Verdict

KINDS = ("accepted", "corrected", "dismissed", "open")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The latest decision on each thing decided."""

    latest: dict[Key, str]

    def dismisses_claim(self, letter_id: str, verdict: Verdict) -> bool:
        return self.latest.get((letter_id, "claim", verdict.claim_id)) == "dismissed"

    def dismisses_finding(
        self, letter_id: str, finding: Finding, quotes: Sequence[str] = (), *, alone: bool = True
    ) -> bool:
        """`quotes` are the words at the finding's spans; `alone`: no other one of its rule has the same figures."""
        key: Key = (letter_id, "finding", finding.rule, finding.stated)
        decided = self.latest.get((*key, *map(_one_line, quotes))) if quotes else None
        return (decided or (self.latest.get(key) if alone else None)) == "dismissed"


NONE = Decisions({})


def load_decisions(folder: str | None) -> Decisions:
    """The decisions of a folder, none for `None`. Raises CrossfootError naming the file and line at fault."""
    if folder is None:
        return NONE
    if not Path(folder).is_dir():
        raise CrossfootError(folder, "is no folder of decisions; it holds *.jsonl files, one decision a line")
    latest: dict[Key, str] = {}
    for path in sorted(Path(folder).glob("*.jsonl")):
        latest.update(_decisions(path))
    return Decisions(latest)


def _decisions(path: Path) -> Iterator[tuple[Key, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if line.strip():
            yield _decision(line, f"{path}, line {number}")


def _decision(line: str, where: str) -> tuple[Key, str]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise CrossfootError(where, "is not JSON; write one decision a line") from None
    if not isinstance(row, dict) or row.get("decision") not in KINDS:
        raise CrossfootError(where, f"has no decision; it is one of {', '.join(KINDS)}")
    return _key(row, where), str(row["decision"])


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
    return tuple(map(_one_line, quotes))


def _one_line(text: str) -> str:
    return " ".join(text.split())
