"""From a letter to its claims: reading, cutting into sentences, reading each, putting claims together. Composition
only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.document import Document, read_document
from claims.drafting.body_claims import body_claims, earlier
from claims.drafting.draft import signatory_claim
from claims.drafting.from_notes import claims_of_notes
from claims.drafting.identity import claim_ids
from claims.drafting.inferred_place import inferred_place
from claims.drafting.left_out import dates_of, left_out
from claims.drafting.letter_context import LetterContext, within
from claims.drafting.number_accounts import account
from claims.drafting.sentence_reading import SentenceReading, Setting, read_sentence
from claims.drafting.unclaimed import READ, masks_of, numbered_lines
from claims.errors import UnreadableLetter
from claims.extraction import Extraction
from claims.language.load import load_language
from claims.language.words import vocabulary
from claims.measures.producers_named import producer_names
from claims.measures.surface_forms import measure_forms
from claims.model import Claim, Field, Letter, Mark, Place, Signatories, Span, StatedTotal
from claims.places.place_of_figure import main_place
from claims.relations.found import find_relations
from claims.relations.spans.spans_read import read_spans
from claims.signers.signatories import read_signatories
from claims.text.passages import Passage
from claims.text.phrases import norms
from claims.text.view import PlainView
from claims.times.dates import numeric_order
from claims.times.known_events.event_names import EventNames, event_names
from claims.times.told_years import ToldYears

if TYPE_CHECKING:
    from claims.times.time_phrases import TimePhrase

MOST_FIGURES = 2_000
"""Twenty times what a long letter has; so many take half a minute."""


def extract(letter: Letter, field: Field) -> Extraction:
    """Everything a letter claims in numbers, with every number of it accounted for. Pure; spans count in
    `letter.text`. It is read in the language that was chosen for the letter.
    """
    with load_language(letter.language).in_force():
        return _extracted(letter, field)


def _extracted(letter: Letter, field: Field) -> Extraction:
    document = read_document(letter, field.producers)
    setting = _setting(letter, field, document.sentences)
    readings = _readings(document, setting)
    _require_bearable(letter, readings)
    signatories = read_signatories(letter, [(reading.passage, reading.quantities) for reading in readings])
    context = _context(letter, field, document, setting, readings)
    totals = [total.span for total in signatories.totals]
    drafted = [*body_claims(context, readings, totals), *claims_of_notes(context, readings, document.notes)]
    claims = _named(letter, _signatories(context, drafted, document, signatories))
    ignored, unread = left_out(context, readings, claims)
    return Extraction(
        letter=letter,
        document=document,
        readings=tuple(readings),
        segments=document.segments,
        claims=claims,
        signatories=signatories,
        notes=document.notes,
        marks=document.marks,
        links=document.links,
        dates=dates_of(letter, document.view, readings),
        spans=read_spans(letter, document, readings),
        relations=find_relations(document, readings, claims),
        numbers=account(letter.text, document.view, [c.quantity.number_span for c in claims], ignored, unread),
    )


def _require_bearable(letter: Letter, readings: Sequence[SentenceReading]) -> None:
    """Raise UnreadableLetter where there are more figures than a letter has: each is held against the others.

    The numbers before the names of those who signed are held against nothing, and may be many.
    """
    told = sum(len(one.quantities) for one in readings if one.passage.kind != "signatories")
    if told > MOST_FIGURES:
        what = f"holds {told:,} figures, and {MOST_FIGURES:,} are the most of a letter"
        raise UnreadableLetter(letter.path, f"{what}; split it up, or leave its tables out")


def _readings(document: Document, setting: Setting) -> list[SentenceReading]:
    marks, passages = _in_view(document.view, document.marks), document.sentences
    readings = []
    numbered, told = numbered_lines(passages), ToldYears()
    for index, passage in enumerate(passages):
        masked = masks_of(passage, _inside(passage, marks), numbered.get(index))
        paragraph = [p.text for p in earlier(passages, index) if p.paragraph == passage.paragraph]
        readings.append(read_sentence(passage, setting, masked, paragraph, told.of(passage)))
        told.add(passage, readings[-1].dates)
    return readings


def _setting(letter: Letter, field: Field, passages: Sequence[Passage]) -> Setting:
    events = event_names(field)
    body = [p.text for p in passages if p.kind in READ and p.kind != "title"]
    return Setting(
        base=letter.written_on or letter.published_on,
        main=main_place(events.places, letter.title, body) or _inferred(letter, field, events, body),
        order=numeric_order(letter.text),
        events=events,
        producers=field.producers,
    )


def _inferred(letter: Letter, field: Field, events: EventNames, body: Sequence[str]) -> Place | None:
    return inferred_place(events, producer_names(field.producers), field.producers, (letter.title or "", *body))


def _context(
    letter: Letter, field: Field, document: Document, setting: Setting, readings: Sequence[SentenceReading]
) -> LetterContext:
    return LetterContext(
        letter=letter,
        view=document.view,
        setting=setting,
        forms=measure_forms(field),
        notes={note.mark: note for note in reversed(document.notes)},
        marks=_in_view(document.view, document.marks),
        links=sorted(
            ((span, link) for link in document.links if len(span := document.view.from_source(link.span))),
            key=lambda item: item[0],
        ),
        anchors=_anchors(reading for reading in readings if reading.passage.kind in READ),
    )


def _anchors(readings: Iterable[SentenceReading]) -> list[TimePhrase]:
    """The first phrase of the letter for each event it counts from ("since the coup")."""
    first: dict[str, TimePhrase] = {}
    for reading in readings:
        for phrase in reading.phrases:
            if phrase.role == "since" and phrase.anchor is not None:
                first.setdefault(phrase.anchor, phrase)
    return list(first.values())


def _signatories(
    context: LetterContext, claims: Sequence[Claim], document: Document, signatories: Signatories
) -> list[Claim]:
    """The claims, those that a total of signatories covers, or that repeat one in the title, read as such."""
    titles = [segment.span for segment in document.segments if segment.kind == "title"]
    totals: dict[Decimal, list[StatedTotal]] = {}
    for total in signatories.totals:
        totals.setdefault(Decimal(total.value), []).append(total)
    found = []
    for claim in claims:
        stated = totals.get(claim.quantity.value, ()) if claim.quantity.dimension == "count" else ()
        same = next((t for t in stated if _same_count(claim, t, titles)), None)
        found.append(claim if same is None else signatory_claim(claim, same, context))
    return found


def _same_count(claim: Claim, total: StatedTotal, titles: Sequence[Span]) -> bool:
    """Whether a claim of its value is the total itself, or "118 organisations call …" above a letter that 118 sign."""
    if total.span.overlaps(claim.quantity.number_span):
        return True
    counted = norms(claim.quantity.counted or "")
    signers = bool(counted) and counted[-1] in vocabulary("signing")["signers"]
    return signers and total.role == "total" and any(title.contains(claim.quantity.number_span) for title in titles)


def _named(letter: Letter, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    ordered = sorted(claims, key=lambda claim: claim.quantity.number_span)
    ids = claim_ids(letter.letter_id, [(claim.text, claim.quantity.value) for claim in ordered])
    return tuple(replace(claim, claim_id=name) for claim, name in zip(ordered, ids, strict=True))


def _in_view(view: PlainView, marks: Sequence[Mark]) -> list[tuple[Span, Mark]]:
    placed = [(span, mark) for mark in marks if len(span := view.from_source(mark.span))]
    return sorted(placed, key=lambda item: item[0])


def _inside(passage: Passage, marks: Sequence[tuple[Span, Mark]]) -> list[tuple[Span, Mark]]:
    at = passage.span.start
    return [(span.shifted(-at), mark) for span, mark in within(marks, passage.span)]
