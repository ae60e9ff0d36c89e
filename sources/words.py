"""The words of the comparison as data: `language/<language>/*.yml`, each parsed once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str, language: str = "en") -> Any:
    """A word list of the comparison. Raises `FileNotFoundError` where there is none of the name."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("sources").joinpath("language", language, f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
