"""`crossfoot reproduce`: a run made again from the inputs kept with it, and held against what it published."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from flows.reproducing import made_again, same_machine, stranger
from flows.runs import RECORD, Layout

_TOLD = 20
_WELL, _OTHERWISE = 0, 1


def add_options(again: argparse.ArgumentParser) -> None:
    """Which run."""
    again.add_argument(
        "run", metavar="RUN", help="a run's id, `latest`, or its run.json, e.g. reproduce out/latest/run.json"
    )
    again.add_argument("--out", default="out", metavar="DIR", help="the folder of the runs, e.g. --out /srv/crossfoot")
    again.add_argument(
        "--into", metavar="DIR", help="keep what is made there, else it is thrown away, e.g. --into again/"
    )


def run_reproduce(arguments: argparse.Namespace) -> int:
    """Make the run again, say whether its tables, pages and exports are the same bytes; 0, or 1 where they differ."""
    folder = the_run(arguments.run, Layout(out=Path(arguments.out)))
    record = _record(folder)
    for line in stranger(record):
        print(f"crossfoot: {line}")
    with tempfile.TemporaryDirectory(prefix="crossfoot-again-") as aside:
        into = Path(arguments.into or aside)
        if arguments.into and into.is_dir() and any(into.iterdir()):
            raise CrossfootError(arguments.into, "is not empty; name a folder of its own with --into")
        into.mkdir(parents=True, exist_ok=True)
        made_again(folder, record, into)
        differing = list(_differing(folder, into))
    return _tell(folder, differing, len(list(_files(folder))), same=same_machine(record))


def the_run(name: str, layout: Layout) -> Path:
    """The folder of a run that is kept whole. Raises CrossfootError."""
    given = Path(name)
    for folder in (given.parent if given.name == RECORD else given, layout.runs / name):
        if (folder / RECORD).is_file():
            return folder.resolve()
    if name == "latest" and (layout.latest / RECORD).is_file():
        return layout.latest.resolve()
    kept = sorted(path.name for path in layout.runs.glob(f"{name}*") if (path / RECORD).is_file()) if name else []
    if len(kept) == 1:
        return layout.runs / kept[0]
    what = f"{len(kept)} runs are called so" if kept else f"no run of that name is kept under {layout.runs}"
    raise CrossfootError(name, f"{what}; `crossfoot history` lists them, those whose pages are kept can be made again")


def _record(folder: Path) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CrossfootError(str(folder / RECORD), f"cannot be read ({error})") from None
    return record


def _files(folder: Path) -> Iterator[Path]:
    """What a run publishes that depends on its inputs alone: not its record, and no Data Docs (they tell the time)."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and name.parts[0] not in {RECORD, "data-docs", "inputs"}:
            yield name


def _differing(folder: Path, again: Path) -> Iterator[str]:
    old, new = set(_files(folder)), set(_files(again))
    for name in sorted(old | new):
        if name not in new:
            yield f"{name}: is not made again"
        elif name not in old:
            yield f"{name}: was not there"
        elif (first := _first_difference((folder / name).read_bytes(), (again / name).read_bytes())) is not None:
            yield f"{name}: differs from {first} on"


def _first_difference(old: bytes, new: bytes) -> str | None:
    if old == new:
        return None
    at = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    return f"byte {at} (line {old.count(bytes([10]), 0, at) + 1})"


def _tell(folder: Path, differing: list[str], files: int, *, same: bool) -> int:
    if not differing:
        print(f"{folder.name}: {files} files of tables, pages and exports, the same bytes")
        return _WELL
    print(f"{folder.name}: {len(differing)} of {files} files differ")
    for line in differing[:_TOLD]:
        print(f"  {line}")
    if len(differing) > _TOLD:
        print(f"  and {len(differing) - _TOLD} more; --into DIR keeps what was made, to look at")
    if same:
        print("The same software, words and tables gave other bytes; please report it with the run's folder")
    return _OTHERWISE
