"""What letters are read and checked with, and those of which all that comes of it was kept by an earlier run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.errors import CrossfootError
from claims.model import Field
from claims.quick_records import dataclass
from claims.readers.finding import FoundLetter
from claims.readers.opening import read_bytes
from expectations.model import CheckedLetter, RuleSettings
from flows import steps
from flows.run_folders.kept_inputs import keep_input
from flows.state.letter_cache import LetterCache
from sources.model import ReferenceTable
from sources.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What every letter of a run is read and checked with."""

    field: Field
    table: ReferenceTable | None
    rules: RuleSettings
    comparing: Settings
    language: str
    pages: str | None
    state: str
    kept: LetterCache | None


def known_before(found: Sequence[FoundLetter], reading: Reading) -> list[CheckedLetter | None]:
    """The letters that were kept whole, each in its place; where pages are asked that letters cite, none is."""
    kept = reading.kept
    if kept is None or steps.load_pages(reading.pages, Path(reading.state)) is not None:
        return [None] * len(found)
    return [_known(one, kept) for one in found]


def _known(found: FoundLetter, kept: LetterCache) -> CheckedLetter | None:
    """The letter as `flows.steps.check_one` left it; whatever is wrong with it is told there."""
    try:
        data = read_bytes(found.path) if found.data is None else found.data
        checked = kept.find(found, data)
        if checked is not None and found.keep is not None:
            keep_input(Path(found.keep), checked.extraction.letter, data)
        return checked
    except CrossfootError:
        return None
