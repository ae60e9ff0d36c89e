"""Signatories in one paragraph: separated by semicolons, numbers or commas."""

from __future__ import annotations

import re

from claims.line_words import phrase_set
from claims.model import Span
from claims.name_lines import is_name_line, tells_role

UNCERTAIN_COMMAS = "the names are separated by commas that may also belong to the names"


def split_paragraph(text: str, span: Span) -> tuple[list[Span], str | None]:
    """The names of a paragraph: by semicolons, by inline numbers, else by commas where that is safe."""
    if numbered := _inline_numbers(text, span):
        return numbered, None
    semicolons = _split(text, span, ";")
    if len(semicolons) >= 2:
        return semicolons, None
    names = _split(text, span, ",")
    if len(names) < 2:
        return names, None
    doubtful = [n for n in names if not _is_sure_name(n.of(text))]
    return names, UNCERTAIN_COMMAS if doubtful else None


def _is_sure_name(name: str) -> bool:
    return (
        is_name_line(name)
        and not tells_role(name)
        and name.casefold() not in country_names()
        and (len(name.split()) >= 2 or name.isupper() or len(name) > 4)
    )


def country_names() -> frozenset[str]:
    """Names of the world's countries in small letters, from ISO 3166."""
    import pycountry

    names = {getattr(c, key, "") for c in pycountry.countries for key in ("name", "common_name")}
    short = {name.split(",")[0] for name in names}
    return frozenset(n.casefold() for n in names | short if n) | phrase_set("demands", "countries")


def _split(text: str, span: Span, mark: str) -> list[Span]:
    """The pieces of `span` between marks outside brackets; the "and" before the last piece is no part of it."""
    pieces = []
    depth, at = 0, span.start
    for i in range(span.start, span.end):
        depth += (text[i] in "([") - (text[i] in ")]" and depth > 0)
        if text[i] == mark and depth == 0:
            pieces.append(Span(at, i))
            at = i + 1
    pieces.append(Span(at, span.end))
    return [tidy for p in pieces if len(tidy := _tidied(text, p))]


def _tidied(text: str, piece: Span) -> Span:
    start, end = piece.start, piece.end
    while start < end and text[start].isspace():
        start += 1
    lead = re.compile(r"(?:and|&)\s+", re.IGNORECASE).match(text, start, end)
    start = lead.end() if lead else start
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;"):
        if text[end - 4 : end] in {"Inc.", "Ltd."}:
            break
        end -= 1
    return Span(start, end)


def _inline_numbers(text: str, span: Span) -> list[Span]:
    marks: list[re.Match[str]] = []
    for found in re.compile(r"(?:(?<=\s)|(?<=^)|(?<![\w.]))\(?(\d{1,3})[.)]\s*(?=\S)").finditer(
        text, span.start, span.end
    ):
        if int(found[1]) == len(marks) + 1:
            marks.append(found)
    if len(marks) < 3:
        return []
    ends = [m.start() for m in marks[1:]] + [span.end]
    return [_tidied(text, Span(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
