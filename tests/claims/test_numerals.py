"""Numerals in digits and words: what they are worth, how finely they are printed, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from claims.numbers.cardinals import numerals as reading
from claims.numbers.cardinals.literals import read_literal
from claims.numbers.cardinals.number_forms import forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.numerals import find_numerals
from claims.text.tokens import tokenize


def numerals(text: str) -> list[Numeral]:
    tokens = tokenize(text)
    return find_numerals(tokens, [False] * len(tokens))


def values(text: str) -> list[str]:
    return [f"{numeral.value.normalize():f}" for numeral in numerals(text) if numeral.kind != "unread"]


@pytest.mark.parametrize(
    "text",
    [
        "1,23,4",
        "1.2.3",
        "12,3456",
        "9" * 31,
    ],
)
def test_a_literal_of_no_convention_has_no_value(text: str) -> None:
    assert read_literal(text) is None


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1,000", "1000", "1"),
        ("1.000.000", "1000000", "1"),
        ("1.111,11", "1111.11", "0.01"),
        ("1,111.11", "1111.11", "0.01"),
        ("2,50,000", "250000", "1"),
        ("12,34,56,789", "123456789", "1"),
        ("1\u202f000", "1000", "1"),
        ("1\u00a0234\u00a0567", "1234567", "1"),
        ("1’000’000", "1000000", "1"),
        ("2,5", "2.5", "0.1"),
        ("3·5", "3.5", "0.1"),
        ("3.50", "3.50", "0.01"),
        (".5", "0.5", "0.1"),
        ("၁၂၃", "123", "1"),
        ("١٬٢٣٤٫٥", "1234.5", "0.1"),
        ("१२", "12", "1"),
        ("４５", "45", "1"),
    ],
)
def test_literals(text: str, value: str, step: str) -> None:
    literal = read_literal(text)
    assert literal is not None
    assert (literal.value, literal.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    "text",
    [
        "a second thought",
        "a third party",
        "the other half",
        "at half-staff",
        "per million",
        "double standards",
        "he scores often",
        "a few people",
        "several villages",
    ],
)
def test_these_are_no_cardinals(text: str) -> None:
    assert [n for n in numerals(text) if n.kind not in ("ordinal", "unread")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2019 300 people", ["2019", "300"]),
        ("4000 3 hundred", ["4000", "300"]),
        ("between one hundred and two hundred", ["100", "200"]),
        ("one hundred and two hundred", ["100", "200"]),
        ("1 234 567", ["1234567"]),
        ("40 000 homes", ["40000"]),
        ("a hundred and one", ["101"]),
        ("two dozen", ["24"]),
        ("a dozen", ["12"]),
        ("half a dozen", ["6"]),
        ("half a million", ["500000"]),
        ("half-a-million", ["500000"]),
        ("a quarter of a million", ["250000"]),
        ("quarter million", ["250000"]),
        ("a million and a half", ["1500000"]),
        ("two and a half million", ["2500000"]),
        ("3½", ["3.5"]),
        ("2 1/4", ["2.25"]),
        ("1.3bn", ["1300000000"]),
        ("25k", ["25000"]),
        ("2.4m tons", ["2400000"]),
        ("$5m", ["5000000"]),
        ("10M", ["10000000"]),
        ("37m long", ["37"]),
        ("5m/s", ["5"]),
        ("200m from the border", ["200"]),
        ("13 lakh", ["1300000"]),
        ("three lakh crore", ["3000000000000"]),
        ("twenty-eight thousand six hundred forty-two", ["28642"]),
        ("4 thousand 3 hundred and 21", ["4321"]),
        ("twelve hundred", ["1200"]),
        ("two hundred point zero three", ["200.03"]),
        ("1.3x10^6", ["1300000"]),
        ("2.998×10−8", ["0.00000002998"]),
        ("minus five", ["-5"]),
        ("−3.2", ["-3.2"]),
        ("it was -5 degrees", ["-5"]),
        ("15-20", ["15", "20"]),
        ("one point six million", ["1600000"]),
        ("one hundred and fifty thousand", ["150000"]),
    ],
)
def test_cardinals(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("a third of the voters", "0.3333333333333333333333333333", "a third"),
        ("two-thirds of them", "0.6666666666666666666666666667", "two-thirds"),
        ("three quarters", "0.75", "three quarters"),
        ("one in four children", "0.25", "one in four"),
        ("nine out of ten", "0.9", "nine out of ten"),
        ("one out of every five", "0.2", "one out of every five"),
        ("1/16 of it", "0.0625", "1/16"),
        ("1⁄32", "0.03125", "1⁄32"),
        ("⅓ of the voters", "0.3333333333333333333333333333", "⅓"),
        ("one twenty-fifth", "0.04", "one twenty-fifth"),
        ("half-an-hour", "0.5", "half-an"),
        ("more than half", "0.5", "half"),
    ],
)
def test_shares(text: str, value: str, written: str) -> None:
    (share,) = numerals(text)
    assert (share.kind, share.value, text[share.start : share.end]) == ("share", Decimal(value), written)


@pytest.mark.parametrize(
    "text", ["22/04", "9/11", "the last three quarters", "scored five in 300 games", "one in 2021", "third-party"]
)
def test_these_are_no_shares(text: str) -> None:
    assert all(numeral.kind != "share" for numeral in numerals(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 100),
        ("scores of people", 40, 100),
        ("hundreds", 100, 1000),
        ("thousands", 1000, 10000),
        ("tens of thousands", 10000, 100000),
        ("hundreds of thousands", 100000, 1000000),
        ("millions", 1000000, 10000000),
        ("several hundred", 200, 1000),
        ("a few thousand", 2000, 10000),
        ("a couple of dozen", 24, 120),
        ("several hundred thousand", 200000, 1000000),
    ],
)
def test_vague_amounts_are_intervals(text: str, low: int, high: int) -> None:
    (vague,) = numerals(text)
    assert (vague.kind, vague.value, vague.high) == ("vague", low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twice", "2"),
        ("fivefold", "5"),
        ("10-fold", "10"),
        ("doubled", "2"),
        ("halved", "0.5"),
        ("three times as many", "3"),
        ("3x", "3"),
        ("double the number", "2"),
    ],
)
def test_multiples(text: str, value: str) -> None:
    assert [(n.kind, n.value) for n in numerals(text)] == [("multiple", Decimal(value))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("46th", 46), ("53nd", 53), ("third", 3), ("twenty-first", 21), ("1,000th", 1000), ("hundredth", 100),
        ("one hundred and tenth", 110), ("hundred and tenth", 110), ("a hundred-and-second", 102),
        ("two hundred and fiftieth", 250), ("one hundred twenty-fifth", 125), ("two hundredth", 200),
        ("three thousandth", 3000), ("hundred and twenty-first", 121),
    ],
)  # fmt: skip
def test_ordinals(text: str, value: int) -> None:
    assert [(n.kind, n.value) for n in numerals(text)] == [("ordinal", value)]


@pytest.mark.parametrize("text", ["for one caller in", "one in", "2 out of", "nine of every"])
def test_ratios_that_break_off(text: str) -> None:
    assert {n.kind for n in numerals(text)} <= {"cardinal"}


@pytest.mark.parametrize(
    ("text", "first"),
    [("a hundred and second-hand cars", 100), ("one hundredth of it", "0.01"), ("two hundredths", "0.02")],
)
def test_no_compound_ordinals(text: str, first: str) -> None:
    assert next(n.value for n in numerals(text)) == Decimal(first)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1.6 million", "100000"),
        ("3 million", "1000000"),
        ("25k", "1000"),
        ("4.5", "0.1"),
        ("3,897", None),
        ("4,000", None),
        ("two hundred", None),
        ("a million and a half", None),
    ],
)
def test_what_rounds_keeps_the_place_of_its_last_digit(text: str, step: str | None) -> None:
    (numeral,) = numerals(text)
    assert numeral.step == (None if step is None else Decimal(step))


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_number_in_words_reads_back(number: int) -> None:
    assert values(num2words(number).replace(",", "")) == [str(number)]


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from([",", "\u00a0", "\u202f", "’"]))
def test_a_number_in_groups_reads_back(number: int, mark: str) -> None:
    assert values(f"{number:,}".replace(",", mark)) == [str(number)]


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_decimals_read_back(number: Decimal) -> None:
    (numeral,) = numerals(f"{number:,}")
    assert numeral.value == number


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([0x1040, 0x660, 0x966, 0xFF10]))
def test_digits_of_other_scripts_read_back(number: int, zero: int) -> None:
    assert values("".join(chr(zero + int(digit)) for digit in str(number))) == [str(number)]


BEFORE = ("", "some ", "minus ", "-", "£", "two ", "a ", "between 3 ", "(")
BEHIND = (
    "", ".", ",", ", 000", "%", " per cent", "th", "-strong", "/7", "m", " m", " bn", " k", " x", "x", " hundred",
    " and a half", " years and a half", " years", " in ten", " caller in eight", " quarters", " times as many",
    " point two", " 000", "½", " ½", " 1/4", "e6", "×10^6", " Mn", " people", " and 5", ", five", " one",
)  # fmt: skip


@pytest.mark.parametrize("digits", ["0.0", "0", "1", "12", "4,206", "1.50", "1,23,4", "2,50,000", "1" * 16, "007"])
def test_a_number_read_alone_is_what_every_form_would_make_of_it(digits: str) -> None:
    read = 0
    for text in (f"{before}{digits}{behind}" for before in BEFORE for behind in BEHIND):
        tokens = tokenize(text)
        first = next(i for i, token in enumerate(tokens) if token.text.startswith(digits[:1]))
        alone = reading._alone(tokens, first, forms())
        read += alone is not None
        assert alone is None or repr(alone) == repr(reading._numeral_at(tokens, first, forms())), text
    assert read or digits in ("1,23,4", "1" * 16)
