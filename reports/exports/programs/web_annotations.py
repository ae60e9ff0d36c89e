"""What asks for an editor as W3C Web Annotations (JSON-LD): a comment on words of the letter, found by quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from claims.model import Letter
from reports.exports.asks import Ask, comment_lines
from reports.exports.programs.where_it_stands import encodable, file_uri, selectors
from reports.exports.safe_words import safe

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Letters = Sequence[tuple[Letter, Sequence[Ask]]]


def as_annotations(letters: Letters) -> dict[str, Any]:
    """One collection with one page that holds every annotation, in the order of letters and of their text."""
    return collection([item for letter, asks in letters for item in items_of(letter, asks)])


def collection(items: Sequence[Any], total: int | None = None) -> dict[str, Any]:
    """The collection of these items; `total`: how many there are, where others will stand in their place."""
    page = {"id": "urn:crossfoot:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": "urn:crossfoot:annotations",
        "type": "AnnotationCollection",
        "label": "crossfoot",
        "total": len(items) if total is None else total,
        "first": page | {"partOf": "urn:crossfoot:annotations"},
    }


def items_of(letter: Letter, asks: Sequence[Ask]) -> Iterator[dict[str, Any]]:
    """An annotation for each piece of work of a letter."""
    for ask in asks:
        yield {
            "id": f"urn:crossfoot:{_name(letter.letter_id)}:{_name(ask.key)}",
            "type": "Annotation",
            "motivation": "assessing" if ask.claim is not None else "commenting",
            "body": list(_bodies(ask)),
            "target": {
                "source": file_uri(letter),
                "format": letter.media_type,
                "selector": selectors(letter, ask.span),
            },
        }


def _bodies(ask: Ask) -> Iterator[dict[str, Any]]:
    words = safe("\n".join(comment_lines(ask)))
    yield {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "commenting"}
    yield {"type": "TextualBody", "value": ask.rule, "purpose": "tagging"}
    for source in ask.sources:
        if source.url:
            yield {"type": "SpecificResource", "source": source.url, "purpose": "linking"}


def _name(key: str) -> str:
    return quote(encodable(key), safe="-._~")
