"""Rule `ordinal`: malformed ordinals, known series against symbols and years, numbers of a letter's own series."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Field
from claims.relations.datings.spans_endings import ending_of
from claims.relations.spans.spans_model import OrdinalForm, SeriesRelation, SessionRelation
from expectations.declaring import declared, say
from expectations.findings import broken, claims_at, held, listing, unknown
from expectations.misprints import misprints
from expectations.model import Finding

ID = "ordinal"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every ordinal: its ending, and the series it belongs to where the letter or the calendar tells its number."""
    spans = extraction.spans
    slips = [_malformed(extraction, one) for one in spans.ordinals if not one.well_formed]
    told = [*(_session(extraction, one) for one in spans.sessions), *(_series(extraction, one) for one in spans.series)]
    if slips or any(finding.status == "inconsistent" for finding in told) or not spans.ordinals:
        return [*slips, *told] or [unknown(ID, say(ID, "none"))]
    telling = tuple(one for one in spans.ordinals if _is_telling(one))
    if not telling and not told:
        return [unknown(ID, say(ID, "no_check", text=listing(dict.fromkeys(one.text for one in spans.ordinals))))]
    return [*told, *([_well_formed(extraction, telling)] if telling else [])]


def _is_telling(one: OrdinalForm) -> bool:
    """Whether a misprint of the number would ask for another ending: "23rd" for "32nd"; "5th" may be "6th" too."""
    wrong = (value for value in misprints(Decimal(one.number)) if value == int(value))
    return any(ending_of(int(value)) != one.ending for value in wrong)


def _well_formed(extraction: Extraction, ordinals: tuple[OrdinalForm, ...]) -> Finding:
    words = listing(dict.fromkeys(one.text for one in ordinals))
    places = [one.span for one in ordinals]
    claims = claims_at(extraction, places)
    message = say(ID, "well_formed", text=words)
    return held(ID, message, stated=words, expected=words, spans=places, claims=claims)


def _malformed(extraction: Extraction, one: OrdinalForm) -> Finding:
    right = f"{one.number}{one.ending}"
    message, claims = say(ID, "malformed", text=one.text, right=right), claims_at(extraction, [one.span])
    return broken(ID, "warning", message, stated=one.text, expected=right, spans=[one.span], claims=claims)


def _session(extraction: Extraction, one: SessionRelation) -> Finding:
    expected = listing(one.expected)
    places = [one.span, one.told_span]
    claims = claims_at(extraction, places)
    words = {"text": one.text, "label": one.label, "told": one.told, "expected": expected}
    stated = one.text if one.by == "symbol" else f"{one.text}, {one.told}"
    if one.holds:
        message = say(ID, f"{one.by}_held", **words)
        return held(ID, message, stated=stated, expected=expected, spans=places, claims=claims)
    message = say(ID, f"{one.by}_off", **words)
    return broken(ID, "warning", message, stated=stated, expected=expected, spans=places, claims=claims)


def _series(extraction: Extraction, one: SeriesRelation) -> Finding:
    first = one.expected[0]
    places = [one.span, *one.spans]
    claims = claims_at(extraction, [one.span])
    words = {"text": one.text, "expected": str(first), "count": str(first - 1), "before": str(first - 1)}
    if one.number in one.expected:
        message = say(ID, "first_held" if one.because == "first" else "listed_held", **words)
        return held(ID, message, stated=one.text, expected=str(first), spans=places, claims=claims)
    message = say(ID, {"order": "order_off", "first": "first_off"}.get(one.because, "listed_off"), **words)
    return broken(ID, "warning", message, stated=one.text, expected=str(first), spans=places, claims=claims)


RULE = declared(ID, run)
