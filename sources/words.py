"""The words of the comparison as data: `language/<language>/*.yml`, each parsed once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from claims.language.typed import language_in_force
from claims.yaml_files import read_yaml


@cache
def words(name: str, language: str = "en") -> Any:
    """A word list of the comparison. Raises `FileNotFoundError` where there is none of the name."""
    return read_yaml(files("sources").joinpath("language", language, f"{name}.yml"))


def words_in_force(name: str, key: str) -> Any:
    """One list of the language in force where it has it, else the English one; within a language's scope."""
    own = language_in_force().code
    told = words(name, own) if files("sources").joinpath("language", own, f"{name}.yml").is_file() else {}
    return told.get(key, words(name)[key])
