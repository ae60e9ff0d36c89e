"""What stands around a claim: the other claims and dates of its sentence, and the last claim of the one before."""

from __future__ import annotations

from collections import defaultdict

from claims.extraction import Extraction
from claims.model import Claim, DateMention, Span
from sources.evidence.sentence.beside import Beside
from sources.evidence.sentence.letter_told import LetterTold

COMPARED = ("statistic", "money", "percentage", "signatories")


def claims_by_sentence(extraction: Extraction) -> dict[Span, list[Claim]]:
    """A letter's claims, by the sentences they stand in."""
    found: dict[Span, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        found[claim.sentence_span].append(claim)
    return found


def beside_of(
    claim: Claim, by_sentence: dict[Span, list[Claim]], extraction: Extraction, told: LetterTold | None = None
) -> Beside:
    """What else was read in a claim's sentence, and what the one before claims."""
    others = [each for each in by_sentence[claim.sentence_span] if each is not claim]
    before = _before(claim, by_sentence, extraction)
    return Beside(
        dates=_dates_in(claim, extraction),
        others=tuple(each.quantity for each in others if each.kind in COMPARED),
        before=before,
        dates_before=_dates_in(before, extraction) if before is not None else (),
        measures_before=_measures_of(before, by_sentence),
        measures=frozenset(each.measure for each in others if each.measure is not None),
        told=told,
    )


def _measures_of(before: Claim | None, by_sentence: dict[Span, list[Claim]]) -> frozenset[str]:
    """What the claims of a sentence were read as."""
    claims = by_sentence[before.sentence_span] if before is not None else []
    return frozenset(each.measure for each in claims if each.measure is not None)


def _dates_in(claim: Claim, extraction: Extraction) -> tuple[DateMention, ...]:
    return tuple(each for each in extraction.dates if claim.sentence_span.contains(each.span))


def _before(claim: Claim, by_sentence: dict[Span, list[Claim]], extraction: Extraction) -> Claim | None:
    """The last claim of the sentence that stands right before, in the same paragraph."""
    start, text = claim.sentence_span.start, extraction.letter.text
    spans = [span for span in by_sentence if span.end <= start]
    last = max(spans, key=lambda span: span.end, default=None)
    between = text[last.end : start] if last is not None else "-"
    if last is None or between.strip() or between.count("\n") > 1:
        return None
    return next((each for each in reversed(by_sentence[last]) if each.kind in COMPARED), None)
