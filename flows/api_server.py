"""The Prefect API in a process of its own: `python -m flows.api_server PORT`, until standard input closes.

The pipe on standard input is the leash: when the run that started this server ends, however it ends (also killed),
the pipe closes and the server stops. No server is ever left behind.
"""

from __future__ import annotations

import os
import signal
import sys
import threading


def main(port: int) -> None:
    """Serve on 127.0.0.1 until the leash is let go. What it writes is its owner's alone."""
    os.umask(0o077)
    import uvicorn

    threading.Thread(target=_stop_when_let_go, daemon=True).start()
    uvicorn.run(
        "prefect.server.api.server:create_app",
        factory=True,
        host="127.0.0.1",
        port=port,
        log_level="error",
        lifespan="on",
    )


def _stop_when_let_go() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(int(sys.argv[1]))
