"""Rates: the "per month", "a day", "per 100,000 people" behind a unit or a counted noun."""

from __future__ import annotations

import re

from claims.model import Span
from claims.plurals import singular
from claims.unit_tables import table_at
from claims.words import vocabulary

_PER = re.compile(r"(?:\s|-)(per|a|an|each|every)(?:\s|-)|\s?(/)\s?")
_DENOMINATOR = re.compile(r"(?:\d[\d,. ]{0,12}\d |\d )?[^\W\d_]+(?:-[^\W\d_]+)*")
_FOLLOWING = re.compile(r"\s+([^\W\d_]+)")


def read_per(text: str, at: int) -> tuple[str, Span] | None:
    """The denominator of a rate that starts at `at`, and its span: " per 100,000 people", " a month", "/day"."""
    link = _PER.match(text, at)
    if link is None:
        return None
    word = (link[1] or link[2]).lower()
    unit = table_at(text, link.end(), glued=False, scaled=False)
    if unit is not None and unit.dimension in ("duration", "physical") and _fits(word, unit.unit):
        return None if _says_when(text, word, unit.end) else (unit.unit, Span(at, unit.end))
    noun = _DENOMINATOR.match(text, link.end())
    if noun is None:
        return None
    words = noun[0].split(" ")
    name = " ".join([*words[:-1], singular(words[-1].lower())])
    return (name, Span(at, noun.end())) if _fits(word, name) and words[-1].islower() else None


def _says_when(text: str, link: str, end: int) -> bool:
    """ "$6.78 billion a year earlier", "rose 3% a month ago"."""
    following = _FOLLOWING.match(text, end)
    return (
        link in ("a", "an") and following is not None and following[1].lower() in vocabulary("units")["no_rate_before"]
    )


def _fits(link: str, name: str) -> bool:
    """ "a month", "an hour" are rates, "a plan", "a further" are not; after "per" and "/" a noun is one."""
    if link == "/":
        return len(name) > 3 or name in vocabulary("units")["rate_nouns"]
    return link == "per" or name in vocabulary("units")["rate_nouns"]
