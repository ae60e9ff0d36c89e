"""A state of a letter as the store keeps it: its bytes, its claims with their verdicts, its findings; plain values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claims.drafting.identity import plain_number
from claims.model import Claim
from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.deciding.things_decided import finding_subjects
from reports.standing.desk import desk
from sources.model import Evidence, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A row of the reference table that took part in a verdict. `as_of` is an ISO date or empty."""

    id: str
    value: str
    as_of: str
    producer: str
    decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictState:
    """How a claim stood to the sources."""

    against_source: str
    timeliness: str | None
    cautions: tuple[str, ...]
    arithmetic: str
    source: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimState:
    """A claim as it was read; numbers are decimal text, days ISO dates. `verdict` is `None` without a table."""

    claim_id: str
    position: int
    quotation: str
    sentence: str
    kind: str
    value: str
    low: str | None
    high: str | None
    comparator: str
    counted: str | None
    measure: str | None
    place: str | None
    period_start: str | None
    period_end: str | None
    verdict: VerdictState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingState:
    """What a rule said. `key` names it in its letter as editors' decisions do: its rule, and a digest of the words at
    its figures, of the figures and of which of those it is; empty in states that were kept before there was one.
    """

    position: int
    rule: str
    status: str
    severity: str
    stated: str
    expected: str
    message: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterState:
    """A letter and all that came out of it. `digest` is the same for two states exactly if nothing differs."""

    letter_id: str
    sha256: str
    path: str
    title: str | None
    written_on: str | None
    items: int
    stated: int | None
    listed: int | None
    claims: tuple[ClaimState, ...]
    findings: tuple[FindingState, ...]
    digest: str = ""


def letter_state(checked: CheckedLetter) -> LetterState:
    """The state of a letter that was read and checked."""
    letter, signatories = checked.extraction.letter, checked.extraction.signatories
    told = {
        "letter_id": letter.letter_id,
        "sha256": letter.sha256,
        "path": encodable(letter.path),
        "title": letter.title,
        "written_on": _day(letter.written_on),
        "items": len(desk(checked)),
        "stated": signatories.stated,
        "listed": signatories.listed,
        "claims": tuple(_claims(checked)),
        "findings": finding_states(checked),
    }
    digest = hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()
    return LetterState(**told, digest=digest)  # type: ignore[arg-type]


def finding_states(checked: CheckedLetter) -> tuple[FindingState, ...]:
    """The findings of a letter in their order."""
    return tuple(
        FindingState(
            position=at,
            rule=one.rule,
            status=one.status,
            severity=one.severity,
            stated=one.stated,
            expected=one.expected,
            message=one.message,
            key=subject.key,
        )
        for at, (one, subject) in enumerate(zip(checked.findings, finding_subjects(checked), strict=True))
    )


def encodable(text: str) -> str:
    """`text` as a database can hold it: no lone surrogates, no zero characters."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "")


def _claims(checked: CheckedLetter) -> Iterator[ClaimState]:
    for at, claim in enumerate(checked.extraction.claims):
        yield _claim(at, claim, checked.verdict_of(claim))


def _claim(at: int, claim: Claim, verdict: Verdict | None) -> ClaimState:
    interval = claim.quantity.interval
    return ClaimState(
        claim_id=claim.claim_id,
        position=at,
        quotation=" ".join(encodable(claim.text).split()),
        sentence=" ".join(encodable(claim.sentence).split()),
        kind=claim.kind,
        value=plain_number(claim.quantity.value),
        low=_number(interval.low),
        high=_number(interval.high),
        comparator=claim.quantity.comparator,
        counted=claim.quantity.counted,
        measure=(verdict.measure if verdict and verdict.evidence else None) or claim.measure,  # else where it looked
        place=claim.place,
        period_start=_day(claim.period.start if claim.period else None),
        period_end=_day(claim.period.end if claim.period else None),
        verdict=_verdict(verdict) if verdict else None,
    )


def _verdict(verdict: Verdict) -> VerdictState:
    return VerdictState(
        against_source=verdict.against_source,
        timeliness=verdict.timeliness,
        cautions=tuple(verdict.cautions),
        arithmetic=verdict.arithmetic,
        source=tuple(_source(one) for one in verdict.evidence),
    )


def _source(evidence: Evidence) -> SourceRow:
    row = evidence.observation
    return SourceRow(
        id=row.observation_id,
        value=plain_number(row.value),
        as_of=_day(row.period_end) or "",
        producer=row.producer_id,
        decides=evidence.decides,
    )


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain_number(value)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
