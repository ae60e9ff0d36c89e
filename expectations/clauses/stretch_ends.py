"""Where a stretch of time starts and ends, as far as the letter says it in words, dates and events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import Claim, DateMention, Field, Quantity, Span
from claims.numbers.read import read_numbers
from expectations.clauses.stretches import dates_within, sentence_around

REACH = 80
"""How many characters may lie between a stretch and the name of its start: "since the illegal seizure of power"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time or an anniversary as the letter words it, with the claims it is."""

    kind: str
    span: Span
    text: str
    quantity: Quantity
    sentence_span: Span
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """From when a stretch may count: the first and last day it may mean, where it stands, an event's name."""

    first: date
    last: date
    span: Span | None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Until when a stretch may count."""

    first: date
    last: date
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How a stretch hangs on its start: until_now, ago, after, past (words of the vocabulary `elapsed`) or anniversary.

    `start_at` is where to look for the start; `binds` if the stretch must reach the letter's date or one named.
    """

    kind: str
    start_at: Span | None
    binds: bool


@of_language
def _one_of(name: str) -> str:
    words = sorted((str(word) for word in vocabulary("elapsed")[name]), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@of_language
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"[\s,–—]{{0,3}}(?:{_one_of(name)})\b", re.IGNORECASE)


@of_language
def _before(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of(name)})\b[^.;!?]{{0,24}}\Z", re.IGNORECASE)


@of_language
def _right_before(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of(name)})\s+(?:[^\W\d_]+\s+){{0,2}}\Z", re.IGNORECASE)


def stretches(extraction: Extraction) -> list[Stretch]:
    """Durations and ordinals among the claims, and durations that were read as the period of another figure."""
    found = [
        Stretch(
            kind=claim.kind,
            span=claim.span,
            text=claim.text,
            quantity=claim.quantity,
            sentence_span=claim.sentence_span,
            claims=(claim,),
        )
        for claim in extraction.claims
        if claim.kind in ("duration", "ordinal")
    ]
    found += [stretch for number in extraction.numbers.ignored if (stretch := _unclaimed(extraction, number.span))]
    return sorted(found, key=lambda stretch: stretch.span)


@of_language
def _unit_behind() -> re.Pattern[str]:
    units = "|".join(str(unit) for unit in vocabulary("elapsed")["days"])
    return re.compile(rf"[\s-]{{1,3}}(?:{units})s?\b", re.IGNORECASE)


def _unclaimed(extraction: Extraction, number: Span) -> Stretch | None:
    """The duration that a number which is no claim belongs to: "in the five years since"."""
    text = extraction.letter.text
    if not _unit_behind().match(text, number.end):
        return None
    sentence = sentence_around(text, number)
    quantities = read_numbers(sentence.of(text)).quantities if sentence else ()
    for quantity in quantities:
        span = quantity.span.shifted(sentence.start if sentence else 0)
        if sentence and quantity.dimension == "duration" and span.overlaps(number):
            return Stretch(
                kind="duration", span=span, text=quantity.text, quantity=quantity, sentence_span=sentence, claims=()
            )
    return None


def in_days(stretch: Stretch) -> Decimal:
    """The length of a stretch's unit in days; an anniversary counts years."""
    unit = (stretch.quantity.unit or "").removesuffix("s")
    return Decimal(str(vocabulary("elapsed")["days"].get(unit, 365.25)))


def is_ago(text: str) -> bool:
    """Whether a date is counted back from the letter's: "five years ago"."""
    return bool(re.search(rf"\b(?:{_one_of('ago')})\Z", text, re.IGNORECASE))


def tied(extraction: Extraction, stretch: Stretch) -> Tie | None:
    """How a stretch hangs on a start, or `None` if it is no time gone by ("12 years in prison")."""
    text, sentence = extraction.letter.text, stretch.sentence_span
    behind = text[stretch.span.end : min(sentence.end, stretch.span.end + REACH)]
    before = text[max(sentence.start, stretch.span.start - REACH) : stretch.span.start]
    if stretch.kind == "ordinal":
        return _anniversary(stretch, before, behind)
    unit = (stretch.quantity.unit or "").removesuffix("s")
    if stretch.kind != "duration" or unit not in vocabulary("elapsed")["days"]:
        return None
    if _behind("other_uses").match(behind) or _right_before("to_come").search(before):
        return None
    return _stretch(stretch, before, behind)


