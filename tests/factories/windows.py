"""A browser that the tests of a session share: one window for each way of looking, a tab used again or one of its own.

A window or a tab of its own for every test costs a second each on a busy machine; an emptied tab costs a moment. Waits
are long, and always for what is asserted: a machine at its limits is slow, and no fault of a page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

PATIENCE = 120_000  # milliseconds
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--renderer-process-limit=2",
)


def launched(playwright: Any, program: str) -> Any:
    """A headless Chromium, with a long wait for its start."""
    return playwright.chromium.launch(executable_path=program, args=list(CHROMIUM), timeout=PATIENCE)


class Windows:
    """Tabs by how they look; `tab` gives the same one again, emptied, `new_tab` one of its own until `close_new`."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._contexts: dict[bool, Any] = {}
        self._tabs: dict[bool, Any] = {}
        self._new: list[Any] = []

    def tab(
        self, address: str | Path, *, width: int = 1400, height: int = 900, color_scheme: str = "light",
        java_script_enabled: bool = True,
    ) -> Any:  # fmt: skip
        """The tab of a way of looking, at the address: what it asked for and complained of since is kept with it."""
        if java_script_enabled not in self._tabs:
            self._tabs[java_script_enabled] = self._watched(java_script_enabled)
        page = self._tabs[java_script_enabled]
        page.goto("about:blank")
        return self._at(page, address, width, height, color_scheme)

    def new_tab(
        self, address: str | Path, *, width: int = 1400, height: int = 900, color_scheme: str = "light",
        java_script_enabled: bool = True,
    ) -> Any:  # fmt: skip
        """A tab beside the others: two editors at once."""
        page = self._watched(java_script_enabled)
        self._new.append(page)
        return self._at(page, address, width, height, color_scheme)

    def close_new(self) -> None:
        """Close the tabs of one test, and forget what its pages asked to remember."""
        for page in self._new:
            page.close()
        self._new.clear()
        for context in self._contexts.values():
            context.clear_cookies()

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()

    def _watched(self, scripts: bool) -> Any:
        if scripts not in self._contexts:
            self._contexts[scripts] = self._browser.new_context(java_script_enabled=scripts)
            self._contexts[scripts].set_default_timeout(PATIENCE)
        page = self._contexts[scripts].new_page()
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    @staticmethod
    def _at(page: Any, address: str | Path, width: int, height: int, color_scheme: str) -> Any:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=color_scheme)
        page.requests.clear()
        page.complaints.clear()
        page.goto(address.as_uri() if isinstance(address, Path) else address)
        return page


def axe_finds(page: Any) -> list[tuple[str, str]]:
    """What axe-core has against a page as it stands: rule and element of each violation."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(AXE_SCRIPT)
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(told["passes"]) > 10, "axe looked at nothing"
    return [(one["id"], node["html"][:120]) for one in told["violations"] for node in one["nodes"]]
