"""Which providers a schedule asks for what: a file in TOML, read anew by every run.

    [[pull]]
    provider = "world-bank"
    place = ["Kenya"]
    since = 2015-01-01
    measure = "population"

Names are those of the options of `crossfoot sources pull`. A mapping counts from the file's folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from flows.reference.pull_desk import PROVIDERS
from flows.reference.pulling_once import Pull, day

_NAMES = tuple(each.name.replace("_", "-") for each in fields(Pull))
_DAYS = ("since", "until")


def read_pulls(where: str) -> tuple[Pull, ...]:
    """The pulls of a file, at least one. Raises CrossfootError with every fault of it."""
    path = Path(where)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CrossfootError(where, f"cannot be read ({error.strerror}); name a file of pulls") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise CrossfootError(where, f"is no TOML: {' '.join(str(error).split())}") from None
    given = content.get("pull")
    if set(content) != {"pull"} or not isinstance(given, list) or not given:
        raise CrossfootError(where, "holds [[pull]] sections and nothing else; see docs/operate.md")
    faults = [f"\n  pull {number}: {fault}" for number, one in enumerate(given, 1) for fault in _faults(one)]
    if faults:
        raise CrossfootError(where, "".join(faults))
    return tuple(_pull(one, path.parent) for one in given)


def _faults(given: Any) -> Iterator[str]:
    if not isinstance(given, Mapping):
        yield "is no section; write [[pull]] and its settings below"
        return
    for name in given:
        if name not in _NAMES:
            like = get_close_matches(name, _NAMES, n=1)
            yield f"{name}: is no setting" + (
                f"; do you mean {like[0]}?" if like else f"; those are {', '.join(_NAMES)}"
            )
    if given.get("provider") not in PROVIDERS:
        yield f"provider: {given.get('provider')!r} is none of {', '.join(PROVIDERS)}"
    places = given.get("place", [])
    if not isinstance(places, list) or not all(isinstance(one, str) for one in places):
        yield 'place: give a list of countries, e.g. ["Kenya"]'
    yield from (fault for name, value in given.items() if name in _NAMES for fault in _fault(name, value))


def _fault(name: str, value: Any) -> Iterator[str]:
    if name in _DAYS:
        try:
            day(name, str(value))
        except CrossfootError as error:
            yield str(error)
    elif name not in ("provider", "place") and not isinstance(value, str):
        yield f"{name}: takes a text"


def _pull(given: Mapping[str, Any], folder: Path) -> Pull:
    told = {name.replace("-", "_"): _plain(value) for name, value in given.items()}
    if "mapping" in told:
        told["mapping"] = str(folder / told["mapping"])
    return Pull(**told)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return value.isoformat() if isinstance(value, date) else value
