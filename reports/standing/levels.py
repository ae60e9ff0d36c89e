"""How loudly a number asks: three levels that a page shows by shape and by colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from expectations.model import Finding
from reports.standing.desk import wants_editor
from reports.standing.failing import is_against, is_inconsistent
from sources.model import Verdict
from sources.pages.told import CitedPage, says_no

Level = Literal["amend", "look", "fine"]
LEVELS: Final[tuple[Level, ...]] = ("amend", "look", "fine")


def level_of_claim(verdict: Verdict | None, pages: Sequence[CitedPage | None] = ()) -> Level:
    """`amend`: a source speaks against it. `look`: something else there is to see to. `fine`: nothing asks."""
    if verdict is None:
        return "fine"
    if is_against(verdict) or says_no(pages) is not None:
        return "amend"
    return "look" if wants_editor(verdict) else "fine"


def level_of_finding(finding: Finding) -> Level:
    """A sum that does not come out asks to amend; a note asks to look; what held or had nothing to go by does not."""
    if is_inconsistent(finding):
        return "amend"
    return "look" if finding.status == "inconsistent" else "fine"


def level_counts(levels: Iterable[Level]) -> tuple[tuple[Level, int], ...]:
    """How many there are of each level, the most pressing first."""
    counts = Counter(levels)
    return tuple((one, counts[one]) for one in LEVELS if counts[one])
