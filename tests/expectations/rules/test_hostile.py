"""Texts that would stall a careless pattern are answered at once, and by no traceback."""

from __future__ import annotations

import pytest

from expectations.check import findings_of

TEXTS = {
    "one long line": "word " * 200_000,
    "digits": "7" * 100_000,
    "digits and commas": "7," * 100_000,
    "brackets": "(" * 100_000 + ")" * 100_000,
    "square brackets": "[" * 100_000,
    "ordinals": "7th " * 20_000,
    "from": "from 4 " * 30_000,
    "colons": "a:\n" * 8_000,
    "bullets": "five demands:\n- a\n" * 300,
    "dates": "31 June " * 20_000,
    "nothing": "",
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_rule_answers(draft, empty_field, name):
    findings = findings_of(draft(TEXTS[name]).done(), empty_field)
    assert all(finding.message for finding in findings)
