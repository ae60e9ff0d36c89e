"""Numbered things of one kind against one another: "our fourth letter; those of …", "its fifth sitting on …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.language.words import vocabulary
from claims.model import Span
from claims.quick_records import dataclass
from claims.relations.datings.spans_addressed import addressed, dated_numbers
from claims.relations.datings.spans_counted_off import counted_off
from claims.relations.datings.spans_editions import editions
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import Moment, SeriesRelation
from claims.relations.spans.spans_ordinals import Ordinal, ordinals_of
from claims.relations.spans.spans_scene import Scene, Told, holds
from claims.text.plurals import singular

_NEAR = 3
"""Numbers of one series that lie further apart may be of two bodies ("46th session", "75th session")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """One thing with its number: where it stands, what kind it is, when it was as far as the words say."""

    told: Told
    ordinal: Ordinal
    moment: Moment | None
    ahead: bool | None


def series_of(scene: Scene) -> Iterator[SeriesRelation]:
    """Every number of a series that others of the letter say something about."""
    everything = [(told, ordinal) for told in scene.told for ordinal in ordinals_of(told)]
    listed = [
        one for told, ordinal in everything for read in (_listed, _nth_time) if (one := read(scene, told, ordinal))
    ]
    yield from listed
    yield from (one for one in addressed(scene) if one.span not in {each.span for each in listed})
    yield from _in_order(scene, everything)
    yield from counted_off(scene)
    yield from editions(scene)
    yield from dated_numbers(scene)


def _listed(scene: Scene, told: Told, ordinal: Ordinal) -> SeriesRelation | None:
    """ "This is our fourth letter; those of May 2021, February 2022 and September 2022 were not answered"."""
    before = told.between(0, ordinal.span.start)[-3:]
    if (
        not before
        or before[-1] not in vocabulary("series")["own"]
        or not set(vocabulary("series")["copulas"]) & set(before)
    ):
        return None
    others = [dated for dated in told.dates if dated.span.start > ordinal.span.end]
    following = scene.beside(told, 1)
    if not others and following is not None:
        told_others, start = following, 0
        others = list(following.dates)
    else:
        told_others, start = told, ordinal.span.end
    group = _run(told_others, others)
    if len(group) < 2:
        return None
    opening = " ".join(told_others.between(start, group[0].span.start)[-4:])
    if not any(opening.endswith(str(phrase)) for phrase in vocabulary("series")["of_others"]):
        return None
    return _series(
        scene, told, ordinal, (len(group) + 1,), "listed", [scene.source(told_others, d.span) for d in group]
    )


def _run(told: Told, dates: Sequence[Dated]) -> list[Dated]:
    """The first dates that follow one another with commas and "and" alone."""
    run: list[Dated] = []
    for dated in dates:
        if run and not set(told.between(run[-1].span.end, dated.span.start)) <= set(vocabulary("series")["between"]):
            break
        run.append(dated)
    return run


def _nth_time(scene: Scene, told: Told, ordinal: Ordinal) -> SeriesRelation | None:
    """ "We address you for the fourth time. Our first letter … Our second … the third": one more than those before."""
    words = vocabulary("series")
    before = told.between(0, ordinal.span.start)
    if (
        ordinal.noun not in words["times"]
        or not set(words["for_nth"]) & set(before[-3:])
        or not set(before[-8:]) & set(words["address"])
    ):
        return None
    found: list[tuple[Told, Ordinal]] = []
    for by in range(1, 6):
        other = scene.beside(told, by)
        found += [(other, one) for one in ordinals_of(other)] if other is not None else []
    numbers = [one.number for _, one in found]
    count = max(numbers, default=0)
    if count < 2 or numbers[:count] != list(range(1, count + 1)) or not _of_letters(found[0]):
        return None
    return _series(scene, told, ordinal, (count + 1,), "listed", [scene.source(t, o.span) for t, o in found[:count]])


def _of_letters(first: tuple[Told, Ordinal]) -> bool:
    told, ordinal = first
    before = told.between(0, ordinal.span.start)[-1:]
    words = vocabulary("series")
    return bool(before) and before[0] in words["own"] and ordinal.noun.endswith(tuple(words["letters"]))


def _in_order(scene: Scene, everything: Sequence[tuple[Told, Ordinal]]) -> Iterator[SeriesRelation]:
    """ "At the fourth sitting … its fifth sitting on 7 November": numbers rise with their dates."""
    numbered = [_numbered(told, ordinal) for told, ordinal in everything if _is_series(ordinal)]
    for at, one in enumerate(numbered):
        for other in numbered[at + 1 :]:
            early, late = (one, other) if _before(one, other) else (other, one)
            if not _before(early, late) or not _same_series(one.ordinal, other.ordinal):
                continue
            low = early.ordinal.number
            expected = tuple(range(low + 1, low + _NEAR + 1))
            if 0 <= low - late.ordinal.number <= _NEAR:
                span = [scene.source(early.told, early.ordinal.span)]
                yield _series(scene, late.told, late.ordinal, expected, "order", span)


def _is_series(ordinal: Ordinal) -> bool:
    return singular(ordinal.noun) in vocabulary("series")["meetings"]


def _same_series(one: Ordinal, other: Ordinal) -> bool:
    """One noun, and no two different owners ("session of the council", "session of the committee")."""
    if one.noun != other.noun:
        return False
    of = vocabulary("series")["of"]
    owners = [" ".join(o.behind[1:5]) for o in (one, other) if o.behind[1:2] and o.behind[1] in of]
    return len(owners) < 2 or owners[0] == owners[1]


def _numbered(told: Told, ordinal: Ordinal) -> Numbered:
    dated = next((d for d in told.dates if d.span.start > ordinal.span.end), None)
    gap = told.between(ordinal.span.end, dated.span.start) if dated is not None else ()
    close = dated is not None and len(gap) <= 8 and not {";", ":", ",", "."} & set(gap[1:])
    return Numbered(
        told=told, ordinal=ordinal, moment=dated.moment if dated is not None and close else None, ahead=None
    )


def _before(one: Numbered, other: Numbered) -> bool:
    """Whether the first was before the second: by their dates, or told as past beside one that is to come."""
    if one.moment is not None and other.moment is not None:
        return one.moment.last < other.moment.first
    return one.moment is None and other.moment is not None and _is_past(one.told) and _to_come(other.told)


def _is_past(told: Told) -> bool:
    return not holds(told.norms, "present")


def _to_come(told: Told) -> bool:
    return bool(set(vocabulary("series")["to_come"]) & set(told.norms))


def _series(
    scene: Scene, told: Told, ordinal: Ordinal, expected: tuple[int, ...], because: str, spans: Sequence[Span]
) -> SeriesRelation:
    return SeriesRelation(
        span=scene.source(told, ordinal.span),
        text=Span(ordinal.span.start, min(len(told.reading.text), ordinal.span.end + len(ordinal.noun) + 1)).of(
            told.reading.text
        ),
        number=ordinal.number,
        expected=expected,
        because=because,  # type: ignore[arg-type]
        spans=tuple(spans),
    )
