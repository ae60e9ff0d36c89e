"""A letter checked against itself and, where a reference table is at hand, against the sources. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction import Extraction
from claims.language.load import load_language
from claims.model import Field, Letter
from expectations.book.all_rules import all_rules
from expectations.book.switches import settled, switched_on
from expectations.findings import told_apart
from expectations.model import AS_DECLARED, CheckedLetter, Finding, RuleSettings
from expectations.permits.permitted import permitted
from sources.model import ReferenceTable
from sources.settings import DEFAULTS, Settings


def check_letter(
    letter: Letter,
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings = AS_DECLARED,
    comparison: Settings = DEFAULTS,
) -> CheckedLetter:
    """Read a letter and check it; without a table nothing is compared and `verdicts` is empty."""
    from claims.extracting import extract

    return check_extraction(extract(letter, field), field, table, rules, comparison)


def check_extraction(
    extraction: Extraction,
    field: Field,
    table: ReferenceTable | None,
    rules: RuleSettings = AS_DECLARED,
    comparison: Settings = DEFAULTS,
) -> CheckedLetter:
    """Run every rule on what was read, and compare the claims with the sources."""
    read = CheckedLetter(extraction=extraction, findings=findings_of(extraction, field, rules), verdicts={})
    return compared_again(read, table, comparison)


def compared_again(
    checked: CheckedLetter, table: ReferenceTable | None, comparison: Settings = DEFAULTS
) -> CheckedLetter:
    """A letter as it was read and checked, with the verdicts of this table; without a table it has none."""
    if table is None:
        return replace(checked, verdicts={})
    from sources.compare import compare_letter

    return replace(checked, verdicts=compare_letter(checked.extraction, table, comparison))


def findings_of(extraction: Extraction, field: Field, rules: RuleSettings = AS_DECLARED) -> tuple[Finding, ...]:
    """What the rules that are switched on say, rule by rule in their order, settled as `rules` wants it."""
    chosen = switched_on(all_rules(), rules)
    with load_language(extraction.letter.language).in_force():
        found = [finding for rule in chosen for finding in rule.run(extraction, field)]
        return settled(told_apart(permitted(extraction, found), extraction.letter.text), rules)


def check_across(
    checked: Sequence[CheckedLetter], field: Field, rules: RuleSettings = AS_DECLARED
) -> tuple[Finding, ...]:
    """What the rules say of all letters of a run together; empty for a single letter. Letters are held against those of
    their own language.
    """
    return check_between([one.extraction for one in checked], field, rules)


def check_between(
    extractions: Sequence[Extraction], field: Field, rules: RuleSettings = AS_DECLARED
) -> tuple[Finding, ...]:
    """The same of what was read of the letters."""
    by_language: dict[str, list[Extraction]] = {}
    for one in extractions:
        by_language.setdefault(one.letter.language, []).append(one)
    found = [_across(code, letters, field, rules) for code, letters in by_language.items() if len(letters) > 1]
    return tuple(finding for findings in found for finding in findings)


def _across(code: str, letters: Sequence[Extraction], field: Field, rules: RuleSettings) -> tuple[Finding, ...]:
    asked = [rule.run_across for rule in switched_on(all_rules(), rules) if rule.run_across]
    with load_language(code).in_force():
        return settled([finding for ask in asked for finding in ask(letters, field)], rules)
