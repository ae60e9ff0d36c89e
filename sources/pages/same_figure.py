"""Whether a figure of a page is the figure of a claim: the number first, then what is counted."""

from __future__ import annotations

from typing import Literal

from claims.model import Claim, Quantity
from sources.evidence.number_slips import misprint_of
from sources.pages.page_figures import PageFigure
from sources.pages.same_thing import fits, nouns_agree
from sources.pages.same_value import dimensions_fit, is_rough, is_scaled, leaves_room, same_value, significant

# "same": it is the figure; "differs": it is another number; the rest: why it may be the figure.
Likeness = Literal["same", "other_thing", "other_unit", "rounded", "scaled", "differs"]
_TWO, _LONG = 2, 4  # significant digits


def likeness(claim: Claim, figure: PageFigure) -> Likeness:
    """How like the claim's figure one of the page's is."""
    own, other = claim.quantity, figure.quantity
    kind = dimensions_fit(own, other)
    if kind is False:
        return _in_another_unit(own, other)
    if same_value(own, other):
        return "same" if kind and fits(claim, figure) else "other_thing"
    if leaves_room(own, other) and nouns_agree(own, other) is not False and not _is_slip(own, other):
        return "rounded"
    return "scaled" if is_scaled(own, other) else "differs"


def _is_slip(own: Quantity, other: Quantity) -> bool:
    """ "2,041" where the page prints "at least 2,014": digits exchanged, which no wording has room for."""
    told = significant(own.value) >= _LONG and not is_rough(other)
    return told and misprint_of(own.value, other.value) == "exchanged"


def _in_another_unit(own: Quantity, other: Quantity) -> Likeness:
    if own.dimension == other.dimension:
        return "other_unit"
    return "other_thing" if own.value == other.value and significant(own.value) >= _TWO else "differs"
