"""What a list of signatories is read into, and the numbers and marks its lines begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from claims.model import Span
from claims.text.lines import ITEM
from claims.text.openings import phrase_set

Style = Literal["numbered", "bulleted", "plain"]
LONE_MARK = re.compile(r"(?:[-*+•●▪◦‣∙·○■□➢➤✓\uf0b7]|\(?\d{1,4}[.)]?)")
TABULAR = re.compile(r"\|?[ \t]*(?P<number>\d{1,4})(?:\t+| {2,}|[ \t]*\|)[ \t]*(?=\S)")
MARKED = re.compile(r"(?:#(?P<hash>\d{1,4})[.:)]?[ \t]+(?=\S)|(?P<number>\d{1,3})[ \t]+[-–—][ \t]+(?=[^\W\d]))")
COUNTED = re.compile(r"(?P<label>[^\W\d_][^()\[\]\d]{1,60}?)\s*[(\[](?P<count>\d{1,4})[)\]]")
# Two blanks part columns only before a number or a bullet ("10. Alder Watch  11. Beta Union").
COLUMN_GAP = re.compile(
    r"[ \u00a0]*(?:\t+|\|)[ \u00a0\t|]*|[ \u00a0]{3,}|[ \u00a0]{2}(?=\d{1,3}[.)][ \u00a0]+[^\W\d]|[•●▪◦][ \u00a0]+\S)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: printed number, span of the name in the view, group label, the line and the paragraph it stands in."""

    number: int | None
    span: Span
    group: str | None
    line: int
    block: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Roster:
    """One list: lines `[first, end)`, its announcing line, its entries, the lines of its labels.

    `doubt` says why its entries cannot be counted; they are then empty. `late`: said to have come in later.
    """

    announcer: int | None
    first: int
    end: int
    entries: tuple[Entry, ...]
    labels: tuple[tuple[str, int], ...]
    doubt: str | None = None
    late: bool = False


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
    indent: int = 0


def item_of(text: str) -> tuple[int, int] | None:
    """The list number a line begins with and where the rest starts: "- 248. Name" → (248, 7), "(3) Name", "4) Name"."""
    found = ITEM.match(text) or TABULAR.match(text) or MARKED.match(text)
    if not found or re.match(r"\d{1,4}\.\d", text):
        return None
    groups = found.groupdict()
    return int(groups.get("boxed") or groups.get("hash") or groups["number"]), found.end()


def label_of(text: str) -> str:
    """The label of a group without marks and count: "**Individuals (30):**" → "Individuals"."""
    return re.sub(r"\s*[(\[]\s*\d+\s*[)\]]$", "", text.strip(" :*#_-–—")).strip(" :*#_-–—")


def is_table_header(text: str) -> bool:
    """Whether a line names the columns of a table: "No<tab>Name<tab>Country"."""
    cells = header_cells(text)
    return len(cells) > 1 and all(c in phrase_set("signatories", "table_headers") for c in cells)


def heads_names(text: str) -> bool:
    """Whether a line names the columns of a table of signatories: "No. | Organisation | Country"."""
    return is_table_header(text) and any(c in phrase_set("signatories", "name_headers") for c in header_cells(text))


def header_cells(text: str) -> list[str]:
    return [c.casefold().strip(" .*|") for c in COLUMN_GAP.split(text) if c.strip(" .*|")]


def counted_label(text: str) -> tuple[str, int] | None:
    """A heading that says how many stand below it: "KENYA (14)" → ("KENYA", 14)."""
    found = COUNTED.fullmatch(text.strip(" :*#_"))
    return (found["label"], int(found["count"])) if found and len(found["label"].split()) <= 6 else None
