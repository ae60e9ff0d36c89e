"""A language as one typed object, and the one that is in force: chosen once for a letter, never by default."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from typing import Any

from claims.language.morphology import Morphology
from claims.quick_records import dataclass


class NoLanguage(RuntimeError):
    """Words of a language were asked for where none is in force: a fault of ours, never of the user's."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Language:
    """The general words of one language: every list that `claims.language.shape` declares, checked when it was loaded.

    `lists` is shared and read-only. `made` keeps what functions `of_language` made of it, and lives as long as it does.
    Two loaded languages are the same only if they are one object.
    """

    code: str
    name: str
    stop_words: frozenset[str]
    lists: Mapping[str, Any]
    morphology: Morphology
    made: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    @contextmanager
    def in_force(self) -> Iterator[Language]:
        """All that is read inside this scope is read in this language; scopes nest, threads open their own."""
        before = IN_FORCE.set(self)
        try:
            yield self
        finally:
            IN_FORCE.reset(before)


IN_FORCE: ContextVar[Language] = ContextVar("language in force")


def language_in_force() -> Language:
    """The language of the innermost scope. Raises NoLanguage outside of every scope."""
    try:
        return IN_FORCE.get()
    except LookupError:
        raise no_language() from None


def no_language() -> NoLanguage:
    """What to raise outside of every scope; says how to open one."""
    return NoLanguage("no language is in force here: open one with `with load_language(code).in_force():`")
