"""Every number of a letter is claimed, ignored with its reason, or unread; none twice, none lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.drafting.number_accounts import MARKUP, UNREAD, account
from claims.extraction import Extraction
from claims.model import Ignored, Span
from claims.text.view import plain_view

Reader = Callable[..., Extraction]


def spans(extraction: Extraction) -> list[Span]:
    numbers = extraction.numbers
    claimed = [claim.quantity.number_span for claim in extraction.claims]
    return sorted([*claimed, *(item.span for item in (*numbers.ignored, *numbers.unread))])


def balanced(extraction: Extraction) -> None:
    """Sums agree, spans do not overlap, texts are what stands there, and every digit lies in one of them."""
    text, numbers, found = extraction.letter.text, extraction.numbers, spans(extraction)
    assert numbers.total == numbers.claimed + len(numbers.ignored) + len(numbers.unread) == len(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(item.span.of(text) == item.text and item.reason for item in (*numbers.ignored, *numbers.unread))
    covered = {at for span in found for at in range(span.start, span.end)}
    assert [m.start() for m in re.finditer(r"\d", text) if m.start() not in covered] == []


def test_a_span_that_a_claim_covers_is_not_counted_again() -> None:
    text = "It counts 3,897 people."
    number = Span(10, 15)
    ledger = account(text, plain_view(text), [number], [Ignored(span=Span(10, 11), text="3", reason="list number")], [])
    assert (ledger.claimed, ledger.ignored, ledger.unread, ledger.total) == (1, (), (), 1)


def test_the_longer_of_two_ignored_spans_counts() -> None:
    text = "on 12 May 2025 at last"
    long, short = Span(3, 14), Span(10, 14)
    items = [Ignored(span=s, text=s.of(text), reason="date") for s in (short, long)]
    assert [item.span for item in account(text, plain_view(text), [], items, []).ignored] == [long]


def test_what_nobody_read_is_found() -> None:
    text = "See [the list](https://a.example/2025/04) of 77 names."
    ledger = account(text, plain_view(text), [], [], [])
    assert {item.reason for item in ledger.ignored} == {MARKUP}
    assert [(item.text, item.reason) for item in ledger.unread] == [("77", UNREAD)]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("It met on 12 May 2023 again.", "date"),
        ("They can act in two ways.", "own argument"),
        ("1. Stop the sales.\n2. Start the talks.", "list number"),
        ("It lied.[1] Again.\n\nNotes\n\n[1] Atria Monitor, 7 August 2023", "footnote mark"),
        ("In the first four months of 2022 it lied.", "period of another figure"),
        ("For more information, please contact:\n\n- Jo Doe, +44 20 7946 0123; jo2@atria.example", ""),
        ("Two previous resolutions said so.", "named elsewhere"),
    ],
)
def test_what_is_no_claim_has_its_reason(read: Reader, body: str, reason: str) -> None:
    extraction = read(body)
    balanced(extraction)
    assert not extraction.claims
    assert any(reason in item.reason for item in extraction.numbers.ignored)


PIECES = [
    *("killed 3,897 people", "2 of 5", "[link](#7)", "<b>12</b>", "&#8220;", "12 May 2023", "since 2021", "[3]", "¹"),
    *(
        "\n\n",
        "\n- ",
        "\n4. ",
        ". ",
        ", ",
        "3.5 million",
        "$2bn",
        "40%",
        "(L.85 – L.88)",
        "53rd",
        "two",
        "၄၅",
        "½",
        "”",
    ),
    *("http://x.example/9?a=1", "+44 20 7946 0123", "No. 31", "twenty-two", "and"),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_balances(read: Reader, pieces: list[str]) -> None:
    balanced(read(" ".join(pieces)))
