"""Signatories in one paragraph: separated by semicolons, numbers or commas."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from claims.language.words import of_language
from claims.model import Span
from claims.parts.naming.name_lines import is_name_line, is_person, tells_role
from claims.places.countries import country_names
from claims.text.openings import either, phrase_set

# What may part names in running text, beside commas; the last ones only between blanks.
SIGNS = (";", "•", "·", "|", "‖", "●", "/", "—", "–")
SOLID = frozenset(";•·|‖●,")
LEAST, MANY, NEARLY_ALL = 3, 8, 0.65
INLINE_NUMBER = re.compile(r"(?:(?<=\s)|(?<=^)|(?<![\w.]))[(\[]?(\d{1,3})[.)\]]\s*(?=\S)")


@of_language
def _joint() -> str:
    return either("letter_words", "joints")


@of_language
def _leading_joint() -> re.Pattern[str]:
    return re.compile(rf"{_joint()}\s+", re.IGNORECASE)


@of_language
def _joint_between() -> re.Pattern[str]:
    return re.compile(rf"\s+{_joint()}\s+", re.IGNORECASE)


def split_paragraph(text: str, span: Span) -> tuple[list[Span], str | None]:
    """The names of a paragraph: by semicolons, by inline numbers, by what else may part them, else by commas where that
    is safe.
    """
    names, parted = _pieces(text, span)
    if parted != "commas":
        return names, "commas" if parted == "several ways" else None
    words = _are_words([n.of(text) for n in names])
    doubtful = any(not (_is_sure_name(n.of(text)) or words and _is_word(n.of(text))) for n in names) or _may_be_pairs(
        [n.of(text) for n in names]
    )
    doubtful = doubtful or _carry_details([n.of(text) for n in names])
    return names, "commas" if doubtful else None


def _are_words(names: list[str]) -> bool:
    """Whether nearly every piece is one word with a capital, as villages are: "Abuko, Boro, Daku, Lamin Koto"."""
    return len(names) >= MANY and sum(map(_is_word, names)) >= NEARLY_ALL * len(names)


def _is_word(name: str) -> bool:
    return name.isalpha() and name[0].isupper() and name.casefold() not in country_names()


def pieces_of(text: str, span: Span) -> list[Span]:
    """`split_paragraph` without a look at how safe it is."""
    return _pieces(text, span)[0]


def _pieces(text: str, span: Span) -> tuple[list[Span], Literal["commas", "several ways"] | None]:
    """The names, and where commas part them whether the last ones can be cut in several ways."""
    if numbered := _inline_numbers(text, span):
        return numbered, None
    for sign in SIGNS:
        if text.find(sign, span.start, span.end) < 0:
            continue
        pieces = split_at(text, span, sign)
        if len(pieces) >= (2 if sign == ";" else LEAST) and (sign == ";" or _runs_on(text, span, len(pieces), sign)):
            return pieces, None
    names = split_at(text, span, ",")
    if len(names) < 2:
        return names, None
    last, many = _last_pair(text, names)
    return [*names[:-1], *last], "several ways" if many else "commas"


def _runs_on(text: str, span: Span, pieces: int, sign: str) -> bool:
    """Whether the pieces run on over the lines: one on every line, or two, or always as many, are its cells instead."""
    lines = span.of(text).split("\n")
    alike = len({line.strip().count(sign) for line in lines}) == 1
    return len(lines) == 1 or pieces > 2 * len(lines) + 1 and not (len(lines) >= LEAST and alike)


def _carry_details(names: list[str]) -> bool:
    """Whether pieces begin with what belongs to the name before: "Ana Ruiz, violin Ben Okoro, viola Cy Dunn"."""
    small = [
        n for n in names if n[0].islower() and n.split()[0].casefold() not in phrase_set("letter_words", "articles")
    ]
    return len(small) > 1 and any(word[0].isupper() for name in small for word in name.split()[1:])


def _may_be_pairs(names: list[str]) -> bool:
    """Whether commas may part names from what belongs to them: "Alder Union, Basra, Birch Forum, Amman"."""
    single = sum(len(name.split()) == 1 and not name.isupper() for name in names)
    people = [is_person(name) for name in names]
    turns = sum(a != b for a, b in pairwise(people))
    return 0.25 * len(names) <= single <= 0.6 * len(names) or len(names) > 3 and turns >= len(names) - 2


def _last_pair(text: str, names: list[Span]) -> tuple[list[Span], bool]:
    """The last piece, in two where only an "and" parts the last names; and whether it could be cut in several ways.

    "Alder, Birch and Cedar" are three names; "Alder, Birch, and Cedar and Friends" are three as well. Where the other
    names have several words, "Hearth and Shelter" may be one, "Letters & Stamps" is.
    """
    last = names[-1]
    lead = re.search(rf"{_joint()}\s+$", text[max(0, last.start - 6) : last.start], re.IGNORECASE)
    joints = list(_joint_between().finditer(text, last.start, last.end))
    if lead or not joints:
        return [last], False
    two = [Span(last.start, joints[-1].start()), Span(joints[-1].end(), last.end)]
    longer = sum(len(name.of(text).split()) > 1 for name in names[:-1]) > 0.7 * len(names[:-1])
    if longer and min(len(part.of(text).split("(")[0].split()) for part in two) == 1:
        return ([last], False) if "&" in joints[-1][0] else (two, True)
    return two, len(joints) > 1


def _is_sure_name(name: str) -> bool:
    return (
        is_name_line(name)
        and (is_person(name) or not tells_role(name))
        and name.casefold() not in country_names()
        and (len(name.split()) >= 2 or name.isupper() or len(name) > 4)
    )


def split_at(text: str, span: Span, mark: str) -> list[Span]:
    """The pieces of `span` between marks outside brackets; the "and" before the last piece is no part of it."""
    pieces = []
    depth, at = 0, span.start
    if text.find(mark, span.start, span.end) < 0:
        return [whole] if len(whole := _tidied(text, span)) else []
    for sign in re.compile(rf"[()\[\]{re.escape(mark)}]").finditer(text, span.start, span.end):
        i = sign.start()
        depth += (text[i] in "([") - (text[i] in ")]" and depth > 0)
        if (
            text[i] == mark
            and depth == 0
            and (mark in SOLID or _is_apart(text, i))
            and not text[i - 1 : i + 2 : 2].isdecimal()
        ):
            pieces.append(Span(at, i))
            at = i + 1
    pieces.append(Span(at, span.end))
    return [tidy for p in pieces if len(tidy := _tidied(text, p))]


def _is_apart(text: str, i: int) -> bool:
    """Whether a sign stands between blanks: "Alder · Birch / Cedar"; not in "and/or", "Coast-Watch"."""
    return text[i - 1 : i].isspace() and text[i + 1 : i + 2].isspace()


def _tidied(text: str, piece: Span) -> Span:
    start, end = piece.start, piece.end
    while start < end and text[start].isspace():
        start += 1
    lead = _leading_joint().match(text, start, end)
    start = lead.end() if lead else start
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;"):
        if text[end - 4 : end] in {"Inc.", "Ltd."}:
            break
        end -= 1
    return Span(start, end)


def _inline_numbers(text: str, span: Span) -> list[Span]:
    marks: list[re.Match[str]] = []
    for found in INLINE_NUMBER.finditer(text, span.start, span.end):
        if int(found[1]) == len(marks) + 1:
            marks.append(found)
    if len(marks) < 3:
        return []
    ends = [m.start() for m in marks[1:]] + [span.end]
    return [_tidied(text, Span(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
