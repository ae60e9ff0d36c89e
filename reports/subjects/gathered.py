"""Claims of all letters by what they count, and by whose figures decide them or are cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date

from claims.model import Claim
from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.words.addresses_shown import card_id, letter_href
from reports.words.wording import Word, day, keys, period_words, word
from sources.model import Observation, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A claim where it stands: its letter, its verdict, the day it speaks of or its letter was written."""

    checked: CheckedLetter
    claim: Claim
    verdict: Verdict | None
    when: date | None

    @property
    def measure(self) -> str | None:
        """What is counted: that of the deciding figure, else as the letter's words were read."""
        return (self.verdict.measure if self.verdict else None) or self.claim.measure

    @property
    def deciding(self) -> tuple[Observation, ...]:
        """The figures that carry its verdict."""
        return tuple(one.observation for one in self.verdict.evidence if one.decides) if self.verdict else ()

    @property
    def source(self) -> Word:
        """How it stands to the sources."""
        return word("against_source", self.verdict.against_source if self.verdict else "unverified")

    @property
    def title(self) -> str:
        """The letter's title on a line, else its id."""
        letter = self.checked.extraction.letter
        return " ".join((letter.title or "").split()) or letter.letter_id

    @property
    def href(self) -> str:
        """Its card, seen from a folder beside the letters."""
        return letter_href(self.checked.extraction.letter.letter_id, card_id(self.claim.claim_id), "../letters/")

    @property
    def period(self) -> str:
        """The time it speaks of, in words."""
        period = self.claim.period
        return period_words(period.start, period.end, period.grain) if period else day(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Claims by measure, by deciding producer, and by producer cited; `other` have no measure."""

    measures: dict[str, list[Place]] = field(default_factory=dict)
    deciding: dict[str, list[Place]] = field(default_factory=dict)
    citing: dict[str, list[Place]] = field(default_factory=dict)
    other: list[Place] = field(default_factory=list)

    @property
    def producers(self) -> list[str]:
        """Who decides or is cited, by id."""
        return sorted({*self.deciding, *self.citing})


def gathered(letters: Sequence[CheckedLetter]) -> Gathered:
    """All claims that are checked against sources, in the order of the letters given."""
    found = Gathered()
    for place in _places(letters):
        if place.measure is None:
            found.other.append(place)
        else:
            found.measures.setdefault(place.measure, []).append(place)
        for producer in dict.fromkeys(one.producer_id for one in place.deciding):
            found.deciding.setdefault(producer, []).append(place)
        for producer in dict.fromkeys(one.producer for one in place.claim.citations if one.producer):
            found.citing.setdefault(producer, []).append(place)
    return found


def _places(letters: Sequence[CheckedLetter]) -> Iterator[Place]:
    for one in letters:
        for claim in one.extraction.claims:
            verdict = one.verdict_of(claim)
            when = (claim.period.end if claim.period else None) or one.extraction.letter.written_on
            if claim.kind != "signatories" and (verdict is None or verdict.checked == "sources"):
                yield Place(checked=one, claim=claim, verdict=verdict, when=when)


def tallied(places: Iterable[Place]) -> tuple[tuple[Word, int], ...]:
    """How often each verdict came out, in the order of the words."""
    counts = Counter(place.source.key for place in places)
    return tuple((word("against_source", key), counts[key]) for key in keys("against_source") if counts[key])
