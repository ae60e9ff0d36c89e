"""Several things of a letter decided on at once, or such a step taken back as one: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import uuid4

from claims.quick_records import dataclass
from flows.review.decision_shelf import DecisionShelf, Overtaken
from flows.review.review_desk import ReviewDesk
from flows.review.things_shown import stands_of, things_between, things_of
from reports.deciding.folding import Standing
from reports.deciding.next_steps import Refused
from reports.deciding.together import Asked, Chosen, chosen_of, entries_together, mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Of what was meant, the things on which somebody decided meanwhile, and the others; how they all stand now."""

    moved: tuple[Standing, ...]
    others: tuple[Standing, ...]


@dataclass
class OvertakenOnSome(Exception):
    """Somebody else decided on some of it meanwhile; nothing was kept."""

    on: Moved


class SeveralDesk:
    """Its methods may be called from several threads."""

    def __init__(self, desk: ReviewDesk, shelf: DecisionShelf) -> None:
        self._desk, self._shelf = desk, shelf

    def decide(self, told: Mapping[str, str], given: Sequence[str]) -> tuple[str, str]:
        """Keep what a form says of each thing that is `given` as a form names it; the kind and key of the first.

        Raises Refused, or OvertakenOnSome where somebody else was first on any of them.
        """
        chosen = chosen_of(given)
        self._keep(self._asked(told.get("letter", ""), chosen), told, [one.revision for one in chosen])
        return chosen[0].kind, chosen[0].key

    def take_back(self, told: Mapping[str, str]) -> tuple[str, str]:
        """Take back, as one, the step whose mark the form tells; the kind and key of the first thing.

        Raises Refused, or OvertakenOnSome where it stands on other things than the page showed (`whole`, a number).
        """
        mark, letter_id = told.get("together", ""), told.get("letter", "")
        marked = [one for one in self._desk.decisions().kept.values() if mark in map(mark_of, one.history)]
        if not mark or not marked:
            raise Refused("There is nothing to take back.")
        still = tuple(one for one in marked if mark_of(one.last) == mark)
        if str(len(still)) != told.get("whole", ""):
            raise OvertakenOnSome(Moved(moved=tuple(one for one in marked if one not in still), others=still))
        chosen = list(map(_shown, still))
        self._keep(self._asked(letter_id, chosen), {**told, "decision": "undo"}, [one.revision for one in still])
        return chosen[0].kind, chosen[0].key

    def _keep(self, asked: Sequence[Asked], told: Mapping[str, str], seen: Sequence[int]) -> None:
        stood = [one for one, _ in asked]
        if any(one.revision != revision for one, revision in zip(stood, seen, strict=True)):
            raise OvertakenOnSome(_moved(stood, seen))
        entries = entries_together(asked, told, datetime.now(UTC).isoformat(timespec="seconds"), uuid4().hex)
        try:
            self._shelf.add(*entries)
        except Overtaken:  # between the look above and the writing
            now = self._asked(told.get("letter", ""), list(map(_shown, stood)))
            raise OvertakenOnSome(_moved([one for one, _ in now], seen)) from None

    def _asked(self, letter_id: str, chosen: Sequence[Chosen]) -> list[Asked]:
        """How each thing stands, in their order. Raises Refused where the letter never held one."""
        run, decisions = self._desk.run(), self._desk.decisions()
        checked = run.letters.get(letter_id)
        things = {**(things_of(checked) if checked else {}), **things_between(run)}
        found = [stands_of(things, decisions, letter_id, one.kind, one.key) for one in chosen]
        if any(one is None for one in found):
            raise Refused("The letter no longer holds what this was about; open its page again.")
        return [one for one in found if one is not None]


def _shown(stood: Standing) -> Chosen:
    """A thing as a page names it."""
    return Chosen(kind=stood.subject.kind, key=stood.subject.key, revision=stood.revision)


def _moved(stood: Sequence[Standing], seen: Sequence[int]) -> Moved:
    pairs = list(zip(stood, seen, strict=True))
    return Moved(
        moved=tuple(one for one, revision in pairs if one.revision != revision),
        others=tuple(one for one, revision in pairs if one.revision == revision),
    )
