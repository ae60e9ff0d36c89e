"""A rule from its two halves: what it says of itself (`rules/texts/en/<rule>.yml`) and the function that applies it.

A third file is not needed: order, label, wording, authority, scope, messages and examples stand in the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from claims.extraction import Extraction
from claims.model import Field
from claims.yaml_files import read_yaml
from expectations.model import Finding, Message, Rule

SPOKEN = "en"
"""The language the rules speak to an editor, that of the pages; letters may be in any."""
SHARED = "shared"
"""The texts that several rules share; no rule has this id."""


@cache
def texts_of(name: str) -> Any:
    """What `<name>.yml` of the texts says; it is looked for in every folder that holds rules.

    Raises FileNotFoundError if there is none; treat the result as read-only, it is shared.
    """
    # By its name: nothing of the floor above is used, only the folders it stands in.
    folders = import_module("expectations.rules").__path__
    homes = [Path(folder) / "texts" / SPOKEN / f"{name}.yml" for folder in folders]
    found = next((path for path in homes if path.is_file()), homes[0])
    return read_yaml(found)


def declared(
    rule_id: str,
    run: Callable[[Extraction, Field], list[Finding]],
    run_across: Callable[[Sequence[Extraction], Field], list[Finding]] | None = None,
) -> Rule:
    """The rule of this id with its texts and examples; raises FileNotFoundError without them, KeyError if one lacks."""
    texts = texts_of(rule_id)
    return Rule(
        rule_id=rule_id,
        order=texts["order"],
        label=texts["label"],
        sentence=texts["sentence"],
        checks=texts["checks"],
        why=texts["why"],
        authority=tuple(texts["authority"]),
        looks_at=texts["scope"]["looks_at"],
        leaves=texts["scope"]["leaves"],
        severity=texts["severity"],
        how_to_read=texts["how_to_read"],
        how_to_dismiss=texts["how_to_dismiss"],
        messages=tuple(_messages(texts["messages"])),
        run=run,
        must_fire=tuple(texts["must_fire"]),
        must_not_fire=tuple(texts["must_not_fire"]),
        run_across=run_across,
        tolerance=texts.get("tolerance"),
    )


def _messages(texts: dict[str, str | dict[str, str]]) -> list[Message]:
    return [
        Message(key=key, forms=(forms,) if isinstance(forms, str) else tuple(forms.values()))
        for key, forms in texts.items()
    ]


def say(rule_id: str, key: str, /, **values: str) -> str:
    """A sentence of the rule's `messages` with its values filled in."""
    template: str = texts_of(rule_id)["messages"][key]
    return template.format(**values)


def say_counted(rule_id: str, key: str, number: int, /, **values: str) -> str:
    """A sentence of `messages` that has two forms, for one thing and for any other number of them."""
    template: str = texts_of(rule_id)["messages"][key]["one" if number == 1 else "other"]
    return template.format(**values)


def bounded(comparator: str, text: str) -> str:
    """A figure behind the words of its comparator: "at least 40 unions"; as it is where it bears no bound."""
    form: str = texts_of(SHARED)["bounds"].get(comparator, "{text}")
    return form.format(text=text)


def day_written(day: date) -> str:
    """A day as an editor writes it: "3 May 2023"."""
    return say(SHARED, "day", day=str(day.day), month=_month(day), year=str(day.year))


def stretch_written(first: date, last: date) -> str:
    """A day, a month or a year, by its first and last day: "3 May 2023", "May 2023", "2023"."""
    if first == last:
        return day_written(first)
    if (first.year, first.month) == (last.year, last.month):
        return say(SHARED, "month", month=_month(first), year=str(first.year))
    return str(first.year)


def _month(day: date) -> str:
    name: str = texts_of(SHARED)["months"][day.month - 1]
    return name
