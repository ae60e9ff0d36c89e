"""What the page behind a citation says of a claim, in a sentence for an editor."""

from __future__ import annotations

from claims.model import Claim
from reports.words.wording import day, pattern
from sources.pages.told import CitedPage


def cited_sentence(claim: Claim, page: CitedPage) -> str:
    """Whether the page prints the figure, or what it prints instead, and when the page was as it is read."""
    said, record = _said(claim, page), page.record
    if record is None:
        return said
    key = "archive" if record.archived_at else "saved" if record.way == "saved" else "fetched"
    return pattern("cited_page", key, said=said, day=day(record.stood_on)) if record.stood_on else said


def _said(claim: Claim, page: CitedPage) -> str:
    answer = page.answer
    nearest = pattern("cited_page", "or").join(answer.nearest)
    if answer.prints:
        return pattern("cited_page", "prints", words=answer.as_printed)
    if answer.prints is None:
        return pattern("cited_page", "open_nearest" if nearest else "open", why=answer.why, nearest=nearest)
    return pattern("cited_page", "other" if nearest else "none", nearest=nearest, figure=claim.quantity.as_written)
