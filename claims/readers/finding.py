"""From what a user names to the letters in it: files, folders, archives and mails, standard input; and what is skipped.

In a folder a file is taken for its ending or its content; what is not taken is named with its reason. A file that is
named by itself is taken whatever it is called, and a problem if it cannot be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from claims.errors import UnreadableLetter
from claims.quick_records import dataclass
from claims.readers.on_disk.folders import walk
from claims.readers.on_disk.letter_ids import letter_ids, shown_path
from claims.readers.opening import CHECK, IRREGULAR, container_of, read_file, sniff
from claims.readers.raw_document import Refused, Skipped
from claims.readers.registry import ENDINGS
from claims.readers.streams import STANDARD_INPUT, open_stream, read_stream

PASTED = "--text"
NAMELESS = "an empty name was given; name a letter or a folder (`.` is the folder you are in)"
CONTAINERS = frozenset({"zip", "mail"})


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter's file and the id it has in this run; `data` where it came by another way than a file.

    `keep`: the folder where the bytes that were read are to be kept.
    """

    path: str
    letter_id: str
    data: bytes | None = None
    ocr: bool = False
    keep: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gave no letter, and why; `message` also says what to do."""

    path: str
    message: str


class Found(NamedTuple):
    """What was found under the paths given, each in order."""

    letters: list[FoundLetter]
    problems: list[Problem]
    skipped: list[Skipped]


@dataclass(slots=True)
class _Search:
    """What a search has met so far: letters as (path shown, path on disk, bytes if there is no file)."""

    files: list[tuple[str, Path, bytes | None]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def find_letters(
    paths: Sequence[str], *, ocr: bool = False, pasted: str | None = None, keep: str | None = None
) -> Found:
    """The letters under `paths` (files, folders, "-" for standard input), each with an id that is unique among them.

    `pasted` is the text of one letter more, `ocr` whether pictures of pages are to be read, `keep` a folder for the
    bytes that are read. A file given twice counts once.
    """
    search = _Search()
    if pasted is not None:
        search.files.append((PASTED, Path("text"), pasted.encode("utf-8", "surrogateescape")))
    for given in paths:
        _named(search, given)
    first: dict[Path, tuple[str, bytes | None]] = {}
    for shown, path, data in search.files:
        first.setdefault(path.absolute(), (shown, data))
    ids = letter_ids(list(first))
    letters = [FoundLetter(shown, a, data, ocr, keep) for (shown, data), a in zip(first.values(), ids, strict=True)]
    skipped = [Skipped(shown_path(one.path), shown_path(one.reason)) for one in search.skipped]
    return Found(letters, [Problem(shown_path(one.path), one.message) for one in search.problems], skipped)


def _named(search: _Search, given: str) -> None:
    """A path as the user named it."""
    if not given.strip():
        search.problems.append(Problem(repr(given), NAMELESS))
        return
    path = Path("stdin" if given == STANDARD_INPUT else given)
    try:
        if (stream := open_stream(given)) is not None:
            search.files.append((given, path, read_stream(stream)))
        elif path.is_dir():
            _folder(search, given, path)
        elif path.is_file():
            _take(search, given, sure=True)
        elif container_of(given):
            search.files.append((given, path, None))
        elif path.exists():
            search.problems.append(Problem(given, IRREGULAR))
        else:
            search.problems.append(Problem(given, "no such file or folder; check the spelling of the path"))
    except Refused as refused:
        search.problems.append(Problem(given, refused.message))
    except (OSError, ValueError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
        search.problems.append(Problem(given, f"cannot be opened ({reason}); {CHECK}"))


def _folder(search: _Search, given: str, folder: Path) -> None:
    before = len(search.files), len(search.problems)
    unread: list[str] = []
    for path, reason in walk(folder, unread):
        if reason is None:
            _take(search, str(path), sure=False)
        else:
            search.skipped.append(Skipped(str(path), reason))
    search.problems += [Problem(one, f"cannot be opened; {CHECK}") for one in unread]
    if (len(search.files), len(search.problems)) == before:
        message = (
            "the folder holds no letters; put .txt, .pdf, .docx or .html files into it or name the files themselves"
        )
        search.problems.append(Problem(given, message))


def _take(search: _Search, shown: str, *, sure: bool) -> None:
    """A file on disk: a letter, a container of letters, or (`sure`: never) something to skip."""
    ending = Path(shown).suffix.lower()
    try:
        kind = sniff(shown)
    except (Refused, OSError) as error:
        if not sure and ending not in ENDINGS:
            search.skipped.append(Skipped(shown, error.message if isinstance(error, Refused) else str(error)))
        else:  # reading it will say why
            search.files.append((shown, Path(shown), None))
        return
    if kind in CONTAINERS:
        _open(search, shown, kind)
    elif sure or ending in ENDINGS or kind not in {"text", "markdown"}:
        search.files.append((shown, Path(shown), None))
    else:
        what = f"its ending {ending} is none of a letter's" if ending else "its name has no ending"
        search.skipped.append(Skipped(shown, f"{what}; name the file itself if it is one"))


def _open(search: _Search, container: str, kind: str, data: bytes | None = None) -> None:
    """The letters inside an archive or a mail; a mail inside an archive is opened too, an archive in one is not."""
    from claims.readers import containers

    inside = data is not None
    before = len(search.files)
    try:
        data = read_file(container) if data is None else data
        for name, reason in containers.members(data, kind):
            shown = f"{container}/{name}" if name else container
            _take_member(search, data, container, name, reason or _not_taken(shown), nested=inside)
    except UnreadableLetter as error:
        search.problems.append(Problem(container, error.message))
    except Refused as refused:
        search.problems.append(Problem(container, refused.message))
    else:
        if kind == "zip" and len(search.files) == before:
            search.problems.append(Problem(container, "the archive holds no letters; name the files themselves"))


def _not_taken(shown: str) -> str | None:
    name = shown.replace("\\", "/").rsplit("/", 1)[-1]
    if name.startswith((".", "~$")) or "/__MACOSX/" in shown:
        return "a hidden file"
    ending = Path(name).suffix.lower()
    if ending in ENDINGS:
        return None
    return f"its ending {ending} is none of a letter's" if ending else "its name has no ending"


def _take_member(search: _Search, data: bytes, container: str, name: str, reason: str | None, *, nested: bool) -> None:
    from claims.readers import containers

    shown = f"{container}/{name}" if name else container
    kind = ENDINGS.get(Path(shown).suffix.lower())
    if name == "" and (reason is None or kind == "mail"):
        if reason is None:
            search.files.append((shown, Path(shown), None))
        else:
            search.skipped.append(Skipped(shown, reason))
    elif reason is not None:
        search.skipped.append(Skipped(shown, reason))
    elif kind == "zip":
        search.skipped.append(Skipped(shown, "an archive inside another file; unpack it and name it"))
    elif kind == "mail" and nested:
        search.skipped.append(Skipped(shown, "a mail inside a mail; save it by itself"))
    elif kind == "mail":
        _open(search, shown, "mail", containers.extract(data, container, name))
    else:
        search.files.append((shown, Path(shown), None))
