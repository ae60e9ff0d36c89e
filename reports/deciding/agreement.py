"""What decisions teach: by rule, verdict and measure how often editors agreed with an alarm; misreadings as cases.

An alarm is a sum that did not come out, or a figure that a source speaks against. Editors agree where they accept it
or have the letter corrected; they disagree where the number was misread or is no claim, where the source is at fault,
or where the letter is fine as it stands. What is left for other reasons (known, a matter of style) says neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from claims.quick_records import dataclass
from reports.deciding.entries import AGREEING, Entry
from reports.deciding.folding import Standing

DRAFT_UNDER: Final = 0.8
"""A rule with whose alarms editors agree less often is a draft."""
FEWEST: Final = 10
"""Decisions from which a share says something."""
_AGAINST: Final = frozenset({"overstated", "understated", "contradicted", "conflicting_sources"})
_DISAGREEING: Final = frozenset({"not_a_claim", "read_wrongly", "source_wrong"})
_SAYS_FINE: Final = frozenset({"fine", "said_elsewhere"})

Group = Literal["rule", "verdict", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How editors stand to the alarms of one rule, verdict or measure; `neither` says nothing of it."""

    group: Group
    name: str
    agreed: int
    disagreed: int
    neither: int

    @property
    def share(self) -> float | None:
        """How often they agreed, of those that say so; `None` where nobody has."""
        said = self.agreed + self.disagreed
        return self.agreed / said if said else None

    @property
    def draft(self) -> bool:
        """Whether it is a rule that editors agree with too seldom."""
        few = self.agreed + self.disagreed < FEWEST
        return self.group == "rule" and not few and (self.share or 0.0) < DRAFT_UNDER


def agreements(stood: Iterable[Standing]) -> tuple[Agreement, ...]:
    """The groups of all alarms that are decided, those with the most decisions first."""
    counts: dict[tuple[Group, str], list[int]] = {}
    for one in stood:
        if one.decided is None or not one.holds or not _is_alarm(one.decided):
            continue
        for group in _groups(one.decided):
            counts.setdefault(group, [0, 0, 0])[_side(one.decided)] += 1
    rows = [
        Agreement(group=group, name=name, agreed=agreed, disagreed=disagreed, neither=neither)
        for (group, name), (agreed, disagreed, neither) in counts.items()
    ]
    order = ("rule", "verdict", "measure")
    return tuple(sorted(rows, key=lambda row: (order.index(row.group), -(row.agreed + row.disagreed), row.name)))


def draft_rules(stood: Iterable[Standing]) -> frozenset[str]:
    """The rules that are shown as drafts."""
    return frozenset(one.name for one in agreements(stood) if one.draft)


def misreadings(stood: Iterable[Standing]) -> Iterator[dict[str, Any]]:
    """Numbers that were misread or are no claim: the sentence, what was read, what is right (`None`: no claim)."""
    for one in sorted(stood, key=lambda each: each.subject.place):
        decided, subject = one.decided, one.subject
        if decided is None or not one.holds or subject.kind != "claim":
            continue
        if decided.decision not in ("read_wrongly", "not_a_claim"):
            continue
        right = dict(decided.payload.get("right") or {}) if decided.decision == "read_wrongly" else None
        yield {
            "sentence": subject.quotations[1] if len(subject.quotations) > 1 else "",
            "quote": subject.quotations[0],
            "read": {"value": subject.value, **_read(decided)},
            "right": right,
            "note": decided.note,
        }


def _is_alarm(entry: Entry) -> bool:
    read = _read(entry)
    if entry.subject.kind != "claim":
        return bool(read.get("status") == "inconsistent")
    return read.get("verdict") in _AGAINST or read.get("timeliness") == "stale_at_writing"


def _groups(entry: Entry) -> list[tuple[Group, str]]:
    if entry.subject.rule:
        return [("rule", entry.subject.rule)]
    read = _read(entry)
    return [("verdict", str(read.get("verdict"))), ("measure", str(read.get("measure") or read.get("kind")))]


def _side(entry: Entry) -> int:
    if entry.decision in AGREEING:
        return 0
    disagrees = entry.decision in _DISAGREEING or entry.payload.get("reason") in _SAYS_FINE
    return 1 if disagrees else 2


def _read(entry: Entry) -> dict[str, Any]:
    return dict(entry.payload.get("read") or {})
