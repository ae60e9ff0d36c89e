"""The small words of a printed page by which its layout is told, in whatever language it is."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claims.yaml_files import read_yaml


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = read_yaml(files("claims").joinpath("readers", "pdf", "printed_words.yml"))
    return words


def any_printed(name: str) -> str:
    """A pattern of any word of a list of `printed_words.yml`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(_words()[name], key=len, reverse=True)) + ")"
