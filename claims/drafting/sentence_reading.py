"""One sentence read: its numbers, dates, named events and time phrases, all counted in the sentence itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.model import DateMention, Ignored, Numbers, Place, Producer, Quantity, SegmentKind, Span
from claims.numbers.read import read_numbers
from claims.places.place_of_figure import place_of
from claims.quick_records import dataclass
from claims.references.attributions import Attribution, find_attributions
from claims.text.passages import Passage
from claims.times.calendar_days import NumericOrder
from claims.times.dates import read_dates
from claims.times.known_events.event_names import EventHit, EventNames
from claims.times.known_events.events import EventReading, settle_anchor
from claims.times.time_phrases import TimePhrase, time_phrases
from claims.times.told_years import with_told_years

# Segments whose dates are nobody's: only their numbers are accounted for.
UNDATED: frozenset[SegmentKind] = frozenset({"signatories", "contact", "chrome", "front_matter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a letter gives every sentence: its date, its main place, how it writes dates in figures, the field's
    names.
    """

    base: date | None
    main: Place | None
    order: NumericOrder | None
    events: EventNames
    producers: tuple[Producer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReading:
    """A sentence and what was found in it. `text` is the passage's, blanks where marks stand, as long."""

    passage: Passage
    text: str
    numbers: Numbers
    dates: Sequence[DateMention]
    hits: Sequence[EventHit]
    phrases: Sequence[TimePhrase]
    attributions: Sequence[Attribution]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return self.numbers.quantities

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        return self.numbers.ignored


def read_sentence(
    passage: Passage,
    setting: Setting,
    masked: Sequence[tuple[Span, str]],
    paragraph: Sequence[str],
    years: Sequence[int] = (),
) -> SentenceReading:
    """Read one sentence. `masked`: spans of it that are accounted for; `paragraph`: the sentences before it, nearest
    first; `years`: those the letter has told just before, nearest first.
    """
    numbers = read_numbers(passage.text, masked=masked)
    if passage.kind in UNDATED:
        return SentenceReading(
            passage=passage, text=passage.text, numbers=numbers, dates=(), hits=(), phrases=(), attributions=()
        )
    text = _blanked(passage.text, [span for span, _ in masked])
    dates = with_told_years(read_dates(text, setting.base, setting.order), text, setting.base, years)
    hits = setting.events.hits(text)

    def settle(hit: EventHit) -> EventReading:
        place = place_of(setting.events.places, text, hit.span, paragraph, setting.main).place
        return settle_anchor(setting.events, hit, text, place, setting.base, dates)

    phrases = time_phrases(text, dates, hits, numbers.quantities, setting.base, settle)
    return SentenceReading(
        passage=passage,
        text=text,
        numbers=numbers,
        dates=dates,
        hits=hits,
        phrases=phrases,
        attributions=find_attributions(text, setting.producers) if numbers.quantities else (),
    )


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks for what is accounted for: "last year[2]" and "last year²" read "last year"."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], " " * len(span)]
        at = max(at, span.end)
    return "".join([*parts, text[at:]])
