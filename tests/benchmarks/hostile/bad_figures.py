"""Figures that no one can reckon with, where figures stand."""

from __future__ import annotations

import random

from tests.benchmarks.hostile.bad_kinds import Outcome
from tests.benchmarks.scale.made_letters import TOWNS

FIGURES = (
    "9" * 30,
    "9" * 5000,
    "1e999",
    "1E+40",
    "1" + ",000" * 400,
    "1,,,1",
    ",1,",
    "1.2.3.4.5",
    "0." + "0" * 400 + "1",
    "1/0",
    "0/0",
    "3/00",
    "½⅓¼",
    "1½/2½",
    "-0",
    "−−5",
    "+-7",
    "5-1",
    "99999999999-1",
    "1-2-3-4-5",
    "٣,٠٠٠",
    "MMMMMMMM",
    "MCMXCIX",
    "1'000'000",
    "1 000 000 000 000 000 000 000",
    "1_000",
    "0x1F",
    "1.000.000,00",
    "NaN",
    "Infinity",
    "-inf",
    "1e-400",
    "10^400",
    "10⁴⁰⁰",
    "2²⁵⁵",
    "one hundred hundred hundred",
    "five trillion trillion trillion",
    "million million million",
    "a dozen dozen dozen gross",
    "twenty-twenty-twenty",
    "minus nine hundred billion",
    "half a third of a quarter of 7",
    "two and a half and a half",
    "1000000000000000000000th",
    "99999999999999999999 years",
    "10 million per cent",
    "400% of 300% of -200%",
    "0 per cent of 0",
    "31 February 2021",
    "0 January 0000",
    "1 January 99999",
    "29 February 2023",
    "the year 0001",
    "12/31/9999",
    "9999-12-31",
    "year 10000000000",
    "the 32nd of May 2020",
    "24:61 on 00.00.0000",
    "Q9 2021",
    "since 9999 BC",
    "30,000 BC until 9999 AD",
    "300 months ago and 40000 centuries",
    "between 5 and between 6 and 7",
    "from 9 to from 8",
    "up to at least more than 5",
    "$1e400",
    "€€5",
    "£-3.5.2bn",
    "USD 9" + "0" * 60,
    "5 km/h/h/h",
    "7 m² m³ m⁴",
    "1:0",
    "1 in 0",
    "0 in 0",
    "one out of zero",
    "0 out of every 0",
    "x2",
    "1,234,56",
    "12,34,56,789",
    "1.234,567.89",
    "100 - 100 = 0 / 0",
    "5 of the 3",
    "9 of which 90",
)


def with_figures(dice: random.Random) -> tuple[bytes, Outcome]:
    """Figures that no one can reckon with, where figures stand."""
    before = ("At least", "More than", "Nearly", "Of the", "Between", "Some", "Not")
    after = (
        "boats lie idle",
        "people fled",
        "years",
        "per cent of them",
        "were killed since",
        "days later",
        "% more than",
        "of",
    )
    pick = dice.choice
    said = [
        f"{pick(before)} {pick(FIGURES)} {pick(after)} {pick(FIGURES)} in {pick(TOWNS)}."
        for _ in range(dice.choice((2, 8, 40)))
    ]
    names = "".join(f"{n}. Union of {dice.choice(FIGURES)[:80]} {dice.choice(TOWNS)}\n" for n in range(1, 5))
    signed = f"Signed by {dice.choice(FIGURES)[:300]} organisations:"
    return f"On {dice.choice(FIGURES)[:90]}\n\n{' '.join(said)}\n\n{signed}\n\n{names}".encode(), "read"
