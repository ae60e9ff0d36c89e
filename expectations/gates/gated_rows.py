"""Plain rows of the tables of a run, with the columns that `expectations/declarations/*.schema.yml` declare.

A row is a dict of plain values: str, int, float, bool, `datetime.date` or None. Several values in a cell are parted by
"|".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from claims.model import Signatories
from expectations.gates.checks import OBSERVATIONS
from expectations.gates.row_cells import Row, claim_row, joined, observation_row, signatory_rows, verdict_row
from expectations.model import CheckedLetter, Finding, Status
from sources.model import AgainstSource, ReferenceTable


def rows_of(
    checked: Sequence[CheckedLetter], *, across: Sequence[Finding] = (), table: ReferenceTable | None = None
) -> dict[str, list[Row]]:
    """The rows of letters, claims, findings, verdicts and signatories, in the order of `checked`.

    `across` are the findings across letters. With `table` the observations are there too, to be gated with the rest.
    """
    rows = {
        "letters": [_letter(one) for one in checked],
        "claims": [claim_row(one, claim) for one in checked for claim in one.extraction.claims],
        "findings": [*_findings(checked), *_across(across)],
        "verdicts": [verdict_row(claim, one.verdict_of(claim)) for one in checked for claim in one.extraction.claims],
        "signatories": [row for one in checked for row in signatory_rows(one)],
    }
    if table is not None:
        rows[OBSERVATIONS] = [observation_row(observation) for observation in table.observations]
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
        "letter_ids": joined(letters),
        "rule": finding.rule,
        "status": finding.status,
        "severity": finding.severity,
        "message": finding.message,
        "stated": finding.stated or None,
        "expected": finding.expected or None,
        "claim_ids": joined(finding.claim_ids),
        "spans": joined(f"{span.start}-{span.end}" for span in finding.spans),
        "span_letter_ids": joined(finding.letter_ids),
    }
