"""Rule `nested-window`: a count within a shorter time, a smaller place or a sub-group, against what contains it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.extraction import Extraction
from claims.model import Claim, Field, Period
from claims.relations.kinds import Within
from claims.text.plurals import stem
from expectations.arith import certainly_less, figure, share_apart
from expectations.clauses.context import Context, blanks_of, context_of, qualifiers_of
from expectations.clauses.grouping import is_people
from expectations.declaring import declared, say
from expectations.findings import broken, held, unknown
from expectations.misprints import misprinted, misprints
from expectations.model import Finding, Severity
from expectations.relating import relations_of

ID = "nested-window"
WIDEST = 60

Placed = tuple[Claim, Context]


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Pairs of like counts of which one's window, place or group lies within the other's."""
    stocks = {measure.measure_id for measure in field.measures if measure.kind == "stock"}
    parents = {place.name: place.parent for place in field.places}
    names = {place.place_id: place.name for place in field.places}
    above = {name: names.get(parent or "") for name, parent in parents.items()}
    findings = []
    for group in _groups(extraction, stocks):
        for (inner, ours), (outer, theirs) in _pairs(group):
            if inner.quantity.unit == outer.quantity.unit and _within(inner, outer, above) and _like(ours, theirs):
                findings.append(_judge(inner, outer, "warning"))
            elif _sub_group(inner, outer) and _like_but_for_group(inner, ours, theirs):
                findings.append(_judge(inner, outer, "warning" if _states(inner) and _states(outer) else "info"))
    told = {frozenset(one.claim_ids) for one in findings}
    findings += [
        _judge(one.inner, one.outer, "warning", name)
        for name, one in relations_of(extraction, Within)
        if frozenset((one.inner.claim_id, one.outer.claim_id)) not in told
    ]
    return findings or [unknown(ID, say(ID, "nothing"))]


def _groups(extraction: Extraction, stocks: set[str]) -> list[list[Placed]]:
    groups: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    blanks = blanks_of(extraction)
    for claim in extraction.claims:
        quantity = claim.quantity
        if claim.kind == "statistic" and quantity.dimension == "count" and quantity.unit and claim.period:
            if claim.measure in stocks or quantity.direction or " per " in quantity.unit:
                continue
            people = "person" if is_people(quantity.unit) else quantity.unit
            key = (people, claim.measure, claim.attribution)
            groups[key].append((claim, context_of(extraction.letter.text, claim, blanks)))
    return [group for group in groups.values() if 1 < len(group) <= WIDEST]


def _pairs(group: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    return [(one, other) for one in group for other in group if one is not other]


def _sub_group(inner: Claim, outer: Claim) -> bool:
    """ "510 women workers" beside "410 workers", "90 children" beside "400 people", in one place and one window."""
    if inner.period is None or outer.period is None or inner.period.start is None:
        return False
    same_window = (inner.period.start, inner.period.end) == (outer.period.start, outer.period.end)
    if not same_window or inner.place != outer.place or inner.event != outer.event:
        return False
    ours, theirs = qualifiers_of(inner)[1], qualifiers_of(outer)[1]
    if inner.quantity.unit == outer.quantity.unit:
        return theirs < ours
    return outer.quantity.unit == "person" and theirs <= ours


def _like_but_for_group(inner: Claim, ours: Context, theirs: Context) -> bool:
    """Whether the two clauses say the same but for the words of the smaller group."""
    group = {stem(word) for word in qualifiers_of(inner)[1]}
    return len(theirs.core) >= 2 and ours.core - group == theirs.core - group and ours.names == theirs.names


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


def _judge(inner: Claim, outer: Claim, severity: Severity, relation: str | None = None) -> Finding:
    """Broken where the smaller window holds more; held only where a misprint of it would have been noticed."""
    part, whole = _named(inner), _named(outer)
    spans, claims = [inner.span, outer.span], [inner, outer]
    relations = [relation] if relation is not None else []
    if _exceeds(inner, outer):
        return broken(
            ID,
            severity,
            say(ID, "exceeds", part=part, whole=whole),
            stated=part,
            expected=say(ID, "at_most", most=figure(outer.quantity.value)),
            spans=spans,
            claims=claims,
            relations=relations,
            off=share_apart(outer.quantity.interval, inner.quantity.interval),
        )
    noticed = any(_exceeds(misprinted(inner, wrong), outer) for wrong in misprints(inner.quantity.value))
    tell, key = (held, "fits") if noticed else (unknown, "no_check")
    message = say(ID, key, part=part, whole=whole)
    return tell(ID, message, stated=part, expected=whole, spans=spans, claims=claims, relations=relations)


def _exceeds(inner: Claim, outer: Claim) -> bool:
    return certainly_less(outer.quantity.interval, inner.quantity.interval)


def _named(claim: Claim) -> str:
    """ "“510 women workers” (Since March 2019)"."""
    return f"“{' '.join(claim.text.split())}” {_window(claim)}".strip()


def _window(claim: Claim) -> str:
    words = (claim.period.text if claim.period else "") or claim.place or ""
    return f"({words.strip()})" if words else ""


RULE = declared(ID, run)
