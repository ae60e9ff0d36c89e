"""One Prefect server for the tests that only need some server: to start one for each run costs more than the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories.prefect_servers import started


@pytest.fixture(scope="session")
def shared_prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which commands find a Prefect server that runs already."""
    with started(tmp_path_factory.mktemp("prefect")) as environment:
        yield environment
