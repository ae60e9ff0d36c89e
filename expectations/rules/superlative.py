"""Rule `superlative`: the figure called the highest or lowest against the others of its series."""

from __future__ import annotations

from claims.extraction import Extraction
from claims.model import Claim, Field
from claims.relations.kinds import Extreme
from expectations.arith import certainly_less, figure, share_apart
from expectations.declaring import declared, say
from expectations.findings import listing, unknown
from expectations.model import Finding
from expectations.relating import judged, relations_of

ID = "superlative"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every highest and lowest figure whose series the letter gives."""
    found = [_compared(name, one) for name, one in relations_of(extraction, Extreme)]
    return found or [unknown(ID, say(ID, "nothing"))]


def _beyond(relation: Extreme, claim: Claim) -> list[Claim]:
    """The others that lie beyond the figure."""
    own = claim.quantity.interval
    if relation.high:
        return [one for one in relation.others if certainly_less(own, one.quantity.interval)]
    return [one for one in relation.others if certainly_less(one.quantity.interval, own)]


def _compared(name: str, relation: Extreme) -> Finding:
    beyond = _beyond(relation, relation.claim)
    shown = beyond or relation.others
    return judged(
        ID,
        name,
        [relation.claim, *shown],
        fits=not beyond,
        checked=relation.claim,
        again=lambda other: not _beyond(relation, other),
        key="highest" if relation.high else "lowest",
        off=share_apart(relation.claim.quantity.interval, shown[0].quantity.interval),
        stated=figure(relation.claim.quantity.value),
        expected=listing(figure(one.quantity.value) for one in shown),
    )


RULE = declared(ID, run)
