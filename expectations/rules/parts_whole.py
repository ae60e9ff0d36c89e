"""Rule `parts-whole`: the parts of a whole add up to it; parts said to lie in a whole do not exceed it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import combinations

from claims.extraction import Extraction
from claims.model import Claim, Field, Span
from claims.model.intervals import meets
from claims.relations.kinds import SURE, PartOf, Split
from expectations.arith import certainly_less, figure, minus, plus, share_apart, sum_of
from expectations.declaring import declared, say
from expectations.findings import unknown
from expectations.misprints import explained, tenfold
from expectations.model import Finding
from expectations.relating import in_one_breath, judged, relations_of

ID = "parts-whole"
_SHARED = 2
_MARGIN = 2
"""How much better bound a breakdown must be than one that holds with two of its figures, to count beside it."""
_MANY = 12
_FURTHEST = Decimal("1.5")
"""How many times the whole, or of it, a sum may be that no slip explains; beyond, the figures are no parts of it."""
_OVERFULL = Decimal("1.25")
_SMALL = 20
_LISTED = 32  # so few characters stand between the parts of a list: "23 stop everywhere, 14 are semi-fast and six …"
_CLAUSE = 60
"""Two parts of a smaller whole are a slip away from it by chance where so many characters lie between them."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every breakdown and every part in a whole; parts that add up in one breakdown cannot fail in another."""
    signing = {total.span for total in extraction.signatories.totals}
    pairs = [
        (relation, found)
        for name, relation in relations_of(extraction, PartOf)
        if not _is_of_groups(relation.readings[0], signing)
        and (found := _added(name, relation) if relation.closed else _contained(name, relation)) is not None
    ]
    good = [(one, found) for one, found in pairs if found.status != "inconsistent"]
    alarmed = [set(found.claim_ids) for one, found in pairs if found.status == "inconsistent" and not _is_fitted(one)]
    kept: dict[tuple[str, ...], Finding] = {}
    for one, found in pairs:
        if _is_fitted(one) and any(len(known & set(found.claim_ids)) >= _SHARED for known in alarmed):
            continue  # words have found it already
        told = any(_holds(*other, one, found) for other in good)
        if found.status != "inconsistent" or not told:
            kept.setdefault(found.claim_ids, found)
    return list(kept.values()) or [unknown(ID, say(ID, "nothing"))]


def _is_of_groups(split: Split, signing: Collection[Span]) -> bool:
    """Whether a whole and its parts are totals of signatories: a rule of their own adds those up with their lists."""
    told = [any(one.span.overlaps(span) for span in signing) for one in (split.whole, *split.parts)]
    return told[0] and sum(told) > _SHARED


def _holds(good: PartOf, known: Finding, one: PartOf, found: Finding) -> bool:
    """Whether a breakdown that holds explains the figures of another; one that is not checkable explains no slip."""
    if _is_fitted(one) and known.status != "consistent":
        return False
    ids = set(found.claim_ids if _is_fitted(one) else found.claim_ids[1:])
    return len(ids & set(known.claim_ids)) >= _SHARED and good.evidence + _MARGIN >= one.evidence


def _is_fitted(relation: PartOf) -> bool:
    return relation.readings[0].fitted


def _sum(split: Split) -> Decimal:
    return sum((part.quantity.value for part in split.parts), Decimal(0))


def _adds_up(split: Split) -> bool:
    return meets(plus(part.quantity.interval for part in split.parts), split.whole.quantity.interval)


def _may_hold(split: Split, top: Split) -> bool:
    """Whether a sum that agrees says something: not where a part is "at least so many", nor loosely and unbound."""
    if split is not top and any(part.quantity.interval.high is None for part in split.parts):
        return False
    return split.evidence >= SURE or _sum(split) == split.whole.quantity.value


