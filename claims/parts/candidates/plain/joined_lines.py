"""One line of a plain run, and the lines of one name put together."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Span
from claims.parts.candidates.names import breaks_off, is_alphabetical, sort_key
from claims.parts.naming.name_kinds import NameKind
from claims.quick_records import dataclass
from claims.text.openings import phrase_set

BROKEN = 40


@dataclass(frozen=True, slots=True)
class PlainLine:
    """One line of a run, or several that one name was broken over; `block` is the number of its paragraph.

    `head`: it heads a group; `foreign`: page text, an address; `indent`: the white space before it.
    """

    first: int
    last: int
    span: Span
    text: str
    kind: NameKind
    block: int
    head: bool
    foreign: bool
    indent: int = 0


def joined(lines: Sequence[PlainLine]) -> tuple[PlainLine, ...]:
    """The lines of one name put together, by its last word or by the alphabet."""
    widest = max(len(line.span) for line in lines)
    ordered = is_alphabetical([line.text for line in lines if not line.head])
    found: list[PlainLine] = []
    for n, line in enumerate(lines):
        if found and _goes_on(lines, n, found[-1], widest, ordered=ordered):
            before = found[-1]
            span = Span(before.span.start, line.span.end)
            found[-1] = PlainLine(
                before.first,
                line.last,
                span,
                f"{before.text} {line.text}",
                before.kind,
                before.block,
                False,
                False,
                before.indent,
            )
        else:
            found.append(line)
    return tuple(found)


def _goes_on(lines: Sequence[PlainLine], n: int, before: PlainLine, widest: int, *, ordered: bool) -> bool:
    line = lines[n]
    if before.last != line.first - 1 or before.head or line.head or line.kind == "remark":
        return False
    if breaks_off(before.text, line.text):
        # "Old Kern household" / "the teacher's household": a short line has not broken off for want of room.
        return before.text.split()[-1] in phrase_set("signatories", "dangling") or len(before.text) >= BROKEN
    if not ordered or len(before.text) < max(40, 0.85 * widest) or n + 1 >= len(lines):
        return False
    # "Maritime Policy & Public" / "Interest Centre" / "Nettle Society": without the second line the order holds.
    return sort_key(line.text) < sort_key(before.text) <= sort_key(lines[n + 1].text)
