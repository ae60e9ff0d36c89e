"""The sentence on a card: the claim marked, of links the words alone."""

from __future__ import annotations

import re

import pytest

from claims.model import Span
from claims.references.citations import find_links
from reports.letter_page.cards import quoted


def shown(text: str, claim: str) -> tuple[str, str]:
    """The sentence's words and the words marked."""
    start = text.index(claim)
    html = str(quoted(text, Span(0, len(text)), Span(start, start + len(claim)), find_links(text)))
    marked = "".join(re.findall(r'<mark class="hit">(.*?)</mark>', html))
    return re.sub(r"<[^>]+>", "", html), marked


@pytest.mark.parametrize(("text", "claim", "words"), [
    ("The port lost 40 boats.", "40 boats", "The port lost 40 boats."),
    ("The port [lost](#) 40 boats.", "40 boats", "The port lost 40 boats."),
    ("The port lost [40 boats](https://example.org/a).", "40 boats", "The port lost 40 boats."),
    ("[The port](#a) lost 40 boats [in May](#b)", "40 boats", "The port lost 40 boats in May"),
    ("The port [sic] lost 40 boats (all).", "40 boats", "The port [sic] lost 40 boats (all)."),
])  # fmt: skip
def test_a_link_is_its_words(text, claim, words):
    assert shown(text, claim) == (words, claim)


def test_a_claim_across_a_link_is_marked_without_its_address():
    words, marked = shown("The port lost 40 [boats](https://example.org) today.", "40 [boats](https://example.org)")
    assert words == "The port lost 40 boats today."
    assert marked == "40 boats"
