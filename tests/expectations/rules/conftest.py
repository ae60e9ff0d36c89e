"""Extractions made by hand, so that a rule is tested apart from the reading of letters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claims.document import read_document
from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import letter_from_bytes
from claims.model import (
    Claim,
    DateMention,
    Field,
    Interval,
    Letter,
    Link,
    Mark,
    Note,
    NumberAccount,
    Quantity,
    Segment,
    Signatories,
    SignatoryName,
    Span,
    StatedTotal,
)

EMPTY = Field(measures=(), events=(), producers=(), places=())


class Draft:
    """A letter put together piece by piece; every piece is looked up in the text, in order of its calls."""

    def __init__(self, text: str, written_on: date | None = None, published_on: date | None = None) -> None:
        self.text, self.written_on, self.published_on = text, written_on, published_on
        self.totals: list[StatedTotal] = []
        self.names: list[SignatoryName] = []
        self.listed: int | None = None
        self.partial: str | None = None
        self.claims: list[Claim] = []
        self.dates: list[DateMention] = []
        self.marks: list[Mark] = []
        self.notes: list[Note] = []
        self.links: list[Link] = []
        self._from = 0

    def _span(self, words: str, start: int = 0) -> Span:
        at = self.text.index(words, start)
        return Span(at, at + len(words))

    def total(
        self, words: str, value: int, comparator: str = "=", role: str = "total", group: str | None = None
    ) -> Draft:
        start = max((total.span.end for total in self.totals if total.text == words), default=0)
        self.totals.append(
            StatedTotal(
                value=value,
                comparator=comparator,
                span=self._span(words, start),
                text=words,
                role=role,
                where="body",
                group=group,
            )
        )
        return self

    def list(self, *names: str | tuple[int | None, str], group: str | None = None) -> Draft:
        for name in names:
            number, words = name if isinstance(name, tuple) else (None, name)
            span = self._span(words, self._from)
            self._from = span.end
            self.names.append(SignatoryName(number=number, name=words, span=span, group=group))
        self.listed = len(self.names)
        return self

    def claim(
        self,
        words: str,
        value: str,
        *,
        kind: str = "statistic",
        unit: str | None = "person",
        comparator: str = "=",
        low: str | None = None,
        high: str | None = None,
        after: str = "",
        **more: Any,
    ) -> Draft:
        span = self._span(words, self.text.index(after) if after else 0)
        start = max(self.text.rfind(". ", 0, span.start) + 2, self.text.rfind("\n", 0, span.start) + 1, 0)
        ends = [at for at in (self.text.find(". ", span.end), self.text.find("\n", span.end)) if at >= 0]
        sentence = Span(start, min(ends, default=len(self.text)))
        bounds = Interval(low=Decimal(low or value), high=None if comparator in (">", ">=") else Decimal(high or value))
        quantity = Quantity(
            span=span,
            text=words,
            number_span=span,
            as_written=value,
            value=Decimal(value),
            interval=bounds,
            comparator=comparator,
            comparator_span=None,
            dimension="count",
            unit=unit,
            counted=None,
            counted_span=None,
        )
        plain: dict[str, Any] = {
            "measure": None,
            "measures_possible": (),
            "place": None,
            "place_inherited": None,
            "period": None,
            "event": None,
            "attribution": None,
            "citations": (),
        }
        self.claims.append(
            Claim(
                claim_id=f"c{len(self.claims)}",
                letter_id="letter",
                kind=kind,
                span=span,
                text=words,
                sentence=sentence.of(self.text),
                sentence_span=sentence,
                quantity=quantity,
                unit=unit,
                **(plain | more),
            )
        )
        return self

    def date(
        self, words: str, start: date | None, end: date | None = None, grain: str = "day", *, year: bool = True
    ) -> Draft:
        after = max((mention.span.end for mention in self.dates if mention.text == words), default=0)
        self.dates.append(
            DateMention(
                span=self._span(words, after), text=words, start=start, end=end or start, grain=grain, year_stated=year
            )
        )
        return self

    def mark(self, name: str) -> Draft:
        self.marks.append(Mark(mark=name, span=self._span(f"[{name}]")))
        return self

    def note(self, name: str, **more: Any) -> Draft:
        at = self.text.rindex(f"[{name}] ")
        end = self.text.find("\n", at)
        span = Span(at, end if end >= 0 else len(self.text))
        plain: dict[str, Any] = {"url": None, "producer": None, "published_on": None, "document": None}
        self.notes.append(Note(mark=name, span=span, text=span.of(self.text)[len(name) + 3 :], **(plain | more)))
        return self

    def link(self, words: str, target: str, *, lost: bool) -> Draft:
        span = self._span(f"[{words}]({target})")
        self.links.append(
            Link(
                span=span,
                text_span=Span(span.start + 1, span.start + 1 + len(words)),
                text=words,
                target=target,
                lost=lost,
            )
        )
        return self

    def done(self) -> Extraction:
        letter = Letter(
            letter_id="letter",
            path="letter.txt",
            sha256="",
            text=self.text,
            title=None,
            title_span=None,
            written_on=self.written_on,
            written_on_span=None,
            published_on=self.published_on,
            published_on_span=None,
        )
        of = {role: next((t.value for t in self.totals if t.role == role), None) for role in ("listed", "undisclosed")}
        stated = [total.value for total in self.totals if total.role == "total"]
        signatories = Signatories(
            stated=stated[-1] if stated else None,
            stated_all=tuple(stated),
            stated_listed=of["listed"],
            listed=self.listed,
            undisclosed=of["undisclosed"],
            totals=tuple(self.totals),
            names=tuple(self.names),
            partial=self.partial,
        )
        return Extraction(
            letter=letter,
            document=read_document(letter, ()),
            readings=(),
            segments=(Segment(kind="body", span=Span(0, len(self.text))),),
            claims=tuple(self.claims),
            signatories=signatories,
            notes=tuple(self.notes),
            marks=tuple(self.marks),
            links=tuple(self.links),
            dates=tuple(self.dates),
            numbers=NumberAccount(claimed=len(self.claims), ignored=(), unread=()),
        )


@pytest.fixture(scope="session")
def draft() -> type[Draft]:
    """Start a letter by hand: `draft("We, 3 groups …").total("3 groups", 3).list("A", "B", "C").done()`."""
    return Draft


@pytest.fixture(scope="session")
def empty_field() -> Field:
    """The tables of no field at all."""
    return EMPTY


@pytest.fixture(scope="session")
def read():
    """A letter read as it is: `read("The mill burned.", written=date(2024, 5, 3))`; `written=None`: without a date."""

    def reading(text: str, written: date | None = date(2024, 5, 3)) -> Extraction:
        head = f"{written.day} {written:%B %Y}\n\n" if written is not None else ""
        whole = f"{head}Dear Ministers,\n\n{text}\n"
        return extract(letter_from_bytes(whole.encode(), path="letter.txt", letter_id="letter"), EMPTY)

    return reading
