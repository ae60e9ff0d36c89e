"""What a product or quotient that words draw is made of: what falls to one thing, how many there are, the total.

The thing is named with the value ("each oven serves four women", "$18 for a hardback", "620 a month") and counted by
the other figure ("36 ovens", "twelve months"); units of time hold so many of each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from claims.quick_records import dataclass
from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.quotients.quotient_words import listed, per_unit
from claims.relations.moving.rate_words import EACH
from claims.relations.pairing import nouns_meet, plain_unit
from claims.relations.phrasing import holds, words_of
from claims.text.plurals import singular

HOLDS: dict[tuple[str, str], tuple[int, ...]] = {
    ("hour", "day"): (24,),
    ("day", "week"): (7,),
    ("day", "year"): (365, 366),
    ("week", "year"): (52,),
    ("month", "year"): (12,),
}
"""How many of a unit of time a larger one holds."""
_ADJECTIVES, _SUBJECT, _BEHIND = 2, 6, 3


@dataclass(frozen=True, slots=True)
class Product:
    """So much for one (`value`), how many (`count`, or `units` that no figure tells), and the `total` of them."""

    value: Figure
    total: Figure
    count: Figure | None
    units: Decimal
    per: str

    def makes(self, result: Figure, other: Decimal) -> bool:
        """Whether the three make each other to the last digit with another number for the result; a result that falls
        to one may be rounded.
        """
        value, total = self.value.claim.quantity.value, self.total.claim.quantity.value
        if result is self.total:
            return value * self.units == other
        if result is not self.value:
            return value * other == total
        room = Decimal(1).scaleb(min(0, int(other.normalize().as_tuple().exponent))) / 2
        exact = other * self.units == total
        return exact or (other >= _ROUNDED and abs(total / self.units - other) <= room)


_ROUNDED = Decimal(10)
"""From here on a value may be rounded to its last digit."""


def alike(value: Figure, total: Figure) -> bool:
    """Whether a total may be of so many of a value: one unit, or one noun where both have any."""
    ours, theirs = value.claim.quantity, total.claim.quantity
    if ours.dimension != theirs.dimension:
        bare = value if ours.dimension == "count" else total
        scaled = any(letter.isalpha() for letter in bare.claim.quantity.as_written)  # "For the 4.5 million 60 wells"
        return ours.dimension == "money" and bare.noun is None and scaled
    if ours.dimension != "count":
        return plain_unit(value) == plain_unit(total)
    return value.noun is None or total.noun is None or nouns_meet(value.noun, total.noun)


def things_of(told: Told, value: Figure) -> Iterator[str]:
    """What a value is for one of: "a lesson has 45 minutes", "4.10 euros the square metre", "30 a month"."""
    per = per_unit(told, value)
    if per is not None and per != EACH:
        yield per
    before, after = told.before(value)[-_SUBJECT:], told.after(value)
    at = next((at for at in range(len(before) - 2, -1, -1) if before[at] in listed("one_of")), None)
    if at is not None:
        yield from (singular(one) for one in before[at + 1 : at + 1 + _ADJECTIVES] if one.isalpha())
    lead = next((at for at, word in enumerate(after[:_BEHIND]) if word in words_of("one_thing")), None)
    if lead is not None and all(word.isalpha() for word in after[:lead]):
        yield from (singular(one) for one in after[lead + 1 : lead + 1 + _ADJECTIVES] if one.isalpha())


def each_of(told: Told, value: Figure) -> str | None:
    """Of what each is meant: "each raker thus filled 350 sacks"; `None` for a bare "each"."""
    before = told.before(value)
    at = next((at for at in range(len(before) - 2, -1, -1) if before[at] in listed("every")), None)
    return singular(before[at + 1]) if at is not None and before[at + 1].isalpha() else None


def counts_of(figures: Figures, thing: str, value: Figure) -> Iterator[tuple[Figure, Decimal]]:
    """The figures of a letter that count a thing, the nearest to the value first, with how many they are."""
    found = [one for told in figures.sentences for one in told.counts if one is not value and _counts(one, thing)]
    found.sort(key=lambda one: abs(one.sentence - value.sentence))
    yield from ((one, one.claim.quantity.value) for one in found)


def joined(figures: Figures, value: Figure, result: Figure) -> Iterator[Figure]:
    """What is counted right beside a value: "26 rows of 45 trees", "each of the 14 buses has 52 seats", "65 each; we
    need 48".
    """
    told = figures.told(value)
    before = next((one for one in reversed(told.counts) if one.first < value.first), None)
    if before is not None and before.noun is not None:
        gap = told.norms[before.stop : value.first]
        each = any(word in listed("every") for word in told.norms[max(0, before.first - _LEAD) : before.first])
        if each or (len(gap) <= _BETWEEN and gap[-1:] and holds(gap[-1:], "of_whole")):
            yield before
    if per_unit(told, value) == EACH:
        behind = [
            one for one in figures.told(result).counts if one.first < result.first or one.sentence < result.sentence
        ]
        yield from (one for one in behind if (one.sentence, one.first) > (value.sentence, value.first))


_LEAD, _BETWEEN = 4, 3


def _counts(one: Figure, thing: str) -> bool:
    quantity = one.claim.quantity
    if quantity.value <= 1 or quantity.comparator not in ("=", "~"):
        return False
    if quantity.dimension == "count":
        last = (one.noun or "").lower().rsplit(maxsplit=1)[-1:]
        return bool(last) and (last[0] == thing or (thing in words_of("heads") and last[0] in words_of("people")))
    name = (quantity.unit or "").partition(" per ")[0].lower().rsplit(maxsplit=1)[-1:]
    return bool(name) and singular(name[0]) == thing


def spans_of(
    figures: Figures, total: Figure, per: str, around: Sequence[Figure]
) -> Iterator[tuple[Figure | None, Decimal]]:
    """How many units of time a total is of: "7,440 a year" is of twelve months; "in five years", "from 1 January to 30
    June" of sixty, of six.
    """
    of = per_unit(figures.told(total), total)
    yield from ((None, Decimal(many)) for many in HOLDS.get((per, of or ""), ()))
    if of is None and per in words_of("time_units"):
        for one in around:
            unit = singular(one.claim.quantity.unit or "")
            if one.claim.quantity.dimension == "duration" and one.claim.quantity.value > 1:
                held = (1,) if unit == per else HOLDS.get((per, unit), ())
                yield from ((one, one.claim.quantity.value * many) for many in held)
        alone = [one for one in figures.told(total).counts if alike(total, one)] == [total]
        months = _months(total) if alone else 0
        if months and per in ("month", "year") and not (per == "year" and months % _YEAR):
            yield None, Decimal(months if per == "month" else months // _YEAR)


_YEAR = 12


def _months(total: Figure) -> int:
    """How many whole months a total's own dates span; 0 where they are not whole months."""
    period = total.claim.period
    if period is None or period.start is None or period.end is None or period.start.day != 1:
        return 0
    # "thirty months from 1 January" end on a first, "from 1 January to 30 June" on a last day
    after = period.end if period.end.day == 1 else period.end + timedelta(days=1)
    return (after.year - period.start.year) * _YEAR + after.month - period.start.month if after.day == 1 else 0
