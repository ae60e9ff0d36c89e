"""What is weighed of a sum: how its figures stand to each other, in numbers between 0 and a few."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import gcd, log10

from claims.relations.figures import Figure, Figures
from claims.relations.fits.fit_words import has, takes_up
from claims.relations.fits.near_sums import Sum, gaps_of, words_from
from claims.relations.fits.slips import KINDS
from claims.relations.pairing import nouns_meet

_NEAR = 6
_SCALE = 1000
_SMALL = 1.5
_TINY = Decimal(1) / 50
_UNEVEN = 12
_FAR_OFF = 3.0
_MOST_LEFT_OUT = 5
_PAIR, _TRIPLE = 2, 3


def features_of(figures: Figures, one: Sum, row: Sequence[Figure], exact: Sequence[Sum]) -> dict[str, float]:
    """The features of a sum that a slip would make exact, among the figures of its kind and their exact sums."""
    found = {
        **_slip(one),
        **_numbers(one),
        **_order(one),
        **_words(figures, one),
        **_nouns(one),
        **_beside(one, row),
        "whole_fits_all_but_one": float(any(len(set(one.parts) ^ set(other.parts)) == 1 for other in exact)),
    }
    return {**found, **{f"{a} and {b}": found[a] * found[b] for a, b in _TOGETHER}}


_TOGETHER = (
    ("two_parts", "rest"),
    ("small", "whole_of"),
    ("small", "one_sentence"),
    ("small", "slip_digit"),
)  # fmt: skip
"""Features that say more together: small figures fit by chance, unless the words bind them."""


def _slip(one: Sum) -> dict[str, float]:
    """Which slip would make it exact, how far off it is now, and whether the whole would be the wrong figure."""
    whole = one.whole.claim.quantity.value
    off = abs(whole - sum(part.claim.quantity.value for part in one.parts)) / whole
    kinds = {f"slip_{kind}": float(one.slip == kind) for kind in KINDS}
    return {**kinds, "off": min(float(off), _FAR_OFF), "wrong_whole": float(one.wrong is one.whole)}


def _numbers(one: Sum) -> dict[str, float]:
    whole, *parts = [member.claim.quantity.value for member in one.members]
    return {
        "surprise": size_of(one),
        "small": float(size_of(one) < _SMALL),
        "over": float(sum(parts) > whole),
        "part_not_less": float(max(parts) >= whole),
        "tiny_part": float(min(parts) < max(whole, *parts) * _TINY),
        "two_parts": float(len(parts) == _PAIR),
        "three_parts": float(len(parts) == _TRIPLE),
    }


def size_of(one: Sum) -> float:
    """The decimal logarithm of the largest figure in units of their common divisor: how rare a fit is by chance."""
    values = [int(member.claim.quantity.value * _SCALE) for member in one.members]
    return log10(max(max(values) / max(gcd(*values), 1), 1))


def _order(one: Sum) -> dict[str, float]:
    first, last = (one.whole, one.parts[-1]) if one.at < 0 else (one.parts[0], one.whole)
    return {
        "whole_behind": float(one.at > 0),
        "whole_not_next": float(abs(one.at) - 1),
        "skipped": float(one.skipped),
        "one_sentence": float(first.sentence == last.sentence),
        "one_paragraph": float(len({member.paragraph for member in one.members}) == 1),
    }


def _words(figures: Figures, one: Sum) -> dict[str, float]:
    before = one.at < 0
    lead = words_from(figures, one.whole, one.parts[0]) if before else words_from(figures, one.parts[-1], one.whole)
    gaps, last = gaps_of(figures, one.parts), one.parts[-1]
    lengths = [len(gap) for gap in gaps]
    tail = figures.told(last).norms[last.stop : last.stop + _NEAR]
    opening = figures.told(one.whole).norms[max(0, one.whole.first - 2) : one.whole.first]
    return {
        "lead_takes_up": float(before and takes_up(lead)),
        "lead_colon": float(":" in lead),
        "lead_aside": float(before and has(lead, "asides")),
        "whole_of": float(before and takes_up(opening)),
        "whole_the": float(has(opening[-1:], "taken_up")),
        "gaps_uneven": min(max(lengths) - min(lengths), _UNEVEN) / _NEAR,
        "joined": float(has(gaps[-1], "joins")),
        "asides": float(sum(has(gap, "asides") for gap in gaps)),
        "in_brackets": float(sum("(" in gap and ")" not in gap for gap in gaps)),
        "rest": float(has((*gaps[-1][-3:], *tail[:3]), "rest")),
        "negated": float(has(tail, "negations") != has(gaps[-1][:_NEAR], "negations")),
        "consequence": float(has(_around(figures, one.whole), "consequences")),
    }


def _around(figures: Figures, figure: Figure) -> tuple[str, ...]:
    norms = figures.told(figure).norms
    return (*norms[max(0, figure.first - _NEAR) : figure.first], *norms[figure.stop : figure.stop + _NEAR - 2])


def _nouns(one: Sum) -> dict[str, float]:
    whole, many = one.whole.noun, len(one.parts)
    named = [part.noun for part in one.parts if part.noun]
    return {
        "bare_parts": 1 - len(named) / many,
        "whole_noun_again": sum(noun == whole for noun in named) / many,
        "unlike": sum(bool(whole) and not nouns_meet(noun, whole or "") for noun in named) / many,
        "whole_bare": float(whole is None),
        "money": float(one.whole.claim.quantity.dimension == "money"),
        "lasting": float(one.whole.claim.quantity.dimension == "duration"),
    }


def _beside(one: Sum, row: Sequence[Figure]) -> dict[str, float]:
    """Figures of the kind that stand among the parts and are none, and whether the whole is told there again."""
    first, last, value = one.parts[0].sentence, one.parts[-1].sentence, one.whole.claim.quantity.value
    near = [other for other in row if first <= other.sentence <= last and other not in one.members]
    again = any(other.claim.quantity.value == value for other in near)
    left = sum(other.claim.quantity.value != value for other in near)
    return {"left_out": float(min(left, _MOST_LEFT_OUT)), "whole_again": float(again)}
