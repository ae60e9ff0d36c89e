"""Whether installed packages may bring entry points of a group, told from their files alone.

`importlib.metadata` answers that for good, but it takes in the mail library to read a package's name: a tenth of the
time of a whole `check`, and hardly an environment has rules of a team's own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import PathFinder
from pathlib import Path

_OTHER_EGGS = (".egg", ".egg-link")


def may_bring(group: str, path: Sequence[str] | None = None) -> bool:
    """False only if nothing on `path` (`sys.path` for None) can hold an entry point of the group; in doubt True."""
    if any(finder is not PathFinder and hasattr(finder, "find_distributions") for finder in sys.meta_path):
        return True
    return any(_names(entry, group.encode()) for entry in dict.fromkeys(sys.path if path is None else path))


def _names(entry: str, group: bytes) -> bool:
    folder = Path(entry or ".")
    try:
        return any(group in told.read_bytes() for told in _told_in(folder))
    except FileNotFoundError:
        return False
    except OSError:  # a zipped package, or a folder we may not look into
        return True


def _told_in(folder: Path) -> Iterator[Path]:
    for each in folder.iterdir():
        if each.suffix in (".dist-info", ".egg-info") and (told := each / "entry_points.txt").is_file():
            yield told
        elif each.suffix in _OTHER_EGGS:
            raise OSError(f"{each} is of a kind that only importlib.metadata reads")
