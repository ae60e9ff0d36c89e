"""What a sentence says around its figure, reduced to word stems: the ground on which two figures are compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import Claim, Span
from claims.quick_records import dataclass
from claims.signers.bodies import folded
from claims.text.plurals import stem
from claims.text.tokens import Token, tokenize

REACH = 400
"""How many characters on either side of a figure are read at most."""
_CLAUSE_SIGNS = frozenset(";:()")
_DASHES = frozenset("–—-")
_JOINT_SIGNS = frozenset(",:")
_START = attrgetter("start")


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
    plain = (folded(token.text) for token in tokenize(words, 0, max(0, len(span))) if token.kind == "word")
    return span, frozenset(word for word in plain if word not in _words("light"))


def context_of(text: str, claim: Claim, blanks: Sequence[Span]) -> Context:
    """The words of the claim's clause outside the figures themselves; `blanks` are those of its letter."""
    told = qualifiers_of(claim)[0]
    clause = _clause(text, claim)
    before, behind = Span(claim.span.start, told.start), Span(told.end, claim.span.end)
    bare = _uncovered(clause, blanks)
    tokens = [token for token in bare if not _overlap(token, before) and not _overlap(token, behind)]
    return _read(text, tokens, _own_clause(text, tokens, claim.span))


def _overlap(token: Token, span: Span) -> bool:
    return token.start < span.end and span.start < token.end


def _uncovered(tokens: Sequence[Token], blanks: Sequence[Span]) -> list[Token]:
    """The tokens that no blank lies over; both stand in order, and are gone through side by side."""
    at = max(0, bisect_left(blanks, tokens[0].end, key=_START) - 1) if tokens else 0
    found: list[Token] = []
    for token in tokens:
        while at < len(blanks) and blanks[at].start < token.end:
            at += 1
        if not any(_overlap(token, span) for span in blanks[max(0, at - 2) : at]):
            found.append(token)
    return found


def _clause(text: str, claim: Claim) -> list[Token]:
    """The tokens of the sentence between the dashes, brackets and semicolons around the figure, within `REACH`."""
    first = max(claim.sentence_span.start, claim.span.start - REACH)
    last = min(claim.sentence_span.end, claim.span.end + REACH)
    tokens = tokenize(text, first, last)
    return _around(tokens, claim.span, [token for token in tokens if _parts_clauses(text, token)])


def _around(tokens: list[Token], span: Span, bounds: Sequence[Token]) -> list[Token]:
    """The tokens between the last of `bounds` before a span and the first behind it."""
    low = max((bound.end for bound in bounds if bound.end <= span.start), default=0)
    high = min((bound.start for bound in bounds if bound.start >= span.end), default=len(tokens) and tokens[-1].end)
    return [token for token in tokens if low <= token.start and token.end <= high]


def _parts_clauses(text: str, token: Token) -> bool:
    if token.text in _DASHES:
        return text[token.start - 1 : token.start].isspace() and text[token.end : token.end + 1].isspace()
    return token.text in _CLAUSE_SIGNS


def _own_clause(text: str, tokens: list[Token], span: Span) -> list[Token]:
    """The tokens between the commas and conjunctions around the figure: "the dam displaced … families | when it …"."""
    return _around(tokens, span, [token for token in tokens if _joins(text, token)])


def _joins(text: str, token: Token) -> bool:
    if token.text in _JOINT_SIGNS:
        return text[token.end : token.end + 1].isspace()
    return token.lower in _words("joints")


def _capitalised(words: Sequence[str]) -> list[str]:
    """Names and abbreviations: capitalised words but for the first, words all in capitals."""
    return [word for at, word in enumerate(words) if (at and word[0].isupper()) or (len(word) > 1 and word.isupper())]


@of_language
def _apart() -> frozenset[str]:
    return _words("apart") | frozenset(str(word) for word in vocabulary("ordinals")["words"])


def _read(text: str, tokens: list[Token], own: list[Token]) -> Context:
    found = [token.text for token in tokens if token.kind == "word"]
    # "in the 7th raid", "in 2019": a number that is left tells one figure from another as a name does
    names = {_whole(text, token) for token in tokens if token.kind == "number"}
    names |= {folded(word) for word in _capitalised(found)}
    plain = [folded(word) for word in found]
    stems = frozenset(stem(word) for word in plain if word not in _words("light") and word not in names)
    core = frozenset(stem(folded(token.text)) for token in own if token.kind == "word") & stems
    return Context(stems=stems, core=core, names=frozenset(names), apart=frozenset(plain) & _apart())


def _whole(text: str, number: Token) -> str:
    """A number with the letters that are glued to it: "7th"."""
    end = number.end
    while text[end : end + 1].isalnum():
        end += 1
    return text[number.start : end]
