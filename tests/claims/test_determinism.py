"""The same text reads the same: under any hash seed, in threads and in other processes."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import pytest

from claims.language.load import load_language, put_in_force
from claims.numbers.read import read_numbers

FACTORY = Path(__file__).parents[1] / "factories" / "phrasings.py"
ROOT = FACTORY.parents[2]
# Reads every line of standard input, given as JSON, and prints all that was read of it.
PROGRAM = (
    "import sys, json; from claims.language.load import load_language; from claims.numbers.read import read_numbers\n"
    "with load_language('en').in_force(): [print(read_numbers(json.loads(x))) for x in sys.stdin]"
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The texts of the corpus, frames aside."""
    spec = importlib.util.spec_from_file_location("corpus_of_determinism", FACTORY)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return [case.text for case in module.cases() if not case.framed]


@pytest.fixture(scope="module")
def plain(texts: list[str]) -> list[str]:
    """What is read of each text here, one after the other."""
    return [_read(text) for text in texts]


def _read(text: str) -> str:
    with load_language("en").in_force():
        return str(read_numbers(text))


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_any_hash_seed_reads_the_same(texts: list[str], plain: list[str], seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    lines = "\n".join(json.dumps(text) for text in texts)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=lines, env=environment, cwd=ROOT, capture_output=True, text=True,
        encoding="utf-8", check=True,
    )  # fmt: skip
    assert _digest(done.stdout.splitlines()) == _digest(plain)


def test_threads_read_the_same(texts: list[str], plain: list[str]) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(_read, texts)) == plain
        assert list(pool.map(_read, texts[::-1])) == plain[::-1]


def test_processes_read_the_same(texts: list[str], plain: list[str]) -> None:
    # A function of the package: what the pool sends must be importable over there, which a test module is not.
    with ProcessPoolExecutor(2, get_context("spawn"), put_in_force, ("en",)) as pool:
        assert [str(read) for read in pool.map(read_numbers, texts, chunksize=64)] == plain


def test_the_order_of_texts_changes_nothing(texts: list[str], plain: list[str]) -> None:
    assert [_read(text) for text in reversed(texts)] == plain[::-1]
