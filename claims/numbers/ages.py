"""Ages without their unit behind them: "Lang, 20, said", "boys aged 14 and 15"."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import lower_at
from claims.numbers.refusals.listed import mask_words
from claims.numbers.refusals.shared import is_plain
from claims.text.tokens import Token
from claims.units.units import UnitReading

OLDEST = 120
LONGEST_NAME = 6


@of_language
def _no_person_before() -> frozenset[str]:
    """Words before a place, a month or a body: "in Alden, 12, and in Borley, 14"."""
    return frozenset(vocabulary("subjects")["prepositions"])


def read_age(tokens: list[Token], numeral: Numeral) -> UnitReading | None:
    """The unit of an age that stands alone between commas behind a name, `None` for any other number."""
    i, j = numeral.first, numeral.stop
    if not is_plain(numeral) or not 0 < numeral.value < OLDEST or i < 2 or j >= len(tokens):
        return None
    if tokens[i - 1].text != "," or tokens[j].text not in ",;" or not _is_person(tokens, i - 2):
        return None
    return UnitReading(span=Span(numeral.end, numeral.end), unit="year of age", dimension="duration", end=numeral.end)


def _is_person(tokens: list[Token], last: int) -> bool:
    """A capitalised name that no preposition ties to something else."""
    k = last
    while k >= 0 and last - k < LONGEST_NAME and tokens[k].kind == "word" and tokens[k].text[0].isupper():
        if tokens[k].lower in mask_words().months or tokens[k].lower in _no_person_before():
            return False
        k -= 1
    return k < last and lower_at(tokens, k) not in _no_person_before()
