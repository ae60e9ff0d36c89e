"""docs/operate.md and the files it leads to: every command is one that crossfoot takes, every file is there and means
what the page says. What needs a container engine or a system that boots is held to its own checker where there is one.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from flows.cli import _parser
from flows.command_line.desk_settings import SHARED
from flows.notices.channels import channels_of
from flows.reference.pulls_file import read_pulls

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
LINES = [re.split(r"\s#\s", line)[0].strip() for kind, block in BLOCKS if not kind for line in block.splitlines()]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy" / "crossfoot.service").read_text(encoding="utf-8")


def parsed(words: list[str]) -> Any:
    """A command line of crossfoot's; a word that it does not take fails the test."""
    assert words[0].endswith("crossfoot"), words
    return _parser(words[1:]).parse_args(words[1:])


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("crossfoot ")])
def test_every_command_of_the_page_is_taken(line: str) -> None:
    assert parsed(shlex.split(line)).command in {"serve", "doctor", "report"}


def test_every_option_that_the_page_names_is_one_of_serve() -> None:
    row = "".join(line for line in PAGE.splitlines() if line.startswith("| `--"))
    named = set(re.findall(r"`(--[a-z-]+)", row))
    serve = parsed(["crossfoot", "serve", "--inbox", "a", "--out", "b"])
    assert len(named) >= 14
    assert {one.removeprefix("--").replace("-", "_") for one in named} <= set(vars(serve))
    assert {"notify", "site", "metrics"} <= set(SHARED)


def test_the_address_of_the_page_is_one_that_notices_go_to(monkeypatch: pytest.MonkeyPatch) -> None:
    (address,) = re.findall(r'export DESK_MAIL="([^"]+)"', PAGE)
    monkeypatch.setenv("DESK_MAIL", address)
    assert channels_of(["env:DESK_MAIL"]) == ["env:DESK_MAIL"]


def test_the_pulls_of_the_page_are_read(tmp_path: Path) -> None:
    (text,) = [block for kind, block in BLOCKS if kind == "toml"]
    (tmp_path / "pulls.toml").write_text(text, encoding="utf-8")
    assert [one.provider for one in read_pulls(str(tmp_path / "pulls.toml"))] == ["world-bank", "generic"]


def test_every_state_of_the_page_is_one_of_ours() -> None:
    from flows.running import refresh_announced, run_announced

    named = set(re.findall(r"^\| `([A-Z]\w+)` \|", PAGE, re.MULTILINE))
    assert named == {run_announced.COMPLETED, run_announced.UNREADABLE, run_announced.OVERTAKEN,
                     run_announced.NO_TABLE, run_announced.FAILED_GATE, refresh_announced.AT_FAULT}  # fmt: skip


@pytest.mark.parametrize("service", ["schedule", "review"])
def test_what_containers_run_is_taken(service: str) -> None:
    words = [re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", word) for word in COMPOSE["services"][service]["command"]]
    assert vars(parsed(words))["out"] == "/report"


def test_containers_share_an_image_and_wait_for_the_server() -> None:
    services = COMPOSE["services"]
    assert {one["image"] for one in services.values()} == {"crossfoot"}
    assert services["schedule"]["environment"]["PREFECT_API_URL"] == "http://prefect:4200/api"
    assert services["schedule"]["depends_on"] == {"prefect": {"condition": "service_healthy"}}
    assert all(port.startswith("127.0.0.1:") for one in services.values() for port in one.get("ports", ()))
    mounts = {mount.split(":")[0] for one in services.values() for mount in one["volumes"]} & {"report", "prefect"}
    assert mounts == set(COMPOSE["volumes"])
    code = services["prefect"]["healthcheck"]["test"][-1]
    compile(code, "healthcheck", "exec")


def test_the_image_is_made_of_what_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    assert [name for names in copied for name in names.split() if not (ROOT / name).exists()] == []
    ignored = (ROOT / ".dockerignore").read_text().split()
    for name in ("pyproject.toml", "README.md", "LICENSE", "flows", "claims", "sources", "expectations", "reports"):
        assert (ROOT / name).exists()
        assert name not in ignored
    (command,) = re.findall(r"^CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    assert parsed(yaml.safe_load(command)).log_format == "json"
    assert "ENTRYPOINT" not in DOCKERFILE  # a worker's command must reach the image as it is


def test_the_image_has_the_pins_of_the_tests_and_no_tool_of_theirs() -> None:
    image, pins = (_pins((ROOT / name).read_text()) for name in ("deploy/requirements.txt", "requirements.txt"))
    assert {name for name in image if image[name] != pins.get(name)} == set()
    assert {"pytest", "mypy", "playwright", "ruff"} & set(image) == set()
    assert {"prefect", "psycopg", "great-expectations"} <= set(image)


def _pins(text: str) -> dict[str, str]:
    """Each pin by its name, with its version and hashes."""
    pins = re.split(r"\n(?=[a-z0-9])", text)
    return {re.split(r"[=\[]", pin)[0]: " ".join(pin.split()) for pin in pins if "==" in pin}


def test_the_unit_starts_what_crossfoot_takes() -> None:
    (start,) = re.findall(r"^ExecStart=(.+)$", UNIT, re.MULTILINE)
    served = parsed(shlex.split(start))
    assert (served.command, served.out) == ("serve", "/var/lib/crossfoot")


def test_systemd_takes_the_unit(tmp_path: Path, missing: Callable[[str], NoReturn]) -> None:
    if shutil.which("systemd-analyze") is None:
        missing("no systemd-analyze: install systemd")
    unit = tmp_path / "crossfoot.service"
    unit.write_text(UNIT.replace("/opt/crossfoot/bin/crossfoot", sys.executable))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", "--man=no", str(unit)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, [line for line in done.stderr.splitlines() if "crossfoot" in line]) == (0, [])


def test_what_the_deployments_name_is_there() -> None:
    from importlib import import_module

    content = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    for one in content["deployments"]:
        module, _, name = one["entrypoint"].rpartition(".")
        known = set(getattr(import_module(module), name).parameters.properties)
        assert set(one["parameters"]) <= known
        if "check" in one["parameters"]:
            assert set(one["parameters"]["check"]) <= set(
                import_module("flows.fact_check").fact_check.parameters.properties
            )
        assert (one["tags"], one["concurrency_limit"]["limit"], bool(one["description"])) == (["crossfoot"], 1, True)
