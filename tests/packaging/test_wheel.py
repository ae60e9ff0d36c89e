"""The wheel holds what the editable install hides: the data files. One of each kind is read from it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    out = tmp_path_factory.mktemp("dist")
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), "build", "--quiet", "--offline", "--wheel", "--no-build-isolation"]
    subprocess.run([*command, "--python", sys.executable, "--out-dir", str(out), str(ROOT)], check=True)
    (built,) = out.glob("*.whl")
    return zipfile.ZipFile(built)


@pytest.mark.parametrize(
    "name",
    [
        "claims/language/en/comparators.yml",
        "sources/data/packs/myanmar/observations.csv",
        "sources/data/observations.schema.yml",
        "expectations/declarations/claims.schema.yml",
        "reports/wording.yml",
        "reports/schema/crossfoot-1.schema.json",
        "reports/templates/letter.html.j2",
        "reports/static/base.css",
    ],
)
def test_data_of_every_kind_is_in_the_wheel(wheel: zipfile.ZipFile, name: str) -> None:
    assert wheel.read(name) == (ROOT / name).read_bytes()


def test_nothing_but_the_five_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "claims", "expectations", "flows", "reports", "sources",
    }  # fmt: skip


def test_every_data_file_of_the_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    kinds = {".yml", ".yaml", ".csv", ".json", ".j2", ".html", ".css", ".svg"}
    packages = ("claims", "sources", "expectations", "reports", "flows")
    files = [p.relative_to(ROOT).as_posix() for top in packages for p in (ROOT / top).rglob("*") if p.suffix in kinds]
    assert set(files) <= set(wheel.namelist())


def test_it_cannot_be_uploaded_by_accident(wheel: zipfile.ZipFile) -> None:
    (metadata,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    text = wheel.read(metadata).decode()
    assert "Classifier: Private :: Do Not Upload" in text
    assert "License-Expression: Apache-2.0" in text
