"""Decisions that match nothing any more: the words that they were about are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.deciding.decision_lines import Key, Line
from reports.deciding.decisions import Decided, Decisions
from reports.deciding.entries import Place, one_line
from reports.deciding.folding import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A decision that matches nothing in its letter any more. `read`: whether its letter was read in this run;
    `carried_out`: its new wording stands in the letter now, word for word.
    """

    letter_id: str
    quotations: tuple[str, ...]
    decision: str
    by: str
    at: str
    read: bool
    stood: Standing | None = None
    carried_out: bool = False


def orphans(decisions: Decisions, checked: Iterable[tuple[CheckedLetter, Decided]]) -> tuple[Orphan, ...]:
    """The decisions that match nothing in the letters of a run, in the order of letters, then as they were made."""
    search = OrphanSearch(decisions)
    for one, decided in checked:
        search.take(one, decided)
    return search.found()


class OrphanSearch:
    """The same, where letters come one after the other; one that nobody decided on leaves nothing here."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._texts: dict[str, str] = {}
        self._used: set[Key] = set()
        self._places: set[Place] = set()

    def take(self, checked: CheckedLetter, decided: Decided) -> None:
        """A letter of the run, and how its things stand."""
        letter = checked.extraction.letter
        if self._decisions.are_on(letter.letter_id):
            self._texts[letter.letter_id] = one_line(letter.text)
            self._used |= decided.lines
            self._places |= {stood.subject.place for stood in [*decided.claims.values(), *decided.findings]}

    def found(self) -> tuple[Orphan, ...]:
        """The decisions that matched nothing in the letters taken."""
        kept, lines = self._decisions.kept.items(), self._decisions.lines.latest.items()
        rows = [_kept_orphan(stood, self._texts) for place, stood in kept if place not in self._places]
        told = [_line_orphan(key, line, self._texts) for key, line in lines if key not in self._used]
        found = [one for one in [*rows, *told] if one is not None]
        return tuple(sorted(found, key=lambda one: (one.letter_id, one.at)))


def _kept_orphan(stood: Standing, texts: Mapping[str, str]) -> Orphan | None:
    entry, subject = stood.decided, stood.subject
    if entry is None or stood.state == "ended" or subject.kind == "across":
        return None
    text, wording = texts.get(subject.letter_id), one_line(str(entry.payload.get("wording", "")))
    return Orphan(
        letter_id=subject.letter_id,
        quotations=subject.quotations,
        decision=entry.decision,
        by=entry.by,
        at=entry.at,
        read=text is not None,
        stood=stood,
        carried_out=bool(wording) and text is not None and wording in text,
    )


def _line_orphan(key: Key, line: Line, texts: Mapping[str, str]) -> Orphan | None:
    if not line.decision:
        return None
    quotations = key[4:] or key[2:]
    return Orphan(letter_id=key[0], quotations=quotations, decision=line.decision, by=line.by, at=line.on,
                  read=key[0] in texts)  # fmt: skip
