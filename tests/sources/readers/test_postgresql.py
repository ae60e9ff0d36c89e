"""A table kept in a real PostgreSQL server, in columns of the types that a team would give them."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from sources.table.load import check_table, load_table
from tests.factories.postgres_server import PASSWORD

Rows = dict[str, list[list[Any]]]
KINDS = {
    "period_start": "date",
    "period_end": "date",
    "published_on": "date",
    "value": "numeric(20,2)",
    "low": "float8",
}


@pytest.fixture(scope="module")
def server(postgresql_server: str) -> str:
    """The server of the tests, its address with the password in it."""
    return postgresql_server


@pytest.fixture(scope="module")
def written(server: str) -> str:
    """The packaged observations and producers in the server, with typed columns and a list for the aliases."""
    import csv

    import psycopg

    from sources.table.packs import packs_folder

    with psycopg.connect(server.replace("+psycopg", "")) as connection:
        for name in ("observations", "producers"):
            text = packs_folder().joinpath("myanmar", f"{name}.csv").read_text(encoding="utf-8")
            header, *records = csv.reader(text.splitlines(keepends=True))
            kinds = {**KINDS, "aliases": "text[]"}
            columns = ", ".join(f'"{column}" {kinds.get(column, "text")}' for column in header)
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("%s" for _ in header)
            for record in records:
                cells: list[Any] = [cell or None for cell in record]
                if "aliases" in header:
                    at = header.index("aliases")
                    cells[at] = record[at].split("|") if record[at] else []
                connection.execute(f'INSERT INTO "{name}" VALUES ({marks})', cells)
    return server


def test_the_table_is_that_of_the_files(written: str) -> None:
    assert check_table(written) == []
    table, packaged_one = load_table(written), load_table()
    assert sorted(table.observations, key=lambda each: each.observation_id) == sorted(
        packaged_one.observations, key=lambda each: each.observation_id
    )
    assert {each.producer_id: each.aliases for each in table.producers} == {
        each.producer_id: each.aliases for each in packaged_one.producers
    }


def test_neither_place_nor_fault_shows_the_password(written: str) -> None:
    assert PASSWORD not in load_table(written).where
    wrong = written.replace(PASSWORD, "open-barley")
    (fault,) = check_table(wrong)
    assert "cannot be read" in fault.what
    assert "barley" not in str(fault)
    assert "editor" in fault.file


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (fault,) = check_table(f"postgresql+psycopg://editor:{PASSWORD}@127.0.0.1:{port}/postgres")
    assert "cannot be read" in fault.what
    assert PASSWORD not in str(fault)
