"""Letters for workers that may not see our files (Dask's): their bytes go with them, and are kept here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claims.errors import CrossfootError
from claims.readers.finding import FoundLetter
from claims.readers.opening import read_bytes
from expectations.model import CheckedLetter
from flows.kept_inputs import keep_input
from reports.model import Problem

_AWAY = "DaskTaskRunner"


def workers_are_away() -> bool:
    """Whether the tasks of this flow's run may be worked on by other machines."""
    from prefect.context import FlowRunContext

    context = FlowRunContext.get()
    return context is not None and type(context.task_runner).__name__ == _AWAY


def with_bytes(batch: Sequence[FoundLetter]) -> list[FoundLetter]:
    """The letters with what was read of their files; one that cannot be read here is told where it is checked."""
    return [_with_bytes(one) for one in batch]


def _with_bytes(found: FoundLetter) -> FoundLetter:
    try:
        data = read_bytes(found.path) if found.data is None else found.data
    except CrossfootError:
        return replace(found, keep=None)
    return replace(found, data=data, keep=None)


def keep_bytes(
    sent: Sequence[FoundLetter], found: Sequence[FoundLetter], results: Sequence[CheckedLetter | Problem]
) -> list[CheckedLetter | Problem]:
    """The results of a batch, with the bytes that its letters were read from kept where `found` says."""
    folder = next((one.keep for one in found if one.keep is not None), None)
    if folder is None:
        return list(results)
    bytes_of = {one.letter_id: one.data for one in sent}
    return [_kept(Path(folder), one, bytes_of) for one in results]


def _kept(folder: Path, result: CheckedLetter | Problem, bytes_of: dict[str, bytes | None]) -> CheckedLetter | Problem:
    if isinstance(result, Problem):
        return result
    letter = result.extraction.letter
    data = bytes_of.get(letter.letter_id)
    if data is None:
        return result
    try:
        keep_input(folder, letter, data)
    except CrossfootError as error:
        return Problem(path=error.path, message=error.message)
    return result
