"""What an editor decided, as the contract tells it; a thing that nobody decided on has no such field."""

from __future__ import annotations

from reports.deciding.folding import Standing
from reports.exports.plain_json import Json


def decision_json(stood: Standing | None) -> Json:
    """The field `decision` of a claim or a finding, as an object to be merged; empty where there is none."""
    if stood is None or stood.decided is None:
        return {}
    decided = stood.decided
    return {
        "decision": {
            "decision": decided.decision,
            "state": stood.state,
            "clears": stood.clears,
            "by": decided.by,
            "at": decided.at,
            "note": decided.note,
            "wording": decided.payload.get("wording"),
            "reason": decided.payload.get("reason"),
            "right": decided.payload.get("right") or None,
        }
    }
