"""Rule `ordinal`: malformed ordinals, and ordinals that a document symbol or a year beside them contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import Field, Span
from claims.text.plurals import ordinal_endings
from claims.text.view import PlainView, plain_view
from expectations.clauses.stretches import sentence_around
from expectations.declaring import declared
from expectations.findings import broken, claims_at, held, listing, unknown
from expectations.model import Finding

ID = "ordinal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """An ordinal in digits as it stands in the reading view."""

    span: Span
    text: str
    value: int
    suffix: str


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every ordinal in digits: its ending, and the series it belongs to where one is known."""
    view = plain_view(extraction.letter.text)
    ordinals = find_ordinals(view.text)
    if not ordinals:
        return [unknown(ID, "The letter has no ordinal in digits.")]
    slips = [_malformed(extraction, view, one) for one in ordinals if one.suffix not in ordinal_endings(one.value)]
    fixed = _series(extraction, view, ordinals)
    if slips or any(finding.status == "inconsistent" for finding in fixed):
        return [*slips, *fixed]
    words = listing(dict.fromkeys(one.text for one in ordinals))
    spans = [view.to_source(one.span) for one in ordinals]
    return [
        *fixed,
        held(
            ID, f"Well formed: {words}.", stated=words, expected=words, spans=spans, claims=claims_at(extraction, spans)
        ),
    ]


@of_language
def _suffixes() -> tuple[str, ...]:
    return tuple(str(suffix) for suffix in vocabulary("ordinals")["suffixes"])


@of_language
def _pattern() -> re.Pattern[str]:
    # not inside a name, a path or an address: "x53nd", "/53nd", "covid-19th"
    return re.compile(
        rf"(?<![\w./=&#?%-])(\d{{1,9}}|\d{{1,3}}(?:,\d{{3}})+)({'|'.join(_suffixes())})(?![\w/=@])", re.IGNORECASE
    )


def find_ordinals(text: str) -> list[Ordinal]:
    """Every ordinal written in digits with one of the language's endings."""
    return [
        Ordinal(span=Span(*match.span()), text=match[0], value=int(match[1].replace(",", "")), suffix=match[2].lower())
        for match in _pattern().finditer(text)
    ]


def ending_of(value: int) -> str:
    """The usual ending of an ordinal in digits."""
    return ordinal_endings(value)[0]


def _malformed(extraction: Extraction, view: PlainView, one: Ordinal) -> Finding:
    right = f"{one.value}{ending_of(one.value)}"
    span = view.to_source(one.span)
    return broken(
        ID,
        "warning",
        f"“{one.text}” is no ordinal: write {right}, or check the number.",
        stated=one.text,
        expected=right,
        spans=[span],
        claims=claims_at(extraction, [span]),
    )


def _series(extraction: Extraction, view: PlainView, ordinals: list[Ordinal]) -> list[Finding]:
    rows = vocabulary("ordinal_series")["series"]
    findings = []
    told = [one for one in ordinals if any(_names_series(view.text, one, row) for row in rows)]
    sentences = dict.fromkeys(sentence_around(view.text, one.span) for one in told)
    for sentence in (each for each in sentences if each is not None):
        inside = [one for one in ordinals if sentence.contains(one.span)]
        for row in rows:
            named = [
                one for one in inside if one.suffix in ordinal_endings(one.value) and _names_series(view.text, one, row)
            ]
            if len(named) == 1:
                findings += _by_symbol(extraction, view, sentence, named[0], row)
                findings += _by_year(extraction, view, sentence, named[0], row)
    return findings


def _names_series(text: str, one: Ordinal, row: dict[str, Any]) -> bool:
    return _named_in_full(text, one, row) or (_named_barely(text, one, row) and _in_context(text, one, row))


def _named_in_full(text: str, one: Ordinal, row: dict[str, Any]) -> bool:
    behind = " ".join(text[one.span.end : one.span.end + 90].casefold().split())
    return any(behind.startswith(str(name)) for name in row["names"])


