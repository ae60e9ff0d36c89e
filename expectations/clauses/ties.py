"""Links of a letter whose target is empty or a mere fragment: their source was lost when the letter was copied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.extraction import Extraction
from claims.model import Claim, Link, Span
from expectations.declaring import SHARED, say, say_counted
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
            say(rule, "links_held", links=_links(rule, count)),
            stated=str(count),
            expected=str(count),
            spans=[link.text_span for link in extraction.links],
        )
    ]


def _links(rule: str, count: int) -> str:
    return say_counted(rule, "links", count, number=str(count))


def _lost(extraction: Extraction, rule: str, lost: Sequence[Link]) -> Finding:
    targets = list(dict.fromkeys(link.target.strip() or say(rule, "no_target") for link in lost))
    words = listing((say(SHARED, "quoted", text=" ".join(link.text.split())) for link in lost), most=20)
    told = {"links": _links(rule, len(lost)), "targets": listing(targets), "words": words}
    message = say_counted(rule, "links_lost", len(lost), **told)
    spans = sorted(link.span for link in lost)
    cited = [claim for claim in extraction.claims if _cites(claim, spans)]
    return broken(
        rule,
        "warning",
        message,
        stated=_links(rule, len(extraction.links)),
        expected=say(rule, "with_target", count=str(len(extraction.links) - len(lost))),
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
