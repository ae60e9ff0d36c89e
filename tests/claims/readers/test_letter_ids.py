"""Ids of letters: they name files of a report, on any machine, and tell nothing of the machine they were found on."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from claims.readers.on_disk.letter_ids import LONGEST, letter_ids, shown_path

IDS = {
    "one": (["/srv/inbox/a.txt"], ["a"]),
    "a folder tells": (["/srv/inbox/n/a.txt", "/srv/inbox/s/a.txt"], ["n--a", "s--a"]),
    "two folders tell": (["/srv/n/x/a.txt", "/srv/s/x/a.txt"], ["n--x--a", "s--x--a"]),
    "one above the other": (["/srv/a.txt", "/srv/x/a.txt"], ["a", "x--a"]),
    "no folder tells": (["/srv/u/deep/a.txt", "/srv/u/deep/a.md"], ["a", "a~2"]),
    "nor of one of three": (
        ["/srv/u/n/a.txt", "/srv/u/n/a.md", "/srv/u/s/a.txt"],
        ["n--a", "n--a~2", "s--a"],
    ),
    "signs that an id cannot hold": (["/srv/u/a b.txt", "/srv/u/a,b.txt"], ["a_b", "a_b~2"]),
    "a number that is taken": (["/u/a~2.txt", "/u/a.txt", "/u/a.md"], ["a~2", "a", "a~3"]),
    "capitals": (["/u/Letter.txt", "/u/letter.txt"], ["Letter", "letter~2"]),
    "capitals of folders": (["/u/N/a.txt", "/u/n/a.txt"], ["N--a", "n--a~2"]),
    "one accent, two ways to write it": (["/u/\u00e9.txt", "/u/e\u0301.txt"], ["\u00e9", "\u00e9~2"]),
    "hidden or above": (["/u/..txt", "/u/...txt"], ["_", "_~2"]),
    "bytes that are no UTF-8": (["/u/bad\udcff.txt", "/u/bad\udcfe.txt"], ["bad_", "bad_~2"]),
    "an archive is a folder": (["/u/week.zip/a.txt", "/u/a.txt"], ["week.zip--a", "a"]),
}


@pytest.mark.parametrize(("paths", "ids"), IDS.values(), ids=IDS)
def test_ids(paths: list[str], ids: list[str]) -> None:
    assert letter_ids([Path(path) for path in paths]) == ids


@pytest.mark.parametrize("sign", ["x", "ü", "人"])
def test_long_names_are_short_and_stay_apart(sign: str) -> None:
    names = [f"/u/{folder * 100}/{sign * 251}{end}.txt" for folder in "ab" for end in "12"]
    ids = letter_ids([Path(name) for name in names])
    assert len({unicodedata.normalize("NFC", one.casefold()) for one in ids}) == len(names)
    assert all(len(one.encode()) <= LONGEST for one in ids)


def test_an_id_depends_on_its_name_alone() -> None:
    """A long name is cut the same way in every run."""
    (alone,) = letter_ids([Path("/u/" + "x" * 240)])
    assert letter_ids([Path("/u/" + "x" * 240), Path("/u/b.txt")])[0] == alone


def test_a_path_is_shown_as_text() -> None:
    assert shown_path("in/bad\udcff.txt") == "in/bad\\xff.txt"
    assert shown_path("in/übel.txt") == "in/übel.txt"
    assert shown_path("a\x1b[31m\n\u202e\ud83d.txt") == r"a\x1b[31m\n\u202e\ud83d.txt"
