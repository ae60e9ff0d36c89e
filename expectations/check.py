"""A letter checked against itself and, where a reference table is at hand, against the sources. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Extraction, Field, Letter
from expectations.model import CheckedLetter, Finding, Rule
from expectations.registry import all_rules
from sources.model import ReferenceTable


def check_letter(letter: Letter, field: Field, table: ReferenceTable | None) -> CheckedLetter:
    """Read a letter and check it; without a table nothing is compared and `verdicts` is empty."""
    from claims.extract import extract

    return check_extraction(extract(letter, field), field, table)


def check_extraction(extraction: Extraction, field: Field, table: ReferenceTable | None) -> CheckedLetter:
    """Run every rule on what was read, and compare the claims with the sources."""
    verdicts = {}
    if table is not None:
        from sources.compare import compare_letter

        verdicts = compare_letter(extraction, table)
    return CheckedLetter(extraction=extraction, findings=findings_of(extraction, field), verdicts=verdicts)


def findings_of(extraction: Extraction, field: Field, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """What the rules say, rule by rule in their order."""
    chosen = all_rules() if rules is None else rules
    return tuple(finding for rule in chosen for finding in rule.run(extraction, field))


def check_across(checked: Sequence[CheckedLetter], field: Field) -> tuple[Finding, ...]:
    """What the rules say of all letters of a run together; empty for a single letter."""
    extractions = [one.extraction for one in checked]
    if len(extractions) < 2:
        return ()
    return tuple(finding for rule in all_rules() if rule.run_across for finding in rule.run_across(extractions, field))
