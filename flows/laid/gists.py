"""What the process of a run holds of a letter, and how a letter is laid on the disk.

It is made where the letter is checked, and kept as the letter is: of an unchanged letter nothing else need be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claims.language.load import load_language
from claims.model import Letter
from claims.quick_records import dataclass
from claims.relations.fits.repeats.letter_pairs import Sketch
from expectations.model import CheckedLetter
from flows.laid.framed_values import Framed, framed, load_frames, store_frames
from flows.laid.laid_letters import Compared, Laid, LaidExtraction, LaidLetters, LettersById, shortened
from flows.state.letter_cache import code_digest, digest_of_values, files_digest
from flows.store.letter_states import letter_state
from flows.store.states import Known, States
from reports.deciding.decisions import Decisions
from reports.standing.desk import desk
from reports.standing.list_order import Order, order_of
from reports.standing.rereading import reread_letter
from reports.words.table_names import Names, SubjectKey, series_key, subject_of
from sources.model import ReferenceTable
from sources.settings import Settings

_RENDERING = ("reports", "expectations", "flows")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a letter. `letter` is without what is long of it; `order` its place in the list; `key` names all
    that its files depend on but the letters around it; `state` the digest of what the store keeps of it, empty where
    that cannot be made; `row` what the operator's table has of it.
    """

    letter: Letter
    sketch: Sketch
    is_measured: bool
    order: Order
    key: str
    state: str
    row: dict[str, Any]
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What is told of a letter, and where it stands: itself, and its state for the store."""

    told: Told
    laid: Laid
    state: Framed

    @property
    def letter(self) -> Letter:
        return self.told.letter

    def extraction(self) -> LaidExtraction:
        """What was read of it, as it is held against other letters."""
        told = self.told
        return LaidExtraction.of(told.letter, told.sketch, self.laid, is_measured=told.is_measured)


def letters_of(gists: Sequence[Gist]) -> LaidLetters:
    """The letters, as they are published."""
    return LaidLetters([one.laid for one in gists])


def letters_by_id(gists: Sequence[Gist]) -> LettersById:
    """The same by their ids."""
    return LettersById({one.letter.letter_id: one.laid for one in gists})


def states_of(gists: Sequence[Gist]) -> States:
    """The states of the letters for the store, those that could be made."""
    return States(
        [Known(one.letter.letter_id, one.told.state, one.state.load, one.state.data) for one in gists if one.told.state]
    )


def lay(checked: CheckedLetter, teller: Teller, path: Path) -> Gist:
    """Lay a letter into the file `path`: with the verdicts that editors' right readings give. Raises OSError."""
    decided = teller.as_decided(checked)
    state = _state(checked)
    compared, sketch = _compared(checked)
    told = Told(
        letter=shortened(checked.extraction.letter),
        sketch=sketch,
        is_measured=bool(checked.extraction.measured),
        order=order_of(decided, teller.decisions),
        key=teller.key_of(decided),
        state=state.digest if state is not None else "",
        row=_row(checked),
        page=checked.extraction.__dict__.get("kept_in", ""),
    )
    return _gist(told, store_frames(path, [framed(one) for one in (told, decided, compared, state)]))


def laid_before(path: Path) -> Gist | None:
    """The gist of a letter that was laid there, if all of it can be used."""
    found = load_frames(path)
    if found is None or not isinstance(found[0], Told):
        return None
    told, places = found
    return _gist(told, places) if not told.page or Path(told.page).is_file() else None


def _gist(told: Told, places: tuple[Framed, ...]) -> Gist:
    _, whole, compared, state = places
    return Gist(told=told, laid=Laid(whole=whole, compared=compared), state=state)


def _compared(checked: CheckedLetter) -> tuple[Compared, Sketch]:
    read = checked.extraction
    with load_language(read.letter.language).in_force():
        return Compared(things=read.things, dates=read.dates), read.sketch


def _state(checked: CheckedLetter) -> Any:
    """The state of a letter; one that meets a fault of ours is left out of the store, as it is out of the tables."""
    try:
        return letter_state(checked)
    except Exception:  # `flows.fencing` names the letter as a problem
        return None


def _row(checked: CheckedLetter) -> dict[str, Any]:
    letter = checked.extraction.letter
    return {
        "letter": letter.letter_id,
        "title": letter.title or "",
        "written": letter.written_on.isoformat() if letter.written_on else "",
        "items": len(desk(checked)),
        "claims": len(checked.extraction.claims),
    }


def digest_of(*told: object) -> str:
    """A digest of plain values."""
    return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()


class Teller:
    """Tells of letters: what their files depend on, but for the letters around them. `reading` names all that letters
    are read with.
    """

    def __init__(self, reading: str, table: ReferenceTable | None, comparing: Settings, decisions: Decisions) -> None:
        self.decisions = decisions
        self._table, self._comparing, self._names = table, comparing, Names.of(table)
        named = digest_of_values(table.measures, table.events, table.producers) if table is not None else ""
        self._all = digest_of(reading, code_digest(), files_digest(_RENDERING), named, sorted(decisions.drafts))
        self._courses: dict[SubjectKey, str] = {}

    def as_decided(self, checked: CheckedLetter) -> CheckedLetter:
        """The letter with the verdicts that right readings give."""
        if self._table is None:
            return checked
        return reread_letter(checked, self.decisions.of(checked), self._table, self._comparing)

    def key_of(self, one: CheckedLetter) -> str:
        """What the files of a letter depend on, in a word."""
        letter = one.extraction.letter
        decided = self.decisions.only(letter.letter_id).fingerprint()
        what = letter.letter_id, letter.path, letter.sha256, letter.text, one.findings
        verdicts = sorted(one.verdicts.items())
        return digest_of(self._all, what, verdicts, one.cited, decided, [*self._drawn(one)])

    def _drawn(self, one: CheckedLetter) -> Iterator[str]:
        """The courses of figures that its page may draw."""
        deciding = (each.observation for verdict in one.verdicts.values() for each in verdict.evidence if each.decides)
        for subject in dict.fromkeys(subject_of(series_key(row)) for row in deciding):
            if subject not in self._courses:
                series = self._names.subjects.get(subject, ())
                self._courses[subject] = digest_of([self._names.series[key] for key in series])
            yield self._courses[subject]