def _added(name: str, relation: PartOf) -> Finding | None:
    top = relation.readings[0]
    split = next((one for one in relation.readings if _adds_up(one) and _may_hold(one, top)), None)
    fits = split is not None
    shown = split or next((one for one in relation.readings if _counts(one)), None)
    if shown is None:
        return None

    def again(whole: Claim) -> bool:
        return _adds_up(Split(whole=whole, parts=shown.parts))

    total = plus(part.quantity.interval for part in shown.parts)
    off = _sum(shown) - shown.whole.quantity.value
    values = {"stated": figure(shown.whole.quantity.value), "expected": sum_of(p.quantity.value for p in shown.parts)}
    return judged(
        ID,
        name,
        [shown.whole, *shown.parts],
        fits=fits,
        checked=shown.whole,
        again=again,
        # words that bind parts to their whole need no slip to explain the difference
        refit=None if shown.evidence > SURE or shown.fitted else _fits_again,
        open_to=not shown.fitted and _has_other_sum(shown),  # those of all figures are weighed against each other
        key="sum",
        off=share_apart(total, shown.whole.quantity.interval),
        apart=figure(abs(off)),
        way=say(ID, "more" if off > 0 else "fewer"),
        **values,  # type: ignore[arg-type]
    )


def _fits_again(them: Sequence[Claim]) -> bool:
    return _adds_up(Split(whole=them[0], parts=tuple(them[1:])))


def _has_other_sum(split: Split) -> bool:
    """Whether some of the parts make the whole, or one of them, to the unit: the rest are no parts beside them.

    "140 in all: 84 women, 37 children and 19 men; 56 of them at night": 84 + 56 is another way to part the same.
    """
    values = [part.quantity.value for part in split.parts]
    if not _SHARED < len(values) <= _MANY:
        return False
    sums = (
        (sum(some, Decimal(0)), some) for many in range(_SHARED, len(values)) for some in combinations(values, many)
    )
    # in a list of one breath that the words close, 60 women beside 40 men and 20 children are no sum of them
    closed = split.evidence >= SURE and in_one_breath(split.parts, _LISTED)
    aims = [split.whole.quantity.value, *(() if closed else values)]
    return any(total in aims for total, some in sums)


def _counts(split: Split) -> bool:
    """Whether a sum that differs is a slip of the letter: the words bind it, or one misprint explains it."""
    evidence = split.evidence
    whole, total, them = split.whole.quantity.value, _sum(split), (split.whole, *split.parts)
    if not whole or not total:
        return False
    if split.fitted:
        return True
    if evidence < SURE:
        return False
    if evidence == SURE and whole < _SMALL and len(split.parts) == _SHARED and not in_one_breath(them, _CLAUSE):
        return False
    if evidence > SURE and whole <= total * _FURTHEST and total <= whole * _FURTHEST:
        return True
    if evidence == SURE and len(split.parts) > _SHARED and whole < total <= whole * _OVERFULL:
        return True  # parts of one sentence that are more than their whole, by little
    return _one_slip(split) or (evidence > SURE and tenfold([one.quantity.value for one in split.parts], whole - total))


def _one_slip(split: Split) -> bool:
    """Whether one of the figures misprinted makes the sum exact; loosely told figures make none."""
    if any(one.quantity.comparator != "=" for one in (split.whole, *split.parts)):
        return False
    parts = [part.quantity.interval for part in split.parts]
    if explained(split.whole, plus(parts)):
        return True
    whole = split.whole.quantity.interval
    others = (plus([*parts[:at], *parts[at + 1 :]]) for at in range(len(parts)))
    return any(explained(part, minus(whole, other)) for part, other in zip(split.parts, others, strict=True))


def _contained(name: str, relation: PartOf) -> Finding:
    """ "1,204 people, including 40 children": the parts together are not more than the whole."""
    split = relation.readings[0]
    total = plus(part.quantity.interval for part in split.parts)

    def again(whole: Claim) -> bool:
        return not certainly_less(whole.quantity.interval, total)

    return judged(
        ID,
        name,
        [split.whole, *split.parts],
        fits=again(split.whole),
        checked=split.whole,
        again=again,
        # "shared by 50 persons each, of which there are 1,948": what no slip brings inside was never said to be there
        refit=lambda them: not certainly_less(them[0].quantity.interval, plus(p.quantity.interval for p in them[1:])),
        strictly=True,  # "the children under six, of whom 320": one breath makes no age a whole
        key="inside",
        off=share_apart(split.whole.quantity.interval, total),
        stated=figure(_sum(split)),
        expected=say(ID, "at_most", whole=figure(split.whole.quantity.value)),
        whole=figure(split.whole.quantity.value),
    )


RULE = declared(ID, run)
