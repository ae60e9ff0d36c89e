"""What a key of a language's folder may hold, and the short way to say so of many keys at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Kind = Literal["words", "rows", "records", "table", "text", "number"]
Shape: TypeAlias = "Mapping[str, Kind | Shape]"


def words(keys: str) -> dict[str, Kind]:
    """Keys that hold a list of words or phrases."""
    return dict.fromkeys(keys.split(), "words")


def rows(keys: str) -> dict[str, Kind]:
    """Keys that hold a list of lists of words."""
    return dict.fromkeys(keys.split(), "rows")


def records(keys: str) -> dict[str, Kind]:
    """Keys that hold a list of mappings."""
    return dict.fromkeys(keys.split(), "records")


def table(keys: str) -> dict[str, Kind]:
    """Keys that hold a mapping whose own keys are the language's."""
    return dict.fromkeys(keys.split(), "table")


def text(keys: str) -> dict[str, Kind]:
    """Keys that hold a word or a phrase."""
    return dict.fromkeys(keys.split(), "text")


def number(keys: str) -> dict[str, Kind]:
    """Keys that hold a number."""
    return dict.fromkeys(keys.split(), "number")
