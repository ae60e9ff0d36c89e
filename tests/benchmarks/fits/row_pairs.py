"""The weights of rows: `python -m tests.benchmarks.fits.row_pairs [--write]`, from the repository's root, a minute.

A pair is a figure of a letter and a row of the packaged table with its number; it is true where the row is told.
Prints, for each set by weights learned from the others, how many right figures the likeliest row bears out and how many
wrong ones and traps; `--write` puts the weights learned from all sets into `sources/evidence/fits/row_weights.yml`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from claims.extracting import extract
from claims.extraction import Extraction
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Span
from sources.comparison.asking.question_read import ask
from sources.comparison.asking.weighing import Scales, is_out, usable
from sources.comparison.settling import settled
from sources.evidence.candidates import Candidate, candidates
from sources.evidence.fits.row_features import features
from sources.evidence.sentence.around import beside_of, claims_by_sentence
from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.clues_read import clues_of
from sources.evidence.sentence.letter_told import LetterTold
from sources.evidence.units_told import in_units_of
from sources.lookup.table_index import index_of
from sources.model import Observation, ReferenceTable
from sources.settings import DEFAULTS
from sources.table.load import load_table
from tests.benchmarks.fits.learning import Learned, regress
from tests.benchmarks.fits.spent_figures import Labelled, LabelledLetter, labelled_letters

RIDGE, THRESHOLD = 4.0, 1.5
WEIGHTS = Path("sources/evidence/fits/row_weights.yml")
COMPARED = ("statistic", "money", "percentage")


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure and a row with its number; `true` is None where it cannot be told and nothing is to be learned."""

    of: str
    figure: tuple[str, int]
    kind: str
    may_be_borne_out: bool
    features: Mapping[str, float]
    true: bool | None


def main() -> None:
    table = load_table(None)
    with load_language("en").in_force():
        pairs = [pair for letter in labelled_letters() for pair in _pairs(letter, table)]
    for of in sorted({pair.of for pair in pairs}):
        learned = _learn([pair for pair in pairs if pair.of != of])
        print(_told(of, [pair for pair in pairs if pair.of == of], learned))
    if "--write" in sys.argv:
        _write(_learn([pair for pair in pairs if f"--without={pair.of}" not in sys.argv]))


def _pairs(letter: LabelledLetter, table: ReferenceTable) -> Iterator[Pair]:
    scales = Scales(index=index_of(table), settings=DEFAULTS)
    read = letter_from_bytes(letter.text.encode(), path=f"{letter.name}.txt", letter_id=letter.name)
    extraction = extract(read, table.field)
    told, by_sentence = LetterTold(extraction, scales.index), claims_by_sentence(extraction)
    for figure in letter.figures:
        place = Span(figure.start, figure.end)
        claim = next((one for one in extraction.claims if one.span == place), None)
        if claim is not None and claim.kind in COMPARED:
            beside = beside_of(claim, by_sentence, extraction, told)
            clues = clues_of(in_units_of(claim, scales.index), extraction.letter, scales.index, beside)
            rows = [row for row in table.observations if row.observation_id in figure.rows]
            yield from _of_figure(letter, figure, rows, clues, extraction, scales)


def _of_figure(
    letter: LabelledLetter,
    figure: Labelled,
    rows: Sequence[Observation],
    clues: Clues,
    extraction: Extraction,
    scales: Scales,
) -> Iterator[Pair]:
    question = settled(ask(clues.claim, extraction.letter, scales.index, in_note=False, as_known=None), clues, scales)
    found = [
        each
        for each in candidates(clues, question.interval, scales.index)
        if usable(each.row, question, scales.index) and is_out(each.row, question)
    ]
    known: set[tuple[object, ...]] = {(row.measure_id, row.producer_id, row.value) for row in rows}
    for each in found:
        if each.same:
            true = _is_true(each, figure, known)
            told = features(each, clues, found, scales.index)
            yield Pair(letter.of, (letter.name, figure.start), figure.kind, figure.may_be_borne_out, told, true)


def _is_true(each: Candidate, figure: Labelled, known: set[tuple[object, ...]]) -> bool | None:
    row = each.row
    if figure.kind == "wrong":
        return False
    if figure.kind == "trap":
        return None if figure.may_be_borne_out else False
    if (row.measure_id, row.producer_id, row.value) in known or (not known and row.measure_id in figure.measures):
        return True
    return None if row.measure_id in figure.measures or row.measure_id in {one[0] for one in known} else False


def _learn(pairs: Sequence[Pair]) -> Learned:
    """Weights of the pairs of which the truth is known; those of a figure with many rows count less each."""
    known = [pair for pair in pairs if pair.true is not None]
    rows = Counter(pair.figure for pair in known)
    weights = [1.0 if pair.true else max(0.5, 2.0 / rows[pair.figure]) for pair in known]
    return regress([pair.features for pair in known], [bool(pair.true) for pair in known], weights, RIDGE)


def _told(of: str, pairs: Sequence[Pair], learned: Learned) -> str:
    best: dict[tuple[str, int], tuple[float, Pair]] = {}
    for pair in pairs:
        score = learned.bias + sum(learned.weights[name] * value for name, value in pair.features.items())
        if score > best.get(pair.figure, (-99.0, pair))[0]:
            best[pair.figure] = (score, pair)
    taken = [pair for score, pair in best.values() if score >= THRESHOLD]
    right = sum(pair.kind == "right" for pair in taken)
    false = sum(pair.kind != "right" and not pair.may_be_borne_out for pair in taken)
    everybody = sum(pair.kind == "right" for _, pair in best.values())
    return f"{of}: {right} of {everybody} right figures with a row of their number, {false} wrong ones or traps"


def _write(learned: Learned) -> None:
    record = {"threshold": THRESHOLD, "bias": round(learned.bias, 3)}
    weights = {name: round(weight, 3) for name, weight in sorted(learned.weights.items())}
    head = "".join(line for line in WEIGHTS.open(encoding="utf-8") if line.startswith("#"))
    told = yaml.safe_dump({"repeated": record | {"weights": weights}}, sort_keys=False, width=120)
    WEIGHTS.write_text(head + told, encoding="utf-8")


if __name__ == "__main__":
    main()
