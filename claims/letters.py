"""From files to letters: finding them, reading them, their title and their dates."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.errors import UnreadableLetter
from claims.language.choosing import AUTO, choose
from claims.model import Letter, Span
from claims.parts.datelines import FullDate, find_full_dates
from claims.parts.head import Dateline, Head
from claims.parts.layout import Layout, layout
from claims.readers.text import SUFFIXES, decode


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter's file and the id it has in this run."""

    path: str
    letter_id: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gave no letter, and why; `message` also says what to do."""

    path: str
    message: str


def find_letters(paths: Sequence[str]) -> tuple[list[FoundLetter], list[Problem]]:
    """The letters under `paths` (files and folders) in order, each with an id that is unique among them.

    Folders are searched to any depth for *.txt, *.text, *.md and *.markdown; hidden files and folders are left out. A
    file named by itself is taken whatever its ending. A file given twice counts once.
    """
    files: list[tuple[str, Path]] = []
    problems: list[Problem] = []
    for given in paths:
        found, problem = _files(given)
        files += found
        problems += [Problem(given, problem)] if problem else []
    first: dict[Path, tuple[str, Path]] = {}
    for shown, path in files:
        first.setdefault(path.absolute(), (shown, path))
    unique = list(first.values())
    ids = _letter_ids([path.absolute() for _, path in unique])
    letters = [FoundLetter(shown, letter_id) for (shown, _), letter_id in zip(unique, ids, strict=True)]
    return letters, problems


def _files(given: str) -> tuple[list[tuple[str, Path]], str | None]:
    path = Path(given)
    try:
        if path.is_file():
            return [(given, path)], None
        if not path.is_dir():
            return [], "no such file or folder; check the spelling of the path"
        inside = [p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()]
    except (OSError, ValueError) as error:
        return [], f"cannot be opened ({_reason(error)}); check the path and its permissions"
    shown = [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
    if not shown:
        return [], "the folder holds no letters; put .txt or .md files into it or name the files themselves"
    return [(str(p), p) for p in sorted(shown, key=lambda p: p.relative_to(path).parts)], None


def _letter_ids(paths: Sequence[Path]) -> list[str]:
    """The file's name without ending; where two agree, with as many folders before it as tell them apart."""
    depth = [1] * len(paths)
    ids = [_id(path, 1) for path in paths]
    for _ in range(40):
        counts = Counter(ids)
        if max(counts.values(), default=1) == 1:
            return ids
        for i, path in enumerate(paths):
            if counts[ids[i]] > 1:
                depth[i] += 1
                ids[i] = _id(path, depth[i])
    # "a.txt" beside "a.md", or names that differ only in characters an id cannot hold.
    seen: Counter[str] = Counter()
    for i, letter_id in enumerate(ids):
        seen[letter_id] += 1
        ids[i] = letter_id if seen[letter_id] == 1 else f"{letter_id}~{seen[letter_id]}"
    return ids


def _id(path: Path, depth: int) -> str:
    folders = [part for part in path.parts[:-1] if part not in {path.anchor, "/"}]
    kept = folders[max(0, len(folders) - depth + 1) :] if depth > 1 else []
    return "--".join(re.sub(r"[^\w.~-]+", "_", part) for part in [*kept, path.stem or path.name]) or "letter"


def read_letter(path: str, *, letter_id: str | None = None, language: str = AUTO) -> Letter:
    """The letter in the file `path`; its id is the file's name without ending, if none is given.

    `language` is the code of an installed language, or "auto" for the one whose small words stand in it most.

    Raises UnreadableLetter if the file cannot be opened, is empty or is not text.
    """
    try:
        data = Path(path).read_bytes()
    except IsADirectoryError:
        raise UnreadableLetter(path, "is a folder, not a letter; name the files in it") from None
    except (OSError, ValueError) as error:
        raise UnreadableLetter(path, f"cannot be read ({_reason(error)}); check the path and its permissions") from None
    return letter_from_bytes(data, path=path, letter_id=letter_id or _id(Path(path), 1), language=language)


