"""`crossfoot sources gaps --format json`: the worklist and the bibliographies for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from expectations.model import CheckedLetter
from reports.model import Problem
from sources.worklist.bibliography import Entry
from sources.worklist.gaps import Gap
from sources.worklist.unlisted import Unlisted

_SCHEMA = "crossfoot-gaps/1"
Row = Mapping[str, str]
Books = Sequence[tuple[CheckedLetter, tuple[Entry, ...]]]


def document(
    gaps: Sequence[Gap], rows: Sequence[Row], books: Books, texts: Sequence[Unlisted], problems: Sequence[Problem]
) -> dict[str, Any]:
    """The worklist with a row to fill for each gap, the texts not in the table, each letter's bibliography."""
    return {
        "schema": _SCHEMA,
        "gaps": [_gap(gap, row) for gap, row in zip(gaps, rows, strict=True)],
        "unlisted": [_text(text) for text in texts],
        "letters": [
            {
                "letter_id": one.extraction.letter.letter_id,
                "path": one.extraction.letter.path,
                "bibliography": [_entry(entry) for entry in entries],
            }
            for one, entries in books
        ],
        "problems": [{"path": problem.path, "message": problem.message} for problem in problems],
    }


def _gap(gap: Gap, row: Row) -> dict[str, Any]:
    return {
        "measure": gap.measure,
        "counted": gap.counted,
        "event": gap.event,
        "place": gap.place,
        "start": gap.start.isoformat() if gap.start else None,
        "until": gap.until,
        "count": len(gap.claims),
        "row": dict(row),
        "claims": [
            {
                "letter_id": claim.letter_id,
                "claim_id": claim.claim_id,
                "text": claim.text,
                "sentence": claim.sentence,
                "against_source": claim.against_source,
                "cited": list(claim.cited),
                "wanted": claim.wanted,
            }
            for claim in gap.claims
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "mark": entry.mark,
        "start": entry.span.start,
        "end": entry.span.end,
        "text": entry.text,
        "url": entry.url,
        "published_on": entry.published_on.isoformat() if entry.published_on else None,
        "resolution": entry.resolution,
        "observation_ids": list(entry.observation_ids),
        "producer": entry.producer_id,
        "claim_ids": list(entry.claim_ids),
    }


def _text(text: Unlisted) -> dict[str, Any]:
    return {
        "text": text.text,
        "url": text.url,
        "producer": text.producer_id,
        "published_on": text.published_on.isoformat() if text.published_on else None,
        "letter_ids": list(text.letter_ids),
        "claim_ids": list(text.claim_ids),
    }
