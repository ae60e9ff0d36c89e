"""A letter that was pasted is no parameter of a flow: those stand in Prefect's database, longer than any run is kept.

It stays in this process, which is the one that reads it; the parameter is only the name by which it is found.
"""

from __future__ import annotations

from uuid import uuid4

_HELD: dict[str, str] = {}


def parameter_of_text(text: str | None) -> str | None:
    """The name of a pasted text, as a flow's parameter."""
    if text is None:
        return None
    name = f"pasted:{uuid4().hex}"
    _HELD[name] = text
    return name


def pasted_text(parameter: str | None) -> str | None:
    """The text of a flow's parameter; one that was given as it is, is the text itself."""
    return None if parameter is None else _HELD.get(parameter, parameter)
