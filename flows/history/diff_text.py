"""What changed, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from reports.terminal.wrapping import clean
from reports.words.history_words import causes_words, claim_words, finding_words, moment, said, totals_words

WIDTH = 100
Plain = Mapping[str, Any]


def diff_lines(diff: Plain) -> Iterator[str]:
    """The whole of `crossfoot diff`."""
    if "run_id" in diff["old"]:
        yield from (f"{sign} {one['run_id']}  {moment(one['started_at'])}" for sign, one in _sides(diff))
    else:
        yield from (f"{sign} {clean(one['path'])}" for sign, one in _sides(diff))
    if diff["causes"]:
        yield said("why_all", causes=causes_words(diff["causes"]))
    yield ", ".join(totals_words(diff["totals"])) or said("nothing")
    for letter in diff["letters"]:
        yield ""
        yield from letter_lines(letter)
    if diff.get("voided"):
        yield from ("", said("voided").upper(), *(line for one in diff["voided"] for line in _voided(one)))


def _sides(diff: Plain) -> Sequence[tuple[str, Plain]]:
    return (("old", diff["old"]), ("new", diff["new"]))


def letter_lines(letter: Plain) -> Iterator[str]:
    """A letter and what changed in it."""
    head = said("what_" + letter["what"]).upper()
    yield clean(f"{head} {letter['title'] or ''} ({letter['letter_id']})")
    for change in letter["claims"]:
        yield from entry(said("what_" + change["what"]), claim_words(change))
        yield from _evidence(change)
    for change in letter["findings"]:
        yield from entry(said("alarm_" + change["what"]), finding_words(change))


def entry(head: str, text: str) -> Iterator[str]:
    """A line of a list under its head: "  verdict  “40 boats”: …"; an empty head is one that goes on."""
    yield from wrap(clean(text), WIDTH, initial_indent=f"  {head:<9}", subsequent_indent=" " * 13)


def under(text: str) -> Iterator[str]:
    """What belongs to the entry above it."""
    yield from wrap(clean(text), WIDTH, initial_indent=" " * 15, subsequent_indent=" " * 17)


def _evidence(change: Plain) -> Iterator[str]:
    """The line of figures, and why."""
    after = change["after"]
    if after and after["arithmetic"] and after["against_source"] != "unverified":
        yield from under(after["arithmetic"])
    if change["before"] and after and change["causes"]:
        yield from under(said("why", causes=causes_words(change["causes"])))


def _voided(decision: Plain) -> Iterator[str]:
    words = ", ".join(said("figure", text=one) for one in decision["quotations"][:1])
    note = f": {decision['note']}" if decision["note"] else ""
    what = decision["decision"].replace("_", " ")
    yield from entry(what, f"{words} ({decision['by']}, {decision['at'][:10]}){note}")
