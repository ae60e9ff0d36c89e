"""Lists of signatories in running text: on the announcing line itself, or in the paragraph below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import of_language
from claims.model import Span
from claims.parts.announcers import AnnouncerKind, announces
from claims.parts.lists.commas import split_paragraph
from claims.parts.lists.roster_items import Entry, Roster, counted_label, item_of
from claims.parts.name_lines import is_name_line, is_prose_line
from claims.text.lines import BULLETED, Line
from claims.text.openings import either, phrases


@of_language
def _others() -> re.Pattern[str]:
    return re.compile(
        rf"{either('letter_words', 'plus')}\s+(?:\d[\d,.]*|{either('letter_words', 'many')})\b.*", re.IGNORECASE
    )


def counts_others(name: str) -> bool:
    """Whether an entry stands for names that are not here: "and 34 others", "4 groups who wish to stay anonymous"."""
    if name[0].isdigit() and any(p in name.casefold() for p in phrases("signatories", "undisclosed")):
        return True
    return _others().fullmatch(name) is not None


def inline_list(text: str, lines: Sequence[Line], at: int, kind: AnnouncerKind) -> Roster | None:
    """ "Signed: Alpha Watch; Beta Union; Gamma" on the announcing line itself."""
    line = lines[at]
    colon = line.text.find(":")
    rest = line.text[colon + 1 :].strip() if colon >= 0 else ""
    if kind == "closing" or len(rest) < 8 or not announces(line.text[:colon]) or not re.search(r"[,;]", rest):
        return None
    last = _paragraph_end(lines, at)
    span = Span(line.span.end - len(line.text[colon + 1 :].lstrip()), lines[last].span.end)
    return _split_roster(text, at, at, last, span)


def _paragraph_end(lines: Sequence[Line], i: int) -> int:
    while i + 1 < len(lines) and lines[i + 1].text and lines[i].text[-1] != ".":
        i += 1
    return i


def paragraph_list(text: str, lines: Sequence[Line], at: int, start: int, skip: frozenset[int]) -> Roster | None:
    """A paragraph of names: "Alpha Watch, Beta Union, Gamma Network and Delta."."""
    if (
        item_of(lines[start].text)
        and not re.search(r"\s\(?2[.)]\s", lines[start].text)
        or BULLETED.match(lines[start].text)
    ):
        return None
    last = start
    while last + 1 < len(lines) and lines[last + 1].text and last + 1 not in skip:
        last += 1
    span = Span(lines[start].span.start, lines[last].span.end)
    whole = span.of(text)
    separators = max(_outside_brackets(whole, ";"), _outside_brackets(whole, ","))
    inline_numbers = bool(re.match(r"\(?1[.)]", whole)) and bool(re.search(r"\s\(?2[.)]\s", lines[start].text))
    if not inline_numbers and (separators < 3 or separators < 1.5 * (last - start + 1) or len(lines[start].text) < 50):
        return None
    if any(is_prose_line(lines[i].text) for i in range(start, last + 1)) and not _mostly_names(text, span):
        return None
    return _split_roster(text, at, start, last, span)


def _mostly_names(text: str, span: Span) -> bool:
    names, _ = split_paragraph(text, span)
    return len(names) >= 3 and sum(is_name_line(n.of(text)) for n in names) >= 0.8 * len(names)


def _outside_brackets(text: str, mark: str) -> int:
    return re.sub(r"\([^()]*\)", "", text).count(mark)


def _split_roster(text: str, at: int, start: int, last: int, span: Span) -> Roster | None:
    names, doubt = split_paragraph(text, span)
    if sum(counted_label(n.of(text)) is not None for n in names) > 0.5 * len(names):
        return None  # "Kenya (3), Ghana (9)": how many sign from where, and none of their names
    if len(names) < 2 or sum(not is_prose_line(n.of(text)) for n in names) < 0.8 * len(names):
        return None
    entries = tuple(Entry(None, n, None, start, 0, last) for n in names if not counts_others(n.of(text)))
    return Roster(at, start, last + 1, () if doubt else entries, (), doubt)
