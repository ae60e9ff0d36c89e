"""How a claim's number may have come from that of the row pointed at: by a slip, from another day or thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from claims.quick_records import dataclass
from sources.evidence.candidates import Candidate
from sources.evidence.number_slips import digits, misprint_of
from sources.evidence.sentence.clues import Clues
from sources.evidence.words_left import words_left
from sources.lookup.table_index import Index
from sources.model import Observation

_SOME: Final = 40
_FAR: Final = 4.0
_MANY: Final = 3
_TWO_DIGITS: Final = 10
_MOST: Final = 6.0
_SLIPS: Final = ("exchanged 3", "exchanged 4", "exchanged 5", "factor 2", "factor 3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """What the table knows of a claim's number: the rows that print it, and how likely one of them is told."""

    equal: Sequence[Observation]
    repeated: float
    told_so: bool

    @classmethod
    def of(cls, clues: Clues, found: Sequence[Candidate], repeated: float, index: Index) -> Number:
        """`repeated`: the score of the likeliest row with the claim's number, by the weights of `fits`."""
        told_so = any(each.same and each.day == "told" and each.source == "cited" for each in found)
        equal = index.of_value(index.measures, clues.value, clues.value, _SOME)
        return cls(equal=equal, repeated=repeated, told_so=told_so)


def with_pointing(told: Mapping[str, float], pointed: float, ahead: float, over: float) -> Mapping[str, float]:
    """The features of a row with how surely it is pointed at, and how far ahead of others and of the claim's number."""
    slipped = sum(told[name] for name in _SLIPS)
    return {
        **told,
        "pointed": pointed,
        "ahead": max(min(ahead, _MOST), -_MOST),
        "over own": max(min(over, _MOST), -_MOST),
        "slip x pointed": slipped * pointed,
        "another x pointed": told["another day's"] * pointed,
    }


def number_features(each: Candidate, number: Number, clues: Clues, index: Index) -> Mapping[str, float]:
    """How the claim's number lies to that of a row of another number."""
    row, value = each.row, clues.value
    slip = misprint_of(value, row.value)
    known = min(max(clues.exactness, len(digits(row.value))), 5)
    key = index.series_key(row)
    series = any(index.series_key(one) == key and one.period_end != row.period_end for one in number.equal)
    text = any(
        one.producer_id == row.producer_id and one.period_end == row.period_end and one.measure_id != row.measure_id
        for one in number.equal
    )
    ours, theirs = clues.claim.quantity.comparator, row.comparator
    left = len(words_left(row.measure_id, (row,), clues, index, row.event_id))
    return {
        **{f"exchanged {many}": float(slip == "exchanged" and known == many) for many in (2, 3, 4, 5)},
        **{f"factor {many}": float(slip == "factor" and min(known, 3) == many) for many in (1, 2, 3)},
        **{f"one digit {many}": float(slip == "one_digit" and min(known, 4) == many) for many in (2, 3, 4)},
        "dropped": float(slip == "dropped"),
        "dropped of few": float(slip is None and _one_more(digits(value), digits(row.value))),
        "other number": float(slip is None),
        "another day's": float(series and value >= _TWO_DIGITS),
        "another day's, exact": float(series and clues.exactness >= _MANY),
        "another thing's": float(text and value >= _TWO_DIGITS),
        "another thing's, exact": float(text and clues.exactness >= _MANY),
        **_of_another(each, number),
        "apart": min(abs(log(float(value / row.value))), _FAR) if value > 0 and row.value > 0 else _FAR,
        "repeated": max(min(number.repeated, 4.0), -6.0),
        "told so": float(number.told_so),
        "hedged": float(ours == "~"),
        "bound": float(ours in (">", ">=", "<", "<=")),
        "row bound": float(theirs in (">", ">=", "<", "<=")),
        "bound alike": float(ours[0] == theirs[0]),
        "round": float(clues.exactness == 1),
        "words left": float(min(left, _MANY)),
        "over time": float(clues.over_time and each.stock),
    }


def _of_another(each: Candidate, number: Number) -> dict[str, float]:
    """Whether the number is of the same thing elsewhere, since another day, or as somebody else counts it."""
    row = each.row
    same = [one for one in number.equal if one.measure_id == row.measure_id]
    ours = [one for one in same if one.producer_id == row.producer_id]
    here = [one for one in ours if _where(one) == _where(row)]
    then = any(one.period_end == row.period_end for one in ours if one not in here)
    since = any(one.period_end == row.period_end and one.period_start != row.period_start for one in here)
    theirs = any(one.producer_id != row.producer_id and _where(one) == _where(row) for one in same)
    return {
        "another place's": float(then),
        "another start's": float(since),
        "another counter's": float(theirs and not ours and each.source == "cited"),
    }


def _where(row: Observation) -> tuple[str | None, str | None]:
    return row.place_code or row.place, row.event_id


def _one_more(one: str, other: str) -> bool:
    """Whether a number of two digits or three has one digit more than another, the rest in the same order."""
    short, long = sorted((one, other), key=len)
    one_off = len(long) - len(short) == 1 and len(short) > 1
    return one_off and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
