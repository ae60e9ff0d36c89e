"""A list of signatories as it stands: its style, its entries line by line, its groups, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from claims.head import is_chrome, phrase_set
from claims.lines import BULLETED, ITEM, Line
from claims.model import Span
from claims.name_lines import is_group_label, is_name_line, is_page_number, is_prose_line

Style = Literal["numbered", "bulleted", "plain"]
LONE_MARK = re.compile(r"(?:[-*+•●▪◦‣∙·○■□➢➤✓\uf0b7]|\(?\d{1,4}[.)]?)")
TABULAR = re.compile(r"\|?[ \t]*(?P<number>\d{1,4})(?:\t+| {2,}|[ \t]*\|)[ \t]*(?=\S)")
COLUMN_GAP = re.compile(r"[ \u00a0]*(?:\t+|\|)[ \u00a0\t|]*|[ \u00a0]{3,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: printed number, span of the name in the view, group label, the line and the paragraph it stands in."""

    number: int | None
    span: Span
    group: str | None
    line: int
    block: int
    last_line: int


@dataclass(slots=True)
class Walk:
    """What was read of a list so far."""

    entries: list[Entry] = field(default_factory=list)
    labels: list[tuple[int, str, int]] = field(default_factory=list)
    extra: list[Entry] = field(default_factory=list)
    pending: int | None = None
    group: str | None = None
    last: int | None = None
    blanks: int = 0
    block: int = 0
    end: int = 0
    side_by_side: bool = False


def style_of(lines: Sequence[Line], start: int, skip: Callable[[int], bool]) -> Style:
    """The style of the list that starts at line `start`, by most of its first lines."""
    sample = [x for x in _content(lines, start, skip, 14) if not is_group_label(lines[x].text)][:10]
    numbered = sum(1 for i in sample if item_of(lines[i].text))
    bulleted = sum(1 for i in sample if BULLETED.match(lines[i].text) and not LONE_MARK.fullmatch(lines[i].text))
    named = sum(1 for i in sample if not LONE_MARK.fullmatch(lines[i].text))
    if sample and (
        2 * numbered >= len(sample)
        or (numbered >= 1 and item_of(lines[sample[0]].text) and 3 * numbered >= len(sample))
    ):
        return "numbered"
    return "bulleted" if named and 2 * bulleted >= named else "plain"


def _content(lines: Sequence[Line], start: int, skip: Callable[[int], bool], most: int) -> list[int]:
    found: list[int] = []
    for i in range(start, min(len(lines), start + 6 * most)):
        if lines[i].text and not skip(i):
            found.append(i)
        if len(found) == most:
            break
    return found


def item_of(text: str) -> tuple[int, int] | None:
    """The list number a line begins with and where the rest starts: "- 248. Name" → (248, 7), "(3) Name", "4) Name"."""
    found = ITEM.match(text) or TABULAR.match(text)
    if not found or re.match(r"\d{1,4}\.\d", text):
        return None
    groups = found.groupdict()
    return int(groups.get("boxed") or groups["number"]), found.end()


def walk(
    lines: Sequence[Line],
    start: int,
    style: Style,
    skip: Callable[[int], bool],
    stop: Callable[[int], bool],
    group: str | None = None,
) -> Walk:
    """The entries from line `start` to the end of the list. `skip` leaves a line out, `stop` ends the list."""
    state = Walk(end=start, group=group)
    step = {"numbered": _numbered, "bulleted": _bulleted, "plain": _plain}[style]
    for i in range(start, len(lines)):
        if not lines[i].text:
            state.blanks += 1
            continue
        if skip(i) or is_page_number(lines[i].text) and not _is_lone_next(state, lines[i].text, style):
            continue
        if not any(c.isalnum() for c in lines[i].text) or not state.entries and is_table_header(lines[i].text):
            continue
        if stop(i) or not step(state, lines, i):
            break
        state.blanks = 0
    if state.side_by_side:
        state.entries.sort(key=lambda e: e.number or 0)
    return state


