"""What is no quantity: each ignored with its reason, never lost."""

from __future__ import annotations

import pytest

from claims.model import Span
from claims.numbers.read import read_numbers


def ignored(text: str) -> list[tuple[str, str]]:
    return [(item.text, item.reason) for item in read_numbers(text).ignored]


@pytest.mark.parametrize(
    "text",
    [
        "In Lashio 31 people were killed",
        "The 11 members met",
        "three Shan State villages",
        "12 Karen and Mon organisations",
        "target 50 people",
        "RM79 a month",
        "AUD1.5m",
        "Organisations (285)",
        "one person was arrested",
        "zero deaths",
        "a 47-member council",
        "5 days",
        "killed 30.",
        "(12%)",
        "at least one",
        "one or more people",
        "1,500 Rohingya fled",
        "200m from the border",
    ],
)
def test_these_are_quantities(text: str) -> None:
    numbers = read_numbers(text)
    assert len(numbers.quantities) == 1, numbers
    assert not numbers.ignored
    assert not numbers.unread


REASONS = {
    "part of a name": [
        "the G7 met",
        "an F-16 flew",
        "COVID-19 spread",
        "the 88 Generation spoke",
        "8888 Generation (Oslo)",
        "4Front wrote",
        "Sisters2Sisters wrote",
        "an iPhone 11",
        "the Five-Point Consensus",
        "the S&P 500 fell",
        "Group of 77",
        "a 5G mast",
        "10 Downing Street",
        "Ta'ang Group (TWO)",
        "MiG-29",
        "the Third Committee",
        "the 5th Brigade",
        "GMT+1",
        "the under-18s",
    ],
    "reference": [
        "Update No. 31",
        "Article 19",
        "Section 66A",
        "para. 12",
        "Resolution 2669",
        "Res. 2669",
        "pp. 12",
        "week 10",
        "Phase 2",
        "footnote 7",
        "Law No. 13/2003",
        "Section 505(a)",
        "Art. 3(1)",
    ],
    "document symbol": ["A/HRC/32/L.20", "S/2021/511", "A/RES/60/251"],
    "date": ["on 12 May 2025", "since 2021", "in the 1990s", "Q4 2023", "the 21st century"],
    "clock time": ["at 9:30 a.m.", "at 14:00"],
    "list number": ["1. Stop the attacks", "  12) Release them", "- 248. Somebody"],
    "footnote mark": ["rights.[12]", "rights.[iv]", "rights.12 The council"],
    "web address": ["see https://example.org/2021/5", "www.example.org/300"],
    "e-mail address": ["write to desk24@example.org"],
    "telephone number": ["+95 9 123 456 789", "call 212-555-0147", "Tel: 020 7946 0018", "call 0800 123 4567"],
    "address": ["221 Baker Street", "in Paris; 75008 Paris"],
    "version or section number": ["release 2.1.3"],
    "score or ratio": ["won 3-1", "a 9-2 lead", "a vote of 14-1"],
    "date, fraction or score": ["on 22/04"],
    "legal citation": ["429 F.3d 445"],
    "pronoun": ["one of the victims", "one must hope", "not one."],
    "idiom": ["no one came", "on the one hand", "zero tolerance"],
    "ordinal": ["the first", "third", "in 10th place", "the 22nd amendment"],
    "part of a compound word": ["a two-state solution"],
    "denominator of a rate": ["per 100,000"],
}


@pytest.mark.parametrize(("text", "reason"), [(text, reason) for reason, texts in REASONS.items() for text in texts])
def test_reasons(text: str, reason: str) -> None:
    numbers = read_numbers(text)
    assert [item.reason for item in numbers.ignored] == [reason], numbers
    assert not numbers.quantities
    assert not numbers.unread


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Articles 19 and 20", ["reference", "reference"]),
        ("Nos. 36, 40 and 41", ["reference"] * 3),
    ],
)
def test_labels_go_on_through_a_list(text: str, expected: list[str]) -> None:
    assert [reason for _, reason in ignored(text)] == expected


def test_a_label_does_not_reach_into_what_is_counted() -> None:
    numbers = read_numbers("Under Article 19 and 20 other articles")
    assert [q.text for q in numbers.quantities] == ["20 other articles"]


def test_the_caller_s_masks_come_back_with_their_reason() -> None:
    text = "killed 30[4] people"
    numbers = read_numbers(text, masked=[(Span(9, 12), "a mark of the caller")])
    assert [(item.text, item.reason) for item in numbers.ignored] == [("[4]", "a mark of the caller")]
    assert [q.as_written for q in numbers.quantities] == ["30"]


def test_two_slashed_numbers_are_never_chosen_between() -> None:
    assert ignored("10/15") == [("10/15", "date, fraction or score")]
