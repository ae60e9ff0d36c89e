"""What a letter says of who signed it, as the contract has it."""

from __future__ import annotations

from claims.model import Signatories, SignatoryName
from reports.exports.plain_json import Json, offsets


def signatories_json(signatories: Signatories) -> Json:
    """Totals, lists, doubts, groups and names."""
    return {
        "stated": signatories.stated,
        "stated_all": list(signatories.stated_all),
        "stated_listed": signatories.stated_listed,
        "listed": signatories.listed,
        "undisclosed": signatories.undisclosed,
        "doubts": list(signatories.doubts),
        "groups": [
            {"label": kind.label, "stated": kind.stated, "listed": kind.listed, "noun": kind.noun}
            for kind in signatories.kinds
        ],
        "names": [_name(one) for one in signatories.names],
    }


def _name(name: SignatoryName) -> Json:
    return {"number": name.number, "name": name.name, **offsets(name.span)}
