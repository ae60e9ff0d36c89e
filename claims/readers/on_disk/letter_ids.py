"""Ids of letters: the file's name, and of its folders as many as tell it from the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def letter_ids(paths: Sequence[Path]) -> list[str]:
    """The file's name without ending; where two agree, with as many folders before it as tell them apart."""
    depth = [1] * len(paths)
    ids = [letter_id(path, 1) for path in paths]
    for _ in range(40):
        counts = Counter(ids)
        if max(counts.values(), default=1) == 1:
            return ids
        for i, path in enumerate(paths):
            if counts[ids[i]] > 1:
                depth[i] += 1
                ids[i] = letter_id(path, depth[i])
    # "a.txt" beside "a.md", or names that differ only in characters an id cannot hold.
    seen: Counter[str] = Counter()
    for i, one in enumerate(ids):
        seen[one] += 1
        ids[i] = one if seen[one] == 1 else f"{one}~{seen[one]}"
    return ids


def letter_id(path: Path, depth: int) -> str:
    """The id of one path with `depth` parts of it."""
    folders = [part for part in path.parts[:-1] if part not in {path.anchor, "/"}]
    kept = folders[max(0, len(folders) - depth + 1) :] if depth > 1 else []
    return "--".join(re.sub(r"[^\w.~-]+", "_", part) for part in [*kept, path.stem or path.name]) or "letter"
