"""The words right before and behind a length, by closed classes: "ago", "later", "since", "from today", ..."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from claims.language.words import vocabulary
from claims.relations.fits.dates_lengths import Stretch, fits_words
from claims.relations.spans.spans_scene import listed
from claims.relations.spans.spans_tie import Place, closing
from claims.text.phrases import norms

_STOPS = frozenset({",", ".", ";", ":", ")"})
_THOUSAND = 3.0


def of_length(stretch: Stretch) -> dict[str, float]:
    """What kind of length it is."""
    length = stretch.place.length
    return {
        "nth": stretch.kind == "nth",
        "anniversary": stretch.kind == "anniversary",
        "age": stretch.kind == "age",
        "bare": length.text.split()[0].lower() in vocabulary("elapsed")["one"],
        "loosened": length.sign != "=",
        "small": length.number <= 2,
        "telling": min(log10(max(float(length.number), 1.0)), _THOUSAND),
        "with_rest": bool(length.rest),
    }


def of_words(place: Place) -> dict[str, float]:
    """What the words beside it say."""
    return {**_of_behind(place), **_of_before(place.before), **_of_clause(place)}


def _of_behind(place: Place) -> dict[str, float]:
    behind = place.behind
    return {
        "ago": place.opens("ago") is not None,
        "later": place.opens("later") is not None,
        "since_behind": place.opens("since", listed("passed")) is not None,
        "after": place.opens("after") is not None,
        "before_it": place.opens("before") is not None,
        "from_now": place.opens("from_now") is not None,
        "passed": bool(set(behind[:4]) & fits_words("passed")),
        "stop_behind": not behind or behind[0] in _STOPS,
        "of_behind": bool(set(behind[:1]) & set(vocabulary("elapsed")["of"])),
    }


def _of_before(before: Sequence[str]) -> dict[str, float]:
    return {
        "for": bool(set(before[-3:]) & listed("for_words")),
        "within": bool(set(before[-3:]) & listed("in_words")),
        "copula": closing([word for word in before[-4:] if word not in listed("copula_lean")], "copulas"),
        "given": bool(set(before[-3:]) & listed("given")),
        "past": closing(before, "past"),
        "lasted": bool(set(before[-3:]) & fits_words("lasted")),
        "after_it": bool(set(before[-2:]) & listed("after_words")),
        "opens_sentence": not before,
        "comma_before": before[-1:] in ((",",), ("(",)),
    }


def _of_clause(place: Place) -> dict[str, float]:
    before, behind = place.before, place.behind
    return {
        "left": bool({*behind[:3], *before[-4:]} & fits_words("left")),
        "today": says((*before[-6:], *behind[:4]), "today"),
        "now": place.is_now(),
        "future": bool(set(place.clause) & fits_words("future")),
    }


def says(words: Sequence[str], name: str) -> bool:
    """Whether a phrase of a list of the vocabulary `fits_dates` stands among the words."""
    text = f" {' '.join(words)} "
    return any(f" {' '.join(norms(str(phrase)))} " in text for phrase in vocabulary("fits_dates")[name])
