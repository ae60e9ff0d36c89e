"""Which part of the letter each line plays: head, body, list, signature, and what the blocks found below cover."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import SegmentKind
from claims.parts.announcers import AnnouncerKind, announces, points_elsewhere
from claims.parts.best_path import Cover
from claims.parts.candidates.surroundings import Page
from claims.parts.dating.datelines import read_dateline
from claims.parts.head import Head, is_prose
from claims.text.lines import Line
from claims.text.list_marks import entry_marks
from claims.text.openings import is_chrome, starts


def parts_of_lines(page: Page, head: Head, cover: Cover, definitions: frozenset[int]) -> tuple[SegmentKind, ...]:
    lines = page.lines
    parts: list[SegmentKind] = ["body"] * len(lines)
    _head_parts(parts, lines, head)
    _body_parts(parts, page)
    for block in cover.blocks:
        if block.in_prose:
            continue
        if block.announcer is not None:
            parts[block.announcer] = "signature"
        for i in range(block.first, block.end):
            if block.announcer != i or block.part != "signatories":
                parts[i] = block.part
    for i in definitions:
        parts[i] = "chrome"
    first = next((i for i, line in enumerate(lines) if not line.blank), 0)
    parts[:first] = [parts[first]] * first if parts else []
    for i in range(max(1, first), len(lines)):
        if lines[i].blank:
            parts[i] = parts[i - 1]
    return tuple(parts)


def _head_parts(parts: list[SegmentKind], lines: Sequence[Line], head: Head) -> None:
    addressed = head.salutation is not None or any(
        starts(line.text, "address_starts") for line in lines[head.front_end : head.body] if line.text
    )
    title = {" ".join(lines[i].text for i in head.title)} | {lines[i].text for i in head.title}
    for i in range(head.body):
        text = lines[i].text
        if i < head.front_end:
            parts[i] = "front_matter"
        elif i in head.title or text in title or i == head.subject:
            parts[i] = "title"
        elif text and is_chrome(text):
            parts[i] = "chrome"
        elif i == head.salutation or addressed and text and not (len(text) > 160 and is_prose(lines, i)):
            parts[i] = "address"
    for dateline in head.datelines:
        if dateline.line < head.body and parts[dateline.line] != "title":
            parts[dateline.line] = "dateline"


def _body_parts(parts: list[SegmentKind], page: Page) -> None:
    item = False
    lines, body = page.lines, page.body
    for i in range(body, len(lines)):
        text = lines[i].text
        if not text:
            # A list goes on over blank lines only with a further item.
            item = item and (i + 1 < len(lines)) and _is_item(lines[i + 1].text) or (item and _lone(lines, i - 1))
        elif i > body and _signs(lines[i].text, page.features[i].kind):
            parts[i], item = "signature", False
        elif _is_item(text):
            parts[i], item = "list", True
        elif item and _goes_on(lines[i - 1].text, text):
            parts[i] = "list"
        else:
            item = False
    for dateline_line in range(body, len(lines)):
        if lines[dateline_line].text and parts[dateline_line] == "body" and _bare_date(lines[dateline_line].text):
            parts[dateline_line] = "dateline"


def _goes_on(before: str, text: str) -> bool:
    # "2. publish the reasons." / "If the ports stay closed, we will …": the item has ended with its line.
    return not before or before[-1] not in ".;!?:" or text[0].islower() or len(before) <= 4


def _signs(text: str, kind: AnnouncerKind | None) -> bool:
    if kind not in {None, "late"}:
        return True
    # "See the full list of signatories here."
    return len(text) <= 120 and announces(text) and points_elsewhere(text)


def _bare_date(text: str) -> bool:
    return read_dateline(text) is not None


def _is_item(text: str) -> bool:
    return bool(text) and bool(entry_marks(text))


def _lone(lines: Sequence[Line], i: int) -> bool:
    # "3." alone on its line, its text below a blank line.
    return i >= 0 and 0 < len(lines[i].text) <= 4
