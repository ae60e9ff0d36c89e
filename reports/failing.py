"""What makes `check` fail: the meaning of `--fail-on` (docs/contract.md, Rulings)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from expectations.model import CheckedLetter, Finding
from sources.model import Verdict

_AGAINST = frozenset({"overstated", "understated", "contradicted", "conflicting_sources"})


def is_inconsistent(finding: Finding) -> bool:
    """An inconsistency of severity error or warning; info never fails."""
    return finding.status == "inconsistent" and finding.severity != "info"


def is_against(verdict: Verdict) -> bool:
    """The sources speak against the wording, or a newer figure stood when the letter was written."""
    return verdict.against_source in _AGAINST or verdict.timeliness == "stale_at_writing"


def fails(checked: Sequence[CheckedLetter], across: Iterable[Finding], fail_on: str) -> bool:
    """Whether anything stands at or above `fail_on`: "inconsistent", "contradicted", "any" or "never"."""
    inconsistent = any(is_inconsistent(f) for f in across) or any(is_inconsistent(f) for c in checked for f in c.findings)
    verdicts = [verdict for letter in checked for verdict in letter.verdicts.values()]
    if fail_on == "inconsistent":
        return inconsistent
    if fail_on == "contradicted":
        return any(verdict.against_source == "contradicted" for verdict in verdicts)
    return fail_on == "any" and (inconsistent or any(is_against(verdict) for verdict in verdicts))
