"""A list of signatories as it stands: its style, its entries line by line, its groups, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.parts.lists.roster_items import LONE_MARK, Entry, Style, Walk, is_table_header, item_of
from claims.parts.lists.roster_steps import bulleted, numbered, plain
from claims.parts.name_lines import is_group_label, is_page_number
from claims.text.lines import BULLETED, Line
from claims.text.openings import phrase_set


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
    step = {"numbered": numbered, "bulleted": bulleted, "plain": plain}[style]
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


def _is_lone_next(state: Walk, text: str, style: Style) -> bool:
    # "12." alone on its line is the number of the next entry, "12" at the foot of a page is not.
    return (
        style == "numbered"
        and text.rstrip(".)").lstrip("(").isdecimal()
        and (text[-1] in ".)" or int(text) == (state.last or 0) + 1)
    )


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
