"""The cells of one claim, one verdict, one entry of a list and one observation, by declared column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claims.model import Citation, Claim
from expectations.model import CheckedLetter
from sources.model import Observation, Verdict

Row = dict[str, object]
SEPARATOR = "|"
NO_TABLE = "Not compared: there was no reference table to compare it with."


def claim_row(one: CheckedLetter, claim: Claim) -> Row:
    quantity, period, text = claim.quantity, claim.period, one.extraction.letter.text
    return {
        "letter_id": claim.letter_id,
        "claim_id": claim.claim_id,
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "verbatim": claim.span.of(text) == claim.text,
        "sentence": claim.sentence,
        "sentence_start": claim.sentence_span.start,
        "sentence_end": claim.sentence_span.end,
        "as_written": quantity.as_written,
        "value": float(quantity.value),
        "low": _number(quantity.interval.low),
        "high": _number(quantity.interval.high),
        "low_open": quantity.interval.low_open,
        "high_open": quantity.interval.high_open,
        "comparator": quantity.comparator,
        "unit": claim.unit,
        "measure": claim.measure,
        "measures_possible": joined(claim.measures_possible),
        "counted": quantity.counted,
        "direction": quantity.direction,
        "additive": quantity.additive,
        "place": claim.place,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "period_grain": period.grain if period else None,
        "period_text": (period.text or None) if period else None,
        "event": claim.event,
        "attribution": claim.attribution,
        "citations": joined(_cited(citation) for citation in claim.citations),
        "cited_producers": joined(citation.producer for citation in claim.citations if citation.producer),
    }


def _cited(citation: Citation) -> str:
    return f"[{citation.mark}] {citation.text}" if citation.mark else citation.text


def verdict_row(claim: Claim, verdict: Verdict | None) -> Row:
    row: Row = {"letter_id": claim.letter_id, "claim_id": claim.claim_id}
    if verdict is None:
        return row | _words_of(_not_compared(claim)) | _decisive(None)
    deciding = next((one.observation for one in verdict.evidence if one.decides), None)
    return row | _words_of(verdict) | _decisive(deciding)


def _not_compared(claim: Claim) -> Verdict:
    return Verdict(
        claim_id=claim.claim_id,
        against_source="unverified",
        timeliness=None,
        cautions=(),
        observation_ids=(),
        arithmetic="",
        explanation=NO_TABLE,
    )


def _words_of(verdict: Verdict) -> Row:
    return {
        "against_source": verdict.against_source,
        "timeliness": verdict.timeliness,
        "cautions": joined(verdict.cautions),
        "observation_ids": joined(verdict.observation_ids),
        "arithmetic": verdict.arithmetic or None,
        "explanation": verdict.explanation,
        "would_change": verdict.would_change or None,
        "suggestion": verdict.suggestion or None,
        "needs_editor": verdict.needs_editor,
    }


def _decisive(observation: Observation | None) -> Row:
    return {
        "source_observation_id": observation.observation_id if observation else None,
        "source_producer": observation.producer_id if observation else None,
        "source_value": float(observation.value) if observation else None,
        "source_low": _number(observation.interval.low) if observation else None,
        "source_high": _number(observation.interval.high) if observation else None,
        "source_as_of": observation.period_end if observation else None,
        "source_title": (observation.title or None) if observation else None,
        "source_url": (observation.url or None) if observation else None,
    }


def signatory_rows(one: CheckedLetter) -> Iterator[Row]:
    for position, entry in enumerate(one.extraction.signatories.names, start=1):
        yield {
            "letter_id": one.extraction.letter.letter_id,
            "position": position,
            "number": entry.number,
            "name": entry.name,
            "verbatim": entry.span.of(one.extraction.letter.text) == entry.name,
            "group": entry.group or None,
            "withheld": entry.withheld,
            "start": entry.span.start,
            "end": entry.span.end,
        }


def observation_row(observation: Observation) -> Row:
    return {
        "observation_id": observation.observation_id,
        "measure_id": observation.measure_id,
        "event": observation.event_id,
        "place": observation.place or None,
        "place_code": observation.place_code or None,
        "period_start": observation.period_start,
        **_as_of(observation),
        "value": float(observation.value),
        "low": _number(observation.interval.low),
        "high": _number(observation.interval.high),
        "comparator": observation.comparator,
        "unit": observation.unit,
        "producer_id": observation.producer_id,
        "published_by": observation.published_by or None,
        "title": observation.title or None,
        "url": observation.url or None,
        "published_on": observation.published_on,
        "accessed_on": observation.accessed_on,
        "licence": observation.licence or None,
        "as_printed": observation.as_printed or None,
        "grade": observation.grade,
        "coverage": observation.coverage,
        "cites": observation.cites or None,
        "superseded_by": observation.superseded_by or None,
        "note": observation.note or None,
    }


def _as_of(observation: Observation) -> Row:
    """The as-of date as the table has it: a day, or the month alone where the day is not known."""
    if observation.period_end is None or observation.period_end_grain == "day":
        return {"period_end": observation.period_end, "period_end_text": None}
    return {"period_end": None, "period_end_text": observation.period_end.strftime("%Y-%m")}


def joined(parts: Iterable[str]) -> str | None:
    """The parts joined by "|", which a part may not hold itself; None if there is none."""
    return SEPARATOR.join(part.replace(SEPARATOR, "/") for part in parts) or None


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
