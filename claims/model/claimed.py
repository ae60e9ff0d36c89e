"""A claim with its time, its place and who is cited for it; and the account of a letter's numbers."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claims.model.amounts import Ignored, Quantity
from claims.model.spans import Span
from claims.quick_records import dataclass

Grain = Literal["day", "week", "month", "quarter", "year"]


ClaimKind = Literal["statistic", "signatories", "duration", "money", "percentage", "ordinal"]


CitationKind = Literal["footnote", "link", "attribution"]


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
class NumberAccount:
    """The ledger of numbers: `claimed + len(ignored) + len(unread) = total`, counting maximal spans."""

    claimed: int
    ignored: tuple[Ignored, ...]
    unread: tuple[Ignored, ...]

    @property
    def total(self) -> int:
        return self.claimed + len(self.ignored) + len(self.unread)
