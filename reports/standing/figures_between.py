"""The figures that findings between letters are about, where they stand: taken from their letters once, so that nobody
who tells of the findings needs the letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.model import Span
from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding
from reports.deciding.things_decided import Words


@dataclass(frozen=True, slots=True)
class FigureBetween:
    """A figure of a finding: its letter, the words of its span as they stand there, the claim that it is part of."""

    letter_id: str
    words: str
    claim_id: str | None
    measure: str | None


class Figures:
    """The figures of findings between letters by their letter and span."""

    def __init__(self, across: Sequence[Finding], letters: Mapping[str, CheckedLetter]) -> None:
        """`letters` by id; one that is not among them has no figures. Each is asked for once."""
        wanted: dict[str, dict[Span, None]] = {}
        for letter_id, span in (place for one in across for place in _places(one)):
            wanted.setdefault(letter_id, {})[span] = None
        self._known = {
            (letter_id, span): figure
            for letter_id, spans in wanted.items()
            if letter_id in letters
            for span, figure in _figures(letters[letter_id], spans)
        }

    def words(self, letter_id: str, span: Span) -> str:
        """The words of a span; none of a letter that is not at hand."""
        known = self._known.get((letter_id, span))
        return known.words if known is not None else ""

    def of(self, finding: Finding) -> list[FigureBetween]:
        """The figures of a finding, in its order, those of letters at hand."""
        return [self._known[place] for place in _places(finding) if place in self._known]


def words_in(across: Sequence[Finding], letters: Mapping[str, CheckedLetter]) -> Words:
    """The words at the figures of these findings."""
    return Figures(across, letters).words


def by_id(checked: Iterable[CheckedLetter]) -> dict[str, CheckedLetter]:
    """Letters by their ids."""
    return {one.extraction.letter.letter_id: one for one in checked}


def _places(finding: Finding) -> Iterator[tuple[str, Span]]:
    return zip(finding.letter_ids, finding.spans, strict=False)


def _figures(checked: CheckedLetter, spans: Iterable[Span]) -> Iterator[tuple[Span, FigureBetween]]:
    read = checked.extraction
    for span in spans:
        claim = next((one for one in read.claims if one.span.overlaps(span)), None)
        named = (claim.claim_id, claim.measure) if claim is not None else (None, None)
        yield span, FigureBetween(read.letter.letter_id, span.of(read.letter.text), *named)
