"""Letters for workers that may not see our files (Dask's): their bytes go with them, and are kept here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from claims.errors import CrossfootError
from claims.readers.finding import FoundLetter
from claims.readers.opening import read_bytes
from expectations.model import CheckedLetter
from flows.laid.gists import Gist
from flows.laid.known_letters import Reading
from flows.run_folders.kept_inputs import INPUTS, keep_input, kept_input
from flows.running.letter_files import Made, Making, Order, files_of, laid_aside, make_all
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


def came_whole(
    sent: Sequence[FoundLetter],
    found: Sequence[FoundLetter],
    results: Sequence[CheckedLetter | Problem],
    reading: Reading,
) -> list[Gist | Problem]:
    """The results of a batch, laid on the disk here, with the bytes that its letters were read from kept where `found`
    says; what is large of a letter is kept in the cache.
    """
    folder = next((one.keep for one in found if one.keep is not None), None)
    by_id = {one.letter_id: one for one in sent}
    return [_kept(folder, one, by_id, reading) for one in results]


def _kept(
    folder: str | None, result: CheckedLetter | Problem, sent: Mapping[str, FoundLetter], reading: Reading
) -> Gist | Problem:
    if isinstance(result, Problem):
        return result
    letter = result.extraction.letter
    found = sent[letter.letter_id]
    try:
        if folder is not None and found.data is not None:
            keep_input(Path(folder), letter, found.data)
    except CrossfootError as error:
        return Problem(path=error.path, message=error.message)
    if reading.kept is not None and found.data is not None:
        result = reading.kept.without_page(found, found.data, result)
    return reading.lay(found, result, lasting=False)


def sent_away(orders: Sequence[Order], folder: Path) -> list[Order]:
    """Orders with the bytes that their letters were read from, which stand in the run's `folder`."""
    letters = [one.letter() for one in orders]
    return [
        replace(one, kept=checked, data=kept_input(folder / INPUTS, checked.extraction.letter))
        for one, checked in zip(orders, letters, strict=True)
    ]


def made_away(orders: Sequence[Order], making: Making) -> list[Made]:
    """The files of some letters, where nobody sees the run's folder: as bytes."""
    with TemporaryDirectory(prefix="crossfoot-") as folder:
        made = make_all(orders, replace(making, folder=folder))
        return [
            replace(one, bytes_of=dict(_bytes_of(Path(folder), order, one)))
            for order, one in zip(orders, made, strict=True)
        ]


def _bytes_of(folder: Path, order: Order, made: Made) -> Iterator[tuple[str, bytes]]:
    for name in files_of(order.letter_id, made):
        yield name, (folder / name).read_bytes()


def came_home(made: Sequence[Made], making: Making) -> list[Made]:
    """Put the files that were made away into the run's folder, and what is kept aside there. Raises OSError."""
    folder = Path(making.folder)
    for one in made:
        for name, data in one.bytes_of.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    return [laid_aside(replace(one, bytes_of={}), making) for one in made]
