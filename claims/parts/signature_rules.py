"""What parts one signature from the next on a page: a rule for the pen, "/s/", "(signed)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.lines import Line
from claims.text.openings import phrase_set, phrases

PEN = re.compile(r"(?:[-–—_.…]\s*){3,}|[xX][ :]?(?:[-–—_.…]\s*){3,}")
DRAWN = re.compile(r"([=*~#+•·])(?:\s*\1){3,}")
SEVERAL, MANY = 2, 4
"""So many rules part signatures; of those that may also stand under headings ("=====") more."""


def signature_rules(lines: Sequence[Line], body: int) -> frozenset[int]:
    """The lines below the head that hold nothing but such a mark; one of its kind alone parts a list from a text."""
    found = [i for i in range(body, len(lines)) if lines[i].text and _is_rule(lines[i].text)]
    drawn = [i for i in range(body, len(lines)) if DRAWN.fullmatch(lines[i].text)]
    return frozenset((*(found if len(found) >= SEVERAL else ()), *(drawn if len(drawn) >= MANY else ())))


def _is_rule(text: str) -> bool:
    return PEN.fullmatch(text) is not None or text.casefold().strip(" :") in phrase_set(
        "signatories", "signature_marks"
    )


def mark_before(text: str) -> int:
    """How many characters of a line are the mark of a hand before its name: 4 of "/s/ Ana Ruiz"; 0 of none."""
    lowered = text.casefold()
    mark = next((p for p in phrases("signatories", "signature_marks") if lowered.startswith(f"{p} ")), "")
    return len(mark) + 1 if len(mark) > 1 else 0


def is_same_hand(above: str, text: str) -> bool:
    """Whether a line prints again who signed on the marked one above: "/s/ Ana Ruiz" over "Ana Ruiz, Counsel"."""
    mark = mark_before(above)
    name = above[mark:].split(",", maxsplit=1)[0].casefold().strip()
    return mark > 0 and re.split(r",| \(", text.casefold(), maxsplit=1)[0].strip() == name
