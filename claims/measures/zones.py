"""Which words of a sentence speak of which of its figures: each figure's own stretch, cut where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.model import Span
from claims.text.phrases import Word, split_words


def own_zone(tokens: Sequence[Word], own: range, figures: Sequence[range]) -> range:
    """The stretch around the figure at `own`: back to the cut behind the figure before, on to the cut before the next.

    "Raids killed 31 people, wounded 20 and burned 9 homes": to each the verb that stands on its side of the cut. What
    two figures share without a cut between them belongs to both ("50 raids that killed 31").
    """
    before = max((each for each in figures if each.stop <= own.start), key=lambda each: each.stop, default=None)
    after = min((each for each in figures if each.start >= own.stop), key=lambda each: each.start, default=None)
    first = _clause_start(tokens, own.start) if before is None else _cut(tokens, before.stop, own.start)
    last = _clause_end(tokens, own.stop) if after is None else _cut(tokens, own.stop, after.start)
    if before is not None and first is None:
        first = before.start
    if after is not None and last is None:
        last = after.stop
    return range(min(first or 0, own.start), max(last or 0, own.stop))


def _cut(tokens: Sequence[Word], start: int, stop: int) -> int | None:
    """Between two figures: where what belongs to the first ends and to the second begins; `None` where nothing cuts."""
    words = vocabulary("measure_words")
    told_on = (i for i in range(start, stop - 1) if tokens[i].text == "," and tokens[i + 1].norm in words["told_on"])
    if (at := next(told_on, None)) is not None:
        return at
    for marks in (words["hard_cuts"], words["soft_cuts"]):
        at = next((i for i in range(stop - 1, start - 1, -1) if tokens[i].norm in marks), None)
        if at is not None:
            return at
    return None


def whole_of(tokens: Sequence[Word], own: range) -> range:
    """What a figure is said to be a part of, behind it: "1,912 of the inmates", "3,667 of those once seized"."""
    words = vocabulary("measure_words")
    at = next(
        (i for i in range(own.start + 1, min(own.stop + 1, len(tokens))) if tokens[i].norm == words["part_link"]), 0
    )
    if not at or at + 1 >= len(tokens) or tokens[at + 1].norm not in words["part_openers"]:
        return range(0)
    return range(at, min(at + 5, len(tokens)))


def _clause_start(tokens: Sequence[Word], index: int) -> int:
    """Where the clause of the first figure begins; "Of those detained, 8,113 …" opens with what it is a part of."""
    words = vocabulary("measure_words")
    at = next((i for i in range(index - 1, -1, -1) if tokens[i].norm in words["hard_cuts"]), None)
    start = 0 if at is None else at + 1
    if start < index and tokens[start].norm == words["part_link"]:
        return next((i for i in range(index - 1, start, -1) if tokens[i].text == ","), start)
    return start


def _clause_end(tokens: Sequence[Word], index: int) -> int:
    hard = vocabulary("measure_words")["hard_cuts"]
    return next((i for i in range(index, len(tokens)) if tokens[i].norm in hard), len(tokens))


def clauses_of_time(sentence: str, times: Sequence[Span], figures: Sequence[Span]) -> list[Span]:
    """The clauses that only say what happened at a time told: "since 1 May, when the army began attacks, 40 …".

    Each from the word behind the time to the next comma, figure or end; all spans are of `sentence`.
    """
    tokens, words = split_words(sentence), vocabulary("measure_words")
    found = []
    for time in times:
        at = next((i for i, token in enumerate(tokens) if token.span.start >= time.end), len(tokens))
        at += at < len(tokens) and tokens[at].text == ","
        if at < len(tokens) and tokens[at].norm in words["when"]:
            starts = {figure.start for figure in figures}
            stop = next((t for t in tokens[at:] if t.norm in words["hard_cuts"] or t.span.start in starts), None)
            comma = next((t for t in tokens[at:] if t.text == ","), None)
            ends = [each.span.start for each in (stop, comma) if each is not None]
            found.append(Span(tokens[at].span.start, min(ends, default=len(sentence))))
    return found


def turned_away(tokens: Sequence[Word], own: range, first: int) -> bool:
    """Whether a turn ("but", "while", ";") stands between a figure and a word: what is said there is of another."""
    turns = vocabulary("measure_words")["turns"]
    between = range(own.stop, first) if first >= own.stop else range(first, own.start)
    return any(tokens[at].norm in turns for at in between)


def parts_told_after(tokens: Sequence[Word], own: range, figures: Sequence[range]) -> frozenset[int]:
    """The words of later figures that are told as parts ("…, of whom 900 are registered"), not as the whole."""
    told_on = vocabulary("measure_words")["told_on"]
    zones = (own_zone(tokens, each, figures) for each in figures if each.start >= own.stop)
    return frozenset(
        at
        for zone in zones
        if zone.start + 1 < len(tokens) and tokens[zone.start].text == "," and tokens[zone.start + 1].norm in told_on
        for at in zone
    )
