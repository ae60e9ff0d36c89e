"""Footnote marks in running text: "[iv]", "²", "world.1": only where they can be nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.nouns.classes import word_class
from claims.parts.notes.mark_styles import RAISED, mark_value
from claims.text.marked.markdown import URL
from claims.text.openings import phrase_set

BRACKETED = re.compile(r"\[\^?(?P<mark>\d{1,3}|[ivxl]{1,8}|[IVXL]{1,8}|[*†‡]|(?<=\^)[\w-]{1,30})\](?![^\W\d_]|\()")
SEVERAL = re.compile(r"\[(?P<marks>\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,9})\](?![^\W\d_])")
SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]{1,3}(?:[,˒⋅ ]{0,2}[⁰¹²³⁴-⁹]{1,3}){0,5}")
ROUND = re.compile(r"\((?P<mark>\d{1,3}|[ivxl]{1,8})\)")
# How far beyond the last note a mark may count whose note is missing.
BEYOND = 3
# Behind a word, or a year and its stop ("in May 2023.2 The").
GLUED = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=\b(?:19|20)\d\d)(?=[.,;”’\"')\]]))"
    r"[”’\"')\]]{0,2}[.,;:!?]{0,2}[”’\"')\]]{0,2}(?P<mark>[1-9]\d{0,2})(?=[\s.,;:)\]—–]|$)"
)
FOLLOWING = re.compile(r"[ ,]{1,2}(?P<mark>\d{1,3})(?=\s+[^\W\d_a-zà-ÿ]|\s*$|[ ,]{1,2}\d{1,3}(?!\d)|[.,;:)])")
# In a row of three, or before a word that nothing counts, the sentence may go on: "groups10 11 12 and", "said13 14 of".
INNER = re.compile(r"[ ,]{1,2}(?P<mark>\d{1,3})(?=\s+(?P<word>[^\W\d_]+))")
LETTERS = re.compile(r"[^\W\d_]+$")


@of_language
def _unit() -> re.Pattern[str]:
    """What a raised digit behind it is a power or a part of: "12 km2", "CO2", "x 102"."""
    signs = "|".join(re.escape(sign) for sign in vocabulary("references")["raised_behind"])
    return re.compile(rf"(?:^|[\s\d(/])[kcmd]?m$|(?:^|[\s\d(])(?:{signs})$")


def marks_in(text: str, zones: Sequence[Span], known: frozenset[str], styles: frozenset[str]) -> list[tuple[str, Span]]:
    """Marks as (mark, span) in order. `known` are the marks of the notes, `styles` the styles the notes are written in.

    Brackets and raised digits speak for themselves; "(1)" and "world.1" are marks only where a note has that number, in
    the style or in the order of the notes.
    """
    found = [m for zone in zones for m in _explicit(text, zone, known, styles)]
    if not found and known:
        found = [m for m in _glued(text, zones, known) if not _in_address(text, m[1])]
    return sorted(found, key=lambda m: m[1])


def _explicit(text: str, zone: Span, known: frozenset[str], styles: frozenset[str]) -> Iterator[tuple[str, Span]]:
    for m in BRACKETED.finditer(text, zone.start, zone.end):
        if _is_bracket_mark(text, m, known) or ("bracket" in styles and _stands_apart(text, m, known)):
            yield m["mark"], Span(*m.span())
    for m in SEVERAL.finditer(text, zone.start, zone.end):
        yield from _several(m, known)
    for m in SUPERSCRIPT.finditer(text, zone.start, zone.end):
        yield from _raised(text, m, known)
    if "round" in styles:
        for m in _round(text, zone, known):
            yield m["mark"], Span(*m.span())


def _near(mark: str, known: frozenset[str]) -> bool:
    """Whether a mark is one of the notes', or of their manner and not far beyond the last: its note may be missing."""
    if mark in known:
        return True
    alike = [value for other in known if other.isdecimal() == mark.isdecimal() and (value := mark_value(other))]
    value = mark_value(mark)
    return bool(alike) and value is not None and value <= max(alike) + BEYOND


def _round(text: str, zone: Span, known: frozenset[str]) -> Iterator[re.Match[str]]:
    """Marks in round brackets: behind a clause, or alone of its kind in a sentence ("of May (1) we had …")."""
    found = [m for m in ROUND.finditer(text, zone.start, zone.end) if _near(m["mark"], known)]
    inside = [m for m in found if not _is_round_mark(text, m)]
    for m in found:
        crowded = any(other is not m and abs(other.start() - m.start()) < _ONE_SENTENCE for other in inside)
        if m not in inside or (m["mark"] in known and not crowded and _within_line(text, m)):
            yield m


_ONE_SENTENCE = 400
"""Two numbers in brackets nearer than this, each before a word, count the points of one sentence."""


