"""The rules: our own, found where they stand and in the order they declare, then those of installed packages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import expectations.rules
from expectations.book.plugins import installed
from expectations.model import Rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is: our own, then those that installed packages bring."""
    return (*own_rules(), *installed().rules)


@cache
def own_rules() -> tuple[Rule, ...]:
    """The rules of this version: every `RULE` of a module in `expectations/rules/`, by its `order`."""
    return tuple(sorted(_declared(), key=lambda rule: (rule.order, rule.rule_id)))


def _declared() -> Iterator[Rule]:
    for found in iter_modules(expectations.rules.__path__):
        rule = getattr(import_module(f"{expectations.rules.__name__}.{found.name}"), "RULE", None)
        if isinstance(rule, Rule):
            yield rule


def rule_called(rule_id: str) -> Rule | None:
    """The rule of this id, our own or an installed one; `None` if there is none."""
    return next((rule for rule in all_rules() if rule.rule_id == rule_id), None)
