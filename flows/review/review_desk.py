"""The review between the web and the store: the run in force, the pages with their forms, and what a form decides."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flows.review.as_decided import AsDecided
from flows.review.decision_shelf import DecisionShelf, Overtaken
from flows.review.run_shown import RunShown, latest_name, load_run
from flows.review.things_shown import anchor_of, stands_of, things_between, things_of
from flows.run_folders.runs import Layout
from reports.deciding.decisions import Decisions
from reports.deciding.entries import Entry
from reports.deciding.folding import Standing
from reports.deciding.loading import load_decisions
from reports.deciding.next_steps import Refused, next_entry
from reports.deciding.source_form import SourceForm
from reports.letter_page.decision_view import FormContext
from reports.letter_page.page import letter_page
from reports.site.letter_lists import list_pages, list_script
from reports.site.render import render_index, render_letter, render_list
from reports.site.write import deciding_of, letters_beside, rules_by_id
from reports.words.files_shown import letter_files

DECIDE = "/decide"
PATIENCE = 20.0  # seconds that a page waits for a new run
MEASURES = 400  # offered in a form; any other may be written


class ReviewDesk:
    """What the pages of a review are made of. Its methods may be called from several threads."""

    def __init__(self, layout: Layout, shelf: DecisionShelf, references: str | None = None) -> None:
        self._layout, self._shelf, self._references = layout, shelf, references
        self._lock = threading.Lock()
        self._run = load_run(layout, references)
        self._reading: threading.Thread | None = None
        self._known: tuple[int, Decisions] | None = None
        self._shown: AsDecided | None = None

    def run(self) -> RunShown:
        """The latest run; a new one takes the place of the one before when it has been read, for which is waited a
        little: a large one comes with a later page.
        """
        if latest_name(self._layout) != self._run.folder.name:
            with self._lock:
                if self._reading is None or not self._reading.is_alive():
                    self._reading = threading.Thread(target=self._read_run, daemon=True)
                    self._reading.start()
                reading = self._reading
            reading.join(PATIENCE)
        return self._run

    def _read_run(self) -> None:
        if latest_name(self._layout) != self._run.folder.name:
            self._run = load_run(self._layout, self._references)

    def decisions(self) -> Decisions:
        """Every decision, of the store as it is now and of files."""
        version = self._shelf.version()
        with self._lock:
            if self._known is None or self._known[0] != version:
                self._known = version, load_decisions(str(self._layout.out), self._shelf.entries())
            return self._known[1]

    def letter_html(
        self, letter_id: str, token: str, name: str, opened: str = "", adding: SourceForm | None = None
    ) -> str | None:
        """The page of a letter with its forms, that of the thing `opened` open, with the form of the source that is
        being added; `None` where the run has no such letter.
        """
        shown = self._as_decided()
        run, decisions = shown.run, shown.decisions
        if letter_id not in run.letters:
            return None
        at = shown.places[letter_id]
        form = FormContext(
            action=DECIDE,
            token=token,
            name=name,
            letter_id=letter_id,
            measures=_measures(run),
            open=opened,
            adding=adding,
            together=decisions.together,
        )
        page = letter_page(
            shown.letters[letter_id],
            run.names,
            rules_by_id(),
            shown.across,
            letter_files(run.files, "../exports/").get(letter_id, ()),
            letters_beside(shown.ordered, at),
            deciding_of(run.letters[letter_id], decisions, form),
        )
        return render_letter(page)

    def list_html(self, name: str) -> str | None:
        """The front page or a further page of the list; `None` where there is none of that name."""
        page = self._as_decided().front
        found = next((one for one in list_pages(page.letters) if one.name == name), None)
        if found is None:
            return None
        return render_index(page, found) if found.number == 1 else render_list(found)

    def list_data(self) -> str:
        """Every letter for the script of the list."""
        return list_script(self._as_decided().front.letters)

    def standing(self, letter_id: str, kind: str, key: str) -> tuple[Standing, Mapping[str, Any]] | None:
        """How a thing of a letter stands, with what the report says of it; of a gone one how it last stood."""
        run, decisions = self.run(), self.decisions()
        checked = run.letters.get(letter_id)
        things = things_between(run) if kind == "across" else things_of(checked) if checked else {}
        return stands_of(things, decisions, letter_id, kind, key)

    def place_of(self, letter_id: str, kind: str, key: str) -> tuple[str, str] | None:
        """The letter and the anchor on its page of a thing; `None` for a letter that there is not."""
        checked = self.run().letters.get(letter_id)
        return (letter_id, anchor_of(checked, kind, key)) if checked is not None else None

    def decide(self, told: Mapping[str, str]) -> None:
        """Keep what a form says. Raises Refused, or Overtaken where somebody else was first."""
        stood, read = self._asked(told, told.get("key", ""))
        _require_seen(stood, told.get("revision", ""))
        if told.get("decision") == "let_go" and read:
            raise Refused("It stands in the letter; decide on it there.")
        if "again" in told:
            self._shelf.add(*self._again(told, stood))
            return
        self._shelf.add(next_entry(stood, told, _now(), read))

    def take(self, run: RunShown, instead_of: RunShown) -> bool:
        """Show `run` from now on, unless another than `instead_of` has come meanwhile."""
        with self._lock:
            if self._run is not instead_of:
                return False
            self._run, self._references = run, run.where
            return True

    def _again(self, told: Mapping[str, str], gone: Standing) -> tuple[Entry, Entry]:
        """A decision whose words are gone, made again on the words that were chosen for it."""
        key, _, revision = told["again"].partition("@")
        stood, read = self._asked(told, key)
        _require_seen(stood, revision)
        if gone.decided is None:
            raise Refused("There is no decision here to confirm.")
        named = {"by": told.get("by", ""), "note": gone.decided.note}
        ended = next_entry(gone, {**named, "decision": "let_go"}, _now(), {})
        fresh = next_entry(stood, {**named, "decision": "accept"}, _now(), read)
        payload = {**gone.decided.payload, "read": dict(read)}
        return ended, replace(fresh, decision=gone.decided.decision, payload=payload)

    def _asked(self, told: Mapping[str, str], key: str) -> tuple[Standing, Mapping[str, Any]]:
        found = self.standing(told.get("letter", ""), told.get("kind", ""), key)
        if found is None:
            raise Refused("The letter no longer holds what this was about; open its page again.")
        return found

    def _as_decided(self) -> AsDecided:
        """The run with the decisions of now; made once for each state of both."""
        run, decisions, shown = self.run(), self.decisions(), self._shown
        if shown is None or shown.run is not run or shown.decisions is not decisions:
            shown = self._shown = AsDecided(run, decisions)
        return shown


def _require_seen(stood: Standing, revision: str) -> None:
    """A form is about what was there when its page was made. Raises Overtaken where more was said since."""
    if not revision.isascii() or not revision.isdigit() or len(revision) > 9:
        raise Refused("The form does not say what it was filled in on; open the page again.")
    if int(revision) != stood.revision:
        raise Overtaken


def _measures(run: RunShown) -> tuple[tuple[str, str], ...]:
    return tuple((one.measure_id, one.label) for one in run.table.measures[:MEASURES]) if run.table else ()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
