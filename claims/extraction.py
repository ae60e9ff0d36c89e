"""What the reading of a letter hands on: its structure, its sentences as read, its claims, its signatories."""

from __future__ import annotations

from functools import cached_property

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim, DateMention, Letter, Link, Mark, Note, NumberAccount, Segment, Signatories
from claims.quick_records import dataclass
from claims.relations.fits.repeats.letter_pairs import Sketch, sketch_of
from claims.relations.kinds import Relation
from claims.relations.spans.spans_model import NO_SPANS, Spans
from claims.relations.things import Counted, counted_in
from claims.relations.told_figures import read_figures
from claims.relations.wordings.figure_subjects import Subjects


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """All that was read from one letter. `readings` runs parallel to `document.sentences`."""

    letter: Letter
    document: Document
    readings: tuple[SentenceReading, ...]
    segments: tuple[Segment, ...]
    claims: tuple[Claim, ...]
    signatories: Signatories
    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    dates: tuple[DateMention, ...]
    numbers: NumberAccount
    spans: Spans = NO_SPANS
    relations: tuple[Relation, ...] = ()

    @property
    def measured(self) -> tuple[Claim, ...]:
        """The claims of what a measure counts."""
        return tuple(claim for claim in self.claims if claim.measure is not None)

    @cached_property
    def things(self) -> Counted:
        """What the letter counts, as it is held against other letters. Needs the letter's language in force."""
        return counted_in(self.document, self.readings, self.claims)

    @cached_property
    def sketch(self) -> Sketch:
        """By what a letter is known whose figures another may repeat. Needs the letter's language in force."""
        return sketch_of(self.document, self.readings, self.claims)

    @cached_property
    def subjects(self) -> Subjects:
        """What each figure of the letter is said of. Needs the letter's language in force."""
        return Subjects(read_figures(self.document, self.readings, self.claims))
