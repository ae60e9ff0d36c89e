"""The word each claim of a letter goes by: how it stands to the sources, or that the letter itself is what tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claims.model import Claim
from expectations.model import CheckedLetter, Finding
from reports.words.wording import Word, keys, word
from sources.model import Verdict

INSIDE: Final = "inside"
"""The group of words of claims that no source is asked about."""


def source_word(verdict: Verdict | None) -> Word:
    """The first axis; a claim without a verdict was compared with nothing."""
    return word("against_source", verdict.against_source if verdict else "unverified")


def is_of_the_letter(claim: Claim, verdict: Verdict | None) -> bool:
    """Whether the letter alone can tell: lengths of time, places in a series, its own signatories."""
    if verdict is None or verdict.against_source != "unverified":
        return False
    return verdict.checked == "inside" or (claim.kind == "signatories" and not verdict.needs_editor)


def standing_words(checked: CheckedLetter) -> Mapping[str, Word]:
    """By the id of each claim."""
    made = made_with(checks_by_claim(checked.extraction.claims, checked.findings))
    return {one.claim_id: _word(one, checked.verdict_of(one), made) for one in checked.extraction.claims}


def _word(claim: Claim, verdict: Verdict | None, made: Mapping[str, Sequence[Finding]]) -> Word:
    if not is_of_the_letter(claim, verdict):
        return source_word(verdict)
    return word(INSIDE, "inside" if claim.claim_id in made else "left_inside")


def checks_by_claim(claims: Sequence[Claim], findings: Sequence[Finding]) -> Mapping[str, Sequence[Finding]]:
    """The checks of the figure of each claim: that name it, or among whose figures it is."""
    by_span = {claim.span: claim.claim_id for claim in claims}
    made: dict[str, list[Finding]] = {}
    for finding in findings:
        meant = [*finding.claim_ids, *(by_span[span] for span in finding.spans if span in by_span)]
        for claim_id in dict.fromkeys(meant):
            made.setdefault(claim_id, []).append(finding)
    return made


def made_with(checks: Mapping[str, Sequence[Finding]]) -> Mapping[str, Sequence[Finding]]:
    """Of the checks of each claim those that could be made."""
    kept = {key: [one for one in found if one.status != "not_checkable"] for key, found in checks.items()}
    return {key: found for key, found in kept.items() if found}


def why_inside(said: Word, checks: Sequence[Finding]) -> str:
    """Why the letter's own figures tell, or do not; nothing of a claim that sources were asked about."""
    if said.key == "left_inside" and checks:
        return checks[0].message
    return said.sentence if said.key in keys(INSIDE) else ""


def sum_inside(finding: Finding) -> str:
    """What a check reckoned with, in a line: "285 = 254 + 31" of a sum that held, both sides of one that did not."""
    if finding.status != "consistent":
        return " ≠ ".join(part for part in (finding.stated, finding.expected) if part)
    left, equals, right = finding.expected.rpartition(" = ")
    return f"{right} = {left}" if equals else finding.expected or finding.stated


def word_keys() -> tuple[tuple[str, str], ...]:
    """Every word a claim may go by, as group and key, in the order in which an editor meets them."""
    return tuple((group, key) for group in ("against_source", INSIDE) for key in keys(group))
