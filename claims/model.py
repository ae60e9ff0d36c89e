"""The types every room shares, from a letter to its claims.

All are frozen and slotted. Every `span` counts Unicode code points in `Letter.text` as it was read, end exclusive, and
`text[span.start:span.end]` is exactly the `text` kept beside it; the one exception is the output of
`claims.numbers.read.read_numbers`, whose spans point into the string it was given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Comparator = Literal["=", "~", ">", ">=", "<", "<=", "range"]
Direction = Literal["up", "down"]
Grain = Literal["day", "week", "month", "quarter", "year"]
ClaimKind = Literal["statistic", "signatories", "duration", "money", "percentage", "ordinal"]
Dimension = Literal["count", "percentage", "share", "money", "duration", "physical", "multiple", "ordinal"]
SegmentKind = Literal[
    "front_matter",
    "title",
    "dateline",
    "address",
    "body",
    "list",
    "contact",
    "signature",
    "signatories",
    "notes",
    "chrome",
]
MeasureKind = Literal["cumulative", "stock", "event", "total"]
Coverage = Literal["register", "estimate", "floor"]
CitationKind = Literal["footnote", "link", "attribution"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch of `text` it names."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """What a wording admits: `low` to `high`, `None` for unbounded; an open end does not belong to it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity as read from a text: the number as printed, what its wording admits, and what it counts.

    `span` covers number, scale and counted noun ("3.5 million people"), `number_span` number and scale alone, and
    `as_written` is the text of the latter. `unit` is canonical for percent ("percent"), money (ISO 4217 or the plain
    symbol's name), durations and physical units, and the singular head noun for counts. `form` names the record
    that read the number (docs/reading.md).
    """

    span: Span
    text: str
    number_span: Span
    as_written: str
    value: Decimal
    interval: Interval
    comparator: Comparator
    comparator_span: Span | None
    dimension: Dimension
    unit: str | None
    counted: str | None
    counted_span: Span | None
    direction: Direction | None = None
    additive: bool = False
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A number that is no claim, and why: a date, a list number, a name ("88 Generation") …

    `record` names the refusal that spoke (docs/reading.md), `None` where the letter's structure accounts for it.
    """

    span: Span
    text: str
    reason: str
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Everything numeric in one string: quantities, ordinals (dimension "ordinal"), ignored and unread numbers.

    Spans are sorted and never overlap across the four; every digit of the string lies in exactly one of them.
    """

    quantities: tuple[Quantity, ...]
    ordinals: tuple[Quantity, ...]
    ignored: tuple[Ignored, ...]
    unread: tuple[Ignored, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as read. `letter_id` is unique in a run, `path` as the user gave it; a date not stated is `None`.

    `language` is the code of the language it is read in (a folder of `claims/language/`), chosen once.
    `pages` and `paragraphs` are the offsets at which each begins in `text`, empty where the file does not tell.
    """

    letter_id: str
    path: str
    sha256: str
    text: str
    title: str | None
    title_span: Span | None
    written_on: date | None
    written_on_span: Span | None
    published_on: date | None
    published_on_span: Span | None
    warnings: tuple[str, ...] = ()
    language: str = "en"
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()

    def place(self, span: Span) -> tuple[int | None, int | None]:
        """Page and paragraph that `span` begins in, counted from 1; `None` where the file does not tell.

        Paragraphs are counted on their page where pages are known, else from the beginning.
        """
        page = bisect_right(self.pages, span.start) or None
        first = self.pages[page - 1] if page else 0
        before = bisect_left(self.paragraphs, first)
        # What runs over from the page before is the first paragraph of its page.
        runs_on = page is not None and before < len(self.paragraphs) and self.paragraphs[before] > first
        return page, (bisect_right(self.paragraphs, span.start) - before + (runs_on and before > 0)) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the letter with one role. Segments are sorted, do not overlap and together cover the text."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote: its mark ("iv", "3"), its text, what it cites as far as it says."""

    mark: str
    span: Span
    text: str
    url: str | None
    producer: str | None
    published_on: date | None
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A footnote mark where it stands in the running text: "[iv]", "²", "<sup>2</sup>"."""

    mark: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink: `span` covers all of it, `text_span` its visible words; `lost` if its target leads nowhere."""

    span: Span
    text_span: Span
    text: str
    target: str
    lost: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date or period named in the text, resolved as far as the words and the letter's date allow (ends inclusive).

    `inherited` says what came from elsewhere than the date's own words ("year from the same sentence"), or is `None`.
    """

    span: Span
    text: str
    start: date | None
    end: date | None
    grain: Grain
    year_stated: bool
    problem: str | None = None
    inherited: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The time a claim speaks of (ends inclusive, `None` unknown).

    `anchor` names the event the period starts or ends with ("military_coup_2021-02-01"); `inherited` says in words what
    came from elsewhere than the claim's own sentence ("start from the sentence before"), or `None`.
    """

    text: str
    span: Span | None
    start: date | None
    end: date | None
    grain: Grain
    anchor: str | None = None
    inherited: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What the letter gives as the source of a claim. `problem`: why it cannot be followed ("link target is empty")."""

    kind: CitationKind
    mark: str | None
    text: str
    url: str | None
    producer: str | None
    published_on: date | None
    span: Span | None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One numeric claim of a letter; field meanings as in docs/contract.md."""

    claim_id: str
    letter_id: str
    kind: ClaimKind
    span: Span
    text: str
    sentence: str
    sentence_span: Span
    quantity: Quantity
    measure: str | None
    measures_possible: tuple[str, ...]
    unit: str | None
    place: str | None
    place_inherited: str | None
    period: Period | None
    event: str | None
    attribution: str | None
    citations: tuple[Citation, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryName:
    """One entry of the list as printed; `number` is the printed list number, `None` in bulleted or plain lists.

    `late`: it stands in a list that says it came in after the letter.
    """

    number: int | None
    name: str
    span: Span
    group: str | None = None
    withheld: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal:
    """A number of signatories the letter states, where it stands and which role it plays."""

    value: int
    comparator: Comparator
    span: Span
    text: str
    role: Literal["total", "listed", "undisclosed", "group"]
    where: str
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatories:
    """Totals stated and names listed. `listed` is `None` when no list stands in the text; 0 never means unknown."""

    stated: int | None
    stated_all: tuple[int, ...]
    stated_listed: int | None
    listed: int | None
    undisclosed: int | None
    totals: tuple[StatedTotal, ...]
    names: tuple[SignatoryName, ...]
    partial: str | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAccount:
    """The ledger of numbers: `claimed + len(ignored) + len(unread) = total`, counting maximal spans."""

    claimed: int
    ignored: tuple[Ignored, ...]
    unread: tuple[Ignored, ...]

    @property
    def total(self) -> int:
        return self.claimed + len(self.ignored) + len(self.unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A row of the vocabulary of measures (`measures.csv`).

    `places` and `producers`: the ids of those of which the table has figures of it; none where it has none at all.
    `topics`: what must be said around a figure before it is of this measure, "/" between words for one thing
    (`topics.csv`); `agents`: topics one of which must be named besides; `since`: the day its window begins;
    `dimension`: that of its unit (`units.csv`).
    """

    measure_id: str
    label: str
    kind: MeasureKind
    unit: str
    parent: str | None
    definition: str
    surface_forms: tuple[str, ...]
    confused_with: tuple[str, ...]
    places: frozenset[str] = frozenset()
    producers: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    since: date | None = None
    dimension: str = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A row of `topics.csv`: what measures are about, and how letters put it.

    `kind`: "act" (killing, displacement), "who" it was done to, "how", or a "cause". `at_large`: letters mean everyone
    by it ("civilians"). `root`: it is any word of that root.
    """

    topic_id: str
    kind: str
    forms: tuple[str, ...]
    at_large: bool = False
    root: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated anchor (`events.csv`). `verified` is false where its date was not read in a source."""

    event_id: str
    name: str
    surface_forms: tuple[str, ...]
    place: str | None
    start: date | None
    end: date | None
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """Who counts (`producers.csv`). `lag_days`: usual days from as-of date to publication.

    `coverage` is what its figures may be taken for: a "register" of all there are, an "estimate" that may lie on either
    side, a "floor" of what it could verify; `None` where nobody said. `places`: the ids of those it has figures of.
    """

    producer_id: str
    name: str
    aliases: tuple[str, ...]
    url: str | None
    counts: str
    cadence: str
    caveat: str
    lag_days: int
    coverage: Coverage | None = None
    coverage_basis: str = ""
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place (`places.csv`, countries from ISO 3166): its code, its names, what contains it."""

    place_id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The tables of a field that reading needs; they come with the reference data (`--references`)."""

    measures: tuple[Measure, ...]
    events: tuple[Event, ...]
    producers: tuple[Producer, ...]
    places: tuple[Place, ...]
    topics: tuple[Topic, ...] = ()
