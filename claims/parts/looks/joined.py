"""Names run together: a program that writes a page anew turns the gaps between columns, or the ends of lines, into one
blank ("Alder Trust Birch Forum Cedar Union"), and three names look like one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.parts.announcers import announces
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.naming.people import given_names, is_surely_person
from claims.text.openings import phrase_set, starts

LEAST, SHARE, LONG = 2, 4, 12
ACRONYM = re.compile(r"\([A-Z][A-Za-z&-]*[A-Z]\)")
_INITIAL = re.compile(r"(?<![^\W\d_]\. )(?<![^\W\d_]\.)(?<!\w)[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*\s+[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*|[,;()&/–—:-]")


def are_joined(page: Page, block: Block) -> bool:
    """Whether a good part of the entries hold several names, or one of them the heading of the list."""
    texts = [" ".join(entry.span.of(page.text).split()) for entry in block.entries]
    found = sum(holds_several(text) for text in texts)
    least = 1 if any(_goes_on_in_midst(_WORD.findall(text)) for text in texts) else LEAST
    return found >= least and SHARE * found >= len(texts) or _holds_heading(texts)


def holds_several(name: str) -> bool:
    """Whether two names or more stand in one: "M. Stott P. Iqbal", "Ana Ruiz Ben Okoro", "Alder Trust Birch Union"."""
    if len(name.split()) <= LEAST:
        return False
    words = _WORD.findall(name)
    if _people_between_commas(name):
        return True
    return len(_INITIAL.findall(name)) > 1 or any(look(words) for look in (_two_people, _two_houses, _goes_on_in_midst))


def hold_two_acronyms(page: Page, block: Block) -> bool:
    """Whether a line of names without marks has two acronyms far apart: two lines that a page had set one below the
    other, "Alder Research Centre (ARC), Olmo Birch Institute for Ports (BIP)".
    """
    texts = [entry.span.of(page.text) for entry in block.entries]
    return any(len(ACRONYM.findall(text)) > 1 and len(text.split()) >= LONG for text in texts)


def _people_between_commas(name: str) -> bool:
    """ "Ana Ruiz, Bo Lind": two people on a line."""
    return sum(is_surely_person(piece.strip()) for piece in name.split(",") if piece.strip()) > 1


def _two_people(words: Sequence[str]) -> bool:
    """Given names at every other place, each with a surname behind it."""
    given = [word.casefold() in given_names() for word in words[:4]]
    return given == [True, False, True, False] and all(word[0].isupper() for word in words[:4])


def _two_houses(words: Sequence[str]) -> bool:
    """Two nouns that end the names of houses, another name's first word right behind each but the last."""
    nouns = phrase_set("signatories", "house_nouns")
    ends = [n for n, word in enumerate(words) if word.casefold() in nouns and word[0].isupper()]
    inner = [n for n in ends if n and n + 2 < len(words) and _opens(words[n + 1]) and words[n - 1][0].isupper()]
    return any(later - n > 1 for n in inner for later in ends)


def _goes_on_in_midst(words: Sequence[str]) -> bool:
    """ "Union Nest Forum Oak": the end of the name on the line before, one name, and the first word of the next."""
    nouns = phrase_set("signatories", "house_nouns")
    first = len(words) > LEAST + 1 and words[0].casefold() in nouns and _opens(words[1])
    return first and any(word.casefold() in nouns and word[0].isupper() for word in words[2:-1])


def _opens(word: str) -> bool:
    return word[0].isupper() and word.casefold() not in phrase_set("signatories", "house_nouns")


def _holds_heading(texts: Sequence[str]) -> bool:
    """ "Signatories Alder Watch": the head of the list is part of its first name."""
    first = texts[0] if texts else ""
    return len(first.split()) <= LEAST and announces(first) or starts(first, "joined_heads", words="signatories")
