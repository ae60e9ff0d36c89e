"""Names for claims that stay the same while a letter is edited elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

_SPACE = re.compile(r"\s+")


def claim_ids(letter_id: str, quotations: Iterable[tuple[str, Decimal]]) -> list[str]:
    """One id a claim, in the letter's order: letter, and a hash of quotation, value and which occurrence it is.

    The offset takes no part, so an edit elsewhere in the letter leaves an editor's decision on its claim; a line
    break that moves inside the quotation ("4,105\\npeople") leaves it too.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for text, value in quotations:
        key = (_SPACE.sub(" ", text).strip(), plain_number(value))
        seen[key] += 1
        ids.append(f"{letter_id}-{_digest(key[0], key[1], str(seen[key]))}")
    return ids


def plain_number(value: Decimal) -> str:
    """A value's shortest plain writing: 3,500,000 and 3.5 million are both "3500000"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
