"""Ordinals: "46th Summit", "the forty-sixth session" are statements to check; "Third Committee" only names."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.model import Interval, Quantity, Span
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.token_steps import lower_at
from claims.text.tokens import Token


@of_language
def _counted() -> frozenset[str]:
    return frozenset(vocabulary("ordinals")["counted"])


def read_ordinal(text: str, tokens: list[Token], numeral: Numeral, flags: list[bool]) -> Quantity | str:
    """The ordinal as a quantity of dimension "ordinal" with the noun it ranks, or the reason why it is no claim."""
    head = _ranked(tokens, numeral, flags)
    if head is None:
        return "ordinal-alone"
    if lower_at(tokens, head) not in _counted():
        return "ordinal-in-name" if tokens[head].text[0].isupper() else "ordinal-alone"
    return _quantity(text, tokens, numeral, head)


def _ranked(tokens: list[Token], numeral: Numeral, flags: list[bool]) -> int | None:
    """The noun ranked: the first of the counted ones within three words, else the word right behind."""
    j = numeral.stop
    for k in range(j, min(j + 3, len(tokens))):
        if tokens[k].kind != "word" or flags[k]:
            break
        if tokens[k].lower in _counted():
            return k
    return j if j < len(tokens) and tokens[j].kind == "word" and not flags[j] else None


def _quantity(text: str, tokens: list[Token], numeral: Numeral, head: int) -> Quantity:
    span, number = Span(numeral.start, tokens[head].end), Span(numeral.start, numeral.end)
    noun = Span(tokens[numeral.stop].start, tokens[head].end)
    return Quantity(
        span=span,
        text=span.of(text),
        number_span=number,
        as_written=number.of(text),
        value=numeral.value,
        interval=Interval(low=numeral.value, high=numeral.value),
        comparator="=",
        comparator_span=None,
        dimension="ordinal",
        unit=tokens[head].lower,
        counted=noun.of(text),
        counted_span=noun,
        form=numeral.form,
    )
