"""The pictures of the README: `python -m tests.benchmarks.readme_pictures`, with Chromium and LibreOffice.

Made of the seeds and of letters that our own examiners invented, so that they can be made again.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
HERE = ROOT / "docs" / "pictures"
INVENTED = ROOT / "tests" / "benchmarks" / "fits" / "spent_letters.jsonl"
LETTERS = 40
FIRST = "000_e41d4cffd07bcdcf"
DISPLAY = ":78"
DRAWN = 30  # seconds until a word processor has drawn a letter, on a slow machine


def main() -> None:
    """Make them all."""
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        crossfoot("report", str(letters(Path(scratch) / "letters")), "--out", str(out), codes=(0, 1))
        with_browser(out)
        word_comments(out, Path(scratch))


def letters(folder: Path) -> Path:
    """A folder of the seeds and some invented letters."""
    shutil.copytree(ROOT / "seeds", folder)
    for line in INVENTED.read_text(encoding="utf-8").splitlines()[:LETTERS]:
        one = json.loads(line)
        (folder / f"{one['set']}_{one['letter']}.txt").write_text(one["text"], encoding="utf-8")
    return folder


def crossfoot(*words: str, codes: tuple[int, ...] = (0,)) -> None:
    done = subprocess.run([sys.executable, "-m", "flows", *words], cwd=ROOT, check=False)
    assert done.returncode in codes


def with_browser(out: Path) -> None:
    """What is seen in a browser: the front page, a letter, its checks, a chart, a review."""
    from playwright.sync_api import sync_playwright

    from tests.factories.windows import Windows, launched

    with sync_playwright() as playwright:
        windows = Windows(launched(playwright, shutil.which("chromium") or "chromium"))
        page = windows.tab(out / "latest" / "index.html", width=1060, height=720)
        page.screenshot(path=HERE / "front.png")
        page = windows.tab((out / "latest" / "letters" / f"{FIRST}.html").as_uri(), width=1060, height=720)
        page.locator("#desk a", has_text="4,000 airstrikes").click()
        page.screenshot(path=HERE / "letter.png")
        page.locator("#desk a", has_text="Burma Rohingya").click()
        page.screenshot(path=HERE / "checks.png")
        charts(windows, out)
        reviewed(windows, out)
        windows.close()


def charts(windows: Any, out: Path) -> None:
    """The first drawing of the seeds' letters."""
    for path in sorted((out / "latest" / "letters").glob("00*.html")):
        page = windows.tab(path, width=1200, height=900)
        if page.locator("figure.chart").count():
            page.locator("figure.chart").first.screenshot(path=HERE / "chart.png")
            return


def reviewed(windows: Any, out: Path) -> None:
    """A card with its form open, served as an editor has it."""
    command = [sys.executable, "-m", "flows", "review", "--out", str(out), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        address = re.search(r"http://\S+/", served.stdout.readline())
        assert address is not None
        try:
            page = windows.tab(f"{address[0]}letters/{FIRST}.html", width=1060, height=720)
            card = page.locator("article.card", has=page.locator("h3", has_text="4,000 airstrikes"))
            card.locator(".deciding > summary").first.click()
            card.locator("form.decide input[value=correct]").check()
            card.locator("form.decide").scroll_into_view_if_needed()
            page.screenshot(path=HERE / "review.png")
        finally:
            served.terminate()


def word_comments(out: Path, scratch: Path) -> None:
    """The letter as a word processor shows it on a screen of its own, with our comments in its margin.

    Needs a LibreOffice with windows, Xvfb, xdotool and ImageMagick: without windows it draws no comments.
    """
    document = out / "latest" / "exports" / "letters" / f"{FIRST}.docx"
    env = os.environ | {"DISPLAY": DISPLAY, "SAL_USE_VCLPLUGIN": "gen"}
    opened = [
        "soffice",
        f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
        "--norestore",
        "--nologo",
        "--writer",
    ]
    with ExitStack() as running:
        for command in (["Xvfb", DISPLAY, "-screen", "0", "1500x1000x24"], [*opened, str(document)]):
            running.callback(subprocess.Popen(command, env=env).terminate)
            time.sleep(DRAWN)
        subprocess.run(["xdotool", "mousemove", "600", "500", "click", "1"], env=env, check=True)
        for _ in range(2):
            subprocess.run(["xdotool", "key", "Next"], env=env, check=True)
            time.sleep(1)
        time.sleep(2)
        picture = ["-crop", "1045x860+195+100", "+repage", "-colors", "64", f"PNG8:{HERE / 'word.png'}"]
        subprocess.run(["import", "-window", "root", *picture], env=env, check=True)


if __name__ == "__main__":
    main()
