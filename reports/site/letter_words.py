"""What else a letter is found by in the list: the measures, producers and rules that it meets, and its claims."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from expectations.model import CheckedLetter
from reports.words.table_names import Names
from reports.words.wording import RULE, word

MOST = 600  # characters a letter: of ten thousand letters the script still loads in a moment


def words_of(checked: CheckedLetter, names: Names) -> str:
    """The words, each once, measures and producers first, cut at a word."""
    told = " ".join(dict.fromkeys(" ".join(part.split()) for part in _parts(checked, names) if part))
    return told if len(told) <= MOST else told[:MOST].rpartition(" ")[0]


def _parts(checked: CheckedLetter, names: Names) -> Iterator[str]:
    verdicts = [checked.verdict_of(one) for one in checked.extraction.claims]
    for claim, verdict in zip(checked.extraction.claims, verdicts, strict=True):
        yield names.measure((verdict.measure if verdict else None) or claim.measure)
    for one in (one for verdict in verdicts if verdict for one in verdict.evidence if one.decides):
        yield names.short_producer(one.observation.producer_id)
    yield from (word(RULE, one.rule).label for one in checked.findings if one.status != "not_checkable")
    yield from (claim.text for claim in checked.extraction.claims)


def words_script(words: Mapping[str, str]) -> str:
    """The words by letter id, for the script of the list (`static/letters.js`)."""
    told = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"window.crossfootWords={told.replace('<', chr(92) + 'u003c')};\n"
