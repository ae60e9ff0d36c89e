"""Files of YAML as data, the packaged ones without parsing where an installation has laid that by.

Parsing the hundred files of words takes a tenth of a `check`. `python -m claims.yaml_files`, which `make setup` and
`make wheel` run, writes what they hold beside this module: a line a file, its digest and its content as JSON. A file is
known there by the digest of its bytes alone, so one that was edited is parsed again, and nothing is ever out of date.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

LAID_BY = "yaml_files.laid_by"
_PACKAGES = ("claims", "sources", "expectations", "reports")


def read_yaml(file: Path | Traversable) -> Any:
    """What a file of YAML holds, in UTF-8; only `true` and `false` are booleans in it, "on" and "no" are words.

    Raises OSError where it cannot be read, yaml.YAMLError or UnicodeDecodeError where it is none.
    """
    data = file.read_bytes()
    known = _laid_by().get(_digest(data))
    return json.loads(known) if known is not None else parse_yaml(data.decode("utf-8"))


def parse_yaml(text: str) -> Any:
    """As `read_yaml`, of a text."""
    import yaml

    return yaml.load(text, Loader=loader())  # noqa: S506 - a safe loader


@cache
def loader() -> Any:
    """The safe loader, the C one where it is compiled, in which only true and false are booleans: "on" is a word."""
    import yaml

    safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    kept = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in safe.yaml_implicit_resolvers.items()
    }
    return type("Loader", (safe,), {"yaml_implicit_resolvers": kept})


def lay_by() -> int:
    """Parse the packaged files and write what they hold beside this module; returns how many there are."""
    lines = {_digest(file.read_bytes()): line for file in _packaged() if (line := _as_json(file)) is not None}
    target = _here()
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    draft.write_text("".join(f"{digest} {line}\n" for digest, line in sorted(lines.items())), encoding="utf-8")
    draft.replace(target)
    _laid_by.cache_clear()
    return len(lines)


def _as_json(file: Path) -> str | None:
    """The content on one line, None where JSON cannot say it (a key that is no text, a date)."""
    content = parse_yaml(file.read_text(encoding="utf-8"))
    try:
        line = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    except TypeError:
        return None
    return line if json.loads(line) == content else None


def _packaged() -> Iterator[Path]:
    for package in _PACKAGES:
        yield from sorted(Path(str(files(package))).rglob("*.yml"))


def _here() -> Path:
    return Path(__file__).with_name(LAID_BY)


@cache
def _laid_by() -> dict[str, str]:
    try:
        lines = _here().read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return {}
    return {digest: content for digest, _, content in (line.partition(" ") for line in lines)}


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


if __name__ == "__main__":
    print(f"{lay_by()} files of words laid by")
