"""What candidates propose: a stretch of lines, the part it plays, and the evidence for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from claims.model import SegmentKind, Span
from claims.quick_records import dataclass
from claims.yaml_files import read_yaml

Evidence = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: printed number, span of the name in the view, group label, the lines it stands on."""

    number: int | None
    span: Span
    group: str | None
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `[first, end)` read as one part; `evidence` names weights, each with an amount.

    Of a list of signatories: its `entries`, the `labels` of its groups with their lines, the line of its `announcer`.
    `doubt` says why its entries cannot be counted; they are then empty. `late`: said to have come in later.
    `in_prose`: the names stand in a sentence of the letter, whose part it leaves as it is.
    """

    part: SegmentKind
    first: int
    end: int
    evidence: Evidence
    entries: tuple[Entry, ...] = ()
    labels: tuple[tuple[str, int], ...] = ()
    announcer: int | None = None
    doubt: str | None = None
    late: bool = False
    in_prose: bool = False

    @property
    def signs(self) -> bool:
        return self.part == "signatories"


@cache
def weights() -> dict[str, float]:
    """The weights of `weights.yml` by name."""
    told: dict[str, float] = read_yaml(files("claims.parts").joinpath("weights.yml"))
    return {name: float(value) for name, value in told.items()}


def weighed(evidence: Evidence) -> float:
    """What evidence amounts to. Raises KeyError for a name that has no weight."""
    return sum(weights()[name] * amount for name, amount in evidence)


def grouped(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Neighbours of one group together."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if not groups or groups[-1][-1].group != entry.group:
            groups.append([])
        groups[-1].append(entry)
    return groups
