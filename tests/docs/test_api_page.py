"""The examples of docs/api.md are run as they stand, and the face names only what can be loaded."""

from __future__ import annotations

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "api.md"


def test_the_examples_of_the_page_hold():
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried > 8
    assert failed == 0


@pytest.mark.parametrize("package", ["claims", "sources", "expectations"])
def test_every_name_of_the_face_loads(package):
    face = importlib.import_module(package)
    assert sorted(face.__all__) == face.__all__
    for name in face.__all__:
        assert getattr(face, name).__name__ == name


@pytest.mark.parametrize("package", ["claims", "sources", "expectations"])
def test_a_name_that_is_not_there_is_said_so(package):
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        importlib.import_module(package).nothing  # noqa: B018 - the look-up is what fails


def test_importing_the_faces_loads_nothing_heavy():
    script = (
        "import sys, claims, sources, expectations; heavy = ('yaml', 'pandas', 'prefect', 'dateparser', 'quantulum3');"
        "print([name for name in sys.modules if name.split('.')[0] in heavy])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
