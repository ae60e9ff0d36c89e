"""Rule `nested-window`: a count within a shorter time or a smaller place, against the count of what contains it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, permutations

from claims.model import Claim, Extraction, Field, Period
from expectations.arith import certainly_less, figure, share_apart
from expectations.context import Context, blanks_of, context_of
from expectations.declaring import declared
from expectations.ledger import broken, held, unknown
from expectations.model import Finding

ID = "nested-window"
WIDEST = 60

Placed = tuple[Claim, Context]


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Pairs of like counts of which one's window or place lies within the other's."""
    stocks = {measure.measure_id for measure in field.measures if measure.kind == "stock"}
    parents = {place.name: place.parent for place in field.places}
    names = {place.place_id: place.name for place in field.places}
    above = {name: names.get(parent or "") for name, parent in parents.items()}
    findings = []
    for group in _groups(extraction, stocks):
        for (inner, ours), (outer, theirs) in _nested(group, above):
            if _like(ours, theirs):
                findings.append(_judge(inner, outer))
    return findings or [unknown(ID, "No figure of the letter lies within another's time or place.")]


def _groups(extraction: Extraction, stocks: set[str]) -> list[list[Placed]]:
    groups: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    blanks = blanks_of(extraction)
    for claim in extraction.claims:
        quantity = claim.quantity
        if claim.kind == "statistic" and quantity.dimension == "count" and quantity.unit and claim.period:
            if claim.measure in stocks or quantity.direction or " per " in quantity.unit:
                continue
            key = (quantity.unit, claim.measure, claim.attribution)
            groups[key].append((claim, context_of(extraction.letter.text, claim, blanks)))
    return [group for group in groups.values() if 1 < len(group) <= WIDEST]


def _nested(group: Sequence[Placed], above: dict[str, str | None]) -> list[tuple[Placed, Placed]]:
    pairs = [pair for two in combinations(group, 2) for pair in permutations(two)]
    return [(a, b) for a, b in pairs if _within(a[0], b[0], above)]


def _within(inner: Claim, outer: Claim, above: dict[str, str | None]) -> bool:
    if inner.period is None or outer.period is None:
        return False
    if inner.place == outer.place:
        return _states(inner) and _states(outer) and _shorter(inner.period, outer.period)
    same_time = (inner.period.start, inner.period.end) == (outer.period.start, outer.period.end)
    return same_time and _contains(outer.place, inner.place, above)


def _states(claim: Claim) -> bool:
    """Whether the words of the window stand in the claim's own sentence."""
    period = claim.period
    return period is not None and period.span is not None and claim.sentence_span.contains(period.span)


def _shorter(inner: Period, outer: Period) -> bool:
    """Whether one window lies in the other and is shorter."""
    if not (inner.start and inner.end and outer.start and outer.end):
        return False
    within = outer.start <= inner.start and inner.end <= outer.end
    return within and (outer.end - outer.start) > (inner.end - inner.start)


def _contains(outer: str | None, inner: str | None, above: dict[str, str | None]) -> bool:
    if outer is None or inner is None:
        return False
    for _ in range(6):
        inner = above.get(inner or "")
        if inner is None or inner == outer:
            return inner == outer
    return False


def _like(ours: Context, theirs: Context) -> bool:
    """Whether both clauses say the same: "the guards carried out … raids"."""
    return len(ours.core & theirs.core) >= 2 and (ours.core <= theirs.core or theirs.core <= ours.core)


def _judge(inner: Claim, outer: Claim) -> Finding:
    part, whole = f"{figure(inner.quantity.value)} {_window(inner)}", f"{figure(outer.quantity.value)} {_window(outer)}"
    spans, claims = [inner.span, outer.span], [inner, outer]
    if certainly_less(outer.quantity.interval, inner.quantity.interval):
        return broken(
            ID,
            "warning",
            f"{part} is more than {whole}, which contains it.",
            stated=part,
            expected=f"at most {figure(outer.quantity.value)}",
            spans=spans,
            claims=claims,
            off=share_apart(outer.quantity.interval, inner.quantity.interval),
        )
    return held(ID, f"{part} fits within {whole}", stated=part, expected=whole, spans=spans, claims=claims)


def _window(claim: Claim) -> str:
    words = (claim.period.text if claim.period else "") or claim.place or ""
    return f"({words.strip()})" if words else ""


RULE = declared(ID, run)
