"""Every length of time of a letter with the days it lies between, as far as the words say them."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.words import vocabulary
from claims.relations.spans.spans_before import before
from claims.relations.spans.spans_behind import behind
from claims.relations.spans.spans_model import SpanRelation
from claims.relations.spans.spans_scene import Scene, listed
from claims.relations.spans.spans_tie import Place, Tie, closing, opening
from claims.relations.spans.spans_told_on import ends_now, told_on


def elapsed(scene: Scene) -> Iterator[SpanRelation]:
    """A relation for every length that its words tie to a time; punishments, plans and ages are none."""
    for told in scene.told:
        for length in told.lengths:
            place = Place(scene=scene, told=told, length=length)
            tie = None if _is_other(place) else _tie(place)
            if tie is not None and (tie.pairs or not _is_bare(place)):
                yield _relation(place, tie)


def _tie(place: Place) -> Tie | None:
    """What the words beside the length say, and where that leaves it open, what the story so far does."""
    if _is_pointed(place) and place.opens("since", listed("passed")) is None:
        return ends_now(place)
    tie = behind(place) or before(place)
    return tie if tie is not None and tie.bound else told_on(place) or tie


def _relation(place: Place, tie: Tie) -> SpanRelation:
    return SpanRelation(
        kind="length",
        span=place.scene.source(place.told, place.length.span),
        text=place.length.whole.of(place.told.reading.text),
        length=tie.length or place.length,
        pairs=tie.pairs,
        bound=tie.bound and bool(tie.pairs),
        reading=tie.reading,
        loose=tie.loose,
    )


def _is_bare(place: Place) -> bool:
    """ "the year before": a unit without its number says something only where both its ends are known."""
    return place.length.text.split()[0].lower() in vocabulary("elapsed")["one"]


def _is_pointed(place: Place) -> bool:
    """ "that week", "the month": one certain week or month is no length, but for "in the year since …"."""
    pointed = place.length.text.split()[0].lower() in listed("pointing") | listed("demonstratives")
    return pointed and _is_bare(place) and place.length.number == 1


def _is_other(place: Place) -> bool:
    """ "12 years in prison", "the next ten years", "the three-year plan": no time gone by."""
    if place.length.text.lower().endswith((f"-{place.length.word}", f"-{place.length.word}s")):
        return True  # "a three-year plan"
    if place.length.word == "day" and place.length.text.split()[0].lower() in listed("pointing"):
        return True  # "six months to the day"
    to_come = closing([word for word in place.before if word not in listed("few_lean")], "to_come")
    return to_come or opening(place.behind, "other_uses") is not None
