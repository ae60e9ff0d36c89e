"""Letters of spent blind sets with the slips planted in them: what the weights of `claims/relations/fits` learn from.

All are invented. Each line of `spent_letters.jsonl` is a clean letter and its slips: where (`at`, in code points), what
stood there (`was`), what stands there in the planted copy (`now`), and the rules that may fairly tell it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Planted:
    """One slip in a letter: the text with it, and the stretch that it changed there."""

    name: str
    text: str
    start: int
    end: int
    rules: tuple[str, ...]

    def stop_in_clean(self, letter: Letter) -> int:
        """Where in the clean letter the stretch ends that the slip has changed."""
        return self.end - len(self.text) + len(letter.text)


@dataclass(frozen=True, slots=True)
class Letter:
    """A clean letter of one of the sets, and its planted copies."""

    name: str
    of: str
    text: str
    planted: tuple[Planted, ...]

    def place_in_clean(self, copy: Planted, offset: int) -> int | None:
        """Where an offset of a planted copy lies in the clean text; None inside the slip."""
        grown = len(copy.text) - len(self.text)
        return offset if offset <= copy.start else offset - grown if offset >= copy.end else None


def letters() -> Iterator[Letter]:
    """All letters of all sets."""
    with (HERE / "spent_letters.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Letter(row["letter"], row["set"], row["text"], tuple(_planted(row["text"], row["slips"])))


def _planted(text: str, slips: list[dict[str, object]]) -> Iterator[Planted]:
    for slip in slips:
        at, was, now = int(str(slip["at"])), str(slip["was"]), str(slip["now"])
        copy = text[:at] + now + text[at + len(was) :]
        yield Planted(str(slip["name"]), copy, at, at + len(now), tuple(slip["rules"]))  # type: ignore[arg-type]
