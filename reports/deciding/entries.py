"""A decision is a row that is added and never changed; it hangs on exact words, value and occurrence in one letter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final, Literal

from claims.quick_records import dataclass

Kind = Literal["claim", "finding", "across"]

VERDICTS: Final = ("accept", "correct", "not_a_claim", "read_wrongly", "source_wrong", "dismiss")
"""What an editor may decide on a claim."""
OF_FINDINGS: Final = ("accept", "correct", "read_wrongly", "dismiss")
"""What an editor may decide on a finding: it is no claim and has no source."""
STEPS: Final = ("assign", "confirm", "return", "undo", "let_go")
"""What else may follow: whose it is, a second pair of eyes, taking the last step back, ending what matches nothing."""
CLEARING: Final = frozenset({"not_a_claim", "read_wrongly", "source_wrong", "dismiss"})
"""Decisions by which a thing asks for nothing any more."""
AGREEING: Final = frozenset({"accept", "correct"})
"""Decisions by which the editor agrees with the report."""
SHOWN = 24  # quotations kept in words; the key is of all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a decision is about. `quotations` as one line each: of a claim its words and its sentence, of a finding the
    words at each of its figures. `rule` only of findings. `digest` is of every quotation, the value, the occurrence.
    """

    letter_id: str
    kind: Kind
    quotations: tuple[str, ...]
    value: str
    occurrence: int
    digest: str
    rule: str = ""

    @classmethod
    def of(
        cls, letter_id: str, kind: Kind, quotations: tuple[str, ...], value: str, occurrence: int, rule: str = ""
    ) -> Subject:
        told = json.dumps([rule, quotations, value, occurrence], ensure_ascii=False)
        digest = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        return cls(
            letter_id=letter_id, kind=kind, quotations=quotations[:SHOWN], value=value, occurrence=occurrence,
            digest=digest, rule=rule,
        )  # fmt: skip

    @property
    def key(self) -> str:
        """The name of this thing in its letter."""
        return f"{self.rule}:{self.digest}" if self.rule else self.digest

    @property
    def place(self) -> Place:
        return self.letter_id, self.kind, self.key


Place = tuple[str, str, str]
"""Letter, kind and key: under this the entries about one thing are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. `revision` counts from 1 for each subject; `payload` holds what the decision brings with it: `wording`,
    `right` (value, comparator, measure, period), `reason`, `to` (a name); and `read`, what the report said then.
    """

    subject: Subject
    revision: int
    decision: str
    by: str
    at: str
    note: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)


def one_line(text: str) -> str:
    return " ".join(text.split())
