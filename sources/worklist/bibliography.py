"""A letter's own bibliography tied to the reference table: what each of its notes and links leads to there.

A note or link is resolved to the observations of the text it cites (by address, by producer and day, or by the text's
title), else to a producer that the table knows, else it is not in the table. What leads nowhere is said so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from claims.extraction import Extraction
from claims.model import Link, Note, Span
from claims.quick_records import dataclass
from sources.lookup.addresses import plain_address
from sources.worklist.shelf_of_sources import Shelf

Resolution = Literal["observation", "producer", "not in the table", "leads nowhere"]


_NO_SOURCE: Final = frozenset({"chrome", "contact", "signature"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One note or link of a letter and what the table has of it. `claim_ids`: the claims that cite it."""

    letter_id: str
    kind: Literal["footnote", "link"]
    mark: str | None
    span: Span
    text: str
    url: str | None
    published_on: date | None
    resolution: Resolution
    observation_ids: tuple[str, ...]
    producer_id: str | None
    claim_ids: tuple[str, ...]


def bibliography(extraction: Extraction, shelf: Shelf) -> tuple[Entry, ...]:
    """Each note and each link of a letter, in its order; links within a note, page chrome and mail are no entries."""
    notes = [_of_note(note, extraction, shelf) for note in extraction.notes]
    links = [_of_link(link, extraction, shelf) for link in _links(extraction)]
    return tuple(sorted([*notes, *links], key=lambda entry: (entry.span.start, entry.kind)))


def _links(extraction: Extraction) -> Iterator[Link]:
    apart = [note.span for note in extraction.notes]
    apart += [segment.span for segment in extraction.segments if segment.kind in _NO_SOURCE]
    for link in extraction.links:
        inside = any(span.contains(link.span) for span in apart)
        if not inside and (link.lost or plain_address(link.target)):
            yield link


def _of_note(note: Note, extraction: Extraction, shelf: Shelf) -> Entry:
    found = shelf.observations(note.text, note.url, note.producer, note.published_on)
    producer = note.producer or shelf.owner(note.url)
    citing = (
        claim.claim_id
        for claim in extraction.claims
        if any(each.kind == "footnote" and each.mark == note.mark for each in claim.citations)
    )
    return Entry(
        letter_id=extraction.letter.letter_id,
        kind="footnote",
        mark=note.mark,
        span=note.span,
        text=" ".join(note.text.split()),
        url=note.url,
        published_on=note.published_on,
        resolution=_resolution(found, producer, lost=False),
        observation_ids=found,
        producer_id=producer,
        claim_ids=tuple(citing),
    )


def _of_link(link: Link, extraction: Extraction, shelf: Shelf) -> Entry:
    found = () if link.lost else shelf.observations("", link.target, None, None)
    producer = None if link.lost else shelf.owner(link.target)
    citing = (
        claim.claim_id
        for claim in extraction.claims
        if any(
            each.kind == "link" and each.span is not None and each.span.overlaps(link.span) for each in claim.citations
        )
    )
    return Entry(
        letter_id=extraction.letter.letter_id,
        kind="link",
        mark=None,
        span=link.span,
        text=" ".join(link.text.split()),
        url=None if link.lost else link.target,
        published_on=None,
        resolution=_resolution(found, producer, lost=link.lost),
        observation_ids=found,
        producer_id=producer,
        claim_ids=tuple(citing),
    )


def _resolution(found: tuple[str, ...], producer: str | None, *, lost: bool) -> Resolution:
    if lost:
        return "leads nowhere"
    if found:
        return "observation"
    return "producer" if producer else "not in the table"
