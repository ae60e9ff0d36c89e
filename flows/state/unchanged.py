"""A run over unchanged letters publishes the last run's files again, by links; nothing is gated or rendered twice.

Whether all is unchanged is told by one digest of everything that a run's tables and pages depend on; it stands in
`run.json`. A run that had a problem of any kind is never taken over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.readers.finding import Found
from claims.readers.opening import read_bytes
from flows.run_folders.linking import link_or_copy
from flows.state.letter_cache import LetterCache, files_digest
from reports.model import RunInfo
from reports.site.render import restamped
from sources.model import ReferenceTable

_RENDERING = ("reports", "expectations", "flows")
_FRESH = frozenset({"run.json", "index.html"})


def digest_of(found: Found, kept: LetterCache, table: ReferenceTable | None, versions: Mapping[str, str]) -> str | None:
    """The digest of everything that the run's tables and pages depend on; `None` where there is a problem."""
    if found.problems or table is None or not found.letters:
        return None
    digest = hashlib.sha256(
        repr((kept.digest, kept.compared, kept.table, table.where, sorted(versions.items()))).encode()
    )
    digest.update(files_digest(_RENDERING).encode())
    try:
        for one in found.letters:
            sha = hashlib.sha256(read_bytes(one.path) if one.data is None else one.data).hexdigest()
            digest.update(repr((one.path, one.letter_id, one.ocr, sha)).encode("utf-8", "surrogateescape"))
    except CrossfootError:
        return None
    digest.update(repr(found.skipped).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def taken_over(latest: Path, digest: str | None) -> dict[str, Any] | None:
    """The record of the latest run, if it was a run of the same digest and without a problem."""
    try:
        record: dict[str, Any] = json.loads((latest / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    same = digest is not None and record.get("digest") == digest
    clean = same and not record["problems"] and not record["failed_gates"]
    return record if clean and _stands(latest, record) else None


def _stands(latest: Path, record: Mapping[str, Any]) -> bool:
    """Whether nobody has taken pages out of the run since."""
    names = {path.name for path in (latest / "letters").glob("*.html")}
    return all(f"{one['letter_id']}.html" in names for one in record["inputs"]) and (latest / "index.html").is_file()


def link_run(latest: Path, folder: Path, old: RunInfo, new: RunInfo) -> None:
    """The files of the run `latest` in `folder` too, the front page with the new run's name and day."""
    for source in sorted(latest.rglob("*")):
        name = source.relative_to(latest)
        if source.is_dir():
            (folder / name).mkdir(parents=True, exist_ok=True)
        elif str(name) not in _FRESH:
            link_or_copy(source, folder / name)
    html = (latest / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(restamped(html, old, new), encoding="utf-8")


def run_info(record: Mapping[str, Any]) -> RunInfo:
    """What a front page shows of the run of this record."""
    started = datetime.fromisoformat(record["started_at"]).date()
    return RunInfo(run_id=record["run_id"], started_on=started, versions=record["versions"], since=record.get("since"))
