"""The GitHub Action and the pre-commit hook: their own commands, run on a repository of letters."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claims.readers.registry import ENDINGS

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
GOOD = "Open letter on the ports\n\n4 May 2021\n\nDear minister,\n\nAt least 3,460 boats lie idle in the north.\n"
BAD = GOOD + "This is the 22th year of the treaty.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "open letters"
    folder.mkdir()
    (folder / "good.md").write_text(GOOD)
    (folder / "bad.txt").write_text(BAD)
    return tmp_path


def run(command: list[str], where: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path} | environment
    return subprocess.run(command, cwd=where, env=env, capture_output=True, text=True, check=False, timeout=120)


def action(where: Path, **inputs: str) -> list[subprocess.CompletedProcess[str]]:
    """The steps of the action after its installation, with its inputs filled in as the forge does."""
    values = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    fill = lambda text: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], text)  # noqa: E731
    done = []
    for step in ACTION["runs"]["steps"][1:]:
        env = {name: fill(value) for name, value in step["env"].items()}
        done.append(run(["bash", "-euo", "pipefail", "-c", step["run"]], where, **env))
    return done


@pytest.mark.parametrize(("fail_on", "code"), [("any", 1), ("never", 0), ("contradicted", 0)])
def test_the_action_writes_its_reports_and_fails_as_told(repository: Path, fail_on: str, code: int) -> None:
    (repository / "letters").mkdir()
    (repository / "letters" / "bad.txt").write_text(BAD)
    export, check = action(repository, **{"fail-on": fail_on, "paths": "letters"})
    assert (export.returncode, check.returncode) == (0, code), export.stderr + check.stderr
    log = json.loads((repository / "crossfoot-exports" / "crossfoot.sarif").read_text(encoding="utf-8"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("letters/bad.txt", 8)
    assert (repository / "crossfoot-exports" / "junit.xml").is_file()


def test_inputs_of_the_action_are_no_commands(repository: Path) -> None:
    export, check = action(repository, paths='$(touch hit) "; touch hit; "', into="made")
    assert (export.returncode, check.returncode) != (0, 0)
    assert not (repository / "hit").exists()
    assert not any("${{" in step["run"] for step in ACTION["runs"]["steps"])  # only the environment carries inputs


def test_the_action_installs_from_the_hashed_pins() -> None:
    install = ACTION["runs"]["steps"][0]["run"]
    assert '--require-hashes -r "$GITHUB_ACTION_PATH/requirements.txt"' in install
    assert "--no-deps --no-build-isolation" in install


@pytest.mark.parametrize(("names", "code"), [(["open letters/good.md"], 0), (["open letters/bad.txt"], 1),
                                             (["open letters/good.md", "open letters/bad.txt"], 1)])  # fmt: skip
def test_the_hook_stops_a_letter_whose_figures_disagree(repository: Path, names: list[str], code: int) -> None:
    done = run([*shlex.split(HOOK["entry"]), *names], repository)
    assert done.returncode == code, done.stderr
    assert ("22th" in done.stdout) == bool(code)


def test_the_hook_takes_the_endings_of_letters() -> None:
    taken = {ending for ending in ENDINGS if re.search(HOOK["files"], f"letters/a{ending}")}
    assert taken == set(ENDINGS) - {".eml", ".zip", ".docm", ".dotx", ".fodt", ".ott"}
    assert not re.search(HOOK["files"], "src/letters.py")
