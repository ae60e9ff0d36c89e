"""Every id an editor can meet has words, and none of the words rules on a claim."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import get_args

import pytest

from claims.model import CitationKind, ClaimKind, Comparator, Direction, Interval
from expectations.model import Severity, Status
from reports.exports.contract import contract_schema
from reports.words.wording import counted, day, figure, interval_words, keys, period_words, word
from sources.model import AgainstSource, Caution, Grade, Timeliness

GROUPS = {
    "against_source": get_args(AgainstSource),
    "timeliness": (*get_args(Timeliness), "none"),
    "cautions": get_args(Caution),
    "status": get_args(Status),
    "severity": get_args(Severity),
    "kind": get_args(ClaimKind),
    "comparator": get_args(Comparator),
    "grade": get_args(Grade),
    "citation": get_args(CitationKind),
    "direction": get_args(Direction),
    "rule": tuple(contract_schema()["$defs"]["rule"]["enum"]),
}


@pytest.mark.parametrize("group", GROUPS)
def test_every_id_has_words_and_every_word_an_id(group):
    assert set(keys(group)) == set(GROUPS[group])
    assert all(word(group, key).label and word(group, key).short and word(group, key).sentence for key in GROUPS[group])


@pytest.mark.parametrize("group", ["against_source", "cautions", "status"])
def test_every_colour_has_a_sign_beside_it(group):
    assert all(word(group, key).symbol for key in GROUPS[group])


def test_verdicts_differ_by_sign_and_not_by_colour_alone():
    signs = [word("against_source", key).symbol for key in GROUPS["against_source"]]
    assert len(set(signs)) == len(signs)


def test_nothing_is_called_true_or_false():
    text = files("reports").joinpath("wording.yml").read_text(encoding="utf-8")
    assert not re.search(r"\b(true|false|wrong|untrue)\b", re.sub(r"#.*", "", text), re.I)


def test_an_id_without_words_is_shown_as_its_own():
    assert (word("rule", "brand-new_rule").label, word("rule", "brand-new_rule").sentence) == ("Brand new rule", "")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("19740", "19,740"), ("1.6E+6", "1,600,000"), ("2.50", "2.50"), ("-0.5", "-0.5"), ("1E+5000", "1.000e+5000")],
)
def test_figures(value, shown):
    assert figure(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("low", "high", "open_ends", "shown"),
    [
        ("22", None, "", "22 or more"),
        ("4000", None, "low", "more than 4,000"),
        (None, "9", "", "9 or less"),
        (None, "9", "high", "less than 9"),
        ("3897", "3897", "", "exactly 3,897"),
        ("20", "30", "", "20 to 30"),
        ("1550000", "1650000", "high", "1,550,000 to just below 1,650,000"),
        ("1", "2", "low", "more than 1, up to 2"),
        ("1", "2", "low high", "more than 1, less than 2"),
        (None, None, "", "any figure"),
    ],
)
def test_intervals(low, high, open_ends, shown):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    interval = Interval(low=ends[0], high=ends[1], low_open="low" in open_ends, high_open="high" in open_ends)
    assert interval_words(interval) == shown


@pytest.mark.parametrize(
    ("start", "end", "grain", "shown"),
    [
        (date(2021, 2, 1), date(2023, 8, 7), "day", "1 February 2021 to 7 August 2023"),
        (date(2021, 2, 1), date(2021, 2, 28), "month", "February 2021"),
        (date(2021, 2, 1), date(2023, 8, 7), "month", "February 2021 to 7 August 2023"),
        (date(2021, 1, 1), date(2021, 12, 31), "year", "2021"),
        (date(2021, 4, 1), date(2021, 6, 30), "quarter", "April 2021 to June 2021"),
        (date(2021, 2, 1), None, "day", "from 1 February 2021, end not stated"),
        (None, date(9999, 12, 31), "year", "until 31 December 9999, start not stated"),
        (None, None, "day", "dates not stated"),
    ],
)
def test_periods(start, end, grain, shown):
    assert period_words(start, end, grain) == shown


def test_counts_and_days():
    assert (counted(1, "claim"), counted(1200, "claim"), counted(0, "letter")) == (
        "1 claim",
        "1,200 claims",
        "0 letters",
    )
    assert (day(date(2023, 8, 7)), day(date(2023, 8, 31), "month"), day(None)) == ("7 August 2023", "August 2023", "–")
