"""What was known when: a reference table as it stood on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sources.model import Observation, ReferenceTable


def published_day(observation: Observation) -> date | None:
    """The day a figure came out: as printed, else its as-of date and its producer's usual lag."""
    return observation.published_on or observation.published_by_rule


def known_by(observation: Observation, day: date) -> bool:
    """Whether a figure was out by a day, and speaks for a day up to it."""
    out, until = published_day(observation), observation.period_end
    if out is None or until is None:
        return False
    first = until.replace(day=1) if observation.period_end_grain == "month" else until
    return out <= day and first <= day


def as_known_on(table: ReferenceTable, day: date) -> ReferenceTable:
    """The table with the figures published by `day`, without those that a figure published by then corrects.

    `superseded_by` of what remains is empty: nobody knew of the correction. Measures, producers, events and places
    stay. The digest is that of the table and the day.
    """
    by_id = {each.observation_id: each for each in table.observations}
    stood = (each for each in table.observations if known_by(each, day) and not _corrected(each, by_id, day))
    digest = hashlib.sha256(f"{table.sha256}@{day.isoformat()}".encode()).hexdigest()
    return replace(table, sha256=digest, observations=tuple(replace(each, superseded_by=None) for each in stood))


def _corrected(observation: Observation, by_id: Mapping[str, Observation], day: date) -> bool:
    """Whether the figure's correction, or a correction of that, was known."""
    seen = {observation.observation_id}
    step = by_id.get(observation.superseded_by or "")
    while step is not None and step.observation_id not in seen:
        if known_by(step, day):
            return True
        seen.add(step.observation_id)
        step = by_id.get(step.superseded_by or "")
    return False
