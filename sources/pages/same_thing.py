"""Whether a page speaks of what a claim counts: by its nouns, by what was done, by the words around the figure."""

from __future__ import annotations

from functools import lru_cache

from claims.model import Claim, Quantity, Span
from sources.evidence.shared_words import own_part, root, roots_of
from sources.pages.page_figures import PageFigure
from sources.pages.same_value import significant
from sources.words import words

_TELLING, _SURE = 3, 4  # significant digits


def fits(claim: Claim, figure: PageFigure) -> bool:
    """Whether the page may speak of what the claim counts; the fewer digits the number has, the more is asked."""
    told = significant(claim.quantity.value)
    if acts_differ(claim, figure, kin=told >= _SURE):
        return False
    noun, shared = nouns_agree(claim.quantity, figure.quantity), bool(claim_words(claim) & figure_words(figure))
    if told >= _SURE:
        return bool(noun) or shared or not figure.quantity.as_written.isdigit()
    if noun is None:
        return shared or (told >= _TELLING and claim.quantity.dimension in ("percentage", "money"))
    return noun and (shared or told > 1) and not _of_another_kind(claim, figure)


def acts_differ(claim: Claim, figure: PageFigure, *, kin: bool = False) -> bool:
    """Whether both say what was done, and not the same; `kin`: acts that are told for each other count as one."""
    mine, theirs = _acts(claim_words(claim)), _acts(figure_words(figure))
    if not mine or not theirs or mine & theirs:
        return False
    groups = ({f"«{act}»" for act in group} for group in words("pages")["kin_acts"]) if kin else ()
    return not any(mine & group and theirs & group for group in groups)


def _of_another_kind(claim: Claim, figure: PageFigure) -> bool:
    """Whether all that is said beside the noun differs: "cases of cholera", "measles cases"."""
    nouns = _noun_roots(claim.quantity) & _noun_roots(figure.quantity)
    mine, theirs = claim_words(claim) - nouns, figure_words(figure) - nouns
    return bool(mine) and bool(theirs) and not mine & theirs


def names_the_thing(claim: Claim, figure: PageFigure) -> bool:
    """Whether the page says of a figure what the claim counts: as its noun, or in the words over and beside it."""
    agree = nouns_agree(claim.quantity, figure.quantity)
    roots = _noun_roots(claim.quantity)
    return bool(agree) or (agree is None and bool(roots) and roots <= figure_words(figure))


def nouns_agree(own: Quantity, other: Quantity) -> bool | None:
    """Whether both count one thing ("people", "persons"); `None` where one of them names none."""
    if own.dimension in ("percentage", "share", "money"):
        return None
    if not own.counted or not other.counted:
        return None
    if own.unit and own.unit == other.unit:
        return True
    kind = any(own.unit in group and other.unit in group for group in _one_kind())
    if kind or _noun_roots(own) & _noun_roots(other):
        return True
    # A noun before its number may be another's: "the strike killed at least 19".
    return None if _stands_before(own) or _stands_before(other) else False


def _stands_before(quantity: Quantity) -> bool:
    return quantity.counted_span is not None and quantity.counted_span.start < quantity.number_span.start


def _noun_roots(quantity: Quantity) -> frozenset[str]:
    return frozenset(root(word) for word in (quantity.counted or "").casefold().split())


def _one_kind() -> list[list[str]]:
    found: list[list[str]] = words("units")["one_kind"]
    return found


def claim_words(claim: Claim) -> frozenset[str]:
    """The roots of what the claim's sentence says of its figure."""
    inside = claim.quantity.number_span.shifted(-claim.sentence_span.start)
    return _own_words(claim.sentence, inside)


def figure_words(figure: PageFigure) -> frozenset[str]:
    """The roots of what the page says of a figure: of its own part of the sentence, or of its row."""
    return _own_words(figure.around, figure.quantity.number_span) | roots_of(figure.heading)


@lru_cache(maxsize=8192)
def _own_words(sentence: str, figure: Span) -> frozenset[str]:
    """Of its own part where that says something, else of the whole sentence."""
    if not 0 <= figure.start < figure.end <= len(sentence):
        return roots_of(sentence)
    own = roots_of(own_part(sentence, figure, ()).of(sentence))
    return own if _acts(own) else own | roots_of(sentence)


def _acts(told: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in told if each.startswith("«"))
