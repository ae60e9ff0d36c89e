"""What each channel was told: the names of things (`flows.notices.standing_items`), under `state/notices.json`.

A channel that could not be reached was told nothing, and the next run tells it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from claims.quick_records import dataclass

FILE = "notices.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """By channel, the names of what it was told and that still stands. A channel that is not there was told nothing;
    one in `behind` could not be reached.
    """

    channels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    behind: frozenset[str] = frozenset()

    def of(self, channel: str) -> frozenset[str]:
        return self.channels.get(_hidden(channel), frozenset())

    def is_new(self, channel: str) -> bool:
        """Whether the channel was never told anything, and was not behind."""
        return _hidden(channel) not in self.channels

    def is_behind(self, channels: Iterable[str]) -> bool:
        """Whether one of the channels waits to be told what a run had, or has never been told."""
        return any(self.is_new(one) or _hidden(one) in self.behind for one in channels)

    def after(self, reached: Iterable[str], missed: Iterable[str], standing: Iterable[str]) -> Told:
        """What was told once those that were reached know all that stands; other channels are forgotten."""
        now = frozenset(standing)
        kept = {_hidden(one): self.of(one) & now for one in missed if not self.is_new(one)}
        return Told(channels=kept | {_hidden(one): now for one in reached}, behind=frozenset(map(_hidden, missed)))


def load_told(state: Path) -> Told:
    """What was told; a file that cannot be read is one that was never there: all is told again rather than nothing."""
    try:
        content = json.loads((state / FILE).read_text(encoding="utf-8"))
        channels = {str(name): frozenset(map(str, names)) for name, names in content["channels"].items()}
        return Told(channels=channels, behind=frozenset(map(str, content["behind"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Told()


def keep_told(state: Path, told: Told) -> None:
    """Write it down, readable to its owner alone. Raises OSError."""
    content = {
        "channels": {name: sorted(names) for name, names in sorted(told.channels.items())},
        "behind": sorted(told.behind),
    }
    aside = state / f".{FILE}.{os.getpid()}"
    aside.touch(mode=0o600)
    aside.write_text(json.dumps(content), encoding="utf-8")
    aside.replace(state / FILE)


def _hidden(channel: str) -> str:
    """A channel without its address, which may hold a password."""
    return hashlib.sha256(channel.encode("utf-8", "backslashreplace")).hexdigest()
