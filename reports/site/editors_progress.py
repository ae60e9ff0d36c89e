"""How far editors are with a run: what is decided, confirmed, returned, and which decisions' words are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from expectations.model import CheckedLetter
from reports.deciding.decisions import Decisions, orphans
from reports.letter_page.orphan_views import orphan_views
from reports.letter_page.rows import Tally
from reports.site.front_views import ReviewView
from reports.words.wording import keys, word


def review_view(checked: Sequence[CheckedLetter], decisions: Decisions, warning: str = "") -> ReviewView | None:
    """The view; `None` where nobody has decided anything and there is nothing to warn of."""
    decided = [(one, decisions.of(one)) for one in checked]
    counts = Counter[str](
        stood.state for _, of in decided for stood in [*of.claims.values(), *of.findings] if stood.state != "open"
    )
    gone = orphan_views(orphans(decisions, decided))
    states = tuple(
        Tally(word=word("decision_state", key), count=counts[key]) for key in keys("decision_state") if counts[key]
    )
    return ReviewView(states=states, orphans=gone, warning=warning) if states or gone or warning else None
