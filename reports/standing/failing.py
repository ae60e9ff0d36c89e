"""What makes `check` fail: the meaning of `--fail-on` (docs/contract.md, Rulings)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from expectations.model import CheckedLetter, Finding
from reports.standing.decisions import NONE, Decisions
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
    """Whether anything that no editor has dismissed stands at or above `fail_on`.

    `fail_on` is "inconsistent", "contradicted", "any" or "never".
    """
    verdicts = [verdict for letter in checked for verdict in _open_verdicts(letter, decisions)]
    if fail_on == "never":
        return False
    if fail_on == "contradicted":
        return any(verdict.against_source == "contradicted" for verdict in verdicts)
    found = [*across, *(finding for letter in checked for finding in open_findings(letter, decisions))]
    inconsistent = any(is_inconsistent(finding) for finding in found)
    return inconsistent or (fail_on == "any" and any(is_against(verdict) for verdict in verdicts))


def open_findings(checked: CheckedLetter, decisions: Decisions) -> list[Finding]:
    """The findings of a letter that no editor has dismissed."""
    letter = checked.extraction.letter
    alike = Counter((finding.rule, finding.stated) for finding in checked.findings)
    return [
        finding
        for finding in checked.findings
        if not decisions.dismisses_finding(
            letter.letter_id,
            finding,
            [span.of(letter.text) for span in finding.spans],
            alone=alike[finding.rule, finding.stated] == 1,
        )
    ]


def _open_verdicts(checked: CheckedLetter, decisions: Decisions) -> list[Verdict]:
    letter_id = checked.extraction.letter.letter_id
    return [verdict for verdict in checked.verdicts.values() if not decisions.dismisses_claim(letter_id, verdict)]
