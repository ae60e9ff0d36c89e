"""The bytes of the letters of a run, kept as they were read: no file is read twice, so no other words can be kept."""

from __future__ import annotations

import os
from pathlib import Path

from claims.errors import UnreadableLetter
from claims.model import Letter
from claims.readers.registry import ENDINGS, FORMATS

INPUTS = "inputs"


def keep_input(folder: Path, letter: Letter, data: bytes) -> None:
    """Put `data`, of which `letter` was made, into `folder` under its sha256. Raises UnreadableLetter if it cannot."""
    target = folder / f"{letter.sha256}{_ending(letter)}"
    aside = folder / f".{target.name}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        aside.replace(target)
    except OSError as error:
        why = f"could not be kept with the run ({error.strerror}); make room under --out or name another"
        raise UnreadableLetter(letter.path, why) from None


def kept_input(folder: Path, letter: Letter) -> bytes | None:
    """The bytes that `letter` was made of, if they were kept in `folder`."""
    try:
        return (folder / f"{letter.sha256}{_ending(letter)}").read_bytes()
    except OSError:
        return None


def _ending(letter: Letter) -> str:
    """The file's own ending where it is a letter's, else that of what it was read as (standard input, "letter.v2")."""
    own = Path(letter.path).suffix.lower()
    if own in ENDINGS:
        return own
    return next((known.endings[0] for known in FORMATS.values() if known.media_type == letter.media_type), "")
