"""Rule `signatory-list`: the numbering of the list and what stands behind each number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claims.extraction import Extraction
from claims.model import Field, SignatoryName, Span
from claims.text.tokens import tokenize
from expectations.arith import figure
from expectations.declaring import declared, say, say_counted
from expectations.findings import broken, held, listing, unknown
from expectations.model import Finding
from expectations.signing.roll import late_additions, numbered_runs, why_not_counted

ID = "signatory-list"
WIDEST_GAP = 60
"""A wider gap is no gap of a numbering but another kind of number."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Gaps, repeats and restarts of the numbering; entries without a name; entries added after the last number."""
    signatories = extraction.signatories
    if signatories.listed is None:
        return [unknown(ID, why_not_counted(signatories, say(ID, "no_list")))]
    if not any(name.number is not None for name in signatories.names):
        return [*_empty(signatories.names), *_unnumbered(signatories.names)]
    slips = [finding for part in _sequences(extraction) for finding in _slips(extraction, part)]
    slips += _empty(signatories.names)
    late = _late(signatories.names)
    return [*slips, *late] if slips or late else _in_order(extraction)


def _unnumbered(names: Sequence[SignatoryName]) -> list[Finding]:
    count = figure(len(names))
    return [
        unknown(
            ID,
            say(ID, "unnumbered", count=count),
            expected=count,
            spans=_whole(names),
        )
    ]


def _whole(names: Sequence[SignatoryName]) -> list[Span]:
    return [Span(min(name.span.start for name in names), max(name.span.end for name in names))] if names else []


def _sequences(extraction: Extraction) -> list[tuple[SignatoryName, ...]]:
    """The numbered entries, cut where a new heading starts a new numbering."""
    sequences: list[list[SignatoryName]] = []
    for part in numbered_runs(extraction.signatories.names):
        numbered = [name for name in part.names if name.number is not None]
        if numbered:
            sequences.append([numbered[0]])
        for before, after in pairwise(numbered):
            if after.number == 1 and (before.number or 0) > 1 and _heading_between(extraction, before, after):
                sequences.append([])
            sequences[-1].append(after)
    return _joined(sequences)


def _joined(sequences: Sequence[Sequence[SignatoryName]]) -> list[tuple[SignatoryName, ...]]:
    """Groups whose numbers run on from one to the next are one numbering."""
    joined: list[tuple[SignatoryName, ...]] = []
    for sequence in sequences:
        if joined and sequence[0].number == (joined[-1][-1].number or 0) + 1:
            joined[-1] = (*joined[-1], *sequence)
        else:
            joined.append(tuple(sequence))
    return joined


def _between(extraction: Extraction, before: SignatoryName, after: SignatoryName) -> str:
    return extraction.letter.text[before.span.end : after.span.start]


def _heading_between(extraction: Extraction, before: SignatoryName, after: SignatoryName) -> bool:
    """Whether words stand between two entries ("Individuals:"), more than the next one's number."""
    return any(char.isalpha() for char in _between(extraction, before, after))


def _slips(extraction: Extraction, names: Sequence[SignatoryName]) -> list[Finding]:
    return [*_repeated(names), *_gaps(extraction, names), *_start(names), *_restarts(names)]


def _repeated(names: Sequence[SignatoryName]) -> list[Finding]:
    counts = Counter(name.number for name in names)
    twice = [number for number, count in sorted(counts.items(), key=lambda item: item[0] or 0) if count > 1]
    ones_again = sum(1 for name in names if name.number == 1)
    if not twice or ones_again > 1:
        return []  # a list that starts again at 1 is reported as that
    spans = [name.span for name in names if name.number in twice]
    return [
        broken(
            ID,
            "warning",
            say_counted(
                ID, "twice", len(twice), numbers=_numbers(twice), count=figure(len(names)), last=str(names[-1].number)
            ),
            stated=str(names[-1].number),
            expected=figure(len(names)),
            spans=spans,
        )
    ]


def _numbers(numbers: Sequence[int | None]) -> str:
    return say_counted(ID, "numbers", len(numbers), numbers=listing(str(number) for number in numbers))


