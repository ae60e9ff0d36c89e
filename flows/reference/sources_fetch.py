"""`crossfoot sources fetch LETTER...`: the pages that letters cite, fetched on request and kept."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import CrossfootError
from claims.readers.finding import find_letters
from flows import steps
from reports.model import Problem

if TYPE_CHECKING:
    from expectations.model import CheckedLetter
    from sources.pages.asking.fetching import Fetcher, Limits, Outside
    from sources.pages.asking.reach import Reach
    from sources.pages.collecting import Told

_NOT_ALL, _UNREADABLE = 1, 2
_GATE = "https://web.archive.org/web/"
_MEGABYTE = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources fetch`."""
    parser.add_argument("paths", nargs="+", metavar="LETTER", help="letters, or folders of letters")
    parser.add_argument("--into", metavar="DIR", help="where pages are kept (default: out/state/pages)")
    parser.add_argument(
        "--host", action="append", default=[], metavar="HOST", help="ask only this host and those below it; may repeat"
    )
    parser.add_argument(
        "--again", action="store_true", help="ask for pages that are kept already, to see if they changed"
    )
    parser.add_argument(
        "--copies",
        choices=("never", "missing", "also"),
        default="never",
        help="copies of a web archive near the letter's day: never (default), where the page is missing, or also",
    )
    parser.add_argument("--timegate", default=_GATE, metavar="URL", help=f"the archive's TimeGate (default: {_GATE})")
    parser.add_argument("--seconds", type=_positive, default=90, metavar="N", help="most for one page (default: 90)")
    parser.add_argument("--megabytes", type=_positive, default=40, metavar="N", help="most of one page (default: 40)")
    parser.add_argument("--dry-run", action="store_true", help="list the addresses and ask none")


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def run_fetch(
    arguments: argparse.Namespace,
    *,
    reach: Reach | None = None,
    limits: Limits | None = None,
    outside: Outside | None = None,
) -> int:
    """Fetch and keep; 0 all kept, 1 a page was not, 2 a letter could not be read or usage (raised).

    `reach`, `limits` and `outside` take the place of what the options and the machine give, for tests.
    """
    checked, problems = _read(arguments)
    wanted = _addresses(checked)
    if arguments.dry_run:
        print("\n".join(wanted) if wanted else "the letters cite no addresses")
        told: list[Told] = []
    else:
        told = _fetched(arguments, wanted, _fetcher(arguments, reach, limits, outside))
    for problem in problems:
        print(f"crossfoot: {problem.path}: {problem.message}", file=sys.stderr)
    if problems:
        return _UNREADABLE
    return _NOT_ALL if any(one.outcome == "failed" for one in told) else 0


def _read(arguments: argparse.Namespace) -> tuple[list[CheckedLetter], list[Problem]]:
    _, field, problems = steps.load_references(arguments.references)
    found, unreadable, _ = find_letters(arguments.paths)
    checked, unchecked = steps.parted(steps.check_all(found, field, None))
    return checked, [*problems, *(Problem(path=p.path, message=p.message) for p in unreadable), *unchecked]


def _addresses(checked: Sequence[CheckedLetter]) -> dict[str, date | None]:
    """Each address once, with the day of the first letter that cites it."""
    from sources.pages.cited_addresses import addresses_of

    found: dict[str, date | None] = {}
    for one in checked:
        letter = one.extraction.letter
        for address in addresses_of(one.extraction):
            found.setdefault(address, letter.written_on or letter.published_on)
    return found


def _fetcher(
    arguments: argparse.Namespace, reach: Reach | None, limits: Limits | None, outside: Outside | None
) -> Fetcher:
    from sources.pages.asking.fetching import Fetcher, Limits
    from sources.pages.asking.reach import Reach

    hosts = tuple(host.strip().rstrip(".").casefold() for host in arguments.host)
    if any(not host or "/" in host for host in hosts):
        raise CrossfootError("--host", "is a host's name alone, such as example.org")
    if hosts and arguments.copies != "never":
        hosts = (*hosts, _host_of(arguments.timegate))
    own = Limits(total=float(arguments.seconds), largest=arguments.megabytes * _MEGABYTE)
    return Fetcher(reach or Reach(hosts=hosts), limits or own, outside)


def _host_of(gate: str) -> str:
    from urllib.parse import urlsplit

    try:
        host = urlsplit(gate).hostname
    except ValueError:
        host = None
    if not host:
        raise CrossfootError("--timegate", f"{gate!r} is no http or https address")
    return host


def _fetched(arguments: argparse.Namespace, wanted: dict[str, date | None], fetcher: Fetcher) -> list[Told]:
    from sources.pages.collecting import Wanted, collect
    from sources.pages.kept import PageStore

    folder = Path(arguments.into) if arguments.into else Path("out") / "state" / steps.PAGES
    how = Wanted(copies=arguments.copies, gate=arguments.timegate, again=arguments.again)
    told = collect(PageStore(folder), wanted, fetcher, how, lambda one: print(_line(one), flush=True))
    counts = Counter("not fetched" if one.outcome == "failed" else "kept" for one in told)
    summary = ", ".join(f"{counts[name]} {name}" for name in ("kept", "not fetched") if counts[name])
    print(f"{folder}: {summary or 'nothing to fetch'}")
    return told


def _line(one: Told) -> str:
    if one.record is None:
        return f"{one.outcome:9}  {one.address}{f': {one.reason}' if one.reason else ''}"
    record = one.record
    copy = f", the archive's copy of {record.archived_at[:10]}" if record.archived_at else ""
    kind = record.media_type or "no type given"
    return f"{one.outcome:9}  {one.address} ({kind}, {record.size:,} bytes{copy})"
