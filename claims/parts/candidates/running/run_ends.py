"""Where a run of names ends, or another begins in the midst of its line: "… and Cy Dunn. Eleven more have signed."."""

from __future__ import annotations

import re

from claims.model import Span
from claims.parts.features import is_sentence
from claims.parts.naming.name_lines import is_prose_line
from claims.text.openings import starts

# Three letters before the stop: "J. B. Otieno", "St. Roch" go on.
_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[)\]”\"]))[.!]\s+(?=[^\W\d_a-z])")
_LABEL = re.compile(r"(?<=[^\W\d_]{3})[.;]\s+(?=[^\W\d_a-z][^:;.,]{1,40}:\s+\S)")


def without_sentences(text: str, span: Span) -> Span:
    """A run of names without the sentences behind it."""
    for stop in _STOP.finditer(text, span.start, span.end):
        rest = text[stop.end() : span.end]
        first = re.split(r"(?<=[.!?])\s+", rest, maxsplit=1)[0]
        if is_prose_line(first) or is_sentence(first):
            return Span(span.start, stop.start())
    return span


def labelled_stretches(text: str, span: Span) -> list[Span]:
    """ "Choirs (2): Alder; Birch. Soloists (2): Ana Ruiz; Ben Okoro." in two; contacts are none."""
    starts_at = [span.start, *(cut.end() for cut in _LABEL.finditer(text, span.start, span.end))]
    ends = [*(cut.start() for cut in _LABEL.finditer(text, span.start, span.end)), span.end]
    found = []
    for start, end in zip(starts_at, ends, strict=True):
        if any(starts(text[start:end], name) for name in ("contact_starts", "copy_starts", "about_starts")):
            break
        found.append(without_sentences(text, Span(start, end)))
    return found
