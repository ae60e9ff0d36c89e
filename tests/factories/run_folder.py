"""An `--out` with a run in it as `crossfoot report` leaves one: its record and the letters it read, no pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

LETTER = """Open letter on the wells of the valley

12 March 2022

Dear minister,

The drought has displaced at least 1,200 people since October 2021. About 60 wells are dry.
We write for the 22th time. Of 90 pumps, 40 stand still and 60 work.

We, the undersigned 4 organisations, ask for water.

Signed by:

1. Valley Water Committee
2. Friends of the Upper Springs
3. Farmers of the Plain
"""


def put_run(out: Path, letters: Mapping[str, str], run_id: str = "20240101T000000.000000Z-1") -> Path:
    """Make the run the latest of `out`; `letters` by id."""
    folder = out / "runs" / run_id
    (folder / "inputs").mkdir(parents=True)
    (folder / "assets").mkdir()
    scripts = Path(__file__).parents[2] / "reports" / "static"
    for name in ("letter.js", "letters.js"):
        (folder / "assets" / name).write_bytes((scripts / name).read_bytes())
    inputs = [_input(folder, letter_id, text) for letter_id, text in letters.items()]
    record = {
        "run_id": run_id, "started_at": "2024-01-01T00:00:00+00:00", "versions": {"crossfoot": "0.1.0"},
        "references": "packaged", "rules": [], "as_known": None, "language": "en", "pages": None, "ocr": False,
        "inputs": inputs, "problems": [], "reference_table": None,
    }  # fmt: skip
    (folder / "run.json").write_text(json.dumps(record), encoding="utf-8")
    (out / "state").mkdir(exist_ok=True)
    (out / "latest").unlink(missing_ok=True)
    (out / "latest").symlink_to(Path("runs") / run_id, target_is_directory=True)
    return folder


def _input(folder: Path, letter_id: str, text: str) -> dict[str, str]:
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    (folder / "inputs" / f"{sha256}.txt").write_bytes(data)
    return {"letter_id": letter_id, "path": f"in/{letter_id}.txt", "sha256": sha256}
