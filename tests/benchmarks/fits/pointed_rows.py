"""The weights of rows misquoted: `python -m tests.benchmarks.fits.pointed_rows [--write]`, some two minutes.

First step: a figure and a row of the packaged table, true where the figure is of that row whatever its number. Second
step: a row of another number, true where the figure misquotes it. Prints, for each set by weights learned from the
others, how many wrong figures are caught and how many right ones and traps would be refuted; `--write` puts the weights
learned from all sets into `sources/evidence/pointing/pointing_weights.yml`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from claims.extracting import extract
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Span
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
from sources.lookup.table_index import index_of
from sources.model import Observation, ReferenceTable
from sources.settings import DEFAULTS
from sources.table.load import load_table
from tests.benchmarks.fits.learning import Learned, regress
from tests.benchmarks.fits.spent_figures import Labelled, LabelledLetter, labelled_letters

RIDGE, NUMBER_RIDGE, THRESHOLD = 4.0, 2.0, 1.5
WEIGHTS = Path("sources/evidence/pointing/pointing_weights.yml")
COMPARED = ("statistic", "money", "percentage")


@dataclass(slots=True)
class Figure:
    """A labelled figure with what was read of it; the rows of its pool with the features of the first step."""

    of: str
    name: str
    label: Labelled
    clues: Clues
    found: list[Candidate]
    rows: list[tuple[Candidate, Mapping[str, float], bool | None]]
    number: Number | None = None
    second: dict[int, Mapping[str, float]] = field(default_factory=dict)


def figures(table: ReferenceTable) -> Iterator[Figure]:
    scales = Scales(index=index_of(table), settings=DEFAULTS)
    for letter in labelled_letters():
        yield from _of_letter(letter, table, scales)


def _of_letter(letter: LabelledLetter, table: ReferenceTable, scales: Scales) -> Iterator[Figure]:
    read = letter_from_bytes(letter.text.encode(), path=f"{letter.name}.txt", letter_id=letter.name)
    extraction = extract(read, table.field)
    told, by_sentence = LetterTold(extraction, scales.index), claims_by_sentence(extraction)
    for label in letter.figures:
        place = Span(label.start, label.end)
        claim = next((one for one in extraction.claims if one.span == place), None)
        if claim is None or claim.kind not in COMPARED:
            continue
        beside = beside_of(claim, by_sentence, extraction, told)
        clues = clues_of(in_units_of(claim, scales.index), extraction.letter, scales.index, beside)
        question = settled(
            ask(clues.claim, extraction.letter, scales.index, in_note=False, as_known=None), clues, scales
        )

        def may(row: Observation) -> bool:
            return usable(row, question, scales.index) and is_out(row, question)

        found = [each for each in candidates(clues, question.interval, scales.index) if may(each.row)]
        rows = pool(clues, found, question.interval, scales.index, may)
        best = Best.of(rows)
        truth = _truth(label, clues, table)
        yield Figure(
            letter.of,
            letter.name,
            label,
            clues,
            found,
            [(each, pointer_features(each, clues, best, scales.index), _is_true(each, label, truth)) for each in rows],
        )


def _truth(label: Labelled, clues: Clues, table: ReferenceTable) -> set[tuple[object, ...]]:
    """The rows that a figure is of, by measure, producer and number; of a wrong one those of other numbers."""
    rows = [row for row in table.observations if row.observation_id in label.rows]
    if label.kind == "wrong":
        rows = [row for row in rows if row.value != clues.value]
    return {(row.measure_id, row.producer_id, row.value) for row in rows}


def _is_true(each: Candidate, label: Labelled, truth: set[tuple[object, ...]]) -> bool | None:
    row = each.row
    if (row.measure_id, row.producer_id, row.value) in truth and label.kind != "trap":
        return True
    if label.kind == "trap" or not truth:
        return None if label.may_be_borne_out or label.kind != "trap" else False
    return False


def learn_pointer(known: Sequence[Figure]) -> Learned:
    pairs = [(f, told, true) for f in known for _, told, true in f.rows if true is not None]
    many = Counter(id(f) for f, _, _ in pairs)
    weights = [1.0 if true else max(0.05, 4.0 / many[id(f)]) for f, _, true in pairs]
    return regress([told for _, told, _ in pairs], [true for _, _, true in pairs], weights, RIDGE)


def second_step(f: Figure, pointer: Learned, table: ReferenceTable) -> list[tuple[Candidate, Mapping[str, float], float]]:
    index = index_of(table)
    scored = in_order([(pointer.weigh(told), row) for row, told, _ in f.rows])
    if f.number is None:
        f.number = Number.of(f.clues, f.found, repeated_score(f.clues, f.found, index), index)
    made = []
    for each in pointed_rows(scored):
        key = id(each.candidate)
        if key not in f.second:
            f.second[key] = number_features(each.candidate, f.number, f.clues, index)
        made.append((each.candidate, with_pointing(f.second[key], each.score, each.ahead, each.over), each.score))
    return made


def learn_number(known, pointer, table):
    feats, truths, weights = [], [], []
    for f in known:
        truth = _truth(f.label, f.clues, table)
        rows = second_step(f, pointer, table)
        for each, told, _ in rows:
            key = (each.row.measure_id, each.row.producer_id, each.row.value)
            if f.label.kind == "wrong" and key not in truth:
                continue
            feats.append(told)
            truths.append(f.label.kind == "wrong")
            weights.append(1.0 if truths[-1] else max(0.2, 3.0 / len(rows)))
    return regress(feats, truths, weights, NUMBER_RIDGE)


def main() -> None:
    table = load_table(None)
    with load_language("en").in_force():
        known = list(figures(table))
        for of in sorted({f.of for f in known}):
            others = [f for f in known if f.of != of]
            pointer = learn_pointer(others)
            number = learn_number(others, pointer, table)
            print(_told(of, [f for f in known if f.of == of], pointer, number, table))
        if "--write" in sys.argv:
            pointer = learn_pointer(known)
            _write(pointer, learn_number(known, pointer, table))


def _told(of, own, pointer, number, table) -> str:
    scores = []
    for f in own:
        rows = second_step(f, pointer, table)
        best = max(((number.weigh(told), each) for each, told, _ in rows), key=lambda p: p[0], default=(-9, None))
        scores.append((best[0], f, best[1]))
    lines = []
    for threshold in (0, 1, 2, 3, 4):
        c = Counter(f.label.kind for s, f, _ in scores if s >= threshold)
        lines.append(f"{threshold}: wrong {c['wrong']} right {c['right']} trap {c['trap']}")
    n = Counter(f.label.kind for f in own)
    return f"{of} {dict(n)} " + "; ".join(lines)


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
