"""Is a bare number between 1500 and 2199 a year, or does it count? "2018 sales" is a year, "2000 hires" are not."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary
from claims.model import Span

NEXT_WORD = re.compile(r"[ \t\u00a0]{0,3}(?:\r?\n[ \t]{0,3})?(-?[^\W\d_]+|%|\S)")
POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
WORD_BEFORE = re.compile(r"([^\W\d_]+|[$€£¥~<>≥≤+])[\s(\"'“‘-]{0,3}$")


@of_language
def _set(name: str) -> frozenset[str]:
    return frozenset(vocabulary("dates")[name])


@of_language
def _quantity_before() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in vocabulary("dates")["quantity_before"])
    return re.compile(rf"(?:\b(?:{phrases})|[~<>≥≤])\s*$", re.IGNORECASE)


@of_language
def _quantity_next() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in vocabulary("dates")["quantity_before"])
    return re.compile(rf"\s+(?:{phrases})\s", re.IGNORECASE)


def is_year(text: str, span: Span) -> bool:
    """Whether the four digits of `span` (or the last of a range) name a year, from the words around them."""
    head = text[max(0, span.start - 24) : span.start]
    follower = _next(text, span.end)
    before = _previous(head)
    compares = _quantity_next().match(text, span.end) is not None  # "in 2022 more than 40 were held"
    round_number = int(text[span.end - 4 : span.end]) % 100 == 0
    if not compares and _counted(follower, round_number):
        return _acts(text, span.end) and _set_in(head, round_number)
    if before in _set("year_after"):
        return True
    bounded = _quantity_before().search(head)
    if bounded is not None and _previous(head[: bounded.start()]) in _set("until"):  # "until at least 2024"
        return True
    if bounded is not None and _compares(head[: bounded.start()]) and not follower.isalpha():
        return True  # "a 12% increase over 2022."
    if bounded is not None or before in ("$", "€", "£", "¥"):
        return False
    return 1900 <= int(text[span.start : span.start + 4]) <= 2100


def _acts(text: str, end: int) -> bool:
    """ "In 2021 soldiers burned 40 houses", "the 2021 soldiers' strike": the noun is not counted, it acts."""
    noun = NEXT_WORD.match(text, end)
    if noun is None or not noun.group(1).isalpha():
        return False
    if POSSESSIVE.match(text, noun.end()):
        return True
    verb = _next(text, noun.end()).lower()
    return (verb.endswith("ed") and len(verb) > 4) or verb in _set("acts")


def _set_in(head: str, round_number: bool) -> bool:
    """Whether a year can stand there: "In 2021 soldiers …", "on the last day of 2021 police …", "the 2021 …"."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", head)]
    before = words[-1] if words else ""
    if before == "of":
        return len(words) > 1 and words[-2] in _set("parts_of_year")
    return before in _set("set_before") and not (round_number and before != "in")


def _compares(head: str) -> bool:
    return head.rstrip().endswith("%") or _previous(head) in _set("compared")


def _next(text: str, end: int) -> str:
    match = NEXT_WORD.match(text, end)
    return match.group(1) if match else ""


def _previous(head: str) -> str:
    match = WORD_BEFORE.search(head)
    return match.group(1).lower() if match else ""


def _counted(follower: str, round_number: bool) -> bool:
    """A person noun or a unit follows; for a round number ("2000 hires") any plural noun does."""
    word = follower.lower()
    if word in _set("counts_next"):
        return True
    plural = follower.islower() and len(word) > 3 and word.endswith("s") and word not in _set("plural_not")
    return round_number and plural
