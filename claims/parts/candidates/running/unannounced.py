"""Paragraphs that hold nothing but names, with a label or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.parts.announcers import is_of_something_else
from claims.parts.blocks import Block
from claims.parts.candidates.announcements import Announcement
from claims.parts.candidates.running.commas import pieces_of
from claims.parts.candidates.running.parted import is_like_a_name, parted
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import counted_label

LEAST, SEVERAL, LABEL = 3, 4, 6
PARTING = (";", "·", "•", "|", " – ", " — ")
SURE = (";", " — ")  # "• Alder Watch  • Birch Union" are columns
LEADING = re.compile(r"[^\W\d_][^:;,.!?]{1,60}:\s+(?=\S)")


def unannounced(page: Page, start: int, last: int, told: Announcement) -> Iterator[Block]:
    """A paragraph that holds nothing but names: "Nadia Horvat; Boris Lenk; Simone Achter", "Firmamos: Alder; Birch"."""
    if start < page.body or page.features[start].dated:
        return
    first = page.lines[start]
    lead = LEADING.match(first.text)
    span = Span(first.span.start + (lead.end() if lead else 0), page.lines[last].span.end)
    if lead is not None and is_of_something_else(lead[0]):
        return
    if lead is not None:
        told = Announcement((("odd_lead", 1),))
    if any(page.features[i].marks for i in range(start + 1, last + 1)):
        return
    names = pieces_of(page.text, span)
    if len(names) <= 2 * (last - start) + 1:
        return  # names in lines, each with what belongs to it
    least = LEAST if told.label and span.of(page.text).count(";") >= LEAST - 1 else SEVERAL
    counted = counted_label(page.lines[told.label[1]].text) if told.label else None
    borne_out = counted is not None and counted[1] == len(names) > 1
    if (len(names) >= least or borne_out) and all(is_like_a_name(n.of(page.text)) for n in names):
        yield from parted(page, start, last, span, told)


def is_run_of_names(page: Page, at: int) -> bool:
    """Whether a line holds nothing but several names, parted by signs that names do not have."""
    if max(page.lines[at].text.count(sign) for sign in SURE) < LEAST - 1:
        return False
    names = pieces_of(page.text, page.lines[at].span)
    return len(names) >= LEAST and all(is_like_a_name(n.of(page.text)) for n in names)


def is_label(page: Page, at: int, last: int) -> bool:
    """Whether a line stands above a run of names as its label: "Elected members" / "Ana Ruiz; Ben Okoro; Cy Dunn"."""
    text = page.lines[at].text
    by_line = text[-1] in ",:"
    if last == at or len(text.split()) > LABEL * (1 + by_line) or any(sign in text[:-1] for sign in ",;·•|"):
        return False
    below = page.lines[at + 1].text
    return max(below.count(sign) for sign in (",", *PARTING)) >= 2


def left_over(page: Page, blocks: Sequence[Block]) -> bool:
    """Whether a run of names beside a list is in no block: what was not read may hold signers too."""
    rosters = [block for block in blocks if block.part == "signatories"]
    held = {i for block in blocks for i in range(block.first, block.end)}
    for roster in rosters:
        above = page.above(roster.first)
        label = above is not None and len(page.lines[above].text.split()) <= LABEL
        over = page.above(above) if label and above is not None else above
        around = (over, page.below(roster.end - 1))
        if any(i is not None and i not in held and i >= page.body and is_run_of_names(page, i) for i in around):
            return True
    return False
