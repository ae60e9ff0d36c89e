"""The fields of a form as it was sent."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

FIELDS: Final = 40  # of a form


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form; a name given twice counts once, the last time. Nothing for what is no form."""
    try:
        body = (await request.body()).decode("utf-8")
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=FIELDS, encoding="utf-8", errors="strict")
    except (UnicodeDecodeError, ValueError, ClientDisconnect):
        return {}
    return {name: value.replace("\r\n", "\n") for name, value in pairs}
