"""The lengths of a letter that may lie between two of its days: counted out, or counted on ("the 129th day")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.language.words import of_language, vocabulary
from claims.model import Quantity, Span
from claims.quick_records import dataclass
from claims.relations.spans.spans_ages import ages_of
from claims.relations.spans.spans_lengths import unit_called
from claims.relations.spans.spans_model import Length, SpanKind
from claims.relations.spans.spans_ordinals import ordinals_of
from claims.relations.spans.spans_scene import Scene, Told, listed
from claims.relations.spans.spans_tie import Place, closing, opening

_GROWN = 2
_COUNTED = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A length where it stands: counted out ("length"), counted on ("nth"), an anniversary or an age."""

    kind: SpanKind
    place: Place


def stretches(scene: Scene) -> Iterator[Stretch]:
    """Every length of the running text that can be a time gone by or to go."""
    for told in scene.told:
        # "which provides for between three and seven years": no time gone by
        lengths = (one for one in told.lengths if not _is_named(one) and one.sign != "range")
        found = [Stretch(kind="length", place=Place(scene=scene, told=told, length=one)) for one in lengths]
        for one in (*found, *_counted_on(scene, told), *_numbered(scene, told)):
            if not _is_other(one.place):
                yield one
        yield from _aged(scene, told)


def _aged(scene: Scene, told: Told) -> Iterator[Stretch]:
    """ "is 45 years old today", "so turned seven this month", "Next year we shall be fifty"."""
    lengths = {length.span for length in told.lengths}
    turned = [(one.number_span, one.value) for one in told.reading.quantities if _is_turned(told, one)]
    for span, number in (*ages_of(told), *turned):
        if span not in lengths and number == int(number):
            yield Stretch(kind="age", place=_place(scene, told, span, int(number), "year"))


def _is_turned(told: Told, one: Quantity) -> bool:
    """A bare number behind "turned", or behind "we are" and before "this year"."""
    if one.dimension != "count" or one.comparator != "=" or one.value < _GROWN:
        return False
    before, behind = told.between(0, one.number_span.start), told.between(one.number_span.end, len(told.reading.text))
    if set(before[-6:]) & fits_words("next"):
        return False  # "Next year we shall be fifty"
    ends = not behind or not behind[0].isalpha() or behind[0] in fits_words("this") | fits_words("upon")
    named = bool(set(before[-3:-1]) & fits_words("ourselves")) and bool(set(before[-1:]) & fits_words("being"))
    return ends and (bool(set(before[-1:]) & fits_words("turning")) or named)


def _is_named(length: Length) -> bool:
    """ "a three-year plan", "this year", "ten working days", "a quarter": no time between two days."""
    text = length.text.lower()
    pointed = text.split()[0] in listed("pointing") | listed("demonstratives")
    counted = pointed or bool(set(text.split()) & fits_words("other_days"))
    return counted or length.word == "quarter" or text.endswith((f"-{length.word}", f"-{length.word}s"))


def _is_other(place: Place) -> bool:
    """ "twelve years in prison", "the first ten days", "a month of care": a limit, a part, one of many."""
    if set(place.behind[:1]) & set(vocabulary("elapsed")["of"]) and _is_measure(place):
        return True
    if closing(place.before, "to_come") or opening(place.behind, "other_uses") is not None:
        return True
    return bool(fits_words("each") & {*place.before[-2:], *place.behind[:2]}) or _is_counted_otherwise(place)


def _is_counted_otherwise(place: Place) -> bool:
    """ "in the ten months to 31 October", "enough for eight months", "on 126 days in 2024", "9,500 a year", "in 2023
    for the third year running": no two printed days lie so far apart.
    """
    before, behind = place.before, place.behind
    scattered = (
        bool(set(before[-1:]) & fits_words("upon")) and place.length.word == "day" and bool(place.length.number > 1)
    )
    rate = _is_bare(place) and any(_leads_to(one, place) for one in place.told.reading.quantities)
    in_row = bool(place.told.dates) and bool(set(behind[:3]) & fits_words("in_row"))
    back = " ".join(behind[:3]) + " "
    reaching = any(back.startswith(f"{phrase} ") for phrase in fits_words("reaching"))
    return (
        scattered
        or rate
        or in_row
        or reaching
        or bool(set(before[-3:]) & fits_words("enough") or set(before[-8:]) & fits_words("limits"))
    )


def _leads_to(one: Quantity, place: Place) -> bool:
    """ "46 million pesos a month", "9,500 a year": so much per unit."""
    start = place.length.whole.start
    return one.span.start < start <= one.span.end + 1


def _is_bare(place: Place) -> bool:
    return place.length.text.split()[0].lower() in vocabulary("elapsed")["one"]


def _is_measure(place: Place) -> bool:
    """ "a month of care", "four months of 2020"."""
    return _is_bare(place) or any(len(place.gap_to(dated)) == 1 for dated in place.dates_behind[:1])


def _counted_on(scene: Scene, told: Told) -> Iterator[Stretch]:
    """ "the 129th day", "our sixth year in a row", "the third anniversary"."""
    for ordinal in ordinals_of(told):
        anniversary = any(word in vocabulary("elapsed")["anniversary"] for word in ordinal.behind[:2])
        word = "year" if anniversary else unit_called(ordinal.noun)
        if word in _COUNTED and (anniversary or ordinal.number > 1):
            place = _place(scene, told, ordinal.span, ordinal.number, word)
            yield Stretch(kind="anniversary" if anniversary else "nth", place=place)


def _numbered(scene: Scene, told: Told) -> Iterator[Stretch]:
    """ "This is day 172"."""
    for word, number in zip(told.words, told.words[1:], strict=False):
        if unit_called(word.norm) == "day" and number.norm.isdecimal() and number.span.start - word.span.end == 1:
            yield Stretch(kind="nth", place=_place(scene, told, number.span, int(number.norm), "day"))


def _place(scene: Scene, told: Told, span: Span, number: int, word: str) -> Place:
    text = span.of(told.reading.text)
    length = Length(span=span, whole=span, text=text, number=Decimal(number), word=word, sign="=")
    return Place(scene=scene, told=told, length=length)


@of_language
def fits_words(name: str) -> frozenset[str]:
    """A list of words of the vocabulary `fits_dates`."""
    return frozenset(str(word) for word in vocabulary("fits_dates")[name])
