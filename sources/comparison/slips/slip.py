"""A caution about what a number may mean."""

from __future__ import annotations

from typing import Final

from claims.quick_records import dataclass
from sources.model import Caution, Observation

CAUTIONS: Final[dict[str, Caution]] = {
    "other_start": "window_mismatch",
    "other_window": "window_mismatch",
    "event_toll": "scope_mismatch",
    "running_count": "scope_mismatch",
    "other_place": "scope_mismatch",
    "other_measure": "measure_slippage",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A caution about what a number means. `figure`: where it comes from; `why`: a key of the wording."""

    caution: Caution
    why: str
    figure: Observation
    measure_id: str
