"""What may be decided on in a run: its claims, findings and findings between letters, and where each is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from expectations.model import CheckedLetter, Finding
from flows.review.run_shown import RunShown
from reports.deciding.decisions import Decisions
from reports.deciding.entries import Subject
from reports.deciding.folding import Standing, undecided
from reports.deciding.things_decided import across_subjects, claim_subjects, finding_subjects
from reports.standing.desk import ledger_order
from reports.standing.figures_between import words_in
from reports.words.addresses_shown import card_id

Things = dict[tuple[str, str], tuple[Subject, Mapping[str, Any]]]


def anchor_of(checked: CheckedLetter, kind: str, key: str) -> str:
    """Where a thing stands on the page of a letter; what is gone stood among the orphans."""
    if kind == "across":
        return f"across-{key.rpartition(':')[2]}"
    if kind == "claim":
        subjects = claim_subjects(checked).items()
        return next((card_id(claim_id) for claim_id, one in subjects if one.key == key), "orphans")
    keys = {id(found): one.key for found, one in zip(checked.findings, finding_subjects(checked), strict=True)}
    ledger = enumerate(ledger_order(checked.findings), start=1)
    return next((f"check-{number}" for number, one in ledger if keys[id(one)] == key), "orphans")


def things_of(checked: CheckedLetter) -> Things:
    """The things of a letter by kind and key, with what the report says of each."""
    found: Things = {}
    subjects = claim_subjects(checked)
    for claim in checked.extraction.claims:
        subject, verdict = subjects[claim.claim_id], checked.verdict_of(claim)
        read = {
            "kind": claim.kind,
            "comparator": claim.quantity.comparator,
            "measure": (verdict.measure if verdict else None) or claim.measure,
            "verdict": verdict.against_source if verdict else None,
            "timeliness": verdict.timeliness if verdict else None,
        }
        found["claim", subject.key] = subject, read
    for finding, subject in zip(checked.findings, finding_subjects(checked), strict=True):
        found["finding", subject.key] = subject, _found(finding)
    return found


def stands_of(
    things: Things, decisions: Decisions, letter_id: str, kind: str, key: str
) -> tuple[Standing, Mapping[str, Any]] | None:
    """How one of `things` stands, with what the report says of it; of a gone one how it last stood, `None` of one that
    never was.
    """
    found, stood = things.get((kind, key)), decisions.kept.get(("" if kind == "across" else letter_id, kind, key))
    if found is not None:
        return stood or undecided(found[0]), found[1]
    return (stood, {}) if stood is not None else None


def things_between(run: RunShown) -> Things:
    """The findings between letters, as `things_of`."""
    pairs = zip(run.across, across_subjects(run.across, words_in(run.across, run.letters)), strict=True)
    return {("across", subject.key): (subject, _found(finding)) for finding, subject in pairs}


def _found(finding: Finding) -> Mapping[str, Any]:
    return {"status": finding.status, "severity": finding.severity}
