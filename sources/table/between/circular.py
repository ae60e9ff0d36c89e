"""Circular evidence: a letter's own count of its signatories bears no witness for that letter.

Three declarations make it findable. A producer of kind `letter_organisers` counts the signatories of its own letters:
each of its rows names the letter as its event. An event marked `own_letter` is the publication of a letter that this
table is used to check: no row may have it as its event, and no row of such a producer may stand under that letter's
address or title. Which letters the others are evidence for is decided when they are compared: never for the letter of
the event's own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sources.lookup.addresses import same_address
from sources.table.declaration import Fault
from sources.table.raw import RawTable

Row = Mapping[str, str]
ORGANISERS: Final = "letter_organisers"
_WORD = re.compile(r"\w+")


def circular(tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    """Rows that would let a letter confirm itself."""
    table = tables["observations"]
    organisers = {row["producer_id"] for row in tables["producers"].rows if row.get("kind") == ORGANISERS}
    own = {row["event_id"]: row for row in tables["events"].rows if row.get("own_letter", "").casefold() == "true"}
    for at, row in enumerate(table.rows):
        event = row.get("event", "")
        if event in own:
            what = "is a letter that is checked itself (own_letter); its own count is no evidence for it: leave it out"
            yield table.fault_at(at, "event", event, what)
        elif row["producer_id"] in organisers:
            yield from _of_organisers(table, at, row, own)


def _of_organisers(table: RawTable, at: int, row: Row, own: Mapping[str, Row]) -> Iterator[Fault]:
    if not row.get("event"):
        what = f"is empty; {row['producer_id']} counts its own letters: name the letter in events and here"
        yield table.fault_at(at, "event", "", what)
    for event in own.values():
        for column, same in (("url", _same_address(row, event)), ("title", _same_title(row, event))):
            if same:
                what = f"is of {event['event_id']}, a letter that is checked itself (own_letter); leave the row out"
                yield table.fault_at(at, column, row[column], what)


def _same_address(row: Row, event: Row) -> bool:
    return bool(row.get("url")) and same_address(row["url"], event.get("source", ""))


def _same_title(row: Row, event: Row) -> bool:
    """Whether a row's title is the letter's name, or one of its longer forms, word by word."""
    title = _words(row["title"])
    forms = (event["name"], *event.get("surface_forms", "").split("|"))
    return any(title == told for form in forms if len(told := _words(form)) >= 3)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
