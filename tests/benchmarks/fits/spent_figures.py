"""Letters of spent blind sets whose figures were labelled with the rows of the packaged table that they tell.

All are invented by our own examiners. Each line of `spent_figures.jsonl` is a letter and its labelled claims: where
(`start`, `end`, in code points), whether the figure is right, wrong or a trap (`kind`), whether the sources may bear it
out (`consistent`), which measures it may be read as, which rows print it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure of a letter and what is known of it."""

    start: int
    end: int
    kind: Literal["right", "wrong", "trap"]
    may_be_borne_out: bool
    measures: frozenset[str]
    rows: frozenset[str]


@dataclass(frozen=True, slots=True)
class LabelledLetter:
    """A letter of one of the sets with its labelled figures."""

    name: str
    of: str
    text: str
    figures: tuple[Labelled, ...]


def labelled_letters() -> Iterator[LabelledLetter]:
    """All letters of all sets."""
    with (HERE / "spent_figures.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            figures = tuple(
                Labelled(
                    each["start"],
                    each["end"],
                    each["kind"],
                    each["consistent"],
                    frozenset(each["measures"]),
                    frozenset(each["rows"]),
                )
                for each in row["claims"]
            )
            yield LabelledLetter(row["letter"], row["set"], row["text"], figures)
