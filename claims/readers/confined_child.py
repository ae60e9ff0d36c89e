"""The child of `confined.py`: limits first, then one order about one file on standard input, one answer in JSON.

An order is a line of JSON (`module`, `do`, limits, options); the bytes of the file follow. The answer is what the
module's function `do` returns, or `{"refused": reason}`.
"""

from __future__ import annotations

import base64
import dataclasses
import importlib
import json
import os
import sys
from typing import Any

from claims.readers.raw_document import LARGEST, Refused

DEEP = "is nested too deep to be a letter; save it again, or as plain text"
FULL = "needs more memory than a letter may; split it up, or save it as plain text"


def main() -> None:
    """Carry out the order. Whatever else goes wrong ends the process, and the parent says how."""
    source = sys.stdin.buffer
    order = json.loads(source.readline(1 << 20))
    _limit(order["seconds"], order["memory"])
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not write into the answer
    answer = _answer(order, source.read(LARGEST + 1))
    with os.fdopen(out, "wb") as stream:
        stream.write(json.dumps(answer, default=_plain).encode())
    os._exit(0)  # taking a deep tree apart can cost a second


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's clock remains
        return
    limits = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_AS: memory,
    }
    for what, limit in limits.items():
        try:
            resource.setrlimit(what, (limit, limit))
        except (ValueError, OSError):  # macOS knows no limit of address space
            continue


def _answer(order: dict[str, Any], data: bytes) -> Any:
    try:
        module = importlib.import_module(order["module"])
        if order["do"] == "read":
            return dataclasses.asdict(module.read(data, ocr=order["ocr"]))
        return getattr(module, order["do"])(data, *order.get("arguments", ()))
    except Refused as refused:
        return {"refused": refused.message}
    except RecursionError:
        return {"refused": DEEP}
    except MemoryError:
        return {"refused": FULL}
    except Exception as error:
        return {
            "refused": f"could not be read ({type(error).__name__}: {str(error)[:120]}); it is damaged: save it again"
        }


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(type(value).__name__)
