"""An alarm with what it is raised of: its relation, its figures in their order, what else of the letter holds."""

from __future__ import annotations

from collections.abc import Collection

from claims.extraction import Extraction
from claims.model import Claim
from claims.quick_records import dataclass
from claims.relations.kinds import PartOf, Relation, Split
from claims.relations.wordings.figure_subjects import Subject, Subjects
from expectations.model import Finding


@dataclass(frozen=True)
class Alarm:
    """A finding that a rule calls inconsistent.

    `holding`: the ids of the claims that take part in a relation that holds; `sums`: those of each sum that holds.
    """

    extraction: Extraction
    finding: Finding
    relation: Relation
    subjects: Subjects
    holding: Collection[str]
    sums: Collection[tuple[str, ...]] = ()

    def of(self, *claims: Claim) -> list[Subject]:
        """The subjects of claims; those that stand in no sentence of the letter are left out."""
        return self.subjects.of_all(claims)


def relation_of(extraction: Extraction, finding: Finding) -> Relation | None:
    """The relation whose arithmetic a finding is, by the name that it bears."""
    named = finding.relation_ids[:1]
    return extraction.relations[int(named[0].rpartition("-")[2])] if named else None


def split_told(alarm: Alarm, relation: PartOf) -> Split:
    """The reading of a breakdown that its finding tells."""
    told = set(alarm.finding.spans)
    fitting = (one for one in relation.readings if {one.whole.span, *(part.span for part in one.parts)} == told)
    return next(fitting, relation.readings[0])
