"""What was decided of a piece of work, in a line."""

from __future__ import annotations

from expectations.model import CheckedLetter
from reports.deciding.decisions import Decided
from reports.deciding.folding import Standing
from reports.standing.desk import DeskItem
from reports.words.wording import word


def standing_of(item: DeskItem, checked: CheckedLetter, decided: Decided) -> Standing | None:
    """How a piece of work of a letter stands with the editors."""
    if item.claim is not None:
        return decided.claims.get(item.claim.claim_id)
    pairs = zip(checked.findings, decided.findings, strict=False)
    return next((stood for found, stood in pairs if found is item.finding), None)


def stands_line(stood: Standing | None) -> str:
    """How a thing stands in a line; nothing of what nobody has spoken of."""
    if stood is None or stood.state == "open":
        return ""
    state = word("decision_state", stood.state)
    if stood.decided is None:
        return " ".join([state.symbol, state.label, *([str(stood.assigned.payload["to"])] if stood.assigned else [])])
    what = word("decision", stood.decided.decision)
    return f"{state.symbol} {state.label}: {what.short}" + (f" · {stood.decided.by}" if stood.decided.by else "")
