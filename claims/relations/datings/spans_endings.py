"""Ordinals in digits as printed, with the ending their number asks for: "79st" should be "79th"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.relations.spans.spans_model import OrdinalForm
from claims.text.plurals import ordinal_endings


def ordinal_forms(text: str) -> Iterator[OrdinalForm]:
    """Every ordinal written in digits with one of the language's endings; spans count in `text`."""
    for match in _pattern().finditer(text):
        number = int(match[1].replace(",", ""))
        right = ending_of(number)
        yield OrdinalForm(
            span=Span(*match.span()),
            text=match[0],
            number=number,
            well_formed=match[2].lower() in ordinal_endings(number),
            ending=right,
        )


def ending_of(number: int) -> str:
    """The usual ending of an ordinal in digits: 1st, 2nd, 3rd, 4th, 11th to 13th, 21st."""
    return ordinal_endings(number)[0]


@of_language
def _suffixes() -> tuple[str, ...]:
    return tuple(str(suffix) for suffix in vocabulary("ordinals")["suffixes"])


@of_language
def _pattern() -> re.Pattern[str]:
    # not inside a name, a path or an address: "x53nd", "/53nd", "covid-19th"
    return re.compile(
        rf"(?<![\w./=&#?%-])(\d{{1,9}}|\d{{1,3}}(?:,\d{{3}})+)({'|'.join(_suffixes())})(?![\w/=@])", re.IGNORECASE
    )
