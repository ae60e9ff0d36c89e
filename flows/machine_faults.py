"""Faults of the machine a run stands on, a full disk or a Prefect server that is gone: in a sentence with what to do.

They reach us wrapped: a task's error in a flow's, a driver's in SQLAlchemy's, an answer of the API's in httpx's.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

from flows.prefect_home import FULL_WORDS, configured_server

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_GONE = ("failed to reach api", "all connection attempts failed", "connection refused", "name or service not known")
_OURS = "the Prefect server of this run"


def told(fault: BaseException) -> str | None:
    """What is wrong with the machine and what to do, in a line; `None` for a fault that is no machine's."""
    for one in _causes(fault):
        words = str(one).casefold()
        if getattr(one, "errno", None) in _FULL or any(part in words for part in FULL_WORDS):
            return full_disk(getattr(one, "filename", None))
        if any(part in words for part in _GONE):
            return _gone()
        if (status := _status(one)) is not None:
            return _refused(status)
    return None


def full_disk(where: object = None) -> str:
    """The sentence for a disk without room."""
    return f"{where or 'the disk'}: no space is left; make room, or name another disk with --out. The last run stands"


def _causes(fault: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = fault
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = getattr(following, "orig", None) or following.__cause__ or following.__context__


def _status(fault: BaseException) -> int | None:
    """The status of an answer of the Prefect API that made a request fail."""
    if type(fault).__name__ not in {"PrefectHTTPStatusError", "HTTPStatusError"}:
        return None
    status = getattr(getattr(fault, "response", None), "status_code", None)
    return status if isinstance(status, int) else None


def _gone() -> str:
    if os.environ.get("CROSSFOOT_OWN_SERVER"):
        return f"{_OURS} is gone; see state/prefect/server.log under --out, and run again"
    address = configured_server() or "the Prefect server"
    return (
        f"{address}: no Prefect server answers there; start it, or unset PREFECT_API_URL (and the profile's), and "
        "crossfoot starts one of its own"
    )


def _refused(status: int) -> str:
    if status in {401, 403}:
        return f"{configured_server()}: the Prefect server asks for a key ({status}); set PREFECT_API_KEY"
    if status >= 500:
        return f"the Prefect server fails ({status}): see its log (state/prefect/server.log) and the room on its disk"
    return f"the Prefect server refuses a request ({status}); its version may differ from ours, see `crossfoot doctor`"
