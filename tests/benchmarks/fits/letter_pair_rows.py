"""The weights of figures of two letters: `python -m tests.benchmarks.fits.letter_pair_rows [--write]`, some minutes.

`spent_pairs.jsonl` holds slips in one letter of what another letter of its set tells too. Prints what is found and
falsely alarmed of each set by weights learned from the others; `--write` puts those of all into `weights.yml`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from claims.extracting import extract
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.fits.repeats.letter_pair_features import letter_pair_features
from claims.relations.fits.repeats.letter_pairs import Side, key_of, kin_letters, letter_pairs, side_of
from claims.relations.fits.repeats.near_pairs import NearPair
from tests.benchmarks.fits.learning import Row, held_out, learn, write
from tests.benchmarks.fits.spent import HERE, Letter, Planted, letters

FAMILY, RULE = "letter_pairs", "cross-letter"
RIDGE, THRESHOLD = 5.0, 5.0
_BARE = Field(measures=(), events=(), producers=(), places=(), topics=())
_NEAR = 3


def main() -> None:
    with load_language("en").in_force():
        rows = list(all_rows())
    print(*held_out(rows, RIDGE, (1.5, 2.0, 2.5, 3.0, 3.5)), sep="\n")
    if "--write" in sys.argv:
        write(FAMILY, learn(rows, RIDGE), THRESHOLD)


def all_rows() -> Iterator[Row]:
    """The near pairs of clean letters of one set, none an error, and those of planted copies that touch the slip."""
    sets: dict[str, dict[str, Letter]] = defaultdict(dict)
    for letter in letters():
        sets[letter.of][letter.name] = letter
    for of, known in sets.items():
        sides = [side(letter.text) for letter in known.values()]
        for kinship in kin_letters(sides):
            for pair in letter_pairs(kinship):
                yield Row(of, f"{of} {kinship.names}", True, letter_pair_features(kinship, pair), error=False)
    for letter, other, copy in copies(sets):
        yield from _of_copy(letter, other, copy)


def copies(sets: dict[str, dict[str, Letter]]) -> Iterator[tuple[Letter, Letter, Planted]]:
    """Each letter with a slip in it, and the letter that tells the same; those whose letters are not kept are left."""
    with (HERE / "spent_pairs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            known = sets[row["set"]]
            if row["letter"] in known and row["with"] in known:
                letter, at = known[row["letter"]], row["at"]
                text = letter.text[:at] + row["now"] + letter.text[at + len(row["was"]) :]
                copy = Planted(row["name"], text, at, at + len(row["now"]), (RULE,))
                yield letter, known[row["with"]], copy


def _of_copy(letter: Letter, other: Letter, copy: Planted) -> Iterator[Row]:
    was, alike = side(letter.text), set()
    there = side(other.text)
    for one, again in product(was.ground.row, there.ground.row):
        if key_of(one) == key_of(again):
            alike.add((one.claim.quantity.number_span.start, again.claim.quantity.number_span.start))
    for kinship in kin_letters([side(copy.text), there]):
        for pair in letter_pairs(kinship):
            span = pair.one.claim.quantity.number_span
            if span.start <= copy.end and copy.start <= span.end:
                place = letter.place_in_clean(copy, span.start)
                error = _was_alike(place, pair, alike)
                yield Row(letter.of, copy.name, False, letter_pair_features(kinship, pair), error=error)


def _was_alike(place: int | None, pair: NearPair, alike: set[tuple[int, int]]) -> bool:
    there = pair.again.claim.quantity.number_span.start
    return any(b == there and (place is None or abs(a - place) <= _NEAR) for a, b in alike)


def side(text: str) -> Side:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    read = extract(letter, _BARE)
    return side_of(0, read.document, read.readings, read.claims)


if __name__ == "__main__":
    main()
