"""Places after \"in\" that no table knows."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import of_language, vocabulary
from claims.model import Place, Span
from claims.places.gazetteer import Gazetteer, PlaceMention
from claims.text.phrases import Word, split_words

UNLISTED = "unlisted"


@of_language(maxsize=256)
def unlisted(names: Gazetteer, text: str) -> tuple[PlaceMention, ...]:
    """Places after "in" that no table knows ("in Upper Olmo"): their figures are not the country's."""
    tokens = split_words(text)
    words = vocabulary("place_words")
    known = [mention.span for mention in names.mentions(text)]
    found = []
    for i, token in enumerate(tokens):
        if token.norm not in words["inside"]:
            continue
        first = _past(tokens, i + 1, words["between_unlisted"])
        last = first
        while last < len(tokens) and last - first < 4 and _capitalised(tokens[last]):
            last += 1
        span = Span(tokens[first].span.start, tokens[last - 1].span.end) if last > first else None
        if span and not any(span.overlaps(other) for other in known) and _may_be_place(tokens, first, last):
            place = Place(place_id=span.of(text), name=span.of(text), aliases=(), kind=UNLISTED, parent=None)
            found.append(PlaceMention(span=span, place=place, locative=True, attributive=False, object=False))
    return tuple(found)


def _past(tokens: Sequence[Word], i: int, words: Sequence[str]) -> int:
    # "in the north of Upper Olmo", but "in North Olmo": what has a capital belongs to the name.
    while i < len(tokens) and tokens[i].norm in words and tokens[i].text.islower():
        i += 1
    return i


def _capitalised(token: Word) -> bool:
    return token.is_word and token.text[0].isupper() and not token.text[0].isdigit()


def _may_be_place(tokens: Sequence[Word], first: int, last: int) -> bool:
    """No month, no body, no document, no initials: "in April", "in Parliament", "in Resolution 12", "in ASEAN"."""
    if any(token.norm in _no_places() or token.text.isupper() for token in tokens[first:last]):
        return False
    following = tokens[last] if last < len(tokens) else None
    return following is None or not (following.text.isdigit() or following.norm == "'s")


@of_language
def _no_places() -> frozenset[str]:
    months = [name for names in vocabulary("dates")["months"] for name in names]
    return frozenset([*vocabulary("place_words")["no_places"], *months, *vocabulary("dates")["weekdays"]])
