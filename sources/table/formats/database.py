"""Databases, by SQLAlchemy addresses ("sqlite:///table.db"): one table or view a table. Only ever read from.

SQLAlchemy and the database's driver are loaded on first use. Cells come as the driver gives them, so that a day that
does not exist is a fault of its cell and no failure of the query.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sources.table.formats.database_address import shown_address, without_secrets
from sources.table.formats.plain import as_cell
from sources.table.raw import RawTable, broken, by_table, from_cells, with_digest

_ROW = "row"


def read_database(where: str, keys: Mapping[str, str]) -> dict[str, RawTable]:
    """The tables of a database by their names. `keys`: for each table the column that its rows are ordered by.

    What is not the owner's doing comes back as a broken table of observations: no such driver, no such file, no
    connection. Raises nothing.
    """
    shown = shown_address(where)
    try:
        return _read(where, shown, keys)
    except ModuleNotFoundError as error:
        what = f"needs the Python package {error.name}; install it beside crossfoot"
    except Exception as error:
        what = f"cannot be read: {_reason(error, where)}; check the address and the rights of its user"
    return {"observations": broken("observations", shown, 0, what, counted=_ROW)}


def _reason(error: Exception, where: str) -> str:
    """The first line of the driver's own words, without the secrets of the address if it repeats them."""
    text = str(getattr(error, "orig", None) or error).strip()
    reason = text.splitlines()[0] if text else type(error).__name__
    return without_secrets(reason, where).rstrip(".")


def _read(where: str, shown: str, keys: Mapping[str, str]) -> dict[str, RawTable]:
    from sqlalchemy import create_engine, inspect
    from sqlalchemy.engine import make_url
    from sqlalchemy.pool import NullPool

    url = make_url(where)
    if _no_such_file(url):
        # the driver would make an empty database of that name
        return {"observations": broken("observations", shown, 0, _nowhere(url, shown), counted=_ROW)}
    engine = create_engine(url, poolclass=NullPool)
    inspector = inspect(engine)
    names = by_table((*inspector.get_table_names(), *inspector.get_view_names()))
    if "observations" not in names:
        what = "has no table named observations; make one with the columns of docs/reference-data.md"
        return {"observations": broken("observations", shown, 0, what, counted=_ROW)}
    with closing(engine.connect()) as connection:
        return {name: _one(connection, name, own_names, shown, keys[name]) for name, own_names in names.items()}


def _one(connection: Any, name: str, own_names: list[str], shown: str, key: str) -> RawTable:
    """The one table of a name; of two that differ in capitals alone neither is the right one."""
    if len(own_names) > 1:
        what = f"has {' and '.join(own_names)}; keep the one that counts"
        return broken(name, shown, 0, what, counted=_ROW)
    return _table(connection, name, own_names[0], shown, key)


def _no_such_file(url: Any) -> bool:
    file = url.database or ""
    on_disk = url.get_backend_name() == "sqlite" and file and file != ":memory:" and not file.startswith("file:")
    return bool(on_disk) and not Path(file).is_file()


def _nowhere(url: Any, shown: str) -> str:
    """The file is named only if the address shows it too."""
    return f"there is no file {url.database}" if str(url.database) in shown else "there is no such file"


def _table(connection: Any, name: str, own_name: str, shown: str, key: str) -> RawTable:
    from sqlalchemy import text

    quoted = connection.dialect.identifier_preparer.quote(own_name)
    result = connection.execute(text(f"SELECT * FROM {quoted}"))  # noqa: S608 - a name the database gave, quoted
    header = [str(column).strip() for column in result.keys()]  # noqa: SIM118 - no dict
    rows = [[as_cell(value) for value in row] for row in result]
    at = header.index(key) if key in header else 0
    rows.sort(key=lambda row: (row[at], row))
    file = f"{shown}, table {own_name}, ordered by {header[at]}" if header else f"{shown}, table {own_name}"
    digest = hashlib.sha256(json.dumps([header, rows]).encode()).hexdigest()
    return with_digest(from_cells(name, file, header, enumerate(rows, start=1), counted=_ROW), digest)
