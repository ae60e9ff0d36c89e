"""Errors for people: which file, what is wrong, what to do."""

from __future__ import annotations


class CrossfootError(Exception):
    """A problem with something the user gave; its text is shown as it is, without a traceback."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[type[CrossfootError], tuple[str, str]]:
        return type(self), (self.path, self.message)


class UnreadableLetter(CrossfootError):
    """A letter that cannot be read; the others still are."""


class BadReferenceTable(CrossfootError):
    """A reference table with rows at fault; nothing of it is used."""
