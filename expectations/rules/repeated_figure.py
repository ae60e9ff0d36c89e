"""Rule `repeated-figure`: one figure given twice in one letter, with two values or with a comparator lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.extraction import Extraction
from claims.model import Claim, Field
from claims.model.intervals import meets
from claims.relations.kinds import Same
from claims.text.list_marks import marks_of
from expectations.arith import figure, share_apart
from expectations.clauses.context import Context, blanks_of, context_of
from expectations.clauses.one_figure import TELLING, admitted, comparable, one_quantity, slipped_from
from expectations.declaring import bounded, declared, say
from expectations.findings import broken, held, unknown
from expectations.misprints import misread
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "repeated-figure"
WIDEST = 120
"""Larger groups of like figures are compared only where their sentences have the same words, and so many of them."""

_FINE = 3
"""So many digits tell a number finely: "about 2,640"."""
Placed = tuple[Claim, Context]


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every figure against the first that gives the same quantity: alike, apart (warning), hardened (info)."""
    findings: list[Finding] = []
    for group in _groups(extraction):
        for at, placed in enumerate(group):
            judged = (_judge(one, placed[0], ours, placed[1]) for one, ours in group[:at])
            first = next((finding for finding in judged if finding is not None), None)
            findings += [first] if first is not None else []
    findings += _other_units(extraction)
    findings += _taken_up(extraction, findings)
    return findings or [unknown(ID, say(ID, "nothing"))]


def _taken_up(extraction: Extraction, told: list[Finding]) -> list[Finding]:
    """Figures that point back to one that the letter gives otherwise: "the 2,780 families" of 2,870."""
    known = {frozenset(one.claim_ids) for one in told}
    found: dict[str, Finding] = {}
    for name, same in relations_of(extraction, Same):
        one, other = same.first, same.again
        if frozenset((one.claim_id, other.claim_id)) in known:
            continue
        if one.quantity.value == other.quantity.value:
            if one.quantity.value >= TELLING and meets(one.quantity.interval, other.quantity.interval):
                found[other.claim_id] = _pair(name, same, fits=True, seen=_would_show(same))
        elif other.claim_id not in found and _is_slip(same) and not _are_apart(extraction, one, other):
            found[other.claim_id] = _pair(name, same, fits=False, seen=True)
    return list(found.values())


def _are_apart(extraction: Extraction, one: Claim, other: Claim) -> bool:
    """Whether only one counts those who sign; or the two add up to a third figure: "the fund of 600 million has spent
    150; the remaining 450 million".
    """
    signing = [any(each.span.overlaps(told.span) for told in extraction.signatories.totals) for each in (one, other)]
    if signing[0] != signing[1]:
        return True
    total = one.quantity.value + other.quantity.value
    return any(each.quantity.value == total for each in extraction.claims)


def _is_slip(same: Same) -> bool:
    """Whether one is the other's misprint; a bound, or "about" a number told less finely, admits it."""
    one, other = same.first, same.again
    if same.fitted and _are_of_money(one, other) and max(_told_digits(one), _told_digits(other)) < _FINE:
        return False  # "$1.3 million in wages … $3.1 million from a levy": two digits of money are seldom one sum
    if same.fitted and "~" in (one.quantity.comparator, other.quantity.comparator):
        return min(_told_digits(one), _told_digits(other)) >= _FINE
    return not admitted(one, other) and (same.fitted or slipped_from(one, other, same.evidence))


def _are_of_money(one: Claim, other: Claim) -> bool:
    return "money" in (one.quantity.dimension, other.quantity.dimension)


def _told_digits(claim: Claim) -> int:
    return len(claim.quantity.value.normalize().as_tuple().digits)


def _would_show(same: Same) -> bool:
    """Whether a misprint of the later figure would be told."""
    return any(slipped_from(same.first, one, same.evidence) for one in misread(same.again))


def _pair(name: str, same: Same, *, fits: bool, seen: bool) -> Finding:
    one, other = same.first, same.again
    if not seen:
        return _unseen(one, other, relations=[name])
    values = {"one": _words(one), "other": _words(other), "stated": _words(one), "expected": _words(other)}
    return judged(
        ID,
        name,
        [one, other],
        fits=fits,
        checked=other,
        again=lambda again: again.quantity.value == one.quantity.value,
        key="taken_up",
        off=share_apart(one.quantity.interval, other.quantity.interval),
        **values,  # type: ignore[arg-type]
    )


def _unseen(one: Claim, other: Claim, *, relations: Iterable[str] = ()) -> Finding:
    """Two figures that are alike where a misprint would have passed: no tick."""
    message = say(ID, "no_check", one=_words(one), other=_words(other))
    values = {"stated": _words(one), "expected": _words(other)}
    return unknown(
        ID, message, spans=[one.span, other.span], claims=[one, other], relations=relations, **values
    )  # fmt: skip


