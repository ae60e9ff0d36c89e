"""The lines that say whom to ask: "For more information, please contact:" and the names and addresses below."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.announcers import AnnouncerKind
from claims.parts.naming.name_lines import TELEPHONE, address, is_prose_line
from claims.text.lines import BULLETED, Line
from claims.text.openings import starts


def contact_lines(
    lines: Sequence[Line], body: int, notes: frozenset[int], kinds: Sequence[AnnouncerKind | None]
) -> frozenset[int]:
    """The numbers of the lines that belong to a block of contacts below line `body`; `kinds` says which announce."""
    found: set[int] = set()
    i = body
    while i < len(lines):
        if i not in notes and _opens(lines[i]):
            end = _end(lines, i, kinds)
            found.update(range(i, end))
            i = end
        else:
            i += 1
    return frozenset(found)


def _opens(line: Line) -> bool:
    text = line.text
    if not text or len(text) > 160 or not starts(text, "contact_starts"):
        return False
    return (
        text[-1] == ":" or line.heading or len(text.split()) <= 4 or has_address(text) or "contact" in text.casefold()
    )


def has_address(text: str) -> bool:
    """Whether a line holds an e-mail or web address or a telephone number."""
    return address().search(text) is not None or TELEPHONE.search(text) is not None


def _end(lines: Sequence[Line], start: int, kinds: Sequence[AnnouncerKind | None]) -> int:
    """Lines with an address, and those that lead to one within three lines, belong to the block."""
    end = start + 1
    i = start + 1
    while i < len(lines) and i < start + 60:
        ahead = [j for j in range(i, min(i + 6, len(lines))) if lines[j].text][:3]
        if not ahead or (kinds[ahead[0]] and not has_address(lines[ahead[0]].text)):
            break
        reach = next((j for j in ahead if has_address(lines[j].text)), None)
        if reach is None or any(is_prose_line(lines[j].text) and j != reach for j in ahead if j <= reach):
            break
        end = i = reach + 1
    if end == start + 1 and end < len(lines):
        while end < len(lines) and BULLETED.match(lines[end].text or " "):
            end += 1
    return end
