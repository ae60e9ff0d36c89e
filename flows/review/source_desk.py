"""Sources that editors add from the cards of a review: the form of a claim, and what a filled form does."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from flows.review.adding_sources import RefusedSourceError, add_row, compared_again
from flows.review.review_desk import ReviewDesk
from flows.review.run_shown import RunShown, load_run
from flows.run_folders.runs import Layout
from reports.deciding.source_form import SourceForm, filled_from
from reports.words.addresses_shown import card_id

PRODUCERS: Final = 400  # offered in a form; any other may be written
GONE: Final = ("The letter no longer holds what this was about; open its page again.",)
MEANWHILE: Final = ("A new run came meanwhile. The source is kept; open the letter again.",)


class SourceDesk:
    """Its methods may be called from several threads; rows are added one after the other."""

    def __init__(self, desk: ReviewDesk, layout: Layout) -> None:
        self._desk, self._layout = desk, layout
        self._adding = threading.Lock()

    def form(
        self, letter_id: str, claim_id: str, told: Mapping[str, str] | None = None, faults: tuple[str, ...] = ()
    ) -> SourceForm | None:
        """The form of a claim, with what was written into it before; `None` of a claim that there is not."""
        run = self._desk.run()
        checked = run.letters.get(letter_id)
        claims = checked.extraction.claims if checked else ()
        claim = next((one for one in claims if one.claim_id == claim_id), None)
        if claim is None:
            return None
        producers = run.table.producers[:PRODUCERS] if run.table else ()
        return SourceForm(
            claim_id=claim_id,
            values=told if told is not None else filled_from(claim),
            faults=faults,
            producers=tuple((one.producer_id, one.name) for one in producers),
        )

    def add(self, told: Mapping[str, str]) -> tuple[str, str]:
        """Keep the source that a form tells, and compare again: its letter at once, the others as soon as may be.

        Returns the letter and the anchor of the claim's card. Raises RefusedSourceError.
        """
        letter_id, claim_id = told.get("letter", ""), told.get("claim", "")
        with self._adding:
            run = self._desk.run()
            if self.form(letter_id, claim_id) is None:
                raise RefusedSourceError(GONE)
            again = compared_again(run, add_row(self._layout, run.where, told, datetime.now(UTC).date()), letter_id)
            if not self._desk.take(again, run):
                raise RefusedSourceError(MEANWHILE)
        if len(again.letters) > 1:
            threading.Thread(target=self._read_again, args=(again,), daemon=True).start()
        return letter_id, card_id(claim_id)

    def _read_again(self, seen: RunShown) -> None:
        """The whole run with the table as it is now, unless a further row has come meanwhile."""
        self._desk.take(load_run(self._layout, seen.where), seen)
