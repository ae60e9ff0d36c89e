"""How many a list holds, as the line right above it or a bracket right below it says: "The five leaders:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.language.words import of_language
from claims.model import Quantity
from claims.parts.counting.group_labels import counted_label
from claims.parts.counting.never_signers import may_sign
from claims.parts.layout import Layout
from claims.signers.counted_signers import Count, counts_in
from claims.signers.counts_told import Total
from claims.text.openings import either
from claims.text.passages import Passage

Reads = Sequence[tuple[Passage, Sequence[Quantity]]]
_LONGEST = 100


def lead_totals(plan: Layout, reads: Reads) -> Iterator[tuple[Total, int, str]]:
    """The one number of the line above the only list, or in brackets below it, with its offset; whoever it counts."""
    if len(plan.rosters) != 1 or not plan.rosters[0].entries or not _may_be_of_all(plan):
        return
    roster = plan.rosters[0]
    above = next((at for at in range(roster.first - 1, -1, -1) if plan.lines[at].text), None)
    last = max(entry.line for entry in roster.entries)
    below = next((at for at in range(last + 1, len(plan.lines)) if plan.lines[at].text), None)
    for at, form in ((above, _announces), (below, _closes)):
        if at is not None and len(plan.lines[at].text) <= _LONGEST:
            found = [(count, start) for count, start in _counts(plan, at, reads) if count.comparator == "="]
            chosen = found[-1:] if at == above else found[:1]
            for count, start in chosen if chosen and may_sign(chosen[0][0].noun) else ():
                if form(plan.lines[at].text, start + count.number.start - plan.lines[at].span.start):
                    yield Total(count, "listed"), start, "signature"
    if below is not None:
        yield from _beside(plan, below, reads)


def _may_be_of_all(plan: Layout) -> bool:
    """Whether the line above a list speaks of all of it: of one group, or of several that their heads count."""
    labels = plan.rosters[0].labels
    heads = (plan.lines[at].text.partition(":")[0] for _, at in labels)
    return len(labels) <= 1 or all(counted_label(head) is not None for head in heads)


def _beside(plan: Layout, at: int, reads: Reads) -> Iterator[tuple[Total, int, str]]:
    """ "and twelve who sign with the thumb," below the names, and the line behind it that counts all: "the twenty"."""
    hidden = [(count, start) for count, start in _counts(plan, at, reads)][:1]
    text, line = plan.lines[at].text.casefold(), plan.lines[at].span.start
    if not hidden or not _more().fullmatch(text[: hidden[0][1] + hidden[0][0].lead - line]):
        return
    count, start = hidden[0]
    if not _who().match(text[start + count.number.end - line :]):
        return
    yield Total(count, "undisclosed"), start, "signature"
    for whole, begins in _counts(plan, at + 1, reads) if at + 1 < len(plan.lines) else ():
        head = plan.lines[at + 1].text[: begins + whole.lead - plan.lines[at + 1].span.start]
        if _introduced().match(head) and may_sign(whole.noun):
            yield Total(whole, "total"), begins, "signature"


def _counts(plan: Layout, at: int, reads: Reads) -> Iterator[tuple[Count, int]]:
    """The numbers of a line, and where the passage of each begins."""
    line = plan.lines[at].span
    for passage, quantities in reads:
        if passage.span.start < line.end and line.start < passage.span.end:
            for count in counts_in(passage.text, quantities):
                if line.start <= passage.span.start + count.number.start < line.end:
                    yield count, passage.span.start


@of_language
def _more() -> re.Pattern[str]:
    return re.compile(rf"\W*{either('letter_words', 'plus')}\s+")


@of_language
def _who() -> re.Pattern[str]:
    return re.compile(rf"\s+{either('signatory_totals', 'aside')}\b")


def _announces(text: str, number: int) -> bool:
    """ "The five leaders:", "For the board, its seven members:", "By the Committee (seven members),"."""
    boxed = text[:number].rstrip().endswith("(") and re.search(r"\)[:,.]?\s*$", text) is not None
    led = text.rstrip().endswith(":") and _introduced().match(text[:number]) is not None
    return boxed or (led and _stops().search(text[number:]) is None)


@of_language
def _stops() -> re.Pattern[str]:
    """ "the 27 members to:" asks them for something."""
    return re.compile(rf"\b{either('signatory_totals', 'asking')}\s*:", re.IGNORECASE)


@of_language
def _introduced() -> re.Pattern[str]:
    """All before the number: "", "The ", "For the board, the ", "its "."""
    article = either("signatory_totals", "list_articles")
    signed = rf"{either('signatory_totals', 'signed_by')}\s+{either('signatory_totals', 'by')}"
    return re.compile(rf"(?:[^.;:]{{0,60}}\b)?(?:{article}|{signed})\s+$|\W*$", re.IGNORECASE)


def _closes(text: str, number: int) -> bool:
    """ "(four signatures; one more than in March)"."""
    return re.fullmatch(r"\W*\(\W*", text[:number]) is not None and text.rstrip().endswith((")", ")."))
