"""What an editor sees first: every finding and claim that asks for work, most pressing first."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Claim
from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding
from reports.standing.failing import is_against, is_inconsistent
from sources.model import Verdict
from sources.pages.told import CitedPage, says_no

# A figure that the letter itself or a source rules out comes before one that only wants a newer number.
SOURCE_RANK = {"contradicted": 1, "overstated": 3, "conflicting_sources": 4, "understated": 6, "not_comparable": 7}
SEVERITY_RANK = {"error": 0, "warning": 2, "info": 9}
STALE_RANK = 5
CITED_RANK = 3
OTHER_RANK = 8
LAST = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskItem:
    """One piece of work: a finding that did not hold, or a claim with its verdict. Lower `rank` first.

    `page`: the cited page that does not print the claim's figure.
    """

    rank: int
    start: int
    finding: Finding | None = None
    claim: Claim | None = None
    verdict: Verdict | None = None
    page: CitedPage | None = None


def desk(checked: CheckedLetter) -> tuple[DeskItem, ...]:
    """The work one letter asks for, most pressing first, then in the order of the text."""
    items = [_finding_item(one) for one in checked.findings if is_inconsistent(one)]
    for claim in checked.extraction.claims:
        verdict, page = checked.verdict_of(claim), says_no(checked.pages_of(claim))
        if verdict is not None and (wants_editor(verdict) or page is not None):
            rank = min(claim_rank(verdict), CITED_RANK if page is not None else LAST)
            items.append(DeskItem(rank=rank, start=claim.span.start, claim=claim, verdict=verdict, page=page))
    return tuple(sorted(items, key=lambda item: (item.rank, item.start)))


def _finding_item(finding: Finding) -> DeskItem:
    start = finding.spans[0].start if finding.spans else 0
    return DeskItem(rank=SEVERITY_RANK[finding.severity], start=start, finding=finding)


def across_desk(across: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings between letters that ask for work, most severe first."""
    return tuple(sorted((one for one in across if is_inconsistent(one)), key=lambda one: SEVERITY_RANK[one.severity]))


def wants_editor(verdict: Verdict) -> bool:
    """Whether a claim belongs on the desk: an axis says so, or the comparison does and has something to show."""
    return is_against(verdict) or (verdict.needs_editor and verdict.against_source != "unverified")


def unsourced(checked: CheckedLetter) -> tuple[Claim, ...]:
    """The claims that want a source and have none to be compared with.

    They are named apart from the desk: a letter on a subject that the table does not cover would bury it.
    """
    verdicts = ((claim, checked.verdict_of(claim)) for claim in checked.extraction.claims)
    without = (claim for claim, verdict in verdicts if verdict and verdict.needs_editor and not wants_editor(verdict))
    return tuple(claim for claim in without if says_no(checked.pages_of(claim)) is None)


def claim_rank(verdict: Verdict) -> int:
    """How pressing a verdict is, by its worst axis."""
    stale = STALE_RANK if verdict.timeliness == "stale_at_writing" else LAST
    rank = min(SOURCE_RANK.get(verdict.against_source, LAST), stale)
    return OTHER_RANK if rank == LAST and verdict.needs_editor else rank


def arithmetic(verdict: Verdict | None) -> str:
    """The line of figures; nothing where there was no figure to set beside the claim's own."""
    return verdict.arithmetic if verdict and verdict.against_source != "unverified" else ""


def ledger_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings as a ledger shows them: what did not hold by severity, what could not be checked, what held."""
    status = {"inconsistent": 0, "not_checkable": 1, "consistent": 2}

    def key(finding: Finding) -> tuple[int, int, int, str]:
        start = finding.spans[0].start if finding.spans else 0
        severity = SEVERITY_RANK[finding.severity] if finding.status == "inconsistent" else 0
        return status[finding.status], severity, start, finding.rule

    return tuple(sorted(findings, key=key))
