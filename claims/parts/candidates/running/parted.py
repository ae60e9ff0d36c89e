"""A paragraph of names as blocks: its names counted, and beside that not counted where commas may belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import Span
from claims.parts.blocks import Block, Entry, Evidence
from claims.parts.candidates.announcements import Announcement
from claims.parts.candidates.marked_lists import placed
from claims.parts.candidates.names import counts_others
from claims.parts.candidates.running.commas import split_paragraph
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import counted_label
from claims.parts.naming.name_kinds import name_kind, nameness
from claims.parts.naming.name_lines import is_person
from claims.parts.naming.people import is_surely_person
from claims.text.openings import is_chrome

LEAST, WORDS, ROLES = 3, 14, 12
INNER_END = re.compile(r"[\d%\w]{3}[.!?]\s+[A-Z][\w ]{1,40}(?:\(\d+\))?:|%[.!?]\s+[A-Z]")


def is_like_a_name(text: str) -> bool:
    if counts_others(text):
        return len(text.split()) <= WORDS
    return not (text[0].islower() or text[0].isdigit()) and len(text.split()) <= WORDS and nameness(text) > 0


def parted(page: Page, first: int, last: int, span: Span, told: Announcement) -> Iterator[Block]:
    names, doubt = split_paragraph(page.text, span)
    named = [n for n in names if not counts_others(n.of(page.text))]
    if len(names) < LEAST - 1 or not named or _counts_places(page, names) or _are_of_the_page(page, names):
        return
    by_commas = span.of(page.text).count(",") >= len(names) - 1
    if by_commas and _is_one_a_line(page, first, last):
        return
    roles = sum(name_kind(n.of(page.text)) == "role" for n in names)
    if by_commas and ROLES * roles > len(names):
        return  # "Ana Ruiz, Professor of Law, Elm University": one person
    held = [nameness(n.of(page.text)) if any(map(str.isalpha, n.of(page.text))) else -1.0 for n in named]
    if any(INNER_END.search(n.of(page.text)) for n in named):
        return  # "1,131,676, or 91%. Invalid: 111,924, or 9%.": the sentence ends in mid-piece
    fit = sum(held) / len(held)
    if fit <= 0:
        return
    semicolons = len(names) > 2 and doubt is None and not by_commas
    evidence: Evidence = (
        ("fit", fit),
        ("split", float(semicolons)),
        *placed(page, first, last + 1, len(named), told),
    )
    labels = (told.label,) if told.label else ()
    entries = tuple(Entry(None, n, told.label[0] if told.label else None, first, last) for n in named)
    if doubt:
        yield Block("signatories", first, last + 1, evidence, (), labels, told.line, doubt)
        evidence = (*evidence, ("unsure", 1))
    yield Block("signatories", first, last + 1, evidence, entries, labels, told.line)


def _is_one_a_line(page: Page, first: int, last: int) -> bool:
    """Whether each line begins with a person and none breaks off: "Ana Ruiz, MD, MPH" / "Ben Okoro, PhD"."""
    lines = [page.lines[i].text for i in range(first, last + 1) if page.lines[i].text]
    return len(lines) > 2 and not any(line[-1] == "," for line in lines) and all(map(is_person, lines))


def _are_of_the_page(page: Page, names: list[Span]) -> bool:
    """Whether half of the pieces are words of a page around a letter: "About · Terms of use · RSS"."""
    return 2 * sum(is_chrome(n.of(page.text)) for n in names) >= len(names)


def _counts_places(page: Page, names: list[Span]) -> bool:
    # "Kenya (3), Ghana (9)": how many sign from where, and none of their names
    # ... unlike "Ana Ruiz (34), Ben Okoro (51)", of that age
    texts = [n.of(page.text) for n in names]
    return sum(counted_label(t) is not None and not is_surely_person(t) for t in texts) > 0.5 * len(names)
