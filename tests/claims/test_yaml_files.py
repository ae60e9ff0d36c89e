"""Packaged words that an installation has laid by: the same as parsed, and never older than their file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import yaml_files
from claims.yaml_files import lay_by, parse_yaml, read_yaml


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of words of its own, and what is laid by beside it."""
    monkeypatch.setattr(yaml_files, "_packaged", lambda: iter(sorted(tmp_path.glob("*.yml"))))
    monkeypatch.setattr(yaml_files, "_here", lambda: tmp_path / "laid_by")
    yaml_files._laid_by.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    yaml_files._laid_by.cache_clear()


def _unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> object:
        raise AssertionError(f"parsed: {text[:40]}")

    monkeypatch.setattr(yaml_files, "parse_yaml", refuse)


def test_what_is_laid_by_is_not_parsed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (house / "a.yml").write_text("light: [on, no, true, 'é', 2.5]\n", encoding="utf-8")
    assert lay_by() == 1
    _unparsed(monkeypatch)
    assert read_yaml(house / "a.yml") == {"light": ["on", "no", True, "é", 2.5]}


def test_an_edited_file_is_parsed_again_whatever_its_times(house: Path) -> None:
    file = house / "a.yml"
    file.write_text("light: [one]\n", encoding="utf-8")
    lay_by()
    file.write_text("light: [two]\n", encoding="utf-8")
    assert read_yaml(file) == {"light": ["two"]}


def test_each_reader_has_its_own_copy(house: Path) -> None:
    (house / "a.yml").write_text("light: [one]\n", encoding="utf-8")
    lay_by()
    read_yaml(house / "a.yml")["light"].append("two")
    assert read_yaml(house / "a.yml") == {"light": ["one"]}


@pytest.mark.parametrize("content", ["{1: one}\n", "day: 2024-05-03\n"])
def test_what_json_cannot_say_is_left_to_the_parser(house: Path, content: str) -> None:
    (house / "a.yml").write_text(content, encoding="utf-8")
    assert lay_by() == 0
    assert read_yaml(house / "a.yml") == parse_yaml(content)


@pytest.mark.parametrize("laid_by", [None, b"", b"\xff\xfe", b"0123 {\n"])
def test_without_a_sound_file_the_words_are_parsed(house: Path, laid_by: bytes | None) -> None:
    (house / "a.yml").write_text("light: [one]\n", encoding="utf-8")
    if laid_by is not None:
        (house / "laid_by").write_bytes(laid_by)
    assert read_yaml(house / "a.yml") == {"light": ["one"]}


def test_every_packaged_file_can_be_laid_by() -> None:
    lines = {file: yaml_files._as_json(file) for file in yaml_files._packaged()}
    assert len(lines) > 100
    assert [str(file) for file, line in lines.items() if line is None] == []
