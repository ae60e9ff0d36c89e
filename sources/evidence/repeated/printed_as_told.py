"""The row that prints a claim's very number for the very day that is told, whatever else the sentence speaks of.

Four digits of the text cited and of its day do not meet by chance. So such a row is what the claim repeats, unless the
figure's own words are of another thing of which the same text has a figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from sources.evidence.candidate_likeness import EVERY_DIGIT, is_there, one_text, window_apart
from sources.evidence.candidates import Candidate
from sources.evidence.repeated.outdone import outdone
from sources.evidence.sentence.clues import Clues


def printed_as_told(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The one candidate that prints the number, to the unit, in the text cited and for the day told; else `None`.

    "On 30 December it had become 45,541, and 108,338 had been injured": the first is no figure of the injured.
    """
    if clues.supposed or clues.elsewhere or clues.exactness < EVERY_DIGIT:
        return None
    printing = [each for each in found if is_printed(each, clues) and not is_named_otherwise(each, found, clues)]
    kinds = {(each.row.measure_id, each.row.place, each.row.event_id) for each in printing}
    return printing[0] if len(kinds) == 1 else None


def is_printed_beside(clues: Clues, found: Sequence[Candidate]) -> bool:
    """Whether the text cited prints the number, of few digits too, for the day told, and no word says of what else.

    Then another figure of that text may not be what is meant: "it asked for $29 billion" where it asks for 29 and 44.
    """
    return clues.exactness > 1 and any(
        is_printed(each, clues) and not is_named_otherwise(each, found, clues) and not outdone(each, clues, found)
        for each in found
    )


def is_printed(each: Candidate, clues: Clues) -> bool:
    """Whether a row of the text cited has the claim's very number for the day told, and may be where the claim is of.

    A place that was only taken from the sentence before may be of something else.
    """
    if not each.very or each.part or each.wider or each.day != "told" or each.source not in ("cited", "named"):
        return False
    if window_apart(each, clues) and not each.start_told:
        return False
    inherited = each.place in ("around", "inside") and not clues.places
    return each.row.comparator[0] == clues.claim.quantity.comparator[0] and (is_there(each) or inherited)


def is_named_otherwise(each: Candidate, found: Sequence[Candidate], clues: Clues) -> bool:
    """Whether the figure's own words, or the day it counts from, are those of another figure of the text alone."""
    others = [
        other
        for other in found
        if one_text(other, each) and other.row.place == each.row.place and other.row.value != each.row.value
    ]
    by_words = any(other.owned > each.owned for other in others)
    by_start = not _counts_from_told(each, clues) and any(
        other.owned and _counts_from_told(other, clues) for other in others
    )
    return by_words or by_start


def _counts_from_told(each: Candidate, clues: Clues) -> bool:
    """Whether the sentence tells the day that a row counts from, as a start or as any day."""
    return each.start_told or each.row.period_start in {first for first, _ in clues.days}
