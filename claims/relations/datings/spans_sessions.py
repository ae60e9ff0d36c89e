"""Numbers of known series (sessions of UN bodies, summits) beside a document symbol or a year that tells them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claims.document import Document
from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.relations.datings.spans_endings import ending_of
from claims.relations.spans.spans_model import OrdinalForm, SessionRelation

_REACH = 140


def sessions_of(document: Document, forms: Sequence[OrdinalForm]) -> Iterator[SessionRelation]:
    """A relation for every number of a known series that its sentence tells twice; `forms` count in the view."""
    rows = vocabulary("ordinal_series")["series"]
    text = document.view.text
    for sentence in dict.fromkeys(passage.span for passage in document.sentences):
        inside = [one for one in forms if sentence.contains(one.span)]
        for row in rows if inside else ():
            named = [one for one in inside if one.well_formed and _names_series(text, one, row)]
            if len(named) == 1 and not _loosened(sentence.of(text)):
                yield from _by_symbol(document, sentence, named[0], row)
                yield from _by_year(document, sentence, named[0], row)


def _names_series(text: str, one: OrdinalForm, row: dict[str, Any]) -> bool:
    return _named_in_full(text, one, row) or (_named_barely(text, one, row) and _in_context(text, one, row))


def _named_in_full(text: str, one: OrdinalForm, row: dict[str, Any]) -> bool:
    behind = " ".join(text[one.span.end : one.span.end + 90].casefold().split())
    return any(behind.startswith(str(name)) for name in row["names"])


def _named_barely(text: str, one: OrdinalForm, row: dict[str, Any]) -> bool:
    """ "53rd session", but not "53rd session of the committee", which is another series."""
    behind = " ".join(text[one.span.end : one.span.end + 60].casefold().split())
    bare = next((str(name) for name in row.get("bare", ()) if behind.startswith(str(name))), None)
    return bare is not None and not behind[len(bare) :].startswith(
        tuple(f" {of} " for of in vocabulary("ordinal_series")["of"])
    )


def _in_context(text: str, one: OrdinalForm, row: dict[str, Any]) -> bool:
    """Whether the series is named right before: "Human Rights Council – 53rd session"."""
    before = text[max(0, one.span.start - 40) : one.span.start].casefold()
    return any(str(word) in before for word in row["context"])


def _by_symbol(document: Document, sentence: Span, one: OrdinalForm, row: dict[str, Any]) -> Iterator[SessionRelation]:
    """ "At the 41st session … (A/HRC/42/L.7)": a draft bears the number of the session it is put to."""
    text, view = sentence.of(document.view.text), document.view
    hits = [match for pattern in row.get("documents", ()) for match in re.finditer(pattern, text)]
    numbers = {int(match["n"]) for match in hits}
    if len(numbers) == 1:
        span = view.to_source(Span(*hits[0].span()).shifted(sentence.start))
        yield SessionRelation(
            span=view.to_source(one.span),
            text=one.text,
            label=row["label"],
            by="symbol",
            told=hits[0][0].rstrip("."),
            told_span=span,
            holds=one.number in numbers,
            expected=tuple(f"{number}{ending_of(number)}" for number in numbers),
        )


def _by_year(document: Document, sentence: Span, one: OrdinalForm, row: dict[str, Any]) -> Iterator[SessionRelation]:
    """ "the 46th … Summit in 2024": a year right behind the name, against the year the series gives."""
    year, view = _year_of(one.number, row), document.view
    match = _year_behind().match(view.text[one.span.end : min(sentence.end, one.span.end + _REACH)])
    if year is None or match is None:
        return
    allowed = (year, year + 1) if row.get("runs_into_next_year") else (year,)
    yield SessionRelation(
        span=view.to_source(one.span),
        text=one.text,
        label=row["label"],
        by="year",
        told=match[1],
        told_span=view.to_source(Span(*match.span(1)).shifted(one.span.end)),
        holds=int(match[1]) in allowed,
        expected=tuple(str(each) for each in allowed),
    )


@of_language
def _year_behind() -> re.Pattern[str]:
    before = "|".join(map(re.escape, vocabulary("ordinal_series")["before_year"]))
    return re.compile(
        rf"[^.;:()\d]{{0,90}}?[\s(,](?:{before})?\s?(?:[^\W\d_]+ )?(?:\d{{1,2}} [^\W\d_]+ )?\(?((?:19|20)\d\d)\b"
    )


def _loosened(text: str) -> bool:
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
    return any(str(word) in words for word in vocabulary("ordinal_series")["loosens"])


def _year_of(number: int, row: dict[str, Any]) -> int | None:
    if "years" in row:
        year: int | None = row["years"].get(str(number))
        return year
    if "first" not in row or abs(number - int(row["from"])) > 45 or number < 10:
        return None
    return int(row["first"]) + (number - int(row["from"])) // int(row["per_year"])
