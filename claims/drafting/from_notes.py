"""What notes claim: how many signed the letter they cite, figures and ordinals ("53rd session") in their own words.

"[3] 212 regional organisations, 'Open letter to …', 4 May 2022" counts signatories of another letter. Numbers in the
title of what is cited ("'3,000 killed', Daily News") are that text's, and no claims of this letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.drafting.draft import draft_claim
from claims.drafting.letter_context import Before, LetterContext
from claims.drafting.sentence_reading import SentenceReading
from claims.language.words import vocabulary
from claims.model import Claim, Note, Period, Quantity, Span
from claims.text.phrases import norms
from claims.times.known_events.events import document_event

# What stands in quotation marks of any kind; apostrophes inside words open and close nothing.
_QUOTED = re.compile(r"“[^”]{1,400}”|\"[^\"]{1,400}\"|«[^»]{1,400}»|(?<!\w)[‘'].{1,400}?[’'](?!\w)", re.DOTALL)


def claims_of_notes(context: LetterContext, readings: Sequence[SentenceReading], notes: Sequence[Note]) -> list[Claim]:
    """The claims that stand in notes, without ids."""
    found = []
    for reading in readings:
        if reading.passage.kind == "notes":
            note = _note_of(context, reading, notes)
            for quantity in (*reading.quantities, *reading.numbers.ordinals):
                claim = _claim(context, reading, quantity, note)
                if claim is not None:
                    found.append(claim)
    return found


def _note_of(context: LetterContext, reading: SentenceReading, notes: Sequence[Note]) -> Note | None:
    span = context.view.to_source(reading.passage.span)
    return next((note for note in notes if note.span.overlaps(span)), None)


def _claim(context: LetterContext, reading: SentenceReading, quantity: Quantity, note: Note | None) -> Claim | None:
    quoted = any(Span(*m.span()).overlaps(quantity.span) for m in _QUOTED.finditer(reading.passage.text))
    if quoted or quantity.dimension not in ("count", "ordinal"):
        return None
    claim = draft_claim(context, reading, quantity, Before(sentences=()))
    if quantity.dimension == "ordinal":
        return claim
    if note is not None and _signs(reading, quantity, note):
        return _signed(context, reading, claim, note)
    return claim if claim.measure is not None else None


def _signs(reading: SentenceReading, quantity: Quantity, note: Note) -> bool:
    """Organisations, standing as the author of a letter or statement: at the head of the note."""
    words = vocabulary("signing")
    counted = norms(quantity.counted or "")
    before = [n for n in norms(reading.passage.text[: quantity.span.start]) if n.isalnum() and n != note.mark.lower()]
    kinds = set(norms(note.text)) & set(words["documents"])
    return bool(counted) and counted[-1] in words["signers"] and bool(kinds) and set(before) <= set(words["leading"])


def _signed(context: LetterContext, reading: SentenceReading, claim: Claim, note: Note) -> Claim:
    day = note.published_on
    if day is None:
        days = [mention.start for mention in reading.dates if mention.grain == "day" and mention.start is not None]
        day = days[0] if len(days) == 1 else None
    measure = vocabulary("measure_words")["roles"]["total"]
    measure = measure if measure in context.forms.measures else None
    event = document_event(context.setting.events, note.text, day)
    period = Period(text="", span=None, start=None, end=day, grain="day", inherited="end from the date in the note")
    return replace(
        claim,
        kind="signatories",
        measure=measure,
        measures_possible=(measure,) if measure else (),
        place=None,
        place_inherited=None,
        event=event.event.event_id if event.event is not None else None,
        period=period if day is not None else None,
        notes=tuple(n for n in (event.reason,) if n),
    )
