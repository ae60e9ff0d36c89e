"""What was made of a letter before, kept by content under `state/cache/`: nothing between reading and rendering depends
on anything but the letter's bytes, its name, the tables, the settings and the code.

What was read and checked within the letter is kept apart from its verdicts: a figure more in the reference table has
those letters compared again that it may speak to, and none read again.

A kept result that cannot be used (cut short, of another Python) is made again; the cache may be removed at any time.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claims.model import Field
from claims.quick_records import dataclass
from claims.readers.finding import FoundLetter
from expectations.book.plugins import GROUP
from expectations.model import CheckedLetter, RuleSettings
from flows.state.kept_values import load_value, store_value
from flows.state.slim_letters import slimmed
from flows.state.table_changes import is_untouched, note_table
from sources.lookup.looked_up import LookUp
from sources.model import ReferenceTable, Verdict
from sources.settings import Settings

FOLDER = "cache"
_PACKAGES = ("claims", "expectations", "sources")
_PUBLISHING = ("reports", "flows")
"""By whose fence a letter went before it was kept."""
_LIBRARIES = ("dateparser", "quantulum3", "charset-normalizer", "pypdfium2", "selectolax", "rapidfuzz")
_DATA = Path("sources") / "data"  # its content is in the digest of the reference table
_WORDS, _DERIVED = ".yml", (".pyc", ".laid_by")


@dataclass(frozen=True, slots=True)
class Compared:
    """The verdicts on a letter, the digest of the table that gave them, and what was asked of it for them."""

    table: str | None
    asked: frozenset[LookUp]
    verdicts: dict[str, Verdict]


@dataclass(frozen=True, slots=True)
class LetterCache:
    """Results under `folder`: of what was read, with the settings that `digest` names; of verdicts, with those of
    `compared` too and the figures of `table`. Plain values, so that a worker can be handed one.
    """

    folder: str
    digest: str
    compared: str
    table: str | None = None

    def find(self, found: FoundLetter, data: bytes) -> CheckedLetter | None:
        """What was made of these bytes under this name, if it was kept whole and no row that it can turn on changed."""
        known = self.read_before(found, data)
        kept = load_value(self._path(found, data, self.compared)) if known is not None else None
        if known is None or not isinstance(kept, Compared) or not self._stands(kept):
            return None
        return replace(known, verdicts=kept.verdicts)

    def _stands(self, kept: Compared) -> bool:
        if kept.table is None or self.table is None:
            return kept.table is self.table
        return is_untouched(self.folder, kept.table, self.table, kept.asked)

    def read_before(self, found: FoundLetter, data: bytes) -> CheckedLetter | None:
        """What was read of these bytes under this name, and checked within the letter, if it was kept; no verdicts."""
        known = load_value(self._path(found, data)) if self._page(found, data).is_file() else None
        return known if isinstance(known, CheckedLetter) else None

    def is_used(self, found: FoundLetter, data: bytes) -> None:
        """What was kept of the letter has been of use, though nobody read it: it is not forgotten."""
        for path in (self._path(found, data), self._path(found, data, self.compared), self._page(found, data)):
            with suppress(OSError):
                os.utime(path)

    def keep(self, found: FoundLetter, data: bytes, checked: CheckedLetter, asked: Iterable[LookUp]) -> CheckedLetter:
        """Keep a result, with what was `asked` of the table for it; the letter without what was kept of it apart."""
        slim, inside = slimmed(checked, self._page(found, data)), self._path(found, data)
        if not inside.is_file():
            store_value(inside, replace(slim, verdicts={}))
        compared = Compared(self.table, frozenset(asked), dict(checked.verdicts))
        store_value(self._path(found, data, self.compared), compared)
        return slim

    def without_page(self, found: FoundLetter, data: bytes, checked: CheckedLetter) -> CheckedLetter:
        """The letter with its page kept apart, and nothing else kept of it."""
        return slimmed(checked, self._page(found, data))

    def _page(self, found: FoundLetter, data: bytes) -> Path:
        return self._path(found, data, "page")

    def _path(self, found: FoundLetter, data: bytes, compared: str = "") -> Path:
        named = repr((found.path, found.letter_id, found.ocr, self.digest, compared))
        key = hashlib.sha256(hashlib.sha256(data).digest() + named.encode("utf-8", "surrogateescape")).hexdigest()
        return Path(self.folder) / key[:2] / key[2:]


def letter_cache(
    folder: Path, field: Field, table: ReferenceTable | None, rules: RuleSettings, comparing: Settings, language: str
) -> LetterCache:
    """The cache, in `folder`, of results that these tables and settings give."""
    reading = digest_of_values(code_digest(), rules.by_rule, language, field)
    compared = digest_of_values(table.units if table else None, comparing, files_digest(_PUBLISHING))
    folder = folder.resolve()
    if table is not None:
        note_table(folder, table)
    return LetterCache(str(folder), reading, compared, table.sha256 if table else None)


def digest_of_values(*told: object) -> str:
    """A digest of values that is the same in every process."""
    return hashlib.sha256(repr(_in_order(told)).encode("utf-8", "surrogateescape")).hexdigest()


def _in_order(value: object) -> object:
    """A value whose `repr` is the same in every process: sets, which Python orders anew in each, in order."""
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [_in_order(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    return [_in_order(each) for each in value] if isinstance(value, (tuple, list)) else value


def forget_unused(state: Path, since: float) -> int:
    """Remove what no run has used since a moment (seconds since 1970); how many results that were."""
    old = [path for path in (state / FOLDER).glob("*/*") if path.stat().st_mtime < since]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


@cache
def code_digest() -> str:
    """What the code that makes results is: our files, the libraries that read, Python, the rules that teams bring."""
    return hashlib.sha256(f"{software_digest()} {words_digest()}".encode()).hexdigest()


@cache
def software_digest() -> str:
    """The part of it that is no words."""
    told = f"{files_digest(_PACKAGES, words=False)} {sys.version} {sorted(_versions())}"
    return hashlib.sha256(told.encode()).hexdigest()


@cache
def words_digest() -> str:
    """The words that letters are read and judged by: our files of YAML."""
    return files_digest(_PACKAGES, words=True)


@cache
def files_digest(packages: tuple[str, ...], *, words: bool | None = None) -> str:
    """The content of our own files in some packages; of those that hold words, or of all others, if `words` says so."""
    digest = hashlib.sha256()
    home = Path(__file__).parents[2]
    for package in packages:
        for path in sorted((home / package).rglob("*")):
            if not path.is_file() or path.suffix in _DERIVED or path.relative_to(home).is_relative_to(_DATA):
                continue
            if words is None or words == (path.suffix == _WORDS):
                digest.update(f"{path.relative_to(home)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _versions() -> Iterator[str]:
    from importlib.metadata import entry_points

    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"
    for point in entry_points(group=GROUP):
        yield f"{point.value} {point.dist.version if point.dist else ''}"
