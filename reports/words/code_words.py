"""Names between backticks in what is written of measures, shown as names."""

from __future__ import annotations

import re

from markupsafe import Markup

_NAME = re.compile("`([^`\\n]+)`")


def coded(text: str) -> Markup:
    """`text` with everything escaped, and what stands between two backticks as `code`."""
    pieces = _NAME.split(text)
    shown = (Markup("<code>{}</code>").format(one) if at % 2 else Markup.escape(one) for at, one in enumerate(pieces))
    return Markup("").join(shown)
