"""Whether the packages of this house are ours: `reports`, `claims` and their like are names that others use too."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("claims", "sources", "expectations", "reports")


def foreign() -> str | None:
    """What to tell a user whose `reports` (or another of our packages) is somebody else's, `None` if all are ours."""
    home = Path(__file__).parent.parent
    for name in PACKAGES:
        spec = find_spec(name)
        where = Path(spec.origin) if spec is not None and spec.origin else None
        if where is None or where.parent.parent.resolve() != home.resolve():
            return (
                f"crossfoot: the package '{name}' here is not crossfoot's ({where or 'none is found'}); install "
                "crossfoot into an environment of its own (uv tool install crossfoot, or pipx install crossfoot), and "
                f"start it in a folder that holds no '{name}'"
            )
    return None
