"""`crossfoot completion`: what a real shell offers after its script is read."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from flows.cli import main

_ASK = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMP_LINE="$*"
$(complete -p crossfoot | sed -E 's/.*-F ([^ ]+) .*/\\1/') 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def bash(tmp_path_factory, missing):
    """What bash offers for the last of some words."""
    program = shutil.which("bash")
    if program is None:
        missing("no bash: install it")
    script = tmp_path_factory.mktemp("completion") / "crossfoot.bash"
    script.write_text(_script("bash"), encoding="utf-8")

    def offered(*words: str, cwd: Path | None = None) -> set[str]:
        told = [program, "--norc", "-c", _ASK, "ask", str(script), "crossfoot", *words]
        return set(subprocess.run(told, capture_output=True, text=True, check=True, cwd=cwd, timeout=60).stdout.split())

    return offered


def _script(shell: str) -> str:
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["completion", shell]) == 0
    return out.getvalue()


@pytest.mark.parametrize(("words", "offered", "not_offered"), [
    (("",), {"check", "report", "export", "serve", "sources", "completion"}, {"--format"}),
    (("ch",), {"check"}, {"report"}),
    (("check", "--f"), {"--format", "--fail-on"}, {"--out"}),
    (("check", "--format", ""), {"text", "json", "jsonl"}, {"--format"}),
    (("report", "--runner", ""), {"threads", "processes", "dask"}, set()),
    (("sources", ""), {"check", "list", "fetch", "pull"}, {"serve"}),
    (("export", "--for"), {"--format"}, set()),
])  # fmt: skip
def test_bash_offers(bash, words, offered, not_offered):
    found = bash(*words)
    assert offered <= found
    assert not not_offered & found


def test_bash_offers_letters_and_folders(bash, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "open.txt").touch()
    assert {"letters", "open.txt"} <= {one.rstrip("/") for one in bash("check", "", cwd=tmp_path)}
    assert "open.txt" not in bash("report", "--out", "", cwd=tmp_path)


@pytest.mark.parametrize("shell", ["zsh", "fish", "tcsh"])
def test_every_shell_knows_every_command(shell):
    script = _script(shell)
    assert all(command in script for command in ("check", "report", "export", "serve", "doctor", "sources"))


def test_a_shell_that_there_is_not_is_refused(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["completion", "edlin"])
    assert stop.value.code == 2
    assert "edlin" in capsys.readouterr().err
