"""The files of a run that a review hands out: scripts, lists, tables, Data Docs; never the letters as they came in."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.responses import FileResponse, Response

from reports.site.shared_pages import SCRIPTS

_INLINE = {".js": "text/javascript", ".html": "text/html"}
_SHOWN = (
    "assets", "data-docs", "how-to-read.html", "reference.html", "reference", "subjects.html", "measures", "producers",
)  # fmt: skip
_DOWNLOADS = ("exports", "tables")
_DOCS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'; sandbox"


def run_file(folder: Path, name: str) -> Response | None:
    """The file `name` of the run in `folder`; `None` for what is not there or not to be had, wherever it leads."""
    top, _, script = name.partition("/")
    if top == "assets" and script in SCRIPTS:
        # the pages of a review are made by this program; those scripts that an older one left with the run fit its own
        return Response(files("reports").joinpath("static", script).read_bytes(), media_type="text/javascript")
    if top not in _SHOWN + _DOWNLOADS:
        return None
    path = folder / name
    try:
        real = path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    if not real.is_relative_to((folder / top).resolve()) or not real.is_file():
        return None
    if top in _DOWNLOADS:
        return FileResponse(real, media_type="application/octet-stream", filename=real.name)
    kind = _INLINE.get(real.suffix)
    if kind is None:
        return None
    safe = {"content-security-policy": _DOCS} if top == "data-docs" else {}
    return FileResponse(real, media_type=kind, headers=safe)
