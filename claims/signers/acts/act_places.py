"""The sentences that may tell who signs, each with where it stands: first of the body, early, with the signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Quantity, SegmentKind
from claims.parts.layout import Layout
from claims.quick_records import dataclass
from claims.signers.counted_signers import counts_in
from claims.signers.counts_told import Told
from claims.text.passages import Passage

BELOW, EARLY, LONGEST, PROSE = 200, 2, 120, 80
READ: frozenset[SegmentKind] = frozenset({"body", "list", "signature", "signatories", "address", "dateline"})
HEAD: frozenset[SegmentKind] = frozenset({"address", "dateline"})
ENDS = tuple(".!?:;”\"'’)…")


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence with its counts; `below` a list or among its names it tells only of those who are not on it."""

    passage: Passage
    told: Told
    below: bool


def placed(plan: Layout, reads: Sequence[tuple[Passage, Sequence[Quantity]]]) -> Iterator[Placed]:
    """Those of `reads`, in order."""
    # Right below the list stands who is not on it: "and 4 organisations that have chosen not to be named".
    ends = [plan.lines[roster.end - 1].span.end for roster in plan.rosters if roster.end > plan.head.body]
    paragraphs: list[int] = []
    previous: Passage | None = None
    lead = True
    end = max((one.span.start for one, _ in reads if one.kind == "body" and len(one.text) > PROSE), default=0)
    for passage, quantities in reads:
        if passage.kind not in READ:
            continue
        body = passage.kind == "body" and (bool(paragraphs) or not _is_head_line(passage.text))
        if body and len(paragraphs) < EARLY and passage.paragraph not in paragraphs:
            paragraphs.append(passage.paragraph)
        below = any(0 <= passage.span.start - end < BELOW for end in ends)
        signature = below or passage.kind in {"signature", "signatories"}
        opens = lead and passage.kind == "body"
        early = passage.kind in HEAD or passage.kind == "body" and passage.paragraph in paragraphs or signature
        beside = previous is not None and previous.paragraph == passage.paragraph
        said = previous.text if previous is not None and beside else ""
        told = Told(
            passage.text,
            counts_in(passage.text, quantities),
            opens,
            early or opens,
            signature,
            said,
            passage.span.start > end,
        )
        yield Placed(passage, told, below or passage.kind == "signatories")
        previous = passage
        # Only the first sentence of the body speaks of its signers as a headline does.
        lead = lead and (not body or len(passage.span) < 40)


def _is_head_line(text: str) -> bool:
    """ "To the Ministers of Agriculture meeting in Arusha,": a line above the first sentence, itself none."""
    return len(text) <= LONGEST and not text.rstrip().endswith(ENDS)
