"""The relations of a letter as the output contract has them, each with what its arithmetic came to."""

from __future__ import annotations

from typing import Any

from expectations.model import CheckedLetter, Finding
from expectations.relating import relation_id

_HOLDS = {"consistent": True, "inconsistent": False, "not_checkable": None}


def relations_to_contract(checked: CheckedLetter) -> list[dict[str, Any]]:
    """Every relation that a rule judged, in the letter's order; `holds` is null where no check could have failed."""
    judged: dict[str, Finding] = {}
    for finding in checked.findings:
        for name in finding.relation_ids:
            judged.setdefault(name, finding)
    return [
        {
            "relation_id": name,
            "kind": relation.kind,
            "claim_ids": list(judged[name].claim_ids),
            "spans": [[span.start, span.end] for span in judged[name].spans],
            "holds": _HOLDS[judged[name].status],
            "arithmetic": judged[name].expected,
        }
        for at, relation in enumerate(checked.extraction.relations)
        if (name := relation_id(relation, at)) in judged
    ]
