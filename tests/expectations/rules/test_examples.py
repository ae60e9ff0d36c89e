"""Every rule declares itself in full, and its own examples come out as it says, read the way letters are read."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from expectations.book.all_rules import own_rules
from expectations.check import check_across, check_letter

RULES = own_rules()
SILENT = [(rule, text) for rule in RULES for text in rule.must_not_fire]
FIRING = [(rule, text) for rule in RULES for text in rule.must_fire]


def name_of(value):
    return value if isinstance(value, str) else value.rule_id


def alarms(text, field):
    """What the rules raise on an example; "=====" on a line of its own parts the letters of one run."""
    parts = text.split("\n=====\n")
    letters = [letter_from_bytes(part.encode(), path=f"{at}.txt", letter_id=f"l{at}") for at, part in enumerate(parts)]
    checked = [check_letter(letter, field, None) for letter in letters]
    findings = [*(finding for one in checked for finding in one.findings), *check_across(checked, field)]
    return [(f.rule, f.message) for f in findings if f.status == "inconsistent" and f.severity != "info"]


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_every_rule_declares_itself(rule):
    for words in (rule.checks, rule.why, rule.how_to_read, rule.how_to_dismiss):
        assert len(words) > 40
        assert words.endswith(".")
    assert rule.severity in ("error", "warning", "info")
    assert len(rule.must_not_fire) >= 2
    assert rule.must_fire


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=lambda value: name_of(value)[:24])
def test_must_not_fire(rule, text, empty_field):
    assert alarms(text, empty_field) == []


@pytest.mark.parametrize(("rule", "text"), FIRING, ids=lambda value: name_of(value)[:24])
def test_must_fire(rule, text, empty_field):
    assert {found for found, _ in alarms(text, empty_field)} == {rule.rule_id}
