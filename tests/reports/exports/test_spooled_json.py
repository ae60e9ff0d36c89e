"""Annotations and the SARIF log put together from lines of letters are the documents made of all letters at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from claims.model import Letter
from reports.exports.asks import Ask, asks_of
from reports.exports.programs.sarif_log import as_sarif
from reports.exports.programs.spooled_json import annotation_line, annotation_parts, sarif_line, sarif_parts, told
from reports.exports.programs.web_annotations import as_annotations
from reports.exports.programs.where_it_stands import FileLines
from reports.model import Problem
from reports.words.table_names import Names
from tests.reports.conftest import Workshop

HERE = FileLines(lambda letter: None)
Asked = list[tuple[Letter, tuple[Ask, ...]]]


@pytest.fixture
def asked(make: Workshop) -> Asked:
    asking = make.all_verdicts()
    quiet = make.checked(make.letter(letter_id="quiet", path='"crossfoot:here results"\n.txt'))
    names = Names.of(make.reference_table())
    return [(one.extraction.letter, asks_of(one, names)) for one in (quiet, asking, quiet)]


def _told(lines: list[str], size: int) -> Callable[[], Iterator[dict[str, Any]]]:
    """The lines as a spool gives them: in parts that end anywhere."""
    data = "".join(lines).encode()
    return lambda: told(data[at : at + size] for at in range(0, len(data), size))


def _plain(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


@pytest.mark.parametrize("size", [7, 1 << 20])
@pytest.mark.parametrize("letters", [slice(0, 0), slice(0, 1), slice(0, 2), slice(0, 3)])
def test_the_same_bytes_as_of_all_letters_at_once(asked: Asked, letters: slice, size: int) -> None:
    given = asked[letters]
    problems = [Problem(path='"crossfoot:here artifacts"', message='[\n    "crossfoot:here results"\n   ]')]
    lines = [annotation_line(*one) for one in given]
    assert b"".join(annotation_parts(_told(lines, size))) == _plain(as_annotations(given))
    lines = [sarif_line(*one, HERE) for one in given]
    assert b"".join(sarif_parts(_told(lines, size), problems)) == _plain(as_sarif(given, HERE, problems))
