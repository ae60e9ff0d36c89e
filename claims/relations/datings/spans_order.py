"""Which of two moments must come first: the ends of a stretch, what is told as past, as to come, or cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.language.words import vocabulary
from claims.model import Note
from claims.relations.datings.spans_acts import acts_of
from claims.relations.spans.spans_dated import Dated
from claims.relations.spans.spans_model import Moment, OrderRelation
from claims.relations.spans.spans_ranges import ranges_of
from claims.relations.spans.spans_scene import Scene, Told
from claims.relations.spans.spans_tie import after_stop
from claims.text.phrases import norms

_NEAR_BEFORE, _NEAR_BEHIND = 9, 8
_OPENING = 3
"""With more words before it in its clause, a date ends that clause and opens none."""
_STOPS = frozenset(",.;:!?")


def orders_of(scene: Scene) -> Iterator[OrderRelation]:
    """Every two moments of a letter whose order its words tell."""
    for told in scene.told:
        for one in ranges_of(told):
            yield OrderRelation(kind="range", first=one.first, second=one.last)
        for dated in told.dates if scene.now else ():
            yield from _against_letter(scene, told, dated)
    yield from acts_of(scene)
    for note in scene.document.notes:
        yield from _cited(scene, note)


def _against_letter(scene: Scene, told: Told, dated: Dated) -> Iterator[OrderRelation]:
    if not dated.mention.year_stated or dated.moment.grain != "day" or told.reading.passage.kind == "title":
        return
    if _will(told, dated):
        yield OrderRelation(kind="ahead", first=min(scene.now, key=lambda now: now.first), second=dated.moment)
    elif _is_past(told, dated):
        yield OrderRelation(kind="past", first=dated.moment, second=max(scene.now, key=lambda now: now.first))


def _will(told: Told, dated: Dated) -> bool:
    """ "will be held on 3 March 2023": nothing but the event's own words between "will" and the date."""
    before = told.between(0, dated.span.start)
    at = max((i for i, word in enumerate(before) if word in vocabulary("timeline")["will"]), default=None)
    if at is None or len(before) - at > _NEAR_BEFORE:
        return False
    between = set(before[at + 1 :])
    return bool(between) and between <= {str(word) for word in vocabulary("timeline")["takes_place"]}


def _is_past(told: Told, dated: Dated) -> bool:
    """A finished act right beside the date, and no word of the sentence that looks ahead ("scheduled for", "will")."""
    words = vocabulary("timeline")
    before = told.between(0, dated.span.start)
    if before and (_ends_with(before, words["future_before"]) or _ends_with(before[:-1], words["future_before"])):
        return False
    behind = told.between(dated.span.end, len(told.reading.text))
    clause = after_stop(before)
    if len(clause) > _OPENING and not _is_fronted(clause):
        # "closes its doors on 31 March, after 112 years, since it was opened in 1908": another clause is past
        behind = behind[: next((at for at, word in enumerate(behind) if word in _STOPS), len(behind))]
    if not _holds((*before[-_NEAR_BEFORE:], "|", *behind[:_NEAR_BEHIND]), words["past"]):
        return False
    return not _holds(_undated(told), words["future"])


def _is_fronted(clause: Sequence[str]) -> bool:
    """ "Since the coup of 1 February 2021, 97 people died": a time told first, and the clause behind it is of it."""
    text = f"{' '.join(clause)} "
    told = (phrase for phrases in vocabulary("periods")["openers"].values() for phrase in phrases)
    return any(text.startswith(f"{' '.join(norms(str(phrase)))} ") for phrase in told)


def _ends_with(words: Sequence[str], listed: Sequence[str]) -> bool:
    text = f" {' '.join(words)}"
    return any(text.endswith(f" {word}") for word in listed)


def _holds(words: Sequence[str], listed: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(norms(str(word)))} " in text for word in listed)


def _undated(told: Told) -> tuple[str, ...]:
    """The words of a sentence outside its dates: "12 May" holds no "may"."""
    taken = bytearray(len(told.reading.text) + 1)
    for mention in told.reading.dates:
        taken[mention.span.start : mention.span.end] = b"1" * len(mention.span)
    return tuple(word.norm for word in told.words if not taken[word.span.start])


def _cited(scene: Scene, note: Note) -> Iterator[OrderRelation]:
    """A document in a note cannot be younger than the letter; when its page was looked at may be."""
    if note.published_on is None or not scene.now or _holds(norms(note.text), vocabulary("timeline")["looked_at"]):
        return
    day = Moment(
        first=note.published_on, last=note.published_on, grain="day", span=note.span, text=note.mark, read="note"
    )
    yield OrderRelation(kind="cited", first=day, second=max(scene.now, key=lambda now: now.first))