def _stretch(stretch: Stretch, before: str, behind: str) -> Tie | None:
    for kind in ("until_now", "ago", "after"):
        joint = _behind(kind).match(behind)
        if joint:
            reach = len(behind) if kind != "ago" else min(len(behind), joint.end() + 30)
            ahead = Span(stretch.span.end + joint.end(), stretch.span.end + reach)
            return Tie(kind=kind, start_at=ahead, binds=kind != "after")
    if _right_before("past").search(before) or _before("for_words").search(before):
        return Tie(kind="past", start_at=None, binds=False)
    return None


def _anniversary(stretch: Stretch, before: str, behind: str) -> Tie | None:
    """ "the third anniversary of the coup": at the letter's date where the letter says that it is marked now."""
    if not re.search(rf"\b(?:{_one_of('anniversary')})\b", stretch.text + behind[:24], re.IGNORECASE):
        return None
    of = re.search(rf"\b(?:{_one_of('anniversary_of')})\b", behind[:40], re.IGNORECASE)
    now = bool(re.search(rf"\b(?:{_one_of('anniversary_now')})\b", before, re.IGNORECASE))
    ahead = Span(stretch.span.end + of.end(), stretch.span.end + len(behind)) if of else None
    return Tie(kind="anniversary", start_at=ahead, binds=now and of is not None)


def _known(mention: DateMention) -> bool:
    return mention.start is not None and mention.end is not None and mention.problem is None


def _start_of(mention: DateMention) -> Start | None:
    if mention.start is None or mention.end is None or mention.problem is not None or not mention.year_stated:
        return None
    # "since 2021–2022" has no one start
    wide = mention.grain != "year" and (mention.end - mention.start).days > 100
    return None if wide else Start(first=mention.start, last=mention.end, span=mention.span)


def named_starts(extraction: Extraction, field: Field, tie: Tie) -> list[Start]:
    """The start that stands where the tie points, nearest first; empty if there is none or it is no date."""
    if tie.start_at is None:
        return []
    at = tie.start_at.start
    near = [
        mention for mention in dates_within(extraction, tie.start_at) if _joined(extraction, at, mention.span.start)
    ]
    dates = [start for mention in near if (start := _start_of(mention))]
    return dates[:1] or _events(extraction, field, tie.start_at)[:1]


def _joined(extraction: Extraction, start: int, end: int) -> bool:
    """Whether only one phrase lies between a stretch and its start: no comma, no second clause, a handful of words."""
    between = extraction.letter.text[start:end].lstrip(" ,–—")
    return not re.search(r"[;:.!?]|,\s|[()]", between) and len(between.split()) <= 7


def _events(extraction: Extraction, field: Field, within: Span) -> list[Start]:
    from claims.times.events import event_names

    written = extraction.letter.written_on or extraction.letter.published_on
    found = []
    for hit in event_names(field).hits(within.of(extraction.letter.text)):
        dated = [event for event in hit.candidates if event.verified and event.start]
        if len(hit.candidates) == 1 and dated and dated[0].start and (written is None or dated[0].start <= written):
            day = dated[0].start
            found.append(Start(first=day, last=day, span=hit.span.shifted(within.start), name=dated[0].name))
    return found


def starts_in_letter(extraction: Extraction, field: Field) -> list[Start]:
    """The events that anchor periods of the letter, and the dates it counts from ("since February 2021")."""
    names = {event.event_id: event.name for event in field.events}
    anchored = [
        Start(
            first=claim.period.start,
            last=claim.period.start,
            span=claim.period.span,
            name=names.get(claim.period.anchor, claim.period.text),
        )
        for claim in extraction.claims
        if claim.period and claim.period.anchor and claim.period.start
    ]
    dates = [start for mention in extraction.dates if (start := _start_of(mention)) and _since(extraction, mention)]
    return list({(start.first, start.last): start for start in reversed([*anchored, *dates])}.values())[::-1]


def _since(extraction: Extraction, mention: DateMention) -> bool:
    before = extraction.letter.text[max(0, mention.span.start - 60) : mention.span.start]
    return bool(_before("until_now").search(before))


def ends_of(extraction: Extraction, stretch: Stretch, tie: Tie) -> list[End]:
    """The ends a stretch may have: another date of its sentence, and the letter's date (of writing, of publication)."""
    letter = extraction.letter
    own = [
        End(first=day, last=day, span=span)
        for day, span in ((letter.written_on, letter.written_on_span), (letter.published_on, letter.published_on_span))
        if day
    ]
    named = [
        End(first=mention.start, last=mention.end, span=mention.span)
        for mention in dates_within(extraction, stretch.sentence_span)
        if mention.start
        and mention.end
        and _known(mention)
        and not (tie.start_at and tie.start_at.contains(mention.span))
    ]
    return [*own, *named]
