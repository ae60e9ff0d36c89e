"""The weights of sums: `python -m tests.benchmarks.fits.sum_rows [--write]`, from the repository's root, some minutes.

Prints what is found and falsely alarmed of each set by weights learned from the others, and with `--write` puts those
learned from all of them into `claims/relations/fits/weights.yml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from multiprocessing import Pool

from claims.language.load import load_language
from claims.relations.fits.sums.near_sums import Sum, candidate_sums
from claims.relations.fits.sums.sum_fits import values_of
from claims.relations.fits.sums.sum_pool import summable
from claims.relations.fits.sums.sum_ties import tie_features
from tests.benchmarks.fits.learning import sets_named, write
from tests.benchmarks.fits.readings import figures_of
from tests.benchmarks.fits.spent import Letter, Planted, letters
from tests.benchmarks.fits.sum_learning import Read, Sums, held_out, learn_fits, learn_ties, rows_of

RULE = "parts-whole"
THRESHOLD = 2.5
_WORKERS = 3
_NEAR = 3
"""A figure's number may begin so many code points further on where the slip stands right before it."""

Places = tuple[int, ...]


def main() -> None:
    with Pool(_WORKERS) as pool:
        known = [read for some in pool.imap(_in_english, letters()) for read in some]
    if "--write" in sys.argv:
        ties = learn_ties(known)
        write("sums", learn_fits(rows_of(known, ties)), THRESHOLD)
        write("sum_ties", ties, 0.0)
    print(*held_out(known, sets_named(sys.argv[1:]), (1.5, 2.0, 2.5, 3.0, 3.5)), sep="\n")


def _in_english(letter: Letter) -> list[Read]:
    with load_language("en").in_force():
        return list(_read(letter))


def _read(letter: Letter) -> Iterator[Read]:
    """The letter, and its copies that hold a slip of this rule."""
    clean = _candidates(letter, letter.name, letter.text, clean=True)
    exact = {_places(one): (kind, at) for kind in clean.kinds for at, one in enumerate(kind.sums) if one.slip is None}
    for copy in letter.planted:
        if copy.rules[0] == RULE:
            yield _of_copy(letter, copy, exact)
    yield clean


def _of_copy(letter: Letter, copy: Planted, exact: dict[Places, tuple[Sums, int]]) -> Read:
    """The error is the sum that was exact before; those of the clean letter are then known to be meant."""
    found = _candidates(letter, copy.name, copy.text, clean=False)
    for kind in found.kinds:
        for at, one in enumerate(kind.sums):
            spans = [member.claim.quantity.number_span for member in one.members]
            touched = any(span.start <= copy.end and copy.start <= span.end for span in spans)
            if one.slip is None or not touched:
                continue
            kind.touching.add(at)
            was = [letter.place_in_clean(copy, span.start) for span in spans]
            for places, (meant, there) in exact.items():
                if _same(was, places):
                    kind.errors.add(at)
                    meant.trusted.add(there)
    return found


def _candidates(letter: Letter, name: str, text: str, *, clean: bool) -> Read:
    figures, kinds = figures_of(text), []
    for row in summable(figures).values():
        sums = list(candidate_sums(row))
        kinds.append(Sums(sums, [tie_features(figures, one, row) for one in sums]))
    return Read(letter.of, name, clean, figures, dict(values_of(figures)), kinds)


def _same(was: list[int | None], places: Places) -> bool:
    alike = len(was) == len(places)
    return alike and all(a is None or abs(a - b) <= _NEAR for a, b in zip(was, places, strict=True))


def _places(one: Sum) -> Places:
    return tuple(member.claim.quantity.number_span.start for member in one.members)


if __name__ == "__main__":
    main()
