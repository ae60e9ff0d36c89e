"""Rule `percentage`: a share beside its part and whole; can C per cent come from B things; shares that make 100."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial

from claims.extraction import Extraction
from claims.model import Claim, Field, Interval, Span
from claims.model.intervals import meets
from claims.relations.kinds import LEARNED, LIKELY, SURE, TOLD, Hundred, Ratio, Share, SharedBase
from claims.relations.phrasing import ends, holds, only, starts, without_end
from claims.text.phrases import norms
from expectations.arith import exactly, figure, minus, over, share_between, sum_of, widened
from expectations.clauses.elsewhere import share_fits_elsewhere
from expectations.declaring import declared, say
from expectations.findings import broken, held, unknown
from expectations.misprints import slipped
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "percentage"
LARGEST_BASE = 200
"""From larger bases nearly every whole percentage can come."""
LARGEST_PART = 13
_BESIDE, _CLAUSE = 3, 10
LEAST = Decimal("0.01")
"""How near to one in two, three … twelve a share has to lie for another fraction to be a slip of the pen."""
LOOSE = Decimal("0.06")
"""How loosely a fraction in words is taken: "a third" for 32 to 35 per cent; and never by more than three points."""
LOOSEST = Decimal("0.03")


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every share with the figures it is of."""
    findings = [found for name, share in relations_of(extraction, Share) if (found := _share(extraction, name, share))]
    findings += [_possible(name, one.share, one.base) for name, one in relations_of(extraction, SharedBase)]
    findings += [_hundred(name, one.shares) for name, one in relations_of(extraction, Hundred)]
    return findings or [unknown(ID, say(ID, "nothing"))]


def step_of(share: Claim) -> Decimal:
    """One unit of the last printed digit: 1 for "65 per cent", 0.1 for "65.0"."""
    return Decimal(1).scaleb(min(0, int(share.quantity.value.as_tuple().exponent)))


def admitted(share: Claim) -> Interval:
    """The shares, from 0 to 1, that the words admit: rounded or cut at the printed digit, loosely in words."""
    quantity = share.quantity
    if quantity.dimension == "share":
        loose = min(quantity.value * LOOSE, LOOSEST)
        return widened(quantity.interval, loose)
    wide = widened(quantity.interval, step_of(share) * Decimal("0.999"))
    return over(wide, exactly(100))


def _fits(pair: Ratio, share: Claim) -> bool:
    ratio = over(pair.upper.quantity.interval, pair.lower.quantity.interval)
    return meets(minus(exactly(1), ratio) if pair.rest else ratio, admitted(share))


def _share(extraction: Extraction, name: str, relation: Share) -> Finding | None:
    """Held where one reading agrees; broken where none does and the words leave no doubt about the first."""
    share = relation.share
    if relation.restated is not None:
        return _restated(name, share, relation.restated)
    pair = next((one for one in relation.readings if _fits(one, share)), None)
    if pair is None and not _is_wrong(relation):
        return None
    shown = pair or relation.readings[0]
    real = _real(shown)
    restates = relation.evidence >= SURE and _restates(extraction, shown, share)
    beside = restates or _is_beside(extraction, shown, share)
    rest = _is_of_the_rest(shown, share)
    near = _in_its_sentence(shown.lower, share)
    again = (
        relation.evidence >= TOLD
        or restates
        or beside
        and (near and _touches(shown, share) or _is_taken_from(extraction, shown, share))
    )
    sure = relation.evidence >= LEARNED or (beside and (near or (again and rest)))
    return judged(
        ID,
        name,
        [shown.upper, shown.lower, share],
        fits=pair is not None,
        checked=share,
        again=partial(_fits, shown),
        refit=None if sure else _refitted,
        open_to=relation.rival is not None
        or (rest and not again)
        # what was learned has weighed what else the figures may be of
        or (
            relation.evidence < LEARNED
            and not _is_sure(shown, share, sure=sure)
            and _is_elsewhere(extraction, shown, share, again=again)
        ),
        key="share",
        off=share_between(real, _as_share(share)),
        stated=_stated(share),
        expected=_quotient(shown, real, share),
    )


def _refitted(them: Sequence[Claim]) -> bool:
    return _fits(Ratio(upper=them[0], lower=them[1]), them[2])


