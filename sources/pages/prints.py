"""Does a page print a claim's figure: yes with its words, no with the nearest it prints, or it cannot be told and why.

"No" needs that the page was read whole, that nothing on it leaves room for the figure, and that no doubt stands
(`doubts`); a wrong "no" costs an editor's trust, an open answer costs a look at the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from claims.language.words import of_language
from claims.model import Claim
from sources.evidence.number_slips import misprint_of
from sources.pages.doubts import Doubt, doubts_of, is_foreign
from sources.pages.kept import KeptPage
from sources.pages.leaving_room import forms_of, place_of, room_for
from sources.pages.page_figures import PageFigure, PageFigures, figures_of, words_around
from sources.pages.reading.page_text import PageText
from sources.pages.same_figure import likeness
from sources.pages.same_thing import acts_differ, claim_words, figure_words, names_the_thing, nouns_agree
from sources.pages.same_value import dimensions_fit, significant
from sources.pages.told import Answer
from sources.words import words

JUDGED: Final = frozenset({"statistic", "money", "percentage"})
_LEAST_BARE: Final = 100  # smaller numbers stand on any page for other reasons
_TELLING: Final = 3  # digits
_LEAST_JUDGED: Final = 13  # fewer are counted by whoever reads
_SURE: Final = 4  # digits of a number that is known again in any language
_MOST_NEAREST: Final = 2
_NEAR, _FAR = Decimal(2), Decimal(3)


def ask_page(claim: Claim, page: KeptPage, letter_day: date | None) -> Answer:
    """The answer of one page about one claim, in the language in force."""
    figures = _figures(page.text())
    if is_foreign(figures.page):
        return _by_digits(claim, figures)
    printed = _printed(claim, figures)
    if printed is not None:
        return Answer(prints=True, as_printed=printed.quoted())
    if not _is_judged(claim):
        return open_answer("figures", "kind")
    nearest = _nearest(claim, figures)
    told = tuple(dict.fromkeys(each.quantity.as_written for each in nearest))[:_MOST_NEAREST]
    if (reason := room_for(claim, figures)) is not None:
        return replace(open_answer("figures", reason), nearest=told)
    strong = bool(nearest) and _is_strong(claim, nearest[0])
    doubts = [each for each in doubts_of(figures, page.record, letter_day) if each.hard or not strong]
    if doubts:
        return replace(_doubted(doubts[0]), nearest=told)
    if not strong and (reason := _told_otherwise(claim, figures, nearest)) is not None:
        return replace(open_answer("figures", reason), nearest=told)
    return Answer(prints=False, as_printed=nearest[0].quoted() if nearest else None, nearest=told)


def _told_otherwise(claim: Claim, figures: PageFigures, nearest: Sequence[PageFigure]) -> str | None:
    """Why a page that prints no figure for the very thing may still say it, an id of `figures` in the words.

    It may list few things one by one, or count the same in others: "13,680 families affected".
    """
    if claim.quantity.dimension == "count" and claim.quantity.value < _LEAST_BARE:
        return "kind"
    others = (each for each in figures.main if not nearest and each.quantity.dimension == claim.quantity.dimension)
    return "other_count" if any(claim_words(claim) & figure_words(each) for each in others) else None


def _is_judged(claim: Claim) -> bool:
    """Whether a page that does not print the figure may be told so: not where it may be reckoned from others."""
    own = claim.quantity
    vague = own.comparator == "range" and not any(sign.isdecimal() for sign in own.as_written)
    reckoned = own.direction is not None or own.additive or own.dimension in ("share", "multiple", "duration")
    small = own.dimension == "count" and own.value < _LEAST_JUDGED
    return claim.kind in JUDGED and not (vague or reckoned or small)


@of_language(maxsize=64)
def _figures(page: PageText) -> PageFigures:
    return figures_of(page)


def open_answer(group: str, key: str, **values: str) -> Answer:
    """That it cannot be told, with the reason of that name."""
    why: str = words("pages")[group][key]
    return Answer(prints=None, reason=key, why=why.format(**values))


def _doubted(doubt: Doubt) -> Answer:
    return Answer(prints=None, reason=doubt.key, why=doubt.told())


def _printed(claim: Claim, figures: PageFigures) -> PageFigure | None:
    """The figure of the page that is the claim's, the likeliest of several: in its main content before the rest."""
    same = [each for each in (*figures.main, *figures.loose) if likeness(claim, each) == "same"]
    sure = [each for each in same if each.main or _stands_for_itself(claim, each)]
    return max(sure, key=lambda each: (each.main, len(claim_words(claim) & figure_words(each))), default=None)


def _stands_for_itself(claim: Claim, figure: PageFigure) -> bool:
    """Outside of the main content stand other pages' teasers too: there the number must be one of few."""
    return significant(claim.quantity.value) >= _SURE or nouns_agree(claim.quantity, figure.quantity) is True


def _by_digits(claim: Claim, figures: PageFigures) -> Answer:
    """A page in another language: a number of four digits and more is known again, any other is not."""
    digits = forms_of(claim)[-1:] if significant(claim.quantity.value) >= _SURE else ()
    for form in digits:
        if (place := place_of(form, figures.digits)) is not None:
            start = max(figures.digits.rfind("\n", 0, place.start) + 1, place.start - 300)
            stop = figures.digits.find("\n", place.end)
            around = f"{figures.page.text}\n{figures.page.loose}"[start : stop if stop > 0 else None][:900]
            return Answer(prints=True, as_printed=words_around(around, place.shifted(-start)))
    return open_answer("doubts", "language")


def _nearest(claim: Claim, figures: PageFigures) -> list[PageFigure]:
    """The page's figures that the claim's may have been taken from, the likeliest first."""
    found = [each for each in figures.main if _comparable(claim, each)]
    return sorted(found, key=lambda each: _distance(claim, each))


def _comparable(claim: Claim, figure: PageFigure) -> bool:
    own, other = claim.quantity, figure.quantity
    if other.dimension == "ordinal" or dimensions_fit(own, other) is False or own.value <= 0 or other.value <= 0:
        return False
    if nouns_agree(own, other) is False:
        return False
    return _ratio(own.value, other.value) <= _FAR or misprint_of(own.value, other.value) is not None


def _distance(claim: Claim, figure: PageFigure) -> tuple[bool, bool, bool, int, Decimal]:
    own, other = claim.quantity, figure.quantity
    shared = len(claim_words(claim) & figure_words(figure))
    slip = misprint_of(own.value, other.value) is not None and significant(own.value) > 1
    return (
        not slip,
        acts_differ(claim, figure),
        not names_the_thing(claim, figure),
        -shared,
        _ratio(own.value, other.value),
    )


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)


def _is_strong(claim: Claim, figure: PageFigure) -> bool:
    """Whether the page prints a figure of its own for the very thing that the claim counts."""
    own, other = claim.quantity, figure.quantity
    if acts_differ(claim, figure) or not claim_words(claim) & figure_words(figure):
        return False
    slip, noun = misprint_of(own.value, other.value), names_the_thing(claim, figure)
    if slip is not None and (significant(own.value) >= _TELLING or (slip == "exchanged" and noun)):
        return True
    return noun and _ratio(own.value, other.value) <= _NEAR
