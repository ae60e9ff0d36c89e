"""Counters of signatures that a page shows beside other things: "Tabled: 24 May     Signatures: 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Quantity, Span
from claims.parts.counting.signer_nouns import WORD
from claims.signers.counted_signers import Count, counts_in
from claims.text.openings import phrase_set, phrases

PARTS = re.compile(r"\s{2,}|\t|\s[·•|‖/–—]\s|\n")


def tallies(text: str, quantities: Sequence[Quantity]) -> Iterator[Count]:
    """The counts of `text` that stand in a cell of their own with nothing but words for signatures; one that is all of
    the line stands behind a colon ("Signed so far: 212").
    """
    for count in counts_in(text, quantities):
        cell = _cell(text, count.number)
        labelled = text[: count.number.start].rstrip().endswith(":")
        apart = labelled or cell != Span(0, len(text))
        if apart and _is_tally(cell.of(text), count.number.of(text), labelled=labelled):
            yield count


def _cell(text: str, number: Span) -> Span:
    """The stretch of `text` around a number up to the next wide gap, dot, stroke or line break."""
    marks = [(0, 0), *(match.span() for match in PARTS.finditer(text)), (len(text), len(text))]
    start = max(end for _, end in marks if end <= number.start)
    return Span(start, min(begin for begin, _ in marks if begin >= number.end))


def _is_tally(cell: str, number: str, *, labelled: bool) -> bool:
    words = [word.casefold() for word in WORD.findall(cell.replace(number, " "))]
    named = any(word.startswith(phrases("signatories", "signed_names")) for word in words)
    named = named or labelled and words[:1] == list(phrases("signatory_totals", "signed_alone")[:1])
    one = sum(sign.isdigit() for sign in cell) == sum(sign.isdigit() for sign in number)
    return named and one and all(word in phrase_set("signatory_totals", "tally_words") for word in words)
