"""Rule `majority-words`: "most", "a majority", "a minority" against the part and the whole beside them."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Field
from claims.relations.kinds import Majority
from expectations.arith import certainly_less, figure
from expectations.declaring import declared, say
from expectations.findings import broken, held, unknown
from expectations.misprints import misprinted, misprints
from expectations.model import Finding
from expectations.relating import relations_of

ID = "majority-words"
TENTH = Decimal("0.1")


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every word for more or less than half that figures say again."""
    found = [_judged(name, one) for name, one in relations_of(extraction, Majority)]
    return found or [unknown(ID, say(ID, "nothing"))]


def _is_wrong(relation: Majority, part: Claim) -> bool:
    """Whether twice the part lies on the wrong side of the whole, whatever their bounds admit."""
    twice = misprinted(part, part.quantity.value * 2).quantity.interval
    whole = relation.whole.quantity.interval
    return certainly_less(twice, whole) if relation.more else certainly_less(whole, twice)


def _judged(name: str, relation: Majority) -> Finding:
    part, whole = relation.part, relation.whole
    share = (part.quantity.value / whole.quantity.value * 100).quantize(TENTH)
    values = {
        "stated": relation.word,
        "expected": f"{figure(part.quantity.value)} / {figure(whole.quantity.value)} = {figure(share)}%",
    }
    more = {"spans": [relation.word_span, part.span, whole.span], "claims": [part, whole], "relations": [name]}
    if _is_wrong(relation, part):
        return broken(ID, "warning", say(ID, "wrong", **values), **values, **more)  # type: ignore[arg-type]
    noticed = [_is_wrong(relation, misprinted(part, value)) for value in misprints(part.quantity.value)]
    tell, key = (held, "right") if sum(noticed) * 2 > len(noticed) else (unknown, "no_check")
    return tell(ID, say(ID, key, **values), **values, **more)  # type: ignore[arg-type]


RULE = declared(ID, run)
