"""The rules, in the order of the contract."""

from __future__ import annotations

from expectations.model import Rule
from expectations.rules import (
    citation_marks,
    date_order,
    duration,
    ordinal,
    repeated_figure,
    signatory_duplicate,
    signatory_list,
    signatory_total,
)


def all_rules() -> tuple[Rule, ...]:
    """Every rule of this version, in a fixed order."""
    return (
        signatory_total.RULE,
        signatory_list.RULE,
        signatory_duplicate.RULE,
        repeated_figure.RULE,
        duration.RULE,
        date_order.RULE,
        ordinal.RULE,
        citation_marks.RULE,
    )
