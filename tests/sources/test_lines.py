"""Lines of figures that are read without us: what is claimed for when, what was counted for when, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from claims.model import Claim, Letter
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.model import Observation, ReferenceTable
from sources.settings import DEFAULTS

START, LETTER = date(2020, 1, 1), date(2020, 7, 1)
CHILDREN = {"measure_id": "children_killed"}
HELD = {"measure_id": "held", "period_start": None}
WINDOW = {"period_start": date(2019, 11, 1), "period_end": date(2020, 5, 31)}
FLOOD = {"measure_id": "dead_in_event", "event_id": "flood", "place": "Yarg", "period_start": date(2020, 5, 1)}

# claim, figures, the whole line
LINES: list[tuple[dict[str, Any], list[dict[str, Any]], str]] = [
    ({"value": 500}, [], "500 claimed; no figure of it in the table"),
    (
        {"value": 300, "comparator": ">="},
        [{"value": 300, **WINDOW}],
        "≥ 300 claimed for 1 Jan–1 Jul 2020; 300 counted for 1 Nov 2019–31 May 2020 (Producer A): "
        "1 Jun–1 Jul 2020 not covered",
    ),
    (
        {"value": 400},
        [{"value": 300, "period_start": date(2020, 2, 1), "period_end": date(2020, 5, 31)}],
        "400 claimed for 1 Jan–1 Jul 2020; 300 counted for 1 Feb–31 May 2020 (Producer A): "
        "1–31 Jan 2020 and 1 Jun–1 Jul 2020 not covered",
    ),
    (
        {"value": 400},
        [{"value": 600, "period_start": date(2019, 12, 1), "period_end": date(2020, 8, 1)}],
        "400 claimed for 1 Jan–1 Jul 2020; 600 counted for 1 Dec 2019–1 Aug 2020 (Producer A), a longer stretch",
    ),
    (
        {"value": 1100, "measure": "held", "start": None},
        [{"value": 1000, "period_end": date(2020, 6, 20), **HELD}],
        "1,100 claimed for 1 Jul 2020; 1,000 for 20 Jun 2020 (Producer A)",
    ),
    (
        {"value": 500, "end": None, "letter": None},
        [{"value": 500}],
        "500 claimed at a date that the letter does not tell; 500 (Producer A, 1 Jan–30 Jun 2020)",
    ),
    (
        {"value": 400, "comparator": ">="},
        [{"value": 300, "place": "Yarg", "period_end": LETTER}],
        "≥ 400 claimed for 1 Jan–1 Jul 2020; 300 counted for 1 Jan–1 Jul 2020 (Producer A, Yarg)",
    ),
    (
        {"value": 200, "comparator": ">="},
        [{"value": 300, "place": "Yarg", "period_end": LETTER}],
        '"Killed" in Yarg: 300 (Producer A, 1 Jan–1 Jul 2020) ⇒ ≥ 200',
    ),
    (
        {"value": 250, "comparator": ">="},
        [{"value": 300, **CHILDREN}],
        '"Children_killed": 300 (Producer A, 1 Jan–30 Jun 2020) ⇒ ≥ 250',
    ),
    (
        {"value": 100},
        [{"value": 300, **CHILDREN}],
        '"Children_killed": 300 (Producer A, 1 Jan–30 Jun 2020) > 100',
    ),
    (
        {"value": 40, "comparator": ">="},
        [{"value": 50, **FLOOD, "measure_id": "killed", "period_end": date(2020, 5, 5)}],
        '"Killed" of one event (The great flood): 50 (Producer A, 5 May 2020) ⇒ ≥ 40',
    ),
    (
        {"value": 500},
        [{"value": 500, "comparator": ">=", "period_end": LETTER}],
        "≥ 500 (Producer A, 1 Jan–1 Jul 2020); 500 claimed",
    ),
    (
        {"value": 14, "comparator": ">", "measure": "dead_in_event", "event": "flood", "place": "Yarg"},
        [{"value": 14, **FLOOD, "period_end": date(2020, 5, 5)}],
        "14 (Producer A, 5 May 2020), and > 14 claimed",
    ),
    (
        {"value": 200, "measure": "held", "direction": "up"},
        [{"value": 1000, "period_end": START, **HELD}, {"value": 1200, "period_end": LETTER, **HELD}],
        "1,200 (Producer A, 1 Jul 2020) − 1,000 (Producer A, 1 Jan 2020) = 200 ⇒ 200",
    ),
    (
        {"value": 400, "measure": "held", "direction": "up", "comparator": ">="},
        [{"value": 1000, "period_end": START, **HELD}, {"value": 1200, "period_end": LETTER, **HELD}],
        "1,200 (Producer A, 1 Jul 2020) − 1,000 (Producer A, 1 Jan 2020) = 200 < 400",
    ),
    (
        {"value": 20, "measure": "held", "direction": "up", "dimension": "percentage", "quantity_unit": "percent"},
        [{"value": 1000, "period_end": START, **HELD}, {"value": 1200, "period_end": LETTER, **HELD}],
        "(1,200 (Producer A, 1 Jul 2020) − 1,000 (Producer A, 1 Jan 2020)) / 1,000 = 20% ⇒ 20%",
    ),
    (
        {"value": 100, "measure": "held", "direction": "down"},
        [{"value": 1000, "period_end": START, **HELD}, {"value": 1200, "period_end": LETTER, **HELD}],
        "1,000 (Producer A, 1 Jan 2020) − 1,200 (Producer A, 1 Jul 2020) = −200 < 100",
    ),
    (
        {"value": 500, "measure": "cost", "dimension": "money", "quantity_unit": "USD", "start": None},
        [],
        "500 USD claimed; no figure of it in the table",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claimed", "figures", "line"), LINES, ids=[line for _, _, line in LINES])
def test_the_line_of_a_claim(
    claimed: dict[str, Any],
    figures: list[dict[str, Any]],
    line: str,
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    observation_of: Callable[..., Observation],
    table_of: Callable[..., ReferenceTable],
) -> None:
    told = {"measure": "killed", "start": START, "end": LETTER, "place": "Erehwon", "letter": LETTER, **claimed}
    letter = letter_of(told.pop("letter"))
    rows = [
        observation_of(f"row-{at}", each["value"], **{key: part for key, part in each.items() if key != "value"})
        for at, each in enumerate(figures)
    ]
    claim = claim_of(told.pop("value"), **told)
    verdict = compare_claim(claim, letter, Scales(index=Index(table_of(rows)), settings=DEFAULTS))
    assert verdict.arithmetic == line
