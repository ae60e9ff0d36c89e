"""A CSV file of a reference table changed without touching what need not change: its other lines keep their bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TableText:
    """A CSV file as text: its header, the text of each of its records as it stands, and how its lines end."""

    header: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    texts: tuple[str, ...]
    before: str
    ending: str


def read_text(content: bytes) -> TableText:
    """Take a CSV file apart. It is one that was read and checked before: UTF-8, with a header."""
    text = content.decode("utf-8")
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, strict=True)
    header = [cell.strip() for cell in next(reader)]
    at = reader.line_num
    before, rows, texts = mark + "".join(lines[:at]), [], []
    for cells in reader:
        rows.append({column: cell.strip() for column, cell in zip(header, cells, strict=False)} if any(cells) else {})
        texts.append("".join(lines[at : reader.line_num]))
        at = reader.line_num
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    return TableText(header=tuple(header), rows=tuple(rows), texts=tuple(texts), before=before, ending=ending)


def new_text(header: Sequence[str]) -> TableText:
    """A CSV file with a header and no rows."""
    return TableText(header=tuple(header), rows=(), texts=(), before=_line(header, "\n"), ending="\n")


def with_changes(
    table: TableText, changed: Mapping[int, Mapping[str, str]], added: Sequence[Mapping[str, str]]
) -> bytes:
    """The file with some rows changed (by their place from 0) and rows added at its end.

    Columns that the header lacks and that a changed or added row fills are put at its end, and every row is then
    written anew; else the lines of the other rows stay as they are.
    """
    filled = [column for row in (*changed.values(), *added) for column, cell in row.items() if cell]
    more = list(dict.fromkeys(column for column in filled if column not in table.header))
    header = [*table.header, *more]
    pieces = [_line(header, table.ending)] if more else [_ended(table.before, table.ending)]
    for place, (row, text) in enumerate(zip(table.rows, table.texts, strict=True)):
        if not row:
            pieces.append(text)
        elif more or place in changed:
            pieces.append(_line([{**row, **changed.get(place, {})}.get(column, "") for column in header], table.ending))
        else:
            pieces.append(_ended(text, table.ending))
    pieces += [_line([row.get(column, "") for column in header], table.ending) for row in added]
    return "".join(pieces).encode("utf-8")


def _line(cells: Sequence[str], ending: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator=ending).writerow(cells)
    return line.getvalue()


def _ended(text: str, ending: str) -> str:
    return text if text.endswith(("\n", "\r")) else text + ending
