"""The weights of rows misquoted: `python -m tests.benchmarks.fits.pointed_rows [--write]`, some four minutes.

First step: a figure and a row of the packaged table, true where the figure is of that row whatever its number. Second
step: a row of another number, true where the figure misquotes it. Prints, for each set by weights learned from the
others, how many wrong figures are caught and how many right ones and traps would be refuted if nothing but the weights
were asked; `--write` puts the weights learned from all sets into `sources/evidence/pointing/pointing_weights.yml`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from claims.extracting import extract
from claims.extraction import Extraction
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Claim, Span
from sources.comparison.asking.question_read import ask
from sources.comparison.asking.weighing import Scales, is_out, usable
from sources.comparison.settling import settled
from sources.evidence.candidates import Candidate, candidates
from sources.evidence.pointing.number_features import Number, number_features, with_pointing
from sources.evidence.pointing.pointed import in_order, pointed_rows, repeated_score
from sources.evidence.pointing.pointer_features import Best, pointer_features
from sources.evidence.pointing.pool import pool
from sources.evidence.sentence.around import beside_of, claims_by_sentence
from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.clues_read import clues_of
from sources.evidence.sentence.letter_told import LetterTold
from sources.evidence.units_told import in_units_of
from sources.lookup.table_index import Index, index_of
from sources.model import Observation, ReferenceTable
from sources.settings import DEFAULTS
from sources.table.load import load_table
from tests.benchmarks.fits.learning import Learned, regress
from tests.benchmarks.fits.spent_figures import Labelled, LabelledLetter, labelled_letters

RIDGE, NUMBER_RIDGE, THRESHOLD = 4.0, 2.0, 1.5
THRESHOLDS = (0.0, 1.0, 1.5, 2.0, 3.0)
WEIGHTS = Path("sources/evidence/pointing/pointing_weights.yml")
COMPARED = ("statistic", "money", "percentage")
Features = Mapping[str, float]
Truth = frozenset[tuple[str, str, object]]


@dataclass(slots=True)
class Figure:
    """A labelled figure with what was read of it; the rows of its pool with the features of the first step.

    `truth`: the rows it is of, by measure, producer and number; of a wrong figure those of other numbers.
    """

    of: str
    label: Labelled
    clues: Clues
    found: Sequence[Candidate]
    truth: Truth
    rows: Sequence[tuple[Candidate, Features]]
    number: Number | None = None
    second: dict[int, Features] = field(default_factory=dict)

    def is_true(self, each: Candidate) -> bool | None:
        """Whether the figure is of a row; `None` where that is not known and nothing is to be learned."""
        if key(each.row) in self.truth and self.label.kind != "trap":
            return True
        unknown = self.label.may_be_borne_out if self.label.kind == "trap" else not self.truth
        return None if unknown else False


def key(row: Observation) -> tuple[str, str, object]:
    return row.measure_id, row.producer_id, row.value


def figures(table: ReferenceTable) -> Iterator[Figure]:
    """Every labelled figure that is read as a claim."""
    scales = Scales(index=index_of(table), settings=DEFAULTS)
    for letter in labelled_letters():
        read = letter_from_bytes(letter.text.encode(), path=f"{letter.name}.txt", letter_id=letter.name)
        extraction = extract(read, table.field)
        told = LetterTold(extraction, scales.index)
        for label in letter.figures:
            place = Span(label.start, label.end)
            claim = next((one for one in extraction.claims if one.span == place), None)
            if claim is not None and claim.kind in COMPARED:
                yield _figure(letter, label, claim, extraction, told, scales, table)


def _figure(
    letter: LabelledLetter,
    label: Labelled,
    claim: Claim,
    extraction: Extraction,
    told: LetterTold,
    scales: Scales,
    table: ReferenceTable,
) -> Figure:
    index = scales.index
    beside = beside_of(claim, claims_by_sentence(extraction), extraction, told)
    clues = clues_of(in_units_of(claim, index), extraction.letter, index, beside)
    question = settled(ask(clues.claim, extraction.letter, index, in_note=False, as_known=None), clues, scales)

    def may(row: Observation) -> bool:
        return usable(row, question, index) and is_out(row, question)

    found = [each for each in candidates(clues, question.interval, index) if may(each.row)]
    rows = pool(clues, found, question.interval, index, may)
    best = Best.of(rows)
    features = [(each, pointer_features(each, clues, best, index)) for each in rows]
    return Figure(letter.of, label, clues, found, _truth(label, clues, table), features)


def _truth(label: Labelled, clues: Clues, table: ReferenceTable) -> Truth:
    rows = (row for row in table.observations if row.observation_id in label.rows)
    return frozenset(key(row) for row in rows if label.kind != "wrong" or row.value != clues.value)


def learn_pointer(known: Sequence[Figure]) -> Learned:
    """The weights of the first step; the rows of one figure count little each."""
    pairs = [(figure, told, figure.is_true(each)) for figure in known for each, told in figure.rows]
    sure = [(figure, told, true) for figure, told, true in pairs if true is not None]
    many = Counter(id(figure) for figure, _, _ in sure)
    weights = [1.0 if true else max(0.05, 4.0 / many[id(figure)]) for figure, _, true in sure]
    return regress([told for _, told, _ in sure], [true for _, _, true in sure], weights, RIDGE)


def second_step(figure: Figure, pointer: Learned, index: Index) -> list[tuple[Candidate, Features]]:
    """The rows of other numbers that are pointed at, with the features of the second step."""
    if figure.number is None:
        repeated = repeated_score(figure.clues, figure.found, index)
        figure.number = Number.of(figure.clues, figure.found, repeated, index)
    made = []
    for each in pointed_rows(in_order([(pointer.weigh(told), row) for row, told in figure.rows])):
        name = id(each.candidate)
        if name not in figure.second:
            figure.second[name] = number_features(each.candidate, figure.number, figure.clues, index)
        made.append((each.candidate, with_pointing(figure.second[name], each.score, each.ahead, each.over)))
    return made


def learn_number(known: Sequence[Figure], pointer: Learned, index: Index) -> Learned:
    """The weights of the second step; of a wrong figure only the row that it misquotes."""
    features, truths, weights = list[Features](), list[bool](), list[float]()
    for figure in known:
        wrong = figure.label.kind == "wrong"
        rows = second_step(figure, pointer, index)
        for each, told in rows:
            if not wrong or key(each.row) in figure.truth:
                features.append(told)
                truths.append(wrong)
                weights.append(1.0 if wrong else max(0.2, 3.0 / len(rows)))
    return regress(features, truths, weights, NUMBER_RIDGE)


def main() -> None:
    table = load_table(None)
    index = index_of(table)
    with load_language("en").in_force():
        known = list(figures(table))
        for of in sorted({figure.of for figure in known}):
            others = [figure for figure in known if figure.of != of]
            pointer = learn_pointer(others)
            number = learn_number(others, pointer, index)
            print(_told(of, [figure for figure in known if figure.of == of], pointer, number, index))
        known = [figure for figure in known if f"--without={figure.of}" not in sys.argv]
        if "--write" in sys.argv:
            pointer = learn_pointer(known)
            _write(pointer, learn_number(known, pointer, index))


def _told(of: str, own: Sequence[Figure], pointer: Learned, number: Learned, index: Index) -> str:
    """How many figures of each kind would be refuted from each threshold on."""
    best = [
        (max((number.weigh(told) for _, told in second_step(figure, pointer, index)), default=-9.0), figure.label.kind)
        for figure in own
    ]
    lines = (f"{least}: {dict(Counter(kind for score, kind in best if score >= least))}" for least in THRESHOLDS)
    return f"{of} {dict(Counter(kind for _, kind in best))} {'; '.join(lines)}"


def _write(pointer: Learned, number: Learned) -> None:
    record = {
        family: {
            "threshold": threshold,
            "bias": round(learned.bias, 3),
            "weights": {name: round(weight, 3) for name, weight in sorted(learned.weights.items())},
        }
        for family, learned, threshold in (("pointer", pointer, 0.0), ("misquoted", number, THRESHOLD))
    }
    head = "# Learned weights; not changed by hand. Made by tests/benchmarks/fits/pointed_rows.py (decision 19).\n"
    WEIGHTS.write_text(head + yaml.safe_dump(record, sort_keys=False, width=120), encoding="utf-8")


if __name__ == "__main__":
    main()
