"""How a whole and its parts stand to each other in the words, whether they add up or not, in small numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise
from math import log1p
from operator import attrgetter

from claims.relations.figures import Figure, Figures
from claims.relations.fits.fit_words import has, takes_up
from claims.relations.fits.sums.near_sums import Sum
from claims.relations.fits.sums.sum_pool import gaps_of, is_bare, words_from
from claims.relations.pairing import nouns_meet

_NEAR = 6
_UNEVEN = 12
_MOST_LEFT_OUT = 5
_PAIR, _TRIPLE = 2, 3
_FAR = 8
_STOPS = frozenset((".", "!", "?"))
_COMMAS = frozenset((",", ";"))
_CLOSE = 0.006
_SENTENCE, _PLACE = attrgetter("sentence"), attrgetter("sentence", "first")


def tie_features(figures: Figures, one: Sum, row: Sequence[Figure]) -> dict[str, float]:
    """The features of a sum but for its fit, among the figures of its kind."""
    gaps = gaps_of(figures, one.parts)
    found = {
        **_order(figures, one),
        **_words(figures, one, gaps),
        **_series(figures, one, gaps),
        **_nouns(one),
        **_beside(figures, one, row),
        **_edges(figures, one, row),
    }
    for name, one_of, other in _NAMED_TOGETHER:
        found[name] = found[one_of] * found[other]
    return found


_TOGETHER = (
    ("two_parts", "rest"),
    ("two_parts", "joined"),
    ("two_parts", "one_sentence"),
    ("two_parts", "alone"),
    ("two_parts", "skipped"),
    ("two_parts", "whole_apart"),
    ("two_parts", "whole_behind"),
    ("whole_behind", "whole_totals"),
    ("whole_behind", "one_sentence"),
    ("bare_parts", "like_before"),
    ("all_brackets", "alone"),
    ("whole_apart", "like_before"),
    ("one_sentence", "alone"),
    ("whole_of", "alone"),
    ("whole_next", "alone"),
    ("commas", "many_parts"),
    ("like_behind", "many_parts"),
    ("like_before", "many_parts"),
    ("goes_on", "two_parts"),
)
"""Features that say more together."""
_NAMED_TOGETHER = tuple((f"{a} and {b}", a, b) for a, b in _TOGETHER)


def _order(figures: Figures, one: Sum) -> dict[str, float]:
    before = _is_before(one.whole, one.parts[0])
    near = one.parts[0] if before else one.parts[-1]
    sentences = {part.sentence for part in one.parts}
    return {
        "whole_behind": float(one.at > 0),
        "whole_inside": float(one.at == 0),
        "whole_next": float(abs(one.at) == 1),
        "whole_away": log1p(abs(one.at)),
        "whole_apart": float(min(abs(near.sentence - one.whole.sentence), _FAR)) / 2,
        "whole_in_title": float(figures.told(one.whole).kind == "title"),
        "skipped": float(one.skipped),
        "two_parts": float(len(one.parts) == _PAIR),
        "three_parts": float(len(one.parts) == _TRIPLE),
        "many_parts": log1p(len(one.parts)),
        "one_sentence": float({one.whole.sentence} == sentences),
        "parts_together": float(len(sentences) == 1),
        "spread": float(min(max(sentences) - min(sentences), _FAR)) / 2,
        "each_its_own": float(len(sentences) == len(one.parts)),
        "one_paragraph": float(len({member.paragraph for member in one.members}) == 1),
    }


def _is_before(one: Figure, other: Figure) -> bool:
    return (one.sentence, one.first) < (other.sentence, other.first)


def _words(figures: Figures, one: Sum, gaps: Sequence[tuple[str, ...]]) -> dict[str, float]:
    before = _is_before(one.whole, one.parts[0])
    behind = _is_before(one.parts[-1], one.whole)
    lead = words_from(figures, one.whole, one.parts[0]) if before else ()
    lead = words_from(figures, one.parts[-1], one.whole) if behind else lead
    last, first = one.parts[-1], figures.told(one.parts[0])
    tail = figures.told(last).norms[last.stop : last.stop + _NEAR]
    opening = figures.told(one.whole).norms[max(0, one.whole.first - 3) : one.whole.first]
    around = _around(figures, one.whole)
    return {
        "lead_takes_up": float(before and takes_up(lead)),
        "opens_of": float(before and takes_up(first.norms[:3])),
        "lead_colon": float(":" in lead),
        "lead_bracket": float(before and lead[-1:] == ("(",)),
        "lead_aside": float(before and has(lead, "asides")),
        "lead_long": log1p(len(lead)),
        "whole_of": float(before and takes_up(opening)),
        "whole_the": float(has(opening[-1:], "taken_up")),
        "whole_totals": float(has(around, "totals")),
        "consequence": float(has(around, "consequences")),
        "joined": float(has(gaps[-1], "joins")),
        "asides": float(sum(has(gap, "asides") for gap in gaps)),
        "rest": float(has((*gaps[-1][-3:], *tail[:3]), "rest")),
        "rest_sooner": float(any(has(gap[-3:], "rest") for gap in gaps[:-1])),
        "negated": float(has(tail, "negations") != has(gaps[-1][:_NEAR], "negations")),
    }


def _around(figures: Figures, figure: Figure) -> tuple[str, ...]:
    norms = figures.told(figure).norms
    return (*norms[max(0, figure.first - _NEAR) : figure.first], *norms[figure.stop : figure.stop + _NEAR - 2])


def _series(figures: Figures, one: Sum, gaps: Sequence[tuple[str, ...]]) -> dict[str, float]:
    """How alike the parts are set: by the words before and behind each, in brackets, between commas."""
    before = [_beside_it(figures, part, -1) for part in one.parts]
    behind = [_beside_it(figures, part, 1) for part in one.parts]
    lengths = [len(gap) for gap in gaps]
    brackets = [word == "(" for word in before]
    many = len(gaps)
    return {
        "like_before": sum(a == b for a, b in pairwise(before)) / many,
        "like_behind": sum(a == b for a, b in pairwise(behind)) / many,
        "all_brackets": float(all(brackets)),
        "some_brackets": float(any(brackets) and not all(brackets)),
        "whole_in_brackets": float(_beside_it(figures, one.whole, -1) == "("),
        "shut_between": sum("(" in gap and ")" not in gap for gap in gaps) / many,
        "commas": sum(not _COMMAS.isdisjoint(gap) for gap in gaps) / many,
        "semicolons": sum(";" in gap for gap in gaps) / many,
        "stops": sum(not _STOPS.isdisjoint(gap) for gap in gaps) / many,
        "gaps_uneven": min(max(lengths) - min(lengths), _UNEVEN) / _NEAR,
        "gaps_long": log1p(sum(lengths) / many),
        "gap_longest": log1p(max(lengths)),
        "of_between": sum(takes_up(gap) for gap in gaps) / many,
        "totals_between": sum(has(gap, "totals") for gap in gaps) / many,
    }


def _beside_it(figures: Figures, figure: Figure, way: int) -> str:
    """The word before a figure, or the one behind it and its noun."""
    norms = figures.told(figure).norms
    at = figure.first - 1 if way < 0 else figure.stop + len((figure.noun or "").split())
    return norms[at] if 0 <= at < len(norms) else ""


def _nouns(one: Sum) -> dict[str, float]:
    whole, many = one.whole.noun, len(one.parts)
    named = [part.noun for part in one.parts if part.noun]
    first = named[0] if named else ""
    return {
        "bare_parts": 1 - len(named) / many,
        "whole_noun_again": sum(noun == whole for noun in named) / many,
        "unlike": sum(bool(whole) and not nouns_meet(noun, whole or "") for noun in named) / many,
        "unlike_parts": sum(not nouns_meet(noun, first) for noun in named) / many,
        "first_named": float(one.parts[0].noun is not None and len(named) == 1),
        "whole_bare": float(whole is None),
        "money": float(one.whole.claim.quantity.dimension == "money"),
        "lasting": float(one.whole.claim.quantity.dimension == "duration"),
        "measured": float(one.whole.claim.quantity.dimension == "physical"),
        "loose": sum(part.loose for part in one.parts) / many,
        "bare_of_money": float(one.whole.claim.quantity.dimension != "count") * sum(map(is_bare, one.parts)) / many,
    }


def _beside(figures: Figures, one: Sum, row: Sequence[Figure]) -> dict[str, float]:
    """Figures of the kind that stand among the parts and are none, and whether the whole is told there again."""
    first, last, value = one.parts[0].sentence, one.parts[-1].sentence, one.whole.claim.quantity.value
    members = {id(member) for member in one.members}
    around = row[bisect_left(row, first, key=_SENTENCE) : bisect_right(row, last, key=_SENTENCE)]
    near = [other for other in around if id(other) not in members]
    again = any(other.claim.quantity.value == value for other in near)
    left = sum(other.claim.quantity.value != value for other in near)
    return {
        "left_out": float(min(left, _MOST_LEFT_OUT)),
        "alone": float(not left),
        "whole_again": float(again),
        "shares": float(min(_shares_that_fit(figures, one), _PAIR)),
    }


def _edges(figures: Figures, one: Sum, row: Sequence[Figure]) -> dict[str, float]:
    """Whether the run ends where its sentence ends, or goes on with figures that are set like its last."""
    first, last, members = one.parts[0], one.parts[-1], {id(member) for member in one.members}
    after = islice(row, bisect_right(row, _PLACE(last), key=_PLACE), None)
    ahead = (row[at] for at in range(bisect_left(row, _PLACE(first), key=_PLACE) - 1, -1, -1))
    behind = next((other for other in after if id(other) not in members), None)
    before = next((other for other in ahead if id(other) not in members), None)
    styles = {member.claim.quantity.as_written[:1].isdigit() for member in one.members}
    opened = sum(_opens(figures, part) for part in one.parts) / len(one.parts)
    return {
        "goes_on": float(behind is not None and behind.sentence == last.sentence),
        "came_from": float(before is not None and before.sentence == first.sentence),
        "goes_on_alike": _alike(figures, last, behind),
        "came_alike": _alike(figures, first, before),
        "mixed_style": float(len(styles) > 1),
        "opens_sentences": opened,
        "whole_opens": float(_opens(figures, one.whole)),
        "same_size": float(all(part.claim.quantity.value * 40 >= one.whole.claim.quantity.value for part in one.parts)),
        "part_in_brackets_of_whole": float(_in_brackets_behind(figures, one)),
    }


def _opens(figures: Figures, figure: Figure) -> bool:
    """Whether no figure stands before it in its sentence."""
    counts = figures.told(figure).counts
    return not counts or counts[0].first >= figure.first


def _alike(figures: Figures, one: Figure, other: Figure | None) -> float:
    """How alike two neighbours are set: the words before them, behind them, their nouns."""
    if other is None or abs(one.sentence - other.sentence) > 1:
        return 0.0
    before = _beside_it(figures, one, -1) == _beside_it(figures, other, -1)
    behind = _beside_it(figures, one, 1) == _beside_it(figures, other, 1)
    return (before + behind + (one.noun == other.noun)) / 3


def _in_brackets_behind(figures: Figures, one: Sum) -> bool:
    """ "38 organisations (21 from Alden, 9 from Borley)": the parts stand in brackets right behind their whole."""
    if not one.parts[0].sentence == one.parts[-1].sentence == one.whole.sentence or one.at != -1:
        return False
    lead = words_from(figures, one.whole, one.parts[0])
    inner = words_from(figures, one.parts[0], one.parts[-1])
    return "(" in lead and ")" not in lead and ")" not in inner


def _shares_that_fit(figures: Figures, one: Sum) -> int:
    """How many of the shares beside the parts say what a part is of the whole."""
    whole = float(one.whole.claim.quantity.value)
    sentences = {part.sentence for part in one.parts}
    shares = [
        float(share.claim.quantity.value) * (0.01 if share.claim.quantity.dimension == "percentage" else 1)
        for at in sentences
        for share in figures.sentences[at].figures
        if share.is_share
    ]
    if not shares:
        return 0
    parts = [float(part.claim.quantity.value) / whole for part in one.parts]
    return sum(any(abs(part - share) < _CLOSE for part in parts) for share in shares)
