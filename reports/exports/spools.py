"""Lines of letters, file by file and one letter after the other, on the disk: of ten thousand letters they are more
than memory should hold.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

_AT_ONCE = 1 << 20


class Spools:
    """What is added under a name comes back in that order. The files, without names in `folder`, go with the block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._open = ExitStack()

    def __enter__(self) -> Spools:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def add(self, lines: Mapping[str, str]) -> None:
        """Put what one letter gives behind what there is. Raises OSError."""
        for name, text in lines.items():
            if name not in self._files:
                self._folder.mkdir(parents=True, exist_ok=True)
                file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed with the block
                self._files[name] = self._open.enter_context(file)
            self._files[name].write(text.encode("utf-8"))

    def parts(self, name: str, *, after: int = 0) -> Iterator[bytes]:
        """All that was added under a name, in parts, but for so many bytes at its beginning. Raises OSError."""
        file = self._files.get(name)
        if file is None:
            return
        file.seek(after)
        while part := file.read(_AT_ONCE):
            yield part
