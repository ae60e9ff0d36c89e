"""`crossfoot doctor`: what a run needs, one thing after the other, each with what to do where it is wanting."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from flows.commands.settings_explained import explained, said_for_doctor
from flows.neighbours import foreign
from flows.run_folders.runs import Layout
from flows.state.missed_runs import CHECK, missed
from flows.state.one_at_a_time import RUN, SERVE, holder, is_held
from reports.words.wording import counted

_LIBRARIES = ("prefect", "great-expectations", "pandas", "pyarrow", "quantulum3", "dateparser", "pypdfium2")
_LEAST_ROOM = 500_000_000  # bytes; a run of a thousand letters takes a quarter of it
_TOOLS = (("tesseract", "scanned pages (--ocr)"),)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands: "well", "note" (nothing is wrong) or "wrong"; and what to do."""

    standing: str
    what: str
    says: str


def run_doctor(arguments: argparse.Namespace, parsers: Mapping[str, argparse.ArgumentParser]) -> int:
    """Print how each thing stands, of the folder and the table that were told or that the settings name; 0 if nothing
    is wrong, else 1. `parsers` of the commands, to which the settings are held.
    """
    out, references = said_for_doctor(arguments.settings)
    told, table = Path(arguments.out or out), arguments.references or references
    found = list(_found("settings", lambda: explained(arguments.settings, parsers)))
    found += examined(Layout(out=told), table)
    for one in found:
        print(f"{ {'well': 'ok   ', 'note': 'note ', 'wrong': 'WRONG'}[one.standing] } {one.what:<14} {one.says}")
    return 1 if any(one.standing == "wrong" for one in found) else 0


def examined(layout: Layout, references: str | None) -> Iterator[Finding]:
    """Every thing looked at, in order; a look that itself fails is told and hides no other."""
    looks: tuple[tuple[str, Callable[[], Iterator[tuple[str, str]]]], ...] = (
        ("installation", _installation),
        ("tools", _tools),
        ("table", lambda: _table(references)),
        ("folder", lambda: _folder(layout)),
        ("disk", lambda: _disk(layout)),
        ("prefect", lambda: _prefect(layout)),
        ("schedule", lambda: _schedule(layout)),
        ("store", lambda: _store(layout)),
        ("last run", lambda: _last_run(layout)),
    )
    for what, look in looks:
        yield from _found(what, look)


def _found(what: str, look: Callable[[], Iterator[tuple[str, str]]]) -> Iterator[Finding]:
    try:
        for standing, says in look():
            yield Finding(standing, what, says)
    except (CrossfootError, OSError, ValueError, KeyError) as error:
        yield Finding("wrong", what, f"cannot be looked at: {error}")


def _installation() -> Iterator[tuple[str, str]]:
    if (stranger := foreign()) is not None:
        yield "wrong", stranger.removeprefix("crossfoot: ")
    missing = []
    for name in _LIBRARIES:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        yield "wrong", f"{', '.join(missing)} missing; install crossfoot anew with its pins (make setup)"
    else:
        yield "well", f"crossfoot {version('crossfoot')}, Python {sys.version.split()[0]}, Prefect {version('prefect')}"


def _tools() -> Iterator[tuple[str, str]]:
    for tool, purpose in _TOOLS:
        there = shutil.which(tool)
        yield ("well", f"{tool} for {purpose}: {there}") if there else ("note", f"no {tool}: no {purpose}")


def _table(references: str | None) -> Iterator[tuple[str, str]]:
    from sources.table.load import check_table, load_table
    from sources.table.where import shown

    if faults := check_table(references):
        yield "wrong", f"{len(faults)} at fault, the first {faults[0]}; see `crossfoot sources check`"
        return
    yield "well", f"{shown(references)}: {len(load_table(references).observations):,} observations"


def _folder(layout: Layout) -> Iterator[tuple[str, str]]:
    if not layout.out.exists():
        yield "note", f"{layout.out} is not there yet; the first report makes it"
        return
    layout.prepare()
    probe = layout.state / f".doctor.{os.getpid()}"
    probe.touch()
    probe.unlink()
    partial = [path.name for path in layout.runs.glob(".*.partial")]
    if partial and not is_held(layout.state / RUN):
        yield "note", f"{len(partial)} runs were killed and left a part; the next run removes it after a day"
    yield "well", f"{layout.out} can be written"


def _disk(layout: Layout) -> Iterator[tuple[str, str]]:
    there = next(path for path in (layout.out, *layout.out.absolute().parents) if path.exists())
    free = shutil.disk_usage(there).free
    says = f"{free / 1e9:,.1f} GB free"
    yield ("well", says) if free > _LEAST_ROOM else ("wrong", f"{says}; make room, or lower --keep")


def _prefect(layout: Layout) -> Iterator[tuple[str, str]]:
    from flows.prefect_home import answers, configured_server

    if (address := configured_server()) is None:
        home = layout.state / "prefect"
        yield "well", f"a server is started for each run, on {home}" + ("" if home.exists() else " (made by the first)")
    elif answers(address):
        yield "well", f"{address} answers"
    else:
        yield "wrong", f"{address} does not answer; start it, or unset PREFECT_API_URL"


def _schedule(layout: Layout) -> Iterator[tuple[str, str]]:
    if is_held(layout.state / SERVE):
        yield "well", f"served by {holder(layout.state / SERVE)}"
    else:
        yield "note", f"no `crossfoot serve` is at work on this folder{_missed(layout)}"
    if is_held(layout.state / RUN):
        yield "note", f"a run is under way ({holder(layout.state / RUN)})"


def _missed(layout: Layout) -> str:
    due = missed(layout.state, CHECK, datetime.now(UTC))
    return f"; the run of {due:%Y-%m-%d %H:%M} UTC was missed, and is made up for once it is" if due else ""


def _store(layout: Layout) -> Iterator[tuple[str, str]]:
    """What past runs and decisions are kept in; asking makes none."""
    from flows.running.left_behind import left_behind
    from flows.store.open_store import has_store, open_store
    from flows.store.past_runs import runs

    if left := left_behind(layout):
        yield "note", f"{', '.join(left)}: published and not yet in the store; the next run enters it"
    if not has_store(layout.out):
        yield "note", "past runs are not kept yet; the first report begins it"
        return
    store = open_store(layout.out)
    try:
        with store.reading() as connection:
            yield "well", f"{store.shown}: {counted(len(runs(connection)), 'run')} kept"
    finally:
        store.close()


def _last_run(layout: Layout) -> Iterator[tuple[str, str]]:
    path = layout.latest / "run.json"
    if not path.exists():
        yield "note", "there was none yet"
        return
    record = json.loads(path.read_text(encoding="utf-8"))
    says = f"{record['run_id']}: {record['letters']} letters"
    problems = [f"{one['path']}: {one['message']}" for one in record["problems"]]
    if record["failed_gates"]:
        yield "wrong", f"{says}; tables at fault: {', '.join(record['failed_gates'])}; see its Data Docs"
    for problem in problems:
        yield "wrong", f"{says}; {problem}"
    if not problems and not record["failed_gates"]:
        yield "well", says
