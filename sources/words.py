"""The words of the comparison as data: `language/<language>/*.yml`, each parsed once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from claims.yaml_files import read_yaml


@cache
def words(name: str, language: str = "en") -> Any:
    """A word list of the comparison. Raises `FileNotFoundError` where there is none of the name."""
    return read_yaml(files("sources").joinpath("language", language, f"{name}.yml"))
