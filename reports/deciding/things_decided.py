"""The things of a checked letter that a decision may be about, each with its exact words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from claims.model import Claim, Span
from expectations.model import CheckedLetter, Finding
from reports.deciding.entries import Kind, Subject, one_line

Words = Callable[[str, Span], str]
"""A letter's id and a stretch of it → the words that stand there; none of a letter that is not at hand."""


def claim_subjects(checked: CheckedLetter) -> dict[str, Subject]:
    """By claim id. The same words in the same sentence are told apart by which of them it is."""
    letter_id, seen = checked.extraction.letter.letter_id, Counter[tuple[str, ...]]()
    found = {}
    for claim in checked.extraction.claims:
        words, value = _words(claim), plain_value(claim.quantity.value)
        seen[*words, value] += 1
        found[claim.claim_id] = Subject.of(letter_id, "claim", words, value, seen[*words, value])
    return found


def finding_subjects(checked: CheckedLetter) -> tuple[Subject, ...]:
    """Parallel to the letter's findings."""
    letter = checked.extraction.letter
    quoted = ((one, tuple(one_line(span.of(letter.text)) for span in one.spans)) for one in checked.findings)
    return tuple(_of_findings(letter.letter_id, "finding", quoted))


def across_subjects(across: Sequence[Finding], words: Words) -> tuple[Subject, ...]:
    """Parallel to the findings between letters. They belong to no letter alone."""
    return tuple(_of_findings("", "across", ((one, _between(one, words)) for one in across)))


def _of_findings(letter_id: str, kind: Kind, findings: Iterator[tuple[Finding, tuple[str, ...]]]) -> Iterator[Subject]:
    seen = Counter[tuple[str, ...]]()
    for finding, words in findings:
        value = f"{one_line(finding.stated)} | {one_line(finding.expected)}"
        told = finding.rule, *words, value
        seen[told] += 1
        yield Subject.of(letter_id, kind, words, value, seen[told], finding.rule)


def _between(finding: Finding, words: Words) -> tuple[str, ...]:
    places = zip(finding.letter_ids, finding.spans, strict=False)
    return tuple(f"{letter_id}: {one_line(words(letter_id, span))}" for letter_id, span in places)


def _words(claim: Claim) -> tuple[str, str]:
    return one_line(claim.text), one_line(claim.sentence)


def plain_value(value: Decimal) -> str:
    """A number in digits alone, however it was written: 1.50 and 1.5 are one value."""
    return f"{value.normalize():f}"
