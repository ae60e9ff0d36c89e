"""The types every room shares, from a letter to its claims.

All are frozen and slotted. Every `span` counts Unicode code points in `Letter.text` as it was read, end exclusive, and
`text[span.start:span.end]` is exactly the `text` kept beside it; the one exception is the output of
`claims.numbers.read.read_numbers`, whose spans point into the string it was given.
"""

from __future__ import annotations

from claims.model.amounts import Comparator, Dimension, Direction, Ignored, Interval, Numbers, Quantity
from claims.model.claimed import Citation, CitationKind, Claim, ClaimKind, DateMention, Grain, NumberAccount, Period
from claims.model.fields import Coverage, Event, Field, Measure, MeasureKind, Place, Producer, Topic
from claims.model.signed import Signatories, SignatoryKind, SignatoryName, StatedTotal
from claims.model.spans import Letter, Link, Mark, Note, Segment, SegmentKind, Span

__all__ = [
    "Citation",
    "CitationKind",
    "Claim",
    "ClaimKind",
    "Comparator",
    "Coverage",
    "DateMention",
    "Dimension",
    "Direction",
    "Event",
    "Field",
    "Grain",
    "Ignored",
    "Interval",
    "Letter",
    "Link",
    "Mark",
    "Measure",
    "MeasureKind",
    "Note",
    "NumberAccount",
    "Numbers",
    "Period",
    "Place",
    "Producer",
    "Quantity",
    "Segment",
    "SegmentKind",
    "Signatories",
    "SignatoryKind",
    "SignatoryName",
    "Span",
    "StatedTotal",
    "Topic",
]
