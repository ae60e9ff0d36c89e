"""The weights of shares, changes, rates and differences: `python -m tests.benchmarks.fits.quotient_weights [--write]`.

From the repository's root; some minutes. With `--write` puts the weights learned from all sets into
`claims/relations/fits/weights.yml`; then prints what is found and falsely alarmed of each set (or only of those named,
"hijk") by weights learned from the others. Two sets of weights a family: `_pairs` says which figures are meant of each
other, `_slips` when one of them is a slip.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool

from claims.language.load import load_language
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.quotients.quotient_candidates import Candidate, in_order, is_hopeless
from claims.relations.fits.quotients.quotient_weighing import Contest
from tests.benchmarks.fits.learning import Learned, Row, by_threshold, learn, sets_named, write
from tests.benchmarks.fits.patched import with_slip
from tests.benchmarks.fits.quotient_pairings import learn_pairings
from tests.benchmarks.fits.quotient_rows import Key, Size, key_of, sizes_in, touches
from tests.benchmarks.fits.readings import figures_of
from tests.benchmarks.fits.spent import Letter, Planted, letters

RULES: Mapping[str, frozenset[str]] = {
    "share": frozenset({"percentage", "change"}),
    "product": frozenset({"rate"}),
    "difference": frozenset({"change"}),
}
THRESHOLDS = {"share": 3.6, "product": 3.0, "difference": 4.65}
"""Where hardly a clean letter of a set was alarmed by weights that were learned from the others."""
RIDGE = 4.0
_WORKERS = 3
_FAINT = -6.0
"""An error that is so much less likely than what fits is none to learn from."""


@dataclass(frozen=True)
class Read:
    """A clean letter, or a planted copy of it (`copy`), with its sizes and, of a clean one, what fits exactly."""

    letter: Letter
    copy: Planted | None
    sizes: tuple[Size, ...]
    exact: frozenset[Key]


def main() -> None:
    """Read all letters, then learn family by family."""
    with Pool(_WORKERS) as pool:
        read = [one for some in pool.imap_unordered(_read, letters()) for one in some]
    print(len(read), "letters and copies read", flush=True)
    for family in RULES:
        if "--write" in sys.argv:
            _write_family(family, read)
        _hold_out(family, read, sets_named(sys.argv[1:]) or {one.letter.of for one in read})


def _read(letter: Letter) -> list[Read]:
    with load_language("en").in_force():
        return list(_with_copies(letter))


def _with_copies(letter: Letter) -> Iterator[Read]:
    figures = figures_of(letter.text)
    sizes = tuple(sizes_in(figures))
    fitted = (key_of(one) for size in sizes for one, fit in size.triples if fit is not None and fit.slip is None)
    exact = frozenset(fitted)
    yield Read(letter, None, sizes, exact)
    for copy in letter.planted:
        if any(copy.rules[0] in rules for rules in RULES.values()):
            slipped = with_slip(figures, letter, copy)
            if slipped is not None:
                near = tuple(sizes_in(slipped, _stretch(letter, copy)))
                yield Read(letter, copy, near, exact)


def _stretch(letter: Letter, copy: Planted) -> tuple[int, int]:
    return copy.start, copy.stop_in_clean(letter)


def _hold_out(family: str, read: Sequence[Read], sets: set[str]) -> None:
    rows = []
    for of in sorted(sets):
        pairings = _pairings(family, read, but=of)
        known = [row for one in read for row in _rows(family, one, pairings)]
        learned = learn(_to_learn_from([row for row in known if row.of != of]), RIDGE)
        rows += [(row, learned.score(row)) for row in known if row.of == of]
    planted = {
        of: sum(one.copy is not None and one.copy.rules[0] in RULES[family] and one.letter.of == of for one in read)
        for of in sorted(sets)
    }
    print(family, *by_threshold(rows, planted), sep="\n  ", flush=True)


def _write_family(family: str, read: Sequence[Read]) -> None:
    pairings = _pairings(family, read)
    known = [row for one in read for row in _rows(family, one, pairings)]
    write(f"{family}_pairs", pairings, 0.0)
    write(f"{family}_slips", learn(_to_learn_from(known), RIDGE), THRESHOLDS[family])


def _pairings(family: str, read: Sequence[Read], but: str | None = None) -> Learned:
    clean = (one for one in read if one.copy is None and one.letter.of != but)
    sizes = [size for one in clean for size in one.sizes if size.family == family]
    return learn_pairings(sizes, evidence_for(f"{family}_pairs"))


def _rows(family: str, read: Read, pairings: Learned) -> Iterator[Row]:
    """The candidates that one slip would make exact; the error is the one that was exact before."""
    for size in read.sizes:
        candidates = _candidates(size, pairings) if size.family == family else []
        contest = Contest(in_order(candidates), size.told, is_held=size.held)
        if is_hopeless([one for one in candidates if one.fit is not None]):
            continue
        for one in candidates:
            if contest.may_be_slipped(one) and _touched(read, one):
                error = read.copy is not None and _is_error(family, read, read.copy, one)
                name = read.copy.name if read.copy is not None else read.letter.name
                yield Row(read.letter.of, name, read.copy is None, contest.features(one), error=error)


def _touched(read: Read, one: Candidate) -> bool:
    """Whether a candidate of a planted copy is touched by its slip."""
    return read.copy is None or touches(one.triple, _stretch(read.letter, read.copy))


def _candidates(size: Size, pairings: Learned) -> list[Candidate]:
    weights = [pairings.weights[name] for name in size.names]
    scores = size.table.astype(float) @ weights + pairings.bias
    return [
        Candidate(one, fit, float(score), dict(zip(size.names, map(float, row), strict=True)) if fit else {})
        for (one, fit), score, row in zip(size.triples, scores, size.table, strict=True)
    ]


def _is_error(family: str, read: Read, copy: Planted, one: Candidate) -> bool:
    return not RULES[family].isdisjoint(copy.rules) and key_of(one.triple) in read.exact


def _to_learn_from(rows: Sequence[Row]) -> list[Row]:
    """Of each planted copy the likeliest error alone."""
    best: dict[str, Row] = {}
    for row in rows:
        if row.error and (row.letter not in best or best[row.letter].features["post"] < row.features["post"]):
            best[row.letter] = row
    return [row for row in rows if not row.error or (best[row.letter] is row and row.features["post"] > _FAINT)]


if __name__ == "__main__":
    main()
