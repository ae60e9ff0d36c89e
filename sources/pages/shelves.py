"""Where the pages of a run are: a store of fetched ones, or a folder of pages saved by hand."""

from __future__ import annotations

from pathlib import Path

from claims.errors import CrossfootError
from sources.pages.kept import KeptPage, PageShelf, PageStore, is_store


class Shelves:
    """Several shelves as one, those named first before the others."""

    def __init__(self, shelves: tuple[PageShelf, ...]) -> None:
        self._shelves = shelves

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        return tuple(page for shelf in self._shelves for page in shelf.versions(address))

    def problem(self, address: str) -> str | None:
        return next((found for shelf in self._shelves if (found := shelf.problem(address))), None)

    @property
    def faults(self) -> list[tuple[str, str]]:
        return [fault for shelf in self._shelves for fault in shelf.faults]


def open_pages(given: str | None, state: Path) -> PageShelf | None:
    """The pages under `given` (`--pages`), and those that `sources fetch` keeps under `state`; `None` without either.

    Raises CrossfootError where `given` is no folder.
    """
    found: list[PageShelf] = []
    if given is not None:
        folder = Path(given)
        if not folder.is_dir():
            raise CrossfootError(
                given, "is no folder of pages; name one that `sources fetch` filled, or of saved pages"
            )
        found.append(PageStore(folder) if is_store(folder) else _saved(folder))
    if is_store(state):
        found.append(PageStore(state))
    return Shelves(tuple(found)) if found else None


def _saved(folder: Path) -> PageShelf:
    from sources.pages.saved.folder_of_pages import SavedPages

    return SavedPages(folder)
