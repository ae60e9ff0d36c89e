"""Every file below a folder, and why one is not looked at: hidden, a link, no file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def walk(folder: Path, unread: list[str]) -> Iterator[tuple[Path, str | None]]:
    """Every file below `folder` in order, with the reason why it is not looked at, if there is one."""
    root = folder.resolve()
    found: list[tuple[Path, str | None]] = []
    for where, folders, files in os.walk(folder, onerror=lambda error: unread.append(str(error.filename))):
        here = Path(where)
        for name in [*folders]:
            if name.startswith("."):
                found.append((here / name, "a hidden folder"))
                folders.remove(name)
            elif (here / name).is_symlink():
                found.append((here / name, "a link to a folder; name the folder itself"))
        found += [(here / name, _passed_over(here / name, root)) for name in files]
    yield from sorted(found, key=lambda one: one[0].relative_to(folder).parts)


def _passed_over(path: Path, root: Path) -> str | None:
    if path.name.startswith(".") or path.name.startswith("~$"):
        return "a hidden file" if path.name.startswith(".") else "a word processor's own file of an open document"
    if path.is_symlink():
        target = path.resolve()
        if not target.exists():
            return "a link that leads nowhere"
        inside = target.is_relative_to(root) and not any(p.startswith(".") for p in target.relative_to(root).parts)
        return "a link to another file of this folder" if inside else "a link that leads out of the folder"
    return None if path.is_file() else "a pipe, a device or a socket, not a file"
