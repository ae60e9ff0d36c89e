"""States of letters of which many are not in memory: their digests are known, and each is read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from claims.quick_records import dataclass
from flows.store.letter_states import LetterState


@dataclass(frozen=True, slots=True)
class Known:
    """A state by its letter and its digest, and the way to it; `data`: to its bytes, where it stands in a file."""

    letter_id: str
    digest: str
    load: Callable[[], LetterState]
    data: Callable[[], bytes] | None = None


class States(Sequence[LetterState]):
    """The states of a run's letters, in their order."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.known = known

    @classmethod
    def of(cls, letters: Sequence[LetterState]) -> States:
        """The states at hand as such a sequence; one that is one is itself."""
        if isinstance(letters, States):
            return letters
        return cls([Known(one.letter_id, one.digest, lambda one=one: one) for one in letters])  # type: ignore[misc]

    def __len__(self) -> int:
        return len(self.known)

    @overload
    def __getitem__(self, at: int) -> LetterState: ...
    @overload
    def __getitem__(self, at: slice) -> States: ...
    def __getitem__(self, at: int | slice) -> LetterState | States:
        return States(self.known[at]) if isinstance(at, slice) else self.known[at].load()
