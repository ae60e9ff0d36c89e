"""Properties of number reading: what is rendered reads back, offsets hold, no digit is lost, length is no harm."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from claims.model import Numbers, Span
from claims.numbers.read import read_numbers

settings.register_profile("patient", deadline=None)  # the machine may be busy
settings.load_profile("patient")
SCRIPTS = "٠۰०০๐០໐０௦၀߀᠐"
SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3, "lakh": 10**5, "crore": 10**7}
SUFFIXES = {"k": 10**3, "bn": 10**9, "mn": 10**6, "tn": 10**12}
SEPARATORS = [",", ".", "\u00a0", "\u202f", "\u2009", "'", "’", " "]
# Pieces of which texts are made that stress the reading: numbers, what surrounds them, and what breaks it.
WRITTEN = (
    "at least|more than|5|22|1,000|3.5|2021|7 May 2021|$|€|%|per cent|million|bn|people|children|and|"
    "or|to|–|-|(|)|[1]|[|]|²|½|one|two dozen|a third|No. 31|A/HRC/32|F-16|10:30|rose|by|fell|of|the|"
    ",|.|;|\n|\n\n|- |၁၂|١٢|twice|fivefold|46th|Summit|https://x.org/1|a@b.org|+41 22 917|9/11|"
    "between|from|COVID-19|aged 5|half a|hundred|1.2.3|12/03/2021|about|nearly|m|km|RM79|x^2|\u200b|"
    "😀|<b>|&nbsp;|'|\"|10^6|1/4|3-1|90s|one of the|§|#5|£3bn|dozens|tens of thousands|\t|(1)"
)
PIECES = st.sampled_from(WRITTEN.split("|"))
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80),
    st.text(alphabet="0123456789.,-/:() %$€abmk\n", max_size=60),
)


def _only(text: str) -> Decimal:
    read = read_numbers(text)
    assert [q.unit for q in read.quantities] == ["person"], (text, read)
    return read.quantities[0].value


def _grouped(value: int, separator: str) -> str:
    return f"{value:,}".replace(",", separator)


def _indian(value: int) -> str:
    head, tail = f"{value:d}"[:-3], f"{value:d}"[-3:]
    pairs = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head)
    return f"{pairs},{tail}" if head else tail


@given(st.integers(0, 10**15 - 1))
def test_number_words_read_back(value: int) -> None:
    for words in (
        num2words(value),
        num2words(value).replace("-", " "),
        num2words(value).replace(" and ", " ").replace(",", ""),
    ):
        assert _only(f"We counted {words} people.") == value


@given(st.integers(0, 10**9))
def test_indian_number_words_read_back(value: int) -> None:
    assert _only(f"We counted {num2words(value, lang='en_IN')} people.") == value


@given(st.integers(0, 10**15), st.sampled_from(SEPARATORS))
def test_digits_with_any_grouping_read_back(value: int, separator: str) -> None:
    written = _grouped(value, separator)
    if separator == "." and written.count(".") == 1:
        return  # "1.000" is one, to three decimals
    assert _only(f"We counted {written} people.") == value
    assert _only(f"We counted {_indian(value)} people.") == value


@given(st.integers(0, 10**12), st.sampled_from(SCRIPTS))
def test_digits_of_any_script_read_back(value: int, zero: str) -> None:
    script = str.maketrans("0123456789", "".join(chr(ord(zero) + n) for n in range(10)))
    assert _only(f"We counted {str(value).translate(script)} people.") == value


@given(st.decimals(0, 10**6, places=2), st.sampled_from(".·"))
def test_decimals_read_back(value: Decimal, mark: str) -> None:
    read = read_numbers(f"It fell short by {str(value).replace('.', mark)} per cent.").quantities
    assert [(q.value, q.unit) for q in read] == [(value, "percent")]
    assert read[0].interval.low == value - Decimal("0.005")


@given(st.decimals("0.1", 999, places=1), st.sampled_from(sorted(SCALES)))
def test_scale_words_read_back(value: Decimal, scale: str) -> None:
    assert _only(f"We counted {value} {scale} people.") == value * SCALES[scale]


@given(st.decimals("0.1", 999, places=1), st.sampled_from(sorted(SUFFIXES)))
def test_scale_suffixes_read_back(value: Decimal, suffix: str) -> None:
    assert _only(f"We counted {value}{suffix} people.") == value * SUFFIXES[suffix]


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["{}–{}", "between {} and {}", "from {} to {}", "{} to {}"]),
)
def test_ranges_read_back(one: int, other: int, frame: str) -> None:
    low, high = sorted((one, one + other))
    text = f"We counted {frame.format(f'{low:,}', f'{high:,}')} people."
    read = read_numbers(text).quantities
    assert [(q.comparator, q.interval.low, q.interval.high) for q in read] == [("range", low, high)], text


BOUNDS = {
    "at least": ">=",
    "more than": ">",
    "up to": "<=",
    "fewer than": "<",
    "about": "~",
    "nearly": "~",
    "just over": "~",
}


@given(st.integers(2, 10**9), st.sampled_from(sorted(BOUNDS)))
def test_comparators_read_back_with_their_interval(value: int, words: str) -> None:
    read = read_numbers(f"It hit {words} {value:,} people.").quantities
    assert [(q.value, q.comparator) for q in read] == [(value, BOUNDS[words])]
    low, high = read[0].interval.low, read[0].interval.high
    assert low is None or low <= value
    assert high is None or value <= high
    assert (low is None) == (words in ("up to", "fewer than"))
    assert (high is None) == (words in ("at least", "more than"))


@given(
    st.integers(1, 10**9),
    st.sampled_from(["$", "€", "£", "US$", "RM", "USD ", "AUD", "₹", "CHF "]),
    st.sampled_from(["", "m", "bn"]),
)
def test_money_reads_back(value: int, sign: str, suffix: str) -> None:
    read = read_numbers(f"They paid {sign}{value:,}{suffix} for it.").quantities
    factor = {"": 1, "m": 10**6, "bn": 10**9}[suffix]
    small = len(sign) == 2 and sign.isalpha() and value < 10 and not suffix  # "RM7" may be a road
    if not small:
        assert [(q.value, q.dimension) for q in read] == [(value * factor, "money")]


def _spans(read: Numbers) -> list[Span]:
    items = [*read.quantities, *read.ordinals, *read.ignored, *read.unread]
    return sorted(item.span for item in items)


def _check(text: str, read: Numbers) -> None:
    spans = _spans(read)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for group in (read.quantities, read.ordinals, read.ignored, read.unread):
        assert [item.span for item in group] == sorted(item.span for item in group)
        assert all(item.span.of(text) == item.text for item in group)
    for quantity in (*read.quantities, *read.ordinals):
        assert quantity.span.contains(quantity.number_span)
        assert quantity.number_span.of(text) == quantity.as_written
        assert quantity.counted_span is None or quantity.counted_span.of(text) == quantity.counted
    inside = sum(ch.isdigit() for span in spans for ch in span.of(text))
    assert inside == sum(ch.isdigit() for ch in text)


@given(TEXTS)
@settings(max_examples=400)
def test_spans_are_sorted_exact_apart_and_hold_every_digit_once(text: str) -> None:
    _check(text, read_numbers(text))


@given(TEXTS, st.data())
@settings(max_examples=200)
def test_masking_never_moves_an_offset(text: str, data: st.DataObject) -> None:
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    masked = [(Span(a, b), "masked by the caller") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    read = read_numbers(text, masked=masked)
    _check(text, read)
    kept = {item.span for item in read.ignored if item.reason == "masked by the caller"}
    assert kept == {span for span, _ in masked}
    assert not any(q.number_span.overlaps(span) for q in (*read.quantities, *read.ordinals) for span, _ in masked)


@given(TEXTS)
@settings(max_examples=100)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_numbers(text) == read_numbers(text)


PROSE = (
    "The families walked along the river by night because the road was watched and the boats had been burnt, and "
    "when they came to the crossing the guards asked for money they did not have, so that on 5 May 2021 at least 22 "
    "children and two teachers were still waiting under the trees while the rain went on and nobody answered, "
)
LARGE = {
    "a sentence of 1 MB": PROSE * (1_000_000 // len(PROSE)),
    "10,000 digits in a row": "7" * 10_000,
    "10,000 digits with commas": "1," * 10_000,
    "100,000 brackets": "[" * 100_000,
    "100,000 brackets that close": "[(" * 25_000 + ")]" * 25_000,
    "100,000 brackets around numbers": "[1]" * 33_000,
    "numbers in brackets that never close": "(1" * 3_000,
    "1 MB of blanks": "5" + " " * 1_000_000 + "people",
    "1 MB of one letter": "a" * 1_000_000,
    "100,000 letters of number words": "one hundred and " * 6_250,
    "10,000 hyphens": "1-" * 10_000,
    "100,000 dots": "." * 100_000 + "5",
    "names without an end": "Name " * 20_000 + "5 " + "Name " * 20_000,
    "10,000 years": "2021 " * 10_000,
    "a table of numbers": "5, " * 3_000,
}


@pytest.mark.parametrize("name", sorted(LARGE))
def test_very_large_inputs_are_read(name: str) -> None:
    _check(LARGE[name], read_numbers(LARGE[name]))
