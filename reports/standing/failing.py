"""What makes `check` fail: the meaning of `--fail-on` (docs/contract.md, Rulings)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, Decided, Decisions
from reports.deciding.things_decided import Words
from sources.model import Verdict

_AGAINST = frozenset({"overstated", "understated", "contradicted", "conflicting_sources"})


def is_inconsistent(finding: Finding) -> bool:
    """An inconsistency of severity error or warning; info never fails."""
    return finding.status == "inconsistent" and finding.severity != "info"


def is_against(verdict: Verdict) -> bool:
    """The sources speak against the wording, or a newer figure stood when the letter was written."""
    return verdict.against_source in _AGAINST or verdict.timeliness == "stale_at_writing"


def fails(
    checked: Sequence[CheckedLetter], across: Iterable[Finding], fail_on: str, decisions: Decisions = NONE
) -> bool:
    """Whether anything that no editor has put aside stands at or above `fail_on`; `across` as they still stand.

    `fail_on` is "inconsistent", "contradicted", "any" or "never".
    """
    if fail_on == "never":
        return False
    decided = [(letter, decisions.of(letter)) for letter in checked]
    verdicts = [verdict for pair in decided for verdict in _open_verdicts(*pair)]
    if fail_on == "contradicted":
        return any(verdict.against_source == "contradicted" for verdict in verdicts)
    found = [*across, *(finding for pair in decided for finding in open_findings(*pair))]
    inconsistent = any(is_inconsistent(finding) for finding in found)
    return inconsistent or (fail_on == "any" and any(is_against(verdict) for verdict in verdicts))


def open_findings(checked: CheckedLetter, decided: Decided) -> list[Finding]:
    """The findings of a letter that no editor has put aside."""
    return [finding for at, finding in enumerate(checked.findings) if not decided.clears_finding(at)]


def open_across(across: Sequence[Finding], words: Words, decisions: Decisions) -> list[Finding]:
    """The findings between letters that no editor has put aside."""
    stood = decisions.of_across(across, words)
    return [finding for finding, one in zip(across, stood, strict=True) if not one.clears]


def _open_verdicts(checked: CheckedLetter, decided: Decided) -> list[Verdict]:
    return [verdict for claim_id, verdict in checked.verdicts.items() if not decided.clears_claim(claim_id)]
