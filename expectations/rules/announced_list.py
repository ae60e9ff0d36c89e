"""Rule `announced-list`: "three demands:" against the items that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.document import Document
from claims.extraction import Extraction
from claims.language.words import vocabulary
from claims.model import Field, Quantity, Span
from claims.numbers.read import read_numbers
from claims.text.item_lists import ItemList
from expectations.arith import figure
from expectations.clauses.grouping import phrases
from expectations.declaring import declared
from expectations.findings import broken, claims_at, held, unknown
from expectations.model import Finding

ID = "announced-list"
BEHIND = 60
"""How many characters may stand between the number and the colon: "three demands to the members of the Council:"."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every announced number of items whose list stands right behind it."""
    document = extraction.document
    findings = []
    for items in document.lists:
        colon = _colon_above(document, items)
        announced = _announced(document, colon) if colon is not None else None
        if announced is not None:
            findings.append(_counted(extraction, announced, _starts(document, items), plain_end=items.plain_end))
    return findings or [unknown(ID, "The letter announces no number of items before a list.")]


def _colon_above(document: Document, items: ItemList) -> int | None:
    """Where the line above a list ends in a colon, in the view, if that line is of the letter's own text."""
    above = next((line for line in reversed(document.lines[: items.first_line]) if line.text), None)
    if above is None or not above.text.endswith(":"):
        return None
    at = above.span.end - 1
    kinds = {document.kind_at(document.view.to_source(span)) for span in (Span(at, at + 1), items.items[0].span)}
    return at if kinds <= {"body", "list"} else None


def _starts(document: Document, items: ItemList) -> list[Span]:
    return [document.view.to_source(item.span) for item in items.items]


def _announced(document: Document, colon: int) -> Quantity | None:
    """The one number that the line's end says will follow, with its span in the letter, if there is just one."""
    sentence = document.sentence_at(colon)
    if sentence is None or phrases("announced", "open_end").search(sentence.text):
        return None
    near = [quantity for quantity in read_numbers(sentence.text).quantities if _announces(sentence.text, quantity)]
    if len(near) != 1:
        return None
    span = document.view.to_source(near[0].span.shifted(sentence.span.start))
    return replace(near[0], span=span, text=span.of(document.text))


def _announces(line: str, quantity: Quantity) -> bool:
    """ "three demands:", "the following twelve ministers:": a noun of items, or a word that points ahead."""
    if quantity.comparator != "=" or quantity.dimension != "count" or not 1 < quantity.value <= 60:
        return False
    behind = line[quantity.span.end :]
    if len(behind) > BEHIND or "," in behind:
        return False
    nouns = {str(word) for word in vocabulary("announced")["nouns"]}
    unit = (quantity.unit or "").split()
    before = line[max(0, quantity.span.start - 16) : quantity.span.start]
    points = re.search(rf"(?:{phrases('announced', 'following').pattern})\s*\Z", before, re.IGNORECASE)
    return bool(unit and unit[-1] in nouns) or bool(points)


def _counted(extraction: Extraction, announced: Quantity, starts: Sequence[Span], *, plain_end: bool) -> Finding:
    number = len(starts)
    stated, expected = announced.text, f"{figure(number)} items"
    spans = [announced.span, *(_short(span) for span in starts)]
    claims = claims_at(extraction, [announced.span])
    more = {"stated": stated, "expected": expected}
    if number == announced.value:
        return held(ID, f"“{stated}” announced, {expected} follow.", spans=spans, claims=claims, **more)
    if not plain_end:
        return unknown(
            ID, f"“{stated}” announced; where their list ends is not plain.", spans=spans, claims=claims, **more
        )
    message = f"“{stated}” announced, but {expected} follow."
    return broken(ID, "warning", message, stated=stated, expected=expected, spans=spans, claims=claims)


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 60))


RULE = declared(ID, run)