def _is_sure(pair: Ratio, share: Claim, *, sure: bool) -> bool:
    """A whole that stands in another sentence than its share is never sure."""
    return sure and _in_its_sentence(pair.lower, share)


def _is_elsewhere(extraction: Extraction, pair: Ratio, share: Claim, *, again: bool) -> bool:
    """Whether figures elsewhere agree; where the share says the part `again`, what is left of the whole is no other
    whole.
    """
    return share_fits_elsewhere(extraction, share, pair.upper, share_of_one(share), of=pair.lower if again else None)


def _in_its_sentence(whole: Claim, share: Claim) -> bool:
    return whole.sentence_span.overlaps(share.sentence_span)


def _real(pair: Ratio) -> Decimal:
    ratio = pair.upper.quantity.value / pair.lower.quantity.value
    return 1 - ratio if pair.rest else ratio


def share_of_one(share: Claim) -> Interval:
    """The shares that the printed digits alone admit: half a unit of the last one, and no looser."""
    quantity = share.quantity
    if quantity.dimension == "share":
        return widened(quantity.interval, quantity.value * LEAST)
    return over(widened(quantity.interval, step_of(share) / 2), exactly(100))


def _is_wrong(relation: Share) -> bool:
    """Whether a share that fits none of its pairs is a slip: the words bind it, or a misprint explains it."""
    share = relation.share
    if any(_fits(one, share) for one in relation.open_readings):
        return False
    if relation.evidence >= SURE:
        return True
    wide = relation.evidence > LIKELY
    return relation.evidence > LIKELY and any(
        _slipped(one, share, wide=wide) for one in relation.readings[: relation.bound]
    )


def _is_beside(extraction: Extraction, pair: Ratio, share: Claim) -> bool:
    """ "312 wells (65 per cent)", "312 wells, or 65 per cent": the one says the other again."""
    first, last = sorted((pair.upper.span, share.span), key=lambda span: span.start)
    between = norms(extraction.letter.text[first.end : last.start])
    return first.end <= last.start and only(between, "apposition", "comma", "hedges")


def _restates(extraction: Extraction, pair: Ratio, share: Claim) -> bool:
    """ "Of 640 letters 256 came back unopened, or 40 per cent": no other figure between the part and the share that
    says it again, and the whole told before both.
    """
    gap = Span(pair.upper.span.end, max(share.span.start, pair.upper.span.end))
    one_sentence = pair.upper.sentence_span.overlaps(share.sentence_span)
    if not one_sentence or not gap.start < gap.end or pair.lower.span.end > pair.upper.span.start:
        return False
    words = norms(extraction.letter.text[gap.start : gap.end])
    said = ends(words, "restating") or ends(without_end(words, "hedges"), "restating")
    return bool(said) and len(words) <= _CLAUSE and not any(gap.contains(one.span) for one in extraction.claims)


def _touches(pair: Ratio, share: Claim) -> bool:
    """ "312 wells (65 per cent)": nothing but a bracket or comma between."""
    first, last = sorted((pair.upper.span, share.span), key=lambda span: span.start)
    return last.start - first.end <= _BESIDE


def _is_taken_from(extraction: Extraction, pair: Ratio, share: Claim) -> bool:
    """ "Of these pupils, 3,260, or 60 per cent", "Of the 65 drivers 26, thus 40 per cent"; no fall "from 120 to 84,
    which is 30 per cent".
    """
    before = norms(extraction.letter.text[share.sentence_span.start : pair.upper.span.start])
    led = _in_its_sentence(pair.lower, share) and pair.lower.span.end <= pair.upper.span.start
    return holds(before, "of_these") or (led and bool(starts(before, "of_whole")))


def _is_of_the_rest(pair: Ratio, share: Claim) -> bool:
    """Whether the share is that of those who are left ("a quarter stayed": 72 of 96 went), or of no part at all."""
    upper, lower = pair.upper.quantity.interval, pair.lower.quantity.interval
    if pair.upper.quantity.value == pair.lower.quantity.value:
        return True
    rest = minus(lower, upper)
    return rest.low is not None and rest.low > 0 and meets(over(rest, lower), admitted(share))


