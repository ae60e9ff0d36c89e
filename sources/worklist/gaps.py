"""Claims without evidence, by measure, place and period, the most frequent first: the worklist of a table's keeper."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from claims.extraction import Extraction
from claims.model import Claim
from claims.quick_records import dataclass
from sources.lookup.place_tree import Gazetteer
from sources.model import AgainstSource, ReferenceTable, Verdict

_OPEN: Final[tuple[AgainstSource, ...]] = ("unverified", "not_comparable")
Read = tuple[Extraction, Mapping[str, Verdict]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A claim that the table has no evidence for, and what would settle it."""

    letter_id: str
    claim_id: str
    text: str
    sentence: str
    against_source: AgainstSource
    cited: tuple[str, ...]
    wanted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is missing: figures of a measure, in a place, from a day to a month. `counted` stands in for no measure."""

    measure: str | None
    counted: str | None
    event: str | None
    place: str | None
    start: date | None
    until: str | None
    claims: tuple[Unmet, ...]

    @property
    def what(self) -> str:
        return self.measure or f"no measure: {self.counted or 'nothing counted'}"


def gaps_of(letters: Iterable[Read], table: ReferenceTable) -> tuple[Gap, ...]:
    """The gaps of letters with their verdicts: by the claims a measure and place have, then by those of the period.

    A letter's count of its own signatories asks for no work and is no gap.
    """
    gazetteer = Gazetteer(table.places)
    groups: dict[tuple[str, ...], list[Gap]] = defaultdict(list)
    for gap in (gap for read in letters for gap in _singles(read, gazetteer)):
        groups[_key(gap)].append(gap)
    merged = [_merged(group) for group in groups.values()]
    whole = Counter({(gap.what, gap.place): 0 for gap in merged})
    for gap in merged:
        whole[gap.what, gap.place] += len(gap.claims)
    return tuple(sorted(merged, key=lambda gap: (-whole[gap.what, gap.place], gap.what, gap.place or "", *_order(gap))))


def _order(gap: Gap) -> tuple[int, str, str, str]:
    return -len(gap.claims), gap.start.isoformat() if gap.start else "", gap.until or "", gap.event or ""


def _key(gap: Gap) -> tuple[str, ...]:
    start = gap.start.isoformat() if gap.start else ""
    return gap.what, gap.event or "", gap.place or "", start, gap.until or ""


def _merged(group: list[Gap]) -> Gap:
    first = group[0]
    return Gap(
        measure=first.measure,
        counted=first.counted,
        event=first.event,
        place=first.place,
        start=first.start,
        until=first.until,
        claims=tuple(claim for gap in group for claim in gap.claims),
    )


def _singles(read: Read, gazetteer: Gazetteer) -> Iterator[Gap]:
    extraction, verdicts = read
    written = extraction.letter.written_on or extraction.letter.published_on
    for claim in extraction.claims:
        verdict = verdicts.get(claim.claim_id)
        if verdict is not None and verdict.against_source in _OPEN and verdict.needs_editor:
            yield _gap(claim, verdict, gazetteer, written)


def _gap(claim: Claim, verdict: Verdict, gazetteer: Gazetteer, written: date | None) -> Gap:
    end = (claim.period.end if claim.period else None) or written
    measure = claim.measure or next(iter(claim.measures_possible), None)
    return Gap(
        measure=measure,
        counted=None if measure else (claim.quantity.counted or claim.unit or claim.quantity.text).casefold(),
        event=claim.event,
        place=gazetteer.name(gazetteer.resolve(claim.place)) or None,
        start=claim.period.start if claim.period else None,
        until=f"{end:%Y-%m}" if end else None,
        claims=(_unmet(claim, verdict),),
    )


def _unmet(claim: Claim, verdict: Verdict) -> Unmet:
    cited = dict.fromkeys(each.producer or each.text for each in claim.citations if each.problem is None)
    return Unmet(
        letter_id=claim.letter_id,
        claim_id=claim.claim_id,
        text=claim.text,
        sentence=" ".join(claim.sentence.split()),
        against_source=verdict.against_source,
        cited=tuple(cited),
        wanted=verdict.would_change,
    )
