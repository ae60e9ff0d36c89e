"""Rule `repeated-figure`: one figure given twice in one letter, with two values or with a comparator lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Field
from claims.relations.kinds import SURE, Same
from claims.text.list_marks import marks_of
from expectations.arith import figure, meets, share_apart
from expectations.clauses.context import Context, blanks_of, context_of
from expectations.declaring import bounded, declared, say
from expectations.findings import broken, held, unknown
from expectations.misprints import misread, teens
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "repeated-figure"
WIDEST = 120
"""Larger groups of like figures are compared only where their sentences have the same words, and so many of them."""

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
            if one.quantity.value >= _TELLING and meets(one.quantity.interval, other.quantity.interval):
                found[other.claim_id] = _pair(name, same, fits=True)
        elif other.claim_id not in found and not _admitted(one, other) and _slipped(one, other, same.evidence):
            found[other.claim_id] = _pair(name, same, fits=False)
    return list(found.values())


def _admitted(one: Claim, other: Claim) -> bool:
    """ "more than four hundred" beside "the 4,000": a bound that the other keeps contradicts nothing."""
    ours, theirs = one.quantity, other.quantity
    return ours.comparator != theirs.comparator and meets(ours.interval, theirs.interval)


_SCALES = (10, 100, 1000, 1_000_000)
_FAR = 1000
_TELLING = 10
"""Smaller numbers are too often alike for their repetition to be a check."""


def _slipped(one: Claim, other: Claim, evidence: int) -> bool:
    """Whether one is the other's misprint, the freer the surer the words point back."""
    ours, theirs = (_digits(claim) for claim in (one, other))
    scaled = {one.quantity.value * factor for factor in _SCALES} | {one.quantity.value / factor for factor in _SCALES}
    if other.quantity.value in scaled and min(one.quantity.value, other.quantity.value) >= _TELLING:
        far = max(one.quantity.value, other.quantity.value) >= _FAR * min(one.quantity.value, other.quantity.value)
        return evidence >= SURE - 1 - far and one.quantity.unit == other.quantity.unit
    if evidence >= SURE - 2 and other.quantity.value in _spoken(one):
        return True
    if len(ours) != len(theirs) or (len(ours) < 2 and evidence <= SURE):
        return False
    off = sum(a != b for a, b in zip(ours, theirs, strict=True))
    exchanged = off == 2 and sorted(ours) == sorted(theirs)
    if evidence > SURE:
        return True
    if evidence >= SURE:
        return exchanged or (off == 1 and (len(ours) > 2 or one.unit == other.unit is not None))
    if evidence < SURE - 2:
        return exchanged and len(ours) > 3
    return len(ours) > 2 and (exchanged or (off == 1 and evidence >= SURE - 1 and len(ours) > 3))


def _spoken(claim: Claim) -> tuple[Decimal, ...]:
    """ "ninety" for nineteen: what a word of number may have been."""
    written = any(letter.isdigit() for letter in claim.quantity.as_written)
    return () if written else tuple(teens(claim.quantity.value))


def _digits(claim: Claim) -> str:
    return figure(claim.quantity.value).replace(",", "").replace(".", "")


def _pair(name: str, same: Same, *, fits: bool) -> Finding:
    one, other = same.first, same.again
    if fits and not any(_slipped(one, wrong, same.evidence) for wrong in misread(other)):
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
        if other.unit != first.unit and len(ours.core) >= 2 and ours.apart == theirs.apart and _comparable(first, other)
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
    if not _comparable(one, other) or not _one_quantity(one, other, ours, theirs):
        return None
    if not meets(one.quantity.interval, other.quantity.interval):
        return _apart(one, other)
    if one.quantity.value != other.quantity.value:
        return None
    seen = any(_clash(one, wrong, ours, theirs) for wrong in misread(other))
    return _same(one, other, seen=seen)


def _clash(one: Claim, other: Claim, ours: Context, theirs: Context) -> bool:
    """Whether two figures, said of the same, cannot both be."""
    return _one_quantity(one, other, ours, theirs) and not meets(one.quantity.interval, other.quantity.interval)


def _comparable(one: Claim, other: Claim) -> bool:
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


def _one_quantity(one: Claim, other: Claim, ours: Context, theirs: Context) -> bool:
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
