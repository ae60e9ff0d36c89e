"""What a claim asks of the sources: which measures, where, which event, over which window, on whose word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from claims.model import Claim, Grain, Interval
from claims.quick_records import dataclass
from sources.lookup.lookup_shelves import Asked
from sources.model import Observation
from sources.settings import ABOUT, AsKnown

_LEAST_TITLE = 20


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim, resolved against the tables.

    `end` is the day up to which (for stocks: on which) the claim counts, `end_stated` whether its sentence or the note
    it cites says so rather than the letter's date, `start_told` whether words of the sentence tell since when.
    `assumptions` are keys of the wording for what was taken from the table.
    """

    claim: Claim
    interval: Interval
    readings: tuple[str, ...]
    event: str | None
    place: str | None
    start: date | None
    start_grain: Grain
    start_told: bool
    end: date | None
    end_stated: bool
    letter_date: date | None
    letter_dates: tuple[date, ...]
    cited_producers: tuple[str, ...]
    cited_documents: tuple[tuple[str, date], ...]
    in_note: bool
    as_known: AsKnown | None = None
    assumptions: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal:
        return self.claim.quantity.value

    @property
    def asked(self) -> Asked:
        """What to look for among the figures of a measure."""
        ends = [each for each in (self.interval.low, self.interval.high, self.value) if each is not None]
        low, high = min(ends), max(ends)
        return Asked(start=self.start, day=self.end, low=low - abs(low) * ABOUT, high=high + abs(high) * ABOUT)

    def asked_at(self, day: date) -> Asked:
        """The same for another day."""
        return replace(self.asked, day=day)


def cited_level(observation: Observation, question: Question) -> int:
    """2 where the claim cites the very text of a figure, 1 where it cites its producer, 0 otherwise.

    The text is known by its producer with the day it was published or speaks for, or by its title in the sentence.
    """
    days = (observation.published_on, observation.period_end)
    for producer, day in question.cited_documents:
        if day in days and producer in ("", observation.producer_id):
            return 2 + _names_title(observation, question)
    return 1 if observation.producer_id in question.cited_producers else 0


def _names_title(observation: Observation, question: Question) -> int:
    """1 where the words around the claim hold the title of the figure's text."""
    title = " ".join(_WORD.findall(observation.title.casefold()))
    texts = (question.claim.sentence, *(citation.text for citation in question.claim.citations))
    found = any(title in " ".join(_WORD.findall(text.casefold())) for text in texts)
    return int(len(title) >= _LEAST_TITLE and found)
