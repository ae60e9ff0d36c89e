"""How far editors are with a run: what is decided, confirmed, returned, and which decisions' words are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from expectations.model import CheckedLetter
from reports.deciding.decisions import Decisions
from reports.deciding.orphaned import OrphanSearch
from reports.letter_page.orphan_views import orphan_views
from reports.letter_page.rows import Tally
from reports.site.front_views import ReviewView
from reports.words.wording import keys, word


def review_view(checked: Sequence[CheckedLetter], decisions: Decisions, warning: str = "") -> ReviewView | None:
    """The view; `None` where nobody has decided anything and there is nothing to warn of."""
    progress = Progress(decisions)
    for one in checked:
        progress.take(one)
    return progress.view(warning)


class Progress:
    """The same, where letters come one after the other and are let go of."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._orphans = OrphanSearch(decisions)
        self._counts = Counter[str]()

    def take(self, checked: CheckedLetter) -> None:
        """The next letter."""
        decided = self._decisions.of(checked)
        self._orphans.take(checked, decided)
        stood = [*decided.claims.values(), *decided.findings]
        self._counts.update(one.state for one in stood if one.state != "open")

    def view(self, warning: str = "") -> ReviewView | None:
        """The view; `None` where nobody has decided anything and there is nothing to warn of."""
        gone, counts = orphan_views(self._orphans.found()), self._counts
        states = tuple(
            Tally(word=word("decision_state", key), count=counts[key]) for key in keys("decision_state") if counts[key]
        )
        return ReviewView(states=states, orphans=gone, warning=warning) if states or gone or warning else None
