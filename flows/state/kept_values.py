"""Values kept in files of ours: whole or not at all, and made again where they cannot be used."""

from __future__ import annotations

import os
import pickle
import zlib
from contextlib import suppress
from pathlib import Path

from flows.state.record_bytes import packed, unpacked

_FAST = 1


def load_value(path: Path) -> object:
    """What was kept there, if it can be used."""
    with suppress(Exception):  # whatever is wrong with a kept value, it is made again
        kept: object = unpacked(zlib.decompress(path.read_bytes()))
        os.utime(path)
        return kept
    return None


def store_value(path: Path, value: object) -> None:
    """Keep a value; where there is no room for it the run goes on without."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError, pickle.PicklingError):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.touch(mode=0o600)  # words of letters and names of signatories are in it
        aside.write_bytes(zlib.compress(packed(value), _FAST))
        aside.replace(path)
