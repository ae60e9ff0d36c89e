"""Whether a whole is rather a part: one of the figures that with its own parts make another figure of the sentence.

"In football play 860, in swimming 540, in basketball 310 …; in all there are 2,140": the 860 is no sum of the others.
"""

from __future__ import annotations

from itertools import combinations

from claims.extraction import Extraction
from claims.relations.kinds import PartOf
from expectations.model import Finding

_MOST = 12
"""Sentences with more figures are not searched."""
_SHARED = 2


def is_fellow_part(extraction: Extraction, relation: PartOf, found: Finding) -> bool:
    """Whether the whole of a finding and two or more parts are among figures of its sentence that make one more."""
    shown = (one for one in relation.readings if one.whole.claim_id in found.claim_ids[:1])
    whole, own = next(shown, relation.readings[0]).whole, set(found.claim_ids[1:])
    sentence = (one for one in extraction.claims if one.sentence_span == whole.sentence_span)
    beside = [one for one in sentence if one.claim_id != whole.claim_id]
    if len(beside) > _MOST:
        return False
    totals = {one.quantity.value for one in beside if one.quantity.value > whole.quantity.value}
    addends = [one for one in beside if one.quantity.value < max(totals, default=whole.quantity.value)]
    return any(
        whole.quantity.value + sum(one.quantity.value for one in some) in totals
        for size in range(_SHARED, len(addends) + 1)
        for some in combinations(addends, size)
        if sum(one.claim_id in own for one in some) >= _SHARED
    )
