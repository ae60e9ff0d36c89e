"""The decisions in force, whoever wrote them down: the one reader that commands, pages and exit codes share.

Rows of the review's store come before lines of files about the same thing: they carry their history.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Final

from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding
from reports.deciding.agreement import draft_rules
from reports.deciding.decision_lines import DecisionLines, Key, Line
from reports.deciding.entries import Entry, Place, Subject, one_line
from reports.deciding.folding import Standing, standing, undecided
from reports.deciding.things_decided import Words, across_subjects, claim_subjects, finding_subjects
from reports.deciding.together import still_together


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """How each claim (by id) and finding (parallel to the letter's) of one letter stands; `lines` used of files."""

    claims: Mapping[str, Standing] = field(default_factory=dict)
    findings: tuple[Standing, ...] = ()
    lines: frozenset[Key] = frozenset()

    def clears_claim(self, claim_id: str) -> bool:
        stood = self.claims.get(claim_id)
        return stood is not None and stood.clears

    def clears_finding(self, at: int) -> bool:
        """Whether the `at`th finding of the letter asks for nothing any more."""
        return at < len(self.findings) and self.findings[at].clears


NOTHING_DECIDED: Final = Decided()


@dataclass(frozen=True, eq=False)
class Decisions:
    """Every decision there is: `kept` of the store, `lines` of files."""

    kept: Mapping[Place, Standing] = field(default_factory=dict)
    lines: DecisionLines = field(default_factory=DecisionLines)

    def of(self, checked: CheckedLetter) -> Decided:
        """How the things of a letter stand. What a letter that nobody decided on costs is one look-up."""
        letter_id = checked.extraction.letter.letter_id
        if letter_id not in self._letters:
            return NOTHING_DECIDED
        used: set[Key] = set()
        claims = {
            claim_id: self._standing(subject, self.lines.of_claim(letter_id, claim_id), used)
            for claim_id, subject in claim_subjects(checked).items()
        }
        findings = tuple(self._findings(checked, used))
        return Decided(claims=claims, findings=findings, lines=frozenset(used))

    def of_across(self, across: Sequence[Finding], words: Words) -> tuple[Standing, ...]:
        """How the findings between letters stand, parallel to them."""
        return tuple(self._standing(subject, None, set()) for subject in across_subjects(across, words))

    def are_on(self, letter_id: str) -> bool:
        """Whether anything was decided on a letter."""
        return letter_id in self._letters

    def only(self, letter_id: str) -> Decisions:
        """The decisions on one letter."""
        if letter_id not in self._letters:
            return NONE
        lines = {key: line for key, line in self.lines.latest.items() if key[0] == letter_id}
        return Decisions(kept=self._by_letter.get(letter_id, {}), lines=DecisionLines(lines))

    def fingerprint(self) -> str:
        """A digest that changes with every decision."""
        told = [
            sorted((place, stood.revision) for place, stood in self.kept.items()),
            sorted(map(repr, self.lines.latest.items())),
        ]
        return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The rules with whose alarms editors agree too seldom."""
        return draft_rules(self.kept.values())

    @cached_property
    def together(self) -> Mapping[str, int]:
        """By their mark, the things that were decided on at once and have had no step since."""
        return still_together(self.kept.values())

    @cached_property
    def _by_letter(self) -> dict[str, dict[Place, Standing]]:
        found: dict[str, dict[Place, Standing]] = {}
        for place, stood in self.kept.items():
            found.setdefault(place[0], {})[place] = stood
        return found

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset([*self._by_letter, *(key[0] for key in self.lines.latest)])

    def _findings(self, checked: CheckedLetter, used: set[Key]) -> Iterator[Standing]:
        letter = checked.extraction.letter
        alike = Counter((one.rule, one.stated) for one in checked.findings)
        for finding, subject in zip(checked.findings, finding_subjects(checked), strict=True):
            quotes = tuple(one_line(span.of(letter.text)) for span in finding.spans)
            alone = alike[finding.rule, finding.stated] == 1
            line = self.lines.of_finding(letter.letter_id, finding.rule, finding.stated, quotes, alone=alone)
            yield self._standing(subject, line, used)

    def _standing(self, subject: Subject, line: tuple[Key, Line] | None, used: set[Key]) -> Standing:
        if line is not None:
            used.add(line[0])
        kept = self.kept.get(subject.place)
        if kept is not None or line is None:
            return kept or undecided(subject)
        return _of_line(subject, line[1])


NONE: Final = Decisions()


def _of_line(subject: Subject, line: Line) -> Standing:
    if not line.decision:
        return undecided(subject)
    entry = Entry(subject=subject, revision=0, decision=line.decision, by=line.by, at=line.on, note=line.note)
    return standing([entry])
