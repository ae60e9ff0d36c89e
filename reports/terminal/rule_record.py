"""A rule's record as a terminal shows it: what it checks, on whose authority, where, and how to read what it says."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.model import Rule
from reports.terminal.wrapping import hanging, paragraphs
from reports.words.wording import phrase, word


def record(rule: Rule, width: int) -> Iterator[str]:
    """The lines of a rule's record, at most `width` columns each; what the rule does not declare is left out."""
    name = word("rule", rule.rule_id)
    yield f"{name.label.upper()}  [{rule.rule_id}]"
    yield from paragraphs([rule.checks, rule.why], "  ", width)
    told = {
        "authority": "; ".join(rule.authority),
        "looks_at": rule.looks_at,
        "leaves": rule.leaves,
        "how_to_read": rule.how_to_read,
        "how_to_dismiss": rule.how_to_dismiss,
    }
    for key, text in told.items():
        if text:
            yield from hanging(phrase(f"record_{key}", text=text), width)
