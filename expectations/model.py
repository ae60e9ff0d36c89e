"""Findings of the consistency rules, and a letter with all that was found about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import Literal

from claims.extraction import Extraction
from claims.model import Claim, Field, Span
from claims.quick_records import dataclass
from sources.model import Verdict
from sources.pages.told import Cited, CitedPage

Status = Literal["consistent", "inconsistent", "not_checkable"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of one figure or set of figures. `expected` shows the sum; `spans` are every figure used.

    `letter_ids` runs parallel to `spans` in findings across letters and is empty in those of one letter. `off` is how
    far the two sides lie apart as a share of the larger (0.02 for 2%), `None` where no number says it. `relation_ids`
    name the relations of the letter whose arithmetic it is.
    """

    rule: str
    status: Status
    severity: Severity
    message: str
    stated: str
    expected: str
    claim_ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    letter_ids: tuple[str, ...] = ()
    off: Decimal | None = None
    relation_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """What a team wants of one rule. `severity` is that of its alarms, `tolerance` a share: 0.02 lets 2% pass."""

    on: bool = True
    severity: Severity | None = None
    tolerance: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """What a team wants of the rules, by rule id in the order of its file; a rule not named runs as it is declared."""

    where: str | None = None
    by_rule: tuple[tuple[str, RuleSetting], ...] = ()

    def of(self, rule_id: str) -> RuleSetting:
        """The setting of one rule."""
        return dict(self.by_rule).get(rule_id, RuleSetting())


AS_DECLARED = RuleSettings()
"""Every rule on, with its own severities and no further tolerance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence a rule may say, by its key, as templates: one form, or that for one thing and that for several."""

    key: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A consistency rule. `run` is pure: (extraction, field) -> findings, `consistent` and `not_checkable` ones too.

    `run_across` looks at all letters of a run together; its findings name the letter of every span. `tolerance` says
    what a tolerance is a share of; `None`: the rule compares no amounts, and a tolerance makes no sense. `authority`
    names where its arithmetic or its editor's rule comes from, each entry enough to find it; `looks_at` and `leaves`
    are its scope. `label` and `sentence` are what pages call it; `order` is its place among our own.
    """

    rule_id: str
    checks: str
    why: str
    severity: Severity
    how_to_read: str
    how_to_dismiss: str
    run: Callable[[Extraction, Field], list[Finding]]
    must_fire: tuple[str, ...] = ()
    must_not_fire: tuple[str, ...] = ()
    run_across: Callable[[Sequence[Extraction], Field], list[Finding]] | None = None
    tolerance: str | None = None
    order: int = 0
    label: str = ""
    sentence: str = ""
    authority: tuple[str, ...] = ()
    looks_at: str = ""
    leaves: str = ""
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLetter:
    """A letter, what was read from it, what its figures say of each other and what the sources say of them.

    `cited`: what the pages it cites say of its claims, where they were fetched or saved.
    """

    extraction: Extraction
    findings: tuple[Finding, ...]
    verdicts: Mapping[str, Verdict]
    cited: Cited = field(default_factory=dict)

    def verdict_of(self, claim: Claim) -> Verdict | None:
        return self.verdicts.get(claim.claim_id)

    def pages_of(self, claim: Claim) -> tuple[CitedPage | None, ...]:
        """What the cited pages say of a claim, one for each of its citations."""
        return self.cited.get(claim.claim_id, (None,) * len(claim.citations))
