"""Whether a finding from outside our house is one that tables, pages and the contract can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import get_args

from claims.extraction import Extraction
from claims.model import Span
from expectations.model import Finding, Severity, Status


def sound(finding: object, rule_id: str, letters: Sequence[Extraction], *, across: bool) -> str | None:
    """Why a finding cannot be used, as the rest of "it …", or `None`."""
    if not isinstance(finding, Finding):
        return f"gave {type(finding).__name__} in place of a Finding"
    if finding.rule != rule_id:
        return f"gave a finding of the rule {finding.rule!r}"
    if finding.status not in get_args(Status) or finding.severity not in get_args(Severity):
        return f"gave the status {finding.status!r} with the severity {finding.severity!r}"
    texts = (finding.message, finding.stated, finding.expected)
    if not all(isinstance(text, str) for text in texts) or not finding.message.strip():
        return "gave a finding without a message"
    if not all(_is_text(text) for text in texts):
        return "gave a finding with characters that no text can hold"
    return _points_nowhere(finding, letters, across=across)


def _is_text(text: str) -> bool:
    """Half of a surrogate pair, and what XML and terminals cannot show, would cost the whole report."""
    return not any(unicodedata.category(c) == "Cs" or (c < " " and c not in "\t\n") for c in text)


def _points_nowhere(finding: Finding, letters: Sequence[Extraction], *, across: bool) -> str | None:
    lengths = {one.letter.letter_id: len(one.letter.text) for one in letters}
    homes = finding.letter_ids if across else tuple(lengths) * len(finding.spans)
    if len(homes) != len(finding.spans) or (finding.letter_ids and not across) or not set(homes) <= set(lengths):
        return "gave spans without the letters they stand in" if across else "named letters for its spans"
    for span, home in zip(finding.spans, homes, strict=True):
        if not isinstance(span, Span) or not 0 <= span.start < span.end <= lengths[home]:
            return f"gave the span {span}, which lies outside the letter"
    ids = {claim.claim_id for one in letters for claim in one.claims}
    if not set(finding.claim_ids) <= ids:
        return "named claims that the letter does not have"
    return None
