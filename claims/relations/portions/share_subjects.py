"""Shares that stand apart from their part: by the words both are said of, or by what the sentence before counts."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Claim
from claims.relations.breakdowns.closing import Sums
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Ratio
from claims.relations.phrasing import starts, words_of
from claims.relations.portions.share_ties import is_of
from claims.relations.portions.whole_of import leading_whole, may_hold, scaled_like
from claims.text.cells import in_cell
from claims.text.plurals import singular

Weighed = list[tuple[Ratio, int]]
_BREAKS = frozenset({",", ";", ".", "(", ")", ":", "–", "—", "!", "?"})
_SHORT = 3
_BACK = 2
_MOST_PAIRS = 6


def named_pairs(figures: Figures, sums: Sums, told: Told, share: Figure) -> Weighed:
    """The part and whole that a share apart from both may be of, the best bound first."""
    found = list(_by_name(figures, sums, told, share))
    if not found:
        found = list(_told_before(figures, sums, told, share))
    found.sort(key=lambda item: -item[1])
    return found if len(found) <= _MOST_PAIRS else []


def _weighty(words: tuple[str, ...] | list[str]) -> set[str]:
    return {singular(word) for word in words if word.isalpha() and len(word) > _SHORT and word not in words_of("plain")}


def label_of(told: Told, figure: Figure) -> set[str]:
    """The words that say what a figure counts: around it as far as the next sign or figure, the name of its row."""
    if _in_cell(told, figure):
        return _row_label(told, figure)
    before: list[str] = []
    for word in reversed(told.before(figure)):
        if word in _BREAKS or word in words_of("and_words"):
            break
        before.append(word)
    after: list[str] = []
    for word in told.after(figure):
        if word in _BREAKS or word in words_of("and_words"):
            break
        after.append(word)
    if len(after) == len(told.after(figure)) and figure is not told.figures[-1] and before:
        after = []  # straight before the next figure: "Alden 120 Borley 85"
    return _weighty(before) | _weighty(after)


def _in_cell(told: Told, figure: Figure) -> bool:
    return in_cell(told.text, told.words[figure.first].span.start, told.words[figure.stop - 1].span.end)


def _row_label(told: Told, figure: Figure) -> set[str]:
    """The words before the first number of the row."""
    before = told.before(figure)
    at = told.figures.index(figure) if figure in told.figures else 0
    if not before and at and _in_cell(told, told.figures[at - 1]):
        return _row_label(told, told.figures[at - 1])
    return _weighty(before)


def _by_name(figures: Figures, sums: Sums, told: Told, share: Figure) -> Iterator[tuple[Ratio, int]]:
    """ "Ontario has 68 per cent": the figure that the same name stands beside, and what it is a part of."""
    subject = _weighty(list(told.before(share)))
    if not subject:
        return
    ahead = _ahead(figures, told, share)
    labels = [(one, label_of(figures.told(one), one) & subject) for one in ahead]
    named = [(one, words) for one, words in labels if words]
    elsewhere = _of_something(told, share)
    for part, words in named:
        alone = any(sum(word in others for _, others in named) == 1 for word in words)
        whole = _whole_of(figures, sums, part)
        if whole is not None and whole.quantity.value > part.claim.quantity.value:
            yield Ratio(upper=part.claim, lower=whole), SURE if alone and not elsewhere else LIKELY + 1
        elif alone and not elsewhere:
            for one in told.figures:
                if one is not part and one.is_amount and may_hold(one, part) and _dimension(one) == _dimension(part):
                    yield Ratio(upper=part.claim, lower=one.claim), LIKELY


def _of_something(told: Told, share: Figure) -> bool:
    """ "half of the inhabitants": of a thing named anew, no pronoun."""
    after = told.after(share)
    return bool(starts(after, "of")) and not starts(after, "of_these")


def _dimension(figure: Figure) -> str:
    return figure.claim.quantity.dimension


def _ahead(figures: Figures, told: Told, share: Figure) -> list[Figure]:
    """The amounts of the paragraph before the share, and those of the paragraph before it (a table, a list)."""
    near = [one for one in figures.all if one.is_amount and one.sentence <= told.number and not one.is_one]
    before = [one.paragraph for one in near if one.paragraph != told.paragraph]
    last = before[-1] if before else -1
    return [
        one
        for one in near
        if one.paragraph in (told.paragraph, last) and (one.sentence, one.first) < (share.sentence, share.first)
    ]


def _whole_of(figures: Figures, sums: Sums, part: Figure) -> Claim | None:
    """The whole that the letter itself gives a part: by "of", by its place in the sentence, by a sum."""
    told = figures.told(part)
    at = told.figures.index(part)
    if at + 1 < len(told.figures) and is_of(told, part, told.figures[at + 1]):
        return told.figures[at + 1].claim
    lead = leading_whole(told, part)
    return lead.claim if lead is not None else sums.whole_of(part)


def _told_before(figures: Figures, sums: Sums, told: Told, share: Figure) -> Iterator[tuple[Ratio, int]]:
    """What the sentence just before counts: "Of the 318 cases, 29 … That is an efficacy of 9 per cent." """
    earlier = [one for one in figures.paragraph(told.paragraph) if told.number - _BACK < one.number < told.number]
    if not earlier or told.figures[0] is not share or not earlier[-1].figures:
        return
    before = earlier[-1]
    weight = LIKELY if share.claim.quantity.dimension != "share" else 1
    # the sentence goes on about what it told first
    for part in before.figures:
        whole = _whole_of(figures, sums, part) if part.is_amount and not part.is_one else None
        if whole is None or whole.quantity.value <= part.claim.quantity.value:
            continue
        larger = next((one for one in before.figures if one.claim is whole), None)
        upper = (scaled_like(part, larger) if larger is not None else None) or part.claim
        yield Ratio(upper=upper, lower=whole), weight
        weight = 1
