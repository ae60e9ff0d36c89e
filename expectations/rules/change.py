"""Rule `change`: "from 40 to 60, an increase of 50 per cent", "doubled from 40 to 80", "43 places down"."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Direction, Field, Interval
from claims.model.intervals import meets
from claims.relations.kinds import LEARNED, LIKELY, SURE, Move, Step
from expectations.arith import changed_by, figure, minus, over, share_between, widened
from expectations.declaring import declared, say
from expectations.findings import broken, held, unknown
from expectations.misprints import slipped
from expectations.model import Finding
from expectations.relating import judged, relations_of
from expectations.rules.percentage import admitted, is_simple

ID = "change"
TENTH = Decimal("0.1")
LOOSE = {"low": Decimal("0.85"), "high": Decimal("1.2")}
"""How loosely a word like "doubled" is taken: from 1.7 to 2.4 times."""
HUNDRED = Interval(low=Decimal(100), high=Decimal(100))

_FEW = 20
"""A small difference stands in a letter by chance."""

_FURTHEST = 12
"""How many times its true size a difference may be told: beyond a factor of ten it is none."""

Fits = Callable[[Step, Claim], bool]


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every change whose two figures and whose size, or direction, the letter gives."""
    told = {claim.quantity.value for claim in extraction.claims}
    found = [finding for name, move in relations_of(extraction, Move) if (finding := _judged(name, move, told))]
    return found or [unknown(ID, say(ID, "nothing"))]


def _judged(name: str, move: Move, told: Collection[Decimal]) -> Finding | None:
    if move.by is not None:
        return _sized(name, move, move.by, told)
    return _by_word(name, move) if move.factor is not None else _by_way(name, move)


def _sized(name: str, move: Move, by: Claim, told: Collection[Decimal]) -> Finding | None:
    """Held where one reading agrees; broken where none does and the words, or a misprint, leave no doubt.

    `told`: the figures of the letter; where one of them is the true difference, `by` is likely of something else.
    """
    fitting = (one for one in move.readings if not move.slipped and _fits(one, by, move.way))
    step = next(fitting, None)
    shown = step or next((one for one in move.readings if _slipped(one, by, move.way)), move.readings[0])
    if step is None and any(_fits(one, by, move.way) for one in move.open_readings):
        return None
    if step is None and move.evidence < SURE and not (_is_likely(move, by) and _slipped(shown, by, move.way)):
        return None
    real, written = _real(shown, by, move.way)
    return judged(
        ID,
        name,
        [shown.first, shown.last, by],
        fits=step is not None,
        checked=by,
        again=lambda one: _fits(shown, one, move.way),
        refit=None
        if move.evidence >= LEARNED or _on_the_later(shown, by, move.way)
        else lambda them: _fits(Step(first=them[0], last=them[1]), them[2], move.way),
        open_to=move.rival is not None
        or _is_open(move, shown, by)
        or (_is_number(by) and not move.slipped and _is_of_others(abs(real), by.quantity.value, told)),
        key="change",
        off=share_between(abs(real), by.quantity.value),
        stated=_stated(by),
        expected=written,
    )


def _is_likely(move: Move, by: Claim) -> bool:
    """Whether a slip is enough: a plain number is near the difference of some two figures by chance."""
    return move.evidence >= LIKELY and not _is_number(by)


def _is_number(by: Claim) -> bool:
    return not _is_relative(by) and by.quantity.dimension != "multiple"


def _is_of_others(real: Decimal, by: Decimal, told: Collection[Decimal]) -> bool:
    """Whether a plain number is likely of other figures: far from the difference, or the letter tells that itself."""
    return _is_far(real, by) or (real > _FEW and real in told)


def _is_far(real: Decimal, told: Decimal) -> bool:
    """Whether no slip that people make lies between the two: one of them is of something else."""
    return real > told * _FURTHEST or told > real * _FURTHEST


def _is_open(move: Move, step: Step, by: Claim) -> bool:
    """Whether the change may be meant the other way about."""
    return move.evidence < SURE and _fits(Step(first=step.last, last=step.first), by, move.way)


def _fits(step: Step, by: Claim, way: Direction | None) -> bool:
    """Whether the size is that of the step, and the step goes the way the words say."""
    goes_up = step.last.quantity.value >= step.first.quantity.value
    if way is not None and goes_up != (way == "up") and by.quantity.dimension != "multiple":
        return False
    return meets(_size(step, by), _admitted(by))


def _on_the_later(step: Step, by: Claim, way: Direction | None) -> bool:
    """Whether the size is of the later figure, taken for the base: a slip of its own."""
    turned: Direction | None = {"up": "down", "down": "up"}.get(way or "")  # type: ignore[assignment]
    return _is_relative(by) and _fits(Step(first=step.last, last=step.first), by, turned)


def _size(step: Step, by: Claim) -> Interval:
    """What the two figures give in the manner of `by`: a multiple, a percentage of the first, or their difference."""
    first, last = step.first.quantity.interval, step.last.quantity.interval
    if by.quantity.dimension == "multiple":
        return over(last, first)
    if _is_relative(by):
        return changed_by(over(last, first), up=step.last.quantity.value >= step.first.quantity.value)
    smaller, larger = sorted((step.first, step.last), key=lambda one: one.quantity.value)
    return minus(larger.quantity.interval, smaller.quantity.interval)


