"""The addresses that a letter gives as its sources: of its links, in its notes, and which claim cites which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction import Extraction
from claims.model import Citation, Link, Note
from sources.lookup.addresses import plain_address

_NO_SOURCE = frozenset({"chrome", "contact", "signature"})


def addresses_of(extraction: Extraction) -> tuple[str, ...]:
    """Every address that the letter cites, in its order, each once; page chrome and lost links are none."""
    apart = [segment.span for segment in extraction.segments if segment.kind in _NO_SOURCE]
    links = [link for link in extraction.links if not any(span.contains(link.span) for span in apart)]
    found = [(link.span.start, link.target) for link in links if not link.lost]
    found += [(note.span.start, note.url) for note in extraction.notes if note.url]
    first: dict[str, str] = {}
    for _, address in sorted(found):
        first.setdefault(plain_address(address) or address, address)
    return tuple(address for address in first.values() if address.casefold().startswith(("http://", "https://")))


def addresses_cited(citation: Citation, notes: Sequence[Note], links: Sequence[Link]) -> tuple[str, ...]:
    """The addresses behind one citation: of a note, all that stand in it."""
    found = [citation.url] if citation.url else []
    for note in notes:
        if citation.kind == "footnote" and note.mark == citation.mark and note.text == citation.text:
            found += _inside(note, links)
    first: dict[str, str] = {}
    for address in found:
        first.setdefault(plain_address(address) or address, address)
    return tuple(first.values())


def _inside(note: Note, links: Sequence[Link]) -> Iterator[str]:
    for link in links:
        if note.span.contains(link.span) and not link.lost:
            yield link.target
