"""A workshop of hand-made letters: every verdict, timeliness, caution and status; nothing is read or compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

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
    Place,
    Producer,
    Quantity,
    Segment,
    Signatories,
    SignatoryName,
    Span,
    StatedTotal,
)
from expectations.model import CheckedLetter, Finding
from sources.model import AgainstSource, Caution, Evidence, NearMiss, Observation, ReferenceTable, Verdict

TEXT = """OPEN LETTER TO THE MINISTERS OF THE RIVER STATES

3 March 2024

We, the undersigned 12 organisations, write about the flood plain. Since 1 May 2022 at least 340 farms were lost.[1]
More than 41,000 people had to leave, according to the River Board. Some 25 per cent of the wells are dry.
Damage stands at $3.5 million. For two years nothing was done. About 900 boats were burned; 60 schools closed.
About 77 of the 60 schools closed. This is the 22th year of the water treaty. The line “<script>alert('1')</script>”
stood on 14 placards & banners. မြစ်ကမ်းပါး ၁၂ ရွာ။ 강가 마을 12곳.

Signed:
1. River Farmers
2. Boat Builders
3. River Farmers

Notes
[1] Delta Survey, Farms lost, 1 March 2024, https://example.org/farms
"""


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def observation(number: int = 1, **changes: Any) -> Observation:
    values: dict[str, Any] = {
        "observation_id": f"delta-farms_lost-{number}",
        "measure_id": "farms_lost",
        "event_id": None,
        "place": "River States",
        "place_code": None,
        "period_start": date(2022, 5, 1),
        "period_end": date(2024, 1, 1 + number),
        "period_end_grain": "day",
        "value": Decimal(330 + 4 * number),
        "interval": Interval(low=Decimal(330 + 4 * number), high=Decimal(330 + 4 * number)),
        "comparator": "=",
        "unit": "farm",
        "producer_id": "delta",
        "published_by": "Delta Survey",
        "title": "Farms lost <weekly>",
        "url": f"https://example.org/farms/{number}?a=1&b=2",
        "published_on": date(2024, 1, 3 + number),
        "published_by_rule": None,
        "accessed_on": date(2024, 6, 1),
        "licence": "CC BY 4.0",
        "as_printed": f"a total of {330 + 4 * number} farms “lost to the river”",
        "grade": "primary",
        "cites": None,
        "superseded_by": None,
        "note": "confirmed cases only",
    }
    return Observation(**(values | changes))


def quantity(text: str, span: Span, value: str, **changes: Any) -> Quantity:
    values: dict[str, Any] = {
        "span": span,
        "text": span.of(text),
        "number_span": span,
        "as_written": value,
        "value": Decimal(value.replace(",", "")),
        "interval": Interval(low=Decimal(value.replace(",", "")), high=Decimal(value.replace(",", ""))),
        "comparator": "=",
        "comparator_span": None,
        "dimension": "count",
        "unit": None,
        "counted": None,
        "counted_span": None,
    }
    return Quantity(**(values | changes))


def claim(text: str, words: str, value: str, nth: int = 0, letter_id: str = "flood", **changes: Any) -> Claim:
    span = span_of(text, words, nth)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    values: dict[str, Any] = {
        "claim_id": f"{letter_id}-{hashlib.sha256(f'{words}{nth}'.encode()).hexdigest()[:8]}",
        "letter_id": letter_id,
        "kind": "statistic",
        "span": span,
        "text": words,
        "sentence": text[start:end],
        "sentence_span": Span(start, end),
        "quantity": quantity(text, span, value),
        "measure": None,
        "measures_possible": (),
        "unit": None,
        "place": None,
        "place_inherited": None,
        "period": None,
        "event": None,
        "attribution": None,
        "citations": (),
    }
    return Claim(**(values | changes))


def verdict(one: Claim, against_source: AgainstSource = "unverified", **changes: Any) -> Verdict:
    values: dict[str, Any] = {
        "timeliness": None,
        "cautions": (),
        "observation_ids": (),
        "arithmetic": "",
        "explanation": f"An explanation of “{one.text}”.",
    }
    return Verdict(claim_id=one.claim_id, against_source=against_source, **(values | changes))


def letter(text: str = TEXT, letter_id: str = "flood", **changes: Any) -> Letter:
    values: dict[str, Any] = {
        "path": f"in/{letter_id}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": "Open letter to the ministers of the River States",
        "title_span": None,
        "written_on": date(2024, 3, 3),
        "written_on_span": None,
        "published_on": date(2024, 3, 5),
        "published_on_span": None,
    }
    return Letter(letter_id=letter_id, text=text, **(values | changes))


def signatories(**changes: Any) -> Signatories:
    values: dict[str, Any] = {
        "stated": None, "stated_all": (), "stated_listed": None, "listed": None, "undisclosed": None,
        "totals": (), "names": (),
    }  # fmt: skip
    return Signatories(**(values | changes))


def checked(
    one: Letter,
    claims: tuple[Claim, ...] = (),
    verdicts: tuple[Verdict, ...] = (),
    findings: tuple[Finding, ...] = (),
    **changes: Any,
) -> CheckedLetter:
    values: dict[str, Any] = {
        "document": read_document(one, ()),
        "readings": (),
        "segments": (Segment(kind="body", span=Span(0, len(one.text))),),
        "signatories": signatories(),
        "notes": (), "marks": (), "links": (), "dates": (),
        "numbers": NumberAccount(claimed=len(claims), ignored=(), unread=()),
    }  # fmt: skip
    extraction = Extraction(letter=one, claims=claims, **(values | changes))
    return CheckedLetter(extraction=extraction, findings=findings, verdicts={v.claim_id: v for v in verdicts})


def finding(rule: str, status: str, severity: str = "info", **changes: Any) -> Finding:
    values: dict[str, Any] = {"message": f"a message about {rule}", "stated": "", "expected": ""}
    return Finding(rule=rule, status=status, severity=severity, **(values | changes))  # type: ignore[arg-type]


def _farms_verdict(one: Claim) -> Verdict:
    near = observation(9, place="Upper River", url="javascript:alert(1)", note="")
    return verdict(
        one, "consistent", timeliness="superseded_since", cautions=get_args(Caution),
        observation_ids=("delta-farms_lost-2",), arithmetic="338 (3 Jan) ≤ 340 ≤ 342 (4 Jan)",
        evidence=(
            Evidence(observation=observation(2), role="latest before the letter", decides=True),
            Evidence(observation=observation(3, grade="weak", published_on=None), role="first after it", decides=False),
        ),
        near_misses=(NearMiss(observation=near, reason="covers Upper River alone"),),
        would_change="A count of the Delta Survey for March 2024.", suggestion="at least 338 farms",
    )  # fmt: skip


def all_verdicts() -> CheckedLetter:
    """One letter in which every verdict, timeliness, caution, status and kind of mark occurs, hostile text too."""
    period = Period(
        text="Since 1 May 2022",
        span=span_of(TEXT, "Since 1 May 2022"),
        start=date(2022, 5, 1),
        end=date(2024, 3, 1),
        grain="day",
        anchor="treaty_2002",
        inherited="start from the sentence before",
    )
    cites = (
        Citation(kind="footnote", mark="1", text="Delta Survey, Farms lost, 1 March 2024", producer="delta",
                 url="https://example.org/farms", published_on=date(2024, 3, 1), span=span_of(TEXT, "[1]")),
        Citation(kind="link", mark=None, text="lost", url="#", producer=None, published_on=None, span=None,
                 problem="the link's target is empty"),
        Citation(kind="attribution", mark=None, text="the River Board", url="javascript:alert(2)", producer=None,
                 published_on=None, span=None),
    )  # fmt: skip
    farms_span = span_of(TEXT, "340 farms")
    farms = claim(
        TEXT, "340 farms", "340", measure="farms_lost", measures_possible=("farms_lost", "farms_flooded"), unit="farm",
        place="River States", place_inherited="from the address", period=period, event="treaty_2002",
        citations=cites, notes=("“lost” fits two measures",),
        quantity=quantity(TEXT, farms_span, "340", comparator=">=", interval=Interval(low=Decimal(340), high=None),
                          counted="farms", unit="farm", direction="down", additive=True),
    )  # fmt: skip
    organisations = claim(TEXT, "12 organisations", "12", kind="signatories")
    people = claim(TEXT, "41,000 people", "41,000")
    wells = claim(TEXT, "25 per cent of the wells", "25", kind="percentage")
    damage = claim(TEXT, "$3.5 million", "3500000", kind="money")
    years = claim(TEXT, "two years", "2", kind="duration")
    boats = claim(TEXT, "900 boats", "900")
    schools = claim(TEXT, "60 schools", "60")
    again = claim(TEXT, "60 schools", "60", nth=1)
    placards = claim(TEXT, "14 placards & banners", "14")
    verdicts = (
        _farms_verdict(farms), verdict(organisations),
        verdict(people, "contradicted", needs_editor=True, arithmetic="35,000 (1 Mar) < 41,000",
                timeliness="current_at_writing"),
        verdict(wells, "overstated", needs_editor=True), verdict(damage, "understated", needs_editor=True),
        verdict(boats, "conflicting_sources", needs_editor=True), verdict(schools, "not_comparable"),
        verdict(again, "consistent", timeliness="stale_at_writing"), verdict(placards),
    )  # fmt: skip
    names = tuple(
        SignatoryName(number=at, name=name, span=span_of(TEXT, name, nth))
        for at, name, nth in ((1, "River Farmers", 0), (2, "Boat Builders", 0), (3, "River Farmers", 1))
    )
    findings = (
        finding("signatory-duplicate", "inconsistent", "warning", message="Nos. 1 and 3 are one name",
                spans=(names[0].span, names[2].span)),
        finding("signatory-total", "inconsistent", "error", stated="12", expected="3 listed",
                message="12 stated, 3 listed", claim_ids=(organisations.claim_id,), spans=(organisations.span,)),
        finding("parts-whole", "inconsistent", "error", message="77 of 60 is more than the whole",
                spans=(span_of(TEXT, "About 77 of the 60 schools"), span_of(TEXT, "the 60 schools closed"))),
        finding("ordinal", "inconsistent", "info", message="“22th” is written 22nd", stated="22th", expected="22nd",
                spans=(span_of(TEXT, "22th year"),)),
        finding("duration", "consistent", spans=(years.span,), message="two years since 1 May 2022"),
        finding("signatory-list", "not_checkable", message="no list"),
        finding("date-order", "consistent", message="every date is before the letter's"),
    )  # fmt: skip
    totals = (StatedTotal(value=12, comparator="=", span=organisations.span, text="12 organisations", role="total",
                          where="opening"),)  # fmt: skip
    ignored = tuple(
        Ignored(span=span_of(TEXT, words), text=words, reason=reason)
        for words, reason in (("3 March 2024", "date"), ("1 May 2022", "date"), ("[1]", "footnote mark"),
                              ("1. River"[:2], "list number"))
    )  # fmt: skip
    unread = (Ignored(span=span_of(TEXT, "၁၂"), text="၁၂", reason="counted thing not found"),)
    claims = tuple(sorted((farms, organisations, people, wells, damage, years, boats, schools, again, placards),
                          key=lambda one: one.span))  # fmt: skip
    signed, notes = TEXT.index("Signed:"), TEXT.index("Notes")
    return checked(
        letter(warnings=("Read as Latin-1.",)), claims, verdicts, findings,
        segments=(
            Segment(kind="title", span=Span(0, 50)), Segment(kind="body", span=Span(50, signed)),
            Segment(kind="signatories", span=Span(signed, notes)), Segment(kind="notes", span=Span(notes, len(TEXT))),
        ),
        signatories=signatories(stated=12, stated_all=(12,), listed=3, totals=totals, names=names),
        numbers=NumberAccount(claimed=len(claims), ignored=ignored, unread=unread),
    )  # fmt: skip


def reference_table() -> ReferenceTable:
    measure = Measure(measure_id="farms_lost", label="Farms lost", kind="cumulative", unit="farm", parent=None,
                      definition="Farms given up for good.", surface_forms=("lost",), confused_with=())  # fmt: skip
    producer = Producer(producer_id="delta", name="Delta Survey", aliases=(), url="https://example.org", counts="farms",
                        cadence="weekly", caveat="confirmed cases only", lag_days=2)  # fmt: skip
    event = Event(event_id="treaty_2002", name="Water treaty", surface_forms=(), place=None, start=None, end=None,
                  verified=False)  # fmt: skip
    place = Place(place_id="river", name="River States", aliases=(), kind="region", parent=None)
    return ReferenceTable(where="a-table", sha256="ab" * 32, observations=tuple(observation(n) for n in range(1, 8)),
                          measures=(measure,), events=(event,), producers=(producer,), places=(place,))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workshop:
    """The makers above, as one fixture."""

    text: str = TEXT
    claim: Any = field(default=staticmethod(claim))
    verdict: Any = field(default=staticmethod(verdict))
    letter: Any = field(default=staticmethod(letter))
    checked: Any = field(default=staticmethod(checked))
    finding: Any = field(default=staticmethod(finding))
    observation: Any = field(default=staticmethod(observation))
    quantity: Any = field(default=staticmethod(quantity))
    signatories: Any = field(default=staticmethod(signatories))
    all_verdicts: Any = field(default=staticmethod(all_verdicts))
    reference_table: Any = field(default=staticmethod(reference_table))


@pytest.fixture(scope="session")
def make() -> Workshop:
    return Workshop()


__all__ = ["Workshop"]
