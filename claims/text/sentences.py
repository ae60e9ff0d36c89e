"""Sentences: where one ends and the next begins, in prose, wrapped lines, lists and headings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from claims.language.words import of_language, vocabulary
from claims.model import Span

# A closing quote or bracket and footnote marks belong to the sentence they close: 'law.”[1] ', 'fled.² ', 'world.1 '.
END = re.compile(
    r"(?P<stop>[.!?…]{1,4}|[။。！？])(?P<close>[\"'”’»)\]]{0,3})"
    r"(?P<marks>(?:[ ]?\[\^?[\w-]{1,20}\]|[¹²³⁰⁴-⁹*†‡]{1,3}|\(\d{1,3}\)){0,6}|\d{1,3})(?=\s|$|[။。])"
)
WIDE_END = re.compile(r"[။。！？]")
# "1.27 °C. Carbon": a unit, no initial
DEGREE = "°"
LAST_WORD = re.compile(r"[^\W_](?:[^\W_]|[.’'](?=[^\W_])){0,30}$")
NEXT = re.compile(r"[\s]*[\"'“‘«(\[¿¡*_]{0,3}")
ITEM = re.compile(r"[ \t]*(?:[-*+•●▪◦‣∙·○■➢✓\uf0b7]|o(?=[ \t]{2})|\(?\d{1,3}[.)](?=\s|$)|\(?[a-hivx]{1,4}\)(?=\s))")
LIST_NUMBER = re.compile(r"[\s\-*•]*\(?\d{1,4}[.)]")
BLANK = re.compile(r"\n[ \t\r\f\u00a0]*\n[\s]*")
UNWRAPPED = 160
NARROW = 50


def split_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of `text` inside `span`, in order, without surrounding white space; never empty, never overlapping.

    A paragraph, a list item and a heading each end a sentence, with or without a full stop.
    """
    found = []
    for block in _blocks(text, span):
        for piece in _pieces(text, block):
            found += [s for cut in _cut(text, piece) if len(s := _stripped(text, cut))]
    return found


def _blocks(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for gap in BLANK.finditer(text, span.start, span.end):
        if not _runs_on(text, gap, span):
            yield Span(at, gap.start())
            at = gap.end()
    yield Span(at, span.end)


def _runs_on(text: str, gap: re.Match[str], span: Span) -> bool:
    # A page break inside a sentence: "…its campaign of terror with total" / "impunity. The ongoing presence…".
    before, after = text[max(span.start, gap.start() - NARROW) : gap.start()].rstrip(), text[gap.end() : gap.end() + 1]
    wide = len(before) + 5 > NARROW and "\n" not in before
    return wide and after.islower() and (before[-1].isalnum() or before[-1] == ",") and not ITEM.match(text, gap.end())


def _pieces(text: str, block: Span) -> Iterator[Span]:
    """A paragraph's lines, put together where they were only wrapped."""
    lines = [Span(m.start(), m.end()) for m in re.compile(r"[^\n]+").finditer(text, block.start, block.end)]
    widest = max((len(_stripped(text, line)) for line in lines), default=0)
    start = block.start
    for line, following in itertools.pairwise(lines):
        if _breaks(text, _stripped(text, line), _stripped(text, following), widest):
            yield Span(start, line.end)
            start = following.start
    if start < block.end:
        yield Span(start, block.end)


def _breaks(text: str, line: Span, following: Span, widest: int) -> bool:
    if not line or not following:
        return False
    if ITEM.match(text, following.start) or len(line) > UNWRAPPED:
        return True
    if text[line.end - 1] in ",;-–—&(" or not _starts_anew(text, following.start):
        return text[line.end - 1] == ":" and len(line) < widest * 0.6
    # A line that leaves much of the width empty was ended on purpose: a heading, a line of an address.
    return widest < NARROW or len(line) < widest * 0.6


def _starts_anew(text: str, at: int) -> bool:
    first = text[at : at + 4].lstrip("\"'“‘«([*_ ")[:1]
    return bool(first) and not first.islower()


def _cut(text: str, piece: Span) -> Iterator[Span]:
    at = piece.start
    for end in END.finditer(text, piece.start, piece.end):
        if _ends(text, end, piece.end) and not LIST_NUMBER.fullmatch(text, at, end.end()):
            yield Span(at, end.end())
            at = end.end()
    if at < piece.end:
        yield Span(at, piece.end)


def _ends(text: str, end: re.Match[str], limit: int) -> bool:
    if end["marks"].isdecimal() and not text[end.start() - 1 : end.start()].isalpha() and not end["close"]:
        # "3.5 million": a stop between digits; only after a letter or a quote may digits be a mark ("world.1 We").
        return False
    following = NEXT.match(text, end.end(), limit)
    first = text[following.end() : following.end() + 1] if following and following.end() < limit else ""
    if not first or end["stop"][0] in "။。！？":
        return True
    if end["stop"] == "." and not end["close"] and _abbreviated(text[max(0, end.start() - 33) : end.start()], first):
        return False
    return not first.islower()


def _abbreviated(before: str, first: str) -> bool:
    found = LAST_WORD.search(before)
    if not found:
        return False
    word, words = found[0], _abbreviations()
    lowered = word.casefold()
    if first.isdigit() and (lowered in words["numbered"]):
        return True
    # Initials: "J. Smith", "Daw Aung S. Kyi"; but "Group B. We" cannot be told apart, and is not cut.
    if len(word) == 1 and word.isalpha() and word.isupper():
        return not before[: found.start()].endswith(DEGREE)
    if lowered in words["always"]:
        return True
    return lowered in words["maybe"] and (first.islower() or first.isdigit() or first in ",;:")


@of_language
def _abbreviations() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in vocabulary("abbreviations").items()}


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