def is_table_header(text: str) -> bool:
    """Whether a line names the columns of a table: "No<tab>Name<tab>Country"."""
    cells = [c.casefold().strip(" .*") for c in COLUMN_GAP.split(text) if c.strip()]
    return len(cells) > 1 and all(c in phrase_set("signatories", "table_headers") for c in cells)


def _is_lone_next(state: Walk, text: str, style: Style) -> bool:
    # "12." alone on its line is the number of the next entry, "12" at the foot of a page is not.
    return (
        style == "numbered"
        and text.rstrip(".)").lstrip("(").isdecimal()
        and (text[-1] in ".)" or int(text) == (state.last or 0) + 1)
    )


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


def _add_cell(state: Walk, line: Line, i: int, cell: tuple[int, int], number: int) -> None:
    start = line.span.start
    state.entries.append(Entry(number, Span(start + cell[0], start + cell[1]), state.group, i, state.block, i))
    state.end = i + 1


def _label(state: Walk, line: Line, i: int) -> None:
    state.group = line.text.strip(" :*#_-–—")
    state.labels.append((len(state.entries), state.group, i))


def _numbered(state: Walk, lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if _add_cells(state, line, i):
        return True
    item = item_of(line.text)
    if item is None and line.text.isdecimal():
        item = int(line.text), len(line.text)
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


def _in_sequence(state: Walk, number: int, rest: str) -> bool:
    if rest and (is_prose_line(rest) or rest.startswith(("http", "www."))):
        return False
    if state.last is None:
        return number <= 1 or bool(rest)
    if number == 1:
        return bool(rest) and is_name_line(rest.rstrip(";,"))
    return state.last - 3 < number <= state.last + 25


def _between_numbers(state: Walk, lines: Sequence[Line], i: int) -> bool:
    """An unnumbered line inside a numbered list: a label, the rest of a name, an affiliation, or the end."""
    line = lines[i]
    ahead = _next_item(lines, i, 4)
    fits = ahead is not None and (ahead == 1 or (state.last or 0) < ahead <= (state.last or 0) + 3)
    if is_prose_line(line.text) or is_chrome(line.text) and not fits:
        return False
    labelled = line.heading or line.text[-1] == ":" or is_group_label(line.text)
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
        if ahead == 1:
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


def _bulleted(state: Walk, lines: Sequence[Line], i: int) -> bool:
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
        _add(state, line, i, found.end(), None)
        return True
    if state.pending is not None and is_name_line(line.text):
        state.pending = None
        _add(state, line, i, 0, None)
        return True
    if is_prose_line(line.text) or is_chrome(line.text):
        return False
    more = any(BULLETED.match(x.text) for x in [y for y in lines[i + 1 : i + 6] if y.text][:2])
    if (line.heading or line.text[-1] == ":" or is_group_label(line.text) or state.blanks) and more:
        _label(state, line, i)
        return True
    if state.entries and not state.blanks:
        _attach(state, line, i)
        return True
    return False


def _plain(state: Walk, lines: Sequence[Line], i: int) -> bool:
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
    return bool(apart) and is_group_label(line.text)


def relabelled(state: Walk) -> list[Entry]:
    """The entries with their groups; where every label stands below its list, each is moved to the list above it."""
    labels = state.labels
    below = bool(labels) and labels[0][0] > 0 and labels[-1][0] == len(state.entries)
    if not below:
        return state.entries
    result = []
    for n, entry in enumerate(state.entries):
        label = next((text for at, text, _ in labels if at > n), None)
        result.append(replace(entry, group=label))
    return result


def is_withheld(name: str) -> bool:
    """Whether an entry stands for someone who is not named: "Name withheld", "Anonymous (Yangon)"."""
    bare = re.sub(r"\(.*?\)|[\[\]]", "", name).casefold().strip(" .")
    return bare in phrase_set("signatories", "withheld")