def _groups(extraction: Extraction) -> list[list[Placed]]:
    """Figures of one kind, unit, measure, place and direction, each with the words around it, in their order."""
    groups: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    blanks = blanks_of(extraction)
    for claim in extraction.claims:
        if _counts(extraction, claim):
            quantity = claim.quantity
            key = (claim.kind, quantity.unit, claim.measure, claim.place, quantity.direction, quantity.additive)
            groups[key].append((claim, context_of(extraction.letter.text, claim, blanks)))
    return _narrowed(groups.values())


def _other_units(extraction: Extraction) -> list[Finding]:
    """One number with two currencies or two units of measurement, in the same words: "$40 million", "€40 million"."""
    groups: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    blanks = blanks_of(extraction)
    for claim in extraction.claims:
        if claim.quantity.dimension in ("money", "physical") and _counts(extraction, claim):
            placed = (claim, context_of(extraction.letter.text, claim, blanks))
            key = (claim.quantity.dimension, claim.quantity.value, claim.place, placed[1].stems, placed[1].names)
            groups[key].append(placed)
    return [
        _unit_changed(first, other)
        for (first, ours), *rest in groups.values()
        for other, theirs in rest
        if other.unit != first.unit and len(ours.core) >= 2 and ours.apart == theirs.apart and comparable(first, other)
    ]


def _narrowed(groups: Iterable[list[Placed]]) -> list[list[Placed]]:
    """Groups too wide for every pair are cut into those of the same words."""
    narrow: list[list[Placed]] = []
    for group in groups:
        if len(group) <= WIDEST:
            narrow.append(group)
            continue
        blocks: dict[frozenset[str], list[Placed]] = defaultdict(list)
        for placed in group:
            blocks[placed[1].stems].append(placed)
        narrow += [block[:WIDEST] for block in blocks.values()]
    return narrow


def _counts(extraction: Extraction, claim: Claim) -> bool:
    if claim.kind not in ("statistic", "money", "percentage") or claim.quantity.unit is None:
        return False
    kind = extraction.document.kind_at(claim.span)
    return kind in ("title", "body", "front_matter") or (kind == "list" and not _is_fragment(claim.sentence))


def _is_fragment(sentence: str) -> bool:
    # "1) a minimum wage of no less than 23,000;" is asked for, "1. The wage is 8,000." is told.
    text = sentence.lstrip()
    marks = marks_of(text)
    return text[marks[0].end if marks else 0 :][:1].islower()


def _judge(one: Claim, other: Claim, ours: Context, theirs: Context) -> Finding | None:
    if not comparable(one, other) or not one_quantity(one, other, ours, theirs):
        return None
    if not meets(one.quantity.interval, other.quantity.interval):
        return _apart(one, other)
    if one.quantity.value != other.quantity.value:
        return None
    seen = any(_clash(one, wrong, ours, theirs) for wrong in misread(other))
    return _same(one, other, seen=seen)


def _clash(one: Claim, other: Claim, ours: Context, theirs: Context) -> bool:
    """Whether two figures, said of the same, cannot both be."""
    return one_quantity(one, other, ours, theirs) and not meets(one.quantity.interval, other.quantity.interval)


def _apart(one: Claim, other: Claim) -> Finding:
    message = say(ID, "apart", one=_words(one), other=_words(other))
    return broken(
        ID,
        "warning",
        message,
        stated=_words(one),
        expected=_words(other),
        spans=[one.span, other.span],
        claims=[one, other],
        off=share_apart(one.quantity.interval, other.quantity.interval),
    )


def _unit_changed(one: Claim, other: Claim) -> Finding:
    return broken(
        ID,
        "info",
        say(ID, "two_units", one=_words(one), other=_words(other)),
        stated=_words(one),
        expected=_words(other),
        spans=[one.span, other.span],
        claims=[one, other],
    )


def _same(one: Claim, other: Claim, *, seen: bool) -> Finding:
    """Alike (held where a misprint would have been seen), or hardened."""
    ours, theirs = one.quantity.comparator, other.quantity.comparator
    if (ours == theirs or "=" not in (ours, theirs)) and not seen:
        return _unseen(one, other)
    if ours == theirs or "=" not in (ours, theirs):
        return held(
            ID,
            say(ID, "twice_alike", one=_words(one)),
            stated=_words(one),
            expected=_words(other),
            spans=[one.span, other.span],
            claims=[one, other],
        )
    soft, hard = (one, other) if theirs == "=" else (other, one)
    return broken(
        ID,
        "info",
        say(ID, "hardened", soft=_words(soft), hard=_words(hard)),
        stated=_words(hard),
        expected=_words(soft),
        spans=[one.span, other.span],
        claims=[one, other],
    )


def _words(claim: Claim) -> str:
    text = " ".join(claim.text.split()) or figure(claim.quantity.value)
    return bounded(claim.quantity.comparator, text)


RULE = declared(ID, run)
