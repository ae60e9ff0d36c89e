"""Letters about things of which the reference table holds nothing: said once a letter, and not claim by claim."""

from __future__ import annotations

from expectations.model import CheckedLetter


def outside_table(checked: CheckedLetter) -> int:
    """How many claims a letter makes that sources could speak to, if the table has no figure near any of them; else 0.

    A letter that counts only its signers and its years asks nothing of a table.
    """
    verdicts = [checked.verdict_of(claim) for claim in checked.extraction.claims]
    asked = [one for one in verdicts if one is not None and one.checked == "sources"]
    near = any(one.against_source != "unverified" or one.evidence or one.nearest or one.near_misses for one in asked)
    return 0 if near else len(asked)
