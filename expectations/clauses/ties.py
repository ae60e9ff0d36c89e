"""Links of a letter whose target is empty or a mere fragment: their source was lost when the letter was copied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.extraction import Extraction
from claims.model import Claim, Link, Span
from expectations.findings import broken, held, listing
from expectations.model import Finding


def link_findings(extraction: Extraction, rule: str) -> list[Finding]:
    """Links whose target is empty or a mere fragment: the source was lost when the letter was copied."""
    lost = [link for link in extraction.links if link.lost]
    if lost:
        return [_lost(extraction, rule, lost)]
    if not extraction.links:
        return []
    count = len(extraction.links)
    return [
        held(
            rule,
            f"{_links(count)} with a target each.",
            stated=str(count),
            expected=str(count),
            spans=[link.text_span for link in extraction.links],
        )
    ]


def _links(count: int) -> str:
    return f"{count} link{'' if count == 1 else 's'}"


def _lost(extraction: Extraction, rule: str, lost: Sequence[Link]) -> Finding:
    targets = list(dict.fromkeys(link.target.strip() or "empty" for link in lost))
    words = listing((f"“{' '.join(link.text.split())}”" for link in lost), most=20)
    verb = "lead" if len(lost) > 1 else "leads"
    message = f"{_links(len(lost))} {verb} nowhere (target {listing(targets)}): {words}."
    spans = sorted(link.span for link in lost)
    cited = [claim for claim in extraction.claims if _cites(claim, spans)]
    return broken(
        rule,
        "warning",
        message,
        stated=f"{_links(len(extraction.links))}",
        expected=f"{len(extraction.links) - len(lost)} with a target",
        spans=[link.span for link in lost],
        claims=cited,
    )


def _cites(claim: Claim, lost: Sequence[Span]) -> bool:
    """Whether a claim leans on one of the lost links, given their spans in order."""
    for citation in claim.citations:
        if citation.kind == "link" and citation.span is not None:
            at = bisect_left(lost, citation.span.start, key=lambda span: span.end)
            if at < len(lost) and lost[at].overlaps(citation.span):
                return True
    return False
