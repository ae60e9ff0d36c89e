"""Answers kept with their validators, so that what has not changed is not sent again (RFC 9111, RFC 9110 section 13).

An entry is two files named by the SHA-256 of provider and address (without key): what was answered, and its validators.
The address itself stands in neither. An entry is used only after the server said 304; a damaged one counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer that was kept: its body, content type and validators."""

    body: bytes
    content_type: str
    etag: str | None
    last_modified: str | None

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the answer only if it has changed."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


class HttpCache:
    """Answers under a folder; `None` for no folder, and then nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, name: str) -> Kept | None:
        """What was kept under `name`, or `None`."""
        if self._folder is None:
            return None
        meta_file, body_file = self._files(self._folder, name)
        try:
            meta, body = json.loads(meta_file.read_text(encoding="utf-8")), body_file.read_bytes()
            whole = meta["sha256"] == hashlib.sha256(body).hexdigest()
            kept = Kept(
                body=body, content_type=meta["content_type"], etag=meta["etag"], last_modified=meta["last_modified"]
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return kept if whole and kept.conditions() else None

    def keep(self, name: str, kept: Kept) -> None:
        """Keep an answer that has a validator; that it cannot be written is no reason to stop a pull."""
        if self._folder is None or not kept.conditions():
            return
        meta = {
            "content_type": kept.content_type,
            "etag": kept.etag,
            "last_modified": kept.last_modified,
            "sha256": hashlib.sha256(kept.body).hexdigest(),
        }
        meta_file, body_file = self._files(self._folder, name)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _replace(body_file, kept.body)
            _replace(meta_file, json.dumps(meta, indent=1).encode())

    @staticmethod
    def _files(folder: Path, name: str) -> tuple[Path, Path]:
        digest = hashlib.sha256(name.encode()).hexdigest()
        return folder / f"{digest}.json", folder / f"{digest}.body"


def _replace(file: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as scratch:
        try:
            scratch.write(content)
            scratch.flush()
            os.replace(scratch.name, file)
        except OSError:
            Path(scratch.name).unlink(missing_ok=True)
            raise
