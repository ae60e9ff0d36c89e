"""General words as data: the YAML files of `claims/language/<language>/`, each parsed once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Safe):  # type: ignore[misc]
    """The safe loader, the C one where it is compiled, in which only true and false are booleans: "on" is a word."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in _Safe.yaml_implicit_resolvers.items()
}


def vocabulary(name: str, language: str = "en") -> Any:
    """The parsed content of `claims/language/<language>/<name>.yml`; treat it as read-only, it is shared.

    Raises FileNotFoundError if there is no such vocabulary.
    """
    return _parsed(name, language)


@cache
def _parsed(name: str, language: str) -> Any:
    text = files("claims").joinpath("language", language, f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=Loader)  # noqa: S506 - a safe loader, the C one where it is compiled
