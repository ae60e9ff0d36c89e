"""A small letter with all that can be found about it, made by hand of the shared types.

Tests have no packages, so `conftest.py` loads this file and hands its functions out as fixtures.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from claims.document import read_document
from claims.extraction import Extraction
from claims.model import (
    Citation,
    Claim,
    Event,
    Ignored,
    Interval,
    Letter,
    Measure,
    NumberAccount,
    Period,
    Producer,
    Quantity,
    Signatories,
    SignatoryName,
    Span,
    StatedTotal,
)
from expectations.model import CheckedLetter, Finding
from sources.model import Evidence, Observation, ReferenceTable, Verdict

TEXT = (
    "Open letter on the flood\n\n12 June 2024\n\n"
    "Since May at least 120 people have died [1]. Nearly 40 per cent of the wells are unsafe.\n\n"
    "Signed by 5 groups, of which 2 are not named:\n1. River Watch\n2. နိုင်ငံ Relief\n3. Wells, Roads & Bridges\n"
)


def span_of(quotation: str, text: str = TEXT) -> Span:
    start = text.index(quotation)
    return Span(start, start + len(quotation))


def letter(letter_id: str = "flood", text: str = TEXT, **changes: Any) -> Letter:
    made = Letter(
        letter_id=letter_id,
        path=f"letters/{letter_id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title="Open letter on the flood",
        title_span=Span(0, 24),
        written_on=date(2024, 6, 12),
        written_on_span=span_of("12 June 2024"),
        published_on=None,
        published_on_span=None,
    )
    return replace(made, **changes)


def quantity(quotation: str, value: str, **changes: Any) -> Quantity:
    span = span_of(quotation)
    number = quotation.split()[0]
    made = Quantity(
        span=span,
        text=quotation,
        number_span=Span(span.start, span.start + len(number)),
        as_written=number,
        value=Decimal(value),
        interval=Interval(low=Decimal(value), high=Decimal(value)),
        comparator="=",
        comparator_span=None,
        dimension="count",
        unit="person",
        counted="people",
        counted_span=None,
    )
    return replace(made, **changes)


def claim(quotation: str = "120 people", value: str = "120", *, letter_id: str = "flood", **changes: Any) -> Claim:
    read = quantity(quotation, value)
    made = Claim(
        claim_id=f"{letter_id}-{value}",
        letter_id=letter_id,
        kind="statistic",
        span=read.span,
        text=quotation,
        sentence="Since May at least 120 people have died [1].",
        sentence_span=span_of("Since May at least 120 people have died [1]."),
        quantity=read,
        measure="people_killed",
        measures_possible=("people_killed", "people_injured"),
        unit="person",
        place="Riverland",
        place_inherited=None,
        period=Period(text="Since May", span=None, start=date(2024, 5, 1), end=date(2024, 6, 12), grain="month"),
        event=None,
        attribution=None,
        citations=(
            Citation(
                kind="footnote", mark="1", text="Counter, Update 3 | final", url=None, producer="counter",
                published_on=None, span=None,
            ),
        ),
    )  # fmt: skip
    return replace(made, **changes)


def at_least(value: str) -> dict[str, Any]:
    read = quantity("120 people", value, comparator=">=", interval=Interval(low=Decimal(value), high=None))
    return {"quantity": read}


def percentage(letter_id: str) -> Claim:
    read = quantity(
        "40 per cent", "40", comparator="~", dimension="percentage", unit="percent", counted="wells",
        interval=Interval(low=Decimal("36"), high=Decimal(40), high_open=True),
    )  # fmt: skip
    sentence = "Nearly 40 per cent of the wells are unsafe."
    return claim(
        "40 per cent", "40", letter_id=letter_id, kind="percentage", quantity=read, sentence=sentence,
        sentence_span=span_of(sentence), measure=None, measures_possible=(), unit="percent", place=None, period=None,
        citations=(),
    )  # fmt: skip


def signatories(**changes: Any) -> Signatories:
    printed = ("River Watch", "နိုင်ငံ Relief", "Wells, Roads & Bridges")
    total = StatedTotal(value=5, comparator="=", span=span_of("5 groups"), text="5 groups", role="total", where="list")
    made = Signatories(
        stated=5,
        stated_all=(5,),
        stated_listed=None,
        listed=3,
        undisclosed=2,
        totals=(total,),
        names=tuple(
            SignatoryName(number=at, name=name, span=span_of(name)) for at, name in enumerate(printed, start=1)
        ),
    )
    return replace(made, **changes)


def observation(observation_id: str = "counter-people_killed-2024-06-10", **changes: Any) -> Observation:
    made = Observation(
        observation_id=observation_id,
        measure_id="people_killed",
        event_id=None,
        place="Riverland",
        place_code=None,
        period_start=date(2024, 5, 1),
        period_end=date(2024, 6, 10),
        period_end_grain="day",
        value=Decimal(131),
        interval=Interval(low=Decimal(131), high=Decimal(131)),
        comparator="=",
        unit="person",
        producer_id="counter",
        published_by="Counter",
        title="Update 3",
        url="https://counter.example/3",
        published_on=date(2024, 6, 11),
        published_by_rule=None,
        accessed_on=date(2024, 7, 1),
        licence="unknown",
        as_printed="131 people have died",
        grade="primary",
        cites=None,
        superseded_by=None,
        note="",
    )
    return replace(made, **changes)


def verdict(claim_id: str = "flood-120", **changes: Any) -> Verdict:
    seen = observation()
    made = Verdict(
        claim_id=claim_id,
        against_source="consistent",
        timeliness="current_at_writing",
        cautions=("single_producer", "citation_unresolved"),
        observation_ids=(seen.observation_id,),
        arithmetic="120 ≤ 131 (10 June)",
        explanation="The Counter had 131 two days before.",
        evidence=(Evidence(observation=seen, role="later", decides=True),),
        needs_editor=True,
    )
    return replace(made, **changes)


def finding(letter_id: str = "flood", **changes: Any) -> Finding:
    made = Finding(
        rule="signatory-total",
        status="consistent",
        severity="error",
        message="5 stated = 3 listed + 2 undisclosed",
        stated="5",
        expected="3 + 2 = 5",
        claim_ids=(f"{letter_id}-120",),
        spans=(span_of("5 groups"), span_of("2 are not named")),
    )
    return replace(made, **changes)


def across_finding(*letter_ids: str) -> Finding:
    both = letter_ids or ("flood", "flood")
    return finding(rule="cross-letter", claim_ids=(), letter_ids=both)


def checked_letter(letter_id: str = "flood", **changes: Any) -> CheckedLetter:
    extraction = Extraction(
        letter=letter(letter_id),
        document=read_document(letter(letter_id), ()),
        readings=(),
        segments=(),
        claims=(claim(letter_id=letter_id, **at_least("120")), percentage(letter_id)),
        signatories=signatories(),
        notes=(),
        marks=(),
        links=(),
        dates=(),
        numbers=NumberAccount(
            claimed=2, ignored=(Ignored(span=span_of("12 June 2024"), text="12 June 2024", reason="date"),), unread=()
        ),
    )
    made = CheckedLetter(
        extraction=replace(extraction, **{key: changes.pop(key) for key in list(changes) if hasattr(extraction, key)}),
        findings=(finding(letter_id), finding(letter_id, status="inconsistent", spans=(), claim_ids=())),
        verdicts={f"{letter_id}-120": verdict(f"{letter_id}-120")},
    )
    return replace(made, **changes)


def reference_table(**changes: Any) -> ReferenceTable:
    def measure(measure_id: str) -> Measure:
        return Measure(
            measure_id=measure_id, label=measure_id, kind="cumulative", unit="person", parent=None, definition="…",
            surface_forms=(), confused_with=(),
        )  # fmt: skip

    made = ReferenceTable(
        where="here",
        sha256="0" * 64,
        observations=(observation(), observation("counter-people_killed-2024-05", period_end=date(2024, 5, 31),
                                                 period_end_grain="month", published_on=date(2024, 5, 30))),
        measures=(measure("people_killed"), measure("people_injured")),
        events=(Event(event_id="flood_2024", name="Flood", surface_forms=(), place=None, start=None, end=None,
                      verified=False),),
        producers=(Producer(producer_id="counter", name="Counter", aliases=(), url=None, counts="", cadence="",
                            caveat="", lag_days=1),),
        places=(),
    )  # fmt: skip
    return replace(made, **changes)
