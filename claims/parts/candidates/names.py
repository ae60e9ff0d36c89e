"""From lines to entries: the span of a name in its line, names broken over lines, entries that stand for others."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.language.words import of_language
from claims.model import Span
from claims.parts.counting.told_counts import counts_signers
from claims.text.openings import KEPT_LINES, either, phrase_set, phrases

# The least width at which anybody wraps a list.
WRAPPED = 60
LONGEST = 200
_PARTING_SIGNS = ("  ", "\t", "|", "....", ". . ", "\u00a0")
# Two blanks part columns only before a number or a bullet ("10. Alder Watch  11. Beta Union").
COLUMN_GAP = re.compile(
    r"[ \u00a0]*(?:\t+|\||\.{4,}|(?:\. ){4,})[ \u00a0\t|]*|[ \u00a0]{3,}"
    r"|[ \u00a0]{2}(?=\d{1,3}[.)][ \u00a0]+[^\W\d]|[•●▪◦][ \u00a0]+\S)"
)


def is_parted(text: str) -> bool:
    """Whether a gap between columns stands in `text`; one holds a sign of these or two blanks, and few names do."""
    return _may_be_parted(text) and COLUMN_GAP.search(text) is not None


def _may_be_parted(text: str) -> bool:
    return any(sign in text for sign in _PARTING_SIGNS)


@of_language
def _last_words() -> re.Pattern[str]:
    return re.compile(rf"(?:[;,]\s*{either('letter_words', 'joints')}?|[ \t;]+)$")


@of_language
def _others() -> re.Pattern[str]:
    many, plus = either("letter_words", "many"), either("letter_words", "plus")
    return re.compile(rf"{plus}\s+(?:\d[\d,.]*|{many})\b.*", re.IGNORECASE)


@of_language
def _more() -> re.Pattern[str]:
    more, other = either("letter_words", "more"), either("letter_words", "other")
    return re.compile(rf"(?:\d[\d,.]*|{either('letter_words', 'many')})\s+(?:{more}\s+)?{other}", re.IGNORECASE)


@of_language
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{either('letter_words', 'articles')}\s+")


@of_language(maxsize=KEPT_LINES)
def counts_others(name: str) -> bool:
    """Whether an entry stands for names that are not here: "and 34 others", "4 groups who wish to stay anonymous"."""
    name = name.lstrip(".… ")  # "... and 27 more"
    if name[:1].isdigit() and any(p in name.casefold() for p in phrases("signatories", "undisclosed")):
        return True
    if name[:1].islower() and len(name) < LONGEST and counts_signers(name):
        return True  # "on behalf of 148 members of staff"
    if name[:1].isdigit():
        name = name.split(",", maxsplit=1)[0]  # "47 others, whose names are with the notary"
    return _others().fullmatch(name) is not None or _more().fullmatch(name) is not None


def tidy(text: str, span: Span) -> Span:
    """A name without the marks that part it from the next one: "Alder Watch; and" is "Alder Watch"."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    kept = text[start:end].rstrip()
    kept = kept[:-1] if kept.endswith(("Inc.,", "Ltd.,")) else _without_last_words(kept)
    return Span(start, start + len(kept))


def _without_last_words(kept: str) -> str:
    """Without the "; and" at its end; in what holds neither a comma nor a semicolon there is none."""
    return _last_words().sub("", kept).rstrip() if "," in kept or ";" in kept else kept


def cells_of(text: str, span: Span) -> list[Span]:
    """The stretches of a line between tabs, pipes and wide gaps."""
    if not _may_be_parted(text[span.start : span.end]):
        return [span] if len(span) else []
    cells, at = [], span.start
    for gap in [*COLUMN_GAP.finditer(text, span.start, span.end), None]:
        end = gap.start() if gap else span.end
        if end > at:
            cells.append(Span(at, end))
        at = gap.end() if gap else end
    return cells


def breaks_off(first: str, second: str) -> bool:
    """Whether a name goes on in the next line: "Network for Human Rights and" / "Documentation"."""
    last, lead = first.rsplit(maxsplit=1)[-1], second.split(maxsplit=1)[0].casefold()
    if first.count("(") > first.count(")") or first[-1] in "-–—&/" or last in phrase_set("signatories", "dangling"):
        return True
    return second[0].islower() and lead in phrase_set("signatories", "leading")


def had_no_room(text: str, first: Span, second: Span, width: int) -> bool:
    """ "12. Branch of the Upper River Schools' Students'" / "Union" in a list wrapped at `width`."""
    word = second.of(text).split(maxsplit=1)[0]
    return width >= WRAPPED and line_length(text, first) + 1 + len(word) > width


def line_length(text: str, span: Span) -> int:
    return span.end - text.rfind("\n", 0, span.end) - 1


@of_language(maxsize=KEPT_LINES)
def sort_key(name: str) -> str:
    """What a list is ordered by: letters and digits without regard to case, a leading article left out."""
    return _article().sub("", re.sub(r"[^\w\s]", "", name.casefold().strip()))


def is_alphabetical(names: list[str]) -> bool:
    """Whether nine in ten of at least eight names stand in the order of the alphabet."""
    keys = [sort_key(name)[:3] for name in names]
    right = sum(1 for a, b in pairwise(keys) if a <= b)
    # "Dr. Ruiz", "Dr. Okoro": what all begin with orders nothing
    return len(keys) >= 8 and 2 * len(set(keys)) > len(keys) and right >= 0.9 * (len(keys) - 1)
