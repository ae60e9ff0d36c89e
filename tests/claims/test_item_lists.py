"""The lists of a letter, whatever marks their items bear."""

from __future__ import annotations

import pytest

from claims.text.item_lists import ItemList, read_lists
from claims.text.lines import read_lines
from claims.text.view import plain_view

LISTS = [
    ("1. a\n2. b\n3. c\n", 3),
    ("✓ a\n✓ b\n✓ c\n", 3),
    ("➢ a\n➢ b\n", 2),
    ("1: a\n2: b\n", 2),
    ("1] a\n2] b\n3] c\n", 3),
    ("[1] a\n[2] b\n", 2),
    ("A. a\nB. b\n", 2),
    ("\n1) a\n\n2) b\n", 2),
    ("(a) one\n(b) two\n(c) three\n", 3),
    ("i. one\nii. two\niii. three\niv. four\n", 4),
    ("".join(f"{at}) of it\n" for at in [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]), 28),
    ("- a\n- b\n- c\n\nA paragraph.\n", 3),
    ("• a\n  goes on\n• b\n", 2),
    ("- a\n    - inner\n    - inner\n- b\n", 2),
    ("1. a\n\nMore on a.\n\n2. b\n", 2),
    ("1. a\n   a) x\n   b) y\n2. b\n", 2),
    ("→ a\n→ b\n→ c\n", 3),
    ("☐ a\n☐ b\n", 2),
    ("- [ ] a\n- [ ] b\n", 2),
    ("👉 a\n👉 b\n", 2),
    ("1 – Open it\n2 – Pay them\n", 2),
    ("1. a\n2. b\n\nSigned by:\n\n1. Lake\n2. River\n3. Hill\n", 2),
]


def lists_of(text: str) -> tuple[ItemList, ...]:
    return read_lists(read_lines(plain_view(text), text))


@pytest.mark.parametrize(("text", "count"), LISTS)
def test_items(text, count):
    items = lists_of(text)[0]
    assert len(items.items) == count
    assert items.plain_end


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "3. late\n4. later\n",
        "5 people came.\n",
        "- alone\n",
        "1:30 it rained\n",
        "> quoted\n> on\n",
        "→ alone\n",
        "“Stop it\n“Go on\n",
        "$5 is due\n$6 is due\n",
        "12 – 15 people came.\n13 – 16 people left.\n",
    ],
)
def test_no_list(text):
    assert lists_of(text) == ()


def test_bullets_that_go_on_after_a_paragraph_have_no_plain_end():
    items = lists_of("- a\n- b\n\nA paragraph.\n\n- c\n")[0]
    assert (len(items.items), items.plain_end) == (2, False)


def test_a_list_inside_an_item_is_a_list_of_its_own():
    assert [len(one.items) for one in lists_of("1. a\n   a) x\n   b) y\n   c) z\n2. b\n")] == [2, 3]


def test_a_list_ends_with_its_part_of_the_letter():
    text = "- a\n- b\n\n- Alder Watch\n- Beta Union\n"
    lines = read_lines(plain_view(text), text)
    assert [len(one.items) for one in read_lists(lines, ["body"] * 3 + ["signatories"] * 3)] == [2, 2]
