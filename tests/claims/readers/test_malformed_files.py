"""Damaged and hostile files: each is read or refused with a reason, in good time, and none costs the others anything."""  # noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import UnreadableLetter
from claims.letters import letter_from_bytes
from claims.model import Letter
from claims.readers.finding import find_letters
from claims.readers.opening import read_bytes
from claims.readers.registry import read
from tests.factories.malformed import Malformed, malformed

FILES = tuple(malformed())


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 150
    assert len({one.name for one in FILES}) == len(FILES)


@pytest.mark.parametrize("one", FILES, ids=[one.name for one in FILES])
def test_each_is_read_or_refused_with_a_reason(one: Malformed, tmp_path: Path) -> None:
    path = tmp_path / one.name
    path.write_bytes(one.data)
    letters, problems, skipped = find_letters([str(path)])
    reasons = [problem.message for problem in problems] + [each.reason for each in skipped]
    texts = []
    for letter in letters:
        try:
            texts.append(read(read_bytes(letter.path), path=letter.path).text)
        except UnreadableLetter as error:
            reasons.append(error.message)
    assert texts or reasons, "lost"
    assert not any("crossfoot" in reason and "fault" in reason for reason in reasons)
    if one.outcome == "read":
        assert any("people fled" in " ".join(text.split()) for text in texts), reasons
    if one.outcome == "refused":
        assert not texts
        assert any(one.says in reason for reason in reasons), reasons


def _letter(name: str) -> Letter:
    data = next(one.data for one in FILES if one.name == name)
    return letter_from_bytes(data, path=name, letter_id="letter")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("damaged.txt", "line 1 (byte 120: ff)"),
        ("turned.txt", "direction of reading"),
        ("lookalike.txt", "a letter stands where a digit belongs"),
    ],
)
def test_what_misleads_is_said(name: str, says: str) -> None:
    assert any(says in warning for warning in _letter(name).warnings), _letter(name).warnings
