"""A rule from its two halves: what it says of itself (`rules/texts/<rule>.yml`) and the function that applies it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claims.extraction import Extraction
from claims.language.words import Loader
from claims.model import Field
from expectations.model import Finding, Rule


@cache
def _texts(rule_id: str) -> Any:
    text = files("expectations").joinpath("rules", "texts", f"{rule_id}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=Loader)  # noqa: S506 - a safe loader, the C one where it is compiled


def declared(
    rule_id: str,
    run: Callable[[Extraction, Field], list[Finding]],
    run_across: Callable[[Sequence[Extraction], Field], list[Finding]] | None = None,
) -> Rule:
    """The rule of this id with its texts and examples; raises FileNotFoundError if it has none."""
    texts = _texts(rule_id)
    return Rule(
        rule_id=rule_id,
        checks=texts["checks"],
        why=texts["why"],
        severity=texts["severity"],
        how_to_read=texts["how_to_read"],
        how_to_dismiss=texts["how_to_dismiss"],
        run=run,
        must_fire=tuple(texts["must_fire"]),
        must_not_fire=tuple(texts["must_not_fire"]),
        run_across=run_across,
        tolerance=texts.get("tolerance"),
    )


def say(rule_id: str, key: str, **values: str) -> str:
    """A sentence of the rule's `messages` with its values filled in."""
    template: str = _texts(rule_id)["messages"][key]
    return template.format(**values)