def letter_from_bytes(data: bytes, *, path: str, letter_id: str, language: str = AUTO) -> Letter:
    """The letter in `data`, as read from `path`, in the language of that code ("auto": the one it is in).

    Raises UnreadableLetter if it is empty or not text, FaultyLanguage if there is no such language.
    """
    text, warnings = decode(data, path=path)
    chosen = choose(text, language)
    with chosen.in_force():
        plan = layout(text)
        written, published, doubts = _dates(plan)
    head = plan.head
    title_span = plan.view.to_source(head.title_span) if head.title_span else None
    title = " ".join(head.title_span.of(plan.view.text).split()) if head.title_span else None
    return Letter(
        letter_id=letter_id,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        title=title or None,
        title_span=title_span if title else None,
        written_on=written[0] if written else None,
        written_on_span=plan.view.to_source(written[1]) if written else None,
        published_on=published[0] if published else None,
        published_on_span=plan.view.to_source(published[1]) if published else None,
        warnings=(*warnings, *doubts),
        language=chosen.code,
    )


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "").lower() if isinstance(error, OSError) and error.strerror else str(error)


_OF_PAGES = frozenset({"published", "changed"})
Dated = tuple[date, Span]


def _dates(plan: Layout) -> tuple[Dated | None, Dated | None, tuple[str, ...]]:
    """The letter's own date, that of the page it stands on, and what could not be told."""
    head, lines = plan.head, plan.datelines
    doubts = [d.date.problem for d in lines if d.date.problem]
    known = [d for d in lines if d.date.date is not None]
    labelled = next((d for d in known if d.label in _OF_PAGES), None)
    own = [d for d in known if d.label not in _OF_PAGES]
    written = _own_date(head, own)
    published = labelled or _page_date(head, own, written)
    if written is None and labelled is not None and labelled.label == "published" and labelled.line < head.body:
        # The only date that stands above a letter is its own, whatever it is called.
        written = labelled
    lead = _lead_date(plan) if written is None else None
    front = (head.front_date[0].date, head.front_date[1]) if head.front_date else None
    on_page = _pair(published) or ((front[0], front[1]) if front and front[0] else None)
    return _pair(written) or lead, on_page, tuple(d for d in doubts if d) if written is None else ()


def _own_date(head: Head, own: Sequence[Dateline]) -> Dateline | None:
    """A labelled date, else the one nearest above the salutation or the body, else the last one below it."""
    if labelled := next((d for d in own if d.label == "written"), None):
        return labelled
    above = [d for d in own if d.line < head.body and d.label != "first"]
    made = [d for d in own if d.label == "first"]
    return next(iter([*above[-1:], *made[:1], *own[-1:]]), None)


def _page_date(head: Head, own: Sequence[Dateline], written: Dateline | None) -> Dateline | None:
    """An unlabelled date above the letter's own, and different: the page's, as between a title and its repetition."""
    if written is None:
        return None
    first = next((d for d in own if d.line < min(written.line, head.body)), None)
    return first if first and first.date.date != written.date.date else None


def _pair(dateline: Dateline | None) -> Dated | None:
    if dateline is None or dateline.date.date is None:
        return None
    return dateline.date.date, dateline.span


LEAD = re.compile(r"[(\[]?(?:[^\W\d_][\w.'’-]*[,/ ]{1,3}){0,6}[(–—-]?[ ]*$")


def _lead_date(plan: Layout) -> Dated | None:
    """The date a press release begins with: "(Brussels, 3 March 2022) – The undersigned …"."""
    line = next((x for x in plan.lines[plan.head.body :] if not x.blank), None)
    if line is None:
        return None
    opening = line.text[:120]
    found: FullDate | None = next(iter(find_full_dates(opening)), None)
    if found is None or found.date is None or not LEAD.fullmatch(opening[: found.span.start]):
        return None
    after = opening[found.span.end :]
    if not re.match(r"[\s)\].,:]{0,3}[–—:\-]+\s", after):
        return None
    return found.date, found.span.shifted(line.span.start)
