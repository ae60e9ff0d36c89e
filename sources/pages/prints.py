"""Does a page print a claim's figure: yes with its words, no with the nearest it prints, or it cannot be told and why.

"No" needs that the page was read whole, that nothing on it leaves room for the figure, and that no doubt stands
(`doubts`); a wrong "no" costs an editor's trust, an open answer costs a look at the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import accumulate, combinations, groupby
from typing import Final

from claims.language.words import of_language
from claims.model import Claim, Span
from sources.evidence.misprints import misprint_of
from sources.pages.doubts import Doubt, doubts_of, is_foreign
from sources.pages.kept import KeptPage
from sources.pages.page_figures import PageFigure, PageFigures, digits_of, figures_of, words_around
from sources.pages.reading.page_text import PageText
from sources.pages.same_figure import (
    claim_words,
    dimensions_fit,
    figure_words,
    likeness,
    nouns_agree,
    significant,
    within,
)
from sources.pages.told import Answer
from sources.words import words

JUDGED: Final = frozenset({"statistic", "money", "percentage"})
_APART: Final = r"[\s.,'’\u00a0\u202f\u2009]{0,2}"
_LEAST_BARE: Final = 100  # smaller numbers stand on any page for other reasons
_LEAST_JUDGED: Final = 13  # fewer are counted by whoever reads
_SURE: Final = 4  # digits of a number that is known again in any language
_MOST_NEAREST: Final = 2
_NEAR, _FAR = Decimal(2), Decimal(3)
_LONGEST_RUN: Final = 60
_NEAR_LINES: Final = 3
_HALF: Final = Decimal("0.5")


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
    if (reason := _room(claim, figures)) is not None:
        return replace(open_answer("figures", reason), nearest=told)
    strong = bool(nearest) and _is_strong(claim, nearest[0])
    doubts = [each for each in doubts_of(figures, page.record, letter_day) if each.hard or not strong]
    if doubts:
        return replace(_doubted(doubts[0]), nearest=told)
    if not strong and claim.quantity.dimension == "count" and claim.quantity.value < _LEAST_BARE:
        return open_answer("figures", "kind")  # the page may list them one by one
    return Answer(prints=False, as_printed=nearest[0].quoted() if nearest else None, nearest=told)


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


def _room(claim: Claim, figures: PageFigures) -> str | None:
    """What on the page may be the figure, an id of `figures` in the words."""
    found = {likeness(claim, each) for each in (*figures.main, *figures.loose)}
    for reason in ("other_thing", "rounded", "scaled", "other_unit"):
        if reason in found:
            return reason
    if "same" in found or claim.quantity.value in _hidden(figures.page):
        return "hidden"
    if any(_admits(claim, total) for total in _sums(claim, figures.main)) or _is_a_ratio(claim, figures.main):
        return "sum"
    return "unread" if _digits_stand(claim, figures) else None


def _hidden(page: PageText) -> frozenset[Decimal]:
    """Numbers in scripts and attributes, without their grouping; small ones stand there for other reasons."""
    values = (digits_of(each) for each in page.hidden)
    return frozenset(Decimal(each) for each in values if 3 <= len(each) <= 15)


def _admits(claim: Claim, value: Decimal) -> bool:
    own = claim.quantity
    bounded = own.interval.low is not None and own.interval.high is not None
    return value == own.value or (bounded and within(own.interval, value))


def _sums(claim: Claim, figures: Sequence[PageFigure]) -> Iterator[Decimal]:
    """Sums and differences of figures that stand together: in one sentence or row, or below each other."""
    alike = [each for each in figures if dimensions_fit(claim.quantity, each.quantity) is not False]
    for _, group in groupby(alike, key=lambda each: each.line):
        values = [each.quantity.value for each in group][:12]
        yield from (sum(values[:count], Decimal(0)) for count in range(2, len(values) + 1))
        for one, other in combinations(values, 2):
            yield from (one + other, abs(one - other))
    for run in _runs(alike):
        yield from list(accumulate(each.quantity.value for each in run))[1:]


def _is_a_ratio(claim: Claim, figures: Sequence[PageFigure]) -> bool:
    """Whether two counts that stand near each other give a claimed percentage."""
    if claim.quantity.dimension != "percentage":
        return False
    counts = [each for each in figures if each.quantity.dimension == "count" and each.quantity.value > 0]
    for at, one in enumerate(counts):
        for other in counts[at + 1 : at + 8]:
            small, large = sorted((one.quantity.value, other.quantity.value))
            if other.line - one.line <= _NEAR_LINES and abs(small / large * 100 - claim.quantity.value) <= _HALF:
                return True
    return False


def _runs(figures: Sequence[PageFigure]) -> Iterator[list[PageFigure]]:
    """Figures below each other: one column of a table, or a line each."""
    columns: dict[int | None, list[PageFigure]] = {}
    for each in figures:
        columns.setdefault(each.column, []).append(each)
    for column in columns.values():
        run: list[PageFigure] = []
        for each in column:
            if run and each.line == run[-1].line:
                continue
            if run and (each.line - run[-1].line > 2 or len(run) >= _LONGEST_RUN):
                yield run
                run = []
            run.append(each)
        yield run


def _digits_stand(claim: Claim, figures: PageFigures) -> bool:
    """Whether the claim's digits stand on the page, read as something else or not at all."""
    forms = _forms(claim)
    return any(form in figures.unclaimed for form in forms) or any(
        _place(form, figures.digits) for form in forms if int(form) >= _LEAST_BARE
    )


def _forms(claim: Claim) -> tuple[str, ...]:
    """The digits of a claim's number, as it is written and in full: "16" and "1600000" for "1.6 million"."""
    value = claim.quantity.value
    full = f"{value:f}".split(".")[0] if value == value.to_integral_value() else digits_of(f"{value.normalize():f}")
    return tuple(dict.fromkeys(form for form in (digits_of(claim.quantity.as_written), full) if form.strip("0")))


def _place(form: str, text: str) -> Span | None:
    """Where digits stand by themselves, grouped in any way."""
    found = re.search(rf"(?<!\d)(?<!\d[.,]){_APART.join(form)}(?![\d]|[.,]\d)", text)
    return Span(*found.span()) if found else None


def _by_digits(claim: Claim, figures: PageFigures) -> Answer:
    """A page in another language: a number of four digits and more is known again, any other is not."""
    digits = _forms(claim)[-1:] if significant(claim.quantity.value) >= _SURE else ()
    for form in digits:
        if (place := _place(form, figures.digits)) is not None:
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
    return not slip, _acts_differ(claim, figure), not nouns_agree(own, other), -shared, _ratio(own.value, other.value)


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)


def _acts_differ(claim: Claim, figure: PageFigure) -> bool:
    mine = {each for each in claim_words(claim) if each.startswith("«")}
    theirs = {each for each in figure_words(figure) if each.startswith("«")}
    return bool(mine and theirs and not mine & theirs)


def _is_strong(claim: Claim, figure: PageFigure) -> bool:
    """Whether the page prints a figure of its own for the very thing that the claim counts."""
    own, other = claim.quantity, figure.quantity
    if _acts_differ(claim, figure) or not claim_words(claim) & figure_words(figure):
        return False
    slip = misprint_of(own.value, other.value) is not None and significant(own.value) >= 3
    return slip or (bool(nouns_agree(own, other)) and _ratio(own.value, other.value) <= _NEAR)
