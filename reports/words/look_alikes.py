"""Entries of a list that look like one: beneath each other, with the words marked by which they differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from markupsafe import Markup

from expectations.model import Finding
from reports.words.scripts import escaped

RULE: Final = "signatory-duplicate"
MOST: Final = 6  # entries shown beneath each other
LONGEST: Final = 200  # characters of an entry


def look_alikes(finding: Finding, text: str) -> tuple[Markup, ...]:
    """The entries that a check takes for one body, what differs marked; nothing for other checks."""
    if finding.rule != RULE or not 2 <= len(finding.spans) <= MOST:
        return ()
    entries = [" ".join(span.of(text).split())[:LONGEST] for span in finding.spans]
    return tuple(_against(entry, entries[1 if at == 0 else 0]) for at, entry in enumerate(entries))


def _against(entry: str, other: str) -> Markup:
    """`entry` with the words marked that do not stand in `other` at that place."""
    words, theirs = entry.split(), other.split()
    pieces = [
        _piece(" ".join(words[start:end]), differs=kind != "equal")
        for kind, start, end, _, _ in SequenceMatcher(None, words, theirs, autojunk=False).get_opcodes()
        if end > start
    ]
    return Markup(" ").join(pieces)


def _piece(words: str, *, differs: bool) -> Markup:
    shown = Markup(escaped(words))  # noqa: S704 - escaped
    return Markup('<b class="differs">{}</b>').format(shown) if differs else shown