def _gaps(extraction: Extraction, names: Sequence[SignatoryName]) -> list[Finding]:
    """Numbers that no entry has; two columns read one after the other leave none out."""
    following = {before.span: after for before, after in pairwise(names)}
    missing: list[int] = []
    spans: list[Span] = []
    for before, after in pairwise(sorted(names, key=lambda name: (name.number or 0, name.span))):
        low, high = before.number or 0, after.number or 0
        if high - low > WIDEST_GAP:
            continue  # "1988 Generation" on a line of its own is a name, not an entry with a number
        behind = _behind(extraction, before, following.get(before.span))
        skipped = [number for number in range(low + 1, high) if not _printed(behind, number)]
        if skipped:
            missing += skipped
            spans += [before.span, after.span]
    if not missing:
        return []
    last = max(name.number or 0 for name in names)
    words = {"numbers": _numbers(missing), "last": str(last), "count": figure(len(names))}
    return [
        broken(
            ID,
            "warning",
            say_counted(ID, "missing", len(missing), **words),
            stated=str(last),
            expected=figure(len(names)),
            spans=spans,
        )
    ]


def _behind(extraction: Extraction, before: SignatoryName, after: SignatoryName | None) -> str:
    """What stands between an entry and the next one in the text."""
    end = after.span.start if after is not None else before.span.end
    return extraction.letter.text[before.span.end : end]


def _printed(behind: str, number: int) -> bool:
    """Whether a number that no entry carries stands there after all: we misread, the letter did not."""
    return any(token.kind == "number" and token.text == str(number) for token in tokenize(behind))


def _start(names: Sequence[SignatoryName]) -> list[Finding]:
    first = min(name.number or 0 for name in names)
    if first in (0, 1):
        return []
    # The beginning may be on a page we do not have; nothing is said against the letter.
    return [
        unknown(
            ID,
            say(ID, "begins", first=str(first)),
            stated=str(first),
            expected="1",
            spans=[names[0].span],
        )
    ]


def _restarts(names: Sequence[SignatoryName]) -> list[Finding]:
    back = [(a, b) for a, b in pairwise(names) if (b.number or 0) < (a.number or 0)]
    if not back or len({name.number for name in names}) == len(names):
        return []  # two columns, one read after the other
    before, after = back[0]
    return [
        broken(
            ID,
            "warning",
            say(ID, "goes_back", before=str(before.number), after=str(after.number)),
            stated=str(after.number),
            expected=str((before.number or 0) + 1),
            spans=[before.span, after.span],
        )
    ]


def _empty(names: Sequence[SignatoryName]) -> list[Finding]:
    blank = [name for name in names if not name.withheld and not any(char.isalnum() for char in name.name)]
    if not blank:
        return []
    numbered = blank[0].number is not None
    where = _numbers([name.number for name in blank]) if numbered else say(ID, "entries", count=str(len(blank)))
    return [
        broken(
            ID,
            "warning",
            say_counted(ID, "empty", len(blank), where=where),
            stated=figure(len(names)),
            expected=figure(len(names) - len(blank)),
            spans=[name.span for name in blank],
        )
    ]


def _late(names: Sequence[SignatoryName]) -> list[Finding]:
    late = late_additions(names)
    if not late:
        return []
    numbered = len(names) - len(late)
    words = {"numbered": figure(numbered), "late": figure(len(late)), "count": figure(len(names))}
    return [
        broken(
            ID,
            "info",
            say(ID, "late", **words),
            stated=figure(numbered),
            expected=f"{numbered} + {len(late)} = {len(names)}",
            spans=[*(name.span for name in late)],
        )
    ]


def _in_order(extraction: Extraction) -> list[Finding]:
    signatories = extraction.signatories
    sequences = _sequences(extraction)
    ranges = listing(f"{names[0].number}–{max(name.number or 0 for name in names)}" for names in sequences)
    withheld = sum(1 for name in signatories.names if name.withheld)
    key, count = "in_order_withheld" if withheld else "in_order", figure(len(signatories.names))
    return [
        held(
            ID,
            say(ID, key, ranges=ranges, count=count, withheld=str(withheld)),
            stated=ranges,
            expected=count,
            spans=_whole(signatories.names),
        )
    ]


RULE = declared(ID, run)
