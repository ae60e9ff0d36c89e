"""YAML that a user gives is bounded before anything is built of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claims.language.bounded_yaml import read_yaml
from claims.yaml_files import loader
from sources.providers.asking import PullUsageError
from sources.providers.mapped.mapping import load_yaml

UNUSABLE = [
    "[" * 100_000,
    "{a: " * 60 + "1" + "}" * 60,
    "a: &a [1]\nb: [" + ", ".join(["*a"] * 30) + "]\n",
    "- " * 50 + "1",
    "a: 2022-06-31\n",
    "a: !!int x\n",
    "a: !!float x\n",
]


@pytest.mark.parametrize("text", UNUSABLE, ids=range(len(UNUSABLE)))
@pytest.mark.parametrize("kind", [loader(), yaml.SafeLoader])
def test_what_would_fell_us_is_a_fault_of_the_file(text: str, kind: type) -> None:
    with pytest.raises(yaml.YAMLError):
        read_yaml(text, kind)


def test_a_few_aliases_and_levels_are_read() -> None:
    assert read_yaml("a: &a {b: {c: [1, [2]]}}\nd: *a\n", loader())["d"] == {"b": {"c": [1, [2]]}}


@pytest.mark.parametrize("text", UNUSABLE[:3], ids=range(3))
def test_a_mapping_file_of_a_provider_is_bounded_too(text: str, tmp_path: Path) -> None:
    (tmp_path / "mapping.yml").write_text(text)
    with pytest.raises(PullUsageError, match="is no YAML"):
        load_yaml(str(tmp_path / "mapping.yml"))
