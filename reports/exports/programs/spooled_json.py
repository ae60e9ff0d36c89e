"""Annotations and the SARIF log of letters whose share of them was made one letter after the other: the same bytes as
of all letters at once, put together from the disk.

Of a letter there is a line of plain JSON under the name of each file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from claims.model import Letter
from reports.exports.asks import Ask
from reports.exports.programs.sarif_log import artifact_of, log_of, placed, results_of
from reports.exports.programs.web_annotations import collection, items_of
from reports.exports.programs.where_it_stands import FileLines
from reports.model import Problem

ANNOTATIONS: Final = "annotations.jsonld"
SARIF: Final = "crossfoot.sarif"
Told = Callable[[], Iterator[dict[str, Any]]]
"""What the letters gave to a file, in their order, from the beginning each time."""
_HERE: Final = "crossfoot:here"
_PLACES: Final = {"items": 3, "artifacts": 4, "results": 4}
"""How deep the members of a list stand in their document."""


def annotation_line(letter: Letter, asks: Sequence[Ask]) -> str:
    """What a letter gives to the annotations."""
    return _line({"items": list(items_of(letter, asks))})


def sarif_line(letter: Letter, asks: Sequence[Ask], lines: FileLines) -> str:
    """What a letter gives to the log."""
    return _line({"artifact": artifact_of(letter), "results": results_of(letter, asks, lines)})


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def told(parts: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The lines of letters again, of a file's parts."""
    rest = b""
    for part in parts:
        *whole, rest = (rest + part).split(b"\n")
        yield from map(json.loads, whole)


def annotation_parts(letters: Told) -> Iterator[bytes]:
    """The document of annotations in parts."""
    items = sum(len(one["items"]) for one in letters())
    document = collection([_here("items")], items)
    yield from _filled(document, {"items": lambda: (item for one in letters() for item in one["items"])})


def sarif_parts(letters: Told, problems: Sequence[Problem]) -> Iterator[bytes]:
    """The log in parts."""
    ids = sorted({each["ruleId"] for one in letters() for each in one["results"]})

    def results() -> Iterator[Any]:
        for at, one in enumerate(letters()):
            yield from (placed(each, at, ids) for each in one["results"])

    document = log_of(ids, [_here("artifacts")], [_here("results")], problems)
    yield from _filled(document, {"artifacts": lambda: (one["artifact"] for one in letters()), "results": results})


def _here(name: str) -> str:
    return f"{_HERE} {name}"


def _filled(document: Any, members: dict[str, Callable[[], Iterator[Any]]]) -> Iterator[bytes]:
    """A document as it is laid out, with the members of its lists where they are named."""
    rest = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    for name, make in members.items():
        indent = " " * _PLACES[name]
        before, rest = rest.split(f'[\n{indent}"{_here(name)}"\n{indent[1:]}]', 1)
        yield before.encode()
        yield from _listed(make(), indent)
    yield rest.encode()


def _listed(members: Iterator[Any], indent: str) -> Iterator[bytes]:
    between = f"[\n{indent}"
    for one in members:
        shown = json.dumps(one, ensure_ascii=False, indent=1).replace("\n", f"\n{indent}")
        yield f"{between}{shown}".encode()
        between = f",\n{indent}"
    yield b"[]" if between.startswith("[") else f"\n{indent[1:]}]".encode()
