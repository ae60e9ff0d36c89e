"""What a provider is asked, what it gives, and the one error it raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Protocol

from claims.errors import CrossfootError
from claims.model import Comparator
from claims.quick_records import dataclass
from sources.model import Grade


class ProviderError(CrossfootError):
    """A provider that cannot be asked, or whose answer cannot be used: provider, address without key, what is wrong."""

    def __init__(self, provider_id: str, address: str, message: str) -> None:
        super().__init__(f"{provider_id}, {address}" if address else provider_id, message)
        self.provider_id = provider_id
        self.address = address
        self.problem = message

    def __reduce__(self) -> tuple[type[ProviderError], tuple[str, str, str]]:  # type: ignore[override]
        return type(self), (self.provider_id, self.address, self.problem)


class PullUsageError(CrossfootError):
    """An option of the pull that does not fit the provider: a place, a measure or a key that is missing or unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked of a provider.

    `places` are ISO 3166-1 alpha-3 codes, none for everywhere the provider allows that; `since` and `until` bound the
    as-of dates, both inclusive; `measure` is an id of the table or `None` for all that the provider fills. `today` is
    the day of the pull: it is the row's accessed_on, and nothing after it is asked for.
    """

    places: tuple[str, ...]
    since: date | None
    until: date | None
    measure: str | None
    today: date

    @property
    def last_day(self) -> date:
        """The last as-of date that can be asked for."""
        return min(self.until, self.today) if self.until else self.today

    def covers(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published figure, as a provider gives it: a row of observations.csv before it has an id and a place name.

    `published_on` is the provider's own date for the figure, `None` where it gives none. `place_code` is ISO 3166-1
    alpha-3, "" where the figure is about no place. `as_printed` has at most eight words.
    """

    measure_id: str
    place_code: str
    period_start: date | None
    period_end: date | None
    value: Decimal
    unit: str
    producer_id: str
    published_by: str
    title: str
    url: str
    as_printed: str
    grade: Grade
    comparator: Comparator = "="
    low: Decimal | None = None
    high: Decimal | None = None
    published_on: date | None = None
    licence: str = "unknown"
    note: str = ""
    event: str = ""
    place: str = ""
    period_end_text: str = ""


@dataclass(slots=True)
class Remarks:
    """What a pull left out, and why: each reason once, with how often it applied."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, reason: str, times: int = 1) -> None:
        if times:
            self.counts[reason] = self.counts.get(reason, 0) + times

    def lines(self) -> list[str]:
        return [f"left out ({times}): {reason}" for reason, times in self.counts.items()]


class Provider(Protocol):
    """A publisher of figures. `observations` raises `ProviderError`; `remarks` tells what it left out and why."""

    @property
    def provider_id(self) -> str: ...

    @property
    def remarks(self) -> Remarks: ...

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it can fill, by the ids of the table."""
        ...

    def observations(self, query: Query) -> Iterator[Figure]: ...
