"""One Prefect server, and one start of the big libraries, for the tests that only need some: to start them for each run
costs more than the run.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories.prefect_servers import started
from tests.factories.warm_commands import WarmCommands, warmed


@pytest.fixture(scope="session")
def shared_prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which commands find a Prefect server that runs already."""
    with started(tmp_path_factory.mktemp("prefect")) as environment:
        yield environment


@pytest.fixture(scope="session")
def warm(shared_prefect: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmCommands]:
    """Runs commands on the shared server, in processes that begin with everything imported."""
    with warmed(shared_prefect, tmp_path_factory.mktemp("warm")) as commands:
        yield commands
