"""The rules: the fifteen of the contract in its order, those of figures in words, then those of installed packages."""

from __future__ import annotations

from expectations.book.plugins import installed
from expectations.model import Rule
from expectations.rules import (
    announced_list,
    change,
    citation_marks,
    cross_letter,
    date_order,
    duration,
    majority_words,
    nested_window,
    number_words,
    ordinal,
    parts_whole,
    percentage,
    rate,
    repeated_figure,
    signatory_duplicate,
    signatory_list,
    signatory_total,
    superlative,
)


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is: our own, then those that installed packages bring."""
    return (*own_rules(), *installed().rules)


def own_rules() -> tuple[Rule, ...]:
    """The rules of this version, in a fixed order."""
    return (
        signatory_total.RULE,
        signatory_list.RULE,
        signatory_duplicate.RULE,
        repeated_figure.RULE,
        parts_whole.RULE,
        percentage.RULE,
        change.RULE,
        rate.RULE,
        duration.RULE,
        date_order.RULE,
        nested_window.RULE,
        announced_list.RULE,
        ordinal.RULE,
        citation_marks.RULE,
        cross_letter.RULE,
        number_words.RULE,
        majority_words.RULE,
        superlative.RULE,
    )
