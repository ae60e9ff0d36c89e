"""`crossfoot sources gaps PATH...`: what letters claim and cite that the reference table does not have."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from claims.readers.finding import find_letters
from flows import steps
from flows.reference.gaps_document import Books, Row, document
from reports.model import Problem
from sources.table.load import load_table
from sources.worklist.bibliography import Entry, Resolution, bibliography
from sources.worklist.gaps import Gap, gaps_of
from sources.worklist.rows_to_fill import command_for, csv_of, rows_to_fill
from sources.worklist.shelf_of_sources import Shelf
from sources.worklist.unlisted import Unlisted, unlisted

_UNREADABLE = 2
_LONGEST = 100
_TOLD: dict[Resolution, str] = {
    "observation": "with figures in the table",
    "producer": "of a producer it knows",
    "not in the table": "not in the table",
    "leads nowhere": "leading nowhere",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources gaps`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a letter or a folder of letters")
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="csv: the rows to fill in, and nothing else"
    )


def run_gaps(arguments: argparse.Namespace) -> int:
    """Print the worklist and each letter's bibliography; 0, or 2 where a letter could not be read (the others are)."""
    table = load_table(arguments.references)
    found, unreadable, _ = find_letters(arguments.paths)
    checked, unchecked = steps.parted(steps.check_all(found, table.field, table))
    problems = [*(Problem(path=p.path, message=p.message) for p in unreadable), *unchecked]
    shelf = Shelf(table)
    books = [(one, bibliography(one.extraction, shelf)) for one in checked]
    gaps = gaps_of([(one.extraction, one.verdicts) for one in checked], table)
    rows = rows_to_fill(gaps, table)
    if arguments.format == "json":
        print(json.dumps(document(gaps, rows, books, _unlisted(books), problems), ensure_ascii=False, indent=1))
    elif arguments.format == "csv":
        print(csv_of(rows), end="")
    else:
        for line in (*_worklist(gaps, rows), *_texts(_unlisted(books)), *_books(books)):
            print(line)
    for problem in problems:
        print(f"crossfoot: {problem.path}: {problem.message}", file=sys.stderr)
    return _UNREADABLE if problems else 0


def _worklist(gaps: Sequence[Gap], rows: Sequence[Row]) -> Iterator[str]:
    claims = sum(len(gap.claims) for gap in gaps)
    if not gaps:
        yield "Every claim that is compared has its evidence in the table."
        return
    yield f"{claims} {'claim' if claims == 1 else 'claims'} without evidence in the table, the most frequent first"
    for (what, place), group in groupby(zip(gaps, rows, strict=True), key=lambda pair: (pair[0].what, pair[0].place)):
        periods = list(group)
        yield ""
        yield f"{sum(len(gap.claims) for gap, _ in periods):4}  {what}, {place or 'no place told'}"
        for gap, row in periods:
            yield from _period(gap)
            if gap.measure:
                yield f"        to fill: {command_for(row)}"


def _period(gap: Gap) -> Iterator[str]:
    event = f", {gap.event}" if gap.event else ""
    yield f"      {gap.start or '…'} to {gap.until or '…'}{event}: {len(gap.claims)}"
    for claim in gap.claims:
        cited = f" (cites {', '.join(_short(each, 40) for each in claim.cited)})" if claim.cited else ""
        yield f"        {claim.letter_id}: “{claim.text}”, {claim.against_source}{cited}"
        if claim.wanted:
            yield f"          {claim.wanted}"


def _unlisted(books: Books) -> tuple[Unlisted, ...]:
    return unlisted(entry for _, entries in books for entry in entries)


def _texts(texts: Sequence[Unlisted]) -> Iterator[str]:
    if texts:
        yield ""
        yield "Cited, and no figure of it in the table (claims, letters)"
    for text in texts:
        address = f" <{text.url}>" if text.url and text.url not in text.text else ""
        yield f"{len(text.claim_ids):4} {len(text.letter_ids):4}  {_short(text.text, _LONGEST)}{address}"


def _books(books: Books) -> Iterator[str]:
    for one, entries in books:
        letter = one.extraction.letter
        told = _counted(entries)
        yield ""
        yield f"Bibliography of {letter.letter_id}: {told or 'no notes and no links'}"
        for entry in entries:
            yield from _lines(entry)


def _counted(entries: Sequence[Entry]) -> str:
    counts = Counter(entry.resolution for entry in entries)
    return ", ".join(f"{counts[resolution]} {words}" for resolution, words in _TOLD.items() if counts[resolution])


def _lines(entry: Entry) -> Iterator[str]:
    cited = f", cited by {len(entry.claim_ids)} of the claims" if entry.claim_ids else ""
    yield f"  {_short(_named(entry), _LONGEST)}"
    yield f"      → {_resolved(entry)}{cited}"


def _named(entry: Entry) -> str:
    """A note as it stands, with its mark; a link by its words and address."""
    if entry.kind == "footnote":
        return entry.text
    return f"link “{entry.text}”{f' <{entry.url}>' if entry.url and entry.url != entry.text else ''}"


def _resolved(entry: Entry) -> str:
    if entry.resolution == "observation":
        return ", ".join(entry.observation_ids)
    if entry.resolution == "producer":
        return f"producer {entry.producer_id}; this text of it is not in the table"
    return entry.resolution


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
