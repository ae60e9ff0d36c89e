"""Rule `announced-list`: "three demands:" against the items that follow."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.language.words import vocabulary
from claims.model import Extraction, Field, Quantity, Span
from claims.numbers.read import read_numbers
from claims.text.items import Items, items_after
from expectations.arith import figure
from expectations.clauses.grouping import phrases
from expectations.clauses.stretches import segment_kind, sentence_around
from expectations.declaring import declared
from expectations.findings import broken, claims_at, held, unknown
from expectations.model import Finding

ID = "announced-list"
BEHIND = 60
"""How many characters may stand between the number and the colon: "three demands to the members of the Council:"."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every announced number of items whose list stands right behind it."""
    findings = []
    for colon in _colons(extraction):
        items = items_after(extraction.letter.text, colon + 1, _end(extraction, colon))
        announced = _announced(extraction, colon) if items is not None and len(items.starts) > 1 else None
        if items is not None and announced is not None:
            findings.append(_counted(extraction, announced, items))
    return findings or [unknown(ID, "The letter announces no number of items before a list.")]


def _colons(extraction: Extraction) -> list[int]:
    """Where lines of the letter's own text end in a colon."""
    text = extraction.letter.text
    ends = (match.start() for match in re.finditer(r":[*_ \t]*(?=\n|\Z)", text))
    return [at for at in ends if segment_kind(extraction, Span(at, at + 1)) in ("body", "list")]


def _end(extraction: Extraction, at: int) -> int:
    """Where the letter's own text ends: at its signatories, its notes or its last character."""
    behind = (part for part in extraction.segments if part.span.start > at and part.kind in ("signatories", "notes"))
    return min((part.span.start for part in behind), default=len(extraction.letter.text))


def _announced(extraction: Extraction, colon: int) -> Quantity | None:
    """The one number that the line's end says will follow, with its span in the letter, if there is just one."""
    text = extraction.letter.text
    sentence = sentence_around(text, Span(colon, colon + 1)) or Span(text.rfind("\n", 0, colon) + 1, colon + 1)
    if phrases("announced", "open_end").search(sentence.of(text)):
        return None
    near = [
        quantity for quantity in read_numbers(sentence.of(text)).quantities if _announces(sentence.of(text), quantity)
    ]
    if len(near) != 1:
        return None
    return replace(near[0], span=near[0].span.shifted(sentence.start))


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


def _counted(extraction: Extraction, announced: Quantity, items: Items) -> Finding:
    number = len(items.starts)
    stated, expected = announced.text, f"{figure(number)} items"
    spans = [announced.span, *(_short(span) for span in items.starts)]
    claims = claims_at(extraction, [announced.span])
    more = {"stated": stated, "expected": expected}
    if number == announced.value:
        return held(ID, f"“{stated}” announced, {expected} follow.", spans=spans, claims=claims, **more)
    if not items.plain_end:
        return unknown(
            ID, f"“{stated}” announced; where their list ends is not plain.", spans=spans, claims=claims, **more
        )
    message = f"“{stated}” announced, but {expected} follow."
    return broken(ID, "warning", message, stated=stated, expected=expected, spans=spans, claims=claims)


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 60))


RULE = declared(ID, run)
