"""What is found on the blind sets that are spent: examples, and no proof; each prints its figure.

    python -m tests.benchmarks.spent_sets planted s t     errors planted in sets s and t, alarms on their clean letters
    python -m tests.benchmarks.spent_sets verdicts j k    figures against the packaged table
    python -m tests.benchmarks.spent_sets blocks          totals and lists of signatories

The letters are our examiners' own and invented; the figures of `verdicts` are of the packaged table. Without sets: all.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from claims.letters import letter_from_bytes
from claims.model import Span
from expectations import check_letter
from expectations.model import CheckedLetter
from sources import load_table
from tests.benchmarks.fits.spent import letters

HERE = Path(__file__).parent / "fits"
NEGATIVE = ("overstated", "understated", "contradicted", "conflicting_sources")
TABLE = load_table()
Told = frozenset[tuple[str, str]]


def checked(name: str, text: str) -> CheckedLetter:
    return check_letter(letter_from_bytes(text.encode(), path=f"{name}.txt", letter_id=name), TABLE.field, TABLE)


def alarms(name: str, text: str) -> Told:
    """What is called inconsistent: rule and message, its digits aside."""
    found = (one for one in checked(name, text).findings if one.status == "inconsistent")
    return frozenset((one.rule, re.sub(r"[\d.,]+", "#", one.message)) for one in found)


def planted(sets: Collection[str]) -> None:
    """An error is found where a rule that may tell it says something that it does not say of the clean letter."""
    count: Counter[str] = Counter()
    for letter in letters():
        if sets and letter.of not in sets:
            continue
        before = alarms(letter.name, letter.text)
        count["clean"] += 1
        count["alarmed"] += bool(before)
        for rule, message in sorted(before):
            print(f"- {letter.of}/{letter.name}: {rule}: {message}")
        for copy in letter.planted:
            told = {rule for rule, _ in alarms(copy.name, copy.text) - before}
            count["errors"] += 1
            count["found"] += bool(told & set(copy.rules))
    print("found {found} of {errors}; {alarmed} of {clean} clean letters alarmed".format_map(count))


def verdicts(sets: Collection[str]) -> None:
    """A wrong figure is caught by any negative verdict, a right one borne out by a consistent one."""
    count: Counter[str] = Counter()
    for row in _rows("spent_verdicts.jsonl", sets):
        read = checked(row["letter"], row["text"])
        for told in row["claims"]:
            near = next((one for one in read.extraction.claims if _overlaps(one.span, told)), None)
            axis = read.verdicts[near.claim_id].against_source if near is not None else "no claim"
            kind, wrong = told["kind"], axis in NEGATIVE
            count[kind] += 1
            count[f"{kind} negative"] += wrong
            count[f"{kind} ticked"] += axis == "consistent"
            if kind != "wrong" and wrong:
                print(f"- {row['set']}/{row['letter']}: {near.text if near else ''}: {axis}, and is {kind}")
    print(
        "caught {wrong negative} of {wrong} ({wrong ticked} ticked); borne out {right ticked} of {right}; refuted "
        "though right {right negative}, though traps {trap negative}".format_map(count)
    )


def blocks(sets: Collection[str]) -> None:
    """A list is right to the number; a number where another or none is right is a wrong count."""
    count: Counter[str] = Counter()
    for row in _rows("spent_blocks.jsonl", sets):
        found = checked(row["letter"], row["text"]).extraction.signatories
        for what, got in (("stated", found.stated), ("listed", found.listed)):
            count[what] += row[what] is not None
            count[f"{what} right"] += row[what] is not None and got == row[what]
            count[f"{what} wrong"] += got is not None and got != row[what]
    print(
        "totals {stated right} of {stated}, wrong {stated wrong}; lists {listed right} of {listed}, "
        "wrong counts {listed wrong}".format_map(count)
    )


def _rows(name: str, sets: Collection[str]) -> Iterator[dict[str, Any]]:
    with (HERE / name).open(encoding="utf-8") as file:
        yield from (row for row in map(json.loads, file) if not sets or row["set"] in sets)


def _overlaps(span: Span, told: dict[str, Any]) -> bool:
    return span.start < int(told["end"]) and int(told["start"]) < span.end


if __name__ == "__main__":
    {"planted": planted, "verdicts": verdicts, "blocks": blocks}[sys.argv[1]](sys.argv[2:])
