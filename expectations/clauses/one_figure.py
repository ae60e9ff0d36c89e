"""When two figures may be one: what sets them apart, and what makes one the misprint of the other."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claims.model import Claim
from claims.model.intervals import meets
from claims.relations.fits.slips import teens
from claims.relations.kinds import SURE
from expectations.arith import figure
from expectations.clauses.context import Context

TELLING = 10
"""Smaller numbers are too often alike for their repetition to be a check."""
_SCALES = (10, 100, 1000, 1_000_000)
_FAR = 1000


def admitted(one: Claim, other: Claim) -> bool:
    """ "more than four hundred" beside "the 4,000": a bound that the other keeps contradicts nothing."""
    ours, theirs = one.quantity, other.quantity
    return ours.comparator != theirs.comparator and meets(ours.interval, theirs.interval)


def slipped_from(one: Claim, other: Claim, evidence: int) -> bool:
    """Whether one is the other's misprint, the freer the surer the words point back."""
    if other.quantity.value in _scaled(one.quantity.value) and min(one.quantity.value, other.quantity.value) >= TELLING:
        far = max(one.quantity.value, other.quantity.value) >= _FAR * min(one.quantity.value, other.quantity.value)
        return evidence >= SURE - 1 - far and one.quantity.unit == other.quantity.unit
    if evidence >= SURE - 2 and other.quantity.value in _spoken(one):
        return True
    ours, theirs = _digits(one.quantity.value), _digits(other.quantity.value)
    if len(ours) != len(theirs) or (len(ours) < 2 and evidence <= SURE):
        return False
    off = sum(a != b for a, b in zip(ours, theirs, strict=True))
    exchanged = off == 2 and sorted(ours) == sorted(theirs)
    if evidence > SURE:
        return True
    if evidence >= SURE:
        return exchanged or (off == 1 and (len(ours) > 2 or one.unit == other.unit is not None))
    if evidence < SURE - 2:
        return False  # two round numbers of a letter are each other's misprint by chance
    return len(ours) > 2 and (exchanged or (off == 1 and evidence >= SURE - 1 and len(ours) > 3))


def _spoken(claim: Claim) -> tuple[Decimal, ...]:
    """ "ninety" for nineteen: what a word of number may have been."""
    written = any(letter.isdigit() for letter in claim.quantity.as_written)
    return () if written else tuple(teens(claim.quantity.value))


@lru_cache(maxsize=1024)
def _scaled(value: Decimal) -> frozenset[Decimal]:
    return frozenset((*(value * factor for factor in _SCALES), *(value / factor for factor in _SCALES)))


@lru_cache(maxsize=1024)
def _digits(value: Decimal) -> str:
    return figure(value).replace(",", "").replace(".", "")


def comparable(one: Claim, other: Claim) -> bool:
    """Whether nothing the letter names sets them apart: another event, counter, period or sentence of its own."""
    if one.sentence_span.overlaps(other.sentence_span):
        return False
    if one.event != other.event and one.event and other.event:
        return False
    if _counters(one) and _counters(other) and not _counters(one) & _counters(other):
        return False
    return _one_period(one, other)


def _counters(claim: Claim) -> set[str]:
    named = {citation.producer for citation in claim.citations if citation.producer}
    return named | ({claim.attribution} if claim.attribution else set())


def _one_period(one: Claim, other: Claim) -> bool:
    ours, theirs = one.period, other.period
    if ours is None or theirs is None or ours.text == theirs.text:
        return True
    if ours.inherited or theirs.inherited:
        return ours.start == theirs.start or None in (ours.start, theirs.start)
    return (ours.start, ours.end) == (theirs.start, theirs.end)


def one_quantity(one: Claim, other: Claim, ours: Context, theirs: Context) -> bool:
    """Whether the sentences say the same of the two figures.

    The same words: "the dam displaced 4,000 people" twice. More words in one of them may narrow it ("… in its first
    week"), so that then only figures that lie close together, or are one another's misprint, are taken for one.
    """
    if ours.apart != theirs.apart or len(ours.stems & theirs.stems) < 2:
        return False
    if not (ours.names <= theirs.names or theirs.names <= ours.names):
        return False
    if ours.stems == theirs.stems and ours.names == theirs.names:
        return _ratio(one, other) <= 10
    if ours.stems <= theirs.stems or theirs.stems <= ours.stems:
        return _ratio(one, other) <= Decimal("1.25") or _misprint(one, other)
    return _same_core(ours, theirs) and _misprint(one, other)


def _same_core(ours: Context, theirs: Context) -> bool:
    """ "the dam displaced 4,120 families | when it was filled" and "… 4,210 families | and none was paid"."""
    shared = ours.core & theirs.core
    return len(shared) >= 2 and (ours.core <= theirs.core or theirs.core <= ours.core)


def _ratio(one: Claim, other: Claim) -> Decimal:
    low, high = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return high / low if low else Decimal(99)


def _misprint(one: Claim, other: Claim) -> bool:
    """One number, or two that a slip tells apart: 1,204 and 1,240, 41,205 and 41,305."""
    ours, theirs = ("".join(filter(str.isdigit, claim.quantity.as_written)) for claim in (one, other))
    if ours == theirs or len(ours) != len(theirs) or len(ours) < 3:
        return ours == theirs
    off = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return sorted(ours) == sorted(theirs) or (off == 1 and len(ours) > 3)
