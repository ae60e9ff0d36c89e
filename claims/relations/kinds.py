"""What ties claims: one frozen type a kind. Each names its claims; no arithmetic is done here.

Where the words leave several readings open, all stand in `readings`, the likeliest first: what agrees in one of them
agrees. `evidence` says how surely the words bind the figures: from `SURE` on a disagreement is one of the letter's.
"""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from claims.model import Claim, Direction, Span
from claims.quick_records import dataclass

SURE = 5
LIKELY = 3
"""From here on a disagreement counts if a misprint of one figure explains it."""
LEARNED = 9
"""Found by how figures stand and by the one slip that explains them (`fits`), weighed against all other readings."""
TOLD = 12
"""Every figure of it is named by the words of one clause: no other figures can be meant."""

RelationKind = Literal["move", "part_of", "share", "rate", "same", "span", "announced", "nested"]


Rival = tuple[Claim, ...]
"""Figures that explain a size exactly, and not those that it is tied to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A whole and its parts; `evidence` weighs this reading alone.

    `fitted`: no word binds them; one slip would make the sum exact, and what was learned of sums says that it is one.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    evidence: int = SURE
    fitted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """Parts that make the whole (`closed`), or that lie in it and may together not exceed it."""

    kind: ClassVar[RelationKind] = "part_of"
    readings: tuple[Split, ...]
    closed: bool
    evidence: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.readings[0].whole, *self.readings[0].parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A part and the whole, or a total and the count it is shared among; `rest`: what is left of the whole is meant."""

    upper: Claim
    lower: Claim
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A percentage or fraction and the pairs of part (`upper`) and whole (`lower`) it may be of.

    `restated`: another share in other words that it says again ("one in five, 20 per cent"); then no pair is needed.
    The first `bound` pairs are as surely meant as `evidence` says; what fits an open reading is no alarm. `rival`: two
    other figures that it fits exactly and that stand as if they were meant.
    """

    kind: ClassVar[RelationKind] = "share"
    share: Claim
    readings: tuple[Ratio, ...]
    evidence: int
    bound: int = 1
    open_readings: tuple[Ratio, ...] = ()
    restated: Claim | None = None
    rival: Rival | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        pair = self.readings[:1]
        return (*(c for one in pair for c in (one.upper, one.lower)), self.share, *filter(None, (self.restated,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedBase:
    """A percentage of a named number of things, whose part is not given: "43 per cent of the 15 schools"."""

    kind: ClassVar[RelationKind] = "share"
    share: Claim
    base: Claim
    evidence: int = SURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.share, self.base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hundred:
    """Shares that one closed enumeration gives of one whole."""

    kind: ClassVar[RelationKind] = "part_of"
    shares: tuple[Claim, ...]
    evidence: int = SURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one figure to another, in time or in comparison."""

    first: Claim
    last: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A figure that changes, and the size of the change: a percentage, a multiple, or a number of the same things.

    `way` is the direction the words give, `factor` what a word like "doubled" says. `open_readings` are steps that may
    be meant too: what fits one of them is neither a tick nor an alarm. `rival`: two other figures that it fits exactly.
    `slipped`: a second size of the change, told in one breath, fits the step to the last digit, and this one would
    but for one slip.
    """

    kind: ClassVar[RelationKind] = "move"
    by: Claim | None
    readings: tuple[Step, ...]
    way: Direction | None
    evidence: int
    open_readings: tuple[Step, ...] = ()
    factor: Decimal | None = None
    word: str = ""
    word_span: Span | None = None
    rival: Rival | None = None
    slipped: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        step = self.readings[0]
        return (step.first, step.last, *((self.by,) if self.by else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A total and what it is spread over: the claim of a count or a length of time, or units of a dated period."""

    total: Claim
    over: Claim | None
    units: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """An average and the totals it may be the average of; `per` is the unit it is per ("month", "head").

    The first `bound` readings are as surely meant as `evidence` says. `rival`: two other figures that it fits exactly.
    `slipped`: words draw one of the three from the others, and it would be theirs to the last digit but for one slip.
    """

    kind: ClassVar[RelationKind] = "rate"
    rate: Claim
    per: str
    readings: tuple[Spread, ...]
    evidence: int
    bound: int = 1
    rival: Rival | None = None
    slipped: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        first = self.readings[0]
        return (first.total, *((first.over,) if first.over else ()), self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """One figure given twice: `first` where it is told, `again` where it is taken up; `fitted`: by a slip of one."""

    kind: ClassVar[RelationKind] = "same"
    first: Claim
    again: Claim
    evidence: int
    fitted: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.first, self.again)


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """A count of a shorter time that its words put inside a count of a longer one."""

    kind: ClassVar[RelationKind] = "nested"
    inner: Claim
    outer: Claim
    evidence: int = SURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.outer, self.inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """Two days and the length of time between them (kind `span`): any two of the three may stand as claims or dates."""

    kind: ClassVar[RelationKind] = "span"
    length: Claim
    start: Span | None
    end: Span | None
    evidence: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.length,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A number of items and the items that follow (or precede); `plain_end`: no further item can come later."""

    kind: ClassVar[RelationKind] = "announced"
    count: Claim
    items: tuple[Span, ...]
    plain_end: bool
    evidence: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.count,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubled:
    """One number in words and in digits: "twelve (12)"."""

    kind: ClassVar[RelationKind] = "same"
    words: Claim
    digits: Claim
    evidence: int = SURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.words, self.digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Majority:
    """A word for more than half (`more`) or less than half, and the part and whole that it is said of."""

    kind: ClassVar[RelationKind] = "share"
    word: str
    more: bool
    part: Claim
    whole: Claim
    word_span: Span
    evidence: int = SURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.part, self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """A figure called the highest (`high`) or lowest, and the other figures of its series."""

    kind: ClassVar[RelationKind] = "move"
    claim: Claim
    others: tuple[Claim, ...]
    high: bool
    evidence: int = SURE

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.claim, *self.others)


Relation = (
    PartOf
    | Share
    | SharedBase
    | Hundred
    | Move
    | Rate
    | Same
    | Within
    | Lapse
    | Announced
    | Doubled
    | Majority
    | Extreme
)
