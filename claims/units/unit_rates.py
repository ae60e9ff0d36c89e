"""Rates: the "per month", "a day", "per 100,000 people" behind a unit or a counted noun."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.text.plurals import is_plural, singular
from claims.units.unit_tables import table_at

_DENOMINATOR = re.compile(r"(\d[\d,. ]{0,12}\d |\d )?[^\W\d_]+(?:-[^\W\d_]+)*")
_MORE_WORDS = re.compile(r" [^\W\d_]+")
_FOLLOWING = re.compile(r"\s+([^\W\d_]+)")


@of_language
def _link() -> re.Pattern[str]:
    """A space, "per" or the like, a space; or a slash."""
    words = "|".join([*vocabulary("units")["rate_words"], *vocabulary("units")["rate_words_listed"]])
    return re.compile(rf"(?:\s|-)({words})(?:\s|-)|\s?(/)\s?")


def read_per(text: str, at: int) -> tuple[str, Span] | None:
    """The denominator of a rate that starts at `at`, and its span: " per 100,000 people", " a month", "/day"."""
    link = _link().match(text, at)
    if link is None:
        return None
    word = (link[1] or link[2]).lower()
    unit = table_at(text, link.end(), glued=False, scaled=False)
    if unit is not None and unit.dimension in ("duration", "physical") and _fits(word, unit.unit):
        return None if _says_when(text, word, unit.end) else (unit.unit, Span(at, unit.end))
    noun = _DENOMINATOR.match(text, link.end())
    if noun is None:
        return None
    end = _to_plural(text, noun.end()) if noun[1] else noun.end()
    words = text[noun.start() : end].split(" ")
    name = " ".join([*words[:-1], singular(words[-1].lower())])
    return (name, Span(at, end)) if _fits(word, name) and words[-1].islower() else None


def _to_plural(text: str, end: int) -> int:
    """The end of "per 1,000 live births": up to two more words, if the last is a plural and the first was none."""
    at = end
    for _ in range(3):
        if is_plural(text[text.rfind(" ", 0, at) + 1 : at]):
            return at
        more = _MORE_WORDS.match(text, at)
        if more is None:
            break
        at = more.end()
    return end


def _says_when(text: str, link: str, end: int) -> bool:
    """ "$6.78 billion a year earlier", "rose 3% a month ago"."""
    following = _FOLLOWING.match(text, end)
    return (
        link in vocabulary("units")["rate_words_listed"]
        and following is not None
        and following[1].lower() in vocabulary("units")["no_rate_before"]
    )


def _fits(link: str, name: str) -> bool:
    """ "a month", "an hour" are rates, "a plan", "a further" are not; after "per" and "/" a noun is one."""
    if link == "/":
        return len(name) > 3 or name in vocabulary("units")["rate_nouns"]
    return link in vocabulary("units")["rate_words"] or name in vocabulary("units")["rate_nouns"]
