"""The two seed letters, claim by claim, with the packaged reference table."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import read_letter
from claims.model import Claim
from sources.table.load import load_table

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def letters() -> dict[str, Extraction]:
    field = load_table().field
    return {path.name[:3]: extract(read_letter(str(path)), field) for path in sorted(SEEDS.glob("*.txt"))}


def row(claim: Claim) -> tuple[str, str, str, str | None]:
    return claim.kind, claim.quantity.comparator, str(int(claim.quantity.value)), claim.measure


def test_the_letter_to_malaysia(letters: dict[str, Extraction]) -> None:
    assert [row(claim) for claim in letters["000"].claims] == [
        ("signatories", "=", "285", "signatories"),
        ("ordinal", "=", "46", None),
        ("duration", ">", "4", None),
        ("statistic", ">", "4000", "airstrikes"),
        ("duration", "=", "2", None),
        ("statistic", ">", "3500000", "idps_total"),
        ("statistic", ">=", "171", "airstrikes"),
        ("statistic", ">=", "22", "children_killed"),
        ("statistic", ">=", "2", "teachers_killed"),
        ("duration", "=", "7", None),
        ("signatories", "=", "285", "signatories"),
        ("signatories", "=", "31", "signatories_undisclosed"),
    ]


def test_the_letter_to_the_defence_ministers(letters: dict[str, Extraction]) -> None:
    assert [row(claim) for claim in letters["002"].claims] == [
        ("signatories", "=", "551", "signatories"),
        ("duration", "=", "30", None),
        ("statistic", "=", "3897", "people_killed"),
        ("statistic", "=", "19740", "people_detained"),
        ("statistic", "=", "1600000", "idps_since_2021_coup"),
        ("signatories", "=", "551", "signatories"),
        ("signatories", "=", "298", "signatories_listed"),
        ("signatories", "=", "253", "signatories_undisclosed"),
        ("signatories", "=", "448", "signatories"),
        ("ordinal", "=", "53", None),
    ]


PERIODS = [
    ("000", "four years", "2021-02-01", "2025-05-21"),
    ("000", "4,000 airstrikes", "2021-02-01", "2025-05-21"),
    ("000", "3.5 million people", "2021-02-01", "2025-05-21"),
    ("000", "171 airstrikes", "2025-04-17", "2025-05-21"),
    ("000", "22 children", "2025-05-12", "2025-05-12"),
    ("000", "two teachers", "2025-05-12", "2025-05-12"),
    ("002", "30 months", "2021-02-01", "2023-08-15"),
    ("002", "3,897 people", "2021-02-01", "2023-08-07"),
    ("002", "19,740", "2021-02-01", "2023-08-07"),
    ("002", "1.6 million people", "2021-02-01", "2023-07-15"),
    ("002", "448 Myanmar regional and international organizations", "None", "2022-07-14"),
]


@pytest.mark.parametrize(("letter", "text", "start", "end"), PERIODS)
def test_periods(letters: dict[str, Extraction], letter: str, text: str, start: str, end: str) -> None:
    (claim,) = (claim for claim in letters[letter].claims if claim.text == text)
    assert claim.period is not None
    assert (str(claim.period.start), str(claim.period.end)) == (start, end)


def test_events_places_and_citations(letters: dict[str, Extraction]) -> None:
    by_text = {claim.text: claim for extraction in letters.values() for claim in extraction.claims}
    assert by_text["22 children"].event == by_text["two teachers"].event == "depayin_school_airstrike_2025-05-12"
    assert by_text["448 Myanmar regional and international organizations"].event is not None
    assert by_text["3.5 million people"].period is not None
    assert "sentence before" in (by_text["3.5 million people"].period.inherited or "")
    assert by_text["19,740"].quantity.additive
    assert by_text["19,740"].measures_possible == ("people_detained", "people_serving_sentence")
    assert by_text["3.5 million people"].measures_possible == ("idps_total", "idps_since_2021_coup")
    assert [c.mark for c in by_text["3,897 people"].citations] == ["iv"]
    assert [c.mark for c in by_text["1.6 million people"].citations] == ["v"]
    assert all(c.problem for c in by_text["171 airstrikes"].citations)
    statistics = [c for e in letters.values() for c in e.claims if c.kind == "statistic" and c.event is None]
    assert {claim.place for claim in statistics} == {"Myanmar"}


def test_every_number_is_accounted_for(letters: dict[str, Extraction]) -> None:
    for extraction in letters.values():
        assert extraction.numbers.unread == ()
        assert extraction.numbers.claimed == len(extraction.claims)
        assert all(item.reason for item in extraction.numbers.ignored)
    ignored = {item.text: item.reason for extraction in letters.values() for item in extraction.numbers.ignored}
    for name in ("Five-Point Consensus", "8888 Generation", "31", "June 2013"):
        assert any(name in text or text in name for text in ignored), name
