"""`docs/rules.md` from the declarations of the rules: `python -m expectations.rulebook [FILE]` writes or prints it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from expectations.model import Rule
from expectations.registry import own_rules

HEAD = """# The rules of internal consistency

Made from the declarations in `expectations/rules/texts/` by `python -m expectations.rulebook docs/rules.md`.
Change those, not this page. Every rule writes into the ledger what it found: *consistent* (it held), *inconsistent*
(it did not, with severity *error* where no reading of the words makes the figures agree, *warning* where the likely
reading does not, *info* otherwise) or *not checkable* (something is missing, and the finding names it).
"""


def page(rules: Sequence[Rule]) -> str:
    """The whole page as Markdown."""
    lines = [HEAD, *(f"- [`{rule.rule_id}`](#{rule.rule_id})" for rule in rules), ""]
    for rule in rules:
        lines += _section(rule)
    return "\n".join(lines).rstrip() + "\n"


def _section(rule: Rule) -> list[str]:
    return [
        f"## {rule.rule_id}",
        "",
        f"**What it checks.** {rule.checks}",
        "",
        f"**Why an editor cares.** {rule.why}",
        "",
        f"**Severity at most:** {rule.severity}.",
        "",
        f"**How to read the sum.** {rule.how_to_read}",
        "",
        f"**How to dismiss it.** {rule.how_to_dismiss}",
        "",
        *_examples("It stays silent on", rule.must_not_fire),
        *_examples("It fires on", rule.must_fire),
    ]


def _examples(title: str, texts: Iterable[str]) -> list[str]:
    lines = [f"**{title}**", ""]
    for text in texts:
        lines += ["```text", text.strip(), "```", ""]
    return lines


def main(arguments: Sequence[str]) -> int:
    """Write the page to the file named, or print it."""
    text = page(own_rules())
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
