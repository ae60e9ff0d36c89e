"""Rule `announced-list`: "three demands:" against the items that follow, on lines or in the sentence."""

from __future__ import annotations

from claims.extraction import Extraction
from claims.model import Field
from claims.relations.kinds import Announced
from expectations.arith import figure
from expectations.declaring import declared, say
from expectations.findings import unknown
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "announced-list"
_LEFT_OUT = 2
_OF = 4
"""A list lacks an item or two, or a fourth of a long one; what lacks more is not the list that was announced."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every announced number of items whose list stands right behind it."""
    findings = [_counted(name, one) for name, one in relations_of(extraction, Announced)]
    return findings or [unknown(ID, say(ID, "nothing"))]


def _counted(name: str, relation: Announced) -> Finding:
    number, count = len(relation.items), relation.count
    values = {"stated": " ".join(count.text.split()), "expected": say(ID, "items", number=figure(number))}
    fits = count.quantity.value == number
    if not fits and not relation.plain_end:
        message = say(ID, "no_end", **values)
        spans = [count.span, *relation.items]
        return unknown(ID, message, spans=spans, claims=[count], relations=[name], **values)
    if not fits and abs(count.quantity.value - number) > max(_LEFT_OUT, number // _OF):
        spans = [count.span, *relation.items]
        return unknown(ID, say(ID, "far", **values), spans=spans, claims=[count], relations=[name], **values)
    return judged(
        ID,
        name,
        [count],
        fits=fits,
        checked=count,
        again=lambda other: other.quantity.value == number,
        key="announced",
        spans=relation.items,
        **values,  # type: ignore[arg-type]
    )


RULE = declared(ID, run)
