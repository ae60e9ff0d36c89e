"""A team's settings of the rules, applied to what the rules find. The rules themselves stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from expectations.declaring import SHARED, say
from expectations.model import Finding, Rule, RuleSetting, RuleSettings


def switched_on(rules: Iterable[Rule], settings: RuleSettings) -> tuple[Rule, ...]:
    """The rules that a team has not switched off, in their order."""
    return tuple(rule for rule in rules if settings.of(rule.rule_id).on)


def settled(findings: Iterable[Finding], settings: RuleSettings) -> tuple[Finding, ...]:
    """The findings as a team wants them: small differences pass, alarms have the severity it has chosen."""
    return tuple(_settled(finding, settings.of(finding.rule)) for finding in findings)


def _settled(finding: Finding, setting: RuleSetting) -> Finding:
    if finding.status != "inconsistent":
        return finding
    if setting.tolerance is not None and finding.off is not None and finding.off <= setting.tolerance:
        return _tolerated(finding, setting.tolerance)
    # A note stays a note: what we are not sure of does not become an alarm because the rule's alarms are made graver.
    if setting.severity is not None and finding.severity != "info":
        return replace(finding, severity=setting.severity)
    return finding


def _tolerated(finding: Finding, tolerance: Decimal) -> Finding:
    message = say(SHARED, "tolerated", message=finding.message.rstrip("."), share=percent(tolerance))
    return replace(finding, status="consistent", severity="info", message=message)


def percent(share: Decimal) -> str:
    """A share as a percentage: 0.02 is "2%"."""
    return f"{(share * 100).normalize():f}%"


def settings_record(settings: RuleSettings) -> list[dict[str, object]]:
    """The settings as plain values, for the record of a run: one row a rule that is named."""
    return [
        {
            "rule": rule_id,
            "on": one.on,
            "severity": one.severity,
            "tolerance": None if one.tolerance is None else float(one.tolerance),
        }
        for rule_id, one in settings.by_rule
    ]
