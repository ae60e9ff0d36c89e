"""The three ways a rule writes into the ledger: it held, it did not, it could not be applied."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Span
from expectations.declaring import SHARED, say
from expectations.model import Finding, Severity


def held(
    rule: str,
    message: str,
    *,
    stated: str,
    expected: str,
    spans: Iterable[Span] = (),
    claims: Iterable[Claim] = (),
    relations: Iterable[str] = (),
) -> Finding:
    """A rule that held: `consistent`, of severity info."""
    return _finding(rule, "consistent", "info", message, stated, expected, spans, claims, relations=relations)


def broken(
    rule: str,
    severity: Severity,
    message: str,
    *,
    stated: str,
    expected: str,
    spans: Iterable[Span] = (),
    claims: Iterable[Claim] = (),
    off: Decimal | None = None,
    relations: Iterable[str] = (),
) -> Finding:
    """A rule that did not hold; `off` is the share by which its two sides differ."""
    return _finding(rule, "inconsistent", severity, message, stated, expected, spans, claims, off, relations)


def unknown(
    rule: str,
    missing: str,
    *,
    stated: str = "",
    expected: str = "",
    spans: Iterable[Span] = (),
    claims: Iterable[Claim] = (),
    relations: Iterable[str] = (),
) -> Finding:
    """A rule that could not be applied; `missing` is a sentence that names what the letter does not give."""
    return _finding(rule, "not_checkable", "info", missing, stated, expected, spans, claims, relations=relations)


def _finding(
    rule: str,
    status: str,
    severity: Severity,
    message: str,
    stated: str,
    expected: str,
    spans: Iterable[Span],
    claims: Iterable[Claim],
    off: Decimal | None = None,
    relations: Iterable[str] = (),
) -> Finding:
    return Finding(
        rule=rule,
        status=status,  # type: ignore[arg-type]
        severity=severity,
        message=message,
        stated=stated,
        expected=expected,
        claim_ids=tuple(dict.fromkeys(claim.claim_id for claim in claims if claim.claim_id)),
        spans=tuple(dict.fromkeys(spans)),
        off=off,
        relation_ids=tuple(relations),
    )


def claims_at(extraction: Extraction, spans: Iterable[Span]) -> list[Claim]:
    """The claims whose span overlaps one of `spans`, in the order of the letter."""
    wanted = sorted(spans)
    longest = max((len(span) for span in wanted), default=0)
    return [claim for claim in extraction.claims if _overlaps(claim.span, wanted, longest)]


def _overlaps(span: Span, wanted: Sequence[Span], longest: int) -> bool:
    at = bisect_left(wanted, span.start - longest, key=lambda each: each.start)
    while at < len(wanted) and wanted[at].start < span.end:
        if wanted[at].overlaps(span):
            return True
        at += 1
    return False


def listing(items: Iterable[str], *, most: int = 12) -> str:
    """Items as an editor would write them: "36 and 40", "1, 2 and 5", cut after `most` with the number left out."""
    words = list(items)
    if len(words) > most:
        return say(SHARED, "and_more", first=", ".join(words[:most]), count=str(len(words) - most))
    if len(words) > 1:
        return say(SHARED, "and", first=", ".join(words[:-1]), last=words[-1])
    return words[0] if words else say(SHARED, "nothing_listed")


def told_apart(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Findings of one letter with a `stated` of its own for each that raises an alarm, for decisions are kept by it.

    Two alarms of one rule with the same figures take the words they stand on in: "6 entries (“Harbour Union”)".
    """
    count = Counter((one.rule, one.stated) for one in findings if one.status == "inconsistent")
    seen: Counter[tuple[str, str]] = Counter()
    told = []
    for one in findings:
        if one.status != "inconsistent" or count[one.rule, one.stated] < _TWICE:
            told.append(one)
            continue
        stated = f"{one.stated} ({_quoted(one, text)})"
        seen[one.rule, stated] += 1
        again = seen[one.rule, stated]
        told.append(replace(one, stated=stated if again < _TWICE else f"{stated} · {again}"))
    return told


_TWICE = 2


def _quoted(finding: Finding, text: str) -> str:
    return ", ".join(f"“{' '.join(span.of(text).split())[:60]}”" for span in finding.spans[:4])
