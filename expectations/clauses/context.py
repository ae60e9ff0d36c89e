"""What a sentence says around its figure, reduced to word stems: the ground on which two figures are compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import Claim, Span
from claims.text.plurals import stem
from expectations.signing.bodies import folded

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
REACH = 400
"""How many characters on either side of a figure are read at most."""
_NUMBER = re.compile(r"\d[\w.,]*\w|\d")
_CLAUSE = re.compile(r"[;:()]|\s[–—-]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The stems around a figure, those of its own clause, the names, and the words that set it apart."""

    stems: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    apart: frozenset[str]


@of_language
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("same_figure")[name])


def blanks_of(extraction: Extraction) -> tuple[Span, ...]:
    """What is no word of a sentence: the numbers of claims, their comparators and the footnote marks, sorted."""
    figures = [claim.quantity for claim in extraction.claims if claim.kind != "ordinal"]
    numbers = {figure.number_span for figure in figures}
    bounds = {figure.comparator_span for figure in figures if figure.comparator_span is not None}
    return tuple(sorted({*numbers, *bounds, *(mark.span for mark in extraction.marks)}))


def qualifiers_of(claim: Claim) -> tuple[Span, frozenset[str]]:
    """The words between a number and the thing it counts, and where they stand: "women" of "510 women workers"."""
    start = min(max(claim.quantity.number_span.end, claim.span.start), claim.span.end)
    words = claim.text[start - claim.span.start :]
    span = Span(start, claim.span.start + len(claim.text) - len(words.split()[-1]) if words.split() else start)
    plain = (folded(match[0]) for match in _WORD.finditer(words[: max(0, len(span))]))
    return span, frozenset(word for word in plain if word not in _words("light"))


def context_of(text: str, claim: Claim, blanks: Sequence[Span]) -> Context:
    """The words of the claim's clause outside the figures themselves; `blanks` are those of its letter."""
    start, end = _clause(text, claim)
    stretch = list(text[start:end])
    at = max(0, bisect_left(blanks, Span(start, start)) - 1)
    while at < len(blanks) and blanks[at].start < end:
        _blank(stretch, start, blanks[at])
        at += 1
    told = qualifiers_of(claim)[0]
    _blank(stretch, start, Span(claim.span.start, told.start))
    _blank(stretch, start, Span(told.end, claim.span.end))
    plain = "".join(stretch)
    return _read(plain, _own_clause(plain, claim.span.start - start, claim.span.end - start))


def _blank(stretch: list[str], start: int, span: Span) -> None:
    for at in range(max(0, span.start - start), min(len(stretch), span.end - start)):
        stretch[at] = " "


def _clause(text: str, claim: Claim) -> tuple[int, int]:
    """The stretch of the sentence between the dashes, brackets and semicolons around the figure, within `REACH`."""
    first = max(claim.sentence_span.start, claim.span.start - REACH)
    last = min(claim.sentence_span.end, claim.span.end + REACH)
    before = [match.end() for match in _CLAUSE.finditer(text, first, claim.span.start)]
    after = _CLAUSE.search(text, claim.span.end, last)
    return (before[-1] if before else first), (after.start() if after else last)


@of_language
def _joints() -> re.Pattern[str]:
    words = "|".join(re.escape(str(word)) for word in vocabulary("same_figure")["joints"])
    return re.compile(rf"[,:]\s|\b(?:{words})\b", re.IGNORECASE)


def _own_clause(stretch: str, start: int, end: int) -> str:
    """The words between the commas and conjunctions around the figure: "the dam displaced … families | when it …"."""
    before = [match.end() for match in _joints().finditer(stretch, 0, start)]
    after = _joints().search(stretch, end)
    return stretch[before[-1] if before else 0 : after.start() if after else len(stretch)]


def _capitalised(words: Sequence[str]) -> list[str]:
    """Names and abbreviations: capitalised words but for the first, words all in capitals."""
    return [word for at, word in enumerate(words) if (at and word[0].isupper()) or (len(word) > 1 and word.isupper())]


@of_language
def _apart() -> frozenset[str]:
    return _words("apart") | frozenset(str(word) for word in vocabulary("ordinals")["words"])


def _read(stretch: str, own: str) -> Context:
    found = [match[0] for match in _WORD.finditer(stretch)]
    # "in the 7th raid", "in 2019": a number that is left tells one figure from another as a name does
    names = {match[0] for match in _NUMBER.finditer(stretch)} | {folded(word) for word in _capitalised(found)}
    plain = [folded(word) for word in found]
    stems = frozenset(stem(word) for word in plain if word not in _words("light") and word not in names)
    core = frozenset(stem(folded(match[0])) for match in _WORD.finditer(own)) & stems
    return Context(stems=stems, core=core, names=frozenset(names), apart=frozenset(plain) & _apart())
