"""Whether a sentence tells of another letter than the one it stands in, or of an earlier one of the same people."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.signers.counted_signers import Count
from claims.text.openings import either

REACH = 240
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@of_language
def former() -> re.Pattern[str]:
    # "In our letter of 3 May, signed by 120 groups, …", "our statement last year": an earlier one.
    our, letter = either("signatory_totals", "our"), either("signatories", "own_documents")
    return re.compile(rf"\b{our} (?:[^\W\d_]+ )?{letter} (?:{either('signatory_totals', 'former')}\b|\d)")


def is_former(text: str) -> bool:
    """Whether the sentence speaks of a letter the same people sent before: "In our letter of 4 April, signed by …"."""
    return former().search(" ".join(text[:300].casefold().split())) is not None


def is_others(text: str, count: Count) -> bool:
    """Whether the sentence speaks of another letter: "Last year a petition signed by …", "In 2020, 448 groups …"."""
    return _tells_of_others(text[max(0, count.lead - REACH) : count.span.end + REACH])


def is_others_letter(text: str, count: Count) -> bool:
    """Whether the clause up to the number speaks of others in words; a year does not tell: "As of 9 May 2021, …"."""
    clause = re.split(r"[;:]", text[max(0, count.lead - REACH) : count.span.end])[-1]
    return re.search(rf"\b{either('signatories', 'others')}\b", " ".join(clause.casefold().split())) is not None


def is_others_before(text: str, count: Count) -> bool:
    """Whether it does so before the number, in the same clause."""
    return _tells_of_others(re.split(r"[;:]", text[max(0, count.lead - REACH) : count.span.end])[-1])


def _tells_of_others(text: str) -> bool:
    lowered = " ".join(text.casefold().split())
    return YEAR.search(lowered) is not None or re.search(rf"\b{either('signatories', 'others')}\b", lowered) is not None
