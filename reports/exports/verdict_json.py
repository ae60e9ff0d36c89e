"""A verdict of the comparison and the figures behind it, as the contract has them."""

from __future__ import annotations

from reports.exports.plain_json import Json, iso, number
from reports.words.wording import phrase
from sources.model import Observation, Verdict


def verdict_json(verdict: Verdict | None) -> Json:
    """A claim that nothing was compared with is `unverified`, and says why."""
    return {
        "against_source": verdict.against_source if verdict else "unverified",
        "timeliness": verdict.timeliness if verdict else None,
        "cautions": list(verdict.cautions) if verdict else [],
        "observation_ids": list(verdict.observation_ids) if verdict else [],
        "arithmetic": verdict.arithmetic if verdict else "",
        "explanation": verdict.explanation if verdict else phrase("not_compared"),
        **_helpers(verdict),
    }


def _helpers(verdict: Verdict | None) -> Json:
    """What serves an editor beside the three axes."""
    return {
        "checked": verdict.checked if verdict else "inside",
        "measure": verdict.measure if verdict else None,
        "suggestion": verdict.suggestion if verdict else None,
        "would_change": verdict.would_change if verdict else None,
        "needs_editor": verdict.needs_editor if verdict else False,
        "observations": [{**_observation(one.observation), "role": one.role} for one in verdict.evidence]
        if verdict
        else [],
        "nearest": [{**_observation(one.observation), "why_not": one.reason} for one in verdict.nearest]
        if verdict
        else [],
    }


def _observation(figure: Observation) -> Json:
    return {
        "observation_id": figure.observation_id,
        "measure": figure.measure_id,
        "value": number(figure.value),
        "comparator": figure.comparator,
        "period": {"start": iso(figure.period_start), "end": iso(figure.period_end)},
        "producer": figure.producer_id,
        "published_by": figure.published_by,
        "url": figure.url or None,
    }
