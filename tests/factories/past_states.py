"""States of letters and runs as the store keeps them, made by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from flows.store.letter_states import ClaimState, FindingState, LetterState, SourceRow, VerdictState


def source_row(value: str = "40", row: str = "counter-boats-2030", **changes: Any) -> SourceRow:
    made = SourceRow(id=row, value=value, as_of="2030-01-01", producer="counter", decides=True)
    return replace(made, **changes)


def verdict_state(against: str = "consistent", *source: SourceRow, **changes: Any) -> VerdictState:
    made = VerdictState(
        against_source=against, timeliness=None, cautions=("single_producer",), arithmetic="40 = 40",
        source=source or (source_row(),),
    )  # fmt: skip
    return replace(made, **changes)


def claim_state(value: str = "40", noun: str = "boats", position: int = 0, **changes: Any) -> ClaimState:
    quotation = f"{value} {noun}"
    made = ClaimState(
        claim_id=f"harbour-{value}-{noun}", position=position, quotation=quotation,
        sentence=f"The harbour counted {quotation} in May.", kind="statistic", value=value, low=value, high=value,
        comparator="=", counted=noun, measure=noun, place="Riverland", period_start=None, period_end="2030-01-01",
        verdict=verdict_state(),
    )  # fmt: skip
    return replace(made, **changes)


def alarm(stated: str = "5", **changes: Any) -> FindingState:
    made = FindingState(
        position=0, rule="parts-whole", status="inconsistent", severity="error", stated=stated, expected="2 + 2 = 4",
        message=f"{stated} stated, 2 + 2 = 4",
    )  # fmt: skip
    return replace(made, **changes)


def letter_of(*claims: ClaimState, text: str = "first", name: str = "harbour", **changes: Any) -> LetterState:
    made = LetterState(
        letter_id=name, sha256=hashlib.sha256(text.encode()).hexdigest(), path=f"letters/{name}.txt",
        title="On the harbour", written_on="2030-02-01", items=0, stated=5, listed=3, claims=claims, findings=(),
    )  # fmt: skip
    made = replace(made, **changes)
    return replace(made, digest=hashlib.sha256(repr(made).encode()).hexdigest())


def record_of(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A `run.json`, as far as the store looks at it."""
    return {
        "run_id": f"2030010{number}T030000.000000Z-1",
        "started_at": f"2030-01-0{number}T03:00:00+00:00",
        "finished_at": f"2030-01-0{number}T03:01:00+00:00",
        "versions": {"crossfoot": "0.1.0"},
        "software": "s" * 64,
        "words": "w" * 64,
        "rules": [],
        "as_known": None,
        "language": "auto",
        "pages": None,
        "reference_table": {"where": "our-table", "sha256": "t" * 64, "rows": 3},
        "letters": 1,
        "claims": 1,
        "findings": 0,
        "items": 0,
        "problems": [],
        "failed_gates": [],
        "seconds": {"gate": 1.5, "publish": 0.25},
    } | changes
