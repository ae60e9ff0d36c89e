"""The mark that a note begins with: its style, and the number it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.lines import Line

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Markdown names its notes freely: "[^a]: Alder Watch, 2021".
LABEL = r"(?<=\^)[\w-]{1,30}"
MARK = r"\d{1,3}|[ivxlc]{1,8}|[IVXLC]{1,8}"
STYLES = {
    "bracket": re.compile(rf"\[\^?(?P<mark>{MARK}|[*†‡]|{LABEL})\]:?(?=[ \t\u00a0]*\S)(?!\()[ \t\u00a0]*"),
    "raised": re.compile(r"(?P<mark>[⁰¹²³⁴-⁹]{1,3})[ \t\u00a0]*(?=\S)"),
    "round": re.compile(r"\((?P<mark>\d{1,3}|[ivxl]{1,6})\)[ \t\u00a0]+(?=\S)"),
    "dot": re.compile(r"(?P<mark>\d{1,3})[.)][ \t\u00a0]+(?=\S)"),
    "bare": re.compile(r"(?P<mark>\d{1,3})[ \t\u00a0]+(?=\S)"),
    "glued": re.compile(r"(?P<mark>\d{1,3})(?=https?://|www\.)"),
}
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
FIRST = frozenset({"1", "i"})
WEB = re.compile(r"<?(?:https?://|www\.)", re.IGNORECASE)


def mark_value(mark: str) -> int | None:
    """The number a mark stands for: "3" → 3, "iv" → 4; `None` for "*" and for letters that are no roman number."""
    if mark.isdecimal():
        return int(mark)
    total = 0
    values = [ROMAN.get(c, 0) for c in mark.casefold()]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if values and all(values) and roman(total) == mark.casefold() else None


def roman(number: int) -> str:
    """A number below 400 in small roman letters."""
    parts = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    written = ""
    for value, letters in parts:
        written += letters * (number // value)
        number %= value
    return written


def mark_of(line: Line, style: str) -> re.Match[str] | None:
    found = STYLES[style].match(line.text)
    named = line.text.startswith("[^") or (found is not None and found["mark"] in "*†‡")
    if found and style in {"bracket", "raised"} and not value_of(found["mark"]) and not named:
        return None
    return found


def value_of(mark: str) -> int | None:
    return mark_value(mark.translate(RAISED))


def style_of(lines: Sequence[Line], i: int, *, headed: bool) -> str | None:
    """The style of a note that starts at line `i`; "1. …" and "1 …" count only below a heading or before an address."""
    if not lines[i].text.startswith(("[", "(")) and not lines[i].text[:1].isdigit():
        return None  # as most lines: none of the styles begins so
    for style in STYLES:
        if found := mark_of(lines[i], style):
            rest = lines[i].text[found.end() :]
            if style in {"bracket", "raised", "glued"} or headed:
                return style
            if style in {"bare", "round"} and WEB.match(rest):
                return style
    return None
