"""What is handed on of one letter: the letter itself with comments, and the packet of its corrections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

from claims.model import Letter
from claims.quick_records import dataclass
from reports.exports.asks import Ask
from reports.exports.marked.marked_letter import marked
from reports.exports.packets.packet_contents import packet
from reports.exports.packets.packet_markdown import as_markdown
from reports.model import Problem, fault_of_ours

LETTER_FORMATS: Final = ("letters", "packets")


@dataclass(frozen=True, slots=True)
class Copy:
    """A letter's file with comments, as it was written."""

    letter_id: str
    path: str
    comments: int
    placed: int
    instead: str


@dataclass(slots=True)
class LetterCopies:
    """What was written of a letter: its files by their path in the folder, the letter with comments, what could not."""

    files: list[str] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def write_copies(
    folder: Path,
    letter: Letter,
    asks: Sequence[Ask],
    original: bytes | None,
    formats: Collection[str] = LETTER_FORMATS,
) -> LetterCopies:
    """Write the `formats` of a letter into `folder`; nothing of one that asks for nothing. Raises OSError."""
    written = LetterCopies()
    for name in LETTER_FORMATS:
        if asks and name in formats:
            try:
                _WRITE[name](folder, letter, asks, original, written)
            except OSError:
                raise
            except Exception as error:  # one letter that meets a fault of ours must not cost an editor all the others
                written.problems.append(fault_of_ours(letter.path, "could not be handed on", error))
    return written


def _marked(folder: Path, letter: Letter, asks: Sequence[Ask], original: bytes | None, written: LetterCopies) -> None:
    made = marked(letter, asks, original)
    name = f"letters/{letter.letter_id}{made.ending}"
    _put(folder, name, made.data, written)
    written.copies.append(Copy(letter.letter_id, name, made.comments, made.placed, made.instead))


def _packet(folder: Path, letter: Letter, asks: Sequence[Ask], _: bytes | None, written: LetterCopies) -> None:
    from reports.exports.packets.packet_word import as_word

    told = packet(letter, asks)
    _put(folder, f"packets/{letter.letter_id}.docx", as_word(told), written)
    _put(folder, f"packets/{letter.letter_id}.md", as_markdown(told).encode("utf-8", "replace"), written)


_WRITE = {"letters": _marked, "packets": _packet}


def _put(folder: Path, name: str, data: bytes, written: LetterCopies) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    written.files.append(name)
