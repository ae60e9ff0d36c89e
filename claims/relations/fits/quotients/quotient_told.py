"""What words have already tied a size to: the pairs of its relations, and whether one of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.fits.quotients.quotient_fitting import Pair, Triple
from claims.relations.fits.quotients.quotient_terms import Band
from claims.relations.kinds import LIKELY, Move, Rate, Relation, Share, Spread


@dataclass(frozen=True, slots=True)
class ToldPair:
    """Two figures that words bind to a size, by where their numbers stand, and what each counts for.

    `values`: part and whole, from and to, or total and divisor, as `manner` says.
    """

    places: Pair
    values: tuple[float, float]
    manner: Literal["share", "move", "rate"]
    evidence: int
    first: bool


Pairs = Mapping[Pair, ToldPair]


def told_pairs(relations: Iterable[Relation]) -> dict[int, dict[Pair, ToldPair]]:
    """The pairs of each size, by where its number stands in the letter."""
    found: dict[int, dict[Pair, ToldPair]] = {}
    for relation in relations:
        size, pairs = _sized(relation)
        own = found.setdefault(_place(size), {}) if size is not None else {}
        for pair in pairs:
            own.setdefault(pair.places, pair)
    return found


def pairs_told(relation: Relation) -> tuple[ToldPair, ...]:
    """The pairs that words bind to the size of one relation, the likeliest first."""
    return tuple(_sized(relation)[1])


def size_of(relation: Relation) -> Claim | None:
    """What a relation says is drawn from the others: the share, the size of a change, the rate."""
    if isinstance(relation, Share):
        return relation.share
    if isinstance(relation, Move):
        return relation.by
    return relation.rate if isinstance(relation, Rate) else None


def _sized(relation: Relation) -> tuple[Claim | None, Iterator[ToldPair]]:
    evidence = relation.evidence
    if isinstance(relation, Share) and relation.restated is None:
        ratios = [(one.upper, one.lower) for one in relation.readings]
        return relation.share, _pairs(
            ratios, [(one.upper, one.lower) for one in relation.open_readings], "share", evidence
        )
    if isinstance(relation, Move) and relation.by is not None:
        steps = [(one.first, one.last) for one in relation.readings]
        return relation.by, _pairs(steps, [(one.first, one.last) for one in relation.open_readings], "move", evidence)
    if isinstance(relation, Rate):
        return relation.rate, (_spread(one, evidence, at == 0) for at, one in enumerate(relation.readings))
    return None, iter(())


_Two = tuple[Claim, Claim]


def _pairs(
    bound: list[_Two], open_to: list[_Two], manner: Literal["share", "move"], evidence: int
) -> Iterator[ToldPair]:
    for at, (one, other) in enumerate((*bound, *open_to)):
        yield ToldPair(
            places=frozenset((_place(one), _place(other))),
            values=(float(one.quantity.value), float(other.quantity.value)),
            manner=manner,
            evidence=evidence if at < len(bound) else 1,
            first=at == 0,
        )


def _spread(spread: Spread, evidence: int, first: bool) -> ToldPair:
    over = spread.over or spread.total
    units = spread.units if spread.units is not None else over.quantity.value
    return ToldPair(
        places=frozenset((_place(spread.total), _place(over))),
        values=(float(spread.total.quantity.value), float(units)),
        manner="rate",
        evidence=evidence,
        first=first,
    )


def _place(claim: Claim) -> int:
    return claim.quantity.number_span.start


def told_evidence(told: Pairs, triple: Triple) -> tuple[int, bool]:
    """How surely words bind the pair of a triple, 0 for not at all; and whether it is what they mean first."""
    pair = told.get(triple.pair)
    return (pair.evidence, pair.first) if pair is not None else (0, False)


def holds_already(told: Pairs, size: Band) -> bool:
    """Whether a pair that words bind makes the size right in some manner."""
    return any(True for _ in holding(told, size))


def holding(told: Pairs, size: Band) -> Iterator[Pair]:
    """The pairs that words bind and that make the size right."""
    return (pair.places for pair in told.values() if pair.evidence >= LIKELY and _makes(pair, size))


def _makes(pair: ToldPair, size: Band) -> bool:
    one, other = pair.values
    if one <= 0 or other <= 0:
        return False
    ratio = one / other
    made = {"share": (ratio,), "move": (abs(1 / ratio - 1), 1 / ratio, abs(other - one)), "rate": (ratio,)}
    return any(size.low <= real <= size.high for real in made[pair.manner])