def _slipped(pair: Ratio, share: Claim, *, wide: bool) -> bool:
    """Whether a misprint of the share would make it fit, in words another simple fraction; `wide`: or of its pair."""
    real = over(pair.upper.quantity.interval, pair.lower.quantity.interval)
    if share.quantity.dimension == "share" and is_simple(real):
        return True
    if share.quantity.dimension != "share" and slipped([share], lambda them: _fits(pair, them[0])):
        return True
    return wide and slipped([pair.upper, pair.lower], lambda them: _fits(Ratio(upper=them[0], lower=them[1]), share))


def is_simple(real: Interval) -> bool:
    """Whether a share lies at one in two, three … twelve, or at all but one of so many."""
    parts = [Decimal(1) / part for part in range(2, LARGEST_PART)]
    return any(meets(real, widened(exactly(one), LEAST * one)) for one in (*parts, *(1 - part for part in parts[:4])))


def _as_share(share: Claim) -> Decimal:
    return share.quantity.value if share.quantity.dimension == "share" else share.quantity.value / 100


def _stated(share: Claim) -> str:
    return share.quantity.as_written if share.quantity.dimension == "share" else f"{figure(share.quantity.value)}%"


def _quotient(pair: Ratio, real: Decimal, share: Claim) -> str:
    shown = (real * 100).quantize(step_of(share) / 10 if share.quantity.dimension == "percentage" else Decimal("0.1"))
    upper, lower = figure(pair.upper.quantity.value), figure(pair.lower.quantity.value)
    return f"({lower} − {upper}) / {lower} = {figure(shown)}%" if pair.rest else f"{upper} / {lower} = {figure(shown)}%"


def _restated(name: str, share: Claim, other: Claim) -> Finding:
    """One share in two manners: "one in five (20 per cent)"."""

    def fits(one: Claim) -> bool:
        return meets(admitted(one), admitted(other))

    values = {"stated": _stated(share), "expected": f"{figure((_as_share(other) * 100).quantize(Decimal('0.1')))}%"}
    off = share_between(_as_share(share), _as_share(other))
    return judged(
        ID, name, [other, share], fits=fits(share), checked=share, again=fits, key="restated", off=off,
        stated=values["stated"], expected=values["expected"],
    )  # fmt: skip


def _possible(name: str, share: Claim, base: Claim) -> Finding:
    """GRIM: whether some whole number of the base gives the percentage, rounded or cut, at its printed digits."""
    exact = share.quantity.value * base.quantity.value / 100
    near = [exact.to_integral_value(rounding) for rounding in (ROUND_FLOOR, ROUND_CEILING)]
    shares = [number / base.quantity.value * 100 for number in near]
    stated = say(ID, "share_of", share=figure(share.quantity.value), base=figure(base.quantity.value))
    listed = say(ID, "either").join(
        f"{figure(n)} ({figure(s.quantize(Decimal('0.1')))}%)" for n, s in zip(near, shares, strict=True)
    )
    more = {"stated": stated, "expected": listed, "spans": [share.span, base.span], "claims": [share, base]}
    if base.quantity.value > LARGEST_BASE:
        return unknown(ID, say(ID, "large_base", stated=stated), **more, relations=[name])  # type: ignore[arg-type]
    possible = any(abs(s - share.quantity.value) < step_of(share) for s in shares)
    if possible:
        return held(ID, say(ID, "possible", stated=stated, expected=listed), **more, relations=[name])  # type: ignore[arg-type]
    message = say(ID, "impossible", stated=stated, expected=listed)
    return broken(ID, "info", message, **more, relations=[name])  # type: ignore[arg-type]


def _hundred(name: str, shares: tuple[Claim, ...]) -> Finding:
    """Shares of one whole that should make 100."""
    total = sum((share.quantity.value for share in shares), Decimal(0))
    slack = sum((step_of(share) for share in shares), Decimal(0)) / 2
    words = sum_of(share.quantity.value for share in shares)

    def fits(one: Claim) -> bool:
        return abs(total - shares[-1].quantity.value + one.quantity.value - 100) <= slack

    return judged(
        ID,
        name,
        shares,
        fits=fits(shares[-1]),
        checked=shares[-1],
        again=fits,
        key="hundred",
        severity="info",
        off=share_between(total, 100),
        stated=words,
        expected="100",
        total=figure(total),
    )


RULE = declared(ID, run)
