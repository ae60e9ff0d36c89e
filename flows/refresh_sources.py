"""The second scheduled flow: providers are asked, their figures go into the table, letters are compared again.

A provider that does not answer, or sends what cannot be used, is named; what the others sent is used. The table is
checked as it would be before it is written. Letters are checked only where there is a figure more, and of them only
those are compared again that it may speak to (`flows.state.letter_cache`). No type is defined here, as in
`flows.fact_check`.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE

from claims.errors import CrossfootError
from flows.fact_check import fact_check
from flows.reference.pulling_once import Pull, pull
from flows.reference.pulls_file import read_pulls
from flows.run_folders.runs import Layout
from flows.running import refresh_announced
from flows.running.refresh_announced import Answer
from flows.serving import end_told
from flows.state.missed_runs import REFRESH
from flows.state.one_at_a_time import RUN, alone


@task(name="ask a provider", task_run_name="ask {asked.provider}", cache_policy=NO_CACHE, persist_result=False)
def ask(asked: Pull, into: str, state: str) -> Answer:
    """What a provider has that the table has not; its own client asks again where that can help."""
    try:
        pulled = pull(asked, into, Path(state), dry=False, world=None, today=None)
    except CrossfootError as error:
        return Answer(provider=asked.provider, fault=str(error))
    result = pulled.result
    return Answer(
        provider=asked.provider, added=len(result.added), superseded=len(result.superseded), remarks=pulled.remarks
    )


@flow(
    name=REFRESH,
    flow_run_name="refresh-sources {into}",
    description="Asks providers for figures, checks the reference table, compares the letters again.",
    version=version("crossfoot"),
    validate_parameters=True,
    persist_result=False,
)
def refresh_sources(pulls: str, into: str, check: dict[str, Any]) -> Any:
    """Ask the providers of the file `pulls`, put what is new into the table of the folder `into`, and run `fact-check`
    with the parameters `check` if anything is. Raises CrossfootError where the file cannot be used.
    """
    layout, log = Layout(out=Path(check["out"])), get_run_logger()
    layout.prepare()
    asked = read_pulls(pulls)
    with alone(layout.state / RUN, lambda who: log.warning("%s is at work on %s; this run waits", who, layout.out)):
        answers = [ask(one, into, str(layout.state)) for one in asked]
    refresh_announced.log_lines(log, answers)
    report = None
    if any(one.added for one in answers):
        report = fact_check(**{**check, "references": into}, return_state=True)
    end_told(REFRESH, refresh_announced.message(answers), {"added": sum(one.added for one in answers)}, layout.state)
    return refresh_announced.state_of(answers, report)
