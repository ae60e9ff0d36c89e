"""Is a bare number between 1500 and 2199 a year, or does it count? "2018 sales" is a year, "2000 hires" are not."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.text.plurals import is_plural
from claims.units.unit_tables import table_at

NEXT_WORD = re.compile(r"[ \t\u00a0]{0,3}(?:\r?\n[ \t]{0,3})?(-?[^\W\d_]+|%|\S)")
TIME_WORDS = re.compile(r"[^\W_]+")
WORDS_BEHIND = re.compile(r"\s+([^\W\d_]+['’]?)(?:\s+([^\W\d_]+))?")
_NEAR = 6
FIRST_MODERN, LAST_MODERN = 1900, 2100
WORD_BEFORE = re.compile(r"([^\W\d_]+|[$€£¥~<>≥≤+])[\s(\"'“‘-]{0,3}$")


@of_language
def _set(name: str) -> frozenset[str]:
    return frozenset(vocabulary("dates")[name])


@of_language
def _people() -> frozenset[str]:
    return frozenset(vocabulary("nouns")["persons"])


@of_language
def _stops() -> frozenset[str]:
    return frozenset(vocabulary("nouns")["stops"]) | frozenset(vocabulary("references")["stops"])


@of_language
def _articles() -> frozenset[str]:
    return frozenset(vocabulary("number_words")["articles"])


@of_language
def _past() -> tuple[str, ...]:
    return tuple(vocabulary("nouns")["participle_endings"])


@of_language
def _verbs() -> frozenset[str]:
    nouns, subjects = vocabulary("nouns"), vocabulary("subjects")
    return frozenset(
        [*nouns["verbs"], *subjects["auxiliaries"], *subjects["irregular_past"], *subjects["third_person"]]
    )


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
    head = text[max(0, span.start - 40) : span.start]
    first, follower = int(text[span.start : span.start + 4]), _next(text, span.end)
    before = _previous(head)
    compares = _quantity_next().match(text, span.end) is not None  # "in 2022 more than 40 were held"
    if not compares and _counts(text, span, head, follower):
        return False
    if before in _set("year_after"):
        return not _amount_of(head, "averages") or _is_known(head)
    bounded = _quantity_before().search(head)
    if bounded is not None and _previous(head[: bounded.start()]) in _set("until"):  # "until at least 2024"
        return True
    if bounded is not None and _compares(head[: bounded.start()]) and not follower.isalpha():
        return True  # "a 12% increase over 2022."
    if bounded is not None or before in ("$", "€", "£", "¥"):
        return False
    return _stands_alone(first, head, follower)


def _stands_alone(year: int, head: str, follower: str) -> bool:
    """A year of our time; an older one before a noun in the singular ("the 1838 map") or at the start of a line."""
    if FIRST_MODERN <= year <= LAST_MODERN:
        return True
    word = follower.lower()
    if _previous(head) in _articles():  # "a 1700 page report"
        return False
    noun = (
        word.isalpha()
        and word not in _stops()
        and not is_plural(word)
        and table_at(word, 0, glued=False, scaled=False) is None
    )
    return noun or (not head.rpartition("\n")[2].strip() and follower in (",", ":"))


def _compares(head: str) -> bool:
    return head.rstrip().endswith("%") or _previous(head) in _set("compared")


def _next(text: str, end: int) -> str:
    match = NEXT_WORD.match(text, end)
    return match.group(1) if match else ""


def _previous(head: str) -> str:
    match = WORD_BEFORE.search(head)
    return match.group(1).lower() if match else ""


def _counts(text: str, span: Span, head: str, follower: str) -> bool:
    """Whether the digits count what stands behind them: "2000 hires", "a survey of 1812 pupils", "2021 refugees".

    Behind a word of time it is a year, whoever acts in it: "in 2021 soldiers burned", "since 2021 troops have".
    """
    if not _counted(follower, int(text[span.end - 4 : span.end]) % 100 == 0, _amount_of(head, "samples")):
        return False
    return not ((_when(head) or _of_time(head)) and _acts(text, span.end))


def _counted(follower: str, round_number: bool, of_amount: bool) -> bool:
    """A noun for people or a unit follows; for a round number ("2000 hires") or behind "a total of" any plural noun."""
    word = follower.lower()
    if word in _set("counts_next") or word in _people():
        return True
    plural = follower.islower() and is_plural(word) and word not in _set("plural_not")
    return (round_number or of_amount) and plural


def _when(head: str) -> bool:
    """ "In", "since", "late": words behind which a year stands; "by 2021 people" only at the start of a sentence."""
    match = WORD_BEFORE.search(head)
    word = match.group(1) if match else ""
    return word.lower() in _set("time_before") or (word[:1].isupper() and word.lower() in _set("year_after"))


def _of_time(head: str) -> bool:
    """ "the last day of 2021 soldiers", "week 12 of 2022", "Quarter 1 2018 police": a stretch of that year."""
    words = [word.lower() for word in TIME_WORDS.findall(head)[-3:]]
    return bool(words) and any(word in _set("parts_of_year") for word in words)


def _amount_of(head: str, nouns: str) -> bool:
    """ "a total of", "a survey of", "an average of": what follows is counted."""
    words = [word.lower() for word in TIME_WORDS.findall(head)[-2:]]
    return len(words) == 2 and words[1] in _set("of_word") and words[0] in _set(nouns)


def _is_known(head: str) -> bool:
    """ "The global mean of 2024" is that year's; "an average of 2024" is a number."""
    words = [word.lower() for word in TIME_WORDS.findall(head)[-_NEAR:-2]]
    return any(word in vocabulary("comparators")["definite"] for word in words) and not set(words) & _articles()


def _acts(text: str, end: int) -> bool:
    """Whether a verb follows the noun: "2021 soldiers burned", or the noun owns something: "2021 soldiers' strike"."""
    words = WORDS_BEHIND.match(text, end)
    if words is None:
        return False
    noun, verb = words.group(1), (words.group(2) or "").lower()
    return noun.endswith(("'", "’")) or verb.endswith(_past()) or verb in _verbs()
