"""The items of a list behind a line, whatever they look like."""

from __future__ import annotations

import pytest

from claims.text.items import items_after

LISTS = [
    ("1. a\n2. b\n3. c\n", 3),
    ("\n1) a\n\n2) b\n", 2),
    ("(a) one\n(b) two\n(c) three\n", 3),
    ("i. one\nii. two\niii. three\niv. four\n", 4),
    ("- a\n- b\n- c\n\nA paragraph.\n", 3),
    ("• a\n  goes on\n• b\n", 2),
    ("- a\n    - inner\n    - inner\n- b\n", 2),
    ("1. a\n\nMore on a.\n\n2. b\n", 2),
    ("1. a\n   a) x\n   b) y\n2. b\n", 2),
    ("1. a\n2. b\n\nSigned by:\n\n1. Lake\n2. River\n3. Hill\n", 2),
]


@pytest.mark.parametrize(("text", "count"), LISTS)
def test_items(text, count):
    items = items_after(text, 0, len(text))
    assert items is not None
    assert len(items.starts) == count
    assert items.plain_end


@pytest.mark.parametrize("text", ["", "\n\n", "A paragraph.\n- a\n", "3. late\n4. later\n", "5 people came.\n"])
def test_no_list(text):
    assert items_after(text, 0, len(text)) is None


def test_bullets_that_go_on_after_a_paragraph_have_no_plain_end():
    text = "- a\n- b\n\nA paragraph.\n\n- c\n"
    items = items_after(text, 0, len(text))
    assert items is not None
    assert (len(items.starts), items.plain_end) == (2, False)
