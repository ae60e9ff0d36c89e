"""What a run is asked for, and the beginning of its record."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

from claims.quick_records import dataclass
from flows.state.letter_cache import software_digest, words_digest
from sources.table.where import shown as shown_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a run is asked for: the parameters of the flow `flows.fact_check`."""

    paths: list[str]
    references: str | None
    rules: str | None
    as_known: str | None
    language: str
    keep: int
    remember: int
    ocr: bool
    pasted: str | None
    pages: str | None
    cache: bool
    notify: list[str]
    site: str | None


def record_of(run_id: str, asked: Asked, references: str | None, began: float) -> dict[str, Any]:
    """What `run.json` tells of what was asked, and when; `began`: the clock at the run's beginning."""
    now = datetime.now(UTC)
    return {
        "run_id": run_id,
        "started_at": now.isoformat(timespec="seconds"),
        "paths": asked.paths,
        "references": shown_reference(references) if references else "packaged",
        "as_known": asked.as_known,
        "pages": asked.pages,
        "ocr": asked.ocr,
        "software": software_digest(),
        "words": words_digest(),
        "seconds_reading": round(time.perf_counter() - began, 3),
    }
