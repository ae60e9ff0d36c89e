"""Texts that letters cite and the reference table has no figure of, each once, the most cited first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from claims.quick_records import dataclass
from sources.lookup.addresses import plain_address
from sources.worklist.bibliography import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A text that is cited: as its first citation puts it, by whom, and by which letters and claims."""

    text: str
    url: str | None
    producer_id: str | None
    published_on: date | None
    letter_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


def unlisted(entries: Iterable[Entry]) -> tuple[Unlisted, ...]:
    """The texts behind entries that lead to no figure; first those that most claims cite, then most letters.

    Two citations are of one text if they have one address, or one producer and day, or the same words.
    """
    groups: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.resolution in ("producer", "not in the table"):
            groups[_key(entry)].append(entry)
    found = [_unlisted(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (-len(each.claim_ids), -len(each.letter_ids), each.text)))


def _key(entry: Entry) -> tuple[str, ...]:
    address = plain_address(entry.url or "")
    if address:
        return "address", address
    if entry.producer_id and entry.published_on:
        return "day", entry.producer_id, entry.published_on.isoformat()
    return "words", _own_words(entry).casefold().rstrip(" .,;")


def _own_words(entry: Entry) -> str:
    """The text of a note without its mark, which another letter numbers otherwise."""
    text = entry.text
    for mark in (f"[{entry.mark}]", f"{entry.mark}.", f"{entry.mark})", f"{entry.mark}"):
        if entry.mark and text.startswith(mark):
            return text[len(mark) :].lstrip(" .:\t")
    return text


def _unlisted(group: list[Entry]) -> Unlisted:
    first = group[0]
    return Unlisted(
        text=_own_words(first),
        url=first.url,
        producer_id=first.producer_id,
        published_on=first.published_on,
        letter_ids=tuple(dict.fromkeys(entry.letter_id for entry in group)),
        claim_ids=tuple(dict.fromkeys(claim_id for entry in group for claim_id in entry.claim_ids)),
    )
