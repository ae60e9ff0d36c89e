"""The row that a claim most likely repeats, by learned weights, where no rule of `meant` names it.

The weights were learned from the claims of four spent sets (`tests/benchmarks/fits/row_pairs.py`); how they were tried
says decision 18. A score is the logarithm of the odds that the row is what the claim tells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources

from claims.relations.fits.evidence import Evidence
from claims.yaml_files import read_yaml
from sources.evidence.candidates import Candidate
from sources.evidence.fits.row_features import features
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index


def likeliest_row(
    clues: Clues, found: Sequence[Candidate], index: Index, outdone: Callable[[Candidate], bool]
) -> Candidate | None:
    """The likeliest candidate with the claim's number, if it is likely enough; `outdone`: its text has a better one."""
    if clues.supposed:
        return None
    weights = row_weights()
    fit = (each for each in found if each.same and not _is_of_another(each, clues) and not outdone(each))
    scored = [(weights.score(features(each, clues, found, index)), each) for each in fit]
    best = max(scored, key=lambda pair: (pair[0], pair[1].row.observation_id), default=None)
    return best[1] if best is not None and best[0] >= weights.threshold else None


def _is_of_another(each: Candidate, clues: Clues) -> bool:
    """Whether a row counts more than is told, or something of a place that the figure's own words narrow."""
    return each.wider or (each.place == "around" and bool(clues.places or clues.beside or clues.elsewhere))


@cache
def row_weights() -> Evidence:
    """The weights of `row_weights.yml`."""
    record = read_yaml(resources.files(__package__).joinpath("row_weights.yml"))["repeated"]
    return Evidence(
        weights={str(name): float(weight) for name, weight in record["weights"].items()},
        bias=float(record["bias"]),
        threshold=float(record["threshold"]),
    )
