"""What the pages that letters cite said when a run asked them, kept under `state/run-pages/` as long as the run is.

The run's folder may be published, and pages of others are not ours to publish: so they stand beside the runs.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.quick_records import dataclass

if TYPE_CHECKING:
    from expectations.model import CheckedLetter
    from sources.pages.kept import KeptPage, PageShelf
    from sources.pages.reading.page_text import PageText
    from sources.pages.told import PageRecord

FOLDER = "run-pages"


def keep_pages(state: Path, run_id: str, checked: Iterable[CheckedLetter], shelf: PageShelf) -> None:
    """Keep what the shelf has of every address that the letters' claims cite. Raises OSError."""
    from sources.pages.cited_addresses import addresses_cited

    cited = {
        address
        for extraction in (one.extraction for one in checked)
        for claim in extraction.claims
        for citation in claim.citations
        for address in addresses_cited(citation, extraction.notes, extraction.links)
    }
    folder = state / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    content = {address: _plain(shelf, address) for address in sorted(cited)}
    aside = folder / f".{run_id}"
    aside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8", errors="surrogatepass")
    aside.replace(_file(state, run_id))


def _plain(shelf: PageShelf, address: str) -> dict[str, Any]:
    pages = shelf.versions(address)
    versions = [{"record": asdict(one.record), "text": asdict(one.text())} for one in pages]
    return {"problem": None if pages else shelf.problem(address), "versions": versions}


def pages_of_run(state: Path, run_id: str) -> PageShelf | None:
    """The pages that a run asked, as they were; `None` of a run that had none, or that did not keep them."""
    try:
        text = _file(state, run_id).read_text(encoding="utf-8", errors="surrogatepass")
    except OSError:
        return None
    return PagesOfRun(json.loads(text))


def has_pages(state: Path, run_id: str) -> bool:
    """Whether the pages of a run are kept."""
    return _file(state, run_id).is_file()


def forget_pages(state: Path, runs: Collection[str]) -> None:
    """Remove the pages of runs that are not among these."""
    for path in (state / FOLDER).glob("*.json"):
        if path.stem not in runs:
            path.unlink(missing_ok=True)


def _file(state: Path, run_id: str) -> Path:
    return state / FOLDER / f"{run_id}.json"


@dataclass(frozen=True, slots=True)
class PagesOfRun:
    """A shelf of what was kept of the pages of a run."""

    kept: Mapping[str, Mapping[str, Any]]
    faults: list[tuple[str, str]] = field(default_factory=list)

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        from sources.pages.reading.page_text import PageText
        from sources.pages.told import PageRecord

        versions = self.kept.get(address, {}).get("versions", ())
        return tuple(_Page(PageRecord(**one["record"]), PageText.of(one["text"])) for one in versions)

    def problem(self, address: str) -> str | None:
        found: str | None = self.kept.get(address, {}).get("problem")
        return found


@dataclass(frozen=True, slots=True)
class _Page:
    record: PageRecord
    read: PageText

    def text(self) -> PageText:
        return self.read
