"""`docs/rules.md` from the declarations, and the rules' line in `docs/contract.md`.

`python -m expectations.book.rulebook [RULES_PAGE [CONTRACT]]` prints the page or writes it, and renews the line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from expectations.book.all_rules import own_rules
from expectations.model import Rule

HEAD = """# The rules of internal consistency

Made from the declarations in `expectations/rules/texts/en/` by
`python -m expectations.book.rulebook docs/rules.md docs/contract.md`. Change those, not this page. To add a rule is to
add two files: a module in `expectations/rules/` with its `RULE`, and its record in `expectations/rules/texts/en/`;
order, label, authority, scope, messages and examples stand in the record, and schema, wording and tables take the id
from there. `crossfoot check PATH --explain RULE` prints a rule's record beside what it found.

Every rule writes into the ledger what it found: *consistent* (it held), *inconsistent*
(it did not, with severity *error* where no reading of the words makes the figures agree, *warning* where the likely
reading does not, *info* otherwise) or *not checkable* (something is missing, and the finding names it). A finding that
an editor has dismissed is kept as a decision; `crossfoot check --decisions DIR` then leaves it out of what fails.

## Settings of your own

`crossfoot check`, `report` and `serve` take `--rules FILE`, a file in YAML or, if its name ends in `.toml`, TOML. A
rule it does not name runs as it is declared here.

```yaml
ordinal: off                                          # the rule is not applied and writes nothing
repeated-figure: {severity: info, tolerance: 0.02}    # 2% apart passes; what does not is a note
signatory-duplicate: {severity: error}
```

- `severity` (`error`, `warning` or `info`) becomes that of the rule's alarms. Its notes (*info*) stay notes.
- `tolerance` is a share from 0 to 1. A difference within it is shown as *consistent*, with its sum and the tolerance.
  It widens what passes and never narrows it. Rules that compare no amounts take none.
- A file at fault is told with every fault in it and what is allowed: `check` and `report` then exit with 2 before any
  letter is read. A schedule that is being served names the fault and checks with the rules as declared.
- `run.json` of a report holds the settings it was made with, under `rules`.

## Rules of your own

A package of yours adds a rule through an entry point of the group `crossfoot.rules`, and need only be installed:

```toml
[project.entry-points."crossfoot.rules"]
round-totals = "acme_rules:ROUND_TOTALS"
```

The entry point names an `expectations.model.Rule`. Its id is of the form `team:name` in small letters, digits and
dashes (`acme:round-totals`) and nobody else's. Its `run` is a pure function of (extraction, field) that gives a list
of `expectations.model.Finding` with spans into the letter's text; `run_across`, where there is one, sees all letters
of a run. It can be switched off and tuned like ours. A package that cannot be loaded is named among the problems of
the run; a rule that fails on a letter writes one *not checkable* line that says so. Neither stops a letter.
"""


def page(rules: Sequence[Rule]) -> str:
    """The whole page as Markdown."""
    lines = [HEAD, "## The rules", "", *(f"- [`{rule.rule_id}`](#{rule.rule_id})" for rule in rules), ""]
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
        *_authority(rule),
        f"**What it looks at.** {rule.looks_at}",
        "",
        f"**What it leaves.** {rule.leaves}",
        "",
        f"**Severity at most:** {rule.severity}.",
        "",
        f"**How to read the sum.** {rule.how_to_read}",
        "",
        f"**How to dismiss it.** {rule.how_to_dismiss}",
        "",
        *_settings(rule),
        *_messages(rule),
        *_examples("It stays silent on", rule.must_not_fire),
        *_examples("It fires on", rule.must_fire),
    ]


def _authority(rule: Rule) -> list[str]:
    return ["**Authority.**", "", *(f"- {source}" for source in rule.authority), ""]


def _messages(rule: Rule) -> list[str]:
    """What it may say, by the key under which the sentence stands in its record; words in braces are filled in."""
    rows = [f"- `{message.key}`: {' / '.join(_shown(form) for form in message.forms)}" for message in rule.messages]
    return ["**What it says.**", "", *rows, ""]


def _shown(form: str) -> str:
    return f"`{form}`" if form else "nothing"


def contract_line(rules: Sequence[Rule]) -> str:
    """The line of the contract that names the rules."""
    ids = " ".join(f"`{rule.rule_id}`" for rule in rules)
    return f"{_CONTRACT}{ids}, and `team:name` for the rules that installed packages add (`docs/rules.md`)."


_CONTRACT = "**rules**: "


def renewed(contract: str, rules: Sequence[Rule]) -> str:
    """The contract's page with its line of rules as it should be."""
    lines = contract.split("\n")
    return "\n".join(contract_line(rules) if line.startswith(_CONTRACT) else line for line in lines)


def _settings(rule: Rule) -> list[str]:
    """How a team switches the rule off, and what else it may set."""
    off = f"Write `{rule.rule_id}: off` in the file of `--rules`, or `{rule.rule_id}: {{severity: info}}` to keep it as"
    lines = [f"**How to switch it off.** {off} a note.", ""]
    if rule.tolerance:
        lines += [
            f"**Tolerance.** `{rule.rule_id}: {{tolerance: 0.02}}` lets 2% pass: a share of {rule.tolerance}.",
            "",
        ]
    return lines


def _examples(title: str, texts: Iterable[str]) -> list[str]:
    lines = [f"**{title}**", ""]
    for text in texts:
        lines += ["```text", text.strip(), "```", ""]
    return lines


def main(arguments: Sequence[str]) -> int:
    """Write the page to the first file named, or print it; renew the contract, the second."""
    text = page(own_rules())
    if not arguments:
        sys.stdout.write(text)
        return 0
    Path(arguments[0]).write_text(text, encoding="utf-8")
    for contract in map(Path, arguments[1:2]):
        contract.write_text(renewed(contract.read_text(encoding="utf-8"), own_rules()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
