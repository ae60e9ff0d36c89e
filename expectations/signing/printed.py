"""How a list of signatories is printed, and so how far a count of its entries can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from claims.extraction import Extraction

Print = Literal["numbered", "bulleted", "lines", "inline"]
RULES, LEAST_RULE = frozenset("=_*~-"), 5
"""Signs that rules between signatures are drawn of, and how many of one make a rule."""
LETTER = 4
"""So many letters a mark may have: "(b)", "xiv."."""
BULLETS = "-*+•●▪◦‣·–—|"


def print_of(extraction: Extraction) -> Print:
    """Whether the entries are numbered, bulleted, one a line, or run on in a sentence."""
    names, text = extraction.signatories.names, extraction.letter.text
    if names and all(name.number is not None for name in names):
        return "numbered"
    gaps = list(_gaps(extraction))
    if gaps and sum("\n" not in gap for gap in gaps) * 2 > len(gaps):
        return "inline"
    leads = [text[max(0, name.span.start - 4) : name.span.start].strip()[-1:] for name in names]
    bulleted = bool(leads) and all(lead and lead in BULLETS for lead in leads)
    return "bulleted" if bulleted else "lines"


def _gaps(extraction: Extraction) -> Iterator[str]:
    """What stands between two entries of one group."""
    # As they stand on the page: of columns the next name of a column is not the next one of the text.
    names = sorted(extraction.signatories.names, key=lambda name: name.span)
    for before, after in pairwise(names):
        if before.group == after.group:
            yield extraction.letter.text[before.span.end : after.span.start]


def _in_cells(extraction: Extraction) -> bool:
    """Whether every name has a cell of its own, in quotation marks or between strokes: a row is one entry."""
    text = extraction.letter.text
    around = (
        (text[max(0, name.span.start - 3) : name.span.start].strip()[-1:], text[name.span.end : name.span.end + 1])
        for name in extraction.signatories.names
    )
    return all(before == '"' == after or before == "|" for before, after in around)


def _is_rule(line: str) -> bool:
    drawn = line.strip()
    return len(drawn) >= LEAST_RULE and len(set(drawn)) == 1 and drawn[0] in RULES


def _without_letter(gap: str) -> str:
    """A gap without the letter of the next entry: "(b) "."""
    last = gap.split()[-1:]
    lettered = bool(last) and last[0][-1] in ".)]" and len(last[0].strip("([.)]")) <= LETTER
    return gap.rstrip().removesuffix(last[0]) if lettered else gap


def may_be_miscounted(extraction: Extraction, stated: int, found: int) -> bool:
    """Whether a small difference may come from how the list is printed rather than from the letter.

    In a plain list a long name or an affiliation may stand on a line of its own; in a run of names a comma may belong
    to a name, so that there may be fewer names than were counted, never more.
    """
    kind = print_of(extraction)
    if kind in ("numbered", "bulleted") or abs(stated - found) > max(2, found // 10):
        return False
    if kind == "inline":
        return stated < found and not all(";" in gap for gap in list(_gaps(extraction))[:-1])
    if _in_cells(extraction):
        return False
    gaps = list(_gaps(extraction))
    if gaps and all(any(_is_rule(line) for line in gap.splitlines()) for gap in gaps):
        return False  # a rule between one signature and the next
    words_between = any(char.isalpha() for gap in gaps for char in _without_letter(gap))
    folded = any("\n" in name.name.strip() or len(name.name) > 70 for name in extraction.signatories.names)
    return words_between or folded
