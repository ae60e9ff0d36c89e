"""People and houses on lines of their own in one list: a house below a person may sign, or be where they belong."""

from __future__ import annotations

from itertools import pairwise

from claims.parts.blocks import Block
from claims.parts.candidates.names import is_alphabetical
from claims.parts.candidates.surroundings import Page
from claims.parts.naming.name_lines import is_person
from claims.parts.naming.people import is_surely_body, is_surely_person

LEAST = 2


def may_belong(page: Page, block: Block) -> bool:
    """Whether houses stand right below people several times, in no order that would part them."""
    names = [entry.span.of(page.text) for entry in block.entries]
    people = sum(map(is_surely_person, names))
    houses = sum(map(is_surely_body, names))
    below = sum(is_surely_person(one) and not is_person(two) for one, two in pairwise(names))
    return min(people, houses, below) >= LEAST and not is_alphabetical(names)
