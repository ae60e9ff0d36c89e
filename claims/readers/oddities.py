"""What a text may hold to mislead its reader: characters that turn the direction, digits that are none."""

from __future__ import annotations

import re
import unicodedata

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
MIXED = re.compile(r"\d[\d.,]*")
# Letters that look like digits, inside a number: "4О0" with a Cyrillic O, "1O,000". A run of such signs is tried once,
# from its first digit: a later one could only begin what the first begins too.
RUN = re.compile(r"[\d.,OoОоΟοlІIＯ]+")
FIRST = re.compile(r"(?<![^\W\d_])\d")
LOOKALIKE = re.compile(r"\d[\d.,]*[OoОоΟοlІIＯ][\d.,OoОоΟοlІIＯ]*\d(?![^\W\d_])")
MOST = 3


def oddities(text: str) -> tuple[str, ...]:
    """One warning a kind, each with the lines it is about."""
    if text.isascii():
        return _warned(text, _lookalikes(text), "a letter stands where a digit belongs")
    turns = [(m.start(), f"U+{ord(m[0]):04X}") for m in TURNS.finditer(text) if m[0] not in "\u202c\u2069"]
    looks = _lookalikes(text)
    mixed = [(m.start(), m[0]) for m in MIXED.finditer(text) if not m[0].isascii() and _scripts(m[0]) > 1]
    return (
        *_warned(text, turns, "characters that turn the direction of reading; what is shown may not be what is read"),
        *_warned(text, looks, "a letter stands where a digit belongs"),
        *_warned(text, mixed, "digits of two scripts in one number"),
    )


def _lookalikes(text: str) -> list[tuple[int, str]]:
    firsts = (FIRST.search(text, run.start(), run.end()) for run in RUN.finditer(text))
    found = (LOOKALIKE.match(text, first.start()) for first in firsts if first is not None)
    return [(one.start(), one[0]) for one in found if one is not None]


def _scripts(number: str) -> int:
    return len({ord(c) - unicodedata.decimal(c, 0) for c in number if c.isdecimal()})


def _warned(text: str, found: list[tuple[int, str]], what: str) -> tuple[str, ...]:
    if not found:
        return ()
    places = ", ".join(f"line {text.count(chr(10), 0, at) + 1} ({shown[:20]!r})" for at, shown in found[:MOST])
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return (f"{what}: {places}{more}",)
