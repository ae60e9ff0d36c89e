"""Verdicts with a rating as schema.org ClaimReview, for letters of others that somebody publishes a review of.

Written only where it is asked for: a review names who made it and where it stands, and neither is ours to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from claims.model import Claim, Letter
from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.exports.programs.where_it_stands import encodable
from reports.exports.safe_words import one_line
from reports.words.addresses_shown import address, card_id
from reports.words.wording import word
from sources.model import Verdict

BEST, WORST = 5, 1
# Only what sources decide has a rating; a word that leaves it open has none, and no review is written.
RATING = {"consistent": 5, "understated": 3, "overstated": 2, "contradicted": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who publishes the reviews, and the address under which the pages of the run stand."""

    name: str
    url: str


def as_claim_reviews(letters: Sequence[CheckedLetter], reviewer: Reviewer) -> dict[str, Any]:
    """A graph of reviews, in the order of letters and of their text."""
    reviews = [review for checked in letters for review in _reviews(checked, reviewer)]
    return {"@context": "https://schema.org", "@graph": reviews}


def _reviews(checked: CheckedLetter, reviewer: Reviewer) -> Iterator[dict[str, Any]]:
    for claim in checked.extraction.claims:
        verdict = checked.verdict_of(claim)
        if verdict is not None and verdict.checked == "sources" and verdict.against_source in RATING:
            yield _review(checked.extraction.letter, claim, verdict, reviewer)


def _review(letter: Letter, claim: Claim, verdict: Verdict, reviewer: Reviewer) -> dict[str, Any]:
    page = f"{reviewer.url.rstrip('/')}/letters/{quote(encodable(letter.letter_id))}.html#{card_id(claim.claim_id)}"
    said = word("against_source", verdict.against_source)
    return {
        "@type": "ClaimReview",
        "url": page,
        "author": {"@type": "Organization", "name": one_line(reviewer.name), "url": reviewer.url},
        "claimReviewed": one_line(claim.sentence),
        "itemReviewed": _item(letter, verdict),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATING[verdict.against_source],
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": said.label,
            "ratingExplanation": one_line(verdict.explanation),
        },
    }


def _item(letter: Letter, verdict: Verdict) -> dict[str, Any]:
    """What is reviewed: the claim as it appears in the letter, and the figures that it was held against."""
    work: dict[str, Any] = {"@type": "CreativeWork", "name": one_line(letter.title or letter.letter_id)}
    day = letter.published_on or letter.written_on
    if day is not None:
        work["datePublished"] = day.isoformat()
    links = [address(one.observation.url) for one in verdict.evidence if one.decides]
    cited = [{"@type": "CreativeWork", "url": link.href} for link in links if link is not None and link.href]
    return {"@type": "Claim", "appearance": work, **({"citation": cited} if cited else {})}
