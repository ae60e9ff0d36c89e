"""Plain rows of the tables of a run, with the columns that `expectations/declarations/*.schema.yml` declare.

A row is a dict of plain values: str, int, float, bool, `datetime.date` or None. What holds several values is joined by "|".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import get_args

from claims.model import Citation, Claim, Signatories
from expectations.declared import OBSERVATIONS
from expectations.model import CheckedLetter, Finding, Status
from sources.model import AgainstSource, Observation, ReferenceTable, Verdict

Row = dict[str, object]
SEPARATOR = "|"
NO_TABLE = "Not compared: no reference table was in use."


def rows_of(
    checked: Sequence[CheckedLetter], *, across: Sequence[Finding] = (), table: ReferenceTable | None = None
) -> dict[str, list[Row]]:
    """The rows of letters, claims, findings, verdicts and signatories, in the order of `checked`.

    `across` are the findings across letters. With `table` the observations are there too, to be gated with the rest.
    """
    rows = {
        "letters": [_letter(one) for one in checked],
        "claims": [_claim(one, claim) for one in checked for claim in one.extraction.claims],
        "findings": [*_findings(checked), *_across(across)],
        "verdicts": [_verdict(claim, one.verdict_of(claim)) for one in checked for claim in one.extraction.claims],
        "signatories": [row for one in checked for row in _names(one)],
    }
    if table is not None:
        rows[OBSERVATIONS] = [_observation(observation) for observation in table.observations]
    return rows


def known_of(table: ReferenceTable | None) -> dict[str, frozenset[str]]:
    """The ids of the reference table that other tables refer to, by table; empty without a table."""
    if table is None:
        return {}
    return {
        "measures": frozenset(measure.measure_id for measure in table.measures),
        "events": frozenset(event.event_id for event in table.events),
        "producers": frozenset(producer.producer_id for producer in table.producers),
        "places": frozenset(place.place_id for place in table.places),
    }


def _letter(one: CheckedLetter) -> Row:
    letter, numbers = one.extraction.letter, one.extraction.numbers
    return {
        "letter_id": letter.letter_id,
        "path": letter.path,
        "sha256": letter.sha256,
        "title": letter.title or None,
        "written_on": letter.written_on,
        "published_on": letter.published_on,
        "characters": len(letter.text),
        **_totals(one.extraction.signatories),
        "claims": len(one.extraction.claims),
        "numbers_total": numbers.total,
        "numbers_claimed": numbers.claimed,
        "numbers_ignored": len(numbers.ignored),
        "numbers_unread": len(numbers.unread),
        **_counts(one),
    }


def _totals(signatories: Signatories) -> Row:
    return {
        "stated": signatories.stated,
        "stated_comparator": _comparator_of_total(signatories),
        "stated_listed": signatories.stated_listed,
        "listed": signatories.listed,
        "undisclosed": signatories.undisclosed,
    }


def _comparator_of_total(signatories: Signatories) -> str | None:
    """How the total that counts is qualified: of two mentions of one number, the later stands nearer the signatures."""
    if signatories.stated is None:
        return None
    said = [one.comparator for one in signatories.totals if one.role == "total" and one.value == signatories.stated]
    return said[-1] if said else "="


def _counts(one: CheckedLetter) -> Row:
    statuses = Counter(finding.status for finding in one.findings)
    verdicts = [verdict for claim in one.extraction.claims if (verdict := one.verdict_of(claim))]
    axes = Counter(verdict.against_source for verdict in verdicts)
    axes["unverified"] += len(one.extraction.claims) - len(verdicts)
    return {
        **{f"findings_{status}": statuses[status] for status in get_args(Status)},
        **{word: axes[word] for word in get_args(AgainstSource)},
        "needs_editor": sum(verdict.needs_editor for verdict in verdicts),
    }


def _claim(one: CheckedLetter, claim: Claim) -> Row:
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
        "measures_possible": _joined(claim.measures_possible),
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
        "citations": _joined(_cited(citation) for citation in claim.citations),
        "cited_producers": _joined(citation.producer for citation in claim.citations if citation.producer),
    }


def _cited(citation: Citation) -> str:
    return f"[{citation.mark}] {citation.text}" if citation.mark else citation.text


def _findings(checked: Sequence[CheckedLetter]) -> Iterator[Row]:
    for one in checked:
        letter_id = one.extraction.letter.letter_id
        seen: Counter[str] = Counter()
        for finding in one.findings:
            seen[finding.rule] += 1
            yield _finding(finding, f"{letter_id}:{finding.rule}:{seen[finding.rule]}", letter_id, (letter_id,))


def _across(findings: Sequence[Finding]) -> Iterator[Row]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.rule] += 1
        letters = tuple(dict.fromkeys(finding.letter_ids))
        yield _finding(finding, f"across:{finding.rule}:{seen[finding.rule]}", None, letters)


def _finding(finding: Finding, finding_id: str, letter_id: str | None, letters: tuple[str, ...]) -> Row:
    return {
        "finding_id": finding_id,
        "letter_id": letter_id,
        "letter_ids": _joined(letters),
        "rule": finding.rule,
        "status": finding.status,
        "severity": finding.severity,
        "message": finding.message,
        "stated": finding.stated or None,
        "expected": finding.expected or None,
        "claim_ids": _joined(finding.claim_ids),
        "spans": _joined(f"{span.start}-{span.end}" for span in finding.spans),
        "span_letter_ids": _joined(finding.letter_ids),
    }


def _verdict(claim: Claim, verdict: Verdict | None) -> Row:
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
        "cautions": _joined(verdict.cautions),
        "observation_ids": _joined(verdict.observation_ids),
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


def _names(one: CheckedLetter) -> Iterator[Row]:
    for position, entry in enumerate(one.extraction.signatories.names, start=1):
        yield {
            "letter_id": one.extraction.letter.letter_id,
            "position": position,
            "number": entry.number,
            "name": entry.name,
            "group": entry.group or None,
            "withheld": entry.withheld,
            "start": entry.span.start,
            "end": entry.span.end,
        }


def _observation(observation: Observation) -> Row:
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
        "cites": observation.cites or None,
        "superseded_by": observation.superseded_by or None,
        "note": observation.note or None,
    }


def _as_of(observation: Observation) -> Row:
    """The as-of date as the table has it: a day, or the month alone where the day is not known."""
    if observation.period_end is None or observation.period_end_grain == "day":
        return {"period_end": observation.period_end, "period_end_text": None}
    return {"period_end": None, "period_end_text": observation.period_end.strftime("%Y-%m")}


def _joined(parts: Iterable[str]) -> str | None:
    """The parts joined by "|", which a part may not hold itself; None if there is none."""
    return SEPARATOR.join(part.replace(SEPARATOR, "/") for part in parts) or None


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
