"""Whether a list that was chosen can be counted: asked of independent witnesses, where nothing else bears it out.

A list is borne out by the letter's own number of signers, or by a numbering without gaps; of one that is not, each look
says whether its lines could be counted in another way that is nearly as likely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.looks.counted_on import goes_on_below
from claims.parts.looks.damage import has_holes
from claims.parts.looks.far_off import is_far_off
from claims.parts.looks.foreign import is_in_another_tongue
from claims.parts.looks.joined import are_joined, hold_two_acronyms
from claims.parts.looks.mixed import may_belong
from claims.parts.looks.nested import are_nested
from claims.parts.looks.off_by_one import is_near_miss
from claims.parts.looks.other_heads import has_unannounced, may_head_another
from claims.parts.looks.stand_ins import stand_for_others
from claims.parts.looks.tongues import is_in_two_tongues

Look = Callable[[Page, Block], bool]

# Of entries without marks: what a line is has to be guessed.
_UNMARKED: dict[str, Look] = {
    "tongues": is_in_two_tongues,
    "belonging": may_belong,
    "foreign": is_in_another_tongue,
    "lines": hold_two_acronyms,
    "nested": are_nested,
}
_ANY: dict[str, Look] = {
    "holes": has_holes,
    "stand_ins": stand_for_others,
    "heads": may_head_another,
    "uncounted": goes_on_below,
    "joined": are_joined,
}
FEW = 5


def doubts_on(page: Page, rosters: Sequence[Block]) -> list[str]:
    """The names of the vocabulary `doubts` that tell against counting `rosters`; none if a witness bears them out."""
    if is_borne_out(page, rosters):
        return []
    found = dict.fromkeys(kind for roster in rosters for kind in _doubts_on(page, roster))
    if any(_is_plain(roster) for roster in rosters) and is_far_off(page, rosters):
        found["far_off"] = None
    if has_unannounced(page, rosters):
        found["heads"] = None
    return list(found) or (["near_miss"] if is_near_miss(page, rosters) else [])


def is_borne_out(page: Page, rosters: Sequence[Block]) -> bool:
    """Whether the letter itself says that so many sign; of a few it may do so by chance."""
    count = sum(len(roster.entries) for roster in rosters)
    return count in page.told.sure or count >= FEW and count in page.told.likely


def _doubts_on(page: Page, block: Block) -> list[str]:
    looks = {**_ANY, **_UNMARKED} if _is_plain(block) else _ANY
    return [kind for kind, look in looks.items() if look(page, block)]


def _is_plain(block: Block) -> bool:
    """Whether nothing but its lines parts the names: no marks, no head of a table, no signs between them."""
    shown = {name for name, amount in block.evidence if amount > 0}
    lines = {entry.line for entry in block.entries}
    return not shown & {"marked", "header", "split"} and len(lines) == len(block.entries) > 1
