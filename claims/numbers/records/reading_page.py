"""`docs/reading.md` from the records: `python -m claims.numbers.records.reading_page [FILE]` writes or prints it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claims.numbers.records.number_records import Record, records

HEAD = """# How numbers are read

Made from the records in `claims/numbers/records/` by `python -m claims.numbers.records.reading_page docs/reading.md`.
Change those, not this page. Every number of a letter is read by one *form*, refused by one *refusal* (it is no claim,
and the ledger says why), accounted for by the letter's own structure, or shown as unread. `crossfoot check --explain`
names the record that spoke in square brackets: `[move]`, `[street-address]`. In the examples a quantity stands in
{braces} and a refused stretch between « and »; they are tests.
"""


def page(all_records: Iterable[Record]) -> str:
    """The whole page as Markdown, forms first."""
    listed = list(all_records)
    lines = [HEAD, "## Forms of number", ""]
    for record in listed:
        if record.kind == "form":
            lines += _section(record, "It reads", "It does not read")
    lines += ["## Refusals", ""]
    for record in listed:
        if record.kind == "refusal":
            lines += _section(record, "It leaves", "It refuses")
    return "\n".join(lines).rstrip() + "\n"


def _section(record: Record, read: str, not_read: str) -> Iterator[str]:
    yield from (f"### {record.name}", "", f"*{record.reason}.* {record.why}", "")
    yield from _examples(read, record.must_read)
    yield from _examples(not_read, record.must_not_read)


def _examples(title: str, texts: Sequence[str]) -> Iterator[str]:
    yield from (f"{title}:", "", *(f"- {text}" for text in texts), "")


def main(arguments: Sequence[str]) -> int:
    """Write the page to the file named, or print it."""
    text = page(records().values())
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
