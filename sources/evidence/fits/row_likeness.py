"""The row that a claim most likely repeats, by learned weights, where no rule of `meant` names it.

The weights were learned from the claims of four spent sets (`tests/benchmarks/fits/row_pairs.py`); how they were tried
says decision 19. A score is the logarithm of the odds that the row is what the claim tells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Final

from claims.relations.fits.evidence import Evidence
from claims.yaml_files import read_yaml
from sources.evidence.candidate_likeness import ROUND
from sources.evidence.candidates import Candidate
from sources.evidence.fits.row_features import features
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index

_SMALL: Final = 1000
# the scores that a row needs where one thing speaks against it, slightly or gravely
_SURER, _FAR_SURER, _BEYOND_ALL = 3.5, 5.0, 99.0


def likeliest_row(
    clues: Clues, found: Sequence[Candidate], index: Index, outdone: Callable[[Candidate], bool]
) -> Candidate | None:
    """The likeliest candidate with the claim's number, if it is likely enough; `outdone`: its text has a better one."""
    weights = row_weights()
    scored = [
        (weights.score(features(each, clues, found, index)), each)
        for each in found
        if each.same and not _is_of_another(each, clues)
    ]
    sure = ((score, each) for score, each in scored if score >= _needed(each, clues, outdone(each), weights.threshold))
    best = max(sure, key=lambda pair: (pair[0], pair[1].row.observation_id), default=None)
    return best[1] if best is not None else None


def _is_of_another(each: Candidate, clues: Clues) -> bool:
    """Whether a row is of another day than the figure's own words tell, of more, or of what they tell a part of."""
    end = each.row.period_end
    later = end is not None and bool(clues.own_dates) and all(last < end for _, last in clues.own_dates)
    elsewhen = each.day == "other" and (bool(clues.own_days) or later)
    return each.wider or elsewhen or (each.part and not each.very)


def _needed(each: Candidate, clues: Clues, outdone: bool, threshold: float) -> float:
    """How likely a row must be: with one sign that it is of something else far more than without, with two beyond all.

    In seven sets of letters the likelier ones with one such sign were told after all, those with two were not.
    """
    slight = [_is_too_plain(each, clues), outdone, clues.elsewhere]
    grave = [
        clues.supposed,
        _starts_apart(each, clues),
        each.place == "around" and bool(clues.places or clues.beside),
    ]
    doubts = sum(slight) + sum(grave)
    if doubts > 1:
        return _BEYOND_ALL
    return _FAR_SURER if any(grave) else _SURER if any(slight) else threshold


def told_by_row(clues: Clues, found: Sequence[Candidate], index: Index) -> str | None:
    """The measure of the row whose number a claim most likely tells, though it may not bear it out: as feared, in part.

    For claims alone of which the words told no measure; `None` where no row is likelier than not.
    """
    if clues.claim.measure is not None or clues.claim.measures_possible:
        return None
    weights = row_weights()
    scored = ((weights.score(features(each, clues, found, index)), each) for each in found if each.same)
    best = max(scored, key=lambda pair: (pair[0], pair[1].row.observation_id), default=None)
    return best[1].row.measure_id if best is not None and best[0] > 0 else None


def _starts_apart(each: Candidate, clues: Clues) -> bool:
    """Whether a stretch of a month or more begins in another month than the row, wherever its end was taken from."""
    period, start = clues.claim.period, each.row.period_start
    if period is None or period.start is None or period.span is None or start is None or period.start == period.end:
        return False
    return (start.year, start.month) != (period.start.year, period.start.month) and not each.start_told


def _is_too_plain(each: Candidate, clues: Clues) -> bool:
    """Whether a small number of two digits stands alone: such numbers stand in any table."""
    small = clues.exactness <= ROUND and clues.value < _SMALL
    return small and each.day != "told" and each.source not in ("cited", "named")


@cache
def row_weights() -> Evidence:
    """The weights of `row_weights.yml`."""
    record = read_yaml(resources.files(__package__).joinpath("row_weights.yml"))["repeated"]
    return Evidence(
        weights={str(name): float(weight) for name, weight in record["weights"].items()},
        bias=float(record["bias"]),
        threshold=float(record["threshold"]),
    )
