"""Where a stretch of time starts and ends, as far as the letter says: the words before and behind it, dates and events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from claims.events import event_names
from claims.model import Claim, DateMention, Extraction, Field, Span
from claims.words import vocabulary

Kind = Literal["until_now", "ago", "after", "past", "anniversary", "from_to"]
REACH = 80
"""How many characters may lie between a stretch and the name of its start: "since the illegal seizure of power of …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """From when a stretch may count: the first and last day it may mean, where it stands, its name if it is an event."""

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
    """How a stretch hangs on its start; `start_at` is where to look for it; `binds` if it must reach the given end."""

    kind: Kind
    start_at: Span | None
    binds: bool


@cache
def _one_of(name: str) -> str:
    words = sorted((str(word) for word in vocabulary("elapsed")[name]), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"[\s,–—]{{0,3}}(?:{_one_of(name)})\b", re.IGNORECASE)


@cache
def _before(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of(name)})\b[^.;!?]{{0,24}}\Z", re.IGNORECASE)


@cache
def _right_before(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of(name)})\s+(?:[^\W\d_]+\s+){{0,2}}\Z", re.IGNORECASE)


def in_days(claim: Claim) -> Decimal:
    """The length of a claim's unit in days; an anniversary counts years."""
    unit = (claim.quantity.unit or "").removesuffix("s")
    return Decimal(str(vocabulary("elapsed")["days"].get(unit, 365.25)))


def tied(extraction: Extraction, claim: Claim) -> Tie | None:
    """How the claim's stretch hangs on a start, or `None` if it is no time gone by ("12 years in prison", "30 days' notice")."""
    text, sentence = extraction.letter.text, claim.sentence_span
    behind = text[claim.span.end : min(sentence.end, claim.span.end + REACH)]
    before = text[max(sentence.start, claim.span.start - REACH) : claim.span.start]
    if claim.kind == "ordinal":
        return _anniversary(claim, before, behind)
    unit = (claim.quantity.unit or "").removesuffix("s")
    if claim.kind != "duration" or unit not in vocabulary("elapsed")["days"]:
        return None
    if _behind("other_uses").match(behind) or _right_before("to_come").search(before):
        return None
    return _stretch(claim, before, behind)


def _stretch(claim: Claim, before: str, behind: str) -> Tie | None:
    ahead = Span(claim.span.end, claim.span.end + len(behind))
    if _behind("until_now").match(behind):
        return Tie(kind="until_now", start_at=ahead, binds=True)
    if _behind("ago").match(behind):
        return Tie(kind="ago", start_at=Span(ahead.start, min(ahead.end, ahead.start + 30)), binds=False)
    if _behind("after").match(behind):
        return Tie(kind="after", start_at=ahead, binds=False)
    if _right_before("past").search(before) or _before("for_words").search(before):
        return Tie(kind="past", start_at=None, binds=False)
    return None


def _anniversary(claim: Claim, before: str, behind: str) -> Tie | None:
    """"the third anniversary of the coup": at the letter's date where the letter says that it is marked now."""
    if not re.search(rf"\b(?:{_one_of('anniversary')})\b", claim.text + behind[:24], re.IGNORECASE):
        return None
    of = re.search(rf"\b(?:{_one_of('anniversary_of')})\b", behind[:40], re.IGNORECASE)
    now = bool(re.search(rf"\b(?:{_one_of('anniversary_now')})\b", before, re.IGNORECASE))
    ahead = Span(claim.span.end + of.end(), claim.span.end + len(behind)) if of else None
    return Tie(kind="anniversary", start_at=ahead, binds=now and of is not None)


def _known(mention: DateMention) -> bool:
    return mention.start is not None and mention.end is not None and mention.problem is None


def _start_of(mention: DateMention) -> Start | None:
    if mention.start is None or mention.end is None or mention.problem is not None or not mention.year_stated:
        return None
    # "since 2021–2022" has no one start
    wide = mention.grain != "year" and (mention.end - mention.start).days > 100
    return None if wide else Start(first=mention.start, last=mention.end, span=mention.span)


def named_starts(extraction: Extraction, field: Field, claim: Claim, tie: Tie) -> list[Start]:
    """The start that stands where the tie points, nearest first; empty if there is none or it is no date."""
    if tie.start_at is None:
        return []
    dates = [start for mention in extraction.dates if tie.start_at.contains(mention.span)
             if (start := _start_of(mention)) and _joined(extraction, tie.start_at.start, mention.span.start)]  # fmt: skip
    events = _events(extraction, field, tie.start_at)
    return dates[:1] or events[:1]


def _joined(extraction: Extraction, start: int, end: int) -> bool:
    """Whether only one phrase lies between a stretch and its start: no comma, no second clause, a handful of words."""
    between = extraction.letter.text[start:end].lstrip(" ,–—")
    return not re.search(r"[;:.!?]|,\s|[()]", between) and len(between.split()) <= 7


def _events(extraction: Extraction, field: Field, within: Span) -> list[Start]:
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
    anchored = [
        Start(first=claim.period.start, last=claim.period.start, span=claim.period.span, name=claim.period.text)
        for claim in extraction.claims
        if claim.period and claim.period.anchor and claim.period.start
    ]
    dates = [start for mention in extraction.dates if (start := _start_of(mention)) and _since(extraction, mention)]
    return list(dict.fromkeys([*anchored, *dates]))


def _since(extraction: Extraction, mention: DateMention) -> bool:
    before = extraction.letter.text[max(0, mention.span.start - 60) : mention.span.start]
    return bool(_before("until_now").search(before))


def ends_of(extraction: Extraction, claim: Claim, tie: Tie) -> list[End]:
    """The ends a stretch may have: another date of its sentence, and the letter's date (of writing, of publication)."""
    letter = extraction.letter
    own = [End(first=day, last=day, span=span) for day, span in
           ((letter.written_on, letter.written_on_span), (letter.published_on, letter.published_on_span)) if day]  # fmt: skip
    named = [End(first=mention.start, last=mention.end, span=mention.span) for mention in extraction.dates
             if mention.start and mention.end and _known(mention) and claim.sentence_span.contains(mention.span)
             and not (tie.start_at and tie.start_at.contains(mention.span))]  # fmt: skip
    return [*own, *named]
