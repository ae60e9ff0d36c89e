"""What a sentence gives to find its row by: whose figure, of which day, where, in which words, as what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal

from claims.model import Claim
from claims.quick_records import dataclass
from sources.evidence.number_slips import digits
from sources.evidence.sentence.own_stretches import Setting
from sources.evidence.sentence.texts_told import OnLine
from sources.evidence.shared_words import Wording
from sources.evidence.wordbook import wordbook
from sources.lookup.producer_figures import SeriesKey
from sources.lookup.table_index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What finds a row. All days are those of dates and notes as read; all words those of the sentence.

    `cited`: producers that tell the figure; `named`: those whose name stands in its sentence at all. `strange`:
    somebody tells it whom the table does not know. `days`: first and last day of every date told in its sentence,
    `own_days` in its own part of it, `said` those of when it was said, `up_to` the last days of those up to which it
    counts. `places`: ids of the places its own part of the sentence names, `beside` of those of the rest. `starts`:
    the days that it may count from. `taken`: the numbers of the sentence's other figures. `leans`: it is told as a
    part of what was counted before ("157 of them"), in `own_words`, which are all words of a sentence that has no other
    figure. `supposed`: it is foretold or feared; `over_time`: it came about over a stretch of time. `parts`: words that
    make it a part of something. `elsewhere`: a place is named in its clause that the table does not know. `rate`: it is
    so many in each stretch of time, and no measure of counts was read. `setting`: where the figure stands among what
    was read. Of the letter: `mentioned` the producers that it names up to here, `letter_places` the places and
    `letter_numbers` how often each telling number stands in it, `words_before` the roots of the words of the paragraph
    before. `taken_over`: source or day are those of the sentence before; `several`: somebody unknown tells beside those
    who are cited; `office`: the one office of a body that tells ("the UN") which counts it; `like_before`: what the
    figures before count, where this one's own words tell nothing. `tellers_before`: who told last in the sentences
    before, `days_before` the days of the last that tells any in its paragraph; `measures_beside` what the other figures
    of its sentence and of the one before count, `measures_here` those of its own; `series` those of which the letter
    tells numbers. `own_dates`: the days told between the figures on either side, those before it first of all;
    `unknown`: a body of a name that the table does not know tells it; `texts_of` the producers, `texts_at` the places,
    of whose rows other numbers of the letter are; `day_apart`: its day was read behind it, in a clause of its own;
    `lines` the rows that figures near by print; `part_named`: the producers of whose names a good part is told.
    """

    claim: Claim
    letter_date: date | None
    cited: frozenset[str]
    named: frozenset[str]
    strange: bool
    days: tuple[tuple[date, date], ...]
    own_days: tuple[tuple[date, date], ...]
    said: tuple[date, date] | None
    up_to: tuple[date, ...]
    places: tuple[str, ...]
    beside: tuple[str, ...]
    starts: frozenset[date]
    taken: frozenset[Decimal]
    wording: Wording
    leans: bool
    own_words: frozenset[str]
    supposed: bool
    over_time: bool
    parts: tuple[str, ...]
    elsewhere: bool
    setting: Setting
    rate: bool = False
    mentioned: frozenset[str] = frozenset()
    letter_places: frozenset[str] = frozenset()
    letter_numbers: Mapping[Decimal, int] = field(default_factory=dict)
    words_before: frozenset[str] = frozenset()
    taken_over: bool = False
    several: bool = False
    office: frozenset[str] = frozenset()
    like_before: frozenset[str] = frozenset()
    tellers_before: frozenset[str] = frozenset()
    days_before: tuple[tuple[date, date], ...] = ()
    measures_beside: frozenset[str] = frozenset()
    measures_here: frozenset[str] = frozenset()
    own_dates: tuple[tuple[date, date], ...] = ()
    texts_of: frozenset[str] = frozenset()
    texts_at: frozenset[str] = frozenset()
    unknown: bool = False
    day_apart: bool = False
    part_named: Mapping[str, float] = field(default_factory=dict)
    lines: tuple[OnLine, ...] = ()
    series: Mapping[SeriesKey, frozenset[Decimal]] = field(default_factory=dict)

    @property
    def exactness(self) -> int:
        """How many significant digits the number has: 7,265 four, 2.8 million two."""
        return len(digits(self.value))

    @property
    def value(self) -> Decimal:
        return self.claim.quantity.value

    def before_fit(self, measure_id: str, index: Index) -> float:
        """The share of a measure's own words that the paragraph told before and the sentence itself does not."""
        own = wordbook(index).measures.label_words(measure_id)
        here = own & (self.wording.near | self.wording.far)
        return len((own & self.words_before) - here) / max(1, len(own))

    @property
    def told_source(self) -> bool:
        """Whether the sentence or a note says whose figure it is."""
        claim = self.claim
        return self.strange or bool(self.cited) or claim.attribution is not None or bool(claim.citations)
