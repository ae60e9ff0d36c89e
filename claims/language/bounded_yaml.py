"""YAML of files that a user gives: bounded before anything is built of it, and every fault of it a `yaml.YAMLError`.

The C library composes nodes by recursion that no limit of Python's stops, and a few lines of aliases can stand for
more values than a machine holds; both are seen in the stream of events, which has no depth.
"""

from __future__ import annotations

from typing import Any

import yaml

DEEPEST = 40
MOST_ALIASES = 20
MOST_EVENTS = 200_000


def read_yaml(text: str, loader: Any) -> Any:
    """The content of `text` by a safe `loader`. Raises `yaml.YAMLError`, also for a value that cannot be (31 June)."""
    require_bounded(text, loader)
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except (ValueError, OverflowError) as error:
        raise yaml.YAMLError(f"a value in it cannot be ({error})") from None


def require_bounded(text: str, loader: Any) -> None:
    """Raise `yaml.YAMLError` for a text that is nested too deeply, repeats too much by aliases, or is too long."""
    depth = aliases = 0
    for count, event in enumerate(yaml.parse(text, Loader=loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        aliases += isinstance(event, yaml.AliasEvent)
        line = event.start_mark.line + 1 if event.start_mark else 0
        if depth > DEEPEST:
            raise yaml.YAMLError(f"it is nested more than {DEEPEST} deep in line {line}")
        if aliases > MOST_ALIASES:
            raise yaml.YAMLError(f"it repeats more than {MOST_ALIASES} values by aliases, the last in line {line}")
        if count > MOST_EVENTS:
            raise yaml.YAMLError(f"it holds more than {MOST_EVENTS:,} values")
