"""Ordinals of one sentence, those too that are no claims: "the ninth anniversary", "our fourth letter"."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.quick_records import dataclass
from claims.relations.spans.spans_scene import Told

_RANKED = frozenset({"ordinal", "part of a name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """An ordinal in a sentence: its span there, its number, the words behind it up to the next stop."""

    span: Span
    number: int
    behind: tuple[str, ...]

    @property
    def noun(self) -> str:
        """The word it ranks."""
        return self.behind[0] if self.behind else ""


def ordinals_of(told: Told) -> list[Ordinal]:
    """Every ordinal of a sentence, in words or digits, in order."""
    numbers = told.reading.numbers
    spans = [(q.number_span, int(q.value)) for q in numbers.ordinals]
    for item in numbers.ignored:
        value = number_of(item.text) if item.reason in _RANKED else None
        if value is not None:
            spans.append((item.span, value))
    return [Ordinal(span=span, number=value, behind=_behind(told, span.end)) for span, value in sorted(spans)]


def number_of(text: str) -> int | None:
    """The number of an ordinal as printed: "79th", "second", "twenty-first"; None for anything else."""
    plain = text.casefold().strip()
    for suffix in vocabulary("ordinals")["suffixes"]:
        digits = plain.removesuffix(str(suffix)).replace(",", "")
        if digits != plain and digits.isdecimal():
            return int(digits)
    first, _, last = plain.replace("-", " ").rpartition(" ")
    words = _words()
    if last not in words:
        return None
    tens = first.removesuffix(f" {vocabulary('number_words')['and']}")  # "vingt et unième"
    return words[last] + _tens()[tens] if tens in _tens() else None


@of_language
def _words() -> dict[str, int]:
    return {str(word): int(value) for word, value in vocabulary("ordinals")["words"].items()}


@of_language
def _tens() -> dict[str, int]:
    """ "twenty" of "twenty-first"."""
    return {"": 0} | {str(word): int(value) for word, value in vocabulary("number_words")["tens"].items()}


def _behind(told: Told, end: int) -> tuple[str, ...]:
    words = told.between(end, len(told.reading.text))
    stop = next((at for at, word in enumerate(words) if word in ".;:!?"), len(words))
    return words[:stop]
