"""A letter cut into the sentences that are read one by one, each knowing its segment and its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Segment, SegmentKind, Span
from claims.quick_records import dataclass
from claims.text.sentences import split_sentences
from claims.text.view import PlainView

# A line this long was not wrapped: its end is a paragraph's end.
_UNWRAPPED = 160
# Longer sentences are none (a table, a line without an end); they are read in pieces, so that reading stays linear.
_LONGEST = 2000
_LIMIT = 40_000
_SPACE = re.compile(r"\s")
_BLANK = re.compile(r"\n[^\S\n]*\n")
# What a mail sets before the lines that it quotes, and how many lines have it at least.
QUOTING, MANY_QUOTED = re.compile(r"^[ \t]*>(?:[ \t]*>)*", re.MULTILINE), 3


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its text and place in the reading view, the kind of its segment, the number of its paragraph."""

    text: str
    span: Span
    kind: SegmentKind
    paragraph: int


def read_passages(view: PlainView, segments: Sequence[Segment]) -> tuple[Passage, ...]:
    """All sentences of all segments, in order. A segment ends a paragraph, and so does a list item."""
    found: list[Passage] = []
    whole = _without_quoting(view.text)
    paragraph = 0
    for segment in segments:
        paragraph += 1
        last = None
        for span in _sentences(view.text, view.from_source(segment.span)):
            if last is not None and _new_paragraph(view.text, last, span, segment.kind):
                paragraph += 1
            found.append(Passage(_on_one_line(span.of(whole)), span, segment.kind, paragraph))
            last = span
    return tuple(found)


def _without_quoting(text: str) -> str:
    """As long, with blanks for the signs before the lines of a quoted mail: "> Six groups" are no more than six."""
    quoted = list(QUOTING.finditer(text))
    if len(quoted) < MANY_QUOTED:
        return text
    return QUOTING.sub(lambda sign: " " * len(sign[0]), text)


def _on_one_line(sentence: str) -> str:
    """As long; "killed 3,000" / "people" was only wrapped: where a line ends on purpose, a sentence ends too."""
    return sentence.replace("\n", " ")


def _sentences(text: str, span: Span) -> Iterator[Span]:
    for sentence in split_sentences(text, span):
        yield from _pieces(text, sentence)


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    at = sentence.start
    while sentence.end - at > _LONGEST:
        cut = _SPACE.search(text, at + _LONGEST, min(sentence.end, at + _LIMIT))
        end = cut.end() if cut is not None else min(sentence.end, at + _LIMIT)
        yield Span(at, end)
        at = end
    if at < sentence.end:
        yield Span(at, sentence.end)


def _new_paragraph(text: str, last: Span, following: Span, kind: SegmentKind) -> bool:
    gap = text[last.end : following.start]
    if "\n" not in gap:
        return False
    line_start = text.rfind("\n", 0, last.end) + 1
    return kind != "body" or _BLANK.search(gap) is not None or last.end - line_start > _UNWRAPPED