def _is_relative(by: Claim) -> bool:
    quantity = by.quantity
    return quantity.dimension == "share" or (quantity.dimension == "percentage" and quantity.unit == "percent")


def _admitted(by: Claim) -> Interval:
    if _is_relative(by):
        share = admitted(by)
        return Interval(
            low=share.low * 100 if share.low is not None else None,
            high=share.high * 100 if share.high is not None else None,
        )
    quantity = by.quantity
    if quantity.dimension == "multiple":
        return widened(quantity.interval, quantity.value / 20)
    return quantity.interval


def _slipped(step: Step, by: Claim, way: Direction | None) -> bool:
    """Whether a slip in one of the figures explains the disagreement, or the later figure taken for the base."""
    if by.quantity.dimension == "share":
        return is_simple(over(_size(step, by), HUNDRED)) or slipped(
            (step.first, step.last), lambda them: _fits(Step(first=them[0], last=them[1]), by, way)
        )
    turned = Step(first=step.last, last=step.first)
    if _is_relative(by) and way is not None and _fits(turned, by, "down" if way == "up" else "up"):
        return True
    exact = not _is_relative(by) and by.quantity.dimension != "multiple"
    return slipped(
        (step.first, step.last, by),
        lambda them: _fits(Step(first=them[0], last=them[1]), them[2], way),
        exact=exact,
    )


def _stated(by: Claim) -> str:
    quantity = by.quantity
    return f"{figure(quantity.value)}%" if quantity.dimension == "percentage" and _is_relative(by) else by.text


def _real(step: Step, by: Claim, way: Direction | None) -> tuple[Decimal, str]:
    """The size that the two figures give, and the sum that gives it; its sign is told where the words say a fall."""
    first, last = step.first.quantity.value, step.last.quantity.value
    if by.quantity.dimension == "multiple":
        real = last / first
        return real, f"{figure(last)} / {figure(first)} = {figure(real.quantize(Decimal('0.01')))}"
    if not _is_relative(by):
        return last - first, f"{figure(last)} − {figure(first)} = {figure(last - first)}"
    real = (last - first) / first * 100
    shown = f"{'+' if way == 'down' and real > 0 else ''}{figure(real.quantize(TENTH))}"
    return real, f"({figure(last)} − {figure(first)}) / {figure(first)} = {shown}%"


def _by_word(name: str, move: Move) -> Finding | None:
    """ "doubled from 40 to 80": the factor of the word, with room for how loosely it is used."""
    low, high = _room(move)
    real = [(step, _times(step)) for step in move.readings]
    found = next(((step, times) for step, times in real if low <= times <= high), None)
    if found is None and (move.evidence < LIKELY or any(low <= _times(one) <= high for one in move.open_readings)):
        return None
    if found is None and _is_turned(move.readings[0], low, high):
        return None
    step, times = found or real[0]
    first, last = figure(step.first.quantity.value), figure(step.last.quantity.value)
    expected = say(ID, "times", last=last, first=first, times=figure(times.quantize(Decimal("0.01"))))
    spans = [step.first.span, step.last.span, *((move.word_span,) if move.word_span else ())]
    more = {
        "stated": move.word,
        "expected": expected,
        "spans": spans,
        "claims": [step.first, step.last],
        "relations": [name],
    }
    if found is not None:
        return held(ID, say(ID, "change_held", stated=move.word, expected=expected), **more)  # type: ignore[arg-type]
    off = share_between(times, min(max(times, low), high))
    message = say(ID, "change", stated=move.word, expected=expected)
    return broken(ID, "warning", message, off=off, **more)  # type: ignore[arg-type]


def _is_turned(step: Step, low: Decimal, high: Decimal) -> bool:
    """ "434,000 will live far off. Today it is 217,000. The number will double": the later time stands first."""
    apart = not step.first.sentence_span.overlaps(step.last.sentence_span)
    return apart and low <= _times(Step(first=step.last, last=step.first)) <= high


def _times(step: Step) -> Decimal:
    return step.last.quantity.value / step.first.quantity.value


def _room(move: Move) -> tuple[Decimal, Decimal]:
    factor = move.factor or Decimal(1)
    if any(move.word.startswith(hedge) for hedge in say(ID, "more_than").split("|")):
        return factor * Decimal("0.98"), factor * 2
    return factor * LOOSE["low"], factor * LOOSE["high"]


def _by_way(name: str, move: Move) -> Finding | None:
    """ "rose from 60 to 40": only a disagreement is told; that a rise rises is no news."""
    step = move.readings[0]
    first, last = step.first.quantity.value, step.last.quantity.value
    if first == last or (last > first) == (move.way == "up"):
        return None
    key = "goes_up" if last > first else "goes_down"
    expected = say(ID, key, first=figure(first), last=figure(last))
    message = say(ID, "change", stated=move.word, expected=expected)
    return broken(
        ID, "warning", message, stated=move.word, expected=expected,
        spans=[step.first.span, step.last.span], claims=[step.first, step.last], relations=[name],
    )  # fmt: skip


RULE = declared(ID, run)
