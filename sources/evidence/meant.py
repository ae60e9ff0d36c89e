"""Which of the candidate rows a claim repeats, which it misquotes, and which only stand near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sources.evidence.candidates import Candidate
from sources.evidence.clues import Clues

_EXACT, _ROUND = 3, 2
# how much better the words must fit another row of the same text before the number is thought to be of the wrong one
_MARGIN: Final = 2.0
_CLEAR: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """`repeated`: the row that bears the claim out. `misquoted`: the row of the cited text that says otherwise."""

    repeated: Candidate | None
    misquoted: Candidate | None
    found: tuple[Candidate, ...]


def meant_by(clues: Clues, found: Sequence[Candidate]) -> Meant:
    """What a claim means among its candidates, the likeliest first."""
    repeated = next((each for each in found if _bears_out(each, clues) and not _outdone(each, clues, found)), None)
    misquoted = None if repeated else _misquoted(clues, found)
    return Meant(repeated=repeated, misquoted=misquoted, found=tuple(found))


def _bears_out(each: Candidate, clues: Clues) -> bool:
    """Whether number, source, day and place agree, and the number is too exact or the words too alike for chance."""
    if not each.same or clues.supposed or each.source == "another" or not _is_there(each):
        return False
    if each.day == "other" or window_apart(each, clues):
        return False
    if each.source in ("cited", "named"):
        likely = clues.exactness >= _EXACT or (each.shared > 0 and each.day != "near")
        return likely and (each.day != "near" or each.shared > 0)
    told = each.place == "same" or (clues.exactness >= _EXACT and each.shared > 2)
    return told and each.day != "near" and each.shared > 1 and each.fit > 0 and clues.exactness >= _ROUND


def _is_there(each: Candidate) -> bool:
    return each.place in ("same", "open") or (each.place == "inside" and each.row.event_id is not None)


def window_apart(each: Candidate, clues: Clues) -> bool:
    """Whether a claim tells since when it counts and the row counts from another day, or from none where others do."""
    period, start = clues.claim.period, each.row.period_start
    if period is None or period.start is None or period.span is None or period.inherited or start is None:
        return False
    if period.end is not None and (period.end - period.start).days < 2:
        return False
    return (start.year, start.month) != (period.start.year, period.start.month)


def _outdone(each: Candidate, clues: Clues, found: Sequence[Candidate]) -> bool:
    """Whether the same text has another figure that the words fit clearly better: the number is of the wrong measure.

    "AB counted 900 people serving sentences" is no 900 in detention where AB has 400 serving.
    """
    others = (
        other
        for other in found
        if other.row.measure_id != each.row.measure_id and not other.same and _one_text(other, each) and _is_there(other)
    )
    return any(other.fit > each.fit + _MARGIN and other.shared >= each.shared for other in others)


def _one_text(one: Candidate, other: Candidate) -> bool:
    rows = one.row, other.row
    return rows[0].producer_id == rows[1].producer_id and rows[0].period_end == rows[1].period_end


def _misquoted(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The one figure that the cited text has of what is claimed, where its number is another.

    Only a text that is cited, by its producer and its day, can be misquoted; its figure is known by the words, or by
    the slip that turns its number into the claim's.
    """
    if clues.supposed or any(_is_elsewhere(each, clues) for each in found):
        return None
    there = [
        each
        for each in found
        if each.source == "cited" and each.day == "told" and _is_there(each) and not window_apart(each, clues)
    ]
    slipped = [each for each in there if each.misprint is not None and not each.same]
    best = max(there, key=lambda each: (each.fit, each.row.observation_id), default=None)
    if best is None:
        return None
    if slipped and len({each.row.measure_id for each in slipped}) == 1 and slipped[0].fit > best.fit - _MARGIN:
        return slipped[0]
    rest = [each for each in there if each.row.measure_id != best.row.measure_id]
    clear = all(best.fit > each.fit + _CLEAR for each in rest)
    return best if clear and best.shared > 1 and best.fit > 0 and not best.same else None


def _is_elsewhere(each: Candidate, clues: Clues) -> bool:
    """Whether the cited producer itself has the very number for the day told, in whatever place or window."""
    return False
