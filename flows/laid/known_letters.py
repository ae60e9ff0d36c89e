"""What letters are read and checked with, how each is laid on the disk, and those that an earlier run laid there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import CrossfootError
from claims.model import Field
from claims.quick_records import dataclass
from claims.readers.finding import FoundLetter
from claims.readers.opening import read_bytes
from expectations.model import CheckedLetter, RuleSettings
from flows import steps
from flows.fencing import fault_of
from flows.laid.gists import Gist, Teller, laid_before, lay
from flows.run_folders.kept_inputs import keep_input
from flows.state.letter_cache import LetterCache
from reports.deciding.decisions import Decisions
from reports.model import Problem
from sources.model import ReferenceTable
from sources.settings import Settings

if TYPE_CHECKING:
    from sources.pages.kept import PageShelf


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What every letter of a run is read, checked and laid down with. `kept`: what earlier runs kept; `named` names all
    that letters are read with; `aside` is the folder of what this run alone needs.
    """

    field: Field
    table: ReferenceTable | None
    rules: RuleSettings
    comparing: Settings
    language: str
    pages: str | None
    state: str
    kept: LetterCache | None
    decisions: Decisions
    named: str
    aside: str

    @cached_property
    def teller(self) -> Teller:
        """Who tells letters' gists."""
        return Teller(self.named, self.table, self.comparing, self.decisions)

    def shelf(self) -> PageShelf | None:
        """The pages that letters cite, where there are any."""
        return steps.load_pages(self.pages, Path(self.state))

    def check(self, found: FoundLetter, shelf: PageShelf | None) -> CheckedLetter | Problem:
        """A letter, checked, which can stand among others; else why not."""
        tables = self.field, self.table, self.rules, self.comparing
        result = steps.check_one(found, *tables, self.language, shelf, self.kept)
        if isinstance(result, Problem) or (self.kept is not None and shelf is None):
            return result  # what is kept has been through the fence
        return fault_of(result) or result

    def lay(self, found: FoundLetter, checked: CheckedLetter, *, lasting: bool) -> Gist | Problem:
        """Lay a letter on the disk, where the next run finds it if it is `lasting`."""
        letter = checked.extraction.letter
        try:
            return lay(checked, self.teller, self._place(found, letter.sha256, lasting=lasting))
        except OSError as error:
            why = f"could not be kept with the run ({error.strerror}); make room under --out or name another"
            return Problem(path=letter.path, message=why)

    def known(self, found: FoundLetter) -> Gist | None:
        """The letter as it was laid down before; whatever is wrong with it is told where it is checked."""
        try:
            data = read_bytes(found.path) if found.data is None else found.data
            gist = self._laid_before(found, data)
            if gist is not None and found.keep is not None:
                keep_input(Path(found.keep), gist.letter, data)
            return gist
        except (CrossfootError, OSError):
            return None

    def _laid_before(self, found: FoundLetter, data: bytes) -> Gist | None:
        if self.kept is None:
            return None
        place = self._place(found, hashlib.sha256(data).hexdigest(), lasting=True)
        if (gist := laid_before(place)) is not None:
            self.kept.is_used(found, data)
            return gist
        checked = self.kept.find(found, data)
        return lay(checked, self.teller, place) if checked is not None else None

    def _place(self, found: FoundLetter, sha256: str, *, lasting: bool) -> Path:
        decided = self.decisions.only(found.letter_id).fingerprint()
        kept = (self.kept.digest, self.kept.compared, self.kept.table) if self.kept is not None and lasting else ()
        named = repr(("laid", found.path, found.letter_id, found.ocr, sha256, decided, kept))
        name = hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()
        return Path(self.kept.folder if kept and self.kept else self.aside) / name[:2] / name[2:]


def known_before(found: Sequence[FoundLetter], reading: Reading) -> list[Gist | None]:
    """The letters that were kept whole, each in its place; where pages are asked that letters cite, none is."""
    if reading.kept is None or reading.shelf() is not None:
        return [None] * len(found)
    return [reading.known(one) for one in found]


def laid_batch(batch: Sequence[FoundLetter], reading: Reading) -> list[Gist | Problem]:
    """Letters checked and laid down, one after the other."""
    return list(_laid(batch, reading))


def _laid(batch: Sequence[FoundLetter], reading: Reading) -> Iterator[Gist | Problem]:
    shelf = reading.shelf()
    for found in batch:
        result = reading.check(found, shelf)
        lasting = reading.kept is not None and shelf is None
        yield result if isinstance(result, Problem) else reading.lay(found, result, lasting=lasting)
