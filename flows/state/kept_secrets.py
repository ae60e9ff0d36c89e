"""Secrets stay out of what Prefect writes down: a flow's parameters stand in its database and on its pages.

A reference table's address that holds a password or options goes into the environment of this process, which the runs
of a schedule inherit, and the parameter only names the variable. `block:NAME` names a Prefect Secret block instead.
"""

from __future__ import annotations

import os

from claims.errors import CrossfootError
from sources.table.where import KEPT, shown, told

VARIABLE = "CROSSFOOT_REFERENCES"
BLOCK = "block:"


def parameter_of(references: str | None) -> str | None:
    """`references` as a flow's parameter: as it is, or the name of the variable that now holds it.

    Raises CrossfootError for a variable that is not set.
    """
    if references is None or references.startswith(BLOCK):
        return references
    told(references)  # raises where a variable is named that is not set
    if references.startswith(KEPT) or shown(references) == references:
        return references
    os.environ[VARIABLE] = references
    return f"{KEPT}{VARIABLE}"


def references_of(parameter: str | None) -> str | None:
    """The references of a flow's parameter; a block's value is laid into the environment. Raises CrossfootError."""
    if parameter is None or not parameter.startswith(BLOCK):
        return parameter
    from prefect.blocks.system import Secret

    name = parameter.removeprefix(BLOCK)
    try:
        value = Secret.load(name).get()  # type: ignore[union-attr]
    except ValueError as error:
        why = str(error).splitlines()[0] if str(error) else "it cannot be loaded"
        raise CrossfootError(
            parameter, f"there is no such Prefect Secret block ({why}); make it, or use env:"
        ) from None
    os.environ[VARIABLE] = str(value)
    return f"{KEPT}{VARIABLE}"