def _within_line(text: str, m: re.Match[str]) -> bool:
    """Whether a word in small letters or a number stands on both sides, in one line."""
    before, behind = text[max(0, m.start() - 2) : m.start()], text[m.end() : m.end() + 2]
    return bool(before[:1].isalnum() and before[1:].isspace() and behind[:1].isspace() and behind[1:].islower())


def _is_round_mark(text: str, m: re.Match[str]) -> bool:
    # "fled(1)" and "were children (1)." call a note, "we ask you to (1) open the ports" counts.
    closes = re.match(r"[.,;:]|\s*(?:\n|$)", text[m.end() : m.end() + 4]) is not None
    return closes or bool(text[m.start() - 1 : m.start()].strip())


def _is_bracket_mark(text: str, m: re.Match[str], known: frozenset[str]) -> bool:
    mark = m["mark"]
    if mark in known:
        return True
    value = mark_value(mark)
    if value is None or mark.isupper() or value > 200:
        return False
    # Without a note of that name: "fled.[7]" is a mark whose note is missing, "article [7] says" is not sure to be one.
    before = text[m.start() - 1 : m.start()]
    return bool(before.strip()) and before not in '([“"‘' and (mark.isdecimal() or len(mark) > 1 or mark in "ivx")


def _stands_apart(text: str, m: re.Match[str], known: frozenset[str]) -> bool:
    """Whether a mark without a note stands behind a whole sentence, as marks of such notes do: "every day. [7]"."""
    before = text[max(0, m.start() - 4) : m.start()]
    behind = text[m.end() : m.end() + 2]
    ended = re.search(r"[.!?…][”\"’')]?[ \u00a0]{1,2}$", before) is not None
    return ended and not behind.strip(" \u00a0\n[(“") and _near(m["mark"], known)


def _several(m: re.Match[str], known: frozenset[str]) -> Iterator[tuple[str, Span]]:
    numbers = list(re.finditer(r"\d{1,3}", m["marks"]))
    if all(n[0] in known for n in numbers):
        for n in numbers:
            yield n[0], Span(m.start("marks") + n.start(), m.start("marks") + n.end())


def _raised(text: str, m: re.Match[str], known: frozenset[str]) -> Iterator[tuple[str, Span]]:
    before = text[max(0, m.start() - 6) : m.start()]
    if not before or before[-1].isdigit() and not known or _unit().search(before):
        return
    for n in re.finditer(r"[⁰¹²³⁴-⁹]{1,3}", m[0]):
        mark = n[0].translate(RAISED)
        if mark in known or not known or not before[-1].isdigit():
            yield mark, Span(m.start() + n.start(), m.start() + n.end())


def _glued(text: str, zones: Sequence[Span], known: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """Digits glued to a word or its full stop, in the order of the notes, with few of them left out."""
    last = 0
    for zone in zones:
        for m in GLUED.finditer(text, zone.start, zone.end):
            value = int(m["mark"])
            # A number seen before is a mark again only behind a stop ("data.”3"), not glued to a word.
            fits = last < value <= last + 3 or (value <= last and m.start() < m.start("mark"))
            if fits and m["mark"] in known and _is_word(text, m):
                yield m["mark"], Span(*m.span("mark"))
                last = max(last, value)
                for n in _next_marks(text, m.end(), zone.end, last, known):
                    last += 1
                    yield str(last), n


def _next_marks(text: str, at: int, limit: int, last: int, known: frozenset[str]) -> Iterator[Span]:
    """The marks that follow one in a row: "photographs.7 8 The", "groups.10, 11, 12 We", "groups10 11 12 and"."""
    seen = 1
    while found := FOLLOWING.match(text, at, limit) or _inner_mark(text, at, limit, seen):
        last += 1
        if found["mark"] != str(last) or found["mark"] not in known:
            return
        yield Span(*found.span("mark"))
        at, seen = found.end(), seen + 1


def _inner_mark(text: str, at: int, limit: int, seen: int) -> re.Match[str] | None:
    found = INNER.match(text, at, limit)
    return found if found and (seen >= 2 or found["word"].casefold() in word_class("stops")) else None


def _is_word(text: str, m: re.Match[str]) -> bool:
    if text[m.start() - 1].isdigit():
        return m.start() < m.start("mark")
    # "Covid19", "G7", "L.20" and "U.S.1" end in no word in small letters.
    word = LETTERS.search(text[max(0, m.start() - 30) : m.start()])
    if not word or not word[0][-1].islower() or len(word[0]) < (2 if m.start() < m.start("mark") else 4):
        return False
    return word[0].casefold() not in phrase_set("letter_words", "before_digits")


def _in_address(text: str, span: Span) -> bool:
    start = max(text.rfind(" ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    return URL.match(text, start) is not None or "@" in text[start : span.start] or "/" in text[start : span.start]
