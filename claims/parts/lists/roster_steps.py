"""One line of a list at a time: an entry, a label, the rest of a name, or the end of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Span
from claims.parts.lists.roster_items import COLUMN_GAP, LONE_MARK, Entry, Walk, counted_label, item_of, label_of
from claims.parts.name_lines import is_group_label, is_name_line, is_prose_line
from claims.places.countries import region_names
from claims.text.lines import BULLETED, Line
from claims.text.openings import is_chrome

NOTE_LIKE = re.compile(r"\b(?:19|20)\d\d\b|[“‘\"]|\.$|https?:|www\.|\bpp?\.|\bibid", re.IGNORECASE)


def _add(state: Walk, line: Line, i: int, offset: int, number: int | None) -> None:
    start = line.span.start + offset
    name = line.text[offset:].rstrip(" ;\t")
    name = re.sub(r"[;,]\s*(?:and|&)?$", "", name) if not name.endswith("Inc.,") else name[:-1]
    state.block += state.blanks > 0 and bool(state.entries)
    if name:
        state.entries.append(Entry(number, Span(start, start + len(name)), state.group, i, state.block, i))
        state.end = i + 1


def _add_cells(state: Walk, line: Line, i: int) -> bool:
    """Two numbered names side by side ("1. Alder Watch    21. Gull Bureau"), or a numbered row of a table."""
    gaps = list(COLUMN_GAP.finditer(line.text))
    starts = [0, *(g.end() for g in gaps)]
    ends = [*(g.start() for g in gaps), len(line.text)]
    cells = [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
    items = [item_of(line.text[a:b]) for a, b in cells]
    if len(cells) < 2:
        return False
    if all(items):
        state.side_by_side = True
        for (a, b), item in zip(cells, items, strict=True):
            if item and item[1] < b - a:
                _add_cell(state, line, i, (a + item[1], b), item[0])
                state.last = max(state.last or 0, item[0])
        return True
    item = item_of(line.text)
    if item is None or not _in_sequence(state, item[0], line.text[item[1] :]):
        return False
    cell = next(((max(a, item[1]), b) for a, b in cells if b > item[1]), None)
    if cell:
        state.last = item[0]
        _add_cell(state, line, i, cell, item[0])
    return cell is not None


def _add_bullets(state: Walk, line: Line, i: int) -> bool:
    """Two bulleted names side by side: "• Alder Watch    • Gull Bureau"."""
    gaps = list(COLUMN_GAP.finditer(line.text))
    starts, ends = [0, *(g.end() for g in gaps)], [*(g.start() for g in gaps), len(line.text)]
    marks = [BULLETED.match(line.text[a:b]) for a, b in zip(starts, ends, strict=True)]
    if len(marks) < 2 or not all(marks):
        return False
    for a, b, mark in zip(starts, ends, marks, strict=True):
        if mark and mark.end() < b - a:
            cell = replace(line, span=Span(line.span.start + a, line.span.start + b), text=line.text[a:b])
            _add(state, cell, i, mark.end(), None)
    return True


def _add_cell(state: Walk, line: Line, i: int, cell: tuple[int, int], number: int) -> None:
    start = line.span.start
    state.entries.append(Entry(number, Span(start + cell[0], start + cell[1]), state.group, i, state.block, i))
    state.end = i + 1


def _label(state: Walk, line: Line, i: int) -> None:
    state.group = label_of(line.text)
    state.labels.append((len(state.entries), state.group, i))


def numbered(state: Walk, lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if _add_cells(state, line, i):
        return True
    item = item_of(line.text)
    if item is None and line.text.isdecimal():
        item = int(line.text), len(line.text)
    if item and item[0] == 1 and state.entries and not _labelled(state) and _looks_like_notes(lines, i):
        return False
    if item and _is_lazy(state, item[0]) and is_name_line(line.text[item[1] :].rstrip(";,")):
        state.entries[0] = replace(state.entries[0], number=None)
        _add(state, line, i, item[1], None)
        return True
    if item and _in_sequence(state, item[0], line.text[item[1] :]):
        state.last = item[0]
        if item[1] >= len(line.text):
            state.pending = item[0]
        else:
            state.pending = None
            _add(state, line, i, item[1], item[0])
        return True
    if state.pending is not None:
        if is_prose_line(line.text):
            return False
        _add(state, line, i, 0, state.pending)
        state.pending = None
        return True
    return _between_numbers(state, lines, i)


def _is_lazy(state: Walk, number: int) -> bool:
    # "1. Alder Watch" / "1. Beta Union": Markdown counts for itself where every number is 1.
    goes_on = bool(state.entries) and not _labelled(state) and not state.side_by_side
    return goes_on and number == 1 and state.last == 1


def _labelled(state: Walk) -> bool:
    return bool(state.labels) and state.labels[-1][0] == len(state.entries)


def _looks_like_notes(lines: Sequence[Line], i: int) -> bool:
    # Below a list: "1. Alder Watch, Report on Ports, 2020." starts the notes, "1. Alder Watch" another group.
    items = [line.text for line in lines[i : i + 8] if line.text and item_of(line.text)][:4]
    return any(NOTE_LIKE.search(text) for text in items)


def _in_sequence(state: Walk, number: int, rest: str) -> bool:
    if rest and (is_prose_line(rest) or rest.startswith(("http", "www."))):
        return False
    if state.last is None:
        return number <= 1 or bool(rest)
    if number == 1:
        return bool(rest) and is_name_line(rest.rstrip(";,"))
    if state.side_by_side and number < state.last:
        # "1. Alder Watch    12. Gull Bureau" … "11. Tern House": the last row of the first column may stand alone.
        return bool(rest) and all(entry.number != number for entry in state.entries)
    return state.last - 3 < number <= state.last + 25


def _between_numbers(state: Walk, lines: Sequence[Line], i: int) -> bool:
    """An unnumbered line inside a numbered list: a label, the rest of a name, an affiliation, or the end."""
    line = lines[i]
    ahead = _next_item(lines, i, 4)
    fits = ahead is not None and (ahead == 1 or (state.last or 0) < ahead <= (state.last or 0) + 3)
    if is_prose_line(line.text) or is_chrome(line.text) and not fits:
        return False
    # "Elmland" between "Signatories" and "1. Alder Watch".
    opens = not state.entries and ahead == 1 and len(line.words) <= 6
    labelled = opens or line.heading or line.text[-1] == ":" or is_group_label(line.text)
    if labelled and (fits or not state.entries):
        _label(state, line, i)
        return True
    if not state.entries:
        return False
    if not state.blanks:
        _attach(state, line, i)
        return True
    if fits:
        # A country or a theme above a numbering that starts again is a label, else it is a page header.
        if ahead == 1 or state.labels:
            _label(state, line, i)
        return True
    return False


def _next_item(lines: Sequence[Line], i: int, within: int) -> int | None:
    seen = 0
    for line in lines[i + 1 : i + 12]:
        if line.text:
            seen += 1
            if item := item_of(line.text):
                return item[0]
            if seen == within:
                return None
    return None


def _attach(state: Walk, line: Line, i: int) -> None:
    state.extra.append(Entry(None, line.span, state.group, i, len(state.entries) - 1, i))
    state.end = i + 1


def bulleted(state: Walk, lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    found = BULLETED.match(line.text)
    if found:
        rest = line.text[found.end() :]
        if not rest:
            state.pending = 0
            return True
        if is_prose_line(rest):
            return False
        state.pending = None
        if state.entries and line.indent >= state.indent + 2:
            # "- Ana Ruiz" / "  - Director, Alder Watch": what is set in belongs to the entry above.
            _attach(state, line, i)
            return True
        state.indent = line.indent if not state.entries else state.indent
        if not _add_bullets(state, line, i):
            _add(state, line, i, found.end(), None)
        return True
    if state.pending is not None and is_name_line(line.text):
        state.pending = None
        _add(state, line, i, 0, None)
        return True
    if is_prose_line(line.text) or is_chrome(line.text):
        return False
    more = any(BULLETED.match(x.text) for x in [y for y in lines[i + 1 : i + 6] if y.text][:2])
    opens = line.heading or line.text[-1] == ":" or is_group_label(line.text) or state.blanks or not state.entries
    if more and (opens or line.text.casefold() in region_names()):
        _label(state, line, i)
        return True
    if state.entries and not state.blanks:
        _attach(state, line, i)
        return True
    return False


def plain(state: Walk, lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if LONE_MARK.fullmatch(line.text):
        return True
    if is_chrome(line.text):
        return False
    if _plain_label(state, line):
        _label(state, line, i)
        return True
    bullet = BULLETED.match(line.text)
    offset = bullet.end() if bullet and line.text[0] != "o" else 0
    if item := item_of(line.text):
        if item[0] == 1 and state.last is None and state.entries and _looks_like_notes(lines, i):
            return False
        offset = item[1] if item[0] == (state.last or 0) + 1 else offset
        state.last = item[0] if offset else state.last
    if not is_name_line(line.text[offset:].rstrip(";, ")) and not _among_names(state, lines, i):
        return False
    _add(state, line, i, offset, None)
    return True


def _among_names(state: Walk, lines: Sequence[Line], i: int) -> bool:
    # "Independent journalist, author and film-maker" between names is one more line of the list.
    text = lines[i].text
    follows = i + 1 < len(lines) and lines[i + 1].text and is_name_line(lines[i + 1].text)
    return bool(follows) and bool(state.entries) and not state.blanks and len(text) <= 120 and not is_prose_line(text)


def _plain_label(state: Walk, line: Line) -> bool:
    if line.heading and len(line.text) < 80 or line.text[-1] == ":" and len(line.words) <= 10:
        return True
    apart = (
        state.blanks
        or line.text.isupper()
        or not state.entries
        or line.text.split()[0].isupper()
        and len(line.words[0]) > 3
    )
    return bool(apart) and (is_group_label(line.text) or counted_label(line.text) is not None)
