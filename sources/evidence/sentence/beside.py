"""What else was read in a claim's sentence."""

from __future__ import annotations

from claims.model import Claim, DateMention, Quantity, Span
from claims.quick_records import dataclass
from sources.evidence.sentence.letter_told import LetterTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What else was read in a claim's sentence: its dates and its other figures, with their spans in the letter.

    `before`: the last claim of the sentence before, in the same paragraph, with the dates of that sentence and what
    its claims were read as; `measures`: what the other claims of its own sentence were read as. `told`: the letter that
    it stands in.
    """

    dates: tuple[DateMention, ...] = ()
    others: tuple[Quantity, ...] = ()
    before: Claim | None = None
    dates_before: tuple[DateMention, ...] = ()
    measures_before: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    told: LetterTold | None = None


def in_sentence(span: Span, claim: Claim) -> Span:
    """A span of the letter as one of the claim's sentence."""
    return span.shifted(-claim.sentence_span.start)
