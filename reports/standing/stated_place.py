"""Where a finding's own figure stands among the figures that it was held against."""

from __future__ import annotations

import re

from claims.model import Span
from expectations.model import Finding

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def stated_first(finding: Finding, text: str) -> tuple[Span, ...]:
    """The places of a finding, that of the figure which it is about before the others, which keep their order."""
    stated = next((span for span in finding.spans if _is_stated(finding.stated, span.of(text))), None)
    return finding.spans if stated is None else (stated, *(span for span in finding.spans if span != stated))


def _is_stated(stated: str, words: str) -> bool:
    """Whether the letter's words are what the finding calls stated: the same words, or the same figure in other dress,
    as "40 percent" is "40%" and "120 schools" is "120".
    """
    said, read = " ".join(words.split()), stated.strip()
    if said == read:
        return True
    figures = _FIGURE.findall(said)
    return bool(figures) and figures == _FIGURE.findall(read)
