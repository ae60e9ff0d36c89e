"""The file of providers that a schedule asks, and what a run over them says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import CrossfootError
from flows.reference.pulling_once import Pull
from flows.reference.pulls_file import read_pulls
from flows.running.refresh_announced import Answer, message, state_of

GOOD = """
[[pull]]
provider = "world-bank"
place = ["Kenya", "Uganda"]
since = 2015-01-01
measure = "population"

[[pull]]
provider = "generic"
mapping = "harbours.yml"
base-url = "http://127.0.0.1:1/x"
"""


def test_the_pulls_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "pulls.toml").write_text(GOOD)
    assert read_pulls(str(tmp_path / "pulls.toml")) == (
        Pull(provider="world-bank", place=("Kenya", "Uganda"), since="2015-01-01", measure="population"),
        Pull(provider="generic", mapping=str(tmp_path / "harbours.yml"), base_url="http://127.0.0.1:1/x"),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "holds [[pull]] sections"),
        ("pull = 3", "holds [[pull]] sections"),
        ("pull = [3]", "pull 1: is no section"),
        ("[[pull]]\nprovider = 'x'\n[more]\na = 1", "holds [[pull]] sections"),
        ("[[pull", "is no TOML"),
        ("[[pull]]\nprovider = 'nobody'", "pull 1: provider: 'nobody' is none of"),
        ("[[pull]]\nplace = ['Kenya']", "provider: None is none of"),
        (GOOD + "[[pull]]\nprovider = 'acled'\nsinc = 2021-02-01", "pull 3: sinc: is no setting; do you mean since?"),
        ("[[pull]]\nprovider = 'acled'\nplace = 'Kenya'", "place: give a list"),
        ("[[pull]]\nprovider = 'acled'\nsince = 'May'", "'May' is no date"),
        ("[[pull]]\nprovider = 'acled'\nmeasure = 3", "measure: takes a text"),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "pulls.toml").write_text(text)
    with pytest.raises(CrossfootError) as told:
        read_pulls(str(tmp_path / "pulls.toml"))
    assert what in str(told.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CrossfootError, match="cannot be read"):
        read_pulls(str(tmp_path / "none.toml"))


GAVE, OLD, DOWN = Answer(provider="acled", added=3), Answer(provider="idmc"), Answer(provider="ucdp", fault="ucdp: x")


@pytest.mark.parametrize(
    ("answers", "name", "kind", "told"),
    [
        ([OLD], "Completed", "COMPLETED", "nothing new"),
        ([GAVE, OLD], "Completed", "COMPLETED", "3 figures added (acled 3)"),
        ([GAVE, DOWN], "ProvidersAtFault", "COMPLETED", "3 figures added (acled 3), 1 provider at fault: ucdp"),
        ([DOWN, DOWN], "ProvidersAtFault", "FAILED", "nothing new, 2 providers at fault: ucdp, ucdp"),
    ],
)
def test_the_state_says_what_providers_did(answers: list[Answer], name: str, kind: str, told: str) -> None:
    state = state_of(answers)
    assert (state.name, state.type.value, state.message, message(answers)) == (name, kind, told, told)


@pytest.mark.parametrize(
    ("answers", "report", "name", "kind"),
    [
        ([GAVE], ("UnreadableLetters", "COMPLETED"), "UnreadableLetters", "COMPLETED"),
        ([GAVE, DOWN], ("Completed", "COMPLETED"), "ProvidersAtFault", "COMPLETED"),
        ([GAVE, DOWN], ("FailedGate", "FAILED"), "FailedGate", "FAILED"),
    ],
)
def test_and_how_the_check_ended(answers: list[Answer], report: tuple[str, str], name: str, kind: str) -> None:
    from prefect.client.schemas.objects import State, StateType

    ended = State(type=StateType[report[1]], name=report[0], message="9 letters, 14 items")
    state = state_of(answers, ended)
    assert (state.name, state.type.value) == (name, kind)
    assert state.message.startswith("3 figures added (acled 3)")
    assert state.message.endswith("; 9 letters, 14 items")
