"""The one door to Great Expectations: imported quietly, with nothing sent to anyone.

Importing this module costs seconds; only `expectations.gates.gate` does so, inside the function that needs it.
"""

from __future__ import annotations

import logging
import os

# Read by the library when it is imported, and by later versions when a context is made.
os.environ["GX_ANALYTICS_ENABLED"] = "false"
# One of its modules sets its own level to INFO, so a level above it would not do. What fails comes back as a result.
logging.getLogger("great_expectations").propagate = False
logging.getLogger("great_expectations").addHandler(logging.NullHandler())

import great_expectations as gx  # noqa: E402
import great_expectations.expectations as gxe  # noqa: E402
from great_expectations.core.metric_domain_types import MetricDomainTypes  # noqa: E402
from great_expectations.execution_engine import PandasExecutionEngine  # noqa: E402
from great_expectations.expectations.expectation import BatchExpectation, ColumnMapExpectation  # noqa: E402
from great_expectations.expectations.metrics.map_metric_provider import (  # noqa: E402
    ColumnMapMetricProvider,
    column_condition_partial,
)
from great_expectations.expectations.metrics.metric_provider import metric_value  # noqa: E402
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider  # noqa: E402

__all__ = [
    "BatchExpectation",
    "ColumnMapExpectation",
    "ColumnMapMetricProvider",
    "MetricDomainTypes",
    "PandasExecutionEngine",
    "TableMetricProvider",
    "column_condition_partial",
    "gx",
    "gxe",
    "metric_value",
]
