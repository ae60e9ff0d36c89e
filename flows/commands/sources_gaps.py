"""`crossfoot sources gaps PATH...`: what letters claim and cite that the reference table does not have."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from claims.readers.finding import find_letters
from expectations.model import CheckedLetter
from flows import steps
from reports.model import Problem
from sources.table.load import load_table
from sources.worklist.bibliography import Entry, Resolution, Shelf, bibliography
from sources.worklist.gaps import Gap, gaps_of
from sources.worklist.unlisted import Unlisted, unlisted

_UNREADABLE = 2
_LONGEST = 100
_SCHEMA = "crossfoot-gaps/1"
_TOLD: dict[Resolution, str] = {
    "observation": "with figures in the table",
    "producer": "of a producer it knows",
    "not in the table": "not in the table",
    "leads nowhere": "leading nowhere",
}
Books = Sequence[tuple[CheckedLetter, tuple[Entry, ...]]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources gaps`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a letter or a folder of letters")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run_gaps(arguments: argparse.Namespace) -> int:
    """Print the worklist and each letter's bibliography; 0, or 2 where a letter could not be read (the others are)."""
    table = load_table(arguments.references)
    found, unreadable, _ = find_letters(arguments.paths)
    checked, unchecked = steps.parted(steps.check_all(found, table.field, table))
    problems = [*(Problem(path=p.path, message=p.message) for p in unreadable), *unchecked]
    shelf = Shelf(table)
    books = [(one, bibliography(one.extraction, shelf)) for one in checked]
    gaps = gaps_of([(one.extraction, one.verdicts) for one in checked], table)
    if arguments.format == "json":
        print(json.dumps(_document(gaps, books, problems), ensure_ascii=False, indent=1))
    else:
        for line in (*_worklist(gaps), *_texts(_unlisted(books)), *_books(books)):
            print(line)
    for problem in problems:
        print(f"crossfoot: {problem.path}: {problem.message}", file=sys.stderr)
    return _UNREADABLE if problems else 0


def _document(gaps: Sequence[Gap], books: Books, problems: Sequence[Problem]) -> dict[str, Any]:
    return {
        "schema": _SCHEMA,
        "gaps": [_gap(gap) for gap in gaps],
        "unlisted": [_text(text) for text in _unlisted(books)],
        "letters": [
            {
                "letter_id": one.extraction.letter.letter_id,
                "path": one.extraction.letter.path,
                "bibliography": [_entry(entry) for entry in entries],
            }
            for one, entries in books
        ],
        "problems": [{"path": problem.path, "message": problem.message} for problem in problems],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "measure": gap.measure,
        "counted": gap.counted,
        "event": gap.event,
        "place": gap.place,
        "start": gap.start.isoformat() if gap.start else None,
        "until": gap.until,
        "count": len(gap.claims),
        "claims": [
            {
                "letter_id": claim.letter_id,
                "claim_id": claim.claim_id,
                "text": claim.text,
                "sentence": claim.sentence,
                "against_source": claim.against_source,
                "cited": list(claim.cited),
                "wanted": claim.wanted,
            }
            for claim in gap.claims
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "mark": entry.mark,
        "start": entry.span.start,
        "end": entry.span.end,
        "text": entry.text,
        "url": entry.url,
        "published_on": entry.published_on.isoformat() if entry.published_on else None,
        "resolution": entry.resolution,
        "observation_ids": list(entry.observation_ids),
        "producer": entry.producer_id,
        "claim_ids": list(entry.claim_ids),
    }


def _worklist(gaps: Sequence[Gap]) -> Iterator[str]:
    claims = sum(len(gap.claims) for gap in gaps)
    if not gaps:
        yield "Every claim that is compared has its evidence in the table."
        return
    yield f"{claims} {'claim' if claims == 1 else 'claims'} without evidence in the table, the most frequent first"
    for (what, place), group in groupby(gaps, key=lambda gap: (gap.what, gap.place)):
        periods = list(group)
        yield ""
        yield f"{sum(len(gap.claims) for gap in periods):4}  {what}, {place or 'no place told'}"
        for gap in periods:
            yield from _period(gap)


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


def _text(text: Unlisted) -> dict[str, Any]:
    return {
        "text": text.text,
        "url": text.url,
        "producer": text.producer_id,
        "published_on": text.published_on.isoformat() if text.published_on else None,
        "letter_ids": list(text.letter_ids),
        "claim_ids": list(text.claim_ids),
    }


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
