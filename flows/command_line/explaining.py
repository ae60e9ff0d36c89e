"""`--explain [RULE]`: what stands behind the option is a rule if it is called like one, else the first letter."""

from __future__ import annotations

from collections.abc import Sequence

OPTION = "--explain"
EVERYTHING = ""
"""What the option holds where it names no rule: every number and every check is explained."""


def joined(told: Sequence[str]) -> list[str]:
    """The words of a command line, `--explain RULE` as one of them, so that `--explain letter.txt` keeps its letter."""
    if OPTION not in told:
        return list(told)
    from expectations.book.all_rules import all_rules

    ids = {rule.rule_id for rule in all_rules()}
    at = list(told).index(OPTION)
    if told[at + 1 : at + 2] and told[at + 1] in ids:
        return [*told[:at], f"{OPTION}={told[at + 1]}", *told[at + 2 :]]
    return [*told[:at], f"{OPTION}={EVERYTHING}", *told[at + 1 :]]
