"""Claims of all letters by what they count, and by whose figures decide them or are cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from claims.model import Claim
from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.charts.claims_drawn import stated
from reports.charts.course import Stated
from reports.standing.desk import arithmetic
from reports.standing.list_order import order_of
from reports.words.addresses_shown import card_id, letter_href
from reports.words.wording import Word, day, keys, period_words, word
from sources.model import Observation, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A claim where it stands, without its letter, which may be one of ten thousand.

    `measure`: what is counted: that of the deciding figure, else as the letter's words were read. `deciding`: the
    figures that carry its verdict. `source`: how it stands to the sources. `title`: the letter's on a line, else its
    id. `href`: its card, seen from a folder beside the letters. `period`: the time it speaks of, in words. `said`: what
    a drawing shows of it, where there is one to be drawn.
    """

    letter_id: str
    claim_id: str
    title: str
    text: str
    href: str
    measure: str | None
    deciding: tuple[Observation, ...]
    source: Word
    arithmetic: str
    period: str
    said: Stated | None


class Gathered:
    """Claims by measure, by deciding producer, and by producer cited, each in the order of the letters' list; `other`
    have no measure. Letters are taken one after the other and let go of.
    """

    def __init__(self) -> None:
        self.other = 0
        self._measures: dict[str, list[_Placed]] = {}
        self._deciding: dict[str, list[_Placed]] = {}
        self._citing: dict[str, list[_Placed]] = {}
        self._rows: dict[Observation, Observation] = {}

    def take(self, checked: CheckedLetter) -> None:
        """The claims of a letter that are checked against sources."""
        order = order_of(checked)
        for at, (claim, verdict) in enumerate(_against_sources(checked)):
            deciding = [one.observation for one in verdict.evidence if one.decides] if verdict else []
            cited = dict.fromkeys(one.producer for one in claim.citations if one.producer)
            measure = (verdict.measure if verdict else None) or claim.measure
            self.other += measure is None
            if measure is None and not deciding and not cited:
                continue
            place = _place(checked, claim, verdict, tuple(self._rows.setdefault(one, one) for one in deciding))
            placed = (*order, at), replace(place, measure=measure)
            if measure is not None:
                self._measures.setdefault(measure, []).append(placed)
            for producer in dict.fromkeys(one.producer_id for one in deciding):
                self._deciding.setdefault(producer, []).append(placed)
            for producer in cited:
                self._citing.setdefault(producer, []).append(placed)

    @property
    def measures(self) -> dict[str, list[Place]]:
        """The claims of each measure."""
        return {key: _in_order(placed) for key, placed in self._measures.items()}

    @property
    def deciding(self) -> dict[str, list[Place]]:
        """The claims that each producer's figures decide."""
        return {key: _in_order(placed) for key, placed in self._deciding.items()}

    @property
    def citing(self) -> dict[str, list[Place]]:
        """The claims that cite each producer."""
        return {key: _in_order(placed) for key, placed in self._citing.items()}


_Placed = tuple[tuple[int, int, str, str, int], Place]


def _in_order(placed: Iterable[_Placed]) -> list[Place]:
    return [place for _, place in sorted(placed, key=lambda one: one[0])]


def gathered(letters: Iterable[CheckedLetter]) -> Gathered:
    """All claims that are checked against sources."""
    found = Gathered()
    for one in letters:
        found.take(one)
    return found


def _against_sources(checked: CheckedLetter) -> Iterator[tuple[Claim, Verdict | None]]:
    for claim in checked.extraction.claims:
        verdict = checked.verdict_of(claim)
        if claim.kind != "signatories" and (verdict is None or verdict.checked == "sources"):
            yield claim, verdict


def _place(checked: CheckedLetter, claim: Claim, verdict: Verdict | None, deciding: tuple[Observation, ...]) -> Place:
    letter, period = checked.extraction.letter, claim.period
    title = " ".join((letter.title or "").split()) or letter.letter_id
    when: date | None = (period.end if period else None) or letter.written_on
    return Place(
        letter_id=letter.letter_id,
        claim_id=claim.claim_id,
        title=title,
        text=claim.text,
        href=letter_href(letter.letter_id, card_id(claim.claim_id), "../letters/"),
        measure=None,
        deciding=deciding,
        source=word("against_source", verdict.against_source if verdict else "unverified"),
        arithmetic=arithmetic(verdict),
        period=period_words(period.start, period.end, period.grain) if period else day(when),
        said=stated(claim, when, title) if deciding and when is not None else None,
    )


def tallied(places: Sequence[Place]) -> tuple[tuple[Word, int], ...]:
    """How often each verdict came out, in the order of the words."""
    counts = Counter(place.source.key for place in places)
    return tuple((word("against_source", key), counts[key]) for key in keys("against_source") if counts[key])
