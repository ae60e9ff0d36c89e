"""Alarms held against the letter's other sums: figures that all fit elsewhere are no misprint of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from expectations.declaring import SHARED, say
from expectations.model import Finding
from expectations.rules import change, parts_whole, percentage, rate, repeated_figure

_ARITHMETIC = frozenset(rule.ID for rule in (parts_whole, percentage, change, rate))
_ASKED = _ARITHMETIC | {repeated_figure.ID}


def reconciled(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those alarms not checkable whose every figure is part of a sum that holds.

    A misprinted figure fits nothing. Where each figure of an alarm takes part in a relation of the letter that agrees,
    the pairing is likelier wrong than the letter: "Among boys it fell from 90 to 54, two fifths; among girls from 180
    to 162, a tenth" says nothing of 54 and 180.
    """
    holding: set[str] = set()
    for one in findings:
        if one.status == "consistent" and one.rule in _ARITHMETIC:
            holding.update(one.claim_ids)
    return [_open(one) if _is_explained(one, holding) else one for one in findings]


def _is_explained(finding: Finding, holding: set[str]) -> bool:
    alarm = finding.status == "inconsistent" and finding.severity != "info" and finding.rule in _ASKED
    return alarm and len(finding.claim_ids) > 1 and holding.issuperset(finding.claim_ids)


def _open(finding: Finding) -> Finding:
    message = say(SHARED, "all_fit_elsewhere", stated=finding.stated, expected=finding.expected)
    return replace(finding, status="not_checkable", severity="info", message=message, off=None)
