"""A start beside a stranger's package of one of our names says so in a line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import flows
from flows.neighbours import PACKAGES, foreign

HOME = Path(flows.__file__).parent.parent
START = "import sys; from flows.cli import main; sys.exit(main(['check', 'nothing.txt']))"


def start(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(HOME)])}
    return subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, cwd=folder, env=environment, check=False
    )


def test_our_own_packages_are_no_strangers():
    assert foreign() is None


@pytest.mark.parametrize("name", PACKAGES)
def test_a_module_of_the_same_name_is_told_in_one_line(name, tmp_path):
    (tmp_path / f"{name}.py").write_text("raise SystemExit('never imported')\n", encoding="utf-8")
    done = start(tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"'{name}'" in done.stderr
    assert "environment of its own" in done.stderr


def test_a_package_of_the_same_name_is_told_too(tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "__init__.py").write_text("", encoding="utf-8")
    done = start(tmp_path)
    assert (done.returncode, "'reports'" in done.stderr) == (2, True)
