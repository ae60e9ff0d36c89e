"""The figures that took part in a verdict, each with its role."""

from __future__ import annotations

from collections.abc import Sequence

from sources.comparison.decide import DECIDED, Decision
from sources.comparison.slips.slip import Slip
from sources.model import Evidence
from sources.telling.say import say


def figures_used(main: Decision, found: Sequence[Slip]) -> tuple[Evidence, ...]:
    """Every figure that took part, the deciding ones first, each once."""
    roles: list[tuple[object, Evidence]] = []
    decider = main.decider
    if decider is not None:
        two, decides = len(decider.observations) == 2, main.axis in DECIDED
        for figure in decider.observations:
            role = "decides" if not two and decides else "low" if figure is decider.low else "high"
            roles.append((figure, Evidence(observation=figure, role=say(f"roles.{role}"), decides=decides)))
    if main.stale is not None:
        roles.append((main.stale, Evidence(observation=main.stale, role=say("roles.stale"), decides=True)))
    for slip in found:
        role = {"readings_differ": "reading", "start_of_a_part": "part"}.get(slip.why, "slip")
        roles.append((slip.figure, Evidence(observation=slip.figure, role=say(f"roles.{role}"), decides=False)))
    for each in main.reading.weighed:
        if each is not decider:
            role = _role(main, each.outcome, rival=each in main.rivals)
            roles += [(figure, Evidence(observation=figure, role=role, decides=False)) for figure in each.observations]
    if decider is not None:
        for figure in main.reading.way.earlier(main.reading.figures, decider):
            roles.append((figure, Evidence(observation=figure, role=say("roles.earlier"), decides=False)))
    first: dict[str, Evidence] = {}
    for _, evidence in roles:
        first.setdefault(evidence.observation.observation_id, evidence)
    return tuple(first.values())


def _role(main: Decision, outcome: str, *, rival: bool) -> str:
    if rival:
        return say("roles.rival")
    return say("roles.supports") if outcome == "supports" else say("roles.open")
