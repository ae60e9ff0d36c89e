"""Notes at the foot of pages: small type below the text that begins with a mark which the page calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from claims.quick_records import dataclass
from claims.readers.dress import mark_of
from claims.readers.pdf.page_columns import Line

CALL = re.compile(r"<sup>(?P<marks>[^<]{1,20})</sup>")
BEGINS = re.compile(
    r"(?:\[(?P<square>\d{1,3}|[ivxl]{1,6})\]|<sup>(?P<high>\d{1,3}|[ivxl]{1,6}|[*†‡§]{1,3})</sup>|(?P<plain>\d{1,3}|[*†‡§]{1,3})(?=[.)\s]))[.)]?\s*(?=\S)"
)
SMALLER = 0.96  # of the body's size


@dataclass(slots=True)
class FootNotes:
    """Takes the notes off each page in turn; `found` has (mark, lines) in order."""

    body: float
    found: list[tuple[str, list[str]]] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)

    def take(self, lines: Sequence[Line]) -> list[Line]:
        """The page's lines without its notes, their marks in brackets."""
        called = {mark for line in lines for mark in _called(line.cell.text)}
        start = self._start(lines, called)
        if start is None:
            return list(lines)
        names: dict[str, str] = {}
        running = bool(self.found)
        first = next(i for i in range(start, len(lines)) if self._mark(lines[i], called))
        if running:  # a note that began on the page before ends above the first of this one
            self.found[-1][1].extend(line.cell.text for line in lines[start:first])
        for line in lines[first:]:
            mark = self._mark(line, called - set(names))
            if mark and self._follows(mark, names):
                names[mark] = self._name(mark, lines[0].page)
                found = BEGINS.match(line.cell.text)
                self.found.append((names[mark], [line.cell.text[found.end() :] if found else line.cell.text]))
            else:
                self.found[-1][1].append(line.cell.text)
        kept = list(lines[:start] if running else lines[:first])
        for line in kept:
            line.cell.text = CALL.sub(lambda call: _written(call, names), line.cell.text)
        return kept

    def _start(self, lines: Sequence[Line], called: set[str]) -> int | None:
        """The first of the small lines at the end of the page, if one of them begins a note that is called above."""
        start = len(lines)
        while start > 0 and not lines[start - 1].row and lines[start - 1].cell.size < SMALLER * self.body:
            start -= 1
        if start == len(lines) or (start == 0 and not self.found):
            return self._start_in_same_type(lines)
        calls_above = {mark for line in lines[:start] for mark in _called(line.cell.text)} or called
        if any(self._mark(line, calls_above) for line in lines[start:]):
            return start
        return self._start_in_same_type(lines)

    def _start_in_same_type(self, lines: Sequence[Line]) -> int | None:
        """Notes as large as the text: the last lines of the page begin with just the marks that it calls, in order."""
        begun: list[str] = []
        for i in range(len(lines) - 1, -1, -1):
            found = BEGINS.match(lines[i].cell.text)
            mark = (found["high"] or found["square"]) if found else None
            if mark is None:
                continue
            begun.insert(0, mark)
            called = list(dict.fromkeys(m for line in lines[:i] for m in _called(line.cell.text)))
            if called and begun == called:
                return i
        return None

    def _mark(self, line: Line, called: set[str]) -> str | None:
        found = BEGINS.match(line.cell.text)
        mark = (found["high"] or found["square"] or found["plain"]) if found else None
        return mark if mark in called else None

    def _follows(self, mark: str, names: dict[str, str]) -> bool:
        """Notes count upwards: "12 of them" at the start of a line is no twelfth note."""
        numbers = [int(one) for one in names if one.isdecimal()]
        return not mark.isdecimal() or not numbers or int(mark) == max(numbers) + 1

    def _name(self, mark: str, page: int) -> str:
        """The mark, or one with the page where notes are counted anew on each."""
        name = mark if mark not in self._used else f"{page + 1}-{mark}"
        self._used.add(name)
        return name


def _called(text: str) -> list[str]:
    """The marks that a line calls, not the one it begins with."""
    begins = BEGINS.match(text)
    start = begins.end() if begins else 0
    return [mark for call in CALL.finditer(text, start) for mark in re.split(r"[,\s]+", call["marks"]) if mark]


def _written(call: re.Match[str], names: dict[str, str]) -> str:
    marks = [one for one in re.split(r"[,\s]+", call["marks"]) if one]
    if all(mark in names for mark in marks):
        return "".join(mark_of(names[mark]) for mark in marks)
    return call[0]
