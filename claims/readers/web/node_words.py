"""What can be told of a piece of a web page by its words: links or prose, and whether it names signers."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from claims.readers.web.frame_words import frame_words

SENTENCE = re.compile(r"(?<![^\s.!?])[^\s.!?]+(?:\s+[^\s.!?]+){7}[.!?]")


def words_of(node: LexborNode) -> str:
    """All its words, single blanks between them."""
    return " ".join(node.text(deep=True, separator=" ").split())


def mostly_links(node: LexborNode) -> bool:
    """Whether most of its letters stand in links."""
    text = len(words_of(node))
    return sum(len(words_of(link)) for link in node.css("a")) > 0.6 * text


def has_prose(node: LexborNode) -> bool:
    """Whether a whole sentence stands in it."""
    return SENTENCE.search(words_of(node)) is not None


def names_signers(node: LexborNode) -> bool:
    """Whether it speaks of signing outside of its links: "Signed by: …" in an aside, not "Sign the petition" linked."""
    signing = frame_words().signing
    said = len(signing.findall(words_of(node)))
    return said > sum(len(signing.findall(words_of(link))) for link in node.css("a, button")) if said else False


def is_inside(node: LexborNode, holders: set[int]) -> bool:
    """Whether a node of `holders` (by `mem_id`) holds it."""
    above = node.parent
    while above is not None:
        if above.mem_id in holders:
            return True
        above = above.parent
    return False