def _named_barely(text: str, one: Ordinal, row: dict[str, Any]) -> bool:
    """ "53rd session", but not "53rd session of the committee", which is another series."""
    behind = " ".join(text[one.span.end : one.span.end + 60].casefold().split())
    bare = next((str(name) for name in row.get("bare", ()) if behind.startswith(str(name))), None)
    return bare is not None and not behind[len(bare) :].startswith(" of ")


def _by_symbol(
    extraction: Extraction, view: PlainView, sentence: Span, one: Ordinal, row: dict[str, Any]
) -> list[Finding]:
    """ "At the 41st session … (A/HRC/42/L.7)": a draft bears the number of the session it is put to."""
    text = sentence.of(view.text)
    hits = [match for pattern in row.get("documents", ()) for match in re.finditer(pattern, text)]
    numbers = {int(match["n"]) for match in hits}
    if len(numbers) != 1 or _loosened(text):
        return []
    number = numbers.pop()
    symbol = hits[0][0].rstrip(".")
    spans = [view.to_source(one.span), view.to_source(Span(*hits[0].span()).shifted(sentence.start))]
    right = f"{number}{ending_of(number)}"
    claims = claims_at(extraction, spans)
    if number == one.value:
        return [
            held(
                ID,
                f"{one.text} {row['label']}: the symbol {symbol} is of that session.",
                stated=one.text,
                expected=right,
                spans=spans,
                claims=claims,
            )
        ]
    return [
        broken(
            ID,
            "warning",
            f"{one.text} {row['label']}, but the symbol {symbol} is of the {right}.",
            stated=one.text,
            expected=right,
            spans=spans,
            claims=claims,
        )
    ]


def _loosened(text: str) -> bool:
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
    return any(str(word) in words for word in vocabulary("ordinal_series")["loosens"])


def _by_year(
    extraction: Extraction, view: PlainView, sentence: Span, one: Ordinal, row: dict[str, Any]
) -> list[Finding]:
    """ "the 46th … Summit in 2024": a year right behind the name, against the year the series gives."""
    year = _year_of(one.value, row)
    if year is None:
        return []
    match = re.match(
        r"[^.;:()\d]{0,90}?[\s(,](?:in|of|on)?\s?(?:[^\W\d_]+ )?(?:\d{1,2} [^\W\d_]+ )?\(?((?:19|20)\d\d)\b",
        view.text[one.span.end : min(sentence.end, one.span.end + 140)],
    )
    if match is None or _loosened(sentence.of(view.text)):
        return []
    allowed = {year, year + 1} if row.get("runs_into_next_year") else {year}
    span = view.to_source(Span(one.span.start, one.span.end + match.end(1)))
    stated, expected = f"{one.text}, {match[1]}", listing(str(each) for each in sorted(allowed))
    claims = claims_at(extraction, [span])
    if int(match[1]) in allowed:
        return [
            held(
                ID,
                f"{one.text} {row['label']}: {match[1]} fits.",
                stated=stated,
                expected=expected,
                spans=[span],
                claims=claims,
            )
        ]
    return [
        broken(
            ID,
            "warning",
            f"The {one.text} {row['label']} was in {expected}, not in {match[1]}.",
            stated=stated,
            expected=expected,
            spans=[span],
            claims=claims,
        )
    ]


def _in_context(text: str, one: Ordinal, row: dict[str, Any]) -> bool:
    """Whether the series is named right before: "Human Rights Council – 53rd session"."""
    before = text[max(0, one.span.start - 40) : one.span.start].casefold()
    return any(str(word) in before for word in row["context"])


def _year_of(number: int, row: dict[str, Any]) -> int | None:
    if "years" in row:
        year: int | None = row["years"].get(number)
        return year
    if "first" not in row or abs(number - int(row["from"])) > 45 or number < 10:
        return None
    return int(row["first"]) + (number - int(row["from"])) // int(row["per_year"])


RULE = declared(ID, run)
