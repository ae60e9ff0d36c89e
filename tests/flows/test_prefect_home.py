"""A configured server is used; else ours is started, quietly, in the state folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.prefect_home import configured_server, server

PROFILES = """
active = "newsroom"
[profiles.newsroom]
PREFECT_API_URL = "http://127.0.0.1:4999/api"
[profiles.local]
"""


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PREFECT_API_URL", "PREFECT_HOME", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.setenv(name, "")  # so that monkeypatch restores what the code under test may set
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_nothing_is_configured_on_a_fresh_machine() -> None:
    assert configured_server() is None


def test_the_environment_wins_over_the_profile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".prefect").mkdir()
    (tmp_path / ".prefect" / "profiles.toml").write_text(PROFILES)
    assert configured_server() == "http://127.0.0.1:4999/api"
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:5001/api")
    assert configured_server() == "http://127.0.0.1:5001/api"


@pytest.mark.parametrize("content", ["", 'active = "local"', PROFILES.replace('"newsroom"', '"local"'), "not [ toml"])
def test_a_profile_without_an_address_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / ".prefect").mkdir()
    (tmp_path / ".prefect" / "profiles.toml").write_text(content)
    assert configured_server() is None


def test_a_configured_server_is_neither_started_nor_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:5001/api")
    with server(tmp_path / "state") as started:
        assert started.ready() == "http://127.0.0.1:5001/api"
    assert not (tmp_path / "state").exists()
