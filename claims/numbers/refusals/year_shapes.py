"""Shapes of years and hours beside the grammar of dates: eras, years in words or in two digits, lives, "0530 GMT"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.language.words import of_language, vocabulary
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True)
class YearShapes:
    """One expression each; all are linear, every repetition is bounded.

    Without one of `eras`, of `starts` (of a year in words) or an `hour` in the text their expression need not be tried.
    """

    era: re.Pattern[str]
    short: re.Pattern[str]
    lived: re.Pattern[str]
    worded: re.Pattern[str]
    hours: re.Pattern[str]
    hour: re.Pattern[str]
    noted: re.Pattern[str]
    eras: re.Pattern[str]
    starts: re.Pattern[str]


@of_language
def year_shapes() -> YearShapes:
    """The shapes of a language, from the words of `years.yml` and its number words."""
    words = vocabulary("years")
    before, behind = _either(words["era_before"]), _either(words["era_behind"])
    digits = r"\d{1,4}(?:[-–]\d{1,4})?"
    common = r"(?: ?(?:\([12]\d{3}\)|/ ?[12]\d{3}\b))?"  # the same year as most of us count it: "B.E. 2565 (2022)"
    lead = _either(words["lead"])
    return YearShapes(
        era=re.compile(
            rf"(?<![\w.])(?:{before}) ?{digits}(?![\w%]|[.,]\d){common}"
            rf"|(?<![\w$€£.,]){digits} ?(?:{behind})(?!\w){common}"
        ),
        short=re.compile(rf"(?<=\b)(?i:{lead})\s(?P<year>['’]\d\d)(?![\w%]|[^'’\n]{{0,40}}['’](?!\w))"),
        lived=re.compile(
            r"(?<=\()(?:c\. ?|ca\. ?|b\. ?|d\. ?)\d{3,4}(?: ?[-–] ?\d{3,4})?(?=\))"
            r"|(?<=[^\W\d_] \()(?P<born>[1-9]\d{2,3}) ?[–-] ?(?P<died>[1-9]\d{2,3})(?=\))"
        ),
        worded=_worded(lead),
        noted=re.compile(rf"(?<=\b)(?i:{lead})\s(?:1[5-9]|20)\d\d\.(?P<mark>\d{{1,3}})(?=\s+[A-Z“\"]|\s*\Z)"),
        eras=_one_of((*words["era_before"], *words["era_behind"])),
        starts=_one_of(words["centuries"]),
        hour=re.compile(rf"[0-2]\d[0-5]\d ?(?:{_either((*words['zones'], *words['hours']))})"),
        hours=re.compile(
            rf"(?<![\w.,])(?P<time>[0-2]\d[0-5]\d ?(?:{_either(words['zones'])}))(?!\w)"
            rf"|(?i:\b{_either(words['at'])}) (?P<hours>[0-2]\d[0-5]\d ?(?:{_either(words['hours'])}))(?!\w)"
        ),
    )


def _worded(lead: str) -> re.Pattern[str]:
    """ "in twenty twenty-one", "since nineteen eighty-four", "nineteen oh five"; no "in twenty twenty-bed wards"."""
    numbers, words = vocabulary("number_words"), vocabulary("years")
    units = _either(word for word, value in numbers["units"].items() if 0 < value < 10)
    teens = _either(word for word, value in numbers["units"].items() if value >= 10)
    tens = _either(numbers["tens"])
    rest = rf"(?:(?:{_either(words['nought'])})[ -](?:{units})|(?:{tens})(?:[- ](?:{units}))?|(?:{teens}))"
    return re.compile(rf"\b(?i:{lead}) (?P<year>(?i:(?:{_either(words['centuries'])})[ -]{rest}))(?![\w-])")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, wherever it stands; of no words an expression that matches nothing."""
    return re.compile(_either(words) or "(?!)")
