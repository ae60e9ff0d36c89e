"""The schema of the store, brought to the newest version by Alembic; its scripts stand in `migrations/versions`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select

from flows.store.schema_base import METADATA

HEAD = "0004"
"""The newest version; a test holds it to the scripts, so that Alembic is loaded only where there is work for it."""
_VERSION = Table("crossfoot_schema", MetaData(), Column("version_num", String(32)))
_SCRIPTS = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """The version of the schema there; `None` for a database that has none of our tables yet."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    found: str | None = connection.execute(select(_VERSION.c.version_num)).scalar()
    return found


def is_known(version: str | None) -> bool:
    """Whether a version is one of ours, and not that of a newer crossfoot."""
    return version is None or version in {script.revision for script in _scripts().walk_revisions()}


def upgrade(connection: Connection, target: str = HEAD) -> None:
    """Bring the schema to `target`, within the transaction of `connection`: whole, or not at all."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext

    scripts = _scripts()

    def steps(revision: Any, _context: Any) -> Any:
        return scripts._upgrade_revs(target, revision)

    with EnvironmentContext(Config(), scripts, fn=steps, destination_rev=target) as environment:
        environment.configure(connection=connection, version_table=_VERSION.name, target_metadata=METADATA)
        environment.run_migrations()


def _scripts() -> Any:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return ScriptDirectory.from_config(config)
