"""The weights of sums: `python -m tests.benchmarks.fits.sum_rows [--write]`, from the repository's root, some minutes.

Prints what is found and falsely alarmed of each set by weights learned from the others, and with `--write` puts those
learned from all of them into `claims/relations/fits/weights.yml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from claims.document import Document
from claims.extracting import extract
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.figures import Figure, Figures
from claims.relations.fits.sums.near_sums import Sum, candidate_sums, summable
from claims.relations.fits.sums.sum_features import features_of
from claims.relations.told_figures import read_figures
from tests.benchmarks.fits.learning import Row, held_out, learn
from tests.benchmarks.fits.spent import Letter, Planted, letters

FAMILY, RULE = "sums", "parts-whole"
RIDGE, THRESHOLD = 3.0, 2.5
WEIGHTS = Path("claims/relations/fits/weights.yml")
_BARE = Field(measures=(), events=(), producers=(), places=(), topics=())
_NEAR = 3
"""A figure's number may begin so many code points further on where the slip stands right before it."""

Places = tuple[int, ...]


def main() -> None:
    with load_language("en").in_force():
        rows = [row for letter in letters() for row in _rows(letter)]
    print(*held_out(rows, RIDGE, (1.5, 2.0, 2.5, 3.0)), sep="\n")
    if "--write" in sys.argv:
        learned = learn(rows, RIDGE)
        record = {"threshold": THRESHOLD, "bias": round(learned.bias, 3)}
        weights = {name: round(weight, 3) for name, weight in sorted(learned.weights.items())}
        head = "".join(line for line in WEIGHTS.open(encoding="utf-8") if line.startswith("#"))
        all_of_them = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8")) | {FAMILY: record | {"weights": weights}}
        WEIGHTS.write_text(head + yaml.safe_dump(all_of_them, sort_keys=False, width=120), encoding="utf-8")


def _rows(letter: Letter) -> Iterator[Row]:
    figures = _figures(letter.text)
    exact: set[Places] = set()
    for row in summable(figures).values():
        sums = list(candidate_sums(row))
        exact |= {_places(one) for one in sums if one.slip is None}
        for _, features in _weighed(figures, row, sums):
            yield Row(letter.of, letter.name, True, features, error=False)
    for copy in letter.planted:
        if RULE in copy.rules:
            yield from _of_copy(letter, copy, exact)


def _of_copy(letter: Letter, copy: Planted, exact: set[Places]) -> Iterator[Row]:
    """The candidates that touch the slip; the error is the one that was exact before."""
    figures = _figures(copy.text)
    for row in summable(figures).values():
        for one, features in _weighed(figures, row, list(candidate_sums(row))):
            spans = [member.claim.quantity.number_span for member in one.members]
            if any(span.start <= copy.end and copy.start <= span.end for span in spans):
                was = [letter.place_in_clean(copy, span.start) for span in spans]
                error = any(_same(was, places) for places in exact)
                yield Row(letter.of, copy.name, False, features, error=error)


def _same(was: list[int | None], places: Places) -> bool:
    alike = len(was) == len(places)
    return alike and all(a is None or abs(a - b) <= _NEAR for a, b in zip(was, places, strict=True))


def _weighed(figures: Figures, row: list[Figure], sums: list[Sum]) -> Iterator[tuple[Sum, dict[str, float]]]:
    """The near sums and their features, as `find_fitted` weighs them."""
    exact = [one for one in sums if one.slip is None]
    for one in sums:
        if one.slip is not None:
            same = [o for o in exact if o.whole is one.whole and not {*map(id, o.parts)}.isdisjoint(map(id, one.parts))]
            if not any(other.skipped <= one.skipped for other in same):
                yield one, features_of(figures, one, row, same)


def _places(one: Sum) -> Places:
    return tuple(member.claim.quantity.number_span.start for member in one.members)


def _figures(text: str) -> Figures:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    read = extract(letter, _BARE)
    document: Document = read.document
    return read_figures(document, read.readings, read.claims)


if __name__ == "__main__":
    main()
