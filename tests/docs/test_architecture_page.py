"""The page that shows the way of a sentence names only what exists."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`((?:claims|sources|expectations|reports|flows)(?:\.\w+)+)`", PAGE)))
PATHS = sorted(set(re.findall(r"`((?:claims|sources|expectations|reports|flows|docs|tests)/[\w./-]+)`", PAGE)))


def test_the_page_names_things():
    assert len(NAMES) > 25
    assert PATHS


@pytest.mark.parametrize("name", NAMES)
def test_a_name_exists(name):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, last = name.rpartition(".")
        assert hasattr(importlib.import_module(module), last)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_exists(path):
    assert (ROOT / path).exists()
