"""Where the store of an `--out` is: a file of SQLite under `state/`, or the database that one setting names.

The setting is the environment variable CROSSFOOT_STORE (`--store`, or `store` in crossfoot.toml, is put into it, so
that the runs of a schedule inherit it and no flow's parameter holds a password). Its value is `postgresql://…`,
`sqlite:///file`, or `env:NAME` for the variable that holds it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import CrossfootError
from sources.table.formats.database_address import shown_place, without_secrets
from sources.table.where import told

if TYPE_CHECKING:
    from sqlalchemy import URL

VARIABLE = "CROSSFOOT_STORE"
FILE = "crossfoot.db"
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg", "postgresql+psycopg": None}
_FORMS = "write postgresql://user:password@host/database, sqlite:///file.db, or env:NAME for a variable that holds it"


def put_in_force(store: str | None) -> None:
    """Make `store`, as an option or the settings file gives it, the store of this process and of those it starts."""
    if store:
        os.environ[VARIABLE] = store


def address_of(out: Path) -> URL:
    """The address of the store of `out`. Raises CrossfootError for a setting that is none, without its secrets."""
    from sqlalchemy import URL, make_url
    from sqlalchemy.exc import ArgumentError

    if not (setting := _setting()):
        return URL.create("sqlite", database=str((out / "state" / FILE).absolute()))
    try:
        url = make_url(setting)
    except (ArgumentError, ValueError):
        raise CrossfootError(shown_place(setting), f"is no address of a store; {_FORMS}") from None
    if url.drivername == "sqlite" and url.database:
        return url
    if url.drivername not in _DRIVERS or not url.database:
        raise CrossfootError(shown_place(setting), f"is no address of a store; {_FORMS}")
    return url.set(drivername=_DRIVERS[url.drivername] or url.drivername)


def shown_store(out: Path) -> str:
    """The store of `out` as it may be shown and written down."""
    setting = _setting()
    return shown_place(setting) if setting else str(out / "state" / FILE)


def reason(error: BaseException) -> str:
    """The first line of a driver's own words, without what the setting does not show of itself."""
    text = str(getattr(error, "orig", None) or error).strip()
    line = text.splitlines()[0] if text else type(error).__name__
    setting = _setting()
    return (without_secrets(line, setting) if setting else line).rstrip(".")


def _setting() -> str:
    value = os.environ.get(VARIABLE, "").strip()
    return told(value).strip() if value else ""
