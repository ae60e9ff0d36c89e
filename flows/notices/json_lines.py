"""The log as JSON, a line a record, for programs that collect logs: `crossfoot serve --log-format json`."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

ASKED = "CROSSFOOT_LOG_FORMAT"
"""Set to "json" where the log is to be JSON; runs of a schedule inherit it."""
_RUN = ("flow_run_id", "flow_run_name", "task_run_name")


class JsonLines(logging.Formatter):
    """`at` (ISO 8601, UTC), `level`, `logger`, `message`; which run of Prefect's it is of; `exception` of a fault."""

    def __init__(self, fmt: str | None = None, datefmt: str | None = None, style: str = "%") -> None:
        super().__init__()  # a configuration hands on a format of its own, and ours is JSON

    def format(self, record: logging.LogRecord) -> str:
        told = {name: str(value) for name in _RUN if (value := getattr(record, name, None))}
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        moment = datetime.fromtimestamp(record.created, UTC)
        return json_line(record.levelname, record.name, record.getMessage(), told, moment)


def json_line(level: str, logger: str, message: str, told: Mapping[str, Any], moment: datetime | None = None) -> str:
    """One line of the log."""
    at = (moment or datetime.now(UTC)).isoformat(timespec="milliseconds")
    line = {"at": at, "level": level, "logger": logger, "message": message, **told}
    return json.dumps(line, ensure_ascii=False)


def ask_for_json() -> None:
    """Have Prefect's log written as JSON, here and in the runs that are started from here; before Prefect is loaded."""
    os.environ[ASKED] = "json"
    os.environ["PREFECT_LOGGING_FORMATTERS_JSON_CLASS"] = f"{JsonLines.__module__}.{JsonLines.__name__}"
    os.environ["PREFECT_LOGGING_HANDLERS_CONSOLE_FORMATTER"] = "json"
    os.environ["PREFECT_LOGGING_COLORS"] = "false"
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "INFO")


def is_json() -> bool:
    """Whether the log is asked for as JSON."""
    return os.environ.get(ASKED) == "json"
